//! What a view puts down, kept as text: one line a row, whatever stood beside one another parted by commas, and no sign
//! that only the eye understands.

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use super::signs;

/// A text as it was put down.
#[derive(Debug)]
struct Piece {
    /// Where the part of the screen begins that it was put in.
    left: u16,
    x: u16,
    y: u16,
    text: String,
    is_heading: bool,
}

/// What is known of a row besides its texts.
#[derive(Debug, Default)]
struct Row {
    /// A sentence that stands for it.
    said: Option<String>,
    can_be_marked: bool,
    is_marked: bool,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// What it says, by itself.
    pub text: String,
    /// Whether it stands above others.
    pub is_heading: bool,
    /// Whether it can be marked.
    pub can_be_marked: bool,
    /// Whether it is.
    pub is_marked: bool,
    /// The column in which it begins.
    begins: u16,
}

/// All that was put down.
#[derive(Debug, Default)]
pub struct Record {
    pieces: Vec<Piece>,
    rows: BTreeMap<(u16, u16), Row>,
}

/// A line that goes on from the one above begins so many columns further in.
const FURTHER_IN: u16 = 2;

impl Record {
    /// Stands between cells of one text.
    pub const APART: char = '\u{1f}';

    /// Keeps a text; what stood in its place is gone.
    pub fn put(&mut self, left: u16, (x, y): (u16, u16), text: &str, is_heading: bool) {
        if text.trim().is_empty() {
            return;
        }
        self.pieces.retain(|piece| (piece.x, piece.y) != (x, y));
        self.pieces.push(Piece { left, x, y, text: text.to_owned(), is_heading });
    }

    /// Empties a part of the screen.
    pub fn clear(&mut self, area: Rect) {
        self.pieces.retain(|piece| !area.contains((piece.x, piece.y).into()));
        self.rows.retain(|(left, y), _| !area.contains((*left, *y).into()));
    }

    /// Has a sentence stand for a row.
    pub fn say(&mut self, left: u16, y: u16, sentence: String) {
        self.rows.entry((left, y)).or_default().said = Some(sentence);
    }

    /// Notes that a row can be marked.
    pub fn row(&mut self, left: u16, y: u16) {
        self.rows.entry((left, y)).or_default().can_be_marked = true;
    }

    /// Notes that it is.
    pub fn mark(&mut self, left: u16, y: u16) {
        let row = self.rows.entry((left, y)).or_default();
        (row.can_be_marked, row.is_marked) = (true, true);
    }

    /// The lines: part by part of the screen in the order in which they were put down, each from top to bottom.
    pub fn lines(self, signs: &signs::Signs) -> Vec<Line> {
        let Self { pieces, mut rows } = self;
        let mut parts: Vec<(u16, BTreeMap<u16, Vec<Piece>>)> = Vec::new();
        for piece in pieces {
            match parts.last_mut() {
                Some((left, part)) if *left == piece.left => part.entry(piece.y).or_default().push(piece),
                _ => parts.push((piece.left, BTreeMap::from([(piece.y, vec![piece])]))),
            }
        }
        let mut lines: Vec<Line> = Vec::new();
        for (left, part) in parts {
            for (y, mut pieces) in part {
                pieces.sort_by_key(|piece| piece.x);
                let row = rows.remove(&(left, y)).unwrap_or_default();
                let begins = pieces.first().map_or(0, |piece| piece.x);
                let is_heading = pieces.iter().all(|piece| piece.is_heading);
                let texts = pieces.iter().flat_map(|piece| piece.text.split(Self::APART));
                let text = match row.said {
                    Some(said) => signs.spoken([said.as_str()].into_iter()),
                    None => signs.spoken(texts),
                };
                if text.is_empty() {
                    continue;
                }
                let line =
                    Line { text, is_heading, can_be_marked: row.can_be_marked, is_marked: row.is_marked, begins };
                match lines.last_mut() {
                    Some(last) if last.goes_on_with(&line) => {
                        last.text = format!("{}. {}", last.text.trim_end_matches('.'), line.text);
                    }
                    _ => lines.push(line),
                }
            }
        }
        lines
    }
}

impl Line {
    /// A line of a text.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Whether another line says more of what this one is about.
    fn goes_on_with(&self, other: &Self) -> bool {
        self.can_be_marked
            && !other.can_be_marked
            && !other.is_heading
            && other.begins >= self.begins.saturating_add(FURTHER_IN)
    }
}
