//! The words of the last check-ins, and what somebody is to do since.

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

use super::assets::assets;
use super::dice::Dice;
use super::people::Household;
use crate::domain::check_in::CheckIn;
use crate::domain::codes::{Colour, FamilyStatus, Lives, MemberRole};
use crate::domain::family::Family;
use crate::domain::ids::FamilyId;
use crate::domain::task::Task;

/// The words, by colour.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckInWords {
    pub green: Words,
    pub yellow: Words,
    pub red: Words,
}

/// The words of a colour.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub sentences: Vec<String>,
    pub steps: Vec<String>,
    pub decisions: Vec<String>,
}

impl CheckInWords {
    fn of(&self, colour: Colour) -> &Words {
        match colour {
            Colour::Green => &self.green,
            Colour::Yellow => &self.yellow,
            Colour::Red => &self.red,
        }
    }
}

/// The team meets on this day of the week, counted from Monday.
const MEETS: u32 = 2;

/// Draws what was said, the oldest first, and the open tasks that came of it. The draws are a stream of their own, so
/// that nothing else of a family depends on them.
pub fn draw(
    (seed, index): (u64, u32),
    family: &Family,
    household: &Household,
    today: NaiveDate,
) -> (Vec<CheckIn>, Vec<Task>) {
    let mut dice = Dice::new(seed ^ 0x00c0_ffee, index);
    if matches!(family.status, FamilyStatus::Closed | FamilyStatus::Enquiry) {
        return (Vec::new(), Vec::new());
    }
    // A family that the team has not spoken of for some weeks now and then.
    let weeks_ago = dice.weighted(&[(78, 0), (12, 2), (10, 3)]);
    let back = u64::from((today.weekday().num_days_from_monday() + 7 - MEETS - 1) % 7 + 1);
    let last = today.checked_sub_days(Days::new(back + 7 * weeks_ago)).unwrap_or(today);
    let mut said = Vec::new();
    let mut colour = dice.weighted(&[(58, Colour::Green), (34, Colour::Yellow), (8, Colour::Red)]);
    for weeks in [7, 0] {
        let on = last.checked_sub_days(Days::new(weeks)).unwrap_or(last);
        if on >= family.started_on {
            said.push(one(family, household, colour, on, &mut dice));
        }
        colour = dice.weighted(&[(60, Colour::Green), (33, Colour::Yellow), (7, Colour::Red)]);
    }
    let task = said.last().and_then(CheckIn::task).filter(|_| dice.chance(60));
    (said, task.into_iter().collect())
}

fn one(family: &Family, household: &Household, colour: Colour, on: NaiveDate, dice: &mut Dice) -> CheckIn {
    let words = assets().check_ins.of(colour);
    let child = child(household);
    let fill = |text: &str| text.replace("{barnet}", child);
    let team: Vec<&String> = family.child_support.iter().chain(&family.parent_support).collect();
    let by = dice.pick(&team).map_or_else(|| "Karin".to_owned(), |name| (*name).clone());
    let takes = dice.chance(70);
    let who = dice.pick(&team).filter(|_| takes).map(|name| (*name).clone());
    let next_step = dice.chance(80).then(|| fill(dice.word(&words.steps)));
    let who = who.filter(|_| next_step.is_some());
    let days = Days::new(u64::try_from(dice.between(2, 12)).unwrap_or_default());
    CheckIn {
        family: FamilyId(0),
        meeting: None,
        on,
        colour,
        sentence: Some(fill(dice.word(&words.sentences))),
        decision: dice.chance(25).then(|| fill(dice.word(&words.decisions))),
        due_on: on.checked_add_days(days).filter(|_| who.is_some()),
        next_step,
        who,
        as_before: false,
        by,
    }
}

/// The child that the words are about: who is placed, or else the first there is.
fn child(household: &Household) -> &str {
    let children = || household.people.iter().map(|one| &one.member).filter(|one| one.role == MemberRole::Child);
    let placed = children().find(|child| child.lives == Some(Lives::Placed));
    placed.or_else(|| children().next()).map_or("Barnet", |child| child.given_name.bare())
}
