//! Check-ins of the team as rows, and where one of them is now.
//!
//! Where a meeting is, and which families were passed over for now, changes with every key and is no record: it is not
//! journalled and counts no version. That a family came on the screen is journalled as a reading.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use super::check_in::GoesOn;
use crate::domain::access::Right;
use crate::domain::check_in::{self, Meeting};
use crate::domain::ids::{FamilyId, MeetingId};
use crate::domain::problem::Problem;
use crate::domain::text::identity_of;
use crate::store::journal::{self, Cause};
use crate::store::listed::Place;
use crate::store::reached::Reached;
use crate::store::record::{Record, Row};
use crate::store::{Store, Whose, columns, not_found, staff};

impl Record for Meeting {
    type Id = MeetingId;
}

impl Row for Meeting {
    const NOUN: &'static str = "meeting";
    const TABLE: &'static str = "meeting";
    const ADD: Right = Right::CheckIn;
    const CHANGE: Right = Right::CheckIn;
    const PLACE: Place = Place {
        tables: "meeting t",
        family: "NULL",
        first: "t.on_day",
        last: "coalesce(t.ended_on, t.on_day)",
        order: "t.on_day, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(None)
    }

    fn label(&self, _: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((String::new(), Some(self.on)))
    }

    /// Whoever is of it sees it, and whoever reaches one of its families; of the families only those that one reaches
    /// are ever named.
    fn is_open_to(&self, store: &Store) -> bool {
        let me = identity_of(&store.actor.name);
        std::iter::once(&self.called_by).chain(&self.present).any(|name| identity_of(name) == me)
            || store.reached_by(Right::ReadCases).is_ok_and(|reached| {
                let holds = |family: &FamilyId| reached.holds(&store.connection, *family).unwrap_or_default();
                reached.is_all() || self.families.iter().any(holds)
            })
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(
                "SELECT m.*, s.name AS called_by_name FROM meeting m JOIN staff s ON s.id = m.called_by
                 WHERE m.id = :id",
            )?
            .query_row(named_params! {":id": id}, |row| {
                let meeting = Self {
                    on: row.get("on_day")?,
                    called_by: row.get("called_by_name")?,
                    present: Vec::new(),
                    pace_minutes: row.get("pace_minutes")?,
                    families: Vec::new(),
                    ended_on: row.get("ended_on")?,
                };
                Ok((row.get("version")?, meeting))
            })
            .optional()?;
        let Some((version, mut meeting)) = found else { return Ok(None) };
        meeting.present = present(connection, id)?;
        meeting.families = families(connection, id)?;
        Ok(Some((version, meeting)))
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 4] = [
            ("on_day", &self.on),
            ("called_by", &staff::intern(transaction, &self.called_by)?),
            ("pace_minutes", &self.pace_minutes),
            ("ended_on", &self.ended_on),
        ];
        let id = columns::write(transaction, Self::TABLE, id, &row)?;
        let present =
            self.present.iter().map(|name| staff::intern(transaction, name)).collect::<Result<Vec<_>, _>>()?;
        columns::Links { table: "meeting_present", owner: "meeting", thing: "staff" }.write(
            transaction,
            id,
            &present,
        )?;
        if families(transaction, id)? != self.families {
            put_families(transaction, id, &self.families)?;
        }
        Ok(id)
    }
}

pub(super) fn present(connection: &Connection, id: i64) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT s.name FROM meeting_present p JOIN staff s ON s.id = p.staff
             WHERE p.meeting = :id ORDER BY p.place",
        )?
        .query_map(named_params! {":id": id}, |row| row.get(0))?
        .collect()
}

fn families(connection: &Connection, id: i64) -> rusqlite::Result<Vec<FamilyId>> {
    columns::Links { table: "meeting_family", owner: "meeting", thing: "family" }.read(connection, id)
}

/// Writes the families anew; those that were passed over still are.
fn put_families(transaction: &Transaction<'_>, id: i64, families: &[FamilyId]) -> rusqlite::Result<()> {
    let skipped: HashSet<i64> = transaction
        .prepare_cached("SELECT family FROM meeting_family WHERE meeting = :id AND skipped = 1")?
        .query_map(named_params! {":id": id}, |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    transaction.prepare_cached("DELETE FROM meeting_family WHERE meeting = :id")?.execute(named_params! {":id": id})?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO meeting_family (meeting, place, family, skipped) VALUES (:id, :place, :family, :skipped)",
    )?;
    for (place, family) in (0_i64..).zip(families) {
        let skipped = skipped.contains(&family.0);
        insert.execute(named_params! {":id": id, ":place": place, ":family": family.0, ":skipped": skipped})?;
    }
    Ok(())
}

