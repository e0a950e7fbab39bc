//! Who was at a meeting, many at once: a leader goes down the list, or writes one line.

use super::attendance::{against, rows_of};
use crate::domain::access::Right;
use crate::domain::attendance::Attendance;
use crate::domain::codes::{MeetingState, Presence};
use crate::domain::group_meeting::GroupMeeting;
use crate::domain::ids::GroupMeetingId;
use crate::domain::problem::Problem;
use crate::domain::visit::together::Against;
use crate::store::journal::{self, Cause};
use crate::store::record::{Row as _, Stored};
use crate::store::visits::family_of;
use crate::store::visits::stands::of_family;
use crate::store::{Origin, Store, not_found};

impl Store {
    /// What restrictions say against people's being at a meeting together, those of them who are told of there and
    /// those who are on the list already; the first of it. Nothing is written.
    ///
    /// # Errors
    /// Refused by role or family; no such meeting.
    pub fn against_roll(&self, at: GroupMeetingId, told: &[Attendance]) -> Result<Option<Against>, Problem> {
        self.ask(Right::NoteEvents)?;
        // Most groups have nobody in them whom a restriction is about.
        if !self.is_any_restricted(told)? {
            return Ok(None);
        }
        self.try_out(|transaction| {
            let (_, meeting) = GroupMeeting::fetch(transaction, at.0)?.ok_or_else(|| not_found(GroupMeeting::NOUN))?;
            self.ask_open(&meeting)?;
            for one in told {
                let one = Attendance { meeting: at, ..one.clone() };
                self.ask_to(Right::NoteEvents, one.family(transaction, None)?)?;
                let is_same = |row: &Stored<Attendance>| (row.value.person, row.value.heads) == (one.person, one.heads);
                let there = rows_of(transaction, at)?.into_iter().find(is_same);
                one.put(transaction, there.map(|there| there.id.0))?;
            }
            for one in told {
                let one = Attendance { meeting: at, ..one.clone() };
                if let Some(found) = against(transaction, &one, &meeting)? {
                    return Ok(Some(Against { is_to_come: meeting.is_to_come(self.today()), ..found }));
                }
            }
            Ok(None)
        })
    }

    fn is_any_restricted(&self, told: &[Attendance]) -> Result<bool, Problem> {
        for person in told.iter().filter(|one| one.is_there()).filter_map(|one| one.person) {
            let family = family_of(&self.connection, person)?;
            if !of_family(&self.connection, family)?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Writes who was at a meeting, as one change: what is told of somebody takes the place of what stood there. With
    /// the first who was there a planned meeting of today or before has been held.
    ///
    /// # Errors
    /// Refused by role or family; no such meeting; a restriction of contact stops what is still to come.
    pub fn attend(&self, at: GroupMeetingId, told: &[Attendance], origin: Origin<'_>) -> Result<(), Problem> {
        self.ask(Right::NoteEvents)?;
        let change = self.write(|transaction| {
            let (_, before) = GroupMeeting::fetch(transaction, at.0)?.ok_or_else(|| not_found(GroupMeeting::NOUN))?;
            self.ask_open(&before)?;
            let change = journal::next_change(transaction)?;
            let mut has_written = false;
            let came = told.iter().any(|one| one.present == Presence::Yes);
            if came && before.state == MeetingState::Planned && before.on <= self.today() {
                GroupMeeting { state: MeetingState::Held, ..before.clone() }.put(transaction, Some(at.0))?;
                self.journal_change(transaction, change, Cause::Person, at.0, &before)?;
                has_written = true;
            }
            for one in told {
                let one = Attendance { meeting: at, ..one.clone() };
                self.ask_to(Right::NoteEvents, one.family(transaction, None)?)?;
                let is_same = |row: &Stored<Attendance>| (row.value.person, row.value.heads) == (one.person, one.heads);
                let there = rows_of(transaction, at)?.into_iter().find(is_same);
                match there {
                    Some(there) if there.value == one => {}
                    Some(there) => {
                        one.check(transaction, Some(there.id.0), self.today())?;
                        one.put(transaction, Some(there.id.0))?;
                        self.journal_change(transaction, change, Cause::Person, there.id.0, &there.value)?;
                        has_written = true;
                    }
                    None => {
                        one.check(transaction, None, self.today())?;
                        let id = one.put(transaction, None)?;
                        self.journal_add::<Attendance>(transaction, change, Cause::Person, id)?;
                        has_written = true;
                    }
                }
            }
            self.drop_origin(transaction, origin)?;
            Ok(Some(change).filter(|_| has_written))
        })?;
        if let Some(change) = change {
            self.remember(change);
        }
        Ok(())
    }
}
