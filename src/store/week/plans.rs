//! What rules look at of plans: actions with a day, open goals with their last step, when plans were changed.

use chrono::NaiveDate;
use rusqlite::named_params;

use super::case_queries::{ACTIONS, GOALS, PLANS};
use super::cases::{Cases, dated};
use crate::domain::codes::Area;
use crate::domain::deadlines::{Done, Fact, How, OpenGoal, Wait, Waiting};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::coded::{Coded, Dated};
use crate::store::visits::reading;

impl Store {
    pub(super) fn read_plans(&self, ids: &str, today: NaiveDate, cases: &mut Cases) -> Result<(), Problem> {
        let person =
            |row: &rusqlite::Row<'_>, column| Ok::<_, Problem>(row.get::<_, Option<i64>>(column)?.map(PersonId));
        reading::each(&self.connection, ACTIONS, named_params! {":ids": ids}, |row| {
            let (from, record, person) = (row.get::<_, Dated>(1)?.0, row.get(3)?, person(row, 4)?);
            let met_on = dated(row, 2)?.into_iter().collect();
            cases.wait(row, Waiting { what: Wait::Action, record, person, from, until: None, met_on, within: None })
        })?;
        reading::each(&self.connection, GOALS, named_params! {":ids": ids, ":today": today}, |row| {
            // It is counted anew from each step.
            let (record, person, made) = (row.get(1)?, person(row, 2)?, row.get::<_, Dated>(3)?.0);
            let from = made.max(dated(row, 4)?.max(dated(row, 6)?).unwrap_or(made));
            let area = row.get::<_, Coded<Area>>(5)?.0;
            let open = person.map(|person| OpenGoal { person, area, made_on: made });
            cases.of(FamilyId(row.get(0)?), |case| case.goals.extend(open));
            let met_on = Vec::new();
            cases.wait(row, Waiting { what: Wait::Goal, record, person, from, until: None, met_on, within: None })
        })?;
        reading::each(&self.connection, PLANS, named_params! {":ids": ids}, |row| {
            let (person, on) = (person(row, 1)?, row.get::<_, Dated>(2)?.0);
            cases.done(row, Done { what: Fact::PlanRevised, on, person, how: How::Well })
        })
    }
}
