//! A process that is killed while it saves: the casebook opens, and what had been acknowledged is there.
//!
//! The test runs itself again as the process that is to be killed; what that one acknowledges is a line it prints.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use trygg::domain::session::Session;
use trygg::store::{Casebook, SessionFilter, Trail};

use super::desk::{self, Desk, add, family, session};

const PLACE: &str = "TRYGG_TEST_SAVE_UNTIL_KILLED";

#[test]
#[allow(clippy::disallowed_methods, reason = "how the test tells its own process what it is")]
fn what_was_acknowledged_survives_kill_nine() {
    if let Some(place) = std::env::var_os(PLACE) {
        save_until_killed(Path::new(&place));
    }
    let desk = Desk::new();
    add(&desk.leader(), &family("A-1", "Ek"));
    for (round, lines) in [3, 40, 11].into_iter().enumerate() {
        let acknowledged = kill_after(desk.casebook.directory(), lines);
        let store = desk.leader();
        let saved = store.sessions(&SessionFilter::default(), 0, usize::MAX).unwrap();
        let notes: Vec<&str> = saved.iter().filter_map(|row| row.note.as_deref()).collect();
        for note in &acknowledged {
            assert!(notes.contains(&note.as_str()), "round {round}: {note}");
        }
        let told = store.journal(Trail::Newest, u32::MAX).unwrap();
        let added = told.iter().filter(|row| (row.act.as_str(), row.noun.as_str()) == ("add", "session")).count();
        assert_eq!(added, saved.len(), "round {round}: the journal and the casebook say the same");
        assert_eq!(store.drafts().unwrap().len(), 1, "round {round}: the draft of before");
        add(&store, &Session { note: Some(format!("after {round}")), ..session(1.into(), "2026-11-03") });
    }
}

/// Runs this test as a process of its own and kills it when it has acknowledged some saves. All that it acknowledged.
fn kill_after(casebook: &Path, lines: usize) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["faults::what_was_acknowledged_survives_kill_nine", "--exact", "--nocapture", "--test-threads=1"])
        .env(PLACE, casebook)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut notes = Vec::new();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    while notes.len() < lines {
        let line = output.next().expect("the process went on until it was killed").unwrap();
        notes.extend(line.strip_prefix("saved ").map(str::to_owned));
    }
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success());
    notes.extend(output.map_while(Result::ok).filter_map(|line| line.strip_prefix("saved ").map(str::to_owned)));
    notes
}

fn save_until_killed(casebook: &Path) -> ! {
    let store = Casebook::find(casebook).unwrap().unlock("Lena", "", desk::clock).unwrap();
    store.keep_draft("line", "halv rad").unwrap();
    let mut out = std::io::stdout();
    writeln!(out).unwrap();
    for number in 0.. {
        let note = format!("{}-{number}", std::process::id());
        add(&store, &Session { note: Some(note.clone()), ..session(1.into(), "2026-11-03") });
        writeln!(out, "saved {note}").unwrap();
        out.flush().unwrap();
    }
    unreachable!()
}
