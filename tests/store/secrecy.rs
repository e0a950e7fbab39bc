//! No plaintext ever reaches the disk: every byte of every file of the casebook is searched for what was written.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use trygg::domain::check_in::{CheckIn, Meeting};
use trygg::domain::codes::{Protection, Role};
use trygg::domain::family::Family;
use trygg::domain::ids::{ArrangementId, FamilyId, PersonId};
use trygg::domain::network::NetworkMap;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::session::Session;
use trygg::domain::task::Task;
use trygg::domain::visit::Absence;
use trygg::domain::visit::{LadderMove, Restriction, Wish};
use trygg::store::{Casebook, FirstUser, Origin, Store};

use super::desk::{self, add, change};
use super::drawn;
use super::planned;

const PASSPHRASE: &str = "hemligt lösenord som ingen vet";
const LEADER: &str = "Lena Teamledarsson";

/// Everything that is written below, in strings that occur nowhere else.
pub const SECRETS: &[&str] = &[
    "Familjenamnov",
    "Aktnr-7781",
    "Stadsdelinge",
    "Fasen egenfas",
    "Barnnamnia",
    "Efternamnson",
    "201701012393",
    "070-174 06 35",
    "Språkiska",
    "Hemmetsgård",
    "Anteckningsord som är långt nog",
    "Nästastegsord",
    "Orsaksordet",
    "Kollegansson",
    "Utkastord",
    "kladdplats",
    "Sökordet",
    "barnnamnia",
    "Nyttfamiljenamn",
    "Borttagningsnamn",
    "Platsordet",
    "Resordet",
    "Trotsordet",
    "Syftesordet",
    "Umgängesanteckning",
    "Stödjarsson",
    "Återbudsordet",
    "Förberedelseord",
    "Familjehemsord",
    "Stoppregelord",
    "Samspelsord",
    "Insatsord",
    "Barnets ord samma dag",
    "Barnets ord senare",
    "Reaktionsord",
    "Bedömningsord",
    "Överenskommet ord",
    "Nytt ord om besöket",
    "Begränsningsord",
    "Skälsordet",
    "Beslutsfattarsson",
    "Önskeord",
    "Svarsordet",
    "Stegskälsord",
    "Stegbeslutarsson",
    "Ord om steget",
    "Frånvarande Stödjarsson",
    "kalender-uid-7781",
    "Nätverksnamnia",
    "Nätverksroll",
    "Kartkommentar",
    "Kartritarsson",
    "Bortplockad Vännsson",
    "Uppgiftsordet",
    "Uppgiftstagarsson",
    "Avstämningsmening",
    "Avstämningsbeslut",
    "Nästa avstämningssteg",
    "Närvarande Kollegansson",
    PASSPHRASE,
];

pub fn write_everything(store: &Store) {
    let family = add(
        store,
        &Family {
            district: Some("Stadsdelinge".to_owned()),
            phase: Some("Fasen egenfas".to_owned()),
            ..desk::family("Aktnr-7781", "Familjenamnov")
        },
    );
    let child = add(
        store,
        &Person {
            family_name: Some("Efternamnson".into()),
            personal_id: Some("201701012393".to_owned()),
            phone: Some("070-174 06 35".into()),
            language: Some("Språkiska".to_owned()),
            protection: Protection::ProtectedRegistration,
            ..desk::member(family, "P-1", "Barnnamnia")
        },
    );
    let removed = add(store, &desk::member(family, "P-2", "Borttagningsnamn"));
    add(store, &Placement { home: Some("Hemmetsgård".into()), ..desk::placement(child, "2026-02-02") });
    store.keep_draft("kladdplats", "Utkastord").unwrap();
    add(
        store,
        &Session {
            note: Some("Anteckningsord som är långt nog. ".repeat(200)),
            next_step: Some("Nästastegsord".to_owned()),
            reason: Some("Orsaksordet".to_owned()),
            staff: vec!["Kollegansson".to_owned()],
            people: vec![child],
            ..desk::session(family, "2026-11-02")
        },
    );
    change::<Family>(store, family, |family| family.name = "Nyttfamiljenamn".to_owned()).unwrap();
    store.remove::<Person>(removed).unwrap();
    write_visits(store, family, child);
    write_map(store, family, child);
    let task = Task { what: "Uppgiftsordet".to_owned(), who: "Uppgiftstagarsson".to_owned(), ..super::tasks::own() };
    add(store, &Task { family: Some(family), ..task });
    let present = vec!["Närvarande Kollegansson".to_owned()];
    let meeting = add(store, &Meeting { present, ..super::check_ins::meeting(&[family]) });
    let said = CheckIn {
        sentence: Some("Avstämningsmening".to_owned()),
        decision: Some("Avstämningsbeslut".to_owned()),
        next_step: Some("Nästa avstämningssteg".to_owned()),
        ..super::check_ins::said(family, Some(meeting))
    };
    store.record_check_in(&said, None, None, Origin::Direct).unwrap();
    assert!(store.find("Sökordet", 9).unwrap().is_empty());
    assert!(!store.find("barnnamn", 9).unwrap().is_empty());
}

