//! The walls of the house: no floor reaches up, and what belongs to one floor is said on no other.
//!
//! Read from the source, comments left out: every path that begins with `crate::`, and every forbidden word.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the source has failed")]

#[path = "source/mod.rs"]
mod source;

use std::collections::BTreeSet;

use source::{Source, code, sources};

/// The floors, ground first, and the floors each knows besides itself.
const FLOORS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("demo", &["domain", "store"]),
    ("exchange", &["domain", "store"]),
    ("locale", &["domain"]),
    ("measure", &[]),
    ("app", &["domain", "store", "locale", "measure"]),
    ("ui", &["domain", "store", "locale", "measure", "app"]),
    ("linear", &["domain", "locale", "measure", "app", "ui"]),
    ("cli", &["domain", "store", "demo", "exchange", "locale", "measure", "app", "ui", "linear"]),
];

/// Of the store, views may name the rows they are given to draw, and no more: they never ask it anything.
fn may_be_drawn(name: &str) -> bool {
    name.ends_with("Row") || ["FamilyPage", "GroupPage", "PersonOnPage", "CasebookKind", "Whose"].contains(&name)
}

/// Where nothing is kept back: forms that are filled in, the whole file, and what both are made of.
const WHOLE: &[&str] = &["domain/", "app/form/noun/", "app/cx/opened.rs", "exchange/protection.rs"];

/// Who may start a program, and which: the very same one, in its own place; what carries copies (`cp`, `rsync`, `ssh`).
const STARTS: &[&str] = &["cli/fresh.rs", "store/copies/carrier.rs"];

/// What a terminal may be told is written in one place, and nothing there steers more than the screen: no clipboard, no
/// title, no string of any kind (ESC followed by `]`, `P`, `_`, `^`, `X`, or their forms of one byte).
const STRINGS: &[&str] =
    &["\\x1b]", "\\x1bP", "\\x1b_", "\\x1b^", "\\x1bX", "\\u{1b}]", "\\u{1b}P", "\\u{9d}", "\\x9d"];

/// Words that belong to one place: what is said, where it may be said, why nowhere else.
const WORDS: &[(&str, &[&str], &str)] = &[
    ("rusqlite", &["store/"], "the store is the only floor that says SQL"),
    ("bare(", &["domain/", "store/", "demo/"], "what names and places are is domain::discretion's to show"),
    ("PlaceName::bare", &["domain/", "store/", "demo/"], "the same"),
    ("PersonName::bare", &["domain/", "store/", "demo/"], "the same"),
    ("Setting::Whole", WHOLE, "only forms and a team leader's whole file keep nothing back"),
    ("crossterm", &["cli/"], "above it nobody knows a terminal"),
    ("anyhow", &["cli/failure.rs", "cli/interface/"], "below the edge an error has a kind, a sentence and a hint"),
    // Nobody gets out of the program into a shell, an editor or a pager: it starts nothing. Whoever must is named.
    ("process::Command", STARTS, "the program starts no other"),
    ("Command::new(\"", STARTS, "the same"),
    ("CommandExt", STARTS, "the same"),
    ("Exec::", STARTS, "the same"),
    ("std::fs", &["store/", "cli/"], "what is drawn and typed reads and writes no file"),
    ("std::env", &["cli/", "main.rs"], "the environment is handed in"),
    ("SystemTime::now", &["cli/"], "the clock is handed in"),
    ("Instant::now", &["cli/"], "the clock is handed in"),
    ("Utc::now", &["cli/"], "the clock is handed in"),
    ("Local::now", &["cli/"], "the clock is handed in"),
    ("println!", &["cli/"], "only the command line prints"),
    ("eprintln!", &["cli/"], "only the command line prints"),
    ("print!", &["cli/"], "only the command line prints"),
    ("eprint!", &["cli/"], "only the command line prints"),
];

fn floor(source: &Source) -> Option<&str> {
    source.name.split_once('/').map(|(floor, _)| floor)
}

#[test]
fn every_folder_is_a_floor() {
    let known: BTreeSet<&str> = FLOORS.iter().map(|(name, _)| *name).collect();
    let sources = sources("src");
    let folders: BTreeSet<&str> = sources.iter().filter_map(floor).collect();
    assert!(folders.is_subset(&known), "{:?}", folders.difference(&known));
}

