//! Casebooks of every released schema are kept in `tests/data`; each still opens.
//!
//! To keep one of a new format: `cargo test --test store -- --ignored keep_a_casebook`. Never write over an old one.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use trygg::domain::codes::{Area, Role};
use trygg::domain::ids::{FamilyId, MemberId};
use trygg::domain::network::NetworkMap;
use trygg::domain::session::Session;
use trygg::store::{Casebook, FORMAT, FamilyFilter, FirstUser, Origin, Saving, Trail};

use super::desk::{clock, day, family, member, placement, session, today};
use super::drawn::{Home, full};

/// The formats that have been released.
const FORMATS: &[i64] = &[1, 3];

fn kept(format: i64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/casebook-format-{format}"))
}

/// A copy that only we may enter: version control keeps no such rights.
fn copy(from: &Path, to: &Path) {
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
    for &format in FORMATS {
        let place = tempfile::tempdir().unwrap();
        let copied = place.path().join("casebook");
        copy(&kept(format), &copied);
        let store = Casebook::find(&copied).unwrap().unlock("Lena", "", clock).unwrap();
        let rows = store.families(&FamilyFilter::default(), today(), 0, 9).unwrap();
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Lindström", "Åkerlund", "Öberg"], "format {format}");
        let page = store.family_page(rows[1].id, today()).unwrap();
        assert_eq!(page.people[0].placements[0].value.started_on, day("2026-02-02"));
        assert_eq!(page.sessions.last.as_ref().unwrap().people, ["Barn"]);
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
        store.add(&NetworkMap { drawn_on: day("2026-11-18"), ..map(family, child) }, Origin::Direct).unwrap();
    }
}

/// The network map that is kept in a casebook since format 3.
fn map(family: FamilyId, child: MemberId) -> NetworkMap {
    let mut map = full(Home { family, child, mother: child }, "2026-03-09");
    map.people[0].member = None;
    map
}

#[test]
fn the_present_format_is_kept() {
    assert_eq!(FORMATS.last(), Some(&FORMAT), "keep a casebook of the new format, see the module's documentation");
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
        store.add(&map(id, child), Origin::Direct).unwrap();
    }
    store.keep_draft("line", "halv rad").unwrap();
}
