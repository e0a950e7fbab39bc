//! Every pane of a large casebook in a pseudo-terminal, beside vim and calcurse in the same run. Run with
//!
//! ```text
//! TRYGG_BENCH=/tmp/large TRYGG_BENCH_FAMILIES=30000 cargo bench --bench panes
//! ```
//!
//! Where nothing lies at `TRYGG_BENCH`, a demo of that many families is made there first: 30,000 have some 1.5 million
//! sessions and take some minutes, once. `TRYGG_BENCH_PROGRAM` measures another program than the one that was built,
//! `TRYGG_BENCH_PANES=16` panes 1 and 6 alone.
//!
//! All is asked as the team leader of everybody (`m` in the week). Each pane: its first frame, its later keys, its bytes
//! a key, the most memory in it. Before that the first frame from nothing, beside vim's and calcurse's; then keys in the
//! first seconds, while what needs everything is still being worked out.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout, missing_docs)]

#[path = "support/demo.rs"]
mod demo;
#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::process::Command;
use std::time::Duration;

use pty::{Answer, Session, percentile};
use trygg::domain::report::REPORTS;

const ROUNDS: usize = 7;

/// A key without an answer is not waited for any longer; it is told how many there were.
const PATIENCE: Duration = Duration::from_millis(2500);

const MOVES: &[&str] = &["j", "j", "j", "k", "j", "j", "k", "j"];
const PAGES: &[&str] = &["\x1b[6~", "\x1b[6~", "\x1b[5~", "G", "\x1b[5~", "\x1b[H", "\x1b[6~", "\x1b[H"];
const LETTERS: &[&str] = &["l", "i", "n", "\x7f", "\x7f", "\x7f", "a", "n", "d", "e", "r", "s", "\x7f", "\x7f"];
const MINE: &[&str] = &["m", "m"];

/// Panes by their keys, with the groups of keys that are pressed in each, how often, and what leads out again.
type Group = (&'static str, &'static str, &'static [&'static str], usize, &'static str);
const GROUPS: &[Group] = &[
    ("moves", "", MOVES, 15, ""),
    ("pages", "", PAGES, 4, ""),
    ("letters in /", "/", LETTERS, 3, "\x1b"),
    ("m", "", MINE, 3, ""),
];
const PANES: &[(&str, &str)] = &[
    ("1", "week"),
    ("2", "families"),
    ("3", "sessions"),
    ("4", "network"),
    ("5", "visits"),
    ("6", "plan"),
    ("7", "groups"),
    ("8", "reports"),
];

fn main() -> anyhow::Result<()> {
    // `cargo test` also builds benches and runs them with this argument; it measures nothing then.
    if std::env::args().any(|word| word == "--test") {
        return Ok(());
    }
    let program = std::env::var("TRYGG_BENCH_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_trygg").to_owned());
    let kept = tempfile::tempdir()?;
    let directory = demo::casebook(&program, kept.path())?;
    let ours = [program.as_str(), "--casebook", directory.to_str().unwrap()];
    let only = std::env::var("TRYGG_BENCH_PANES").ok();
    if only.is_none() {
        from_nothing(&ours, kept.path());
        first_seconds(&ours);
    }
    if only.as_ref().is_none_or(|only| only.contains('6')) {
        plans(&ours);
    }
    if only.as_ref().is_none_or(|only| only.contains('8')) {
        reports(&ours);
    }
    for (key, name) in PANES.iter().filter(|(key, _)| only.as_ref().is_none_or(|only| only.contains(key))) {
        pane(&ours, key, name);
    }
    Ok(())
}

