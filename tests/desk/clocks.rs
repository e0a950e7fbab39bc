//! Clocks at the interface: the question whether care went on, what lay before, who set a limit, closing a family.

use trygg::domain::codes::{EndReason, LegalBasis, PlacementKind};
use trygg::domain::discretion::Setting;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::placement::Placement;
use trygg::locale::Language;
use trygg::store::{FamilyFilter, Origin, Store};

use super::desk::{Desk, today};

/// A child of the family Ek that is in no care, and its family.
fn child(store: &Store) -> (FamilyId, PersonId, String) {
    let rows = store.families(&FamilyFilter::default(), today(), 0, 99).unwrap();
    let family = rows.iter().find(|row| row.name == "Ek").unwrap().id;
    let page = store.family_page(family, today()).unwrap();
    let free = page.people.iter().find(|one| one.person.value.is_child() && one.placements.is_empty()).unwrap();
    (family, free.person.id, free.person.value.given_name.shown(Setting::Page))
}

fn placed(child: PersonId, from: &str, until: Option<&str>) -> Placement {
    Placement {
        person: child,
        kind: PlacementKind::FamilyHome,
        started_on: from.parse().unwrap(),
        legal_basis: Some(LegalBasis::Sol),
        district: None,
        home: None,
        ended_on: until.map(|day| day.parse().unwrap()),
        end_reason: until.map(|_| EndReason::Breakdown),
        hidden_location: None,
        school_change: None,
        school_started_on: None,
        placed_with: Vec::new(),
    }
}

fn mark(desk: &mut Desk, text: &str) {
    for _ in 0..199 {
        if desk.row("▸").contains(text) {
            return;
        }
        desk.keys("j");
    }
    panic!("no {text}:\n{}", desk.screen());
}

#[test]
fn whether_the_care_went_on_is_asked_with_the_earlier_day_standing() {
    let mut desk = Desk::of("Sara", Language::Swedish).unwrap();
    let store = desk.colleague("Karin");
    let (_, child, name) = child(&store);
    store.add(&placed(child, "2026-06-01", Some("2026-08-31")), Origin::Direct).unwrap();
    store.add(&placed(child, "2026-10-20", None), Origin::Direct).unwrap();
    desk.again();
    desk.app.resize((160, 50));
    desk.keys("1");
    let line = format!("Övervägande av vården, {name}");
    mark(&mut desk, &line);
    let row = desk.row("▸");
    assert!(row.contains("▸?") && row.contains("1/12") && row.contains("fortsatte vården?"), "{row}");
    desk.keys("Enter").shows("Fortsatte vården?").shows("ja, vården fortsatte").keys("j").shows("Sparat");
    mark(&mut desk, &line);
    let row = desk.row("▸");
    assert!(row.contains("▸·") && row.contains("1/12"), "{row}");
    desk.keys("u");
    mark(&mut desk, &line);
    desk.keys("Enter n").shows("Sparat").hides(&line);
}

#[test]
fn what_lay_before_a_family_came_is_dealt_with_in_one_act() {
    let mut desk = Desk::of("Sara", Language::Swedish).unwrap();
    desk.keys("1");
    mark(&mut desk, "Ring Therese, krisstöd");
    desk.keys("X").shows("För av det som låg före").shows("Låg före familjens tid hos enheten");
    desk.keys("Ctrl-S").shows("Inget skulle ha skett före");
    desk.fill("idag").keys("Ctrl-S").shows("Sparat").hides("Ring Therese, krisstöd");
    desk.keys("u").shows("Ring Therese, krisstöd");
}

#[test]
fn whoever_set_a_limit_answers_for_it() {
    let mut desk = Desk::of("Sara", Language::Swedish).unwrap();
    desk.with_unit_file("rules.toml", "[[rule]]\nname = 'crisis_call'\nwithin = '2 hours'\n");
    desk.keys("1");
    mark(&mut desk, "Ring Therese, krisstöd");
    desk.keys("i").shows("Enheten har satt gränsen").hides("Säker: läst i källan");
}

#[test]
fn a_break_that_the_unit_has_not_entered_is_told_with_the_duty() {
    let mut desk = Desk::new();
    let rule = "[[rule]]\nname = 'school_start'\nwithin = '40 school_days'\n";
    desk.with_unit_file("rules.toml", rule);
    let store = desk.colleague("Karin");
    let (_, child, name) = child(&store);
    let change = trygg::domain::codes::Answer::Yes;
    store.add(&Placement { school_change: Some(change), ..placed(child, "2026-11-02", None) }, Origin::Direct).unwrap();
    desk.again();
    desk.keys("1 m");
    mark(&mut desk, &format!("Skolstart, {name}"));
    desk.keys("i").shows("Jullovet 2026 saknas i enhetens lovfil");
}

#[test]
fn closing_a_family_with_a_child_still_placed_is_told_before_it_is_saved() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let (family, child, name) = child(&store);
    store.add(&placed(child, "2026-11-02", None), Origin::Direct).unwrap();
    desk.again();
    desk.keys("2 / ek Enter").shows("EK ").keys("e").shows("Status");
    let status = |store: &Store| store.family_page(family, today()).unwrap().family.value.status;
    desk.keys("Tab Tab").fill("avslutad").keys("Ctrl-S").shows("Fortfarande placerad").shows(&name);
    assert_ne!(status(&store), trygg::domain::codes::FamilyStatus::Closed);
    desk.keys("Ctrl-S").shows("Sparat");
    assert_eq!(status(&store), trygg::domain::codes::FamilyStatus::Closed);
}
