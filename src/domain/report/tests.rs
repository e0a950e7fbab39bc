//! Counting, masking and periods, held against tables that were worked out by hand.

use chrono::NaiveDate;

use super::*;
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::visit::calendar::{OwnDays, Period as Break};

const MASKED: Rule = Rule::Masked { threshold: THRESHOLD };

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// So many of a row and a column.
fn counts(name: &str, told: &[(&str, &str, Says)]) -> Counts {
    let report = named(name).unwrap();
    let (by, _) = report.axis(None).unwrap();
    let mut labels = Numbered::of(by.labels.closed());
    let mut tally = Tally::new(report);
    for (unit, (row, column, says)) in (0..).zip(told) {
        let column = report.columns.labels.closed().position(|known| known == *column).unwrap();
        let (row, family, record) = (labels.number(row), FamilyId(1), (NounKind::Families, unit));
        tally.add(&Fact { row, column, unit, family, record, on: None, says: *says });
    }
    tally.finish(by, &labels, &|name| name.as_bytes().to_vec())
}

fn shown(figures: &Figures) -> Vec<String> {
    let line = |(label, cells): (&str, &[Cell])| {
        let cells: Vec<String> = cells.iter().map(Cell::to_string).collect();
        format!("{label} {}", cells.join(" "))
    };
    figures.lines().map(line).collect()
}

#[test]
fn small_counts_are_masked_and_zero_is_not() {
    let cells: Vec<String> = (0..6).map(|count| MASKED.cell(count).to_string()).collect();
    assert_eq!(cells, ["0", "*", "*", "*", "4", "5"]);
    assert_eq!((MASKED.cell(3).shown(), MASKED.cell(4).shown()), (0, 4));
    assert_eq!(Rule::Internal.cell(2), Cell::Number(2));
}

#[test]
fn totals_are_the_sum_of_what_is_shown() {
    use Says::Many;
    let told = [
        ("Bromma", "secure_youth_home", Many(2)),
        ("Bromma", "emergency_home", Many(47)),
        ("Älvsjö", "emergency_home", Many(3)),
        ("Älvsjö", "shelter", Many(4)),
    ];
    let counts = counts("placements", &told);
    assert_eq!(
        shown(&protect(&counts, MASKED)),
        ["Bromma * 0 47 0 0 0 47", "Älvsjö 0 0 * 0 4 0 4", "total 0 0 47 0 4 0 51"]
    );
    assert_eq!(shown(&protect(&counts, Rule::Internal))[2], "total 2 0 50 0 4 0 56");
}

#[test]
fn a_sum_tells_no_part_that_is_masked() {
    use Says::{Many, NotMeasured};
    let of = |mothers, fathers, all| {
        let told = [
            ("2021", "new_visits", all),
            ("2021", "new_visits_mothers", mothers),
            ("2021", "new_visits_fathers", fathers),
        ];
        let figures = protect(&counts("advice", &told), MASKED);
        figures.rows[0].cells[..3].iter().map(Cell::to_string).collect::<Vec<_>>().join(" ")
    };
    for (mothers, fathers, all, expected) in [
        (Many(43), Many(8), Many(51), "51 43 8"),
        // The whole would tell the fathers.
        (Many(43), Many(2), Many(45), "43 43 *"),
        // It would tell that two others came.
        (Many(43), Many(8), Many(53), "51 43 8"),
        (Many(43), Many(8), Many(56), "56 43 8"),
        (Many(1), Many(2), Many(3), "* * *"),
        (Many(0), Many(0), Many(0), "0 0 0"),
        (NotMeasured, NotMeasured, Many(45), "45 not_measured not_measured"),
        (NotMeasured, NotMeasured, NotMeasured, "not_measured not_measured not_measured"),
        (Many(2), NotMeasured, Many(45), "43 * not_measured"),
    ] {
        assert_eq!(of(mothers, fathers, all), expected);
    }
}

