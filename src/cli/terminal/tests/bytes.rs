//! What a frame may cost, by name, and that it is one write.

use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier, Style, Stylize};
use ratatui::text::Line;

use super::{Capabilities, Charset, Colour, DiffBackend, FULL, Writes, emulator, terminal};

/// Draws the lines and gives the bytes of each write.
fn draw(terminal: &mut Terminal<DiffBackend<Writes>>, lines: &[Line], cursor: Option<(u16, u16)>) -> Vec<Vec<u8>> {
    let before = terminal.backend().writer().0.len();
    terminal
        .draw(|frame| {
            let area = frame.area();
            for (y, line) in (0..area.height).zip(lines) {
                frame.buffer_mut().set_line(0, y, line, area.width);
            }
            if let Some(place) = cursor {
                frame.set_cursor_position(place);
            }
        })
        .unwrap();
    terminal.backend().writer().0[before..].to_vec()
}

/// A list of families as the program shows one: margin, names, a state, a frame to its right.
fn list(first: usize, marker: usize) -> Vec<Line<'static>> {
    const NAMES: [&str; 7] = ["Lindström", "Berg", "Åkesson", "Haddad", "Öberg", "Nyström", "Virtanen"];
    const STATES: [&str; 3] = ["stöd pågår", "umgänge var 14:e dag", "försenad uppföljning"];
    (0..22)
        .map(|row| {
            let n = first + row;
            let mark = if row == marker { "▸ " } else { "  " };
            let text = format!("{:<14}{:<10}{:<34}", NAMES[n % 7], format!("2026-{n}"), STATES[n % 3]);
            Line::from(vec![mark.into(), text.into(), "│ Nästa träff".dim()])
        })
        .collect()
}

/// The second frame's writes, after a first one.
fn second(from: &[Line], from_cursor: Option<(u16, u16)>, to: &[Line], to_cursor: Option<(u16, u16)>) -> Vec<Vec<u8>> {
    let mut terminal = terminal(FULL, 80, 24);
    draw(&mut terminal, from, from_cursor);
    draw(&mut terminal, to, to_cursor)
}

#[test]
fn budgets() {
    let note = |text: &str| vec!["Anteckning".bold().into(), Line::from(text.to_owned())];
    let state = |word: &'static str| vec![Line::from(vec!["Berg ".into(), word.red().bold(), " │ tisdag".into()])];
    let cases = [
        ("a letter typed", 1, second(&note("Gick igenom lä"), Some((14, 1)), &note("Gick igenom läx"), Some((15, 1)))),
        (
            "a Swedish letter typed",
            2,
            second(&note("Gick igenom l"), Some((13, 1)), &note("Gick igenom lä"), Some((14, 1))),
        ),
        (
            "a letter rubbed out",
            3,
            second(&note("Gick igenom läx"), Some((15, 1)), &note("Gick igenom lä"), Some((14, 1))),
        ),
        (
            "a letter put into the middle",
            13,
            second(&note("mamma o pappa"), Some((7, 1)), &note("mamma oc pappa"), Some((8, 1))),
        ),
        ("the cursor one to the left", 1, second(&note("hej"), Some((3, 1)), &note("hej"), Some((2, 1)))),
        ("the marker down a row", 24, second(&list(0, 3), None, &list(0, 4), None)),
        ("the marker up a row", 24, second(&list(0, 4), None, &list(0, 3), None)),
        ("a row erased", 9, second(&[Line::from("x".repeat(80))], None, &[], None)),
        (
            "a stretch erased before a frame",
            12,
            second(&[Line::from(format!("{}│", "x".repeat(50)))], None, &[Line::from(format!("{:50}│", ""))], None),
        ),
        ("a word in another style", 24, second(&state("sen"), None, &state("nu "), None)),
        ("22 rows refilled", 1_300, second(&list(0, 3), None, &list(5, 3), None)),
        ("the cursor shown where it is not", 12, second(&note("hej"), None, &note("hej"), Some((3, 1)))),
    ];
    for (name, most, writes) in cases {
        assert_eq!(writes.len(), 1, "{name}: writes");
        let bytes = &writes[0];
        assert!(bytes.len() <= most, "{name}: {} of {most}: {:?}", bytes.len(), String::from_utf8_lossy(bytes));
    }
}

