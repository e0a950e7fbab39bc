//! Measurements in files: a row an answer. Rows of the same person, instrument, day and rater are one measurement.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::walk::may_stand;
use super::{Instruments, Measurement};
use crate::domain::codes::{Code, Rater, Way};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};

/// The columns of measurements.
pub const MEASUREMENT: Form = Form {
    kind: "measurements",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Member, need: Required },
        Field { key: "instrument", shape: Shape::Line, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "rater", shape: Shape::Code(Rater::LIST), need: Required },
        Field { key: "item", shape: Shape::Line, need: Required },
        Field { key: "answer", shape: Shape::Note, need: Required },
        Field { key: "edition", shape: Shape::Number { least: 1, most: 9999 }, need: Optional },
        Field { key: "way", shape: Shape::Code(Way::LIST), need: Optional },
        Field { key: "asked_by", shape: Shape::Colleague, need: Optional },
        Field { key: "talked_on", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &[],
};

/// A row: the measurement that it is part of, without answers, and the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// The measurement.
    pub of: Measurement,
    /// The question.
    pub item: String,
    /// The answer.
    pub answer: String,
}

/// What tells one measurement from others: whose, whom it is about, with which instrument, on which day, whose marks.
pub type Key = (FamilyId, PersonId, String, NaiveDate, Rater);

impl Measurement {
    /// What tells it from others.
    pub fn key(&self) -> Key {
        (self.family, self.person, self.instrument.clone(), self.on, self.rater)
    }
}

/// Reads a row.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the row.
pub fn read_answer(
    mut reader: Reader<'_>,
    names: &dyn Names,
    instruments: &Instruments,
) -> Result<Result<AnswerRow, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let person = whom::one(&mut reader, "person", family, names)?;
    let on = reader.past_day("on");
    reader.after_birth("on", on, person, names)?;
    let rater = reader.code("rater");
    let (way, asked_by) =
        (reader.code("way"), if reader.is_empty("asked_by") { None } else { reader.colleague("asked_by") });
    let talked_on = reader.past_day("talked_on");
    reader.in_order("on", "talked_on", (on, talked_on));
    let (name, item, answer) = (reader.line("instrument"), reader.line("item"), reader.note("answer"));
    let instrument = name.as_ref().and_then(|name| instruments.named(name));
    if let (Some(_), None) = (&name, instrument) {
        let known = instruments.all().iter().map(|one| one.name.clone()).collect();
        reader.fault("instrument", Why::NotInList(known));
    }
    let edition = reader.number("edition");
    // What an older form asked that is not asked any more is taken as it is.
    let is_current = instrument.is_some_and(|one| edition.is_none_or(|edition| edition == one.version));
    if let (Some(instrument), Some(key), true) = (instrument, &item, is_current) {
        match instrument.item(key) {
            None => {
                let known = instrument.items.iter().map(|one| one.key.clone()).collect();
                reader.fault("item", Why::NotInList(known));
            }
            Some(of) if answer.as_ref().is_some_and(|answer| !may_stand(instrument, of, answer)) => {
                reader.fault("answer", Why::NotInList(answers(instruments, &instrument.name, key)));
            }
            Some(_) => {}
        }
    }
    let row = (|| {
        Some(AnswerRow {
            of: Measurement {
                family: family?,
                person: person?,
                edition: edition.unwrap_or(instrument?.version),
                instrument: name?,
                on: on?,
                rater: rater?,
                way,
                asked_by,
                answers: BTreeMap::new(),
                talked_on,
            },
            item: item?,
            answer: answer?,
        })
    })();
    Ok(reader.finish(row))
}

/// What may be answered to a question.
fn answers(instruments: &Instruments, instrument: &str, item: &str) -> Vec<String> {
    let Some(instrument) = instruments.named(instrument) else { return Vec::new() };
    let mut all: Vec<String> = Vec::new();
    if let Some(item) = instrument.item(item) {
        match item.kind {
            super::ItemKind::Scale => {
                all.extend(instrument.scale.iter().flat_map(super::Scale::steps).map(|step| step.to_string()));
            }
            _ => all.extend(item.options.iter().map(|option| option.key.clone())),
        }
    }
    all.extend(super::Beside::ALL.map(|beside| beside.written().to_owned()));
    all
}

/// An answer of a measurement as a row.
pub fn draft(measured: &Measurement, (item, answer): (&str, &str), case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", measured.family, case_ref)
        .with_people("person", [measured.person], members)
        .with("instrument", &measured.instrument)
        .with("on", measured.on.to_string())
        .with("rater", measured.rater.code())
        .with("item", item)
        .with("answer", answer)
        .with("edition", measured.edition.to_string())
        .with_some("way", measured.way.map(Code::code))
        .with_some("asked_by", measured.asked_by.as_ref())
        .with_some("talked_on", measured.talked_on)
}
