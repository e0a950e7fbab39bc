//! What is kept in a family's folder: who reaches it, what is refused, what a checklist's ticks come to.

use trygg::domain::assessment::Assessment;
use trygg::domain::checklist::Checklists;
use trygg::domain::codes::{HealthKind, MemberRole, ObstacleKind, PaperKind, SchoolLevel, SchoolTerm, TickState};
use trygg::domain::entry::Names;
use trygg::domain::health::Health;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::obstacle::Obstacle;
use trygg::domain::paper::Paper;
use trygg::domain::person::Person;
use trygg::domain::problem::Problem;
use trygg::domain::schooling::Schooling;
use trygg::domain::tick::Tick;
use trygg::store::{Origin, Past, Record, Saving, Store, Stored};

use super::access_table::{Seen, Target, Trial, done, seen};
use super::desk::{self, Desk, add, day, today};

pub fn assessment(family: FamilyId, child: PersonId, with: PersonId) -> Assessment {
    Assessment {
        family,
        child,
        with,
        on: day("2026-11-03"),
        information: Some("Frågar efter honom.".to_owned()),
        risks: None,
        protective: Some("Mormor är med.".to_owned()),
        decision: Some("Varannan vecka med stöd.".to_owned()),
        plan: None,
        follow_up_on: Some(day("2026-12-01")),
        follow_up: None,
        assessed_by: Some("Lena".to_owned()),
    }
}

pub fn tick(family: FamilyId, parent: PersonId) -> Tick {
    Tick {
        family,
        checklist: "information_pack".to_owned(),
        item: "scope".to_owned(),
        person: Some(parent),
        occasion_on: day("2026-02-02"),
        state: TickState::Done,
        on: day("2026-11-03"),
        ticked_by: "Lena".to_owned(),
        why: None,
    }
}

pub fn paper(family: FamilyId, child: PersonId) -> Paper {
    Paper {
        who_does_what: Some("Mormor: hämtar på tisdagar\nMoster: sover över".to_owned()),
        scale: Some(4),
        ..Paper::new(family, PaperKind::SafetyPlan, Some(child), day("2026-11-03"))
    }
}

pub fn schooling(family: FamilyId, child: PersonId) -> Schooling {
    Schooling {
        family,
        child,
        year: 2026,
        term: SchoolTerm::Spring,
        grade: Some("4".to_owned()),
        swedish: Some(SchoolLevel::Reaches),
        mathematics: Some(SchoolLevel::Below),
        eligible: None,
        study_contact: Some("mentorn".to_owned()),
        note: None,
    }
}

pub fn obstacle(family: FamilyId, person: PersonId) -> Obstacle {
    Obstacle {
        family,
        person,
        on: day("2026-11-03"),
        obstacle: ObstacleKind::Distance,
        wanted: Some("judo".to_owned()),
        tried: None,
        tried_on: None,
        solved_on: None,
    }
}

pub fn health(family: FamilyId, person: PersonId) -> Health {
    Health {
        family,
        person,
        care: HealthKind::Dental,
        asked_on: day("2026-11-03"),
        booked_on: None,
        done_on: None,
        followed_up_on: None,
        note: None,
    }
}

/// A parent of the family of the trial, added by the team leader.
fn parent(desk: &Desk, on: &Target) -> PersonId {
    let reference = format!("{}-kept", on.case_ref);
    let person = Person { role: MemberRole::Mother, ..desk::member(on.case.family, &reference, "Mona") };
    add(&desk.leader(), &person)
}

fn changed<R: Record>(store: &Store, stored: &Stored<R>) -> Result<Seen, Problem> {
    match store.change(stored.id, stored.version, &stored.value, Origin::Direct)? {
        Saving::Saved(_) => Ok(Seen::Yes),
        Saving::Newer(_) => Ok(Seen::Hidden),
    }
}

macro_rules! trials {
    ($($name:literal $noun:ty, $reach:literal, $read:literal: |$desk:ident, $on:ident| $made:expr;)*) => {
        /// As `access_table::TABLE`.
        pub const KEPT: &[(&str, &str, Trial)] = &[
            $(
                (concat!("add::<", $name, ">"), $reach, |$desk, store, $on| done(store.add(&$made, Origin::Direct))),
                (concat!("get::<", $name, ">"), $read, |$desk, store, $on| {
                    let id = add(&$desk.leader(), &$made);
                    done(store.get::<$noun>(id))
                }),
                (concat!("change::<", $name, ">"), $reach, |$desk, store, $on| {
                    let leader = $desk.leader();
                    let stored = leader.get::<$noun>(add(&leader, &$made))?;
                    changed(store, &stored)
                }),
                (concat!("remove::<", $name, ">"), $reach, |$desk, store, $on| {
                    let id = add(&$desk.leader(), &$made);
                    done(store.remove::<$noun>(id))
                }),
            )*
            ("folder", "OOOT--T", |desk, store, on| {
                add(&desk.leader(), &assessment(on.case.family, on.case.child, parent(desk, on)));
                store.folder(on.case.family).map(|folder| seen(folder.assessments.len() == 1))
            }),
            ("list_times", "OOOT--T", |_, store, on| done(store.list_times(on.case.family))),
            // Which lists the unit goes by is no case.
            ("checklists", "AAAAAAA", |_, store, _| Ok(seen(!Names::checklists(store).all().is_empty()))),
        ];
    };
}

