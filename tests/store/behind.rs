//! Figures counted some at a time, the records behind one, and what is not filled in.

use trygg::domain::access::Right;
use trygg::domain::codes::*;
use trygg::domain::ids::FamilyId;
use trygg::domain::session::Session;
use trygg::store::{AskedFigures, Figured, LookAsked, NewFamily, Store, Whose};

use super::desk::{self, Desk, add, day, family, today};
use super::figures::{asked, counted};

/// What is counted a turn after the other is what is counted at once, whole or of a team, a district, a phase.
#[test]
fn turns_count_what_one_look_counts() {
    let desk = Desk::new();
    let store = desk.leader();
    desk::add_case(&store, "A-1");
    desk::add_case(&store, "A-2");
    let many = (0..20_000).map(|number| Session {
        people: Vec::new(),
        ..desk::session(FamilyId(0), if number % 3 == 0 { "2026-03-02" } else { "2026-04-03" })
    });
    let many = NewFamily { sessions: many.collect(), ..NewFamily::new(family("M-1", "Många")) };
    store.fill_demo(&desk.casebook, std::iter::once(many), |_| ()).unwrap();
    let team = store.own_team().unwrap();
    for report in trygg::domain::report::REPORTS {
        for by in report.by {
            for (team, phase) in [(None, None), (Some(team), None), (None, Some("no such phase".to_owned()))] {
                let asked = AskedFigures { by, team, phase, ..asked(report.name, "2026", Right::ReadFigures) };
                let mut counting = store.begin_figures(asked.clone()).unwrap();
                let mut turns = 0;
                while !counting.is_whole() {
                    store.count_on(&mut counting).unwrap();
                    turns += 1;
                }
                assert_eq!(counting.counts(), counted(&store, &asked).unwrap(), "{} {}", report.name, by.name);
                assert!(report.name != "sessions" || turns > 2, "{turns}");
                assert_eq!(counting.per_cent(), 100);
            }
        }
    }
}

#[test]
fn the_records_behind_a_figure_are_those_that_were_counted() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = add(&store, &family("A-1", "Ek"));
    let of = |on: &str, outcome, areas: &[Area]| Session { outcome, areas: areas.to_vec(), ..desk::session(home, on) };
    let both = [Area::School, Area::Network];
    let first = add(&store, &of("2026-01-05", Outcome::Held, &both));
    let second = add(&store, &of("2026-01-06", Outcome::Held, &both[..1]));
    let told = Session { cancelled_by: Some(CancelledBy::Parent), ..of("2026-02-03", Outcome::Cancelled, &both[..1]) };
    let third = add(&store, &told);
    let none = add(&store, &of("2026-03-02", Outcome::Held, &[]));
    let asked = asked("sessions", "2026", Right::ReadFigures);
    let cell = |row: &str, column: &str| Figured::Cell { row: row.to_owned(), column: column.to_owned() };
    for (figure, expected) in [
        (cell("school", "held"), vec![first, second]),
        (cell("network", "held"), vec![first]),
        (cell("school", "cancelled"), vec![third]),
        (cell("school", "total"), vec![first, second, third]),
        (cell("total", "cancelled_by_parent"), vec![third]),
        (cell("leisure", "held"), vec![]),
        (Figured::Missing("areas"), vec![none]),
        (Figured::Missing("outcome"), vec![]),
    ] {
        let behind = store.behind_figure(&asked, &figure).unwrap();
        let found: Vec<i64> = behind.rows.iter().map(|row| row.record.1).collect();
        assert_eq!(found, expected.iter().map(|id| id.0).collect::<Vec<_>>(), "{figure:?}");
        assert!(behind.rows.iter().all(|row| row.case_ref == "A-1" && row.name == "Ek"));
    }
}

#[test]
fn a_field_that_is_filled_in_is_not_missing_any_more() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = add(&store, &trygg::domain::family::Family { district: None, ..family("A-1", "Ek") });
    let session = Session { areas: Vec::new(), ..desk::session(home, "2026-11-02") };
    let id = add(&store, &session);
    add(&store, &Session { outcome: Outcome::Planned, ..desk::session(home, "2026-11-03") });
    // What is older than what is asked for, and what is still to be.
    add(&store, &Session { areas: Vec::new(), ..desk::session(home, "2025-01-02") });
    add(&store, &Session { outcome: Outcome::Planned, ..desk::session(home, "2026-12-24") });
    let missing = || {
        let found = store.not_filled_in(Whose::Everyones, (day("2026-01-01"), day("2026-12-31")), today()).unwrap();
        found.rows.iter().map(|row| (row.field, row.of.on.map(|on| on.to_string()))).collect::<Vec<_>>()
    };
    let on = |text: &str| Some(text.to_owned());
    assert_eq!(missing(), [("district", None), ("areas", on("2026-11-02")), ("outcome", on("2026-11-03"))]);
    let now = store.get::<Session>(id).unwrap();
    let filled = Session { areas: vec![Area::School], ..now.value };
    store.change(id, now.version, &filled, trygg::store::Origin::Direct).unwrap();
    assert_eq!(missing(), [("district", None), ("outcome", on("2026-11-03"))]);
}

/// Who counts the whole unit finds no record; who reads some cases finds theirs alone, and is told of by name.
#[test]
fn from_a_figure_to_its_records_goes_whoever_reads_them_and_the_journal_names_whose_they_were() {
    let desk = Desk::of_teams();
    let (lena, lisa, olof) = (desk.leader(), desk.open("Lisa"), desk.open("Olof"));
    let own = add(&lena, &family("A-1", "Ek"));
    let closed = add(&lena, &family("A-2", "Kusin"));
    let theirs = add(&olof, &trygg::domain::family::Family { child_support: vec![], ..family("N-7", "Hemlig") });
    let of = |home| Session { areas: vec![Area::School], ..desk::session(home, "2026-01-05") };
    let mine = add(&lena, &of(own));
    add(&lena, &of(closed));
    add(&olof, &of(theirs));
    lena.mark_conflict(closed, None).unwrap();
    let held = Figured::Cell { row: "school".to_owned(), column: "held".to_owned() };
    let behind = |store: &Store, act| store.behind_figure(&asked("sessions", "2026", act), &held);
    // The whole unit is counted, and nobody stands behind it.
    let statistician = desk.open("Stig");
    let counts = counted(&statistician, &asked("sessions", "2026", Right::ReadFigures)).unwrap();
    assert_eq!(counts.cells[0][0].number, 3);
    for user in ["Stig", "Ada", "Saga", "Joel"] {
        assert_eq!(desk::key(behind(&desk.open(user), Right::ReadFigures)), "refused", "{user}");
    }
    // As figures that are not masked it is the same.
    for act in [Right::ReadFigures, Right::ReadFiguresUnmasked] {
        let found = behind(&lena, act).unwrap();
        assert_eq!(found.rows.iter().map(|row| row.record.1).collect::<Vec<_>>(), [mine.0]);
        assert_eq!((found.more, found.by_hand), (0, 0), "nor is it told that there are others");
    }
    drop(lena);
    let looked = LookAsked { user: Some("Lena".to_owned()), ..LookAsked::default() };
    let rows = lisa.looks(&looked).unwrap();
    let told: Vec<_> = rows.iter().filter(|row| row.noun == "report_sessions").collect();
    assert!(told.iter().any(|row| row.act.as_str() == "list" && row.families == [own]), "{told:?}");
    assert!(told.iter().all(|row| !row.families.contains(&closed) && !row.families.contains(&theirs)));
}
