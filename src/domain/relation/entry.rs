//! Entry of relations between the people of a family.

use crate::domain::codes::{Answer, Code, RelationKind};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::one;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::relation::Relation;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a relation.
pub const RELATION: Form = Form {
    kind: "kin",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Member, need: Required },
        Field { key: "kin_relation", shape: Shape::Code(RelationKind::LIST), need: Required },
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
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Relation, Vec<Fault>>, Problem> {
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
        Some(Relation {
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
pub fn draft(kin: &Relation, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", kin.family, case_ref)
        .with_people("person", [kin.person], members)
        .with("kin_relation", kin.relation.code())
        .with_people("other", [kin.other], members)
        .with_some("has_ended", kin.is_ended().then(|| kin.ended.code()))
        .with_some("ended_on", kin.ended_on)
}

/// The columns of relations. `has_ended` stands only where the day is not known.
const RELATIONS: Form = Form {
    kind: "relations",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Need::Required },
        Field { key: "person", shape: Shape::Member, need: Need::Required },
        Field { key: "relation", shape: Shape::Code(RelationKind::LIST), need: Need::Required },
        Field { key: "other", shape: Shape::Member, need: Need::Required },
        Field { key: "until", shape: Shape::Day(Leaning::Past), need: Need::Optional },
        Field { key: "has_ended", shape: Shape::Code(Answer::LIST), need: Need::Optional },
    ],
    asked: &[],
};

impl Noun for Relation {
    const COLUMNS: &'static Form = &RELATIONS;
    const FORM: &'static Form = &RELATION;
    const RENAMED: &'static [(&'static str, &'static str)] = &[("relation", "kin_relation"), ("until", "ended_on")];
    const SHOWN: &'static [Shown] =
        &[Whose, Column("person"), Column("relation"), Column("other"), Column("until"), Column("has_ended")];
    const TURN: Turn = Turn::First;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        let draft = draft(self, said.case_ref, said.members);
        if self.ended_on.is_some() { draft.with("has_ended", "") } else { draft }
    }

    fn is_same(&self, other: &Self) -> bool {
        let (one, two) = ((self.person, self.other), (other.person, other.other));
        let turned =
            matches!(self.relation, RelationKind::PartnerOf | RelationKind::SiblingOf) && (one.1, one.0) == two;
        self.relation == other.relation && (one == two || turned)
    }
}
