//! Warnings before a line about visits is saved. None of it stands in the way.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::calendar::{HolidayKind, holiday};
use crate::domain::codes::Answer;
use crate::domain::directory::Directory;
use crate::domain::problem::Problem;
use crate::domain::visit::calendar::OwnDay;
use crate::domain::visit::{Arrangement, NewYear, new_years};

/// A warning, as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Warning {
    /// The series goes over a week 53, and nobody has chosen how.
    #[serde(rename = "week_53")]
    Week53(NewYear),
    /// One of the first dates is a public holiday or an eve.
    Holiday {
        /// The date.
        on: NaiveDate,
        /// The holiday's term in exchange.
        code: &'static str,
        /// Its name in Swedish.
        name_sv: &'static str,
        /// Its name in English.
        name_en: &'static str,
        /// Whether it is an eve, no holiday by law.
        eve: bool,
    },
    /// The unit is closed on one of the first dates.
    Closed {
        /// The date.
        on: NaiveDate,
        /// What the unit calls it.
        name: String,
    },
    /// There is a school break on one of the first dates.
    SchoolBreak {
        /// The date.
        on: NaiveDate,
        /// What the unit calls it.
        name: String,
    },
    /// Nobody of the staff is called so yet.
    NewSupporter {
        /// The name.
        name: String,
    },
    /// A supporter must be there, and nobody is named.
    NoSupporter {
        /// The step that needs one.
        step: Option<u8>,
    },
}

/// The warnings of an arrangement whose first dates are known.
///
/// # Errors
/// When the casebook cannot be read.
pub fn warnings(
    arrangement: &Arrangement,
    dates: &[NaiveDate],
    directory: &dyn Directory,
) -> Result<Vec<Warning>, Problem> {
    let ladder = directory.ladder();
    let series = &arrangement.series;
    let mut warnings = Vec::new();
    if matches!(series.pattern.parity(), Some((_, None))) {
        warnings.extend(new_years(series, series.from).into_iter().map(Warning::Week53));
    }
    warnings.extend(dates.iter().filter_map(|on| {
        let named = holiday(*on)?;
        let eve = named.kind == HolidayKind::Eve;
        Some(Warning::Holiday { on: *on, code: &named.code, name_sv: &named.name_sv, name_en: &named.name_en, eve })
    }));
    for on in dates {
        warnings.extend(directory.own_days(*on).into_iter().map(|own| match own {
            OwnDay::Closed(name) => Warning::Closed { on: *on, name },
            OwnDay::SchoolBreak(name) => Warning::SchoolBreak { on: *on, name },
        }));
    }
    let terms = &arrangement.terms;
    for name in &terms.supporters {
        if directory.staff_called(name)?.is_empty() {
            warnings.push(Warning::NewSupporter { name: name.clone() });
        }
    }
    let needing = terms.step.filter(|step| ladder.needs_supporter(*step));
    if terms.supporters.is_empty() && (needing.is_some() || terms.supervision == Answer::Yes) {
        warnings.push(Warning::NoSupporter { step: needing });
    }
    Ok(warnings)
}
