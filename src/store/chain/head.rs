//! The head: how far the chain goes, as one line of a fixed length in the file `head` beside the database, and in
//! copies on other machines where the unit says so (`head.toml`).
//!
//! It is moved once a write is on the disk, so it may lie behind the chain (a program that was killed in between) and
//! never ahead of it: a casebook that does not reach its head is an older one. It is only ever moved forward, whoever
//! comes first. One that is missing is not made anew by itself: that would hide that somebody took it away.
//!
//! Copies are in [`super::copies`].

use std::fs::File;
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::Connection;
use serde_json::json;

use super::copies::Copy;
use super::link::{Hash, Sum};
use super::{End, link_of};
use crate::domain::problem::{Kind, Problem};
use crate::store::Store;
use crate::store::files::{self, Existing};
use crate::store::journal::{self, Cause, Deed, Entry};
use crate::store::slots::{hex, unhex};

/// The file beside the database.
pub(in crate::store) const FILE: &str = "head";

/// What the journal calls it when somebody goes on in spite of what the head says.
pub(in crate::store) const NOUN: &str = "head";

/// How long `verify` waits for a copy.
const PATIENCE: Duration = Duration::from_secs(5);

/// How every line begins, and how long it is.
const BEGINS: &str = "trygg head 1 ";
const LENGTH: usize = 140;

/// How often, and after what pause, somebody else's line is waited for.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_micros(500);

/// How far the chain goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) struct Line {
    pub(in crate::store) row: i64,
    pub(in crate::store) link: Hash,
    pub(in crate::store) at: DateTime<Utc>,
}

/// What a file says of the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Found {
    Line(Line),
    /// There is no such file.
    Nothing,
    /// It says something else, or cannot be read.
    Unreadable,
}

impl Line {
    fn written(&self) -> String {
        let Self { row, link, at } = self;
        let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
        let said = format!("{BEGINS}{row:019} {} {at}", hex(link));
        format!("{said} {}\n", checked(&said))
    }

    fn read(text: &str) -> Option<Self> {
        let (said, check) = text.strip_suffix('\n')?.rsplit_once(' ')?;
        let mut parts = said.strip_prefix(BEGINS).filter(|_| check == checked(said))?.split(' ');
        let row = parts.next()?.parse().ok()?;
        let link = Hash::try_from(unhex(parts.next()?)?).ok()?;
        let at = DateTime::parse_from_rfc3339(parts.next()?).ok()?.to_utc();
        Some(Self { row, link, at })
    }
}

/// What tells a torn line from a whole one.
fn checked(said: &str) -> String {
    hex(&Sum::of("head").text(Some(said)).end()[..8])
}

/// What a file says of the head. Somebody may be about to write it, so it is looked again before that is believed.
pub(in crate::store) fn read(path: &Path) -> Found {
    for _ in 0..TRIES {
        match files::read_small(path, LENGTH as u64) {
            Ok(text) => match Line::read(&text) {
                Some(line) => return Found::Line(line),
                None => sleep(PAUSE),
            },
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Found::Nothing,
            Err(_) => return Found::Unreadable,
        }
    }
    Found::Unreadable
}

/// Makes a head that tells of nothing yet, unless there is one.
pub(super) fn begin(path: &Path) -> Result<(), Problem> {
    let nothing = Line { row: 0, link: super::BEFORE_ALL, at: DateTime::UNIX_EPOCH };
    files::write_private(path, nothing.written().as_bytes(), Existing::Keep)
}

/// Moves the head of a file forward, if there is one.
fn advance(path: &Path, line: &Line) -> io::Result<()> {
    put(File::options().read(true).write(true).open(path)?, line)
}

/// Moves the head of a file forward, or makes it.
pub(super) fn advance_or_make(path: &Path, line: &Line) -> io::Result<()> {
    put(File::options().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?, line)
}

/// Writes the head of a file, whatever it said.
pub(super) fn set(path: &Path, line: &Line) -> io::Result<()> {
    files::write_whole(path, line.written().as_bytes()).map_err(io::Error::other)
}

/// Writes a line over one that is not as far, or into an empty file.
fn put(file: File, line: &Line) -> io::Result<()> {
    // Held for the few microseconds of a line; who is stopped within them holds nobody up, for whoever writes next
    // moves the head as far.
    let mut tries = 0;
    while file.try_lock().is_err() {
        tries += 1;
        if tries > TRIES {
            return Ok(());
        }
        sleep(PAUSE);
    }
    let mut held = vec![0; LENGTH];
    let length = file.read_at(&mut held, 0)?;
    let is_empty = length == 0;
    let held = std::str::from_utf8(&held[..length]).ok().and_then(Line::read);
    if is_empty || held.is_some_and(|held| held.row < line.row) {
        file.write_all_at(line.written().as_bytes(), 0)?;
    }
    Ok(())
}

/// The head of an open casebook.
#[derive(Debug)]
pub(in crate::store) struct Head {
    pub(in crate::store) path: PathBuf,
    copies: Vec<Copy>,
}

impl Head {
    /// The head beside a database, with copies at places.
    pub(in crate::store) fn beside(directory: &Path, copies: Vec<PathBuf>) -> Self {
        Self { path: directory.join(FILE), copies: copies.into_iter().map(Copy::at).collect() }
    }

    /// What whoever opens the casebook is to know.
    pub(in crate::store) fn told(&self, connection: &Connection) -> Result<Option<Problem>, Problem> {
        self.copies.iter().for_each(Copy::wait);
        let end = super::end(connection)?;
        if let Some(problem) = self.held_against(connection, end)? {
            return Ok(Some(problem));
        }
        let is_missing = !matches!(read(&self.path), Found::Line(_)) && end.is_some_and(|end| end.is_signed);
        Ok(is_missing.then(|| Problem::new(Kind::Locked, "head-missing").with("path", self.path.display())))
    }

