//! What one key says of the chosen person: nearer, another part of life, how it stands, who supports whom, ties.

use super::drawing::{Drawing, Hand};
use crate::app::actions::Do;
use crate::app::desk::App;
use crate::app::notice::Notice;
use crate::domain::codes::{HowOften, Relation, Sphere, SupportDirection, SupportKind};
use crate::domain::network::layout::Towards;
use crate::domain::network::{PersonKey, Tie, Way, unasked};
use crate::locale::arg;

/// Keys that set something: the act, and what it says.
enum Said {
    Relation(Relation),
    Direction(SupportDirection),
    Kind(SupportKind),
    Often(HowOften),
    Sphere(Sphere),
}

const SAID: &[(Do, Said)] = &[
    (Do::Strong, Said::Relation(Relation::Strong)),
    (Do::Ordinary, Said::Relation(Relation::Ordinary)),
    (Do::Weak, Said::Relation(Relation::Weak)),
    (Do::Strained, Said::Relation(Relation::Strained)),
    (Do::Broken, Said::Relation(Relation::Broken)),
    (Do::GivesSupport, Said::Direction(SupportDirection::Gives)),
    (Do::HasSupport, Said::Direction(SupportDirection::Receives)),
    (Do::BothSupport, Said::Direction(SupportDirection::Both)),
    (Do::Practical, Said::Kind(SupportKind::Practical)),
    (Do::Emotional, Said::Kind(SupportKind::Emotional)),
    (Do::Joy, Said::Kind(SupportKind::Joy)),
    (Do::Advice, Said::Kind(SupportKind::Advice)),
    (Do::Daily, Said::Often(HowOften::Daily)),
    (Do::Weekly, Said::Often(HowOften::Weekly)),
    (Do::Monthly, Said::Often(HowOften::Monthly)),
    (Do::Seldom, Said::Often(HowOften::Seldom)),
    (Do::Professional, Said::Sphere(Sphere::Professional)),
];

const WAYS: &[(Do, Way)] =
    &[(Do::Nearer, Way::In), (Do::Farther, Way::Out), (Do::SectorOn, Way::Clockwise), (Do::SectorBack, Way::Back)];

const TOWARDS: &[(Do, Towards)] = &[
    (Do::ChooseLeft, Towards::Left),
    (Do::ChooseRight, Towards::Right),
    (Do::ChooseUp, Towards::Up),
    (Do::ChooseDown, Towards::Down),
];

impl App {
    pub(super) fn act_on_person(&mut self, drawing: &mut Drawing, act: Do) {
        if drawing.hand == Hand::Asking {
            return self.act_on_question(drawing, act);
        }
        if let Some((_, towards)) = TOWARDS.iter().find(|(known, _)| *known == act) {
            let from = if drawing.hand == Hand::Tying { drawing.other.or(drawing.chosen) } else { drawing.chosen };
            let in_bands = drawing.bands.as_ref().map(|bands| bands.next(from, *towards));
            let in_circle = || drawing.circle.as_ref().and_then(|circle| circle.layout.next(from, *towards));
            let found = in_bands.unwrap_or_else(in_circle);
            return choose(drawing, found);
        }
        match act {
            Do::NextPerson | Do::PreviousPerson => {
                let found = step(drawing, if act == Do::NextPerson { 1 } else { -1 });
                return choose(drawing, found);
            }
            Do::TieTo => return self.tie(drawing),
            Do::AskTies => return self.ask_ties(drawing),
            Do::No if drawing.hand == Hand::Tying => {
                (drawing.hand, drawing.other) = (Hand::Circle, None);
                return;
            }
            _ => {}
        }
        let Some(key) = drawing.chosen else { return };
        if let Some((_, way)) = WAYS.iter().find(|(known, _)| *known == act) {
            let scheme = self.store.scheme().clone();
            drawing.change(|map| map.step(key, *way, &scheme));
            return;
        }
        if act == Do::TakeOff {
            let name = drawing.map.person(key).map(|person| person.name.clone()).unwrap_or_default();
            drawing.change(|map| map.take_off(key));
            drawing.settle_chosen();
            self.notice = Some(Notice::Done(self.locale.tell("network-taken-off", &[("name", arg(name))])));
            return;
        }
        let Some((_, said)) = SAID.iter().find(|(known, _)| *known == act) else { return };
        drawing.change(|map| match said {
            Said::Relation(value) => map.tell(key, |person| &mut person.relation, *value),
            Said::Direction(value) => map.tell(key, |person| &mut person.direction, *value),
            Said::Often(value) => map.tell(key, |person| &mut person.often, *value),
            Said::Sphere(value) => map.tell(key, |person| &mut person.sphere, *value),
            Said::Kind(kind) => map.toggle_kind(key, *kind),
        });
    }

