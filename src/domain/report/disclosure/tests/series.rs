//! Reports one after the other of the same invented people: by month, district, kind and phase, filtered, summed, with
//! totals of what is shown or true ones.

use std::fmt;

use chrono::NaiveDate;

use super::audit::{Fault, Seen, audit};
use super::cases::{Chance, QUICK};
use crate::domain::report::disclosure::joint::Knows;
use crate::domain::report::disclosure::protect::protect_with;
use crate::domain::report::disclosure::{
    Axis, Cell, Dimensions, Memory, Part, Place, Population, Refused, Rule, Shown, THRESHOLD, Table, Totals,
};

/// The dimensions, the days first.
const DIMENSIONS: [&str; 4] = ["days", "district", "kind", "phase"];

/// People who are counted, and what was published of them.
pub struct Series {
    chance: Chance,
    size: [usize; 4],
    /// How many are in each piece, and its month, district, kind, phase.
    people: Vec<u32>,
    pieces: Vec<[usize; 4]>,
    memory: Memory,
    seen: Vec<Seen>,
    /// Whether something was published that holds only against who does not know the rule.
    pub is_weak: bool,
    /// What was published, to be read when something is wrong.
    told: Vec<String>,
}

/// A report: its rows and columns by dimension, and for each dimension the only member it counts.
#[derive(Debug)]
struct Kind {
    rows: usize,
    columns: usize,
    only: [Option<usize>; 4],
    totals: [bool; 2],
    halves: [bool; 2],
    rule: Rule,
}

fn month(number: usize) -> Part {
    let first = |month: u32| NaiveDate::from_ymd_opt(2025, month, 1).unwrap();
    let number = u32::try_from(number).unwrap();
    Part::Days(first(number + 1), first(number + 2).pred_opt().unwrap())
}

fn member(dimension: usize, number: usize) -> Part {
    if dimension == 0 { month(number) } else { Part::one(&format!("{}{number}", DIMENSIONS[dimension])) }
}

impl Series {
    /// People by a seed.
    pub fn new(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let size = [1 + chance.below(3), 2 + chance.below(4), 1 + chance.below(4), 1 + chance.below(2)];
        let (none, small) = ([10, 25, 45][chance.below(3)], [20, 35, 50][chance.below(3)]);
        let mut pieces = Vec::new();
        for month in 0..size[0] {
            for district in 0..size[1] {
                for kind in 0..size[2] {
                    pieces.extend((0..size[3]).map(|phase| [month, district, kind, phase]));
                }
            }
        }
        let people = pieces.iter().map(|_| chance.count(none, small)).collect();
        Self {
            chance,
            size,
            people,
            pieces,
            memory: Memory::default(),
            seen: Vec::new(),
            is_weak: false,
            told: Vec::new(),
        }
    }

    /// Publishes some report, unless it is refused.
    pub fn publish(&mut self) -> Result<(), Refused> {
        let kind = self.kind();
        let table = self.table(&kind);
        let members = |dimension: usize| {
            (0..self.size[dimension]).map(move |number| format!("{}{number}", DIMENSIONS[dimension]))
        };
        let mut known = Dimensions::default();
        for (dimension, name) in DIMENSIONS.iter().enumerate().skip(1) {
            let all: Vec<String> = members(dimension).collect();
            known = known.with(name, all.iter().map(String::as_str));
        }
        let shown = protect_with(QUICK, &table, kind.rule, &self.memory, &known)?;
        self.is_weak |= shown.knows == Knows::Nothing;
        self.memory.keep(&table, &shown, NaiveDate::from_ymd_opt(2025, 7, 1).unwrap());
        self.see(&kind, &table, &shown);
        self.told.push(format!("{kind:?}\n{}", super::text(&shown)));
        Ok(())
    }

    /// What a reader of everything could work out.
    pub fn audit(&self) -> Vec<Fault> {
        let whole = self.people.len() <= 24;
        let mut innocent = self.seen.clone();
        innocent.iter_mut().for_each(|seen| seen.known = false);
        let faults = audit(&self.people, &innocent, whole);
        if faults.is_empty() && !self.is_weak { audit(&self.people, &self.seen, whole) } else { faults }
    }

