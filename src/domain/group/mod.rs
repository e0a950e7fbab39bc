//! A group: people of several families, or a course, an evening, an open service, that meets on days of its own.
//!
//! It belongs to a team and to no family. Whoever was there stands in a record of each meeting and each person
//! ([`crate::domain::attendance`]), which is of that person's family alone: so nobody's file can name another family
//! through a group.

mod entry;

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Answer, Code, GroupDay, GroupKind, GroupState};
use crate::domain::ids::TeamId;

pub use entry::{GROUP, draft as group_draft, one as group_in, read as read_group};

/// A group as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Whose it is: it is known to its team, and to no other.
    pub team: TeamId,
    /// The unit's own reference, unique in its team.
    pub reference: String,
    /// What sort.
    pub kind: GroupKind,
    /// What it is called.
    pub name: String,
    /// The day of the week on which it meets.
    pub weekday: Option<GroupDay>,
    /// When it begins.
    pub start: Option<NaiveTime>,
    /// Where.
    pub place: Option<String>,
    /// Who of the staff lead it.
    pub leaders: Vec<String>,
    /// Whether one comes to it by a decision.
    pub needs_test: Option<Answer>,
    /// For which ages, in words.
    pub ages: Option<String>,
    /// Its first day.
    pub from: Option<NaiveDate>,
    /// Its last.
    pub until: Option<NaiveDate>,
    /// Where it stands.
    pub state: GroupState,
    /// Why it was cancelled or ended.
    pub reason: Option<String>,
    /// The district that it is for.
    pub district: Option<String>,
}

impl Group {
    /// Whether it still meets, or is to.
    pub fn goes_on(&self) -> bool {
        matches!(self.state, GroupState::Planned | GroupState::Running)
    }

    /// The next day of its weekday from a day on; that day itself where it has none.
    pub fn next_day(&self, from: NaiveDate) -> NaiveDate {
        let Some(weekday) = self.weekday.map(GroupDay::weekday) else { return from };
        from.iter_days().take(7).find(|day| chrono::Datelike::weekday(day) == weekday).unwrap_or(from)
    }
}

impl GroupDay {
    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        let days = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
        let place = Self::ALL.iter().position(|day| *day == self);
        place.and_then(|place| days.get(place)).copied().unwrap_or(Weekday::Mon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_meets_on_the_next_of_its_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let group = |weekday| Group {
            team: TeamId(1),
            reference: "N".to_owned(),
            kind: GroupKind::ParentGroup,
            name: "Norr".to_owned(),
            weekday,
            start: None,
            place: None,
            leaders: Vec::new(),
            needs_test: None,
            ages: None,
            from: None,
            until: None,
            state: GroupState::Running,
            reason: None,
            district: None,
        };
        let thursday = group(Some(GroupDay::Thursday));
        assert_eq!(thursday.next_day(day("2026-11-26")), day("2026-11-26"));
        assert_eq!(thursday.next_day(day("2026-11-27")), day("2026-12-03"));
        assert_eq!(group(None).next_day(day("2026-11-27")), day("2026-11-27"));
        assert!(GroupDay::ALL.iter().all(|one| group(Some(*one)).next_day(day("2026-11-23")) <= day("2026-11-29")));
    }
}
