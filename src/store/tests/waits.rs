//! Whoever has to wait: in which order they come, what they do meanwhile, and that nobody is in anybody's way.

use std::fs::{self, File};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::super::{Casebook, Origin, Store, Trail, Waiting};
use super::{clock, day, desk, family, session};
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::connection::open_to_copy;

/// Somebody who was stopped while writing holds it.
fn stopped_writer(casebook: &Casebook) -> File {
    let gate = File::open(casebook.gate()).unwrap();
    gate.lock().unwrap();
    gate
}

/// Looks until it is so.
fn until(what: &str, is: impl Fn() -> bool) {
    for _ in 0..6000 {
        if is() {
            return;
        }
        thread::sleep(Duration::from_millis(5));
    }
    panic!("waited for {what}");
}

fn in_line(casebook: &Casebook) -> usize {
    let is_number = |name: std::ffi::OsString| name.to_str().is_some_and(|name| name.parse::<u64>().is_ok());
    let entries = fs::read_dir(casebook.directory().join("queue"));
    entries.map_or(0, |entries| entries.flatten().filter(|entry| is_number(entry.file_name())).count())
}

/// A store that somebody at a screen has: what it is asked is answered as given, and calls are counted.
fn at_a_screen(casebook: &Casebook, answer: Waiting) -> (Store, Arc<AtomicUsize>) {
    let store = casebook.unlock("Lena", "", clock).unwrap();
    let called = Arc::new(AtomicUsize::new(0));
    let counts = Arc::clone(&called);
    store.serve(Box::new(move |_| answer), Arc::new(move || _ = counts.fetch_add(1, Ordering::SeqCst)));
    (store, called)
}

fn save(store: &Store, family: FamilyId, note: &str) -> Result<i64, Problem> {
    let value = Session { note: Some(note.to_owned()), ..session(family, day("2026-11-03")) };
    store.add(&value, Origin::Direct).map(|id| id.0)
}

