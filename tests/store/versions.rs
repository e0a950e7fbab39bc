//! Two people on one record: whoever saves second sees what the first saved, and nothing is lost.

use trygg::domain::family::Family;
use trygg::domain::network::NetworkMap;
use trygg::domain::person::Person;
use trygg::domain::session::Session;
use trygg::store::{Origin, Record, Saving, Store, Stored};

use super::desk::{self, Desk, add, add_case, change, family, get, key, rows};
use super::drawn;

/// Both read, both save.
pub fn both_save<R: Record>(one: &Store, two: &Store, id: R::Id, ones: impl FnOnce(&mut R), twos: impl FnOnce(&mut R)) {
    let (mut ones_form, mut twos_form) = (get::<R>(one, id), get::<R>(two, id));
    ones(&mut ones_form.value);
    twos(&mut twos_form.value);
    let saved = one.change(id, ones_form.version, &ones_form.value, Origin::Direct).unwrap();
    assert!(matches!(saved, Saving::Saved(_)));

    two.keep_draft("form", "what two typed").unwrap();
    let count = rows(two);
    let found = two.change(id, twos_form.version, &twos_form.value, Origin::Draft("form")).unwrap();
    let expected = Stored { id, version: twos_form.version + 1, value: ones_form.value };
    assert_eq!(found, Saving::Newer(expected.clone()));
    assert_eq!((get::<R>(two, id), rows(two)), (expected.clone(), count), "nothing was written");
    assert!(two.draft("form").unwrap().is_some(), "what was typed is still kept");

    let over = two.change(id, expected.version, &twos_form.value, Origin::Draft("form")).unwrap();
    assert!(matches!(over, Saving::Saved(_)), "having seen it, one may save over it");
    assert!(two.draft("form").unwrap().is_none());
}

#[test]
fn the_second_to_save_is_shown_the_first() {
    let desk = Desk::new();
    let (one, two) = (desk.leader(), desk.leader());
    let note = |text: &str| Some(text.to_owned());
    let case = add_case(&one, "A-1");
    both_save::<Family>(&one, &two, case.family, |f| f.name = "Etta".to_owned(), |f| f.name = "Tvåa".to_owned());
    both_save::<Person>(&one, &two, case.child, |m| m.phone = Some("1".into()), |m| m.language = None);
    let map = add(&one, &drawn::full(drawn::home(&one, "A-2"), "2026-11-18"));
    both_save::<NetworkMap>(&one, &two, map, |m| m.people[1].ring = 1, |m| m.comment = note("två"));
    both_save::<Session>(&one, &two, case.session, |s| s.note = note("ett"), |s| s.note = note("två"));
}

#[test]
fn pressing_save_twice_saves_once() {
    let desk = Desk::new();
    let store = desk.leader();
    let id = add(&store, &family("A-1", "Berg"));
    let form = get::<Family>(&store, id);
    let value = Family { phase: Some("egen".to_owned()), ..form.value };
    assert!(matches!(store.change(id, form.version, &value, Origin::Direct).unwrap(), Saving::Saved(_)));
    assert!(matches!(store.change(id, form.version, &value, Origin::Direct).unwrap(), Saving::Newer(_)));
}

#[test]
fn an_undo_counts_as_a_newer_version_for_others() {
    let desk = Desk::new();
    let (one, two) = (desk.leader(), desk.leader());
    let id = add(&one, &family("A-1", "Berg"));
    change::<Family>(&one, id, |family| family.name = "Ek".to_owned()).unwrap();
    let form = get::<Family>(&two, id);
    one.undo().unwrap();
    let found = two.change(id, form.version, &form.value, Origin::Direct).unwrap();
    assert!(matches!(found, Saving::Newer(now) if now.value.name == "Berg"));
}

#[test]
fn a_record_that_was_gone_and_came_back_is_newer_than_an_old_form() {
    let desk = Desk::new();
    let (one, two) = (desk.leader(), desk.leader());
    let id = add(&one, &family("A-1", "Berg"));
    let form = get::<Family>(&two, id);
    change::<Family>(&one, id, |family| family.name = "Ek".to_owned()).unwrap();
    one.remove::<Family>(id).unwrap();
    assert_eq!(key(two.change(id, form.version, &form.value, Origin::Direct)), "not-found");
    one.undo().unwrap();
    let found = two.change(id, form.version, &form.value, Origin::Direct).unwrap();
    assert!(matches!(found, Saving::Newer(now) if now.value.name == "Ek"));
}

#[test]
fn an_old_form_never_lands_on_another_record() {
    let desk = Desk::new();
    let (one, two) = (desk.leader(), desk.leader());
    let id = add(&one, &family("A-1", "Berg"));
    let form = get::<Family>(&two, id);
    one.remove::<Family>(id).unwrap();
    let other = add(&one, &family("A-2", "Ek"));
    assert_eq!(key(two.change(id, form.version, &form.value, Origin::Direct)), "not-found");
    assert_eq!(get::<Family>(&one, other).value.name, "Ek");
    assert_eq!(get::<Family>(&one, other).version, 1);
    assert_eq!(desk::key(two.remove::<Family>(id)), "not-found");
}
