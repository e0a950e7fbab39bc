//! A casebook that is locked, and the last seconds before.

use chrono::NaiveTime;
use ratatui::backend::TestBackend;
use ratatui::{Frame, Terminal};
use trygg::app::keys::Key;
use trygg::app::unlock::{Clock, Text};
use trygg::app::{Flow, Stage};
use trygg::locale::{Language, Locale};

use super::desk::Desk;

fn drawn((columns, rows): (u16, u16), draw: impl FnOnce(&mut Frame<'_>)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(draw).unwrap();
    let text = terminal.backend().to_string();
    let rows = text.lines().map(|row| row.trim_matches('"').trim_end());
    rows.collect::<Vec<_>>().join("\n")
}

fn clock(size: (u16, u16), stage: Stage, text: Text) -> String {
    let clock = Clock { time: NaiveTime::from_hms_opt(8, 5, 0).unwrap(), stage, text };
    drawn(size, |frame| trygg::ui::draw_clock(&Locale::new(Language::Swedish), &clock, frame))
}

fn picture(name: &str, (columns, rows): (u16, u16), screen: &str) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), screen);
    });
}

const SIZES: [(u16, u16); 2] = [(80, 24), (160, 50)];

#[test]
fn the_clock_and_nothing_else() {
    for size in SIZES {
        assert_eq!(clock(size, Stage::Work, Text::Kept).trim(), "08.05");
        let waits = clock(size, Stage::Demo, Text::Waits);
        assert_eq!(waits.trim(), "08.05 · inte sparat än · DEMO");
        picture("locked", size, &waits);
    }
    for size in [(30, 6), (8, 2), (1, 1)] {
        clock(size, Stage::Demo, Text::Waits);
    }
}

#[test]
fn the_last_seconds_are_counted_over_whatever_is_there() {
    let locale = Locale::new(Language::Swedish);
    for size in SIZES {
        let mut desk = Desk::sized(size.0, size.1);
        desk.keys("+").types("lind igår -- hann");
        let counted = |seconds| {
            drawn(size, |frame| {
                trygg::ui::draw(&desk.app.scene(), frame);
                trygg::ui::draw_countdown(&locale, seconds, frame);
            })
        };
        assert!(counted(1).contains("! Registret låses om 1 sekund. "));
        picture("countdown", size, &counted(29));
    }
    drawn((1, 1), |frame| trygg::ui::draw_countdown(&locale, 1, frame));
}

#[test]
fn help_says_where_a_terminal_keeps_what_has_scrolled_off_it() {
    let mut desk = Desk::new();
    let told = "kan inte tömma det som har rullat";
    desk.keys("? End").hides(told);
    desk.app.cx.world.scrollback = trygg::app::Scrollback::Stays;
    desk.keys("Esc ? End").shows(told);
}

#[test]
fn whoever_reaches_otherwise_than_before_signs_in_anew() {
    let desk = Desk::new();
    let mut anders = desk.also("Anders");
    anders.key(Key::Down);
    assert_eq!(anders.flow(), Flow::Stay);
    let leading = desk.also_leads("Anders");
    anders.key(Key::Down);
    assert_eq!((anders.flow(), leading.flow()), (Flow::Lock, Flow::Stay));
}