#[test]
fn writers_are_served_in_the_order_in_which_they_came() {
    let (_directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let held = stopped_writer(&casebook);
    let saved: Vec<i64> = thread::scope(|scope| {
        let writers: Vec<_> = (0..8)
            .map(|number| {
                let casebook = &casebook;
                let writer = scope.spawn(move || {
                    save(&casebook.unlock("Lena", "", clock).unwrap(), id, &number.to_string()).unwrap()
                });
                until("a place in the queue", || in_line(casebook) == number + 1);
                writer
            })
            .collect();
        drop(held);
        writers.into_iter().map(|writer| writer.join().unwrap()).collect()
    });
    assert!(saved.is_sorted(), "{saved:?}");
    until("an empty queue", || in_line(&casebook) == 0);
}

/// One who died, and one who was stopped while waiting, though nobody writes.
#[test]
fn nobody_waits_for_somebody_who_waits_for_nothing() {
    let (_directory, casebook, store) = desk();
    let queue = casebook.directory().join("queue");
    fs::create_dir(&queue).unwrap();
    for (number, stopped) in [("7", false), ("8", true)] {
        let place = File::create(queue.join(number)).unwrap();
        if stopped {
            place.lock().unwrap();
        }
        store.add(&family(&format!("A-{number}"), "Ek"), Origin::Direct).unwrap();
        until("an empty queue", || in_line(&casebook) == 0);
    }
}

#[test]
fn what_has_to_wait_at_a_screen_can_be_left_and_is_not_done() {
    let (_directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let (here, _) = at_a_screen(&casebook, Waiting::Left);
    let held = stopped_writer(&casebook);
    assert_eq!(save(&here, id, "ett").unwrap_err().key, "left");
    assert!(!here.is_awaited());
    drop(held);
    save(&here, id, "två").unwrap();
    let rows = store.journal(Trail::Newest, 99).unwrap();
    assert_eq!(rows.iter().filter(|row| row.noun == "session").count(), 1);
}

/// A draft keeps its place in the queue, and is called when its turn comes.
#[test]
fn a_draft_that_has_to_wait_is_called() {
    let (_directory, casebook, _store) = desk();
    let (here, called) = at_a_screen(&casebook, Waiting::GoesOn);
    let keep = || here.briefly(|| here.keep_draft("line", "text"));
    until("the beginning of the log", || here.is_on_disk(Duration::from_secs(1)) && in_line(&casebook) == 0);
    let held = stopped_writer(&casebook);
    for _ in 0..3 {
        assert_eq!(keep().unwrap_err().key, Problem::WAITS);
        assert!(here.is_awaited());
    }
    let before = called.load(Ordering::SeqCst);
    drop(held);
    until("the call", || called.load(Ordering::SeqCst) > before);
    until("the draft", || keep().is_ok());
    assert_eq!(here.draft("line").unwrap().unwrap().body, "text");
}

/// Others who write are no reason not to read: that somebody has read is journalled when they are done.
#[test]
fn a_reading_at_a_screen_waits_for_nobody() {
    let (_directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let (here, _) = at_a_screen(&casebook, Waiting::GoesOn);
    let readings = || store.journal(Trail::Newest, 99).unwrap().iter().filter(|row| row.act == "open").count();
    let held = stopped_writer(&casebook);
    here.journal_reading(id).unwrap();
    assert_eq!((here.kept_readings(), readings()), (1, 0));
    drop(held);
    until("the journal", || {
        here.tell_looks();
        here.kept_readings() == 0
    });
    assert_eq!(readings(), 1);
}

/// A tool that knows no gate, such as one that makes a copy.
#[test]
fn a_database_that_a_tool_holds_is_waited_for_like_the_gate() {
    let (_directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let (here, _) = at_a_screen(&casebook, Waiting::Left);
    until("the beginning of the log", || here.is_on_disk(Duration::from_secs(1)) && in_line(&casebook) == 0);
    let tool = open_to_copy(&store.opener).unwrap();
    tool.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(save(&here, id, "ett").unwrap_err().key, "left");
    assert_eq!(here.briefly(|| here.keep_draft("line", "text")).unwrap_err().key, Problem::WAITS);
    here.journal_reading(id).unwrap();
    tool.execute_batch("ROLLBACK").unwrap();
    // One who only reads, for however long, is in nobody's way.
    tool.execute_batch("BEGIN; SELECT count(*) FROM family").unwrap();
    save(&here, id, "två").unwrap();
    assert_eq!(here.kept_readings(), 0);
}

/// Many pages, saved at a screen: the log is copied and begun anew, and all is on the disk.
#[test]
fn the_log_is_copied_while_somebody_works() {
    let (_directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let (here, _) = at_a_screen(&casebook, Waiting::GoesOn);
    let database = || fs::metadata(casebook.database()).unwrap().len();
    let before = database();
    for number in 0..60 {
        save(&here, id, &format!("{number}{}", "x".repeat(80_000))).unwrap();
    }
    until("the disk", || here.is_on_disk(Duration::from_secs(1)));
    until("the copy", || {
        save(&here, id, "mer").unwrap();
        database() > before + 2_000_000
    });
    assert!(here.trouble_of_disk().is_none());
    drop(here);
    for finding in store.examine(&casebook).unwrap() {
        assert!(finding.faults.is_empty(), "{finding:?}");
    }
}

/// A clock that goes back by years, and forth by more.
#[test]
fn a_clock_that_jumps_loses_nothing() {
    static NOW: AtomicI64 = AtomicI64::new(1_795_000_000);
    fn jumping() -> DateTime<Utc> {
        DateTime::from_timestamp(NOW.load(Ordering::SeqCst), 0).unwrap()
    }
    let (_directory, casebook, _store) = desk();
    let store = casebook.unlock("Lena", "", jumping).unwrap();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let jumps = [0, -900_000_000, 800_000_000, -1, 1, -1_795_000_000];
    for (number, jump) in jumps.into_iter().enumerate() {
        NOW.store(1_795_000_000 + jump, Ordering::SeqCst);
        store.count_as_today(day("2026-11-21"));
        store.keep_draft("line", &number.to_string()).unwrap();
        store.journal_reading(id).unwrap();
        assert_eq!(store.draft("line").unwrap().unwrap().body, number.to_string(), "what was kept last");
        save(&store, id, &number.to_string()).unwrap();
        assert_eq!(store.undoable().unwrap().unwrap().noun, "session");
    }
    let told = store.journal(Trail::Newest, 99).unwrap();
    assert_eq!(told.iter().filter(|row| row.noun == "session").count(), jumps.len());
    assert_eq!(casebook.unlock("Lena", "", clock).unwrap().drafts().unwrap().len(), 1);
    for finding in store.examine(&casebook).unwrap() {
        assert!(finding.faults.is_empty(), "{finding:?}");
    }
}
