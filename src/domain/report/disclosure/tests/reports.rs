//! Several reports of the same people: what one of them masks, no other tells.

use chrono::NaiveDate;

use super::text;
use crate::domain::report::disclosure::{
    Axis, Cell, Dimensions, Memory, Part, Place, Population, Refused, Rule, Shown, Table, protect,
};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, day).unwrap()
}

fn days(from: (u32, u32), until: (u32, u32)) -> Place {
    Place::default().with("days", Part::Days(day(from.0, from.1), day(until.0, until.1)))
}

fn of(around: Place, axes: (Axis, Axis), counts: &[&[u32]]) -> Table {
    Table::new(Population::named("visits"), around, axes, |row, column| Some(counts[row][column]))
}

fn districts() -> Axis {
    Axis::of("district", ["north", "south", "west"])
}

fn known() -> Dimensions {
    Dimensions::default().with("district", ["north", "south", "west"]).with("phase", ["crisis", "change", "after"])
}

/// Publishes a table.
fn publish(memory: &mut Memory, table: &Table, rule: Rule) -> Result<Shown, Refused> {
    let shown = protect(table, rule, memory, &known())?;
    memory.keep(table, &shown, day(7, 1));
    Ok(shown)
}

#[test]
fn true_totals_are_refused_where_the_same_cells_were_published_with_masks() {
    let axes = || (districts().total("total"), Axis::of("phase", ["crisis", "change"]).total("total"));
    let table = of(days((1, 1), (3, 31)), axes(), &[&[2, 9], &[12, 14], &[8, 30]]);
    let mut memory = Memory::default();
    publish(&mut memory, &table, Rule::default()).unwrap();
    assert_eq!(publish(&mut memory, &table, Rule::TRUE), Err(Refused::TrueAfterMasked { on: day(7, 1) }));
    // Of other days nothing was said.
    let other = of(days((4, 1), (6, 30)), axes(), &[&[2, 9], &[12, 14], &[8, 30]]);
    publish(&mut memory, &other, Rule::TRUE).unwrap();
    // Where nothing was masked, nothing can be told.
    let mut memory = Memory::default();
    let open = of(days((1, 1), (3, 31)), axes(), &[&[7, 9], &[12, 14], &[8, 30]]);
    publish(&mut memory, &open, Rule::default()).unwrap();
    publish(&mut memory, &open, Rule::TRUE).unwrap();
}

#[test]
fn what_shielded_a_small_count_stays_masked_in_a_later_report() {
    let axes = (districts().total("total"), Axis::of("phase", ["crisis", "change"]).total("total"));
    let table = of(days((1, 1), (3, 31)), axes, &[&[2, 9], &[12, 14], &[8, 30]]);
    let mut memory = Memory::default();
    let first = publish(&mut memory, &table, Rule::TRUE).unwrap();
    assert_eq!(first.further.len(), 3);
    let second = publish(&mut memory, &table, Rule::default()).unwrap();
    for (row, column) in table.cells().filter(|(row, column)| !table.is_sum(*row, *column)) {
        assert_eq!(first.cell(row, column), second.cell(row, column), "{row} {column}");
    }
}

#[test]
fn the_same_report_is_the_same_table_however_often_it_is_made() {
    let axes = (districts().total("total"), Axis::of("phase", ["crisis", "change", "after"]).total("total"));
    let table = of(days((1, 1), (3, 31)), axes, &[&[2, 9, 1], &[12, 14, 6], &[8, 30, 4]]);
    for rule in [Rule::default(), Rule::TRUE] {
        let mut memory = Memory::default();
        let first = publish(&mut memory, &table, rule).unwrap();
        for _ in 0..3 {
            assert_eq!(publish(&mut memory, &table, rule).unwrap().rows(), first.rows());
        }
    }
}

#[test]
fn a_quarter_does_not_tell_a_month_that_was_masked() {
    let months = Axis::default()
        .line("jan", days((1, 1), (1, 31)))
        .line("feb", days((2, 1), (2, 28)))
        .line("mar", days((3, 1), (3, 31)));
    let table = of(Place::default(), (districts(), months), &[&[2, 9, 11], &[12, 14, 6], &[0, 0, 9]]);
    let mut memory = Memory::default();
    assert_eq!(text(&publish(&mut memory, &table, Rule::default()).unwrap()), "* 9 11\n12 14 6\n0 0 9");
    let quarter =
        of(Place::default(), (districts(), Axis::default().line("q1", days((1, 1), (3, 31)))), &[&[22], &[32], &[9]]);
    let shown = publish(&mut memory, &quarter, Rule::default()).unwrap();
    assert_eq!(text(&shown), "*\n32\n9");
    assert_eq!(shown.further, [(0, 0)]);
    // Neither does the city's half-year beside the other quarter and districts.
    let half = of(days((1, 1), (6, 30)), (Axis::single("city"), Axis::single("all")), &[&[120]]);
    publish(&mut memory, &half, Rule::default()).unwrap();
    let second = of(days((4, 1), (6, 30)), (Axis::single("city"), Axis::single("all")), &[&[57]]);
    assert_eq!(publish(&mut memory, &second, Rule::default()).unwrap().cell(0, 0), Cell::Masked);
}

