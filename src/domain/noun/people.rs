//! Families, people, what they are to each other, where they live and on which basis.

use super::{Noun, Said, With};
use crate::domain::care::Care;
use crate::domain::codes::{Answer, KinRelation};
use crate::domain::entry::{
    CARE, Draft, FAMILY, Fault, Field, Form, KIN, Need, PERSON, PLACEMENT, Reader, STATUS, Shape, care_draft,
    family_draft, kin_draft, person_draft, placement_draft, read_care, read_family, read_kin, read_person,
    read_placement, read_status, status_draft,
};
use crate::domain::family::Family;
use crate::domain::kin::Kin;
use crate::domain::person::Member;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::status::StatusSpan;
use crate::domain::text::{Leaning, identity_of};

use crate::domain::codes::Code as _;

impl Noun for Family {
    const COLUMNS: &'static Form = &FAMILY;

    fn read(reader: Reader<'_>, _: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        Ok(read_family(reader))
    }

    fn draft(&self, _: &Said<'_>) -> Draft {
        family_draft(self)
    }

    fn is_same(&self, other: &Self) -> bool {
        identity_of(&self.case_ref) == identity_of(&other.case_ref)
    }
}

impl Noun for Member {
    const COLUMNS: &'static Form = &PERSON;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_person(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        person_draft(self, said.case_ref, said.setting)
    }

    fn is_same(&self, other: &Self) -> bool {
        identity_of(&self.reference) == identity_of(&other.reference)
    }
}

impl Noun for Placement {
    const COLUMNS: &'static Form = &PLACEMENT;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_placement(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        let with: Vec<String> = self.placed_with.iter().map(|person| said.reference(*person).to_owned()).collect();
        let child = said.people.iter().find(|(id, _)| *id == self.person);
        child.map_or_else(Draft::default, |(_, child)| placement_draft(self, child, &with, said.setting))
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.person, self.kind, self.started_on) == (other.person, other.kind, other.started_on)
    }
}

impl Noun for Care {
    const COLUMNS: &'static Form = &CARE;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_care(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        care_draft(self, said.reference(self.person))
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.person, self.legal_basis, self.from) == (other.person, other.legal_basis, other.from)
    }
}

impl Noun for StatusSpan {
    const COLUMNS: &'static Form = &STATUS;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_status(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        status_draft(self, said.case_ref)
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.family, self.status, self.from) == (other.family, other.status, other.from)
    }
}

/// The columns of relations. `has_ended` stands only where the day is not known.
const RELATIONS: Form = Form {
    kind: "relations",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Need::Required },
        Field { key: "person", shape: Shape::Member, need: Need::Required },
        Field { key: "relation", shape: Shape::Code(KinRelation::LIST), need: Need::Required },
        Field { key: "other", shape: Shape::Member, need: Need::Required },
        Field { key: "until", shape: Shape::Day(Leaning::Past), need: Need::Optional },
        Field { key: "has_ended", shape: Shape::Code(Answer::LIST), need: Need::Optional },
    ],
    asked: &[],
};

impl Noun for Kin {
    const COLUMNS: &'static Form = &RELATIONS;
    const FORM: &'static Form = &KIN;
    const RENAMED: &'static [(&'static str, &'static str)] = &[("relation", "kin_relation"), ("until", "ended_on")];

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_kin(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        let draft = kin_draft(self, said.case_ref, said.members);
        if self.ended_on.is_some() { draft.with("has_ended", "") } else { draft }
    }

    fn is_same(&self, other: &Self) -> bool {
        let (one, two) = ((self.person, self.other), (other.person, other.other));
        let turned = matches!(self.relation, KinRelation::PartnerOf | KinRelation::SiblingOf) && (one.1, one.0) == two;
        self.relation == other.relation && (one == two || turned)
    }
}
