//! Habits that a reader relies on: every file says what it is, none is too long, nothing gives up by panicking.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the source has failed")]

#[path = "source/mod.rs"]
mod source;

use std::fs;
use std::path::Path;

use source::{code, sources};

/// Most lines of a file under src; at 400 it is time to think what is two things.
const MOST_LINES: usize = 400;

/// Most columns of a line, as rustfmt is told.
const MOST_COLUMNS: usize = 120;

/// What ends the program, or was not meant to stay.
const GIVING_UP: &[&str] = &[".unwrap()", ".expect(", "todo!(", "unimplemented!(", "dbg!(", "unreachable!(", "panic!("];

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_first_what_it_is() {
    let silent =
        sources("src").into_iter().filter(|source| source.name != "main.rs" || source.text.lines().count() > 1);
    let silent = silent.filter(|source| !source.text.starts_with("//! "));
    none(&silent.map(|source| source.name).collect::<Vec<_>>());
}

#[test]
fn no_file_is_too_long() {
    let lines = |text: &str| text.lines().count();
    let long = sources("src").into_iter().filter(|source| lines(&source.text) > MOST_LINES);
    none(&long.map(|source| format!("{}: {} lines", source.name, lines(&source.text))).collect::<Vec<_>>());
}

/// Whether the item a line stands in has been excused with a reason, as the lints want it.
fn is_excused(text: &str, number: usize) -> bool {
    let before: Vec<&str> = text.lines().take(number).collect();
    before
        .iter()
        .rev()
        .take_while(|line| !line.trim().is_empty())
        .any(|line| line.contains("clippy::expect_used, reason"))
}

#[test]
fn nothing_gives_up_outside_tests() {
    let mut faults = Vec::new();
    for source in sources("src").iter().filter(|source| !source.is_test()) {
        let text = code(&source.text);
        for (number, line) in text.lines().enumerate() {
            let words = GIVING_UP.iter().filter(|word| line.contains(**word) && !is_excused(&text, number));
            faults.extend(words.map(|word| format!("{}:{}: {word}", source.name, number + 1)));
        }
    }
    none(&faults);
}

#[test]
fn lines_are_short_and_without_tabs_or_trailing_spaces() {
    let mut faults = Vec::new();
    for folder in ["src", "tests"] {
        for source in sources(folder) {
            for (number, line) in source.text.lines().enumerate() {
                if line.chars().count() > MOST_COLUMNS || line.contains('\t') || line.ends_with(' ') {
                    faults.push(format!("{folder}/{}:{}", source.name, number + 1));
                }
            }
        }
    }
    none(&faults);
}

/// The papers that lead through the house.
const PAPERS: &[&str] = &[
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "README.md",
    "benches/README.md",
    "docs/en/settings.md",
    "docs/en/ssh.md",
    "docs/sv/installningar.md",
    "docs/sv/ssh.md",
    "packaging/README.md",
    "tests/README.md",
];

/// What a path begins with in them, and where that is.
const ROOTS: &[(&str, &str)] = &[
    ("src/", ""),
    ("tests/", ""),
    ("assets/", ""),
    ("benches/", ""),
    ("docs/", ""),
    ("packaging/", ""),
    ("domain/", "src/"),
    ("store/", "src/"),
    ("exchange/", "src/"),
    ("locale/", "src/"),
    ("app/", "src/"),
    ("ui/", "src/"),
    ("cli/", "src/"),
    ("linear/", "src/"),
];

/// The paths that a paper names, from the top of the repository; of a name with a gap the folder before the gap.
fn paths_named(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !(letter.is_ascii_alphanumeric() || "/._-".contains(letter)));
    let paths = words.filter_map(|word| {
        let (_, before) = ROOTS.iter().find(|(root, _)| word.starts_with(root))?;
        Some(format!("{before}{}", word.trim_end_matches('.')))
    });
    paths.collect()
}

#[test]
fn every_path_that_a_paper_names_is_there() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for paper in PAPERS {
        let named = paths_named(&fs::read_to_string(top.join(paper)).unwrap());
        assert!(!named.is_empty(), "{paper} names no path");
        let missing = named.into_iter().filter(|path| !top.join(path).exists());
        faults.extend(missing.map(|path| format!("{paper}: {path}")));
    }
    none(&faults);
}

#[test]
fn paths_are_found_in_what_is_written() {
    let text = "As in `src/main.rs`, (store/undo.rs) and tests/data/<name>. Not `entry/visit`.";
    assert_eq!(paths_named(text), ["src/main.rs", "src/store/undo.rs", "tests/data/"]);
}

#[test]
fn every_crate_comes_from_one_registry() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let of_others: Vec<&str> =
        lock.split("[[package]]").skip(1).filter(|one| !one.contains("name = \"trygg\"\n")).collect();
    assert!(!of_others.is_empty(), "Cargo.lock names no crate");
    let elsewhere = of_others.into_iter().filter(|one| {
        !one.contains("source = \"registry+https://github.com/rust-lang/crates.io-index\"")
            || !one.contains("checksum = ")
    });
    none(&elsewhere.map(str::to_owned).collect::<Vec<_>>());
}