trials! {
    "Assessment" Assessment, "OOOT---", "OOOT--T": |desk, on| {
        assessment(on.case.family, on.case.child, parent(desk, on))
    };
    "Tick" Tick, "O-OT---", "OOOT--T": |desk, on| tick(on.case.family, parent(desk, on));
    "Paper" Paper, "O-OT---", "OkOT--T": |_desk, on| paper(on.case.family, on.case.child);
    "Schooling" Schooling, "O-OT---", "OkOT--T": |_desk, on| schooling(on.case.family, on.case.child);
    "Obstacle" Obstacle, "O-OT---", "OkOT--T": |_desk, on| obstacle(on.case.family, on.case.child);
    "Health" Health, "O-OT---", "OkOT--T": |_desk, on| health(on.case.family, on.case.child);
}

/// A family with a child in placement since February and its mother.
fn home(store: &Store) -> (FamilyId, PersonId, PersonId) {
    let case = desk::add_case(store, "A-1");
    let mother = add(store, &Person { role: MemberRole::Mother, ..desk::member(case.family, "A-1-m", "Mona") });
    (case.family, case.child, mother)
}

#[test]
fn nobody_of_another_family_is_kept() {
    let desk = Desk::new();
    let store = desk.leader();
    let (family, child, mother) = home(&store);
    let other = desk::add_case(&store, "B-1").child;
    let refused = |outcome: Result<_, Problem>| assert_eq!(outcome.unwrap_err().key, "no-such-person");
    refused(store.add(&assessment(family, child, other), Origin::Direct).map(drop));
    refused(store.add(&assessment(family, other, mother), Origin::Direct).map(drop));
    refused(store.add(&tick(family, other), Origin::Direct).map(drop));
    refused(store.add(&paper(family, other), Origin::Direct).map(drop));
    refused(store.add(&schooling(family, other), Origin::Direct).map(drop));
    refused(store.add(&obstacle(family, other), Origin::Direct).map(drop));
    refused(store.add(&health(family, other), Origin::Direct).map(drop));
}

#[test]
fn a_term_is_there_once() {
    let desk = Desk::new();
    let store = desk.leader();
    let (family, child, _) = home(&store);
    let term = add(&store, &schooling(family, child));
    let twice = store.add(&schooling(family, child), Origin::Direct).unwrap_err();
    assert_eq!(twice.key, "term-is-there");
    desk::change::<Schooling>(&store, term, |one| one.note = Some("Läser".to_owned())).unwrap();
    add(&store, &Schooling { term: SchoolTerm::Autumn, ..schooling(family, child) });
}

#[test]
fn every_version_of_a_paper_is_kept() {
    let desk = Desk::new();
    let store = desk.leader();
    let (family, child, _) = home(&store);
    let first = add(&store, &paper(family, child));
    let text = Some("Mormor: hämtar varje dag".to_owned());
    add(&store, &Paper { on: day("2026-11-10"), who_does_what: text, ..paper(family, child) });
    let folder = store.folder(family).unwrap();
    assert_eq!(folder.papers.len(), 2);
    assert_eq!((folder.papers[0].id, &folder.papers[0].value), (first, &paper(family, child)), "the first stands");
    let deeds: Vec<(&str, &str)> = folder.papers[0].value.deeds().collect();
    assert_eq!(deeds, [("Mormor", "hämtar på tisdagar"), ("Moster", "sover över")]);
}

#[test]
fn lists_are_owed_for_placements_and_information_that_is_ticked_was_given() {
    let desk = Desk::new();
    let store = desk.leader();
    let (family, child, mother) = home(&store);
    let times = store.list_times(family).unwrap().times;
    let told: Vec<(&str, Option<PersonId>)> =
        times.iter().map(|(list, time)| (list.name.as_str(), time.person)).collect();
    assert!(told.contains(&("information_pack", Some(mother))), "{told:?}");
    assert!(told.contains(&("school_at_emergency_placement", Some(child))), "{told:?}");
    let information = |store: &Store| {
        let duties = store.duties(&[family], Past::All, today()).unwrap();
        let is_of = |rule: usize| store.rules().all()[rule].name == "parent_information";
        duties.iter().find(|duty| is_of(duty.rule)).map(|duty| (duty.state.is_waiting(), duty.met_on))
    };
    assert!(information(&store).unwrap().0);
    add(&store, &Tick { item: "handed_over".to_owned(), ..tick(family, mother) });
    add(&store, &Tick { item: "gone_through".to_owned(), ..tick(family, mother) });
    assert_eq!(information(&store).unwrap().1, Some(day("2026-11-03")));
    assert_eq!(Checklists::shipped().of("information_pack").unwrap().items.len(), 13);
}

#[test]
fn a_units_own_list_is_used_and_a_faulty_one_is_told_with_file_and_line() {
    let desk = Desk::new();
    let lists = desk.casebook.directory().join("checklists");
    std::fs::create_dir(&lists).unwrap();
    let shipped = include_str!("../../assets/checklists/handover.toml");
    let own = shipped.replacen("name = \"handover\"", "name = \"our_list\"", 1);
    std::fs::write(lists.join("ours.toml"), own).unwrap();
    std::fs::write(lists.join("wrong.toml"), shipped.replacen("one_per = \"family\"", "one_per = \"clan\"", 1))
        .unwrap();
    std::fs::write(lists.join("readme.txt"), "no list").unwrap();
    let store = desk.leader();
    assert!(store.unit().checklists.of("our_list").is_some() && store.unit().checklists.of("handover").is_some());
    assert!(store.rules().all().iter().any(|rule| rule.name == "our_list"), "it falls due as well");
    let [fault] = store.unit_faults() else { panic!("{:?}", store.unit_faults()) };
    let told: Vec<(&str, &str)> = fault.args.iter().map(|(key, value)| (*key, value.as_str())).collect();
    assert!(told.contains(&("file", "checklists/wrong.toml")) && told.contains(&("line", "12")), "{told:?}");
    assert!(fault.args.iter().any(|(key, value)| *key == "what" && value.starts_with("clan: family, child")));
}
