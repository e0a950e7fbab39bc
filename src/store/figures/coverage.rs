//! How far the support of parents reaches: of the parents of children who were placed at any time of the period.
//!
//! A parent of two is one. Parents are those of whom that is written, else the family's mothers and fathers, as in the
//! family tree.

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::families::Families;
use super::{Give, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::visits::reading;

/// Children who were placed in a period, and each of their parents; children of whom no parent is known come without.
const PARENTS: &str = "WITH placed AS (
         SELECT DISTINCT c.id, c.family FROM placement p CROSS JOIN member c ON c.id = p.person
         WHERE p.started_on <= :to AND (p.ended_on IS NULL OR p.ended_on >= :from)
     ), parents AS (
         SELECT c.id AS child, k.person AS parent FROM placed c
         JOIN kin k ON k.other = c.id AND k.relation = 'parent_of' AND k.ended = 'no'
         UNION
         SELECT c.id, m.id FROM placed c JOIN member m ON m.family = c.family AND m.role IN ('mother', 'father')
         WHERE NOT EXISTS (SELECT 1 FROM kin k WHERE k.other = c.id AND k.relation IN ('parent_of', 'sibling_of'))
           AND NOT EXISTS (SELECT 1 FROM kin k WHERE k.person = c.id AND k.relation = 'sibling_of')
     )
     SELECT c.id, c.family, m.id, m.role FROM placed c
     LEFT JOIN parents p ON p.child = c.id LEFT JOIN member m ON m.id = p.parent";

/// A parent, as far as figures go.
struct Parent {
    family: i64,
    role: String,
}

/// Hands on parents; and children of whom none is known.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = Families::of(scope, labels)?;
    let mut parents: BTreeMap<i64, Parent> = BTreeMap::new();
    let mut without: Vec<(i64, i64)> = Vec::new();
    let values = named_params! {":from": asked.from, ":to": asked.last()};
    reading::each(&store.connection, PARENTS, values, |row| {
        let family = row.get(1)?;
        if !families.has(family) {
            return Ok(());
        }
        match row.get::<_, Option<i64>>(2)? {
            Some(parent) => drop(parents.insert(parent, Parent { family, role: row.get(3)? })),
            None => without.push((row.get(0)?, family)),
        }
        Ok(())
    })?;
    let Some(not_assessed) = column(asked.report, "not_assessed") else { return Ok(()) };
    for (person, parent) in &parents {
        let row = match asked.by.name {
            "role" => labels.find(&parent.role).or_else(|| labels.find("other")),
            _ => families.district(parent.family),
        };
        let fact = Fact {
            row: row.unwrap_or(0),
            column: not_assessed,
            unit: *person,
            family: FamilyId(parent.family),
            record: (NounKind::People, *person),
            on: None,
            says: row.map_or(Says::Missing("district"), |_| Says::One(None)),
        };
        if give(&fact).is_break() {
            return Ok(());
        }
    }
    for (child, family) in without {
        let fact = Fact {
            row: 0,
            column: not_assessed,
            unit: child,
            family: FamilyId(family),
            record: (NounKind::People, child),
            on: None,
            says: Says::Missing("parent"),
        };
        if give(&fact).is_break() {
            return Ok(());
        }
    }
    Ok(())
}
