//! A screen as a picture: cells, colours, what is bold, dim, underlined or reversed, on a dark ground.
//!
//! Letters stand in runs that are stretched to their columns, so that any font keeps the grid. Lines and blocks are
//! drawn, not written, for fonts leave gaps between them.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// A cell, and what is left free around all of them.
const CELL: (usize, usize) = (8, 17);
const MARGIN: usize = 14;
/// From the top of a cell to the line that letters stand on.
const BASE: usize = 13;

const GROUND: &str = "#1c1e22";
const INK: &str = "#d3d6dc";

/// What a style is called in the file, and what it looks like; bold and underlined are added to a colour.
const CLASSES: &str = "text{fill:#d3d6dc;white-space:pre}.b{font-weight:700}.u{text-decoration:underline}\
    .strong{fill:#fff}.quiet{fill:#8d939d}.red{fill:#f2857b}.green{fill:#93c47d}.yellow{fill:#e6bd62}\
    .cyan{fill:#6cbdd0}";

fn colour(colour: Color) -> Option<&'static str> {
    match colour {
        Color::Red | Color::LightRed => Some("red"),
        Color::Green | Color::LightGreen => Some("green"),
        Color::Yellow | Color::LightYellow => Some("yellow"),
        Color::Cyan | Color::LightCyan => Some("cyan"),
        Color::Reset => None,
        other => panic!("the picture has no colour for {other:?}"),
    }
}

/// The classes of a cell.
fn class(cell: &Cell) -> String {
    let has = |modifier| cell.modifier.contains(modifier);
    let named = colour(cell.fg).or(has(Modifier::DIM).then_some("quiet"));
    let named = named.or(has(Modifier::BOLD).then_some("strong"));
    let mut classes: Vec<&str> = named.into_iter().collect();
    classes.extend(has(Modifier::BOLD).then_some("b"));
    classes.extend(has(Modifier::UNDERLINED).then_some("u"));
    classes.join(" ")
}

/// A sign that is drawn: from where to where in its cell, in pixels, and whether it is broken.
fn shape(symbol: &str) -> Option<(usize, usize, usize, usize, bool)> {
    let (width, height) = CELL;
    let middle = (width / 2, height / 2);
    Some(match symbol {
        "─" => (0, middle.1, width, 1, false),
        "━" => (0, middle.1, width, 2, false),
        "╌" => (0, middle.1, width, 1, true),
        "│" => (middle.0, 0, 1, height, false),
        block => {
            let eighths = "▁▂▃▄▅▆▇█".chars().position(|one| block == one.to_string())? + 1;
            let high = (height - 2) * eighths / 8;
            (0, height - 1 - high, width, high, false)
        }
    })
}

/// What a font may lack stands for itself, so that what replaces it moves nothing beside it.
fn is_sign(symbol: &str) -> bool {
    !symbol.chars().all(|letter| letter.is_ascii() || letter.is_alphanumeric() || "·–…”’§".contains(letter))
}

/// What follows one another in a row in the same style.
struct Run {
    x: usize,
    columns: usize,
    text: String,
    class: String,
}

/// The runs of a row: of letters, with single blanks between words, or of one sign.
fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let symbol = cell.symbol();
        let columns = symbol.width().max(1);
        let at = usize::from(x);
        x += u16::try_from(columns).unwrap();
        if symbol.trim().is_empty() {
            continue;
        }
        let class = class(cell);
        let goes_on = runs.last_mut().filter(|run| run.class == class).filter(|run| {
            let before = run.text.chars().last().map(String::from).unwrap_or_default();
            match at - run.x - run.columns {
                0 => before == symbol || !is_sign(symbol) && !is_sign(&before),
                1 => !is_sign(symbol) && !is_sign(&before) && !class.ends_with('u'),
                _ => false,
            }
        });
        match goes_on {
            Some(run) => {
                let gap = at - run.x - run.columns;
                run.text.extend(std::iter::repeat_n(' ', gap).chain(symbol.chars()));
                run.columns += gap + columns;
            }
            None => runs.push(Run { x: at, columns, text: symbol.to_owned(), class }),
        }
    }
    runs
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn put(picture: &mut String, run: &Run, y: u16) {
    let class = if run.class.is_empty() { String::new() } else { format!(" class=\"{}\"", run.class) };
    let (left, top) = (MARGIN + run.x * CELL.0, MARGIN + usize::from(y) * CELL.1);
    let first = run.text.chars().next().map(String::from).unwrap_or_default();
    let wide = run.columns * CELL.0;
    let line = match shape(&first) {
        Some((x, y, width, height, is_broken)) => {
            // Signs that lie beside each other are one rectangle, unless they are broken.
            let wide = wide - (CELL.0 - width);
            let (x, y) = (left + x, top + y);
            let fill = if class.is_empty() { format!(" fill=\"{INK}\"") } else { class };
            if is_broken {
                format!("<path{fill} d=\"M{x} {y}h{wide}\" stroke=\"#8d939d\" stroke-dasharray=\"5 3\"/>")
            } else {
                format!("<rect{fill} x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{height}\"/>")
            }
        }
        None => {
            let (y, text) = (top + BASE, escaped(&run.text));
            let length = format!("textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\"");
            format!("<text{class} x=\"{left}\" y=\"{y}\" {length}>{text}</text>")
        }
    };
    writeln!(picture, "{line}").unwrap();
}

