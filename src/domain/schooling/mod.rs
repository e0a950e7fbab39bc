//! How a child does at school, a row a term: what it attains in Swedish and mathematics, whether it may go on to upper
//! secondary school, and who at school one talks to about its studies. What has come of it counts after two terms.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Answer, SchoolLevel, SchoolTerm};
use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{SCHOOLING, draft as schooling_draft, read as read_schooling};

/// A term of a child at school as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schooling {
    /// Whose.
    pub family: FamilyId,
    /// The child.
    pub child: PersonId,
    /// The year of the term.
    pub year: u32,
    /// Which term of the year.
    pub term: SchoolTerm,
    /// The year at school, such as F, 3 or 9.
    pub grade: Option<String>,
    /// What it attains in Swedish.
    pub swedish: Option<SchoolLevel>,
    /// What it attains in mathematics.
    pub mathematics: Option<SchoolLevel>,
    /// Whether it may go on to upper secondary school.
    pub eligible: Option<Answer>,
    /// Who at school one talks to about its studies.
    pub study_contact: Option<String>,
    /// More.
    pub note: Option<String>,
}

impl Schooling {
    /// The first day that counts as the term's: the year is halved, for no two municipalities begin on one day.
    pub fn first_day(&self) -> NaiveDate {
        let month = if self.term == SchoolTerm::Spring { 1 } else { 7 };
        i32::try_from(self.year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, 1)).unwrap_or_default()
    }

    /// The terms' number in time, so that the one after it is the next.
    fn number(&self) -> u32 {
        self.year * 2 + u32::from(self.term == SchoolTerm::Autumn)
    }
}

/// What has come of a child's schooling: the first term of which its attainment in a subject is known, and the last one
/// that is at least two terms later.
pub fn after_two_terms(
    terms: &[Schooling],
    subject: impl Fn(&Schooling) -> Option<SchoolLevel>,
) -> Option<(&Schooling, &Schooling)> {
    let is_judged = |one: &&Schooling| subject(one).is_some_and(|level| level != SchoolLevel::NotAssessed);
    let first = terms.iter().filter(is_judged).min_by_key(|one| one.number())?;
    let last = terms.iter().filter(is_judged).max_by_key(|one| one.number())?;
    (last.number() >= first.number() + 2).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(year: u32, term: SchoolTerm, swedish: Option<SchoolLevel>) -> Schooling {
        Schooling {
            family: FamilyId(1),
            child: PersonId(1),
            year,
            term,
            grade: None,
            swedish,
            mathematics: None,
            eligible: None,
            study_contact: None,
            note: None,
        }
    }

    #[test]
    fn what_came_of_it_counts_after_two_terms() {
        use SchoolLevel::{Above, Below, NotAssessed, Reaches};
        use SchoolTerm::{Autumn, Spring};
        let told = |terms: &[Schooling]| {
            after_two_terms(terms, |one| one.swedish).map(|(first, last)| (first.swedish, last.swedish))
        };
        let first = || term(2025, Autumn, Some(Below));
        for (name, later, expected) in [
            ("one term", vec![], None),
            ("the next term", vec![term(2026, Spring, Some(Reaches))], None),
            ("two terms later", vec![term(2026, Autumn, Some(Reaches))], Some((Some(Below), Some(Reaches)))),
            ("nobody judged it", vec![term(2026, Autumn, Some(NotAssessed))], None),
            ("nothing is known", vec![term(2026, Autumn, None)], None),
            (
                "the last of several",
                vec![term(2027, Spring, Some(Above)), term(2026, Autumn, Some(Reaches))],
                Some((Some(Below), Some(Above))),
            ),
        ] {
            let terms: Vec<Schooling> = std::iter::once(first()).chain(later).collect();
            assert_eq!(told(&terms), expected, "{name}");
        }
        assert_eq!(told(&[]), None);
    }
}
