//! Entry of attendance.

use super::Attendance;
use crate::domain::codes::{Code, Heads, Presence};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::group::group_in;
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of attendance.
pub const ATTENDANCE: Form = Form {
    kind: "attendance",
    fields: &[
        Field { key: "group", shape: Shape::Line, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "person", shape: Shape::Person, need: Optional },
        Field { key: "present", shape: Shape::Code(Presence::LIST), need: Required },
        Field { key: "reason", shape: Shape::Line, need: Optional },
        Field { key: "count", shape: Shape::Number { least: 1, most: 9999 }, need: Optional },
        Field { key: "heads", shape: Shape::Code(Heads::LIST), need: Optional },
        Field { key: "despite", shape: Shape::Line, need: Optional },
    ],
    asked: &["person", "present", "reason", "count", "heads", "despite"],
};

/// Reads somebody's part in a meeting, or so many heads without a name.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Attendance, Vec<Fault>>, Problem> {
    let group = group_in(&mut reader, names)?;
    let on = reader.day("on");
    let meeting = match group.zip(on) {
        Some((group, on)) => names.group_meeting(group, on)?,
        None => None,
    };
    if group.is_some() && on.is_some() && meeting.is_none() {
        reader.fault("on", Why::NoSuchMeeting);
    }
    let person = reader.anybody("person", names)?;
    let present = reader.code("present");
    let count = reader.number("count");
    let heads = reader.code("heads");
    if reader.is_empty("person") {
        if count.is_none() {
            reader.fault("count", Why::Missing);
        }
        if present.is_some_and(|present| present != Presence::Yes) {
            reader.fault("present", Why::OnlyWhoIsThere);
        }
    } else {
        for (key, is_told) in [("count", count.is_some()), ("heads", heads.is_some())] {
            if is_told {
                reader.fault(key, Why::NotBoth("person"));
            }
        }
    }
    let attendance = (|| {
        Some(Attendance {
            meeting: meeting?,
            person,
            present: present?,
            reason: reader.line("reason"),
            count,
            heads,
            despite: reader.line("despite"),
        })
    })();
    Ok(reader.finish(attendance))
}

/// Somebody's part in a meeting as a draft: of which group it is, on which day, and who is meant by reference.
pub fn draft(attendance: &Attendance, (group, on): (&str, &str), reference: Option<&str>) -> Draft {
    let draft = Draft::default()
        .with("group", group)
        .with("on", on)
        .with("present", attendance.present.code())
        .with_some("reason", attendance.reason.as_ref())
        .with_some("count", attendance.count)
        .with_some("heads", attendance.heads.map(Code::code))
        .with_some("despite", attendance.despite.as_ref());
    match attendance.person.zip(reference) {
        Some((person, reference)) => draft.with_person("person", person, reference),
        None => draft,
    }
}

impl Noun for Attendance {
    const COLUMNS: &'static Form = &ATTENDANCE;
    const SHOWN: &'static [Shown] = &[
        Column("on"),
        Column("group"),
        Whose,
        Column("person"),
        Column("present"),
        Column("reason"),
        Column("count"),
        Column("heads"),
    ];
    const TURN: Turn = Turn::Last;
    const IN_NO_FAMILY: bool = true;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        let (group, on) = match (said.meeting)(self.meeting) {
            Some((group, on)) => ((said.group)(group).unwrap_or_default(), on.to_string()),
            None => Default::default(),
        };
        draft(self, (&group, &on), self.person.map(|person| said.reference(person)))
    }

    /// Somebody is at a meeting once, and so are heads of a kind.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.meeting, one.person, one.heads);
        of(self) == of(other)
    }
}
