//! Whatever is pressed, pasted or resized, in whatever order: nothing panics, and nothing that steers a terminal is
//! ever on the screen.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use trygg::app::keys::Key;

use super::desk::Desk;

#[derive(Debug, Clone)]
enum Step {
    Key(Key),
    Word(&'static str),
    Paste(String),
    Resize(u16, u16),
    Pause,
}

const KEYS: &[Key] = &[
    Key::Enter,
    Key::Esc,
    Key::Tab,
    Key::BackTab,
    Key::Backspace,
    Key::Delete,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::WordLeft,
    Key::WordRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
];

const WORDS: &[&str] = &[
    "lind",
    "nord",
    "igår",
    "14-15:30",
    "@mamma",
    "@",
    "#skola",
    "#",
    "mål2=+1",
    ">fre",
    " -- ",
    "inställd(mamma: sjuk)",
    "uteblev(",
    "29/2",
    "v53",
    " ",
    "漢字",
    "e\u{301}",
    "👩‍👩‍👧",
];

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => proptest::sample::select(KEYS).prop_map(Step::Key),
        6 => proptest::sample::select("+/:?23nfmpvxedugGhjkl aåÖ".chars().collect::<Vec<_>>())
            .prop_map(|letter| Step::Key(Key::Char(letter))),
        3 => proptest::sample::select(WORDS).prop_map(Step::Word),
        1 => any::<char>().prop_map(|letter| Step::Key(Key::Char(letter))),
        2 => proptest::sample::select(('a'..='z').collect::<Vec<_>>()).prop_map(|letter| Step::Key(Key::Ctrl(letter))),
        1 => any::<char>().prop_map(|letter| Step::Key(Key::Alt(letter))),
        1 => any::<u8>().prop_map(|number| Step::Key(Key::F(number))),
        1 => "[a-zåäö \\n\\t\\x1b\\x07]{0,40}".prop_map(Step::Paste),
        1 => (1u16..200, 1u16..60).prop_map(|(columns, rows)| Step::Resize(columns, rows)),
        1 => Just(Step::Pause),
    ]
}

#[test]
fn nothing_panics() {
    let config = Config { cases: 24, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
    let sizes = proptest::sample::select(vec![(80, 24), (160, 50), (60, 15), (20, 5)]);
    let steps = proptest::collection::vec(step(), 1..120);
    let tried = runner.run(&(sizes, steps), |((columns, rows), steps)| {
        let mut desk = Desk::sized(columns, rows);
        for step in steps {
            match step {
                Step::Key(key) => desk.app.key(key),
                Step::Word(word) => _ = desk.types(word),
                Step::Paste(text) => desk.app.paste(&text),
                Step::Resize(columns, rows) => desk.app.resize((columns, rows)),
                Step::Pause => desk.app.keep_drafts(),
            }
            let buffer = desk.buffer();
            let steers = |symbol: &str| symbol.chars().any(|letter| letter.is_control() || letter == '\u{202e}');
            prop_assert!(!buffer.content.iter().any(|cell| steers(cell.symbol())));
        }
        Ok(())
    });
    if let Err(failure) = tried {
        panic!("{failure}");
    }
}
