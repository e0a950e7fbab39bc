//! Tasks as rows, and those that are still to be done.
//!
//! A task of a family is seen by whoever reaches the family; one of no family only by who is to do it and by who wrote
//! it down.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use crate::domain::access::Right;
use crate::domain::directory::FamilyName;
use crate::domain::ids::{FamilyId, MeetingId, TaskId};
use crate::domain::problem::Problem;
use crate::domain::task::Task;
use crate::domain::text::identity_of;
use crate::store::listed::Place;
use crate::store::reached::Reached;
use crate::store::record::{Record, Row, Stored};
use crate::store::{Origin, Saving, Store, Whose, columns, staff};

impl Record for Task {
    type Id = TaskId;
}

impl Row for Task {
    const NOUN: &'static str = "task";
    const TABLE: &'static str = "task";
    const ADD: Right = Right::KeepTasks;
    const CHANGE: Right = Right::KeepTasks;
    const PLACE: Place = Place {
        tables: "task t",
        family: "t.family",
        first: "coalesce(t.due_on, t.made_on)",
        last: "coalesce(t.due_on, t.made_on)",
        order: "t.due_on IS NULL, t.due_on, t.id",
    };
    const IS_NEWS: bool = false;
    const LOOKS_INSIDE: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(self.family)
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        let label = match self.family {
            Some(family) => super::family_name(connection, family)?,
            None => self.who.clone(),
        };
        Ok((label, self.due_on))
    }

    fn is_open_to(&self, store: &Store) -> bool {
        let me = identity_of(&store.actor().name);
        self.family.is_some() || [&self.who, &self.by].into_iter().any(|name| identity_of(name) == me)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM {TABLES} WHERE t.id = :id"))?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 8] = [
            ("family", &self.family.map(|family| family.0)),
            ("what", &self.what),
            ("due_on", &self.due_on),
            ("who", &staff::intern(transaction, &self.who)?),
            ("by_staff", &staff::intern(transaction, &self.by)?),
            ("made_on", &self.made_on),
            ("done_on", &self.done_on),
            ("meeting", &self.meeting.map(|meeting| meeting.0)),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

const COLUMNS: &str = "t.*, w.name AS who_name, b.name AS by_name";
const TABLES: &str = "task t JOIN staff w ON w.id = t.who JOIN staff b ON b.id = t.by_staff";
/// The same with the family, if there is one.
const WITH_FAMILY: &str = "f.name AS family_called, f.case_ref";

/// A task from a row of [`COLUMNS`].
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Task> {
    Ok(Task {
        family: row.get::<_, Option<i64>>("family")?.map(FamilyId),
        what: row.get("what")?,
        due_on: row.get("due_on")?,
        who: row.get("who_name")?,
        by: row.get("by_name")?,
        made_on: row.get("made_on")?,
        done_on: row.get("done_on")?,
        meeting: row.get::<_, Option<i64>>("meeting")?.map(MeetingId),
    })
}

/// A task with the name of its family, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// The task.
    pub task: Stored<Task>,
    /// Whose it is.
    pub family: Option<FamilyName>,
}

pub(super) fn read_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<TaskRow> {
    let task = Stored { id: TaskId(row.get("id")?), version: row.get("version")?, value: read(row)? };
    let family = match task.value.family {
        Some(id) => Some(FamilyName { id, name: row.get("family_called")?, case_ref: row.get("case_ref")? }),
        None => None,
    };
    Ok(TaskRow { task, family })
}

/// The query for the tasks that were made at a meeting, `:meeting`, of families that are reached.
pub(super) fn made_at(reached: &Reached) -> String {
    format!(
        "SELECT {COLUMNS}, {WITH_FAMILY} FROM {TABLES} LEFT JOIN family f ON f.id = t.family
         WHERE t.meeting = :meeting AND {} ORDER BY t.id",
        reached.family("f")
    )
}

/// Which open tasks.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) enum Open {
    /// Those of one of the staff.
    Mine,
    /// All of every family, and one's own.
    Everyones,
    /// All of the families whose team one belongs to, and one's own.
    OfMyFamilies,
    /// Those of one family.
    OfFamily,
}

