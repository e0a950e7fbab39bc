//! Figures as they may be shown: every cell is a number, masked, not measured, or open.

use std::fmt;

use chrono::NaiveDate;

use super::listing::Listing;
use super::protect::Rule;
use super::shape::{Axis, Labels, Report, TOTAL, crossed};
use super::summary::Summary;

/// A figure in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// As it is.
    Number(u32),
    /// Too small to be shown.
    Masked,
    /// Nobody measured it.
    NotMeasured,
}

impl Cell {
    /// What it adds to a total: what is masked adds nothing, so that no total tells it.
    pub fn shown(self) -> u32 {
        match self {
            Self::Number(number) => number,
            Self::Masked | Self::NotMeasured => 0,
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(out, "{number}"),
            Self::Masked => out.write_str("*"),
            Self::NotMeasured => out.write_str("not_measured"),
        }
    }
}

/// A row of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRow {
    /// Its label.
    pub label: String,
    /// Its figures, one a column.
    pub cells: Vec<Cell>,
}

/// What stands in no cell, for a field does not say in which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// The field.
    pub field: &'static str,
    /// Of how many.
    pub count: Cell,
    /// How many there are with those that are shown, as far as they are shown.
    pub of: u32,
}

/// A report's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Which report.
    pub report: &'static Report,
    /// What its rows are told by.
    pub by: &'static Axis,
    /// What its columns are told by; rows and columns change places where the table is turned.
    pub across: &'static Axis,
    /// The labels of its columns, the total last where there is one.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<FigureRow>,
    /// The last row, where there are totals.
    pub total: Option<Vec<Cell>>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// Figures beside the table.
    pub summary: Vec<Summary>,
    /// Labels, such as years, that are counted only up to a day.
    pub until: Vec<(String, NaiveDate)>,
    /// A line for each record, where the report has those and they are asked for.
    pub listing: Option<Listing>,
    /// By which rule it was protected.
    pub rule: Rule,
    /// Whether some masks stand for more than a small count: they shield one, here or in what has left the house.
    pub is_shielded: bool,
}

/// The number of a name among those that were met, itself included.
fn number(met: &mut Vec<String>, name: &str) -> String {
    let known = met.iter().position(|known| known == name).unwrap_or_else(|| {
        met.push(name.to_owned());
        met.len() - 1
    });
    (known + 1).to_string()
}

impl Figures {
    /// The same with rows as columns.
    #[must_use]
    pub fn turned(self) -> Self {
        let rows = self.columns.iter().enumerate().map(|(place, label)| FigureRow {
            label: label.clone(),
            cells: self.rows.iter().map(|row| row.cells[place]).collect(),
        });
        Self {
            by: self.across,
            across: self.by,
            rows: rows.collect(),
            columns: self.rows.iter().map(|row| row.label.clone()).collect(),
            ..self
        }
    }

    /// The same with numbers instead of labels that are nobody's words, such as districts: for a room that must not
    /// hear them.
    #[must_use]
    pub fn nameless(mut self) -> Self {
        if self.by.labels == Labels::Open {
            for (number, row) in (1..).zip(&mut self.rows) {
                row.label = format!("{number}");
            }
        }
        if self.across.labels == Labels::Open {
            for (number, label) in (1..).zip(self.columns.iter_mut().filter(|label| *label != TOTAL)) {
                *label = format!("{number}");
            }
        }
        if let Labels::Crossed(one, other) = self.by.labels {
            let mut met = [Vec::new(), Vec::new()];
            for row in &mut self.rows {
                let parts = self.by.parts(&row.label);
                let told = [(one, 0), (other, 1)].map(|(axis, at): (&Axis, usize)| {
                    let name = parts[at].1;
                    if axis.labels == Labels::Open { number(&mut met[at], name) } else { name.to_owned() }
                });
                row.label = crossed(&told[0], &told[1]);
            }
        }
        self
    }

    /// Every row with its label, the last one that of totals.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &[Cell])> {
        let rows = self.rows.iter().map(|row| (row.label.as_str(), row.cells.as_slice()));
        rows.chain(self.total.as_deref().map(|total| (TOTAL, total)))
    }

    /// Whether anything is masked.
    pub fn is_any_masked(&self) -> bool {
        self.lines().any(|(_, cells)| cells.contains(&Cell::Masked))
    }
}
