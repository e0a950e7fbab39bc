//! How old everybody's newest map is, and who has none: for whoever asks whose should be drawn again.

use chrono::NaiveDate;
use rusqlite::named_params;

use crate::domain::access::{Reach, Right};
use crate::domain::codes::MemberRole;
use crate::domain::discretion::PersonName;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::coded::Coded;
use crate::store::reached::Reached;
use crate::store::visits::reading;
use crate::store::{Seek, Store, Whose};

/// Somebody, and how old their newest map is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapAgeRow {
    /// The family.
    pub family: FamilyId,
    /// What it is called.
    pub family_name: String,
    /// Its case reference.
    pub case_ref: String,
    /// Who.
    pub person: PersonId,
    /// The given name.
    pub given_name: PersonName,
    /// The role in the family.
    pub role: MemberRole,
    /// The day of the newest map that one may see.
    pub drawn_on: Option<NaiveDate>,
    /// Whether there is one that one may not see.
    pub kept_back: bool,
}

/// The children of the families that the team works with, and everybody else of them who has a map. What may be seen
/// of a map is as [`NetworkMap`](crate::domain::network::NetworkMap) says: by the team unless the person said no, by
/// whoever drew it, and by who answers for what is kept back.
const COLUMNS: &str = "f.id, f.name, f.case_ref, p.id, p.given_name, p.role,
            (SELECT MAX(m.drawn_on) FROM network_map m WHERE m.ego = p.id
                    AND (:all OR m.drawn_by = :me OR m.seen_by_team = 1 AND m.consent IS NOT 'refused')),
            EXISTS (SELECT 1 FROM network_map m WHERE m.ego = p.id
                    AND NOT (:all OR m.drawn_by = :me OR m.seen_by_team = 1 AND m.consent IS NOT 'refused'))";

const ASKED: &str = "f.status = 'active'
           AND (p.role = 'child' OR EXISTS (SELECT 1 FROM network_map m WHERE m.ego = p.id))";

/// All of them.
pub(in crate::store) fn ages(reached: &Reached) -> String {
    let whose = if reached.is_assigned() { format!("f.id IN ({})", reached.families()) } else { reached.family("f") };
    format!(
        "SELECT {COLUMNS} FROM family f JOIN member p ON p.family = f.id
         WHERE {ASKED} AND {whose} ORDER BY f.sort_key, f.id, p.id"
    )
}

/// Those of some families (`f`), or some people (`p`).
pub(in crate::store) fn of_these(which: &str, reached: &Reached) -> String {
    let tables = if which == "f" {
        "family f CROSS JOIN member p ON p.family = f.id"
    } else {
        "member p CROSS JOIN family f ON f.id = p.family"
    };
    format!(
        "SELECT {COLUMNS} FROM {tables}
         WHERE {which}.id IN (SELECT value FROM json_each(:ids)) AND {ASKED} AND {}
         ORDER BY f.sort_key, f.id, p.id",
        reached.family("f")
    )
}

/// The next families by name whose maps are asked for, after one or from the first.
pub(in crate::store) fn next_families(seek: Seek<FamilyId>, reached: &Reached) -> String {
    let sought = match seek {
        Seek::After(_) => "(f.sort_key, f.id) > (SELECT x.sort_key, x.id FROM family x WHERE x.id = :after)",
        _ => ":after IS NULL",
    };
    format!(
        "SELECT f.id FROM family f WHERE f.status <> 'closed' AND f.status = 'active' AND {sought}
           AND {} ORDER BY f.sort_key, f.id LIMIT :most",
        reached.family("f")
    )
}

/// How old somebody's newest map is, held small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapAge {
    /// The family.
    pub family: FamilyId,
    /// Who.
    pub person: PersonId,
    /// The day of the newest map that one may see.
    pub drawn_on: Option<NaiveDate>,
    /// Whether there is one that one may not see.
    pub kept_back: bool,
}

