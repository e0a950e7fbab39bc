//! A disk that is full.

use super::super::{FamilyFilter, Origin, Trail};
use super::{day, desk, family, session};
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
