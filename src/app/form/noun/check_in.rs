//! The form of what was said of a family at a check-in.

use crate::app::cx::Cx;
use crate::app::form::save::{changed, reader};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::check_in::CheckIn;
use crate::domain::check_in::{check_in_draft, read_check_in};
use crate::domain::entry::Draft;
use crate::domain::ids::CheckInId;
use crate::domain::problem::Problem;
use crate::store::{Origin, Stored};

/// What is said at check-ins.
pub static CHECK_IN: FormNoun = FormNoun { name: "check_in", table: &crate::domain::check_in::CHECK_IN, save, at };

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, said: &Stored<CheckIn>) -> Result<Form, Problem> {
    let case_ref = cx.case_ref(said.value.family)?;
    let draft = check_in_draft(&said.value, &case_ref);
    Ok(Form::new(&CHECK_IN, What::record(said.id, said.version), draft, &cx.locale).about(&case_ref))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    at.id::<CheckInId>().map(|id| over(cx, &cx.store.get(id)?)).transpose()
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let What::Record { id, version } = form.target.what else { return Ok(Attempt::Faults(Vec::new())) };
    let (place, id) = (form.place(), CheckInId(id));
    let meeting = cx.store.get::<CheckIn>(id)?.value.meeting;
    changed(
        read_check_in(reader(cx, form, draft)?, &cx.store, meeting)?,
        |said: &CheckIn| cx.store.record_check_in(said, Some((id, version)), None, Origin::Draft(&place)),
        |said: &CheckIn| Ok(check_in_draft(said, &cx.case_ref(said.family)?)),
    )
}
