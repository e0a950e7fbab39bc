//! Who was at a meeting of a group as rows, and what restrictions of contact say of it: in a group, too, a child and
//! whoever may not meet it are not together.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::{group_of, is_of_team};
use crate::domain::access::Right;
use crate::domain::attendance::Attendance;
use crate::domain::codes::{Answer, Heads, MeetingState, Presence};
use crate::domain::group::Group;
use crate::domain::group_meeting::GroupMeeting;
use crate::domain::ids::{AttendanceId, FamilyId, GroupMeetingId, PersonId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::Restriction;
use crate::domain::visit::together::{Against, Occasion, together};
use crate::store::coded::Coded;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored, one};
use crate::store::visits::stands::of_family;
use crate::store::visits::{self, family_of, stopped, stored};
use crate::store::{Store, columns, not_found};

impl Record for Attendance {
    type Id = AttendanceId;
}

impl Row for Attendance {
    const NOUN: &'static str = "attendance";
    const TABLE: &'static str = "attendance";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "attendance t JOIN group_meeting p ON p.id = t.meeting JOIN support_group g ON g.id = p.of_group
                 LEFT JOIN member m ON m.id = t.person",
        family: "m.family",
        first: "p.on_day",
        last: "p.on_day",
        order: "g.identity, g.id, p.on_day, p.id, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, connection: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        self.person.map(|person| family_of(connection, person)).transpose()
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        let on = meeting(connection, self.meeting)?.on;
        let whose = match self.person {
            Some(person) => visits::called(connection, person)?,
            None => self.count.unwrap_or_default().to_string(),
        };
        Ok((whose, Some(on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, today: NaiveDate) -> Result<(), Problem> {
        let at = meeting(connection, self.meeting)?;
        let before = stored::<Self>(connection, id)?;
        let stays = |before: &Self| before.is_there() && (before.meeting, before.person) == (self.meeting, self.person);
        if !at.is_to_come(today) || before.as_ref().is_some_and(stays) {
            return Ok(());
        }
        match against(connection, self, &at)? {
            Some(against) => Err(stopped::problem(connection, &Against { is_to_come: true, ..against })?),
            None => Ok(()),
        }
    }

    fn is_open_to(&self, store: &Store) -> bool {
        is_of_team(store, group_of(&store.connection, self.meeting).ok().flatten())
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 7] = [
            ("meeting", &self.meeting.0),
            ("person", &self.person.map(|person| person.0)),
            ("present", &Coded(self.present)),
            ("reason", &self.reason),
            ("count", &self.count),
            ("heads", &self.heads.map(Coded)),
            ("despite", &self.despite),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// A row of `attendance`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Attendance> {
    Ok(Attendance {
        meeting: GroupMeetingId(row.get("meeting")?),
        person: row.get::<_, Option<i64>>("person")?.map(PersonId),
        present: row.get::<_, Coded<Presence>>("present")?.0,
        reason: row.get("reason")?,
        count: row.get("count")?,
        heads: row.get::<_, Option<Coded<Heads>>>("heads")?.map(|code| code.0),
        despite: row.get("despite")?,
    })
}

fn meeting(connection: &Connection, id: GroupMeetingId) -> Result<GroupMeeting, Problem> {
    let found = GroupMeeting::fetch(connection, id.0)?;
    found.map(|(_, meeting)| meeting).ok_or_else(|| not_found(GroupMeeting::NOUN))
}

/// All rows of a meeting.
pub(in crate::store) fn rows_of(
    connection: &Connection,
    meeting: GroupMeetingId,
) -> Result<Vec<Stored<Attendance>>, Problem> {
    let mut statement = connection.prepare_cached("SELECT * FROM attendance WHERE meeting = :meeting ORDER BY id")?;
    let found = statement.query_map(named_params! {":meeting": meeting.0}, |row| {
        Ok(Stored { id: AttendanceId(row.get("id")?), version: row.get("version")?, value: read(row)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Who else of somebody's family is there, or is to be.
pub(in crate::store) const OTHERS: &str =
    "SELECT a.* FROM member o CROSS JOIN attendance a ON a.person = o.id AND a.meeting = :meeting
    WHERE o.family = :family AND a.present IN ('yes', 'expected')";

/// What restrictions say against somebody's being at a meeting with the others of the family who are; none where one of
/// the two says why, or the meeting does not take place.
pub(super) fn against(
    connection: &Connection,
    one: &Attendance,
    at: &GroupMeeting,
) -> Result<Option<Against>, Problem> {
    let Some(person) = one.person.filter(|_| one.is_there() && one.despite.is_none()) else { return Ok(None) };
    let family = family_of(connection, person)?;
    let restrictions = of_family(connection, family)?;
    if restrictions.is_empty() || at.state == MeetingState::Cancelled {
        return Ok(None);
    }
    let mut statement = connection.prepare_cached(OTHERS)?;
    let asked = named_params! {":meeting": one.meeting.0, ":family": family.0};
    let others: Vec<Attendance> = statement.query_map(asked, read)?.collect::<Result<_, _>>()?;
    let occasion = Occasion::Led(is_led(connection, at)?);
    let others = others.iter().filter(|other| other.despite.is_none()).filter_map(|other| other.person);
    let broken = others
        .filter(|other| *other != person)
        .find_map(|other| together(&restrictions, at.on, &[person, other], occasion).into_iter().next());
    Ok(broken.map(|broken| Against {
        on: at.on,
        restriction: restrictions[broken.restriction].clone(),
        with: broken.with,
        breach: broken.breach,
        is_to_come: false,
    }))
}

/// Whether anybody of the staff leads a meeting.
fn is_led(connection: &Connection, at: &GroupMeeting) -> Result<Answer, Problem> {
    let led = Group::fetch(connection, at.group.0)?.is_some_and(|(_, group)| !group.leaders.is_empty());
    Ok(if led { Answer::Yes } else { Answer::No })
}

/// Refuses a meeting at which somebody is expected whom a restriction keeps from somebody else who is.
pub(super) fn refuse_restricted(connection: &Connection, id: GroupMeetingId, at: &GroupMeeting) -> Result<(), Problem> {
    for row in rows_of(connection, id)? {
        if let Some(against) = against(connection, &row.value, at)? {
            return Err(stopped::problem(connection, &Against { is_to_come: true, ..against })?);
        }
    }
    Ok(())
}

/// The meetings of groups that were held on some days with two or more of a family.
pub(in crate::store) const HELD_BY_SOME: &str =
    "SELECT p.id, count(*) FROM member o CROSS JOIN attendance a ON a.person = o.id
    JOIN group_meeting p ON p.id = a.meeting
    WHERE o.family = :family AND a.present = 'yes' AND p.state = 'held' AND p.on_day BETWEEN :from AND :to
    GROUP BY p.id HAVING count(*) > 1 ORDER BY p.on_day, p.id";

/// A pair that was at a meeting in spite of a restriction.
pub(in crate::store) struct GroupBreach {
    /// The child's row, or the other one's where the child is of another family by now.
    pub(in crate::store) record: i64,
    pub(in crate::store) against: Against,
    pub(in crate::store) says_why: bool,
}

/// What was held in groups in spite of a family's restrictions, whether or not it says why.
pub(in crate::store) fn breaches(
    connection: &Connection,
    family: FamilyId,
    restrictions: &[Restriction],
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<GroupBreach>, Problem> {
    let mut statement = connection.prepare_cached(HELD_BY_SOME)?;
    let asked = named_params! {":family": family.0, ":from": from, ":to": to};
    let meetings: Vec<i64> = statement.query_map(asked, |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for id in meetings.into_iter().map(GroupMeetingId) {
        let at = meeting(connection, id)?;
        let rows = rows_of(connection, id)?;
        let there: Vec<&Stored<Attendance>> =
            rows.iter().filter(|row| row.value.person.is_some() && row.value.present == Presence::Yes).collect();
        let present: Vec<PersonId> = there.iter().filter_map(|row| row.value.person).collect();
        let occasion = Occasion::Led(is_led(connection, &at)?);
        let Some(broken) = together(restrictions, at.on, &present, occasion).into_iter().next() else { continue };
        let of = |person| there.iter().find(|row| row.value.person == Some(person));
        let (child, other) = (of(broken.child), of(broken.with));
        let Some(record) = child.or(other).map(|row| row.id.0) else { continue };
        let says_why = [child, other].into_iter().flatten().any(|row| row.value.despite.is_some());
        let restriction = restrictions[broken.restriction].clone();
        let against = Against { on: at.on, restriction, with: broken.with, breach: broken.breach, is_to_come: false };
        found.push(GroupBreach { record, against, says_why });
    }
    Ok(found)
}

impl Store {
    /// What restrictions say against somebody's being at a meeting: of one still to come what it is refused for, of one
    /// that is or has been what it breaks; none where somebody says why.
    ///
    /// # Errors
    /// Refused by role or family; no such meeting.
    pub fn against_attending(&self, one: &Attendance) -> Result<Option<Against>, Problem> {
        let Some(person) = one.person else { return Ok(None) };
        self.ask_for_family(Right::ReadCases, family_of(&self.connection, person)?)?;
        if !one.is_open_to(self) {
            return Err(Problem::new(Kind::Refused, "kept-back"));
        }
        let at = meeting(&self.connection, one.meeting)?;
        let found = against(&self.connection, one, &at)?;
        Ok(found.map(|against| Against { is_to_come: at.is_to_come(self.today()), ..against }))
    }
}
