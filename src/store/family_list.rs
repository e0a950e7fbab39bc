//! The list of families, a window at a time.

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::Store;
use super::coded::Coded;
use super::reached::Reached;
use crate::domain::access::Right;
use crate::domain::codes::FamilyStatus;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;

/// Whose families to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Whose {
    /// Every family one may see.
    #[default]
    Everyones,
    /// Those whose support team one belongs to.
    Mine,
}

/// Which families to list. Nothing chosen means every family that is not closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FamilyFilter {
    /// Whose families.
    pub whose: Whose,
    /// Only this status; none means all but closed.
    pub status: Option<FamilyStatus>,
    /// Only this district.
    pub district: Option<String>,
}

/// A family in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyRow {
    /// Which family.
    pub id: FamilyId,
    /// Its name.
    pub name: String,
    /// The unit's case reference.
    pub case_ref: String,
    /// Where it stands.
    pub status: FamilyStatus,
    /// District or municipality.
    pub district: Option<String>,
    /// First name among those who support the children.
    pub child_support: Option<String>,
    /// First name among those who support the parents.
    pub parent_support: Option<String>,
    /// The last session held.
    pub last_on: Option<NaiveDate>,
    /// The next session planned.
    pub next_on: Option<NaiveDate>,
}

pub(super) const COLUMNS: &str = "
    f.id, f.name, f.case_ref, f.status, f.district,
    (SELECT s.name FROM family_support t JOIN staff s ON s.id = t.staff
     WHERE t.family = f.id AND t.task = 'child_support' ORDER BY t.place LIMIT 1) AS child_support,
    (SELECT s.name FROM family_support t JOIN staff s ON s.id = t.staff
     WHERE t.family = f.id AND t.task = 'parent_support' ORDER BY t.place LIMIT 1) AS parent_support,
    (SELECT on_day FROM session WHERE family = f.id AND on_day <= :today AND outcome = 'held'
     ORDER BY on_day DESC LIMIT 1) AS last_on,
    (SELECT on_day FROM session WHERE family = f.id AND on_day >= :today AND outcome = 'planned'
     ORDER BY on_day LIMIT 1) AS next_on";

impl Store {
    /// How many families a filter lets through.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn count_families(&self, filter: &FamilyFilter) -> Result<u32, Problem> {
        let reached = self.list_for(filter)?;
        let sql = if Self::is_tallied(filter, &reached) {
            let team = reached.whole_team().map_or("TRUE".to_owned(), |team| format!("f.team = {team}"));
            format!("SELECT coalesce(sum(f.families), 0) FROM family_tally f WHERE {} AND {team}", asked(filter))
        } else {
            format!("SELECT count(*) FROM family f WHERE {}", wanted(filter, &reached))
        };
        let count =
            self.connection.prepare_cached(&sql)?.query_row(
                named_params! {":status": filter.status.map(Coded), ":district": filter.district},
                |row| row.get(0),
            )?;
        Ok(count)
    }

    /// A window of the list, by name.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn families(
        &self,
        filter: &FamilyFilter,
        today: NaiveDate,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<FamilyRow>, Problem> {
        let wanted = wanted(filter, &self.list_for(filter)?);
        let mut statement = self.connection.prepare_cached(&window(&wanted))?;
        let rows = statement.query_map(
            named_params! {
                ":status": filter.status.map(Coded),
                ":district": filter.district,
                ":today": today,
                ":limit": i64::try_from(limit).unwrap_or(i64::MAX),
                ":offset": i64::try_from(offset).unwrap_or(i64::MAX),
            },
            read,
        )?;
        self.seen_families(rows.collect::<Result<_, _>>()?)
    }

    pub(super) fn seen_families(&self, rows: Vec<FamilyRow>) -> Result<Vec<FamilyRow>, Problem> {
        self.saw("family", rows.iter().map(|row| row.id));
        Ok(rows)
    }

    /// Whether the casebook keeps a tally of what a filter asks for, so that counting costs nothing.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn keeps_tally(&self, filter: &FamilyFilter) -> Result<bool, Problem> {
        Ok(Self::is_tallied(filter, &self.list_for(filter)?))
    }

    fn is_tallied(filter: &FamilyFilter, reached: &Reached) -> bool {
        filter.district.is_none() && (reached.is_all() || reached.whole_team().is_some())
    }

    pub(super) fn list_for(&self, filter: &FamilyFilter) -> Result<Reached, Problem> {
        Ok(self.ask(Right::ReadCases)?.of(filter.whose))
    }
}

/// A window of the list: found in the index alone where that can be, and only its rows are then read.
pub(super) fn window(wanted: &str) -> String {
    format!(
        "WITH shown AS (SELECT f.id FROM family f WHERE {wanted} ORDER BY f.sort_key, f.id
                        LIMIT :limit OFFSET :offset)
         SELECT {COLUMNS} FROM shown JOIN family f ON f.id = shown.id ORDER BY f.sort_key, f.id"
    )
}

/// The conditions a filter needs. Every parameter is named in every form, so that one set of values fits them all;
/// conditions that are not needed are constants, which lets the partial index over open families be used.
pub(super) fn wanted(filter: &FamilyFilter, reached: &Reached) -> String {
    let whose = if reached.is_assigned() { format!("f.id IN ({})", reached.families()) } else { reached.family("f") };
    format!("{} AND {whose}", asked(filter))
}

/// The conditions of the filter itself.
fn asked(filter: &FamilyFilter) -> String {
    let status = match filter.status {
        Some(_) => "f.status = :status",
        None => "f.status <> 'closed' AND :status IS NULL",
    };
    let district = match filter.district {
        Some(_) => "f.district = :district",
        None => ":district IS NULL",
    };
    format!("{status} AND {district}")
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<FamilyRow> {
    Ok(FamilyRow {
        id: FamilyId(row.get("id")?),
        name: row.get("name")?,
        case_ref: row.get("case_ref")?,
        status: row.get::<_, Coded<FamilyStatus>>("status")?.0,
        district: row.get("district")?,
        child_support: row.get("child_support")?,
        parent_support: row.get("parent_support")?,
        last_on: row.get("last_on")?,
        next_on: row.get("next_on")?,
    })
}
