//! Where copies lie: a directory that holds several, each under the time it was made.
//!
//! A name without an ending is a whole copy. `.new` is one that is being made, and held by whoever makes it; `.old` is
//! one that is being taken away. What a killed program left of either is swept up by the next, never what is held or of
//! another casebook.
//!
//! | asked for | what is done |
//! |---|---|
//! | a link | refused, with where it leads: whoever can turn the link decides where copies go |
//! | the casebook's directory, or anything in it but `backups` | refused |
//! | a directory that others may write in, or that is somebody else's | refused: they could put theirs in its place |
//! | the disk that the casebook is on | told: a disk that fails takes both |
//! | a disk that cannot keep files to their owner | told: whoever reads it sees the encrypted files |

use std::fs::{self, DirBuilder, File, Metadata};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

use super::super::files;
use super::{CARD, CopyCard, CopyKind, clear};
use crate::domain::problem::{Kind, Problem};

/// How a copy is named by its time.
const NAMED: &str = "%Y-%m-%dT%H%M%SZ";

/// So many letters that has.
const LETTERS: usize = "2026-11-30T111500Z".len();

/// The folder of the casebook itself in which backups may lie.
const OWN: &str = "backups";

/// As many copies can be made within one second.
const MOST: u32 = 100;

/// Anybody but the owner may write there; unless only owners may rename what is theirs.
const OTHERS_WRITE: u32 = 0o022;
const STICKY: u32 = 0o1000;

/// A place for copies.
#[derive(Debug)]
pub(super) struct Place {
    path: PathBuf,
    /// What whoever asked is to be told of it.
    pub(super) notes: Vec<Problem>,
}

/// A copy that is whole.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) name: String,
    pub(super) card: CopyCard,
}

impl Found {
    /// What tells the older of two copies.
    fn age(&self) -> (DateTime<Utc>, Option<i64>, &str) {
        (self.card.at, self.card.row, &self.name)
    }
}

impl Place {
    /// The place of a path; made if it is not there.
    ///
    /// # Errors
    /// What the table of this module refuses.
    pub(super) fn open(asked: &Path, casebook: &Path) -> Result<Self, Problem> {
        let failed = |cause| files::problem("make-directory", asked, cause);
        let asked = &*std::path::absolute(asked).map_err(failed)?;
        let refused = |key| Problem::new(Kind::Usage, key).with("path", asked.display());
        if fs::symlink_metadata(asked).is_ok_and(|file| file.is_symlink()) {
            let leads = fs::canonicalize(asked).unwrap_or_default();
            return Err(refused("copy-place-link").with("to", leads.display()));
        }
        let failed = |cause| files::problem("make-directory", asked, cause);
        let own = fs::canonicalize(casebook).map_err(failed)?;
        // Asked before it is made, so that what is refused leaves nothing; and again, for a link may stand on the way.
        if would_lie_in(asked, &own) {
            return Err(refused("copy-in-casebook"));
        }
        files::make_directory(asked)?;
        let path = fs::canonicalize(asked).map_err(failed)?;
        if would_lie_in(&path, &own) {
            return Err(refused("copy-in-casebook"));
        }
        let device = |path: &Path| fs::metadata(path).map(|file| file.dev());
        let shares_disk = device(&path).map_err(failed)? == device(&own).map_err(failed)?;
        let told = || Problem::new(Kind::Io, "copy-same-disk").with("path", asked.display());
        Ok(Self { path, notes: shares_disk.then(told).into_iter().collect() })
    }

    /// A place that is there, to find copies in.
    pub(super) fn there(path: &Path) -> Self {
        Self { path: path.to_owned(), notes: Vec::new() }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Begins a copy, and sweeps up what was left of others of the same casebook.
    ///
    /// # Errors
    /// What cannot be made; a place that others may write in.
    pub(super) fn begin(&mut self, card: CopyCard) -> Result<Begun, Problem> {
        self.sweep(&card.casebook);
        let (name, new, held) = self.new_directory(card.at)?;
        let begun = Begun { whole: self.path.join(&name), name, new, _held: held, is_done: false };
        card.write(&begun.new)?;
        if !keeps_modes(&begun.new) {
            self.notes.push(Problem::new(Kind::Io, "copy-open-disk").with("path", self.path.display()));
        } else if others_may_write(&self.path) {
            return Err(Problem::new(Kind::Usage, "copy-place-open").with("path", self.path.display()));
        }
        Ok(begun)
    }

    /// A directory that nobody else has, and that is held. One that somebody swept up before it was held is given up
    /// for the next.
    fn new_directory(&self, at: DateTime<Utc>) -> Result<(String, PathBuf, File), Problem> {
        let stem = at.format(NAMED).to_string();
        for number in 1..MOST {
            let name = if number == 1 { stem.clone() } else { format!("{stem}-{number}") };
            let new = self.path.join(format!("{name}.new"));
            if fs::symlink_metadata(self.path.join(&name)).is_ok() {
                continue;
            }
            match DirBuilder::new().mode(0o700).create(&new) {
                Ok(()) => {
                    let Ok(held) = File::open(&new) else { continue };
                    // A disk that knows no locks cannot tell of anybody else; then nothing is swept up either.
                    let _ = held.try_lock();
                    let is_same = |there: Metadata| held.metadata().is_ok_and(|held| held.ino() == there.ino());
                    if fs::symlink_metadata(&new).is_ok_and(is_same) {
                        return Ok((name, new, held));
                    }
                }
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {}
                Err(cause) => return Err(files::problem("make-directory", &new, cause)),
            }
        }
        Err(Problem::new(Kind::Io, "make-directory").with("path", self.path.join(stem).display()))
    }

    /// The whole copies of a kind, of one casebook if one is named; oldest first, and of those that were begun within
    /// one second first the one that reaches less far: a name says nothing, for one that was given up is used again.
    ///
    /// # Errors
    /// A place that cannot be read.
    pub(super) fn copies(&self, kind: Option<CopyKind>, of: Option<&str>) -> Result<Vec<Found>, Problem> {
        let mut found = Vec::new();
        for name in self.names()? {
            let Some(card) = time_of(&name).and_then(|_| CopyCard::read(&self.path.join(&name))) else { continue };
            let is_asked = kind.is_none_or(|kind| kind == card.kind) && of.is_none_or(|of| of == card.casebook);
            if is_asked && card.row.is_some() {
                found.push(Found { name, card });
            }
        }
        found.sort_by(|one, other| one.age().cmp(&other.age()));
        Ok(found)
    }

    /// Takes a copy away: from then on it is no copy, whatever ends the program.
    ///
    /// # Errors
    /// What cannot be renamed. What then cannot be removed is swept up another time.
    pub(super) fn remove(&self, name: &str) -> Result<(), Problem> {
        let (path, old) = (self.path.join(name), self.path.join(format!("{name}.old")));
        fs::rename(&path, &old).map_err(|cause| files::problem("remove-copy", &path, cause))?;
        clear(&old);
        Ok(())
    }

    /// Removes what was left by programs that were killed.
    fn sweep(&self, casebook: &str) {
        for name in self.names().unwrap_or_default() {
            let path = self.path.join(&name);
            let left = [".new", ".old"].iter().any(|end| name.strip_suffix(end).and_then(time_of).is_some());
            // Whoever was killed before the card was written had no time to copy anything either.
            let is_begun = || holds_nothing(&path);
            let is_ours = left && CopyCard::read(&path).map_or_else(is_begun, |card| card.casebook == casebook);
            if is_ours && File::open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
                clear(&path);
            }
        }
    }