/// A family of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnAgenda {
    /// Which.
    pub family: FamilyId,
    /// Whether it was passed over for now.
    pub skipped: bool,
    /// Whether it has been spoken of.
    pub done: bool,
}

/// A meeting as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingAgenda {
    /// Which.
    pub id: MeetingId,
    /// The day.
    pub on: NaiveDate,
    /// Who called it.
    pub called_by: String,
    /// Who is there.
    pub present: Vec<String>,
    /// Minutes that there are for a family.
    pub pace_minutes: u32,
    /// The day it ended.
    pub ended_on: Option<NaiveDate>,
    /// Whether it has turned to a family, be it one that is not told of.
    pub has_begun: bool,
    /// The family that it is at: one that one reaches, or a colleague's.
    pub now_at: Option<FamilyId>,
    /// Its families in their order, those that one reaches.
    pub families: Vec<OnAgenda>,
}

/// The families of a meeting that are reached; parameter `:meeting`.
pub(in crate::store) fn families_of_meeting(reached: &Reached) -> String {
    format!(
        "SELECT m.family, m.skipped, c.id IS NOT NULL AS done FROM meeting_family m
         LEFT JOIN check_in c ON c.meeting = m.meeting AND c.family = m.family
         WHERE m.meeting = :meeting AND {} ORDER BY m.place",
        reached.reaches("m.family")
    )
}

/// Meetings of a day, the newest first, that one has to do with: all where every family is reached; parameters `:day`
/// and `:me`.
pub(in crate::store) fn meetings_on(reached: &Reached) -> String {
    format!(
        "SELECT m.id, m.ended_on IS NULL AS goes_on FROM meeting m
         WHERE m.on_day = :day AND ({} OR m.called_by = :me
               OR EXISTS (SELECT 1 FROM meeting_present p WHERE p.meeting = m.id AND p.staff = :me)
               OR EXISTS (SELECT 1 FROM meeting_family f WHERE f.meeting = m.id AND {}))
         ORDER BY m.id DESC",
        if reached.is_all() { "TRUE" } else { "FALSE" },
        reached.reaches("f.family")
    )
}

/// Open families by name with the day they were last spoken of; parameter `:today`.
pub(in crate::store) fn open_families(reached: &Reached) -> String {
    let (tables, whose) = if reached.is_assigned() {
        (format!("({}) t CROSS JOIN family f ON f.id = t.family", reached.families()), "TRUE".to_owned())
    } else {
        ("family f".to_owned(), reached.family("f"))
    };
    format!(
        "SELECT f.id,
                (SELECT c.on_day FROM check_in c WHERE c.family = f.id AND c.on_day <= :today
                 ORDER BY c.on_day DESC LIMIT 1) AS last
         FROM {tables} WHERE f.status <> 'closed' AND {whose} ORDER BY f.sort_key, f.id"
    )
}

