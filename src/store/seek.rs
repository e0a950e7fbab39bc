//! Windows of long lists that are found by where they begin, not by how many rows lie before: a page costs the same
//! wherever it is. What needs all of a list, such as how many there are, is counted a stretch at a time.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{OptionalExtension, named_params};

use super::coded::{Clocked, Coded};
use super::family_list::{self, FamilyFilter, FamilyRow};
use super::session_list::{self, NEWEST_FIRST, OLDEST_FIRST, SessionFilter, SessionRow, with};
use super::{Store, session};
use crate::domain::codes::{Area, Code};
use crate::domain::ids::{FamilyId, SessionId};
use crate::domain::problem::Problem;

/// Where a window begins; its rows come in the order of the list, whichever way it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seek<P> {
    /// At the first row of the list.
    First,
    /// So that it ends with the last.
    Last,
    /// At a place, if there is a row, or else after it.
    From(P),
    /// After a place.
    After(P),
    /// So that it ends before a place.
    Before(P),
}

impl<P: Copy> Seek<P> {
    /// The place, and whether it is looked for backwards.
    fn parts(self) -> (Option<P>, bool) {
        match self {
            Self::First => (None, false),
            Self::Last => (None, true),
            Self::From(place) | Self::After(place) => (Some(place), false),
            Self::Before(place) => (Some(place), true),
        }
    }
}

/// Where a session stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionPlace {
    /// The day.
    pub on: NaiveDate,
    /// When it begins.
    pub start: Option<NaiveTime>,
    /// Which.
    pub id: SessionId,
}

impl SessionPlace {
    /// Before all sessions of a day, in a list with the newest first.
    pub fn before_day(on: NaiveDate) -> Self {
        Self { on, start: NaiveTime::from_hms_opt(23, 59, 59), id: SessionId(i64::MAX) }
    }
}

impl SessionRow {
    /// Where it stands.
    pub fn place(&self) -> SessionPlace {
        SessionPlace { on: self.on, start: self.start, id: self.id }
    }
}

/// How many sessions of a filter there are and which areas they served, as far as they have been counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionTally {
    /// How many.
    pub sessions: usize,
    /// How many served each area.
    pub areas: Vec<(Area, u32)>,
    after: Option<SessionPlace>,
    ceiling: usize,
    is_whole: bool,
}

impl SessionTally {
    /// Nothing counted yet; counted to a ceiling.
    pub fn new(ceiling: usize) -> Self {
        let areas = Area::ALL.iter().map(|area| (*area, 0)).collect();
        Self { sessions: 0, areas, after: None, ceiling, is_whole: false }
    }

    /// Whether all are counted, or as many as are to be.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }
}

/// The condition for a place among sessions; the day alone stands in front, so that the index is entered there.
const PLACE: &str = "(s.on_day, coalesce(s.start, ''), s.id)";
const SOUGHT: &str = "(:on, coalesce(:start, ''), :id)";

/// The rows of a window of sessions.
pub(super) fn sessions_from(wanted: &str, seek: Seek<SessionPlace>) -> String {
    let sought = match seek {
        Seek::First | Seek::Last => ":on IS NULL AND :start IS NULL AND :id IS NULL".to_owned(),
        Seek::From(_) => format!("s.on_day <= :on AND {PLACE} <= {SOUGHT}"),
        Seek::After(_) => format!("s.on_day <= :on AND {PLACE} < {SOUGHT}"),
        Seek::Before(_) => format!("s.on_day >= :on AND {PLACE} > {SOUGHT}"),
    };
    let order = if seek.parts().1 { OLDEST_FIRST } else { NEWEST_FIRST };
    format!("SELECT s.id FROM session s WHERE {wanted} AND {sought} ORDER BY {order} LIMIT :limit")
}

pub(super) fn session_page(wanted: &str, seek: Seek<SessionPlace>) -> String {
    format!(
        "WITH shown AS ({})
         SELECT {} FROM shown JOIN session s ON s.id = shown.id JOIN family f ON f.id = s.family
         ORDER BY {NEWEST_FIRST}",
        sessions_from(wanted, seek),
        session_list::COLUMNS
    )
}

pub(super) fn session_stretch(wanted: &str, seek: Seek<SessionPlace>) -> String {
    let areas: Vec<&str> = Area::ALL.iter().map(|area| session::area_column(*area)).collect();
    format!(
        "WITH shown AS ({})
         SELECT s.on_day, s.start, s.id, {} FROM shown JOIN session s ON s.id = shown.id ORDER BY {NEWEST_FIRST}",
        sessions_from(wanted, seek),
        areas.join(", ")
    )
}

