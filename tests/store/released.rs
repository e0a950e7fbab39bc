//! Casebooks of every released schema are kept in `tests/data`; each still opens.
//!
//! To keep one of a new format: `cargo test --test store -- --ignored keep_a_casebook`. Never write over an old one.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use trygg::domain::codes::{Area, RelationKind, Role};
use trygg::domain::discretion::Setting;
use trygg::domain::ids::{ArrangementId, FamilyId, PersonId};
use trygg::domain::network::NetworkMap;
use trygg::domain::relation::Relation;
use trygg::domain::session::Session;
use trygg::domain::visit::Absence;
use trygg::domain::visit::{Limits, Occurrence};
use trygg::store::{Casebook, FORMAT, FamilyFilter, FirstUser, Origin, Saving, Store, Trail};

use super::desk::{clock, day, family, member, placement, session, today};
use super::drawn;
use super::planned::{self, Home, full_arrangement, told, whole};

/// The formats that have been released; 4 and 6 to 9 never were by themselves.
const FORMATS: [i64; 7] = [1, 2, 3, 5, 10, 11, 12];

/// The format that is being made: nobody has a casebook of it yet. Once one is kept, there is none.
const BEING_MADE: Option<i64> = Some(20);

fn kept(format: i64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/casebook-format-{format}"))
}

/// A copy that only we may enter: version control keeps no such rights.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    fs::set_permissions(to, fs::Permissions::from_mode(0o700)).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &to) } else { _ = fs::copy(&path, to).unwrap() }
    }
}

#[test]
fn every_released_format_opens_reads_and_writes() {
    for format in FORMATS {
        let place = tempfile::tempdir().unwrap();
        let copied = place.path().join("casebook");
        copy(&kept(format), &copied);
        let casebook = Casebook::find(&copied).unwrap();
        let store = casebook.unlock("Lena", "", clock).unwrap();
        let rows = store.families(&FamilyFilter::default(), today(), 0, 9).unwrap();
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Lindström", "Åkerlund", "Öberg"], "format {format}");
        let page = store.family_page(rows[1].id, today()).unwrap();
        assert_eq!(page.people[0].placements[0].value.started_on, day("2026-02-02"));
        assert_eq!(page.sessions.last.as_ref().unwrap().people[0].1.shown(Setting::Team), "Barn");
        assert_eq!(store.find("barn åker", 9).unwrap().len(), 1);
        assert!(!store.journal(Trail::Family(rows[1].id), 9).unwrap().is_empty());
        let mut changed = page.family.value;
        changed.district = Some("Hisingen".to_owned());
        let saved = store.change(page.family.id, page.family.version, &changed, Origin::Direct).unwrap();
        assert!(matches!(saved, Saving::Saved(_)) && store.undo().unwrap().is_some());
        let (family, child) = (page.family.id, page.people[0].person.id);
        if format >= 3 {
            let maps = store.maps_of(family).unwrap();
            assert_eq!(maps.seen.iter().map(|map| &map.value).collect::<Vec<_>>(), [&map(family, child)]);
        }
        if format >= 5 {
            let kin: Vec<Relation> =
                store.family_page(family, today()).unwrap().kin.into_iter().map(|kin| kin.value).collect();
            assert_eq!(kin, [kin_of(family, child, page.people[1].person.id)]);
        }
        store.add(&NetworkMap { drawn_on: day("2026-11-18"), ..map(family, child) }, Origin::Direct).unwrap();
        if format >= 2 {
            visits_are_read(&store, rows[1].id);
        }
        visits_are_written(&store, page.family.id, page.people[0].person.id);
        let proof = store.verify(&casebook).unwrap();
        assert!(proof.holds(), "format {format}: {proof:?}");
    }
}

/// The visits that are kept in a casebook since format 2.
fn visits_are_read(store: &Store, family: FamilyId) {
    let diary = whole(store, family);
    let child = diary.arrangements[0].value.child;
    let home = Home { family, child, sibling: child, mother: child, father: child };
    let (id, of) = (diary.arrangements[0].id, full_arrangement(home));
    assert_eq!(diary.arrangements[0].value, of);
    let left_out = Occurrence::given(id, &of, day("2026-11-21")).left_out(Some("Höstlov".to_owned()));
    assert_eq!(diary.stored(id), [told(id, &of, "2026-11-07"), left_out]);
    assert_eq!(diary.restrictions[0].value, planned::limited(home, LIMITS));
    assert_eq!((&diary.wishes[0].value, &diary.moves[0].value), (&planned::wish(home), &planned::ladder_move(home)));
    assert_eq!(diary.absences[0].value, away());
    let on: Vec<String> =
        diary.visits(day("2026-11-01"), day("2026-11-30")).iter().map(|visit| visit.on().to_string()).collect();
    assert_eq!(on, ["2026-11-07", "2026-11-14", "2026-11-28"]);
}

