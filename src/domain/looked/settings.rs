//! How looking is reviewed, as a unit settles it in its `access.toml`; what is not said is as it stands here.
//!
//! ```toml
//! glass_hours = 8           # how long a family stays open that somebody opened in an emergency; 1 to 24
//!
//! [review]
//! # That it is reviewed, systematically and again and again, is the law's: SFS 2001:454, 10 §. How often, how much and
//! # by which signals no law says; these are the program's until the unit has decided.
//! source = "SFS 2001:454, 10 §"
//! decided_on = ""           # the day on which the unit decided, as 2026-11-30
//! every_days = 28           # how often; 1 to 366
//! samples = 10              # readings drawn at random; 1 to 200
//! many_families = 40        # so many families opened within an hour are many
//! night_from = "21:00"      # when nobody works who is not on call
//! night_until = "06:00"
//!
//! # Telephone numbers of staff, for the signal that compares them with the family's; none unless the unit enters them.
//! # [[staff]]
//! # name = "Karin Ek"
//! # phones = ["070-174 06 05"]
//!
//! [told]
//! # Whether who has looked is told by name to those whom it concerns. The names of staff are given as a rule; where
//! # the unit has found that somebody is in danger by it, the role is given instead.
//! staff_names = true
//! ```

use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use crate::domain::problem::{Kind, Problem};

const HOURS: RangeInclusive<u32> = 1..=24;
const DAYS: RangeInclusive<u32> = 1..=366;
const SAMPLES: RangeInclusive<usize> = 1..=200;
const MANY: RangeInclusive<usize> = 2..=10_000;

/// What a unit has settled for reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRules {
    /// How many hours a family stays open that somebody opened in an emergency.
    pub glass_hours: u32,
    /// How it is reviewed.
    pub review: ReviewRules,
    /// Whether staff is named to those whom it concerns.
    pub staff_names: bool,
    /// Telephone numbers of staff, by name.
    pub staff: Vec<Staff>,
}

/// What a unit has entered of one of its staff.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// The name, as users are called.
    pub name: String,
    /// Telephone numbers.
    pub phones: Vec<String>,
}

/// How reading is reviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRules {
    /// Where the duty is from.
    pub source: String,
    /// When the unit decided on its numbers, if it has.
    pub decided_on: Option<NaiveDate>,
    /// How often.
    pub every_days: u32,
    /// How many readings are drawn.
    pub samples: usize,
    /// How many families within an hour are many.
    pub many_families: usize,
    /// When night begins.
    pub night_from: NaiveTime,
    /// When it ends.
    pub night_until: NaiveTime,
}

impl ReviewRules {
    /// Whether a time is at night.
    pub fn is_night(&self, time: NaiveTime) -> bool {
        if self.night_from < self.night_until {
            (self.night_from..self.night_until).contains(&time)
        } else {
            time >= self.night_from || time < self.night_until
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    glass_hours: u32,
    review: Review,
    told: ToldTo,
    staff: Vec<Staff>,
}

impl Default for File {
    fn default() -> Self {
        Self { glass_hours: 8, review: Review::default(), told: ToldTo::default(), staff: Vec::new() }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Review {
    source: String,
    decided_on: String,
    every_days: u32,
    samples: usize,
    many_families: usize,
    night_from: String,
    night_until: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ToldTo {
    staff_names: bool,
}

impl Default for Review {
    fn default() -> Self {
        Self {
            source: "SFS 2001:454, 10 §".to_owned(),
            decided_on: String::new(),
            every_days: 28,
            samples: 10,
            many_families: 40,
            night_from: "21:00".to_owned(),
            night_until: "06:00".to_owned(),
        }
    }
}

impl Default for ToldTo {
    fn default() -> Self {
        Self { staff_names: true }
    }
}

impl Default for ReviewRules {
    fn default() -> Self {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let Review { source, every_days, samples, many_families, .. } = Review::default();
        let (night_from, night_until) = (time(21), time(6));
        Self { source, decided_on: None, every_days, samples, many_families, night_from, night_until }
    }
}

impl AccessRules {
    /// What holds where the unit has settled nothing.
    pub fn shipped() -> Self {
        Self { glass_hours: 8, review: ReviewRules::default(), staff_names: true, staff: Vec::new() }
    }

    /// Reads the form above.
    ///
    /// # Errors
    /// When the text is not of that form, or says what cannot be.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let file: File =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "unit-access").because(cause))?;
        let Review { source, decided_on, every_days, samples, many_families, night_from, night_until } = file.review;
        let refused = |field: &'static str| Problem::new(Kind::Invalid, "unit-access-value").with("value", field);
        let time = |text: &str, field| NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| refused(field));
        let decided_on = match decided_on.trim() {
            "" => None,
            day => Some(day.parse().map_err(|_| refused("decided_on"))?),
        };
        for (holds, field) in [
            (HOURS.contains(&file.glass_hours), "glass_hours"),
            (DAYS.contains(&every_days), "every_days"),
            (SAMPLES.contains(&samples), "samples"),
            (MANY.contains(&many_families), "many_families"),
            (!source.trim().is_empty(), "source"),
        ] {
            if !holds {
                return Err(refused(field));
            }
        }
        let (night_from, night_until) = (time(&night_from, "night_from")?, time(&night_until, "night_until")?);
        let review = ReviewRules { source, decided_on, every_days, samples, many_families, night_from, night_until };
        Ok(Self { glass_hours: file.glass_hours, review, staff_names: file.told.staff_names, staff: file.staff })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settled::{documented, is_refused};

    #[test]
    fn the_form_in_the_documentation_is_read_and_is_what_holds_where_nothing_is_said() {
        let text = documented(include_str!("settings.rs"));
        assert_eq!(AccessRules::parse(&text).unwrap(), AccessRules::shipped());
        assert_eq!(AccessRules::parse("").unwrap(), AccessRules::shipped());
    }

    #[test]
    fn what_a_unit_may_choose() {
        let read = |text: &str| AccessRules::parse(&format!("[review]\n{text}"));
        assert_eq!(read("every_days = 7").unwrap().review.every_days, 7);
        assert_eq!(read("decided_on = \"2026-11-30\"").unwrap().review.decided_on, "2026-11-30".parse().ok());
        let refused = ["every_days = 0", "samples = 0", "many_families = 1", "night_from = \"25:00\"", "source = \"\""];
        is_refused(read, "unit-access-value", refused);
        assert_eq!(AccessRules::parse("glass_hours = 2").unwrap().glass_hours, 2);
        is_refused(AccessRules::parse, "unit-access-value", ["glass_hours = 0", "glass_hours = 25"]);
        is_refused(read, "unit-access", ["never = true"]);
        assert!(!AccessRules::parse("[told]\nstaff_names = false").unwrap().staff_names);
    }

    #[test]
    fn a_night_passes_midnight_or_not() {
        let rules = |text: &str| AccessRules::parse(&format!("[review]\n{text}")).unwrap().review;
        let at = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
        let night = rules("");
        assert_eq!(
            ["20:59", "21:00", "03:00", "06:00"].map(|time| night.is_night(at(time))),
            [false, true, true, false]
        );
        let lunch = rules("night_from = \"12:00\"\nnight_until = \"13:00\"");
        assert_eq!(["11:59", "12:00", "13:00"].map(|time| lunch.is_night(at(time))), [false, true, false]);
    }
}
