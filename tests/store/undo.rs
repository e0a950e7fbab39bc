//! Undo and redo, step by step, alone and with a colleague.

use trygg::domain::codes::{Answer, FamilyStatus, Outcome};
use trygg::domain::family::Family;
use trygg::domain::network::NetworkMap;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::session::Session;
use trygg::store::{Record, Step, Store};

use super::desk::{self, Desk, add, add_case, change, family, get, key, last_row, member, rows, session};
use super::drawn;

/// Adds, changes and removes a record, takes all three back one by one, and makes them again.
pub fn back_and_forth<R: Record>(
    store: &Store,
    noun: &str,
    (label, on): (&str, Option<&str>),
    value: &R,
    how: impl FnOnce(&mut R),
) {
    let id = add(store, value);
    let added = get::<R>(store, id).value;
    change::<R>(store, id, how).unwrap();
    let changed = get::<R>(store, id).value;
    assert_ne!(added, changed);
    store.remove::<R>(id).unwrap();

    let step = |act: &str| Step {
        act: act.to_owned(),
        noun: noun.to_owned(),
        record: id.into(),
        label: label.to_owned(),
        day: on.map(desk::day),
        more: 0,
    };
    let now = || store.get::<R>(id).ok().map(|stored| stored.value);
    for round in 0..2 {
        for (act, then) in [("remove", Some(&changed)), ("change", Some(&added)), ("add", None)] {
            assert_eq!(store.undoable().unwrap(), Some(step(act)), "{noun} {round}");
            assert_eq!(store.undo().unwrap(), Some(step(act)), "{noun} {round}");
            assert_eq!(now().as_ref(), then, "{noun}: {act} undone");
            assert_eq!(last_row(store).cause, "undo");
        }
        for (act, then) in [("add", Some(&added)), ("change", Some(&changed)), ("remove", None)] {
            assert_eq!(store.redo().unwrap(), Some(step(act)), "{noun} {round}");
            assert_eq!(now().as_ref(), then, "{noun}: {act} made again");
            assert_eq!(last_row(store).cause, "redo");
        }
        assert_eq!(store.redo().unwrap(), None);
    }
}

#[test]
fn each_noun_goes_back_and_forth() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    back_and_forth::<Family>(&store, "family", ("Berg", None), &family("B-1", "Berg"), |family| {
        family.status = FamilyStatus::Paused;
        family.child_support = vec!["Kim".to_owned(), "Vera".to_owned()];
    });
    back_and_forth::<Person>(&store, "person", ("Elsa", None), &member(case.family, "P-9", "Elsa"), |child| {
        child.family_name = Some("Ek".into());
        child.protected_against = vec!["P-1".to_owned()];
    });
    back_and_forth::<Placement>(
        &store,
        "placement",
        ("Barn A-1", None),
        &desk::placement(case.child, "2025-01-01"),
        |place| {
            place.home = Some("Familjen Al".into());
        },
    );
    let new = Session { people: vec![case.child], ..session(case.family, "2026-11-03") };
    let of = drawn::home(&store, "A-2");
    let drawn = drawn::full(of, "2026-11-18");
    back_and_forth::<NetworkMap>(&store, "network_map", ("Elias", Some("2026-11-18")), &drawn, |map| {
        map.people.remove(1);
        map.ties.clear();
        map.no_ties = vec![drawn::tie(1, 9)];
        map.seen_by.clear();
        map.drawn_by = "Kim".to_owned();
    });
    back_and_forth::<Session>(&store, "session", ("Familjen A-1", Some("2026-11-03")), &new, |session| {
        session.outcome = Outcome::NoShow;
        session.people.clear();
        session.staff = vec!["Vera".to_owned(), "Saga".to_owned()];
        session.announced = Some(Answer::Yes);
        session.told_to = vec![case.child];
    });
}

#[test]
fn a_chain_over_several_nouns_is_taken_back_in_order() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    let found = || store.get::<Family>(case.family).is_ok();
    let labels: Vec<String> = (0..4).map(|_| store.undo().unwrap().unwrap().noun).collect();
    assert_eq!(labels, ["session", "placement", "person", "family"]);
    assert!(!found() && store.undo().unwrap().is_none() && store.undoable().unwrap().is_none());
    while store.redo().unwrap().is_some() {}
    assert!(found());
    assert_eq!(get::<Session>(&store, case.session).value.people, [case.child]);
    assert_eq!(store.find("barn", 9).unwrap().len(), 1, "what comes back can be found again");
}

