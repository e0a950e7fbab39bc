//! Entry of restrictions of contact. Few fields are required: what else a decision must say is listed as missing, and
//! a restriction without a decision stops visits all the same.

use crate::domain::codes::{Answer, Code, Ending, RestrictionKind, VisitContact};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::noun::{Noun, Said, Shown, Turn, With, same_set};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::domain::visit::{Limits, Restriction};

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// Most visits in a month that a restriction can leave: one a day.
const MOST_A_MONTH: u32 = 31;

/// The fields of a restriction.
pub const RESTRICTION: Form = Form {
    kind: "restrictions",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "child", shape: Shape::Member, need: Optional },
        Field { key: "with", shape: Shape::People, need: Required },
        Field { key: "kind", shape: Shape::Code(RestrictionKind::LIST), need: Required },
        Field { key: "from", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "until", shape: Shape::End(Ending::LIST), need: Optional },
        Field { key: "how", shape: Shape::Line, need: Optional },
        Field { key: "why", shape: Shape::Line, need: Optional },
        Field { key: "decided_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "decided_by", shape: Shape::Line, need: Optional },
        Field { key: "appeal_told", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "considered_on", shape: Shape::Days, need: Optional },
        Field { key: "contacts", shape: Shape::Codes(VisitContact::LIST), need: Optional },
        Field { key: "supervised", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "most_a_month", shape: Shape::Number { least: 1, most: MOST_A_MONTH }, need: Optional },
        Field { key: "most_minutes", shape: Shape::Minutes, need: Optional },
    ],
    asked: &[
        "case_ref",
        "child",
        "with",
        "kind",
        "from",
        "until",
        "how",
        "why",
        "decided_on",
        "decided_by",
        "appeal_told",
        "considered_on",
        "contacts",
        "supervised",
        "most_a_month",
        "most_minutes",
    ],
};

/// Reads a restriction.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Restriction, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = whom::child(&mut reader, "child", family, names)?;
    let with = whom::with(&mut reader, family, child, names)?;
    let kind = reader.code("kind");
    let from = reader.day("from");
    let today = reader.source().today();
    let (until, ending) = reader.end("until", from.map(|from| from.max(today)));
    let decided_on = reader.past_day("decided_on");
    let appeal_told = reader.code("appeal_told");
    let considered_on = reader.days("considered_on");
    let limits = Limits {
        contacts: reader.codes("contacts"),
        supervised: reader.code("supervised"),
        most_a_month: reader.number("most_a_month"),
        most_minutes: reader.minutes("most_minutes"),
    };
    reader.in_order("from", "until", (from, until));
    let restriction = (|| {
        Some(Restriction {
            family: family?,
            child: child?,
            with,
            kind: kind?,
            how: reader.line("how"),
            why: reader.line("why"),
            from: from?,
            until,
            further_notice: ending == Some(Ending::FurtherNotice.code()),
            decided_on,
            decided_by: reader.line("decided_by"),
            appeal_told,
            considered_on,
            limits,
        })
    })();
    Ok(reader.finish(restriction))
}

/// A restriction as a draft, in codes.
pub fn draft(restriction: &Restriction, case_ref: &str, members: &[MemberName]) -> Draft {
    let limits = &restriction.limits;
    let contacts = VisitContact::ALL.iter().filter(|contact| limits.contacts.contains(contact));
    Draft::default()
        .with_family("case_ref", restriction.family, case_ref)
        .with_people("child", [restriction.child], members)
        .with_people("with", restriction.with.iter().copied(), members)
        .with("kind", restriction.kind.code())
        .with("from", restriction.from.to_string())
        .with_some("until", restriction.until)
        .with_some("until", restriction.further_notice.then(|| Ending::FurtherNotice.code()))
        .with_some("how", restriction.how.as_ref())
        .with_some("why", restriction.why.as_ref())
        .with_some("decided_on", restriction.decided_on)
        .with_some("decided_by", restriction.decided_by.as_ref())
        .with_some("appeal_told", restriction.appeal_told.map(Code::code))
        .with_list("considered_on", &restriction.considered_on)
        .with_list("contacts", contacts.map(|contact| contact.code()))
        .with_some("supervised", limits.supervised.map(Code::code))
        .with_some("most_a_month", limits.most_a_month)
        .with_some("most_minutes", limits.most_minutes)
}

impl Noun for Restriction {
    const COLUMNS: &'static Form = &RESTRICTION;
    const SHOWN: &'static [Shown] = &[
        Whose,
        Column("child"),
        Column("with"),
        Column("kind"),
        Column("from"),
        Column("until"),
        Column("how"),
        Column("decided_on"),
        Column("decided_by"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.child, one.kind, one.from);
        of(self) == of(other) && same_set(&self.with, &other.with)
    }
}
