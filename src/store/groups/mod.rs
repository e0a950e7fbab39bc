//! Groups as rows: groups, their meetings, who was there; and what is read of them together.
//!
//! A group and its meetings are of a team. Whoever is of it reads them; who was there they are told of the families
//! that they reach, and of all others only how many.

mod answered;
mod attend;
mod attendance;
mod gaps;
mod group;
mod group_meeting;
mod invented;
mod page;
mod parts;
mod purged;

pub use gaps::{GapOf, GapRow};
pub use invented::{NewAttendance, NewGroup};
pub use page::{Attender, GroupPage, GroupRow, MeetingRow, Roll};
pub use parts::GroupPart;

#[cfg(test)]
pub(super) use answered::MEASURED;
#[cfg(test)]
pub(super) use attendance::{HELD_BY_SOME, OTHERS};
#[cfg(test)]
pub(super) use gaps::{GAPS_OF_GROUPS, gaps_of_families};
#[cfg(test)]
pub(super) use page::{FAMILIES_OF, GROUPS, MEETINGS_OF, ROLL_OF};
#[cfg(test)]
pub(super) use parts::PARTS;
#[cfg(test)]
pub(super) use purged::CAME;

pub(in crate::store) use attendance::{GroupBreach, breaches};

use rusqlite::{Connection, OptionalExtension, named_params};

use super::Store;
use crate::domain::ids::{GroupId, GroupMeetingId, TeamId};
use crate::domain::problem::Problem;

/// The team of a group.
fn team_of(connection: &Connection, group: GroupId) -> Result<Option<TeamId>, Problem> {
    let team = connection
        .prepare_cached("SELECT team FROM support_group WHERE id = :id")?
        .query_row(named_params! {":id": group.0}, |row| row.get(0).map(TeamId))
        .optional()?;
    Ok(team)
}

/// The group of a meeting.
fn group_of(connection: &Connection, meeting: GroupMeetingId) -> Result<Option<GroupId>, Problem> {
    let group = connection
        .prepare_cached("SELECT of_group FROM group_meeting WHERE id = :id")?
        .query_row(named_params! {":id": meeting.0}, |row| row.get(0).map(GroupId))
        .optional()?;
    Ok(group)
}

/// Whether a group is one of the actor's team.
fn is_of_team(store: &Store, group: Option<GroupId>) -> bool {
    let team = group.and_then(|group| team_of(&store.connection, group).ok().flatten());
    team.is_some() && team == own_team(store)
}

/// The team of the actor as the casebook has it now.
fn own_team(store: &Store) -> Option<TeamId> {
    store.asker().ok().map(|asker| TeamId(asker.team))
}

/// What a group is called, for sentences.
fn called(connection: &Connection, group: GroupId) -> Result<String, Problem> {
    let name = connection
        .prepare_cached("SELECT name FROM support_group WHERE id = :id")?
        .query_row(named_params! {":id": group.0}, |row| row.get(0))
        .optional()?;
    Ok(name.unwrap_or_default())
}