impl Store {
    /// The open families to speak of, in their order: one's own, or all that one reaches.
    ///
    /// # Errors
    /// Refused to roles that hold no check-ins.
    pub fn to_speak_of(&self, whose: Whose, today: NaiveDate) -> Result<Vec<FamilyId>, Problem> {
        let reached = self.ask(Right::CheckIn)?.of(whose);
        let found = self
            .connection
            .prepare_cached(&open_families(&reached))?
            .query_map(named_params! {":today": today}, |row| Ok((FamilyId(row.get(0)?), row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(check_in::in_order(found, today))
    }

    /// The meetings of a day that one has to do with, the newest first, and whether each goes on still.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn meetings_on(&self, day: NaiveDate) -> Result<Vec<(MeetingId, bool)>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let mut statement = self.connection.prepare_cached(&meetings_on(&reached))?;
        let rows = statement.query_map(named_params! {":day": day, ":me": self.actor.staff}, |row| {
            Ok((MeetingId(row.get(0)?), row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A meeting as it stands, with those of its families that one reaches.
    ///
    /// # Errors
    /// Refused by role; no such meeting.
    pub fn agenda(&self, id: MeetingId) -> Result<MeetingAgenda, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let mut agenda = self
            .connection
            .prepare_cached(
                "SELECT m.*, s.name AS called_by_name FROM meeting m JOIN staff s ON s.id = m.called_by
                 WHERE m.id = :id",
            )?
            .query_row(named_params! {":id": id.0}, |row| {
                Ok(MeetingAgenda {
                    id,
                    on: row.get("on_day")?,
                    called_by: row.get("called_by_name")?,
                    present: Vec::new(),
                    pace_minutes: row.get("pace_minutes")?,
                    ended_on: row.get("ended_on")?,
                    has_begun: row.get::<_, Option<i64>>("now_at")?.is_some(),
                    now_at: None,
                    families: Vec::new(),
                })
            })
            .optional()?
            .ok_or_else(|| not_found(Meeting::NOUN))?;
        agenda.present = present(&self.connection, id.0)?;
        agenda.families = self
            .connection
            .prepare_cached(&families_of_meeting(&reached))?
            .query_map(named_params! {":meeting": id.0}, |row| {
                Ok(OnAgenda { family: FamilyId(row.get(0)?), skipped: row.get(1)?, done: row.get(2)? })
            })?
            .collect::<Result<_, _>>()?;
        // That it is at a family which is closed to one is not told either.
        agenda.now_at = self.meeting_at(id)?;
        let me = identity_of(&self.actor.name);
        let is_of_it = std::iter::once(&agenda.called_by).chain(&agenda.present).any(|name| identity_of(name) == me);
        if !reached.is_all() && agenda.families.is_empty() && !is_of_it {
            return Err(not_found(Meeting::NOUN));
        }
        Ok(agenda)
    }

    /// The family that a meeting is at now, if one reaches it, or it is a colleague's.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn meeting_at(&self, id: MeetingId) -> Result<Option<FamilyId>, Problem> {
        let reached = self.ask(Right::ReadCases)?.of_team().reaches("m.now_at");
        let found = self
            .connection
            .prepare_cached(&format!("SELECT m.now_at FROM meeting m WHERE m.id = :id AND {reached}"))?
            .query_row(named_params! {":id": id.0}, |row| row.get::<_, Option<i64>>(0))
            .optional()?;
        Ok(found.flatten().map(FamilyId))
    }

    /// Turns to a family of a meeting, which is journalled as a reading; with all who are there, or alone. The one that
    /// is left may be passed over for now.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn turn_meeting(&self, id: MeetingId, skipped: Option<FamilyId>, goes_on: GoesOn) -> Result<(), Problem> {
        self.ask_for_family(Right::CheckIn, goes_on.to)?;
        self.write(|transaction| {
            if let Some(skipped) = skipped {
                transaction
                    .prepare_cached("UPDATE meeting_family SET skipped = 1 WHERE meeting = :id AND family = :family")?
                    .execute(named_params! {":id": id.0, ":family": skipped.0})?;
            }
            self.turn_to(transaction, id, goes_on)
        })
    }

    pub(super) fn turn_to(&self, transaction: &Transaction<'_>, id: MeetingId, goes_on: GoesOn) -> Result<(), Problem> {
        let family = goes_on.to;
        self.ask_whether(Right::ReadCases, family)?;
        if goes_on.together {
            transaction
                .prepare_cached("UPDATE meeting SET now_at = :family WHERE id = :id")?
                .execute(named_params! {":id": id.0, ":family": family.0})?;
        }
        self.open_within(transaction, family)
    }

    /// Adds a family to a meeting, after another one or last; one that is there already stays where it is.
    ///
    /// # Errors
    /// Refused by role or family; no such meeting.
    pub fn add_to_meeting(&self, id: MeetingId, family: FamilyId, after: Option<FamilyId>) -> Result<(), Problem> {
        self.ask_for_family(Right::CheckIn, family)?;
        self.change_meeting(id, |meeting| {
            if !meeting.families.contains(&family) {
                let place = after.and_then(|after| meeting.families.iter().position(|known| *known == after));
                meeting.families.insert(place.map_or(meeting.families.len(), |place| place + 1), family);
            }
        })
    }

    /// Writes down who is at a meeting.
    ///
    /// # Errors
    /// Refused by role; no such meeting.
    pub fn set_present(&self, id: MeetingId, present: &[String]) -> Result<(), Problem> {
        self.change_meeting(id, |meeting| meeting.present = present.to_vec())
    }

    /// Ends a meeting; one that somebody has ended already stays as it is.
    ///
    /// # Errors
    /// Refused by role; no such meeting.
    pub fn end_meeting(&self, id: MeetingId, on: NaiveDate) -> Result<(), Problem> {
        self.change_meeting(id, |meeting| meeting.ended_on = meeting.ended_on.or(Some(on.max(meeting.on))))
    }

    /// Changes a meeting as it stands: what two people do to it at once goes together.
    fn change_meeting(&self, id: MeetingId, how: impl FnOnce(&mut Meeting)) -> Result<(), Problem> {
        self.ask(Right::CheckIn)?;
        let change = self.write(|transaction| {
            let (_, before) = Meeting::fetch(transaction, id.0)?.ok_or_else(|| not_found(Meeting::NOUN))?;
            self.ask_open(&before)?;
            let mut after = before.clone();
            how(&mut after);
            if after == before {
                return Ok(None);
            }
            let change = journal::next_change(transaction)?;
            after.put(transaction, Some(id.0))?;
            self.journal_change(transaction, change, Cause::Person, id.0, &before)?;
            Ok(Some(change))
        })?;
        change.into_iter().for_each(|change| self.remember(change));
        Ok(())
    }
}
