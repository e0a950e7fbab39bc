//! How far the support of parents reaches: of the parents of children who were placed at any time of the period.
//!
//! A parent of two is one. Parents are those of whom that is written, else the family's mothers and fathers, as in the
//! family tree.

use std::collections::{BTreeMap, HashMap};

use rusqlite::named_params;
use serde_json::Value;

use super::told::ToldParents;
use super::{Give, Part, Scope, column};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::measurement::{Enough, Measurement, Report, supports};
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::measured::measurement;
use crate::store::visits::reading;

/// Children who were placed in a period, and each of their parents, in a part of the table of families; children of
/// whom no parent is known come without.
pub(in crate::store) const PARENTS: &str = "WITH placed AS (
         SELECT DISTINCT c.id, c.family FROM member c CROSS JOIN placement p ON p.person = c.id
         WHERE c.family > :after AND c.family <= :upto AND p.started_on <= :to
           AND (p.ended_on IS NULL OR p.ended_on >= :from)
     ), parents AS (
         SELECT c.id AS child, c.family, k.person AS parent FROM placed c
         CROSS JOIN kin k ON k.other = c.id AND k.relation = 'parent_of' AND k.ended = 'no'
         UNION
         SELECT c.id, c.family, m.id FROM placed c
         CROSS JOIN member m ON m.family = c.family AND m.role IN ('mother', 'father')
         WHERE NOT EXISTS (SELECT 1 FROM kin k WHERE k.other = c.id AND k.relation IN ('parent_of', 'sibling_of'))
           AND NOT EXISTS (SELECT 1 FROM kin k WHERE k.person = c.id AND k.relation = 'sibling_of')
     )
     SELECT p.child, p.family, m.id, m.role FROM parents p CROSS JOIN member m ON m.id = p.parent
     UNION ALL
     SELECT c.id, c.family, NULL, NULL FROM placed c WHERE c.id NOT IN (SELECT child FROM parents)";

/// A parent, as far as figures go.
struct Parent {
    family: i64,
    role: String,
}

/// Hands on parents; and children of whom none is known.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let mut parents: BTreeMap<i64, Parent> = BTreeMap::new();
    let mut without: Vec<(i64, i64)> = Vec::new();
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.last(), ":after": after, ":upto": upto};
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
    let (assessed, told) = (assessed(scope, &parents)?, ToldParents::of(scope)?);
    for (person, parent) in &parents {
        let row = match asked.by.name {
            "role" => labels.find(&parent.role).or_else(|| labels.find("other")),
            "informed" => labels.find(told.informed(*person, parent.family)),
            "saw_home" => told.saw_home(*person).and_then(|said| labels.find(said)),
            _ => families.district(parent.family),
        };
        let fact = Fact {
            row: row.unwrap_or(0),
            column: assessed.get(person).and_then(|stands| column(asked.report, stands)).unwrap_or(not_assessed),
            unit: *person,
            family: FamilyId(parent.family),
            record: (NounKind::People, *person),
            on: None,
            says: row.map_or(Says::Missing(asked.by.name), |_| Says::One(None)),
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

/// What is measured in some families with the instruments that ask whether parents get enough support, up to a day.
pub(in crate::store) const ASSESSED: &str = "SELECT m.*, NULL AS asked_by_name FROM measurement m
     WHERE m.family > :after AND m.family <= :upto AND m.instrument IN (SELECT value FROM json_each(:instruments))
       AND m.on_day <= :to
     ORDER BY m.on_day, m.id";

/// In which column each person stands of whom the team has said so, by the last day of the period.
fn assessed(scope: &Scope<'_>, parents: &BTreeMap<i64, Parent>) -> Result<HashMap<i64, &'static str>, Problem> {
    let Scope { store, asked, .. } = scope;
    let instruments = store.instruments();
    let asking = instruments.all().iter().filter(|one| one.scoring.report == Some(Report::Coverage));
    let asking: Value = asking.map(|one| one.name.clone()).collect();
    let mut measured: HashMap<PersonId, Vec<Measurement>> = HashMap::new();
    let values = named_params! {
        ":instruments": asking.to_string(), ":to": asked.last(),
        ":after": scope.part.after, ":upto": scope.part.upto,
    };
    reading::each(&store.connection, ASSESSED, values, |row| {
        // What others have answered need not be read.
        if !parents.contains_key(&row.get("person")?) {
            return Ok(());
        }
        let one = measurement::read(row)?;
        measured.entry(one.person).or_default().push(one);
        Ok(())
    })?;
    let stands = |(person, measured): (PersonId, Vec<Measurement>)| {
        let all: Vec<&Measurement> = measured.iter().collect();
        let support = supports(instruments, &all, &[person]).pop()?;
        let stands = match support.team.0 {
            Enough::Yes => "enough",
            Enough::Partly => "partly",
            Enough::No => "none",
            Enough::Unclear => "unclear",
            Enough::NotNeeded => "no_need",
            Enough::NotAssessed => return None,
        };
        Some((person.0, stands))
    };
    Ok(measured.into_iter().filter_map(stands).collect())
}
