//! Who may do what, and with which families: the one place that decides. The store asks it in every function.
//!
//! Roles follow the work, not the organisation: a support person reaches the families they work with, a team leader
//! and a crisis supporter reach every family, a statistician and an administrator reach no family at all.

use super::codes::{Code, Role};
use super::problem::{Kind, Problem};

/// Something a person may want to do in the casebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Right {
    /// See families, people, placements, sessions, and search for them.
    ReadCases,
    /// Register a family.
    AddFamilies,
    /// Change a family, its people and their placements.
    ChangeFamilies,
    /// Write sessions.
    WriteSessions,
    /// Plan visits and say how they went; restrictions, wishes and moves on the visit ladder.
    PlanVisits,
    /// Draw network maps and change them.
    DrawMaps,
    /// Read a network map that is not for the family's team to see. Whoever drew it may anyway.
    ReadKeptBack,
    /// Enter when a supporter is away.
    KeepCalendars,
    /// Write down what was done or asked for, and exempt from a duty.
    NoteEvents,
    /// See that people met in spite of a restriction of contact: whoever leads answers for it.
    SeeBreaches,
    /// Keep tasks, for a family or for oneself.
    KeepTasks,
    /// Hold the team's weekly check-in, and say how it stands with a family.
    CheckIn,
    /// Read figures of the whole unit, small ones masked.
    ReadFigures,
    /// Read figures of the whole unit as they are.
    ReadFiguresUnmasked,
    /// Write files in which nothing is kept back of protected people.
    ExportWhole,
    /// Take in many records from a file.
    ImportCases,
    /// Keep one's own unfinished texts.
    KeepDrafts,
    /// See which files the rules propose to purge, and ask that they be.
    AskToPurge,
    /// Confirm what a colleague has asked to be purged; shows no case.
    ConfirmPurge,
    /// Add users, give them roles.
    ManageUsers,
    /// Read who did what.
    ReadJournal,
    /// See to it that the casebook itself is whole; shows no case.
    Maintain,
}

/// How far an act reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Not allowed at all.
    Nothing,
    /// The families whose support team the person belongs to.
    Assigned,
    /// Every family.
    Everything,
}

use Reach::{Assigned, Everything, Nothing};

/// One row an act; the columns are in the order of `Role::ALL`:
/// support person, visit supporter, crisis supporter, team leader, statistician, administrator.
const TABLE: &[(Right, [Reach; 6])] = &[
    (Right::ReadCases, [Assigned, Assigned, Everything, Everything, Nothing, Nothing]),
    (Right::AddFamilies, [Nothing, Nothing, Everything, Everything, Nothing, Nothing]),
    (Right::ChangeFamilies, [Assigned, Nothing, Everything, Everything, Nothing, Nothing]),
    (Right::WriteSessions, [Assigned, Assigned, Everything, Everything, Nothing, Nothing]),
    (Right::PlanVisits, [Assigned, Assigned, Everything, Everything, Nothing, Nothing]),
    // A map is drawn by those who work with the family in the programme, not by whoever supports a visit.
    (Right::DrawMaps, [Assigned, Nothing, Everything, Everything, Nothing, Nothing]),
    // Somebody has to answer for the casebook when whoever drew the map has left; the journal shows it them as well.
    (Right::ReadKeptBack, [Nothing, Nothing, Nothing, Everything, Nothing, Nothing]),
    (Right::KeepCalendars, [Everything, Everything, Everything, Everything, Nothing, Nothing]),
    (Right::NoteEvents, [Assigned, Nothing, Everything, Everything, Nothing, Nothing]),
    (Right::SeeBreaches, [Nothing, Nothing, Nothing, Everything, Nothing, Nothing]),
    (Right::KeepTasks, [Assigned, Assigned, Everything, Everything, Nothing, Nothing]),
    (Right::CheckIn, [Assigned, Nothing, Everything, Everything, Nothing, Nothing]),
    (Right::ReadFigures, [Nothing, Nothing, Nothing, Everything, Everything, Nothing]),
    (Right::ReadFiguresUnmasked, [Nothing, Nothing, Nothing, Everything, Nothing, Nothing]),
    (Right::ExportWhole, [Nothing, Nothing, Nothing, Everything, Nothing, Nothing]),
    (Right::ImportCases, [Nothing, Nothing, Nothing, Everything, Nothing, Nothing]),
    (Right::KeepDrafts, [Everything, Everything, Everything, Everything, Nothing, Nothing]),
    (Right::AskToPurge, [Nothing, Nothing, Nothing, Everything, Nothing, Nothing]),
    (Right::ConfirmPurge, [Nothing, Nothing, Nothing, Everything, Nothing, Everything]),
    (Right::ManageUsers, [Nothing, Nothing, Nothing, Everything, Nothing, Everything]),
    (Right::ReadJournal, [Nothing, Nothing, Nothing, Everything, Nothing, Everything]),
    (Right::Maintain, [Nothing, Nothing, Nothing, Everything, Nothing, Everything]),
];

/// How far a role reaches in an act; an act that stands in no row reaches nothing.
pub fn reach(role: Role, act: Right) -> Reach {
    let column = Role::ALL.iter().position(|known| *known == role);
    TABLE.iter().find(|(known, _)| *known == act).zip(column).map_or(Nothing, |((_, row), column)| row[column])
}

/// The refusal that a person reads.
pub fn refusal(role: Role) -> Problem {
    Problem::new(Kind::Refused, "refused").with("role", role.code())
}
