//! The form of a status that a family had or has.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::entry::Draft;
use crate::domain::ids::StatusSpanId;
use crate::domain::problem::Problem;
use crate::domain::status::StatusSpan;
use crate::domain::status::{read_status, status_draft};
use crate::store::Stored;

/// Statuses.
pub static STATUS: FormNoun = FormNoun { name: "status", table: &crate::domain::status::STATUS, save, at };

/// A new status of a family.
pub(in crate::app) fn new(cx: &Cx, case_ref: &str) -> Form {
    let draft = Draft::default().with("case_ref", case_ref).with("from", cx.locale.say("today"));
    Form::new(&STATUS, What::of_family(case_ref), draft, &cx.locale)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: StatusSpanId) -> Result<Form, Problem> {
    let stored: Stored<StatusSpan> = cx.store.get(id)?;
    let draft = status_draft(&stored.value, &cx.case_ref(stored.value.family)?);
    Ok(Form::new(&STATUS, What::record(id, stored.version), draft, &cx.locale))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(new(cx, case_ref))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = read_status(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |value: &StatusSpan| Ok(status_draft(value, &cx.case_ref(value.family)?)))
}
