//! A disk that fails in the middle of what is written: the system refuses whatever would lie beyond some byte of a
//! file, and the log is filled up to just before it. The test runs itself again as a process to which that is so.

use std::process::Command;

use super::saves::saves;
use super::{Trial, content, is_same, is_whole, length};
use crate::domain::problem::Kind;

/// Tells the test that it is the process.
const LIMITED: &str = "TRYGG_TEST_FILES_ARE_LIMITED";

/// How large a file may become, which the casebook is not; in the blocks of `ulimit`.
const LARGEST: u64 = 1_400 * 1024;
const BLOCK: u64 = 512;

/// A page and its head, as the log holds them.
const FRAME: u64 = 4096 + 24;

/// How much of a save still has room.
const ROOM: [u64; 5] = [0, 1, 2, 4, 8];

/// What is kept in memory where it cannot be written: see `disk.rs`.
pub(super) const KEPT: &[&str] =
    &["journal_reading", "journal_opening", "journal_listing", "journal_log", "figures", "begin_figures", "open_call"];

#[test]
#[allow(clippy::disallowed_methods, reason = "how the test tells its own process what it is")]
fn every_save_is_whole_or_not_at_all_on_a_failing_disk() {
    if std::env::var_os(LIMITED).is_some() {
        return fail_every_save();
    }
    let test = "store::tests::faults::failing::every_save_is_whole_or_not_at_all_on_a_failing_disk";
    let done = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"", "sh", &(LARGEST / BLOCK).to_string()])
        .arg(std::env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(LIMITED, "1")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{told}\n{}", String::from_utf8_lossy(&done.stderr));
    assert!(told.contains("saves failed"), "{told}");
}

fn fail_every_save() {
    let saves = saves();
    let mut failed = 0;
    for (number, save) in saves.iter().enumerate().filter(|(_, save)| !KEPT.contains(&save.function())) {
        let trial = Trial::of(save);
        fill_log(&trial, ROOM[number % ROOM.len()] * FRAME);
        let before = content(&trial.store.connection);
        if let Err(problem) = (trial.act)(&trial.store, &trial.casebook) {
            assert_eq!((problem.kind, problem.key), (Kind::Io, "disk-failed"), "{}", save.name);
            assert!(trial.store.connection.is_autocommit(), "{}", save.name);
            is_same(&content(&trial.store.connection), &before, &save.name);
            failed += 1;
            empty_log(&trial);
            (trial.act)(&trial.store, &trial.casebook).unwrap();
        }
        assert!(content(&trial.store.connection) != before, "{}", save.name);
        empty_log(&trial);
        if number % 4 == 0 {
            is_whole(&trial.casebook, &save.name);
        }
    }
    assert!(failed > saves.len() / 2, "{failed}");
    println!("{failed} saves failed");
}

/// Writes into the log until there is no more room than that.
fn fill_log(trial: &Trial, room: u64) {
    let left = || LARGEST - length(&trial.log);
    // What says the same as before is not written again.
    for letter in ["x", "y"].iter().cycle() {
        match left() {
            left if left > room + 20 * FRAME => trial.store.keep_draft("filling", &letter.repeat(40_000)).unwrap(),
            left if left > room + 2 * FRAME => trial.store.keep_draft("other", letter).unwrap(),
            _ => return,
        }
    }
}

/// Makes room: what the log holds goes into the database.
fn empty_log(trial: &Trial) {
    trial.store.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    assert_eq!(length(&trial.log), 0);
}
