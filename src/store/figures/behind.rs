//! The records behind a figure: the same scan, with a cell chosen, over the families whose cases one may read.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::counting::{AT_ONE_LOOK, Cut};
use super::families::Families;
use super::{AskedFigures, Scope, column, facts};
use crate::domain::access::Right;
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Report, Says, TOTAL};
use crate::store::Store;
use crate::store::visits::reading::{self, all_of};

/// More records than anybody goes through.
pub const MOST_BEHIND: usize = 1000;

/// A figure of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figured {
    /// In the table: the labels of its row and its column; a total where it is called so.
    Cell {
        /// The label of its row.
        row: String,
        /// The label of its column.
        column: String,
    },
    /// What stands in no cell, for a field does not say in which.
    Missing(&'static str),
}

/// A record behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BehindRow {
    /// Which.
    pub record: (NounKind, i64),
    /// Whose.
    pub family: FamilyId,
    /// What the family is called.
    pub name: String,
    /// Its reference.
    pub case_ref: String,
    /// Its day.
    pub on: Option<NaiveDate>,
}

/// The records behind a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Behind {
    /// The first of them, by day.
    pub rows: Vec<BehindRow>,
    /// How many there are besides.
    pub more: usize,
    /// How many no family is behind: counted by hand, or a group's meetings.
    pub by_hand: usize,
}

/// The columns that a column holds, itself among them.
fn parts(report: &Report, name: &str) -> Vec<&'static str> {
    let Some(known) = report.columns.labels.closed().find(|known| *known == name) else { return Vec::new() };
    let within = report.sum(name).map(|sum| sum.parts).unwrap_or_default();
    std::iter::once(known).chain(within.iter().flat_map(|part| parts(report, part))).collect()
}

/// What is sought among facts.
#[derive(Debug)]
struct Sought {
    /// The number of the row; none where it is any.
    row: Option<u32>,
    /// The places of the columns.
    columns: Vec<usize>,
    missing: Option<&'static str>,
}

impl Sought {
    fn of(report: &'static Report, figure: &Figured, labels: &mut Numbered) -> Self {
        match figure {
            Figured::Missing(field) => Self { row: None, columns: Vec::new(), missing: Some(field) },
            Figured::Cell { row, column: name } => {
                let named = |name: &&str| column(report, name);
                let closed = report.columns.labels.closed();
                let all = |name: &&str| report.sum(name).is_none();
                let columns = if name == TOTAL {
                    closed.filter(all).filter_map(|name| column(report, name)).collect()
                } else {
                    // A whole that is told for itself has its parts' records too.
                    let is_told = report.sum(name).is_some_and(|sum| sum.is_told);
                    let parts = parts(report, name);
                    parts.iter().take(if is_told { 1 } else { parts.len() }).filter_map(named).collect()
                };
                Self { row: (row != TOTAL).then(|| labels.number(row)), columns, missing: None }
            }
        }
    }

    fn is(&self, fact: &Fact) -> bool {
        match (self.missing, fact.says) {
            (Some(field), Says::Missing(missing)) => field == missing,
            (None, Says::One(_) | Says::Many(_)) => {
                self.row.is_none_or(|row| row == fact.row) && self.columns.contains(&fact.column)
            }
            _ => false,
        }
    }
}

/// A record that was found, whose it is, and its day.
type Record = ((NounKind, i64), FamilyId, Option<NaiveDate>);

/// The records behind a figure, being sought some at a time.
#[derive(Debug)]
pub struct Seeking {
    asked: AskedFigures,
    labels: Numbered,
    sought: Sought,
    known: OnceCell<Families>,
    /// What has been read.
    after: i64,
    cut: Cut,
    found: Vec<Record>,
    seen: BTreeSet<((NounKind, i64), Option<NaiveDate>)>,
    more: usize,
    by_hand: usize,
}

impl Seeking {
    /// How much has been read, in per cent.
    pub fn per_cent(&self) -> i64 {
        self.cut.per_cent(self.after)
    }

    /// Whether all has been.
    pub fn is_whole(&self) -> bool {
        self.cut.is_past(self.after)
    }
}