#[test]
fn the_marker_moves_in_a_handful_of_bytes() {
    let mut terminal = terminal(FULL, 80, 24);
    draw(&mut terminal, &list(0, 3), None);
    draw(&mut terminal, &list(0, 4), None);
    let third = draw(&mut terminal, &list(0, 5), None);
    assert_eq!(third, ["\r \r\n▸".as_bytes()]);
}

#[test]
fn the_cursor_goes_with_the_marker_for_nothing() {
    let mut terminal = terminal(FULL, 80, 24);
    for row in [3, 4] {
        draw(&mut terminal, &list(0, row), Some((1, u16::try_from(row).unwrap())));
    }
    let third = draw(&mut terminal, &list(0, 5), Some((1, 5)));
    assert_eq!(third, ["\r \r\n▸".as_bytes()]);
}

#[test]
fn nothing_is_written_when_nothing_changed() {
    let mut terminal = terminal(FULL, 80, 24);
    for cursor in [None, Some((4, 2))] {
        assert_eq!(draw(&mut terminal, &list(0, 3), cursor).len(), 1);
        assert_eq!(draw(&mut terminal, &list(0, 3), cursor), Vec::<Vec<u8>>::new());
    }
}

#[test]
fn the_first_frame_clears_what_was_there() {
    let mut terminal = terminal(FULL, 80, 24);
    let first = draw(&mut terminal, &["hej".into()], Some((3, 0)));
    assert_eq!(first, [b"\x1b[m\x1b[H\x1b[Jhej\x1b[?25h"]);
}

#[test]
fn a_new_size_draws_all_anew_in_one_write() {
    let mut terminal = terminal(FULL, 80, 24);
    draw(&mut terminal, &list(0, 3), None);
    terminal.backend_mut().resize(Size { width: 40, height: 12 });
    let writes = draw(&mut terminal, &["hej".into()], None);
    assert_eq!(writes, [b"\x1b[m\x1b[H\x1b[J\x1b[?25lhej"]);
}

#[test]
fn styles_take_the_shorter_way() {
    let styled = |style: Style, text: &'static str| ratatui::text::Span::styled(text, style);
    let bold_red = Style::new().red().bold();
    let cases: [(Vec<_>, &[u8]); 5] = [
        (vec![styled(bold_red, "a"), styled(bold_red.green(), "b")], b"\x1b[;1;31ma\x1b[32mb"),
        (vec![styled(bold_red, "a"), styled(Style::new(), "b")], b"\x1b[;1;31ma\x1b[mb"),
        (vec![styled(bold_red, "a"), styled(Style::new().red(), "b")], b"\x1b[;1;31ma\x1b[22mb"),
        (vec![styled(bold_red, "a"), styled(Style::new(), " "), styled(bold_red, "b")], b"\x1b[;1;31ma b"),
        (vec![styled(Style::new().fg(Color::Indexed(99)).bg(Color::Rgb(1, 2, 3)), "a")], b"a"),
    ];
    for (spans, expected) in cases {
        let mut terminal = terminal(FULL, 9, 1);
        draw(&mut terminal, &[], None);
        let bytes = draw(&mut terminal, &[spans.into()], None).concat();
        // Either spelling of a first style is as short.
        let text = String::from_utf8_lossy(&bytes).replace("\u{1b}[1;31m", "\u{1b}[;1;31m");
        assert_eq!(text, String::from_utf8_lossy(expected));
    }
}

#[test]
fn no_colour_keeps_the_marks() {
    let mut terminal = terminal(Capabilities { charset: Charset::Ascii, colour: Colour::None }, 9, 1);
    draw(&mut terminal, &[], None);
    let writes = draw(&mut terminal, &["å".red().on_blue().bold().reversed().into()], None);
    assert_eq!(writes, [b"\x1b[1;7ma"]);
}

