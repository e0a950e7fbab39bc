//! Drafts: each user's own, one a place, gone in the moment the record is saved, and never counted as anything.

use trygg::domain::family::Family;
use trygg::store::{FamilyFilter, Origin, SessionFilter, Trail};

use super::desk::{self, Desk, add, add_case, family, get, key};

#[test]
fn each_user_has_their_own_one_a_place() {
    let desk = Desk::new();
    let (saga, kim) = (desk.open("Saga"), desk.open("Kim"));
    saga.keep_draft("line", "först").unwrap();
    saga.keep_draft("form", "formulär").unwrap();
    saga.keep_draft("line", "sedan").unwrap();
    kim.keep_draft("line", "Kims").unwrap();
    let kept: Vec<(String, String)> = saga.drafts().unwrap().into_iter().map(|d| (d.place, d.body)).collect();
    let pair = |place: &str, body: &str| (place.to_owned(), body.to_owned());
    assert_eq!(kept, [pair("line", "sedan"), pair("form", "formulär")], "newest first");
    assert_eq!(kim.draft("line").unwrap().unwrap().body, "Kims");
    assert_eq!(kim.draft("form").unwrap(), None);
    kim.drop_draft("line").unwrap();
    assert_eq!(saga.draft("line").unwrap().unwrap().body, "sedan");
    drop(saga);
    assert_eq!(desk.open("Saga").drafts().unwrap().len(), 2, "they outlive the program");
}

#[test]
fn a_draft_is_dropped_with_the_save_and_only_with_it() {
    let desk = Desk::new();
    let store = desk.leader();
    let keep = || store.keep_draft("form", "text").unwrap();
    let kept = || store.draft("form").unwrap().is_some();
    keep();
    let id = store.add(&family("A-1", "Berg"), Origin::Direct).unwrap();
    assert!(kept(), "saved from elsewhere");
    store.add(&family("A-2", "Ek"), Origin::Draft("form")).unwrap();
    assert!(!kept(), "added");
    keep();
    assert_eq!(key(store.add(&family("A-1", "Dubbel"), Origin::Draft("form"))), "taken");
    assert!(kept(), "not added");
    let stored = get::<Family>(&store, id);
    store.change(id, stored.version, &stored.value, Origin::Draft("form")).unwrap();
    assert!(!kept(), "changed");
    keep();
    store.undo().unwrap();
    assert!(kept(), "undo leaves drafts alone");
    store.add(&family("A-3", "Al"), Origin::Draft("another")).unwrap();
    assert!(kept(), "another place");
}

#[test]
fn one_user_s_save_leaves_a_colleague_s_draft_of_the_same_place() {
    let desk = Desk::new();
    let (lena, kim) = (desk.leader(), desk.open("Kim"));
    kim.keep_draft("family/new", "Kims").unwrap();
    lena.add(&family("A-1", "Berg"), Origin::Draft("family/new")).unwrap();
    assert!(kim.draft("family/new").unwrap().is_some());
}

#[test]
fn drafts_are_in_no_list_no_count_no_search_and_no_journal() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    let all = SessionFilter::default();
    let picture = || {
        (
            store.count_families(&FamilyFilter::default()).unwrap(),
            store.families(&FamilyFilter::default(), desk::today(), 0, 99).unwrap(),
            store.count_sessions(&all, 99).unwrap(),
            store.sessions(&all, 0, 99).unwrap(),
            store.family_page(case.family, desk::today()).unwrap(),
            store.tell_looks(),
            store.journal(Trail::Newest, 99).unwrap(),
        )
    };
    // That it was looked at is told once.
    picture();
    let before = picture();
    store.keep_draft("family/new", "Utkastfamiljen Utkastsson").unwrap();
    store.keep_draft("session/new", "Utkastsson hembesök").unwrap();
    assert_eq!(picture(), before);
    assert_eq!(store.find("utkast", 9).unwrap(), []);
    assert!(store.undoable().unwrap().is_some_and(|step| step.noun == "session"), "a draft is no change");
}

#[test]
fn any_text_comes_back_as_it_was() {
    let desk = Desk::new();
    let store = desk.leader();
    for body in ["", " \n\t ", "å'; DROP TABLE draft; --", "\u{1F468}\u{200D}\u{1F469}", &"x".repeat(100_000)] {
        store.keep_draft("plats med ' och \u{e5}", body).unwrap();
        assert_eq!(store.draft("plats med ' och \u{e5}").unwrap().unwrap().body, body);
    }
    let _ = add(&store, &family("A-1", "Berg"));
}