    /// What is wrong with a casebook whose chain ends so, as far as its head and the copies tell.
    pub(super) fn held_against(&self, connection: &Connection, end: Option<End>) -> Result<Option<Problem>, Problem> {
        if let Found::Line(line) = read(&self.path)
            && let Some(problem) = behind(connection, end, &line)?
        {
            return Ok(Some(problem));
        }
        // Who took it away has not made the casebook an older one: that is told, and stops nobody.
        for copy in &self.copies {
            if let Some(problem) = copy.held_against(connection, end)? {
                return Ok(Some(problem));
            }
        }
        Ok(None)
    }

    /// What moves the head on, here and in the copies, once all up to a line is on the disk. What is written is
    /// written: a head that cannot be moved lies behind.
    pub(in crate::store) fn to_move(&self, line: Line) -> Box<dyn FnOnce() + Send> {
        let path = self.path.clone();
        let copies: Vec<_> = self.copies.iter().filter_map(Copy::to_advance).collect();
        Box::new(move || {
            let _ = advance(&path, &line);
            copies.iter().for_each(|copy| copy.advance(line));
        })
    }

    /// What the copies said when the casebook was opened, by their places.
    pub(in crate::store) fn copies_say(&self) -> Vec<(String, Found)> {
        let said = |copy: &Copy| copy.said(PATIENCE).unwrap_or(Found::Unreadable);
        self.copies.iter().map(|copy| (copy.path().display().to_string(), said(copy))).collect()
    }
}

impl Store {
    /// Goes on with a casebook of which the head says that it is another one, or whose head is gone.
    pub(in crate::store) fn set_head_anew(&self) -> Result<(), Problem> {
        self.write_aside(|transaction| {
            let said = match read(&self.head.path) {
                Found::Line(line) => json!({ "row": line.row, "link": hex(&line.link) }),
                Found::Nothing | Found::Unreadable => json!({}),
            };
            let said = said.as_object().cloned().unwrap_or_default();
            let change = journal::next_change(transaction)?;
            let entry =
                Entry { change, cause: Cause::Person, noun: NOUN, record: 0, family: None, deed: Deed::Add(said) };
            self.write_entry(transaction, &entry)
        })?;
        let Some(End { row, link, .. }) = super::end(&self.connection)? else { return Ok(()) };
        let line = Line { row, link, at: (self.clock)() };
        set(&self.head.path, &line).map_err(|cause| files::problem("write-file", &self.head.path, cause))?;
        self.head.copies.iter().for_each(|copy| copy.set(&line));
        Ok(())
    }
}

/// What is wrong with a casebook whose chain ends so, if its head is or was at a line.
pub(in crate::store) fn behind(
    connection: &Connection,
    end: Option<End>,
    line: &Line,
) -> Result<Option<Problem>, Problem> {
    let ends = end.map_or(0, |end| end.row);
    let told = |key| {
        let at = line.at.to_rfc3339_opts(SecondsFormat::Secs, true);
        Problem::new(Kind::Locked, key).with("row", line.row).with("at", at).with("found", ends)
    };
    if line.row == 0 {
        return Ok(None);
    }
    if line.row > ends {
        return Ok(Some(told("casebook-older")));
    }
    let same = link_of(connection, line.row)? == Some(line.link);
    Ok((!same).then(|| told("casebook-other")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(row: i64) -> Line {
        Line { row, link: [7; 32], at: DateTime::from_timestamp(1_795_000_000, 0).unwrap() }
    }

    proptest! {
        #[test]
        fn a_line_is_read_back_and_a_torn_one_is_not(row in 0..i64::MAX, link: Hash, second in 0..253_402_300_799_i64) {
            let line = Line { row, link, at: DateTime::from_timestamp(second, 0).unwrap() };
            let written = line.written();
            prop_assert_eq!(written.len(), LENGTH);
            prop_assert_eq!(Line::read(&written), Some(line));
            let other = at(row / 2 + 1).written();
            for cut in 1..LENGTH {
                prop_assert_eq!(Line::read(&written[..cut]), None);
                let torn = format!("{}{}", &written[..cut], &other[cut..]);
                prop_assert!(torn == other || torn == written || Line::read(&torn).is_none());
            }
        }
    }

    #[test]
    fn a_head_only_moves_forward() {
        let place = tempfile::TempDir::new().unwrap();
        let path = place.path().join(FILE);
        begin(&path).unwrap();
        for (row, expected) in [(5, 5), (9, 9), (7, 9), (9, 9), (10, 10)] {
            advance(&path, &at(row)).unwrap();
            assert_eq!(read(&path), Found::Line(at(expected)), "{row}");
        }
        set(&path, &at(3)).unwrap();
        assert_eq!(read(&path), Found::Line(at(3)));
        begin(&path).unwrap();
        assert_eq!(read(&path), Found::Line(at(3)), "one that is there is left");
    }

    #[test]
    fn many_who_move_it_at_once_leave_the_furthest() {
        let place = tempfile::TempDir::new().unwrap();
        let path = place.path().join(FILE);
        begin(&path).unwrap();
        std::thread::scope(|scope| {
            for first in 1..=4 {
                let path = &path;
                scope.spawn(move || (0..50).for_each(|step| advance(path, &at(first + 4 * step)).unwrap()));
            }
        });
        // Whoever did not get to it in time left it behind, and nobody moved it back.
        let Found::Line(line) = read(&path) else { panic!("it is torn") };
        assert!(line.row > 1);
        advance(&path, &at(201)).unwrap();
        assert_eq!(read(&path), Found::Line(at(201)));
    }
}
