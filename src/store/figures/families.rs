//! What figures know of families: in which district each is, and whether it is asked for.

use std::collections::HashMap;

use rusqlite::named_params;

use super::Scope;
use crate::domain::problem::Problem;
use crate::domain::report::Numbered;
use crate::store::reached::Reached;
use crate::store::visits::reading;

/// The families that are reached and asked for, with their districts.
fn families(reached: &Reached) -> String {
    let reached = reached.family("f");
    format!(
        "SELECT f.id, nullif(trim(f.district), '') FROM family f
         WHERE (:phase IS NULL OR f.phase = :phase)
           AND (:district IS NULL OR trim(f.district) = :district)
           AND (:team IS NULL OR f.team = :team) AND {reached}"
    )
}

/// The families that are asked for, found once a count; all of them where nobody asks for some, or wants their
/// districts.
#[derive(Debug)]
pub(super) enum Families {
    All,
    These(HashMap<i64, Option<u32>>),
}

impl Families {
    /// Those that are asked for; where rows are districts, with theirs.
    pub(super) fn of(scope: &Scope<'_>, labels: &mut Numbered) -> Result<Self, Problem> {
        let Scope { store, asked, reached, .. } = scope;
        let by_district = asked.by.dimensions().iter().any(|axis| axis.name == "district");
        if reached.is_all() && !by_district && asked.is_of_all() {
            return Ok(Self::All);
        }
        let mut these = HashMap::new();
        let team = asked.team.map(|team| team.0);
        let values = named_params! {":phase": asked.phase, ":district": asked.district, ":team": team};
        reading::each(&store.connection, &families(reached), values, |row| {
            let district: Option<String> = row.get(1)?;
            let number = district.filter(|_| by_district).map(|district| labels.number(&district));
            these.insert(row.get(0)?, number);
            Ok(())
        })?;
        Ok(Self::These(these))
    }

    /// Whether a family is asked for.
    pub(super) fn has(&self, family: i64) -> bool {
        match self {
            Self::All => true,
            Self::These(these) => these.contains_key(&family),
        }
    }

    /// The label of a family's district.
    pub(super) fn district(&self, family: i64) -> Option<u32> {
        match self {
            Self::All => None,
            Self::These(these) => these.get(&family).copied().flatten(),
        }
    }
}
