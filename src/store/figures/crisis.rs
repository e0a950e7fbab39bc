//! Crisis support that was offered in a period: what the parent answered, and how many talks there were. Whether the
//! call came in time is a duty, and stands in the report of those.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::sessions::InTime;
use super::{Give, Part, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::visits::reading;

/// What was offered in a period, in a part of the table of families.
const OFFERED: &str = "SELECT id, family, parent, offered_on, answer, talks_used FROM crisis_support
     WHERE family > :after AND family <= :upto AND offered_on BETWEEN :from AND :to";

/// How many talks of crisis support sessions tell of, of each person: found without reading other sessions.
const TALKS: &str = "SELECT p.person, count(*) FROM session s INDEXED BY session_that_counts
     CROSS JOIN session_person p ON p.session = s.id
     WHERE s.family > :after AND s.family <= :upto AND s.kind = 'crisis_support'
       AND s.kind IN ('crisis_support', 'information', 'adults_meeting', 'child_session', 'follow_up')
         AND s.outcome = 'held' AND s.on_day <= :to GROUP BY p.person";

/// The columns of how many talks; more than there are columns for are in the last.
const COLUMNS: [&str; 7] = ["none", "one", "two", "three", "four", "five", "more"];

/// Hands on what was offered.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let mut told: HashMap<i64, i64> = HashMap::new();
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.last(), ":after": after, ":upto": upto};
    reading::each(&store.connection, TALKS, values, |row| {
        told.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    let mut days = InTime::default();
    let mut ended = false;
    reading::each(&store.connection, OFFERED, values, |row| {
        let (family, parent): (i64, i64) = (row.get(1)?, row.get(2)?);
        if ended || !families.has(family) {
            return Ok(());
        }
        let on: NaiveDate = row.get(3)?;
        let label = match asked.by.name {
            "answer" => row.get::<_, Option<String>>(4)?.and_then(|answer| labels.find(&answer)),
            "district" => families.district(family),
            by => Some(days.label(by, on, labels)),
        };
        let said: Option<i64> = row.get(5)?;
        let talks = said.unwrap_or_else(|| told.get(&parent).copied().unwrap_or(0));
        let place = usize::try_from(talks).unwrap_or(0).min(COLUMNS.len() - 1);
        let fact = Fact {
            row: label.unwrap_or(0),
            column: column(asked.report, COLUMNS[place]).unwrap_or(0),
            unit: row.get(0)?,
            family: FamilyId(family),
            record: (NounKind::CrisisSupports, row.get(0)?),
            on: Some(on),
            says: label.map_or(Says::Missing(asked.by.name), |_| Says::One(Some(talks))),
        };
        ended = give(&fact).is_break();
        Ok(())
    })
}
