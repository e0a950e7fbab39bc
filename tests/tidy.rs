//! Habits that a reader relies on: every file says what it is, none is too long, nothing gives up by panicking.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the source has failed")]

#[path = "source/mod.rs"]
mod source;

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
