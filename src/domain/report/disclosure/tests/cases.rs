//! Two thousand tables, and what is published one after the other: an auditor who sees everything finds no mask that
//! tells more than that a count is masked. The cases are kept as seeds.

use super::audit::{Seen, audit};
use super::series::Series;
use super::with_totals;
use crate::domain::report::disclosure::least::Effort;
use crate::domain::report::disclosure::protect::protect_with;
use crate::domain::report::disclosure::{Cell, Dimensions, Memory, Rule, Table};

/// `alone ROWS COLUMNS SEED`, or `series REPORTS SEED`.
const CASES: &str = include_str!("../../../../../tests/data/disclosure/cases.txt");

/// A quick search: how hard one looks changes how many masks there are, not what they tell.
pub const QUICK: Effort = Effort { work: 0, rounds: 0 };

/// Numbers that look like chance and are the same on every machine (splitmix64).
#[derive(Debug)]
pub struct Chance(pub u64);

impl Chance {
    /// A number below another.
    pub fn below(&mut self, many: u64) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % many).unwrap()
    }

    /// A count: of a hundred, so many are none and so many from 1 to 3.
    pub fn count(&mut self, none: usize, small: usize) -> u32 {
        let lot = self.below(100);
        let count = if lot < none {
            0
        } else if lot < none + small {
            1 + self.below(3)
        } else {
            4 + self.below(57)
        };
        u32::try_from(count).unwrap()
    }
}

fn cases(kind: &str) -> Vec<Vec<u64>> {
    let lines = CASES.lines().filter_map(|line| line.strip_prefix(kind));
    lines.map(|line| line.split_whitespace().map(|number| number.parse().unwrap()).collect()).collect()
}

/// Every cell of a table as an auditor sees it: a piece for each cell that is counted.
fn seen(table: &Table, columns: usize, cell: impl Fn(usize, usize) -> Cell) -> Vec<Seen> {
    let (last_row, last_column) = (table.size().0 - 1, table.size().1 - 1);
    let see = |(row, column): (usize, usize)| {
        let rows = if row == last_row { 0..last_row } else { row..row + 1 };
        let inner = |row: usize| {
            if column == last_column { 0..last_column } else { column..column + 1 }
                .map(move |column| row * columns + column)
        };
        Seen {
            of: rows.flat_map(inner).collect(),
            cell: cell(row, column),
            count: table.count(row, column).unwrap(),
            known: false,
        }
    };
    table.cells().map(see).collect()
}

#[test]
fn no_mask_of_a_table_with_true_totals_can_be_worked_out() {
    let mut tried = 0;
    for case in cases("alone ") {
        let (rows, columns, mut chance) = (case[0] as usize, case[1] as usize, Chance(case[2]));
        let (none, small) = ([0, 10, 25, 45][chance.below(4)], [10, 20, 35, 50][chance.below(4)]);
        let counts: Vec<Vec<u32>> =
            (0..rows).map(|_| (0..columns).map(|_| chance.count(none, small)).collect()).collect();
        let table = with_totals(&counts);
        let shown = protect_with(QUICK, &table, Rule::TRUE, &Memory::default(), &Dimensions::default()).unwrap();
        for (row, column) in table.cells() {
            let (cell, count) = (shown.cell(row, column), table.count(row, column).unwrap());
            assert!(cell == Cell::Number(count) || cell == Cell::Masked && count > 0, "{case:?}");
            assert!(cell == Cell::Masked || !(1..4).contains(&count), "{case:?}");
        }
        let pieces: Vec<u32> = counts.concat();
        let seen = seen(&table, columns, |row, column| shown.cell(row, column));
        assert_eq!(audit(&pieces, &seen, rows * columns <= 12), [], "{case:?}\n{}", super::text(&shown));
        tried += 1;
    }
    assert!(tried >= 2000);
}

#[test]
fn no_mask_can_be_worked_out_from_several_reports() {
    let (mut published, mut asked, mut weak, mut why) = (0, 0, 0, std::collections::BTreeMap::new());
    for case in cases("series ") {
        let mut series = Series::new(case[1]);
        for _ in 0..case[0] {
            weak += usize::from(series.is_weak);
            asked += 1;
            match series.publish() {
                Ok(()) => published += 1,
                Err(refused) => *why.entry(refused.key()).or_insert(0) += 1,
            }
            assert_eq!(series.audit(), [], "{case:?}\n{series}");
        }
    }
    assert!(published * 10 >= asked * 9, "{published} of {asked}, {weak} after a weak one; {why:?}");
}
