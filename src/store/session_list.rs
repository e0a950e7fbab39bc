//! The list of sessions, a window at a time, newest first.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Row, ToSql, named_params};

use super::coded::{Clocked, Coded};
use super::{Store, session};
use crate::domain::access::Right;
use crate::domain::codes::{Area, CancelledBy, Code, Mode, Outcome, SessionKind};
use crate::domain::discretion::PersonName;
use crate::domain::ids::{FamilyId, PersonId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::text::fold;
use crate::domain::visit::Breach;

/// Which sessions to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SessionFilter {
    /// Only this family.
    pub family: Option<FamilyId>,
    /// Only those that served this area.
    pub area: Option<Area>,
    /// Only those of a member of staff, by name.
    pub staff: Option<String>,
    /// Only those with this outcome.
    pub outcome: Option<Outcome>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Which session.
    pub id: SessionId,
    /// Whose.
    pub family: FamilyId,
    /// The family's name.
    pub family_name: String,
    /// The unit's case reference.
    pub case_ref: String,
    /// The day.
    pub on: NaiveDate,
    /// Clock time it began.
    pub start: Option<NaiveTime>,
    /// Length in minutes.
    pub minutes: u32,
    /// What it was about.
    pub kind: SessionKind,
    /// How people met.
    pub mode: Mode,
    /// What came of it.
    pub outcome: Outcome,
    /// Who cancelled.
    pub cancelled_by: Option<CancelledBy>,
    /// Who of the family that was.
    pub cancelled_by_person: Option<(PersonId, PersonName)>,
    /// Areas served.
    pub areas: Vec<Area>,
    /// Given names of those who took part.
    pub people: Vec<(PersonId, PersonName)>,
    /// Names of staff.
    pub staff: Vec<String>,
    /// The note's beginning, on one line.
    pub note: Option<String>,
    /// Why it did not come about.
    pub reason: Option<String>,
    /// Why it may not be, where it is planned and a restriction of contact stops it.
    pub stopped: Option<Breach>,
}

/// Between names that are read as one text; no control character is ever part of a name.
const SEPARATOR: char = '\u{1f}';

/// Between somebody's identity and name.
const NUMBERED: char = '\u{1e}';

pub(super) const COLUMNS: &str = "
    s.id, s.family, f.name AS family_name, f.case_ref, s.on_day, s.start, s.minutes, s.kind, s.mode, s.outcome,
    s.cancelled_by,
    (SELECT m.id || char(30) || m.given_name FROM member m WHERE m.id = s.cancelled_by_person) AS cancelled_by_person,
    s.area_school, s.area_leisure, s.area_psychosocial, s.area_parenting, s.area_network,
    (SELECT group_concat(m.id || char(30) || m.given_name, char(31)) FROM session_person p
     JOIN member m ON m.id = p.person
     WHERE p.session = s.id) AS people,
    (SELECT group_concat(t.name, char(31)) FROM session_staff l JOIN staff t ON t.id = l.staff
     WHERE l.session = s.id) AS staff,
    replace(substr(s.note, 1, 240), char(10), ' ') AS note, s.reason";

pub(super) const NEWEST_FIRST: &str = "s.on_day DESC, s.start DESC, s.id DESC";
pub(super) const OLDEST_FIRST: &str = "s.on_day, s.start, s.id";

/// Parameters of every query here; conditions that a filter does not need name theirs all the same.
pub(super) struct Values {
    family: Option<i64>,
    area: Option<bool>,
    staff: Option<String>,
    outcome: Option<Coded<Outcome>>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// Whose they are, where not every family's are asked for.
    whose: Option<String>,
}