/// First byte and whole first frame, in turn with the others, so that all have the same machine; then their keys.
fn from_nothing(ours: &[&str], place: &std::path::Path) {
    let lines: String = (0..2000).map(|line| format!("rad {line} med några ord i\n")).collect();
    let note = place.join("note.txt");
    fs::write(&note, lines).unwrap();
    let calendar = place.join("calcurse");
    fs::create_dir_all(&calendar).unwrap();
    let todo: String = (0..2000).map(|line| format!("[5] att göra {line}\n")).collect();
    fs::write(calendar.join("todo"), todo).unwrap();
    ["apts", "conf", "keys"].iter().for_each(|name| fs::write(calendar.join(name), "").unwrap());
    let vim = ["vim", note.to_str().unwrap()];
    let calcurse = ["calcurse", "-D", calendar.to_str().unwrap()];
    let is_there = |name: &str, version: &str| Command::new(name).arg(version).output().is_ok();
    let mut programs: Vec<(&str, &[&str], &str)> = vec![("trygg", ours, "")];
    if is_there("vim", "--version") {
        programs.push(("vim", &vim, ""));
    }
    if is_there("calcurse", "--version") {
        // Into the list of what is to do, as the others begin in a list.
        programs.push(("calcurse", &calcurse, "\t\t"));
    }
    let mut firsts: Vec<Vec<Answer>> = vec![Vec::new(); programs.len()];
    for _ in 0..ROUNDS {
        for (place, (_, command, _)) in programs.iter().enumerate() {
            let (session, answer) = Session::start(command);
            firsts[place].push(answer);
            session.end();
        }
    }
    for ((name, command, before), answers) in programs.iter().zip(&firsts) {
        let bytes: Vec<Duration> = answers.iter().map(|answer| answer.first).collect();
        let frames: Vec<Duration> = answers.iter().map(|answer| answer.last).collect();
        let (mut session, _) = Session::start(command);
        println!(
            "{name:<10} first byte p50 {:>8.2?}  whole frame p50 {:>8.2?} max {:>8.2?}  {:?} KiB",
            percentile(&bytes, 50),
            percentile(&frames, 50),
            percentile(&frames, 100),
            session.memory_kib().unwrap_or_default(),
        );
        before.chars().for_each(|key| _ = session.key_within(&key.to_string(), PATIENCE));
        let answers: Vec<Answer> = MOVES.iter().map(|key| session.key_within(key, PATIENCE)).collect();
        tell(&format!("{name}: moves"), &answers);
        session.end();
    }
}

/// Keys from the first moment on, and in the first seconds after everybody is asked for.
fn first_seconds(ours: &[&str]) {
    let (mut session, _) = Session::start(ours);
    let mut answers: Vec<Answer> = MOVES.iter().map(|key| session.key_within(key, PATIENCE)).collect();
    tell("first seconds: moves", &answers);
    answers = vec![session.key_within("m", PATIENCE)];
    tell("first seconds: m", &answers);
    answers = MOVES.iter().cycle().take(60).map(|key| session.key_within(key, PATIENCE)).collect();
    tell("first seconds: moves after m", &answers);
    let panes = ["2", "3", "4", "5", "1"];
    answers = panes.iter().map(|key| session.key_within(key, PATIENCE)).collect();
    tell("first seconds: other panes", &answers);
    println!("{:<34} {:.1?}", "worked out after another", session.rest(Duration::from_secs(180)));
    println!("{:<34} {} KiB", "most memory", session.memory_kib().unwrap_or_default());
    session.end();
}

fn pane(ours: &[&str], key: &str, name: &str) {
    let (mut session, _) = Session::start(ours);
    session.key_within("m", PATIENCE);
    let waited = session.rest(Duration::from_secs(180));
    // From another pane into this one, and a second time.
    let other = if key == "2" { "3" } else { "2" };
    session.key_within(other, PATIENCE);
    if key == "6" {
        // A plan is somebody's.
        session.key_within("\r", PATIENCE);
    }
    session.forget_peak();
    let first = session.key_within(key, PATIENCE);
    session.key_within(other, PATIENCE);
    let again = session.key_within(key, PATIENCE);
    println!(
        "{name}: first frame {:.2?}, again {:.2?}; all had been worked out in {waited:.1?}",
        first.last, again.last
    );
    let mut all = Vec::new();
    for (group, before, keys, times, after) in GROUPS {
        if *group == "m" && ["3", "4", "5", "6", "7", "8"].contains(&key) || *group == "letters in /" && key == "6" {
            continue;
        }
        before.chars().for_each(|key| _ = session.key_within(&key.to_string(), PATIENCE));
        let keys = keys.iter().cycle().take(keys.len() * times);
        let answers: Vec<Answer> = keys.map(|key| session.key_within(key, PATIENCE)).collect();
        tell(&format!("{name}: {group}"), &answers);
        all.extend(answers);
        if !after.is_empty() {
            session.key_within(after, PATIENCE);
        }
    }
    tell(&format!("{name}: all later keys"), &all);
    session.rest(Duration::from_secs(60));
    println!("{:<34} {} KiB", format!("{name}: most memory"), session.memory_kib().unwrap_or_default());
    session.end();
}

