//! What is late for a family.

use crate::app::desk::App;
use crate::domain::deadlines::State;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::store::Past;

impl App {
    /// The late duties of a family, the latest first, each with why.
    pub(super) fn late_lines(&self, family: FamilyId) -> Result<Vec<String>, Problem> {
        let today = self.world.today;
        let mut duties = self.store.duties(&[family], Past::Last, today)?;
        duties.retain(|duty| duty.state == State::Late);
        duties.sort_by_key(|duty| duty.due_on);
        let names = self.store.names_of(&duties)?;
        let rules = self.store.rules().all();
        let told = duties.iter().filter_map(|duty| {
            let rule = rules.get(duty.rule)?;
            let what = self.locale.duty(duty, rule, &names, self.setting());
            Some(format!("{what}, {}", self.locale.duty_why(duty, today)))
        });
        Ok(told.collect())
    }
}
