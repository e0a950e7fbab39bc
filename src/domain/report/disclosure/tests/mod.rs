//! What the rule of disclosure promises: published tables as they were, few further masks, and no mask that a reader of
//! everything can work out.

mod audit;
mod cases;
mod optima;
mod reports;
mod series;
mod tables;

use super::{Axis, Cell, Dimensions, Memory, Place, Population, Refused, Rule, Shown, Table, protect};

/// A table with totals, from its counts.
fn with_totals(counts: &[Vec<u32>]) -> Table {
    let keys = |prefix: &str, many: usize| (0..many).map(|number| format!("{prefix}{number}")).collect::<Vec<_>>();
    let (rows, columns) = (keys("r", counts.len()), keys("c", counts[0].len()));
    let axis = |dimension: &str, keys: &[String]| Axis::of(dimension, keys.iter().map(String::as_str)).total("total");
    let axes = (axis("row", &rows), axis("column", &columns));
    Table::new(Population::named("things"), Place::default(), axes, |row, column| Some(counts[row][column]))
}

/// A table alone, nothing having been published.
fn alone(table: &Table, rule: Rule) -> Result<Shown, Refused> {
    protect(table, rule, &Memory::default(), &Dimensions::default())
}

/// What is shown, as text: rows by lines, cells by spaces.
fn text(shown: &Shown) -> String {
    let row = |row: &Vec<Cell>| row.iter().map(Cell::to_string).collect::<Vec<_>>().join(" ");
    shown.rows().iter().map(row).collect::<Vec<_>>().join("\n")
}
