//! What is left behind at a lock or an end: sealed to whoever typed it, back when they come, and lost to nobody.

use std::fs;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};
use tempfile::TempDir;
use trygg::domain::codes::Role;
use trygg::domain::looked::Whence;
use trygg::store::{Casebook, FirstUser, Holds, LookAsked, Origin, Store};

use super::desk::{Desk, add_case, clock, family};

fn typed(places: &[(&str, &str)]) -> Vec<(String, String)> {
    places.iter().map(|(place, body)| ((*place).to_owned(), (*body).to_owned())).collect()
}

fn kept(store: &Store) -> Vec<(String, String)> {
    store.drafts().unwrap().into_iter().map(|draft| (draft.place, draft.body)).collect()
}

fn sealed(casebook: &Casebook) -> usize {
    fs::read_dir(casebook.directory().join("sealed")).map_or(0, Iterator::count)
}

#[test]
fn a_parcel_opens_for_whoever_it_belongs_to_and_its_text_is_kept_then() {
    let desk = Desk::new();
    let parcel = desk.open("Saga").leave_behind(typed(&[("line", "halvt")]), "here".into()).unwrap();
    assert_eq!(parcel.holds, Holds::Text);
    assert_eq!(desk.open("Kim").take_back(&parcel), None);
    assert_eq!(desk.leader().take_back(&parcel), None);
    assert_eq!(kept(&desk.open("Saga")), [], "it is nowhere but in the parcel");
    let saga = desk.open("Saga");
    assert_eq!(saga.take_back(&parcel).as_deref(), Some("here"));
    assert_eq!(kept(&saga), typed(&[("line", "halvt")]));
    assert!(!saga.holds_drafts());
    drop(saga);
    assert_eq!(kept(&desk.open("Saga")), typed(&[("line", "halvt")]), "it outlives the program");
}

#[test]
fn where_nothing_was_typed_only_the_place_is_told() {
    let desk = Desk::new();
    let parcel = desk.open("Saga").leave_behind(vec![], "here".into()).unwrap();
    assert_eq!(parcel.holds, Holds::Place);
}

/// A disk on which nothing can be written: SQLite cannot make the file that it shares with others.
fn without_room(desk: &Desk) {
    fs::create_dir(desk.casebook.directory().join("casebook.db-shm")).unwrap();
}

#[test]
fn text_that_cannot_be_kept_yet_is_read_as_if_it_were_and_goes_along_again() {
    let desk = Desk::new();
    desk.open("Saga").keep_draft("form", "sedan tidigare").unwrap();
    let parcel = desk.open("Saga").leave_behind(typed(&[("line", "halvt")]), String::new()).unwrap();
    without_room(&desk);
    let saga = desk.open("Saga");
    saga.take_back(&parcel).unwrap();
    assert!(saga.holds_drafts());
    assert_eq!(kept(&saga), typed(&[("line", "halvt"), ("form", "sedan tidigare")]));
    assert_eq!(saga.draft("line").unwrap().unwrap().body, "halvt");
    assert!(saga.keep_held().is_err());
    let again = saga.leave_behind(typed(&[("new", "mer")]), String::new()).unwrap();
    assert_eq!(again.holds, Holds::Text);
    drop(saga);
    fs::remove_dir(desk.casebook.directory().join("casebook.db-shm")).unwrap();
    let saga = desk.open("Saga");
    saga.take_back(&again).unwrap();
    assert!(!saga.holds_drafts());
    let mut all = kept(&saga);
    all.sort();
    assert_eq!(all, typed(&[("form", "sedan tidigare"), ("line", "halvt"), ("new", "mer")]));
}

#[test]
fn what_was_looked_at_and_could_not_be_journalled_is_sealed_and_journalled_when_its_reader_comes_back() {
    let desk = Desk::new();
    let case = add_case(&desk.leader(), "A-1");
    let opened = || {
        let asked = LookAsked { family: Some(case.family), user: Some("Saga".to_owned()), ..LookAsked::default() };
        let rows = desk.leader().looks(&asked).unwrap();
        let opened = rows.into_iter().filter(|row| row.act == "open");
        opened.map(|row| (row.at, row.whence.terminal)).collect::<Vec<_>>()
    };
    let whence = Whence::new("pts/3", "", "");
    // At a lock it goes along in a parcel; at an end it is put by.
    for locks in [true, false] {
        let before = opened().len();
        without_room(&desk);
        let saga = desk.casebook.clone().at(whence.clone()).unlock("Saga", "", clock).unwrap();
        saga.journal_reading(case.family).unwrap();
        assert_eq!(saga.kept_readings(), 1);
        let then = clock();
        let parcel = locks.then(|| saga.leave_behind(vec![], "here".into()).unwrap());
        drop(saga);
        assert_eq!(sealed(&desk.casebook), usize::from(!locks));
        fs::remove_dir(desk.casebook.directory().join("casebook.db-shm")).unwrap();
        drop(desk.open("Kim"));
        assert_eq!(opened().len(), before, "nobody else opens it");
        let saga = desk.open("Saga");
        if let Some(parcel) = parcel {
            assert_eq!(parcel.holds, Holds::Looks);
            assert_eq!(saga.take_back(&parcel).as_deref(), Some("here"));
        }
        let found = opened();
        assert_eq!((found.len(), sealed(&desk.casebook)), (before + 1, 0));
        let (at, terminal) = &found[0];
        assert!(*at < then, "with its own time");
        assert_eq!(terminal, "pts/3", "and from where it was");
    }
}

