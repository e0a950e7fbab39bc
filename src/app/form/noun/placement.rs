//! The form of a placement.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::discretion::Setting;
use crate::domain::entry::Draft;
use crate::domain::ids::PlacementId;
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::domain::placement::{placement_draft, read_placement};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Placements.
pub static PLACEMENT: FormNoun = FormNoun { name: "placement", table: &crate::domain::placement::PLACEMENT, save, at };

/// A new placement of a child.
pub(in crate::app) fn new(cx: &Cx, child: &Stored<Person>) -> Form {
    let person_ref = child.value.reference.as_str();
    let draft =
        Draft::default().with_person("person_ref", child.id, person_ref).with("started_on", cx.locale.say("today"));
    let form = Form::new(&PLACEMENT, What::New(format!("of/{person_ref}")), draft, &cx.locale);
    form.about(&child.value.given_name.shown(Setting::Page))
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, placement: &Stored<Placement>) -> Result<Form, Problem> {
    let child = cx.store.get::<Person>(placement.value.person)?.value;
    let form = Form::new(
        &PLACEMENT,
        What::record(placement.id, placement.version),
        drafted(cx, &placement.value, &child)?,
        &cx.locale,
    );
    Ok(form.about(&child.given_name.shown(Setting::Page)))
}

fn drafted(cx: &Cx, placement: &Placement, child: &Person) -> Result<Draft, Problem> {
    Ok(placement_draft(placement, child, &cx.names_with(placement)?, Setting::Whole))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    if let Some(person_ref) = at.person() {
        let draft = Draft::default().with("person_ref", person_ref);
        return Ok(Some(Form::new(&PLACEMENT, What::New(at.text().to_owned()), draft, &cx.locale)));
    }
    at.id::<PlacementId>().map(|id| over(cx, &cx.store.get(id)?)).transpose()
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = read_placement(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |value: &Placement| drafted(cx, value, &cx.store.get::<Person>(value.person)?.value))
}
