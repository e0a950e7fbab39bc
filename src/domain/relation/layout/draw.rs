//! The lines of a planned tree, cell by cell.

use std::collections::BTreeMap;

use super::super::tree::{Knot, KnotKind, Tree};
use super::plan::Plan;
use super::{Arms, Cell, Layout, Stroke};

/// A cell while lines are drawn.
#[derive(Default)]
struct Drawn {
    arms: Arms,
    /// Whether a line turns or ends in its lane here.
    is_joint: bool,
}

struct Lines<'p> {
    plan: &'p Plan,
    cells: BTreeMap<(u16, u16), Drawn>,
}

/// Draws all lines.
pub fn draw(tree: &Tree, plan: &Plan) -> Layout {
    let mut lines = Lines { plan, cells: BTreeMap::new() };
    for (place, knot) in tree.knots.iter().enumerate() {
        lines.knot(knot, place);
    }
    let breaks = tree.knots.iter().enumerate().flat_map(|(place, knot)| lines.breaks(knot, place)).collect();
    let cell = |((row, col), drawn): (&(u16, u16), &Drawn)| {
        let arms = drawn.arms;
        let passes = !drawn.is_joint && arms.is_upright() && arms.is_level();
        Cell { col: *col, row: *row, arms, passes }
    };
    Layout {
        cols: plan.cols,
        rows: plan.rows,
        people: plan.people.clone(),
        border: plan.border,
        cells: lines.cells.iter().map(cell).collect(),
        breaks,
    }
}

impl Arms {
    /// Whether a line goes up or down from here.
    pub fn is_upright(self) -> bool {
        self.up.is_some() || self.down.is_some()
    }

    /// Whether a line goes left or right from here.
    pub fn is_level(self) -> bool {
        self.left.is_some() || self.right.is_some()
    }
}

/// What a line looks like while it goes on.
fn stroke(kind: KnotKind) -> Stroke {
    match kind {
        KnotKind::Partners => Stroke::Partner,
        KnotKind::Parents => Stroke::Parent,
        KnotKind::Presumed => Stroke::Presumed,
        KnotKind::Carers => Stroke::Carer,
        KnotKind::Siblings => Stroke::Sibling,
    }
}

fn lay(arm: &mut Option<Stroke>, stroke: Stroke) {
    *arm = (*arm).max(Some(stroke));
}

impl Lines<'_> {
    fn at(&mut self, col: u16, row: u16) -> &mut Drawn {
        self.cells.entry((row, col)).or_default()
    }

    fn knot(&mut self, knot: &Knot, place: usize) {
        let own = if knot.is_ended() { Stroke::Ended } else { stroke(knot.kind) };
        let lane = self.plan.lanes[place];
        let (mut first, mut last) = (u16::MAX, 0);
        let heads =
            knot.heads.iter().map(|head| (head.key, if head.ended { Stroke::Ended } else { stroke(knot.kind) }));
        let children = knot.children.iter().map(|key| (*key, own));
        for (key, stroke) in heads.chain(children) {
            let Some(spot) = self.plan.spot(key) else { continue };
            (first, last) = (first.min(spot.row), last.max(spot.row));
            self.at(lane.col, spot.row).is_joint = true;
            if lane.channel > self.plan.columns.column(key) {
                lay(&mut self.at(lane.col, spot.row).arms.left, stroke);
                for col in spot.end() + 1..lane.col {
                    self.level(col, spot.row, stroke);
                }
            } else {
                lay(&mut self.at(lane.col, spot.row).arms.right, stroke);
                for col in lane.col + 1..spot.col.saturating_sub(1) {
                    self.level(col, spot.row, stroke);
                }
            }
        }
        for row in first..last {
            lay(&mut self.at(lane.col, row).arms.down, own);
            lay(&mut self.at(lane.col, row + 1).arms.up, own);
        }
    }

    fn level(&mut self, col: u16, row: u16, stroke: Stroke) {
        let cell = self.at(col, row);
        lay(&mut cell.arms.left, stroke);
        lay(&mut cell.arms.right, stroke);
    }

    /// Where it is told that something has ended: beside the lane in the row of a parent, on the lane between two.
    fn breaks(&self, knot: &Knot, place: usize) -> Vec<(u16, u16)> {
        let lane = self.plan.lanes[place];
        let ended = knot.heads.iter().filter(|head| head.ended).filter_map(|head| {
            let spot = self.plan.spot(head.key)?;
            let is_left = lane.channel > self.plan.columns.column(head.key);
            Some((if is_left { lane.col - 2 } else { lane.col + 1 }, spot.row))
        });
        if knot.has_children() {
            return ended.collect();
        }
        let rows: Vec<u16> = ended.map(|(_, row)| row).collect();
        let (Some(first), Some(last)) = (rows.iter().min().copied(), rows.iter().max().copied()) else {
            return Vec::new();
        };
        let middle = first + (last - first) / 2;
        let is_clear = |row: &u16| !self.cells.contains_key(&(*row, lane.col + 1)) && self.is_plain(lane.col, *row);
        let between = || first.saturating_add(1)..last;
        let found = between().filter(is_clear).min_by_key(|row| row.abs_diff(middle));
        found.or_else(|| between().next()).map(|row| (lane.col, row)).into_iter().collect()
    }

    fn is_plain(&self, col: u16, row: u16) -> bool {
        self.cells.get(&(row, col)).is_some_and(|drawn| !drawn.is_joint && !drawn.arms.is_level())
    }
}
