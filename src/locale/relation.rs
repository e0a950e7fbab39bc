//! The relations of a family's people, in words.

use chrono::NaiveDate;

use super::speech::{Locale, arg};
use crate::domain::codes::Code;
use crate::domain::relation::Relation;

impl Locale {
    /// What somebody is to another, and whether that has ended: `partner till Amir, upphörde 3/5`.
    pub fn kin(&self, kin: &Relation, other: &str, today: NaiveDate) -> String {
        let told = self.tell(&format!("kin-{}", kin.relation.code()), &[("name", arg(other))]);
        match self.kin_ended(kin, today) {
            Some(ended) => format!("{told}, {ended}"),
            None => told,
        }
    }

    /// That a relation has ended, if it has, and when, if that is known.
    pub fn kin_ended(&self, kin: &Relation, today: NaiveDate) -> Option<String> {
        kin.is_ended().then(|| match kin.ended_on {
            Some(day) => self.tell("kin-ended-on", &[("day", arg(self.date(day, today)))]),
            None => self.say("kin-ended"),
        })
    }
}