/// Draws a screen, and the cursor where it stands behind what is typed.
pub fn draw(buffer: &Buffer, cursor: Option<(u16, u16)>, title: &str) -> String {
    let area = buffer.area;
    let (width, height) =
        (usize::from(area.width) * CELL.0 + 2 * MARGIN, usize::from(area.height) * CELL.1 + 2 * MARGIN);
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace\" \
         font-size=\"13.3\">\n<title>{}</title>\n<style>{CLASSES}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{GROUND}\"/>\n",
        escaped(title)
    );
    for y in 0..area.height {
        for run in runs(buffer, y) {
            put(&mut picture, &run, y);
        }
    }
    if let Some((x, y)) = cursor.filter(|at| buffer[*at].symbol().trim().is_empty()) {
        let (x, y) = (MARGIN + usize::from(x) * CELL.0, MARGIN + usize::from(y) * CELL.1);
        writeln!(picture, "<rect fill=\"{INK}\" x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\"/>", CELL.0, CELL.1)
            .unwrap();
    }
    picture.push_str("</svg>\n");
    picture
}

#[test]
fn what_is_styled_is_drawn_so() {
    use ratatui::layout::Rect;
    use ratatui::style::Style;
    let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
    buffer.set_string(0, 0, "a <b>  c", Style::new());
    buffer.set_string(1, 1, "sent", Style::new().fg(Color::Red).add_modifier(Modifier::BOLD));
    buffer.set_string(5, 1, "█─────", Style::new().add_modifier(Modifier::DIM));
    buffer.set_string(0, 2, "漢字", Style::new().add_modifier(Modifier::UNDERLINED));
    let picture = draw(&buffer, Some((11, 0)), "R & D");
    for part in [
        "<title>R &amp; D</title>",
        "<text x=\"14\" y=\"27\" textLength=\"40\" lengthAdjust=\"spacingAndGlyphs\">a &lt;b&gt;</text>",
        "<text x=\"70\" y=\"27\" textLength=\"8\" lengthAdjust=\"spacingAndGlyphs\">c</text>",
        "<text class=\"red b\" x=\"22\" y=\"44\" textLength=\"32\" lengthAdjust=\"spacingAndGlyphs\">sent</text>",
        "<rect class=\"quiet\" x=\"54\" y=\"32\" width=\"8\" height=\"15\"/>",
        "<rect class=\"quiet\" x=\"62\" y=\"39\" width=\"40\" height=\"1\"/>",
        "<text class=\"u\" x=\"14\" y=\"61\" textLength=\"32\" lengthAdjust=\"spacingAndGlyphs\">漢字</text>",
        "<rect fill=\"#d3d6dc\" x=\"102\" y=\"14\" width=\"8\" height=\"17\"/>",
    ] {
        assert!(picture.contains(part), "no {part} in\n{picture}");
    }
    // A cursor on a letter hides it.
    assert!(!draw(&buffer, Some((0, 0)), "").contains("x=\"14\" y=\"14\""));
    let read = roxmltree::Document::parse(&picture).unwrap();
    assert_eq!(read.root_element().children().filter(|node| node.has_tag_name("text")).count(), 4);
}