#[test]
fn no_floor_reaches_up() {
    let mut faults = Vec::new();
    for source in sources("src") {
        let Some((floor, knows)) = FLOORS.iter().find(|(name, _)| floor(&source) == Some(name)) else { continue };
        for path in paths(&code(&source.text)) {
            let mut parts = path.split("::");
            let (reached, name) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let is_floor = FLOORS.iter().any(|(name, _)| *name == reached);
            if is_floor && reached != *floor && !knows.contains(&reached) {
                faults.push(format!("{}: crate::{path}", source.name));
            }
            if *floor == "ui" && reached == "store" && !may_be_drawn(name) && !source.is_test() {
                faults.push(format!("{}: crate::{path} is nothing to draw", source.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_belongs_to_one_floor_is_said_on_no_other() {
    let mut faults = Vec::new();
    for source in sources("src").iter().filter(|source| !source.is_test()) {
        let text = code(&source.text);
        for (word, places, why) in WORDS {
            let may = places.iter().any(|place| source.name.starts_with(place));
            if !may && says(&text, word) {
                faults.push(format!("{}: {word} ({why})", source.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Nothing that is written could set a clipboard or a title, or hand a terminal a string of any kind.
#[test]
fn no_string_is_sent_to_a_terminal() {
    for source in sources("src").iter().filter(|source| !source.is_test()) {
        let text = code(&source.text);
        let said: Vec<&&str> = STRINGS.iter().filter(|string| text.contains(**string)).collect();
        assert!(said.is_empty(), "{}: {said:?}", source.name);
    }
}

/// Whether a text says a word, not as the end of a longer one.
fn says(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
    })
}

/// Every path after `crate::`, braces opened: `crate::a::{b, c::{d, e}}` is `a::b`, `a::c::d`, `a::c::e`.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        open(&mut code[at + start.len()..].chars().peekable(), String::new(), &mut found);
    }
    found
}

type Letters<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn open(letters: &mut Letters<'_>, so_far: String, found: &mut Vec<String>) {
    let mut path = so_far.clone();
    while let Some(letter) = letters.next_if(|letter| letter.is_alphanumeric() || ":_*{".contains(*letter)) {
        if letter != '{' {
            path.push(letter);
            continue;
        }
        loop {
            while letters.next_if(|letter| letter.is_whitespace() || *letter == ',').is_some() {}
            match letters.peek() {
                None => return,
                Some('}') => break,
                Some(_) => open(letters, path.clone(), found),
            }
            // A renaming, or anything else that is no path, is passed over.
            while letters.next_if(|letter| !",}".contains(*letter)).is_some() {}
        }
        letters.next();
        return;
    }
    found.push(path);
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    for (code, expected) in [
        ("use crate::store::Store;", &["store::Store"][..]),
        (
            "use crate::store::{self, Store as S, a::{b, C},\n    d};",
            &["store::self", "store::Store", "store::a::b", "store::a::C", "store::d"],
        ),
        ("use crate::{app, ui::{x}};", &["app", "ui::x"]),
        ("let x = crate::cli::y(1) + crate::ui::Z;", &["cli::y", "ui::Z"]),
        ("pub(crate) fn f() {}", &[]),
    ] {
        assert_eq!(paths(code), expected, "{code}");
    }
}

/// Birth dates and identity numbers are plain values to reckon with, and nobody above the store reads the fields.
#[test]
fn birth_dates_and_identity_numbers_go_by_setting() {
    for source in sources("src").iter().filter(|source| !source.is_test()) {
        // What comes in is told from what is there by its number, which is shown nowhere.
        let floors = ["domain/", "store/", "demo/", "exchange/intake.rs"];
        let may = floors.iter().any(|floor| source.name.starts_with(floor));
        let text = code(&source.text);
        for field in [".birth_on", ".personal_id"] {
            assert!(may || !text.contains(field), "{}: {field} (see Member::born, age and identity)", source.name);
        }
    }
}

/// What may not be printed has no way to be: its types say what they are to nobody but by name of a setting.
#[test]
fn nothing_that_is_guarded_can_be_printed_by_itself() {
    let files = ["domain/discretion/name.rs", "domain/discretion/guarded.rs"];
    let sources = sources("src");
    let texts: Vec<String> = sources
        .iter()
        .filter(|source| files.contains(&source.name.as_str()))
        .map(|source| code(&source.text))
        .collect();
    assert_eq!(texts.len(), files.len());
    for way in ["Display", "Deref", "AsRef", "Borrow", "Serialize,", "Serialize)", "pub bare", "into_bare"] {
        assert!(texts.iter().all(|text| !text.contains(way)), "{way}");
    }
    for text in &texts {
        assert_eq!(text.matches("impl fmt::Debug").count(), 1, "tests need one, and it says nothing");
    }
}

#[test]
fn words_are_whole_words() {
    assert!(says("eprintln!(1)", "eprintln!") && !says("eprintln!(1)", "println!"));
    assert!(says("chrono::Utc::now()", "Utc::now"));
}