#[test]
fn a_month_is_not_told_by_weeks_that_run_over_its_end() {
    let month = of(days((1, 1), (1, 31)), (Axis::single("all"), Axis::single("all")), &[&[20]]);
    let mut memory = Memory::default();
    publish(&mut memory, &month, Rule::default()).unwrap();
    // All days of January but the last two: the rest would be 2.
    let most = of(days((1, 1), (1, 29)), (Axis::single("all"), Axis::single("all")), &[&[18]]);
    assert_eq!(publish(&mut memory, &most, Rule::default()).unwrap().cell(0, 0), Cell::Masked);
    let weeks = Axis::default().line("w4", days((1, 20), (1, 26))).line("w5", days((1, 27), (2, 2)));
    let weeks = of(Place::default(), (Axis::single("all"), weeks), &[&[5, 7]]);
    assert_eq!(text(&publish(&mut memory, &weeks, Rule::default()).unwrap()), "5 7");
}

#[test]
fn a_filter_does_not_tell_how_few_it_left_out() {
    let whole = of(days((1, 1), (3, 31)), (districts(), Axis::single("all")), &[&[10], &[12], &[30]]);
    let mut memory = Memory::default();
    assert_eq!(text(&publish(&mut memory, &whole, Rule::default()).unwrap()), "10\n12\n30");
    let crisis = days((1, 1), (3, 31)).with("phase", Part::one("crisis"));
    let filtered = of(crisis, (districts(), Axis::single("all")), &[&[8], &[12], &[14]]);
    let shown = publish(&mut memory, &filtered, Rule::default()).unwrap();
    // 10 - 8 are two people; 12 - 12 are none; 30 - 14 are enough.
    assert_eq!(text(&shown), "*\n12\n14");
    // Two filters together leave out as few.
    let change = days((1, 1), (3, 31)).with("phase", Part::one("change"));
    let filtered = of(change, (districts(), Axis::single("all")), &[&[0], &[0], &[15]]);
    assert_eq!(text(&publish(&mut memory, &filtered, Rule::default()).unwrap()), "0\n0\n*");
}

#[test]
fn whole_districts_tell_the_city_and_other_cities_do_not() {
    let mut memory = Memory::default();
    let table = of(days((1, 1), (3, 31)), (districts(), Axis::single("all")), &[&[2], &[12], &[30]]);
    publish(&mut memory, &table, Rule::default()).unwrap();
    let city = of(days((1, 1), (3, 31)), (Axis::single("city"), Axis::single("all")), &[&[44]]);
    let tells = protect(&city, Rule::default(), &memory, &known()).unwrap();
    assert_eq!(tells.cell(0, 0), Cell::Masked);
    // Where nobody knows which districts there are, the others may hold anybody.
    let city = of(days((1, 1), (3, 31)), (Axis::single("city"), Axis::single("all")), &[&[60]]);
    let open = protect(&city, Rule::default(), &memory, &Dimensions::default()).unwrap();
    assert_eq!(open.cell(0, 0), Cell::Number(60));
}

#[test]
fn a_count_that_changed_by_few_is_masked_and_one_that_changed_by_enough_is_shown() {
    let axes = || (districts(), Axis::single("all"));
    let mut memory = Memory::default();
    publish(&mut memory, &of(days((1, 1), (3, 31)), axes(), &[&[10], &[12], &[30]]), Rule::default()).unwrap();
    let later = of(days((1, 1), (3, 31)), axes(), &[&[11], &[12], &[36]]);
    let shown = publish(&mut memory, &later, Rule::default()).unwrap();
    assert_eq!(text(&shown), "*\n12\n36");
    assert_eq!(shown.changed, [(0, 0)]);
    // What was reckoned from what has changed is no contradiction.
    let city = of(days((1, 1), (3, 31)), (Axis::single("city"), Axis::single("all")), &[&[59]]);
    publish(&mut memory, &city, Rule::default()).unwrap();
}

#[test]
fn children_of_a_year_are_no_sum_of_those_of_its_months() {
    let children = |around: Place, count: u32| {
        let axes = (Axis::single("all"), Axis::single("all"));
        Table::new(Population::named("children").apart("days"), around, axes, |_, _| Some(count))
    };
    let mut memory = Memory::default();
    let year = children(days((1, 1), (12, 31)), 10);
    let most = children(days((1, 1), (12, 30)), 9);
    for table in [&year, &most] {
        assert_ne!(publish(&mut memory, table, Rule::default()).unwrap().cell(0, 0), Cell::Masked);
    }
}

#[test]
fn what_was_published_is_kept_as_text_and_says_the_same_afterwards() {
    let axes = || (districts().total("total"), Axis::of("phase", ["crisis", "change"]).total("total"));
    let table = of(days((1, 1), (3, 31)), axes(), &[&[2, 9], &[12, 14], &[8, 30]]);
    let mut memory = Memory::default();
    publish(&mut memory, &table, Rule::TRUE).unwrap();
    let kept = serde_json::to_string(&memory).unwrap();
    let read: Memory = serde_json::from_str(&kept).unwrap();
    assert_eq!(read, memory);
    let city = of(days((1, 1), (3, 31)), (Axis::single("city"), Axis::of("phase", ["crisis", "change"])), &[&[22, 53]]);
    assert_eq!(protect(&city, Rule::default(), &read, &known()), protect(&city, Rule::default(), &memory, &known()));
}
