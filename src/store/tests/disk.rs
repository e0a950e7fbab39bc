//! A disk that is full, one that cannot be written to, and files that are put in the place of others.

use std::fs;

use super::super::{Casebook, Copied, FamilyFilter, Lot, Origin, Trail};
use super::{clock, day, desk, family, session};
use crate::domain::problem::Kind;
use crate::domain::session::Session;

#[test]
fn a_full_disk_is_told_and_stores_nothing_and_a_later_save_works() {
    let (_directory, _casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    store.keep_draft("form", "text").unwrap();
    let allow = |pages: i64| {
        let now: i64 = store.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        store.connection.pragma_update(None, "max_page_count", now + pages).unwrap();
    };
    allow(0);
    let long = Session { note: Some("x".repeat(50_000)), ..session(id, day("2026-11-03")) };
    let rows = store.journal(Trail::Newest, 99).unwrap();
    for attempt in 0..2 {
        let problem = store.add(&long, Origin::Draft("form")).unwrap_err();
        assert_eq!((problem.kind, problem.key), (Kind::Io, "disk-full"), "{attempt}");
    }
    assert_eq!(store.journal(Trail::Newest, 99).unwrap(), rows);
    assert!(store.draft("form").unwrap().is_some(), "what was typed is still kept");
    assert_eq!(store.undoable().unwrap().unwrap().noun, "family");
    assert_eq!(store.count_families(&FamilyFilter::default()).unwrap(), 1, "reading goes on");
    allow(1000);
    let saved = store.add(&long, Origin::Draft("form")).unwrap();
    assert_eq!(store.get::<Session>(saved).unwrap().value, long);
}

/// Reading goes on, and is journalled with its own time as soon as something can be written.
#[test]
fn a_reading_on_a_full_disk_is_journalled_later() {
    let (_directory, _casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let now: i64 = store.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    store.connection.pragma_update(None, "max_page_count", now).unwrap();
    let readings = || store.journal(Trail::Newest, 999).unwrap().iter().filter(|row| row.act == "open").count();
    // What is free in the pages there are is used up first.
    let mut read = 0;
    while store.kept_readings() < 3 {
        store.journal_reading(id).unwrap();
        read += 1;
        assert!(read < 500, "the disk is never full");
    }
    let problem = store.journal_export(&Lot::new("people", None)).unwrap_err();
    assert_eq!(problem.key, "disk-full", "nothing leaves the house unseen");
    assert_eq!(readings(), read - 3);
    store.connection.pragma_update(None, "max_page_count", now + 1000).unwrap();
    store.add(&family("A-2", "Alm"), Origin::Direct).unwrap();
    assert_eq!((store.kept_readings(), readings()), (0, read));
    store.journal_export(&Lot::new("people", None)).unwrap();
}

/// Where the database's files cannot be made or written, with and without something in its log.
#[test]
fn what_cannot_be_written_to_can_be_read() {
    let (directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let copy = |name: &str| {
        let there = directory.path().join(name);
        fs::create_dir_all(there.join("keys")).unwrap();
        for file in ["casebook.toml", "casebook.db", "casebook.db-wal", "gate", "keys/demo.toml"] {
            let _ = fs::copy(casebook.directory().join(file), there.join(file));
        }
        fs::set_permissions(&there, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        fs::create_dir(there.join("casebook.db-shm")).unwrap();
        Casebook::find(&there).unwrap()
    };
    let with_log = copy("med logg å?#%");
    assert!(fs::metadata(with_log.directory().join("casebook.db-wal")).unwrap().len() > 0);
    store.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let without = copy("utan");
    for (number, casebook) in [with_log, without].into_iter().enumerate() {
        let read = casebook.unlock("Lena", "", clock).unwrap();
        assert_eq!(read.count_families(&FamilyFilter::default()).unwrap(), 1, "{casebook:?}");
        read.journal_reading(id).unwrap();
        assert_eq!(read.kept_readings(), 1);
        for problem in [
            read.add(&family("A-2", "Alm"), Origin::Direct).unwrap_err(),
            read.journal_export(&Lot::new("people", None)).unwrap_err(),
            read.keep_draft("line", "text").unwrap_err(),
        ] {
            assert_eq!((problem.kind, problem.key), (Kind::Io, "read-only"), "{problem:?}");
        }
        // That is when a backup is wanted most; it holds what is there, and cannot be told in the journal.
        let made = read.backup(&casebook, &directory.path().join(format!("kopior {number}"))).unwrap();
        assert!(made.notes.iter().any(|note| note.key == "copy-not-journalled"), "{:?}", made.notes);
        let to = directory.path().join(format!("åter {number}"));
        let restored = Copied::find(&made.directory).unwrap().restore("Lena", "", &to, clock).unwrap();
        let restored = restored.casebook.unlock("Lena", "", clock).unwrap();
        assert_eq!(restored.count_families(&FamilyFilter::default()).unwrap(), 1);
        let problem = read.keep_draft("line", "text").unwrap_err();
        assert_eq!(problem.key, "read-only", "reading is all that is allowed, as before");
        read.settle();
    }
}

/// What is written into a file that nobody will find is not saved, and that is told.
#[test]
fn a_database_that_was_replaced_is_not_written_to() {
    let (_directory, casebook, store) = desk();
    store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    for name in ["casebook.db", "casebook.db-wal"] {
        let file = casebook.directory().join(name);
        let aside = casebook.directory().join("aside");
        fs::rename(&file, &aside).unwrap();
        for with in ["nothing", "another"] {
            if with == "another" {
                fs::copy(&aside, &file).unwrap();
            }
            let problem = store.add(&family("A-2", "Alm"), Origin::Direct).unwrap_err();
            assert_eq!((problem.kind, problem.key), (Kind::Io, "database-replaced"), "{name}: {with}");
            assert_eq!(store.keep_draft("line", "text").unwrap_err().key, "database-replaced");
            assert_eq!(store.count_families(&FamilyFilter::default()).unwrap(), 1, "what is open can be read");
        }
        fs::rename(&aside, &file).unwrap();
    }
    store.add(&family("A-2", "Alm"), Origin::Direct).unwrap();
    assert_eq!(casebook.unlock("Lena", "", clock).unwrap().count_families(&FamilyFilter::default()).unwrap(), 2);
}
