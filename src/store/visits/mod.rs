//! Visits as rows: arrangements, single visits, restrictions, wishes, moves on the ladder, absences; and what is read
//! of them together.

mod absences;
mod arrangements;
mod change;
mod clash;
mod diary;
mod ladder_moves;
mod occurrences;
mod reading;
mod restrictions;
mod stopped;
mod terms;
mod wishes;

pub use change::VisitSaving;
pub use clash::{Hindrance, Wanted};
pub use diary::{Diary, DiaryOf, Known};
pub use reading::OneVisit;

use rusqlite::{Connection, OptionalExtension, named_params};

use super::not_found;
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::problem::{Kind, Problem};

/// The name of somebody in the casebook, for sentences.
fn called(connection: &Connection, person: MemberId) -> Result<String, Problem> {
    let name = connection
        .prepare_cached("SELECT given_name FROM member WHERE id = :id")?
        .query_row(named_params! {":id": person.0}, |row| row.get(0))
        .optional()?;
    Ok(name.unwrap_or_default())
}

/// The family that somebody belongs to.
fn family_of(connection: &Connection, person: MemberId) -> Result<FamilyId, Problem> {
    let family = connection
        .prepare_cached("SELECT family FROM member WHERE id = :id")?
        .query_row(named_params! {":id": person.0}, |row| row.get(0).map(FamilyId))
        .optional()?;
    family.ok_or_else(|| not_found("person"))
}

/// Refuses people of other families: whoever could be named would be shown to those who work with this family and not
/// with theirs.
fn must_belong(
    connection: &Connection,
    family: FamilyId,
    people: impl IntoIterator<Item = MemberId>,
) -> Result<(), Problem> {
    for person in people {
        if family_of(connection, person).ok() != Some(family) {
            return Err(Problem::new(Kind::Invalid, "no-such-person"));
        }
    }
    Ok(())
}