fn write_visits(store: &Store, family: FamilyId, child: PersonId) {
    let some = |text: &str| Some(text.to_owned());
    let home = planned::Home { family, child, sibling: child, mother: child, father: child };
    let mut of = planned::full_arrangement(home);
    (of.terms.place, of.terms.transport, of.terms.despite) =
        (some("Platsordet").map(Into::into), some("Resordet"), some("Trotsordet"));
    of.terms.supporters = vec!["Anna Stödjarsson".to_owned()];
    (of.purpose, of.note) = (some("Syftesordet"), some("Umgängesanteckning"));
    let mut told = planned::told(ArrangementId(0), &of, "2026-11-07");
    (told.before.child, told.before.family_home) = (some("Förberedelseord"), some("Familjehemsord"));
    (told.before.stop_rule, told.during.interplay) = (some("Stoppregelord"), some("Samspelsord"));
    (told.during.interventions, told.after.reaction) = (some("Insatsord"), some("Reaktionsord"));
    (told.after.words_same_day, told.after.words_later) = (some("Barnets ord samma dag"), some("Barnets ord senare"));
    (told.after.judgement, told.after.agreed) = (some("Bedömningsord"), some("Överenskommet ord"));
    let id = store.plan(&of, &[told], Origin::Direct).unwrap();
    planned::say(store, id, "2026-11-07", |mut one, _| {
        one.after.next = some("Nytt ord om besöket");
        one
    })
    .unwrap();
    planned::say(store, id, "2026-11-14", |one, _| one.missed(some("Återbudsordet"))).unwrap();
    planned::say(store, id, "2026-11-14", |one, of| one.restored(of)).unwrap();
    let restriction = Restriction {
        how: some("Begränsningsord"),
        why: some("Skälsordet"),
        decided_by: some("Beslutsfattarsson"),
        ..planned::restriction(home)
    };
    let restriction = add(store, &restriction);
    store.remove::<Restriction>(restriction).unwrap();
    let wish = Wish { what: "Önskeord".to_owned(), answer: some("Svarsordet"), ..planned::wish(home) };
    add(store, &Wish { answered_on: Some(desk::day("2026-11-20")), ..wish });
    add(
        store,
        &LadderMove {
            reason: "Stegskälsord".to_owned(),
            decided_by: "Stegbeslutarsson".to_owned(),
            words: some("Ord om steget"),
            ..planned::ladder_move(home)
        },
    );
    let away = planned::absence("2026-11-21T08:00:00", "2026-11-21T12:00:00");
    let away = Absence { calendar_uid: some("kalender-uid-7781"), ..away };
    store.take_in_calendar("Frånvarande Stödjarsson", desk::day("2026-11-01"), &[away]).unwrap();
}

fn write_map(store: &Store, family: FamilyId, child: PersonId) {
    let home = drawn::Home { family, child, mother: child };
    let mut map = drawn::map(home, "2026-03-09");
    (map.drawn_by, map.comment) = ("Kartritarsson".to_owned(), Some("Kartkommentar".to_owned()));
    map.people =
        vec![drawn::person(1, "Nätverksnamnia", "friends", 1), drawn::person(2, "Bortplockad Vännsson", "friends", 1)];
    map.people[0].role = Some("Nätverksroll".to_owned());
    let id = add(store, &map);
    change::<NetworkMap>(store, id, |map| map.people.truncate(1)).unwrap();
}

/// Names of files in which a secret stands, with the secret.
fn leaks(directory: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(leaks(&path));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        for secret in SECRETS {
            let (little, big): (Vec<_>, Vec<_>) =
                secret.encode_utf16().map(|unit| (unit.to_le_bytes(), unit.to_be_bytes())).unzip();
            for form in [secret.as_bytes(), &little.concat(), &big.concat()] {
                if bytes.windows(form.len()).any(|window| window == form) {
                    found.push(format!("{}: {secret}", path.display()));
                }
            }
        }
    }
    found
}

#[test]
fn nothing_that_was_written_can_be_read_from_the_files() {
    let place = tempfile::tempdir().unwrap();
    let directory = place.path().join("casebook");
    let first = FirstUser { name: LEADER, role: Role::TeamLeader };
    let casebook = Casebook::init(&directory, first, PASSPHRASE, desk::clock).unwrap();
    let store = casebook.unlock(LEADER, PASSPHRASE, desk::clock).unwrap();
    write_everything(&store);

    let wal = directory.join("casebook.db-wal");
    assert!(fs::metadata(&wal).unwrap().len() > 100_000, "the write-ahead log has not been moved into the database");
    assert_eq!(leaks(&directory), [""; 0], "while open");
    for entry in fs::read_dir(&directory).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o077;
        assert_eq!(mode, 0, "others can read {:?}", entry.file_name());
    }
    drop(store);
    assert!(!wal.exists(), "closing moves the log into the database");
    assert_eq!(leaks(&directory), [""; 0], "when closed");
    let database = fs::read(directory.join("casebook.db")).unwrap();
    assert!(!database.starts_with(b"SQLite format 3"));
}

#[test]
fn the_search_for_leaks_finds_one() {
    let place = tempfile::tempdir().unwrap();
    let utf16: Vec<u8> = "Barnnamnia".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(place.path().join("plain"), "xx Utkastord xx").unwrap();
    fs::write(place.path().join("wide"), utf16).unwrap();
    assert_eq!(leaks(place.path()).len(), 2);
}

#[test]
fn a_problem_never_quotes_what_was_written() {
    let desk = desk::Desk::new();
    let store = desk.leader();
    write_everything(&store);
    let taken = store.add(&desk::family("Aktnr-7781", "Familjenamnov"), Origin::Direct).unwrap_err();
    let told = format!("{taken} {taken:?}");
    assert!(told.contains("case_ref") && SECRETS.iter().all(|secret| !told.contains(secret)), "{told}");
}
