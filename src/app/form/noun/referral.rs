//! The form of a referral.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Area, Code, ReferralState};
use crate::domain::entry::Draft;
use crate::domain::ids::{PersonId, ReferralId};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::referral::{self, Referral};
use crate::store::Stored;

/// Referrals.
pub static REFERRAL: FormNoun = FormNoun { name: "referral", table: &referral::REFERRAL, save, at };

/// A new referral, in a family or in none yet, of somebody and of an area where that is known.
pub(in crate::app) fn new(cx: &Cx, case_ref: &str, person: Option<PersonId>, area: Option<Area>) -> Form {
    let whose = person.and_then(|person| cx.store.get::<Person>(person).ok());
    let members = whose.and_then(|person| cx.members(person.value.family).ok()).unwrap_or_default();
    let draft = Draft::default()
        .with("case_ref", case_ref)
        .with_people("person", person, &members)
        .with_some("area", area.map(Code::code))
        .with("state", ReferralState::Needed.code())
        .with("needed_on", cx.locale.say("today"));
    let first = if case_ref.is_empty() { "case_ref" } else { "person" };
    let first = if person.is_some() { "to" } else { first };
    Form::new(&REFERRAL, What::of_family(case_ref), draft, &cx.locale).at(first)
}

/// A new one in a family of which something is known already.
pub(in crate::app) fn begun(cx: &Cx, case_ref: &str, draft: Draft) -> Form {
    Form::new(&REFERRAL, What::of_family(case_ref), draft, &cx.locale).at("to")
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: ReferralId) -> Result<Form, Problem> {
    let stored: Stored<Referral> = cx.store.get(id)?;
    Ok(Form::new(&REFERRAL, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale).at("state"))
}

fn draft_of(cx: &Cx, referral: &Referral) -> Result<Draft, Problem> {
    let draft =
        drafted(cx, referral.family, |case_ref, members| referral::referral_draft(referral, case_ref, members))?;
    // A sort of actor stands there in words, which are read again as its code.
    Ok(draft.with("to", cx.locale.actor(&referral.to)))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(new(cx, case_ref, None, None))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = referral::read_referral(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |referral| draft_of(cx, referral))
}
