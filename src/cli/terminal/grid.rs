//! A screen in memory: which sign is in which column, in which style.
//!
//! Knows that a wide sign is destroyed when half of it is overwritten, as a terminal does. Writes nothing.

use ratatui::buffer::CellWidth;
use ratatui::layout::Size;
use unicode_width::UnicodeWidthChar;

use super::charset::REPLACEMENT;
use super::pen::Pen;

/// What stands in one column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sign {
    /// One character; nearly all of a screen.
    Char(char),
    /// Several characters that make one sign, or that stand for a wide one.
    Cluster(Box<str>),
    /// The further columns of a wide sign to the left.
    Tail,
    /// Nobody knows; different from everything one could want.
    Unknown,
}

/// A sign and its style.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Glyph {
    pub sign: Sign,
    pub pen: Pen,
}

impl Glyph {
    pub const BLANK: Self = Self { sign: Sign::Char(' '), pen: Pen::DEFAULT };
    pub const UNKNOWN: Self = Self { sign: Sign::Unknown, pen: Pen::DEFAULT };

    pub fn new(symbol: &str, pen: Pen) -> Self {
        let mut chars = symbol.chars();
        match (chars.next(), chars.next()) {
            (Some(' ') | None, None) => Self { sign: Sign::Char(' '), pen: pen.on_blank() },
            (Some(one), None) => Self { sign: Sign::Char(one), pen },
            _ => Self { sign: Sign::Cluster(symbol.into()), pen },
        }
    }

    /// Whether `pen` writes this glyph so that it looks as it should.
    pub fn suits(&self, pen: Pen) -> bool {
        let seen = if self.sign == Sign::Char(' ') { pen.on_blank() } else { pen };
        seen == self.pen
    }

    pub fn push(&self, out: &mut Vec<u8>) {
        match &self.sign {
            Sign::Char(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Sign::Cluster(text) => out.extend_from_slice(text.as_bytes()),
            Sign::Tail | Sign::Unknown => {}
        }
    }

    /// Whether all terminals agree on how many columns this takes, so that the cursor is where one thinks.
    pub fn settled(&self) -> bool {
        match &self.sign {
            Sign::Char(c) => settled(*c),
            Sign::Cluster(text) => {
                let mut chars = text.chars();
                let accented = chars.next().is_some_and(settled) && chars.all(|c| matches!(c, '\u{300}'..='\u{36f}'));
                accented || text.chars().all(|c| matches!(c, ' '..='~' | REPLACEMENT))
            }
            Sign::Tail | Sign::Unknown => false,
        }
    }

    /// The most columns a terminal may take for this: one that knows characters but not clusters takes more.
    pub fn reach(&self) -> u16 {
        match &self.sign {
            Sign::Char(c) => columns(c.width().unwrap_or(1)),
            Sign::Cluster(text) if self.settled() => text.cell_width(),
            Sign::Cluster(text) => {
                columns(text.chars().filter_map(UnicodeWidthChar::width).sum()).max(text.cell_width())
            }
            Sign::Tail | Sign::Unknown => 1,
        }
    }
}

fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Narrow signs are, and wide ones in the blocks of East Asian writing; emoji are not.
fn settled(c: char) -> bool {
    match c.width() {
        Some(1) => true,
        Some(2) => matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}'),
        _ => false,
    }
}

/// A screen of glyphs.
#[derive(Clone, Debug)]
pub struct Grid {
    size: Size,
    cells: Vec<Glyph>,
}

impl Grid {
    pub fn new(size: Size, fill: &Glyph) -> Self {
        Self { size, cells: vec![fill.clone(); usize::from(size.width) * usize::from(size.height)] }
    }

    pub fn size(&self) -> Size {
        self.size
    }

    /// The columns of row `y`, which must be on the screen.
    pub fn row(&self, y: u16) -> &[Glyph] {
        let start = self.start(y);
        &self.cells[start..start + usize::from(self.size.width)]
    }

    pub fn row_mut(&mut self, y: u16) -> &mut [Glyph] {
        let start = self.start(y);
        &mut self.cells[start..start + usize::from(self.size.width)]
    }

    /// Puts a glyph of `width` columns at column `x` of row `y`; all of it must be on the screen.
    pub fn put(&mut self, x: u16, y: u16, glyph: Glyph, width: u16) {
        let row = self.row_mut(y);
        let (start, end) = (usize::from(x), usize::from(x) + usize::from(width.max(1)));
        if row[start].sign == Sign::Tail {
            let head = row[..start].iter().rposition(|g| g.sign != Sign::Tail).unwrap_or(0);
            row[head..start].fill(Glyph::BLANK);
        }
        for rest in row[end..].iter_mut().take_while(|g| g.sign == Sign::Tail) {
            *rest = Glyph::BLANK;
        }
        row[start + 1..end].fill(Glyph { sign: Sign::Tail, pen: glyph.pen });
        row[start] = glyph;
    }

    fn start(&self, y: u16) -> usize {
        usize::from(y) * usize::from(self.size.width)
    }
}
