//! Sessions as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::coded::{Clocked, Coded};
use super::follow::Act;
use super::listed::Place;
use super::record::{Record, Row, one};
use super::visits::{self, stopped};
use super::{Store, plan, staff};
use crate::domain::access::Right;
use crate::domain::codes::{Answer, Area, CancelledBy, Code, Level, Mode, Outcome, SessionKind, Setting};
use crate::domain::ids::{FamilyId, PersonId, SessionId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::session::{GoalMark, Session};

/// The five area columns of `session`, in the order of `Area::ALL`.
const AREA_COLUMNS: [(Area, &str); 5] = [
    (Area::School, "area_school"),
    (Area::Leisure, "area_leisure"),
    (Area::Psychosocial, "area_psychosocial"),
    (Area::Parenting, "area_parenting"),
    (Area::Network, "area_network"),
];

impl Record for Session {
    type Id = SessionId;
}

impl Row for Session {
    const NOUN: &'static str = "session";
    const TABLE: &'static str = "session";
    const ADD: Right = Right::WriteSessions;
    const CHANGE: Right = Right::WriteSessions;
    const PLACE: Place = Place {
        tables: "session t",
        family: "t.family",
        first: "t.on_day",
        last: "t.on_day",
        order: "t.on_day, t.start, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        let family: Option<String> = connection
            .prepare_cached("SELECT name FROM family WHERE id = :id")?
            .query_row(named_params! {":id": self.family.0}, |row| row.get(0))
            .optional()?;
        Ok((family.unwrap_or_default(), Some(self.on)))
    }

    /// A call to a parent is written down by whoever gives crisis support, whether or not they reach the family.
    fn own_right(&self, store: &Store) -> Option<Right> {
        let is_own = matches!(self.staff.as_slice(), [one] if *one == store.actor().name);
        (self.kind == SessionKind::CrisisSupport && is_own).then_some(Right::CallParents)
    }

    fn check(&self, connection: &Connection, id: Option<i64>, today: NaiveDate) -> Result<(), Problem> {
        let before = visits::stored::<Self>(connection, id)?;
        stopped::check_session(connection, before.as_ref(), self, today)
    }

    fn follows(&self) -> bool {
        !self.goals.is_empty()
    }

    fn follow(
        store: &Store,
        transaction: &Transaction<'_>,
        act: Act,
        sessions: (Option<&Self>, Option<&Self>),
    ) -> Result<(), Problem> {
        plan::of_session(store, transaction, act, sessions)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let Some((version, mut session)) = one(connection, id, read)? else { return Ok(None) };
        read_links(connection, id, &mut session)?;
        Ok(Some((version, session)))
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let has = |area| self.areas.contains(&area);
        transaction
            .prepare_cached(
                "INSERT INTO session (id, family, on_day, start, minutes, kind, mode, outcome, cancelled_by,
                                     cancelled_by_person, reason,
                                     area_school, area_leisure, area_psychosocial, area_parenting, area_network,
                                     level, setting, follow_up_on, note, next_step, despite, announced,
                                     alone)
                 VALUES (:id, :family, :on_day, :start, :minutes, :kind, :mode, :outcome, :cancelled_by,
                         :cancelled_by_person, :reason,
                         :area_school, :area_leisure, :area_psychosocial, :area_parenting, :area_network, :level,
                         :setting, :follow_up_on, :note, :next_step, :despite, :announced, :alone)
                 ON CONFLICT (id) DO UPDATE SET version = version + 1,
                        family = excluded.family, on_day = excluded.on_day, start = excluded.start, minutes =
                        excluded.minutes, kind = excluded.kind, mode = excluded.mode, outcome = excluded.outcome,
                        cancelled_by = excluded.cancelled_by, cancelled_by_person =
                        excluded.cancelled_by_person, reason = excluded.reason, area_school =
                        excluded.area_school, area_leisure = excluded.area_leisure, area_psychosocial =
                        excluded.area_psychosocial, area_parenting = excluded.area_parenting, area_network =
                        excluded.area_network, level = excluded.level, setting = excluded.setting, follow_up_on =
                        excluded.follow_up_on, note = excluded.note, next_step = excluded.next_step,
                        despite = excluded.despite, announced = excluded.announced, alone = excluded.alone",
            )?
            .execute(named_params! {
                ":id": id,
                ":family": self.family.0,
                ":on_day": self.on,
                ":start": self.start.map(Clocked),
                ":minutes": self.minutes,
                ":kind": Coded(self.kind),
                ":mode": Coded(self.mode),
                ":outcome": Coded(self.outcome),
                ":cancelled_by": self.cancelled_by.map(Coded),
                ":cancelled_by_person": self.cancelled_by_person.map(|person| person.0),
                ":reason": self.reason,
                ":area_school": has(Area::School),
                ":area_leisure": has(Area::Leisure),
                ":area_psychosocial": has(Area::Psychosocial),
                ":area_parenting": has(Area::Parenting),
                ":area_network": has(Area::Network),
                ":level": self.level.map(Coded),
                ":setting": self.setting.map(Coded),
                ":follow_up_on": self.follow_up_on,
                ":note": self.note,
                ":next_step": self.next_step,
                ":despite": self.despite,
                ":announced": self.announced.map(Coded),
                ":alone": self.alone.map(Coded),
            })?;
        let id = id.unwrap_or_else(|| transaction.last_insert_rowid());
        let already = people(transaction, id)?;
        for table in ["session_person", "session_staff", "session_goal", "session_told"] {
            transaction
                .prepare_cached(&format!("DELETE FROM {table} WHERE session = :session"))?
                .execute(named_params! {":session": id})?;
        }
        write_links(transaction, id, self, &already)?;
        Ok(id)
    }
}

