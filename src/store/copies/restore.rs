//! A copy becomes a casebook: a backup elsewhere, a standby where it lies.
//!
//! It is proven before anybody can open it, and its journal then says of what it was made and how far that went, so
//! that whoever holds it against a later head of its chain knows why it ends there. A backup is restored beside its
//! place and takes it in one step; whatever ends the program before that leaves nothing there. Nothing is ever
//! overwritten.

use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::super::casebook::Clock;
use super::super::files::{self, Existing};
use super::super::slots::Opened;
use super::super::{Casebook, place as ground};
use super::parts::Parts;
use super::place::Place;
use super::prove::prove;
use super::standby::{PROMOTED, is_half_promoted, promoted};
use super::{CARD, CopyCard, CopyKind, DATABASE, clear};
use crate::domain::access::Right;
use crate::domain::problem::{Kind, Problem};

/// Says that a directory is what a restore is making of a copy.
const MARK: &str = "restoring";

/// A copy that is there, still locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    casebook: Casebook,
    card: CopyCard,
}

/// A casebook that was made of a copy.
#[derive(Debug)]
pub struct Restored {
    /// It.
    pub casebook: Casebook,
    /// Of which kind the copy was.
    pub of: CopyKind,
    /// When the copy was made.
    pub at: DateTime<Utc>,
    /// The last row of the journal that came out of it; what was written after it is not there.
    pub row: i64,
    /// What whoever asked is to know.
    pub note: Option<Problem>,
}

impl Copied {
    /// The copy of a directory: that one, or the newest of those that lie in it.
    ///
    /// # Errors
    /// No whole copy is there.
    pub fn find(path: &Path) -> Result<Self, Problem> {
        let none = || Problem::new(Kind::NotFound, "no-copy").with("path", path.display());
        if let Some(card) = CopyCard::read(path) {
            return if card.row.is_some() { Self::of(path, card) } else { Err(none()) };
        }
        if !files::is_there(path)? {
            return Err(none());
        }
        let newest = Place::there(path).copies(None, None)?.pop().ok_or_else(none)?;
        Self::of(&path.join(newest.name), newest.card)
    }

    /// The standby to promote at a place: one that was being promoted, or else the newest.
    ///
    /// # Errors
    /// None is there; one was promoted already.
    pub fn standby(place: &Path) -> Result<Self, Problem> {
        let none = || Problem::new(Kind::NotFound, "no-standby").with("path", place.display());
        if is_half_promoted(place) {
            let path = place.join(PROMOTED);
            return CopyCard::read(&path).ok_or_else(none).and_then(|card| Self::of(&path, card));
        }
        if files::is_there(&place.join(PROMOTED))? {
            return Err(promoted(place));
        }
        if !files::is_there(place)? {
            return Err(none());
        }
        let newest = Place::there(place).copies(Some(CopyKind::Standby), None)?.pop().ok_or_else(none)?;
        Self::of(&place.join(newest.name), newest.card)
    }

    fn of(path: &Path, card: CopyCard) -> Result<Self, Problem> {
        Ok(Self { casebook: Casebook::found(path)?, card })
    }

    /// The casebook that it is of, as it lies there: whose users they are, whose data it holds.
    pub fn casebook(&self) -> &Casebook {
        &self.casebook
    }

    /// When it was made.
    pub fn at(&self) -> DateTime<Utc> {
        self.card.at
    }

    /// Makes a casebook of it in a directory that is not there, or holds nothing.
    ///
    /// # Errors
    /// Something is there; no such user, a wrong passphrase, a role that does not look after casebooks; a copy that is
    /// not whole; a disk that cannot be written to. Then there is no casebook.
    pub fn restore(&self, user: &str, passphrase: &str, to: &Path, clock: Clock) -> Result<Restored, Problem> {
        let opened = self.casebook.opened(user, passphrase)?;
        refuse_what_is_there(to)?;
        let making = Making::beside(to)?;
        ground::check(&making.path)?;
        self.carry_over(&making.path)?;
        let (row, note) = self.become_casebook(&making.path, opened, (user, passphrase), clock)?;
        let casebook = making.take_place(to)?;
        Ok(Restored { casebook, of: self.card.kind, at: self.card.at, row, note })
    }

    /// Makes the standby a casebook where it lies, under a name that stays.
    ///
    /// # Errors
    /// As [`Copied::restore`]; what was begun is gone on with when it is asked for again.
    pub fn promote(&self, user: &str, passphrase: &str, place: &Path, clock: Clock) -> Result<Restored, Problem> {
        let opened = self.casebook.opened(user, passphrase)?;
        let (from, to) = (self.casebook.directory(), place.join(PROMOTED));
        files::write_private(&from.join("gate"), b"", Existing::Keep)?;
        let (row, note) = self.become_casebook(from, opened, (user, passphrase), clock)?;
        let failed = |cause| files::problem("write-file", &to, cause);
        if from != to {
            fs::rename(from, &to).map_err(failed)?;
        }
        fs::remove_file(to.join(CARD)).map_err(failed)?;
        files::sync_directory(&to)?;
        files::sync_directory(place)?;
        Ok(Restored { casebook: Casebook::find(&to)?, of: self.card.kind, at: self.card.at, row, note })
    }

