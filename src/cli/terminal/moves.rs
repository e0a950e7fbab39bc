//! The shortest way for the cursor from one place to another.
//!
//! Trusts only what it knows: after a sign in the last column, or one whose width terminals disagree about, the column
//! is unknown and only ways that do not depend on it are taken. Never scrolls: a line feed goes to a row that exists.

use ratatui::layout::Position;

/// Where the cursor is, as far as that is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Whereabouts {
    pub row: Option<u16>,
    pub column: Option<u16>,
}

impl Whereabouts {
    pub const UNKNOWN: Self = Self { row: None, column: None };

    pub fn at(place: Position) -> Self {
        Self { row: Some(place.y), column: Some(place.x) }
    }
}

/// The shortest bytes from `from` to `to`. `retype(a)` gives the bytes that write the unchanged signs of the row from
/// column `a` up to the goal once more in the style in force, if that can be done.
pub fn shortest(from: Whereabouts, to: Position, retype: impl Fn(u16) -> Option<Vec<u8>>) -> Vec<u8> {
    if from == Whereabouts::at(to) {
        return Vec::new();
    }
    let mut best = absolute(to);
    if let Some(row) = from.row {
        let steps = vertical(row, to.y);
        // The margin first: from a pending wrap, a step up or down is not the same everywhere.
        let by_margin = [b"\r".to_vec(), steps.clone(), sideways(0, to.x, &retype)].concat();
        let direct = from.column.map(|column| [steps, sideways(column, to.x, &retype)].concat());
        for way in [Some(by_margin), direct].into_iter().flatten() {
            if way.len() < best.len() {
                best = way;
            }
        }
    }
    best
}

fn absolute(to: Position) -> Vec<u8> {
    match (to.y, to.x) {
        (0, 0) => b"\x1b[H".to_vec(),
        (y, 0) => format!("\x1b[{}H", y + 1).into_bytes(),
        (0, x) => format!("\x1b[;{}H", x + 1).into_bytes(),
        (y, x) => format!("\x1b[{};{}H", y + 1, x + 1).into_bytes(),
    }
}

fn vertical(from: u16, to: u16) -> Vec<u8> {
    match (to.saturating_sub(from), from.saturating_sub(to)) {
        (0, 0) => Vec::new(),
        (0, 1) => b"\x1bM".to_vec(),
        (0, up) => csi(up, 'A'),
        (down, _) => shorter(b"\n".repeat(down.into()), csi(down, 'B')),
    }
}

fn sideways(from: u16, to: u16, retype: &impl Fn(u16) -> Option<Vec<u8>>) -> Vec<u8> {
    match (to.saturating_sub(from), from.saturating_sub(to)) {
        (0, 0) => Vec::new(),
        (0, left) => shorter(b"\x08".repeat(left.into()), csi(left, 'D')),
        (right, _) => {
            let jump = csi(right, 'C');
            // No sign is shorter than a byte, so a gap wider than the jump is not worth a look.
            let near = usize::from(right) < jump.len();
            match near.then(|| retype(from)).flatten() {
                Some(typed) => shorter(typed, jump),
                None => jump,
            }
        }
    }
}

/// A control sequence with a count, which is left out when it is one.
pub fn csi(count: u16, last: char) -> Vec<u8> {
    if count == 1 { format!("\x1b[{last}") } else { format!("\x1b[{count}{last}") }.into_bytes()
}

fn shorter(one: Vec<u8>, other: Vec<u8>) -> Vec<u8> {
    if one.len() < other.len() { one } else { other }
}
