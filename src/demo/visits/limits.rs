//! Restrictions of contact and wishes for more. A restriction never stops a visit that is planned here: what is
//! restricted is planned so.

use chrono::{Duration, NaiveDate};

use super::draw::Planned;
use super::plan::{Plan, Sort};
use super::{Detail, Visits, Whose};
use crate::demo::assets::assets;
use crate::demo::dice::Dice;
use crate::demo::programme::back;
use crate::demo::scene::member;
use crate::domain::codes::{Answer, RestrictionKind};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::visit::{Limits, Restriction, Wish};

/// Days from one consideration to the next, well within the three months.
const BETWEEN: (i64, i64) = (68, 86);

/// Days after which a consideration is late, whichever months it goes over.
const LATE: (i64, i64) = (93, 99);

/// Draws what restricts a family's visits, and what is wished.
pub fn draw(planned: &Planned, whose: &Whose<'_>, dice: &mut Dice, drawn: &mut Visits) {
    for plan in planned.plans.iter().filter(|plan| plan.series.days(whose.today, NaiveDate::MAX).next().is_some()) {
        let share = if planned.compulsory.contains(&plan.child) { 15 } else { 1 };
        if dice.chance(share) {
            drawn.restrictions.extend(of_plan(plan, whose, dice));
        }
        if matches!(plan.sort, Sort::Met | Sort::Called) && dice.chance(wish_share(whose.detail)) {
            drawn.wishes.push(wish(plan, whose, dice));
        }
    }
    for (child, parent, since) in &planned.apart {
        if planned.compulsory.contains(child) && dice.chance(40) {
            let words = &assets().visits.restrictions;
            let how = dice.word(&words.stopped).to_owned();
            let why = dice.word(&words.stopped_why).to_owned();
            let restriction = Restriction {
                kind: RestrictionKind::Stopped,
                how: Some(how),
                why: Some(why),
                ..decided(member(*child), vec![member(*parent)], *since, whose.today, dice)
            };
            drawn.restrictions.push(restriction);
        }
    }
}

fn wish_share(detail: Detail) -> u32 {
    match detail {
        Detail::Full => 7,
        Detail::Spare => 2,
    }
}

/// A restriction that the plan keeps to.
fn of_plan(plan: &Plan, whose: &Whose<'_>, dice: &mut Dice) -> Option<Restriction> {
    let words = &assets().visits.restrictions;
    let now = plan.now();
    let (limits, list) = match plan.sort {
        Sort::Called => {
            let limits = Limits { contacts: vec![now.contact], most_minutes: now.minutes(), ..Limits::default() };
            (limits, &words.contact)
        }
        Sort::Met if plan.is_supervised() => {
            let longest = plan.terms.iter().filter_map(|(_, terms)| terms.minutes()).max();
            let limits = Limits { supervised: Some(Answer::Yes), most_minutes: longest, ..Limits::default() };
            (limits, &words.supervised)
        }
        _ => return None,
    };
    let how = dice.word(list).to_owned();
    if dice.chance(8) {
        // Somebody thought it best, and nobody decided.
        let from = back(whose.today, dice.between(5, 60)).max(plan.series.from);
        let bare = bare(plan_child(plan), now.with, from);
        return Some(Restriction { how: Some(how), limits, ..bare });
    }
    let why = dice.word(&words.why).to_owned();
    let whole = decided(plan_child(plan), now.with, plan.series.from, whose.today, dice);
    Some(Restriction { how: Some(how), why: Some(why), limits, ..whole })
}

fn plan_child(plan: &Plan) -> PersonId {
    member(plan.child)
}

fn bare(child: PersonId, with: Vec<PersonId>, from: NaiveDate) -> Restriction {
    Restriction {
        family: FamilyId(0),
        child,
        with,
        kind: RestrictionKind::Limited,
        how: None,
        why: None,
        from,
        until: None,
        further_notice: false,
        decided_on: None,
        decided_by: None,
        appeal_told: None,
        considered_on: Vec::new(),
        limits: Limits::default(),
    }
}

/// A whole decision since a day or later, considered in time but for a few that are some days late.
fn decided(child: PersonId, with: Vec<PersonId>, since: NaiveDate, today: NaiveDate, dice: &mut Dice) -> Restriction {
    let known = (today - since).num_days();
    let is_late = known > LATE.1 && dice.chance(4);
    let last = if is_late { dice.between(LATE.0, LATE.1) } else { dice.between(2, 84).min(known) };
    let mut counted = vec![last.max(0)];
    for _ in 0..dice.below(4) {
        let before = counted.last().copied().unwrap_or(0) + dice.between(BETWEEN.0, BETWEEN.1);
        if before <= known {
            counted.push(before);
        }
    }
    let mut days: Vec<NaiveDate> = counted.into_iter().rev().map(|days| back(today, days)).collect();
    let decided_on = days.remove(0);
    Restriction {
        decided_on: Some(decided_on),
        decided_by: Some(dice.word(&assets().visits.restrictions.decided_by).to_owned()),
        appeal_told: Some(Answer::Yes),
        until: Some(today + Duration::days(dice.between(20, 150))),
        considered_on: days,
        ..bare(child, with, decided_on)
    }
}

/// A wish of the child or of whom it meets; most are answered.
fn wish(plan: &Plan, whose: &Whose<'_>, dice: &mut Dice) -> Wish {
    let words = &assets().visits.wishes;
    let child = plan_child(plan);
    let adult = plan.now().with.first().copied().filter(|_| dice.chance(60));
    let list = if adult.is_some() { &words.adult } else { &words.child };
    let known = (whose.today - plan.series.from).num_days();
    let answered = known > 30 && dice.chance(62);
    let ago = if answered { dice.between(20, known.clamp(20, 200)) } else { dice.between(1, 26) };
    let told_on = back(whose.today, ago).max(plan.series.from.min(whose.today));
    let answered_on = answered.then(|| told_on + Duration::days(dice.between(3, 18)));
    Wish {
        family: FamilyId(0),
        child,
        by: adult.unwrap_or(child),
        told_on,
        what: dice.word(list).to_owned(),
        answered_on,
        answer: answered.then(|| dice.word(&words.answers).to_owned()),
    }
}
