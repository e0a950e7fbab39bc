//! A sentence with its places filled: names in the genitive, pronouns, homes, and a capital letter first.

use super::assets::assets;
use super::dice::Dice;
use super::people::Sex;
use super::scene::{Home, Scene};
use super::words::{Piece, Slot, Template};

/// Writes a sentence about somebody at the end of a text.
pub fn write(template: &Template, scene: &Scene<'_>, dice: &mut Dice, out: &mut String) {
    let words =
        Words { subject: pair(dice, &assets().notes.subjects), activity: pair(dice, &assets().notes.activities) };
    let start = out.len();
    for piece in &template.pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Slot(slot) => words.fill(*slot, scene, out),
        }
    }
    capital(out, start);
}

struct Words<'a> {
    subject: (&'a str, &'a str),
    activity: (&'a str, &'a str),
}

impl Words<'_> {
    fn fill(&self, slot: Slot, scene: &Scene<'_>, out: &mut String) {
        let woman = scene.subject.sex == Sex::Woman;
        let by_sex = |hers: &'static str, his: &'static str| if woman { hers } else { his };
        let text = match slot {
            Slot::Name => scene.subject.member.given_name.bare(),
            Slot::Child => scene.child.member.given_name.bare(),
            Slot::NameGenitive => return genitive(scene.subject.member.given_name.bare(), out),
            Slot::ChildGenitive => return genitive(scene.child.member.given_name.bare(), out),
            Slot::Pronoun => by_sex("hon", "han"),
            Slot::PronounCapital => by_sex("Hon", "Han"),
            Slot::PronounObject => by_sex("henne", "honom"),
            Slot::PronounGenitive => by_sex("hennes", "hans"),
            Slot::Adult => scene.adult,
            Slot::Sibling => scene.sibling,
            Slot::Away => scene.away,
            Slot::AtHome => match scene.home {
                Home::Kind(at, _) => at,
                Home::With(kin) => {
                    out.push_str("hos ");
                    kin
                }
            },
            Slot::Home => match scene.home {
                Home::Kind(_, the) => the,
                Home::With(kin) => kin,
            },
            Slot::Subject => self.subject.0,
            Slot::TheSubject => self.subject.1,
            Slot::Activity => self.activity.0,
            Slot::TheActivity => self.activity.1,
            Slot::Language => scene.language,
        };
        out.push_str(text);
    }
}

fn pair<'a>(dice: &mut Dice, list: &'a [[String; 2]]) -> (&'a str, &'a str) {
    dice.pick(list).map_or(("", ""), |[some, the]| (some, the))
}

/// Swedish names that end in an s sound take no further s.
fn genitive(name: &str, out: &mut String) {
    out.push_str(name);
    if !name.ends_with(['s', 'x', 'z', 'ß']) {
        out.push('s');
    }
}

fn capital(text: &mut String, start: usize) {
    let Some(first) = text.get(start..).and_then(|tail| tail.chars().next()) else { return };
    let upper: String = first.to_uppercase().collect();
    text.replace_range(start..start + first.len_utf8(), &upper);
}
