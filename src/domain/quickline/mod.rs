//! The quick line: one typed line becomes one record.
//!
//! A line is read in steps, one file each: where its words stand (`tokens`), what words mean by themselves (`classify`,
//! over the tables of `words` and the readers of `domain::text`), which family they name (`families`), who in it
//! (`people`), and what record that makes (`session`). What comes out is parts with their places, each understood or
//! at fault; a record only when no part is at fault. Nothing is dropped and nothing is guessed.
//!
//! Names come from a [`Directory`](crate::domain::directory::Directory); today and the chosen family are handed in.
//! Another kind of record is another file beside `session`, made from the same parts; visits have a folder of their own
//! with what only they say, and a task and a goal (`task`) are read the other way round: what is nothing else is the
//! text.
//!
//! What the grammar settles where the forms would allow more:
//!
//! - Completion offers Swedish words, and English ones where no Swedish word begins so.
//! - A word that only begins the name of another family and is the given name of somebody in the chosen one is a fault.
//! - Both languages always hold. An exact keyword wins over a family; whoever is called Hem is written by case
//!   reference.
//! - A family in the line wins over the chosen one. An exact case reference wins over an exact name, and that over
//!   names that only begin so; two families of one name are told apart by their case references. A beginning has at
//!   least three letters and is no ordinary small word (`på`, `en`, `med`), which nobody means as a family.
//! - A word with digits that reads as a day, a time or a length and is a case reference too is ambiguous; one that
//!   only looks like a day or a time and cannot be one is the case reference.
//! - A weekday, a date without a year or a week looks back, but in a line with `planerad` it looks forward; a
//!   follow-up looks forward from today. `v49 tis` is one day, also after `>`.
//! - `@alla` is everybody in the family's list; `@fam` is every family home parent in it; other role words must mean
//!   one person. A name with a space in it is written with a hyphen: `@Anna-Karin`. A person's reference will do too.
//! - `inställd(sjuk)` is a reason; `inställd(mamma)` is who; with a colon the first is who. `uteblev(…)` is a reason;
//!   who stayed away is a participant, `uteblev @pappa`, so a person in its brackets is a fault.
//! - Naming a person or an area twice is naming it once; a second day, time, length, mode, kind, outcome, follow-up or
//!   family is a fault.

mod asked;
mod classify;
mod complete;
mod families;
mod far;
mod held;
mod meant;
mod part;
mod people;
mod read;
mod referral;
mod session;
mod slot;
mod staff;
mod task;
mod tokens;
pub mod visit;
pub mod words;

use chrono::NaiveDate;

use crate::domain::directory::FamilyName;

pub use complete::{Completion, complete};
pub use far::FarDay;
pub use part::{Fault, LastDay, LastTime, Meaning, OutcomeMark, Part, Slot};
pub use read::{LONGEST, Reading, read};
pub use referral::{ReferralJson, ReferralLine, referral_json};
pub use session::{SessionJson, SessionLine, json};
pub use task::{GoalJson, GoalTold, StepLine, TaskJson, TaskLine, goal_json, read_step, task_json, write_step};
pub use visit::{VisitJson, VisitLine, visit_json};

/// The kinds of records that a line can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum RecordKind {
    Session,
    Visit,
    Goal,
    Task,
    Referral,
}

impl RecordKind {
    /// The kinds that a line can make so far; no other is offered.
    pub const TAKEN: &[Self] = &[Self::Session, Self::Visit, Self::Task, Self::Goal, Self::Referral];

    /// The term in JSON and in the locale files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Visit => "visit",
            Self::Goal => "goal",
            Self::Task => "task",
            Self::Referral => "referral",
        }
    }
}

/// Where a line is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// What counts as today.
    pub today: NaiveDate,
    /// The chosen family.
    pub family: Option<FamilyName>,
    /// What a line makes that does not name a kind.
    pub kind: RecordKind,
}

#[cfg(test)]
mod tests;
