//! The groups of a team at a glance, and one of them with its meetings and who is at one.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::attendance::{against, rows_of};
use super::{own_team, team_of};
use crate::domain::access::Right;
use crate::domain::attendance::Attendance;
use crate::domain::codes::{MeetingState, Presence};
use crate::domain::directory::{Directory as _, FamilyName, MemberName};
use crate::domain::group::Group;
use crate::domain::group_meeting::GroupMeeting;
use crate::domain::ids::{FamilyId, GroupId, GroupMeetingId, PersonId};
use crate::domain::measurement::Group as Together;
use crate::domain::problem::Problem;
use crate::domain::visit::Breach;
use crate::store::record::{Row as _, Stored};
use crate::store::{Store, not_found};

/// Whoever was not heard of for so many meetings is not asked after any more.
const LOOKS_BACK: i64 = 8;

/// A group of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// The group.
    pub group: Stored<Group>,
    /// How many of its meetings were held.
    pub held: u32,
    /// How many families were at any.
    pub families: u32,
    /// The next meeting that is planned, and its theme.
    pub next: Option<(NaiveDate, Option<String>)>,
}

/// A meeting with how many were there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRow {
    /// The meeting.
    pub meeting: Stored<GroupMeeting>,
    /// How many were there, those without a name counted in.
    pub came: u32,
    /// How many were asked, or came.
    pub asked: u32,
}

/// Somebody whom one asks after at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attender {
    /// Who.
    pub person: MemberName,
    /// Of which family.
    pub family: FamilyName,
    /// What is told of them; none where nothing is yet.
    pub row: Option<Stored<Attendance>>,
    /// Why a restriction of contact is against it, where nobody has said why it is all the same.
    pub stopped: Option<Breach>,
}

impl Attender {
    /// Whether they are there.
    pub fn present(&self) -> Option<Presence> {
        self.row.as_ref().map(|row| row.value.present)
    }
}

/// Who is at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roll {
    /// Those of families that one reaches.
    pub people: Vec<Attender>,
    /// How many of others were there.
    pub others_came: u32,
    /// How many of others are told of in all.
    pub others: u32,
    /// Heads without a name.
    pub heads: Vec<Stored<Attendance>>,
}

/// A group with its meetings, and who is at one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPage {
    /// The group.
    pub group: Stored<Group>,
    /// How many families were at any meeting.
    pub families: u32,
    /// Its meetings, the earliest first.
    pub meetings: Vec<MeetingRow>,
    /// Which of them is looked at.
    pub at: Option<usize>,
    /// Who is there.
    pub roll: Roll,
    /// What those who came answered before and after, where they are enough.
    pub measured: Vec<Together>,
}

impl GroupPage {
    /// The meeting that is looked at.
    pub fn meeting(&self) -> Option<&MeetingRow> {
        self.at.and_then(|at| self.meetings.get(at))
    }

    /// The meetings, plain.
    pub fn all(&self) -> Vec<GroupMeeting> {
        self.meetings.iter().map(|told| told.meeting.value.clone()).collect()
    }
}

/// The groups of a team, those that go on first.
pub(in crate::store) const GROUPS: &str = "
    SELECT g.id, (SELECT count(*) FROM group_meeting p WHERE p.of_group = g.id AND p.state = 'held'),
           (SELECT min(p.on_day) FROM group_meeting p
            WHERE p.of_group = g.id AND p.state = 'planned' AND p.on_day >= :today)
    FROM support_group g WHERE g.team = :team
    ORDER BY g.state IN ('ended', 'cancelled'), g.name, g.id";

/// How many families were at any meeting of a group.
pub(in crate::store) const FAMILIES_OF: &str = "
    SELECT count(DISTINCT m.family) FROM group_meeting p CROSS JOIN attendance a ON a.meeting = p.id
    JOIN member m ON m.id = a.person WHERE p.of_group = :group AND a.present = 'yes'";

/// The meetings of a group with how many were there, and how many were asked.
pub(in crate::store) const MEETINGS_OF: &str = "
    SELECT p.id, (SELECT coalesce(sum(coalesce(a.count, 1)), 0) FROM attendance a
                  WHERE a.meeting = p.id AND a.present = 'yes'),
           (SELECT coalesce(sum(coalesce(a.count, 1)), 0) FROM attendance a
            WHERE a.meeting = p.id AND a.present <> 'left')
    FROM group_meeting p WHERE p.of_group = :group ORDER BY p.on_day, p.id";

/// Whom one asks after at a meeting: who is told of there, and who was at one of the meetings just before and has not
/// left; each with their family.
pub(in crate::store) const ROLL_OF: &str = "
    WITH looked AS (SELECT id, on_day FROM group_meeting WHERE of_group = :group AND on_day <= :on
                    ORDER BY on_day DESC LIMIT :back),
         told AS (SELECT a.person, a.present, l.on_day, max(l.on_day) OVER (PARTITION BY a.person) AS last_day,
                         l.id = :meeting AS here
                  FROM looked l CROSS JOIN attendance a ON a.meeting = l.id WHERE a.person IS NOT NULL)
    SELECT t.person, m.family, f.name, f.case_ref FROM told t
    JOIN member m ON m.id = t.person JOIN family f ON f.id = m.family
    WHERE t.on_day = t.last_day AND (t.here OR t.present <> 'left')
    ORDER BY f.sort_key, f.id, m.id";

