//! Meetings of groups as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use super::attendance::refuse_restricted;
use super::{called, is_of_team};
use crate::domain::access::Right;
use crate::domain::codes::{Area, MeetingState};
use crate::domain::group_meeting::{GroupMeeting, ThemeWish};
use crate::domain::ids::{FamilyId, GroupId, GroupMeetingId};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::coded::Coded;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::visits::stored;

impl Record for GroupMeeting {
    type Id = GroupMeetingId;
}

impl Row for GroupMeeting {
    const NOUN: &'static str = "group_meeting";
    const TABLE: &'static str = "group_meeting";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "group_meeting t JOIN support_group g ON g.id = t.of_group",
        family: "NULL",
        first: "t.on_day",
        last: "t.on_day",
        order: "g.identity, g.id, t.on_day, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(None)
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((called(connection, self.group)?, Some(self.on)))
    }

    /// Whoever is expected at one that is moved to another day must be allowed to meet on that day too.
    fn check(&self, connection: &Connection, id: Option<i64>, today: NaiveDate) -> Result<(), Problem> {
        let Some(id) = id.filter(|_| self.is_to_come(today)) else { return Ok(()) };
        let before = stored::<Self>(connection, Some(id))?;
        if before.is_some_and(|before| before.is_to_come(today) && before.on == self.on) {
            return Ok(());
        }
        refuse_restricted(connection, GroupMeetingId(id), self)
    }

    fn is_open_to(&self, store: &Store) -> bool {
        is_of_team(store, Some(self.group))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let Some((version, mut meeting)) = one(connection, id, read)? else { return Ok(None) };
        meeting.wishes = connection
            .prepare_cached("SELECT theme, voices FROM group_meeting_wish WHERE meeting = :id ORDER BY place")?
            .query_map(named_params! {":id": id}, |row| Ok(ThemeWish { theme: row.get(0)?, voices: row.get(1)? }))?
            .collect::<Result<_, _>>()?;
        Ok(Some((version, meeting)))
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 13] = [
            ("of_group", &self.group.0),
            ("on_day", &self.on),
            ("state", &Coded(self.state)),
            ("theme", &self.theme),
            ("wished_on", &self.wished_on),
            ("reason", &self.reason),
            ("gap", &self.gap),
            ("gap_area", &self.gap_area.map(Coded)),
            ("gap_met_on", &self.gap_met_on),
            ("survey", &self.survey),
            ("survey_mean", &self.survey_mean),
            ("survey_n", &self.survey_n),
            ("note", &self.note),
        ];
        let id = columns::write(transaction, Self::TABLE, id, &row)?;
        transaction
            .prepare_cached("DELETE FROM group_meeting_wish WHERE meeting = :id")?
            .execute(named_params! {":id": id})?;
        let mut insert = transaction.prepare_cached(
            "INSERT INTO group_meeting_wish (meeting, place, theme, voices) VALUES (:id, :place, :theme, :voices)",
        )?;
        for (place, wish) in (0_i64..).zip(&self.wishes) {
            insert.execute(named_params! {
                ":id": id, ":place": place, ":theme": wish.theme, ":voices": wish.voices,
            })?;
        }
        Ok(id)
    }
}

/// A meeting from a row that holds every column of `group_meeting`, without what is wished for.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<GroupMeeting> {
    Ok(GroupMeeting {
        group: GroupId(row.get("of_group")?),
        on: row.get("on_day")?,
        state: row.get::<_, Coded<MeetingState>>("state")?.0,
        theme: row.get("theme")?,
        wished_on: row.get("wished_on")?,
        reason: row.get("reason")?,
        wishes: Vec::new(),
        gap: row.get("gap")?,
        gap_area: row.get::<_, Option<Coded<Area>>>("gap_area")?.map(|code| code.0),
        gap_met_on: row.get("gap_met_on")?,
        survey: row.get("survey")?,
        survey_mean: row.get("survey_mean")?,
        survey_n: row.get("survey_n")?,
        note: row.get("note")?,
    })
}

impl Store {
    /// The meeting of a group on a day.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn meeting_on(&self, group: GroupId, on: NaiveDate) -> Result<Option<GroupMeetingId>, Problem> {
        self.ask(Right::ReadCases)?;
        if !is_of_team(self, Some(group)) {
            return Ok(None);
        }
        let found = self
            .connection
            .prepare_cached("SELECT id FROM group_meeting WHERE of_group = :group AND on_day = :on")?
            .query_row(named_params! {":group": group.0, ":on": on}, |row| row.get(0).map(GroupMeetingId))
            .optional()?;
        Ok(found)
    }
}
