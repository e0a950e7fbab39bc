//! How the picture is read, beside it: each kind of line with its word, and who has no place in the circle.

use super::pen::{BLACK, Corners, Pen, Point, Size, Weight};
use super::plan::{Plan, width};
use super::{Caption, PictureWords, line};
use crate::domain::codes::{Bond, Code, Sphere, SupportDirection};
use crate::domain::network::{NetworkMap, Scheme};
use crate::exchange::network::Names;

/// Where it begins, how wide it is, and how far its rows are apart.
const LEFT: f64 = 241.0;
const WIDE: f64 = 48.0;
const ROW: f64 = 6.2;
/// The size of its letters.
const FONT: f64 = 3.1;
/// How long a sample is, and where its words begin.
const SAMPLE: f64 = 14.0;
/// Where the paper ends.
const LAST: f64 = 202.0;

/// Draws it.
pub fn draw(
    pen: &mut Pen<'_>,
    scheme: &Scheme,
    map: &NetworkMap,
    names: &Names,
    plan: &Plan,
    words: &dyn PictureWords,
) {
    let mut column = Column { pen, y: 34.0 };
    column.paragraph(&words.say(Caption::People(map.people.len())), Weight::Bold);
    let rings: Vec<String> = scheme.rings.iter().map(|ring| words.ring(ring.number)).collect();
    column.paragraph(&words.say(Caption::Rings(&rings.join(", "))), Weight::Plain);
    column.gap();
    column.paragraph(&words.say(Caption::Relations), Weight::Bold);
    for relation in Bond::ALL {
        let draw = |pen: &mut Pen<'_>, from, to| line::relation(pen, *relation, from, to);
        column.sample(&words.say(Caption::Relation(*relation)), draw);
    }
    column.gap();
    column.paragraph(&words.say(Caption::Support), Weight::Bold);
    for direction in [SupportDirection::Gives, SupportDirection::Receives, SupportDirection::Both] {
        let draw = |pen: &mut Pen<'_>, from: Point, to: Point| {
            // From the middle, the dot, to somebody, the small frame.
            let end = to.on_the_way(from, 3.0, 0.0);
            pen.line(from, end, 0.4, BLACK);
            pen.ellipse(from, Size { wide: 0.6, high: 0.6 }, 1.0, BLACK);
            line::arrows(pen, direction, from, end);
            pen.frame(to.on_the_way(from, 1.5, 0.0), Size { wide: 1.5, high: 1.4 }, Corners::Round, 0.2);
        };
        column.sample(&words.say(Caption::Direction(direction)), draw);
    }
    column.gap();
    column.sample(&words.say(Caption::Knows), |pen, from, to| {
        let over = from.on_the_way(to, from.distance(to) / 2.0, 2.5);
        pen.dotted(from, over, to);
    });
    for (sphere, corners) in [(Sphere::Private, Corners::Round), (Sphere::Professional, Corners::Square)] {
        column.sample(&words.say(Caption::Sphere(sphere)), |pen, from, to| {
            let middle = from.on_the_way(to, from.distance(to) / 2.0, 0.0);
            pen.frame(middle, Size { wide: 5.0, high: 2.0 }, corners, 0.2);
        });
    }
    if !plan.left_out.is_empty() {
        let left_out: Vec<&str> = plan.left_out.iter().map(|key| names.person(*key)).collect();
        column.gap();
        column.paragraph(&words.say(Caption::LeftOut(&left_out.join(", "))), Weight::Plain);
    }
}

/// What is written and drawn from the top down.
struct Column<'p, 'x> {
    pen: &'p mut Pen<'x>,
    y: f64,
}

impl Column<'_, '_> {
    fn gap(&mut self) {
        self.y += ROW / 2.0;
    }

    /// A text in as many rows as it takes, as far as the paper goes.
    fn paragraph(&mut self, text: &str, weight: Weight) {
        for row in rows(text, weight, WIDE) {
            self.row(LEFT, &row, weight);
            self.y += FONT * 1.35;
        }
        self.y += ROW - FONT * 1.35;
    }

    fn sample(&mut self, text: &str, draw: impl FnOnce(&mut Pen<'_>, Point, Point)) {
        let middle = self.y - 0.35 * FONT;
        draw(self.pen, Point { x: LEFT, y: middle }, Point { x: LEFT + SAMPLE, y: middle });
        for row in rows(text, Weight::Plain, WIDE - SAMPLE - 2.0) {
            self.row(LEFT + SAMPLE + 2.0, &row, Weight::Plain);
            self.y += FONT * 1.35;
        }
        self.y += ROW - FONT * 1.35;
    }

    fn row(&mut self, x: f64, text: &str, weight: Weight) {
        if self.y <= LAST {
            self.pen.text(Point { x, y: self.y }, FONT, weight, text);
        }
    }
}

/// A text in rows that are no wider than the room, broken between words.
fn rows(text: &str, weight: Weight, room: f64) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match rows.last_mut() {
            Some(row) if width(&format!("{row} {word}"), weight) * FONT <= room => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}
