//! How placements ended: breakdowns beside what was planned, by the form of the placement.
//!
//! The district is the one that answered for the placement when it began, else the family's.

use rusqlite::named_params;

use super::sessions::InTime;
use super::{Give, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::reached::Reached;
use crate::store::visits::reading;

/// Placements that ended in a period, in a part of the table.
fn ended(reached: &Reached) -> String {
    let reached = reached.family("f");
    format!(
        "SELECT p.id, m.family, p.kind, p.ended_on, p.end_reason,
            coalesce(nullif(trim(p.district), ''), nullif(trim(f.district), '')) AS answers
     FROM placement p NOT INDEXED CROSS JOIN member m ON m.id = p.person CROSS JOIN family f ON f.id = m.family
     WHERE p.id > :after AND p.id <= :upto AND p.ended_on BETWEEN :from AND :to
       AND (:phase IS NULL OR f.phase = :phase)
       AND (:district IS NULL OR answers = :district)
       AND (:team IS NULL OR f.team = :team) AND {reached}"
    )
}

/// Hands on placements.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let values = named_params! {
        ":from": asked.from, ":to": asked.last(), ":phase": asked.phase, ":district": asked.district,
        ":team": asked.team.map(|team| team.0), ":after": scope.part.after, ":upto": scope.part.upto,
    };
    let mut days = InTime::default();
    let mut is_enough = false;
    reading::each(&store.connection, &ended(&scope.reached), values, |row| {
        if is_enough {
            return Ok(());
        }
        let on = row.get(3)?;
        let label = match asked.by.name {
            "kind" => labels.find(&row.get::<_, String>(2)?),
            "district" => row.get::<_, Option<String>>(5)?.map(|district| labels.number(&district)),
            by => Some(days.label(by, on, labels)),
        };
        let place = row.get::<_, Option<String>>(4)?.and_then(|reason| column(asked.report, &reason));
        let fact = Fact {
            row: label.unwrap_or(0),
            column: place.unwrap_or(0),
            unit: row.get(0)?,
            family: FamilyId(row.get(1)?),
            record: (NounKind::Placements, row.get(0)?),
            on: Some(on),
            says: match (place, label) {
                (None, _) => Says::Missing("end_reason"),
                (_, None) => Says::Missing(asked.by.name),
                _ => Says::One(None),
            },
        };
        is_enough = give(&fact).is_break();
        Ok(())
    })
}
