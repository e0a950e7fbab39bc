//! A map as a picture for paper: SVG, A4 across, black on white, in the family's language.
//!
//! Nothing is told by colour: a relation by the kind of its line, who supports whom by arrows at the person, private or
//! professional by the corners of the frame around the name. People are placed for paper (`place`) and not by the cells
//! of the screen, for here the lines of all of them are seen at once.

mod legend;
mod line;
mod pen;
mod place;
mod plan;

use chrono::NaiveDate;

use super::{Drawn, Names, Naming, Place, Words};
use crate::domain::codes::{Bond, MapOccasion, Sphere, SupportDirection};
use crate::domain::network::{NetworkMap, NetworkPerson};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::xml::Xml;
use pen::{Corners, Pen, Point, Size, Weight};
use plan::Plan;

/// What the picture says besides names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Caption<'a> {
    /// The heading: whose map.
    Title(&'a str),
    /// Under it: when and why it was drawn.
    Drawn(NaiveDate, MapOccasion),
    /// How many people there are.
    People(usize),
    /// That lines tell of relations.
    Relations,
    /// A relation.
    Relation(Bond),
    /// That arrows tell of support.
    Support,
    /// Who supports whom.
    Direction(SupportDirection),
    /// That two know each other.
    Knows,
    /// Private or professional.
    Sphere(Sphere),
    /// What the rings are called, from the innermost.
    Rings(&'a str),
    /// Those who have no place in the circle.
    LeftOut(&'a str),
}

/// The words of a picture.
pub trait PictureWords: Words {
    /// The language, as a tag.
    fn tag(&self) -> &'static str;
    /// What a sector is called.
    fn sector(&self, key: &str) -> String;
    /// What a ring is called.
    fn ring(&self, number: u8) -> String;
    /// What the picture says.
    fn say(&self, caption: Caption<'_>) -> String;
}

/// The paper, in millimetres.
const PAPER: Size = Size { wide: 297.0, high: 210.0 };

/// One map as a file.
///
/// # Errors
/// More people than there is room for.
pub fn write(drawn: &Drawn<'_>, map: &NetworkMap, naming: Naming, words: &dyn PictureWords) -> Result<String, Problem> {
    let names = Names::of(drawn, map, naming, words, Place::Outside);
    let plan = Plan::of(drawn.scheme, map, &names, words)
        .ok_or_else(|| Problem::new(Kind::Invalid, "network-picture-full").with("people", map.people.len()))?;
    let title = words.say(Caption::Title(&names.ego));
    let mut xml = Xml::new();
    let (wide, high) = (format!("{}mm", PAPER.wide), format!("{}mm", PAPER.high));
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", &wide),
        ("height", &high),
        ("viewBox", &format!("0 0 {} {}", PAPER.wide, PAPER.high)),
        ("xml:lang", words.tag()),
        ("role", "img"),
        ("font-family", "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"),
    ];
    xml.within("svg", &attributes, |xml| {
        xml.text("title", &[], &title);
        let mut pen = Pen::new(xml);
        pen.paper(PAPER);
        pen.text(Point { x: 10.0, y: 14.0 }, 6.2, Weight::Bold, &title);
        pen.text(
            Point { x: 10.0, y: 21.0 },
            3.6,
            Weight::Plain,
            &words.say(Caption::Drawn(map.drawn_on, map.occasion)),
        );
        circle(&mut pen, &plan);
        ties(&mut pen, &plan, map);
        for person in &map.people {
            relation(&mut pen, &plan, person);
        }
        texts(&mut pen, &plan, drawn, map);
        legend::draw(&mut pen, drawn.scheme, map, &names, &plan, words);
    });
    Ok(xml.finish())
}

/// Rings and the lines between sectors.
fn circle(pen: &mut Pen<'_>, plan: &Plan) {
    for edge in &plan.spokes {
        pen.line(plan.middle, *edge, 0.2, pen::GREY);
    }
    for (place, half) in plan.rings.iter().enumerate() {
        let outermost = place + 1 == plan.rings.len();
        pen.ellipse(plan.middle, *half, if outermost { 0.45 } else { 0.25 }, pen::GREY);
    }
}

/// Who knows whom: thin dotted bows, bent away from the middle so that they are no relations.
fn ties(pen: &mut Pen<'_>, plan: &Plan, map: &NetworkMap) {
    for tie in &map.ties {
        if let (Some(one), Some(other)) = (plan.spot(tie.one()), plan.spot(tie.other())) {
            line::bow(pen, one.middle, other.middle, plan.middle);
        }
    }
}

/// The line from the middle to somebody, and its arrows.
fn relation(pen: &mut Pen<'_>, plan: &Plan, person: &NetworkPerson) {
    let Some(spot) = plan.spot(person.key) else { return };
    let (from, to) = (plan.ego.edge_towards(spot.middle), spot.edge_towards(plan.ego.middle));
    if from.distance(to) < line::SHORTEST {
        return;
    }
    if let Some(relation) = person.relation {
        line::relation(pen, relation, from, to);
    }
    if let Some(direction) = person.direction {
        line::arrows(pen, direction, from, to);
    }
}

/// Names in their frames, over all lines; the titles of the sectors.
fn texts(pen: &mut Pen<'_>, plan: &Plan, drawn: &Drawn<'_>, map: &NetworkMap) {
    for title in &plan.titles {
        pen.blank(title.middle, title.half);
        pen.centred(title.middle, plan.font, Weight::Bold, &title.text);
    }
    for (key, spot) in &plan.people {
        let professional = map.person(*key).map(|person| person.sphere(drawn.scheme)) == Some(Sphere::Professional);
        pen.frame(spot.middle, spot.half, if professional { Corners::Square } else { Corners::Round }, 0.2);
        pen.centred(spot.middle, plan.font, Weight::Plain, &spot.text);
    }
    pen.frame(plan.ego.middle, plan.ego.half, Corners::Round, 0.7);
    pen.centred(plan.ego.middle, plan.font, Weight::Bold, &plan.ego.text);
}
