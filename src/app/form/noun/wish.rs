//! The form of what somebody wishes about visits.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::entry::Draft;
use crate::domain::ids::WishId;
use crate::domain::problem::Problem;
use crate::domain::visit::Wish;
use crate::domain::visit::wish::{read_wish, wish_draft};
use crate::store::Stored;

/// Wishes.
pub static WISH: FormNoun = FormNoun { name: "wish", table: &crate::domain::visit::wish::WISH, save, at };

/// A new wish in a family, with who it is about.
pub(in crate::app) fn new(cx: &Cx, case_ref: &str, draft: Draft) -> Form {
    let draft = draft.with("told_on", cx.locale.say("today"));
    Form::new(&WISH, What::of_family(case_ref), draft, &cx.locale).at("what")
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: WishId) -> Result<Form, Problem> {
    let stored: Stored<Wish> = cx.store.get(id)?;
    Ok(Form::new(&WISH, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, wish: &Wish) -> Result<Draft, Problem> {
    drafted(cx, wish.family, |case_ref, members| wish_draft(wish, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(new(cx, case_ref, Draft::default().with("case_ref", case_ref)))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = read_wish(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |value| draft_of(cx, value))
}
