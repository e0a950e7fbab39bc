//! A crowd: many people save into one casebook at once, and everything they saved is there.

use std::collections::BTreeSet;
use std::thread;

use trygg::domain::session::Session;
use trygg::store::SessionFilter;

use super::desk::{Desk, add, family, rows, session};

const PEOPLE: usize = 8;
const EACH: usize = 25;

#[test]
fn eight_people_saving_at_once_lose_nothing() {
    let desk = Desk::new();
    let leader = desk.leader();
    let id = add(&leader, &family("A-1", "Ek"));
    let before = rows(&leader);
    thread::scope(|scope| {
        for person in 0..PEOPLE {
            let desk = &desk;
            scope.spawn(move || {
                let store = desk.leader();
                for number in 0..EACH {
                    let note = Some(format!("{person}-{number}"));
                    add(&store, &Session { note, ..session(id, "2026-11-03") });
                    store.sessions(&SessionFilter::default(), 0, 5).unwrap();
                }
            });
        }
    });
    let saved = leader.sessions(&SessionFilter::default(), 0, usize::MAX).unwrap();
    let notes: BTreeSet<String> = saved.iter().filter_map(|row| row.note.clone()).collect();
    assert_eq!((saved.len(), notes.len()), (PEOPLE * EACH, PEOPLE * EACH));
    assert_eq!(rows(&leader), before + PEOPLE * EACH, "and each has its row in the journal");
}

#[test]
fn a_casebook_can_be_opened_by_many_at_once() {
    let desk = Desk::new();
    thread::scope(|scope| {
        for _ in 0..PEOPLE {
            scope.spawn(|| desk.leader().find("ek", 9).unwrap());
        }
    });
}
