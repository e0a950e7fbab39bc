//! Whatever is typed, sent, taken in or found in a file: the program comes back and says what is wrong with it.
//!
//! `corpus/<target>` is what has been found worth keeping; what once made a target fall stands among it under a name
//! that begins with `fell`. Every test reads all of its target's, and what can be made of it with one number of dice.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod mutate;
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

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