    fn kind(&mut self) -> Kind {
        let rows = self.chance.below(4);
        let columns = (rows + 1 + self.chance.below(3)) % 4;
        let mut only = [None; 4];
        for (dimension, only) in only.iter_mut().enumerate() {
            if dimension != rows && dimension != columns && self.chance.below(2) == 0 {
                *only = Some(self.chance.below(self.size[dimension] as u64));
            }
        }
        let totals = [self.chance.below(5) > 0, self.chance.below(5) > 0];
        let with = [Totals::Shown, Totals::True][self.chance.below(2)];
        let mut halves = |dimension: usize| self.size[dimension] > 3 && self.chance.below(2) == 0;
        let halves = [halves(rows), halves(columns)];
        Kind { rows, columns, only, totals, halves, rule: Rule { threshold: THRESHOLD, totals: with } }
    }

    fn table(&self, kind: &Kind) -> Table {
        let axis = |dimension: usize| {
            (0..self.size[dimension]).fold(Axis::default(), |axis, number| {
                let place = Place::default().with(DIMENSIONS[dimension], member(dimension, number));
                axis.line(&number.to_string(), place)
            })
        };
        let axis = |dimension: usize, halves: bool, total: bool| {
            let parts: Vec<usize> = (0..self.size[dimension]).collect();
            let mut axis = axis(dimension);
            if halves {
                let (first, second) = parts.split_at(2);
                axis = axis.sum("first", first).sum("second", second);
            }
            if total { axis.total("total") } else { axis }
        };
        let rows = axis(kind.rows, kind.halves[0], kind.totals[0]);
        let columns = axis(kind.columns, kind.halves[1], kind.totals[1]);
        let mut around = Place::default();
        for (dimension, only) in kind.only.iter().enumerate() {
            if let Some(only) = only {
                around = around.with(DIMENSIONS[dimension], member(dimension, *only));
            }
        }
        // The days are always told: all months where no month is.
        if kind.rows != 0 && kind.columns != 0 && kind.only[0].is_none() {
            let Part::Days(from, _) = month(0) else { unreachable!() };
            let Part::Days(_, until) = month(self.size[0] - 1) else { unreachable!() };
            around = around.with(DIMENSIONS[0], Part::Days(from, until));
        }
        Table::new(Population::named("people"), around, (rows, columns), |row, column| {
            Some(self.of(kind, &[row], &[column]).iter().map(|piece| self.people[*piece]).sum())
        })
    }

    /// The pieces in these rows and columns.
    fn of(&self, kind: &Kind, rows: &[usize], columns: &[usize]) -> Vec<usize> {
        let is_in = |piece: &[usize; 4]| {
            let only = (0..4).all(|dimension| kind.only[dimension].is_none_or(|only| piece[dimension] == only));
            only && rows.contains(&piece[kind.rows]) && columns.contains(&piece[kind.columns])
        };
        (0..self.pieces.len()).filter(|number| is_in(&self.pieces[*number])).collect()
    }

    fn see(&mut self, kind: &Kind, table: &Table, shown: &Shown) {
        for (row, column) in table.cells() {
            let (cell, is_sum) = (shown.cell(row, column), table.is_sum(row, column));
            let (rows, columns) = (counted(&table.rows, row), counted(&table.columns, column));
            if is_sum && kind.rule.totals == Totals::Shown {
                let inner = rows.iter().flat_map(|row| columns.iter().map(|column| shown.cell(*row, *column).shown()));
                assert_eq!(cell, Cell::Number(inner.sum()));
                continue;
            }
            let count = table.count(row, column).unwrap();
            assert!(cell == Cell::Masked && count > 0 || cell == Cell::Number(count) && !(1..4).contains(&count));
            let known = kind.rule.totals == Totals::Shown && kind.rule.is_small(count);
            self.seen.push(Seen { of: self.of(kind, &rows, &columns), cell, count, known });
        }
    }
}

fn counted(axis: &Axis, line: usize) -> Vec<usize> {
    let parts = &axis.lines()[line].parts;
    if parts.is_empty() { vec![line] } else { parts.iter().flat_map(|part| counted(axis, *part)).collect() }
}

impl fmt::Display for Series {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:?} {:?}", self.size, self.people)?;
        self.told.iter().try_for_each(|told| writeln!(out, "{told}"))
    }
}
