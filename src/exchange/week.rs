//! Duties in lists and files, and the figures of the deadlines report.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::json;
use super::outgoing::{Row, RowId};
use crate::domain::deadlines::{Duty, Names, Rule, State};
use crate::domain::directory::FamilyName;
use crate::domain::entry::{Draft, Field, Form, Need, Shape};
use crate::domain::ids::FamilyId;
use crate::domain::report::{Cell, Disclosure};
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

/// The columns of the deadlines report.
pub const DEADLINES: Form = Form {
    kind: "deadlines",
    fields: &[
        Field { key: "rule", shape: Shape::Line, need: Required },
        Field { key: "met_in_time", shape: COUNT, need: Required },
        Field { key: "met_late", shape: COUNT, need: Required },
        Field { key: "missed", shape: COUNT, need: Required },
        Field { key: "open", shape: COUNT, need: Required },
        Field { key: "unknown", shape: COUNT, need: Required },
    ],
    asked: &[],
};

const COUNT: Shape = Shape::Number { least: 0, most: MOST };

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

/// How many duties of a rule stand how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// The rule's name.
    pub rule: String,
    /// Met in time, met late, missed, open, unknown.
    pub counts: [u32; 5],
}

/// Counts duties by rule, in the order of the rules; only rules that have any.
pub fn standings(duties: &[Duty], rules: &[Rule]) -> Vec<Standing> {
    let mut all: Vec<Standing> = Vec::new();
    for (place, rule) in rules.iter().enumerate() {
        let of_rule = duties.iter().filter(|duty| duty.rule == place);
        let at = match all.iter().position(|known| known.rule == rule.name) {
            Some(at) => at,
            None => {
                all.push(Standing { rule: rule.name.clone(), counts: [0; 5] });
                all.len() - 1
            }
        };
        for duty in of_rule {
            let column = match duty.state {
                State::Met => 0,
                State::MetLate => 1,
                State::Late => 2,
                State::Open | State::Due => 3,
                State::Unknown => 4,
                State::Exempted => continue,
            };
            all[at].counts[column] += 1;
        }
    }
    all.retain(|standing| standing.counts != [0; 5]);
    all
}

/// The report's rows, with a last one of totals: of what is shown.
pub fn report(standings: &[Standing], disclosure: Disclosure) -> Vec<Row> {
    let mut totals = [0_u32; 5];
    let mut rows: Vec<Row> = Vec::new();
    for Standing { rule, counts } in standings {
        let cells = counts.map(|count| disclosure.cell(count));
        for (total, cell) in totals.iter_mut().zip(&cells) {
            *total += cell.shown();
        }
        rows.push(row(rule, cells));
    }
    rows.push(row("total", totals.map(Cell::Number)));
    rows
}

fn row(rule: &str, cells: [Cell; 5]) -> Row {
    let draft = DEADLINES.fields[1..]
        .iter()
        .zip(cells)
        .fold(Draft::default().with("rule", rule), |draft, (field, cell)| draft.with(field.key, cell.to_string()));
    let family = FamilyName { id: FamilyId(0), name: String::new(), case_ref: String::new() };
    Row { id: RowId::Record(0), family, person: None, draft }
}
