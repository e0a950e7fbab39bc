//! The forms of papers: a life story, a safety plan, three columns. A new version begins with what the last one says;
//! the first safety plan with those who stand near the child on its network map.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Bond, Code, PaperKind};
use crate::domain::entry::Draft;
use crate::domain::ids::{FamilyId, PaperId, PersonId};
use crate::domain::paper::{self, LIFE_STORY, Paper, SAFETY_PLAN, THREE_COLUMNS};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// A child's history, written with those who know it.
pub static STORY: FormNoun = FormNoun { name: "life_story", table: &LIFE_STORY, save, at: story_at };

/// Who does what when the worry comes back.
pub static SAFETY: FormNoun = FormNoun { name: "safety_plan", table: &SAFETY_PLAN, save, at: safety_at };

/// What one worries about, what works well, what needs to happen.
pub static COLUMNS: FormNoun = FormNoun { name: "three_columns", table: &THREE_COLUMNS, save, at: columns_at };

/// From this ring on people stand too far out to be asked first.
const FAR: u8 = 3;

/// How many people of a map begin a safety plan.
const MOST: usize = 8;

fn form_of(kind: PaperKind) -> &'static FormNoun {
    match kind {
        PaperKind::LifeStory => &STORY,
        PaperKind::SafetyPlan => &SAFETY,
        PaperKind::ThreeColumns => &COLUMNS,
    }
}

/// A new version of a paper, today.
pub(in crate::app) fn new(
    cx: &Cx,
    family: FamilyId,
    kind: PaperKind,
    person: Option<PersonId>,
) -> Result<Form, Problem> {
    let folder = cx.store.folder(family)?;
    let is_of = |stored: &&Stored<Paper>| stored.value.of() == (kind, person);
    let before = folder.papers.iter().rev().find(is_of).map(|stored| stored.value.clone());
    let is_first = before.is_none();
    let mut paper = before.unwrap_or_else(|| Paper::new(family, kind, person, cx.world.today));
    // How it went is told of each version by itself.
    (paper.tried_on, paper.tried_until, paper.tried, paper.scale) = (None, None, None, None);
    if is_first && kind == PaperKind::SafetyPlan {
        paper.who_does_what = near(cx, family, person)?;
    }
    let draft = draft_of(cx, &paper)?.with("on", cx.locale.say("today"));
    let of = What::New(format!("in/{}", cx.case_ref(family)?));
    let first = if person.is_none() && kind == PaperKind::LifeStory { "person" } else { first_of(kind) };
    Ok(Form::new(form_of(kind), of, draft, &cx.locale).at(first))
}

fn first_of(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::LifeStory => "text",
        PaperKind::SafetyPlan => "who_does_what",
        PaperKind::ThreeColumns => "worried",
    }
}

/// The names of those who stand near on the last map that the team may see, a line each.
fn near(cx: &Cx, family: FamilyId, person: Option<PersonId>) -> Result<Option<String>, Problem> {
    let Some(person) = person else { return Ok(None) };
    let maps = cx.store.maps_of(family)?;
    let Some(map) = maps.of(person).rev().find(|map| map.value.is_for_team()) else { return Ok(None) };
    let stands = |relation: Option<Bond>| !matches!(relation, Some(Bond::Strained | Bond::Broken));
    let near = map.value.people.iter().filter(|one| one.ring < FAR && stands(one.relation));
    let lines: Vec<String> = near.take(MOST).map(|one| format!("{}: ", one.name)).collect();
    Ok((!lines.is_empty()).then(|| lines.join("\n")))
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: PaperId) -> Result<Form, Problem> {
    let stored: Stored<Paper> = cx.store.get(id)?;
    let noun = form_of(stored.value.kind);
    Ok(Form::new(noun, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, paper: &Paper) -> Result<Draft, Problem> {
    drafted(cx, paper.family, |case_ref, members| paper::paper_draft(paper, case_ref, members))
}

fn story_at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    kept(cx, at, PaperKind::LifeStory)
}

fn safety_at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    kept(cx, at, PaperKind::SafetyPlan)
}

fn columns_at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    kept(cx, at, PaperKind::ThreeColumns)
}

fn kept(cx: &Cx, at: &At<'_>, kind: PaperKind) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => {
            let draft = Draft::default().with("case_ref", case_ref).with("paper", kind.code());
            Ok(Some(Form::new(form_of(kind), What::of_family(case_ref), draft, &cx.locale)))
        }
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = paper::read_paper(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |paper| draft_of(cx, paper))
}
