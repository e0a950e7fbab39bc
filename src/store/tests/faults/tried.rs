//! That every function of the store that writes is tried, or stands here with why not.

use std::fs;
use std::path::Path;

use super::saves::{OF_KEYS, UNDONE, saves};

/// Functions that write and that no trial tries, and why.
const NOT_TRIED: &[(&str, &str)] = &[
    ("tell_looks", "what it cannot write now stays kept: see `disk.rs`"),
    ("leave_behind", "what it cannot write it seals and hands on: `tests/store/left.rs`"),
    ("backup", "what it writes down tells of a copy that is made elsewhere: `tests/store/copies.rs`"),
    ("standby", "the same"),
    ("settle", "what it cannot write now it leaves for later, and tells nobody"),
    ("keep_held", "writes what `keep_draft` could not, together with whatever is written next"),
    ("take_back", "the same, and keeps in memory what it cannot write"),
    ("review_glass", "takes two: see `tests/store/teams.rs`"),
    ("open_place", "reads, and has `journal_opening` journal it"),
];

#[test]
fn every_function_that_writes_is_tried() {
    let writing = public_callers(&["write", "write_aside"]);
    let saves = saves();
    let is_tried = |name: &str| saves.iter().any(|save| save.function() == name);
    assert!(writing.len() > 30, "{writing:?}");
    let is_excused = |name: &str| NOT_TRIED.iter().any(|(known, _)| *known == name) || OF_KEYS.contains(&name);
    let left_out: Vec<&String> = writing.iter().filter(|name| !is_tried(name) && !is_excused(name)).collect();
    assert!(left_out.is_empty(), "functions of the store that write: into `saves.rs`, or here with why: {left_out:?}");
    // What every noun can have done to it is undone there.
    let of_nouns = ["add", "change", "remove"];
    let mut undone = public_callers(&["remember"]);
    undone.retain(|name| !of_nouns.contains(&name.as_str()) && !UNDONE.contains(&name.as_str()));
    assert!(undone.is_empty(), "functions of the store that can be undone: into `UNDONE`: {undone:?}");
}

/// The public functions of the store that call one of some functions, or one that does.
fn public_callers(of: &[&str]) -> Vec<String> {
    let functions = functions(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/store")));
    let mut calling: Vec<String> = of.iter().map(|name| (*name).to_owned()).collect();
    let mut told = 0;
    while told < calling.len() {
        told = calling.len();
        for (name, _, body) in &functions {
            let calls = |known: &String| body.contains(&format!("self.{known}("));
            if !calling.contains(name) && calling.iter().any(calls) {
                calling.push(name.clone());
            }
        }
    }
    let is_public = |name: &String| functions.iter().any(|(known, public, _)| known == name && *public);
    calling.into_iter().filter(is_public).collect()
}

/// Name, whether it is public, and body of every function in a folder, its tests apart.
fn functions(folder: &Path) -> Vec<(String, bool, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(if path.ends_with("tests") { Vec::new() } else { functions(&path) });
            continue;
        }
        for part in fs::read_to_string(path).unwrap().split("\n    }\n") {
            let Some(at) =
                part.find("    pub fn ").into_iter().chain(part.find("    fn ")).chain(part.find(") fn ")).min()
            else {
                continue;
            };
            let name = part[at..].split("fn ").nth(1).unwrap().split(['(', '<']).next().unwrap();
            found.push((name.to_owned(), part[at..].starts_with("    pub fn"), part.to_owned()));
        }
    }
    found
}
