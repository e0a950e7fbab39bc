//! The handbook (`docs`) and README: whatever in them is of the program is made from it; what is of before fails.
//!
//! A part that is made stands between a line such as `<!-- screen week -->` (the words are those of `made`) and
//! `<!-- end -->`. A key in a sentence is followed by whose it is, unseen: `` `g`<!--Visit.visit-held--> ``.
//! What a line holds that is typed and sent, as in `linear.md`, is followed by `<!--typed-->` where it could be a key.
//! `cargo test --test desk write_the_handbook -- --ignored` makes all of them anew.

mod commands;
mod english;
mod links;
mod made;
mod rights;
mod scenes;
mod settings;

use std::fs;
use std::path::{Path, PathBuf};

use trygg::app::keys::{Action, BINDINGS, Key};
use trygg::app::layer::help::sign_of;
use trygg::locale::{Language, Locale};

/// What somebody does whose page is of before.
const HOW: &str = "cargo test --test desk write_the_handbook -- --ignored";

/// What stands in the place of whose a key is, where a line is told that somebody types and sends.
const TYPED: &str = "typed";

/// Signs in code that are keys as well, and mean themselves: counts of tables.
const SIGNS: &[&str] = &["*", "0"];

/// A page.
pub struct Page {
    /// Its path from the top of the repository.
    pub name: String,
    pub path: PathBuf,
    pub language: Language,
    pub text: String,
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// README and every page of the handbook.
pub fn pages() -> Vec<Page> {
    let mut pages = vec![page("README.md".to_owned(), Language::English)];
    for (folder, language) in [("docs/sv", Language::Swedish), ("docs/en", Language::English)] {
        let mut names: Vec<String> = fs::read_dir(top().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".md"))
            .collect();
        names.sort();
        pages.extend(names.into_iter().map(|name| page(format!("{folder}/{name}"), language)));
    }
    pages
}

fn page(name: String, language: Language) -> Page {
    let path = top().join(&name);
    let text = fs::read_to_string(&path).unwrap();
    Page { name, path, language, text }
}

/// A page with everything in it that is made made anew.
fn renewed(page: &Page) -> String {
    let locale = Locale::new(page.language);
    let mut lines = page.text.lines();
    let mut renewed = String::new();
    while let Some(line) = lines.next() {
        renewed.push_str(&with_keys(page, &locale, line));
        renewed.push('\n');
        let words = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")).unwrap_or_default();
        if let Some(part) = made::made(&locale, words) {
            renewed.push_str(part.trim_end());
            renewed.push_str("\n<!-- end -->\n");
            assert!(lines.any(|line| line == "<!-- end -->"), "{}: nothing ends {words:?}", page.name);
        }
    }
    renewed
}

/// A line with the keys in its sentences made anew.
fn with_keys(page: &Page, locale: &Locale, line: &str) -> String {
    let mut told = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("`<!--") {
        let (whose, after) = after.split_once("-->").unwrap_or_else(|| panic!("{}: {line}", page.name));
        if whose == TYPED {
            told.push_str(&format!("{before}`<!--{TYPED}-->"));
            rest = after;
            continue;
        }
        let kept = before.rfind('`').unwrap_or_else(|| panic!("{}: no key before {whose} in {line}", page.name));
        let key = key_of(locale, whose).unwrap_or_else(|| panic!("{}: nobody knows {whose}", page.name));
        told.push_str(&format!("{}`{key}`<!--{whose}-->", &before[..kept]));
        rest = after;
    }
    told + rest
}

/// The first key of an act in a scope, as `Visit.visit-held`; of two that say yes, the language's.
fn key_of(locale: &Locale, whose: &str) -> Option<String> {
    let (scope, act) = whose.split_once('.')?;
    let row = BINDINGS.iter().find(|row| format!("{:?}", row.scope) == scope && row.act.name() == act)?;
    let own = if row.act == Action::Yes { locale.say("key-yes") } else { String::new() };
    let key = row.keys.iter().find(|key| **key == own).or(row.keys.first())?;
    Some(key.split(' ').map(sign_of).collect::<Vec<_>>().join(" "))
}

#[test]
#[ignore = "writes to docs and README.md"]
fn write_the_handbook() {
    for page in pages() {
        fs::write(&page.path, renewed(&page)).unwrap();
    }
}

#[test]
fn the_handbook_shows_the_program_as_it_is() {
    let stale: Vec<String> =
        pages().iter().filter(|page| renewed(page) != page.text).map(|page| page.name.clone()).collect();
    assert!(stale.is_empty(), "{stale:?} are of before: {HOW}");
}

/// Code in sentences: what stands between single backticks, outside of blocks, and what follows it.
fn code(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut is_block = false;
    for line in text.lines() {
        if line.starts_with("```") {
            is_block = !is_block;
        }
        if is_block {
            continue;
        }
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('`') {
            let Some((code, after)) = after.split_once('`') else { break };
            found.push((code.to_owned(), after.to_owned()));
            rest = after;
        }
    }
    found
}

/// A page without what is made in it.
fn written(page: &Page) -> String {
    let (mut kept, mut is_made) = (String::new(), false);
    for line in page.text.lines() {
        let words = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")).unwrap_or_default();
        is_made = (is_made && words != "end") || made::is_made(words);
        if !is_made {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[test]
fn every_key_in_a_sentence_says_whose_it_is() {
    let is_key =
        |code: &str| !SIGNS.contains(&code) && !code.is_empty() && code.split(' ').all(|key| Key::named(key).is_some());
    let mut faults = Vec::new();
    for page in pages() {
        for (code, after) in code(&written(&page)) {
            if is_key(&code) && !after.starts_with("<!--") {
                faults.push(format!("{}: `{code}`{}", page.name, after.chars().take(30).collect::<String>()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A page that a reader of one language has, a reader of the other has too, and so every part that is made.
#[test]
fn both_languages_have_the_same_pages() {
    let made = |language: Language| {
        let of_it = pages().into_iter().filter(|page| page.language == language && page.name.starts_with("docs/"));
        let mut parts: Vec<String> = of_it
            .flat_map(|page| {
                let words = page.text.lines().filter_map(|line| line.strip_prefix("<!-- ")?.strip_suffix(" -->"));
                let words = words.filter(|words| made::is_made(words) || words.starts_with("file "));
                // A command may be given in words of the language.
                words.map(|words| if words.starts_with("run ") { "run" } else { words }.to_owned()).collect::<Vec<_>>()
            })
            .collect();
        parts.sort();
        parts
    };
    assert_eq!(made(Language::Swedish), made(Language::English));
    let count = |folder: &str| pages().iter().filter(|page| page.name.starts_with(folder)).count();
    assert_eq!(count("docs/sv/"), count("docs/en/"));
}
