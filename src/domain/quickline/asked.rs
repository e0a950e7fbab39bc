//! The meanings of words once the family of a line is known: people, staff, and what was so last time.

use chrono::{Days, NaiveDate};

use super::classify::Claim;
use super::part::{Fault, LastTime, Meaning, Part};
use super::read::Claimed;
use super::{meant, people, staff};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::problem::Problem;

/// How old the session may be that another is to be like, in days.
const LAST_DAYS: u64 = 60;

/// What is asked for names once the line's family is known.
pub(super) struct Asked<'a> {
    pub(super) directory: &'a dyn Directory,
    pub(super) family: Option<&'a FamilyName>,
    pub(super) members: Option<&'a [MemberName]>,
    pub(super) today: NaiveDate,
}

impl Asked<'_> {
    /// Puts people, staff and what was so last time where words name them.
    pub(super) fn resolve(&self, line: &str, claimed: Claimed) -> Result<Part, Problem> {
        let meaning = match claimed.claim {
            Claim::Says(meaning) => meaning,
            Claim::Person(word) => people::people(&word, self.members),
            Claim::Cancelled(inner) => people::cancelled(&inner, self.members),
            Claim::NoShow(inner) => people::stayed_away(&inner, self.members),
            Claim::AsLast => self.as_last()?,
            Claim::Supporters(names) => staff::supporters(&names, self.directory)?,
            Claim::Bare => Meaning::Fault(meant::unknown(&line[claimed.span.clone()], self.members)),
        };
        Ok(Part { span: claimed.span, meaning })
    }

    /// People and mode of the family's latest held session that one wrote oneself, if it is recent.
    fn as_last(&self) -> Result<Meaning, Problem> {
        let Some((family, members)) = self.family.zip(self.members) else {
            return Ok(Meaning::Fault(Fault::PersonWithoutFamily));
        };
        let first = self.today.checked_sub_days(Days::new(LAST_DAYS)).unwrap_or(self.today);
        let Some(last) = self.directory.last_session(family.id, (first, self.today))? else {
            return Ok(Meaning::Fault(Fault::NothingLast));
        };
        let people = members.iter().filter(|member| last.people.contains(&member.id)).cloned().collect();
        Ok(Meaning::AsLast(LastTime { on: last.on, mode: last.mode, people }))
    }
}
