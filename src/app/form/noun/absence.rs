//! The form of a supporter's absence.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::entry::Draft;
use crate::domain::ids::AbsenceId;
use crate::domain::problem::Problem;
use crate::domain::visit::Absence;
use crate::domain::visit::absence::{absence_draft, read_absence};
use crate::store::Stored;

/// Absences.
pub static ABSENCE: FormNoun = FormNoun { name: "absence", table: &crate::domain::visit::absence::ABSENCE, save, at };

/// A new absence, of a supporter if one is named.
pub(in crate::app) fn new(cx: &Cx, supporter: Option<String>) -> Form {
    let draft = Draft::default().with_some("supporter", supporter).with("from", cx.locale.say("today"));
    Form::new(&ABSENCE, What::New(String::new()), draft, &cx.locale)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: AbsenceId) -> Result<Form, Problem> {
    let stored: Stored<Absence> = cx.store.get(id)?;
    let draft = absence_draft(&stored.value);
    Ok(Form::new(&ABSENCE, What::record(id, stored.version), draft, &cx.locale))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    if at.is_nothing() { Ok(Some(new(cx, None))) } else { at.id().map(|id| over(cx, id)).transpose() }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let old = match form.target.what {
        What::Record { id, .. } => Some(cx.store.get::<Absence>(AbsenceId(id))?.value),
        What::New(_) | What::Visit(_) | What::Filter => None,
    };
    write(cx, form, read_absence(reader(cx, form, draft)?, old.as_ref()), |value| Ok(absence_draft(value)))
}
