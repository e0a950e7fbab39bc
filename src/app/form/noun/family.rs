//! The form of a family.

use crate::app::cx::Cx;
use crate::app::form::save::{changed, reader};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Code, FamilyStatus};
use crate::domain::entry::Draft;
use crate::domain::family::Family;
use crate::domain::family::{family_draft, read_family};
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{Origin, PersonOnPage, Stored};

/// Families.
pub static FAMILY: FormNoun = FormNoun { name: "family", table: &crate::domain::family::FAMILY, save, at };

/// A new family.
pub(in crate::app) fn new(cx: &Cx) -> Form {
    let draft = Draft::default().with("status", FamilyStatus::Active.code()).with("started_on", cx.locale.say("today"));
    Form::new(&FAMILY, What::New(String::new()), draft, &cx.locale)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, family: &Stored<Family>) -> Form {
    let draft = family_draft(&family.value);
    Form::new(&FAMILY, What::record(family.id, family.version), draft, &cx.locale).about(&family.value.name)
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    if at.is_nothing() {
        return Ok(Some(new(cx)));
    }
    at.id::<FamilyId>().map(|id| Ok(over(cx, &cx.store.get(id)?))).transpose()
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let (read, place) = (read_family(reader(cx, form, draft)?), form.place());
    let What::Record { id, version } = form.target.what else {
        return crate::app::form::save::write(cx, form, read, |value| Ok(family_draft(value)));
    };
    let id = FamilyId(id);
    if let Ok(family) = &read
        && let Some(told) = still_placed(cx, id, family)?
        && let Some(warned) = form.unless_warned(told)
    {
        return Ok(warned);
    }
    changed(
        read,
        |value: &Family| cx.store.change_family(id, version, value, Origin::Draft(&place)),
        |value| Ok(family_draft(value)),
    )
}

/// Who is still placed in a family that is about to be closed, in words.
fn still_placed(cx: &Cx, id: FamilyId, family: &Family) -> Result<Option<String>, Problem> {
    let before = cx.store.get::<Family>(id)?.value.status;
    if family.status != FamilyStatus::Closed || before == FamilyStatus::Closed {
        return Ok(None);
    }
    let day = family.closed_on.unwrap_or(cx.world.today);
    let page = cx.store.family_page(id, cx.world.today)?;
    let is_placed = |on_page: &&PersonOnPage| {
        on_page.placement(day).is_some() || on_page.care.iter().any(|care| care.value.covers(day))
    };
    let placed: Vec<String> = page
        .people
        .iter()
        .filter(is_placed)
        .map(|on_page| on_page.person.value.given_name.shown(cx.setting()))
        .collect();
    let told = cx.locale.tell("still-placed", &[("people", arg(placed.join(", ")))]);
    Ok((!placed.is_empty()).then_some(told))
}
