//! What people of a group came to where they were measured, taken together: before it and after, and how many they are.

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use crate::domain::access::Right;
use crate::domain::ids::{FamilyId, GroupId};
use crate::domain::measurement::{Group as Together, Measurement, group, standings};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::record::Row as _;

/// So many days before its first meeting what somebody answered is how it was before the group.
const BEFORE: u64 = 90;

/// What comes to fewer people than this is told to nobody: it would be somebody's own.
const LEAST: usize = 3;

/// The measurements of whoever came to any meeting of a group, from a day on.
pub(in crate::store) const MEASURED: &str = "
    WITH came AS (SELECT DISTINCT a.person FROM group_meeting p CROSS JOIN attendance a ON a.meeting = p.id
                  WHERE p.of_group = :group AND a.present = 'yes' AND a.person IS NOT NULL)
    SELECT x.id, x.family FROM came CROSS JOIN measurement x ON x.person = came.person AND x.on_day >= :from
    ORDER BY x.on_day, x.id";

impl Store {
    /// How those who came to a group stand by what they answered, first and latest of the same people; of families
    /// that one reaches and forms that one may see, and only where they are enough. Whoever calls it has asked for the
    /// group.
    pub(super) fn measured_together(&self, id: GroupId, first: Option<NaiveDate>) -> Result<Vec<Together>, Problem> {
        let Some(from) = first.and_then(|day| day.checked_sub_days(Days::new(BEFORE))) else { return Ok(Vec::new()) };
        let mut statement = self.connection.prepare_cached(MEASURED)?;
        let asked = named_params! {":group": id.0, ":from": from};
        let rows: Vec<(i64, FamilyId)> =
            statement.query_map(asked, |row| Ok((row.get(0)?, FamilyId(row.get(1)?))))?.collect::<Result<_, _>>()?;
        let mut of = Vec::new();
        for (row, family) in rows.into_iter().filter(|(_, family)| self.reaches(Right::ReadFile, *family)) {
            let found = Measurement::fetch(&self.connection, row)?.map(|(_, measured)| measured);
            of.extend(found.filter(|measured| measured.is_open_to(self)).map(|measured| (family, measured)));
        }
        self.saw(Measurement::NOUN, of.iter().map(|(family, _)| *family));
        let all = group(&standings(self.instruments(), of.iter().map(|(_, measured)| measured)));
        Ok(all.into_iter().filter(|one| one.both.is_some_and(|(count, ..)| count >= LEAST)).collect())
    }
}
