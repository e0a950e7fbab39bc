//! Every report of a large casebook, told by its first axis and by the others, and the longest files. Run with
//!
//! ```text
//! TRYGG_BENCH=/tmp/large TRYGG_BENCH_FAMILIES=30000 cargo bench --bench reports
//! ```
//!
//! Where nothing lies at `TRYGG_BENCH`, a demo of that many families is made there first. `TRYGG_BENCH_PROGRAM`
//! measures another program than the one that was built, `TRYGG_BENCH_REPORTS=sessions,visits` those reports alone,
//! `TRYGG_BENCH_ROUNDS=5` takes the median of five.
//!
//! What is measured is the command, from its start to its end, with unlocking, disclosure and what is remembered of it.
//! It writes to the casebook what a report that leaves the house writes: measure on a copy.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout, missing_docs)]

#[path = "support/demo.rs"]
mod demo;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use trygg::domain::report::REPORTS;

/// A report should be there by then.
const GOAL: Duration = Duration::from_millis(1500);

/// Files of every row there is.
const FILES: &[&[&str]] = &[
    &["export", "sessions", "--format", "csv"],
    &["export", "sessions", "--format", "json"],
    &["export", "sessions", "--format", "xlsx"],
];

/// One run: how long, and the most memory in KiB.
type Run = (Duration, u64);

fn main() -> anyhow::Result<()> {
    // `cargo test` also builds benches and runs them with this argument; it measures nothing then.
    if std::env::args().any(|word| word == "--test") {
        return Ok(());
    }
    let program = std::env::var("TRYGG_BENCH_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_trygg").to_owned());
    let kept = tempfile::tempdir()?;
    let directory = demo::casebook(&program, kept.path())?;
    let rounds = std::env::var("TRYGG_BENCH_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(3);
    let only = std::env::var("TRYGG_BENCH_REPORTS").ok();
    let is_asked = |name: &str| only.as_ref().is_none_or(|only| only.split(',').any(|one| one == name));
    println!("load {}", fs::read_to_string("/proc/loadavg").unwrap_or_default().trim());
    for report in REPORTS.iter().filter(|report| is_asked(report.name)) {
        for axis in report.choices() {
            let command = ["report", report.name, "--by", axis, "--format", "csv"];
            measure(&format!("{} by {axis}", report.name), &program, &directory, &command, rounds);
        }
    }
    for command in FILES.iter().filter(|command| is_asked(command[0])) {
        measure(&command.join(" "), &program, &directory, command, rounds.min(2));
    }
    Ok(())
}

/// Runs a command some times and tells the middle one, the worst, and the most memory.
fn measure(name: &str, program: &str, directory: &Path, command: &[&str], rounds: usize) {
    let mut runs: Vec<Run> = (0..rounds).map(|_| run(program, directory, command)).collect();
    runs.sort_unstable();
    let (median, worst) = (runs[(rounds - 1) / 2].0, runs[rounds - 1].0);
    let memory = runs.iter().map(|(_, memory)| memory / 1024).max().unwrap_or_default();
    let over = if median > GOAL { "  OVER" } else { "" };
    println!("{name:<34} p50 {median:>8.2?}  max {worst:>8.2?}  {memory:>4} MiB{over}");
}

fn run(program: &str, directory: &Path, command: &[&str]) -> Run {
    let begun = Instant::now();
    let mut child = Command::new(program)
        .arg("--casebook")
        .arg(directory)
        .args(command)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    loop {
        // What the kernel has counted is gone with the process, so it is looked at while there is one.
        let told = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        most = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(most);
        if let Some(ended) = child.try_wait().unwrap() {
            assert!(ended.success(), "{command:?}");
            return (begun.elapsed(), most);
        }
        thread::sleep(Duration::from_millis(3));
    }
}
