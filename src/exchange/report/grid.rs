//! A report as rows and columns, as all files have it: a header, then its lines, or a line for each record.

use std::fmt;

use chrono::NaiveDate;

use crate::domain::report::{Cell, Figures};

/// What labels that are counted only up to a day are told by.
pub const UNTIL: &str = "until";

/// What stands in a cell of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A label or another word.
    Text(String),
    /// A figure.
    Figure(Cell),
    /// A whole number of a line.
    Number(u32),
    /// A day.
    Day(NaiveDate),
}

impl Value {
    /// A word, or nothing.
    fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// What a line of a record says, by what it looks like.
    fn of(text: &str) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        if let Ok(number) = text.parse() {
            return Self::Number(number);
        }
        text.parse().map_or_else(|_| Self::Text(text.to_owned()), Self::Day)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => out.write_str(text),
            Self::Figure(cell) => write!(out, "{cell}"),
            Self::Number(number) => write!(out, "{number}"),
            Self::Day(day) => write!(out, "{day}"),
        }
    }
}

/// A header and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows, a cell a column.
    pub rows: Vec<Vec<Value>>,
}

impl Grid {
    /// What a report's file holds: a line for each record where there are lines, else its table.
    pub fn of(figures: &Figures) -> Self {
        let Some(listing) = &figures.listing else { return Self::table(figures) };
        Self {
            header: listing.columns.iter().map(|(name, _)| (*name).to_owned()).collect(),
            rows: listing.lines.iter().map(|line| line.iter().map(|cell| Value::of(cell)).collect()).collect(),
        }
    }

    /// The table. What is counted only up to a day says so in a last row or column.
    pub fn table(figures: &Figures) -> Self {
        let mut header: Vec<String> = figures.by.dimensions().iter().map(|axis| axis.name.to_owned()).collect();
        header.extend(figures.columns.iter().cloned());
        let line = |(label, cells): (&str, &[Cell])| -> Vec<Value> {
            let label = figures.by.parts(label).into_iter().map(|(_, part)| Value::text(part));
            label.chain(cells.iter().map(|cell| Value::Figure(*cell))).collect()
        };
        let mut rows: Vec<Vec<Value>> = figures.lines().map(line).collect();
        let until = |label: &str| {
            let known = figures.until.iter().find(|(known, _)| known == label);
            known.map_or(Value::Empty, |(_, day)| Value::Day(*day))
        };
        if figures.until.is_empty() {
            return Self { header, rows };
        }
        if figures.until.iter().any(|(label, _)| figures.columns.contains(label)) {
            let last = figures.columns.iter().map(|label| until(label));
            let first =
                (0..figures.by.dimensions().len()).map(|at| if at == 0 { Value::text(UNTIL) } else { Value::Empty });
            rows.push(first.chain(last).collect());
        } else {
            header.push(UNTIL.to_owned());
            for row in &mut rows {
                let label = row.first().map(ToString::to_string).unwrap_or_default();
                row.push(until(&label));
            }
        }
        Self { header, rows }
    }
}