#[test]
fn what_lies_beside_the_casebook_is_taken_back_once_and_by_its_owner_alone() {
    let desk = Desk::new();
    let parcel = desk.open("Saga").leave_behind(typed(&[("line", "halvt")]), String::new()).unwrap();
    desk.casebook.put_by(&parcel).unwrap();
    let lies = fs::read_dir(desk.casebook.directory().join("sealed")).unwrap().next().unwrap().unwrap();
    let text = fs::read(lies.path()).unwrap();
    assert!(!text.windows(5).any(|part| part == b"halvt" || part == b"line\""));
    assert_eq!(kept(&desk.open("Kim")), []);
    assert_eq!(sealed(&desk.casebook), 1);
    assert_eq!(kept(&desk.open("Saga")), typed(&[("line", "halvt")]));
    assert_eq!(sealed(&desk.casebook), 0);
}

#[test]
fn what_was_typed_since_is_not_overwritten_by_what_comes_back() {
    let desk = Desk::new();
    let parcel = desk.open("Saga").leave_behind(typed(&[("line", "förr")]), String::new()).unwrap();
    desk.casebook.put_by(&parcel).unwrap();
    let later = Desk::new();
    // Typed at another terminal, where the disk could be written to, before anybody took back what lies there.
    fs::rename(desk.casebook.directory().join("sealed"), later.beside().join("aside")).unwrap();
    desk.open("Saga").keep_draft("line", "sedan").unwrap();
    fs::rename(later.beside().join("aside"), desk.casebook.directory().join("sealed")).unwrap();
    assert_eq!(kept(&desk.open("Saga")), typed(&[("line", "sedan")]));
    assert_eq!(sealed(&desk.casebook), 0);
}

#[test]
fn what_is_no_parcel_of_ours_does_no_harm_and_is_left_alone() {
    let desk = Desk::new();
    let folder = desk.casebook.directory().join("sealed");
    fs::create_dir(&folder).unwrap();
    for (name, text) in [("empty", ""), ("words", "{\"drafts\":[]}"), ("longer", &"x".repeat(100_000))] {
        fs::write(folder.join(name), text).unwrap();
    }
    fs::create_dir(folder.join("folder")).unwrap();
    assert_eq!(kept(&desk.open("Saga")), []);
    assert_eq!(sealed(&desk.casebook), 4);
}

#[test]
fn a_held_draft_goes_with_the_save_that_it_led_to() {
    let desk = Desk::new();
    let parcel = desk.leader().leave_behind(typed(&[("form", "Berg")]), String::new()).unwrap();
    let leader = desk.leader();
    leader.take_back(&parcel).unwrap();
    leader.add(&family("A-1", "Berg"), Origin::Draft("form")).unwrap();
    assert_eq!(kept(&leader), []);
}

/// A clock that stands still until it is set.
fn standing() -> DateTime<Utc> {
    DateTime::from_timestamp(NOW.load(Ordering::Relaxed), 0).unwrap()
}

static NOW: AtomicI64 = AtomicI64::new(1_795_000_000);

#[test]
fn who_fails_to_unlock_waits_and_is_told_of_to_whoever_gets_in() {
    let place = TempDir::new().unwrap();
    let anna = FirstUser { name: "Anna", role: Role::TeamLeader };
    let right = "tolv tecken!";
    let casebook =
        Casebook::init(&place.path().join("casebook"), anna, right, standing).unwrap().at(Whence::new("pts/7", "", ""));
    let tries = |user: &str, passphrase: &str| match casebook.unlock(user, passphrase, standing) {
        Ok(_) => "in",
        Err(problem) => problem.key,
    };
    assert_eq!(tries("min hemliga lösenfras", "x"), "no-key-file");
    for _ in 0..3 {
        assert_eq!(tries("Anna", "inte den rätta alls"), "wrong-passphrase");
    }
    assert_eq!(tries("Anna", right), "unlock-early", "nothing is tried");
    NOW.fetch_add(2, Ordering::Relaxed);
    assert_eq!(tries("Anna", right), "in");
    assert_eq!(tries("Anna", "inte den rätta alls"), "wrong-passphrase", "what was before counts no more");
    let failed = casebook.failed_unlocks();
    let left: Vec<(&str, &str)> = failed.iter().map(|one| (one.user.as_str(), one.terminal.as_str())).collect();
    assert_eq!(left, [("Anna", "pts/7")], "what was before stands in the journal");
    let text = fs::read_to_string(casebook.directory().join("attempts")).unwrap();
    assert!(!text.contains("hemliga"), "a passphrase in the wrong field is written down nowhere");
    NOW.fetch_add(60, Ordering::Relaxed);
    let store = casebook.unlock("Anna", right, standing).unwrap();
    assert_eq!(casebook.failed_unlocks(), []);
    let rows = store.looks(&trygg::store::LookAsked::default()).unwrap();
    let fails = rows.iter().rev().filter(|row| row.act == "fail");
    let fails: Vec<_> = fails.map(|row| (row.said["user"].clone(), row.said["times"].clone())).collect();
    assert_eq!(fails, [("".into(), 1.into()), ("Anna".into(), 3.into()), ("Anna".into(), 1.into())]);
    assert!(rows.iter().filter(|row| row.act == "fail").all(|row| row.whence.terminal == "pts/7"));
}
