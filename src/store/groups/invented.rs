//! Groups that nobody wrote, in which people of a demo's invented families are.

use rusqlite::{OptionalExtension, Transaction, named_params};

use crate::domain::attendance::Attendance;
use crate::domain::group::Group;
use crate::domain::group_meeting::GroupMeeting;
use crate::domain::ids::{GroupId, GroupMeetingId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::text::identity_of;
use crate::store::record::Row as _;
use crate::store::{Casebook, Store};

/// A group with its meetings, before anything has an identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGroup {
    /// The group.
    pub group: Group,
    /// Its meetings, and who was there.
    pub meetings: Vec<(GroupMeeting, Vec<NewAttendance>)>,
}

/// Who was at a meeting: somebody by reference, or heads without a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttendance {
    /// The reference of somebody who is in the casebook already; who is in none stays away.
    pub reference: Option<String>,
    /// What is told of them.
    pub told: Attendance,
}

impl Store {
    /// Fills a demo casebook with groups in which people of its families are, as it is filled with families.
    ///
    /// # Errors
    /// A casebook of real families is refused.
    pub fn fill_demo_groups(&self, casebook: &Casebook, groups: &[NewGroup]) -> Result<(), Problem> {
        self.ask_demo(casebook)?;
        self.write(|transaction| {
            let put = || groups.iter().try_for_each(|group| put_group(transaction, group));
            self.invent(transaction, put)
        })
    }
}

fn put_group(transaction: &Transaction<'_>, new: &NewGroup) -> Result<(), Problem> {
    let group = GroupId(new.group.put(transaction, None)?);
    for (meeting, there) in &new.meetings {
        let meeting = GroupMeeting { group, ..meeting.clone() }.put(transaction, None)?;
        for NewAttendance { reference, told } in there {
            let person: Option<i64> = match reference {
                None => None,
                Some(reference) => transaction
                    .prepare_cached("SELECT id FROM member WHERE ref_identity = :identity LIMIT 1")?
                    .query_row(named_params! {":identity": identity_of(reference)}, |row| row.get(0))
                    .optional()?,
            };
            if reference.is_some() && person.is_none() {
                continue;
            }
            let person = person.map(PersonId);
            Attendance { meeting: GroupMeetingId(meeting), person, ..told.clone() }.put(transaction, None)?;
        }
    }
    Ok(())
}
