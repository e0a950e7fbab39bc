//! A child's visits on one day, for whoever asks whether a visit is there already.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::stands::stored_of;
use crate::domain::entry::VisitOn;
use crate::domain::ids::{ArrangementId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, visits};
use crate::store::record::Row as _;

/// The visits of a child on a day, whatever came of them.
pub(in crate::store) fn on_day(
    connection: &Connection,
    child: PersonId,
    day: NaiveDate,
) -> Result<Vec<VisitOn>, Problem> {
    let ids: Vec<i64> = connection
        .prepare_cached(
            "SELECT id FROM arrangement WHERE child = :child AND from_day <= :day AND last_day >= :day
             UNION SELECT a.id FROM arrangement a JOIN occurrence o ON o.arrangement = a.id
                   WHERE a.child = :child AND o.on_day = :day",
        )?
        .query_map(named_params! {":child": child.0, ":day": day}, |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for id in ids.into_iter().map(ArrangementId) {
        let Some((_, arrangement)) = Arrangement::fetch(connection, id.0)? else { continue };
        let stored = stored_of(connection, id)?;
        let there = visits(id, &arrangement, &stored, day, day);
        found.extend(there.iter().map(|visit| (visit.terms().start, visit.terms().with.clone())));
    }
    Ok(found)
}
