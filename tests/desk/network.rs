//! Network maps from the keyboard: a line each, keys for what is told, questions, what changed.

use super::desk::Desk;

/// A map of Noah Lindström, who has none in the demo: three people, saved and shown.
pub fn draw_three(desk: &mut Desk) -> &mut Desk {
    desk.keys("/ lin Enter 4");
    for _ in 0..6 {
        if desk.screen().contains("Nätverk · Noah") {
            break;
        }
        desk.keys("v");
    }
    desk.shows("Nätverk · Noah").keys("n");
    for line in ["mormor 2 sl", "Eva 2 sk", "Ali 1 vän @mormor"] {
        desk.types(line).keys("Enter");
    }
    desk.shows("3 på kartan").keys("Esc").shows("Sparat: nätverkskarta Noah")
}

fn drawing() -> Desk {
    let mut desk = Desk::new();
    draw_three(&mut desk).keys("e").shows("Mormor · ");
    desk
}

#[test]
fn keys_move_the_chosen_one_ring_by_ring_and_sector_by_sector() {
    let mut desk = drawing();
    for (keys, shown) in [
        ("Up", "släkt · ring 1"),
        ("Up", "släkt · ring 1"),
        ("Down Down", "släkt · ring 3"),
        ("Right", "vänner · ring 3"),
        ("Left Left", "familj · ring 3"),
    ] {
        desk.keys(keys).shows(shown);
    }
}

#[test]
fn one_key_says_how_it_stands_and_takes_it_back() {
    for (key, shown) in [("s", "stark"), ("a", "spänd"), (">", "ger stöd"), ("d", "varje dag"), ("3", "glädje")] {
        let mut desk = drawing();
        desk.hides(&format!(" · {shown}")).keys(key).shows(shown).keys(key).hides(&format!(" · {shown}"));
        desk.keys("u").shows(shown).keys("u").hides(&format!(" · {shown}")).keys("Ctrl-R").shows(shown);
    }
}

#[test]
fn every_pair_is_asked_about_once() {
    let mut desk = drawing();
    desk.keys("f").shows("Känner").shows("2 kvar").keys("j").shows("1 kvar").keys("n");
    desk.shows("Alla par är frågade om").keys("Esc").shows("Sparat");
    desk.keys("Tab Tab").shows("känner");
}

#[test]
fn two_are_tied_with_three_keys() {
    let mut desk = drawing();
    desk.keys("t")
        .shows("Mormor och Eva känner varandra")
        .keys("t")
        .keys("t")
        .shows("känner inte varandra")
        .keys("Esc");
}

#[test]
fn what_is_drawn_is_one_step_of_undo() {
    let mut desk = Desk::new();
    draw_three(&mut desk).shows("karta 1 av 1").keys("u").shows("har ingen nätverkskarta än").keys("Ctrl-R");
    desk.shows("karta 1 av 1");
}

#[test]
fn a_drawing_survives_a_crash() {
    let mut desk = Desk::new();
    draw_three(&mut desk).keys("n f").types("Kim 3 fri").keys("Enter").types("halv");
    desk.app.keep_drafts();
    desk.again();
    desk.keys("d").shows("4 på kartan").shows("+ halv");
}

#[test]
fn a_line_that_is_not_understood_is_not_put_on_the_map() {
    let mut desk = Desk::new();
    draw_three(&mut desk).keys("e Enter").types("Eva 2 sk").keys("Enter").shows("finns redan").shows("3 på kartan");
    desk.keys("Ctrl-U").types("Kim 9 fri").keys("Enter").shows("ringarna är").shows("3 på kartan");
}

#[test]
fn the_change_is_told_person_by_person() {
    let mut desk = Desk::new();
    draw_three(&mut desk).keys("n f").types("Kim 3 fri").keys("Enter Up Tab").shows("Mormor · ").keys("Up Esc");
    desk.keys("Tab").shows("3 → 4").shows("+ Kim").shows("↑ Mormor").shows("2→1");
}

#[test]
fn two_maps_lie_over_each_other_with_shared_people_once() {
    let mut desk = Desk::new();
    draw_three(&mut desk).keys("Tab Tab Tab Tab").shows("Noah och ").shows("i allt");
}

#[test]
fn a_person_or_a_gap_becomes_a_planned_session() {
    let mut desk = drawing();
    desk.keys("g").shows("Ny träff").shows("Mormor: närmare?").keys("Ctrl-D y").shows("på kartan").keys("Esc");
    desk.keys("g").shows("Ny träff").shows("finns det");
}
