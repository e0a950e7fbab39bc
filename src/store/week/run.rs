//! A family as a check-in shows it, and the record of a meeting.

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use super::check_in::{AT_MEETING, BEFORE, COLUMNS, TABLES, named, read_stored};
use super::task;
use crate::domain::access::Right;
use crate::domain::check_in::{CheckIn, LONG_AGO, Record};
use crate::domain::codes::VisitOutcome;
use crate::domain::directory::FamilyName;
use crate::domain::discretion::PersonName;
use crate::domain::goal::Goal;
use crate::domain::ids::{FamilyId, MeetingId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::referral::Referral;
use crate::domain::session::GoalMark;
use crate::store::record::Stored;
use crate::store::{DiaryOf, GroupPart, SessionFilter, SessionRow, Store, TaskRow, not_found};

/// Sessions since the last check-in that are looked at.
const SESSIONS: usize = 60;

/// A person of a family, as a check-in names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonSpokenOf {
    /// Which.
    pub id: PersonId,
    /// Given name.
    pub given_name: PersonName,
}

/// A visit since the last check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitSinceRow {
    /// The day.
    pub on: NaiveDate,
    /// The child.
    pub child: PersonId,
    /// Whom it met.
    pub with: Vec<PersonId>,
    /// What came of it.
    pub outcome: VisitOutcome,
}

/// All that a check-in shows of a family, but for its duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenOf {
    /// The family.
    pub family: FamilyName,
    /// Its people.
    pub people: Vec<PersonSpokenOf>,
    /// What was said at the last check-in before.
    pub before: Option<Stored<CheckIn>>,
    /// What was said at this one.
    pub now: Option<Stored<CheckIn>>,
    /// From which day on it is looked at what has been.
    pub since: NaiveDate,
    /// Sessions since, newest first.
    pub sessions: Vec<SessionRow>,
    /// Visits since up to today, newest first.
    pub visits: Vec<VisitSinceRow>,
    /// The goals that sessions have touched since, each as it was last seen.
    pub goals: Vec<GoalMark>,
    /// The goals that somebody works on, as they stand; none to whoever has no use for plans.
    pub open_goals: Vec<Goal>,
    /// The referrals of which something is still to come, and what nobody gives; none to whoever has no use for plans.
    pub onward: Vec<Referral>,
    /// Its people's part in groups since up to today.
    pub groups: Vec<GroupPart>,
    /// Open tasks by day.
    pub tasks: Vec<TaskRow>,
}

/// The goals that sessions of a family have touched since, oldest session first; parameters `:family`, `:since` and
/// `:today`.
pub(in crate::store) const GOALS: &str =
    "SELECT g.goal, g.attainment, g.done FROM session s JOIN session_goal g ON g.session = s.id
     WHERE s.family = :family AND s.on_day >= :since AND s.on_day <= :today AND s.outcome = 'held'
     ORDER BY s.on_day, s.id";