#[test]
fn whoever_comes_often_is_counted_once_in_a_cell() {
    let report = named("placements").unwrap();
    let (by, _) = report.axis(None).unwrap();
    let (labels, mut tally) = (&mut Numbered::default(), Tally::new(report));
    for (district, column, unit) in [("A", 0, 7), ("A", 0, 7), ("A", 1, 7), ("B", 0, 7), ("A", 0, 8)] {
        let row = labels.number(district);
        let fact = Fact {
            row,
            column,
            unit,
            family: FamilyId(1),
            record: (NounKind::Placements, unit),
            on: None,
            says: Says::One(None),
        };
        tally.add(&fact);
        tally.add(&Fact { says: Says::Missing("district"), ..fact });
    }
    let counts = tally.finish(by, labels, &|name| name.as_bytes().to_vec());
    assert_eq!(shown(&protect(&counts, Rule::Internal))[..2], ["A 2 1 0 0 0 0 3", "B 1 0 0 0 0 0 1"]);
    assert_eq!(counts.missing, [("district", 2)]);
    assert_eq!(protect(&counts, MASKED).missing[0].count, Cell::Masked);
}

#[test]
fn shares_and_medians_stand_only_where_enough_is_behind_them() {
    let of = |within: &[i64], over: u32, rule| {
        let begun = within.iter().map(|days| ("preschool", "within_7", Says::One(Some(*days))));
        let late = (0..over).map(|_| ("compulsory", "over_7", Says::One(None)));
        let told: Vec<_> = begun.chain(late).collect();
        let figures = protect(&counts("school", &told), rule);
        figures.summary.iter().map(|one| one.figure.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(of(&[1, 2, 3, 5], 4, MASKED), ["50", "*"]);
    assert_eq!(of(&[1, 2, 3, 5], 4, Rule::Internal), ["50", "open"]);
    assert_eq!(of(&[1, 2, 3, 5], 3, MASKED), ["*", "*"]);
    assert_eq!(of(&[1, 2, 3, 5, 6, 6, 7], 4, MASKED), ["63.6", "6"]);
    // Twelve of 23, beside a table that shows ten and eleven, would tell that two are masked.
    let told = |row, column, count| (row, column, Says::Many(count));
    let table = [told("preschool", "within_7", 10), told("later", "within_7", 2), told("preschool", "over_7", 11)];
    assert_eq!(protect(&counts("school", &table), MASKED).summary[0].figure, Figure::Masked);
    assert_eq!(protect(&counts("school", &table), Rule::Internal).summary[0].figure, Figure::Tenths(522));
    assert_eq!(of(&[], 12, MASKED), ["0", "open"]);
    assert_eq!(of(&[], 0, MASKED), ["not_measured", "not_measured"]);
}

#[test]
fn a_share_of_one_row_is_masked_with_that_row_alone() {
    let told = |row, column, count| (row, column, Says::Many(count));
    let (first, second) = ([("supported", 30), ("unsupported", 10)], [("supported", 12), ("unsupported", 2)]);
    let of =
        |row: &'static str, told_of: [(&'static str, u32); 2]| told_of.map(|(column, count)| told(row, column, count));
    let all = [of("1", first), of("2", second), of("3", [("supported", 0), ("unsupported", 9)])].concat();
    let figures = |rule| protect(&counts("after", &all), rule).summary.into_iter().map(|one| one.figure.to_string());
    assert_eq!(figures(MASKED).collect::<Vec<_>>(), ["75", "*", "0", "not_measured"]);
    assert_eq!(figures(Rule::Internal).collect::<Vec<_>>(), ["75", "85.7", "0", "not_measured"]);
}

