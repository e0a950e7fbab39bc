//! Who may do what, and with which families: the one place that decides. The store asks it in every function.
//!
//! Roles follow the work: a support person reaches the families they work with, a team leader every family of the own
//! team, whoever is on call the same in their hours and only to read, a statistician figures, an administrator no case
//! at all. A crisis supporter is neutral: of the families that others work with they are told whom to call, and no
//! more.

use chrono::NaiveTime;

use super::codes::{Code, Role};
use super::problem::{Kind, Problem};

/// Something a person may want to do in the casebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Right {
    /// See families, people, placements, sessions, and search for them.
    ReadCases,
    /// See what is written of a family beside who is in it: where a child is placed, by what, and all that follows.
    ReadFile,
    /// See a family's papers: life story, safety plan, three columns, school, leisure, health.
    ReadPapers,
    /// Register a family, and take away one that nothing hangs on.
    AddFamilies,
    /// Be told which parents are to be called after a placement, and write down that they were.
    CallParents,
    /// Open a family that one does not reach, in an emergency: for a while, with a reason, and seen by its team.
    BreakGlass,
    /// Look through what was opened in an emergency.
    ReviewGlass,
    /// Say that one has a conflict of interest in a family, which then is closed to one.
    MarkConflict,
    /// Say so of others, and open the family to them again.
    JudgeConflicts,
    /// Give a family to another team.
    MoveFamilies,
    /// Make teams and name them.
    ManageTeams,
    /// Change a family, its people and their placements.
    ChangeFamilies,
    /// Read plans: goals, actions, crisis support, how far somebody has come.
    ReadPlans,
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
    /// Enter what was counted outside the casebook.
    KeepCounts,
    /// Write files in which nothing is kept back of protected people.
    ExportWhole,
    /// Take in many records from a file.
    ImportCases,
    /// Write files of what one reaches. What is open to one for a while only leaves in none.
    Export,
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

/// How far an act reaches; what is of no family is within every reach but the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not allowed at all.
    Nothing,
    /// The families of the own team whose support team the person belongs to.
    Assigned,
    /// Every family of the own team.
    Team,
    /// Every family of the unit.
    Unit,
}

use Reach::{Assigned, Nothing, Team, Unit};

/// One row an act; the columns are in the order of `Role::ALL`:
/// support person, visit supporter, crisis supporter, team leader, statistician, administrator, on call.
const TABLE: &[(Right, [Reach; 7])] = &[
    // A crisis supporter who is one of a family's pair works there as a support person does; who stands beside the pair
    // stays neutral.
    (Right::ReadCases, [Assigned, Assigned, Assigned, Team, Nothing, Nothing, Team]),
    (Right::ReadFile, [Assigned, Assigned, Assigned, Team, Nothing, Nothing, Team]),
    // Whoever is on call in a family's evening needs its safety plan; whoever supports a visit needs none of it.
    (Right::ReadPapers, [Assigned, Nothing, Assigned, Team, Nothing, Nothing, Team]),
    (Right::AddFamilies, [Nothing, Nothing, Assigned, Team, Nothing, Nothing, Nothing]),
    (Right::CallParents, [Nothing, Nothing, Team, Team, Nothing, Nothing, Nothing]),
    (Right::BreakGlass, [Unit, Unit, Unit, Unit, Nothing, Nothing, Unit]),
    (Right::ReviewGlass, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::MarkConflict, [Assigned, Assigned, Assigned, Team, Nothing, Nothing, Team]),
    (Right::JudgeConflicts, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::MoveFamilies, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::ManageTeams, [Nothing, Nothing, Nothing, Unit, Nothing, Unit, Nothing]),
    (Right::ChangeFamilies, [Assigned, Nothing, Assigned, Team, Nothing, Nothing, Nothing]),
    // Whoever supports a visit needs no plan for it.
    (Right::ReadPlans, [Assigned, Nothing, Assigned, Team, Nothing, Nothing, Team]),
    (Right::WriteSessions, [Assigned, Assigned, Assigned, Team, Nothing, Nothing, Nothing]),
    (Right::PlanVisits, [Assigned, Assigned, Assigned, Team, Nothing, Nothing, Nothing]),
    // A map is drawn by those who work with the family in the programme, not by whoever supports a visit.
    (Right::DrawMaps, [Assigned, Nothing, Assigned, Team, Nothing, Nothing, Nothing]),
    // Somebody has to answer for the casebook when whoever drew the map has left; the journal shows it them as well.
    (Right::ReadKeptBack, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::KeepCalendars, [Team, Team, Team, Team, Nothing, Nothing, Nothing]),
    (Right::NoteEvents, [Assigned, Nothing, Assigned, Team, Nothing, Nothing, Nothing]),
    (Right::SeeBreaches, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::KeepTasks, [Assigned, Assigned, Assigned, Team, Nothing, Nothing, Nothing]),
    (Right::CheckIn, [Assigned, Nothing, Assigned, Team, Nothing, Nothing, Nothing]),
    (Right::ReadFigures, [Nothing, Nothing, Nothing, Team, Unit, Nothing, Nothing]),
    (Right::ReadFiguresUnmasked, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::KeepCounts, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::ExportWhole, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::ImportCases, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::Export, [Assigned, Assigned, Assigned, Team, Nothing, Nothing, Nothing]),
    (Right::KeepDrafts, [Team, Team, Team, Team, Nothing, Nothing, Nothing]),
    (Right::AskToPurge, [Nothing, Nothing, Nothing, Team, Nothing, Nothing, Nothing]),
    (Right::ConfirmPurge, [Nothing, Nothing, Nothing, Unit, Nothing, Unit, Nothing]),
    (Right::ManageUsers, [Nothing, Nothing, Nothing, Unit, Nothing, Unit, Nothing]),
    (Right::ReadJournal, [Nothing, Nothing, Nothing, Team, Nothing, Unit, Nothing]),
    (Right::Maintain, [Nothing, Nothing, Nothing, Unit, Nothing, Unit, Nothing]),
];

