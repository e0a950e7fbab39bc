//! Names hidden: on no screen that can be reached stands a name of a family or of its people.

use std::collections::BTreeSet;

use trygg::domain::discretion::Setting;
use trygg::domain::family::Family;
use trygg::domain::text::fold;
use trygg::locale::Language;
use trygg::store::{FamilyFilter, Origin};

use super::desk::{Desk, today};
use super::screens::{SCENES, Scene, play, snapshot};

/// Part of a name and no name.
const PARTICLES: [&str; 1] = ["von"];

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).map(fold);
    words.filter(|word| word.chars().count() > 2).collect::<Vec<_>>().into_iter()
}

/// Every word of every name in the casebook.
fn names(desk: &Desk) -> BTreeSet<String> {
    let store = desk.colleague("Karin");
    let mut names = BTreeSet::new();
    for family in store.families(&FamilyFilter::default(), today(), 0, 99).unwrap() {
        names.extend(words(&family.name));
        for person in store.family_page(family.id, today()).unwrap().people {
            names.extend(words(person.person.value.given_name.bare()));
            names.extend(words(person.person.value.family_name.as_ref().map_or("", |name| name.bare())));
        }
    }
    names.retain(|name| !PARTICLES.contains(&name.as_str()));
    assert!(names.len() > 40, "{names:?}");
    names
}

/// The names on the screen, but for the line that somebody is typing and the head, where the user is named.
fn shown(desk: &Desk, names: &BTreeSet<String>) -> Vec<String> {
    let typed = usize::from(desk.cursor().1);
    let screen = desk.screen();
    let rows = screen.lines().enumerate().filter(|(row, _)| *row > 0 && *row != typed);
    rows.flat_map(|(_, row)| words(row)).filter(|word| names.contains(word)).collect()
}

fn at_every_size(desk: &mut Desk, mut look: impl FnMut(&Desk)) {
    for size in [(160, 50), (60, 15), (80, 24)] {
        desk.app.resize(size);
        look(desk);
    }
}

#[test]
fn no_name_stands_on_any_screen() {
    let names = names(&Desk::new());
    let mut wrong = Vec::new();
    let mut named = 0;
    let mut look = |desk: &Desk, scene: &str| {
        let found = shown(desk, &names);
        if !found.is_empty() {
            wrong.push(format!("{scene}: {found:?}\n{}", desk.screen()));
        }
    };
    let more: [Scene; 1] = [("week_help", &["1 j j ?", "Esc Enter"], &[])];
    for (name, steps, _) in SCENES.iter().chain(&more) {
        // Hidden on the way there, with all that is told on it, and hidden where names were.
        let mut desk = Desk::new();
        desk.keys("Ctrl-G").shows("namn dolda");
        for step in *steps {
            play(&mut desk, &[step]);
            at_every_size(&mut desk, |desk| look(desk, name));
        }
        desk.keys("Ctrl-G").hides("namn dolda");
        at_every_size(&mut desk, |desk| named += usize::from(!shown(desk, &names).is_empty()));
        desk.keys("Ctrl-G").shows("namn dolda");
        at_every_size(&mut desk, |desk| look(desk, name));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(named > SCENES.len(), "names stand on {named} of the screens");
}

#[test]
fn screens_with_names_hidden_look_as_they_did() {
    for (name, steps) in [
        ("families", &[][..]),
        ("family_page", &["/ lin Enter"]),
        ("week", &["1"]),
        ("sessions", &["3"]),
        ("visits", &["5"]),
        ("visits_month", &["/ lin Enter 5"]),
        ("network", &["/ lin Enter 4"]),
        ("quick", &["+", "\"nord igår 14-15 @mamma -- Elias Lindström ringde"]),
        ("jump", &["/", "\"lin"]),
    ] {
        let mut desk = Desk::new();
        desk.keys("Ctrl-G");
        play(&mut desk, steps);
        snapshot(&format!("veiled_{name}_80x24"), &desk.screen());
    }
}

#[test]
fn a_name_is_found_however_it_is_written() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter + ").types("igår tel -- Elias Lindström och elias, LINDSTRÖMS hund, Noahs, Lindströmarna, ");
    desk.types("Berg, bergen, Åkerlund, von Essen, Jean-Elias").keys("Enter Ctrl-G 3 Enter");
    desk.shows("E. A-1 och E., A-1 hund, N., A-1, B.,").shows("bergen, Å., von E., Jean-E.");
    desk.keys("Ctrl-G").shows("Elias Lindström och elias, LINDSTRÖMS hund, Noahs, Lindströmarna, Berg,");
}