    /// The directories in it; links are none.
    fn names(&self) -> Result<Vec<String>, Problem> {
        let failed = |cause| files::problem("read-copies", &self.path, cause);
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.path).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if entry.file_type().map_err(failed)?.is_dir() {
                names.extend(entry.file_name().into_string());
            }
        }
        Ok(names)
    }
}

/// Whether there is nothing in a directory but what may have been a card.
fn holds_nothing(path: &Path) -> bool {
    let is_card = |entry: io::Result<fs::DirEntry>| {
        entry.is_ok_and(|entry| entry.file_name().to_string_lossy().trim_start_matches('.').starts_with(CARD))
    };
    fs::read_dir(path).is_ok_and(|mut entries| entries.all(is_card))
}

/// A copy that is being made; what is not finished is taken away.
#[derive(Debug)]
pub(super) struct Begun {
    /// What it will be called.
    pub(super) name: String,
    new: PathBuf,
    whole: PathBuf,
    /// Held for as long as it is being made.
    _held: File,
    is_done: bool,
}

impl Begun {
    /// Where it is being made.
    pub(super) fn directory(&self) -> &Path {
        &self.new
    }

    /// Says that it is whole: writes how far it goes, sees to it that all of it is on the disk, gives it its name.
    ///
    /// # Errors
    /// What cannot be written; then there is no copy.
    pub(super) fn finish(mut self, card: &CopyCard) -> Result<PathBuf, Problem> {
        card.write(&self.new)?;
        files::sync_directory(&self.new)?;
        fs::rename(&self.new, &self.whole).map_err(|cause| files::problem("write-file", &self.whole, cause))?;
        self.is_done = true;
        self.whole.parent().map_or(Ok(()), files::sync_directory)?;
        Ok(self.whole.clone())
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if !self.is_done {
            clear(&self.new);
        }
    }
}

/// When a copy of a name was made; none if it is not the name of one.
pub(super) fn time_of(name: &str) -> Option<DateTime<Utc>> {
    let (stem, rest) = name.split_at_checked(LETTERS)?;
    let is_numbered = |rest: &str| rest.strip_prefix('-').is_some_and(|number| number.parse::<u32>().is_ok());
    let at = NaiveDateTime::parse_from_str(stem, NAMED).ok()?;
    (rest.is_empty() || is_numbered(rest)).then(|| at.and_utc())
}

/// What a copy made at a time is called, where no other was made in the same second.
pub(super) fn name_of(at: DateTime<Utc>) -> String {
    at.format(NAMED).to_string()
}

/// Whether a place is, or would be, in the casebook's directory, and not where that keeps its backups.
fn would_lie_in(place: &Path, casebook: &Path) -> bool {
    let Some(whole) = place.ancestors().find_map(|above| fs::canonicalize(above).ok().map(|whole| (above, whole)))
    else {
        return false;
    };
    let (above, mut whole) = whole;
    whole.extend(place.strip_prefix(above).into_iter().flat_map(Path::components));
    whole.starts_with(casebook) && !whole.starts_with(casebook.join(OWN))
}

/// Whether the disk keeps a file to its owner.
fn keeps_modes(new: &Path) -> bool {
    [new.to_owned(), new.join(CARD)].iter().all(|path| fs::metadata(path).is_ok_and(|file| file.mode() & 0o077 == 0))
}

fn others_may_write(path: &Path) -> bool {
    let us = rustix::process::geteuid().as_raw();
    fs::metadata(path).is_ok_and(|place| {
        let is_open = place.mode() & OTHERS_WRITE != 0 && place.mode() & STICKY == 0;
        is_open || ![us, 0].contains(&place.uid())
    })
}
