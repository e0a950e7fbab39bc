//! The form of a move on the visit ladder.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::entry::Draft;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::LadderMove;
use crate::domain::visit::ladder_move::read_ladder_move;

/// Moves. A new one is known by the child and the other one.
pub static LADDER_MOVE: FormNoun =
    FormNoun { name: "ladder_move", table: &crate::domain::visit::ladder_move::LADDER_MOVE, save, at };

/// A new move of a child towards somebody, to a step if it is known which.
pub(in crate::app) fn new(
    cx: &Cx,
    family: FamilyId,
    (child, with): (PersonId, PersonId),
    to: Option<u8>,
) -> Result<Form, Problem> {
    let members = cx.members(family)?;
    let draft = Draft::default()
        .with_family("case_ref", family, &cx.case_ref(family)?)
        .with_people("child", [child], &members)
        .with_people("with", [with], &members)
        .with("on", cx.locale.say("today"))
        .with_some("to_step", to)
        .with("decided_by", cx.user());
    let form = Form::new(&LADDER_MOVE, What::New(format!("{}/{}", child.0, with.0)), draft, &cx.locale);
    Ok(form.at(if to.is_some() { "reason" } else { "to_step" }))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    Ok(at.pair().map(|_| Form::new(&LADDER_MOVE, What::New(at.text().to_owned()), Draft::default(), &cx.locale)))
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let place = form.place();
    let Some((child, with)) = At::split(&place).1.pair() else { return Ok(Attempt::Faults(Vec::new())) };
    let from = cx.store.step_of(PersonId(child), PersonId(with))?;
    let read = read_ladder_move(reader(cx, form, draft)?, &cx.store, &cx.store.unit().ladder, from)?;
    write(cx, form, read, |_: &LadderMove| Ok(draft.clone()))
}
