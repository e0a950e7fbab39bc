//! A crowd: many people save into one casebook at once, and everything they saved is there.

#![allow(clippy::print_stdout, reason = "the process that a test starts says what it has done")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use trygg::domain::session::Session;
use trygg::store::{Casebook, SessionFilter};

use super::desk::{self, Desk, add, family, rows, session};

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

const PLACE: &str = "TRYGG_TEST_WRITE_WITHOUT_PAUSE";

/// Writes of one process alone, and of a hundred at once, for some seconds each: prints how long they took.
#[test]
#[ignore = "a measurement: cargo test --release --test store crowd::a_hundred -- --ignored --nocapture"]
#[allow(clippy::disallowed_methods, reason = "how the test tells its own process what it is")]
fn a_hundred_processes_write_without_pause() {
    if let Some(place) = std::env::var_os(PLACE) {
        return write_without_pause(Path::new(&place));
    }
    let desk = Desk::new();
    add(&desk.leader(), &family("A-1", "Ek"));
    for writers in [1, 10, 100, 1] {
        let begin = desk.casebook.directory().join("begin");
        let mut crowd: Vec<Child> = (0..writers).map(|_| writer(desk.casebook.directory())).collect();
        let mut lines: Vec<_> =
            crowd.iter_mut().map(|one| BufReader::new(one.stdout.take().unwrap()).lines()).collect();
        for line in &mut lines {
            assert!(line.any(|line| line.unwrap() == "ready"), "each is there before any begins");
        }
        std::fs::write(&begin, "").unwrap();
        let mut took: Vec<u64> = lines
            .into_iter()
            .flat_map(|lines| lines.map_while(Result::ok))
            .filter_map(|line| line.strip_prefix("took ")?.parse().ok())
            .collect();
        assert!(crowd.iter_mut().all(|one| one.wait().unwrap().success()), "never an error");
        std::fs::remove_file(begin).unwrap();
        took.sort_unstable();
        let at = |share: usize| took[(took.len() - 1) * share / 1000] as f64 / 1000.0;
        println!(
            "{writers} writers: {} writes, p50 {:.2} ms, p99 {:.2} ms, worst {:.2} ms",
            took.len(),
            at(500),
            at(990),
            at(1000)
        );
    }
}

fn writer(casebook: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["crowd::a_hundred_processes_write_without_pause", "--exact", "--ignored"])
        .args(["--nocapture", "--test-threads=1"])
        .env(PLACE, casebook)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn write_without_pause(place: &Path) {
    let store = Casebook::find(place).unwrap().unlock("Lena", "", desk::clock).unwrap();
    println!("\nready");
    while !place.join("begin").exists() {
        thread::sleep(Duration::from_millis(1));
    }
    let (begun, mut took) = (Instant::now(), Vec::new());
    while begun.elapsed() < Duration::from_secs(10) {
        let before = Instant::now();
        add(&store, &Session { note: Some("anteckning".to_owned()), ..session(1.into(), "2026-11-03") });
        took.push(before.elapsed().as_micros());
    }
    took.iter().for_each(|micros| println!("took {micros}"));
}
