//! How old everybody's newest map is, and who has none: for whoever asks whose should be drawn again.

use chrono::NaiveDate;
use rusqlite::named_params;

use crate::domain::access::{Reach, Right};
use crate::domain::codes::MemberRole;
use crate::domain::discretion::PersonName;
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::problem::Problem;
use crate::store::coded::Coded;
use crate::store::{Store, Whose};

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
    pub person: MemberId,
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
pub(in crate::store) const AGES: &str = "SELECT f.id, f.name, f.case_ref, p.id, p.given_name, p.role,
            (SELECT MAX(m.drawn_on) FROM network_map m WHERE m.ego = p.id
                    AND (:all OR m.drawn_by = :me OR m.seen_by_team = 1 AND m.consent IS NOT 'refused')),
            EXISTS (SELECT 1 FROM network_map m WHERE m.ego = p.id
                    AND NOT (:all OR m.drawn_by = :me OR m.seen_by_team = 1 AND m.consent IS NOT 'refused'))
     FROM family f JOIN member p ON p.family = f.id
     WHERE f.status = 'active' AND (:staff IS NULL OR f.id IN (SELECT family FROM family_support WHERE staff = :staff))
           AND (p.role = 'child' OR EXISTS (SELECT 1 FROM network_map m WHERE m.ego = p.id))
     ORDER BY f.sort_key, f.id, p.id";

impl Store {
    /// Whose map is how old, by family, in the families that one works with or all that one reaches.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn map_ages(&self, whose: Whose) -> Result<Vec<MapAgeRow>, Problem> {
        let reach = self.ask(Right::ReadCases)?;
        let staff = match whose {
            Whose::Mine => Some(self.actor().staff),
            Whose::Everyones => self.only_for(reach),
        };
        let all = self.reach(Right::ReadKeptBack) != Reach::Nothing;
        let mut statement = self.connection.prepare_cached(AGES)?;
        let asked = named_params! {":staff": staff, ":me": self.actor().staff, ":all": all};
        let found = statement.query_map(asked, |row| {
            Ok(MapAgeRow {
                family: FamilyId(row.get(0)?),
                family_name: row.get(1)?,
                case_ref: row.get(2)?,
                person: MemberId(row.get(3)?),
                given_name: row.get(4)?,
                role: row.get::<_, Coded<MemberRole>>(5)?.0,
                drawn_on: row.get(6)?,
                kept_back: row.get(7)?,
            })
        })?;
        let mut rows: Vec<MapAgeRow> = found.collect::<Result<_, _>>()?;
        let families: Vec<FamilyId> = rows.iter().map(|row| row.family).collect();
        self.know(&families)?;
        for row in &mut rows {
            row.given_name = self.placed(row.family, row.person, &row.given_name)?;
        }
        Ok(rows)
    }
}
