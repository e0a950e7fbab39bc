//! The keeper: a thread with a connection of its own that waits for the disk, so that nobody at a screen has to.
//!
//! It syncs the log, does what may be done only after that, tells the interface, and copies the log when it is long.
//! Must not know what is written.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use super::gate::{Call, Gate};
use super::log::{self, Log};
use super::{Afterwards, patience};
use crate::domain::problem::{Kind, Problem};
use crate::store::connection::{self, Opener};

/// How many commits are synced at least between two attempts at copying a long log, which somebody who reads may stop.
const BETWEEN: u32 = 16;

/// How long the gate is waited for; the log can be copied later.
const SHORT: Duration = Duration::from_secs(1);

/// How long the end of the program waits for the disk.
const FAREWELL: Duration = Duration::from_secs(10);

pub(super) struct Keeper {
    desk: Arc<Desk>,
}

/// What both threads see.
struct Desk {
    papers: Mutex<Papers>,
    told: Condvar,
}

#[derive(Default)]
struct Papers {
    /// Counts commits: those that were handed in, and those that are on the disk.
    asked: u64,
    synced: u64,
    /// What is to be done once they are.
    afterwards: VecDeque<Afterwards>,
    trouble: Option<Problem>,
    /// Nothing more will be handed in; and that all has been done.
    ends: bool,
    ended: bool,
}

impl Keeper {
    pub(super) fn begin(log: Log, opener: Opener, gate: Gate, call: Call) -> io::Result<Self> {
        let desk = Arc::new(Desk { papers: Mutex::default(), told: Condvar::new() });
        let ours = Arc::clone(&desk);
        thread::Builder::new().name("keeper".into()).spawn(move || {
            Worker { desk: &ours, log, opener, gate, call, connection: None, since: 0, spoilt: false }.work();
            ours.papers().ended = true;
            ours.told.notify_all();
        })?;
        Ok(Self { desk })
    }

    /// Takes a commit in, and what is to be done once it is on the disk.
    pub(super) fn take(&self, afterwards: Option<Afterwards>) {
        let mut papers = self.desk.papers();
        papers.asked += 1;
        papers.afterwards.extend(afterwards);
        drop(papers);
        self.desk.told.notify_all();
    }

    /// Whether all that was committed is on the disk; waits for it so long at most.
    pub(super) fn is_done(&self, most: Duration) -> bool {
        let papers = self.desk.papers();
        let open = |papers: &mut Papers| papers.synced < papers.asked && papers.trouble.is_none();
        let (papers, _) = self.desk.told.wait_timeout_while(papers, most, open).unwrap_or_else(PoisonError::into_inner);
        papers.synced == papers.asked
    }

    /// What went wrong since this was last asked.
    pub(super) fn trouble(&self) -> Option<Problem> {
        self.desk.papers().trouble.take()
    }
}

impl Drop for Keeper {
    /// What was handed in is on the disk before the program ends, unless the disk takes very long.
    fn drop(&mut self) {
        let mut papers = self.desk.papers();
        papers.ends = true;
        self.desk.told.notify_all();
        let _ = self.desk.told.wait_timeout_while(papers, FAREWELL, |papers| !papers.ended);
        patience::clear_out();
    }
}

impl Desk {
    fn papers(&self) -> MutexGuard<'_, Papers> {
        // Nobody panics while holding it; if somebody did, what stands there is whole all the same.
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to do: up to which commit, and what comes after. None at the end.
    fn next(&self) -> Option<(u64, VecDeque<Afterwards>)> {
        let idle = |papers: &mut Papers| papers.asked == papers.synced && !papers.ends;
        let mut papers = self.told.wait_while(self.papers(), idle).unwrap_or_else(PoisonError::into_inner);
        let work = papers.asked > papers.synced && !(papers.ends && papers.trouble.is_some());
        work.then(|| (papers.asked, std::mem::take(&mut papers.afterwards)))
    }
}

struct Worker<'a> {
    desk: &'a Desk,
    log: Log,
    opener: Opener,
    gate: Gate,
    call: Call,
    connection: Option<Connection>,
    since: u32,
    /// A disk that has once said no may say yes without having written anything: then only what is copied counts.
    spoilt: bool,
}

impl Worker<'_> {
    fn work(mut self) {
        // Nobody at the screen is to be the first who writes into an empty log.
        let _ = self.begin_log_anew();
        while let Some((until, afterwards)) = self.desk.next() {
            let done = self.sync();
            let is_done = done.is_ok();
            if is_done {
                afterwards.into_iter().for_each(|work| work());
            }
            let mut papers = self.desk.papers();
            match done {
                Ok(()) => papers.synced = until,
                Err(problem) => {
                    papers.trouble = Some(problem);
                    papers.afterwards.clear();
                }
            }
            drop(papers);
            self.desk.told.notify_all();
            (self.call)();
            if !is_done {
                self.pause();
            }
            self.since += 1;
            if self.since >= BETWEEN && self.log.is_long() {
                self.since = 0;
                // What cannot be copied now is copied later; the log is whole without it.
                let _ = self.copy().and_then(|_| self.begin_log_anew());
            }
        }
    }

    fn sync(&mut self) -> Result<(), Problem> {
        let failed = |cause: Problem| Problem::new(Kind::Io, "not-on-disk").because(cause);
        if !self.spoilt {
            match self.log.sync() {
                Ok(()) => return Ok(()),
                Err(_) => self.spoilt = true,
            }
        }
        // What is in the log is in memory still, and from there it can go into the database.
        match self.copy() {
            Ok(true) => {
                self.spoilt = false;
                Ok(())
            }
            Ok(false) => Err(Problem::new(Kind::Io, "not-on-disk")),
            Err(problem) => Err(failed(problem)),
        }
    }

    /// After trouble: a moment, so that a disk that is gone is not asked without pause.
    fn pause(&self) {
        let papers = self.desk.papers();
        let _ = self.desk.told.wait_timeout_while(papers, Duration::from_secs(1), |papers| !papers.ends);
    }

    fn copy(&mut self) -> Result<bool, Problem> {
        log::copy(self.connection()?)
    }

    fn begin_log_anew(&mut self) -> Result<(), Problem> {
        // Whoever ends the program must not wait for somebody who was stopped.
        let turn = patience::at_most(SHORT, || self.gate.hold());
        self.gate.leave();
        let _turn = turn?;
        log::begin_anew(self.connection()?)
    }

    fn connection(&mut self) -> Result<&Connection, Problem> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => connection::open_to_copy(&self.opener)?,
        };
        Ok(self.connection.insert(connection))
    }
}
