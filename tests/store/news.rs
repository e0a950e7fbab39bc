//! Whether others have written: what they read or type is told apart from what they save.

use trygg::store::News;

use super::desk::{Desk, add, family, session};

#[test]
fn what_others_write_is_told_once() {
    let desk = Desk::new();
    let (here, there) = (desk.leader(), desk.open("Saga"));
    let id = add(&here, &family("A-1", "Ek"));
    let mut told = here.up_to_date().unwrap();
    let mut news = || {
        let (news, now) = here.news(told).unwrap();
        told = now;
        news
    };
    assert_eq!(news(), News::Nothing);
    add(&here, &session(id, "2026-11-03"));
    assert_eq!(news(), News::Nothing, "one's own");
    there.journal_reading(id).unwrap();
    // What was written here before that is in the journal as well: told rather too often than too seldom.
    assert_eq!(news(), News::Records);
    there.journal_reading(id).unwrap();
    assert_eq!(news(), News::Aside);
    there.keep_draft("quick", "ek igår").unwrap();
    assert_eq!((news(), news()), (News::Aside, News::Nothing));
    add(&there, &session(id, "2026-11-04"));
    there.journal_reading(id).unwrap();
    assert_eq!((news(), news()), (News::Records, News::Nothing));
    assert!(there.undo().unwrap().is_some());
    assert_eq!(news(), News::Records);
}

#[test]
fn a_write_rings_the_bell() {
    let desk = Desk::new();
    let bell = desk.casebook.bell();
    let touched = || std::fs::metadata(&bell).unwrap().modified().unwrap();
    let store = desk.leader();
    let before = touched();
    std::thread::sleep(std::time::Duration::from_millis(20));
    assert_eq!(touched(), before, "opening is no writing");
    add(&store, &family("A-1", "Ek"));
    assert!(touched() > before);
    assert_eq!(std::fs::metadata(&bell).unwrap().len(), 0);
}
