//! The week as rows: events, exemptions, tasks, and the facts that duties are worked out from.

mod calls;
mod case_lists;
mod case_queries;
mod case_sessions;
mod cases;
mod check_in;
mod coming;
mod dealt;
mod duties;
mod event;
mod exemption;
mod matters;
mod meeting;
mod plans;
mod run;
mod task;
mod words;

pub use calls::{CallRow, Called};
#[cfg(test)]
pub(super) use case_queries::{ALL as ALL_OF_CASES, families_reached, numbers};
pub use cases::Past;
pub use check_in::GoesOn;
pub use coming::{DeedRow, PlannedAt, PlannedRow};
pub use duties::{AT_ONCE, Since};
pub use meeting::{MeetingAgenda, OnAgenda};
pub use run::{PersonSpokenOf, SpokenOf, VisitSinceRow};
pub use task::TaskRow;

#[cfg(test)]
pub(super) use {
    check_in::{AT_MEETING, BEFORE},
    coming::RESTRICTED_AMONG,
    meeting::{families_of_meeting, meetings_on, open_families},
    run::GOALS,
    task::{Open, open},
};

use rusqlite::{Connection, OptionalExtension, named_params};

use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::visits::must_belong;

/// Refuses somebody of another family, but for who already stood there.
fn may_be_about(
    connection: &Connection,
    family: FamilyId,
    person: Option<PersonId>,
    already: Option<PersonId>,
) -> Result<(), Problem> {
    must_belong(connection, family, person.as_slice(), already.as_slice())
}

/// What a family is called, for sentences.
pub(in crate::store) fn family_name(connection: &Connection, family: FamilyId) -> Result<String, Problem> {
    let name = connection
        .prepare_cached("SELECT name FROM family WHERE id = :id")?
        .query_row(named_params! {":id": family.0}, |row| row.get(0))
        .optional()?;
    Ok(name.unwrap_or_default())
}
