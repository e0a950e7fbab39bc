//! What is to be entered in the municipality's main record system: what came about in a family since somebody last
//! said that it had been. That somebody said so is a row of the journal, so that it stands who gave it, and when.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Stockholm;
use rusqlite::{OptionalExtension, named_params};
use serde_json::Value;

use crate::domain::access::Right;
use crate::domain::codes::{AccessAct, Outcome, VisitOutcome};
use crate::domain::event::Event;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::visit::Occurrence;
use crate::store::looked::Look;
use crate::store::record::Row as _;
use crate::store::visits::reading;
use crate::store::{DiaryOf, Record, Store, Stored};

/// What the journal calls it.
const NOUN: &str = "main_record";

/// When a family's records were last given, and up to which row of the journal.
const LAST: &str = "SELECT at, coalesce(after ->> 'upto', id) FROM journal
     WHERE family = :family AND act = 'export' AND noun = 'main_record' ORDER BY id DESC LIMIT 1";

/// What became of a family's sessions, visits and events after a row of the journal: whether each was added since, and
/// whether it is gone.
const SINCE: &str = "SELECT noun, record, max(act = 'add'), max(act = 'remove') FROM journal
     WHERE family = :family AND id > :upto AND act IN ('add', 'change', 'remove')
       AND noun IN ('session', 'visit', 'event') GROUP BY noun, record";

/// Something that is to be entered.
#[derive(Debug, Clone, PartialEq)]
pub struct EnterRow<T> {
    /// What.
    pub value: T,
    /// Whether it was given before, and is otherwise now.
    pub is_changed: bool,
}

/// What is to be entered of a family.
#[derive(Debug, Clone, PartialEq)]
pub struct ToEnter {
    /// Whose.
    pub family: FamilyId,
    /// The day on which it was last given.
    pub since: Option<NaiveDate>,
    /// Sessions that have been, by day.
    pub sessions: Vec<EnterRow<Session>>,
    /// Visits that have been, each with its child.
    pub visits: Vec<EnterRow<(PersonId, Occurrence)>>,
    /// What was done or asked for.
    pub events: Vec<EnterRow<Event>>,
    /// How many that were given are gone since.
    pub gone: usize,
    /// The row of the journal up to which this is so.
    upto: i64,
}

impl ToEnter {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.sessions.len() + self.visits.len() + self.events.len()
    }
}

/// What is known of records since they were last given.
enum Since {
    /// They never were.
    Ever,
    /// Whether each was added since, and whether it is gone.
    Then(BTreeMap<(String, i64), (bool, bool)>),
}

impl Since {
    /// Whether a record is to be entered, and whether it was given before.
    fn of(&self, noun: &str, record: i64) -> Option<bool> {
        match self {
            Self::Ever => Some(false),
            Self::Then(known) => known.get(&(noun.to_owned(), record)).map(|(is_new, _)| !is_new),
        }
    }

    fn gone(&self) -> usize {
        match self {
            Self::Ever => 0,
            // What came and went since was never given.
            Self::Then(known) => known.values().filter(|(is_new, is_gone)| *is_gone && !is_new).count(),
        }
    }
}

impl Store {
    /// What of a family is to be entered in the main record system.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn to_enter(&self, family: FamilyId, today: NaiveDate) -> Result<ToEnter, Problem> {
        self.ask_for_family(Right::ReadFile, family)?;
        self.saw_inside(NOUN, 0, family);
        let _picture = self.picture()?;
        let upto = self.connection.query_row("SELECT coalesce(max(id), 0) FROM journal", [], |row| row.get(0))?;
        let last: Option<(DateTime<Utc>, i64)> = self
            .connection
            .prepare_cached(LAST)?
            .query_row(named_params! {":family": family.0}, |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let since = match last {
            None => Since::Ever,
            Some((_, upto)) => {
                let mut known = BTreeMap::new();
                let values = named_params! {":family": family.0, ":upto": upto};
                reading::each(&self.connection, SINCE, values, |row| {
                    known.insert((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?));
                    Ok(())
                })?;
                Since::Then(known)
            }
        };
        let has_been = |session: &Session| session.outcome != Outcome::Planned && session.on <= today;
        let sessions = self.all_of::<Session>(family, has_been)?.into_iter();
        let events = self.all_of::<Event>(family, |event| event.on <= today)?.into_iter();
        Ok(ToEnter {
            family,
            since: last.map(|(at, _)| at.with_timezone(&Stockholm).date_naive()),
            gone: since.gone(),
            sessions: sessions.filter_map(|one| entered(&since, Session::NOUN, one)).collect(),
            visits: self.visits_to_enter(family, &since, today)?,
            events: events.filter_map(|one| entered(&since, Event::NOUN, one)).collect(),
            upto,
        })
    }

    fn visits_to_enter(
        &self,
        family: FamilyId,
        since: &Since,
        today: NaiveDate,
    ) -> Result<Vec<EnterRow<(PersonId, Occurrence)>>, Problem> {
        let diary = self.diary(DiaryOf::Family(family), today, today)?;
        let has_been = |visit: &Occurrence| {
            !visit.skipped
                && visit.on <= today
                && matches!(visit.outcome, VisitOutcome::Held | VisitOutcome::Cancelled | VisitOutcome::NoShow)
        };
        let mut visits = Vec::new();
        for arrangement in &diary.arrangements {
            for visit in diary.stored(arrangement.id).iter().filter(|visit| has_been(visit)) {
                let Some((id, _)) = diary.versions.get(&(arrangement.id, visit.given)) else { continue };
                let is_changed = since.of(Occurrence::NOUN, id.0);
                let value = (arrangement.value.child, visit.clone());
                visits.extend(is_changed.map(|is_changed| EnterRow { value, is_changed }));
            }
        }
        visits.sort_by_key(|row: &EnterRow<(PersonId, Occurrence)>| row.value.1.on);
        Ok(visits)
    }

    /// Says that what was to be entered has been. It cannot be unsaid; what changes after is to be entered anew.
    ///
    /// # Errors
    /// Refused by role or family; a disk that cannot be written to.
    pub fn give_to_main_record(&self, given: &ToEnter) -> Result<(), Problem> {
        self.ask_whether(Right::Export, given.family)?;
        let mut look = Look::new((self.clock)(), AccessAct::Export, NOUN);
        look.families.insert(given.family);
        look.said.insert("upto".to_owned(), Value::from(given.upto));
        self.look_at(look)
    }
}

fn entered<T: Record>(since: &Since, noun: &str, one: Stored<T>) -> Option<EnterRow<T>> {
    since.of(noun, one.id.into()).map(|is_changed| EnterRow { value: one.value, is_changed })
}