    /// Copies everything into a directory that is being made. Links are not followed.
    fn carry_over(&self, to: &Path) -> Result<(), Problem> {
        let from = self.casebook.directory();
        Parts::of_copy(from)?.write(to)?;
        let (from, to) = (from.join(DATABASE), to.join(DATABASE));
        let failed = |cause| files::problem("read-part", &from, cause);
        if !fs::symlink_metadata(&from).map_err(failed)?.is_file() {
            return Err(failed(std::io::ErrorKind::InvalidData.into()));
        }
        let mut read = File::open(&from).map_err(failed)?;
        files::write_private(&to, b"", Existing::Refuse)?;
        files::write_private(&to.with_file_name("gate"), b"", Existing::Refuse)?;
        let written = File::options().write(true).open(&to).and_then(|mut file| {
            std::io::copy(&mut read, &mut file)?;
            file.sync_all()
        });
        written.map_err(|cause| files::problem("write-file", &to, cause))
    }

    /// Proves what lies in a directory, and writes into its journal what it is; how far the copy went.
    fn become_casebook(
        &self,
        directory: &Path,
        opened: Opened,
        (user, passphrase): (&str, &str),
        clock: Clock,
    ) -> Result<(i64, Option<Problem>), Problem> {
        let told = self.card.row.unwrap_or_default();
        let proof = prove(directory, &opened.key, self.casebook.purpose())?;
        if proof.row < told {
            return Err(Problem::new(Kind::Io, "copy-not-whole")
                .with("what", "rows")
                .with("path", directory.display()));
        }
        let store = Casebook::found(directory)?.unlocked(opened, user, passphrase, clock)?;
        store.ask(Right::Maintain)?;
        store.journal_restored(self.card.kind, self.card.at, told)?;
        store.leave()?;
        Ok((told, proof.note()))
    }
}

fn refuse_what_is_there(to: &Path) -> Result<(), Problem> {
    let refused = |key| Err(Problem::new(Kind::Usage, key).with("path", to.display()));
    if !files::is_there(to)? && fs::symlink_metadata(to).is_err() {
        return Ok(());
    }
    if files::is_there(&to.join("casebook.toml"))? {
        return refused("casebook-exists");
    }
    match fs::read_dir(to).map(|mut entries| entries.next().is_none()) {
        Ok(true) if !fs::symlink_metadata(to).is_ok_and(|file| file.is_symlink()) => Ok(()),
        _ => refused("directory-not-empty"),
    }
}

/// A directory in which a casebook is made, beside where it is to be.
struct Making {
    path: PathBuf,
    _held: File,
    is_done: bool,
}

impl Making {
    fn beside(to: &Path) -> Result<Self, Problem> {
        let mut path = std::path::absolute(to).map_err(|cause| files::problem("make-directory", to, cause))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        path.set_file_name(format!("{name}.restoring"));
        let failed = |cause| files::problem("make-directory", &path, cause);
        path.parent().map_or(Ok(()), files::make_directory)?;
        match DirBuilder::new().mode(0o700).create(&path) {
            Err(cause) if cause.kind() != std::io::ErrorKind::AlreadyExists => Err(failed(cause)),
            made => {
                let held = File::open(&path).map_err(failed)?;
                if let Err(fs::TryLockError::WouldBlock) = held.try_lock() {
                    return Err(Problem::new(Kind::Usage, "casebook-being-made").with("path", to.display()));
                }
                if made.is_err() {
                    empty_what_was_left(&path)?;
                    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).map_err(failed)?;
                }
                files::write_private(&path.join(MARK), b"", Existing::Keep)?;
                Ok(Self { path, _held: held, is_done: false })
            }
        }
    }

    /// Gives the casebook its place.
    fn take_place(mut self, to: &Path) -> Result<Casebook, Problem> {
        let failed = |cause| files::problem("make-directory", to, cause);
        files::sync_directory(&self.path)?;
        fs::rename(&self.path, to).map_err(failed)?;
        self.is_done = true;
        // Whatever ends the program here: the mark says nothing of a directory of another name.
        fs::remove_file(to.join(MARK)).map_err(failed)?;
        files::sync_directory(to)?;
        std::path::absolute(to).ok().as_deref().and_then(Path::parent).map_or(Ok(()), files::sync_directory)?;
        Casebook::find(to)
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        if !self.is_done {
            clear(&self.path);
        }
    }
}

/// Empties what a restore has left that was killed; what has no mark of it is somebody's.
fn empty_what_was_left(path: &Path) -> Result<(), Problem> {
    let failed = |cause| files::problem("make-directory", path, cause);
    let all: Vec<PathBuf> = fs::read_dir(path).map_err(failed)?.flatten().map(|entry| entry.path()).collect();
    if !all.is_empty() && !path.join(MARK).exists() {
        return Err(Problem::new(Kind::Usage, "directory-not-empty").with("path", path.display()));
    }
    // The mark goes last: whatever ends the program, what is left still has it.
    for left in all.iter().filter(|left| !left.ends_with(MARK)) {
        fs::remove_file(left).or_else(|_| fs::remove_dir_all(left)).map_err(failed)?;
    }
    Ok(())
}
