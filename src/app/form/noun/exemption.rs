//! The forms that say that a duty need not be met: one of them, and all that lay before a family came.

use crate::app::cx::Cx;
use crate::app::form::save::reader;
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::deadlines::exemption::{read_settlement, read_why};
use crate::domain::deadlines::{Duty, Exemption};
use crate::domain::entry::Draft;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::Origin;

/// Exemptions. A new one is known by what it is of: family, rule, person, record and the day the duty counts from.
pub static EXEMPTION: FormNoun =
    FormNoun { name: "exemption", table: &crate::domain::deadlines::exemption::EXEMPTION, save, at };

/// Dealing with what lay before a family came.
pub static SETTLEMENT: FormNoun = FormNoun {
    name: "settlement",
    table: &crate::domain::deadlines::exemption::SETTLEMENT,
    save: settle,
    at: settlement_at,
};

/// Asks why a duty need not be met.
pub(in crate::app) fn new(cx: &Cx, duty: &Duty) -> Result<Option<Form>, Problem> {
    let Some(rule) = cx.store.rules().all().get(duty.rule) else { return Ok(None) };
    let names = cx.store.names_of(std::slice::from_ref(duty))?;
    let person = duty.about.person.map_or(0, |person| person.0);
    let of = format!("{}/{}/{person}/{}/{}", duty.family.0, rule.name, duty.about.record, duty.about.counted_from);
    let about = cx.locale.duty(duty, rule, &names, cx.setting());
    Ok(Some(Form::new(&EXEMPTION, What::New(of), Draft::default(), &cx.locale).about(&about)))
}

/// The exemption that a form is about, without why.
fn exemption(cx: &Cx, of: &str) -> Option<Exemption> {
    let [family, rule, person, record, counted_from] = of.split('/').collect::<Vec<_>>()[..] else { return None };
    Some(Exemption {
        family: FamilyId(family.parse().ok()?),
        rule: rule.to_owned(),
        person: person.parse().ok().filter(|id| *id != 0).map(PersonId),
        record: record.parse().ok()?,
        counted_from: counted_from.parse().ok()?,
        exempted_on: cx.world.today,
        by: cx.user().to_owned(),
        why: String::new(),
    })
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    let Some(of) = exemption(cx, at.text()) else { return Ok(None) };
    Ok(Some(Form::new(&EXEMPTION, What::New(at.text().to_owned()), Draft::default(), &cx.locale).about(&of.rule)))
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let place = form.place();
    let (_, of) = At::split(&place);
    let Some(of) = exemption(cx, of.text()) else { return Ok(Attempt::Faults(Vec::new())) };
    match read_why(reader(cx, form, draft)?) {
        Ok(why) => cx.store.add(&Exemption { why, ..of }, Origin::Draft(&place)).map(|_| Attempt::Saved),
        Err(faults) => Ok(Attempt::Faults(faults)),
    }
}

/// Deals with what lay before a family came.
pub(in crate::app) fn settlement(cx: &Cx, family: FamilyId) -> Result<Form, Problem> {
    let called = cx.name_of(family)?.name;
    let draft = Draft::default()
        .with("before", cx.store.came_on(family)?.to_string())
        .with("why", cx.locale.say("settlement-why"));
    Ok(Form::new(&SETTLEMENT, What::New(family.0.to_string()), draft, &cx.locale).about(&called))
}

fn settlement_at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    at.id().map(|family| settlement(cx, family)).transpose()
}

fn settle(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let place = form.place();
    let Some(family) = At::split(&place).1.id::<FamilyId>() else { return Ok(Attempt::Faults(Vec::new())) };
    match read_settlement(reader(cx, form, draft)?) {
        Ok((before, why)) => cx.store.deal_with(family, before, &why, Origin::Draft(&place)).map(|_| Attempt::Saved),
        Err(faults) => Ok(Attempt::Faults(faults)),
    }
}