impl Store {
    /// Reads what a check-in shows of a family. That it is read is journalled by whoever turns to it.
    ///
    /// # Errors
    /// Refused by role or family; no such family.
    pub fn spoken_of(&self, meeting: MeetingId, family: FamilyId, today: NaiveDate) -> Result<SpokenOf, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let of = named_params! {":meeting": meeting.0, ":family": family.0, ":today": today};
        let before = self.one_said(&format!("SELECT {COLUMNS} FROM {TABLES} WHERE {BEFORE}"), of)?;
        let now = named_params! {":meeting": meeting.0, ":family": family.0};
        let now = self.one_said(&format!("SELECT {COLUMNS} FROM {TABLES} WHERE {AT_MEETING}"), now)?;
        let long = today.checked_sub_days(Days::new(LONG_AGO.unsigned_abs())).unwrap_or(today);
        let since = before.as_ref().map_or(long, |before| before.value.on);
        let filter = SessionFilter { family: Some(family), from: Some(since), to: Some(today), ..Default::default() };
        Ok(SpokenOf {
            family: self.family_called(family)?,
            people: self.people_spoken_of(family)?,
            sessions: self.sessions(&filter, 0, SESSIONS)?,
            visits: self.visits_since(family, since, today)?,
            goals: self.goals_since(family, since, today)?,
            open_goals: if self.reads_plans() { self.open_goals(family)? } else { Vec::new() },
            onward: if self.reads_plans() { self.onward(family)? } else { Vec::new() },
            groups: self.group_parts(family, Some(since))?.into_iter().filter(|part| part.on <= today).collect(),
            tasks: self.tasks_of(family)?,
            before,
            now,
            since,
        })
    }

    /// What families are called, in the order asked for, and whether somebody's name in them is kept back.
    ///
    /// # Errors
    /// Refused by role; those that one does not reach are left out.
    pub fn names_spoken_of(&self, families: &[FamilyId]) -> Result<Vec<(FamilyName, bool)>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT f.id, f.name, f.case_ref,
                    EXISTS (SELECT 1 FROM member m WHERE m.family = f.id
                            AND m.protection IN ('protected_registration', 'assumed_identity')) AS kept_back
             FROM family f
             WHERE f.id = :family AND {}",
            reached.family("f")
        ))?;
        let mut names = Vec::new();
        for family in families {
            let of = named_params! {":family": family.0};
            let found = statement.query_map(of, |row| {
                Ok((FamilyName { id: *family, name: row.get(1)?, case_ref: row.get(2)? }, row.get(3)?))
            })?;
            names.extend(found.collect::<Result<Vec<_>, _>>()?);
        }
        self.saw("check_in", names.iter().map(|(family, _): &(FamilyName, bool)| family.id));
        Ok(names)
    }

    fn one_said(&self, sql: &str, of: &[(&str, &dyn rusqlite::ToSql)]) -> Result<Option<Stored<CheckIn>>, Problem> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_map(of, read_stored)?.next().transpose()?;
        Ok(found)
    }

    fn family_called(&self, family: FamilyId) -> Result<FamilyName, Problem> {
        self.connection
            .prepare_cached("SELECT name, case_ref FROM family WHERE id = :id")?
            .query_map(named_params! {":id": family.0}, |row| {
                Ok(FamilyName { id: family, name: row.get(0)?, case_ref: row.get(1)? })
            })?
            .next()
            .transpose()?
            .ok_or_else(|| not_found("family"))
    }

    fn people_spoken_of(&self, family: FamilyId) -> Result<Vec<PersonSpokenOf>, Problem> {
        let mut statement =
            self.connection.prepare_cached("SELECT id, given_name FROM member WHERE family = :family ORDER BY id")?;
        let people = statement.query_map(named_params! {":family": family.0}, |row| {
            Ok(PersonSpokenOf { id: PersonId(row.get(0)?), given_name: row.get(1)? })
        })?;
        let household = self.household_of(family)?;
        let placed =
            |one: PersonSpokenOf| PersonSpokenOf { given_name: household.name(one.id, &one.given_name), ..one };
        Ok(people.map(|one| one.map(placed)).collect::<Result<_, _>>()?)
    }

    fn visits_since(
        &self,
        family: FamilyId,
        since: NaiveDate,
        today: NaiveDate,
    ) -> Result<Vec<VisitSinceRow>, Problem> {
        let diary = self.diary(DiaryOf::Family(family), since, today)?;
        let mut visits: Vec<VisitSinceRow> = diary
            .visits(since, today)
            .into_iter()
            .map(|visit| VisitSinceRow {
                on: visit.on(),
                child: visit.arrangement.child,
                with: visit.terms().with.clone(),
                outcome: visit.outcome(),
            })
            .collect();
        visits.reverse();
        Ok(visits)
    }

    fn goals_since(&self, family: FamilyId, since: NaiveDate, today: NaiveDate) -> Result<Vec<GoalMark>, Problem> {
        let mut statement = self.connection.prepare_cached(GOALS)?;
        let mut rows = statement.query(named_params! {":family": family.0, ":since": since, ":today": today})?;
        let mut goals: Vec<GoalMark> = Vec::new();
        while let Some(row) = rows.next()? {
            let mark = GoalMark { goal: row.get(0)?, attainment: row.get(1)?, done: row.get(2)? };
            match goals.iter_mut().find(|known| known.goal == mark.goal) {
                Some(known) => {
                    known.attainment = mark.attainment.or(known.attainment);
                    known.done |= mark.done;
                }
                None => goals.push(mark),
            }
        }
        goals.sort_by_key(|mark| mark.goal);
        Ok(goals)
    }

    /// What came of a meeting: what was said, the tasks that were made, the families that were not reached. Colleagues'
    /// families are only counted; those that are closed to one, or another team's by now, are not told of at all.
    ///
    /// # Errors
    /// Refused by role; no such meeting.
    pub fn record_of(&self, meeting: MeetingId) -> Result<Record, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let agenda = self.agenda(meeting)?;
        let of = named_params! {":meeting": meeting.0};
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS}, f.name AS family_called, f.case_ref FROM {TABLES} JOIN family f ON f.id = c.family
             WHERE c.meeting = :meeting AND {} ORDER BY c.id",
            reached.family("f")
        ))?;
        let said = statement.query_map(of, |row| Ok((named(row)?, read_stored(row)?.value)))?;
        let said = said.collect::<Result<Vec<(FamilyName, CheckIn)>, _>>()?;
        self.saw("check_in", said.iter().map(|(family, _)| family.id));
        let mut statement = self.connection.prepare_cached(&task::made_at(&reached))?;
        let made = statement.query_map(of, task::read_row)?;
        let tasks = made.map(|row| row.map(|row| (row.family, row.task.value))).collect::<Result<_, _>>()?;
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT m.family, f.name AS family_called, f.case_ref
             FROM meeting_family m JOIN family f ON f.id = m.family
             WHERE m.meeting = :meeting AND {}
               AND NOT EXISTS (SELECT 1 FROM check_in c WHERE c.meeting = m.meeting AND c.family = m.family)
             ORDER BY m.place",
            reached.family("f")
        ))?;
        let not_reached = statement.query_map(of, named)?.collect::<Result<Vec<FamilyName>, _>>()?;
        self.saw("check_in", not_reached.iter().map(|family| family.id));
        let kept_back: i64 = self
            .connection
            .prepare_cached(&format!(
                "SELECT count(*) FROM meeting_family m WHERE m.meeting = :meeting AND {} AND NOT {}",
                reached.clone().of_team().reaches("m.family"),
                reached.reaches("m.family")
            ))?
            .query_row(of, |row| row.get(0))?;
        Ok(Record {
            on: agenda.on,
            called_by: agenda.called_by,
            present: agenda.present,
            ended_on: agenda.ended_on,
            said,
            tasks,
            not_reached,
            kept_back: usize::try_from(kept_back).unwrap_or_default(),
        })
    }
}
