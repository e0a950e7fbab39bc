//! Entry of exemptions from duties, and of all that is dealt with since before a family came.

use chrono::NaiveDate;

use crate::domain::deadlines::{Exemption, Half, Rules};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::noun::{Noun, NounKind, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The field of an exemption that a person fills in; the rest is what the duty is.
pub const EXEMPTION: Form =
    Form { kind: "exemptions", fields: &[Field { key: "why", shape: Shape::Line, need: Required }], asked: &["why"] };

/// What is said of all that lay before a family came: before which day, and why it need not be done.
pub const SETTLEMENT: Form = Form {
    kind: "settlements",
    fields: &[
        Field { key: "before", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "why", shape: Shape::Line, need: Required },
    ],
    asked: &["before", "why"],
};

/// Reads before which day all is dealt with, and why.
///
/// # Errors
/// Every fault of the draft.
pub fn read_settlement(mut reader: Reader<'_>) -> Result<(NaiveDate, String), Vec<Fault>> {
    let before = reader.past_day("before");
    let why = reader.line("why");
    reader.finish(before.zip(why))
}

/// The columns of exemptions. `record` is the place, from 1, of what the duty comes from among its kind in the family,
/// in the order in which it is exported; where the duty comes from the family itself it is empty, or says for which
/// half of the pair it is: 1 for the children, 2 for the parents.
pub const EXEMPTIONS: Form = Form {
    kind: "exemptions",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "rule", shape: Shape::Line, need: Required },
        Field { key: "person", shape: Shape::Member, need: Optional },
        Field { key: "record", shape: Shape::Number { least: 1, most: 1_000_000 }, need: Optional },
        Field { key: "counted_from", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "exempted_on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "by", shape: Shape::Colleague, need: Required },
        Field { key: "why", shape: Shape::Line, need: Required },
    ],
    asked: &[],
};

/// Reads an exemption.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read_exemption(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Exemption, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let person = if reader.is_empty("person") { None } else { whom::one(&mut reader, "person", family, names)? };
    let rule = reader.line("rule");
    let place = reader.number("record");
    let mut record = 0;
    if let (Some(place), Some(family), Some(rule)) = (place, family, &rule) {
        let found = match record_of(names.rules(), rule) {
            Some(of) => {
                let there = names.records(of, family)?;
                usize::try_from(place).ok().and_then(|place| there.get(place - 1).copied())
            }
            None => Some(i64::from(place)).filter(|place| Half::ALL.iter().any(|half| half.number() == *place)),
        };
        record = found.unwrap_or_default();
        if found.is_none() {
            reader.fault("record", Why::NoSuchRecord);
        }
    }
    let counted_from = reader.day("counted_from");
    let exempted_on = reader.past_day("exempted_on");
    let by = reader.colleague("by");
    let exemption = (|| {
        Some(Exemption {
            family: family?,
            rule: rule?,
            person,
            record,
            counted_from: counted_from?,
            exempted_on: exempted_on?,
            by: by?,
            why: reader.line("why")?,
        })
    })();
    Ok(reader.finish(exemption))
}

/// An exemption as a row; `place` is that of what its duty comes from.
pub fn exemption_draft(exemption: &Exemption, case_ref: &str, members: &[MemberName], place: Option<usize>) -> Draft {
    Draft::default()
        .with("case_ref", case_ref)
        .with("rule", &exemption.rule)
        .with_people("person", exemption.person, members)
        .with_some("record", place)
        .with("counted_from", exemption.counted_from.to_string())
        .with("exempted_on", exemption.exempted_on.to_string())
        .with("by", &exemption.by)
        .with("why", &exemption.why)
}

/// Reads why a duty need not be met.
///
/// # Errors
/// Nothing was given.
pub fn read_why(reader: Reader<'_>) -> Result<String, Vec<Fault>> {
    let why = reader.line("why");
    reader.finish(why)
}

/// The kind of record that the duties of a rule come from; none where they come from the family itself.
fn record_of(rules: &Rules, rule: &str) -> Option<NounKind> {
    rules.all().iter().find(|known| known.name == rule).and_then(|rule| rule.trigger.comes_from())
}

impl Noun for Exemption {
    const COLUMNS: &'static Form = &EXEMPTIONS;
    const SHOWN: &'static [Shown] = &[
        Column("exempted_on"),
        Whose,
        Column("rule"),
        Column("person"),
        Column("counted_from"),
        Column("by"),
        Column("why"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_exemption(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        let place = match record_of(said.rules, &self.rule) {
            Some(of) if self.record != 0 => (said.place)(of, self.record),
            // Of a rule for one half of the pair it is the half's own number.
            None => usize::try_from(self.record).ok().filter(|half| *half > 0),
            Some(_) => None,
        };
        exemption_draft(self, said.case_ref, said.members, place)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.person, one.record, one.counted_from);
        of(self) == of(other) && self.rule == other.rule
    }
}
