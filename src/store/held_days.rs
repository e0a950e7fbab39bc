//! Days that somebody writes, held to where days of a casebook can lie (`domain::bounds`).

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::Store;
use super::journal::Cause;
use crate::domain::bounds::beyond;
use crate::domain::problem::{Kind, Problem};

impl Store {
    /// Holds days that somebody has written, by whatever way, to where days of a casebook can lie (`domain::bounds`).
    /// What stood there before is left alone, and undo brings back what once stood.
    pub(super) fn hold_days(&self, cause: Cause, written: &Map<String, Value>) -> Result<(), Problem> {
        if !matches!(cause, Cause::Person | Cause::Import) {
            return Ok(());
        }
        let is_beyond = |day: &NaiveDate| beyond(*day, self.today()).is_some();
        match written.iter().flat_map(|(field, value)| days(field, value)).find(is_beyond) {
            Some(day) => Err(Problem::new(Kind::Invalid, "day-out-of-bounds").with("day", day)),
            None => Ok(()),
        }
    }
}

/// The days that a field holds, those of its own fields too.
fn days(field: &str, value: &Value) -> Vec<NaiveDate> {
    match value {
        Value::String(text) if is_day(field) => text.parse().into_iter().collect(),
        Value::Array(values) => values.iter().flat_map(|value| days(field, value)).collect(),
        Value::Object(fields) => fields.iter().flat_map(|(field, value)| days(field, value)).collect(),
        _ => Vec::new(),
    }
}

/// Whether a field holds a day, and no text that may look like one.
fn is_day(field: &str) -> bool {
    field.ends_with("_on") || matches!(field, "on" | "from" | "until" | "given" | "tried_until")
}
