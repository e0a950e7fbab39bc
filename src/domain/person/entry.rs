//! Entry of people.

use crate::domain::codes::{Answer, Code, IdSystem, Lives, MemberRole, Protection};
use crate::domain::discretion::{MASK, Setting};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::ids::PersonId;
use crate::domain::noun::{Concern, Noun, Referred, Said, Shown, Turn, With};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::text::{Leaning, clean_line, identity_of};

use Need::{Optional, Required};
use Shown::{Column, Whom, Whose};

/// The fields of a person.
pub const PERSON: Form = Form {
    kind: "people",
    fields: &[
        Field { key: "ref", shape: Shape::Line, need: Required },
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "given_name", shape: Shape::Line, need: Required },
        Field { key: "role", shape: Shape::Code(MemberRole::LIST), need: Required },
        Field { key: "family_name", shape: Shape::Line, need: Optional },
        Field { key: "personal_id", shape: Shape::Identity, need: Optional },
        Field { key: "id_system", shape: Shape::Code(IdSystem::LIST), need: Optional },
        Field { key: "birth_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "lives", shape: Shape::Code(Lives::LIST), need: Optional },
        Field { key: "guardian", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "protection", shape: Shape::Code(Protection::LIST), need: Optional },
        Field { key: "protected_against", shape: Shape::People, need: Optional },
        Field { key: "phone", shape: Shape::Line, need: Optional },
        Field { key: "language", shape: Shape::Line, need: Optional },
        Field { key: "interpreter", shape: Shape::Code(Answer::LIST), need: Optional },
    ],
    asked: &[
        "given_name",
        "family_name",
        "role",
        "birth_on",
        "personal_id",
        "id_system",
        "lives",
        "guardian",
        "phone",
        "language",
        "interpreter",
        "protection",
        "protected_against",
        "ref",
    ],
};

/// Reads a person.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Person, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let reference = reader.line("ref");
    let given_name = reader.line("given_name");
    let role = reader.code("role");
    let identity = reader.identity("personal_id", "id_system");
    let birth_on = reader.birth("birth_on");
    let lives = reader.code("lives");
    let guardian = reader.code("guardian");
    let protection = reader.code("protection").unwrap_or(Protection::None);
    let interpreter = reader.code("interpreter");
    let protected_against = reader.references("protected_against", family, names)?;
    let person = (|| {
        Some(Person {
            family: family?,
            reference: reference?,
            given_name: given_name?.into(),
            role: role?,
            family_name: reader.line("family_name").map(Into::into),
            id_system: identity.as_ref().map(|identity| identity.system),
            personal_id: identity.map(|identity| identity.value),
            birth_on,
            lives,
            guardian,
            protection,
            protected_against,
            phone: reader.line("phone").map(Into::into),
            language: reader.line("language"),
            interpreter,
        })
    })();
    Ok(reader.finish(person))
}

/// A person as a draft, in codes, as they stand in a setting.
pub fn draft(person: &Person, case_ref: &str, setting: Setting) -> Draft {
    let cell = |known: bool, told: Option<String>| known.then(|| told.unwrap_or_else(|| MASK.to_owned()));
    Draft::default()
        .with("ref", &person.reference)
        .with_family("case_ref", person.family, case_ref)
        .with("given_name", person.given_name.cell(setting))
        .with("role", person.role.code())
        .with_some("family_name", person.family_name.as_ref().map(|name| name.cell(setting)))
        .with_some("personal_id", cell(person.personal_id.is_some(), person.identity(setting).map(str::to_owned)))
        .with_some("id_system", person.id_system.map(Code::code))
        .with_some("birth_on", cell(person.birth_on.is_some(), person.born(setting).map(|born| born.to_string())))
        .with_some("lives", person.lives.map(Code::code))
        .with_some("guardian", person.guardian.map(Code::code))
        .with("protection", person.protection.code())
        .with_list("protected_against", &person.protected_against)
        .with_some("phone", cell(person.phone.is_some(), person.phone(setting)))
        .with_some("language", person.language.as_ref())
        .with_some("interpreter", person.interpreter.map(Code::code))
}

/// What a person is told of themselves in their own row, though nobody else is.
const OF_ONESELF: [&str; 4] = ["birth_on", "personal_id", "phone", "language"];

/// Writes into somebody's own row what it tells of them, whole.
pub fn tell_oneself(person: &Person, row: &mut Draft) {
    let whole = draft(person, row.get("case_ref"), Setting::Whole);
    for key in OF_ONESELF {
        row.set(key, whole.get(key).to_owned());
    }
}

impl Noun for Person {
    const COLUMNS: &'static Form = &PERSON;
    const SHOWN: &'static [Shown] = &[
        Whose,
        Column("ref"),
        Whom("child"),
        Column("family_name"),
        Column("role"),
        Column("birth_on"),
        Column("lives"),
        Column("phone"),
        Column("language"),
        Column("protection"),
    ];
    const TURN: Turn = Turn::First;
    const CONCERN: Concern = Concern::Oneself;
    const KEPT_BACK: &'static [&'static str] = &["given_name", "family_name", "personal_id", "birth_on", "phone"];
    const REFERENCE: Option<&'static str> = Some("ref");

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.setting)
    }

    fn about(&self, id: i64) -> Option<PersonId> {
        Some(PersonId(id))
    }

    fn referred(row: &Draft, names: &dyn Names) -> Result<Referred, Problem> {
        let found = names.person(&clean_line(row.get("ref")))?;
        Ok(found.map(|(person, family)| (person.0, Some(family))))
    }

    fn is_same(&self, other: &Self) -> bool {
        identity_of(&self.reference) == identity_of(&other.reference)
    }
}
