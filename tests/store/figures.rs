//! Figures of the whole unit: published tables out of records, and what each report counts.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use trygg::domain::access::Right;
use trygg::domain::codes::*;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::measurement::{Instruments, Measurement};
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::problem::Problem;
use trygg::domain::relation::Relation;
use trygg::domain::report::{Cell, Counts, Figures, Rule, THRESHOLD, named, parse_period, protect, publish};
use trygg::domain::session::Session;
use trygg::domain::visit::{LadderMove, Occurrence};
use trygg::exchange::file::Format;
use trygg::exchange::report::{self, Csv, Told};
use trygg::store::{AskedFigures, NewFamily, Store, Trail};

use super::desk::{self, Desk, add, day, family, member, placement, today};
use super::planned;

/// What is asked for of a period, by the first axis.
pub fn asked(name: &str, period: &str, act: Right) -> AskedFigures {
    let report = named(name).unwrap();
    let period = parse_period(period, today()).unwrap();
    let (by, _) = report.axis(None).unwrap();
    AskedFigures {
        report,
        by,
        from: period.from,
        to: period.to,
        today: today(),
        district: None,
        phase: None,
        team: None,
        act,
    }
}

pub fn counted(store: &Store, asked: &AskedFigures) -> Result<Counts, Problem> {
    Ok(store.figures(asked, &mut |_| ControlFlow::Continue(()))?.unwrap())
}

/// A report of a period as whoever asks may see it.
pub fn of_year(store: &Store, name: &str, period: &str, act: Right) -> Result<Figures, Problem> {
    let rule = match act {
        Right::ReadFiguresUnmasked => Rule::Internal,
        _ => Rule::Masked { threshold: THRESHOLD },
    };
    Ok(protect(&counted(store, &asked(name, period, act))?, rule))
}

/// Lets a report leave the house.
pub fn leaves(store: &Store, name: &str, period: &str) -> Result<bool, Problem> {
    let asked = asked(name, period, Right::ReadFigures);
    let (counts, beside) = (counted(store, &asked)?, store.beside(&asked)?);
    let rule = Rule::Masked { threshold: THRESHOLD };
    let (_, tables) = publish(&counts, rule, &beside.extent, &beside.memory).unwrap();
    store.publish(&asked, &tables, &beside)
}

pub fn by(store: &Store, name: &str, axis: &str, period: &str) -> Figures {
    let mut asked = asked(name, period, Right::ReadFiguresUnmasked);
    asked.by = asked.report.axis(Some(axis)).unwrap().0;
    protect(&counted(store, &asked).unwrap(), Rule::Internal)
}

pub fn inside(store: &Store, name: &str, period: &str) -> Figures {
    of_year(store, name, period, Right::ReadFiguresUnmasked).unwrap()
}

/// A figure of a table.
pub fn cell(figures: &Figures, row: &str, column: &str) -> String {
    let place = figures.columns.iter().position(|name| name == column).unwrap();
    let (_, cells) = figures.lines().find(|(label, _)| *label == row).unwrap();
    cells[place].to_string()
}

