//! A table of counts: lines that are counted, and lines that are the sum of others, to any depth.

use std::collections::BTreeSet;

use super::place::{Part, Place, Population};

/// A row or a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its name in files.
    pub key: String,
    /// Whom it counts.
    pub place: Place,
    /// The lines that it is the sum of, by number; none for a line that is counted itself.
    pub parts: Vec<usize>,
}

/// The rows of a table, or its columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Axis {
    lines: Vec<Line>,
}

impl Axis {
    /// A line for each member of a dimension.
    pub fn of<'a>(dimension: &str, members: impl IntoIterator<Item = &'a str>) -> Self {
        let line = |key: &str| (key.to_owned(), Place::default().with(dimension, Part::one(key)));
        members.into_iter().map(line).fold(Self::default(), |axis, (key, place)| axis.line(&key, place))
    }

    /// One line that counts everybody.
    pub fn single(key: &str) -> Self {
        Self::default().line(key, Place::default())
    }

    /// One more line that is counted.
    #[must_use]
    pub fn line(mut self, key: &str, place: Place) -> Self {
        self.lines.push(Line { key: key.to_owned(), place, parts: Vec::new() });
        self
    }

    /// One more line, the sum of some before it: a city of its districts, a quarter of its months. They have nobody in
    /// common, and nobody else is in the sum.
    #[must_use]
    pub fn sum(mut self, key: &str, parts: &[usize]) -> Self {
        let parts: Vec<usize> = parts.iter().copied().filter(|part| *part < self.lines.len()).collect();
        let places = parts.iter().map(|part| self.lines[*part].place.clone());
        let place = places.reduce(|one, other| one.or(&other)).unwrap_or_default();
        self.lines.push(Line { key: key.to_owned(), place, parts });
        self
    }

    /// One more line, the sum of all that are no part of another yet.
    #[must_use]
    pub fn total(self, key: &str) -> Self {
        let inner: BTreeSet<usize> = self.lines.iter().flat_map(|line| line.parts.iter().copied()).collect();
        let parts: Vec<usize> = (0..self.lines.len()).filter(|line| !inner.contains(line)).collect();
        self.sum(key, &parts)
    }

    /// The lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The lines that a line counts in the end, itself where it is counted.
    fn counted(&self, line: usize) -> Vec<usize> {
        let parts = &self.lines[line].parts;
        if parts.is_empty() {
            return vec![line];
        }
        parts.iter().flat_map(|part| self.counted(*part)).collect()
    }
}

/// The place of a whole, and the places of its parts.
pub type WholeAndParts = ((usize, usize), Vec<(usize, usize)>);

/// A table of counts, sums included. A count that was not measured is `None`; it is no zero, and no sum has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What is counted.
    pub population: Population,
    /// What holds of every cell: the period, the filters.
    pub around: Place,
    /// Its rows.
    pub rows: Axis,
    /// Its columns.
    pub columns: Axis,
    counts: Vec<Vec<Option<u32>>>,
}

impl Table {
    /// A table, counted by row and column; sums are reckoned here.
    pub fn new(
        population: Population,
        around: Place,
        (rows, columns): (Axis, Axis),
        count: impl Fn(usize, usize) -> Option<u32>,
    ) -> Self {
        let mut table = Self { population, around, rows, columns, counts: Vec::new() };
        table.counts = table.filled(count);
        table
    }

    /// What a cell counts.
    pub fn count(&self, row: usize, column: usize) -> Option<u32> {
        self.counts.get(row)?.get(column).copied().flatten()
    }

    /// How many rows and columns it has.
    pub fn size(&self) -> (usize, usize) {
        (self.rows.lines.len(), self.columns.lines.len())
    }

    /// Every cell, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let (rows, columns) = self.size();
        (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    /// Whether a cell is a sum.
    pub fn is_sum(&self, row: usize, column: usize) -> bool {
        !self.rows.lines[row].parts.is_empty() || !self.columns.lines[column].parts.is_empty()
    }

    /// Whom a cell counts; `None` where nobody can be.
    pub fn place(&self, row: usize, column: usize) -> Option<Place> {
        self.around.and(&self.rows.lines[row].place)?.and(&self.columns.lines[column].place)
    }

    /// The sums of a table: a whole, and its parts along the rows or along the columns.
    pub fn sums(&self) -> Vec<WholeAndParts> {
        let mut sums = Vec::new();
        for (row, column) in self.cells() {
            let (rows, columns) = (&self.rows.lines[row].parts, &self.columns.lines[column].parts);
            if !rows.is_empty() {
                sums.push(((row, column), rows.iter().map(|part| (*part, column)).collect()));
            }
            if !columns.is_empty() {
                sums.push(((row, column), columns.iter().map(|part| (row, *part)).collect()));
            }
        }
        sums
    }

    /// All cells, where those that are counted are given: a sum is of what was given, and nothing where nothing was.
    pub fn filled(&self, counted: impl Fn(usize, usize) -> Option<u32>) -> Vec<Vec<Option<u32>>> {
        let (rows, columns) = self.size();
        let cell = |row: usize, column: usize| {
            let inner = self.rows.counted(row);
            let mut all = inner.into_iter().flat_map(|row| {
                let columns = self.columns.counted(column);
                columns.into_iter().map(move |column| (row, column))
            });
            all.try_fold(None, |sum: Option<u32>, (row, column)| {
                let sum = match (sum, counted(row, column)) {
                    (Some(sum), Some(count)) => Some(sum.saturating_add(count)),
                    (sum, count) => sum.or(count),
                };
                Some(sum)
            })
            .flatten()
        };
        (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect()
    }
}
