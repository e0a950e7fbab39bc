//! Deadlines that statutes set, as dated rules, which are data: `assets/rules.toml`.
//!
//! A rule says within how many months something must be done; what the time counts from is for whoever uses it. No
//! deadline is written in code.

use std::sync::LazyLock;

use chrono::{Months, NaiveDate};
use serde::Deserialize;

use crate::domain::problem::{Kind, Problem};

const SHIPPED: &str = include_str!("../../assets/rules.toml");

/// A test reads the text that ships; were it ever broken, nothing would have a deadline.
static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::parse(SHIPPED).unwrap_or_default());

/// A deadline that a statute sets.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The deadline's name in exchange.
    pub name: String,
    /// What the time counts from, for people.
    pub counted_from: String,
    /// Within how many months.
    pub months: u32,
    /// The first day on which it holds.
    pub valid_from: NaiveDate,
    /// The last day on which it holds.
    pub valid_until: Option<NaiveDate>,
    /// The statute.
    pub source: String,
    /// S read in the source, L likely, U unverified.
    pub confidence: String,
}

impl Rule {
    /// The last day for what counts from a day; a day that the month does not have is the month's last.
    pub fn due(&self, from: NaiveDate) -> NaiveDate {
        from.checked_add_months(Months::new(self.months)).unwrap_or(NaiveDate::MAX)
    }
}

/// A set of rules.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    #[serde(default, rename = "rule")]
    rules: Vec<Rule>,
}

impl Rules {
    /// The rules that ship.
    pub fn shipped() -> &'static Self {
        &RULES
    }

    /// Reads rules from TOML; the form is told at the head of `assets/rules.toml`.
    ///
    /// # Errors
    /// When the text is not of that form; the cause says where.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "rules").because(cause))
    }

    /// The rule of a name that holds on a day.
    pub fn on(&self, name: &str, day: NaiveDate) -> Option<&Rule> {
        let holds = |rule: &&Rule| rule.valid_from <= day && rule.valid_until.is_none_or(|until| day <= until);
        self.rules.iter().filter(|rule| rule.name == name).find(holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_rules_that_ship_are_read() {
        let rules = Rules::parse(SHIPPED).unwrap();
        assert!(rules.rules.iter().all(|rule| !rule.source.is_empty() && ["S", "L", "U"].contains(&&*rule.confidence)));
        let rule = rules.on("contact_restriction_consideration", day("2026-11-21")).unwrap();
        assert_eq!((rule.months, rule.confidence.as_str()), (3, "S"));
        assert_eq!(rules.on("contact_restriction_consideration", day("1990-06-30")), None);
        assert!(Rules::parse(&SHIPPED.replace("months", "moons")).is_err());
    }

    #[test]
    fn months_end_where_the_month_ends() {
        let rule = Rules::shipped().on("contact_restriction_consideration", day("2026-11-21")).unwrap();
        for (from, due) in [
            ("2026-11-21", "2027-02-21"),
            ("2026-11-30", "2027-02-28"),
            ("2027-11-30", "2028-02-29"),
            ("2026-08-31", "2026-11-30"),
        ] {
            assert_eq!(rule.due(day(from)), day(due), "{from}");
        }
    }
}
