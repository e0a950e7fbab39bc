//! Entry of groups.

use crate::domain::codes::{Answer, Code, GroupDay, GroupKind, GroupState};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::group::Group;
use crate::domain::ids::{GroupId, TeamId};
use crate::domain::noun::{Noun, Referred, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::{Leaning, clean_line, identity_of};

use Need::{Optional, Required};
use Shown::Column;

/// The fields of a group.
pub const GROUP: Form = Form {
    kind: "groups",
    fields: &[
        Field { key: "group", shape: Shape::Line, need: Required },
        Field { key: "kind", shape: Shape::Code(GroupKind::LIST), need: Required },
        Field { key: "name", shape: Shape::Line, need: Required },
        Field { key: "weekday", shape: Shape::Code(GroupDay::LIST), need: Optional },
        Field { key: "start", shape: Shape::Time, need: Optional },
        Field { key: "place", shape: Shape::Line, need: Optional },
        Field { key: "leaders", shape: Shape::Staff, need: Optional },
        Field { key: "needs_test", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "ages", shape: Shape::Line, need: Optional },
        Field { key: "from", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "until", shape: Shape::LastDay, need: Optional },
        Field { key: "state", shape: Shape::Code(GroupState::LIST), need: Optional },
        Field { key: "reason", shape: Shape::Line, need: Optional },
        Field { key: "district", shape: Shape::Line, need: Optional },
    ],
    asked: &[
        "name",
        "group",
        "kind",
        "weekday",
        "start",
        "place",
        "leaders",
        "from",
        "until",
        "needs_test",
        "ages",
        "district",
        "state",
        "reason",
    ],
};

/// Reads a group of a team. One of which nobody says where it stands goes on.
pub fn read(mut reader: Reader<'_>, team: TeamId) -> Result<Group, Vec<Fault>> {
    let reference = reader.line("group");
    let kind = reader.code("kind");
    let name = reader.line("name");
    let weekday = reader.code("weekday");
    let start = reader.time("start");
    let leaders = reader.staff("leaders");
    let needs_test = reader.code("needs_test");
    let from = reader.day("from");
    let until = reader.last_day("until", from);
    reader.in_order("from", "until", (from, until));
    let state = reader.code("state").unwrap_or(GroupState::Running);
    let group = (|| {
        Some(Group {
            team,
            reference: reference?,
            kind: kind?,
            name: name?,
            weekday,
            start,
            place: reader.line("place"),
            leaders,
            needs_test,
            ages: reader.line("ages"),
            from,
            until,
            state,
            reason: reader.line("reason"),
            district: reader.line("district"),
        })
    })();
    reader.finish(group)
}

/// A group as a draft.
pub fn draft(group: &Group) -> Draft {
    Draft::default()
        .with("group", &group.reference)
        .with("kind", group.kind.code())
        .with("name", &group.name)
        .with_some("weekday", group.weekday.map(Code::code))
        .with_some("start", group.start.map(|start| start.format("%H:%M")))
        .with_some("place", group.place.as_ref())
        .with_list("leaders", &group.leaders)
        .with_some("needs_test", group.needs_test.map(Code::code))
        .with_some("ages", group.ages.as_ref())
        .with_some("from", group.from)
        .with_some("until", group.until)
        .with("state", group.state.code())
        .with_some("reason", group.reason.as_ref())
        .with_some("district", group.district.as_ref())
}

/// The group that a field names by its reference.
///
/// # Errors
/// When the casebook cannot be read.
pub fn one(reader: &mut Reader<'_>, names: &dyn Names) -> Result<Option<GroupId>, Problem> {
    let text = clean_line(reader.draft().get("group"));
    if text.is_empty() {
        return Ok(None);
    }
    let found = names.group(&text)?;
    if found.is_none() {
        reader.fault("group", Why::NoSuchGroup);
    }
    Ok(found)
}

impl Noun for Group {
    const COLUMNS: &'static Form = &GROUP;
    const SHOWN: &'static [Shown] = &[
        Column("group"),
        Column("name"),
        Column("kind"),
        Column("weekday"),
        Column("start"),
        Column("place"),
        Column("leaders"),
        Column("state"),
    ];
    const TURN: Turn = Turn::First;
    const IN_NO_FAMILY: bool = true;
    const REFERENCE: Option<&'static str> = Some("group");

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        Ok(read(reader, with.old.map_or_else(|| with.names.team(), |old| old.team)))
    }

    fn draft(&self, _: &Said<'_>) -> Draft {
        draft(self)
    }

    fn referred(draft: &Draft, names: &dyn Names) -> Result<Referred, Problem> {
        Ok(names.group(&clean_line(draft.get("group")))?.map(|group| (group.0, None)))
    }

    fn is_same(&self, other: &Self) -> bool {
        self.team == other.team && identity_of(&self.reference) == identity_of(&other.reference)
    }
}
