//! Finds places on the paper so that lines from the middle can be told apart: everybody within their own sector and
//! ring, no frame on another, and as few lines as possible behind a frame or along another line.
//!
//! Everybody is placed where it costs least beside those who are placed already, and then a few times anew beside all
//! others. Where somebody finds no place, their sector or ring grows at the cost of the others.

use std::f64::consts::{PI, TAU};

use super::pen::{Point, Size};

/// How often somebody is placed anew.
const PASSES: usize = 3;
/// How much of the circle frames can take; there are no lines to be seen between them then.
const MOST_FILLED: f64 = 0.6;
/// By how much a sector or ring grows.
const GROWTH: f64 = 1.15;
/// The fewest and the most places that are tried in a region: around, and outwards.
const AROUND: (u16, u16) = (15, 61);
const OUTWARDS: (u16, u16) = (5, 21);
/// Between frames, in millimetres.
const GAP: f64 = 1.4;
/// Lines nearer to each other than so many degrees are hard to tell apart.
const NEAR: f64 = 9.0;
/// What it costs that a frame lies on a line.
const ON_LINE: f64 = 500.0;

/// A frame around a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    pub middle: Point,
    pub half: Size,
}

impl Frame {
    fn overlaps(self, other: Self, gap: f64) -> bool {
        (self.middle.x - other.middle.x).abs() < self.half.wide + other.half.wide + gap
            && (self.middle.y - other.middle.y).abs() < self.half.high + other.half.high + gap
    }

    /// Whether a straight line goes through it.
    fn is_on(self, from: Point, to: Point) -> bool {
        let clip = |from: f64, way: f64, low: f64, high: f64| {
            if way.abs() < 1e-9 {
                return if (low..=high).contains(&from) { (0.0, 1.0) } else { (1.0, 0.0) };
            }
            let (one, other) = ((low - from) / way, (high - from) / way);
            (one.min(other), one.max(other))
        };
        let (middle, half) = (self.middle, self.half);
        let across = clip(from.x, to.x - from.x, middle.x - half.wide, middle.x + half.wide);
        let down = clip(from.y, to.y - from.y, middle.y - half.high, middle.y + half.high);
        across.0.max(down.0).max(0.0) < across.1.min(down.1).min(1.0)
    }

    /// Points along its edge.
    fn edge(self, gap: f64) -> impl Iterator<Item = Point> {
        let (wide, high) = (self.half.wide + gap, self.half.high + gap);
        let sides =
            [(-1.0, -1.0), (0.0, -1.0), (1.0, -1.0), (-1.0, 0.0), (1.0, 0.0), (-1.0, 1.0), (0.0, 1.0), (1.0, 1.0)];
        sides.into_iter().map(move |(x, y)| Point { x: self.middle.x + x * wide, y: self.middle.y + y * high })
    }
}

/// Somebody to be placed.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    /// Places of sector and ring in the scheme, from 0.
    pub region: (usize, usize),
    pub half: Size,
    /// Whether a line goes from the middle to them.
    pub has_line: bool,
}

/// Where everybody is.
#[derive(Debug, Clone)]
pub struct Placed {
    /// How the circle is cut.
    pub circle: Circle,
    /// The frames, in the order of the items.
    pub frames: Vec<Frame>,
    /// How many lines go behind a frame.
    pub hidden: usize,
}

/// The circle: an ellipse, cut into sectors clockwise from nine o'clock and into rings.
#[derive(Debug, Clone)]
pub struct Circle {
    pub middle: Point,
    pub half: Size,
    /// Where the sectors end, as parts of the turn; the last is 1.
    pub turns: Vec<f64>,
    /// Where the rings end, as parts of the half axes; the last is 1.
    pub radii: Vec<f64>,
}

impl Circle {
    /// The place at a part of the turn and of the half axes.
    pub fn at(&self, turn: f64, radius: f64) -> Point {
        let (sine, cosine) = (turn * TAU).sin_cos();
        Point { x: self.middle.x - self.half.wide * radius * cosine, y: self.middle.y - self.half.high * radius * sine }
    }

