//! The form of a group.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Code, GroupState};
use crate::domain::entry::{Draft, Names};
use crate::domain::group::{self, Group};
use crate::domain::ids::{GroupId, TeamId};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Groups.
pub static GROUP: FormNoun = FormNoun { name: "group", table: &group::GROUP, save, at };

/// A new group of one's team.
pub(in crate::app) fn new(cx: &Cx) -> Form {
    let draft = Draft::default().with("leaders", cx.user()).with("state", GroupState::Running.code());
    Form::new(&GROUP, What::New(String::new()), draft, &cx.locale)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: GroupId) -> Result<Form, Problem> {
    let stored: Stored<Group> = cx.store.get(id)?;
    let form = Form::new(&GROUP, What::record(id, stored.version), group::group_draft(&stored.value), &cx.locale);
    Ok(form.about(&stored.value.name))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    if at.is_nothing() {
        return Ok(Some(new(cx)));
    }
    at.id().map(|id| over(cx, id)).transpose()
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let team: TeamId = match form.target.what {
        What::Record { id, .. } => cx.store.get::<Group>(GroupId(id))?.value.team,
        What::New(_) | What::Visit(_) | What::Filter => Names::team(&cx.store),
    };
    write(cx, form, group::read_group(reader(cx, form, draft)?, team), |group| Ok(group::group_draft(group)))
}
