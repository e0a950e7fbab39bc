//! A new database key, when somebody is to open the casebook no more.
//!
//! Whoever had a key has it for good; so the database is copied under a new one, which is sealed to each who stays.
//! While the copy is made people read and saves wait at the gate. At every moment the database's key is in the slot of
//! each who stays, so that whoever is stopped halfway leaves an old casebook or a new one, and both can be opened:
//!
//! 1. every slot is given the new key beside the old one;
//! 2. the database is copied beside itself, under the new key, and the copy is proven;
//! 3. while nobody may open it, the log is emptied and taken away and the copy takes the database's place: one rename;
//! 4. every slot is left with the new key alone, and the slot of whoever went is taken away.
//!
//! Programs that have the old files open can harm nothing: they write nowhere (`store::watched`), SQLite leaves the log
//! of a file that was moved alone, and they are told to unlock again. What was copied before, backups above all, stays
//! readable to whoever had the old key then.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use serde_json::Map;

use super::casebook::CasebookKind;
use super::connection::{self, log_of};
use super::files::{self, Existing};
use super::format::Writing;
use super::journal::{self, Cause, Deed, Entry};
use super::slots::{self, Holding, Key, Opened, Pair, RECOVERING};
use super::users::{self, AccountChange, User};
use super::{Casebook, Store};
use crate::domain::access::Right;
use crate::domain::problem::{Kind, Problem};

/// What the journal calls the database key.
const NOUN: &str = "key";

/// Files beside the database that SQLite keeps for it, by how their names end.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// How often one looks how far the copy has come.
const LOOK: Duration = Duration::from_millis(100);

/// Told how many bytes are done of how many.
pub type Progress<'a> = &'a mut (dyn FnMut(u64, u64) + Send);

/// A casebook under a new key.
#[derive(Debug)]
pub struct Renewed {
    /// The casebook, unlocked as whoever renewed its key; the store before sees it no more.
    pub store: Store,
    /// Users who are not kept out and whom the new key could not be given to: another passphrase must be given them.
    pub left_out: Vec<String>,
}

/// A step of it; each can be the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Offered,
    Begun,
    Copied,
    Rekeyed,
    Proven,
    Emptied,
    TakenAway,
    Renamed,
    Settled,
    Gone,
}

/// Asked after each step whether to go on; only tests say no.
pub(super) type Goes<'a> = &'a dyn Fn(Step) -> Result<(), Problem>;

impl Store {
    /// Removes a user: they are kept out, their key file goes, and the database gets a new key, so that nothing they
    /// may have kept opens it. The store must be opened anew: the one that comes back is.
    ///
    /// # Errors
    /// As [`Store::change_user`]; a demo, whose key is in the open; a disk that cannot be written to. Whoever is
    /// stopped halfway does it again.
    pub fn remove_user(&self, casebook: &Casebook, name: &str, progress: Progress<'_>) -> Result<Renewed, Problem> {
        self.ask(Right::ManageUsers)?;
        self.ask_real()?;
        self.change_user(casebook, name, &AccountChange { is_barred: Some(true), ..AccountChange::default() }, None)?;
        let renewed = self.renew_key(casebook, name, progress, &|_| Ok(()))?;
        renewed.store.journal_key()?;
        Ok(renewed)
    }

    /// Whether a user has a key file; without one they open nothing until a passphrase is given them.
    pub fn has_key_file(&self, casebook: &Casebook, user: &User) -> bool {
        self.purpose == CasebookKind::Demo || Holding::of(&casebook.keys(), &user.name).is_some()
    }

