//! Duties in lists and files.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::json;
use crate::domain::deadlines::{Duty, Names, Rule};
use crate::domain::entry::{Draft, Field, Form, Need, Shape};
use crate::domain::text::Leaning;

use Need::{Optional, Required};

/// The most that a count can be.
const MOST: u32 = u32::MAX;

/// A duty's columns.
pub const DUE: Form = Form {
    kind: "due",
    fields: &[
        Field { key: "rule", shape: Shape::Line, need: Required },
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Person, need: Optional },
        Field { key: "due_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "state", shape: Shape::Line, need: Required },
        Field { key: "days_late", shape: Shape::Number { least: 0, most: MOST }, need: Required },
        Field { key: "source", shape: Shape::Line, need: Required },
    ],
    asked: &[],
};

/// A duty as columns, in codes.
pub fn due(duty: &Duty, rule: &Rule, names: &Names, today: NaiveDate) -> Draft {
    let family = names.families.get(&duty.family);
    let person = duty.about.person.and_then(|person| names.people.get(&person));
    Draft::default()
        .with("rule", rule.listed())
        .with_some("case_ref", family.map(|(_, case_ref)| case_ref))
        .with_some("person", person.map(|person| &person.reference))
        .with_some("due_on", duty.due_on)
        .with("state", duty.state.code())
        .with("days_late", duty.days_late(today).to_string())
        .with("source", &rule.source)
}

/// A duty as JSON: what it is known by in a casebook of a token, then its columns.
pub fn object(duty: &Duty, rule: &Rule, names: &Names, today: NaiveDate, token: &str) -> Map<String, Value> {
    let mut object = Map::new();
    let person = duty.about.person.map_or(0, |person| person.0);
    // The day it counts from may be a birth date: it goes into the identity as a number that says nothing.
    let known = format!("{token}-{}-{person}-{}-{}", duty.family.0, duty.about.record, duty.about.counted_from);
    let id = format!("{}-{}-{:016x}", rule.name, duty.family.0, mixed(&known));
    object.insert("id".to_owned(), id.into());
    object.extend(json::columns(&DUE, &due(duty, rule, names, today)));
    object
}

/// A text as a number that is always the same and tells nothing of it: FNV-1a, and the last steps of MurmurHash3.
fn mixed(text: &str) -> u64 {
    let sum = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let sum = (sum ^ (sum >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let sum = (sum ^ (sum >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    sum ^ (sum >> 33)
}
