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

/// How many methods the desk has: every function of every `impl Desk`.
fn methods(of: &[Source]) -> usize {
    let mut count = 0;
    for source in of {
        let mut inside = false;
        for line in source.text.lines() {
            inside = if line.starts_with("impl Desk {") { true } else { inside && line != "}" };
            let is_function = line.starts_with("    fn ") || line.starts_with("    pub") && line.contains(" fn ");
            count += usize::from(inside && is_function);
        }
    }
    count
}

fn says(source: &Source, word: &str) -> bool {
    code(&source.text).split(|sign: char| !sign.is_alphanumeric()).any(|one| one == word)
}

/// The files that name the desk, but for its own and the list of what the floor holds.
fn naming_the_desk(of: &[Source]) -> usize {
    let own = |source: &&Source| source.name.starts_with("desk/") || source.name == "mod.rs";
    of.iter().filter(|source| !own(source) && says(source, "Desk")).count()
}

/// The lines outside the folder of the pane of visits, and outside what routes can seek, that name it: what a pane
/// costs the others.
fn shared_by_a_pane() -> usize {
    let floors = ["src/app", "src/ui"].into_iter().flat_map(sources);
    let own = |source: &Source| {
        let name = source.name.as_str();
        name.starts_with("pane/visits/") || name.starts_with("visits/") || source.is_test()
    };
    let names = ["pane::visits", "visits::Visits", "visits::title", "mod visits;", "panes.visits"];
    let lines = |source: &Source| {
        let code = code(&source.text);
        code.lines().filter(|line| names.iter().any(|name| line.contains(name))).count()
    };
    floors.filter(|source| !own(source)).map(|source| lines(&source)).sum()
}

/// The room that a module is in: its folder on this floor, or the module itself.
fn room(module: &str) -> &str {
    module.split('/').next().unwrap_or_default()
}

/// The rooms, and those each knows.
fn known_rooms(imports: &BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeSet<String>> {
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, into) in imports {
        let own = room(module);
        let known = into.iter().map(|module| room(module)).filter(|other| *other != own && !other.is_empty());
        rooms.entry(own.to_owned()).or_default().extend(known.map(str::to_owned));
    }
    rooms
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
    ("methods of the desk", 41),
    ("files that name the desk besides its own", 0),
    ("shared lines that a pane costs", 5),
    ("rooms in the widest circle of rooms", 1),
];

fn counts() -> [usize; 4] {
    let rooms = rooms();
    let circle = widest_circle(&known_rooms(&imports(&rooms)));
    [methods(&rooms), naming_the_desk(&rooms), shared_by_a_pane(), circle.max(1)]
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

/// What each room may know: those before it, and itself.
const ROOMS: [&str; 10] = ["layout", "keys", "list", "cx", "form", "layer", "pane", "everywhere", "tour", "scene"];

#[test]
fn each_room_uses_those_before_it() {
    let mut faults = Vec::new();
    let place = |room: &str| ROOMS.iter().position(|known| *known == room);
    for (own, known) in known_rooms(&imports(&rooms())) {
        let Some(at) = place(&own) else { continue };
        let above = known.iter().filter(|other| place(other).is_none_or(|other| other > at));
        // The cards of the floor name what each room hands out.
        faults.extend(above.filter(|other| *other != "mod").map(|other| format!("{own} knows {other}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_pane_names_no_pane_and_a_layer_none() {
    let panes = ["week", "families", "sessions", "visits", "network"];
    let mut faults = Vec::new();
    for source in rooms() {
        let Some(rest) = source.name.strip_prefix("pane/") else {
            if source.name.starts_with("layer/") && code(&source.text).contains("app::pane") {
                faults.push(format!("{}: a layer names a pane", source.name));
            }
            continue;
        };
        let own = rest.split(['/', '.']).next().unwrap_or_default();
        let others = panes.iter().filter(|pane| **pane != own && own != "mod");
        let named = others.filter(|pane| code(&source.text).contains(&format!("pane::{pane}")));
        faults.extend(named.map(|pane| format!("{}: names the pane {pane}", source.name)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_command_line_names_the_desk() {
    let named: Vec<String> = ["src/ui", "src/locale", "src/measure", "src/store", "src/domain", "src/exchange"]
        .into_iter()
        .flat_map(sources)
        .filter(|source| says(source, "Desk") && code(&source.text).contains("app::"))
        .map(|source| source.name)
        .collect();
    assert!(named.is_empty(), "{named:?}");
}
