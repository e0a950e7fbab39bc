//! Who has looked: reading leaves rows of its own kind in the journal, which name the families concerned.
//!
//! | file | idea |
//! |---|---|
//! | `lot` | many records that are read, printed or taken out at once |
//! | `kept` | what could not be journalled before the memory goes |
//! | `log` | who looked, as it is read back |
//! | `purged` | what goes of it with a family |
//! | `refused` | what somebody was not let do |
//! | `review` | whether they should have |
//! | `rows` | how a look stands in the journal, and how one finds a family in it |
//!
//! What somebody does (opens a family, takes a file out) is written at once, and before anything is shown. What they
//! come to see by the way (the page of a list, hits of a search, a family that a line names) is gathered and written
//! with the next thing that is written, in a pause, or when the program ends. Nothing is said twice: a family that
//! was named in a list is not named in a list again for [`LISTED`], nor one that was opened until the casebook is
//! locked. So no key waits for a row, a page that is drawn again leaves none, and of what is shown there is always
//! one that names it.
//!
//! A look that could not be written, because the disk cannot be written to, is kept in memory with its own time, and
//! sealed to whoever looked when the memory goes.

mod kept;
pub(super) mod log;
pub(super) mod lot;
mod purged;
mod refused;
pub(super) mod review;
mod rows;

pub(super) use purged::take_away;
pub(super) use rows::{found_by, said};

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use refused::Refused;

use super::record::Row;
use super::{Casebook, Store, trouble};
use crate::domain::access::Right;
use crate::domain::codes::AccessAct;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::looked::Whence;
use crate::domain::problem::Problem;

/// For how long a family that a list has shown is not told of again when a list shows it.
const LISTED: TimeDelta = TimeDelta::minutes(10);

/// Something that somebody looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Look {
    at: DateTime<Utc>,
    act: AccessAct,
    /// A kind of record, or what else was read.
    noun: Cow<'static, str>,
    /// Which record; 0 for several.
    record: i64,
    families: BTreeSet<FamilyId>,
    /// What else there is to say.
    said: Map<String, Value>,
}

impl Look {
    fn new(at: DateTime<Utc>, act: AccessAct, noun: &'static str) -> Self {
        Self { at, act, noun: noun.into(), record: 0, families: BTreeSet::new(), said: Map::new() }
    }
}

/// How much of a family has been told.
#[derive(Debug, Clone)]
struct Told {
    listed: DateTime<Utc>,
    /// Whether the family itself was opened, and so all of it.
    is_opened: bool,
    /// What else of it was, by kind and number.
    records: HashSet<(Cow<'static, str>, i64)>,
}

/// The row that says from where somebody looks: written once, and again if the write came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seat {
    Unwritten,
    Written { row: i64, is_sure: bool },
}

/// What is still to be journalled of looking, and what has been.
#[derive(Debug)]
pub(super) struct Looks {
    whence: Option<Whence>,
    began: DateTime<Utc>,
    seat: Seat,
    waiting: Vec<Look>,
    /// How many of those could not be written when they should have been.
    kept: usize,
    /// Whether the disk could not be written to when that was last tried: then nothing is tried without a reason.
    is_stuck: bool,
    told: HashMap<FamilyId, Told>,
    refused: Vec<Refused>,
}

impl Looks {
    /// Nobody has looked yet. From where somebody will is told in a row of its own, where it is known.
    pub(super) fn begin(whence: Option<Whence>, began: DateTime<Utc>) -> Self {
        Self {
            whence,
            began,
            seat: Seat::Unwritten,
            waiting: Vec::new(),
            kept: 0,
            is_stuck: false,
            told: HashMap::new(),
            refused: Vec::new(),
        }
    }

    /// Whether something like it has been told of a family, so that it need not be told again.
    fn tells_of(&self, family: FamilyId, look: &Look) -> bool {
        let says_it = |told: &Told| match look.act {
            AccessAct::Open => told.records.contains(&(look.noun.clone(), look.record)),
            _ => (look.at - told.listed).abs() < LISTED,
        };
        self.told.get(&family).is_some_and(|told| told.is_opened || says_it(told))
    }

    fn tell(&mut self, look: &Look) {
        for family in &look.families {
            let told = self.told.entry(*family).or_insert_with(|| Told {
                listed: look.at,
                is_opened: false,
                records: HashSet::new(),
            });
            told.listed = look.at;
            if look.act == AccessAct::Open {
                told.is_opened |= look.noun == Family::NOUN;
                told.records.insert((look.noun.clone(), look.record));
            }
        }
    }

    /// Takes out a look that says the same and waits, but for what was kept with a time of its own.
    fn forget(&mut self, look: &Look) {
        let is_same = |one: &Look| (one.act, &one.noun, one.record) == (look.act, &look.noun, look.record);
        let (kept, mut place) = (self.kept, 0);
        self.waiting.retain(|one| {
            place += 1;
            place <= kept || !is_same(one)
        });
    }

    fn has_seat_to_tell(&self) -> bool {
        self.whence.is_some() && self.seat == Seat::Unwritten
    }
}

