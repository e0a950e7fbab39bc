//! Reports beside reports that have left the house: what one masks, no other tells, whatever either is told by.

use super::disclosure::Memory;
use super::*;
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;

const MASKED: Rule = Rule::Masked { threshold: THRESHOLD };
const TRUE: Rule = Rule::TrueTotals { threshold: THRESHOLD };

type Told<'a> = (&'a str, &'a str, Says);

/// So many of a row and a column, in a report told by an axis.
fn counts(name: &str, by: Option<&str>, told: &[Told<'_>]) -> Counts {
    let report = named(name).unwrap();
    let (by, _) = report.axis(by).unwrap();
    let mut labels = Numbered::of(by.labels.closed());
    let mut tally = Tally::new(report);
    for (unit, (row, column, says)) in (0..).zip(told) {
        let column = report.columns.labels.closed().position(|known| known == *column).unwrap();
        let (row, family, record) = (labels.number(row), FamilyId(1), (NounKind::Families, unit));
        tally.add(&Fact { row, column, unit, family, record, on: None, says: *says });
    }
    tally.finish(by, &labels, &|name| name.as_bytes().to_vec())
}

fn held<'a>(rows: &[(&'a str, u32)]) -> Vec<Told<'a>> {
    rows.iter().map(|(row, count)| (*row, "held", Says::Many(*count))).collect()
}

fn period(text: &str) -> Extent {
    let on = "2026-11-30".parse().unwrap();
    Extent { days: parse_period(text, on), on, ..Extent::default() }
}

fn leave(memory: &mut Memory, counts: &Counts, rule: Rule, extent: &Extent) -> Result<Vec<String>, Refused> {
    let (figures, told) = publish(counts, rule, extent, memory)?;
    memory.0.extend(told);
    Ok(shown(&figures))
}

fn shown(figures: &Figures) -> Vec<String> {
    let line = |(label, cells): (&str, &[Cell])| {
        let cells: Vec<String> = cells.iter().map(Cell::to_string).collect();
        format!("{label} {}", cells.join(" "))
    };
    figures.lines().map(line).collect()
}

/// The figures of a column, by row.
fn column(lines: &[String], place: usize) -> Vec<&str> {
    lines.iter().map(|line| line.split(' ').nth(place).unwrap()).collect()
}

#[test]
fn the_first_report_that_leaves_says_what_the_screen_does() {
    let mut lot: u64 = 7;
    let mut below = |many: u64| {
        lot = lot.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((lot >> 33) % many).unwrap()
    };
    for report in REPORTS {
        for by in report.by {
            let rows: Vec<&str> = match by.labels {
                Labels::Crossed(..) => vec!["A/school", "A/network", "B/1/school"],
                Labels::Open | Labels::AsFound => vec!["A", "B", "C"],
                Labels::InTime => vec!["2025", "2026"],
                Labels::Numbers => vec!["1", "2"],
                Labels::Closed { always, .. } => always.to_vec(),
            };
            let mut told = Vec::new();
            for (row, column) in
                rows.iter().flat_map(|row| report.columns.labels.closed().map(move |label| (row, label)))
            {
                match below(4) {
                    0 => {}
                    // What is a sum of others, and nothing else, is counted in them.
                    _ if report.sum(column).is_some_and(|sum| !sum.is_told) => {}
                    _ => told.push((*row, column, Says::Many(below(9)))),
                }
            }
            let counts = counts(report.name, Some(by.name), &told);
            let (figures, _) = publish(&counts, MASKED, &Extent::default(), &Memory::default()).unwrap();
            assert_eq!(shown(&figures), shown(&protect(&counts, MASKED)), "{} by {}", report.name, by.name);
            assert_eq!(figures.missing, protect(&counts, MASKED).missing);
        }
    }
}

#[test]
fn true_totals_mask_as_few_further_cells_as_can_be_and_no_zero() {
    let told: Vec<Told<'_>> = [("A", 2, 178), ("B", 204, 140), ("C", 106, 118), ("D", 152, 366)]
        .into_iter()
        .flat_map(|(row, one, other)| {
            [(row, "emergency_home", Says::Many(one)), (row, "family_home", Says::Many(other))]
        })
        .collect();
    let figures = protect(&counts("placements", None, &told), TRUE);
    let lines = shown(&figures);
    assert_eq!(lines[0], "A 0 0 * * 0 0 180");
    assert_eq!(lines[4], "total 0 0 464 802 0 0 1266");
    assert_eq!(lines.concat().matches('*').count(), 4);
    assert!(figures.is_shielded);
}

