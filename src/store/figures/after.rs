//! Support after a placement, half-year by half-year: of placements that ended in the period and led to no other, in
//! how many a session with the family was held in each whole half-year since.

use chrono::{Months, NaiveDate};
use rusqlite::{OptionalExtension, named_params};

use super::{Give, Part, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::Store;
use crate::store::visits::reading;

/// Placements that ended in a period and after which the child was placed nowhere else, in a part of the table.
const ENDED: &str =
    "SELECT p.id, m.family, p.ended_on FROM placement p NOT INDEXED CROSS JOIN member m ON m.id = p.person
     WHERE p.id > :after AND p.id <= :upto
       AND p.ended_on BETWEEN :from AND :to AND coalesce(p.end_reason, '') NOT IN ('re_placement', 'breakdown')
       AND NOT EXISTS (SELECT 1 FROM placement x WHERE x.person = p.person AND x.id <> p.id
                         AND x.started_on >= p.started_on AND (x.ended_on IS NULL OR x.ended_on > p.ended_on))
     ORDER BY p.id";

/// Whether a session with a family was held after a day, up to another.
const HELD: &str = "SELECT 1 FROM session INDEXED BY session_by_family
     WHERE family = :family AND on_day > :after AND on_day <= :upto AND outcome = 'held' LIMIT 1";

/// How many half-years are looked at.
const HALVES: u32 = 4;

/// Hands on each whole half-year after each placement.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let mut ended: Vec<(i64, i64, NaiveDate)> = Vec::new();
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.last(), ":after": after, ":upto": upto};
    reading::each(&store.connection, ENDED, values, |row| {
        ended.push((row.get(0)?, row.get(1)?, row.get(2)?));
        Ok(())
    })?;
    let (Some(supported), Some(unsupported)) = (column(asked.report, "supported"), column(asked.report, "unsupported"))
    else {
        return Ok(());
    };
    for (placement, family, on) in ended.into_iter().filter(|(_, family, _)| families.has(*family)) {
        for half in 1..=HALVES {
            let (Some(after), Some(upto)) = (months(on, half - 1), months(on, half)) else { break };
            if upto >= asked.today {
                break;
            }
            let fact = Fact {
                row: labels.number(&half.to_string()),
                column: if is_met(store, family, (after, upto))? { supported } else { unsupported },
                unit: placement,
                family: FamilyId(family),
                record: (NounKind::Placements, placement),
                on: Some(on),
                says: Says::One(None),
            };
            if give(&fact).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

fn months(on: NaiveDate, halves: u32) -> Option<NaiveDate> {
    on.checked_add_months(Months::new(6 * halves))
}

fn is_met(store: &Store, family: i64, (after, upto): (NaiveDate, NaiveDate)) -> Result<bool, Problem> {
    let mut statement = store.connection.prepare_cached(HELD)?;
    let values = named_params! {":family": family, ":after": after, ":upto": upto};
    Ok(statement.query_row(values, |_| Ok(())).optional()?.is_some())
}
