//! The outcomes of visits: most are held, some cancelled, moved or left out over Christmas; and what is already decided
//! about those to come.

use chrono::{Datelike, Duration, NaiveDate};

use super::plan::{Plan, Sort, Told};
use super::{Detail, Whose, account};
use crate::demo::assets::assets;
use crate::demo::dice::Dice;
use crate::demo::first;
use crate::demo::scene::is_family;
use crate::domain::codes::{CancelledBy, VisitContact};
use crate::domain::ids::ArrangementId;
use crate::domain::visit::single::When;
use crate::domain::visit::{Arrangement, Occurrence};
use crate::store::NewVisits;

/// So many days back a visit may not have been told of yet.
const UNTOLD_DAYS: i64 = 5;

/// Tells what became of planned visits up to today, and what is decided of those to come.
pub fn tell(plan: &Plan, whose: &Whose<'_>, dice: &mut Dice) -> NewVisits {
    let arrangement = plan.arrangement();
    let mut stored = Vec::new();
    if let Some(yesterday) = whose.today.pred_opt() {
        let mut days: Vec<NaiveDate> = plan.series.days(NaiveDate::MIN, yesterday).collect();
        days.reverse();
        for (back, day) in days.into_iter().enumerate() {
            let told = plan.past.get(back).copied().unwrap_or_else(|| draw(plan, day, whose, dice));
            stored.extend(one(plan, &arrangement, day, told, whose, dice));
        }
    }
    stored.reverse();
    ahead(plan, &arrangement, whose, dice, &mut stored);
    NewVisits { arrangement, stored }
}

fn draw(plan: &Plan, day: NaiveDate, whose: &Whose<'_>, dice: &mut Dice) -> Told {
    let in_person = plan.terms_on(day).contact == VisitContact::InPerson;
    if in_person && is_christmas(day) && dice.chance(55) {
        return Told::LeftOut;
    }
    if (whose.today - day).num_days() <= UNTOLD_DAYS && dice.chance(if whose.detail == Detail::Full { 22 } else { 6 }) {
        return Told::Untold;
    }
    let family = whose.household.placement(plan.child, day).is_some_and(|placement| is_family(placement.kind));
    let home = if family { 5 } else { 0 };
    let (parent, no_show, us) = match plan.sort {
        Sort::Met => (8, 4, 3),
        Sort::Called => (8, 8, 0),
        Sort::Siblings => (2, 0, 2),
        Sort::Elders => (5, 1, 0),
    };
    dice.weighted(&[
        (76, Told::Held),
        (parent, Told::Parent),
        (5, Told::Child),
        (home, Told::FamilyHome),
        (us, Told::Us),
        (2, Told::Other),
        (no_show, Told::NoShow),
    ])
}

fn is_christmas(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (12, 22..) | (1, ..7))
}

/// What is stored of one visit that has been.
fn one(
    plan: &Plan,
    of: &Arrangement,
    day: NaiveDate,
    told: Told,
    whose: &Whose<'_>,
    dice: &mut Dice,
) -> Option<Occurrence> {
    let words = &assets().visits;
    let given = Occurrence { terms: plan.terms_on(day), ..Occurrence::given(ArrangementId(0), of, day) };
    let by = match told {
        Told::Untold => return None,
        Told::LeftOut => return Some(given.left_out(reason(&words.christmas, dice))),
        Told::NoShow => {
            let called = plan.sort == Sort::Called;
            let list = if called { &words.cancelled.unreached } else { &words.cancelled.no_show };
            return Some(given.missed(reason(list, dice)));
        }
        Told::Held => {
            let mut held = shifted(given, of, day, whose, dice).held();
            account::write(&mut held, plan, whose, dice);
            return Some(held);
        }
        Told::Parent => CancelledBy::Parent,
        Told::Child => CancelledBy::Child,
        Told::FamilyHome => CancelledBy::FamilyHome,
        Told::Us => CancelledBy::Us,
        Told::Other => CancelledBy::Other,
    };
    let notice = dice.weighted(&[(20, 1), (20, 3), (25, 20), (20, 48), (15, 90)]);
    let notice = dice.chance(80).then(|| notice + dice.below(6));
    let why = if dice.chance(90) { reason(words.cancelled.of(by), dice) } else { None };
    Some(given.cancelled(by, why, notice))
}

fn reason(list: &[String], dice: &mut Dice) -> Option<String> {
    dice.pick(list).cloned()
}

/// A few were held on a day close by.
fn shifted(one: Occurrence, of: &Arrangement, day: NaiveDate, whose: &Whose<'_>, dice: &mut Dice) -> Occurrence {
    if one.terms.nights > 0 || !dice.chance(4) {
        return one;
    }
    let on = day + Duration::days(dice.weighted(&[(30, -1), (40, 1), (30, 2)]));
    if on >= whose.today || on < of.series.from || of.series.gives(on) {
        return one;
    }
    let to = When { on, ..one.when() };
    one.moved(of, to, None)
}

/// What is decided of visits to come.
fn ahead(plan: &Plan, of: &Arrangement, whose: &Whose<'_>, dice: &mut Dice, stored: &mut Vec<Occurrence>) {
    let words = &assets().visits;
    let tomorrow = whose.today + Duration::days(1);
    let near: Vec<NaiveDate> = plan.series.days(tomorrow, whose.today + Duration::days(60)).collect();
    let given = |day: NaiveDate| Occurrence::given(ArrangementId(0), of, day);
    let mut rest = near.as_slice();
    if plan.lacks_supporter
        && let [next, after @ ..] = rest
    {
        let bare = given(*next);
        let terms = crate::domain::visit::Terms { supporters: Vec::new(), ..bare.terms.clone() };
        stored.push(bare.with_terms(of, terms));
        rest = after;
    }
    let is_told = (whose.index as usize) < first::count();
    if is_told || whose.detail == Detail::Spare || of.terms.contact != VisitContact::InPerson {
        return;
    }
    for day in rest {
        let on = *day + Duration::days(1);
        if matches!((day.month(), day.day()), (12, 24..=26)) && dice.chance(60) {
            stored.push(given(*day).left_out(reason(&words.christmas, dice)));
        } else if of.terms.nights == 0 && !of.series.gives(on) && dice.chance(4) {
            let visit = given(*day);
            let to = When { on, ..visit.when() };
            stored.push(visit.moved(of, to, reason(&words.moved, dice)));
        }
    }
}
