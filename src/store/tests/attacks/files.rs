//! Old files put in place of new ones.

use std::fs;

use super::{LENA, Office, PASSPHRASE, clock, family, faults};
use crate::domain::problem::Problem;
use crate::store::chain::head;
use crate::store::connection::log_of;
use crate::store::{Casebook, Origin, Store};

fn settle(store: &Store) {
    store.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
}

fn key<T: std::fmt::Debug>(outcome: Result<T, Problem>) -> &'static str {
    outcome.map_or_else(|problem| problem.key, |_| "none")
}

#[test]
fn every_old_page_that_is_put_back_is_found() {
    const PAGE: usize = 4096;
    let office = Office::new();
    let lena = office.lena();
    settle(&lena);
    let old = fs::read(office.casebook.database()).unwrap();
    lena.add(&family("K-2", "Al"), Origin::Direct).unwrap();
    let now = lena.get::<crate::domain::family::Family>(office.family).unwrap();
    super::saved(lena.change(now.id, now.version, &family("K-1", "Alm"), Origin::Direct));
    settle(&lena);
    drop(lena);
    let new = fs::read(office.casebook.database()).unwrap();
    let mut tried = 0;
    for (at, (before, after)) in old.chunks(PAGE).zip(new.chunks(PAGE)).enumerate() {
        if before == after {
            continue;
        }
        let mut mixed = new.clone();
        mixed[at * PAGE..(at + 1) * PAGE].copy_from_slice(before);
        fs::write(office.casebook.database(), &mixed).unwrap();
        let _ = fs::remove_file(log_of(&office.casebook.database()));
        tried += 1;
        // It does not even open, or what is wrong is told.
        let Ok(store) = office.casebook.unlock(LENA, PASSPHRASE, clock) else { continue };
        let Ok(proof) = store.verify(&office.casebook) else { continue };
        assert!(!proof.holds(), "page {}", at + 1);
    }
    assert!(tried > 5, "{tried} pages were changed");
}

#[test]
fn an_old_database_is_told_of_at_once_and_nothing_is_saved_in_it() {
    let office = Office::new();
    let lena = office.lena();
    settle(&lena);
    let old = fs::read(office.casebook.database()).unwrap();
    lena.add(&family("K-2", "Al"), Origin::Direct).unwrap();
    settle(&lena);
    drop(lena);
    fs::write(office.casebook.database(), old).unwrap();
    let lena = office.lena();
    assert_eq!(lena.unit_faults().iter().map(|fault| fault.key).collect::<Vec<_>>(), ["casebook-older"]);
    assert_eq!(key(lena.add(&family("K-3", "Bo"), Origin::Direct)), "casebook-older");
    assert_eq!(office.faults(), ["head-ahead"]);
    // What is read is still journalled, and moves no head.
    let head = fs::read(&lena.head.path).unwrap();
    lena.journal_reading(office.family).unwrap();
    lena.journal_reading(office.family).unwrap();
    assert_eq!(fs::read(&lena.head.path).unwrap(), head);
    assert_eq!(office.faults(), ["head-other"]);
    // Whoever looks after it goes on with it, and that stays.
    lena.accept_head().unwrap();
    lena.add(&family("K-3", "Bo"), Origin::Direct).unwrap();
    let proof = lena.verify(&office.casebook).unwrap();
    assert_eq!(faults(&proof), Vec::<String>::new());
    assert_eq!(super::word(&super::the(&proof, "head-accepted"), "user"), LENA);
}

#[test]
fn a_log_that_was_cut_is_told_of() {
    let office = Office::new();
    let lena = office.lena();
    settle(&lena);
    lena.add(&family("K-2", "Al"), Origin::Direct).unwrap();
    let cut = fs::read(log_of(&office.casebook.database())).unwrap();
    lena.add(&family("K-3", "Bo"), Origin::Direct).unwrap();
    let to = office.copy_to("cut");
    fs::write(to.join("casebook.db-wal"), cut).unwrap();
    let _ = fs::remove_file(to.join("casebook.db-shm"));
    let casebook = Casebook::find(&to).unwrap();
    let store = casebook.unlock(LENA, PASSPHRASE, clock).unwrap();
    assert_eq!(store.unit_faults().len(), 1);
    assert_eq!(faults(&store.verify(&casebook).unwrap()), ["head-ahead"]);
}

