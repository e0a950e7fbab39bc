//! What one key says of the chosen person: nearer, another part of life, how it stands, who supports whom, ties.

use super::drawing::{Drawing, Focus};
use crate::app::actions::Action;
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

const SAID: &[(Action, Said)] = &[
    (Action::Strong, Said::Relation(Relation::Strong)),
    (Action::Ordinary, Said::Relation(Relation::Ordinary)),
    (Action::Weak, Said::Relation(Relation::Weak)),
    (Action::Strained, Said::Relation(Relation::Strained)),
    (Action::Broken, Said::Relation(Relation::Broken)),
    (Action::GivesSupport, Said::Direction(SupportDirection::Gives)),
    (Action::HasSupport, Said::Direction(SupportDirection::Receives)),
    (Action::BothSupport, Said::Direction(SupportDirection::Both)),
    (Action::Practical, Said::Kind(SupportKind::Practical)),
    (Action::Emotional, Said::Kind(SupportKind::Emotional)),
    (Action::Joy, Said::Kind(SupportKind::Joy)),
    (Action::Advice, Said::Kind(SupportKind::Advice)),
    (Action::Daily, Said::Often(HowOften::Daily)),
    (Action::Weekly, Said::Often(HowOften::Weekly)),
    (Action::Monthly, Said::Often(HowOften::Monthly)),
    (Action::Seldom, Said::Often(HowOften::Seldom)),
    (Action::Professional, Said::Sphere(Sphere::Professional)),
];

const WAYS: &[(Action, Way)] = &[
    (Action::Nearer, Way::In),
    (Action::Farther, Way::Out),
    (Action::SectorOn, Way::Clockwise),
    (Action::SectorBack, Way::Back),
];

const TOWARDS: &[(Action, Towards)] = &[
    (Action::ChooseLeft, Towards::Left),
    (Action::ChooseRight, Towards::Right),
    (Action::ChooseUp, Towards::Up),
    (Action::ChooseDown, Towards::Down),
];

impl App {
    pub(super) fn act_on_person(&mut self, drawing: &mut Drawing, act: Action) {
        if drawing.focus == Focus::Asking {
            return self.act_on_asking(drawing, act);
        }
        if let Some((_, towards)) = TOWARDS.iter().find(|(known, _)| *known == act) {
            let from = if drawing.focus == Focus::Tying { drawing.other.or(drawing.chosen) } else { drawing.chosen };
            let in_bands = drawing.bands.as_ref().map(|bands| bands.next(from, *towards));
            let in_circle = || drawing.circle.as_ref().and_then(|circle| circle.layout.next(from, *towards));
            let found = in_bands.unwrap_or_else(in_circle);
            return choose(drawing, found);
        }
        match act {
            Action::NextPerson | Action::PreviousPerson => {
                let found = step(drawing, if act == Action::NextPerson { 1 } else { -1 });
                return choose(drawing, found);
            }
            Action::TieTo => return self.tie(drawing),
            Action::AskTies => return self.ask_ties(drawing),
            Action::No if drawing.focus == Focus::Tying => {
                (drawing.focus, drawing.other) = (Focus::Circle, None);
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
        if act == Action::TakeOff {
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
        if drawing.focus != Focus::Tying {
            let other = step(drawing, 1).filter(|other| Some(*other) != drawing.chosen);
            if other.is_some() {
                (drawing.focus, drawing.other) = (Focus::Tying, other);
            }
            return;
        }
        if let Some((one, other)) = drawing.chosen.zip(drawing.other) {
            drawing.change(|map| map.toggle_tie(one, other));
        }
        (drawing.focus, drawing.other) = (Focus::Circle, None);
    }

    fn ask_ties(&mut self, drawing: &mut Drawing) {
        drawing.asked = unasked(&drawing.map).into_iter().next();
        drawing.focus = if drawing.asked.is_some() { Focus::Asking } else { Focus::Circle };
        if drawing.asked.is_none() {
            self.notice = Some(Notice::Done(self.locale.say("network-all-asked")));
        }
    }

    fn act_on_asking(&mut self, drawing: &mut Drawing, act: Action) {
        let Some(tie) = drawing.asked else { return };
        match act {
            Action::Yes | Action::No => {
                drawing.change(|map| map.answer(tie, act == Action::Yes));
                self.ask_ties(drawing);
            }
            _ => (drawing.focus, drawing.asked) = (Focus::Circle, None),
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
    match drawing.focus {
        Focus::Tying if Some(found) != drawing.chosen => drawing.other = Some(found),
        Focus::Tying => {}
        _ => drawing.chosen = Some(found),
    }
}

/// The next person in the order of the map, or the one before.
fn step(drawing: &Drawing, by: isize) -> Option<PersonKey> {
    let people = &drawing.map.people;
    let from = if drawing.focus == Focus::Tying { drawing.other.or(drawing.chosen) } else { drawing.chosen };
    let at = people.iter().position(|person| Some(person.key) == from).unwrap_or(0);
    let count = isize::try_from(people.len()).ok().filter(|count| *count > 0)?;
    let at = isize::try_from(at).ok()?;
    let to = |far: isize| usize::try_from((at + by * far).rem_euclid(count)).ok().and_then(|to| people.get(to));
    // Nobody is tied to themselves.
    let may_be = |key: &PersonKey| drawing.focus != Focus::Tying || Some(*key) != drawing.chosen;
    (1..=count).filter_map(to).map(|person| person.key).find(may_be)
}
