//! How anything is written: by turns, in one transaction, and on the disk before anybody is told that it is saved.
//!
//! | file | idea |
//! |---|---|
//! | `gate` | one writes at a time |
//! | `queue` | in the order in which they came |
//! | `patience` | how long somebody waits, and what they do meanwhile |
//! | `log` | when a commit is on the disk, and when the log is copied |
//! | `keeper` | the thread that waits for the disk in the interface's stead |
//!
//! The command line waits for all of it, silently. Whoever works at a screen ([`Store::serve`]) stands still for a
//! tenth of a second at most: then the waiting room shows what is waited for, and takes keys. Nothing waits for the
//! disk there: what is committed is written for all, and the screen says so once the keeper has it on the disk.

mod gate;
mod keeper;
mod log;
mod patience;
mod queue;

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::Store;
use super::connection::Opener;
use super::format::Writing;
use crate::domain::problem::{Kind, Problem};
use keeper::Keeper;
use log::Log;
use patience::Manner;

pub use gate::Call;
pub(super) use gate::Gate;
pub(super) use patience::try_again;
pub use patience::{Waiting, WaitingRoom};

/// What is done once a commit is on the disk, and not before.
pub(super) type Afterwards = Box<dyn FnOnce() + Send>;

/// The disk under the database.
pub(super) struct Disk {
    log: Option<Log>,
    keeper: RefCell<Option<Keeper>>,
    /// Tests of what is written, not of when, need not wait.
    is_forgone: Cell<bool>,
}

impl std::fmt::Debug for Disk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Disk").field("log", &self.log).finish_non_exhaustive()
    }
}

impl Disk {
    /// The disk under a database that is open and has been read from.
    pub(super) fn under(database: &Path) -> Self {
        Self { log: Log::of(database), keeper: RefCell::default(), is_forgone: Cell::new(false) }
    }

    #[cfg(test)]
    pub(super) fn forgo(&self) {
        self.is_forgone.set(true);
    }
}

/// Has the disk hold what a program has committed that begins anew before its keeper had seen to it. Needs no key.
pub(super) fn reach_disk_of(database: &Path) {
    if let Some(log) = Log::of(database) {
        // Whoever could hear that it failed has locked the casebook; the next write tries again.
        let _ = log.sync();
    }
}

/// Begins the log anew in place of whoever would write next. The gate must be held.
pub(super) fn begin_log(connection: &Connection) -> Result<(), Problem> {
    log::begin_anew(connection)
}

impl Store {
    /// Runs a write of records, or of anything that others see or go by.
    pub(super) fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        self.write_as(Writing::Records, work)
    }

    /// Runs a write that is left to whoever may only read (see [`mod@super::format`]).
    pub(super) fn write_aside<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.write_as(Writing::Aside, work)
    }

    /// Runs a write. Writers queue at the gate, so that nobody starves and no wait is spent inside a transaction.
    fn write_as<T>(
        &self,
        what: Writing,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let turn = self.gate.hold()?;
        self.watched.check()?;
        let transaction = self.begin()?;
        self.ask_to_write(what)?;
        let begun = self.begin_chain(&transaction, what)?;
        let looks = self.journal_looks(&transaction)?;
        let drafts = self.put_held(&transaction)?;
        let done = work(&transaction)?;
        let line = self.seal_chain(&transaction, &begun)?;
        transaction.commit()?;
        self.told_looks(looks);
        self.held.borrow_mut().drain(..drafts);
        turn.ring();
        drop(turn);
        self.reach_disk(line.map(|line| self.head.to_move(line)))?;
        Ok(done)
    }

    /// Runs a write to see what comes of it, and takes it back.
    pub(super) fn try_out<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        let _turn = self.gate.hold()?;
        self.watched.check()?;
        let transaction = self.begin()?;
        self.ask_to_write(Writing::Records)?;
        let done = work(&transaction)?;
        transaction.rollback()?;
        Ok(done)
    }

    /// Begins to write. Foreign tools know no gate: they are waited for as the gate is.
    fn begin(&self) -> Result<Transaction<'_>, Problem> {
        Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate).map_err(|cause| {
            let problem = Problem::from(cause);
            match (problem.key, patience::manner()) {
                ("busy", Manner::Brief(_)) => Problem::new(Kind::Io, Problem::WAITS).because(problem),
                ("busy", Manner::Shown) => Problem::new(Kind::Io, "left").because(problem),
                _ => problem,
            }
        })
    }

    /// Copies the log into the database, as far as that can be done now: whoever examines the database's own pages
    /// after a power cut would find some torn that stand whole in the log.
    pub(super) fn copy_log(&self) {
        if let Ok(_turn) = self.gate.hold() {
            let _ = log::begin_anew(&self.connection);
        }
    }

    /// Has the disk hold what was just committed, and then does what is to come after; the interface's keeper sees to
    /// it later.
    fn reach_disk(&self, afterwards: Option<Afterwards>) -> Result<(), Problem> {
        if let Some(keeper) = &*self.disk.keeper.borrow() {
            keeper.take(afterwards);
            return Ok(());
        }
        if let Some(log) = &self.disk.log
            && !self.disk.is_forgone.get()
        {
            if let Err(cause) = log.sync() {
                // What is in the log is in memory still, and from there it can go into the database.
                let failed = || Problem::new(Kind::Io, "not-on-disk").because(cause);
                if !matches!(log::copy(&self.connection), Ok(true)) {
                    return Err(failed());
                }
            }
            if log.is_long()
                && let Ok(_turn) = self.gate.hold()
            {
                // What cannot be copied now is copied later; the log is whole without it.
                let _ = log::begin_anew(&self.connection);
            }
        }
        if let Some(work) = afterwards {
            work();
        }
        Ok(())
    }
}

