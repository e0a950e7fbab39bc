//! The casebook: a directory with the encrypted database and the key slots, still locked.
//!
//! `casebook.db` (SQLCipher 4, with its WAL), `keys/` (see [`super::slots`]), `gate` (an empty file that writers lock
//! while they write, and touch when they are done), `queue/` (an empty file each who waits for it), `casebook.toml`
//! (what kind of casebook it is). Only the owner may enter the directory. The card comes last: a directory with the
//! other files and no card is a casebook whose making was broken off, and is made anew if nothing can be in it
//! ([`super::making`]).

use std::fs::{self, File, Permissions, TryLockError};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::chain::{self, people};
use super::connection::Opener;
use super::files::{self, Existing};
use super::slots::{Opened, Pair};
use super::watched::Watched;
use super::{Store, connection, copies, making, place, reserve, schema, slots, trouble, users};
use crate::domain::codes::Role;
use crate::domain::looked::Whence;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

/// Tells the time for the journal; always the real clock.
pub type Clock = fn() -> DateTime<Utc>;

/// How often, and after what pause, it is looked again whether somebody else still makes a casebook.
const TRIES: u32 = 50;
const PAUSE: Duration = Duration::from_millis(20);

/// Whose data a casebook holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CasebookKind {
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
    purpose: CasebookKind,
}

/// A casebook that is there but not unlocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Casebook {
    directory: PathBuf,
    purpose: CasebookKind,
    anew: bool,
    whence: Option<Whence>,
}

impl Casebook {
    /// Finds the casebook in a directory.
    ///
    /// # Errors
    /// No casebook there; a directory that others can read; a disk whose locks cannot be trusted.
    pub fn find(directory: &Path) -> Result<Self, Problem> {
        let card = directory.join("casebook.toml");
        let missing = || Problem::new(Kind::Locked, "no-casebook").with("path", directory.display());
        if !files::is_there(&card)? {
            return Err(if making::is_begun(directory) { half_made(directory) } else { missing() });
        }
        if let Some(kind) = copies::kind_of(directory) {
            let refused = Problem::new(Kind::Locked, "casebook-is-copy").with("path", directory.display());
            return Err(refused.with("kind", kind.name()));
        }
        files::check_private(directory)?;
        place::check(directory)?;
        Self::found(directory)
    }

    /// What a directory holds, whoever can read it and whether or not it is a copy.
    pub(super) fn found(directory: &Path) -> Result<Self, Problem> {
        let card = directory.join("casebook.toml");
        let missing = || Problem::new(Kind::Locked, "no-casebook").with("path", directory.display());
        let text = files::read_small(&card, LARGEST_CARD).map_err(|cause| files::no_entry(directory, cause))?;
        let card: Card = toml::from_str(&text).map_err(|cause| missing().because(cause))?;
        Ok(Self { directory: directory.to_owned(), purpose: card.purpose, anew: false, whence: None })
    }

    /// Makes a casebook of real families and its first user.
    ///
    /// # Errors
    /// A casebook is already there, the directory holds something else, the passphrase is too short. What is left of a
    /// making that was broken off is made anew, unless something may be in it.
    pub fn init(directory: &Path, first: FirstUser<'_>, passphrase: &str, clock: Clock) -> Result<Self, Problem> {
        slots::check_passphrase(passphrase, first.name)?;
        let reopen = |keys: &Path| slots::open(keys, first.name, passphrase).ok().map(|opened| opened.key);
        Self::make(directory, CasebookKind::Real, &[first], clock, reopen, |keys, key| {
            slots::write(keys, first.name, passphrase, key).map(Some)
        })
    }

