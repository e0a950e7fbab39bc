//! What of contact came about while children were placed: visits that were held, by step and by the form of the
//! placement that the child was in on the day; once for each placement, where a child was in two.

use std::collections::HashMap;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::visits::{OF_FAMILIES, laid_out};
use super::{Give, Scope, column};
use crate::domain::codes::VisitOutcome;
use crate::domain::ids::PersonId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::domain::visit::Visit;
use crate::store::visits::reading::{self, all_of};
use crate::store::{AT_ONCE, Store};

/// A placement: its form, its first and its last day.
type Stay = (String, NaiveDate, Option<NaiveDate>);

/// Hands on visits.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let mut statement = store.connection.prepare_cached(OF_FAMILIES)?;
    let all: Vec<i64> = statement.query_map(&scope.part.params(), |row| row.get(0))?.collect::<Result<_, _>>()?;
    let all: Vec<i64> = all.into_iter().filter(|family| families.has(*family)).collect();
    for some in all.chunks(AT_ONCE) {
        let stays = stays(store, some)?;
        let end = laid_out(store, some, (asked.from, asked.last()), &mut |visit, step| {
            if visit.outcome() == VisitOutcome::Held { tell(scope, visit, step, &stays, labels, give) } else { ON }
        })?;
        if end.is_break() {
            return Ok(());
        }
    }
    Ok(())
}

const ON: ControlFlow<()> = ControlFlow::Continue(());

fn tell(
    scope: &Scope<'_>,
    visit: &Visit<'_>,
    step: Option<u8>,
    stays: &HashMap<PersonId, Vec<Stay>>,
    labels: &mut Numbered,
    give: Give<'_>,
) -> ControlFlow<()> {
    let is_then = |stay: &&Stay| stay.1 <= visit.on() && stay.2.is_none_or(|until| visit.on() <= until);
    let of_child = stays.get(&visit.arrangement.child).into_iter().flatten();
    for (kind, ..) in of_child.filter(is_then) {
        let Some(column) = column(scope.asked.report, kind) else { continue };
        let fact = Fact {
            row: step.map_or(0, |step| labels.number(&step.to_string())),
            column,
            unit: visit.id.0,
            family: visit.arrangement.family,
            record: (NounKind::Arrangements, visit.id.0),
            on: Some(visit.given),
            says: if step.is_some() { Says::One(None) } else { Says::Missing("step") },
        };
        give(&fact)?;
    }
    ON
}

/// The placements of the children of some families.
fn stays(store: &Store, families: &[i64]) -> Result<HashMap<PersonId, Vec<Stay>>, Problem> {
    let sql =
        "SELECT p.person, p.kind, p.started_on, p.ended_on FROM member m CROSS JOIN placement p ON p.person = m.id
               WHERE m.family IN (SELECT value FROM json_each(:ids)) ORDER BY p.person, p.started_on";
    let mut stays: HashMap<PersonId, Vec<Stay>> = HashMap::new();
    let ids = all_of(families.iter().copied());
    reading::each(&store.connection, sql, named_params! {":ids": ids}, |row| {
        let stay = (row.get(1)?, row.get(2)?, row.get(3)?);
        stays.entry(PersonId(row.get(0)?)).or_default().push(stay);
        Ok(())
    })?;
    Ok(stays)
}