impl Store {
    /// How many readings could not be journalled yet, for the disk cannot be written to.
    pub fn kept_readings(&self) -> usize {
        self.looks.borrow().kept
    }

    /// Whether anything that was looked at waits to be journalled, and may be.
    pub fn has_looks(&self) -> bool {
        let looks = self.looks.borrow();
        !looks.is_stuck && (!looks.waiting.is_empty() || looks.has_seat_to_tell())
    }

    /// Journals who has failed to unlock the casebook since somebody got in, each user at each place once.
    pub(super) fn tell_of_failed_unlocks(&self, casebook: &Casebook) {
        let failed = casebook.failed_unlocks();
        if failed.is_empty() {
            return;
        }
        let mut told: BTreeMap<(&str, &str), (usize, DateTime<Utc>)> = BTreeMap::new();
        for one in &failed {
            let of = told.entry((&one.user, &one.terminal)).or_insert((0, one.at));
            *of = (of.0 + 1, of.1.max(one.at));
        }
        for ((user, terminal), (times, at)) in told {
            let said =
                [("user", Value::from(user)), ("terminal", Value::from(terminal)), ("times", Value::from(times))];
            let said = said.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            self.looks.borrow_mut().waiting.push(Look { said, ..Look::new(at, AccessAct::Fail, "unlock") });
        }
        // What cannot be told now stays where it is, and is told of by whoever gets in next.
        if self.briefly(|| self.write_aside(|_| Ok(()))).is_ok() && !self.has_looks() {
            casebook.told_of_failed_unlocks(&failed);
        } else {
            self.looks.borrow_mut().waiting.retain(|look| look.act != AccessAct::Fail);
        }
    }

    /// Journals what was looked at; nobody waits for that. What cannot be written now is written with the next thing
    /// that can be.
    pub fn tell_looks(&self) {
        let waits = {
            let looks = self.looks.borrow();
            !looks.waiting.is_empty() || looks.has_seat_to_tell()
        };
        if waits && self.briefly(|| self.write_aside(|_| Ok(()))).is_err_and(|problem| trouble::is_of_disk(&problem)) {
            let mut looks = self.looks.borrow_mut();
            looks.kept = looks.waiting.len();
            looks.is_stuck = true;
        }
    }

    /// Notes that families were shown in something; those that were told of lately are not told of again.
    pub(super) fn saw(&self, noun: &'static str, families: impl IntoIterator<Item = FamilyId>) {
        self.came_to_see(AccessAct::List, noun, 0, families);
    }

    /// Notes that one looks into a family, if it has not been opened: its page, a note, its visits.
    pub(super) fn saw_inside(&self, noun: &'static str, record: i64, family: FamilyId) {
        self.came_to_see(AccessAct::Open, noun, record, [family]);
    }

    /// Notes that somebody has searched, and what for anything was found.
    pub(super) fn searched(&self, families: impl IntoIterator<Item = FamilyId>) {
        let now = (self.clock)();
        let found = Look { families: families.into_iter().collect(), ..Look::new(now, AccessAct::Search, "search") };
        let mut looks = self.looks.borrow_mut();
        looks.tell(&found);
        match looks.waiting.iter_mut().find(|look| look.act == AccessAct::Search) {
            Some(look) => look.families.extend(found.families),
            None => looks.waiting.push(found),
        }
    }

    fn came_to_see(
        &self,
        act: AccessAct,
        noun: &'static str,
        record: i64,
        families: impl IntoIterator<Item = FamilyId>,
    ) {
        let mut seen = Look { record, ..Look::new((self.clock)(), act, noun) };
        let mut looks = self.looks.borrow_mut();
        // What belongs to no family has none to name.
        let is_new = |family: &FamilyId| family.0 > 0 && !looks.tells_of(*family, &seen);
        seen.families = families.into_iter().filter(is_new).collect();
        if seen.families.is_empty() {
            return;
        }
        looks.tell(&seen);
        drop(looks);
        if act == AccessAct::Open {
            seen = self.marked(seen);
        }
        let mut looks = self.looks.borrow_mut();
        let is_same = |look: &&mut Look| look.act == AccessAct::List && look.noun == noun && act == AccessAct::List;
        match looks.waiting.iter_mut().find(is_same) {
            Some(look) => look.families.extend(seen.families),
            None => looks.waiting.push(seen),
        }
    }

    /// Journals a look at once; nothing is shown of which the journal cannot tell.
    fn look_at(&self, look: Look) -> Result<(), Problem> {
        self.looks.borrow_mut().waiting.push(look.clone());
        let written = self.write_aside(|_| Ok(()));
        let mut looks = self.looks.borrow_mut();
        match written {
            Ok(()) => looks.tell(&look),
            // It is the last still: nobody looks at anything while it is written.
            Err(_) => _ = looks.waiting.pop(),
        }
        written
    }

