//! The lines of the pane: the catalogue, a report's rows with what is missing below, records behind a figure.

use crate::app::list::Markable;
use crate::domain::report::{Figures, Report};
use crate::store::{BehindRow, UnfilledRow};

/// A line of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A report.
    Report(&'static Report),
    /// What is not filled in.
    Unfilled,
}

impl Markable for Entry {
    fn is_markable(&self) -> bool {
        true
    }
}

/// A line of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A row of the table by its label.
    Row(usize, String),
    /// The row of totals.
    Total,
    /// What is missing, by its field.
    Missing(&'static str),
}

impl Markable for Line {
    fn is_markable(&self) -> bool {
        true
    }
}

impl Line {
    /// Its place among the lines of the table.
    pub fn place(&self, figures: &Figures) -> Option<usize> {
        match self {
            Self::Row(place, _) => Some(*place),
            Self::Total => Some(figures.rows.len()),
            Self::Missing(_) => None,
        }
    }
}

/// The lines of a report.
pub(super) fn lines(figures: &Figures) -> Vec<Line> {
    let rows = figures.rows.iter().enumerate().map(|(place, row)| Line::Row(place, row.label.clone()));
    let total = figures.total.iter().map(|_| Line::Total);
    rows.chain(total).chain(figures.missing.iter().map(|missing| Line::Missing(missing.field))).collect()
}

/// The same row of other lines.
pub(super) fn follow(marked: &Line, lines: &[Line]) -> Option<usize> {
    let Line::Row(_, label) = marked else { return None };
    lines.iter().position(|line| matches!(line, Line::Row(_, other) if other == label))
}

/// A record, and the field that is to be filled in, if one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The record.
    pub row: BehindRow,
    /// The field.
    pub field: Option<&'static str>,
}

impl Markable for Found {
    fn is_markable(&self) -> bool {
        true
    }
}

/// A line of what is not filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToFill {
    /// Who is to see to what follows; none where nobody works with the family.
    Worker(Option<String>, usize),
    /// A field of a record.
    Field(UnfilledRow),
}

impl Markable for ToFill {
    fn is_markable(&self) -> bool {
        matches!(self, Self::Field(_))
    }
}

/// The lines of what is not filled in, under the names of the workers.
pub(super) fn to_fill(rows: &[UnfilledRow]) -> Vec<ToFill> {
    let mut lines = Vec::with_capacity(rows.len() + 8);
    for own in rows.chunk_by(|one, next| one.worker == next.worker) {
        let Some(first) = own.first() else { continue };
        lines.push(ToFill::Worker(first.worker.clone(), own.len()));
        lines.extend(own.iter().cloned().map(ToFill::Field));
    }
    lines
}
