//! What a file for one person, and every list, sheet and calendar besides, tells of a child in a shelter.

use calamine::Reader;
use serde_json::Value;
use trygg::domain::ids::{ArrangementId, FamilyId, PersonId};
use trygg::domain::person::Person;
use trygg::domain::session::Session;
use trygg::domain::visit::Arrangement;
use trygg::store::{Diary, DiaryOf, Origin, SessionFilter, Store};

use crate::bench::Bench;

/// Words that each stand in one place of the casebook: none may be had by the father.
const NEEDLES: [&str; 10] = [
    "Liljanhemmet",
    "Skyddsdistriktet",
    "Lönnträffen",
    "Stödjarsson",
    "Hemvägsresan",
    "2026-11-12",
    "Anteckningsordet",
    "Orsaksordet",
    "Syftesordet",
    "0701740699",
];

const PEOPLE: &str = "ref,case_ref,given_name,role,family_name,personal_id,birth_on,lives,guardian,protection,phone,\
                      language,protected_against\n\
                      U-1,2026-0143,Moa,mother,,,,placed,,,0701740699,,U-2\n\
                      U-2,2026-0143,Ulf,father,,,,own_household,,,070-174 06 05,,\n\
                      U-3,2026-0143,Lea,child,,,2016-05-04,placed,,,,,\n\
                      U-4,2026-0143,Kim,child,,,2014-02-03,at_home,,,,,\n";

const PLACEMENTS: &str = "person_ref,kind,started_on,district,home,school_change,school_started_on\n\
                          U-3,shelter,2026-11-01,Skyddsdistriktet,Liljanhemmet,yes,2026-11-12\n";

fn change<R: trygg::store::Record>(store: &Store, id: R::Id, how: impl FnOnce(&mut R)) {
    let mut stored = store.get::<R>(id).unwrap();
    how(&mut stored.value);
    store.change(id, stored.version, &stored.value, Origin::Direct).unwrap();
}

/// A family whose child and mother are in a shelter, away from the father, who meets the child.
fn bench() -> Bench {
    let bench = Bench::new();
    let families = "case_ref,name,status,started_on\n2026-0143,Ulfsson,active,2026-03-02\n";
    for (kind, text) in [("families", families), ("people", PEOPLE), ("placements", PLACEMENTS)] {
        let path = bench.file(&format!("{kind}.csv"), text);
        bench.run(&["import", kind, &path]).good();
    }
    bench.run(&["add", "umgänge Lea @pappa jämna lör 10-14 tom v22 steg5 -- Anteckningsordet"]).good();
    bench.run(&["add", "umgänge Kim @Lea @pappa 19/12 10-12"]).good();
    bench.run(&["add", "Ulfsson igår 14-15 @pappa @Lea -- Anteckningsordet i en träff"]).good();
    bench.run(&["add", "Ulfsson 18/11 14-15 @pappa -- Ulf får läsa detta"]).good();
    let store = bench.store();
    let diary = whole(&store);
    for stored in &diary.arrangements {
        change::<Arrangement>(&store, stored.id, |one| {
            one.terms.place = Some("Lönnträffen".into());
            one.terms.supporters = vec!["Stödjarsson".to_owned()];
            one.terms.transport = Some("Hemvägsresan".to_owned());
            one.purpose = Some("Syftesordet".to_owned());
        });
    }
    bench
}

fn whole(store: &Store) -> Diary {
    store.diary(DiaryOf::Everybody, "2026-01-01".parse().unwrap(), "2027-12-31".parse().unwrap()).unwrap()
}

/// The session of a day.
fn session(store: &Store, on: &str) -> trygg::domain::ids::SessionId {
    let filter = SessionFilter { from: on.parse().ok(), to: on.parse().ok(), ..SessionFilter::default() };
    store.sessions(&filter, 0, 1).unwrap()[0].id
}

