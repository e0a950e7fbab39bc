//! What the journal says of visits, what takes in a calendar, and that a visit is never told of twice.

use serde_json::json;
use trygg::domain::codes::CancelledBy;
use trygg::domain::ids::ArrangementId;
use trygg::domain::visit::Absence;
use trygg::domain::visit::{Arrangement, LadderMove, Occurrence, Restriction, Scope, Wish, change};
use trygg::store::{JournalRow, Origin, Store, Trail};

use super::desk::{Desk, add, day, key, rows};
use super::journal::{lives_and_dies, parsed};
use super::planned::{self, Home, absence, arrangement, full_arrangement, home, plan, saturdays, say, whole};

#[test]
fn every_noun_of_visits_is_journalled_with_the_fields_that_differ() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    lives_and_dies::<Arrangement>(
        &store,
        "arrangement",
        &full_arrangement(home),
        |of| of.purpose = Some("Samspel".to_owned()),
        json!({"purpose": "Återförening"}),
        json!({"purpose": "Samspel"}),
    );
    lives_and_dies::<Restriction>(
        &store,
        "restriction",
        &planned::restriction(home),
        |of| of.considered_on.push(day("2026-12-20")),
        json!({"considered_on": ["2026-12-10"]}),
        json!({"considered_on": ["2026-12-10", "2026-12-20"]}),
    );
    lives_and_dies::<Wish>(
        &store,
        "wish",
        &planned::wish(home),
        |wish| wish.answer = Some("Ja".to_owned()),
        json!({"answer": null}),
        json!({"answer": "Ja"}),
    );
    lives_and_dies::<LadderMove>(
        &store,
        "ladder_move",
        &planned::ladder_move(home),
        |made| made.to = 6,
        json!({"to": 5}),
        json!({"to": 6}),
    );
}

fn news(store: &Store, count: usize) -> Vec<JournalRow> {
    let mut found = store.journal(Trail::Newest, u32::try_from(count).unwrap()).unwrap();
    found.reverse();
    found
}

fn told(rows: &[JournalRow]) -> Vec<(&str, &str, &str)> {
    rows.iter().map(|row| (row.act.as_str(), row.noun.as_str(), row.cause.as_str())).collect()
}

#[test]
fn each_change_of_visits_says_what_it_did_and_to_which_family() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let of = arrangement(home, saturdays("2026-11-07"));
    let held = Occurrence::given(ArrangementId(0), &of, day("2026-11-07")).held();
    let id = store.plan(&of, &[held], Origin::Direct).unwrap();
    let added = news(&store, 2);
    assert_eq!(told(&added), [("add", "arrangement", "person"), ("add", "visit", "person")]);
    assert_eq!(parsed(added[1].after.as_ref())["arrangement"], json!(id.0), "under its own arrangement");
    say(&store, id, "2026-11-07", |one, _| one.cancelled(CancelledBy::Us, Some("snö".to_owned()), None)).unwrap();
    let changed = news(&store, 1);
    assert_eq!(told(&changed), [("change", "visit", "person")]);
    let after = json!({"outcome": "cancelled", "cancelled_by": "us", "reason": "snö"});
    assert_eq!(parsed(changed[0].after.as_ref()), after, "the fields that differ");
    say(&store, id, "2026-11-07", |one, of| one.restored(of)).unwrap();
    assert_eq!(told(&news(&store, 1)), [("remove", "visit", "person")]);
    say(&store, id, "2026-11-14", |one, _| one.left_out(None)).unwrap();

    let mut edited = of.clone();
    edited.series.weekdays = [chrono::Weekday::Sun].into_iter().collect();
    let diary = whole(&store, home.family);
    let changed = change(id, &of, diary.stored(id), &edited, Scope::Later(day("2026-11-14")));
    store.change_series((id, 1), diary.stored(id), &changed, Origin::Direct).unwrap();
    let split = [("change", "arrangement", "person"), ("remove", "visit", "person"), ("add", "arrangement", "person")];
    assert_eq!(told(&news(&store, 3)), split, "what it is about comes first");
    store.import_visits(&[(of.clone(), Vec::new()), (of, Vec::new())]).unwrap();
    assert_eq!(told(&news(&store, 2)), [("add", "arrangement", "import"), ("add", "arrangement", "import")]);
    let trail = store.journal(Trail::Family(home.family), 99).unwrap();
    let is_of_visits = |row: &&JournalRow| {
        ["arrangement", "visit"].contains(&row.noun.as_str()) && ["add", "change", "remove"].contains(&row.act.as_str())
    };
    assert_eq!(trail.iter().filter(is_of_visits).count(), 10);
    // An administrator is told that it was done, and not a word of it.
    let ada = desk.open("Ada").journal(Trail::Family(home.family), 99).unwrap();
    assert!(ada.len() == trail.len() && ada.iter().all(|row| row.before.is_none() && row.after.is_none()));
}