impl Store {
    /// The groups of the actor's team, those that go on first.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn groups(&self, today: NaiveDate) -> Result<Vec<GroupRow>, Problem> {
        self.ask(Right::ReadCases)?;
        let mut statement = self.connection.prepare_cached(GROUPS)?;
        let mut rows = statement.query(named_params! {":team": own_team(self).map(|team| team.0), ":today": today})?;
        let mut groups = Vec::new();
        while let Some(row) = rows.next()? {
            let id = GroupId(row.get(0)?);
            let next: Option<NaiveDate> = row.get(2)?;
            let theme = match next.map(|on| self.meeting_on(id, on)).transpose()?.flatten() {
                Some(meeting) => GroupMeeting::fetch(&self.connection, meeting.0)?.and_then(|(_, one)| one.theme),
                None => None,
            };
            let (version, value) = Group::fetch(&self.connection, id.0)?.ok_or_else(|| not_found(Group::NOUN))?;
            groups.push(GroupRow {
                group: Stored { id, version, value },
                held: row.get(1)?,
                families: self.families_in(id)?,
                next: next.map(|on| (on, theme)),
            });
        }
        Ok(groups)
    }

    /// A group with its meetings, and who is at one of them: at the given one, or the next that is to be, or the last.
    ///
    /// # Errors
    /// Refused to roles that read no cases, and of another team's groups; no such group.
    pub fn group_page(
        &self,
        id: GroupId,
        meeting: Option<GroupMeetingId>,
        today: NaiveDate,
    ) -> Result<GroupPage, Problem> {
        self.ask(Right::ReadCases)?;
        let _picture = self.picture()?;
        let (version, value) = Group::fetch(&self.connection, id.0)?.ok_or_else(|| not_found(Group::NOUN))?;
        self.ask_open(&value)?;
        let mut meetings = Vec::new();
        let mut statement = self.connection.prepare_cached(MEETINGS_OF)?;
        let mut rows = statement.query(named_params! {":group": id.0})?;
        while let Some(row) = rows.next()? {
            let of = GroupMeetingId(row.get(0)?);
            let found = GroupMeeting::fetch(&self.connection, of.0)?;
            let (version, value) = found.ok_or_else(|| not_found(GroupMeeting::NOUN))?;
            let meeting = Stored { id: of, version, value };
            meetings.push(MeetingRow { meeting, came: row.get(1)?, asked: row.get(2)? });
        }
        let given = meetings.iter().position(|told| Some(told.meeting.id) == meeting);
        let is_next =
            |told: &MeetingRow| told.meeting.value.on >= today && told.meeting.value.state != MeetingState::Cancelled;
        let at = given.or_else(|| meetings.iter().position(is_next)).or_else(|| meetings.len().checked_sub(1));
        let roll = match at.and_then(|at| meetings.get(at)) {
            Some(told) => self.roll(&told.meeting)?,
            None => Roll::default(),
        };
        let families = self.families_in(id)?;
        let held = meetings.iter().map(|told| &told.meeting.value).find(|meeting| meeting.state == MeetingState::Held);
        let measured = self.measured_together(id, held.map(|meeting| meeting.on))?;
        Ok(GroupPage { group: Stored { id, version, value }, families, meetings, at, roll, measured })
    }

    fn families_in(&self, id: GroupId) -> Result<u32, Problem> {
        let mut statement = self.connection.prepare_cached(FAMILIES_OF)?;
        Ok(statement.query_row(named_params! {":group": id.0}, |row| row.get(0))?)
    }

    /// Who is at a meeting. Of families that one does not reach it is told how many.
    fn roll(&self, at: &Stored<GroupMeeting>) -> Result<Roll, Problem> {
        let rows = rows_of(&self.connection, at.id)?;
        let row_of = |person| rows.iter().find(|row| row.value.person == Some(person)).cloned();
        let mut statement = self.connection.prepare_cached(ROLL_OF)?;
        let asked = named_params! {
            ":group": at.value.group.0, ":on": at.value.on, ":meeting": at.id.0, ":back": LOOKS_BACK + 1,
        };
        let found: Vec<(PersonId, FamilyName)> = statement
            .query_map(asked, |row| {
                let family = FamilyName { id: FamilyId(row.get(1)?), name: row.get(2)?, case_ref: row.get(3)? };
                Ok((PersonId(row.get(0)?), family))
            })?
            .collect::<Result<_, _>>()?;
        let mut roll =
            Roll { heads: rows.iter().filter(|row| row.value.person.is_none()).cloned().collect(), ..Roll::default() };
        let mut known: HashMap<FamilyId, Vec<MemberName>> = HashMap::new();
        for (id, family) in found {
            let row = row_of(id);
            let members = match known.get(&family.id) {
                Some(members) => members.clone(),
                None if self.reaches(Right::ReadFile, family.id) => {
                    self.saw(Group::NOUN, [family.id]);
                    self.members(family.id)?
                }
                None => Vec::new(),
            };
            let person = members.iter().find(|member| member.id == id).cloned();
            known.insert(family.id, members);
            let Some(person) = person else {
                let present = row.map(|row| row.value.present);
                roll.others += u32::from(present.is_some());
                roll.others_came += u32::from(present == Some(Presence::Yes));
                continue;
            };
            let stopped = match row.as_ref().map(|row| against(&self.connection, &row.value, &at.value)).transpose()? {
                Some(Some(against)) => Some(against.breach),
                _ => None,
            };
            roll.people.push(Attender { person, family, row, stopped });
        }
        Ok(roll)
    }

    /// The group of a record, and the meeting where it is of one.
    ///
    /// # Errors
    /// Refused to roles that read no cases, and of another team's groups.
    pub fn group_of_meeting(&self, meeting: GroupMeetingId) -> Result<Option<GroupId>, Problem> {
        self.ask(Right::ReadCases)?;
        let group = super::group_of(&self.connection, meeting)?;
        let Some(group) = group else { return Ok(None) };
        let is_own = team_of(&self.connection, group)? == own_team(self);
        Ok(Some(group).filter(|_| is_own))
    }
}
