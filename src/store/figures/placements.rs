//! Placements by form: a child once in each form that it was in at any time of the period.
//!
//! The district is the one that answered for the placement when it began, else the family's; where a home lies is read
//! nowhere here.

use rusqlite::named_params;

use super::{Give, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::reached::Reached;
use crate::store::visits::reading;

/// Placements that touch a period, in a part of the table.
pub(in crate::store) fn placements(reached: &Reached) -> String {
    let reached = reached.family("f");
    format!(
        "SELECT p.id, p.person, m.family, p.kind, p.started_on,
            coalesce(nullif(trim(p.district), ''), nullif(trim(f.district), '')) AS answers
     FROM placement p NOT INDEXED CROSS JOIN member m ON m.id = p.person CROSS JOIN family f ON f.id = m.family
     WHERE p.id > :after AND p.id <= :upto
       AND p.started_on <= :to AND (p.ended_on IS NULL OR p.ended_on >= :from)
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
    let mut ended = false;
    reading::each(&store.connection, &placements(&scope.reached), values, |row| {
        let kind: String = row.get(3)?;
        let Some(column) = column(asked.report, &kind).filter(|_| !ended) else { return Ok(()) };
        let district: Option<String> = row.get(5)?;
        let fact = Fact {
            row: district.as_deref().map_or(0, |district| labels.number(district)),
            column,
            unit: row.get(1)?,
            family: FamilyId(row.get(2)?),
            record: (NounKind::Placements, row.get(0)?),
            on: row.get(4)?,
            says: district.map_or(Says::Missing("district"), |_| Says::One(None)),
        };
        ended = give(&fact).is_break();
        Ok(())
    })
}