#[test]
fn what_somebody_types_can_be_read_and_what_it_means_hides_names() {
    let mut desk = Desk::new();
    desk.keys("Ctrl-G +").types("lindström igår tel @elias -- Elias mår bra");
    desk.shows("+ lindström igår tel @elias -- Elias mår bra").shows("”E. mår bra”");
    desk.keys("Ctrl-U Esc / lin Enter Enter").shows("Lindström").keys("Tab").hides("Lindström");
    desk.keys("Esc")
        .keys("n Tab Tab Tab Tab Tab Tab Tab Tab")
        .types("Elias och Noah")
        .shows("Elias och Noah")
        .keys("Tab");
    desk.hides("Elias och Noah").shows("E. och N.");
}

#[test]
fn a_name_is_hidden_before_it_is_saved_and_after_its_record_is_gone() {
    let mut desk = Desk::new();
    desk.keys("Ctrl-G n").fill("Zetterlund").hides("Zetterlund").fill("Z-1").fill("pågår").fill("1/11");
    desk.keys("Ctrl-S").hides("Zetterlund").shows("Sparat: ny familj Z-1");
    desk.keys("u").shows("Ångrat: ny familj Z.").hides("Zetterlund");
    desk.keys("Ctrl-R").shows("Gjort igen: ny familj Z.").hides("Zetterlund");
    desk.keys(":").types("ångra").hides("Zetterlund").shows("Z").keys("Esc Ctrl-G").shows("Zetterlund");
    desk.keys("/ z-1 Enter x y").shows("Zetterlund").keys("Ctrl-G").hides("Zetterlund").keys(":").types("ångra");
    desk.hides("Zetterlund");
}

#[test]
fn a_name_that_a_colleague_enters_is_hidden_as_it_appears() {
    let mut desk = Desk::new();
    desk.keys("Ctrl-G");
    let colleague = desk.colleague("Karin");
    let id = colleague.families(&FamilyFilter::default(), today(), 0, 99).unwrap()[0].id;
    let stored = colleague.get::<Family>(id).unwrap();
    let note = Family { name: "Qvarnström".to_owned(), case_ref: "A-99".to_owned(), ..stored.value };
    colleague.change(id, stored.version, &note, Origin::Direct).unwrap();
    assert!(desk.app.refresh());
    desk.hides("Qvarn").shows("A-99").keys("Ctrl-G").shows("Qvarnström");
}

#[test]
fn names_stay_hidden_over_a_lock() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter Ctrl-G Ctrl-L");
    let place = trygg::app::Place::of(&desk.app);
    desk.again();
    desk.shows("Lindström");
    desk.app.go_back_to(Some(place));
    desk.hides("Lindström").hides("LINDSTRÖM").shows("A-1").shows("namn dolda");
}

#[test]
fn the_room_hears_of_families_by_their_code() {
    let mut desk = Desk::new();
    assert_eq!((desk.app.cx.setting(), desk.app.cx.page_setting()), (Setting::Team, Setting::Page));
    desk.keys("Ctrl-G");
    assert_eq!((desk.app.cx.setting(), desk.app.cx.page_setting()), (Setting::Room, Setting::Room));
    assert_eq!(desk.app.cx.family_called("Lindström", "A-1"), "A-1");
}

#[test]
fn whoever_reads_no_cases_can_hide_names_as_well() {
    let mut desk = Desk::of("Ulf", Language::Swedish).unwrap();
    desk.keys("Ctrl-G").shows("namn dolda").hides("!").keys("Ctrl-G").hides("namn dolda");
}
