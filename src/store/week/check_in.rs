//! Check-ins as rows: what was said of a family, and the task that its next step makes.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use crate::domain::access::Right;
use crate::domain::check_in::CheckIn;
use crate::domain::codes::Colour;
use crate::domain::directory::FamilyName;
use crate::domain::ids::{ChangeId, CheckInId, FamilyId, MeetingId};
use crate::domain::problem::Problem;
use crate::domain::task::Task;
use crate::store::coded::Coded;
use crate::store::journal::{self, Cause};
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored};
use crate::store::{Origin, Saving, Store, columns, not_found, staff};

impl Record for CheckIn {
    type Id = CheckInId;
}

impl Row for CheckIn {
    const NOUN: &'static str = "check_in";
    const TABLE: &'static str = "check_in";
    const ADD: Right = Right::CheckIn;
    const CHANGE: Right = Right::CheckIn;
    const PLACE: Place = Place {
        tables: "check_in t",
        family: "t.family",
        first: "t.on_day",
        last: "t.on_day",
        order: "t.on_day, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((super::family_name(connection, self.family)?, Some(self.on)))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM {TABLES} WHERE c.id = :id"))?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let who = self.who.as_ref().map(|name| staff::intern(transaction, name)).transpose()?;
        let row: [(&str, &dyn ToSql); 11] = [
            ("family", &self.family.0),
            ("meeting", &self.meeting.map(|meeting| meeting.0)),
            ("on_day", &self.on),
            ("colour", &Coded(self.colour)),
            ("sentence", &self.sentence),
            ("decision", &self.decision),
            ("next_step", &self.next_step),
            ("who", &who),
            ("due_on", &self.due_on),
            ("as_before", &self.as_before),
            ("by_staff", &staff::intern(transaction, &self.by)?),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// The columns that [`read`] takes, from [`TABLES`].
pub(super) const COLUMNS: &str = "c.*, w.name AS who_name, b.name AS by_name";
/// See [`COLUMNS`].
pub(super) const TABLES: &str = "check_in c LEFT JOIN staff w ON w.id = c.who JOIN staff b ON b.id = c.by_staff";

/// A check-in from a row of [`COLUMNS`].
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<CheckIn> {
    Ok(CheckIn {
        family: FamilyId(row.get("family")?),
        meeting: row.get::<_, Option<i64>>("meeting")?.map(MeetingId),
        on: row.get("on_day")?,
        colour: row.get::<_, Coded<Colour>>("colour")?.0,
        sentence: row.get("sentence")?,
        decision: row.get("decision")?,
        next_step: row.get("next_step")?,
        who: row.get("who_name")?,
        due_on: row.get("due_on")?,
        as_before: row.get("as_before")?,
        by: row.get("by_name")?,
    })
}

pub(super) fn read_stored(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored<CheckIn>> {
    Ok(Stored { id: CheckInId(row.get("id")?), version: row.get("version")?, value: read(row)? })
}

/// What was said of a family at a meeting.
pub(in crate::store) const AT_MEETING: &str = "c.meeting = :meeting AND c.family = :family";
/// What was said of a family before a meeting, the latest first; a meeting of none is before all.
pub(in crate::store) const BEFORE: &str =
    "c.family = :family AND c.on_day <= :today AND (c.meeting IS NULL OR c.meeting <> :meeting)
    ORDER BY c.on_day DESC, c.id DESC LIMIT 1";

/// Where a run goes on after something was said: the meeting, and the family that it turns to, if it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoesOn {
    /// The family that comes on the screen.
    pub to: FamilyId,
    /// Whether the meeting as a whole turns to it.
    pub together: bool,
}

impl Store {
    /// Says how it stands with a family at a meeting, if nobody has said it since what was `seen`: nothing, or a
    /// version. A next step that somebody takes becomes a task in the same change. Whoever goes on to another family
    /// has that journalled as a reading in the same transaction.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn record_check_in(
        &self,
        said: &CheckIn,
        seen: Option<(CheckInId, i64)>,
        goes_on: Option<GoesOn>,
        origin: Origin<'_>,
    ) -> Result<Saving<CheckIn>, Problem> {
        self.ask_for_family(Right::CheckIn, said.family)?;
        let outcome = self.write(|transaction| {
            let there = self.said_at(said.meeting, said.family)?;
            if there.as_ref().map(|there| (there.id, there.version)) != seen
                && let Some(there) = there
            {
                return Ok(Saving::Newer(there));
            }
            let change = journal::next_change(transaction)?;
            let before = there.map(|there| there.value);
            let id = said.put(transaction, seen.filter(|_| before.is_some()).map(|(id, _)| id.0))?;
            match &before {
                Some(before) => self.journal_change(transaction, change, Cause::Person, id, before)?,
                None => self.journal_add::<CheckIn>(transaction, change, Cause::Person, id)?,
            }
            self.settle_task(transaction, change, said)?;
            if let (Some(goes_on), Some(meeting)) = (goes_on, said.meeting) {
                self.turn_to(transaction, meeting, goes_on)?;
            }
            self.drop_origin(transaction, origin)?;
            Ok(Saving::Saved(change))
        })?;
        if let Saving::Saved(change) = outcome {
            self.remember(change);
        }
        Ok(outcome)
    }

    fn said_at(&self, meeting: Option<MeetingId>, family: FamilyId) -> Result<Option<Stored<CheckIn>>, Problem> {
        let Some(meeting) = meeting else { return Ok(None) };
        let found = self
            .connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM {TABLES} WHERE {AT_MEETING}"))?
            .query_row(named_params! {":meeting": meeting.0, ":family": family.0}, read_stored)
            .optional()?;
        Ok(found)
    }

    /// Makes the task that a next step asks for, or brings the one that was made in line with it; what has been done is
    /// left as it is.
    fn settle_task(&self, transaction: &Transaction<'_>, change: ChangeId, said: &CheckIn) -> Result<(), Problem> {
        let made: Option<i64> = transaction
            .prepare_cached("SELECT id FROM task WHERE meeting = :meeting AND family = :family ORDER BY id LIMIT 1")?
            .query_row(
                named_params! {":meeting": said.meeting.map(|meeting| meeting.0), ":family": said.family.0},
                |row| row.get(0),
            )
            .optional()?;
        let wanted = said.task();
        if wanted.is_some() {
            self.ask_for_family(Right::KeepTasks, said.family)?;
        }
        let Some(id) = made else {
            let Some(task) = wanted else { return Ok(()) };
            let id = task.put(transaction, None)?;
            return self.journal_add::<Task>(transaction, change, Cause::Person, id);
        };
        let (_, task) = Task::fetch(transaction, id)?.ok_or_else(|| not_found(Task::NOUN))?;
        match wanted {
            _ if task.done_on.is_some() => Ok(()),
            Some(wanted) if wanted == (Task { by: wanted.by.clone(), made_on: wanted.made_on, ..task.clone() }) => {
                Ok(())
            }
            Some(wanted) => {
                Task { by: task.by.clone(), made_on: task.made_on, ..wanted }.put(transaction, Some(id))?;
                self.journal_change(transaction, change, Cause::Person, id, &task)
            }
            None => {
                self.journal_remove(transaction, change, Cause::Person, id, &task)?;
                Task::delete(transaction, id)
            }
        }
    }
}

/// The family of a row that holds `family`, and its name and case reference as `family_called` and `case_ref`.
pub(super) fn named(row: &rusqlite::Row<'_>) -> rusqlite::Result<FamilyName> {
    Ok(FamilyName { id: FamilyId(row.get("family")?), name: row.get("family_called")?, case_ref: row.get("case_ref")? })
}
