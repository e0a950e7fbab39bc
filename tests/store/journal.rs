//! What the journal says of every change, and that nothing is written that it does not say.

use serde_json::{Value, json};
use trygg::domain::codes::{Lives, Outcome};
use trygg::domain::family::Family;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::session::Session;
use trygg::store::{JournalRow, Origin, Record, Store, Trail};

use super::desk::{self, Desk, add, add_case, change, family, key, last_row, member, rows, session};

pub fn parsed(fields: Option<&String>) -> Value {
    fields.map_or(Value::Null, |text| serde_json::from_str(text).unwrap())
}

fn told(row: &JournalRow) -> (&str, &str, &str, &str, i64) {
    (&row.user, &row.act, &row.cause, &row.noun, row.record)
}

/// Adds, changes and removes a record; each writes one row that says so, with the fields.
pub fn lives_and_dies<R: Record>(
    store: &Store,
    noun: &str,
    value: &R,
    how: impl FnOnce(&mut R),
    before: Value,
    after: Value,
) {
    let count = rows(store);
    let id = add(store, value);
    let number = id.into();
    let row = last_row(store);
    assert_eq!(told(&row), ("Lena", "add", "person", noun, number));
    assert_eq!(row.before, None);
    let whole = parsed(row.after.as_ref());
    assert!(whole.as_object().unwrap().len() > 5, "{noun}: all fields of what was added");

    change::<R>(store, id, how).unwrap();
    let row = last_row(store);
    assert_eq!(told(&row), ("Lena", "change", "person", noun, number));
    assert_eq!((parsed(row.before.as_ref()), parsed(row.after.as_ref())), (before, after.clone()), "{noun}");

    store.remove::<R>(id).unwrap();
    let row = last_row(store);
    assert_eq!(told(&row), ("Lena", "remove", "person", noun, number));
    let mut last = whole;
    last.as_object_mut().unwrap().extend(after.as_object().unwrap().clone());
    assert_eq!((parsed(row.before.as_ref()), row.after), (last, None), "{noun}");
    assert_eq!(rows(store), count + 3, "{noun}: one row each");
}

#[test]
fn every_noun_is_journalled_with_the_fields_that_differ() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    lives_and_dies::<Family>(
        &store,
        "family",
        &family("B-1", "Berg"),
        |family| family.other_support = vec!["Ny Kollega".to_owned()],
        json!({"other_support": []}),
        json!({"other_support": ["Ny Kollega"]}),
    );
    lives_and_dies::<Person>(
        &store,
        "person",
        &member(case.family, "P-9", "Elsa"),
        |child| child.lives = Some(Lives::Placed),
        json!({"lives": null}),
        json!({"lives": "placed"}),
    );
    lives_and_dies::<Placement>(
        &store,
        "placement",
        &desk::placement(case.child, "2025-01-01"),
        |placement| placement.ended_on = Some(desk::day("2025-02-01")),
        json!({"ended_on": null}),
        json!({"ended_on": "2025-02-01"}),
    );
    lives_and_dies::<Session>(
        &store,
        "session",
        &session(case.family, "2026-11-03"),
        |session| {
            session.note = Some("Lekte.".to_owned());
            session.people = vec![case.child];
        },
        json!({"note": null, "people": []}),
        json!({"note": "Lekte.", "people": [case.child.0]}),
    );
}

#[test]
fn rows_say_when_in_utc_and_in_order() {
    let desk = Desk::new();
    let store = desk.leader();
    add_case(&store, "A-1");
    let times: Vec<String> = store.journal(Trail::Newest, 9).unwrap().into_iter().map(|row| row.at).collect();
    assert!(times.iter().all(|at| at.starts_with("2026-") && at.ends_with('Z')), "{times:?}");
    assert!(times.is_sorted_by(|newer, older| newer > older), "{times:?}");
}

