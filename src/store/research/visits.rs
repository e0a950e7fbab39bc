//! Visits of a year, as their series give them and as they became; not those that are still to come.

use std::ops::ControlFlow;

use super::{Give, Scope};
use crate::domain::codes::{Answer, Code, VisitOutcome};
use crate::domain::problem::Problem;
use crate::domain::research::{FactRow, Value};
use crate::domain::visit::Visit;
use crate::store::AT_ONCE;
use crate::store::figures::laid_out;

pub(super) fn each(scope: &Scope<'_>, give: Give<'_>) -> Result<(), Problem> {
    let last = scope.to().min(scope.asked.today);
    for some in scope.known.ids().chunks(AT_ONCE) {
        let end = laid_out(scope.store, some, (scope.from(), last), &mut |visit, step| {
            cells(scope, visit, step).map_or(ControlFlow::Continue(()), &mut *give)
        })?;
        if end.is_break() {
            return Ok(());
        }
    }
    Ok(())
}

/// The row of a visit that has become something, or of which nobody has said what.
fn cells(scope: &Scope<'_>, visit: &Visit<'_>, step: Option<u8>) -> Option<FactRow> {
    let (family, terms) = (visit.arrangement.family.0, visit.terms());
    let outcome = match visit.outcome() {
        VisitOutcome::Moved => return None,
        VisitOutcome::Planned => Value::Nothing,
        outcome => Value::Text(outcome.code().to_owned()),
    };
    let by = visit.written.and_then(|written| written.cancelled_by).map(Code::code);
    let cells = vec![
        scope.unit(),
        scope.person(visit.arrangement.child.0),
        scope.family(family),
        scope.known.district(family),
        Value::Day(visit.on()),
        Value::number(step.map(i64::from)),
        Value::Text(terms.contact.code().to_owned()),
        Value::Flag(terms.supervision == Answer::Yes),
        outcome,
        Value::text(by),
        Value::number(terms.minutes().map(i64::from)),
    ];
    Some(FactRow { cells, is_protected: scope.known.is_protected(family) })
}
