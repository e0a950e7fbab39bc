//! Tables alone: what is masked, what totals are, what is measured.

use super::{alone, text, with_totals};
use crate::domain::report::disclosure::least::{Effort, Need, Search};
use crate::domain::report::disclosure::system::{Standing, System};
use crate::domain::report::disclosure::{Axis, Cell, Place, Population, Rule, Table, Totals};

/// Placements 2020 in Stockholm by form, as the city published them in 2021.
const STOCKHOLM: &str = include_str!("../../../../../tests/data/published/stockholm-2020-placements.csv");

#[test]
fn the_table_that_stockholm_published_comes_out_of_placements_one_by_one() {
    let lines: Vec<Vec<&str>> = STOCKHOLM.lines().map(|line| line.split(',').collect()).collect();
    let forms = &lines[0][1..lines[0].len() - 1];
    let districts: Vec<&str> = lines[1..lines.len() - 1].iter().map(|line| line[0]).collect();
    // A row for each child and form: as many as were printed, and of those that were masked one, two or three.
    let mut placements: Vec<(&str, &str, usize)> = Vec::new();
    let mut masks = 0;
    for line in &lines[1..lines.len() - 1] {
        for (form, cell) in forms.iter().zip(&line[1..]) {
            let many = cell.parse().unwrap_or_else(|_| {
                masks += 1;
                1 + masks % 3
            });
            placements.extend((0..many).map(|child| (line[0], *form, child)));
        }
    }
    let axes = (
        Axis::of("district", districts.iter().copied()).total("total"),
        Axis::of("kind", forms.iter().copied()).total("total"),
    );
    let year = Place::default();
    let table = Table::new(Population::named("placements"), year, axes, |row, column| {
        let here =
            placements.iter().filter(|(district, form, _)| (*district, *form) == (districts[row], forms[column]));
        u32::try_from(here.count()).ok()
    });
    let shown = alone(&table, Rule::default()).unwrap();
    let printed: Vec<String> = lines[1..].iter().map(|line| line[1..].join(" ")).collect();
    assert_eq!(masks, 12);
    assert_eq!(text(&shown), printed.join("\n"));
    assert!(shown.further.is_empty());
}

#[test]
fn a_count_that_nobody_made_is_neither_zero_nor_masked_and_no_sum_has_it() {
    let counts = [[Some(5), None, Some(0)], [Some(2), None, Some(7)], [None, None, None]];
    let axes = (Axis::of("row", ["a", "b", "c"]).total("total"), Axis::of("column", ["x", "y", "z"]).total("total"));
    let table = Table::new(Population::named("visits"), Place::default(), axes, |row, column| counts[row][column]);
    let masked = alone(&table, Rule::default()).unwrap();
    let none = "not_measured";
    assert_eq!(text(&masked), format!("5 {none} 0 5\n* {none} 7 7\n{none} {none} {none} {none}\n5 {none} 7 12"));
    let with_true = alone(&table, Rule::TRUE).unwrap();
    assert_eq!(with_true.cell(2, 3), Cell::NotMeasured);
    assert_eq!(with_true.cell(0, 2), Cell::Number(0));
    assert_eq!(with_true.cell(1, 0), Cell::Masked);
}

#[test]
fn another_threshold_masks_more() {
    let table = with_totals(&[vec![4, 9], vec![12, 30]]);
    let five = Rule { threshold: 5, totals: Totals::Shown };
    assert_eq!(text(&alone(&table, Rule::default()).unwrap()), "4 9 13\n12 30 42\n16 39 55");
    assert_eq!(text(&alone(&table, five).unwrap()), "* 9 9\n12 30 42\n12 39 51");
}

#[test]
fn a_small_total_is_masked_too_and_zeros_never_are() {
    let shown = alone(&with_totals(&[vec![1, 0], vec![0, 40]]), Rule::TRUE).unwrap();
    assert_eq!(text(&shown), "* 0 *\n0 40 40\n* 40 *");
    let shown = alone(&with_totals(&[vec![0, 0], vec![0, 40]]), Rule::TRUE).unwrap();
    assert_eq!(text(&shown), "0 0 0\n0 40 40\n0 40 40");
}

#[test]
fn months_of_quarters_of_a_year_have_sums_of_sums() {
    let months: Vec<String> = (1..=12).map(|month| format!("2025-{month:02}")).collect();
    let mut rows = Axis::of("month", months.iter().map(String::as_str));
    for quarter in 0..4 {
        rows = rows.sum(&format!("2025-Q{}", quarter + 1), &[3 * quarter, 3 * quarter + 1, 3 * quarter + 2]);
    }
    let rows = rows.total("2025");
    let columns = Axis::of("outcome", ["held", "cancelled"]).total("total");
    let table = Table::new(Population::named("visits"), Place::default(), (rows, columns), |row, column| {
        Some(u32::try_from((row * 7 + column * 5) % 13 + 4).unwrap() - if row == 4 && column == 0 { 2 } else { 0 })
    });
    assert_eq!(table.count(16, 2), (0..12).map(|row| table.count(row, 2).unwrap()).sum::<u32>().into());
    let shown = alone(&table, Rule::TRUE).unwrap();
    assert_eq!(shown.further.len(), if table.count(4, 0) < Some(4) { 3 } else { 0 }, "{}", text(&shown));
}

/// Counts of four rows and columns, published with an R package for disclosure control as a trap: nine cells are
/// masked, two or more in every line, and one of them is exactly known all the same. One more has to be masked.
#[test]
fn two_masks_in_every_line_can_still_tell_one_of_them() {
    let counts = [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]];
    let masked = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 1), (2, 3), (3, 1), (3, 3)];
    let mut system = System::default();
    let mut needs = Vec::new();
    let count = |row: usize, column: usize| -> i64 {
        let rows = if row == 4 { 0..4 } else { row..row + 1 };
        let columns = || if column == 4 { 0..4 } else { column..column + 1 };
        rows.flat_map(|row| columns().map(move |column| counts[row][column])).sum()
    };
    for (row, column) in (0..5).flat_map(|row| (0..5).map(move |column| (row, column))) {
        let is_masked = masked.contains(&(row, column));
        let standing = if is_masked { Standing::Hidden } else { Standing::Open { cost: 1.0 } };
        let spot = system.add(count(row, column), standing);
        if is_masked {
            needs.extend([Need { spot, by: 1 }, Need { spot, by: -1 }]);
        }
    }
    for line in 0..5 {
        system.whole(line * 5 + 4, &[line * 5, line * 5 + 1, line * 5 + 2, line * 5 + 3]);
        system.whole(20 + line, &[line, 5 + line, 10 + line, 15 + line]);
    }
    assert!(system.holds());
    let mut search = Search::new(&system, needs, 0);
    let mask = search.run(Effort { work: 600_000, rounds: 400 }).unwrap();
    assert_eq!(mask.iter().filter(|is_masked| **is_masked).count(), 1);
}
