//! What a person at the keyboard feels: the program in a pseudo-terminal at 80x24. Run with
//!
//! ```text
//! cargo build --release
//! target/release/trygg demo --no-open --dir /tmp/demo30k --families 30000
//! TRYGG_BENCH=/tmp/demo30k cargo bench --bench terminal
//! ```
//!
//! Without `TRYGG_BENCH` a demo of 200 families is made in a temporary directory. Where `vim` is installed, its first
//! frame and its letters are measured in turn with ours: quote the ratios, these machines are noisy.
//!
//! `panes` measures each pane of a large casebook.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout, missing_docs)]

#[path = "support/pty.rs"]
mod pty;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use pty::{Answer, Session, percentile};

const ROUNDS: usize = 7;

/// Groups of keys: a name, the keys that lead there and are not counted, the keys that are.
const GROUPS: &[(&str, &[&str], &[&str])] = &[
    ("move inside a page", &[], &["j", "j", "j", "j", "j", "k", "k", "k", "j", "j"]),
    ("page turn", &[], &["\x1b[6~", "\x1b[6~", "\x1b[5~", "\x1b[6~", "G", "\x1b[H"]),
    ("type-ahead letter", &["/"], &["l", "i", "n", "\x7f", "\x7f", "\x7f", "a", "n", "d", "e", "r", "s"]),
    ("letter in a note", &["3", "n", "\x1b[Z"], &["g", "i", "c", "k", " ", "i", "g", "e", "n", "o", "m"]),
    ("letter on the quick line", &["+"], &["l", "i", "n", "d", " ", "i", "g", "å", "r", " ", "h", "e", "m"]),
];

fn main() -> anyhow::Result<()> {
    // `cargo test` also builds benches and runs them with this argument; it measures nothing then.
    if std::env::args().any(|word| word == "--test") {
        return Ok(());
    }
    let program = env!("CARGO_BIN_EXE_trygg");
    let (directory, _kept) = demo(program);
    let ours = [program, "--casebook", directory.to_str().unwrap()];
    let note = directory.with_extension("txt");
    std::fs::write(&note, "en rad\n")?;
    let vim = ["vim", note.to_str().unwrap()];
    let has_vim = Command::new("vim").arg("--version").output().is_ok();

    let (mut first, mut vims) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (session, answer) = Session::start(&ours);
        first.push(answer.last);
        session.end();
        if has_vim {
            let (session, answer) = Session::start(&vim);
            vims.push(answer.last);
            session.end();
        }
    }
    report("first frame", &first);
    if has_vim {
        report("first frame of vim", &vims);
        println!("{:<28} {:.2}", "  ratio of medians", ratio(&first, &vims));
    }

    for (name, before, keys) in GROUPS {
        let (mut session, _) = Session::start(&ours);
        before.iter().for_each(|key| _ = session.key(key));
        let answers: Vec<Answer> = keys.iter().map(|key| session.key(key)).collect();
        tell(name, &answers);
        session.end();
    }
    if has_vim {
        let (mut session, _) = Session::start(&vim);
        session.key("i");
        let answers: Vec<Answer> = "gick igenom".chars().map(|key| session.key(&key.to_string())).collect();
        tell("letter in vim", &answers);
        session.end();
    }

    let (session, _) = Session::start(&ours);
    let before = session.processor_ticks();
    thread::sleep(Duration::from_secs(3));
    let idle = session.processor_ticks().zip(before).map(|(after, before)| after - before);
    println!("{:<28} {idle:?} ticks in 3 s", "idle");
    println!("{:<28} {:?} KiB", "peak memory", session.memory_kib());
    session.end();
    std::fs::remove_file(note)?;
    Ok(())
}

fn demo(program: &str) -> (PathBuf, Option<tempfile::TempDir>) {
    if let Some(directory) = std::env::var_os("TRYGG_BENCH") {
        return (PathBuf::from(directory), None);
    }
    let kept = tempfile::tempdir().unwrap();
    let directory = kept.path().join("demo");
    make(program, &directory);
    (directory, Some(kept))
}

fn make(program: &str, directory: &Path) {
    let made = Command::new(program)
        .args(["demo", "--no-open", "--families", "200", "--dir"])
        .arg(directory)
        .status()
        .unwrap();
    assert!(made.success());
}

fn report(name: &str, times: &[Duration]) {
    println!("{name:<28} p50 {:>8.2?}  max {:>8.2?}", percentile(times, 50), percentile(times, 100));
}

fn tell(name: &str, answers: &[Answer]) {
    let times: Vec<Duration> = answers.iter().map(|answer| answer.last).collect();
    let mut bytes: Vec<usize> = answers.iter().map(|answer| answer.bytes).collect();
    bytes.sort_unstable();
    let most_reads = answers.iter().map(|answer| answer.reads).max().unwrap_or(0);
    println!(
        "{name:<28} p50 {:>8.2?}  max {:>8.2?}  bytes p50 {:>4}  max {:>4}  reads at most {most_reads}",
        percentile(&times, 50),
        percentile(&times, 100),
        bytes[bytes.len() / 2],
        bytes[bytes.len() - 1],
    );
}

fn ratio(ours: &[Duration], theirs: &[Duration]) -> f64 {
    percentile(ours, 50).as_secs_f64() / percentile(theirs, 50).as_secs_f64()
}
