//! Small units, and people whose identity is protected, are told of more coarsely.

use chrono::Datelike;
use serde::Deserialize;

use super::tables::{Holds, Table};
use super::{FactRow, Value};

/// Which tables are told of more coarsely: statutory facts and the unit's own limits are data with a source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coarsening {
    /// The version of the file.
    pub format: u32,
    /// A table of a year that is about fewer than so many.
    pub fewer_than: u32,
    /// Where it comes from.
    pub source: String,
    /// How sure that is.
    pub confidence: String,
    /// From when on.
    pub valid_from: toml::value::Datetime,
}

impl Coarsening {
    /// The one that ships.
    pub fn shipped() -> Option<Self> {
        toml::from_str(include_str!("../../../assets/research.toml")).ok()
    }

    /// Whether a table that is about so many is told of coarsely. Where nobody says from how many on, every one is.
    pub fn is_small(rule: Option<&Self>, about: u32) -> bool {
        rule.is_none_or(|rule| about < rule.fewer_than)
    }
}

/// The cells of a row as they may leave the house: of a small unit, and of somebody protected, no district, and days as
/// the first of their month.
pub fn coarsened(table: &Table, row: FactRow, is_small: bool) -> Vec<Value> {
    if !is_small && !row.is_protected {
        return row.cells;
    }
    let coarse = |(value, holds): (Value, Holds)| match (holds, value) {
        (Holds::District, _) => Value::Nothing,
        (Holds::Day, Value::Day(day)) => Value::Day(day.with_day(1).unwrap_or(day)),
        (_, value) => value,
    };
    let holds = table.columns.iter().map(|column| column.holds);
    row.cells.into_iter().zip(holds).map(coarse).collect()
}
