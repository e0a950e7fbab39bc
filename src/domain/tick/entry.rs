//! Entry of ticked lines of checklists: which list, which line, of when.

use crate::domain::codes::{Code, TickState};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::domain::tick::Tick;

use Need::{Optional, Required};
use Shown::{Column, Whose};

const FIELDS: &[Field] = &[
    Field { key: "case_ref", shape: Shape::Family, need: Required },
    Field { key: "checklist", shape: Shape::Line, need: Required },
    Field { key: "item", shape: Shape::Line, need: Required },
    Field { key: "person", shape: Shape::Member, need: Optional },
    Field { key: "occasion_on", shape: Shape::Day(Leaning::Past), need: Required },
    Field { key: "state", shape: Shape::Code(TickState::LIST), need: Required },
    Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
    Field { key: "ticked_by", shape: Shape::Line, need: Required },
    Field { key: "why", shape: Shape::Line, need: Optional },
];

/// The columns of ticks.
const TICKS: Form = Form { kind: "ticks", fields: FIELDS, asked: &[] };

/// What is asked of a tick; which line it is of is known by where it is opened.
pub const TICK: Form = Form { kind: "ticks", fields: FIELDS, asked: &["state", "on", "why"] };

/// Reads a tick.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Tick, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let (checklist, item) = (reader.line("checklist"), reader.line("item"));
    let lists = names.checklists();
    let list = checklist.as_deref().and_then(|name| lists.of(name));
    if checklist.is_some() && list.is_none() {
        let known = lists.all().iter().map(|list| list.name.clone()).collect();
        reader.fault("checklist", Why::NotInList(known));
    }
    if let (Some(list), Some(item)) = (list, item.as_deref())
        && list.item(item).is_none()
    {
        reader.fault("item", Why::NotInList(list.items.iter().map(|item| item.key.clone()).collect()));
    }
    let person = if reader.is_empty("person") { None } else { whom::one(&mut reader, "person", family, names)? };
    if reader.is_empty("person") && list.is_some_and(|list| list.one_per.names_somebody()) {
        reader.fault("person", Why::Missing);
    }
    let occasion_on = reader.day("occasion_on");
    let state = reader.code("state");
    let on = reader.past_day("on");
    let tick = (|| {
        Some(Tick {
            family: family?,
            checklist: checklist?,
            item: item?,
            person,
            occasion_on: occasion_on?,
            state: state?,
            on: on?,
            ticked_by: reader.line("ticked_by")?,
            why: reader.line("why"),
        })
    })();
    Ok(reader.finish(tick))
}

/// A tick as a draft.
pub fn draft(one: &Tick, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", one.family, case_ref)
        .with("checklist", &one.checklist)
        .with("item", &one.item)
        .with_people("person", one.person, members)
        .with("occasion_on", one.occasion_on.to_string())
        .with("state", one.state.code())
        .with("on", one.on.to_string())
        .with("ticked_by", &one.ticked_by)
        .with_some("why", one.why.as_ref())
}

impl Noun for Tick {
    const COLUMNS: &'static Form = &TICKS;
    const SHOWN: &'static [Shown] = &[
        Column("on"),
        Whose,
        Column("checklist"),
        Column("item"),
        Column("person"),
        Column("occasion_on"),
        Column("state"),
        Column("ticked_by"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// A line is ticked once each time.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.person, one.occasion_on, one.checklist.clone(), one.item.clone());
        of(self) == of(other)
    }
}
