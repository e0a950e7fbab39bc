//! A family's people in groups, day by day: which group and whether they were there, and nothing of anybody else.

use chrono::NaiveDate;
use rusqlite::named_params;

use crate::domain::codes::{GroupKind, Presence};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::coded::Coded;

/// Somebody's part in a meeting of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPart {
    /// The day.
    pub on: NaiveDate,
    /// What sort of group.
    pub kind: GroupKind,
    /// What it is called; nothing where that is not for whoever is to read it.
    pub name: String,
    /// Who.
    pub person: PersonId,
    /// Whether they were there, or are to be.
    pub present: Presence,
    /// Why not.
    pub reason: Option<String>,
}

/// The parts of a family's people, from a day on.
pub(in crate::store) const PARTS: &str = "SELECT p.on_day, g.kind, g.name, a.person, a.present, a.reason
    FROM member m CROSS JOIN attendance a ON a.person = m.id JOIN group_meeting p ON p.id = a.meeting
    JOIN support_group g ON g.id = p.of_group
    WHERE m.family = :family AND p.state <> 'cancelled' AND (:from IS NULL OR p.on_day >= :from)
    ORDER BY p.on_day, g.identity, a.person";

impl Store {
    /// Whoever calls it has asked what the actor may.
    pub(in crate::store) fn group_parts(
        &self,
        family: FamilyId,
        from: Option<NaiveDate>,
    ) -> Result<Vec<GroupPart>, Problem> {
        let mut statement = self.connection.prepare_cached(PARTS)?;
        let found = statement.query_map(named_params! {":family": family.0, ":from": from}, |row| {
            Ok(GroupPart {
                on: row.get(0)?,
                kind: row.get::<_, Coded<GroupKind>>(1)?.0,
                name: row.get(2)?,
                person: PersonId(row.get(3)?),
                present: row.get::<_, Coded<Presence>>(4)?.0,
                reason: row.get(5)?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