    /// The first `t` asks whom to tie to, the second ties.
    fn tie(&mut self, drawing: &mut Drawing) {
        if drawing.hand != Hand::Tying {
            let other = step(drawing, 1).filter(|other| Some(*other) != drawing.chosen);
            if other.is_some() {
                (drawing.hand, drawing.other) = (Hand::Tying, other);
            }
            return;
        }
        if let Some((one, other)) = drawing.chosen.zip(drawing.other) {
            drawing.change(|map| map.toggle_tie(one, other));
        }
        (drawing.hand, drawing.other) = (Hand::Circle, None);
    }

    fn ask_ties(&mut self, drawing: &mut Drawing) {
        drawing.asked = unasked(&drawing.map).into_iter().next();
        drawing.hand = if drawing.asked.is_some() { Hand::Asking } else { Hand::Circle };
        if drawing.asked.is_none() {
            self.notice = Some(Notice::Done(self.locale.say("network-all-asked")));
        }
    }

    fn act_on_question(&mut self, drawing: &mut Drawing, act: Do) {
        let Some(tie) = drawing.asked else { return };
        match act {
            Do::Yes | Do::No => {
                drawing.change(|map| map.answer(tie, act == Do::Yes));
                self.ask_ties(drawing);
            }
            _ => (drawing.hand, drawing.asked) = (Hand::Circle, None),
        }
    }

    /// The two who are asked about: `Känner Eva mormor?`
    pub fn tie_question(&self, drawing: &Drawing) -> Option<String> {
        let tie: Tie = drawing.asked?;
        let name = |key| drawing.map.person(key).map(|person| person.name.clone()).unwrap_or_default();
        let left = drawing.unasked();
        Some(self.locale.tell(
            "network-ask-tie",
            &[("one", arg(name(tie.one()))), ("other", arg(name(tie.other()))), ("left", arg(left))],
        ))
    }
}

fn choose(drawing: &mut Drawing, found: Option<PersonKey>) {
    let Some(found) = found else { return };
    match drawing.hand {
        Hand::Tying if Some(found) != drawing.chosen => drawing.other = Some(found),
        Hand::Tying => {}
        _ => drawing.chosen = Some(found),
    }
}

/// The next person in the order of the map, or the one before.
fn step(drawing: &Drawing, by: isize) -> Option<PersonKey> {
    let people = &drawing.map.people;
    let from = if drawing.hand == Hand::Tying { drawing.other.or(drawing.chosen) } else { drawing.chosen };
    let at = people.iter().position(|person| Some(person.key) == from).unwrap_or(0);
    let count = isize::try_from(people.len()).ok().filter(|count| *count > 0)?;
    let at = isize::try_from(at).ok()?;
    let to = |far: isize| usize::try_from((at + by * far).rem_euclid(count)).ok().and_then(|to| people.get(to));
    // Nobody is tied to themselves.
    let may_be = |key: &PersonKey| drawing.hand != Hand::Tying || Some(*key) != drawing.chosen;
    (1..=count).filter_map(to).map(|person| person.key).find(may_be)
}
