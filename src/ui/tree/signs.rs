//! The signs of lines: what a line is shows in its pattern, whatever the colours.

use crate::domain::relation::layout::{Arms, Cell, Stroke};

/// On a line that has ended.
pub const ENDED: &str = "╱╱";

/// A line of a kind, for the legend.
pub fn sample(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Sibling => "···",
        Stroke::Ended => "┄╱╱┄",
        Stroke::Presumed => "╌ ╌",
        Stroke::Parent => "───",
        Stroke::Carer => "━━━",
        Stroke::Partner => "═══",
    }
}

/// The sign of a cell; none where the line's pattern leaves it out, which it does inside a line only.
pub fn of(cell: &Cell, is_inside: bool) -> Option<&'static str> {
    let Arms { up, down, left, right } = cell.arms;
    let (upright, level) = (up.max(down), left.max(right));
    match (upright, level) {
        (Some(stroke), _) if cell.passes => Some(upright_sign(stroke)),
        (Some(stroke), None) => Some(upright_sign(stroke)),
        (None, Some(stroke)) => level_sign(stroke, is_inside && !cell.col.is_multiple_of(2)),
        (Some(upright), Some(level)) => Some(corner(cell.arms, upright, level)),
        (None, None) => None,
    }
}

fn upright_sign(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Sibling => "·",
        Stroke::Ended => "┆",
        Stroke::Presumed => "╎",
        Stroke::Parent => "│",
        Stroke::Carer => "┃",
        Stroke::Partner => "║",
    }
}

fn level_sign(stroke: Stroke, may_be_left_out: bool) -> Option<&'static str> {
    match stroke {
        Stroke::Sibling => Some("·"),
        Stroke::Ended => Some("┄"),
        Stroke::Presumed => (!may_be_left_out).then_some("╌"),
        Stroke::Parent => Some("─"),
        Stroke::Carer => Some("━"),
        Stroke::Partner => Some("═"),
    }
}

/// Where lines turn or meet.
fn corner(arms: Arms, upright: Stroke, level: Stroke) -> &'static str {
    const THIN: [&str; 9] = ["┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼"];
    const HEAVY: [&str; 9] = ["┏", "┓", "┗", "┛", "┣", "┫", "┳", "┻", "╋"];
    const DOUBLE: [&str; 9] = ["╔", "╗", "╚", "╝", "╠", "╣", "╦", "╩", "╬"];
    const DOUBLE_UPRIGHT: [&str; 9] = ["╓", "╖", "╙", "╜", "╟", "╢", "╥", "╨", "╫"];
    const DOUBLE_LEVEL: [&str; 9] = ["╒", "╕", "╘", "╛", "╞", "╡", "╤", "╧", "╪"];
    let signs = match (upright, level) {
        (Stroke::Partner, Stroke::Partner) => DOUBLE,
        (Stroke::Partner, _) => DOUBLE_UPRIGHT,
        (_, Stroke::Partner) => DOUBLE_LEVEL,
        (Stroke::Carer, Stroke::Carer) => HEAVY,
        _ => THIN,
    };
    let place = match (arms.up.is_some(), arms.down.is_some(), arms.left.is_some(), arms.right.is_some()) {
        (false, _, false, _) => 0,
        (false, _, true, false) => 1,
        (true, false, false, _) => 2,
        (true, false, true, false) => 3,
        (true, true, false, _) => 4,
        (true, true, true, false) => 5,
        (false, _, true, true) => 6,
        (true, false, true, true) => 7,
        (true, true, true, true) => 8,
    };
    signs[place]
}
