//! Entry of referrals.

use super::Referral;
use super::catalogue::Means;
use crate::domain::codes::{Area, Code, ConsentBy, ReferralState};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Source, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::{Leaning, identity_of};

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a referral.
pub const REFERRAL: Form = Form {
    kind: "referrals",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Member, need: Optional },
        Field { key: "to", shape: Shape::Line, need: Required },
        Field { key: "area", shape: Shape::Code(Area::LIST), need: Required },
        Field { key: "why", shape: Shape::Line, need: Optional },
        Field { key: "consent_by", shape: Shape::Code(ConsentBy::LIST), need: Optional },
        Field { key: "state", shape: Shape::Code(ReferralState::LIST), need: Required },
        Field { key: "needed_on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "sent_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "answered_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "first_visit_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "done_on", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &[
        "case_ref",
        "person",
        "to",
        "area",
        "why",
        "consent_by",
        "state",
        "needed_on",
        "sent_on",
        "answered_on",
        "first_visit_on",
        "done_on",
    ],
};

/// The days in the order in which they come.
const DAYS: [&str; 5] = ["needed_on", "sent_on", "answered_on", "first_visit_on", "done_on"];

/// Reads a referral.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Referral, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let person = if reader.is_empty("person") { None } else { whom::one(&mut reader, "person", family, names)? };
    let to = to(&mut reader, names);
    let area = reader.code("area");
    let consent_by = reader.code("consent_by");
    let state: Option<ReferralState> = reader.code("state");
    let days = DAYS.map(|key| reader.past_day(key));
    for (early, later) in (0..DAYS.len()).flat_map(|early| (early + 1..DAYS.len()).map(move |later| (early, later))) {
        // Somebody may be met before anybody has answered.
        if (DAYS[early], DAYS[later]) != ("answered_on", "first_visit_on") {
            reader.in_order(DAYS[early], DAYS[later], (days[early], days[later]));
        }
    }
    if let Some(day) = state.and_then(ReferralState::day).filter(|day| reader.is_empty(day)) {
        reader.fault(day, Why::Missing);
    }
    let [needed_on, sent_on, answered_on, first_visit_on, done_on] = days;
    let referral = (|| {
        Some(Referral {
            family: family?,
            person,
            to: to?,
            area: area?,
            why: reader.line("why"),
            consent_by,
            state: state?,
            needed_on: needed_on?,
            sent_on,
            answered_on,
            first_visit_on,
            done_on,
        })
    })();
    Ok(reader.finish(referral))
}

/// To whom. A file says it as it is stored; a person may write the beginning of a name, or somebody whom the catalogue
/// does not have.
fn to(reader: &mut Reader<'_>, names: &dyn Names) -> Option<String> {
    let text = reader.line("to")?;
    if matches!(reader.source(), Source::File(_)) {
        return Some(text);
    }
    match names.actors().meant(&text, reader.lexicon()) {
        Means::One(to) => Some(to),
        Means::Nobody => Some(text),
        Means::Several(words) => {
            reader.fault("to", Why::Ambiguous(words));
            None
        }
    }
}

/// A referral as a draft.
pub fn draft(referral: &Referral, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", referral.family, case_ref)
        .with_people("person", referral.person, members)
        .with("to", &referral.to)
        .with("area", referral.area.code())
        .with_some("why", referral.why.as_ref())
        .with_some("consent_by", referral.consent_by.map(Code::code))
        .with("state", referral.state.code())
        .with("needed_on", referral.needed_on.to_string())
        .with_some("sent_on", referral.sent_on)
        .with_some("answered_on", referral.answered_on)
        .with_some("first_visit_on", referral.first_visit_on)
        .with_some("done_on", referral.done_on)
}

impl Noun for Referral {
    const COLUMNS: &'static Form = &REFERRAL;
    const SHOWN: &'static [Shown] = &[
        Column("needed_on"),
        Whose,
        Column("person"),
        Column("to"),
        Column("area"),
        Column("state"),
        Column("sent_on"),
        Column("answered_on"),
        Column("why"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// How far it has come may be told otherwise; for whom, to whom and since when makes it the one it is.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.person, identity_of(&one.to), one.area, one.needed_on);
        of(self) == of(other) && self.why == other.why
    }
}