#[test]
fn true_totals_of_what_left_masked_are_refused_and_of_other_days_are_not() {
    let told = [("A", "shelter", Says::Many(2)), ("B", "shelter", Says::Many(9))];
    let (counts, mut memory) = (counts("placements", None, &told), Memory::default());
    leave(&mut memory, &counts, MASKED, &period("2025")).unwrap();
    let why = leave(&mut memory, &counts, TRUE, &period("2025")).unwrap_err();
    assert_eq!(why.key(), "report-true-after-masked");
    leave(&mut memory, &counts, TRUE, &period("2024")).unwrap();
    // The same once more is the same, and nothing new to remember.
    let known = memory.0.len();
    leave(&mut memory, &counts, MASKED, &period("2025")).unwrap();
    assert_eq!(memory.0.len(), known);
}

#[test]
fn a_quarter_does_not_tell_the_month_that_was_masked() {
    let mut memory = Memory::default();
    for (month, office) in [("2025-01", 2), ("2025-02", 9), ("2025-03", 11)] {
        let counts = counts("sessions", Some("mode"), &held(&[("office", office), ("phone", 20)]));
        leave(&mut memory, &counts, MASKED, &period(month)).unwrap();
    }
    let quarter = held(&[("office", 22), ("phone", 60)]);
    let lines = leave(&mut memory, &counts("sessions", Some("mode"), &quarter), MASKED, &period("2025-Q1")).unwrap();
    assert_eq!(lines[1], "office * 0 0 0 0 0 0 0 0");
    assert_eq!(lines[2], "phone 60 0 0 0 0 0 0 0 60");
    // A table by month of the same days says no more.
    let by_month = held(&[("2025-01", 22), ("2025-02", 29), ("2025-03", 31)]);
    let lines = leave(&mut memory, &counts("sessions", Some("month"), &by_month), MASKED, &period("2025-Q1")).unwrap();
    assert_eq!(column(&lines, 1)[0], "*");
}

#[test]
fn what_one_axis_masks_another_does_not_tell() {
    let mut memory = Memory::default();
    let by_district = held(&[("A", 2), ("B", 10), ("C", 30)]);
    let lines =
        leave(&mut memory, &counts("sessions", Some("district"), &by_district), MASKED, &period("2025")).unwrap();
    assert_eq!(column(&lines, 1), ["*", "10", "30", "40"]);
    // All 42 of them, by how they met: 42 - 40 would be A.
    let by_mode = held(&[("office", 22), ("phone", 20)]);
    let lines = leave(&mut memory, &counts("sessions", Some("mode"), &by_mode), MASKED, &period("2025")).unwrap();
    assert!(column(&lines, 1).contains(&"*"), "{lines:?}");
    // Of a session that is about several areas nobody can say so.
    let by_area = held(&[("school", 22), ("leisure", 20)]);
    let lines = leave(&mut memory, &counts("sessions", Some("area"), &by_area), MASKED, &period("2025")).unwrap();
    assert_eq!(column(&lines, 1), ["22", "20", "0", "0", "0", "42"]);
}

#[test]
fn two_axes_that_are_crossed_are_held_against_either() {
    let of = |by: &str, rows: &[(&str, u32)]| {
        let told: Vec<Told<'_>> = rows.iter().map(|(row, count)| (*row, "gap", Says::Many(*count))).collect();
        counts("needs", Some(by), &told)
    };
    let by_area = of("area", &[("school", 14), ("network", 12)]);
    let by_district = of("district", &[("A", 10), ("B", 16)]);
    let crossed = of("district_area", &[("A/school", 4), ("A/network", 6), ("B/school", 10), ("B/network", 6)]);
    let small = of("district_area", &[("A/school", 2), ("A/network", 8), ("B/school", 12), ("B/network", 4)]);
    // Each by itself; a district and an area that do not occur together are zero.
    let gaps = |lines: &[String]| column(lines, 8).join(" ");
    let lines = leave(&mut Memory::default(), &crossed, MASKED, &period("2025")).unwrap();
    assert_eq!(gaps(&lines), "4 6 10 6 26");
    // What both tell of A and of school would tell the two of A in school: 10 - 8.
    let mut memory = Memory::default();
    for told in [&by_area, &by_district] {
        leave(&mut memory, told, MASKED, &period("2025")).unwrap();
    }
    let lines = leave(&mut memory, &small, MASKED, &period("2025")).unwrap();
    assert!(gaps(&lines).matches('*').count() >= 4, "{lines:?}");
    // And after the crossed one, either would.
    let mut memory = Memory::default();
    leave(&mut memory, &small, MASKED, &period("2025")).unwrap();
    let lines = leave(&mut memory, &by_district, MASKED, &period("2025")).unwrap();
    assert!(column(&lines, 8).contains(&"*"), "{lines:?}");
}