    /// Makes an empty demo casebook with its users.
    ///
    /// # Errors
    /// As [`Casebook::init`].
    pub fn init_demo(directory: &Path, users: &[FirstUser<'_>], clock: Clock) -> Result<Self, Problem> {
        let reopen = |keys: &Path| slots::open_demo(keys).ok();
        Self::make(directory, CasebookKind::Demo, users, clock, reopen, |keys, key| {
            slots::write_demo(keys, key).map(|()| None)
        })
    }

    fn make(
        directory: &Path,
        purpose: CasebookKind,
        users: &[FirstUser<'_>],
        clock: Clock,
        reopen: impl FnOnce(&Path) -> Option<slots::Key>,
        lock: impl FnOnce(&Path, &slots::Key) -> Result<Option<Pair>, Problem>,
    ) -> Result<Self, Problem> {
        let there = |key| Problem::new(Kind::Usage, key).with("path", directory.display());
        let was_there = directory.exists();
        files::make_directory(directory)?;
        if let Err(problem) = place::check(directory) {
            if !was_there {
                let _ = fs::remove_dir(directory);
            }
            return Err(problem);
        }
        let failed = |cause| files::problem("make-directory", directory, cause);
        // Whoever makes a casebook holds its directory; the system lets go of it when they are gone, however they went.
        let held = File::open(directory).map_err(failed)?;
        // A disk that knows no locks cannot tell of anybody else; who is killed may take a moment to be gone.
        let mut tries = 0;
        while let Err(TryLockError::WouldBlock) = held.try_lock() {
            tries += 1;
            if tries > TRIES {
                return Err(there("casebook-being-made"));
            }
            sleep(PAUSE);
        }
        match Self::find(directory) {
            Ok(_) => return Err(there("casebook-exists")),
            Err(problem) if ["no-casebook", "casebook-half-made"].contains(&problem.key) => {}
            Err(problem) => return Err(problem),
        }
        let anew = match making::left(directory).map_err(failed)? {
            making::Left::Nothing => false,
            making::Left::SomethingElse => return Err(there("directory-not-empty")),
            making::Left::Begun => {
                making::is_empty(directory, reopen)?;
                true
            }
        };
        fs::set_permissions(directory, Permissions::from_mode(0o700))
            .map_err(|cause| files::problem("make-directory", directory, cause))?;
        let casebook = Self { directory: directory.to_owned(), purpose, anew, whence: None };
        if anew {
            casebook.clear_away(true);
        }
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
        lock: impl FnOnce(&Path, &slots::Key) -> Result<Option<Pair>, Problem>,
    ) -> Result<(), Problem> {
        making::begin(&self.directory)?;
        files::make_directory(&self.keys())?;
        let key = slots::Key::new()?;
        let pair = lock(&self.keys(), &key)?;
        files::write_private(&self.gate(), b"", Existing::Keep)?;
        files::write_private(&self.database(), b"", Existing::Keep)?;
        let database = connection::open(&self.database(), &key)?;
        schema::migrate(&database)?;
        for user in users {
            let public = match &pair {
                Some(pair) => pair.public(),
                None => Pair::of_demo(&key, &identity_of(user.name)).public(),
            };
            users::insert(&database, user.name, user.role, public)?;
        }
        drop(database);
        let first = users.first().map_or("", |first| first.name);
        self.unlocked(Opened::first(key, pair), first, "", clock)?.journal_setup()?;
        let failed = |cause| Problem::new(Kind::Usage, "write-file").with("path", self.card().display()).because(cause);
        let card = toml::to_string(&Card { purpose: self.purpose }).map_err(failed)?;
        making::end(&self.directory)?;
        files::write_whole(&self.card(), card.as_bytes())
    }

    /// Takes away what a failed making left, so that it does not block the next; nothing else was in the directory.
    fn clear_away(&self, directory_was_there: bool) {
        // The problem that is already being told matters more than one met here.
        let _ = fs::remove_dir_all(self.keys());
        for name in making::FILES {
            let _ = fs::remove_file(self.directory.join(name));
        }
        if !directory_was_there {
            let _ = fs::remove_dir(&self.directory);
        }
    }

    /// Unlocks the casebook as a user. A demo casebook ignores the passphrase. What the user left behind when the
    /// program ended is taken back.
    ///
    /// # Errors
    /// No such user, wrong passphrase, too early after several wrong ones, damaged key file, a newer format, a damaged
    /// database.
    pub fn unlock(&self, user: &str, passphrase: &str, clock: Clock) -> Result<Store, Problem> {
        let _entering = self.entering()?;
        let opened = match self.purpose {
            CasebookKind::Demo => self.opened(user, passphrase)?,
            CasebookKind::Real => self.attempt(user, clock, || self.opened(user, passphrase))?,
        };
        let store = self.unlocked(opened, user, passphrase, clock)?;
        reserve::lay_up(&self.directory);
        store.take_back_all(self);
        store.tell_of_failed_unlocks(self);
        Ok(store)
    }

    /// What a user's passphrase opens.
    pub(super) fn opened(&self, user: &str, passphrase: &str) -> Result<Opened, Problem> {
        match self.purpose {
            CasebookKind::Demo => Ok(Opened::first(slots::open_demo(&self.keys())?, None)),
            CasebookKind::Real => slots::open(&self.keys(), user, passphrase),
        }
    }

    pub(super) fn unlocked(
        &self,
        opened: Opened,
        user: &str,
        passphrase: &str,
        clock: Clock,
    ) -> Result<Store, Problem> {
        let mut store = self.opened_as(opened, user, clock)?;
        let found = store.pair.take();
        store.take_up(self, found, passphrase)?;
        Ok(store)
    }

    /// The casebook as somebody, with what was found in a slot; whether the slot is theirs is asked elsewhere.
    pub(super) fn opened_as(&self, opened: Opened, user: &str, clock: Clock) -> Result<Store, Problem> {
        if !self.database().exists() {
            return Err(Problem::new(Kind::Locked, "no-database").with("path", self.database().display()));
        }
        let Opened { key, epoch, next, pair, given } = opened;
        // While a new key takes the old one's place a slot holds both.
        let next = next.map(|next| (epoch.saturating_add(1), next));
        let (database, epoch, key) = match next.map(|(epoch, key)| (self.open_with(&key), epoch, key)) {
            Some((Ok(database), epoch, key)) => {
                // Where that cannot be written now, it is done the next time.
                let _ = slots::settle(&self.keys(), user);
                (database, epoch, key)
            }
            Some((Err(problem), ..)) if problem.key != "key-does-not-fit" => return Err(problem),
            _ => (self.open_with(&key).map_err(|problem| self.of_an_older_key(epoch, problem))?, epoch, key),
        };
        let actor = users::find(&database, user)?;
        chain::hold_card(&database, self.purpose)?;
        people::hold_user(&database, actor.id)?;
        let actor = actor.let_in()?;
        let opener = Opener { path: self.database(), key: Arc::new(key) };
        let mut store = Store::new(database, opener, self, actor, clock)?;
        store.watched = Watched::of(&self.database(), &self.keys(), epoch);
        (store.epoch, store.pair) = (epoch, pair);
        store.given.set(given);
        Ok(store)
    }

    fn open_with(&self, key: &slots::Key) -> Result<Connection, Problem> {
        let ready = |database: Connection| schema::migrate(&database).map(|()| database);
        // A disk that cannot be written to can be read from.
        match connection::open(&self.database(), key).and_then(ready) {
            Err(problem) if trouble::is_of_disk(&problem) => {
                connection::open_to_read(&self.database(), key).and_then(ready).map_err(|_| problem)
            }
            opened => opened,
        }
    }

    /// What is said of a key that does not fit: that it is an older one, where others have a newer.
    fn of_an_older_key(&self, epoch: u32, problem: Problem) -> Problem {
        match problem.key {
            "key-does-not-fit" if epoch < slots::newest_epoch(&self.keys()) => {
                Problem::new(Kind::Locked, "older-key-file").because(problem)
            }
            _ => problem,
        }
    }

    /// Held while somebody opens the casebook: meanwhile nobody puts another database in its place.
    pub(super) fn entering(&self) -> Result<File, Problem> {
        holding(&self.directory, File::try_lock_shared)
    }

    /// Held while another database takes the place of the one that is there: meanwhile nobody opens it.
    pub(super) fn alone(&self) -> Result<File, Problem> {
        holding(&self.directory, File::try_lock)
    }

    /// Users who can unlock the casebook with a passphrase; none in a demo.
    ///
    /// # Errors
    /// When the key slots cannot be read.
    pub fn users(&self) -> Result<Vec<String>, Problem> {
        slots::users(&self.keys())
    }

    /// Whose data it holds.
    pub fn purpose(&self) -> CasebookKind {
        self.purpose
    }

    /// Whether it was made anew, after a making that was broken off.
    pub fn is_made_anew(&self) -> bool {
        self.anew
    }

    /// The casebook as it is used from somewhere; who unlocks it is journalled with it.
    #[must_use]
    pub fn at(self, whence: Whence) -> Self {
        Self { whence: Some(whence), ..self }
    }

    /// From where it is used, if that is known.
    pub(super) fn whence(&self) -> Option<&Whence> {
        self.whence.as_ref()
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

    pub(super) fn database(&self) -> PathBuf {
        self.directory.join("casebook.db")
    }
}

fn half_made(directory: &Path) -> Problem {
    Problem::new(Kind::Locked, "casebook-half-made").with("path", directory.display())
}

/// Holds a casebook's directory until what comes back is dropped.
pub(super) fn holding(directory: &Path, lock: fn(&File) -> Result<(), TryLockError>) -> Result<File, Problem> {
    let held = File::open(directory).map_err(|cause| files::no_entry(directory, cause))?;
    let mut waited = Duration::ZERO;
    // A disk that knows no locks cannot tell of anybody else.
    while let Err(TryLockError::WouldBlock) = lock(&held) {
        if waited >= PAUSE * TRIES * 10 {
            return Err(Problem::new(Kind::Io, "busy"));
        }
        sleep(PAUSE);
        waited += PAUSE;
    }
    Ok(held)
}
