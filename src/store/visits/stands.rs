//! How the visits of a family stand: its restrictions, its arrangements, what is stored of their visits.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use super::{reading, restriction};
use crate::domain::ids::{ArrangementId, FamilyId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Occurrence, Restriction};

/// An arrangement with what is stored of its visits.
pub(super) type Stand = (ArrangementId, Arrangement, Vec<Occurrence>);

/// The restrictions of a family, and of whoever has come to belong to it since.
pub(in crate::store) const RESTRICTIONS: &str = "
    SELECT * FROM restriction WHERE id IN (
        SELECT id FROM restriction WHERE family = :family
        UNION SELECT r.id FROM member m JOIN restriction r ON r.child = m.id WHERE m.family = :family) ORDER BY id";

pub(in crate::store) fn of_family(connection: &Connection, family: FamilyId) -> Result<Vec<Restriction>, Problem> {
    let mut statement = connection.prepare_cached(RESTRICTIONS)?;
    let mut rows = statement.query(named_params! {":family": family.0})?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut restriction = restriction::read(row)?;
        restriction::read_lists(connection, row.get("id")?, &mut restriction)?;
        found.push(restriction);
    }
    Ok(found)
}

/// The arrangements of a family and of its people, as a condition on `a`, an alias of `arrangement`.
pub(in crate::store) const ARRANGEMENTS_OF_FAMILY: &str = "a.id IN (SELECT id FROM arrangement WHERE family = :family
    UNION SELECT x.id FROM member m JOIN arrangement x ON x.child = m.id WHERE m.family = :family)";

/// What is stored of their visits, as a condition on `o`, an alias of `occurrence`.
pub(in crate::store) const STORED_OF_FAMILY: &str = "o.id IN (SELECT x.id FROM occurrence x WHERE x.arrangement IN (
    SELECT id FROM arrangement WHERE family = :family
    UNION SELECT y.id FROM member m JOIN arrangement y ON y.child = m.id WHERE m.family = :family))";

/// A family's arrangements with what is stored of their visits.
pub(super) fn stands(connection: &Connection, family: FamilyId) -> Result<Vec<Stand>, Problem> {
    let asked = named_params! {":family": family.0};
    let mut stored: HashMap<ArrangementId, Vec<Occurrence>> = HashMap::new();
    for (_, _, one) in reading::occurrences(connection, STORED_OF_FAMILY, asked)? {
        stored.entry(one.arrangement).or_default().push(one);
    }
    let arrangements = reading::arrangements(connection, ARRANGEMENTS_OF_FAMILY, asked)?;
    let stand = |one: crate::store::Stored<Arrangement>| {
        let own = stored.remove(&one.id).unwrap_or_default();
        (one.id, one.value, own)
    };
    Ok(arrangements.into_iter().map(stand).collect())
}

/// What is stored of an arrangement's visits.
pub(super) fn stored_of(connection: &Connection, id: ArrangementId) -> Result<Vec<Occurrence>, Problem> {
    let found = reading::occurrences(connection, "o.arrangement = :id", named_params! {":id": id.0})?;
    Ok(found.into_iter().map(|(_, _, occurrence)| occurrence).collect())
}
