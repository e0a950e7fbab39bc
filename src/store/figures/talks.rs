//! How often placed children were talked with in a period: talks that are noted, and sessions with the child.

use std::collections::HashMap;

use rusqlite::named_params;

use super::{Give, Part, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::visits::reading;

/// Children who were placed at any time of a period, in a part of the table of families.
const PLACED: &str = "SELECT DISTINCT c.id, c.family FROM member c CROSS JOIN placement p ON p.person = c.id
     WHERE c.family > :after AND c.family <= :upto AND p.started_on <= :to
       AND (p.ended_on IS NULL OR p.ended_on >= :from) ORDER BY c.id";

/// Talks with each child in a period: sessions of other kinds are not read.
const TALKS: &str = "SELECT person, count(*) FROM (
         SELECT e.person FROM event e INDEXED BY event_by_family
         WHERE e.family > :after AND e.family <= :upto AND e.kind = 'talk_with_child' AND e.person IS NOT NULL
           AND e.on_day BETWEEN :from AND :to
         UNION ALL
         SELECT p.person FROM session s INDEXED BY session_that_counts
         CROSS JOIN session_person p ON p.session = s.id
         WHERE s.family > :after AND s.family <= :upto AND s.kind = 'child_session'
           AND s.kind IN ('crisis_support', 'information', 'adults_meeting', 'child_session', 'follow_up')
             AND s.outcome = 'held' AND s.on_day BETWEEN :from AND :to)
     GROUP BY person";

/// Hands on children.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let mut talks: HashMap<i64, i64> = HashMap::new();
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.last(), ":after": after, ":upto": upto};
    reading::each(&store.connection, TALKS, values, |row| {
        talks.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    let Some(column) = column(asked.report, "children") else { return Ok(()) };
    let mut ended = false;
    reading::each(&store.connection, PLACED, values, |row| {
        let (child, family): (i64, i64) = (row.get(0)?, row.get(1)?);
        if ended || !families.has(family) {
            return Ok(());
        }
        let number = talks.get(&child).copied().unwrap_or(0);
        let label = match asked.by.name {
            "district" => families.district(family),
            _ => Some(labels.number(&number.to_string())),
        };
        let fact = Fact {
            row: label.unwrap_or(0),
            column,
            unit: child,
            family: FamilyId(family),
            record: (NounKind::People, child),
            on: None,
            says: label.map_or(Says::Missing("district"), |_| Says::One(Some(number))),
        };
        ended = give(&fact).is_break();
        Ok(())
    })
}