#[test]
fn a_new_change_clears_what_could_be_made_again() {
    let desk = Desk::new();
    let store = desk.leader();
    add(&store, &family("A-1", "Berg"));
    store.undo().unwrap();
    add(&store, &family("A-2", "Ek"));
    assert_eq!(store.redo().unwrap(), None);
    assert_eq!(store.undo().unwrap().unwrap().label, "Ek");
}

#[test]
fn only_one_s_own_changes_are_taken_back_and_only_of_this_unlocking() {
    let desk = Desk::new();
    let (lena, kim) = (desk.leader(), desk.colleague());
    add(&lena, &family("A-1", "Berg"));
    assert!(kim.undo().unwrap().is_none() && desk.leader().undo().unwrap().is_none());
    assert!(lena.undo().unwrap().is_some());
}

#[test]
fn what_a_colleague_changed_since_is_not_taken_back() {
    let desk = Desk::new();
    let (lena, kim) = (desk.leader(), desk.colleague());
    for (name, kims, expected) in [
        ("the same field", (|family| family.name = "Kims".to_owned()) as fn(&mut Family), "changed-since"),
        ("another field", |family| family.district = Some("Hisingen".to_owned()), "none"),
        ("there and back", |family| family.name = "Lenas".to_owned(), "none"),
    ] {
        let id = add(&lena, &family(name, "Första"));
        change::<Family>(&lena, id, |family| family.name = "Lenas".to_owned()).unwrap();
        change::<Family>(&kim, id, kims).unwrap();
        let count = rows(&lena);
        let before = get::<Family>(&lena, id);
        assert_eq!(key(lena.undo()), expected, "{name}");
        let after = get::<Family>(&lena, id);
        if expected == "none" {
            assert_eq!(
                (after.value.name.as_str(), &after.value.district),
                ("Första", &before.value.district),
                "{name}"
            );
        } else {
            assert_eq!((after, rows(&lena)), (before, count), "{name}: nothing happens");
            assert_eq!(key(lena.undo()), expected, "{name}: and nothing is forgotten");
        }
    }
}

#[test]
fn a_record_that_a_colleague_built_on_is_not_taken_away() {
    let desk = Desk::new();
    let (lena, kim) = (desk.leader(), desk.colleague());
    let changed = add(&lena, &family("A-1", "Berg"));
    change::<Family>(&kim, changed, |family| family.district = Some("Hisingen".to_owned())).unwrap();
    assert_eq!(key(lena.undo()), "changed-since");
    let used = add(&lena, &family("A-2", "Ek"));
    add(&kim, &session(used, "2026-11-03"));
    assert_eq!(key(lena.undo()), "still-used");
    assert!(lena.get::<Family>(used).is_ok());
    let gone = add(&lena, &family("A-3", "Al"));
    kim.remove::<Family>(gone).unwrap();
    assert_eq!(key(lena.undo()), "changed-since");
    assert_eq!(kim.undo().unwrap().unwrap().label, "Al");
    assert!(lena.undo().unwrap().is_none(), "what could not be taken back is passed over");
}

#[test]
fn what_was_removed_comes_back_though_colleagues_went_on_adding() {
    let desk = Desk::new();
    let (lena, kim) = (desk.leader(), desk.colleague());
    let first = add(&lena, &family("A-1", "Berg"));
    lena.remove::<Family>(first).unwrap();
    let second = add(&kim, &family("A-2", "Ek"));
    assert_ne!(first, second, "an identity is never given twice");
    assert_eq!(lena.undo().unwrap().unwrap().label, "Berg");
    assert_eq!(get::<Family>(&lena, second).value.name, "Ek");
}

#[test]
fn a_support_person_takes_back_their_own_work_too() {
    let desk = Desk::new();
    let case = add_case(&desk.leader(), "A-1");
    let saga = desk.open("Saga");
    let before = get::<Session>(&saga, case.session).value;
    change::<Session>(&saga, case.session, |session| session.minutes = 30).unwrap();
    saga.remove::<Session>(case.session).unwrap();
    saga.undo().unwrap();
    saga.undo().unwrap();
    assert_eq!(get::<Session>(&saga, case.session).value, before);
}
