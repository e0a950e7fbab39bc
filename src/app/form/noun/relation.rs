//! The form of what two people of a family are to each other.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::directory::FamilyName;
use crate::domain::entry::Draft;
use crate::domain::ids::{PersonId, RelationId};
use crate::domain::problem::Problem;
use crate::domain::relation::Relation;
use crate::domain::relation::{read_relation, relation_draft};
use crate::store::Stored;

/// Relations.
pub static RELATION: FormNoun = FormNoun { name: "kin", table: &crate::domain::relation::RELATION, save, at };

/// A new relation in a family, of somebody if it is known who.
pub(in crate::app) fn new(cx: &Cx, family: &FamilyName, of: Option<PersonId>) -> Result<Form, Problem> {
    let field = if of.is_some() { "kin_relation" } else { "person" };
    let draft = Draft::default().with_people("person", of, &cx.members(family.id)?);
    Ok(blank(cx, &family.case_ref, draft).about(&family.name).at(field))
}

fn blank(cx: &Cx, case_ref: &str, draft: Draft) -> Form {
    Form::new(&RELATION, What::of_family(case_ref), draft.with("case_ref", case_ref), &cx.locale)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: RelationId) -> Result<Form, Problem> {
    let stored: Stored<Relation> = cx.store.get(id)?;
    let draft = draft_of(cx, &stored.value)?;
    Ok(Form::new(&RELATION, What::record(id, stored.version), draft, &cx.locale).at("has_ended"))
}

fn draft_of(cx: &Cx, kin: &Relation) -> Result<Draft, Problem> {
    drafted(cx, kin.family, |case_ref, members| relation_draft(kin, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(blank(cx, case_ref, Draft::default()))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = read_relation(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |value| draft_of(cx, value))
}
