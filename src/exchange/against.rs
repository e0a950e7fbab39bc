//! Whom people of a file are protected against: it may name somebody who stands in it further down, but nobody who is
//! neither there nor in the casebook.

use std::collections::HashSet;

use super::incoming::Mistakes;
use super::table::{Row, Table};
use crate::domain::entry::{Fault, Names, Why};
use crate::domain::problem::Problem;
use crate::domain::text::clean_line;

const FIELD: &str = "protected_against";

/// References that are nowhere.
pub(super) fn nobodys(table: &Table, names: &dyn Names) -> Result<Mistakes, Problem> {
    let mut mistakes = Mistakes::default();
    let at = |column: &str| table.header.iter().position(|name| name == column);
    let Some((column, own)) = at(FIELD).zip(at("ref")) else { return Ok(mistakes) };
    let cell = |row: &Row, at: usize| row.cells.get(at).map(|cell| clean_line(cell)).unwrap_or_default();
    let there: HashSet<String> = table.rows.iter().map(|row| cell(row, own)).collect();
    for row in &table.rows {
        let text = cell(row, column);
        for reference in text.split(';').map(clean_line).filter(|one| !one.is_empty() && !there.contains(one)) {
            if names.person(&reference)?.is_none() {
                mistakes.add(row.line, vec![Fault { field: FIELD, value: reference, why: Why::NoSuchPerson }]);
            }
        }
    }
    Ok(mistakes)
}
