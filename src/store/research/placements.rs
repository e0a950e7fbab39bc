//! Placements that began in a year. Where a home lies, and whether that is kept back, is read nowhere here.

use rusqlite::named_params;

use super::{Give, Scope};
use crate::domain::problem::Problem;
use crate::domain::research::{FactRow, Value};
use crate::store::reached::Reached;
use crate::store::visits::reading;

/// Placements that began in a period.
fn placements(reached: &Reached) -> String {
    let reached = reached.family("f");
    format!(
        "SELECT p.id, p.person, m.family, p.kind, p.legal_basis,
            coalesce(nullif(trim(p.district), ''), nullif(trim(f.district), '')), p.started_on, p.ended_on,
            p.end_reason, p.school_change, p.school_started_on
         FROM placement p NOT INDEXED CROSS JOIN member m ON m.id = p.person CROSS JOIN family f ON f.id = m.family
         WHERE p.started_on BETWEEN :from AND :to AND {reached}"
    )
}

pub(super) fn each(scope: &Scope<'_>, give: Give<'_>) -> Result<(), Problem> {
    let values = named_params! {":from": scope.from(), ":to": scope.to()};
    let mut ended = false;
    reading::each(&scope.store.connection, &placements(&scope.reached), values, |row| {
        if ended {
            return Ok(());
        }
        let (family, began): (i64, chrono::NaiveDate) = (row.get(2)?, row.get(6)?);
        let school: Option<chrono::NaiveDate> = row.get(10)?;
        let change: Option<String> = row.get(9)?;
        let cells = vec![
            scope.unit(),
            Value::Text(scope.pseudonyms.of("placement", row.get(0)?)),
            scope.person(row.get(1)?),
            scope.family(family),
            Value::text(row.get::<_, Option<String>>(3)?),
            Value::text(row.get::<_, Option<String>>(4)?),
            Value::text(row.get::<_, Option<String>>(5)?),
            Value::Day(began),
            Value::day(row.get(7)?),
            Value::text(row.get::<_, Option<String>>(8)?),
            Value::flag(change.as_deref().map(|change| change == "yes")),
            Value::number(school.map(|school| (school - began).num_days())),
        ];
        ended = give(FactRow { cells, is_protected: scope.known.is_protected(family) }).is_break();
        Ok(())
    })
}
