//! Attempts to unlock that failed. They are slowed, whichever process makes them, and kept until they are told of in
//! the journal, which nobody can write who has not unlocked the casebook.
//!
//! The file `attempts` holds a line an attempt that failed. Whether it is too early is asked before a passphrase is
//! tried and once more when it was the right one, so that nobody gains by trying many at once. A name that is no user's
//! is not written down: it may be a passphrase that went into the wrong field. Where nothing can be written nothing is
//! slowed: whoever can take the disk away can copy the key files as well, and try them elsewhere.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::casebook::Casebook;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

/// The file in the casebook's directory.
pub(super) const ATTEMPTS: &str = "attempts";

/// Attempts that cost nothing but themselves.
const FREE: u32 = 3;

/// The first wait, which doubles from then on, and the longest, in seconds: a colleague whose name somebody plays with
/// is kept out no longer.
const FIRST: u32 = 2;
const LONGEST: u32 = 60;

/// After so many minutes an attempt counts no more.
const COUNTS: i64 = 60;

/// Most attempts that are kept; of more, the oldest go.
const MOST: usize = 1000;

/// An attempt that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailedUnlock {
    /// When.
    pub at: DateTime<Utc>,
    /// As which user; empty where there is none of that name.
    pub user: String,
    /// At which terminal, if at one.
    pub terminal: String,
    /// Whether the user has got in since.
    #[serde(default)]
    past: bool,
    /// Whether the journal tells of it.
    #[serde(default)]
    told: bool,
}

/// The attempt that is being made.
#[derive(Debug)]
pub(super) struct Attempt<'a> {
    path: PathBuf,
    user: &'a str,
    terminal: &'a str,
    at: DateTime<Utc>,
}

impl<'a> Attempt<'a> {
    /// Begins one.
    ///
    /// # Errors
    /// It is too early for the next.
    pub(super) fn begin(
        directory: &Path,
        user: &'a str,
        terminal: &'a str,
        at: DateTime<Utc>,
    ) -> Result<Self, Problem> {
        let path = directory.join(ATTEMPTS);
        let lines = File::open(&path).map(|mut file| read(&mut file)).unwrap_or_default();
        in_time(&lines, user, at).map(|()| Self { path, user, terminal, at })
    }

    /// It was the wrong passphrase.
    pub(super) fn failed(self) {
        revise(&self.path, |lines| {
            let (user, terminal) = (self.user.to_owned(), self.terminal.to_owned());
            lines.push(FailedUnlock { at: self.at, user, terminal, past: false, told: false });
        });
    }

    /// It was the right one: what failed before counts no more.
    ///
    /// # Errors
    /// Too many others have failed in the meantime.
    pub(super) fn passed(self) -> Result<(), Problem> {
        let mut in_time = Ok(());
        revise(&self.path, |lines| {
            in_time = self::in_time(lines, self.user, self.at);
            if in_time.is_ok() {
                lines.iter_mut().filter(|line| is_of(line, self.user)).for_each(|line| line.past = true);
                lines.retain(|line| !line.told || counts(line, self.at));
            }
        });
        in_time
    }
}

impl Casebook {
    /// Takes note that somebody failed to unlock it here; the user is empty where none is known.
    pub fn failed_unlock(&self, user: &str, at: DateTime<Utc>) {
        Attempt { path: self.directory().join(ATTEMPTS), user, terminal: &self.seat(), at }.failed();
    }

    /// Attempts to unlock it that failed and that the journal does not tell of yet, oldest first.
    pub fn failed_unlocks(&self) -> Vec<FailedUnlock> {
        let path = self.directory().join(ATTEMPTS);
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(_) => return Vec::new(),
        };
        read(&mut file).into_iter().filter(|line| !line.told).collect()
    }

    /// Takes note that the journal tells of attempts now.
    pub fn told_of_failed_unlocks(&self, told: &[FailedUnlock]) {
        revise(&self.directory().join(ATTEMPTS), |lines| {
            for line in lines.iter_mut() {
                line.told |= told.iter().any(|one| one.at == line.at && one.user == line.user);
            }
            lines.retain(|line| !line.told || !line.past);
        });
    }
}

/// Reads the file, lets it be changed, and writes it again, with nobody else in between.
fn revise(path: &Path, work: impl FnOnce(&mut Vec<FailedUnlock>)) {
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path);
    let mut lines = Vec::new();
    let held = opened.and_then(|file| file.lock().map(|()| file));
    let Ok(mut file) = held else {
        work(&mut lines);
        return;
    };
    lines = read(&mut file);
    let before = lines.clone();
    work(&mut lines);
    if lines == before {
        return;
    }
    let over = lines.len().saturating_sub(MOST);
    let text: String = lines[over..].iter().filter_map(|line| serde_json::to_string(line).ok()).fold(
        String::new(),
        |mut text, line| {
            text.push_str(&line);
            text.push('\n');
            text
        },
    );
    // What cannot be written was attempted all the same; the head of this file says why that must be enough.
    let _ = file
        .seek(SeekFrom::Start(0))
        .and_then(|_| file.write_all(text.as_bytes()))
        .and_then(|()| file.set_len(text.len().try_into().unwrap_or(u64::MAX)));
}

