//! Processes that save without pause and are killed, or stopped and then killed, at any moment: everything that they
//! had acknowledged is there, and nothing is wrong with the casebook.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use trygg::domain::ids::SessionId;
use trygg::domain::session::Session;
use trygg::store::{Casebook, Waiting};

use super::desk::{self, Desk, add, family, session};

const PLACE: &str = "TRYGG_TEST_SAVE_UNTIL_KILLED_AT_RANDOM";

/// How many are killed, unless the environment says otherwise; how many save at once, and into one casebook.
const KILLS: usize = 2000;
const AT_ONCE: usize = 4;
const A_CASEBOOK: usize = 200;

#[test]
#[ignore = "takes minutes: cargo test --test store kills:: -- --ignored --nocapture"]
#[allow(clippy::disallowed_methods, reason = "how the test tells its own process what it is")]
fn what_was_acknowledged_survives_two_thousand_kills() {
    if let Some(place) = std::env::var_os(PLACE) {
        save_until_killed(Path::new(&place));
    }
    let kills: usize = std::env::var("TRYGG_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let (mut killed, mut acknowledged, mut dice) = (0, 0, 12_345_u64);
    while killed < kills {
        let desk = Desk::new();
        add(&desk.leader(), &family("A-1", "Ek"));
        let place = desk.casebook.directory();
        for _ in 0..A_CASEBOOK / AT_ONCE {
            let mut crowd: Vec<(Child, _)> = (0..AT_ONCE).map(|_| begin(place)).collect();
            let mut saved = Vec::new();
            for (child, lines) in &mut crowd {
                // At least one save each; then at any moment of one to come.
                saved.push(lines.next().expect("a save").unwrap());
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                thread::sleep(Duration::from_micros((dice >> 33) % 12_000));
                if dice & (1 << 20) == 0 {
                    let number = child.id().to_string();
                    assert!(Command::new("kill").args(["-s", "STOP", &number]).status().unwrap().success());
                    thread::sleep(Duration::from_millis(2));
                }
                child.kill().unwrap();
                assert!(!child.wait().unwrap().success());
                killed += 1;
            }
            saved.extend(crowd.into_iter().flat_map(|(_, lines)| lines.map_while(Result::ok)));
            let store = desk.leader();
            for line in saved.iter().filter_map(|line| line.strip_prefix("saved ")) {
                let (id, note) = line.split_once(' ').unwrap();
                let found = store.get::<Session>(SessionId(id.parse().unwrap()));
                let found = found.unwrap_or_else(|problem| panic!("{killed} killed: {line}: {problem:?}"));
                assert_eq!(found.value.note.as_deref(), Some(note), "{killed} killed");
                acknowledged += 1;
            }
            for finding in store.examine(&desk.casebook).unwrap() {
                assert!(finding.faults.is_empty(), "{killed} killed: {finding:?}");
            }
            let proof = store.verify(&desk.casebook).unwrap();
            assert!(proof.holds(), "{killed} killed: {proof:?}");
        }
    }
    println!("{killed} processes killed, {acknowledged} saves acknowledged by them, all there each time");
}

type Lines = Box<dyn Iterator<Item = std::io::Result<String>>>;

/// A process that saves; what it says of its saves.
fn begin(place: &Path) -> (Child, Lines) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["kills::what_was_acknowledged_survives_two_thousand_kills", "--exact", "--ignored"])
        .args(["--nocapture", "--test-threads=1"])
        .env(PLACE, place)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let is_of_saves = |line: &std::io::Result<String>| line.as_ref().map_or(true, |line| line.starts_with("saved "));
    (child, Box::new(lines.filter(is_of_saves)))
}

/// As the command line does, or as somebody at a screen: half of them each.
fn save_until_killed(place: &Path) -> ! {
    let store = Casebook::find(place).unwrap().unlock("Lena", "", desk::clock).unwrap();
    if std::process::id().is_multiple_of(2) {
        store.serve(Box::new(|_| Waiting::GoesOn), Arc::new(|| {}));
    }
    let mut out = std::io::stdout();
    writeln!(out).unwrap();
    for number in 0.. {
        let note = format!("{}-{number}", std::process::id());
        let id = add(&store, &Session { note: Some(note.clone()), ..session(1.into(), "2026-11-03") });
        // A process that is killed takes nothing with it that was committed, so nobody waits for the disk here.
        out.write_all(format!("saved {} {note}\n", id.0).as_bytes()).unwrap();
        out.flush().unwrap();
    }
    unreachable!()
}