fn csv(figures: &Figures) -> String {
    let told = Told::default();
    let mut out = Vec::new();
    let how = Csv { separator: b',', has_mark: false };
    report::write(Format::Csv, how, figures, &told, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// What was published of 2020, its own names of forms, and ours.
const PUBLISHED: &str = include_str!("../data/published/stockholm-2020-placements.csv");
const FORMS: [(&str, PlacementKind); 6] = [
    ("par12_hem", PlacementKind::SecureYouthHome),
    ("hvb", PlacementKind::ResidentialHome),
    ("jourhem", PlacementKind::EmergencyHome),
    ("familjehem", PlacementKind::FamilyHome),
    ("skyddat_boende", PlacementKind::Shelter),
    ("stodboende", PlacementKind::SupportedHousing),
];

/// Families whose placements are those of the published table: a masked cell has one to three children. Children are in
/// several forms and in one form twice; homes lie elsewhere; other years are there too.
fn stockholm() -> Vec<NewFamily> {
    let mut families: Vec<NewFamily> = Vec::new();
    let mut stars = 0;
    for line in PUBLISHED.lines().skip(1).filter(|line| !line.starts_with("Staden")) {
        let mut cells = line.split(',');
        let district = cells.next().unwrap();
        let mut left: Vec<(PlacementKind, u32)> = FORMS
            .iter()
            .zip(cells)
            .map(|((_, kind), cell)| {
                stars += u32::from(cell == "*");
                (*kind, cell.parse().unwrap_or(1 + stars % 3))
            })
            .collect();
        // A child after the other takes from the forms that most is left of, one or two of them.
        while left.iter().any(|(_, count)| *count > 0) {
            let number = families.len();
            left.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let forms: Vec<PlacementKind> = left
                .iter_mut()
                .take(1 + number % 2)
                .filter(|(_, count)| *count > 0)
                .map(|(kind, count)| {
                    *count -= 1;
                    *kind
                })
                .collect();
            families.push(placed(number, district, &forms));
        }
    }
    families
}

fn placed(number: usize, district: &str, forms: &[PlacementKind]) -> NewFamily {
    let (own, told) = match number % 3 {
        // The family's district answers, or another did when the placement began.
        0 => (Some(district), None),
        1 => (Some("Lidingö"), Some(district)),
        _ => (None, Some(district)),
    };
    let place = |text: &str| trygg::domain::discretion::District::from(text);
    let one = |kind, from: &str, to: Option<&str>| Placement {
        kind,
        started_on: day(from),
        ended_on: to.map(day),
        district: told.map(place),
        hidden_location: (number.is_multiple_of(5)).then_some(Answer::Yes),
        ..placement(PersonId(0), from)
    };
    let mut placements = vec![
        // What ended the year before, or begins the year after, is of another year.
        one(PlacementKind::KinshipPlacement, "2019-01-01", Some("2019-12-31")),
        one(PlacementKind::TreatmentFamily, "2021-01-01", None),
    ];
    for (place, kind) in forms.iter().enumerate() {
        let spans: &[(&str, Option<&str>)] = match (number + place) % 3 {
            0 => &[("2018-05-01", Some("2020-01-01"))],
            1 => &[("2020-12-31", Some("2021-02-01"))],
            // The same form twice in a year is once in its cell.
            _ => &[("2020-02-01", Some("2020-03-01")), ("2020-06-01", Some("2020-09-30"))],
        };
        placements.extend(spans.iter().map(|(from, to)| one(*kind, from, *to)));
    }
    NewFamily {
        people: vec![member(FamilyId(0), &format!("B-{number}"), &format!("Barn{number}"))],
        placements,
        ..NewFamily::new(trygg::domain::family::Family {
            district: own.map(str::to_owned),
            ..family(&format!("S-{number}"), &format!("Familj {number}"))
        })
    }
}

#[test]
fn the_published_table_of_2020_comes_out_of_records_cell_for_cell() {
    let desk = Desk::new();
    desk.leader().fill_demo(&desk.casebook, stockholm().into_iter(), |_| ()).unwrap();
    // A statistician reads what may leave the house, of families that they do not reach.
    let store = desk.open("Stig");
    let figures = of_year(&store, "placements", "2020", Right::ReadFigures).unwrap();
    let ours = csv(&figures);
    let header =
        "district,secure_youth_home,residential_home,emergency_home,family_home,shelter,supported_housing,total";
    assert_eq!(ours.lines().next(), Some(header));
    let rows = |text: &str| -> BTreeMap<String, String> {
        let rows = text.lines().skip(1).map(|line| line.split_once(',').unwrap());
        rows.map(|(label, cells)| (label.replace("Staden totalt", "total"), cells.to_owned())).collect()
    };
    assert_eq!(rows(&ours), rows(PUBLISHED));
    assert!(ours.ends_with("total,97,307,817,622,8,193,2044\n"), "{ours}");
    assert_eq!(figures.missing, []);
    // Within the unit the same table has no mask, and its total is a true one.
    let true_total: u32 = cell(&inside(&desk.leader(), "placements", "2020"), "total", "total").parse().unwrap();
    assert!((2056..=2080).contains(&true_total), "{true_total}");
    // Of one district there is that row alone.
    let mut one = asked("placements", "2020", Right::ReadFigures);
    one.district = Some("Bromma".to_owned());
    let one = protect(&counted(&store, &one).unwrap(), Rule::Masked { threshold: THRESHOLD });
    assert_eq!(csv(&one).lines().nth(1), Some("Bromma,*,16,47,38,0,4,105"));
    assert_eq!(one.rows.len(), 1);
}

#[test]
fn where_a_home_lies_is_in_no_figure() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = desk::add_case(&store, "A-1");
    let now = store.get::<Placement>(case.placement).unwrap();
    let home = trygg::domain::discretion::PlaceName::from("Gömda huset i Umeå");
    let hidden = Placement { home: Some(home), hidden_location: Some(Answer::Yes), ..now.value };
    store.change(now.id, now.version, &hidden, trygg::store::Origin::Direct).unwrap();
    for report in trygg::domain::report::REPORTS {
        for axis in report.by {
            let figures = by(&store, report.name, axis.name, "2026");
            let told = format!("{figures:?}");
            assert!(!told.contains("Umeå") && !told.contains("Gömda"), "{}: {told}", report.name);
        }
    }
}

#[test]
fn whoever_stops_looking_is_given_nothing_and_reading_is_journalled() {
    let desk = Desk::new();
    let store = desk.leader();
    desk::add_case(&store, "A-1");
    for report in trygg::domain::report::REPORTS {
        of_year(&store, report.name, "2026", Right::ReadFigures).unwrap();
        let row = &store.journal(Trail::Newest, 1).unwrap()[0];
        assert_eq!((row.act.as_str(), row.noun.as_str()), ("list", report.read_as));
    }
    let many = (0..5000).map(|number| Session {
        people: Vec::new(),
        ..desk::session(FamilyId(0), if number % 2 == 0 { "2026-03-02" } else { "2026-03-03" })
    });
    let many = NewFamily { sessions: many.collect(), ..NewFamily::new(family("M-1", "Många")) };
    store.fill_demo(&desk.casebook, std::iter::once(many), |_| ()).unwrap();
    let mut looks = 0;
    let asked = asked("sessions", "2026", Right::ReadFigures);
    let stopped = store.figures(&asked, &mut |_| {
        looks += 1;
        ControlFlow::Break(())
    });
    assert_eq!((stopped.unwrap(), looks), (None, 1));
}

#[test]
fn sessions_count_by_what_came_of_them_in_each_area() {
    let desk = Desk::new();
    let store = desk.leader();
    let family = add(&store, &family("A-1", "Ek"));
    let of =
        |on: &str, outcome, areas: &[Area]| Session { outcome, areas: areas.to_vec(), ..desk::session(family, on) };
    let both = [Area::School, Area::Network];
    for session in [
        of("2026-01-05", Outcome::Held, &both),
        of("2026-01-06", Outcome::Held, &both[..1]),
        Session { cancelled_by: Some(CancelledBy::Parent), ..of("2026-02-03", Outcome::Cancelled, &both[..1]) },
        of("2026-02-04", Outcome::Cancelled, &both[..1]),
        of("2026-02-05", Outcome::NoShow, &both[1..]),
        Session {
            level: Some(Level::Selective),
            setting: Some(Setting::Group),
            ..of("2026-03-02", Outcome::Held, &[])
        },
        // Nobody has said what became of it; and one that is still to come, and one of another year.
        of("2026-11-01", Outcome::Planned, &both),
        of("2026-12-01", Outcome::Planned, &both),
        of("2025-12-31", Outcome::Held, &both),
    ] {
        add(&store, &session);
    }
    let figures = inside(&store, "sessions", "2026");
    for (row, column, count) in [
        ("school", "held", "2"),
        ("school", "cancelled", "2"),
        ("school", "cancelled_by_parent", "1"),
        ("school", "cancelled_by_unknown", "1"),
        ("school", "total", "4"),
        ("network", "held", "1"),
        ("network", "no_show", "1"),
        ("leisure", "total", "0"),
        ("total", "held", "3"),
        ("total", "total", "6"),
    ] {
        assert_eq!(cell(&figures, row, column), count, "{row} {column}");
    }
    let missing: Vec<(&str, Cell)> = figures.missing.iter().map(|one| (one.field, one.count)).collect();
    assert_eq!(missing, [("areas", Cell::Number(1)), ("outcome", Cell::Number(1))]);
    let grid = by(&store, "sessions", "level", "2026");
    assert_eq!((grid.rows.len(), cell(&grid, "selective_group", "held")), (9, "1".to_owned()));
    let months = by(&store, "sessions", "month", "2026");
    let labels: Vec<&str> = months.rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["2026-01", "2026-02", "2026-03"]);
    let weeks = by(&store, "sessions", "week", "2026-Q1");
    assert_eq!(weeks.rows[0].label, "2026-W02");
}

