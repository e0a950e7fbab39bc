//! Whatever is typed, sent, taken in or found in a file: the program comes back and says what is wrong with it.
//!
//! `corpus/<target>` is what has been found worth keeping; what once made a target fall stands among it under a name
//! that begins with `fell`. Every test reads all of its target's, and what can be made of it with one number of dice.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, clippy::disallowed_methods)]

mod mutate;
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use mutate::Mutator;
use targets::{TARGETS, Target, named};

fn corpus(target: &Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target.name)
}

fn kept(target: &Target) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(corpus(target)).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    files.into_iter().map(|path| (name(&path), fs::read(&path).unwrap())).collect()
}

/// Feeds it, and says with what it fell.
fn feed(target: &Target, what: &str, bytes: &[u8]) {
    if let Err(fell) = catch_unwind(AssertUnwindSafe(|| (target.feed)(bytes))) {
        eprintln!("{} fell with {what}: {}", target.name, bytes.escape_ascii());
        std::panic::resume_unwind(fell);
    }
}

fn short_run(name: &str) {
    let target = named(name).unwrap();
    let kept = kept(target);
    assert!(!kept.is_empty(), "nothing is kept for {name}");
    for (name, bytes) in &kept {
        feed(target, name, bytes);
    }
    let inputs: Vec<Vec<u8>> = kept.into_iter().map(|(_, bytes)| bytes).collect();
    let mut mutator = Mutator::new(1, &inputs);
    for number in 0..target.times {
        feed(target, &format!("input {number}"), &mutator.next());
    }
}

/// One target for longer, where `.ci/fuzz` cannot be built or has no time to: other dice, until the time is over.
/// `TRYGG_FUZZ=keys TRYGG_FUZZ_SECONDS=600 cargo test --test fuzz a_long_run -- --ignored --nocapture`
#[test]
#[ignore = "takes as long as it is told"]
fn a_long_run() {
    let told = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not told"));
    let target = named(&told("TRYGG_FUZZ")).unwrap();
    let most = Duration::from_secs(told("TRYGG_FUZZ_SECONDS").parse().unwrap());
    let inputs: Vec<Vec<u8>> = kept(target).into_iter().map(|(_, bytes)| bytes).collect();
    let (begun, mut fed, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
    for number in 2.. {
        let mut mutator = Mutator::new(number, &inputs);
        for _ in 0..50 {
            let (bytes, began) = (mutator.next(), Instant::now());
            feed(target, &format!("dice {number}"), &bytes);
            fed += 1;
            if began.elapsed() > slowest {
                slowest = began.elapsed();
                fs::write(std::env::temp_dir().join(format!("slowest-{}", target.name)), &bytes).unwrap();
            }
        }
        if begun.elapsed() > most {
            break;
        }
    }
    eprintln!("{}: {fed} inputs, none fell; the slowest took {slowest:?}", target.name);
}

macro_rules! short_runs {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                short_run(stringify!($name));
            }
        )*

        #[test]
        fn every_target_is_run() {
            let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(names, [$(stringify!($name)),*]);
        }
    };
}
short_runs! { quickline mapline csv workbook sheet maps calendar keys settings directory slots }
