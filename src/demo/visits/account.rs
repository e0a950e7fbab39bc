//! The account of a visit that was held: how the child was before and after, what it said, what was seen.

use chrono::Duration;

use super::plan::{Plan, Sort};
use super::words::Account;
use super::{Detail, Whose};
use crate::demo::assets::assets;
use crate::demo::dice::Dice;
use crate::demo::fill;
use crate::demo::scene::{Scene, called, is_family};
use crate::demo::words::{Template, Traits};
use crate::domain::codes::{Answer, ChildWord, MemberRole, VisitContact};
use crate::domain::visit::Occurrence;

/// Writes what there is to say about a held visit.
pub fn write(one: &mut Occurrence, plan: &Plan, whose: &Whose<'_>, dice: &mut Dice) {
    let full = whose.detail == Detail::Full;
    let in_person = one.terms.contact == VisitContact::InPerson;
    // Of most calls nobody writes anything.
    let said = match (full, plan.sort) {
        (true, Sort::Called) => 35,
        (true, _) => 92,
        (false, Sort::Called) => 4,
        (false, _) => 24,
    };
    if full && in_person {
        attendance(one, dice);
    }
    if !dice.chance(said) {
        return;
    }
    let Some(scene) = scene(one, plan, whose, dice) else { return };
    if scene.years >= 5 && dice.chance(if in_person { 64 } else { 25 }) {
        one.after.mark_before = Some(mark(dice.weighted(&[(8, 2), (30, 3), (42, 4), (20, 5)])));
        one.after.mark_after = Some(mark(dice.weighted(&[(2, 1), (9, 2), (24, 3), (40, 4), (25, 5)])));
    }
    let writer = Writer { account: account(plan.sort), scene, full };
    writer.child(one, dice);
    if full {
        let family_home = whose.household.placement(plan.child, one.on).is_some_and(|home| is_family(home.kind));
        writer.others(one, family_home, dice);
        if in_person && one.terms.supervision == Answer::Yes {
            writer.prepared(one, dice);
        }
    }
}

fn account(sort: Sort) -> &'static Account {
    let words = &assets().visits;
    match sort {
        Sort::Met => &words.met,
        Sort::Called => &words.called,
        Sort::Siblings => &words.siblings,
        Sort::Elders => &words.elders,
    }
}

fn mark(mark: u8) -> u8 {
    mark.clamp(1, 5)
}

/// Who came, and when it began.
fn attendance(one: &mut Occurrence, dice: &mut Dice) {
    one.during.came = one.terms.with.clone();
    if one.during.came.len() > 1 && dice.chance(12) {
        one.during.came.truncate(1);
    }
    let Some((start, end)) = one.terms.start.zip(one.terms.end) else { return };
    if dice.chance(12) {
        let late = dice.weighted(&[(40, 5), (30, 10), (20, 15), (10, 25)]);
        one.during.late_minutes = Some(late);
        one.during.started = Some(start + Duration::minutes(i64::from(late)));
        one.during.ended = Some(end);
    } else if dice.chance(30) {
        (one.during.started, one.during.ended) = (Some(start), Some(end));
    }
}

/// What may be said of the child and of whom it met.
fn scene<'a>(one: &Occurrence, plan: &Plan, whose: &Whose<'a>, dice: &mut Dice) -> Option<Scene<'a>> {
    let mut scene = whose.household.scene(plan.child, plan.child, one.on, dice)?;
    let place = |id: &crate::domain::ids::PersonId| usize::try_from(id.0).ok();
    let people: Vec<_> =
        one.terms.with.iter().filter_map(place).filter_map(|place| whose.household.people.get(place)).collect();
    let grown: Vec<_> = people.iter().filter(|person| person.member.role != MemberRole::Child).collect();
    match grown.as_slice() {
        [] => {}
        [alone] => {
            scene.adult = called(alone);
            scene.holds = scene.holds.and(Traits::ADULT);
        }
        [..] => {
            scene.adult = "mamma och pappa";
            scene.holds = scene.holds.and(Traits::ADULT);
        }
    }
    if let Some(sibling) = people.iter().find(|person| person.member.role == MemberRole::Child) {
        scene.sibling = sibling.member.given_name.bare();
        scene.holds = scene.holds.and(Traits::SIBLING);
    }
    Some(scene)
}

struct Writer<'a> {
    account: &'static Account,
    scene: Scene<'a>,
    full: bool,
}

impl Writer<'_> {
    /// The child's own word.
    fn child(&self, one: &mut Occurrence, dice: &mut Dice) {
        if self.scene.years < 4 {
            one.after.child_word = dice.chance(60).then_some(ChildWord::TooYoung);
        } else if dice.chance(if self.full { 46 } else { 30 }) {
            one.after.child_word = Some(ChildWord::Told);
            one.after.words_same_day = self.text(100, &self.account.words, dice);
            one.after.words_later = self.text(if self.full { 16 } else { 0 }, &self.account.words_later, dice);
        } else if dice.chance(14) {
            one.after.child_word = Some(ChildWord::DidNotWant);
        }
        one.after.reaction = self.text(if self.full { 34 } else { 8 }, &self.account.reactions, dice);
    }

    /// What the grown-ups saw and agreed.
    fn others(&self, one: &mut Occurrence, family_home: bool, dice: &mut Dice) {
        let supported = !one.terms.supporters.is_empty();
        let account = self.account;
        one.during.interplay = self.text(56, &account.interplay, dice);
        one.during.interventions = self.text(if supported { 34 } else { 0 }, &account.interventions, dice);
        one.after.adult_view = self.text(20, &account.adult_view, dice);
        one.after.family_home_view = self.text(if family_home { 24 } else { 0 }, &account.family_home_view, dice);
        one.after.supporter_view = self.text(if supported { 36 } else { 0 }, &account.supporter_view, dice);
        one.after.judgement = self.text(12, &account.judgement, dice);
        one.after.agreed = self.text(24, &account.agreed, dice);
        one.after.next = self.text(14, &account.next, dice);
    }

    /// What was prepared.
    fn prepared(&self, one: &mut Occurrence, dice: &mut Dice) {
        let words = &assets().visits;
        one.before.child = self.text(24, &self.account.before_child, dice);
        one.before.adult = self.text(24, &self.account.before_adult, dice);
        one.before.family_home = self.text(12, &self.account.before_family_home, dice);
        one.before.watch_for = self.text(14, &words.watch_for, dice);
        one.before.stop_rule = self.text(12, &words.stop_rule, dice);
    }

    /// A sentence that fits, so many times out of a hundred.
    fn text(&self, percent: u32, list: &'static [Template], dice: &mut Dice) -> Option<String> {
        if !dice.chance(percent) {
            return None;
        }
        let fitting: Vec<&Template> = list.iter().filter(|one| self.scene.holds.covers(one.needs)).collect();
        let mut text = String::new();
        fill::write(dice.pick(&fitting).copied()?, &self.scene, dice, &mut text);
        Some(text)
    }
}