#[test]
fn visits_count_as_their_series_gives_them() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let series = planned::arrangement(home, planned::saturdays("2026-01-03"));
    let id = planned::plan(&store, &series);
    let given: Vec<chrono::NaiveDate> = series.series.days(day("2026-01-01"), day("2026-12-31")).collect();
    let past = given.iter().filter(|on| **on < today()).count();
    assert!(past > 2, "{given:?}");
    let held = |one| Occurrence { outcome: VisitOutcome::Held, ..one };
    let ours = Some(CancelledBy::Us);
    let off = |one| Occurrence { outcome: VisitOutcome::Cancelled, cancelled_by: ours, ..one };
    planned::say(&store, id, &given[0].to_string(), |one, _| held(one)).unwrap();
    planned::say(&store, id, &given[1].to_string(), |one, _| off(one)).unwrap();
    let figures = by(&store, "visits", "role", "2026");
    let untold = past - 2;
    let ahead = given.len() - past;
    for (row, column, count) in [
        ("mother", "held", "1".to_owned()),
        ("mother", "cancelled_by_us", "1".to_owned()),
        ("mother", "cancelled", "1".to_owned()),
        ("mother", "planned", ahead.to_string()),
        ("father", "held", "0".to_owned()),
    ] {
        assert_eq!(cell(&figures, row, column), count, "{row} {column}");
    }
    // A visit that names no step is on the one where the child stood by then.
    add(&store, &LadderMove { on: given[1], ..planned::ladder_move(home) });
    let steps = by(&store, "visits", "step", "2026");
    let step = planned::ladder_move(home).to.to_string();
    assert_eq!(cell(&steps, &step, "cancelled_by_us"), "1");
    assert_eq!(cell(&steps, "total", "held"), "0");
    assert!(steps.missing.iter().any(|one| (one.field, one.count) == ("step", Cell::Number(1))), "{steps:?}");
    let missing = figures.missing.iter().find(|one| one.field == "outcome").map(|one| one.count);
    assert_eq!(missing, Some(Cell::Number(u32::try_from(untold).unwrap())));
}

