//! The circle in cells: which sector and ring each cell is in, when sectors and rings have these shares of it.

use std::f64::consts::TAU;

use super::Spot;
use super::sheet::{Frame, Sheet};

/// Columns and rows that the ellipse leaves free on each side, for the titles of sectors.
const MARGIN: f64 = 1.0;

/// How much a share grows at a time.
const GROWTH: f64 = 1.2;

/// How a sheet's circle is divided.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The sectors' shares of the turn, in no particular unit.
    sectors: Vec<f64>,
    /// The rings' shares of the area, likewise.
    rings: Vec<f64>,
    /// For each region, whether it is filled row by row.
    tight: Vec<bool>,
    /// How often each region has grown.
    grown: Vec<u32>,
    /// The widest that a name may be.
    pub cap: u16,
}

impl Shape {
    /// Equal sectors, and rings of equal width but for the innermost, which is a little wider: the middle is taken.
    pub fn equal(sheet: &Sheet, cap: u16) -> Self {
        let rings = sheet.rings;
        let edge = |ring: usize| if ring == 0 { 0.0 } else { (number(ring) + 0.4) / (number(rings) + 0.4) };
        let regions = sheet.titles.len() * (rings + 1);
        Self {
            sectors: vec![1.0; sheet.titles.len()],
            rings: (0..rings).map(|ring| edge(ring + 1).powi(2) - edge(ring).powi(2)).collect(),
            tight: vec![false; regions],
            grown: vec![0; regions],
            cap,
        }
    }

    /// Whether it is a shape for a sheet.
    pub fn suits(&self, sheet: &Sheet) -> bool {
        self.sectors.len() == sheet.titles.len() && self.rings.len() == sheet.rings
    }

    /// Whether a region is filled row by row.
    pub fn is_tight(&self, region: Region) -> bool {
        self.tight.get(self.number(region)).copied().unwrap_or_default()
    }

    /// Makes room in a region: filled row by row the first time, then with a larger share, of the turn and of the area
    /// in turns. Outside the rings there is only the turn.
    pub fn make_room(&mut self, region: Region) {
        let number = self.number(region);
        let outside = region.ring >= self.rings.len();
        if let Some(tight) = self.tight.get_mut(number).filter(|tight| !**tight && !outside) {
            *tight = true;
            return;
        }
        let times = self.grown.get_mut(number).map_or(0, |grown| {
            *grown += 1;
            *grown
        });
        let share = if outside || times % 2 == 1 {
            self.sectors.get_mut(region.sector)
        } else {
            self.rings.get_mut(region.ring)
        };
        if let Some(share) = share {
            *share *= GROWTH;
        }
    }

    fn number(&self, region: Region) -> usize {
        region.sector * (self.rings.len() + 1) + region.ring
    }

    /// Where the sectors end, as parts of the turn; the last is 1.
    fn turns(&self) -> Vec<f64> {
        ends(&self.sectors)
    }

    /// Where the rings end, as parts of the outermost radius; the last is 1.
    fn radii(&self) -> Vec<f64> {
        ends(&self.rings).into_iter().map(f64::sqrt).collect()
    }
}

fn ends(shares: &[f64]) -> Vec<f64> {
    let whole: f64 = shares.iter().sum();
    let sums = shares.iter().scan(0.0, |sum, share| {
        *sum += share;
        Some(*sum / whole)
    });
    sums.collect()
}

/// A sector and a ring, both from 0; the ring after the last is what lies outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    pub sector: usize,
    pub ring: usize,
}

/// The frame's cells in polar form: the part of the turn, clockwise from nine o'clock, and the radius in parts of the
/// ellipse. The same for every shape.
pub struct Plane {
    frame: Frame,
    cells: Vec<(f64, f64)>,
}

impl Plane {
    /// The cells of a frame.
    pub fn of(frame: Frame) -> Self {
        let centre = Centre::of(frame);
        let cells = (0..frame.rows).flat_map(|row| (0..frame.cols).map(move |col| centre.polar(col, row)));
        Self { frame, cells: cells.collect() }
    }
}

/// The middle of the frame and the ellipse around it, in cells.
#[derive(Clone, Copy)]
struct Centre {
    col: f64,
    row: f64,
    wide: f64,
    high: f64,
}

impl Centre {
    fn of(frame: Frame) -> Self {
        let (cols, rows) = (f64::from(frame.cols), f64::from(frame.rows));
        let high = (rows / 2.0 - MARGIN).max(1.0);
        Self { col: cols / 2.0, row: rows / 2.0, wide: (cols / 2.0 - MARGIN).max(1.0), high }
    }

