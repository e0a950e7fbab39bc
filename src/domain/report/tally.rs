//! Counting: facts into counts, whatever they are about.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::fact::{Fact, Numbered, Says};
use super::shape::{Axis, Counted, Labels, Report, parted};

/// How many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// How many there are.
    pub number: u32,
    /// Nobody measured it.
    pub is_unmeasured: bool,
    /// Whether anything was said of it, be it that there are none.
    pub is_told: bool,
}

/// What facts measure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    /// How often each value.
    pub known: BTreeMap<i64, u32>,
    /// How many have none yet.
    pub open: u32,
}

/// Facts being counted.
#[derive(Debug, Clone)]
pub struct Tally {
    report: &'static Report,
    width: usize,
    cells: Vec<Vec<Count>>,
    seen: HashSet<(u32, usize, i64)>,
    missing: BTreeMap<&'static str, u32>,
    seen_missing: HashSet<(&'static str, i64)>,
    values: Values,
    each: BTreeMap<u32, Values>,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(report: &'static Report) -> Self {
        let width = report.columns.labels.closed().count();
        Self {
            report,
            width,
            cells: Vec::new(),
            seen: HashSet::new(),
            missing: BTreeMap::new(),
            seen_missing: HashSet::new(),
            values: Values::default(),
            each: BTreeMap::new(),
        }
    }

    /// Counts a fact.
    pub fn add(&mut self, fact: &Fact) {
        let is_once = self.report.counted == Counted::OncePerCell;
        if let Says::Missing(field) = fact.says {
            if !is_once || self.seen_missing.insert((field, fact.unit)) {
                *self.missing.entry(field).or_default() += 1;
            }
            return;
        }
        if let Says::Measured(value, times) = fact.says {
            *self.values.known.entry(value).or_default() += times;
            *self.each.entry(fact.row).or_default().known.entry(value).or_default() += times;
            return;
        }
        if is_once && !self.seen.insert((fact.row, fact.column, fact.unit)) {
            return;
        }
        let row = usize::try_from(fact.row).unwrap_or(usize::MAX);
        if row >= self.cells.len() {
            self.cells.resize(row.saturating_add(1), vec![Count::default(); self.width]);
        }
        let Some(cell) = self.cells.get_mut(row).and_then(|cells| cells.get_mut(fact.column)) else { return };
        cell.is_told = true;
        match fact.says {
            Says::One(value) => {
                cell.number = cell.number.saturating_add(1);
                match value {
                    Some(value) => *self.values.known.entry(value).or_default() += 1,
                    None => self.values.open += 1,
                }
            }
            Says::Many(number) => cell.number = cell.number.saturating_add(number),
            Says::NotMeasured => cell.is_unmeasured = true,
            Says::Missing(_) | Says::Measured(..) => {}
        }
    }

    /// What was counted, row by row in the order of their labels. Rows that never occur and need not stand are left
    /// out, and so are such columns.
    pub fn finish(self, by: &'static Axis, labels: &Numbered, order: Order<'_>) -> Counts {
        let occurs = |row: &[Count]| row.iter().any(|count| count.is_told);
        let empty = vec![Count::default(); self.width];
        let mut rows: Vec<(usize, &String)> = labels.names().iter().enumerate().collect();
        let cells_of = |row: usize| self.cells.get(row).unwrap_or(&empty);
        rows.retain(|(row, name)| by.labels.always(name) || occurs(cells_of(*row)));
        sort(&mut rows, by.labels, |(_, name)| *name, order);
        let columns: Vec<(usize, &'static str)> = self
            .report
            .columns
            .labels
            .closed()
            .enumerate()
            .filter(|(place, name)| {
                let occurs = |row: &Vec<Count>| row.get(*place).is_some_and(|count| count.is_told);
                self.report.columns.labels.always(name) || self.cells.iter().any(occurs)
            })
            .collect();
        let pick = |row: usize| columns.iter().map(|(place, _)| cells_of(row)[*place]).collect();
        let named = |(row, values): (u32, Values)| {
            let name = usize::try_from(row).ok().and_then(|row| labels.names().get(row));
            Some((name?.clone(), values))
        };
        let ended = |row: usize| u32::try_from(row).ok().and_then(|row| labels.until(row));
        let mut counts = Counts {
            report: self.report,
            by,
            rows: rows.iter().map(|(_, name)| (*name).clone()).collect(),
            columns: columns.iter().map(|(_, name)| *name).collect(),
            cells: rows.iter().map(|(row, _)| pick(*row)).collect(),
            missing: self.missing.into_iter().collect(),
            values: self.values,
            each: self.each.into_iter().filter_map(named).collect(),
            until: rows.iter().filter_map(|(row, name)| ended(*row).map(|until| ((*name).clone(), until))).collect(),
            lines: Vec::new(),
        };
        counts.add_up();
        counts
    }
}

/// Puts what has labels in the order of their axis; a closed list has its own, and so has what is as it was found.
pub(super) fn sort<T>(all: &mut [T], labels: Labels, name: impl Fn(&T) -> &String, order: Order<'_>) {
    match labels {
        Labels::Open => all.sort_by_cached_key(|one| order(name(one))),
        Labels::InTime => all.sort_by(|one, other| name(one).cmp(name(other))),
        Labels::Numbers => all.sort_by_cached_key(|one| {
            let name = name(one);
            (name.parse::<i64>().unwrap_or(i64::MAX), name.clone())
        }),
        Labels::AsFound => {}
        Labels::Crossed(_, other) => all.sort_by_cached_key(|one| {
            let (first, second) = parted(name(one));
            (order(first), other.labels.closed().position(|known| known == second))
        }),
        Labels::Closed { .. } => {
            all.sort_by_key(|one| labels.closed().position(|known| known == name(one)).unwrap_or(usize::MAX));
        }
    }
}

/// The key by which names sort.
pub type Order<'a> = &'a dyn Fn(&str) -> Vec<u8>;

/// What was counted, before anything is kept back: not to be shown to anybody as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Of which report.
    pub report: &'static Report,
    /// What its rows are told by.
    pub by: &'static Axis,
    /// The labels of its rows.
    pub rows: Vec<String>,
    /// The labels of its columns.
    pub columns: Vec<&'static str>,
    /// How many, row by row.
    pub cells: Vec<Vec<Count>>,
    /// How many stand in no cell, by the field that does not say in which.
    pub missing: Vec<(&'static str, u32)>,
    /// What they measure.
    pub values: Values,
    /// The same of each thing that they measure by; of a report whose measure is of all it says nothing.
    pub each: BTreeMap<String, Values>,
    /// Rows that are counted only up to a day.
    pub until: Vec<(String, NaiveDate)>,
    /// A line for each record, where the report has those.
    pub lines: Vec<Vec<String>>,
}

impl Values {
    /// These, and others.
    pub(super) fn add(&mut self, other: Self) {
        for (value, many) in other.known {
            *self.known.entry(value).or_default() += many;
        }
        self.open += other.open;
    }
}

impl Counts {
    /// Sums that have no counts of their own are what their parts are together.
    fn add_up(&mut self) {
        for sum in self.report.sums.iter().filter(|sum| !sum.is_told) {
            let Some(whole) = self.place(sum.whole) else { continue };
            let parts: Vec<usize> = sum.parts.iter().filter_map(|part| self.place(part)).collect();
            for row in &mut self.cells {
                row[whole].number = parts.iter().map(|part| row[*part].number).sum();
            }
        }
    }

    /// The place of a column.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| *known == column)
    }

    /// How many a column holds in all rows.
    pub fn in_all(&self, column: &str) -> u32 {
        let place = self.place(column);
        place.map_or(0, |place| self.cells.iter().map(|row| row[place].number).sum())
    }
}
