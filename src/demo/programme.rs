//! Where a family stands with the unit: its dates, its phase, and who supports whom.

use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;

use super::assets::{Takes, assets};
use super::dice::Dice;
use super::identity::Cast;
use crate::domain::codes::{FamilyStatus, LegalForm};
use crate::domain::family::Family;

/// A family's time with the unit.
pub struct Programme {
    /// The family as stored.
    pub family: Family,
    /// How its weeks go.
    pub rhythm: Rhythm,
}

/// How a family's weeks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Every week, more or less, up to today.
    Steady,
    /// Nothing for a couple of weeks now.
    Gap,
    /// Nothing held so far.
    NotYet,
}

const STATUS: [(u32, FamilyStatus); 4] =
    [(74, FamilyStatus::Active), (7, FamilyStatus::Enquiry), (6, FamilyStatus::Paused), (13, FamilyStatus::Closed)];

const LEGAL_FORM: [(u32, LegalForm); 3] =
    [(58, LegalForm::OpenService), (14, LegalForm::AdviceAndSupport), (28, LegalForm::ServiceDecision)];

/// Draws a family's time with the unit.
pub fn draw(cast: &Cast, index: u32, today: NaiveDate, dice: &mut Dice) -> Programme {
    let status = dice.weighted(&STATUS);
    let days = match status {
        FamilyStatus::Enquiry => dice.between(0, 28),
        FamilyStatus::Active => {
            let (low, high) = dice.weighted(&[(8, (2, 60)), (20, (60, 220)), (72, (290, 362))]);
            dice.between(low, high)
        }
        FamilyStatus::Paused => dice.between(90, 400),
        FamilyStatus::Closed => dice.between(300, 420),
    };
    let started_on = back(today, days);
    let closed_on = (status == FamilyStatus::Closed).then(|| back(today, dice.between(0, (days - 240).min(150))));
    let (child_support, parent_support, other_support) = supporters(dice);
    let family = Family {
        team: None,
        case_ref: format!("A-{}", index + 1),
        name: cast.name.to_owned(),
        status,
        started_on,
        district: dice.pick(&assets().homes.districts).cloned(),
        planned_end_on: end(status, started_on, today, dice),
        closed_on,
        phase: phase(status, days, dice).map(str::to_owned),
        legal_form: dice.chance(92).then(|| dice.weighted(&LEGAL_FORM)),
        child_support,
        parent_support,
        other_support,
    };
    let rhythm = match dice.weighted(&[(86, Rhythm::Steady), (14, Rhythm::Gap)]) {
        Rhythm::Gap if status == FamilyStatus::Active && days > 40 => Rhythm::Gap,
        _ => Rhythm::Steady,
    };
    Programme { family, rhythm }
}

/// The planned end so many months after the start.
pub fn planned_end(started_on: NaiveDate, months: u32) -> Option<NaiveDate> {
    started_on.checked_add_months(Months::new(months))
}

/// So many days before a day.
pub fn back(today: NaiveDate, days: i64) -> NaiveDate {
    today.checked_sub_days(Days::new(days.max(0).unsigned_abs())).unwrap_or(today)
}

fn end(status: FamilyStatus, started_on: NaiveDate, today: NaiveDate, dice: &mut Dice) -> Option<NaiveDate> {
    if status == FamilyStatus::Enquiry {
        return None;
    }
    let drawn = planned_end(started_on, dice.weighted(&[(25, 6), (15, 8), (15, 9), (15, 10), (30, 12)]));
    // Most active families still have time left; a few should have ended by now.
    let over = drawn.is_none_or(|end| end <= today);
    if over && status == FamilyStatus::Active && dice.chance(88) { planned_end(started_on, 12) } else { drawn }
}

fn phase(status: FamilyStatus, days: i64, dice: &mut Dice) -> Option<&'static str> {
    match (status, days) {
        (FamilyStatus::Enquiry, _) => dice.chance(30).then_some("crisis_support"),
        (FamilyStatus::Closed, _) => Some(dice.weighted(&[(70, "strong_and_safe"), (30, "aftercare")])),
        (_, ..45) => Some(dice.weighted(&[(60, "crisis_support"), (40, "strong_and_safe")])),
        (_, ..200) => Some(dice.weighted(&[(35, "change_over_time"), (65, "strong_and_safe")])),
        _ => Some(dice.weighted(&[
            (25, "change_over_time"),
            (45, "strong_and_safe"),
            (20, "before_return_home"),
            (10, "aftercare"),
        ])),
    }
}

fn supporters(dice: &mut Dice) -> (Vec<String>, Vec<String>, Vec<String>) {
    let children = taking(Takes::Children);
    let parents = taking(Takes::Parents);
    let mut child_support: Vec<String> = dice.pick(&children).cloned().into_iter().collect();
    if dice.chance(9) {
        child_support.extend(dice.pick(&children).cloned());
    }
    // Somebody other than the children's supporter: the pair is the method.
    let others: Vec<String> = parents.into_iter().filter(|name| !child_support.contains(name)).collect();
    let parent_support = dice.pick(&others).cloned().into_iter().collect();
    let mut other_support = Vec::new();
    if dice.chance(16) {
        other_support.extend(taking(Takes::Visits));
    }
    if dice.chance(8) {
        other_support.extend(taking(Takes::Crises));
    }
    child_support.dedup();
    (child_support, parent_support, other_support)
}

/// Those who call parents after a placement.
pub fn crisis_supporters() -> Vec<String> {
    taking(Takes::Crises)
}

fn taking(part: Takes) -> Vec<String> {
    assets().staff.iter().filter(|staff| staff.takes.contains(&part)).map(|staff| staff.name.clone()).collect()
}
