//! The form of a person of a family.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::discretion::Setting;
use crate::domain::entry::Draft;
use crate::domain::ids::PersonId;
use crate::domain::person::Person;
use crate::domain::person::{person_draft, read_person};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{FamilyPage, Stored};

/// People.
pub static PERSON: FormNoun = FormNoun { name: "person", table: &crate::domain::person::PERSON, save, at };

/// A new person of a family.
pub(in crate::app) fn new(cx: &Cx, page: &FamilyPage) -> Form {
    let case_ref = page.family.value.case_ref.clone();
    let taken = |reference: &str| page.people.iter().any(|person| person.person.value.reference == reference);
    let free = (page.people.len() + 1..).map(|number| format!("{case_ref}-{number}")).find(|name| !taken(name));
    let draft = Draft::default().with_family("case_ref", page.family.id, &case_ref).with_some("ref", free);
    Form::new(&PERSON, What::of_family(&case_ref), draft, &cx.locale).about(&page.family.value.name)
}

/// One who is there.
pub(in crate::app) fn over(cx: &Cx, person: &Stored<Person>) -> Result<Form, Problem> {
    let draft = person_draft(&person.value, &cx.case_ref(person.value.family)?, Setting::Whole);
    let form = Form::new(&PERSON, What::record(person.id, person.version), draft, &cx.locale);
    Ok(form.about(&person.value.given_name.shown(Setting::Page)))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    if let Some(case_ref) = at.family() {
        let Some(family) = cx.family_named(case_ref)? else { return Ok(None) };
        return Ok(Some(new(cx, &cx.store.family_page(family.id, cx.world.today)?)));
    }
    at.id::<PersonId>().map(|id| over(cx, &cx.store.get(id)?)).transpose()
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = read_person(reader(cx, form, draft)?, &cx.store)?;
    let id = if let What::Record { id, .. } = form.target.what { Some(PersonId(id)) } else { None };
    if let Ok(person) = &read
        && let Some(told) = number_told(cx, form, person, id)?
        && let Some(warned) = form.unless_warned(told)
    {
        return Ok(warned);
    }
    write(cx, form, read, |value: &Person| Ok(person_draft(value, &cx.case_ref(value.family)?, Setting::Whole)))
}

/// Who else has a number that was just written, where one may see them: a parent may well be in two families, and a
/// child may have been entered twice.
fn number_told(cx: &Cx, form: &Form, person: &Person, id: Option<PersonId>) -> Result<Option<String>, Problem> {
    if id.is_some() && !form.touched_field("personal_id") && !form.touched_field("id_system") {
        return Ok(None);
    }
    let others = cx.store.same_number(person, id)?;
    let Some(first) = others.first() else { return Ok(None) };
    let who = cx.family_called(&first.family.name, &first.family.case_ref);
    Ok(Some(cx.locale.tell("warned-same-number", &[("family", arg(who))])))
}