    /// Where a sector begins and ends, as parts of the turn.
    pub fn sector(&self, place: usize) -> (f64, f64) {
        between(&self.turns, place)
    }

    fn region(&self, point: Point) -> (usize, usize) {
        let x = (point.x - self.middle.x) / self.half.wide;
        let y = (point.y - self.middle.y) / self.half.high;
        let (turn, radius) = ((-y).atan2(-x).rem_euclid(TAU) / TAU, x.hypot(y));
        let inside = |ends: &[f64], part: f64| ends.iter().filter(|end| part >= **end).count();
        (inside(&self.turns, turn).min(self.turns.len().saturating_sub(1)), inside(&self.radii, radius))
    }

    fn holds(&self, item: Item, frame: Frame) -> bool {
        frame.edge(GAP / 2.0).all(|point| self.region(point) == item.region)
    }
}

/// About so many steps.
fn steps(wanted: f64, (least, most): (u16, u16)) -> u16 {
    (least..most).find(|steps| f64::from(*steps) >= wanted).unwrap_or(most)
}

fn between(ends: &[f64], place: usize) -> (f64, f64) {
    let from = place.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
    (from, ends.get(place).copied().unwrap_or(1.0))
}

/// Shares of the turn and of the area.
struct Shares {
    sectors: Vec<f64>,
    rings: Vec<f64>,
}

impl Shares {
    /// Equal sectors, rings of equal width but for the innermost, where the middle is taken.
    fn equal(sectors: usize, rings: usize) -> Self {
        let count = u32::try_from(rings).unwrap_or(1);
        let edge = |ring: u32| if ring == 0 { 0.0 } else { (f64::from(ring) + 0.5) / (f64::from(count) + 0.5) };
        let area = |ring: u32| edge(ring + 1).powi(2) - edge(ring).powi(2);
        Self { sectors: vec![1.0; sectors], rings: (0..count).map(area).collect() }
    }

    fn circle(&self, middle: Point, half: Size) -> Circle {
        let ends = |shares: &[f64]| -> Vec<f64> {
            let whole: f64 = shares.iter().sum();
            let sums = shares.iter().scan(0.0, |sum, share| {
                *sum += share;
                Some(*sum / whole)
            });
            sums.collect()
        };
        let radii = ends(&self.rings).into_iter().map(f64::sqrt).collect();
        Circle { middle, half, turns: ends(&self.sectors), radii }
    }
}

/// Places everybody so that as few lines as possible go behind a frame; none where there is no room although sectors
/// and rings have grown so many times.
pub fn place(
    (middle, half): (Point, Size),
    (sectors, rings): (usize, usize),
    (ego, growths): (Size, usize),
    items: &[Item],
) -> Option<Placed> {
    let area = |half: Size| half.wide * half.high;
    let needed = items.iter().map(|item| 4.0 * area(item.half)).sum::<f64>();
    if needed > MOST_FILLED * PI * area(half) {
        return None;
    }
    let mut shares = Shares::equal(sectors, rings);
    let mut best: Option<Placed> = None;
    for growth in 0..=growths {
        let circle = shares.circle(middle, half);
        let table = Table { circle: &circle, ego: Frame { middle, half: ego }, items };
        // Whoever has no place or stands before a line needs more room.
        let (sector, ring) = match table.settle() {
            Err(region) => region,
            Ok(frames) => {
                let on_lines = table.on_lines(&frames);
                let narrow = on_lines.first().map(|place| items[*place].region);
                if best.as_ref().is_none_or(|best| on_lines.len() < best.hidden) {
                    best = Some(Placed { circle, frames, hidden: on_lines.len() });
                }
                match narrow {
                    None => return best,
                    Some(region) => region,
                }
            }
        };
        let share = if growth % 3 == 2 { shares.rings.get_mut(ring) } else { shares.sectors.get_mut(sector) };
        *share? *= GROWTH;
    }
    best
}

