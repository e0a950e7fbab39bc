//! Entry of placements.

use crate::domain::codes::{Answer, Code, EndReason, LegalBasis, PlacementKind};
use crate::domain::discretion::{MASK, Setting};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::ids::PersonId;
use crate::domain::noun::{Concern, Noun, Said, Shown, Turn, With};
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whom, Whose};

/// The fields of a placement.
pub const PLACEMENT: Form = Form {
    kind: "placements",
    fields: &[
        Field { key: "person_ref", shape: Shape::Person, need: Required },
        Field { key: "kind", shape: Shape::Code(PlacementKind::LIST), need: Required },
        Field { key: "started_on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "legal_basis", shape: Shape::Code(LegalBasis::LIST), need: Optional },
        Field { key: "district", shape: Shape::Line, need: Optional },
        Field { key: "home", shape: Shape::Line, need: Optional },
        Field { key: "ended_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "end_reason", shape: Shape::Code(EndReason::LIST), need: Optional },
        Field { key: "hidden_location", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "school_change", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "school_started_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "placed_with", shape: Shape::People, need: Optional },
    ],
    asked: &[
        "kind",
        "started_on",
        "home",
        "district",
        "legal_basis",
        "hidden_location",
        "placed_with",
        "school_change",
        "school_started_on",
        "ended_on",
        "end_reason",
    ],
};

/// Reads a placement.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Placement, Vec<Fault>>, Problem> {
    let person = reader.child("person_ref", names)?;
    let kind = reader.code("kind");
    let started_on = reader.day("started_on");
    let legal_basis = reader.code("legal_basis");
    reader.after_birth("started_on", started_on, person, names)?;
    let ended_on = reader.day("ended_on");
    let end_reason: Option<EndReason> = reader.code("end_reason");
    let hidden_location = reader.code("hidden_location");
    let school_change: Option<Answer> = reader.code("school_change");
    let school_started_on = reader.day_from("school_started_on", started_on);
    if end_reason.is_some() && reader.is_empty("ended_on") {
        reader.fault("end_reason", Why::OnlyWhenEnded);
    }
    if school_started_on.is_some() && school_change == Some(Answer::No) {
        reader.fault("school_started_on", Why::OnlyWithSchoolChange);
    }
    reader.in_order("started_on", "ended_on", (started_on, ended_on));
    reader.in_order("started_on", "school_started_on", (started_on, school_started_on));
    let family = names.person(reader.draft().get("person_ref"))?.map(|(_, family)| family);
    if family.is_none() && !reader.is_empty("placed_with") {
        // Whom the words mean is known only in a family.
        reader.fault("person_ref", Why::NoSuchPerson);
    }
    let placed_with = reader.people("placed_with", family, names)?;
    if person.is_some_and(|child| placed_with.contains(&child)) {
        reader.fault("placed_with", Why::IsTheChild);
    }
    let placement = (|| {
        Some(Placement {
            person: person?,
            kind: kind?,
            started_on: started_on?,
            legal_basis,
            district: reader.line("district").map(Into::into),
            home: reader.line("home").map(Into::into),
            ended_on,
            end_reason,
            hidden_location,
            school_change,
            school_started_on,
            placed_with,
        })
    })();
    Ok(reader.finish(placement))
}

/// A child's placement as a draft, in codes, as it stands in a setting; `with` is what those are called who are placed
/// with the child.
pub fn draft(placement: &Placement, child: &Person, with: &[String], setting: Setting) -> Draft {
    let cell = |known: bool, told: Option<String>| known.then(|| told.unwrap_or_else(|| MASK.to_owned()));
    // Where a child goes to school tells where it lives, and when it began there is a beginning.
    let school = |told: Option<String>| match setting {
        Setting::For(_) if placement.is_kept_back(child) => told.map(|_| MASK.to_owned()),
        _ => told,
    };
    let mut draft = Draft::default();
    if with.len() == placement.placed_with.len() {
        let ids = placement.placed_with.iter().map(|person| person.0);
        draft.mean("placed_with", ids.zip(with.iter().map(String::as_str)));
    }
    draft
        .with_person("person_ref", placement.person, &child.reference)
        .with("kind", placement.kind.code())
        .with("started_on", placement.started_on.to_string())
        .with_some("legal_basis", placement.legal_basis.map(Code::code))
        .with_some("district", cell(placement.district.is_some(), placement.district(child, setting)))
        .with_some("home", cell(placement.home.is_some(), placement.home(child, setting)))
        .with_some("ended_on", placement.ended_on)
        .with_some("end_reason", placement.end_reason.map(Code::code))
        .with_some("hidden_location", placement.hidden_location.map(Code::code))
        .with_some("school_change", school(placement.school_change.map(|change| change.code().to_owned())))
        .with_some("school_started_on", school(placement.school_started_on.map(|day| day.to_string())))
        .with_list("placed_with", with)
}

impl Noun for Placement {
    const COLUMNS: &'static Form = &PLACEMENT;
    const SHOWN: &'static [Shown] = &[
        Whose,
        Whom("given_name"),
        Column("kind"),
        Column("started_on"),
        Column("ended_on"),
        Column("home"),
        Column("district"),
        Column("legal_basis"),
        Column("hidden_location"),
    ];
    const TURN: Turn = Turn::First;
    const CONCERN: Concern = Concern::Children;
    const KEPT_BACK: &'static [&'static str] = &["district", "home"];

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        let with: Vec<String> = self.placed_with.iter().map(|person| said.reference(*person).to_owned()).collect();
        let child = said.people.iter().find(|(id, _)| *id == self.person);
        child.map_or_else(Draft::default, |(_, child)| draft(self, child, &with, said.setting))
    }

    fn about(&self, _: i64) -> Option<PersonId> {
        Some(self.person)
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.person, self.kind, self.started_on) == (other.person, other.kind, other.started_on)
    }
}
