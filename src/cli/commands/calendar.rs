//! `trygg calendar`: days with their weeks, odd and even, and holidays. Needs no casebook.

use chrono::{Days, NaiveDate};
use clap::ArgMatches;
use serde::Serialize;

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::{Columns, Output};
use crate::domain::calendar::{Week, holiday};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::file::unwritten;
use crate::exchange::json;
use crate::locale::{Language, arg};

/// Days shown when no end is named: four weeks.
const SHOWN: u64 = 27;

/// A day in JSON.
#[derive(Serialize)]
struct Day {
    on: NaiveDate,
    week: u32,
    parity: &'static str,
    holiday: Option<&'static str>,
    eve: bool,
}

/// Lists the days; from Monday of this week when nothing else is said.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let (from, to) = call.period(given)?;
    let from = from.unwrap_or_else(|| Week::of(call.today).monday());
    let to = to.unwrap_or_else(|| from.checked_add_days(Days::new(SHOWN)).unwrap_or(from));
    if to < from {
        return Err(Problem::new(Kind::Usage, "days-in-order").into());
    }
    let mut output = Output::open();
    let mut days = from.iter_days().take_while(|day| *day <= to);
    match invocation::shape(given) {
        Shape::Json => {
            let mut array = json::Array::new(output.raw());
            days.try_for_each(|day| array.item(&as_json(day))).map_err(unwritten)?;
            array.finish().map_err(unwritten)?;
        }
        Shape::Text => {
            let mut columns = Columns::new(&mut output, Vec::new());
            days.try_for_each(|day| columns.row(in_words(day, call)))?;
            columns.finish()?;
        }
    }
    Ok(output.finish()?)
}

fn as_json(on: NaiveDate) -> Day {
    let week = Week::of(on);
    let holiday = holiday(on);
    Day {
        on,
        week: week.number(),
        parity: week.parity().code(),
        holiday: holiday.map(|holiday| holiday.name_sv.as_str()),
        eve: holiday.is_some_and(|holiday| holiday.is_eve()),
    }
}

fn in_words(on: NaiveDate, call: &Invocation) -> Vec<String> {
    let week = Week::of(on);
    let name = holiday(on).map(|holiday| match call.locale.language() {
        Language::Swedish => holiday.name_sv.clone(),
        Language::English => holiday.name_en.clone(),
    });
    vec![
        on.to_string(),
        call.locale.weekday(on),
        call.locale.tell("week", &[("week", arg(week.number()))]),
        call.locale.say(&format!("parity-{}", week.parity().code())),
        name.unwrap_or_default(),
    ]
}