    fn journal_key(&self) -> Result<(), Problem> {
        self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            let said = Map::from_iter([("epoch".to_owned(), self.epoch.into())]);
            let deed = Deed::Change(Map::new(), said);
            let entry = Entry { change, cause: Cause::Person, noun: NOUN, record: 0, family: None, deed };
            self.write_entry(transaction, &entry)
        })
    }

    /// Copies the database under a new key and puts the copy in its place.
    pub(super) fn renew_key(
        &self,
        casebook: &Casebook,
        gone: &str,
        progress: Progress<'_>,
        goes: Goes<'_>,
    ) -> Result<Renewed, Problem> {
        let held = self.gate.hold()?;
        self.watched.check()?;
        self.ask_to_write(Writing::Records)?;
        let (keys, database) = (casebook.keys(), casebook.database());
        let next = Key::new()?;
        let epoch = self.epoch.saturating_add(1);
        let staying: Vec<User> =
            users::all(&self.connection)?.into_iter().filter(|user| user.disabled_at.is_none()).collect();
        let left_out = self.offer_all(&keys, &staying, (epoch, &next))?;
        if left_out.contains(&self.actor.name) {
            return Err(Problem::new(Kind::Locked, "foreign-key-file").with("user", &self.actor.name));
        }
        goes(Step::Offered)?;
        let copy = beside(&database, ".new");
        self.copy_to(&copy, &next, progress, goes)?;
        {
            let _alone = casebook.alone()?;
            self.empty_log(&database)?;
            goes(Step::Emptied)?;
            for ending in BESIDE {
                remove(&beside(&database, ending))?;
            }
            goes(Step::TakenAway)?;
            fs::rename(&copy, &database).map_err(|cause| files::problem("write-file", &database, cause))?;
            files::sync_directory(casebook.directory())?;
        }
        goes(Step::Renamed)?;
        for name in staying.iter().map(|user| user.name.as_str()).chain([RECOVERING]) {
            slots::settle(&keys, name)?;
        }
        goes(Step::Settled)?;
        slots::take_away(&keys, gone)?;
        goes(Step::Gone)?;
        held.ring();
        drop(held);
        let own = self.pair.as_ref().map(|pair| Pair::of(pair.seed().copy()));
        let opened = Opened { key: next, epoch, next: None, pair: own, given: self.given.get() };
        let store = casebook.opened_as(opened, &self.actor.name, self.clock)?;
        Ok(Renewed { store, left_out })
    }

    /// Gives the new key to all who stay; who could not be given it.
    fn offer_all(&self, keys: &Path, staying: &[User], next: (u32, &Key)) -> Result<Vec<String>, Problem> {
        let mut left_out = Vec::new();
        for user in staying {
            self.settle_slot(keys, &user.name)?;
            let is_given = match users::public(&self.connection, user.id)? {
                Some(public) => slots::offer(keys, &user.name, &public, next)?,
                None => false,
            };
            if !is_given {
                left_out.push(user.name.clone());
            }
        }
        if let Some(public) = users::recovery_known(&self.connection)? {
            self.settle_slot(keys, RECOVERING)?;
            slots::offer(keys, RECOVERING, &public, next)?;
        }
        Ok(left_out)
    }

    /// A slot that was left with two keys when one took the other's place before is left with the database's own.
    fn settle_slot(&self, keys: &Path, user: &str) -> Result<(), Problem> {
        match Holding::of(keys, user) {
            Some(Holding { epoch, has_next: true, .. }) if epoch < self.epoch => slots::settle(keys, user),
            _ => Ok(()),
        }
    }

    /// Copies the database under another key, and proves the copy.
    fn copy_to(&self, copy: &Path, next: &Key, progress: Progress<'_>, goes: Goes<'_>) -> Result<(), Problem> {
        for ending in ["", "-wal", "-shm", "-journal"] {
            remove(&beside(copy, ending))?;
        }
        files::write_private(copy, b"", Existing::Refuse)?;
        goes(Step::Begun)?;
        let pages: u64 = self.connection.query_row(
            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
            [],
            |row| row.get::<_, i64>(0).map(i64::unsigned_abs),
        )?;
        let done = AtomicBool::new(false);
        let copied = thread::scope(|scope| {
            let done = &done;
            scope.spawn(move || {
                let length = |path: &Path| fs::metadata(path).map_or(0, |file| file.len());
                while !done.load(Ordering::Relaxed) {
                    thread::sleep(LOOK);
                    let so_far = length(copy) + length(&beside(copy, "-journal")) + length(&log_of(copy));
                    progress(so_far.min(2 * pages), 2 * pages);
                }
            });
            let copied = self.copied(copy, next, goes);
            done.store(true, Ordering::Relaxed);
            copied
        });
        copied?;
        File::open(copy).and_then(|file| file.sync_all()).map_err(|cause| files::problem("write-file", copy, cause))?;
        goes(Step::Proven)
    }

    fn copied(&self, copy: &Path, next: &Key, goes: Goes<'_>) -> Result<(), Problem> {
        self.connection.execute("VACUUM INTO ?", [copy.as_os_str().to_string_lossy()])?;
        goes(Step::Copied)?;
        connection::rekey(copy, self.key(), next)?;
        goes(Step::Rekeyed)?;
        let copied = connection::open(copy, next)?;
        let rows = |connection: &Connection| -> Result<(i64, i64, i64), Problem> {
            let sql =
                "SELECT (SELECT count(*) FROM journal), (SELECT max(id) FROM journal), (SELECT count(*) FROM family)";
            Ok(connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
        };
        let said: String = copied.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if said != "ok" || rows(&copied)? != rows(&self.connection)? {
            return Err(Problem::new(Kind::Io, "copy-unlike"));
        }
        copied.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        drop(copied);
        BESIDE.iter().try_for_each(|ending| remove(&beside(copy, ending)))
    }

    /// Moves all that is committed from the log into the database, so that nothing is in the log.
    fn empty_log(&self, database: &Path) -> Result<(), Problem> {
        let busy: i64 = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        let left = fs::metadata(log_of(database)).map_or(0, |log| log.len());
        if busy == 0 && left == 0 { Ok(()) } else { Err(Problem::new(Kind::Io, "busy")) }
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn remove(path: &Path) -> Result<(), Problem> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(files::problem("write-file", path, cause)),
        _ => Ok(()),
    }
}