/// A casebook that had no visits has room for them, and one that had takes more.
fn visits_are_written(store: &Store, family: FamilyId, child: PersonId) {
    let home = Home { family, child, sibling: child, mother: child, father: child };
    let id = planned::plan(store, &planned::arrangement(home, planned::saturdays("2027-01-02")));
    planned::say(store, id, "2027-01-09", |one, _| one.held()).unwrap();
    assert_eq!(whole(store, family).stored(id).len(), 1);
}

/// At most two visits a month.
const LIMITS: Limits = Limits { contacts: Vec::new(), supervised: None, most_a_month: Some(2), most_minutes: None };

fn away() -> Absence {
    Absence {
        calendar_uid: Some("kalender-1".to_owned()),
        ..planned::absence("2026-11-21T08:00:00", "2026-11-21T12:00:00")
    }
}

/// The relation that is kept in a casebook since format 5.
fn kin_of(family: FamilyId, child: PersonId, sibling: PersonId) -> Relation {
    Relation::new(family, child, RelationKind::SiblingOf, sibling).ended(Some(day("2026-02-02")))
}

/// The network map that is kept in a casebook since format 3.
fn map(family: FamilyId, child: PersonId) -> NetworkMap {
    let mut map = drawn::full(drawn::Home { family, child, mother: child }, "2026-03-09");
    map.people[0].member = None;
    map
}

#[test]
fn the_present_format_is_kept() {
    let newest = BEING_MADE.or(FORMATS.last().copied());
    assert_eq!(newest, Some(FORMAT), "keep a casebook of the new format, see the module's documentation");
}

#[test]
#[ignore = "writes tests/data; only for a new format"]
fn keep_a_casebook() {
    let directory = kept(FORMAT);
    let users =
        [FirstUser { name: "Lena", role: Role::TeamLeader }, FirstUser { name: "Saga", role: Role::SupportPerson }];
    let casebook = Casebook::init_demo(&directory, &users, clock).unwrap();
    let store = casebook.unlock("Lena", "", clock).unwrap();
    for (case_ref, name) in [("2026-0117", "Åkerlund"), ("2026-0118", "Öberg"), ("2026-0119", "Lindström")] {
        let id = store.add(&family(case_ref, name), Origin::Direct).unwrap();
        let child = store.add(&member(id, &format!("P-{case_ref}"), "Barn"), Origin::Direct).unwrap();
        store.add(&placement(child, "2026-02-02"), Origin::Direct).unwrap();
        let held = Session {
            people: vec![child],
            staff: vec!["Saga".to_owned()],
            areas: vec![Area::School],
            note: Some("Läxor.".to_owned()),
            ..session(id, "2026-11-03")
        };
        store.add(&held, Origin::Direct).unwrap();
        keep_visits(&store, Home { family: id, child, sibling: child, mother: child, father: child });
        store.add(&map(id, child), Origin::Direct).unwrap();
        let sibling = store.add(&member(id, &format!("S-{case_ref}"), "Syskon"), Origin::Direct).unwrap();
        store.add(&kin_of(id, child, sibling), Origin::Direct).unwrap();
    }
    store.add(&away(), Origin::Direct).unwrap();
    store.keep_draft("line", "halv rad").unwrap();
}

/// An arrangement with two stored visits, a restriction, a wish and a move on the ladder.
fn keep_visits(store: &Store, home: Home) {
    let (none, of) = (ArrangementId(0), full_arrangement(home));
    let left_out = Occurrence::given(none, &of, day("2026-11-21")).left_out(Some("Höstlov".to_owned()));
    store.plan(&of, &[told(none, &of, "2026-11-07"), left_out], Origin::Direct).unwrap();
    store.add(&planned::limited(home, LIMITS), Origin::Direct).unwrap();
    store.add(&planned::wish(home), Origin::Direct).unwrap();
    store.add(&planned::ladder_move(home), Origin::Direct).unwrap();
}
