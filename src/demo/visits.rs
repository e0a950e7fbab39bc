//! The visits of a family's placed children: what is planned with whom, what became of a year of it, where each stands
//! on the ladder, and what restricts it.
//!
//! Families do not know of each other, so when, where and with which supporter a visit is follows from the family's
//! index (`slots`); only so do supporters and rooms mostly suffice.

mod account;
mod draw;
mod first;
mod limits;
mod past;
mod plan;
mod slots;
mod steps;
mod words;

use chrono::{Duration, NaiveDate};

use super::assets::assets;
use super::dice::Dice;
use super::people::Household;
use super::programme::Programme;
use crate::domain::visit::Absence;
use crate::domain::visit::{LadderMove, Restriction, Wish};
use crate::store::NewVisits;

pub use first::FirstVisits;
pub use words::VisitWords;

/// The families whose visits are told in full, for a year back; the many after them make do with half a year and less
/// said, so that a casebook of thousands is made in minutes.
const IN_FULL: u32 = 300;

/// How much is told of a family's visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// A year, with what was seen and said.
    Full,
    /// Half a year, mostly what became of it.
    Spare,
}

/// What is drawn of a family's visits.
#[derive(Default)]
pub struct Visits {
    /// Arrangements with what is stored of their visits.
    pub visits: Vec<NewVisits>,
    /// Restrictions of contact.
    pub restrictions: Vec<Restriction>,
    /// Wishes for another contact.
    pub wishes: Vec<Wish>,
    /// Moves on the ladder.
    pub moves: Vec<LadderMove>,
    /// Who supports visits still to come.
    pub supporters: Vec<String>,
}

/// Whose visits, and when.
struct Whose<'a> {
    index: u32,
    programme: &'a Programme,
    household: &'a Household,
    today: NaiveDate,
    detail: Detail,
}

/// Draws the visits of a family as they stand on a day.
pub fn draw(index: u32, programme: &Programme, household: &Household, today: NaiveDate, dice: &mut Dice) -> Visits {
    let detail = if index < IN_FULL { Detail::Full } else { Detail::Spare };
    let whose = Whose { index, programme, household, today, detail };
    let mut drawn = Visits::default();
    let plans = match assets().first.visits(index) {
        Some(known) => known.take(today, &mut drawn),
        None => {
            let planned = draw::draw(&whose, dice);
            limits::draw(&planned, &whose, dice, &mut drawn);
            drawn.moves = planned.moves;
            planned.plans
        }
    };
    for plan in &plans {
        drawn.visits.push(past::tell(plan, &whose, dice));
        if plan.series.days(today, NaiveDate::MAX).next().is_some() {
            let mut named = plan.now().supporters;
            named.retain(|name| !drawn.supporters.contains(name));
            drawn.supporters.append(&mut named);
        }
    }
    drawn
}

/// When the demo's supporters are away.
pub fn absences(today: NaiveDate) -> Vec<Absence> {
    let at = |moment: &words::Moment| (today + Duration::days(moment.day)).and_time(moment.at);
    let absence = |away: &words::Away| Absence {
        supporter: away.who.clone(),
        from: at(&away.from),
        until: at(&away.until),
        calendar_uid: None,
    };
    assets().visits.absences.iter().map(absence).collect()
}
