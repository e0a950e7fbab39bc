//! The style the terminal writes in, and the shortest SGR sequence from one style to the next.
//!
//! Only the sixteen colours every terminal has; anything else counts as the default. Must not write anything itself.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::charset::{Capabilities, Colour};

/// A mark, the SGR code that sets it, and the one that takes it away (which may take others away too).
const MARKS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// What can be seen on a blank; the other marks and the text colour cannot.
const SEEN_ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

/// The SGR codes of the default colours of text and background.
const DEFAULT_INK: u8 = 39;
const DEFAULT_PAPER: u8 = 49;

/// A style as the terminal knows it: two SGR colour codes and the marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pen {
    ink: u8,
    paper: u8,
    marks: Modifier,
}

impl Pen {
    /// What SGR 0 leaves behind.
    pub const DEFAULT: Self = Self { ink: DEFAULT_INK, paper: DEFAULT_PAPER, marks: Modifier::empty() };

    /// The style of a cell, without its colours if the terminal has none.
    pub fn of(cell: &Cell, colour: Colour) -> Self {
        let (ink, paper) = match colour {
            Colour::None | Colour::Own => (DEFAULT_INK, DEFAULT_PAPER),
            Colour::Ansi16 => (ink(cell.fg), ink(cell.bg) + (DEFAULT_PAPER - DEFAULT_INK)),
        };
        let marks = if colour == Colour::Own { cell.modifier - Modifier::DIM } else { cell.modifier };
        Self { ink, paper, marks }
    }

    /// The same style as far as a blank can show it, so that blanks which look the same are the same.
    pub fn on_blank(self) -> Self {
        if self.marks.intersects(SEEN_ON_BLANK) { self } else { Self { paper: self.paper, ..Self::DEFAULT } }
    }

    /// The shortest bytes that turn `from` into `self`; `None` when the terminal's style is not known.
    pub fn after(self, from: Option<Self>) -> Vec<u8> {
        let anew = self.anew();
        match from {
            Some(from) if from == self => Vec::new(),
            Some(from) => {
                let change = encode(false, &self.change(from));
                if change.len() < anew.len() { change } else { anew }
            }
            None => anew,
        }
    }

    fn anew(self) -> Vec<u8> {
        encode(true, &self.change(Self::DEFAULT))
    }

    fn change(self, from: Self) -> Vec<u8> {
        let gone = from.marks - self.marks;
        let mut off = Vec::new();
        for (mark, _, code) in MARKS {
            if gone.contains(mark) && !off.contains(&code) {
                off.push(code);
            }
        }
        let on = MARKS.iter().filter(|(mark, _, code)| {
            self.marks.contains(*mark) && (!from.marks.contains(*mark) || off.contains(code))
        });
        let mut codes = off.clone();
        codes.extend(on.map(|(_, code, _)| code));
        codes.extend((self.ink != from.ink).then_some(self.ink));
        codes.extend((self.paper != from.paper).then_some(self.paper));
        codes
    }
}

fn ink(colour: Color) -> u8 {
    match colour {
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => DEFAULT_INK,
    }
}

/// An empty first parameter is a zero: everything off.
fn encode(reset_first: bool, codes: &[u8]) -> Vec<u8> {
    let mut codes: Vec<String> = codes.iter().map(u8::to_string).collect();
    if reset_first && !codes.is_empty() {
        codes.insert(0, String::new());
    }
    format!("\x1b[{}m", codes.join(";")).into_bytes()
}

/// A row of cells with its styles, for output that is no screen; ends in the default style.
pub fn styled_row(row: &[Cell], capabilities: Capabilities) -> String {
    let mut text = String::new();
    let mut pen = Pen::DEFAULT;
    let last = row.iter().rposition(|cell| cell.symbol() != " ").map_or(0, |place| place + 1);
    // The cells that a wide sign covers hold none of their own.
    let mut free = 0;
    for (place, cell) in row[..last].iter().enumerate() {
        if place < free {
            continue;
        }
        let wanted = Pen::of(cell, capabilities.colour);
        text.push_str(&String::from_utf8_lossy(&wanted.after(Some(pen))));
        let (shown, columns) = capabilities.charset.show(cell.symbol());
        let fits = place + usize::from(columns) <= row.len();
        text.push_str(if fits { &shown } else { " " });
        free = place + usize::from(columns).max(1);
        pen = wanted;
    }
    text.push_str(&String::from_utf8_lossy(&Pen::DEFAULT.after(Some(pen))));
    text
}
