//! What a unit has settled for its reports, in its `reports.toml`: its name, where reports may be written to, and the
//! reports that it has put a name to.
//!
//! ```toml
//! unit = "Stöd och utveckling"            # stands on pages for print
//! directories = ["/srv/reports"]          # nowhere else; none named is anywhere but in the casebook
//!
//! [[report]]
//! name = "district-quarter"               # small letters, digits, - and _: the file is called by it
//! report = "placements"
//! period = "last quarter"                 # as after --period; what is not said is as on the command line
//! by = "district"
//! district = "Bromma"
//! phase = "aftercare"
//! team = "Norr"
//! format = "csv"                          # xlsx, csv, json, html or svg
//! separator = ";"
//! bom = true
//! directory = "/srv/reports/quarters"     # the first of the directories where none is named
//! ```
//!
//! What is saved is always masked: nothing for the unit itself is written by a clock.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Period, Report, named, parse_period};
use crate::domain::problem::{Kind, Problem};

/// The formats that a saved report may have.
const FORMATS: [&str; 5] = ["xlsx", "csv", "json", "html", "svg"];

/// What a unit has settled for its reports.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReportSettings {
    /// The unit's name.
    pub unit: Option<String>,
    /// Where reports may be written to; anywhere but in the casebook where none is named.
    pub directories: Vec<PathBuf>,
    /// Reports with a name, in the order of the file.
    #[serde(rename = "report")]
    pub saved: Vec<SavedReport>,
}

/// A report with a name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedReport {
    /// Its name.
    pub name: String,
    /// Which report.
    pub report: String,
    /// Of which days.
    #[serde(default)]
    pub period: Option<String>,
    /// What its rows are told by.
    #[serde(default)]
    pub by: Option<String>,
    /// Only this district.
    #[serde(default)]
    pub district: Option<String>,
    /// Only this phase.
    #[serde(default)]
    pub phase: Option<String>,
    /// Only this team.
    #[serde(default)]
    pub team: Option<String>,
    /// In which format.
    #[serde(default = "sheet")]
    pub format: String,
    /// What stands between cells.
    #[serde(default)]
    pub separator: Option<char>,
    /// Whether it begins with a byte order mark.
    #[serde(default)]
    pub bom: bool,
    /// Where it is written to.
    #[serde(default)]
    pub directory: Option<PathBuf>,
}

fn sheet() -> String {
    FORMATS[0].to_owned()
}

impl SavedReport {
    /// Which report it is.
    pub fn report(&self) -> Option<&'static Report> {
        named(&self.report)
    }

    /// Its days, as of a day.
    pub fn days(&self, today: NaiveDate) -> Option<Period> {
        let report = self.report()?;
        match &self.period {
            Some(period) => parse_period(period, today),
            None => Some(report.usual_period(today)),
        }
    }

    /// What of it cannot be.
    fn fault(&self) -> Option<&str> {
        let is_name = |name: &str| {
            let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter);
            !name.is_empty() && name.chars().count() <= 60 && name.chars().all(fits)
        };
        // A period is told as of any day.
        let day = NaiveDate::from_ymd_opt(2026, 1, 1)?;
        if !is_name(&self.name) {
            return Some(&self.name);
        }
        let Some(report) = self.report() else { return Some(&self.report) };
        if self.by.is_some() && report.axis(self.by.as_deref()).is_none() {
            return self.by.as_deref();
        }
        if self.days(day).is_none() {
            return self.period.as_deref();
        }
        if !FORMATS.contains(&self.format.as_str()) {
            return Some(&self.format);
        }
        if self.separator.is_some_and(|separator| ![',', ';'].contains(&separator)) {
            return Some("separator");
        }
        self.directory.as_ref().is_some_and(|directory| directory.is_relative()).then_some("directory")
    }
}

impl ReportSettings {
    /// Reads the form above.
    ///
    /// # Errors
    /// When the text is not of that form, or a report of it cannot be.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let settings: Self =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "unit-reports").because(cause))?;
        let refused = |name: &str, value: &str| {
            Err(Problem::new(Kind::Invalid, "unit-report").with("name", name).with("value", value))
        };
        if let Some(relative) = settings.directories.iter().find(|directory| directory.is_relative()) {
            return refused("directories", &relative.display().to_string());
        }
        let mut names = BTreeSet::new();
        for saved in &settings.saved {
            if let Some(fault) = saved.fault() {
                return refused(&saved.name, fault);
            }
            if !names.insert(&saved.name) {
                return refused(&saved.name, &saved.name);
            }
        }
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settled::{documented, is_named, is_refused};

    #[test]
    fn the_form_in_the_documentation_is_read() {
        let text = documented(include_str!("saved.rs"));
        let settings = ReportSettings::parse(&text).unwrap();
        assert_eq!(settings.unit.as_deref(), Some("Stöd och utveckling"));
        let saved = &settings.saved[0];
        let days = saved.days("2026-11-30".parse().unwrap()).unwrap();
        assert_eq!((days.from.to_string(), days.to.to_string()), ("2026-07-01".to_owned(), "2026-09-30".to_owned()));
        assert_eq!((saved.separator, saved.bom, saved.format.as_str()), (Some(';'), true, "csv"));
        assert_eq!(ReportSettings::parse("").unwrap(), ReportSettings::default());
    }

    #[test]
    fn what_cannot_be_is_named() {
        let one = |more: &str| format!("[[report]]\nname = \"a\"\nreport = \"placements\"\n{more}\n");
        assert!(ReportSettings::parse(&one("")).is_ok());
        let cases = [
            (one("by = \"moon\""), "moon"),
            (one("period = \"soon\""), "soon"),
            (one("format = \"pdf\""), "pdf"),
            (one("separator = \"|\""), "separator"),
            (one("directory = \"here\""), "directory"),
            (one("").replace("\"a\"", "\"../a\""), "../a"),
            (one("").replace("placements", "secrets"), "secrets"),
            (format!("{}{}", one(""), one("")), "a"),
            ("directories = [\"here\"]".to_owned(), "here"),
        ];
        is_named(ReportSettings::parse, "unit-report", cases);
        let unknown = ["internal = true", "[[report]]\nname = \"a\"", "[[report]]\ninternal = true"];
        is_refused(ReportSettings::parse, "unit-reports", unknown);
    }
}