impl Store {
    /// The records behind a figure, of families whose cases one may read; that they were shown is journalled.
    ///
    /// # Errors
    /// Refused by role: figures, or cases.
    pub fn behind_figure(&self, asked: &AskedFigures, figure: &Figured) -> Result<Behind, Problem> {
        let _picture = self.picture()?;
        let mut seeking = self.begin_behind(asked.clone(), figure)?;
        while !seeking.is_whole() {
            self.seek(&mut seeking, AT_ONE_LOOK)?;
        }
        self.behind(seeking)
    }

    /// Begins to seek the records behind a figure.
    ///
    /// # Errors
    /// Refused by role: figures, or cases.
    pub fn begin_behind(&self, asked: AskedFigures, figure: &Figured) -> Result<Seeking, Problem> {
        self.ask(asked.act)?;
        self.ask(Right::ReadCases)?;
        // Labels stand as they do when they are counted; the one that is sought has a number before it is found.
        let mut labels = Numbered::of(asked.by.labels.closed());
        let (known, found, seen) = (OnceCell::new(), Vec::new(), BTreeSet::new());
        let sought = Sought::of(asked.report, figure, &mut labels);
        let cut = Cut::of(self, asked.report)?;
        Ok(Seeking { asked, labels, sought, known, after: 0, cut, found, seen, more: 0, by_hand: 0 })
    }

    /// Seeks on for a turn.
    ///
    /// # Errors
    /// Refused by role: figures, or cases.
    pub fn seek_on(&self, seeking: &mut Seeking) -> Result<(), Problem> {
        let _picture = self.picture()?;
        self.seek(seeking, 1)
    }

    fn seek(&self, seeking: &mut Seeking, turns: i64) -> Result<(), Problem> {
        let Seeking { asked, labels, sought, known, after, cut, found, seen, more, by_hand } = seeking;
        self.ask(asked.act)?;
        let part = cut.part(*after, turns);
        let scope = Scope { store: self, asked, reached: self.ask(Right::ReadCases)?, part, known };
        facts(&scope, labels, &mut |fact| {
            if !sought.is(fact) {
                return ControlFlow::Continue(());
            }
            if fact.family == FamilyId(0) {
                *by_hand += 1;
            } else if found.len() >= MOST_BEHIND {
                *more += 1;
            } else if seen.insert((fact.record, fact.on)) {
                found.push((fact.record, fact.family, fact.on));
            }
            ControlFlow::Continue(())
        })?;
        *after = part.upto;
        Ok(())
    }

    /// What was found, with the names of the families; that they were shown is journalled.
    ///
    /// # Errors
    /// Refused by role: figures, or cases.
    pub fn behind(&self, seeking: Seeking) -> Result<Behind, Problem> {
        let Seeking { asked, mut found, more, by_hand, .. } = seeking;
        self.ask(asked.act)?;
        self.ask(Right::ReadCases)?;
        found.sort_by_key(|(record, _, on)| (*on, *record));
        let names = self.names_behind(found.iter().map(|(_, family, _)| *family).collect())?;
        let row = |(record, family, on): Record| {
            let (name, case_ref) = names.get(&family)?.clone();
            Some(BehindRow { record, family, name, case_ref, on })
        };
        let rows: Vec<BehindRow> = found.into_iter().filter_map(row).collect();
        self.saw(asked.report.read_as, rows.iter().map(|row| row.family));
        Ok(Behind { rows, more, by_hand })
    }

    /// What families are called.
    pub(super) fn names_behind(
        &self,
        families: BTreeSet<FamilyId>,
    ) -> Result<HashMap<FamilyId, (String, String)>, Problem> {
        let ids = all_of(families.iter().map(|family| family.0));
        let sql = "SELECT id, name, case_ref FROM family WHERE id IN (SELECT value FROM json_each(:ids))";
        let mut names = HashMap::new();
        reading::each(&self.connection, sql, named_params! {":ids": ids}, |row| {
            names.insert(FamilyId(row.get(0)?), (row.get(1)?, row.get(2)?));
            Ok(())
        })?;
        Ok(names)
    }
}
