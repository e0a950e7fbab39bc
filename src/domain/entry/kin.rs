//! Entry of relations between the people of a family.

use super::fault::{Fault, Why};
use super::field::{Draft, Field, Form, Need, Shape};
use super::names::Names;
use super::reader::Reader;
use super::visit::one;
use crate::domain::codes::{Answer, Code, KinRelation};
use crate::domain::directory::MemberName;
use crate::domain::kin::Kin;
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};

/// The fields of a relation.
pub const KIN: Form = Form {
    kind: "kin",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Member, need: Required },
        Field { key: "kin_relation", shape: Shape::Code(KinRelation::LIST), need: Required },
        Field { key: "other", shape: Shape::Member, need: Required },
        Field { key: "has_ended", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "ended_on", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &["person", "kin_relation", "other", "has_ended", "ended_on"],
};

/// Reads a relation. A day on which it ended says that it has.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Kin, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let person = one(&mut reader, "person", family, names)?;
    let relation = reader.code("kin_relation");
    let other = one(&mut reader, "other", family, names)?;
    if person.is_some() && person == other {
        reader.fault("other", Why::SamePerson);
    }
    let ended = reader.code("has_ended");
    let ended_on = reader.past_day("ended_on");
    if ended == Some(Answer::No) && ended_on.is_some() {
        reader.fault("ended_on", Why::NotBoth("has_ended"));
    }
    let has_ended = if ended_on.is_some() { Answer::Yes } else { Answer::No };
    let kin = (|| {
        Some(Kin {
            family: family?,
            person: person?,
            relation: relation?,
            other: other?,
            ended: ended.unwrap_or(has_ended),
            ended_on,
        })
    })();
    Ok(reader.finish(kin))
}

/// A relation as a draft, in codes. That it goes on is what nobody has to write.
pub fn draft(kin: &Kin, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", kin.family, case_ref)
        .with_people("person", [kin.person], members)
        .with("kin_relation", kin.relation.code())
        .with_people("other", [kin.other], members)
        .with_some("has_ended", kin.is_ended().then(|| kin.ended.code()))
        .with_some("ended_on", kin.ended_on)
}
