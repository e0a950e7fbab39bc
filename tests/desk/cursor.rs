//! The terminal's cursor stands, seen, on what is marked, typed or read: a screen reader follows it, and nothing else.

use trygg::app::{Layer, Subject};
use trygg::locale::Language;

use super::desk::Desk;

/// Places that no scene goes to.
const BESIDES: &[&str] = &[
    "1",
    "1 m",
    "1 m G",
    "1 m j j j",
    "c",
    "c Enter",
    "c Enter Tab",
    "c Enter Tab Tab",
    "c Enter p",
    "c Enter +",
    "c Tab Enter e e",
    "/ lin Enter j j",
    "/ lin Enter Tab j j",
    "3 j j PgDn",
    "5 j j j",
    "/ lin Enter 5 l l j",
    "/ lin Enter 4 e t",
    "/ lin Enter t j j",
    "/ lin Enter t Tab j",
    "/ lin Enter n Tab Tab Tab",
    ": Down Down",
    "/ lin Enter 3 Enter",
    "/ ber Enter 5 i Down",
    "/ lin Enter 3 Enter F1 PgDn",
    "/ lin Enter L PgDn",
    "1 i",
];

fn symbol(desk: &Desk, x: u16, y: u16) -> String {
    desk.buffer()[(x, y)].symbol().to_owned()
}

#[track_caller]
pub fn stands_on_what_matters(desk: &Desk, name: &str) {
    let screen = desk.screen();
    let told = |why: &str| format!("{name}: {why}, at {:?} on\n{screen}", desk.cursor_seen());
    let Some((x, y)) = desk.cursor_seen() else { panic!("{}", told("hidden")) };
    let row = screen.lines().nth(y.into()).unwrap_or_default();
    let marked = || x > 0 && ["▸", "+"].contains(&symbol(desk, x - 1, y).as_str());
    let is_somewhere = screen.lines().skip(3).any(|row| row.contains('▸'));
    match desk.app.layers.last() {
        Some(Layer::Quick(_) | Layer::Roll(_)) => assert!(row.starts_with(" +"), "{}", told("not on the line")),
        Some(Layer::Jump(_)) => assert!(row.starts_with(" /"), "{}", told("not on the line")),
        Some(Layer::Palette(_)) => assert!(row.starts_with(" :"), "{}", told("not on the line")),
        Some(Layer::Ways(_)) => assert!(row.starts_with(" ?"), "{}", told("not on the line")),
        Some(Layer::Form(form)) if form.in_note() => assert!(y > 3, "{}", told("not in the note")),
        Some(Layer::Form(_)) => assert!(row.contains('▸'), "{}", told("not in the field")),
        Some(Layer::Confirm(_)) => assert!(row.starts_with(" ? "), "{}", told("not on the question")),
        Some(Layer::Drawing(drawing)) => match drawing.focus {
            trygg::app::layer::drawing::Focus::Line => assert!(row.starts_with(" +"), "{}", told("not on the line")),
            trygg::app::layer::drawing::Focus::Asking => {
                assert!(row.starts_with(" ? "), "{}", told("not on the question"))
            }
            _ => assert!(marked(), "{}", told("not on the chosen one")),
        },
        Some(Layer::Measuring(layer)) if layer.writing.is_some() => assert!(y > 4, "{}", told("not in the words")),
        Some(Layer::Run(_)) => assert!(y >= 3 && !row.trim().is_empty(), "{}", told("on nothing")),
        Some(Layer::Question(question)) if question.marker.is_none() => {
            assert!(row.starts_with(" ? "), "{}", told("not on it"))
        }
        Some(Layer::Reading(_) | Layer::Card(_) | Layer::Help(_) | Layer::HandOver(_)) => {
            assert!((3..6).contains(&y), "{}", told("not where one reads"));
        }
        _ if is_somewhere => assert!(marked(), "{}", told("not on what is marked")),
        _ => assert!(!row.trim().is_empty() && y > 0, "{}", told("on nothing")),
    }
}

#[test]
fn besides_the_scenes() {
    for keys in BESIDES {
        for (columns, rows) in [(80, 24), (160, 50), (60, 15)] {
            let mut desk = Desk::sized(columns, rows);
            stands_on_what_matters(desk.keys(keys), &format!("{keys} {columns}x{rows}"));
        }
    }
}

#[test]
fn it_follows_the_marker() {
    for (start, keys) in
        [("1 m", "j"), ("2", "j"), ("3", "j"), ("5", "j"), ("/ lin Enter", "j"), ("/ lin Enter t", "j")]
    {
        let mut desk = Desk::new();
        desk.keys(start);
        let mut seen = vec![desk.cursor_seen()];
        for _ in 0..4 {
            desk.keys(keys);
            stands_on_what_matters(&desk, start);
            seen.push(desk.cursor_seen());
        }
        seen.dedup();
        assert!(seen.len() > 3, "{start}: {seen:?}");
    }
}

#[test]
fn it_stands_where_one_types_in_english_too() {
    let mut desk = Desk::of("Karin", Language::English).unwrap();
    desk.keys("/ lin Enter n");
    stands_on_what_matters(&desk, "english");
    let before = desk.cursor_seen().unwrap();
    desk.types("to");
    assert_eq!(desk.cursor_seen().unwrap().1, before.1);
    assert_eq!(desk.app.at, Subject::People);
}
