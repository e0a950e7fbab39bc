//! What parents were told: whether they were informed, whether it was gone through with them, and whether they saw the
//! home before their child moved there. They are axes of the report on the support of parents, so that it is the same
//! parents everywhere.

use std::collections::{HashMap, HashSet};

use rusqlite::named_params;

use super::{Part, Scope};
use crate::domain::problem::Problem;
use crate::store::visits::reading;

/// Who was informed by a day, and whether it was gone through: of one of whom nobody is named it holds of the family.
const INFORMED: &str = "SELECT family, person, kind = 'information_gone_through' FROM event INDEXED BY event_by_family
     WHERE family > :after AND family <= :upto AND kind IN ('information_given', 'information_gone_through')
       AND on_day <= :to
     UNION ALL
     SELECT s.family, p.person, 1 FROM session s INDEXED BY session_that_counts
     CROSS JOIN session_person p ON p.session = s.id
     WHERE s.family > :after AND s.family <= :upto AND s.kind = 'information'
       AND s.kind IN ('crisis_support', 'information', 'adults_meeting', 'child_session', 'follow_up')
         AND s.outcome = 'held' AND s.on_day <= :to";

/// What parents have last answered about the home, by a day.
const SAW_HOME: &str = "SELECT person, answers ->> 'saw_home' FROM measurement
     WHERE family > :after AND family <= :upto AND instrument = 'parent_survey' AND on_day <= :to
       AND answers ->> 'saw_home' IS NOT NULL ORDER BY on_day, id";

/// What is known of what parents were told.
#[derive(Default)]
pub(super) struct ToldParents {
    given: HashSet<i64>,
    through: HashSet<i64>,
    families_given: HashSet<i64>,
    families_through: HashSet<i64>,
    saw_home: HashMap<i64, String>,
}

impl ToldParents {
    /// What is known, as far as the axis that is asked for needs it.
    pub(super) fn of(scope: &Scope<'_>) -> Result<Self, Problem> {
        let Scope { store, asked, .. } = scope;
        let mut told = Self::default();
        let Part { after, upto } = scope.part;
        let values = named_params! {":to": asked.last(), ":after": after, ":upto": upto};
        match asked.by.name {
            "informed" => reading::each(&store.connection, INFORMED, values, |row| {
                let (family, person): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
                let is_through: bool = row.get(2)?;
                match (person, is_through) {
                    (Some(person), true) => told.through.insert(person),
                    (Some(person), false) => told.given.insert(person),
                    (None, true) => told.families_through.insert(family),
                    (None, false) => told.families_given.insert(family),
                };
                Ok(())
            })?,
            "saw_home" => reading::each(&store.connection, SAW_HOME, values, |row| {
                told.saw_home.insert(row.get(0)?, row.get(1)?);
                Ok(())
            })?,
            _ => {}
        }
        Ok(told)
    }

    /// How far a parent was informed.
    pub(super) fn informed(&self, person: i64, family: i64) -> &'static str {
        if self.through.contains(&person) || self.families_through.contains(&family) {
            "gone_through"
        } else if self.given.contains(&person) || self.families_given.contains(&family) {
            "given"
        } else {
            "not_informed"
        }
    }

    /// What a parent has said of the home.
    pub(super) fn saw_home(&self, person: i64) -> Option<&str> {
        self.saw_home.get(&person).map(String::as_str)
    }
}
