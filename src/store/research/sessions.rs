//! Sessions of a year, but for those that were planned and of which nobody has said what came.

use std::ops::ControlFlow;

use rusqlite::named_params;

use super::{Give, Scope};
use crate::domain::problem::Problem;
use crate::domain::research::{FactRow, Value};

/// Sessions of a period, from the first row to the last: an index would go to and fro.
const SESSIONS: &str = "SELECT family, on_day, kind, mode, outcome, cancelled_by, minutes, level,
            setting, area_school, area_leisure, area_psychosocial, area_parenting, area_network
     FROM session NOT INDEXED WHERE on_day BETWEEN :from AND :to AND outcome <> 'planned'";

/// Where the first of the areas stands in a row, and how many there are.
const AREAS: std::ops::Range<usize> = 9..14;

pub(super) fn each(scope: &Scope<'_>, give: Give<'_>) -> Result<(), Problem> {
    let mut statement = scope.store.connection.prepare_cached(SESSIONS)?;
    let mut rows = statement.query(named_params! {":from": scope.from(), ":to": scope.to()})?;
    while let Some(row) = rows.next()? {
        let family: i64 = row.get(0)?;
        if !scope.known.has(family) {
            continue;
        }
        let text = |place: usize| Ok::<_, Problem>(Value::text(row.get::<_, Option<String>>(place)?));
        let mut cells = vec![
            scope.unit(),
            scope.family(family),
            scope.known.district(family),
            Value::Day(row.get(1)?),
            text(2)?,
            text(3)?,
            text(4)?,
            text(5)?,
            Value::number(row.get(6)?),
            text(7)?,
            text(8)?,
        ];
        for place in AREAS {
            cells.push(Value::Flag(row.get(place)?));
        }
        if let ControlFlow::Break(()) = give(FactRow { cells, is_protected: scope.known.is_protected(family) }) {
            return Ok(());
        }
    }
    Ok(())
}
