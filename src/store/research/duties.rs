//! Duties whose last day lies in a year, and how they stand; not those that need not be met.

use super::{Give, Scope};
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::domain::research::{FactRow, Value};
use crate::store::AT_ONCE;
use crate::store::figures::stands;
use crate::store::week::Past;

pub(super) fn each(scope: &Scope<'_>, give: Give<'_>) -> Result<(), Problem> {
    let (store, today) = (scope.store, scope.asked.today);
    let families: Vec<FamilyId> = scope.known.ids().into_iter().map(FamilyId).collect();
    for some in families.chunks(AT_ONCE) {
        for duty in store.worked_out(some, &scope.reached, Past::All, today)? {
            let day = duty.due_on.unwrap_or_else(|| duty.met_on.unwrap_or(duty.about.counted_from));
            let rule = store.rules().all().get(duty.rule).map(|rule| rule.name.clone());
            let Some(state) = stands(duty.state).filter(|_| (scope.from()..=scope.to()).contains(&day)) else {
                continue;
            };
            let family = duty.family.0;
            let cells = vec![
                scope.unit(),
                scope.family(family),
                Value::text(rule),
                Value::Day(day),
                Value::day(duty.met_on),
                Value::Text(state.to_owned()),
            ];
            if give(FactRow { cells, is_protected: scope.known.is_protected(family) }).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}
