//! The rules for purging, which are data: `assets/purge.toml`, and the unit's own `purge.toml` over it.

use std::sync::LazyLock;

use chrono::{Datelike, Months, NaiveDate};
use serde::Deserialize;

use crate::domain::problem::{Kind, Problem};

const SHIPPED: &str = include_str!("../../../assets/purge.toml");

/// A test reads the text that ships; were it ever broken, nothing would be proposed.
static RULES: LazyLock<PurgeRules> = LazyLock::new(|| PurgeRules::parse(SHIPPED).unwrap_or_default());

/// What a period counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountsFrom {
    /// The latest day of anything written of the family.
    LastNote,
    /// The birth of the youngest child.
    YoungestBirth,
}

/// Until when a purge is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finish {
    /// The end of the calendar year after.
    YearAfter,
}

/// How sure a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[allow(missing_docs)]
pub enum Confidence {
    S,
    L,
    U,
}

/// How long a file is kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Its name in files.
    pub name: String,
    /// What it counts from.
    pub counts_from: CountsFrom,
    /// How long.
    pub years: u32,
    /// Until when the purge is to be done.
    pub finish: Finish,
    /// What else would keep the file, and does not.
    #[serde(default)]
    pub in_spite_of: Vec<String>,
    /// Where it is from.
    pub source: String,
    confidence: Confidence,
    on: Option<bool>,
    valid_from: Option<toml::value::Datetime>,
    valid_until: Option<toml::value::Datetime>,
}

/// Why a file is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// A child of the family was ever placed.
    ChildPlaced,
    /// All files of the municipality are kept.
    Municipality,
    /// Somebody whose file it is was born on a day of the sample.
    BornOn,
}

/// What keeps a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// Its name in files and in the locale files, after `purge-kept-`.
    pub name: String,
    /// Why.
    pub because: Because,
    /// Codes of municipalities and counties.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Days of a month.
    #[serde(default)]
    pub days: Vec<u32>,
    /// Where it is from.
    pub source: String,
    confidence: Confidence,
    on: Option<bool>,
    valid_from: Option<toml::value::Datetime>,
    valid_until: Option<toml::value::Datetime>,
}

/// The rules, and the municipality that the unit works for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PurgeRules {
    /// The code of the municipality; none where the unit has not said.
    pub municipality: Option<String>,
    periods: Vec<Period>,
    keeps: Vec<Keep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    municipality: Option<String>,
    #[serde(default)]
    period: Vec<toml::Table>,
    #[serde(default)]
    keep: Vec<toml::Table>,
}

impl PurgeRules {
    /// The rules that ship; of no municipality.
    pub fn shipped() -> &'static Self {
        &RULES
    }

    /// Reads whole rules.
    ///
    /// # Errors
    /// When the text is not of the form.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let file = file(text)?;
        Self::of(file.municipality, file.period, file.keep)
    }

    /// The rules that ship with the unit's own over them.
    ///
    /// # Errors
    /// When the text is not of the form, or the municipality is no code of four digits.
    pub fn with_own(own: &str) -> Result<Self, Problem> {
        let (shipped, own) = (file(SHIPPED)?, file(own)?);
        if own.municipality.as_ref().is_some_and(|code| code.len() != 4 || !code.bytes().all(|b| b.is_ascii_digit())) {
            return Err(refused("municipality = \"1480\""));
        }
        Self::of(own.municipality, over(shipped.period, own.period), over(shipped.keep, own.keep))
    }

    fn of(municipality: Option<String>, periods: Vec<toml::Table>, keeps: Vec<toml::Table>) -> Result<Self, Problem> {
        let periods: Vec<Period> = periods.into_iter().map(row).collect::<Result<_, _>>()?;
        let keeps: Vec<Keep> = keeps.into_iter().map(row).collect::<Result<_, _>>()?;
        // A file that nothing holds back would be proposed the day it was written.
        match periods.iter().find(|period| period.years == 0) {
            Some(period) => Err(refused(&format!("{}: years = 0", period.name))),
            None => Ok(Self { municipality, periods, keeps }),
        }
    }

    /// The periods that hold on a day.
    pub fn periods(&self, today: NaiveDate) -> impl Iterator<Item = &Period> {
        let holds = move |one: &&Period| holds(one.confidence, one.on, (&one.valid_from, &one.valid_until), today);
        self.periods.iter().filter(holds)
    }

    /// What keeps files on a day.
    pub fn keeps(&self, today: NaiveDate) -> impl Iterator<Item = &Keep> {
        let holds = move |one: &&Keep| holds(one.confidence, one.on, (&one.valid_from, &one.valid_until), today);
        self.keeps.iter().filter(holds)
    }

    /// The latest day on which something may have been written of a file that is proposed on a day.
    pub fn edge(&self, today: NaiveDate) -> Option<NaiveDate> {
        let shortest = self.periods(today).filter(|period| period.counts_from == CountsFrom::LastNote);
        let shortest = shortest.map(|period| period.years).min()?;
        today.checked_sub_months(Months::new(12 * shortest))
    }
}

impl Period {
    /// From when on a file may be purged.
    pub(super) fn due(&self, from: NaiveDate) -> Option<NaiveDate> {
        from.checked_add_months(Months::new(12 * self.years))
    }

    /// Until when it is to be purged.
    pub(super) fn finish_by(&self, due: NaiveDate) -> Option<NaiveDate> {
        match self.finish {
            Finish::YearAfter => NaiveDate::from_ymd_opt(due.year() + 1, 12, 31),
        }
    }
}

fn holds(
    confidence: Confidence,
    on: Option<bool>,
    (from, until): (&Option<toml::value::Datetime>, &Option<toml::value::Datetime>),
    today: NaiveDate,
) -> bool {
    let day = |written: &Option<toml::value::Datetime>| {
        let date = written.as_ref()?.date?;
        NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
    };
    on.unwrap_or(confidence != Confidence::U)
        && day(from).is_none_or(|from| from <= today)
        && day(until).is_none_or(|until| today <= until)
}

/// Rows with the unit's own fields over those of the same name; what has no such name is a row of its own.
fn over(mut shipped: Vec<toml::Table>, own: Vec<toml::Table>) -> Vec<toml::Table> {
    let known = shipped.len();
    for table in own {
        let mut is_known = false;
        for row in shipped.iter_mut().take(known).filter(|row| row.get("name") == table.get("name")) {
            is_known = true;
            row.extend(table.clone());
        }
        if !is_known {
            shipped.push(table);
        }
    }
    shipped
}

fn file(text: &str) -> Result<File, Problem> {
    toml::from_str(text).map_err(|cause| refused(cause.message()).because(cause))
}

fn row<T: serde::de::DeserializeOwned>(table: toml::Table) -> Result<T, Problem> {
    let name = table.get("name").and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    table.try_into().map_err(|cause: toml::de::Error| refused(&format!("{name}: {}", cause.message())).because(cause))
}

fn refused(why: &str) -> Problem {
    Problem::new(Kind::Invalid, "purge-rules").with("why", why.trim())
}