/// Everybody whose map is asked for, by family, as far as they have been looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MapAges {
    /// They.
    pub people: Vec<MapAge>,
    after: Option<FamilyId>,
    is_whole: bool,
}

impl MapAges {
    /// Whether everybody has been looked at.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }
}

impl Store {
    /// Looks at the maps of some more families, by name; true when all have been looked at.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn survey_map_ages(&self, whose: Whose, ages: &mut MapAges, most: usize) -> Result<bool, Problem> {
        let reached = self.ask(Right::ReadCases)?.of(whose);
        let _picture = self.picture()?;
        let sql = next_families(ages.after.map_or(Seek::First, Seek::After), &reached);
        let (after, most) = (ages.after.map(|family| family.0), i64::try_from(most).unwrap_or(i64::MAX));
        let mut next = Vec::new();
        let asked = named_params! {":after": after, ":most": most};
        reading::each(&self.connection, &sql, asked, |row| {
            next.push(FamilyId(row.get(0)?));
            Ok(())
        })?;
        let Some(last) = next.last().copied() else {
            ages.is_whole = true;
            return Ok(true);
        };
        for row in self.map_ages_where("f", &next.iter().map(|family| family.0).collect::<Vec<_>>())? {
            let MapAgeRow { family, person, drawn_on, kept_back, .. } = row;
            ages.people.push(MapAge { family, person, drawn_on, kept_back });
        }
        ages.after = Some(last);
        Ok(false)
    }

    /// Whose map is how old, of some people that one reaches, with names.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn map_ages_of(&self, people: &[PersonId]) -> Result<Vec<MapAgeRow>, Problem> {
        self.ask(Right::ReadCases)?;
        let ids: Vec<i64> = people.iter().map(|person| person.0).collect();
        let mut rows = self.map_ages_where("p", &ids)?;
        let families: Vec<FamilyId> = rows.iter().map(|row| row.family).collect();
        self.saw("network_map", families.iter().copied());
        self.know(&families)?;
        for row in &mut rows {
            row.given_name = self.placed(row.family, row.person, &row.given_name)?;
        }
        Ok(rows)
    }

    /// Rows of families or people that the actor reaches, with names as they are kept.
    fn map_ages_where(&self, which: &str, ids: &[i64]) -> Result<Vec<MapAgeRow>, Problem> {
        let sql = of_these(which, &self.reached_by(Right::ReadCases)?);
        let all = self.reach(Right::ReadKeptBack) != Reach::Nothing;
        let ids = reading::all_of(ids.iter().copied());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let asked = named_params! {":me": self.actor().staff, ":all": all, ":ids": ids};
        let found = statement.query_map(asked, read)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Whose map is how old, by family, in the families that one works with or all that one reaches.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn map_ages(&self, whose: Whose) -> Result<Vec<MapAgeRow>, Problem> {
        let reached = self.ask(Right::ReadCases)?.of(whose);
        let all = self.reach(Right::ReadKeptBack) != Reach::Nothing;
        let mut statement = self.connection.prepare_cached(&ages(&reached))?;
        let asked = named_params! {":me": self.actor().staff, ":all": all};
        let found = statement.query_map(asked, read)?;
        let mut rows: Vec<MapAgeRow> = found.collect::<Result<_, _>>()?;
        let families: Vec<FamilyId> = rows.iter().map(|row| row.family).collect();
        self.know(&families)?;
        for row in &mut rows {
            row.given_name = self.placed(row.family, row.person, &row.given_name)?;
        }
        Ok(rows)
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<MapAgeRow> {
    Ok(MapAgeRow {
        family: FamilyId(row.get(0)?),
        family_name: row.get(1)?,
        case_ref: row.get(2)?,
        person: PersonId(row.get(3)?),
        given_name: row.get(4)?,
        role: row.get::<_, Coded<MemberRole>>(5)?.0,
        drawn_on: row.get(6)?,
        kept_back: row.get(7)?,
    })
}
