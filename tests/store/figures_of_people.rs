//! Figures of placements and of whom children and parents met: each counted by hand.

use trygg::domain::codes::*;
use trygg::domain::crisis_support::CrisisSupport;
use trygg::domain::event::Event;
use trygg::domain::family::Family;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::measurement::{Instruments, Measurement};
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::report::Cell;
use trygg::domain::session::Session;
use trygg::store::Store;

use super::desk::{self, Desk, add, day, family, member, placement};
use super::figures::{by, inside};
use super::figures_of_work::{are, missing, summary};

fn event(family: FamilyId, kind: EventKind, on: &str, person: Option<PersonId>) -> Event {
    Event { family, kind, on: day(on), person, answered_on: None, note: None }
}

fn child(store: &Store, family: FamilyId, name: &str) -> PersonId {
    add(store, &member(family, name, name))
}

#[test]
fn placements_end_as_somebody_has_said_they_did() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = add(&store, &Family { district: Some("Norr".to_owned()), ..family("A-1", "Ek") });
    let ended = |name: &str, kind, on: &str, end_reason| {
        let bo = child(&store, home, name);
        add(&store, &Placement { kind, ended_on: Some(day(on)), end_reason, ..placement(bo, "2025-01-07") });
    };
    ended("a", PlacementKind::FamilyHome, "2026-02-03", Some(EndReason::Breakdown));
    ended("b", PlacementKind::FamilyHome, "2026-02-04", Some(EndReason::ReturnHome));
    ended("c", PlacementKind::EmergencyHome, "2026-03-04", None);
    ended("d", PlacementKind::FamilyHome, "2025-12-31", Some(EndReason::Breakdown));
    let figures = inside(&store, "endings", "2026");
    are(&figures, &[("family_home", "breakdown", "1"), ("family_home", "return_home", "1"), ("total", "total", "2")]);
    assert_eq!(missing(&figures, "end_reason"), Some(Cell::Number(1)));
    assert_eq!(summary(&figures, "share_breakdown"), "50");
    are(&by(&store, "endings", "district", "2026"), &[("Norr", "breakdown", "1")]);
}

#[test]
fn placed_children_are_counted_by_how_often_somebody_talked_with_them() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = add(&store, &family("A-1", "Ek"));
    let [often, never, at_home] = ["ofta", "aldrig", "hemma"].map(|name| child(&store, home, name));
    add(&store, &placement(often, "2026-01-07"));
    add(&store, &placement(never, "2026-01-07"));
    add(&store, &event(home, EventKind::TalkWithChild, "2026-02-03", Some(often)));
    add(&store, &Session { people: vec![often, at_home], ..desk::session(home, "2026-03-03") });
    add(&store, &Session { people: vec![often], ..desk::session(home, "2025-03-03") });
    add(&store, &Session { people: vec![never], outcome: Outcome::NoShow, ..desk::session(home, "2026-03-04") });
    let figures = inside(&store, "talks", "2026");
    are(&figures, &[("0", "children", "1"), ("2", "children", "1"), ("total", "children", "2")]);
    assert_eq!(summary(&figures, "talks"), "1");
}

#[test]
fn crisis_support_is_counted_by_the_answer_and_the_talks() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = add(&store, &family("A-1", "Ek"));
    let parent = |name: &str| add(&store, &Person { role: MemberRole::Mother, ..member(home, name, name) });
    let offered = |parent, answer, talks_used| {
        let support = CrisisSupport {
            family: home,
            parent,
            legal_form: None,
            offered_on: Some(day("2026-02-02")),
            answer,
            talks_used,
            ended_on: None,
        };
        add(&store, &support);
    };
    let (told, counted, silent) = (parent("ett"), parent("två"), parent("tre"));
    offered(told, Some(CrisisAnswer::Accepted), Some(6));
    offered(counted, Some(CrisisAnswer::Accepted), None);
    offered(silent, None, None);
    for on in ["2026-02-03", "2026-02-10"] {
        let talk = Session { kind: SessionKind::CrisisSupport, people: vec![counted], ..desk::session(home, on) };
        add(&store, &talk);
    }
    let figures = inside(&store, "crisis", "2026");
    are(&figures, &[("accepted", "more", "1"), ("accepted", "two", "1"), ("declined", "total", "0")]);
    assert_eq!((missing(&figures, "answer"), summary(&figures, "talks_used")), (Some(Cell::Number(1)), "4".to_owned()));
}

