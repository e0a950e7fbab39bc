//! What is left in groups of a family whose file is taken away: how many came, without a name.

use rusqlite::{Transaction, named_params};

use super::attendance::rows_of;
use crate::domain::attendance::Attendance;
use crate::domain::codes::{Code, Heads, MemberRole};
use crate::domain::ids::{FamilyId, GroupMeetingId};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::journal::{Cause, next_change};
use crate::store::record::Row as _;

/// At which meetings people of a family were, and how many of them, adults and children apart.
pub(in crate::store) const CAME: &str = "
    SELECT a.meeting, m.role = :child, count(*)
    FROM member m CROSS JOIN attendance a ON a.person = m.id
    WHERE m.family = :family AND a.present = 'yes' GROUP BY 1, 2 ORDER BY 1, 2";

impl Store {
    /// Counts those of a family who came to meetings among the heads without a name, so that figures of groups stand
    /// when its file goes. Their own rows go with the file.
    pub(in crate::store) fn count_without_names(
        &self,
        transaction: &Transaction<'_>,
        family: FamilyId,
    ) -> Result<(), Problem> {
        let mut statement = transaction.prepare_cached(CAME)?;
        let asked = named_params! {":family": family.0, ":child": MemberRole::Child.code()};
        let came: Vec<(GroupMeetingId, bool, u32)> = statement
            .query_map(asked, |row| Ok((GroupMeetingId(row.get(0)?), row.get(1)?, row.get(2)?)))?
            .collect::<Result<_, _>>()?;
        for (meeting, are_children, count) in came {
            let heads = Some(if are_children { Heads::Children } else { Heads::Adults });
            let change = next_change(transaction)?;
            let is_there = |row: &Attendance| row.person.is_none() && row.heads == heads;
            match rows_of(transaction, meeting)?.into_iter().find(|row| is_there(&row.value)) {
                Some(there) => {
                    let all = there.value.count.unwrap_or_default().saturating_add(count);
                    Attendance { count: Some(all), ..there.value.clone() }.put(transaction, Some(there.id.0))?;
                    self.journal_change(transaction, change, Cause::Person, there.id.0, &there.value)?;
                }
                None => {
                    let id = Attendance::heads(meeting, count, heads).put(transaction, None)?;
                    self.journal_add::<Attendance>(transaction, change, Cause::Person, id)?;
                }
            }
        }
        Ok(())
    }
}