struct Table<'a> {
    circle: &'a Circle,
    ego: Frame,
    items: &'a [Item],
}

impl Table<'_> {
    /// Places all; the region of whoever finds no place.
    fn settle(&self) -> Result<Vec<Frame>, (usize, usize)> {
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        order.sort_by_key(|place| self.items[*place].region.1);
        let mut frames: Vec<Option<Frame>> = vec![None; self.items.len()];
        for pass in 0..=PASSES {
            for &place in &order {
                let before = frames[place].take();
                frames[place] = self.best(place, &frames).or(before);
                if frames[place].is_none() && pass == 0 {
                    return Err(self.items[place].region);
                }
            }
        }
        Ok(frames.into_iter().flatten().collect())
    }

    /// Where it costs least.
    fn best(&self, place: usize, others: &[Option<Frame>]) -> Option<Frame> {
        let item = self.items[place];
        let (sector, ring) = (self.circle.sector(item.region.0), between(&self.circle.radii, item.region.1));
        let part = |step: u16, steps: u16| (f64::from(step) + 0.5) / f64::from(steps);
        let half = self.circle.half;
        let arc = (sector.1 - sector.0) * TAU * ring.1 * f64::midpoint(half.wide, half.high);
        let (arounds, outs) = (
            steps(2.0 * arc / item.half.wide, AROUND),
            steps((ring.1 - ring.0) * half.high / item.half.high, OUTWARDS),
        );
        let mut best: Option<(f64, Frame)> = None;
        for around in 0..arounds {
            for outwards in 0..outs {
                let (turn, radius) = (part(around, arounds), part(outwards, outs));
                let at = self.circle.at(sector.0 + (sector.1 - sector.0) * turn, ring.0 + (ring.1 - ring.0) * radius);
                let frame = Frame { middle: at, half: item.half };
                let free = !frame.overlaps(self.ego, 3.0 * GAP)
                    && others.iter().flatten().all(|other| !frame.overlaps(*other, GAP));
                if !free || !self.circle.holds(item, frame) {
                    continue;
                }
                // In the innermost ring the middle is taken.
                let usual = if item.region.1 == 0 { 0.65 } else { 0.5 };
                let aside = 30.0 * (radius - usual).abs() + 20.0 * (turn - 0.5).abs();
                let beside = |(other, at): (usize, &Option<Frame>)| at.map(|at| self.cost((place, frame), (other, at)));
                let cost = aside + others.iter().enumerate().filter_map(beside).sum::<f64>();
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, frame));
                }
            }
        }
        best.map(|(_, frame)| frame)
    }

    /// What it costs that two are where they are.
    fn cost(&self, one: (usize, Frame), other: (usize, Frame)) -> f64 {
        let middle = self.ego.middle;
        let direction = |frame: Frame| (frame.middle.y - middle.y).atan2(frame.middle.x - middle.x).to_degrees();
        let apart = (direction(one.1) - direction(other.1)).abs();
        let near = (NEAR - apart.min(360.0 - apart)).max(0.0);
        let hides = |frame, line| if self.hides(frame, line) { ON_LINE } else { 0.0 };
        3.0 * near * near + hides(one.1, other) + hides(other.1, one)
    }

    /// Whether a frame lies on the line to somebody.
    fn hides(&self, frame: Frame, (place, to): (usize, Frame)) -> bool {
        self.items[place].has_line && frame.is_on(self.ego.middle, to.middle)
    }

    /// Those whose frames lie on lines to others, once for each line.
    fn on_lines(&self, frames: &[Frame]) -> Vec<usize> {
        let mut found = Vec::new();
        for (place, frame) in frames.iter().enumerate() {
            let others = frames.iter().copied().enumerate().filter(|(other, _)| *other != place);
            found.extend(others.filter(|line| self.hides(*frame, *line)).map(|_| place));
        }
        found
    }
}
