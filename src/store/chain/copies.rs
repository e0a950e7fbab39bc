//! Copies of the head on other machines, where the unit says so in `head.toml`:
//!
//! ```toml
//! copies = ["/mnt/stadshuset/trygg-head"]
//! ```
//!
//! A disk of another machine may hang, so each copy has a thread that reads it when the casebook is opened and writes
//! it when the head has moved; nobody waits for one. What a copy said when the casebook was opened is held against the
//! chain before anything is written to it: one that tells of another past is what tells of an old casebook, and is left
//! as it is.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use serde::Deserialize;

use super::End;
use super::head::{self, Found, Line};
use crate::domain::problem::{Kind, Problem};

/// How long the opening of a casebook waits for a copy; a slower one is held against the chain at the next write.
const PATIENCE: Duration = Duration::from_millis(100);

/// How long the end of the program waits for what is under way.
const FAREWELL: Duration = Duration::from_secs(1);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    copies: Vec<PathBuf>,
}

/// Where the copies are, by the unit's settings.
///
/// # Errors
/// Settings that cannot be read; a place that is not named from the root on, for the casebook is opened from anywhere.
pub(in crate::store) fn parse(text: &str) -> Result<Vec<PathBuf>, Problem> {
    let faulty = || Problem::new(Kind::Invalid, "unit-file");
    let Settings { copies } = toml::from_str(text).map_err(|cause| faulty().because(cause))?;
    if copies.iter().all(|copy| copy.is_absolute()) { Ok(copies) } else { Err(faulty().because("copies = [\"/...\"]")) }
}

/// What is to become of a copy.
enum Order {
    Advance(Line),
    Anew(Line),
}

/// What is known of a copy.
#[derive(Debug, Clone, Copy)]
enum Standing {
    /// Nothing yet.
    Awaited,
    /// It agrees with the chain.
    Agrees,
    /// It does not, or nobody can read it.
    Differs(Option<Line>),
}

/// Moves a copy on, from whatever thread.
pub(super) struct ToAdvance(Sender<Order>);

impl ToAdvance {
    pub(super) fn advance(&self, line: Line) {
        // A thread that is gone leaves the copy behind.
        let _ = self.0.send(Order::Advance(line));
    }
}

/// A copy.
#[derive(Debug)]
pub(super) struct Copy {
    path: PathBuf,
    seen: Receiver<Found>,
    orders: Option<Sender<Order>>,
    ended: Receiver<()>,
    said: Cell<Option<Found>>,
    standing: Cell<Standing>,
}

impl Copy {
    /// Begins to read it.
    pub(super) fn at(path: PathBuf) -> Self {
        let (tell, seen) = channel();
        let (orders, taken) = channel();
        let (end, ended) = channel::<()>();
        let place = path.clone();
        let keep = move || {
            let _held_until_the_end = end;
            // Whoever asked may be gone; then so is whoever would have sent an order.
            let _ = tell.send(head::read(&place));
            while let Ok(mut order) = taken.recv() {
                while let Ok(newer) = taken.try_recv() {
                    order = newer;
                }
                // One that cannot be written lies behind, which `verify` and `doctor` tell of.
                let _ = match order {
                    Order::Advance(line) => head::advance_or_make(&place, &line),
                    Order::Anew(line) => head::set(&place, &line),
                };
            }
        };
        // Without the thread the copy is one that cannot be reached.
        let begun = thread::Builder::new().name("head".into()).spawn(keep);
        let orders = begun.is_ok().then_some(orders);
        Self { path, seen, orders, ended, said: Cell::new(None), standing: Cell::new(Standing::Awaited) }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What it said when the casebook was opened; waits for it so long at most.
    pub(super) fn said(&self, most: Duration) -> Option<Found> {
        if self.said.get().is_none() {
            self.said.set(self.seen.recv_timeout(most).ok());
        }
        self.said.get()
    }

    /// What is wrong with a casebook whose chain ends so, as far as this copy tells.
    pub(super) fn held_against(&self, connection: &Connection, end: Option<End>) -> Result<Option<Problem>, Problem> {
        if matches!(self.standing.get(), Standing::Awaited) {
            self.standing.set(match self.said(Duration::ZERO) {
                None => Standing::Awaited,
                Some(Found::Nothing) => Standing::Agrees,
                Some(Found::Unreadable) => Standing::Differs(None),
                Some(Found::Line(line)) if head::behind(connection, end, &line)?.is_some() => {
                    Standing::Differs(Some(line))
                }
                Some(Found::Line(_)) => Standing::Agrees,
            });
        }
        match self.standing.get() {
            Standing::Differs(Some(line)) => head::behind(connection, end, &line),
            Standing::Awaited | Standing::Agrees | Standing::Differs(None) => Ok(None),
        }
    }

    /// Waits a moment for what it says, when the casebook is opened.
    pub(super) fn wait(&self) {
        self.said(PATIENCE);
    }

    /// What moves it on, if it agrees with the chain.
    pub(super) fn to_advance(&self) -> Option<ToAdvance> {
        self.orders.clone().filter(|_| matches!(self.standing.get(), Standing::Agrees)).map(ToAdvance)
    }

    /// Has it say what it is to say, whatever it said.
    pub(super) fn set(&self, line: &Line) {
        self.standing.set(Standing::Agrees);
        self.order(Order::Anew(*line));
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // A thread that is gone leaves the copy behind.
            let _ = orders.send(order);
        }
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        self.orders = None;
        // Ends when the thread does; one that hangs goes with the program.
        let _ = self.ended.recv_timeout(FAREWELL);
    }
}