/// How far a role reaches in an act; an act that stands in no row reaches nothing.
pub fn reach(role: Role, act: Right) -> Reach {
    let column = Role::ALL.iter().position(|known| *known == role);
    TABLE.iter().find(|(known, _)| *known == act).zip(column).map_or(Nothing, |((_, row), column)| row[column])
}

/// A window of every day's hours, which may pass midnight; from a time until the same time is the whole day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// The first minute.
    pub from: NaiveTime,
    /// The first minute after.
    pub until: NaiveTime,
}

impl Hours {
    /// Whether a time of the day is within it.
    pub fn cover(self, time: NaiveTime) -> bool {
        if self.from < self.until {
            (self.from..self.until).contains(&time)
        } else {
            time >= self.from || time < self.until
        }
    }
}

/// The refusal that a person reads.
pub fn refusal(role: Role) -> Problem {
    Problem::new(Kind::Refused, "refused").with("role", role.code())
}

/// The same for an act; of whoever is on call, and might do it in their hours, those.
pub fn refusal_of(act: Right, role: Role, hours: Option<Hours>) -> Problem {
    match hours {
        Some(Hours { from, until }) if role == Role::OnCall && reach(role, act) != Nothing => {
            let told = |time: NaiveTime| time.format("%H.%M").to_string();
            Problem::new(Kind::Refused, "outside-hours").with("from", told(from)).with("until", told(until))
        }
        _ => refusal(role),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_may_pass_midnight() {
        let time = |text: &str| text.parse::<NaiveTime>().unwrap();
        for (from, until, within, without) in [
            ("16:30", "08:00", ["16:30", "23:59", "00:00", "07:59"], ["08:00", "12:00", "16:29", "16:00"]),
            ("08:00", "17:00", ["08:00", "12:00", "16:59", "10:00"], ["17:00", "07:59", "00:00", "23:59"]),
        ] {
            let hours = Hours { from: time(from), until: time(until) };
            assert!(within.iter().all(|at| hours.cover(time(at))), "{from} {until}");
            assert!(!without.iter().any(|at| hours.cover(time(at))), "{from} {until}");
        }
        let always = Hours { from: time("00:00"), until: time("00:00") };
        assert!(always.cover(time("00:00")) && always.cover(time("13:00")), "from a time to the same is the whole day");
    }
}