impl Store {
    /// How many sessions a filter lets through, counted to a ceiling.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn count_sessions(&self, filter: &SessionFilter, ceiling: usize) -> Result<u32, Problem> {
        let values = self.values(filter)?;
        let sql =
            format!("SELECT count(*) FROM (SELECT 1 FROM session s WHERE {} LIMIT :limit)", wanted(filter, &values));
        let limit = i64::try_from(ceiling).unwrap_or(i64::MAX);
        let count = self
            .connection
            .prepare_cached(&sql)?
            .query_row(&*with(&values, &[(":limit", &limit)]), |row| row.get(0))?;
        Ok(count)
    }

    /// How many sessions of a filter served each area, among the newest up to a ceiling.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn count_areas(&self, filter: &SessionFilter, ceiling: usize) -> Result<Vec<(Area, u32)>, Problem> {
        let values = self.values(filter)?;
        let columns: Vec<&str> = Area::ALL.iter().map(|area| session::area_column(*area)).collect();
        let sums: Vec<String> = columns.iter().map(|column| format!("coalesce(sum({column}), 0)")).collect();
        let sql = format!(
            "SELECT {} FROM (SELECT {} FROM session s WHERE {} ORDER BY {NEWEST_FIRST} LIMIT :limit)",
            sums.join(", "),
            columns.join(", "),
            wanted(filter, &values),
        );
        let limit = i64::try_from(ceiling).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let counts = statement.query_row(&*with(&values, &[(":limit", &limit)]), |row| {
            Area::ALL.iter().enumerate().map(|(place, area)| Ok((*area, row.get(place)?))).collect()
        })?;
        Ok(counts)
    }

    /// A window of the list, newest first.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn sessions(&self, filter: &SessionFilter, offset: usize, limit: usize) -> Result<Vec<SessionRow>, Problem> {
        self.session_window(filter, NEWEST_FIRST, offset, limit)
    }

    /// The first sessions of a filter, oldest first.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn sessions_forward(&self, filter: &SessionFilter, limit: usize) -> Result<Vec<SessionRow>, Problem> {
        self.session_window(filter, OLDEST_FIRST, 0, limit)
    }

    fn session_window(
        &self,
        filter: &SessionFilter,
        order: &str,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<SessionRow>, Problem> {
        let values = self.values(filter)?;
        let sql = window(&wanted(filter, &values), order);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        self.session_rows(&sql, &with(&values, &[(":limit", &limit), (":offset", &offset)]))
    }

    /// The rows of a query for [`COLUMNS`], with names and what stops them as they stand.
    pub(super) fn session_rows(&self, sql: &str, asked: &[(&str, &dyn ToSql)]) -> Result<Vec<SessionRow>, Problem> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(asked, read)?;
        let mut rows = rows.collect::<Result<Vec<SessionRow>, _>>()?;
        self.saw("session", rows.iter().map(|row| row.family));
        self.know(&rows.iter().map(|row| row.family).collect::<Vec<_>>())?;
        self.stop(&mut rows)?;
        for row in &mut rows {
            for (person, name) in row.people.iter_mut().chain(&mut row.cancelled_by_person) {
                *name = self.placed(row.family, *person, name)?;
            }
        }
        Ok(rows)
    }

    /// Finds which of the planned ones a restriction stops; whoever is alone with the staff meets nobody.
    fn stop(&self, rows: &mut [SessionRow]) -> Result<(), Problem> {
        let mut asked =
            rows.iter_mut().filter(|row| row.outcome == Outcome::Planned && row.people.len() > 1).peekable();
        if asked.peek().is_none() {
            return Ok(());
        }
        let mut asked: Vec<&mut SessionRow> = asked.collect();
        let restricted = self.restricted_among(&asked.iter().map(|row| row.family).collect::<Vec<_>>())?;
        for row in asked.iter_mut().filter(|row| restricted.contains(&row.family)) {
            row.stopped = self.stopped_session(row.id)?;
        }
        Ok(())
    }

    pub(super) fn values(&self, filter: &SessionFilter) -> Result<Values, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let whose = match filter.family {
            Some(family) => self.ask_for_family(Right::ReadCases, family).map(|()| None)?,
            None => (!reached.is_all()).then(|| reached.reaches("s.family")),
        };
        Ok(Values {
            family: filter.family.map(|family| family.0),
            area: filter.area.map(|_| true),
            staff: filter.staff.as_deref().map(fold),
            outcome: filter.outcome.map(Coded),
            from: filter.from,
            to: filter.to,
            whose,
        })
    }
}