#[test]
fn a_line_stands_where_enough_others_say_the_same() {
    const COLUMNS: &[ListedColumn] = &[("district", Outside::Grouped), ("days", Outside::Masked)];
    let lines: Vec<Vec<String>> = [("A", "1"), ("A", "2"), ("B", "9"), ("A", "3"), ("A", "4"), ("B", "8"), ("C", "7")]
        .map(|(district, days)| vec![district.to_owned(), days.to_owned()])
        .to_vec();
    let outside = Listing::of(COLUMNS, &lines, MASKED);
    assert_eq!(outside.lines, vec![vec!["A".to_owned(), "*".to_owned()]; 4]);
    assert_eq!(outside.left_out, Cell::Masked);
    let inside = Listing::of(COLUMNS, &lines, Rule::Internal);
    assert_eq!((inside.lines, inside.left_out), (lines, Cell::Number(0)));
}

#[test]
fn periods_as_people_write_them() {
    let today = day("2026-11-30");
    for (text, from, to) in [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-2", "2026-02-01", "2026-02-28"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026 k4", "2026-10-01", "2026-12-31"),
        ("2026-W53", "2026-12-28", "2027-01-03"),
        ("2026-v48", "2026-11-23", "2026-11-29"),
        ("2026-v.1", "2025-12-29", "2026-01-04"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("förra-kvartalet", "2026-07-01", "2026-09-30"),
        ("Förra året", "2025-01-01", "2025-12-31"),
        ("i år", "2026-01-01", "2026-12-31"),
        ("den här månaden", "2026-11-01", "2026-11-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("förra veckan", "2026-11-23", "2026-11-29"),
    ] {
        let expected = Period { from: day(from), to: day(to) };
        assert_eq!(parse_period(text, today), Some(expected), "{text}");
    }
    for text in
        ["", "26", "2026-13", "2026-Q5", "2025-W53", "2026-W0", "last", "quarter", "2026-", "-1", "20 26", "+026"]
    {
        assert_eq!(parse_period(text, today), None, "{text}");
    }
    // The quarter before the first of a year is the last of the year before.
    assert_eq!(parse_period("last quarter", day("2026-01-15")).unwrap().from, day("2025-10-01"));
}

#[test]
fn school_is_waited_for_in_calendar_days_and_school_days_beside() {
    let own = OwnDays {
        school_breaks: vec![Break { from: day("2026-10-26"), until: day("2026-10-30"), name: "Höstlov".to_owned() }],
        ..OwnDays::default()
    };
    let today = day("2026-11-30");
    let wait = |placed: &str, began: Option<&str>, ended: Option<&str>| SchoolWait {
        placed_on: day(placed),
        began_on: began.map(day),
        ended_on: ended.map(day),
    };
    for (name, wait, days, school_days, column) in [
        ("the same day", wait("2026-11-02", Some("2026-11-02"), None), 0, 0, "within_7"),
        ("the seventh day", wait("2026-11-02", Some("2026-11-09"), None), 7, 5, "within_7"),
        ("the eighth", wait("2026-11-02", Some("2026-11-10"), None), 8, 6, "over_7"),
        ("over a break", wait("2026-10-23", Some("2026-11-02"), None), 10, 1, "over_7"),
        ("not yet", wait("2026-11-24", None, None), 6, 4, "waiting"),
        ("not for long", wait("2026-11-20", None, None), 10, 6, "over_7"),
        ("ended before", wait("2026-11-02", None, Some("2026-11-05")), 3, 3, "waiting"),
    ] {
        assert_eq!(wait.days(today), days, "{name}");
        assert_eq!(wait.school_days(today, &own), school_days, "{name}");
        assert_eq!(wait.column(today), column, "{name}");
    }
    for (on, born, stage) in [
        ("2026-07-31", "2020-01-01", Stage::Preschool),
        ("2026-08-01", "2020-12-31", Stage::Compulsory),
        ("2026-06-10", "2010-01-01", Stage::Compulsory),
        ("2026-08-20", "2010-12-31", Stage::Later),
    ] {
        assert_eq!(Stage::on(day(on), Some(day(born))), stage, "{on} {born}");
    }
    assert_eq!(Stage::on(today, None), Stage::AgeUnknown);
}