/// The plan of one family after another, as it is come to from its page; then what leads to the questions, and answers.
fn plans(ours: &[&str]) {
    let (mut session, _) = Session::start(ours);
    session.key_within("m", PATIENCE);
    session.rest(Duration::from_secs(180));
    session.key_within("2", PATIENCE);
    session.forget_peak();
    let mut opened = Vec::new();
    for _ in 0..30 {
        ["2", "\x1b", "j", "\r"].iter().for_each(|key| _ = session.key_within(key, PATIENCE));
        opened.push(session.key_within("6", PATIENCE));
    }
    tell("plan: of another family", &opened);
    // Who answers is asked where several may.
    let asked: Vec<Answer> = ["m", "\r"].iter().map(|key| session.key_within(key, PATIENCE)).collect();
    tell("plan: m", &asked);
    let answers: Vec<Answer> = "321402312".chars().map(|key| session.key_within(&key.to_string(), PATIENCE)).collect();
    tell("plan: an answer, kept as a draft", &answers);
    println!("{:<34} {} KiB", "plans: most memory", session.memory_kib().unwrap_or_default());
    session.end();
}

/// Each report as it is opened from the catalogue: the frame without figures, the one with the first of them, a key
/// meanwhile, and all of it.
fn reports(ours: &[&str]) {
    let (mut session, _) = Session::start(ours);
    session.key_within("m", PATIENCE);
    session.rest(Duration::from_secs(180));
    session.key_within("8", PATIENCE);
    session.forget_peak();
    let mut meanwhile = Vec::new();
    for report in REPORTS {
        let opened = session.key_within("\r", PATIENCE);
        meanwhile.extend(MOVES.iter().map(|key| session.key_within(key, PATIENCE)));
        let whole = session.rest(Duration::from_secs(180));
        let figures = opened.second.map_or_else(|| "with the frame".to_owned(), |second| format!("{second:.2?}"));
        println!("report {:<20} frame {:>8.2?}  first figures {figures}  rest {whole:.1?}", report.name, opened.first);
        ["\x1b", "j"].iter().for_each(|key| _ = session.key_within(key, PATIENCE));
    }
    tell("reports: keys while they are counted", &meanwhile);
    println!("{:<34} {} KiB", "reports: most memory", session.memory_kib().unwrap_or_default());
    session.end();
}

fn tell(name: &str, answers: &[Answer]) {
    let heard: Vec<&Answer> = answers.iter().filter(|answer| answer.reads > 0).collect();
    if heard.is_empty() {
        println!("{name:<34} no answer to {} keys", answers.len());
        return;
    }
    let times: Vec<Duration> = heard.iter().map(|answer| answer.last).collect();
    let bytes: Vec<usize> = heard.iter().map(|answer| answer.bytes).collect();
    println!(
        "{name:<34} p50 {:>8.2?}  p99 {:>8.2?}  max {:>8.2?}  bytes p50 {:>4}  max {:>4}  {} keys, {} unanswered",
        percentile(&times, 50),
        percentile(&times, 99),
        percentile(&times, 100),
        percentile(&bytes, 50),
        percentile(&bytes, 100),
        answers.len(),
        answers.len() - heard.len(),
    );
}
