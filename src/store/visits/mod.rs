//! Visits as rows: arrangements, single visits, restrictions, wishes, moves on the ladder, absences; and what is read
//! of them together.

pub(super) mod absence;
mod arrangement;
pub(super) mod breaches;
mod calendar_event;
mod change;
pub(super) mod clash;
pub(super) mod counted;
pub(super) mod diary;
pub(super) mod gaps;
mod ladder_move;
mod occurrence;
mod on_day;
mod one;
pub(super) mod reading;
pub(super) mod restriction;
pub(super) mod stands;
pub(super) mod stopped;
mod taken;
mod terms;
pub(super) mod these;
mod wish;

pub use change::{VisitSaving, VisitSeen};
pub use clash::{Hindrance, Wanted};
pub use diary::{Diary, DiaryOf, Known};
pub use one::OneVisit;
pub use taken::{Follows, TakenVisit};

pub(super) use on_day::on_day;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::not_found;
use super::record::Row;
use crate::domain::discretion::initial;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::{Kind, Problem};

/// A day as it stands in the casebook, where days are compared as text: none comes before the first year or after the
/// last that four digits can write.
pub(super) fn written(day: NaiveDate) -> NaiveDate {
    let of_year = |year, month, on| NaiveDate::from_ymd_opt(year, month, on).unwrap_or(day);
    day.clamp(of_year(0, 1, 1), of_year(9999, 12, 31))
}

/// The name of somebody in the casebook, for sentences that anybody may read; an initial of whoever is protected.
pub(in crate::store) fn called(connection: &Connection, person: PersonId) -> Result<String, Problem> {
    let name = connection
        .prepare_cached("SELECT given_name, protection = 'none' FROM member WHERE id = :id")?
        .query_row(named_params! {":id": person.0}, |row| {
            let name: String = row.get(0)?;
            Ok(if row.get(1)? { name } else { initial(&name) })
        })
        .optional()?;
    Ok(name.unwrap_or_default())
}

/// The family that somebody belongs to.
pub(super) fn family_of(connection: &Connection, person: PersonId) -> Result<FamilyId, Problem> {
    let family = connection
        .prepare_cached("SELECT family FROM member WHERE id = :id")?
        .query_row(named_params! {":id": person.0}, |row| row.get(0).map(FamilyId))
        .optional()?;
    family.ok_or_else(|| not_found("person"))
}

/// A record as it stands, if it stands already.
pub(super) fn stored<R: Row>(connection: &Connection, id: Option<i64>) -> Result<Option<R>, Problem> {
    let found = id.map(|id| R::fetch(connection, id)).transpose()?.flatten();
    Ok(found.map(|(_, value)| value))
}

/// Refuses people of other families: whoever could be named would be shown to those who work with this family and not
/// with theirs. Who already stands there stays, whatever family they have come to belong to since.
pub(super) fn must_belong(
    connection: &Connection,
    family: FamilyId,
    people: &[PersonId],
    already: &[PersonId],
) -> Result<(), Problem> {
    for person in people.iter().filter(|person| !already.contains(person)) {
        if family_of(connection, *person).ok() != Some(family) {
            return Err(Problem::new(Kind::Invalid, "no-such-person"));
        }
    }
    Ok(())
}

/// Refuses a record that names people of another family than its own; whoever stands in it already stays, while it is
/// of the same family.
pub(super) fn must_name_its_own<R: Row>(
    one: &R,
    connection: &Connection,
    id: Option<i64>,
    people: impl Fn(&R) -> Vec<PersonId>,
) -> Result<(), Problem> {
    let family = one.family(connection, id)?.ok_or_else(|| not_found(R::NOUN))?;
    let mut already = Vec::new();
    if let Some(before) = stored::<R>(connection, id)?
        && before.family(connection, id)? == Some(family)
    {
        already = people(&before);
    }
    must_belong(connection, family, &people(one), &already)
}
