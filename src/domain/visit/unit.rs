//! A unit's own settings for its visits: its own ladder, its closed days, school breaks, how long the ways are.
//!
//! Days and ways are a file of the unit's own, `visits.toml` in the casebook's directory, in this form:
//!
//! ```toml
//! [[closed]]            # days on which the unit is closed; one day when `until` is left out
//! name = "Julstängt"
//! from = 2026-12-24
//! until = 2027-01-01
//!
//! [[school_break]]
//! name = "Sportlov"
//! from = 2027-02-15
//! until = 2027-02-19
//!
//! [travel]
//! otherwise = 30        # minutes between any two different places
//! [[travel.between]]
//! one = "Lekoteket"
//! other = "Biblioteket"
//! minutes = 10
//! ```

use chrono::NaiveDate;
use serde::Deserialize;

use super::calendar::{OwnDays, Period};
use super::clash::Travel;
use super::ladder::Ladder;
use crate::domain::checklist::Checklists;
use crate::domain::problem::{Kind, Problem};

/// What a unit has settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The visit ladder.
    pub ladder: Ladder,
    /// Closed days and school breaks.
    pub days: OwnDays,
    /// How long the ways are.
    pub travel: Travel,
    /// The checklists.
    pub checklists: Checklists,
}

impl Default for Unit {
    fn default() -> Self {
        Self {
            ladder: Ladder::shipped().clone(),
            days: OwnDays::default(),
            travel: Travel::default(),
            checklists: Checklists::shipped().clone(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    closed: Vec<Days>,
    #[serde(default)]
    school_break: Vec<Days>,
    #[serde(default)]
    travel: Ways,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Days {
    name: String,
    from: toml::value::Datetime,
    until: Option<toml::value::Datetime>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Ways {
    #[serde(default)]
    otherwise: u32,
    #[serde(default)]
    between: Vec<Way>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Way {
    one: String,
    other: String,
    minutes: u32,
}

impl Unit {
    /// Takes in the unit's days and ways.
    ///
    /// # Errors
    /// When the text is not of the form above, or days end before they begin; the problem names them.
    pub fn read_days(&mut self, text: &str) -> Result<(), Problem> {
        let file: File =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "unit-days").because(cause))?;
        let periods = |all: Vec<Days>| all.iter().map(period).collect::<Result<Vec<_>, _>>();
        self.days = OwnDays { closed: periods(file.closed)?, school_breaks: periods(file.school_break)? };
        let travel = Travel::new(file.travel.otherwise);
        let with = |travel: Travel, way: &Way| travel.with(&way.one, &way.other, way.minutes);
        self.travel = file.travel.between.iter().fold(travel, with);
        Ok(())
    }
}

fn period(days: &Days) -> Result<Period, Problem> {
    let refused = || Problem::new(Kind::Invalid, "unit-days-period").with("name", days.name.clone());
    let day = |written: &toml::value::Datetime| {
        let date = written.date.filter(|_| written.time.is_none())?;
        NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
    };
    let from = day(&days.from).ok_or_else(refused)?;
    let until = days.until.as_ref().map_or(Some(from), day).ok_or_else(refused)?;
    if until < from {
        return Err(refused());
    }
    Ok(Period { from, until, name: days.name.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settled::documented;

    #[test]
    fn the_form_in_the_documentation_is_read() {
        let text = documented(include_str!("unit.rs"));
        let mut unit = Unit::default();
        unit.read_days(&text).unwrap();
        assert_eq!((unit.days.closed.len(), unit.days.school_breaks[0].name.as_str()), (1, "Sportlov"));
        assert_eq!(unit.travel, Travel::new(30).with("lekoteket", "biblioteket", 10));
    }

    #[test]
    fn faulty_days_are_refused_and_named() {
        for (text, key) in [
            ("[[closed]]\nname = 'Jul'\nfrom = 2026-12-24\nuntil = 2026-12-01", "unit-days-period name=Jul"),
            ("[[closed]]\nname = 'Jul'\nfrom = 2026-12-24T10:00:00", "unit-days-period name=Jul"),
            ("[[closed]]\nfrom = 2026-12-24", "unit-days"),
            ("[[holiday]]\n", "unit-days"),
        ] {
            assert_eq!(Unit::default().read_days(text).unwrap_err().to_string(), key);
        }
    }
}