#[test]
fn a_parent_of_two_placed_children_is_one_parent() {
    let desk = Desk::new();
    let store = desk.leader();
    let ek = add(&store, &family("A-1", "Ek"));
    let person = |reference: &str, role| Person { role, ..member(ek, reference, reference) };
    let mother = add(&store, &person("mor", MemberRole::Mother));
    add(&store, &person("far", MemberRole::Father));
    let aunt = add(&store, &person("moster", MemberRole::Relative));
    for (child, from) in [("ett", "2026-01-02"), ("två", "2026-02-02"), ("tre", "2027-01-01")] {
        let child = add(&store, &person(child, MemberRole::Child));
        add(&store, &placement(child, from));
        if from == "2026-02-02" {
            // Of whom a parent is written, nobody else is presumed one.
            add(&store, &Relation::new(ek, mother, RelationKind::ParentOf, child));
            add(&store, &Relation::new(ek, aunt, RelationKind::ParentOf, child));
        }
    }
    let alone = add(&store, &family("A-2", "Alm"));
    let child = add(&store, &member(alone, "A-2-1", "Bo"));
    add(&store, &placement(child, "2026-03-03"));
    let figures = inside(&store, "coverage", "2026");
    for (row, count) in [("mother", "1"), ("father", "1"), ("relative", "1"), ("total", "3")] {
        assert_eq!(cell(&figures, row, "parents"), count, "{row}");
        assert_eq!(cell(&figures, row, "not_assessed"), count, "{row}");
    }
    assert_eq!(
        figures.missing.iter().map(|one| (one.field, one.count)).collect::<Vec<_>>(),
        [("parent", Cell::Number(1))]
    );
    assert_eq!(figures.summary[0].figure.to_string(), "not_measured");
    // The last that the team has said by the end of the period counts.
    let instrument = Instruments::shipped().named("needs_and_support").unwrap();
    for (on, enough) in [("2026-03-01", "no"), ("2026-06-01", "partly"), ("2026-12-24", "yes")] {
        let mut one = Measurement::new(ek, mother, instrument, day(on));
        one.answers =
            [("needs_support", "yes"), ("gets_enough", enough)].map(|(key, said)| (key.into(), said.into())).into();
        add(&store, &one);
    }
    let figures = inside(&store, "coverage", "2026-Q3");
    for (column, count) in [("parents", "1"), ("needs_support", "1"), ("partly", "1"), ("not_assessed", "0")] {
        assert_eq!(cell(&figures, "mother", column), count, "{column}");
    }
    assert_eq!(cell(&figures, "father", "not_assessed"), "1");
    assert_eq!(figures.summary[0].figure.to_string(), "0");
}
