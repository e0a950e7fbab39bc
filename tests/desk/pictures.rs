//! Pictures of eleven scenes, with colours, for papers: drawn by a command, and held against what is on the screen.
//!
//! `cargo test --test desk draw_the_scenes -- --ignored` draws them. They are of the invented demo and of nobody.

use std::fs;
use std::path::{Path, PathBuf};

use trygg::store::FamilyFilter;

use super::desk::{Desk, today};
use super::screens::{Scene, play};
use super::svg;

/// What a picture is called, the keys and the texts (after `"`) that lead there, the size in which it is drawn.
const PICTURES: [Scene; 11] = [
    ("week", &["1"], &[(80, 24)]),
    ("family", &["/ lin Enter"], &[(80, 24)]),
    ("sessions", &["3"], &[(80, 24)]),
    ("network", &["/ lin Enter 4"], &[(160, 50)]),
    ("visits", &["/ lin Enter 5"], &[(80, 24)]),
    ("plan", &["/ lin Enter 6"], &[(80, 24)]),
    ("group", &["7 j Enter"], &[(80, 24)]),
    ("report", &["8 j j j j Enter b b"], &[(80, 24)]),
    ("line", &["+", "\"lind igår 14-15:30 hem @mamma @el #skola mål2=+1 >fre -- gick igenom läxorna"], &[(80, 24)]),
    ("form", FORM, &[(80, 24)]),
    ("tree", &["/ öbe Enter t"], &[(80, 24)]),
];

const FORM: &[&str] = &[
    "/ lin Enter n Tab",
    "\"14-15.30",
    "Tab Tab Tab Tab",
    "\"Sara; Elias",
    "Tab Tab",
    "\"Skolgång",
    "Tab",
    "\"Gick igenom läxorna vid köksbordet. Elias räknade själv,\nSara satt med. Läraren ringer på fredag.\nBättre",
    "\" vecka än förra",
];

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn file(name: &str) -> PathBuf {
    top().join(format!("assets/screens/{name}.svg"))
}

/// A desk at each scene.
fn scenes() -> impl Iterator<Item = (&'static str, Desk)> {
    PICTURES.iter().map(|(name, steps, sizes)| {
        let mut desk = Desk::new();
        play(&mut desk, steps);
        desk.app.resize(sizes[0]);
        (*name, desk)
    })
}

fn drawn(name: &str, desk: &Desk) -> String {
    svg::draw(&desk.buffer(), desk.cursor_seen(), &format!("Trygg: {name}"))
}

#[test]
#[ignore = "writes to assets/screens"]
fn draw_the_scenes() {
    fs::create_dir_all(file("week").parent().unwrap()).unwrap();
    for (name, desk) in scenes() {
        fs::write(file(name), drawn(name, &desk)).unwrap();
    }
}

#[test]
fn the_pictures_show_what_is_on_the_screen() {
    let how = "cargo test --test desk draw_the_scenes -- --ignored";
    for (name, desk) in scenes() {
        let kept = fs::read_to_string(file(name)).unwrap_or_default();
        assert!(kept == drawn(name, &desk), "assets/screens/{name}.svg is of before: {how}");
    }
    let folder = fs::read_dir(file("week").parent().unwrap()).unwrap();
    let there: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    let more: Vec<&PathBuf> = there.iter().filter(|path| PICTURES.iter().all(|one| **path != file(one.0))).collect();
    assert!(more.is_empty(), "nobody draws {more:?}");
}

#[test]
fn readers_are_led_to_every_picture() {
    let readme = fs::read_to_string(top().join("README.md")).unwrap();
    for (name, ..) in PICTURES {
        assert!(readme.contains(&format!("(assets/screens/{name}.svg)")), "{name}");
    }
}

/// A picture is looked at by everybody: it is of families in which nobody is protected and no place kept back.
#[test]
fn nobody_in_the_pictures_is_hidden() {
    let store = Desk::new().colleague("Karin");
    let families = store.families(&FamilyFilter::default(), today(), 0, 99).unwrap();
    assert_eq!(families.len(), 12);
    for family in families {
        for one in store.family_page(family.id, today()).unwrap().people {
            let person = &one.person.value;
            let is_hidden = one.placements.iter().any(|placement| placement.value.is_kept_back(person));
            assert!(!is_hidden && !person.given_name.is_kept(), "{}", family.name);
        }
    }
}
