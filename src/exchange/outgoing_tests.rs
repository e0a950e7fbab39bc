//! What is exported can be imported again; what protected people need kept back is kept back.

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;

use super::*;
use crate::domain::codes::{Answer, Protection, Role};
use crate::exchange::demo;
use crate::exchange::file::{self, Format};
use crate::exchange::incoming::{self, Records};
use crate::exchange::table::Table;
use crate::store::{Casebook, FirstUser, NewFamily};

fn clock() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

fn casebook(directory: &TempDir, families: Vec<NewFamily>) -> Store {
    let first = FirstUser { name: "Karin", role: Role::TeamLeader };
    let casebook = Casebook::init_demo(directory.path(), &[first], clock).unwrap();
    let store = casebook.unlock("Karin", "", clock).unwrap();
    store.fill_demo(&casebook, families.into_iter(), |_| {}).unwrap();
    store
}

fn invented(count: u32) -> Vec<NewFamily> {
    demo::families(1, count, today()).collect()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn export(store: &Store, noun: Noun, format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    let listing = Listing::default();
    let mut rows = |taker: Each<'_, Row>| each(store, noun, &listing, Audience::File, taker);
    file::write(format, noun, &mut rows, &mut out).unwrap();
    out
}

fn import(store: &Store, noun: Noun, bytes: &[u8]) {
    match incoming::read(noun, &Table::read(bytes).unwrap(), today(), store).unwrap().unwrap() {
        Records::Families(families) => store.import(&families).unwrap(),
        Records::People(people) => store.import(&people).unwrap(),
        Records::Placements(placements) => store.import(&placements).unwrap(),
        Records::Sessions(sessions) => store.import(&sessions).unwrap(),
    }
}

#[test]
fn what_is_exported_comes_back_as_it_was() {
    let (first, second) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let mut families = invented(3);
    families[0].sessions[0].note = Some("=1+1\n\"citat\"; och, komma".to_owned());
    families[0].people[0].phone = Some("+46 70 174 06 05".to_owned());
    let there = casebook(&first, families);
    let csv: Vec<Vec<u8>> = Noun::ALL.iter().map(|noun| export(&there, *noun, Format::Csv)).collect();
    assert!(csv.iter().all(|bytes| Table::read(bytes).unwrap().rows.len() > 2));
    for format in [Format::Csv, Format::Xlsx] {
        let here = casebook(&TempDir::new_in(second.path()).unwrap(), Vec::new());
        for (noun, expected) in Noun::ALL.into_iter().zip(&csv) {
            import(&here, noun, &export(&there, noun, format));
            let (found, expected) = (export(&here, noun, Format::Csv), String::from_utf8_lossy(expected));
            assert_eq!(String::from_utf8_lossy(&found), expected, "{} {}", noun.name(), format.name());
        }
    }
}

/// One family whose child has a protection, placed where nobody may know, met in one session.
fn protected(protection: Protection, hidden: Answer) -> Vec<NewFamily> {
    let mut families = invented(1);
    let family = &mut families[0];
    let child = usize::try_from(family.placements[0].person.0).unwrap();
    family.people[child].protection = protection;
    family.people[child].phone = Some("070-174 06 05".to_owned());
    family.people[child].family_name = Some("Hemlig".to_owned());
    family.people[child].personal_id = Some("201701012393".to_owned());
    family.placements[0].hidden_location = Some(hidden);
    family.placements[0].home = Some("Familjehem Dahl".to_owned());
    family.sessions.truncate(1);
    family.sessions[0].people = vec![family.placements[0].person];
    families
}

#[test]
fn protected_people_are_kept_back() {
    use Audience::{File, House};
    let gone = "*";
    for (name, protection, hidden, audience, shown) in [
        (
            "nothing to protect",
            Protection::None,
            Answer::No,
            File,
            ["Elias", "Hemlig", "070-174 06 05", "Familjehem Dahl", "Elias"],
        ),
        ("a flag", Protection::ConfidentialityFlag, Answer::No, File, ["Elias", "Hemlig", gone, gone, "Elias"]),
        ("protected, in a file", Protection::ProtectedRegistration, Answer::No, File, ["E", gone, gone, gone, "P-1-3"]),
        ("assumed, in a file", Protection::AssumedIdentity, Answer::Yes, File, ["E", gone, gone, gone, "P-1-3"]),
        (
            "protected, in a list",
            Protection::ProtectedRegistration,
            Answer::No,
            House,
            ["Elias", "Hemlig", gone, gone, "Elias"],
        ),
        ("hidden location", Protection::None, Answer::Yes, House, ["Elias", "Hemlig", "070-174 06 05", gone, "Elias"]),
    ] {
        let directory = TempDir::new().unwrap();
        let store = casebook(&directory, protected(protection, hidden));
        let rows = |noun| {
            let mut rows = Vec::new();
            let mut taker = |row| {
                rows.push(row);
                Ok(())
            };
            each(&store, noun, &Listing::default(), audience, &mut taker).unwrap();
            rows
        };
        let people = rows(Noun::People);
        let child = people.iter().find(|row| row.draft.get("ref") == "P-1-3").unwrap();
        let placement = &rows(Noun::Placements)[0];
        let session = &rows(Noun::Sessions)[0];
        let found = [
            child.draft.get("given_name"),
            child.draft.get("family_name"),
            child.draft.get("phone"),
            placement.draft.get("home"),
            session.draft.get("people"),
        ];
        assert_eq!(found, shown, "{name}");
        assert_eq!(child.draft.get("protection"), crate::domain::codes::Code::code(protection), "{name}");
        let number = child.draft.get("personal_id");
        assert_eq!(number == gone, shown[1] == gone, "{name}");
        let mother = people.iter().find(|row| row.draft.get("ref") == "P-1-1").unwrap();
        assert_ne!(mother.draft.get("personal_id"), gone, "{name}");
    }
}
