//! The late duties of a family.

use crate::app::cx::Cx;
use crate::domain::deadlines::{Duty, State};
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::store::Past;

/// The late duties of a family, the gravest first and of those the latest, each with why.
pub(super) fn late_lines(cx: &Cx, family: FamilyId) -> Result<Vec<String>, Problem> {
    let today = cx.world.today;
    let mut duties = cx.store.duties(&[family], Past::Last, today)?;
    duties.retain(|duty| duty.state == State::Late);
    let severity = |duty: &Duty| cx.store.rules().all().get(duty.rule).map(|rule| rule.severity);
    duties.sort_by_key(|duty| (severity(duty), duty.due_on));
    let names = cx.store.names_of(&duties)?;
    let rules = cx.store.rules().all();
    let told = duties.iter().filter_map(|duty| {
        let rule = rules.get(duty.rule)?;
        let what = cx.locale.duty(duty, rule, &names, cx.setting());
        Some(format!("{what}, {}", cx.locale.duty_why(duty, today)))
    });
    Ok(told.collect())
}