/// Writes who took part, who of the staff, and which goals. Only people of the family take part: whoever else could be
/// named would be shown to those who work with this family and not with theirs. Who already stands there stays.
fn write_links(transaction: &Transaction<'_>, id: i64, session: &Session, already: &[PersonId]) -> Result<(), Problem> {
    for person in &session.people {
        if !already.contains(person) && !belongs(transaction, *person, session.family)? {
            return Err(Problem::new(Kind::Invalid, "no-such-person"));
        }
        transaction
            .prepare_cached("INSERT OR IGNORE INTO session_person (session, person) VALUES (:session, :person)")?
            .execute(named_params! {":session": id, ":person": person.0})?;
    }
    for person in &session.told_to {
        if !belongs(transaction, *person, session.family)? {
            return Err(Problem::new(Kind::Invalid, "no-such-person"));
        }
        transaction
            .prepare_cached("INSERT OR IGNORE INTO session_told (session, person) VALUES (:session, :person)")?
            .execute(named_params! {":session": id, ":person": person.0})?;
    }
    for name in &session.staff {
        let staff = staff::intern(transaction, name)?;
        transaction
            .prepare_cached("INSERT OR IGNORE INTO session_staff (session, staff) VALUES (:session, :staff)")?
            .execute(named_params! {":session": id, ":staff": staff})?;
    }
    for mark in &session.goals {
        transaction
            .prepare_cached(
                "INSERT OR REPLACE INTO session_goal (session, goal, attainment, done)
                 VALUES (:session, :goal, :attainment, :done)",
            )?
            .execute(named_params! {
                ":session": id, ":goal": mark.goal, ":attainment": mark.attainment, ":done": mark.done,
            })?;
    }
    Ok(())
}

/// Reads who took part, who of the staff, and which goals.
pub(super) fn read_links(connection: &Connection, id: i64, session: &mut Session) -> rusqlite::Result<()> {
    session.people = people(connection, id)?;
    session.staff = staff_names(connection, id)?;
    session.goals = goals(connection, id)?;
    session.told_to = told_to(connection, id)?;
    Ok(())
}

/// A session from a row that holds every column of `session`, without its people, staff and goals.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        family: FamilyId(row.get("family")?),
        on: row.get("on_day")?,
        kind: row.get::<_, Coded<SessionKind>>("kind")?.0,
        mode: row.get::<_, Coded<Mode>>("mode")?.0,
        outcome: row.get::<_, Coded<Outcome>>("outcome")?.0,
        start: row.get::<_, Option<Clocked>>("start")?.map(|time| time.0),
        minutes: row.get("minutes")?,
        cancelled_by: row.get::<_, Option<Coded<CancelledBy>>>("cancelled_by")?.map(|code| code.0),
        cancelled_by_person: row.get::<_, Option<i64>>("cancelled_by_person")?.map(PersonId),
        reason: row.get("reason")?,
        areas: areas(row)?,
        people: Vec::new(),
        staff: Vec::new(),
        level: row.get::<_, Option<Coded<Level>>>("level")?.map(|code| code.0),
        setting: row.get::<_, Option<Coded<Setting>>>("setting")?.map(|code| code.0),
        follow_up_on: row.get("follow_up_on")?,
        note: row.get("note")?,
        next_step: row.get("next_step")?,
        goals: Vec::new(),
        despite: row.get("despite")?,
        announced: row.get::<_, Option<Coded<Answer>>>("announced")?.map(|code| code.0),
        alone: row.get::<_, Option<Coded<Answer>>>("alone")?.map(|code| code.0),
        told_to: Vec::new(),
    })
}

/// The areas of a row that holds the five area columns.
pub(super) fn areas(row: &rusqlite::Row<'_>) -> rusqlite::Result<Vec<Area>> {
    let mut areas = Vec::new();
    for (area, column) in AREA_COLUMNS {
        if row.get(column)? {
            areas.push(area);
        }
    }
    Ok(areas)
}

/// The column that says whether a session served an area.
pub(super) fn area_column(area: Area) -> &'static str {
    AREA_COLUMNS.iter().find(|(known, _)| *known == area).map_or(area.code(), |(_, column)| column)
}

fn belongs(connection: &Connection, person: PersonId, family: FamilyId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM member WHERE id = :id AND family = :family")?
        .exists(named_params! {":id": person.0, ":family": family.0})
}

fn people(connection: &Connection, id: i64) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached("SELECT person FROM session_person WHERE session = :session ORDER BY person")?
        .query_map(named_params! {":session": id}, |row| row.get(0).map(PersonId))?
        .collect()
}

fn told_to(connection: &Connection, id: i64) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached("SELECT person FROM session_told WHERE session = :session ORDER BY person")?
        .query_map(named_params! {":session": id}, |row| row.get(0).map(PersonId))?
        .collect()
}

fn staff_names(connection: &Connection, id: i64) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT s.name FROM session_staff l JOIN staff s ON s.id = l.staff
             WHERE l.session = :session ORDER BY s.folded, s.identity",
        )?
        .query_map(named_params! {":session": id}, |row| row.get(0))?
        .collect()
}

fn goals(connection: &Connection, id: i64) -> rusqlite::Result<Vec<GoalMark>> {
    connection
        .prepare_cached("SELECT goal, attainment, done FROM session_goal WHERE session = :session ORDER BY goal")?
        .query_map(named_params! {":session": id}, |row| {
            Ok(GoalMark { goal: row.get("goal")?, attainment: row.get("attainment")?, done: row.get("done")? })
        })?
        .collect()
}
