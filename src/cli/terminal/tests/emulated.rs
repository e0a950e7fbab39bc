//! Whatever is drawn, an emulator that knows nothing of us shows exactly that.

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};

use super::super::grid::Glyph;
use super::super::pen::Pen;
use super::{Capabilities, Charset, DiffBackend, FULL, Writes, emulator, rows, terminal};

/// Ordinary text, blanks, East Asian, combining marks, emoji of every kind, drawing.
const SIGNS: [&str; 24] = [
    "a",
    "B",
    "å",
    "ä",
    "ö",
    " ",
    " ",
    "  ",
    "              ",
    "-",
    "7",
    "─",
    "│",
    "▸",
    "漢",
    "字",
    "コ",
    "e\u{301}",
    "a\u{30a}",
    "😀",
    "👍🏽",
    "👨‍👩‍👧",
    "❤\u{fe0f}",
    "🇸🇪",
];

const COLOURS: [(Color, vt100::Color); 6] = [
    (Color::Reset, vt100::Color::Default),
    (Color::Reset, vt100::Color::Default),
    (Color::Red, vt100::Color::Idx(1)),
    (Color::White, vt100::Color::Idx(15)),
    (Color::DarkGray, vt100::Color::Idx(8)),
    (Color::Rgb(1, 2, 3), vt100::Color::Default),
];

const SIZES: [(u16, u16); 5] = [(20, 5), (80, 24), (7, 3), (33, 9), (1, 1)];

#[derive(Clone, Debug)]
enum Act {
    Row(u16, Vec<(Vec<usize>, Style)>),
    Cursor(Option<(u16, u16)>),
    Resize(usize),
}

fn styles() -> impl Strategy<Value = Style> {
    let marks = vec![Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
    (0..COLOURS.len(), 0..COLOURS.len(), prop::sample::subsequence(marks, 0..=3)).prop_map(|(fg, bg, marks)| {
        let mut marks: Modifier = marks.into_iter().collect();
        if marks.contains(Modifier::BOLD) {
            // To the emulator they are two values of one thing; see `bytes` for both.
            marks.remove(Modifier::DIM);
        }
        Style::new().fg(COLOURS[fg].0).bg(COLOURS[bg].0).add_modifier(marks)
    })
}

fn acts() -> impl Strategy<Value = Act> {
    let style = prop_oneof![2 => Just(Style::new()), 1 => styles()];
    let signs = prop::collection::vec(0..SIGNS.len(), 0..12);
    prop_oneof![
        8 => (0..30u16, prop::collection::vec((signs, style), 0..6)).prop_map(|(row, spans)| Act::Row(row, spans)),
        2 => prop::option::of((0..90u16, 0..30u16)).prop_map(Act::Cursor),
        1 => (0..SIZES.len()).prop_map(Act::Resize),
    ]
}

/// What is drawn, kept from frame to frame.
struct Scene {
    rows: Vec<Line<'static>>,
    cursor: Option<(u16, u16)>,
}

fn check(buffer: &Buffer, screen: &vt100::Screen) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let width = cell.symbol().cell_width().max(1);
            let glyph = Glyph::new(cell.symbol(), Pen::DEFAULT);
            if glyph.settled() {
                compare(cell, screen.cell(y, x).unwrap(), (x, y));
            }
            x += width;
        }
    }
}

fn compare(cell: &ratatui::buffer::Cell, shown: &vt100::Cell, at: (u16, u16)) {
    let text = if shown.contents().is_empty() { " " } else { shown.contents() };
    assert_eq!(text, cell.symbol(), "text at {at:?}");
    let colour = |colour| COLOURS.iter().find(|(name, _)| *name == colour).unwrap().1;
    let has = |mark| cell.modifier.contains(mark);
    assert_eq!(shown.bgcolor(), colour(cell.bg), "background at {at:?}");
    assert_eq!(shown.underline(), has(Modifier::UNDERLINED), "underline at {at:?}");
    assert_eq!(shown.inverse(), has(Modifier::REVERSED), "inverse at {at:?}");
    if text != " " || shown.underline() || shown.inverse() {
        assert_eq!(shown.fgcolor(), colour(cell.fg), "colour at {at:?}");
        assert_eq!(shown.bold(), has(Modifier::BOLD), "bold at {at:?}");
        assert_eq!(shown.dim(), has(Modifier::DIM), "dim at {at:?}");
        assert_eq!(shown.italic(), has(Modifier::ITALIC), "italic at {at:?}");
    }
}

/// Draws a frame, hands its bytes to the emulator and compares.
fn frame(terminal: &mut Terminal<DiffBackend<Writes>>, emulator: &mut vt100::Parser, scene: &Scene, charset: Charset) {
    let before = terminal.backend().writer().0.len();
    let mut drawn = Buffer::default();
    let mut placed = None;
    terminal
        .draw(|frame| {
            let area = frame.area();
            for (y, row) in (0..area.height).zip(&scene.rows) {
                frame.buffer_mut().set_line(0, y, row, area.width);
            }
            placed = scene.cursor.map(|(x, y)| Position::new(x % area.width, y % area.height));
            if let Some(place) = placed {
                frame.set_cursor_position(place);
            }
            drawn = frame.buffer_mut().clone();
        })
        .unwrap();
    let writes = &terminal.backend().writer().0[before..];
    assert!(writes.len() <= 1, "one write a frame");
    for bytes in writes {
        // The emulator leaves the replacement character out.
        emulator.process(String::from_utf8_lossy(bytes).replace('\u{fffd}', "?").as_bytes());
    }
    let screen = emulator.screen();
    match charset {
        Charset::Utf8 => check(&drawn, screen),
        Charset::Ascii => check_shape(&drawn, screen),
    }
    assert_eq!(screen.hide_cursor(), placed.is_none());
    if let Some(place) = placed {
        assert_eq!(screen.cursor_position(), (place.y, place.x));
    }
}

/// In ASCII only the shape can be compared: no blank where there is a sign, and no sign where there is a blank.
fn check_shape(buffer: &Buffer, screen: &vt100::Screen) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            let shown = screen.cell(y, x).unwrap().contents();
            assert_eq!(matches!(shown, "" | " "), symbol == " ", "{shown:?} for {symbol:?} at {:?}", (x, y));
            assert!(shown.is_ascii());
            x += symbol.cell_width().max(1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn an_emulator_shows_what_was_drawn(
        size in 0..SIZES.len(),
        charset in prop_oneof![3 => Just(Charset::Utf8), 1 => Just(Charset::Ascii)],
        acts in prop::collection::vec(acts(), 1..40),
    ) {
        let (width, height) = SIZES[size];
        let mut terminal = terminal(Capabilities { charset, ..FULL }, width, height);
        let mut emulator = emulator(width, height);
        // What somebody else left there.
        emulator.process("\u{1b}[31mgarbage everywhere".as_bytes());
        let mut scene = Scene { rows: vec![Line::default(); 30], cursor: None };
        for act in acts {
            match act {
                Act::Row(y, spans) => {
                    let span = |(signs, style): (Vec<usize>, Style)| {
                        Span::styled(signs.into_iter().map(|i| SIGNS[i]).collect::<String>(), style)
                    };
                    scene.rows[usize::from(y)] = spans.into_iter().map(span).collect();
                }
                Act::Cursor(cursor) => scene.cursor = cursor,
                Act::Resize(size) => {
                    let (width, height) = SIZES[size];
                    terminal.backend_mut().resize(Size { width, height });
                    emulator.screen_mut().set_size(rows(height), rows(width));
                }
            }
            frame(&mut terminal, &mut emulator, &scene, charset);
        }
    }
}
