//! Entry of papers: one table of columns, and a form for each of the three.

use crate::domain::codes::{Code, PaperKind};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::paper::Paper;
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

const FIELDS: &[Field] = &[
    Field { key: "case_ref", shape: Shape::Family, need: Required },
    Field { key: "paper", shape: Shape::Code(PaperKind::LIST), need: Required },
    Field { key: "person", shape: Shape::Member, need: Optional },
    Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
    Field { key: "made_with", shape: Shape::Line, need: Optional },
    Field { key: "text", shape: Shape::Note, need: Optional },
    Field { key: "who_does_what", shape: Shape::Note, need: Optional },
    Field { key: "tried_on", shape: Shape::Day(Leaning::Past), need: Optional },
    Field { key: "tried_until", shape: Shape::LastDay, need: Optional },
    Field { key: "tried", shape: Shape::Note, need: Optional },
    Field { key: "worried", shape: Shape::Note, need: Optional },
    Field { key: "works_well", shape: Shape::Note, need: Optional },
    Field { key: "needs", shape: Shape::Note, need: Optional },
    Field { key: "scale", shape: Shape::Number { least: 0, most: 10 }, need: Optional },
];

/// The columns of papers.
pub const PAPER: Form = Form {
    kind: "papers",
    fields: FIELDS,
    asked: &[
        "case_ref",
        "paper",
        "person",
        "on",
        "made_with",
        "text",
        "who_does_what",
        "tried_on",
        "tried_until",
        "tried",
        "worried",
        "works_well",
        "needs",
        "scale",
    ],
};

/// What is asked of a life story.
pub const LIFE_STORY: Form = Form { kind: "papers", fields: FIELDS, asked: &["person", "on", "made_with", "text"] };

/// What is asked of a safety plan; its text has a name of its own there.
pub const SAFETY_PLAN: Form = Form {
    kind: "safety_plan",
    fields: FIELDS,
    asked: &["person", "on", "made_with", "text", "who_does_what", "tried_on", "tried_until", "tried", "scale"],
};

/// What is asked of three columns.
pub const THREE_COLUMNS: Form = Form {
    kind: "papers",
    fields: FIELDS,
    asked: &["person", "on", "made_with", "worried", "works_well", "needs", "scale"],
};

/// The form of a paper.
pub fn form_of(kind: PaperKind) -> &'static Form {
    match kind {
        PaperKind::LifeStory => &LIFE_STORY,
        PaperKind::SafetyPlan => &SAFETY_PLAN,
        PaperKind::ThreeColumns => &THREE_COLUMNS,
    }
}

/// What a paper must say one of, at least.
fn core(kind: PaperKind) -> &'static [&'static str] {
    match kind {
        PaperKind::LifeStory => &["text"],
        PaperKind::SafetyPlan => &["who_does_what", "text"],
        PaperKind::ThreeColumns => &["worried", "works_well", "needs", "scale"],
    }
}

/// Reads a version of a paper. In a safety plan each line says who and what; a name without a deed is left out.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Paper, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let kind: Option<PaperKind> = reader.code("paper");
    let person = match kind {
        Some(PaperKind::LifeStory) => whom::child(&mut reader, "person", family, names)?,
        _ if reader.is_empty("person") => None,
        _ => whom::one(&mut reader, "person", family, names)?,
    };
    let on = reader.past_day("on");
    let tried_on = reader.day_from("tried_on", on);
    let tried_until = reader.last_day("tried_until", tried_on);
    reader.in_order("tried_on", "tried_until", (tried_on, tried_until));
    let scale = reader.number("scale");
    let who_does_what = deeds(&mut reader);
    if let Some(core) = kind.map(core)
        && core.iter().all(|field| reader.is_empty(field))
    {
        reader.fault(core[0], Why::Missing);
    }
    let paper = (|| {
        Some(Paper {
            family: family?,
            kind: kind?,
            person,
            on: on?,
            made_with: reader.line("made_with"),
            text: reader.note("text"),
            who_does_what,
            tried_on,
            tried_until,
            tried: reader.note("tried"),
            worried: reader.note("worried"),
            works_well: reader.note("works_well"),
            needs: reader.note("needs"),
            scale,
        })
    })();
    Ok(reader.finish(paper))
}

/// Who does what, a line each.
fn deeds(reader: &mut Reader<'_>) -> Option<String> {
    let text = reader.note("who_does_what")?;
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.split_once(':').map(|(who, what)| (who.trim(), what.trim())) {
            Some((who, what)) if !who.is_empty() && !what.is_empty() => lines.push(format!("{who}: {what}")),
            // The names of the map stand there to begin with.
            Some((who, "")) if !who.is_empty() => {}
            _ => {
                reader.fault("who_does_what", Why::NobodyDoes([("line", line.to_owned())]));
                return None;
            }
        }
    }
    if lines.is_empty() { None } else { Some(lines.join("\n")) }
}

/// A version of a paper as a draft.
pub fn draft(one: &Paper, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", one.family, case_ref)
        .with("paper", one.kind.code())
        .with_people("person", one.person, members)
        .with("on", one.on.to_string())
        .with_some("made_with", one.made_with.as_ref())
        .with_some("text", one.text.as_ref())
        .with_some("who_does_what", one.who_does_what.as_ref())
        .with_some("tried_on", one.tried_on)
        .with_some("tried_until", one.tried_until)
        .with_some("tried", one.tried.as_ref())
        .with_some("worried", one.worried.as_ref())
        .with_some("works_well", one.works_well.as_ref())
        .with_some("needs", one.needs.as_ref())
        .with_some("scale", one.scale)
}

impl Noun for Paper {
    const COLUMNS: &'static Form = &PAPER;
    const SHOWN: &'static [Shown] =
        &[Column("on"), Whose, Column("paper"), Column("person"), Column("made_with"), Column("scale")];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// Another text is another version.
    fn is_same(&self, other: &Self) -> bool {
        self == other
    }
}
