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

#[test]
fn at_eighty_columns_everybody_stands_in_a_cell_with_the_whole_name() {
    for size in [(80, 24), (60, 15), (100, 30)] {
        let mut desk = Desk::sized(size.0, size.1);
        desk.keys("/ lin Enter 4");
        let names: Vec<String> =
            desk.app.panes.network.shown().unwrap().value.people.iter().map(|person| person.name.clone()).collect();
        assert!(names.len() > 5);
        let mut seen = desk.screen();
        for _ in 0..4 {
            seen.push_str(&desk.keys("PgDn").screen());
        }
        for word in names.iter().flat_map(|name| name.split([' ', '-'])).filter(|word| word.chars().count() < 8) {
            assert!(seen.contains(word), "{word} at {size:?} on\n{seen}");
        }
        // No line and no ring runs through a name.
        desk.hides("╱").hides("╲").hides("⋰").hides("▞");
    }
}

#[test]
fn one_persons_ties_are_shown_at_a_time() {
    let mut desk = drawing();
    let marked = |desk: &Desk| desk.screen().matches('∘').count();
    assert_eq!(marked(&desk), 1, "{}", desk.screen());
    desk.keys("t t");
    assert_eq!(marked(&desk), 2, "{}", desk.screen());
    // Whoever is chosen next knows others.
    desk.keys("Tab");
    assert_eq!(marked(&desk), 1, "{}", desk.screen());
    desk.keys("Esc").hides("∘").shows("2 par känner varandra");
}

#[test]
fn the_chosen_one_is_seen_however_many_there_are() {
    let mut desk = Desk::sized(60, 15);
    desk.keys("/ lin Enter 4 v n");
    for number in 0..14 {
        desk.types(&format!("Kamrat{number} 3 vän")).keys("Enter");
    }
    desk.keys("Up");
    for _ in 0..14 {
        let drawing = match desk.app.layers.last() {
            Some(trygg::app::Layer::Drawing(drawing)) => drawing,
            _ => panic!("not drawing"),
        };
        let chosen = drawing.chosen.and_then(|key| drawing.map.person(key)).unwrap().name.clone();
        let (x, y) = desk.cursor_seen().unwrap();
        let row = desk.screen().lines().nth(y.into()).unwrap().to_owned();
        assert!(row.chars().skip(x.into()).collect::<String>().starts_with(&chosen[..6]), "{chosen}: {row}");
        desk.keys("Tab");
    }
}

#[test]
fn without_a_family_the_oldest_maps_stand_first_and_lead_to_their_person() {
    let mut desk = Desk::new();
    desk.keys("4").shows("vems karta ska ritas om?").shows("HAR INGEN KARTA");
    let days: Vec<_> = desk
        .app
        .panes
        .network
        .ages
        .list
        .lines
        .iter()
        .filter_map(|line| match line {
            trygg::app::pane::network::ages::AgeLine::Of(row) => row.drawn_on,
            _ => None,
        })
        .collect();
    assert!(days.len() > 3 && days.is_sorted(), "{days:?}");
    let oldest = days[0];
    while desk.app.panes.network.ages.current().unwrap().drawn_on != Some(oldest) {
        desk.keys("j");
    }
    let person = desk.app.panes.network.ages.current().unwrap().person;
    desk.keys("Enter");
    assert_eq!(desk.app.panes.network.ego, Some(person));
    assert!(desk.app.panes.network.own().iter().all(|stored| stored.value.drawn_on >= oldest));
    // And n begins one of whom nobody has drawn any.
    let mut desk = Desk::new();
    desk.keys("4");
    let person = desk.app.panes.network.ages.current().unwrap().person;
    desk.keys("n");
    let Some(trygg::app::Layer::Drawing(drawing)) = desk.app.layers.last() else { panic!("not drawing") };
    assert_eq!(drawing.map.ego, person);
}

#[test]
fn only_ones_own_families_are_listed_by_age() {
    let mut desk = Desk::of("Sara", trygg::locale::Language::Swedish).unwrap();
    desk.keys("4").shows("Lindström").hides("Berg").hides("Nordin,");
    let mut desk = Desk::of("Ulf", trygg::locale::Language::Swedish).unwrap();
    desk.keys("4").hides("Lindström");
}
