//! Finds room for one text among those that are placed already.

use super::Spot;
use super::field::{Field, Region, Room};
use super::sheet::Frame;

/// What it costs to cover a cell on the edge of a region, where the ring or the spoke is drawn; in sixteenths of a
/// square column.
const EDGE: i64 = 24;

/// The cells that are taken.
#[derive(Debug, Clone)]
pub struct Board {
    frame: Frame,
    taken: Vec<bool>,
}

impl Board {
    /// Nothing is taken.
    pub fn new(frame: Frame) -> Self {
        Self { frame, taken: vec![false; usize::from(frame.cols) * usize::from(frame.rows)] }
    }

    /// Takes a spot, with a blank on either side of it.
    pub fn take(&mut self, spot: Spot) {
        let start = usize::from(spot.row) * usize::from(self.frame.cols);
        let (first, last) = (spot.col.saturating_sub(1), (spot.end() + 1).min(self.frame.cols));
        if let Some(cells) = self.taken.get_mut(start + usize::from(first)..start + usize::from(last)) {
            cells.fill(true);
        }
    }

    /// Whether a spot is within the frame and free.
    pub fn is_free(&self, spot: Spot) -> bool {
        let start = usize::from(spot.row) * usize::from(self.frame.cols);
        let cells = self.taken.get(start + usize::from(spot.col)..start + usize::from(spot.end()));
        spot.end() <= self.frame.cols && cells.is_some_and(|cells| cells.iter().all(|taken| !taken))
    }

    /// The best free spot of a width in a region: nearest to its middle, or where it is filled row by row the first one
    /// of the rows from the middle outwards.
    pub fn find(&self, field: &Field, region: Region, width: u16, tight: bool) -> Option<Spot> {
        let room = field.room(region)?;
        let number = field.number(region);
        let mut best: Option<(i64, Spot)> = None;
        for row in room.rows.0..room.rows.1 {
            let regions = field.row(self.frame, row);
            let start = usize::from(row) * usize::from(self.frame.cols);
            let mut run = 0;
            for col in room.cols.0..room.cols.1 {
                let at = usize::from(col);
                let own = regions.get(at).is_some_and(|cell| usize::from(*cell) == number);
                run = if own && self.taken.get(start + at) == Some(&false) { run + 1 } else { 0 };
                if run < width {
                    continue;
                }
                let spot = Spot { col: col + 1 - width, row, width };
                let cost = if tight { in_rows(spot, room) } else { self.around(spot, room, field, region) };
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, spot));
                }
            }
        }
        best.map(|(_, spot)| spot)
    }

    /// How far a spot is from the middle of its region, a row counting as two columns, and how much of the edge it
    /// covers; in sixteenths of a square column.
    fn around(&self, spot: Spot, room: Room, field: &Field, region: Region) -> i64 {
        let across = i64::from(4 * i32::from(spot.col) + 2 * i32::from(spot.width) - room.middle.0);
        let down = i64::from(4 * i32::from(spot.row) + 2 - room.middle.1);
        let side = |col: Option<u16>| {
            let cell = col.and_then(|col| field.region(self.frame, col, spot.row));
            i64::from(cell != Some(region))
        };
        let edges = side(spot.col.checked_sub(1)) + side(Some(spot.end()));
        across * across + 4 * down * down + EDGE * edges
    }
}

/// The cells of a frame, row by row, that lie under spots.
pub fn covered(frame: Frame, spots: impl Iterator<Item = Spot>) -> Vec<bool> {
    let mut covered = vec![false; usize::from(frame.cols) * usize::from(frame.rows)];
    for spot in spots {
        let start = usize::from(spot.row) * usize::from(frame.cols);
        if let Some(cells) = covered.get_mut(start + usize::from(spot.col)..start + usize::from(spot.end())) {
            cells.fill(true);
        }
    }
    covered
}

/// The place of a spot when a region is filled from the middle row outwards, each row from the left.
fn in_rows(spot: Spot, room: Room) -> i64 {
    let down = i64::from(4 * i32::from(spot.row) + 2 - room.middle.1);
    (2 * down.abs() + i64::from(down > 0)) * 100_000 + i64::from(spot.col)
}