#[test]
fn support_after_a_placement_is_looked_for_in_each_whole_half_year() {
    let desk = Desk::new();
    let store = desk.leader();
    let ended = |case_ref: &str, name: &str, on: &str| {
        let home = add(&store, &Family { started_on: day("2024-01-02"), ..family(case_ref, case_ref) });
        let bo = child(&store, home, name);
        let end_reason = Some(EndReason::ReturnHome);
        add(&store, &Placement { ended_on: Some(day(on)), end_reason, ..placement(bo, "2024-02-02") });
        (home, bo)
    };
    let (met, _) = ended("A-1", "a", "2025-10-01");
    add(&store, &desk::session(met, "2025-10-01"));
    add(&store, &desk::session(met, "2026-04-01"));
    let (_, again) = ended("A-2", "b", "2025-10-01");
    add(&store, &placement(again, "2025-10-02"));
    ended("A-3", "c", "2026-06-01");
    let figures = inside(&store, "after", "2025");
    // The day it ended is none after it; the second half-year, and what was followed by a placement, is not there.
    are(&figures, &[("1", "supported", "1"), ("1", "unsupported", "0"), ("2", "unsupported", "1")]);
    assert_eq!(figures.rows.len(), 2, "the third is not over");
    assert_eq!([1, 2, 3].map(|half| summary(&figures, &format!("share_after_{half}"))), ["100", "0", "not_measured"]);
    assert!(inside(&store, "after", "2026").rows.is_empty(), "nor is the first of what ended in June");
}

#[test]
fn parents_are_told_and_see_the_home_before_or_not() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = add(&store, &family("A-1", "Ek"));
    let parent = |name: &str, role| add(&store, &Person { role, ..member(home, name, name) });
    let (mother, father) = (parent("mor", MemberRole::Mother), parent("far", MemberRole::Father));
    let bo = child(&store, home, "bo");
    add(&store, &placement(bo, "2026-02-02"));
    let parents = |axis: &str, rows: &[(&str, &str)]| {
        let figures = by(&store, "coverage", axis, "2026");
        rows.iter().for_each(|(row, count)| are(&figures, &[(row, "parents", count)]));
        figures
    };
    parents("informed", &[("not_informed", "2"), ("given", "0")]);
    add(&store, &event(home, EventKind::InformationGiven, "2026-02-03", None));
    add(&store, &event(home, EventKind::InformationGoneThrough, "2026-02-10", Some(father)));
    parents("informed", &[("not_informed", "0"), ("given", "1"), ("gone_through", "1"), ("total", "2")]);
    let talk = Session { kind: SessionKind::Information, people: vec![mother], ..desk::session(home, "2026-03-03") };
    add(&store, &talk);
    parents("informed", &[("gone_through", "2")]);
    let survey = Instruments::shipped().named("parent_survey").unwrap();
    for (on, said) in [("2026-03-01", "not_offered"), ("2026-04-01", "before")] {
        let mut one = Measurement::new(home, mother, survey, day(on));
        one.answers = [("saw_home".into(), said.into())].into();
        add(&store, &one);
    }
    let figures = parents("saw_home", &[("before", "1"), ("not_offered", "0"), ("total", "1")]);
    assert_eq!(missing(&figures, "saw_home"), Some(Cell::Number(1)), "the father was not asked");
}

#[test]
fn openings_from_another_team_are_told_apart() {
    let desk = Desk::of_teams();
    let (lena, olof) = (desk.leader(), desk.open("Olof"));
    let own = add(&lena, &family("A-1", "Ek"));
    let given = add(&olof, &Family { child_support: vec![], ..family("N-1", "Alm") });
    desk.open("Saga").journal_reading(own).unwrap();
    desk.open("Lisa").journal_reading(own).unwrap();
    // Who opened it when it was theirs is of another team now.
    olof.journal_reading(given).unwrap();
    olof.give_family(given, lena.own_team().unwrap()).unwrap();
    let figures = by(&lena, "access", "reader", "2026");
    are(
        &figures,
        &[
            ("support_person", "own_team", "1"),
            ("team_leader", "own_team", "1"),
            ("team_leader", "other_team", "1"),
            ("total", "total", "3"),
        ],
    );
    assert_eq!(summary(&figures, "share_other_team"), "33.3");
    // The other team has nothing of it.
    are(&by(&olof, "access", "reader", "2026"), &[("total", "total", "0")]);
}

#[test]
fn duties_are_told_by_district_and_month_as_they_are_by_rule() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = add(&store, &Family { district: Some("Norr".to_owned()), ..family("A-1", "Ek") });
    let bo = child(&store, home, "bo");
    add(&store, &placement(bo, "2026-02-02"));
    let total = |axis: &str| {
        let figures = by(&store, "deadlines", axis, "2026");
        let (_, cells) = figures.lines().last().unwrap();
        cells.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert!(total("rule").iter().any(|count| count != "0"));
    assert_eq!(total("rule"), total("district"));
    assert_eq!(total("rule"), total("month"));
}
