//! The casebook as its calendar files name it: a token that means nothing, and how new its visits are.

use std::collections::HashMap;

use rusqlite::named_params;
use serde_json::{Map, Value};

use super::{Store, slots};
use crate::domain::access::Right;
use crate::domain::ids::{ArrangementId, FamilyId};
use crate::domain::problem::Problem;

/// Where the token stands in the journal's first row.
const TOKEN: &str = "token";

/// What the journal's first row holds of a new casebook.
pub(super) fn first_row() -> Result<Map<String, Value>, Problem> {
    Ok(Map::from_iter([(TOKEN.to_owned(), Value::from(slots::token()?))]))
}

/// Which calendars have left the house: the newest of the whole unit and of each family, and when arrangements came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CalendarsSent {
    last: HashMap<Option<FamilyId>, i64>,
    added: HashMap<ArrangementId, i64>,
}

impl CalendarsSent {
    /// Whether somebody may have an arrangement of a family in a calendar program.
    pub fn had(&self, id: ArrangementId, family: FamilyId) -> bool {
        let added = self.added.get(&id).copied().unwrap_or_default();
        [None, Some(family)].iter().filter_map(|of| self.last.get(of)).any(|last| *last > added)
    }
}

impl Store {
    /// What tells this casebook's visits from another's in calendar programs: letters and digits that mean nothing. It
    /// was drawn when the casebook was made and stands in the journal's first row, which is never rewritten and goes
    /// along into every copy. A casebook from before there was a token goes by the moment it was made.
    ///
    /// # Errors
    /// Refused by role.
    pub fn casebook_token(&self) -> Result<String, Problem> {
        self.ask(Right::ReadCases)?;
        self.token()
    }

    /// The same, whoever asks: copies of one casebook are told from another's by it.
    pub(super) fn token(&self) -> Result<String, Problem> {
        let (at, after): (String, Option<String>) = self
            .connection
            .prepare_cached("SELECT at, after FROM journal ORDER BY id LIMIT 1")?
            .query_row([], |row| Ok((row.get("at")?, row.get("after")?)))?;
        let fields: Map<String, Value> = after.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let drawn = fields.get(TOKEN).and_then(Value::as_str).map(str::to_owned);
        Ok(drawn.unwrap_or_else(|| at.chars().filter(char::is_ascii_digit).collect()))
    }

    /// Which calendars have left the house so far.
    ///
    /// # Errors
    /// Refused by role.
    pub fn calendars_sent(&self) -> Result<CalendarsSent, Problem> {
        self.ask(Right::ReadCases)?;
        let mut sent = CalendarsSent::default();
        let mut statement = self.connection.prepare_cached(
            "SELECT family, max(id) FROM journal
             WHERE noun = 'calendar' AND act IN ('read', 'export', 'print') GROUP BY family",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, Option<i64>>(0)?.map(FamilyId), row.get(1)?)))?;
        for row in rows {
            let (family, last) = row?;
            sent.last.insert(family, last);
        }
        if sent.last.is_empty() {
            return Ok(sent);
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT record, min(id) FROM journal WHERE noun = 'arrangement' AND act = 'add' GROUP BY record",
        )?;
        let rows = statement.query_map([], |row| Ok((ArrangementId(row.get(0)?), row.get(1)?)))?;
        sent.added = rows.collect::<Result<_, _>>()?;
        Ok(sent)
    }

    /// How new the visits of a family's arrangements are: a number for each arrangement that grows with every change
    /// of it, of anything stored of its visits or of a restriction of contact in the family, also when that is taken
    /// away again. It is the newest journal row about them; what nobody has changed since it was invented for a demo
    /// has none.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn revisions(&self, family: FamilyId) -> Result<HashMap<ArrangementId, u32>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        // A change of a visit does not say whose it is. The visit does while it is stored, the rows of its coming and
        // going for ever.
        let mut statement = self.connection.prepare_cached(
            "WITH told AS (
                 SELECT record, max(json_extract(coalesce(after, before), '$.arrangement')) AS arrangement
                 FROM journal WHERE family = :family AND noun = 'visit' AND act IN ('add', 'remove') GROUP BY record),
             touched AS (
                 SELECT id, record AS arrangement FROM journal
                 WHERE family = :family AND noun = 'arrangement' AND act <> 'read'
                 UNION ALL
                 SELECT j.id, coalesce(o.arrangement, t.arrangement) FROM journal j
                 LEFT JOIN occurrence o ON o.id = j.record LEFT JOIN told t ON t.record = j.record
                 WHERE j.family = :family AND j.noun = 'visit'
                 UNION ALL
                 SELECT (SELECT max(id) FROM journal
                         WHERE family = :family AND noun = 'restriction' AND act <> 'read'), a.id
                 FROM arrangement a WHERE a.family = :family)
             SELECT arrangement, max(id) FROM touched WHERE arrangement IS NOT NULL AND id IS NOT NULL
             GROUP BY arrangement",
        )?;
        let rows = statement.query_map(named_params! {":family": family.0}, |row| {
            let newest: i64 = row.get(1)?;
            Ok((ArrangementId(row.get(0)?), u32::try_from(newest).unwrap_or(u32::MAX)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