/// The query for open tasks; parameters `:me`, `:family` and `:until`. Those without a day come last.
pub(in crate::store) fn open(which: Open, reached: &Reached) -> String {
    const MINE: &str = "t.family IS NULL AND t.who = :me";
    const ASKED: &str = "t.family IS NULL AND t.by_staff = :me AND t.who <> :me";
    let select = |tables: &str, which: &str| {
        format!(
            "SELECT {COLUMNS}, {WITH_FAMILY} FROM {tables}
             JOIN staff w ON w.id = t.who JOIN staff b ON b.id = t.by_staff LEFT JOIN family f ON f.id = t.family
             WHERE t.done_on IS NULL AND {which} AND (t.due_on IS NULL OR :until IS NULL OR t.due_on <= :until)"
        )
    };
    let own = format!(
        "{} UNION ALL {}",
        select("task t INDEXED BY task_by_who", MINE),
        select("task t INDEXED BY task_asked", ASKED)
    );
    let seen = reached.reaches("t.family");
    let found = match which {
        Open::Mine => select("task t INDEXED BY task_by_who", &format!("t.who = :me AND (t.family IS NULL OR {seen})")),
        Open::OfFamily => select("task t INDEXED BY task_by_family", "t.family = :family"),
        Open::Everyones => {
            let all = format!("t.family IS NOT NULL AND {seen}");
            format!("{} UNION ALL {own}", select("task t INDEXED BY task_open", &all))
        }
        Open::OfMyFamilies => {
            let tables = format!(
                "({}) s CROSS JOIN task t INDEXED BY task_by_family ON t.family = s.family",
                reached.families()
            );
            format!("{} UNION ALL {own}", select(&tables, "t.family IS NOT NULL"))
        }
    };
    format!("SELECT * FROM ({found}) ORDER BY due_on IS NULL, due_on, id")
}

impl Store {
    /// Open tasks with the names of their families, by due day, those without one last: one's own, or all that one
    /// sees; until a day, and those without a day.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn tasks_open(&self, whose: Whose, until: Option<NaiveDate>) -> Result<Vec<TaskRow>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let which = match whose {
            Whose::Mine => Open::Mine,
            Whose::Everyones if reached.is_assigned() => Open::OfMyFamilies,
            Whose::Everyones => Open::Everyones,
        };
        self.open_tasks(which, &reached, (None, until))
    }

    /// The open tasks of a family by due day, those without one last.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn tasks_of(&self, family: FamilyId) -> Result<Vec<TaskRow>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        self.open_tasks(Open::OfFamily, &self.ask(Right::ReadCases)?, (Some(family), None))
    }

    fn open_tasks(
        &self,
        which: Open,
        reached: &Reached,
        (family, until): (Option<FamilyId>, Option<NaiveDate>),
    ) -> Result<Vec<TaskRow>, Problem> {
        let mut statement = self.connection.prepare_cached(&open(which, reached))?;
        for (name, value) in
            [(":me", &self.actor.staff as &dyn ToSql), (":family", &family.map(|family| family.0)), (":until", &until)]
        {
            if let Some(place) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(place, value)?;
            }
        }
        let mut rows = statement.raw_query();
        let mut tasks = Vec::new();
        while let Some(row) = rows.next()? {
            tasks.push(read_row(row)?);
        }
        self.saw(Task::NOUN, tasks.iter().filter_map(|row| Some(row.family.as_ref()?.id)));
        Ok(tasks)
    }

    /// Says on which day a task was done, or that it is not, if nobody saved it since the version named.
    ///
    /// # Errors
    /// Refused by role or family; no such task.
    pub fn task_done(&self, id: TaskId, version: i64, done_on: Option<NaiveDate>) -> Result<Saving<Task>, Problem> {
        self.ask(Right::KeepTasks)?;
        let stored: Stored<Task> = self.get(id)?;
        self.change(id, version, &Task { done_on, ..stored.value }, Origin::Direct)
    }
}
