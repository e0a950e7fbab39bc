//! What has left the house: every published table with its cells, so that a later one cannot undo it.
//!
//! Kept in the casebook, with the counts beneath its masks: whoever holds the casebook can count them anyway.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Cell;
use super::place::{Place, Population};
use super::protect::Shown;
use super::rule::{Rule, Totals};
use super::table::Table;

/// A cell that was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its row and column.
    pub at: (usize, usize),
    /// The count, also where a mask was shown.
    pub count: u32,
    /// Whether a mask was shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub masked: bool,
}

/// A table that was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// On which day.
    pub on: NaiveDate,
    /// What it counts.
    pub population: Population,
    /// The rule it was made by.
    pub rule: Rule,
    /// What holds of every cell.
    pub around: Place,
    /// Whom its rows count.
    pub rows: Vec<Place>,
    /// Whom its columns count.
    pub columns: Vec<Place>,
    /// Every cell that tells a count; sums of what is shown tell none.
    pub cells: Vec<Told>,
}

impl Published {
    /// What is to be remembered of a table that leaves the house.
    pub fn of(table: &Table, shown: &Shown, on: NaiveDate) -> Self {
        let places = |lines: &[super::table::Line]| lines.iter().map(|line| line.place.clone()).collect();
        let tells = |&(row, column): &(usize, usize)| shown.rule.totals == Totals::True || !table.is_sum(row, column);
        let told = table.cells().filter(tells).filter_map(|(row, column)| {
            let count = table.count(row, column)?;
            Some(Told { at: (row, column), count, masked: shown.cell(row, column) == Cell::Masked })
        });
        Self {
            on,
            population: table.population.clone(),
            rule: shown.rule,
            around: table.around.clone(),
            rows: places(table.rows.lines()),
            columns: places(table.columns.lines()),
            cells: told.collect(),
        }
    }

    /// Whether another table tells of the same people, cell by cell.
    pub fn tells_of_the_same(&self, other: &Self) -> bool {
        self.population == other.population
            && self.around == other.around
            && self.rows == other.rows
            && self.columns == other.columns
    }

    /// Whom a cell counts; `None` where nobody can be.
    pub fn place(&self, (row, column): (usize, usize)) -> Option<Place> {
        self.around.and(self.rows.get(row)?)?.and(self.columns.get(column)?)
    }
}

/// All that has left the house.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Memory(pub Vec<Published>);

impl Memory {
    /// Whether the last table of the same people said the very same: then there is nothing new to remember.
    pub fn knows(&self, table: &Published) -> bool {
        let last = self.0.iter().rev().find(|known| known.tells_of_the_same(table));
        last.is_some_and(|last| last.rule == table.rule && last.cells == table.cells)
    }

    /// Remembers a table that leaves the house.
    pub fn keep(&mut self, table: &Table, shown: &Shown, on: NaiveDate) {
        self.0.push(Published::of(table, shown, on));
    }
}
