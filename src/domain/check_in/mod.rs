//! The weekly check-in (avstämning): the team goes through its families, and says of each how it stands.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::Colour;
use crate::domain::directory::FamilyName;
use crate::domain::ids::{FamilyId, MeetingId};
use crate::domain::task::Task;

pub use entry::{CHECK_IN, draft as check_in_draft, read as read_check_in};

/// Families that were not spoken of for so many days come first.
pub const LONG_AGO: i64 = 14;

/// Minutes that there are for a family where nobody says otherwise.
pub const PACE: u32 = 3;

/// What was said of a family, as stored without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// Of which family.
    pub family: FamilyId,
    /// At which check-in of the team; none if it was written outside one.
    pub meeting: Option<MeetingId>,
    /// The day.
    pub on: NaiveDate,
    /// How it stands.
    pub colour: Colour,
    /// In one sentence.
    pub sentence: Option<String>,
    /// What was decided.
    pub decision: Option<String>,
    /// What comes next.
    pub next_step: Option<String>,
    /// Who does it, of the staff.
    pub who: Option<String>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Whether it was taken over from the check-in before as it stood.
    pub as_before: bool,
    /// Who wrote it down, of the staff.
    pub by: String,
}

impl CheckIn {
    /// The same as it stood, said again.
    pub fn again(&self, meeting: MeetingId, on: NaiveDate, by: &str) -> Self {
        Self { meeting: Some(meeting), on, as_before: true, by: by.to_owned(), ..self.clone() }
    }

    /// The task that the next step makes: somebody is to do it, and it was not taken over with its task.
    pub fn task(&self) -> Option<Task> {
        let what = self.next_step.clone().filter(|_| !self.as_before)?;
        Some(Task {
            family: Some(self.family),
            what,
            due_on: self.due_on,
            who: self.who.clone()?,
            by: self.by.clone(),
            made_on: self.on,
            done_on: None,
            meeting: self.meeting,
        })
    }
}

/// A check-in of the team, as stored without identity. Where it is now, and which families were passed over for now, is
/// no part of what was said and is kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The day.
    pub on: NaiveDate,
    /// Who called it, of the staff.
    pub called_by: String,
    /// Who was there.
    pub present: Vec<String>,
    /// Minutes that there are for a family.
    pub pace_minutes: u32,
    /// The families in their order.
    pub families: Vec<FamilyId>,
    /// The day it ended.
    pub ended_on: Option<NaiveDate>,
}

/// Families in the order in which they are spoken of, from the order of their names: first those that nobody has spoken
/// of for long, never before long ago; then the others.
pub fn in_order(mut families: Vec<(FamilyId, Option<NaiveDate>)>, today: NaiveDate) -> Vec<FamilyId> {
    let is_long = |last: Option<NaiveDate>| last.is_none_or(|last| (today - last).num_days() >= LONG_AGO);
    families.sort_by_key(|(_, last)| if is_long(*last) { (false, *last) } else { (true, None) });
    families.into_iter().map(|(family, _)| family).collect()
}

/// What came of a check-in of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The day.
    pub on: NaiveDate,
    /// Who called it.
    pub called_by: String,
    /// Who was there.
    pub present: Vec<String>,
    /// The day it ended.
    pub ended_on: Option<NaiveDate>,
    /// What was said, in the order in which it was written down.
    pub said: Vec<(FamilyName, CheckIn)>,
    /// The tasks that were made, with their families.
    pub tasks: Vec<(Option<FamilyName>, Task)>,
    /// The families that were not reached.
    pub not_reached: Vec<FamilyName>,
    /// How many families there were besides, that whoever asks does not reach.
    pub kept_back: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_not_spoken_of_for_long_come_first() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-21");
        let families = [
            (1, Some("2026-11-14")),
            (2, Some("2026-11-07")),
            (3, None),
            (4, Some("2026-11-08")),
            (5, Some("2026-09-01")),
            (6, None),
        ];
        let families = families.map(|(id, last)| (FamilyId(id), last.map(day))).to_vec();
        assert_eq!(in_order(families, today), [3, 6, 5, 2, 1, 4].map(FamilyId));
    }

    #[test]
    fn a_next_step_that_somebody_takes_is_a_task_once() {
        let said = CheckIn {
            family: FamilyId(1),
            meeting: Some(MeetingId(2)),
            on: "2026-11-21".parse().unwrap(),
            colour: Colour::Yellow,
            sentence: None,
            decision: None,
            next_step: Some("ring skolan".to_owned()),
            who: Some("Sara".to_owned()),
            due_on: None,
            as_before: false,
            by: "Karin".to_owned(),
        };
        let task = said.task().unwrap();
        assert_eq!((task.who.as_str(), task.by.as_str(), task.meeting), ("Sara", "Karin", Some(MeetingId(2))));
        let again = said.again(MeetingId(3), "2026-11-28".parse().unwrap(), "Sara");
        assert_eq!((again.task(), again.as_before, again.meeting), (None, true, Some(MeetingId(3))));
        assert_eq!(CheckIn { who: None, ..said }.task(), None);
    }
}