    /// The same, for what may be read on a disk that cannot be written to.
    fn look_at_or_keep(&self, look: Look) -> Result<(), Problem> {
        if !self.may_be_kept(&look.families) {
            return self.look_at(look);
        }
        // Nobody at a screen waits for a colleague in order to read.
        match self.read_without_waiting(|| self.look_at(look.clone())) {
            Err(problem) if trouble::is_of_disk(&problem) || problem.key == Problem::WAITS => {
                let mut looks = self.looks.borrow_mut();
                looks.is_stuck = problem.key != Problem::WAITS;
                looks.tell(&look);
                looks.waiting.push(look);
                looks.kept = looks.waiting.len();
                Ok(())
            }
            done => done,
        }
    }

    /// Whether a reading may be done before it is journalled. Whoever reaches a family in a way of its own, such as
    /// in an emergency or on call, is not let in where nothing can be written.
    fn may_be_kept(&self, families: &BTreeSet<FamilyId>) -> bool {
        self.asker()
            .is_ok_and(|asker| asker.is_at_home(None) && families.iter().all(|family| asker.is_at_home(Some(*family))))
    }

    /// The look, which says so if what it is at was opened in an emergency.
    fn marked(&self, mut look: Look) -> Look {
        if look.families.len() == 1 && look.families.iter().all(|family| self.is_in_emergency(*family)) {
            look.said.insert("emergency".to_owned(), Value::from(true));
        }
        look
    }

    /// Journals that a family was opened. Where the disk cannot be written to, the reading is kept until it can: see
    /// [`Store::kept_readings`].
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn journal_reading(&self, family: FamilyId) -> Result<(), Problem> {
        self.journal_opening("family", family.0, family)
    }

    /// Journals that something of a family was opened by itself, such as the home of a placement that is kept back;
    /// kept like [`Store::journal_reading`].
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn journal_opening(&self, noun: &'static str, record: i64, family: FamilyId) -> Result<(), Problem> {
        self.ask_whether(Right::ReadCases, family)?;
        let look = Look::new((self.clock)(), AccessAct::Open, noun);
        let look = self.marked(Look { record, families: BTreeSet::from([family]), ..look });
        // Reading it from the casebook has said so already, and waits; it is the same look.
        self.looks.borrow_mut().forget(&look);
        self.look_at_or_keep(look)
    }

    /// Journals that somebody was looked up whose family is not reached as such, such as a parent who is to be called.
    pub(super) fn journal_call(&self, parent: PersonId, family: FamilyId) -> Result<(), Problem> {
        let look = Look::new((self.clock)(), AccessAct::Open, "call");
        self.look_at_or_keep(Look { record: parent.0, families: BTreeSet::from([family]), ..look })
    }

    /// Journals that a family is opened by something that is written anyway.
    pub(super) fn open_within(&self, transaction: &Transaction<'_>, family: FamilyId) -> Result<(), Problem> {
        let seat = self.take_seat(transaction)?;
        let look = Look::new((self.clock)(), AccessAct::Open, "family");
        let look = self.marked(Look { record: family.0, families: BTreeSet::from([family]), ..look });
        rows::write(self, transaction, &look, seat)?;
        self.looks.borrow_mut().tell(&look);
        Ok(())
    }

    /// Journals that figures of the whole unit were read, and whether as they are.
    pub(super) fn journal_figures(&self, report: &'static str, is_internal: bool) -> Result<(), Problem> {
        let mut look = Look::new((self.clock)(), AccessAct::List, report);
        look.said.extend(is_internal.then(|| ("internal".to_owned(), Value::from(true))));
        self.look_at_or_keep(look)
    }

    /// Writes what waits; how much there was.
    pub(super) fn journal_looks(&self, transaction: &Transaction<'_>) -> Result<usize, Problem> {
        // What nobody could sign waits until somebody can.
        if self.pair.is_none() {
            return Ok(0);
        }
        let waiting = self.looks.borrow().waiting.clone();
        let seat = self.take_seat(transaction)?;
        for look in &waiting {
            rows::write(self, transaction, look, seat)?;
        }
        Ok(waiting.len())
    }

    /// What was written is on its way to the disk.
    pub(super) fn told_looks(&self, written: usize) {
        let mut looks = self.looks.borrow_mut();
        looks.waiting.drain(..written);
        if looks.waiting.is_empty() {
            (looks.kept, looks.is_stuck) = (0, false);
        }
        if let Seat::Written { is_sure, .. } = &mut looks.seat {
            *is_sure = true;
        }
    }

    /// The row that says from where one looks, written if it is not.
    fn take_seat(&self, transaction: &Transaction<'_>) -> Result<Option<i64>, Problem> {
        let (seat, whence, began) = {
            let looks = self.looks.borrow();
            (looks.seat, looks.whence.clone(), looks.began)
        };
        match (seat, whence) {
            (Seat::Written { row, is_sure: true }, _) => Ok(Some(row)),
            (_, None) => Ok(None),
            (_, Some(whence)) => {
                let look = Look { said: rows::said(&whence)?, ..Look::new(began, AccessAct::Unlock, "casebook") };
                let row = rows::write(self, transaction, &look, None)?;
                self.looks.borrow_mut().seat = Seat::Written { row, is_sure: false };
                Ok(Some(row))
            }
        }
    }
}
