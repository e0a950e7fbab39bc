//! What a plan must hold, as data with its source (`assets/plan-content.toml`), and what of it the casebook shows. What
//! nothing shows is told to be asked for; nothing here says that a plan is good.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::problem::{Kind, Problem};

const SHIPPED: &str = include_str!("../../../assets/plan-content.toml");

/// A test reads the text that ships; were it ever broken, nothing would be asked for.
static CONTENTS: LazyLock<Contents> = LazyLock::new(|| Contents::parse(SHIPPED).unwrap_or_default());

/// What of a plan the casebook shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// An open goal.
    Goals,
    /// An open action with somebody who does it.
    Steps,
    /// A day for every open goal.
    Days,
    /// Visits arranged for the child.
    Visits,
    /// A session that is planned.
    Talks,
    /// How the person sees a goal.
    OwnView,
}

/// A line that a plan must hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its key in files.
    pub key: String,
    /// What it says, in Swedish.
    pub text_sv: String,
    /// What it says, in English.
    pub text_en: String,
    /// What shows it: all of these. Nothing does where there are none.
    pub shown_by: Vec<Shown>,
}

/// What a kind of plan must hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Its name in files.
    pub name: String,
    /// The chapter and section that say so.
    pub section: String,
    /// From which day on they do.
    pub valid_from: NaiveDate,
    /// Until which day, if no longer.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
    /// Whether it is asked only of a child in placement.
    pub placed: bool,
    /// What it is called, in Swedish.
    pub title_sv: String,
    /// What it is called, in English.
    pub title_en: String,
    /// Where it is from.
    pub source: String,
    /// How sure that is: S read in the source, L likely, U unverified.
    pub confidence: String,
    /// Its lines.
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

/// What plans must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contents {
    #[serde(default)]
    content: Vec<Content>,
}

impl Contents {
    /// Those that ship.
    pub fn shipped() -> &'static Self {
        &CONTENTS
    }

    /// Reads them from TOML.
    ///
    /// # Errors
    /// When the text is not of the form.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "unit-programme").because(cause))
    }

    /// All of them.
    pub fn all(&self) -> &[Content] {
        &self.content
    }

    /// What is asked of a plan on a day.
    pub fn asked(&self, is_placed: bool, today: NaiveDate) -> impl Iterator<Item = &Content> {
        self.content.iter().filter(move |one| {
            let is_valid = one.valid_from <= today && one.valid_until.is_none_or(|until| today <= until);
            is_valid && (is_placed || !one.placed)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_ships_is_read_and_has_a_source() {
        let contents = Contents::parse(SHIPPED).unwrap();
        let lines: Vec<(&str, usize)> =
            contents.content.iter().map(|one| (one.section.as_str(), one.items.len())).collect();
        assert_eq!(lines, [("10:2", 4), ("10:3", 7)]);
        for one in &contents.content {
            assert!(one.source.contains("2025:468") && one.valid_from == day("2025-07-01") && one.confidence == "S");
            let keys: BTreeSet<&str> = one.items.iter().map(|item| item.key.as_str()).collect();
            assert_eq!(keys.len(), one.items.len(), "{}", one.name);
            assert!(one.items.iter().all(|item| !item.text_sv.is_empty() && !item.text_en.is_empty()));
        }
    }

    #[test]
    fn a_care_plan_is_asked_of_a_child_in_placement_and_nothing_before_its_day() {
        let names = |is_placed, today| -> Vec<&str> {
            Contents::shipped().asked(is_placed, day(today)).map(|one| one.name.as_str()).collect()
        };
        let cases: &[(bool, &str, &[&str])] = &[
            (true, "2026-11-30", &["care_plan", "implementation_plan"]),
            (false, "2026-11-30", &["implementation_plan"]),
            (true, "2025-07-01", &["care_plan", "implementation_plan"]),
            (true, "2025-06-30", &[]),
        ];
        for (is_placed, today, expected) in cases {
            assert_eq!(names(*is_placed, today), *expected, "{is_placed} {today}");
        }
    }
}
