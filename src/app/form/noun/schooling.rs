//! The form of a term of a child at school.

use chrono::Datelike;

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Code, SchoolTerm};
use crate::domain::entry::Draft;
use crate::domain::ids::SchoolingId;
use crate::domain::problem::Problem;
use crate::domain::schooling::{self, Schooling};
use crate::store::Stored;

/// A term of a child at school.
pub static SCHOOLING: FormNoun = FormNoun { name: "schooling", table: &schooling::SCHOOLING, save, at };

/// A new one in a family, of whom it is known: of the term that ended last.
pub(in crate::app) fn new(cx: &Cx, case_ref: &str, draft: Draft) -> Form {
    let (year, term) = match (cx.world.today.year(), cx.world.today.month()) {
        (year, 1..=5) => (year - 1, SchoolTerm::Autumn),
        (year, 6..=11) => (year, SchoolTerm::Spring),
        (year, _) => (year, SchoolTerm::Autumn),
    };
    let draft = draft.with("year", year.to_string()).with("term", term.code());
    let first = if draft.get("child").is_empty() { "child" } else { "year" };
    Form::new(&SCHOOLING, What::of_family(case_ref), draft, &cx.locale).at(first)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: SchoolingId) -> Result<Form, Problem> {
    let stored: Stored<Schooling> = cx.store.get(id)?;
    Ok(Form::new(&SCHOOLING, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, one: &Schooling) -> Result<Draft, Problem> {
    drafted(cx, one.family, |case_ref, members| schooling::schooling_draft(one, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(new(cx, case_ref, Draft::default().with("case_ref", case_ref)))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = schooling::read_schooling(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |one| draft_of(cx, one))
}