/// The rows of a window of families; a place is a family.
pub(super) fn family_page(wanted: &str, seek: Seek<FamilyId>) -> String {
    let (compared, down) = match seek {
        Seek::First => ("", ""),
        Seek::Last => ("", " DESC"),
        Seek::From(_) => (">=", ""),
        Seek::After(_) => (">", ""),
        Seek::Before(_) => ("<", " DESC"),
    };
    let sought = match compared {
        "" => ":from IS NULL".to_owned(),
        sign => format!("(f.sort_key, f.id) {sign} (SELECT x.sort_key, x.id FROM family x WHERE x.id = :from)"),
    };
    format!(
        "WITH shown AS (SELECT f.id FROM family f WHERE {wanted} AND {sought}
                        ORDER BY f.sort_key{down}, f.id{down} LIMIT :limit)
         SELECT {} FROM shown JOIN family f ON f.id = shown.id ORDER BY f.sort_key, f.id",
        family_list::COLUMNS
    )
}

impl Store {
    /// A window of the list of sessions, newest first.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn sessions_at(
        &self,
        filter: &SessionFilter,
        seek: Seek<SessionPlace>,
        limit: usize,
    ) -> Result<Vec<SessionRow>, Problem> {
        let values = self.values(filter)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let (place, _) = seek.parts();
        let (on, id) = (place.map(|place| place.on), place.map(|place| place.id.0));
        let start = place.and_then(|place| place.start).map(sought_start);
        let sql = session_page(&session_list::wanted(filter, &values), seek);
        self.session_rows(&sql, &with(&values, &[(":limit", &limit), (":on", &on), (":start", &start), (":id", &id)]))
    }

    /// Where a session stands, if the filter lets it through.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn session_place(&self, filter: &SessionFilter, id: SessionId) -> Result<Option<SessionPlace>, Problem> {
        let values = self.values(filter)?;
        let wanted = session_list::wanted(filter, &values);
        let sql = format!("SELECT s.on_day, s.start, s.id FROM session s WHERE s.id = :session AND {wanted}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row(&*with(&values, &[(":session", &id.0)]), read_place).optional()?)
    }

    /// Counts some more sessions; true when all are counted.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn tally_sessions(
        &self,
        filter: &SessionFilter,
        tally: &mut SessionTally,
        most: usize,
    ) -> Result<bool, Problem> {
        let values = self.values(filter)?;
        if tally.is_whole {
            return Ok(true);
        }
        let most = most.min(tally.ceiling - tally.sessions);
        let seek = tally.after.map_or(Seek::First, Seek::After);
        let (on, id) = (tally.after.map(|place| place.on), tally.after.map(|place| place.id.0));
        let start = tally.after.and_then(|place| place.start).map(sought_start);
        let limit = i64::try_from(most).unwrap_or(i64::MAX);
        let sql = session_stretch(&session_list::wanted(filter, &values), seek);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let asked = with(&values, &[(":limit", &limit), (":on", &on), (":start", &start), (":id", &id)]);
        let mut rows = statement.query(&*asked)?;
        let mut found = 0;
        while let Some(row) = rows.next()? {
            tally.after = Some(read_place(row)?);
            for (place, (_, count)) in tally.areas.iter_mut().enumerate() {
                *count += u32::from(row.get::<_, bool>(place + 3)?);
            }
            found += 1;
        }
        tally.sessions += found;
        tally.is_whole = found < most || tally.sessions >= tally.ceiling;
        Ok(tally.is_whole)
    }

    /// A window of the list of families, by name. A family that is not there any more leads nowhere.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn families_at(
        &self,
        filter: &FamilyFilter,
        today: NaiveDate,
        seek: Seek<FamilyId>,
        limit: usize,
    ) -> Result<Vec<FamilyRow>, Problem> {
        let reached = self.list_for(filter)?;
        let (place, _) = seek.parts();
        let sql = family_page(&family_list::wanted(filter, &reached), seek);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(
            named_params! {
                ":status": filter.status.map(Coded),
                ":district": filter.district,
                ":today": today,
                ":limit": i64::try_from(limit).unwrap_or(i64::MAX),
                ":from": place.map(|family| family.0),
            },
            family_list::read,
        )?;
        self.seen_families(rows.collect::<Result<_, _>>()?)
    }
}

/// A time as it is compared with those of the list; seconds put a place after every time of the minute.
fn sought_start(start: NaiveTime) -> String {
    let form = if start.format("%S").to_string() == "00" { "%H:%M" } else { "%H:%M:%S" };
    start.format(form).to_string()
}

fn read_place(row: &rusqlite::Row<'_>) -> rusqlite::Result<SessionPlace> {
    Ok(SessionPlace {
        on: row.get(0)?,
        start: row.get::<_, Option<Clocked>>(1)?.map(|time| time.0),
        id: SessionId(row.get(2)?),
    })
}
