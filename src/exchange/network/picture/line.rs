//! The kinds of lines: for relations, for support, for those who know each other.

use super::pen::{BLACK, Pen, Point};
use crate::domain::codes::{Bond, SupportDirection};

/// A shorter line could not be told from another kind.
pub const SHORTEST: f64 = 1.5;

/// The width of most lines.
const WIDTH: f64 = 0.4;
/// Half the way between the two of a double line.
const APART: f64 = 0.55;
/// How far a jagged line goes before it turns, and how far aside.
const JAG: (f64, f64) = (1.1, 0.8);
/// Length and half width of an arrow head.
const HEAD: (f64, f64) = (3.0, 1.2);

/// A relation from the middle to somebody.
pub fn relation(pen: &mut Pen<'_>, relation: Bond, from: Point, to: Point) {
    let length = from.distance(to);
    match relation {
        Bond::Strong => {
            for aside in [-APART, APART] {
                pen.line(from.on_the_way(to, 0.0, aside), from.on_the_way(to, length, aside), WIDTH, BLACK);
            }
        }
        Bond::Ordinary => pen.line(from, to, WIDTH, BLACK),
        Bond::Weak => pen.dashed(from, to, WIDTH, BLACK, "2.4 1.6"),
        Bond::Strained => pen.jagged(&jags(from, to, length), WIDTH),
        Bond::Broken => {
            pen.line(from, to, WIDTH, BLACK);
            for along in [length / 2.0 - 0.7, length / 2.0 + 0.7] {
                let ends = [(along - 0.8, -1.8), (along + 0.8, 1.8)];
                let [one, other] = ends.map(|(along, aside)| from.on_the_way(to, along, aside));
                pen.line(one, other, WIDTH, BLACK);
            }
        }
    }
}

fn jags(from: Point, to: Point, length: f64) -> Vec<Point> {
    let (step, aside) = JAG;
    let mut points = vec![from];
    let (mut along, mut side) = (step, aside);
    while along < length - step / 2.0 {
        points.push(from.on_the_way(to, along, side));
        along += step;
        side = -side;
    }
    points.push(to);
    points
}

/// Arrow heads at somebody's end of the line: towards them who have support, away from them who give it.
pub fn arrows(pen: &mut Pen<'_>, direction: SupportDirection, from: Point, to: Point) {
    let (long, _) = HEAD;
    let back = |along| to.on_the_way(from, along, 0.0);
    match direction {
        SupportDirection::Gives => head(pen, back(0.4), back(0.4 + long)),
        SupportDirection::Receives => head(pen, back(long), to),
        SupportDirection::Both => {
            head(pen, back(long), to);
            head(pen, back(long + 0.4), back(2.0 * long + 0.4));
        }
        SupportDirection::None => {}
    }
}

fn head(pen: &mut Pen<'_>, base: Point, tip: Point) {
    let (_, half) = HEAD;
    pen.filled(&[tip, base.on_the_way(tip, 0.0, half), base.on_the_way(tip, 0.0, -half)]);
}

/// A bow between two who know each other, bent away from the middle.
pub fn bow(pen: &mut Pen<'_>, one: Point, other: Point, middle: Point) {
    let half = Point { x: f64::midpoint(one.x, other.x), y: f64::midpoint(one.y, other.y) };
    let away = middle.distance(half).max(1.0);
    let bent = (away + 0.3 * one.distance(other)) / away;
    let over = Point { x: middle.x + (half.x - middle.x) * bent, y: middle.y + (half.y - middle.y) * bent };
    pen.dotted(one, over, other);
}