#[test]
fn a_district_that_is_asked_for_alone_tells_no_other() {
    let mut memory = Memory::default();
    let mut extent = period("2025");
    extent.known = Dimensions::default().with("district", ["A", "B"]);
    let of = |office: u32| counts("sessions", Some("mode"), &held(&[("office", office)]));
    let alone = |district: &str| Extent { only: vec![("district", district.to_owned())], ..extent.clone() };
    let lines = leave(&mut memory, &of(3), MASKED, &alone("A")).unwrap();
    assert_eq!(column(&lines, 1)[1], "*");
    leave(&mut memory, &of(19), MASKED, &alone("B")).unwrap();
    let lines = leave(&mut memory, &of(22), MASKED, &extent).unwrap();
    assert_eq!(column(&lines, 1)[1], "*");
}

#[test]
fn how_many_are_missing_tells_none_that_is_masked() {
    let mut memory = Memory::default();
    let mut by_district = held(&[("A", 2), ("B", 10)]);
    by_district.extend((0..5).map(|_| ("A", "held", Says::Missing("district"))));
    let counted = counts("sessions", Some("district"), &by_district);
    let (figures, told) = publish(&counted, MASKED, &period("2025"), &memory).unwrap();
    memory.0.extend(told);
    assert_eq!(figures.missing[0].count, Cell::Number(5));
    // 17 in all: less 10, less 5.
    let all = counts("sessions", Some("mode"), &held(&[("office", 17)]));
    let lines = leave(&mut memory, &all, MASKED, &period("2025")).unwrap();
    assert_eq!(column(&lines, 1)[1], "*");
    // One that is small is masked like any count, and another report does not tell it.
    let mut few = held(&[("A", 8), ("B", 10)]);
    few.push(("A", "held", Says::Missing("district")));
    let (figures, _) = publish(&counts("sessions", Some("district"), &few), TRUE, &period("2024"), &memory).unwrap();
    assert_eq!(figures.missing[0].count, Cell::Masked);
}

#[test]
fn sessions_told_by_what_they_were_for_tell_no_grid_that_is_masked() {
    let mut memory = Memory::default();
    let level = counts("sessions", Some("level"), &held(&[("universal_group", 9), ("indicated_group", 5)]));
    leave(&mut memory, &level, MASKED, &period("2025")).unwrap();
    let told = [
        ("conversation", "universal_group", Says::Many(6)),
        ("advice", "universal_group", Says::Many(3)),
        ("advice", "indicated_group", Says::Many(5)),
    ];
    let lines = leave(&mut memory, &counts("prevention", None, &told), MASKED, &period("2025")).unwrap();
    let of = |task: &str| lines.iter().find(|line| line.starts_with(task)).unwrap().split(' ').nth(2).unwrap();
    // 9 in all: less 6.
    assert_eq!((of("conversation"), of("advice")), ("*", "*"), "{lines:?}");
}

#[test]
fn a_mean_is_told_of_ten_and_not_of_nine() {
    let told = |many: u32| {
        let told = [("school", "expected", Says::Many(20)), ("school", "less", Says::Measured(455, 4))];
        let more = [("school", "less", Says::Measured(600, many - 4))];
        protect(&counts("goals", None, &[&told[..], &more[..]].concat()), MASKED).summary[1].figure
    };
    assert_eq!((told(9), told(10).to_string()), (Figure::Masked, "54.2".to_owned()));
}

#[test]
fn a_share_stands_only_beside_figures_that_all_stand() {
    let told = |within: u32, over: u32| {
        let told = [
            ("preschool", "within_7", Says::Many(within)),
            ("compulsory", "within_7", Says::Many(12)),
            ("preschool", "over_7", Says::Many(20)),
            ("compulsory", "over_7", Says::Many(over)),
        ];
        counts("school", None, &told)
    };
    assert_eq!(protect(&told(10, 30), TRUE).summary[0].figure.to_string(), "30.6");
    // Beside true totals the mask of one figure hides others, and the share with them.
    assert_eq!(protect(&told(10, 2), TRUE).summary[0].figure, Figure::Masked);
}

#[test]
fn zero_masked_and_not_measured_are_three_things_with_true_totals_too() {
    use Says::{Many, NotMeasured};
    let told = [
        ("2024", "new_visits", Many(45)),
        ("2024", "new_visits_mothers", NotMeasured),
        ("2024", "new_visits_fathers", NotMeasured),
        ("2025", "new_visits", Many(45)),
        ("2025", "new_visits_mothers", Many(43)),
        ("2025", "new_visits_fathers", Many(2)),
        ("2025", "phone_calls", Many(0)),
    ];
    let lines = shown(&protect(&counts("advice", None, &told), TRUE));
    assert_eq!(lines[0], "2024 45 not_measured not_measured 0 0 0");
    let own: Vec<&str> = lines[1].split(' ').collect();
    assert_eq!((own[3], own[4]), ("*", "0"));
    assert_eq!(own[1..4].iter().filter(|cell| **cell == "*").count(), 2, "{lines:?}");
}