#[test]
fn an_older_copy_of_all_of_it_is_told_of_by_the_copy_of_the_head() {
    let office = Office::new();
    let elsewhere = office.place.path().join("elsewhere");
    let settings = format!("copies = [{:?}]", elsewhere.display().to_string());
    fs::write(office.casebook.directory().join("head.toml"), settings).unwrap();
    office.lena().add(&family("K-2", "Al"), Origin::Direct).unwrap();
    let older = office.copy_to("older");
    office.lena().add(&family("K-3", "Bo"), Origin::Direct).unwrap();
    assert_eq!(office.faults(), Vec::<String>::new());
    let casebook = Casebook::find(&older).unwrap();
    let store = casebook.unlock(LENA, PASSPHRASE, clock).unwrap();
    assert_eq!(store.unit_faults().iter().map(|fault| fault.key).collect::<Vec<_>>(), ["casebook-older"]);
    assert_eq!(key(store.add(&family("K-4", "Bo"), Origin::Direct)), "casebook-older");
    let proof = store.verify(&casebook).unwrap();
    assert_eq!(faults(&proof), ["head-ahead"]);
    assert_eq!(super::word(&super::the(&proof, "head-ahead"), "copy"), elsewhere.display().to_string());
    let evidence = fs::read(&elsewhere).unwrap();
    drop(store);
    assert_eq!(fs::read(&elsewhere).unwrap(), evidence, "what tells of it is left as it is");
    // Without the copy nothing tells it: SECURITY.md says so.
    fs::remove_file(older.join("head.toml")).unwrap();
    let store = casebook.unlock(LENA, PASSPHRASE, clock).unwrap();
    assert_eq!(faults(&store.verify(&casebook).unwrap()), Vec::<String>::new());
}

#[test]
fn a_copy_that_nobody_reaches_stops_nobody() {
    let office = Office::new();
    let settings = "copies = [\"/proc/nowhere/head\"]";
    fs::write(office.casebook.directory().join("head.toml"), settings).unwrap();
    let lena = office.lena();
    lena.add(&family("K-2", "Al"), Origin::Direct).unwrap();
    assert_eq!(faults(&lena.verify(&office.casebook).unwrap()), ["copy-missing"]);
    fs::write(office.casebook.directory().join("head.toml"), "copies = [\"head\"]").unwrap();
    assert_eq!(office.lena().unit_faults().iter().map(|fault| fault.key).collect::<Vec<_>>(), ["unit-file"]);
}

#[test]
fn a_head_that_was_taken_away_or_torn_is_told_of_and_not_made_anew_by_itself() {
    let office = Office::new();
    let path = office.casebook.directory().join(head::FILE);
    for (content, what) in [(None, "head-missing"), (Some("trygg head 1 0000"), "head-unreadable")] {
        match content {
            Some(text) => fs::write(&path, text).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
        let lena = office.lena();
        assert_eq!(lena.unit_faults().iter().map(|fault| fault.key).collect::<Vec<_>>(), ["head-missing"]);
        lena.add(&family(what, "Al"), Origin::Direct).unwrap();
        assert_eq!(faults(&lena.verify(&office.casebook).unwrap()), [what]);
        lena.accept_head().unwrap();
        assert_eq!(office.faults(), Vec::<String>::new());
    }
}

#[test]
fn a_program_that_is_killed_before_it_moves_the_head_leaves_nothing_wrong() {
    let office = Office::new();
    let path = office.casebook.directory().join(head::FILE);
    let behind = fs::read(&path).unwrap();
    office.lena().add(&family("K-2", "Al"), Origin::Direct).unwrap();
    assert_ne!(fs::read(&path).unwrap(), behind);
    fs::write(&path, &behind).unwrap();
    assert!(office.lena().unit_faults().is_empty());
    assert_eq!(office.faults(), Vec::<String>::new());
    office.lena().add(&family("K-3", "Bo"), Origin::Direct).unwrap();
    assert_ne!(fs::read(&path).unwrap(), behind, "whoever writes next moves it");
}