    fn polar(self, col: u16, row: u16) -> (f64, f64) {
        let x = (f64::from(col) + 0.5 - self.col) / self.wide;
        let y = (f64::from(row) + 0.5 - self.row) / self.high;
        ((-y).atan2(-x).rem_euclid(TAU) / TAU, x.hypot(y))
    }

    /// The cell at a part of the turn and of the radius, in quarters of a cell.
    fn quarters(self, turn: f64, radius: f64) -> (i32, i32) {
        let (sine, cosine) = (turn * TAU).sin_cos();
        (quarters(self.col - self.wide * radius * cosine), quarters(self.row - self.high * radius * sine))
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a place in a frame, whose sides are 16 bits")]
fn quarters(cells: f64) -> i32 {
    (cells * 4.0).round() as i32
}

#[allow(clippy::cast_precision_loss, reason = "a handful of rings")]
fn number(count: usize) -> f64 {
    count as f64
}

/// Which region each cell is in.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    rings: usize,
    regions: Vec<u8>,
    rooms: Vec<Room>,
}

/// What a region takes up: the cells it lies between, and the point its names gather around, in quarters of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    pub cols: (u16, u16),
    pub rows: (u16, u16),
    pub middle: (i32, i32),
}

impl Field {
    /// Divides a plane.
    pub fn of(plane: &Plane, shape: &Shape) -> Self {
        let (turns, radii) = (shape.turns(), shape.radii());
        let rings = radii.len();
        let centre = Centre::of(plane.frame);
        let mut rooms = rooms(&turns, &radii, centre);
        let mut regions = Vec::with_capacity(plane.cells.len());
        let mut cells = plane.cells.iter();
        for row in 0..plane.frame.rows {
            for (col, (turn, radius)) in (0..plane.frame.cols).zip(&mut cells) {
                let sector = turns.iter().take(turns.len().saturating_sub(1)).filter(|end| turn >= end).count();
                let ring = radii.iter().filter(|end| radius >= end).count();
                let number = sector * (rings + 1) + ring;
                if let Some(room) = rooms.get_mut(number) {
                    room.cols = (room.cols.0.min(col), room.cols.1.max(col + 1));
                    room.rows = (room.rows.0.min(row), room.rows.1.max(row + 1));
                }
                regions.push(u8::try_from(number).unwrap_or(u8::MAX));
            }
        }
        Self { rings, regions, rooms }
    }

    /// The room of a region.
    pub fn room(&self, region: Region) -> Option<Room> {
        self.rooms.get(self.number(region)).copied()
    }

    /// The numbers of a row's cells, and the number that a region's cells have among them.
    pub fn row(&self, frame: Frame, row: u16) -> &[u8] {
        let start = usize::from(row) * usize::from(frame.cols);
        self.regions.get(start..start + usize::from(frame.cols)).unwrap_or_default()
    }

    /// The number of a region.
    pub fn number(&self, region: Region) -> usize {
        region.sector * (self.rings + 1) + region.ring
    }

    /// The region of a cell of the frame.
    pub fn region(&self, frame: Frame, col: u16, row: u16) -> Option<Region> {
        let number = usize::from(*self.row(frame, row).get(usize::from(col))?);
        Some(Region { sector: number / (self.rings + 1), ring: number % (self.rings + 1) })
    }

    /// Sector and ring of a cell that is not outside.
    pub fn inside(&self, frame: Frame, col: u16, row: u16) -> Option<(usize, usize)> {
        let region = self.region(frame, col, row).filter(|region| region.ring < self.rings)?;
        Some((region.sector, region.ring))
    }

    /// Whether a spot lies in a region with every cell.
    pub fn holds(&self, frame: Frame, spot: Spot, region: Region) -> bool {
        (spot.col..spot.end()).all(|col| self.region(frame, col, spot.row) == Some(region))
    }
}

/// The regions' rooms, of which only the middles are known yet.
fn rooms(turns: &[f64], radii: &[f64], centre: Centre) -> Vec<Room> {
    let mut rooms = Vec::new();
    let mut from = 0.0;
    for to in turns {
        let mut inner = 0.0;
        for outer in radii.iter().copied().chain([1.15]) {
            let middle = centre.quarters((from + to) / 2.0, f64::midpoint(inner, outer));
            rooms.push(Room { cols: (u16::MAX, 0), rows: (u16::MAX, 0), middle });
            inner = outer;
        }
        from = *to;
    }
    rooms
}