/// Every cell of a workbook, a line each.
fn cells(book: &str) -> String {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(book).unwrap();
    let sheets = book.worksheets();
    let cells = sheets.iter().flat_map(|(_, sheet)| sheet.cells().map(|(_, _, cell)| cell.to_string()));
    cells.collect::<Vec<_>>().join("\n")
}

/// Every kind that the help names.
fn kinds() -> Vec<&'static str> {
    trygg::exchange::Noun::ALL.iter().map(|noun| noun.name()).collect()
}

#[test]
fn nothing_that_is_made_for_the_father_tells_where_the_child_is() {
    let bench = bench();
    let mut said = Vec::new();
    for kind in kinds() {
        for words in [
            vec!["list", kind, "--for", "U-2", "--from", "2026-01-01", "--to", "2027-12-31"],
            vec!["list", kind, "--for", "U-2", "--json", "--from", "2026-01-01", "--to", "2027-12-31"],
            vec!["export", kind, "--for", "U-2", "--format", "csv", "--from", "2026-01-01", "--to", "2027-12-31"],
            vec!["export", kind, "--for", "U-2", "--format", "json", "--from", "2026-01-01", "--to", "2027-12-31"],
        ] {
            said.push((words.join(" "), bench.run(&words).good()));
        }
    }
    for words in [
        &["show", "handover", "2026-0143", "--for", "U-2"][..],
        &["show", "handover", "2026-0143", "--for", "U-2", "--json"],
        &["export", "visits", "--format", "ics", "--for", "U-2"],
        &["export", "visits", "--format", "ics", "--adult", "U-2"],
        &["export", "visits", "--format", "ics", "--adult", "U-2", "--child", "U-3"],
    ] {
        said.push((words.join(" "), bench.run(words).good()));
    }
    // A workbook says what the rows say, and is read back to be sure.
    for kind in kinds().into_iter().filter(|kind| *kind != "network") {
        let book = bench.path(&format!("{kind}.xlsx")).to_str().unwrap().to_owned();
        let days = ["--from", "2026-01-01", "--to", "2027-12-31"];
        bench.run(&[&["export", kind, "--for", "U-2", "--format", "xlsx", "--out", &book][..], &days].concat()).good();
        said.push((format!("export {kind} as a workbook"), cells(&book)));
    }
    for (call, said) in &said {
        let unfolded = said.replace("\r\n ", "");
        for needle in NEEDLES {
            assert!(!unfolded.contains(needle), "{needle} in {call}:\n{said}");
        }
    }
    // The files say something all the same.
    let all: String = said.into_iter().map(|(_, said)| said).collect();
    for told in ["Ulf", "2026-11-28", "in_person"] {
        assert!(all.contains(told), "{told}");
    }
}

#[test]
fn a_file_for_one_person_holds_what_the_person_has_a_part_in() {
    let bench = bench();
    let rows = |kind: &str, who: &str| {
        let from = ["--from", "2026-01-01", "--to", "2026-12-31"];
        let all = bench.run(&[&["list", kind, "--for", who, "--json"][..], &from].concat()).json();
        all.as_array().unwrap().clone()
    };
    let refs = |who: &str| -> Vec<Value> { rows("people", who).iter().map(|row| row["ref"].clone()).collect() };
    // Lea lives with her mother, who is protected against Ulf: her row is none of his.
    assert_eq!(refs("U-2"), ["U-2", "U-4"]);
    assert_eq!(refs("U-4"), ["U-4"]);
    assert_eq!(rows("placements", "U-2").len(), 0);
    assert_eq!(rows("sessions", "U-2").len(), 2);
    assert_eq!(rows("sessions", "U-4").len(), 0);
    let visits = rows("visits", "U-2");
    assert!(visits.iter().all(|row| row["place"] == "*" && row["supporter"] == serde_json::json!(["*"])));
    assert!(visits.iter().all(|row| row["child_ref"] != "U-3"), "a mark, for a reference may be a name");
    assert_eq!(rows("tasks", "U-2").len(), 0);
    for words in [
        &["list", "due", "--for", "U-2"][..],
        &["list", "users", "--for", "U-2"],
        &["export", "network", "--for", "U-2"],
    ] {
        assert!(bench.run(words).bad(2).contains("--for"), "{words:?}");
    }
    assert!(bench.run(&["list", "people", "--for", "U-9"]).bad(4).contains("U-9"));
}