fn busy(store: &Store) -> Vec<(String, String, Option<String>)> {
    let all = store.absences(day("2026-01-01"), day("2027-12-31")).unwrap();
    let one = |absence: Absence| (absence.supporter, absence.from.to_string(), absence.calendar_uid);
    all.into_iter().map(|stored| one(stored.value)).collect()
}

#[test]
fn a_calendar_gives_way_to_what_it_says_now() {
    let desk = Desk::new();
    let store = desk.open("Vera");
    let made = rows(&desk.leader());
    let from = |day: &str, uid: &str| Absence {
        calendar_uid: Some(uid.to_owned()),
        ..absence(&format!("{day}T08:00:00"), &format!("{day}T12:00:00"))
    };
    let own = add(&store, &absence("2026-11-25T08:00:00", "2026-11-25T12:00:00"));
    let midnight = absence("2026-11-20T20:00:00", "2026-11-21T00:00:00");
    let first = [from("2026-11-19", "a"), midnight, from("2026-11-23", "b"), from("2026-11-24", "c")];
    store.take_in_calendar("Vera", day("2026-11-01"), &first).unwrap();
    assert_eq!(rows(&desk.leader()), made + 1 + 4);
    // Another's, whatever the calendar says of whose it is.
    let not_vera = Absence { supporter: "Vera".to_owned(), ..from("2026-11-23", "b") };
    store.take_in_calendar("Åsa", day("2026-11-01"), &[not_vera]).unwrap();
    let before = rows(&desk.leader());
    let now = [from("2026-11-23", "b"), from("2026-11-26", "c")];
    store.take_in_calendar("VERA", day("2026-11-21"), &now).unwrap();
    let told = |rows: &[JournalRow]| rows.iter().map(|row| (row.act.clone(), row.cause.clone())).collect::<Vec<_>>();
    let two = [("remove".to_owned(), "import".to_owned()), ("add".to_owned(), "import".to_owned())];
    assert_eq!((rows(&desk.leader()) - before, told(&news(&desk.leader(), 2))), (2, two.to_vec()));
    let expected = [
        ("Vera", "2026-11-19 08:00:00", Some("a")),
        ("Vera", "2026-11-20 20:00:00", Some("")),
        ("Vera", "2026-11-23 08:00:00", Some("b")),
        ("Åsa", "2026-11-23 08:00:00", Some("b")),
        ("Vera", "2026-11-25 08:00:00", None),
        ("Vera", "2026-11-26 08:00:00", Some("c")),
    ];
    let expected = expected.map(|(who, from, uid)| (who.to_owned(), from.to_owned(), uid.map(str::to_owned)));
    assert_eq!(busy(&store), expected);
    store.remove::<Absence>(own).unwrap();
    // One that ends before it begins is refused, and nothing of the rest is taken in.
    let wrong = [from("2026-12-01", "x"), absence("2026-12-02T12:00:00", "2026-12-02T12:00:00")];
    let before = rows(&desk.leader());
    assert_eq!(key(store.take_in_calendar("Vera", day("2026-11-21"), &wrong)), "absence-ends-before");
    assert_eq!(key(store.take_in_calendar("Ingen", day("2026-11-21"), &wrong)), "absence-ends-before");
    assert_eq!(rows(&desk.leader()), before);
}

#[test]
fn what_hangs_on_visits_keeps_what_they_need() {
    let desk = Desk::new();
    let store = desk.leader();
    let home @ Home { family, child, mother, father, .. } = home(&store, "A-1");
    let id = plan(&store, &arrangement(home, saturdays("2026-11-07")));
    say(&store, id, "2026-11-07", |mut one, _| {
        one = one.held();
        one.during.came = vec![father];
        one
    })
    .unwrap();
    for (name, refused) in [
        ("the series of a stored visit", key(store.remove::<Arrangement>(id))),
        ("the family", key(store.remove::<trygg::domain::family::Family>(family))),
        ("the child", key(store.remove::<trygg::domain::person::Person>(child))),
        ("whom the child meets", key(store.remove::<trygg::domain::person::Person>(mother))),
        ("who came", key(store.remove::<trygg::domain::person::Person>(father))),
    ] {
        assert_eq!(refused, "still-used", "{name}");
    }
    say(&store, id, "2026-11-07", |one, of| Occurrence::given(one.arrangement, of, one.given)).unwrap();
    store.remove::<Arrangement>(id).unwrap();
    store.remove::<trygg::domain::person::Person>(father).unwrap();
}