/// A window of the list: found in the index where that can be, and only its rows are then read.
pub(super) fn window(wanted: &str, order: &str) -> String {
    format!(
        "WITH shown AS (SELECT s.id FROM session s WHERE {wanted} ORDER BY {order} LIMIT :limit OFFSET :offset)
         SELECT {COLUMNS} FROM shown JOIN session s ON s.id = shown.id JOIN family f ON f.id = s.family
         ORDER BY {order}"
    )
}

pub(super) fn with<'a>(values: &'a Values, more: &[(&'a str, &'a dyn ToSql)]) -> Vec<(&'a str, &'a dyn ToSql)> {
    let all = named_params! {
        ":family": values.family, ":area": values.area, ":staff": values.staff, ":outcome": values.outcome,
        ":from": values.from, ":to": values.to,
    };
    all.iter().copied().chain(more.iter().copied()).collect()
}

/// The conditions a filter needs; a condition that is not needed is a constant and costs nothing.
pub(super) fn wanted(filter: &SessionFilter, values: &Values) -> String {
    let area = filter.area.map(|area| format!("s.{} = :area", session::area_column(area)));
    let conditions: [(Option<String>, &str); 7] = [
        (values.family.map(|_| "s.family = :family".to_owned()), ":family IS NULL"),
        (area, ":area IS NULL"),
        (
            values.staff.as_ref().map(|_| {
                "EXISTS (SELECT 1 FROM session_staff l JOIN staff t ON t.id = l.staff
                         WHERE l.session = s.id AND t.folded = :staff)"
                    .to_owned()
            }),
            ":staff IS NULL",
        ),
        (values.outcome.as_ref().map(|_| "s.outcome = :outcome".to_owned()), ":outcome IS NULL"),
        (values.from.map(|_| "s.on_day >= :from".to_owned()), ":from IS NULL"),
        (values.to.map(|_| "s.on_day <= :to".to_owned()), ":to IS NULL"),
        (values.whose.clone(), "TRUE"),
    ];
    let conditions: Vec<String> =
        conditions.into_iter().map(|(needed, unneeded)| needed.unwrap_or_else(|| unneeded.to_owned())).collect();
    conditions.join(" AND ")
}

/// Somebody as `COLUMNS` writes them: identity and name.
fn numbered(person: &str) -> Option<(PersonId, PersonName)> {
    let (id, name) = person.split_once(NUMBERED)?;
    Some((PersonId(id.parse().ok()?), name.into()))
}

fn read(row: &Row<'_>) -> rusqlite::Result<SessionRow> {
    let list = |text: Option<String>| -> Vec<String> {
        text.map(|text| text.split(SEPARATOR).map(str::to_owned).collect()).unwrap_or_default()
    };
    Ok(SessionRow {
        id: SessionId(row.get("id")?),
        family: FamilyId(row.get("family")?),
        family_name: row.get("family_name")?,
        case_ref: row.get("case_ref")?,
        on: row.get("on_day")?,
        start: row.get::<_, Option<Clocked>>("start")?.map(|time| time.0),
        minutes: row.get("minutes")?,
        kind: row.get::<_, Coded<SessionKind>>("kind")?.0,
        mode: row.get::<_, Coded<Mode>>("mode")?.0,
        outcome: row.get::<_, Coded<Outcome>>("outcome")?.0,
        cancelled_by: row.get::<_, Option<Coded<CancelledBy>>>("cancelled_by")?.map(|code| code.0),
        cancelled_by_person: row.get::<_, Option<String>>("cancelled_by_person")?.as_deref().and_then(numbered),
        areas: session::areas(row)?,
        people: list(row.get("people")?).iter().filter_map(|person| numbered(person)).collect(),
        staff: list(row.get("staff")?),
        note: row.get("note")?,
        reason: row.get("reason")?,
        stopped: None,
    })
}
