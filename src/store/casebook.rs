//! The casebook: a directory with the encrypted database and the key slots, still locked.
//!
//! `casebook.db` (SQLCipher 4, with its WAL), `keys/` (see [`super::slots`]), `gate` (an empty file that writers lock
//! so that they queue fairly, and touch when they are done), `casebook.toml` (what kind of casebook it is). Only the
//! owner may enter the directory.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::files::{self, Existing};
use super::{Store, connection, schema, slots, users};
use crate::domain::codes::Role;
use crate::domain::problem::{Kind, Problem};

/// Tells the time for the journal; always the real clock.
pub type Clock = fn() -> DateTime<Utc>;

/// Whose data a casebook holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Real families.
    Real,
    /// Invented families; opens without a passphrase and says so on every screen.
    Demo,
}

/// A user to be made together with a new casebook.
#[derive(Debug, Clone, Copy)]
pub struct FirstUser<'a> {
    /// The user's name, which is also how staff is called in lists.
    pub name: &'a str,
    /// What the user may do.
    pub role: Role,
}

/// The card is one line.
const LARGEST_CARD: u64 = 16 * 1024;

#[derive(Serialize, Deserialize)]
struct Card {
    purpose: Purpose,
}

/// A casebook that is there but not unlocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Casebook {
    directory: PathBuf,
    purpose: Purpose,
}

impl Casebook {
    /// Finds the casebook in a directory.
    ///
    /// # Errors
    /// No casebook there; a directory that others can read.
    pub fn find(directory: &Path) -> Result<Self, Problem> {
        let card = directory.join("casebook.toml");
        let missing = || Problem::new(Kind::Locked, "no-casebook").with("path", directory.display());
        if !files::is_there(&card)? {
            return Err(missing());
        }
        files::check_private(directory)?;
        let text = files::read_small(&card, LARGEST_CARD).map_err(|cause| files::no_entry(directory, cause))?;
        let card: Card = toml::from_str(&text).map_err(|cause| missing().because(cause))?;
        Ok(Self { directory: directory.to_owned(), purpose: card.purpose })
    }

    /// Makes a casebook of real families and its first user.
    ///
    /// # Errors
    /// A casebook is already there, the directory holds something else, the passphrase is too short.
    pub fn init(directory: &Path, first: FirstUser<'_>, passphrase: &str, clock: Clock) -> Result<Self, Problem> {
        slots::check_passphrase(passphrase, first.name)?;
        Self::make(directory, Purpose::Real, &[first], clock, |keys, key| {
            slots::write(keys, first.name, passphrase, key)
        })
    }

    /// Makes an empty demo casebook with its users.
    ///
    /// # Errors
    /// As [`Casebook::init`].
    pub fn init_demo(directory: &Path, users: &[FirstUser<'_>], clock: Clock) -> Result<Self, Problem> {
        Self::make(directory, Purpose::Demo, users, clock, slots::write_demo)
    }

    fn make(
        directory: &Path,
        purpose: Purpose,
        users: &[FirstUser<'_>],
        clock: Clock,
        lock: impl FnOnce(&Path, &slots::Key) -> Result<(), Problem>,
    ) -> Result<Self, Problem> {
        let there = |key| Problem::new(Kind::Usage, key).with("path", directory.display());
        if directory.join("casebook.toml").exists() {
            return Err(there("casebook-exists"));
        }
        let was_there = directory.exists();
        files::make_directory(directory)?;
        let mut entries =
            fs::read_dir(directory).map_err(|cause| files::problem("make-directory", directory, cause))?;
        if entries.next().is_some() {
            return Err(there("directory-not-empty"));
        }
        fs::set_permissions(directory, Permissions::from_mode(0o700))
            .map_err(|cause| files::problem("make-directory", directory, cause))?;
        let casebook = Self { directory: directory.to_owned(), purpose };
        match casebook.furnish(users, clock, lock) {
            Ok(()) => Ok(casebook),
            Err(problem) => {
                casebook.clear_away(was_there);
                Err(problem)
            }
        }
    }

    /// Puts everything into a new casebook; the card comes last, so that there is no casebook until it is whole.
    fn furnish(
        &self,
        users: &[FirstUser<'_>],
        clock: Clock,
        lock: impl FnOnce(&Path, &slots::Key) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        files::make_directory(&self.keys())?;
        let key = slots::new_key()?;
        lock(&self.keys(), &key)?;
        files::write_private(&self.gate(), b"", Existing::Keep)?;
        files::write_private(&self.database(), b"", Existing::Keep)?;
        let database = connection::open(&self.database(), &key)?;
        schema::migrate(&database)?;
        for user in users {
            users::insert(&database, user.name, user.role)?;
        }
        drop(database);
        self.unlocked(&key, users.first().map_or("", |first| first.name), clock)?.journal_setup()?;
        let failed = |cause| Problem::new(Kind::Usage, "write-file").with("path", self.card().display()).because(cause);
        let card = toml::to_string(&Card { purpose: self.purpose }).map_err(failed)?;
        files::write_private(&self.card(), card.as_bytes(), Existing::Refuse)
    }

    /// Takes away what a failed making left, so that it does not block the next; nothing else was in the directory.
    fn clear_away(&self, directory_was_there: bool) {
        // The problem that is already being told matters more than one met here.
        let _ = fs::remove_dir_all(self.keys());
        for name in ["casebook.toml", "casebook.db", "casebook.db-wal", "casebook.db-shm", "gate"] {
            let _ = fs::remove_file(self.directory.join(name));
        }
        if !directory_was_there {
            let _ = fs::remove_dir(&self.directory);
        }
    }

    /// Unlocks the casebook as a user. A demo casebook ignores the passphrase.
    ///
    /// # Errors
    /// No such user, wrong passphrase, damaged key file, a newer format, a damaged database.
    pub fn unlock(&self, user: &str, passphrase: &str, clock: Clock) -> Result<Store, Problem> {
        let key = match self.purpose {
            Purpose::Demo => slots::open_demo(&self.keys())?,
            Purpose::Real => slots::open(&self.keys(), user, passphrase)?,
        };
        self.unlocked(&key, user, clock)
    }

    fn unlocked(&self, key: &slots::Key, user: &str, clock: Clock) -> Result<Store, Problem> {
        if !self.database().exists() {
            return Err(Problem::new(Kind::Locked, "no-database").with("path", self.database().display()));
        }
        let database: Connection = connection::open(&self.database(), key)?;
        schema::migrate(&database)?;
        let actor = users::find(&database, user)?;
        Store::new(database, self, actor, clock)
    }

    /// Users who can unlock the casebook with a passphrase; none in a demo.
    ///
    /// # Errors
    /// When the key slots cannot be read.
    pub fn users(&self) -> Result<Vec<String>, Problem> {
        slots::users(&self.keys())
    }

    /// Whose data it holds.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// Where it is.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The file in its directory that every write touches once it is done: whoever watches it need not ask.
    pub fn bell(&self) -> PathBuf {
        self.gate()
    }

    pub(super) fn keys(&self) -> PathBuf {
        self.directory.join("keys")
    }

    fn card(&self) -> PathBuf {
        self.directory.join("casebook.toml")
    }

    pub(super) fn gate(&self) -> PathBuf {
        self.directory.join("gate")
    }

    fn database(&self) -> PathBuf {
        self.directory.join("casebook.db")
    }
}
