//! What is to be entered in the main record system: all of it once, and then what came or changed since.

use trygg::domain::codes::*;
use trygg::domain::event::Event;
use trygg::domain::session::Session;
use trygg::domain::visit::Occurrence;
use trygg::store::{LookAsked, Store, ToEnter};

use super::desk::{self, Desk, OTHER, add, change, day, family, today};
use super::planned;

fn to_enter(store: &Store, family: trygg::domain::ids::FamilyId) -> ToEnter {
    store.to_enter(family, today()).unwrap()
}

fn told(store: &Store, family: trygg::domain::ids::FamilyId) -> (Vec<String>, usize, usize, usize) {
    let found = to_enter(store, family);
    let sessions = found.sessions.iter().map(|row| {
        let changed = if row.is_changed { " changed" } else { "" };
        format!("{}{changed}", row.value.on)
    });
    (sessions.collect(), found.visits.len(), found.events.len(), found.gone)
}

#[test]
fn what_was_given_is_given_and_what_changes_after_is_not() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let first = add(&store, &desk::session(home.family, "2026-11-02"));
    let second = add(&store, &desk::session(home.family, "2026-11-03"));
    let planned_one = Session { outcome: Outcome::Planned, ..desk::session(home.family, "2026-11-04") };
    let planned_one = add(&store, &planned_one);
    let event = Event {
        family: home.family,
        kind: EventKind::InformationGiven,
        on: day("2026-11-05"),
        person: None,
        answered_on: None,
        note: None,
    };
    add(&store, &event);
    let series = planned::plan(&store, &planned::arrangement(home, planned::saturdays("2026-11-07")));
    planned::say(&store, series, "2026-11-07", |one, _| Occurrence { outcome: VisitOutcome::Held, ..one }).unwrap();
    let days = |days: &[&str]| days.iter().map(|day| (*day).to_owned()).collect::<Vec<_>>();
    assert_eq!(told(&store, home.family), (days(&["2026-11-02", "2026-11-03"]), 1, 1, 0));
    // What comes between reading and saying so is not given.
    let read = to_enter(&store, home.family);
    change::<Session>(&store, planned_one, |session| session.outcome = Outcome::Held).unwrap();
    store.give_to_main_record(&read).unwrap();
    assert_eq!(told(&store, home.family), (days(&["2026-11-04 changed"]), 0, 0, 0));
    assert!(to_enter(&store, home.family).since.is_some());
    store.give_to_main_record(&to_enter(&store, home.family)).unwrap();
    assert_eq!(told(&store, home.family), (vec![], 0, 0, 0));
    // Changed, taken away, and what came and went since.
    change::<Session>(&store, first, |session| session.minutes = 45).unwrap();
    store.remove::<Session>(second).unwrap();
    let brief = add(&store, &desk::session(home.family, "2026-11-06"));
    store.remove::<Session>(brief).unwrap();
    add(&store, &desk::session(home.family, "2026-11-09"));
    assert_eq!(told(&store, home.family), (days(&["2026-11-02 changed", "2026-11-09"]), 0, 0, 1));
}

#[test]
fn that_it_was_given_stands_in_the_journal_and_of_another_family_nothing_is_told() {
    let desk = Desk::of_teams();
    let lena = desk.leader();
    let own = add(&lena, &family("A-1", "Ek"));
    add(&lena, &desk::session(own, "2026-11-02"));
    let read = to_enter(&lena, own);
    // Whoever is on call reads, and takes nothing out.
    let joel = desk.open("Joel");
    joel.to_enter(own, today()).unwrap();
    assert_eq!(desk::key(joel.give_to_main_record(&read)), "refused");
    lena.give_to_main_record(&read).unwrap();
    let looked = LookAsked { user: Some("Lena".to_owned()), ..LookAsked::default() };
    let rows = lena.looks(&looked).unwrap();
    let row = rows.iter().find(|row| row.act == "export").unwrap();
    assert_eq!((row.noun.as_str(), row.families.clone()), ("main_record", vec![own]));
    lena.give_family(own, OTHER).unwrap();
    assert_eq!(desk::key(lena.to_enter(own, today())), "not-found");
    assert_eq!(desk::key(lena.give_to_main_record(&read)), "not-found");
    // The other team goes on where this one was.
    assert_eq!(told(&desk.open("Olof"), own), (vec![], 0, 0, 0));
}
