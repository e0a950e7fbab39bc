//! The picture: whole, readable in black and white, nothing in it but lines and texts.

use proptest::prelude::*;
use roxmltree::Document;

use super::*;
use crate::exchange::network::{Naming, picture};

fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    texts.filter_map(|node| node.text().map(str::to_owned)).collect()
}

fn draw(drawn: &Drawn<'_>, place: usize, naming: Naming) -> String {
    picture::write(drawn, &drawn.maps[place].value, naming, &Plainly).unwrap()
}

#[test]
fn a_picture_of_two_is_drawn_so() {
    let (family, people) = (family(), household(Protection::None));
    let mut map =
        map(ELIAS, "2026-03-09", &["1 Ulla relatives 1 strong mormor", "2 Ali friends 2 strained"], &[(1, 2)]);
    map.value.people[0].direction = Some(SupportDirection::Gives);
    let maps = [map];
    let drawn = Drawn { family: &family, people: &people, maps: &maps, scheme: Scheme::shipped() };
    insta::assert_snapshot!(draw(&drawn, 0, Naming::Names));
}

#[test]
fn everybody_and_the_whole_legend_are_on_it() {
    with_maps(Protection::None, |drawn| {
        let said = texts(&draw(drawn, 1, Naming::Names));
        let people = ["Elias", "Sara", "Johan", "Ulla", "Ali", "Karin", "Eva (tränare)", "Eva (socialsekreterare)"];
        let sectors = ["family", "relatives", "friends", "school/work", "leisure", "professionals"];
        let legend =
            ["strong", "ordinary", "weak", "strained", "broken", "gives", "receives", "both", "know each other"];
        for text in people.iter().chain(&sectors).chain(&legend).chain(&["Network map – Elias"]) {
            assert!(said.iter().any(|known| known == text), "{text}: {said:?}");
        }
    });
}

#[test]
fn whoever_is_protected_is_on_it_by_role() {
    with_maps(Protection::ConfidentialityFlag, |drawn| {
        let svg = draw(drawn, 1, Naming::Names);
        assert!(!svg.contains("Johan") && texts(&svg).contains(&"pappa".to_owned()));
    });
}

#[test]
fn nothing_in_a_name_is_more_than_a_text() {
    let (family, people) = (family(), household(Protection::None));
    let names = ["1 <script>alert(1)</script> friends 1", "2 \"&amp]]> family 2", "3 a\u{1b}[31mb\u{ffff} family 3"];
    let maps = [map(ELIAS, "2026-03-09", &names, &[])];
    let drawn = Drawn { family: &family, people: &people, maps: &maps, scheme: Scheme::shipped() };
    let svg = draw(&drawn, 0, Naming::Names);
    assert!(!svg.contains("<script") && !svg.contains('\u{1b}') && !svg.contains("href"));
    for text in ["<script>alert(1)</script>", "\"&amp]]>", "ab"] {
        assert!(texts(&svg).contains(&text.to_owned()), "{text}: {:?}", texts(&svg));
    }
}

#[test]
fn who_has_no_place_in_the_circle_is_told_of_beside_it() {
    let (family, people) = (family(), household(Protection::None));
    let maps = [map(ELIAS, "2026-03-09", &["1 Ulla kör 1", "2 Ali friends 9", "3 Bo friends 1"], &[(1, 2)])];
    let drawn = Drawn { family: &family, people: &people, maps: &maps, scheme: Scheme::shipped() };
    let said = texts(&draw(&drawn, 0, Naming::Names)).join(" ");
    assert!(said.ends_with("Not in the circle: Ulla, Ali"), "{said}");
}

#[test]
fn sixty_find_room_and_a_thousand_do_not() {
    let (family, people) = (family(), household(Protection::None));
    let sectors = &Scheme::shipped().sectors;
    for (count, fits) in [(0, true), (60, true), (1000, false)] {
        let line = |key: usize| format!("{key} Anna-Karin{key} {} {}", sectors[key % 6].key, 1 + key / 6 % 3);
        let lines: Vec<String> = (1..=count).map(line).collect();
        let maps = [map(ELIAS, "2026-03-09", &lines.iter().map(String::as_str).collect::<Vec<_>>(), &[])];
        let drawn = Drawn { family: &family, people: &people, maps: &maps, scheme: Scheme::shipped() };
        let drawing = picture::write(&drawn, &maps[0].value, Naming::Names, &Plainly);
        assert_eq!(drawing.is_ok(), fits, "{count}");
    }
}

/// A frame as left, upper, right and lower edge.
type Edges = [f64; 4];

/// The frames of people, the one of the person in the middle last; the circle's half axes; where its sectors end.
fn read(svg: &str) -> (Vec<Edges>, Vec<(f64, f64)>) {
    let document = Document::parse(svg).unwrap();
    let mut frames = Vec::new();
    let mut rings = Vec::new();
    for node in document.root_element().children() {
        let number = |name: &str| node.attribute(name).and_then(|text| text.parse::<f64>().ok()).unwrap_or_default();
        let (x, y) = (number("x"), number("y"));
        let in_circle = node.attribute("stroke") == Some("#000") && x < 236.0;
        match node.tag_name().name() {
            "rect" if in_circle => frames.push([x, y, x + number("width"), y + number("height")]),
            "ellipse" if node.attribute("stroke") == Some("#777") => rings.push((number("rx"), number("ry"))),
            _ => {}
        }
    }
    (frames, rings)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_frame_lies_on_another_and_each_lies_in_its_ring(
        people in proptest::collection::vec((0..6_usize, 1..=3_u8, "[A-ZÅa-zö]{1,14}"), 0..28)
    ) {
        let (family, household) = (family(), household(Protection::None));
        let mut map = map(ELIAS, "2026-03-09", &[], &[]);
        for (key, (sector, ring, name)) in (1..).zip(&people) {
            let sector = &Scheme::shipped().sectors[*sector].key;
            map.value.people.push(NetworkPerson::new(PersonKey(key), name, sector, *ring));
        }
        let maps = [map];
        let drawn = Drawn { family: &family, people: &household, maps: &maps, scheme: Scheme::shipped() };
        let svg = draw(&drawn, 0, Naming::Names);
        let (frames, rings) = read(&svg);
        prop_assert_eq!((frames.len(), rings.len()), (people.len() + 1, 3));
        for (place, one) in frames.iter().enumerate() {
            for other in &frames[place + 1..] {
                let apart = one[2] < other[0] || other[2] < one[0] || one[3] < other[1] || other[3] < one[1];
                prop_assert!(apart, "{:?} {:?}", one, other);
            }
        }
        for (frame, (_, ring, _)) in frames.iter().zip(&people) {
            for (x, y) in [(frame[0], frame[1]), (frame[0], frame[3]), (frame[2], frame[1]), (frame[2], frame[3])] {
                let within = |half: (f64, f64)| ((x - 121.0) / half.0).hypot((y - 115.0) / half.1) <= 1.0;
                let number = rings.iter().position(|half| within(*half)).map(|place| place + 1);
                prop_assert_eq!(number, Some(usize::from(*ring)));
            }
        }
    }
}