/// What is no line of ours is passed over.
fn read(file: &mut File) -> Vec<FailedUnlock> {
    let mut text = String::new();
    // Nothing that we write is larger; of what somebody else put there, enough is read.
    let _ = file.take(1024 * 1024).read_to_string(&mut text);
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn is_of(line: &FailedUnlock, user: &str) -> bool {
    identity_of(&line.user) == identity_of(user)
}

/// Whether an attempt counts still. One that lies ahead was made by a clock that has been set back since.
fn counts(line: &FailedUnlock, now: DateTime<Utc>) -> bool {
    let passed = now - line.at;
    !line.past && passed < TimeDelta::minutes(COUNTS) && passed > TimeDelta::seconds(-i64::from(LONGEST))
}

fn in_time(lines: &[FailedUnlock], user: &str, now: DateTime<Utc>) -> Result<(), Problem> {
    match wait(lines, user, now) {
        Some(seconds) => Err(Problem::new(Kind::Locked, "unlock-early").with("seconds", seconds)),
        None => Ok(()),
    }
}

/// How many seconds a user has to wait before the next attempt, if any.
fn wait(lines: &[FailedUnlock], user: &str, now: DateTime<Utc>) -> Option<i64> {
    let counted = || lines.iter().filter(|line| is_of(line, user) && counts(line, now));
    let beyond = u32::try_from(counted().count()).unwrap_or(u32::MAX).checked_sub(FREE)?;
    let wait = FIRST.saturating_mul(2u32.saturating_pow(beyond)).min(LONGEST);
    let passed = (now - counted().map(|line| line.at).max()?).num_milliseconds();
    let left = i64::from(wait) * 1000 - passed;
    (left > 0).then(|| (left + 999) / 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
    }

    fn fails(directory: &Path, user: &str, second: i64) -> Result<(), i64> {
        match Attempt::begin(directory, user, "", at(second)) {
            Ok(attempt) => {
                attempt.failed();
                Ok(())
            }
            Err(problem) => Err(problem.args[0].1.parse().unwrap()),
        }
    }

    #[test]
    fn waits_grow_for_the_user_that_is_tried_and_end() {
        let directory = tempfile::tempdir().unwrap();
        let mut now = 0;
        let mut waits = Vec::new();
        for _ in 0..12 {
            if let Err(seconds) = fails(directory.path(), "Karin", now) {
                waits.push(seconds);
                assert_eq!(fails(directory.path(), "KARIN", now + seconds - 1), Err(1), "a user has one name");
                now += seconds;
                fails(directory.path(), "Karin", now).unwrap();
            }
        }
        assert_eq!(waits, [2, 4, 8, 16, 32, 60, 60, 60, 60]);
        assert_eq!(fails(directory.path(), "Sara", now), Ok(()), "nobody else waits");
        assert_eq!(fails(directory.path(), "Karin", now + 3600), Ok(()), "it is forgotten after an hour");
    }

    #[test]
    fn whoever_gets_in_begins_anew_and_what_failed_is_still_to_be_told() {
        let directory = tempfile::tempdir().unwrap();
        for second in 0..3 {
            fails(directory.path(), "Karin", second).unwrap();
        }
        assert_eq!(fails(directory.path(), "Karin", 3), Err(1));
        Attempt::begin(directory.path(), "karin", "pts/3", at(10)).unwrap().passed().unwrap();
        assert_eq!(fails(directory.path(), "Karin", 10), Ok(()));
        let mut file = File::open(directory.path().join(ATTEMPTS)).unwrap();
        let lines = read(&mut file);
        assert_eq!(
            lines.iter().map(|line| (line.at, line.past)).collect::<Vec<_>>(),
            [(at(0), true), (at(1), true), (at(2), true), (at(10), false)]
        );
    }

    #[test]
    fn whoever_tries_many_at_once_gains_nothing_and_who_knows_theirs_may() {
        let directory = tempfile::tempdir().unwrap();
        let begin = || Attempt::begin(directory.path(), "Karin", "", at(0)).unwrap();
        (0..20).map(|_| begin()).collect::<Vec<_>>().into_iter().for_each(|attempt| attempt.passed().unwrap());
        let mut at_once: Vec<_> = (0..20).map(|_| begin()).collect();
        let right = at_once.pop().unwrap();
        at_once.into_iter().for_each(Attempt::failed);
        assert_eq!(right.passed().unwrap_err().key, "unlock-early");
    }

    #[test]
    fn a_clock_that_is_set_back_keeps_nobody_out() {
        let directory = tempfile::tempdir().unwrap();
        for second in 0..3 {
            fails(directory.path(), "Karin", 100_000 + second).unwrap();
        }
        assert_eq!(fails(directory.path(), "Karin", 0), Ok(()));
    }

    #[test]
    fn what_is_no_line_and_too_many_lines_do_no_harm() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join(ATTEMPTS);
        std::fs::write(&path, "{\"at\": 3}\nnonsense\n\u{0}\n".repeat(5000)).unwrap();
        for turn in 0..1100 {
            fails(directory.path(), &format!("user {turn}"), turn).unwrap();
        }
        assert_eq!(read(&mut File::open(&path).unwrap()).len(), MOST);
        let elsewhere = Path::new("/nowhere/at/all");
        assert_eq!(fails(elsewhere, "Karin", 0), Ok(()));
    }
}
