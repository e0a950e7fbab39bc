//! Duties by rule, and how they stand: those whose last day lies in the period.

use super::sessions::InTime;
use super::{Give, Scope, column};
use crate::domain::deadlines::State;
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::AT_ONCE;
use crate::store::week::Past;

/// The column of a duty; none of one that need not be met.
pub(in crate::store) fn stands(state: State) -> Option<&'static str> {
    Some(match state {
        State::Met => "met_in_time",
        State::MetLate => "met_late",
        State::Late => "missed",
        State::Open | State::Due => "open",
        State::Unknown => "unknown",
        State::Exempted => return None,
    })
}

/// Hands on duties.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let rules = store.rules().all();
    if asked.by.name == "rule" {
        for rule in rules {
            labels.number(&rule.name);
        }
    }
    let mut days = InTime::default();
    let wanted = scope.families(labels)?;
    let mut statement =
        store.connection.prepare_cached("SELECT id FROM family WHERE id > :after AND id <= :upto ORDER BY id")?;
    let families: Vec<FamilyId> =
        statement.query_map(&scope.part.params(), |row| row.get(0).map(FamilyId))?.collect::<Result<_, _>>()?;
    let families: Vec<FamilyId> = families.into_iter().filter(|family| wanted.has(family.0)).collect();
    for some in families.chunks(AT_ONCE) {
        for duty in store.worked_out(some, &scope.reached, Past::All, asked.today)? {
            let day = duty.due_on.unwrap_or_else(|| duty.met_on.unwrap_or(duty.about.counted_from));
            let column = stands(duty.state).and_then(|state| column(asked.report, state));
            let Some(column) = column.filter(|_| (asked.from..=asked.to).contains(&day)) else { continue };
            let label = match asked.by.name {
                "rule" => rules.get(duty.rule).and_then(|rule| labels.find(&rule.name)),
                "district" => wanted.district(duty.family.0),
                by => Some(days.label(by, day, labels)),
            };
            let fact = Fact {
                row: label.unwrap_or(0),
                column,
                unit: duty.family.0,
                family: duty.family,
                record: (NounKind::Families, duty.family.0),
                on: Some(day),
                says: label.map_or(Says::Missing(asked.by.name), |_| Says::One(None)),
            };
            if give(&fact).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}
