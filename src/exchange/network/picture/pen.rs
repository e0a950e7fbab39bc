//! The shapes a picture is made of, in millimetres.

use crate::exchange::xml::{Attributes, Xml};

/// Black, for what is told.
pub const BLACK: &str = "#000";
/// Grey, for the circle and for ties; dark enough for a copier.
pub const GREY: &str = "#777";

/// A place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    /// How far it is to another.
    pub fn distance(self, other: Self) -> f64 {
        (other.x - self.x).hypot(other.y - self.y)
    }

    /// The place so far on the way to another, and so far to the left of it.
    pub fn on_the_way(self, to: Self, along: f64, aside: f64) -> Self {
        let whole = self.distance(to).max(f64::MIN_POSITIVE);
        let (x, y) = ((to.x - self.x) / whole, (to.y - self.y) / whole);
        Self { x: self.x + x * along + y * aside, y: self.y + y * along - x * aside }
    }
}

/// A size; of what is round or framed, half of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    pub wide: f64,
    pub high: f64,
}

/// How heavy a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Plain,
    Bold,
}

/// How a frame's corners are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corners {
    Round,
    Square,
}

/// Draws.
pub struct Pen<'a>(&'a mut Xml);

impl<'a> Pen<'a> {
    /// A pen on a file.
    pub fn new(xml: &'a mut Xml) -> Self {
        Self(xml)
    }

    /// White paper, where a program would show through.
    pub fn paper(&mut self, size: Size) {
        self.0.empty("rect", &[("width", &mm(size.wide)), ("height", &mm(size.high)), ("fill", "#fff")]);
    }

    /// A straight line.
    pub fn line(&mut self, from: Point, to: Point, width: f64, colour: &str) {
        self.dashed(from, to, width, colour, "");
    }

    /// A broken line, of dashes and gaps; none is a whole one.
    pub fn dashed(&mut self, from: Point, to: Point, width: f64, colour: &str, dashes: &str) {
        let places = [mm(from.x), mm(from.y), mm(to.x), mm(to.y)];
        let mut attributes =
            vec![("x1", places[0].as_str()), ("y1", &places[1]), ("x2", &places[2]), ("y2", &places[3])];
        let width = mm(width);
        attributes.extend([("stroke", colour), ("stroke-width", width.as_str())]);
        if !dashes.is_empty() {
            attributes.push(("stroke-dasharray", dashes));
        }
        self.0.empty("line", &attributes);
    }

    /// A line with corners.
    pub fn jagged(&mut self, points: &[Point], width: f64) {
        let width = mm(width);
        self.points("polyline", points, &[("fill", "none"), ("stroke", BLACK), ("stroke-width", &width)]);
    }

    /// A filled shape.
    pub fn filled(&mut self, points: &[Point]) {
        self.points("polygon", points, &[("fill", BLACK)]);
    }

    /// A dotted curve, bent towards a point.
    pub fn dotted(&mut self, from: Point, over: Point, to: Point) {
        let path = format!("M{} {}Q{} {} {} {}", mm(from.x), mm(from.y), mm(over.x), mm(over.y), mm(to.x), mm(to.y));
        let look = [("fill", "none"), ("stroke", GREY), ("stroke-width", "0.35"), ("stroke-linecap", "round")];
        let attributes: Vec<(&str, &str)> =
            [("d", path.as_str())].into_iter().chain(look).chain([("stroke-dasharray", "0 1.1")]).collect();
        self.0.empty("path", &attributes);
    }

    /// An ellipse's edge.
    pub fn ellipse(&mut self, middle: Point, half: Size, width: f64, colour: &str) {
        let (x, y, wide, high) = (mm(middle.x), mm(middle.y), mm(half.wide), mm(half.high));
        let width = mm(width);
        let shape = [("cx", x.as_str()), ("cy", &y), ("rx", &wide), ("ry", &high)];
        let look = [("fill", "none"), ("stroke", colour), ("stroke-width", width.as_str())];
        self.0.empty("ellipse", &[&shape[..], &look[..]].concat());
    }

    /// A white frame for a text.
    pub fn frame(&mut self, middle: Point, half: Size, corners: Corners, width: f64) {
        let (x, y) = (mm(middle.x - half.wide), mm(middle.y - half.high));
        let (wide, high) = (mm(2.0 * half.wide), mm(2.0 * half.high));
        let radius = mm(if corners == Corners::Round { half.high } else { 0.0 });
        let width = mm(width);
        let shape = [("x", x.as_str()), ("y", &y), ("width", &wide), ("height", &high), ("rx", &radius)];
        let look = [("fill", "#fff"), ("stroke", BLACK), ("stroke-width", width.as_str())];
        self.0.empty("rect", &[&shape[..], &look[..]].concat());
    }

    /// White under a text that lies on a line.
    pub fn blank(&mut self, middle: Point, half: Size) {
        let (x, y) = (mm(middle.x - half.wide), mm(middle.y - half.high));
        let (wide, high) = (mm(2.0 * half.wide), mm(2.0 * half.high));
        self.0.empty("rect", &[("x", &x), ("y", &y), ("width", &wide), ("height", &high), ("fill", "#fff")]);
    }

    /// A text from a place on; its base line.
    pub fn text(&mut self, at: Point, size: f64, weight: Weight, text: &str) {
        self.write(at, size, weight, &[], text);
    }

    /// A text around a place.
    pub fn centred(&mut self, middle: Point, size: f64, weight: Weight, text: &str) {
        // A small letter's middle lies about a third of the size above the base line.
        let base = Point { x: middle.x, y: middle.y + 0.35 * size };
        self.write(base, size, weight, &[("text-anchor", "middle")], text);
    }

    fn write(&mut self, at: Point, size: f64, weight: Weight, further: Attributes<'_>, text: &str) {
        let (x, y, size) = (mm(at.x), mm(at.y), mm(size));
        let mut attributes = vec![("x", x.as_str()), ("y", &y), ("font-size", &size)];
        if weight == Weight::Bold {
            attributes.push(("font-weight", "bold"));
        }
        attributes.extend(further);
        self.0.text("text", &attributes, text);
    }

    fn points(&mut self, name: &str, points: &[Point], look: Attributes<'_>) {
        let points: Vec<String> = points.iter().map(|point| format!("{},{}", mm(point.x), mm(point.y))).collect();
        let points = points.join(" ");
        self.0.empty(name, &[&[("points", points.as_str())], look].concat());
    }
}

/// A length to a hundredth of a millimetre.
fn mm(length: f64) -> String {
    let text = format!("{length:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}