/// What the interface needs, so that nobody at it stands still.
impl Store {
    /// From now on nobody on this thread waits longer than a tenth of a second without being seen in the waiting room,
    /// nor for the disk at all. `call` is called, from another thread, when something that came to nothing may be tried
    /// again, and when something has reached the disk.
    pub fn serve(&self, room: WaitingRoom, call: Call) {
        patience::furnish(room);
        self.gate.call_by(Call::clone(&call));
        let Some(log) = Log::of(&self.opener.path) else { return };
        // Whoever leaves last clears up; where that is us, it is the keeper.
        let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        // Without the thread, one waits for the disk.
        let keeper = Keeper::begin(log, self.opener.clone(), self.gate.another(), call).ok();
        self.disk.keeper.replace(keeper);
    }

    /// Goes on with another database in the old one's place.
    pub(super) fn follow(&mut self, opener: Opener) {
        let is_served = self.disk.keeper.borrow().is_some();
        self.disk = Disk::under(&opener.path);
        self.opener = opener;
        if let Some(call) = self.gate.call().filter(|_| is_served)
            && let Some(log) = Log::of(&self.opener.path)
        {
            let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
            let keeper = Keeper::begin(log, self.opener.clone(), self.gate.another(), call).ok();
            self.disk.keeper.replace(keeper);
        }
    }

    /// Does something that comes again by itself if it comes to nothing, such as keeping a draft: at a screen it hardly
    /// waits, and is then refused as [`Problem::WAITS`] says. Its place in the queue is kept.
    pub fn briefly<T>(&self, work: impl FnOnce() -> T) -> T {
        patience::briefly(patience::HARDLY, work)
    }

    /// The same, for what can be done once and waits a tenth of a second.
    pub(super) fn read_without_waiting<T>(&self, work: impl FnOnce() -> T) -> T {
        patience::briefly(patience::SILENT, work)
    }

    /// Whether something waits for others to be done, and is called when it can be.
    pub fn is_awaited(&self) -> bool {
        self.gate.is_awaited()
    }

    /// Whether all that was written here is on the disk; waits for it so long at most.
    pub fn is_on_disk(&self, most: Duration) -> bool {
        self.disk.keeper.borrow().as_ref().is_none_or(|keeper| keeper.is_done(most))
    }

    /// What the disk has said since this was last asked: what was written last may be gone after a power cut.
    pub fn trouble_of_disk(&self) -> Option<Problem> {
        self.disk.keeper.borrow().as_ref().and_then(Keeper::trouble)
    }
}
