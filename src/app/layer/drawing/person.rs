//! Keys on the chosen person: nearer, another part of life, how it stands, who supports whom, ties.

use super::{Drawing, Focus};
use crate::app::cx::{Cx, Notice};
use crate::app::keys::Action;
use crate::domain::codes::{Bond, HowOften, Sphere, SupportDirection, SupportKind};
use crate::domain::network::layout::Towards;
use crate::domain::network::{PersonKey, Tie, Way, unasked};
use crate::locale::arg;

/// Keys that set something: the act, and what it says.
enum Said {
    Relation(Bond),
    Direction(SupportDirection),
    Kind(SupportKind),
    Often(HowOften),
    Sphere(Sphere),
}

const SAID: &[(Action, Said)] = &[
    (Action::Strong, Said::Relation(Bond::Strong)),
    (Action::Ordinary, Said::Relation(Bond::Ordinary)),
    (Action::Weak, Said::Relation(Bond::Weak)),
    (Action::Strained, Said::Relation(Bond::Strained)),
    (Action::Broken, Said::Relation(Bond::Broken)),
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

impl Drawing {
    pub(super) fn act_on_person(&mut self, cx: &mut Cx, act: Action) {
        if self.focus == Focus::Asking {
            return self.act_on_asking(cx, act);
        }
        if let Some((_, towards)) = TOWARDS.iter().find(|(known, _)| *known == act) {
            let from = if self.focus == Focus::Tying { self.other.or(self.chosen) } else { self.chosen };
            let in_bands = self.bands.as_ref().map(|bands| bands.next(from, *towards));
            let in_circle = || self.circle.as_ref().and_then(|circle| circle.layout.next(from, *towards));
            let found = in_bands.unwrap_or_else(in_circle);
            return choose(self, found);
        }
        match act {
            Action::NextPerson | Action::PreviousPerson => {
                let found = step(self, if act == Action::NextPerson { 1 } else { -1 });
                return choose(self, found);
            }
            Action::TieTo => return self.tie(),
            Action::AskTies => return self.ask_ties(cx),
            Action::No if self.focus == Focus::Tying => {
                (self.focus, self.other) = (Focus::Circle, None);
                return;
            }
            _ => {}
        }
        let Some(key) = self.chosen else { return };
        if let Some((_, way)) = WAYS.iter().find(|(known, _)| *known == act) {
            let scheme = cx.scheme();
            self.change(|map| map.step(key, *way, scheme));
            return;
        }
        if act == Action::TakeOff {
            let name = self.map.person(key).map(|person| person.name.clone()).unwrap_or_default();
            self.change(|map| map.take_off(key));
            self.settle_chosen();
            cx.notice = Some(Notice::Done(cx.locale.tell("network-taken-off", &[("name", arg(name))])));
            return;
        }
        let Some((_, said)) = SAID.iter().find(|(known, _)| *known == act) else { return };
        self.change(|map| match said {
            Said::Relation(value) => map.tell(key, |person| &mut person.relation, *value),
            Said::Direction(value) => map.tell(key, |person| &mut person.direction, *value),
            Said::Often(value) => map.tell(key, |person| &mut person.often, *value),
            Said::Sphere(value) => map.tell(key, |person| &mut person.sphere, *value),
            Said::Kind(kind) => map.toggle_kind(key, *kind),
        });
    }

    /// The first `t` asks whom to tie to, the second ties.
    fn tie(&mut self) {
        if self.focus != Focus::Tying {
            let other = step(self, 1).filter(|other| Some(*other) != self.chosen);
            if other.is_some() {
                (self.focus, self.other) = (Focus::Tying, other);
            }
            return;
        }
        if let Some((one, other)) = self.chosen.zip(self.other) {
            self.change(|map| map.toggle_tie(one, other));
        }
        (self.focus, self.other) = (Focus::Circle, None);
    }

    fn ask_ties(&mut self, cx: &mut Cx) {
        self.asked = unasked(&self.map).into_iter().next();
        self.focus = if self.asked.is_some() { Focus::Asking } else { Focus::Circle };
        if self.asked.is_none() {
            cx.tell("network-all-asked");
        }
    }

    fn act_on_asking(&mut self, cx: &mut Cx, act: Action) {
        let Some(tie) = self.asked else { return };
        match act {
            Action::Yes | Action::No => {
                self.change(|map| map.answer(tie, act == Action::Yes));
                self.ask_ties(cx);
            }
            _ => (self.focus, self.asked) = (Focus::Circle, None),
        }
    }

    /// The two who are asked about: `Känner Eva mormor?`
    pub fn tie_question(&self, cx: &Cx) -> Option<String> {
        let tie: Tie = self.asked?;
        let name = |key| self.map.person(key).map(|person| person.name.clone()).unwrap_or_default();
        let left = self.unasked();
        Some(cx.locale.tell(
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
