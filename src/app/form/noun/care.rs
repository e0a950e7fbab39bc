//! The form of a child's care: on what it rests, from when until when.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::care::Care;
use crate::domain::care::{care_draft, read_care};
use crate::domain::discretion::Setting;
use crate::domain::entry::Draft;
use crate::domain::ids::CareId;
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Spans of care.
pub static CARE: FormNoun = FormNoun { name: "care", table: &crate::domain::care::CARE, save, at };

/// A new span of a child's care.
pub(in crate::app) fn new(cx: &Cx, person_ref: &str, called: &str) -> Form {
    let draft = Draft::default().with("person_ref", person_ref).with("from", cx.locale.say("today"));
    Form::new(&CARE, What::New(format!("of/{person_ref}")), draft, &cx.locale).about(called)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: CareId) -> Result<Form, Problem> {
    let stored: Stored<Care> = cx.store.get(id)?;
    let child = cx.store.get::<Person>(stored.value.person)?.value;
    let draft = care_draft(&stored.value, &child.reference);
    let form = Form::new(&CARE, What::record(id, stored.version), draft, &cx.locale);
    Ok(form.about(&child.given_name.shown(Setting::Page)))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.person() {
        Some(person_ref) => Ok(Some(new(cx, person_ref, person_ref))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = read_care(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |value: &Care| Ok(care_draft(value, &cx.store.get::<Person>(value.person)?.value.reference)))
}
