//! Where everything on the paper is, and how large the letters are.

use unicode_width::UnicodeWidthChar;

use super::PictureWords;
use super::pen::{Point, Size, Weight};
use super::place::{Circle, Item, Placed, place};
use crate::domain::network::{NetworkMap, PersonKey, Scheme};
use crate::exchange::network::Names;

/// The middle of the circle and its half axes, in millimetres; the legend stands to its right.
const MIDDLE: Point = Point { x: 121.0, y: 115.0 };
const HALF: Size = Size { wide: 110.0, high: 82.0 };

/// The part of the paper on which titles of sectors may stand: its left, right, upper and lower edge.
const TITLES: (f64, f64, f64, f64) = (6.0, 238.0, 25.5, 205.5);

/// The sizes of letters, from the largest on, for the large ones are read by small children; and how often a sector or
/// ring may grow before the next size is tried, for a circle cut evenly is easier to read.
const FONTS: [(f64, usize); 9] =
    [(4.2, 3), (3.8, 5), (3.4, 8), (3.0, 12), (2.7, 16), (2.4, 24), (2.1, 24), (1.9, 24), (1.7, 40)];

/// Letters that are easy to read.
const EASY: f64 = 2.7;

/// What a text has on both sides within its frame, and how high the frame is, in sizes of letters.
const PADDING: f64 = 1.0;
const HEIGHT: f64 = 1.5;

/// The widest that a name may be, in sizes of letters; a longer one is shortened.
const WIDEST: f64 = 16.0;

/// A text and its frame.
pub struct Framed {
    pub text: String,
    pub middle: Point,
    pub half: Size,
}

impl Framed {
    /// Where a line to somewhere leaves the frame.
    pub fn edge_towards(&self, to: Point) -> Point {
        let (x, y) = (to.x - self.middle.x, to.y - self.middle.y);
        let part = (self.half.wide / x.abs()).min(self.half.high / y.abs()).min(1.0);
        Point { x: self.middle.x + x * part, y: self.middle.y + y * part }
    }
}

/// Where everything is.
pub struct Plan {
    pub middle: Point,
    /// The half axes of the rings, from the innermost.
    pub rings: Vec<Size>,
    /// Where the lines between sectors end.
    pub spokes: Vec<Point>,
    pub titles: Vec<Framed>,
    pub ego: Framed,
    pub people: Vec<(PersonKey, Framed)>,
    /// Those whose sector or ring the scheme does not have.
    pub left_out: Vec<PersonKey>,
    /// The size of letters.
    pub font: f64,
}

impl Plan {
    /// The plan of a map; none where there is no room.
    pub fn of(scheme: &Scheme, map: &NetworkMap, names: &Names, words: &dyn PictureWords) -> Option<Self> {
        let (mut there, mut left_out) = (Vec::new(), Vec::new());
        for person in &map.people {
            let ring = scheme.rings.iter().position(|ring| ring.number == person.ring);
            match scheme.sector_place(&person.sector).zip(ring) {
                Some(region) => there.push((person.key, region, shortened(names.person(person.key)))),
                None => left_out.push(person.key),
            }
        }
        let ego = shortened(&names.ego);
        let cut = (scheme.sectors.len(), scheme.rings.len());
        let has_line = |key| map.person(key).is_some_and(|one| one.relation.is_some() || one.direction.is_some());
        let mut best: Option<(Placed, f64)> = None;
        for (font, growths) in FONTS {
            let items = there.iter().map(|(key, region, text)| Item {
                region: *region,
                half: half(text, Weight::Plain, font),
                has_line: has_line(*key),
            });
            let items: Vec<Item> = items.collect();
            let placed = place((MIDDLE, HALF), cut, (half(&ego, Weight::Bold, font), growths), &items);
            if let Some(placed) = placed
                && best.as_ref().is_none_or(|(best, _)| placed.hidden < best.hidden)
            {
                best = Some((placed, font));
            }
            // Smaller letters are only worth it to show a line as long as they are easy to read.
            if best.as_ref().is_some_and(|(best, _)| best.hidden == 0 || font <= EASY) {
                break;
            }
        }
        let (Placed { circle, frames, .. }, font) = best?;
        let titles = scheme.sectors.iter().enumerate();
        let titles = titles.map(|(place, sector)| title(&circle, place, words.sector(&sector.key), font));
        let people = there
            .into_iter()
            .zip(frames)
            .map(|((key, _, text), frame)| (key, Framed { text, middle: frame.middle, half: frame.half }));
        Some(Self {
            middle: MIDDLE,
            rings: circle.radii.iter().map(|r| Size { wide: HALF.wide * r, high: HALF.high * r }).collect(),
            spokes: circle.turns.iter().map(|turn| circle.at(*turn, 1.0)).collect(),
            titles: titles.collect(),
            ego: Framed { half: half(&ego, Weight::Bold, font), text: ego, middle: MIDDLE },
            people: people.collect(),
            left_out,
            font,
        })
    }

    /// Where somebody is.
    pub fn spot(&self, key: PersonKey) -> Option<&Framed> {
        self.people.iter().find(|(known, _)| *known == key).map(|(_, framed)| framed)
    }
}

/// The title of a sector, outside the middle of its arc.
fn title(circle: &Circle, place: usize, text: String, font: f64) -> Framed {
    let half = half(&text, Weight::Bold, font);
    let (from, to) = circle.sector(place);
    let arc = circle.at(f64::midpoint(from, to), 1.0);
    // Straight out from the arc, so far that the whole frame is outside.
    let (x, y) = ((arc.x - circle.middle.x) / HALF.wide.powi(2), (arc.y - circle.middle.y) / HALF.high.powi(2));
    let (x, y) = (x / x.hypot(y), y / x.hypot(y));
    let far = x.abs() * half.wide + y.abs() * half.high + 0.5;
    let (left, right, top, bottom) = TITLES;
    let middle = Point {
        x: (arc.x + x * far).clamp(left + half.wide, right - half.wide),
        y: (arc.y + y * far).clamp(top + half.high, bottom - half.high),
    };
    Framed { text, middle, half }
}

fn half(text: &str, weight: Weight, font: f64) -> Size {
    Size { wide: (width(text, weight) + PADDING) * font / 2.0, high: HEIGHT * font / 2.0 }
}

/// A name that is not too wide; one that is ends with dots.
fn shortened(text: &str) -> String {
    if width(text, Weight::Plain) <= WIDEST {
        return text.to_owned();
    }
    let mut short = text.to_owned();
    while width(&short, Weight::Plain) > WIDEST - 1.0 && short.pop().is_some() {}
    format!("{}…", short.trim_end())
}

/// About how wide a text is, in sizes of its letters. No font is at hand where the file is made, and none is known
/// where it is read: this is the widest of those that are asked for.
pub fn width(text: &str, weight: Weight) -> f64 {
    let letter = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ';' | ':' | '!' | '|' | '\'' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '-' | ' ' | '/' => 0.38,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.96,
        letter if letter.is_uppercase() => 0.74,
        letter => match letter.width() {
            Some(0) | None => 0.0,
            Some(1) => 0.6,
            Some(_) => 1.1,
        },
    };
    let heavy = if weight == Weight::Bold { 1.1 } else { 1.0 };
    text.chars().map(letter).sum::<f64>() * heavy
}
