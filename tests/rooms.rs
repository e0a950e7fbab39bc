//! How well the second floor is divided, counted from the source: `cargo test --test rooms -- --ignored --nocapture`
//! prints it. What has been won is held: no count may grow.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the source has failed")]
#![allow(clippy::print_stdout, reason = "the counts are for whoever asks for them")]

#[path = "source/nouns.rs"]
mod nouns;
#[path = "source/mod.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::{Source, code, sources};

/// The floor's modules, by file without the folder and the ending.
fn rooms() -> Vec<Source> {
    sources("src/app").into_iter().filter(|source| !source.is_test()).collect()
}

/// How many methods the desk has: every function of every `impl App`.
fn methods(of: &[Source]) -> usize {
    let mut count = 0;
    for source in of {
        let mut inside = false;
        for line in source.text.lines() {
            inside = if line.starts_with("impl App {") { true } else { inside && line != "}" };
            let is_function = line.starts_with("    fn ") || line.starts_with("    pub") && line.contains(" fn ");
            count += usize::from(inside && is_function);
        }
    }
    count
}

/// The files that name the desk.
fn naming(of: &[Source], word: &str) -> usize {
    let names =
        |source: &&Source| code(&source.text).split(|sign: char| !sign.is_alphanumeric()).any(|one| one == word);
    of.iter().filter(names).count()
}

/// Places outside its own folder where a pane is named.
fn pane_names(of: &[Source]) -> usize {
    of.iter().map(|source| code(&source.text).matches("Pane::").count()).sum()
}

/// The modules, and those each imports.
fn imports(of: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
    let name = |source: &Source| {
        let path = source.name.trim_start_matches("app/").trim_end_matches(".rs").trim_end_matches("/mod");
        path.to_owned()
    };
    let names: BTreeSet<String> = of.iter().map(name).collect();
    let known =
        |words: &[&str]| (1..=words.len()).rev().map(|end| words[..end].join("/")).find(|at| names.contains(at));
    let mut all = BTreeMap::new();
    for source in of {
        let own = name(source);
        let parent: Vec<&str> = own.split('/').collect();
        let mut into = BTreeSet::new();
        for line in code(&source.text).lines() {
            let Some(path) = line.trim().strip_prefix("use ") else { continue };
            let words: Vec<&str> = path.split("::").map(|word| word.trim_end_matches([';', ' '])).collect();
            let from: Vec<&str> = match words.first() {
                Some(&"super") => {
                    let ups = words.iter().take_while(|word| **word == "super").count();
                    let base = parent.len().saturating_sub(ups);
                    parent[..base].iter().chain(&words[ups..]).copied().collect()
                }
                Some(&"crate") if words.get(1) == Some(&"app") => words[2..].to_vec(),
                _ => continue,
            };
            into.extend(known(&from).filter(|found| *found != own));
        }
        all.insert(own, into);
    }
    all
}

/// The largest set of modules that all reach one another.
fn widest_circle(imports: &BTreeMap<String, BTreeSet<String>>) -> usize {
    let reach = |from: &String| {
        let (mut seen, mut waiting) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(at) = waiting.pop() {
            for next in imports.get(&at).into_iter().flatten() {
                if seen.insert(next.clone()) {
                    waiting.push(next.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = imports.keys().map(|name| (name, reach(name))).collect();
    let circle = |name: &String| {
        let mine = &reached[name];
        mine.iter().filter(|other| reached.get(*other).is_some_and(|back| back.contains(name))).count()
    };
    reached.keys().map(|name| circle(name)).max().unwrap_or(0)
}

/// The counts as they were last won. Lower them with the work that lowers them; nothing raises them.
const WON: [(&str, usize); 4] = [
    ("methods of the desk", 406),
    ("files that name the desk", 59),
    ("places that name a pane", 122),
    ("widest circle", 24),
];

fn counts() -> [usize; 4] {
    let rooms = rooms();
    [methods(&rooms), naming(&rooms, "App"), pane_names(&rooms), widest_circle(&imports(&rooms))]
}

#[test]
#[ignore = "prints the counts"]
fn print_the_counts() {
    for ((what, won), now) in WON.iter().zip(counts()) {
        println!("{now:4} {what} (won: {won})");
    }
}

#[test]
fn no_count_grows() {
    for ((what, won), now) in WON.iter().zip(counts()) {
        assert!(now <= *won, "{what}: {now}, and {won} was won");
    }
}
