//! In how many weeks of a period each family was met: sessions that were held, by ISO week.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::{Give, Part, Scope, column};
use crate::domain::calendar::Week;
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::coded::Dated;

/// The days on which families were met, family by family, in a part of the table of families.
const HELD: &str = "SELECT family, on_day FROM session INDEXED BY session_by_family
     WHERE family > :after AND family <= :upto AND on_day BETWEEN :from AND :to AND outcome = 'held'
     ORDER BY family, on_day";

/// Hands on families that were met at all, each with its number of weeks.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let mut statement = store.connection.prepare_cached(HELD)?;
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.last(), ":after": after, ":upto": upto};
    let mut rows = statement.query(values)?;
    let mut weeks: BTreeMap<i64, (Option<Week>, i64)> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (family, day): (i64, NaiveDate) = (row.get(0)?, row.get::<_, Dated>(1)?.0);
        if families.has(family) {
            let (last, number) = weeks.entry(family).or_default();
            let week = Week::of(day);
            *number += i64::from(last.replace(week) != Some(week));
        }
    }
    let Some(column) = column(asked.report, "families") else { return Ok(()) };
    for (family, (_, number)) in weeks {
        let label = match asked.by.name {
            "district" => families.district(family),
            _ => Some(labels.number(&number.to_string())),
        };
        let fact = Fact {
            row: label.unwrap_or(0),
            column,
            unit: family,
            family: FamilyId(family),
            record: (NounKind::Families, family),
            on: None,
            says: if label.is_some() { Says::One(Some(number)) } else { Says::Missing("district") },
        };
        if give(&fact).is_break() {
            return Ok(());
        }
    }
    Ok(())
}