#[test]
fn parts_of_the_screen_are_cleared() {
    let cases = [
        (ClearType::AfterCursor, ["aaa", "a", ""]),
        (ClearType::BeforeCursor, ["", "  a", "aaa"]),
        (ClearType::CurrentLine, ["aaa", "", "aaa"]),
        (ClearType::UntilNewLine, ["aaa", "a", "aaa"]),
        (ClearType::All, ["", "", ""]),
    ];
    for (region, expected) in cases {
        let mut lean = DiffBackend::fixed(Writes::default(), FULL, Size { width: 3, height: 3 });
        let cell = Cell::new("a");
        lean.draw((0..9).map(|i| (i % 3, i / 3, &cell))).unwrap();
        lean.flush().unwrap();
        lean.set_cursor_position(Position::new(1, 1)).unwrap();
        lean.clear_region(region).unwrap();
        lean.flush().unwrap();
        let mut emulator = emulator(3, 3);
        emulator.process(&lean.writer().0.concat());
        let rows: Vec<_> = emulator.screen().rows(0, 3).map(|row| row.trim_end().to_owned()).collect();
        assert_eq!(rows, expected, "{region:?}");
    }
}

#[test]
fn after_a_failed_write_all_is_drawn_anew() {
    struct Failing(Vec<u8>, usize);
    impl std::io::Write for Failing {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.1 += 1;
            if self.1 == 2 {
                return Err(std::io::ErrorKind::BrokenPipe.into());
            }
            self.0.extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut lean = DiffBackend::fixed(Failing(Vec::new(), 0), FULL, Size { width: 3, height: 1 });
    for (x, sign) in (0..).zip(["a", "b", "c"]) {
        lean.draw([(x, 0, &Cell::new(sign))].into_iter()).unwrap();
        assert_eq!(lean.flush().is_err(), x == 1);
    }
    assert!(lean.writer().0.ends_with(b"\x1b[m\x1b[H\x1b[J\x1b[?25labc"));
}

#[test]
fn marks_that_share_an_end_are_kept() {
    let mut terminal = terminal(FULL, 9, 1);
    let both = Style::new().add_modifier(Modifier::BOLD | Modifier::DIM | Modifier::UNDERLINED | Modifier::ITALIC);
    let line = |style| [Line::from(ratatui::text::Span::styled("x", style))];
    draw(&mut terminal, &line(both), None);
    let writes = draw(&mut terminal, &line(both.remove_modifier(Modifier::BOLD)), None);
    assert!(writes.concat().ends_with(b"\x1b[22;2mx"), "{writes:?}");
}

#[test]
fn from_the_last_column_no_step_is_relative() {
    // Where the cursor is after the last column, terminals do not agree.
    let mut terminal = terminal(FULL, 20, 3);
    draw(&mut terminal, &[], Some((0, 1)));
    let row = |sign: &str| [Line::default(), Line::from(format!("{:19}{sign}", ""))];
    assert_eq!(draw(&mut terminal, &row("x"), Some((19, 1))), [b"\x1b[19Cx\r\x1b[19C"]);
    assert_eq!(draw(&mut terminal, &row("y"), Some((18, 1))), [b"y\r\x1b[18C"]);
    assert_eq!(draw(&mut terminal, &row("z"), Some((0, 2))), [b" z\r\n"]);
}

#[test]
fn a_sign_of_uncertain_width_is_framed() {
    let mut terminal = terminal(FULL, 20, 1);
    draw(&mut terminal, &["abcdef".into()], None);
    let heart = draw(&mut terminal, &["a❤\u{fe0f}def".into()], None);
    // Blanks under it, in case it is drawn narrow, and nothing after it to undo it.
    assert_eq!(String::from_utf8_lossy(&heart[0]), "\ra  \ra❤\u{fe0f}");
    let after = draw(&mut terminal, &["a❤\u{fe0f}dex".into()], None);
    assert_eq!(after, [b"\x1b[;6Hx"]);
}

#[test]
fn a_stand_in_goes_with_its_sign() {
    let mut terminal = terminal(Capabilities { charset: Charset::Ascii, colour: Colour::None }, 20, 1);
    let mut emulator = emulator(20, 1);
    for (line, shown) in [("漢字", "HaZi"), ("x 字", "x Zi"), (" 字", " Zi"), ("a", "a")] {
        emulator.process(&draw(&mut terminal, &[line.into()], None).concat());
        assert_eq!(emulator.screen().contents().trim_end(), shown);
    }
}
