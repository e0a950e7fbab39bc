//! A phase of the programme: which part of it a family is in, from when until when, on which footing.

mod entry;
mod parts;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::care::meet;
use crate::domain::codes::LegalForm;
use crate::domain::ids::FamilyId;

pub use entry::{PHASE, draft as phase_draft, read as read_phase};
pub use parts::{Part, Parts};

/// A phase as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Whose.
    pub family: FamilyId,
    /// Which part of the programme; the unit may have its own.
    pub phase: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, which is still of it; none while it goes on.
    pub until: Option<NaiveDate>,
    /// The day it was applied for.
    pub applied_on: Option<NaiveDate>,
    /// The day it was decided on.
    pub decided_on: Option<NaiveDate>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// The legal form in which it is given.
    pub legal_form: Option<LegalForm>,
}

/// What a phase lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// It has to be applied for, and nobody has.
    Application,
    /// It is given by a decision, and there is none.
    Decision,
}

impl Lack {
    /// Its name in the locale files, after `phase-lacks-`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Decision => "decision",
        }
    }
}

impl Phase {
    /// Whether a day is of it.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether two have a day in common.
    pub fn meets(&self, other: &Self) -> bool {
        meet((self.from, self.until), (other.from, other.until))
    }

    /// What it lacks, by what the parts of the programme take.
    pub fn lacks(&self, parts: &Parts) -> Option<Lack> {
        if parts.needs_application(&self.phase) && self.applied_on.is_none() {
            return Some(Lack::Application);
        }
        (self.legal_form == Some(LegalForm::ServiceDecision) && self.decided_on.is_none()).then_some(Lack::Decision)
    }
}

/// The phase of a day: of those that are on, the one that began last.
pub fn on_day<'a>(phases: impl IntoIterator<Item = &'a Phase>, day: NaiveDate) -> Option<&'a Phase> {
    phases.into_iter().filter(|phase| phase.is_on(day)).max_by_key(|phase| phase.from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phase(phase: &str, from: &str, until: Option<&str>) -> Phase {
        Phase {
            family: FamilyId(1),
            phase: phase.to_owned(),
            from: from.parse().unwrap(),
            until: until.map(|until| until.parse().unwrap()),
            applied_on: None,
            decided_on: None,
            decided_by: None,
            legal_form: None,
        }
    }

    #[test]
    fn what_a_phase_lacks() {
        let parts = Parts::shipped();
        let day = || "2026-03-01".parse().ok();
        let decision = Some(LegalForm::ServiceDecision);
        for (name, applied_on, legal_form, decided_on, expected) in [
            ("crisis_support", None, None, None, None),
            ("strong_and_safe", None, None, None, None),
            ("egen", None, None, None, None),
            ("change_over_time", None, None, None, Some(Lack::Application)),
            ("change_over_time", day(), None, None, None),
            ("before_return_home", None, decision, day(), Some(Lack::Application)),
            ("before_return_home", day(), decision, None, Some(Lack::Decision)),
            ("before_return_home", day(), decision, day(), None),
            ("aftercare", None, decision, None, Some(Lack::Decision)),
        ] {
            let phase = Phase { applied_on, legal_form, decided_on, ..phase(name, "2026-03-09", None) };
            assert_eq!(phase.lacks(parts), expected, "{name} {applied_on:?} {legal_form:?} {decided_on:?}");
        }
    }

    #[test]
    fn the_phase_of_a_day_is_the_one_that_began_last() {
        let phases =
            [phase("crisis_support", "2026-03-02", Some("2026-05-11")), phase("change_over_time", "2026-05-11", None)];
        for (day, expected) in [
            ("2026-03-01", None),
            ("2026-03-02", Some("crisis_support")),
            ("2026-05-10", Some("crisis_support")),
            ("2026-05-11", Some("change_over_time")),
            ("2027-05-12", Some("change_over_time")),
        ] {
            let found = on_day(&phases, day.parse().unwrap()).map(|phase| phase.phase.as_str());
            assert_eq!(found, expected, "{day}");
        }
    }
}