#[test]
fn a_note_goes_along_if_somebody_ticked_it_and_no_longer_once_it_is_edited() {
    let bench = bench();
    let notes = || {
        let said = bench.run(&["list", "sessions", "--for", "U-2", "--json"]).json();
        said.as_array().unwrap().iter().map(|row| row["note"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(notes(), ["*", "*"]);
    let store = bench.store();
    let id = session(&store, "2026-11-18");
    change::<Session>(&store, id, |one| one.told_to = vec![PersonId(2)]);
    assert_eq!(notes(), [Value::from("Ulf får läsa detta"), Value::from("*")]);
    let sheet = bench.run(&["show", "handover", "2026-0143", "--for", "U-2"]).good();
    assert!(sheet.contains("Ulf får läsa detta") && !sheet.contains("Anteckningsordet"), "{sheet}");
    // To somebody of another family nothing is told.
    let mut stranger = store.get::<Session>(id).unwrap();
    stranger.value.told_to = vec![PersonId(99)];
    assert!(store.change(id, stranger.version, &stranger.value, Origin::Direct).is_err());
}

#[test]
fn who_lives_with_somebody_protected_is_protected_like_them() {
    let bench = bench();
    let named = |who: &str| {
        let people = bench.run(&["list", "people", "--json"]).json();
        people.as_array().unwrap().iter().find(|row| row["ref"] == who).unwrap()["given_name"].clone()
    };
    assert_eq!([named("U-1"), named("U-3"), named("U-4")], ["*", "*", "Kim"]);
    let store = bench.store();
    change::<Person>(&store, PersonId(1), |one| one.protected_against = Vec::new());
    assert_eq!([named("U-1"), named("U-3")], ["Moa", "Lea"]);
    let shown = bench.run(&["list", "placements"]).good();
    assert!(
        !shown.contains("Liljanhemmet") && !shown.contains("Skyddsdistriktet"),
        "a shelter is one by kind: {shown}"
    );
}

#[test]
fn whoever_is_protected_against_somebody_stays_so_when_that_ones_reference_changes() {
    let bench = bench();
    let store = bench.store();
    change::<Person>(&store, PersonId(2), |one| one.reference = "Ulf; den nya".to_owned());
    assert_eq!(store.get::<Person>(PersonId(1)).unwrap().value.protected_against, ["Ulf; den nya"]);
    assert!(store.household(FamilyId(1)).unwrap().is_against(PersonId(3), PersonId(2)));
}

#[test]
fn the_identity_of_a_duty_tells_no_birth_date() {
    let bench = bench();
    let due = bench.run(&["list", "due", "--json", "--from", "2026-01-01", "--to", "2036-12-31"]).json();
    let due = due.as_array().unwrap();
    assert!(!due.is_empty());
    let mut ids: Vec<&str> = due.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert!(ids.iter().all(|id| !id.contains("-05-04") && !id.contains("-02-03") && !id.contains("2016-")), "{ids:?}");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), due.len(), "each has its own");
}

#[test]
fn whoever_may_know_opens_the_place_and_the_journal_says_so() {
    let bench = bench();
    let store = bench.store();
    let given = "2026-11-28".parse().unwrap();
    let before = store.journal(trygg::store::Trail::Family(FamilyId(1)), 500).unwrap().len();
    assert_eq!(store.open_place(ArrangementId(1), given).unwrap().as_deref(), Some("Lönnträffen"));
    let trail = store.journal(trygg::store::Trail::Family(FamilyId(1)), 500).unwrap();
    let opened =
        trail[..trail.len() - before].iter().filter(|row| (row.act.as_str(), row.noun.as_str()) == ("open", "place"));
    assert_eq!(opened.count(), 1);
}
