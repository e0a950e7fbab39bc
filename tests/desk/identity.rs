//! People stay who they are through any edit, whatever they are called.

use trygg::domain::codes::{MemberRole, Outcome, SessionKind};
use trygg::domain::directory::Directory;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::person::Person;
use trygg::domain::session::Session;
use trygg::store::{Origin, Saving, Store};

use super::desk::{Desk, today};

/// The family Lindström, and its mother.
fn lindstrom(store: &Store) -> (FamilyId, PersonId) {
    let family = Directory::families(store, "lindström").unwrap()[0].id;
    let mother = store.members(family).unwrap().into_iter().find(|member| member.role == MemberRole::Mother).unwrap();
    (family, mother.id)
}

/// A session of today with the mother, opened for editing with the cursor in its note.
fn with_a_session_open(people: impl FnOnce(&Store, FamilyId) -> Vec<PersonId>) -> (Desk, Vec<PersonId>) {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let (family, _) = lindstrom(&store);
    let people = people(&store, family);
    let mut session = Session::new(family, today(), SessionKind::Conversation, Outcome::Held);
    session.people.clone_from(&people);
    session.note = Some("först".to_owned());
    store.add(&session, Origin::Direct).unwrap();
    desk.again();
    desk.keys("3");
    // Down to the session of today, past what is still to come.
    for _ in 0..99 {
        let is_it = |row: &str| row.contains('▸') && row.contains("21/11") && row.contains("Lindström");
        if desk.screen().lines().any(is_it) {
            break;
        }
        desk.keys("j");
    }
    desk.keys("e").shows("Deltagare").shows("Träff · Lindström");
    (desk, people)
}

fn last_session(store: &Store) -> Session {
    let (family, _) = lindstrom(store);
    let found = trygg::domain::entry::Names::sessions_on(store, family, today()).unwrap();
    found.into_iter().find(|session| session.note.as_deref().is_some_and(|note| note.contains("först"))).unwrap()
}

fn in_the_note(desk: &mut Desk) -> &mut Desk {
    for _ in 0..30 {
        desk.keys("Tab");
        if desk.screen().lines().any(|row| row.contains("▸Anteckning")) {
            break;
        }
    }
    desk
}

#[test]
fn a_note_changes_nobody() {
    let (mut desk, people) = with_a_session_open(|store, family| {
        let (_, mother) = lindstrom(store);
        let name = store.get::<Person>(mother).unwrap().value.given_name.bare().to_owned();
        // A child whose reference is what the mother is called.
        store.add(&Person::new(family, &name, "Lina", MemberRole::Child), Origin::Direct).unwrap();
        vec![mother]
    });
    in_the_note(&mut desk).types(" och sedan").keys("Ctrl-S").shows("Sparat");
    let session = last_session(&desk.colleague("Karin"));
    assert_eq!(session.people, people);
    assert!(session.note.unwrap().contains("och sedan"));
}

#[test]
fn namesakes_stay_themselves() {
    let (mut desk, people) = with_a_session_open(|store, family| {
        let add = |reference: &str, name: &str| {
            store.add(&Person::new(family, reference, name, MemberRole::Relative), Origin::Direct).unwrap()
        };
        let (asa, other) = (add("k-5", "Åsa"), add("k-6", "Asa"));
        let (bo, _) = (add("k-7", "Bo; Ek"), add("k-8", "Bo"));
        vec![asa, other, bo]
    });
    in_the_note(&mut desk).types(" och sedan").keys("Ctrl-S").shows("Sparat");
    let mut kept = last_session(&desk.colleague("Karin")).people;
    kept.sort_unstable();
    assert_eq!(kept, people);
}

#[test]
fn whoever_is_called_something_else_meanwhile_stays_who_they_are() {
    let (mut desk, people) = with_a_session_open(|store, _| vec![lindstrom(store).1]);
    // While the form is open the mother takes another name, and somebody else comes who is called as she was.
    let store = desk.colleague("Karin");
    let (family, mother) = lindstrom(&store);
    let stored = store.get::<Person>(mother).unwrap();
    let old = stored.value.given_name.bare().to_owned();
    let renamed = Person { given_name: "Malin".into(), ..stored.value };
    assert!(matches!(store.change(mother, stored.version, &renamed, Origin::Direct).unwrap(), Saving::Saved(_)));
    store.add(&Person::new(family, "k-9", &old, MemberRole::Relative), Origin::Direct).unwrap();
    in_the_note(&mut desk).types(" och sedan").keys("Ctrl-S").shows("Sparat");
    assert_eq!(last_session(&desk.colleague("Karin")).people, people);
}

#[test]
fn a_word_that_may_mean_two_is_asked_about() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let (family, mother) = lindstrom(&store);
    let name = store.get::<Person>(mother).unwrap().value.given_name.bare().to_owned();
    store.add(&Person::new(family, &name, "Lina", MemberRole::Child), Origin::Direct).unwrap();
    desk.again();
    desk.keys("/ lin Enter n").fill("21/11").fill("14").keys("Tab Tab Tab").fill(&name).keys("Ctrl-S");
    desk.shows("Något saknas eller stämmer inte").shows("Lina");
}
