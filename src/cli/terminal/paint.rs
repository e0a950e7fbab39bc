//! Makes the terminal's screen equal to the wanted one with the fewest bytes.
//!
//! Keeps what the terminal shows, where its cursor is and in which style it would write. Only appends to a buffer;
//! never writes to the terminal, never relies on autowrap and never scrolls.

use ratatui::layout::{Position, Size};

use super::grid::{Glyph, Grid, Sign};
use super::moves::{Whereabouts, csi, shortest};
use super::pen::Pen;

/// Whether the cursor is seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cursor {
    Hidden,
    At(Position),
}

/// The terminal as we believe it to be, and the bytes for it that have not been written yet.
#[derive(Debug)]
pub struct Painter {
    shown: Grid,
    place: Whereabouts,
    pen: Option<Pen>,
    visible: Option<bool>,
    out: Vec<u8>,
}

/// Erase to the end of the line.
const ERASE_REST: &[u8] = b"\x1b[K";

impl Painter {
    /// A terminal of which nothing is known but its size; the first frame will clear it.
    pub fn new(size: Size) -> Self {
        Self {
            shown: Grid::new(size, &Glyph::UNKNOWN),
            place: Whereabouts::UNKNOWN,
            pen: None,
            visible: None,
            out: Vec::new(),
        }
    }

    pub fn size(&self) -> Size {
        self.shown.size()
    }

    /// The bytes that make the screen show `want` and the cursor; empty when it does already.
    pub fn frame(&mut self, want: &Grid, changed: &[bool], cursor: Cursor) -> &[u8] {
        self.out.clear();
        let unknown = self.pen.is_none();
        if unknown {
            self.clear();
        }
        if cursor == Cursor::Hidden && self.visible != Some(false) {
            self.out.extend_from_slice(b"\x1b[?25l");
            self.visible = Some(false);
        }
        for (y, _) in (0..).zip(changed).filter(|(_, changed)| unknown || **changed) {
            self.row(y, want.row(y));
        }
        if let Cursor::At(place) = cursor {
            self.go(place);
            if self.visible != Some(true) {
                self.out.extend_from_slice(b"\x1b[?25h");
                self.visible = Some(true);
            }
        }
        &self.out
    }

    fn clear(&mut self) {
        self.out.extend_from_slice(b"\x1b[m\x1b[H\x1b[J");
        self.shown = Grid::new(self.size(), &Glyph::BLANK);
        self.pen = Some(Pen::DEFAULT);
        self.place = Whereabouts::at(Position::ORIGIN);
    }

    fn row(&mut self, y: u16, want: &[Glyph]) {
        let blank_from = want.iter().rposition(|g| *g != Glyph::BLANK).map_or(0, |last| last + 1);
        let mut x = 0;
        while let Some(next) = self.next_change(y, want, x) {
            x = next;
            if want[x] == Glyph::BLANK {
                let run = want[x..].iter().take_while(|g| **g == Glyph::BLANK).count();
                let stale = self.last_change(y, want, x, x + run) + 1 - x;
                let rest_is_blank = x >= blank_from;
                let more_follows = self.next_change(y, want, x + stale).is_some();
                if let Some(erase) = cheaper_erase(stale, rest_is_blank, more_follows) {
                    self.erase(x, y, &erase);
                    let end = if rest_is_blank { want.len() } else { x + stale };
                    self.shown.row_mut(y)[x..end].fill(Glyph::BLANK);
                    x = end;
                    continue;
                }
            }
            self.write(column(x), y, &want[x]);
            let width = 1 + want[x + 1..].iter().take_while(|g| g.sign == Sign::Tail).count();
            self.settle(x, y, &want[x..x + width], want.len());
            x += width;
        }
    }

    /// The next column from `x` on whose glyph is not the wanted one, except the tails of wide ones.
    fn next_change(&self, y: u16, want: &[Glyph], x: usize) -> Option<usize> {
        let shown = self.shown.row(y);
        (x..want.len()).find(|&i| want[i] != shown[i] && want[i].sign != Sign::Tail)
    }

    fn last_change(&self, y: u16, want: &[Glyph], start: usize, end: usize) -> usize {
        let shown = self.shown.row(y);
        (start..end).rev().find(|&i| want[i] != shown[i]).unwrap_or(start)
    }

    fn erase(&mut self, x: usize, y: u16, erase: &[u8]) {
        // What is erased takes the background in force, so that must be the default one.
        if !self.pen.is_some_and(|pen| Glyph::BLANK.suits(pen)) {
            self.take(Pen::DEFAULT);
        }
        self.go(Position::new(column(x), y));
        self.out.extend_from_slice(erase);
    }

    fn write(&mut self, x: u16, y: u16, glyph: &Glyph) {
        let place = Position::new(x, y);
        if self.pen.is_some_and(|pen| glyph.suits(pen)) {
            self.go(place);
        } else {
            // Either style may be the one in which the signs on the way can be written again.
            if self.way(place, self.pen).len() <= self.way(place, Some(glyph.pen)).len() {
                self.go(place);
            }
            self.take(glyph.pen);
            self.go(place);
        }
        if !glyph.settled() {
            // A terminal that draws this narrower than we think must not leave an old sign beside it.
            self.out.extend(std::iter::repeat_n(b' ', glyph.reach().into()));
            self.place.column = None;
            self.go(place);
        }
        glyph.push(&mut self.out);
    }

    /// Notes what the terminal shows after `glyphs`, one sign and its tails, were written at `x`.
    fn settle(&mut self, x: usize, y: u16, glyphs: &[Glyph], columns: usize) {
        let end = x + glyphs.len();
        let known = glyphs[0].settled();
        let row = self.shown.row_mut(y);
        row[x..end].clone_from_slice(glyphs);
        if !known {
            // One that draws it wider has spoilt the signs after it.
            let spoilt = (x + usize::from(glyphs[0].reach())).clamp(end, columns);
            row[end..spoilt].fill(Glyph::UNKNOWN);
        }
        // In the last column the cursor may wait for a wrap; where it is then, terminals do not agree.
        self.place.column = (known && end < columns).then(|| column(end));
    }

    fn take(&mut self, pen: Pen) {
        self.out.extend(pen.after(self.pen));
        self.pen = Some(pen);
    }

    fn go(&mut self, place: Position) {
        let way = self.way(place, self.pen);
        self.out.extend(way);
        self.place = Whereabouts::at(place);
    }

    fn way(&self, place: Position, pen: Option<Pen>) -> Vec<u8> {
        shortest(self.place, place, |from| {
            let mut typed = Vec::new();
            for glyph in &self.shown.row(place.y)[usize::from(from)..usize::from(place.x)] {
                if !glyph.settled() || glyph.reach() > 1 || !glyph.suits(pen?) {
                    return None;
                }
                glyph.push(&mut typed);
            }
            Some(typed)
        })
    }
}

/// The bytes that erase `stale` columns, when writing that many blanks would take more.
fn cheaper_erase(stale: usize, rest_is_blank: bool, more_follows: bool) -> Option<Vec<u8>> {
    let columns = column(stale);
    let (erase, then) = match (rest_is_blank, more_follows) {
        (true, _) => (ERASE_REST.to_vec(), 0),
        // Erasing does not move the cursor on; blanks do.
        (false, true) => (csi(columns, 'X'), csi(columns, 'C').len()),
        (false, false) => (csi(columns, 'X'), 0),
    };
    (erase.len() + then < stale).then_some(erase)
}

/// A column of a row, which is never longer than a `u16` counts.
fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}
