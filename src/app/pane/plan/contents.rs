//! What a plan must hold, as checklists: what of it the plan shows, and what somebody has ticked. With its source.

use super::Plan;
use crate::app::cx::Cx;
use crate::app::layer::Then;
use crate::app::layer::checklists::open_plan_lists;
use crate::domain::plan_content::Contents;
use crate::domain::problem::Problem;

impl Plan {
    /// What is asked of the plan at hand: the section that asks it, how much of it is dealt with, and how much it is.
    pub fn contents(&self) -> Vec<(&'static str, usize, usize)> {
        let mine = self.lists.iter().filter(|one| self.person.is_some() && one.time.person == self.person);
        let told = mine.filter_map(|one| {
            let content = Contents::shipped().all().iter().find(|content| content.name == one.list.name)?;
            let (done, of) = one.counted();
            Some((content.section.as_str(), done, of))
        });
        told.collect()
    }

    /// Opens it to be ticked.
    pub(super) fn open_contents(&self, cx: &mut Cx) -> Result<Then, Problem> {
        match (cx.family(), self.person) {
            (Some(family), Some(person)) => open_plan_lists(cx, family, person),
            _ => Ok(Then::Stay),
        }
    }
}
