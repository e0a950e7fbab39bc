//! Entry of health contacts.

use crate::domain::codes::{Code, HealthKind};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::health::Health;
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a health contact.
pub const HEALTH: Form = Form {
    kind: "health",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Member, need: Required },
        Field { key: "care", shape: Shape::Code(HealthKind::LIST), need: Required },
        Field { key: "asked_on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "booked_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "done_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "followed_up_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "note", shape: Shape::Note, need: Optional },
    ],
    asked: &["case_ref", "person", "care", "asked_on", "booked_on", "done_on", "followed_up_on", "note"],
};

/// Reads a health contact.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Health, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let person = whom::one(&mut reader, "person", family, names)?;
    let care = reader.code("care");
    let asked_on = reader.past_day("asked_on");
    let booked_on = reader.day_from("booked_on", asked_on);
    let (done_on, followed_up_on) = (reader.past_day("done_on"), reader.past_day("followed_up_on"));
    reader.in_order("asked_on", "booked_on", (asked_on, booked_on));
    reader.in_order("asked_on", "done_on", (asked_on, done_on));
    reader.in_order("done_on", "followed_up_on", (done_on, followed_up_on));
    let health = (|| {
        Some(Health {
            family: family?,
            person: person?,
            care: care?,
            asked_on: asked_on?,
            booked_on,
            done_on,
            followed_up_on,
            note: reader.note("note"),
        })
    })();
    Ok(reader.finish(health))
}

/// A health contact as a draft.
pub fn draft(one: &Health, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", one.family, case_ref)
        .with_people("person", [one.person], members)
        .with("care", one.care.code())
        .with("asked_on", one.asked_on.to_string())
        .with_some("booked_on", one.booked_on)
        .with_some("done_on", one.done_on)
        .with_some("followed_up_on", one.followed_up_on)
        .with_some("note", one.note.as_ref())
}

impl Noun for Health {
    const COLUMNS: &'static Form = &HEALTH;
    const SHOWN: &'static [Shown] = &[
        Column("asked_on"),
        Whose,
        Column("person"),
        Column("care"),
        Column("booked_on"),
        Column("done_on"),
        Column("followed_up_on"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// What has come of what was asked for is told later.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.person, one.care, one.asked_on);
        of(self) == of(other)
    }
}