#[test]
fn a_save_that_fails_writes_nothing_at_all() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    let other = add(&store, &family("A-2", "Berg"));
    let before = (rows(&store), desk::get::<Family>(&store, other));
    store.keep_draft("form", "text").unwrap();
    let draft = Origin::Draft("form");
    let wrong_dates =
        Placement { ended_on: Some(desk::day("2026-01-01")), ..desk::placement(case.child, "2026-02-02") };
    let not_cancelled = Session {
        outcome: Outcome::Held,
        cancelled_by: Some(trygg::domain::codes::CancelledBy::Us),
        ..session(case.family, "2026-11-03")
    };
    let taken = Family { case_ref: "A-1".to_owned(), ..before.1.value.clone() };
    for (name, found, expected) in [
        ("taken case reference", key(store.add(&family("A-1", "Dubbel"), draft)), "taken"),
        ("taken by a change", key(store.change(other, before.1.version, &taken, draft)), "taken"),
        ("taken person reference", key(store.add(&member(other, "P-A-1", "Elsa"), draft)), "taken"),
        ("ends before it begins", key(store.add(&wrong_dates, draft)), "database"),
        ("cancelled and held", key(store.add(&not_cancelled, draft)), "database"),
        ("no such family", key(store.add(&session(999.into(), "2026-11-03"), draft)), "not-found"),
        ("person of no family", key(store.add(&member(999.into(), "P-99", "Elsa"), draft)), "not-found"),
        ("no such person", key(store.add(&desk::placement(999.into(), "2026-02-02"), draft)), "not-found"),
        ("still has people", key(store.remove::<Family>(case.family)), "still-used"),
        ("still has sessions", key(store.remove::<Person>(case.child)), "still-used"),
        ("never was", key(store.remove::<Session>(999.into())), "not-found"),
        ("never was, changed", key(store.change(999.into(), 1, &session(other, "2026-11-03"), draft)), "not-found"),
        ("never was, opened", key(store.journal_reading(999.into())), "not-found"),
        ("import with one taken", key(store.import(&[family("A-3", "Ny"), family("A-1", "Dubbel")])), "taken"),
    ] {
        assert_eq!(found, expected, "{name}");
    }
    assert_eq!((rows(&store), desk::get::<Family>(&store, other)), before);
    assert_eq!(store.count_families(&trygg::store::FamilyFilter::default()).unwrap(), 2);
    assert!(store.draft("form").unwrap().is_some(), "what was typed stays");
    assert_eq!(store.undoable().unwrap().unwrap().label, "Berg", "undo still means the last change that was made");
}

#[test]
fn reading_a_family_is_journalled_once_for_each_opening() {
    let desk = Desk::new();
    let saga = desk.open("Saga");
    let case = add_case(&desk.leader(), "A-1");
    saga.journal_reading(case.family).unwrap();
    saga.family_page(case.family, desk::today()).unwrap();
    saga.family_page(case.family, desk::today()).unwrap();
    let trail = desk.leader().journal(Trail::Family(case.family), 9).unwrap();
    assert_eq!(told(&trail[0]), ("Saga", "open", "person", "family", case.family.0));
    assert_eq!(trail.iter().filter(|row| row.act == "open").count(), 1);
    assert_eq!((&trail[0].before, &trail[0].after), (&None, &None));
    assert!(saga.undoable().unwrap().is_none(), "there is nothing to undo in having read");
}

#[test]
fn a_family_s_trail_holds_all_that_belongs_to_it() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    add_case(&store, "A-2");
    let nouns: Vec<String> =
        store.journal(Trail::Family(case.family), 99).unwrap().into_iter().map(|row| row.noun).collect();
    assert_eq!(nouns, ["session", "placement", "person", "family"]);
    assert_eq!(store.journal(Trail::Newest, 3).unwrap().len(), 3);
}

#[test]
fn an_import_is_journalled_row_by_row_and_so_is_the_making_of_the_casebook() {
    let desk = Desk::new();
    let store = desk.leader();
    store.import(&[family("A-1", "Berg"), family("A-2", "Ek")]).unwrap();
    let rows = store.journal(Trail::Newest, 99).unwrap();
    let mut told: Vec<(&str, &str)> = rows.iter().map(|row| (row.cause.as_str(), row.noun.as_str())).collect();
    told.dedup();
    assert_eq!(
        told,
        [("import", "family"), ("setup", "user"), ("setup", "team"), ("setup", "casebook")],
        "the casebook, and who is there"
    );
    assert_eq!(rows.last().unwrap().user, "Saga", "the first user");
}
