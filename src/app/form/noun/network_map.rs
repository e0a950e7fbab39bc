//! The form of what a network map says besides its people.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::entry::Draft;
use crate::domain::entry::network as entry;
use crate::domain::ids::NetworkMapId;
use crate::domain::network::NetworkMap;
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Network maps.
pub static MAP: FormNoun = FormNoun { name: "map", table: &entry::MAP, save, at };

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: NetworkMapId) -> Result<Form, Problem> {
    let stored: Stored<NetworkMap> = cx.store.get(id)?;
    let members = cx.members(stored.value.family)?;
    let ego = members.iter().find(|member| member.id == stored.value.ego);
    let about = ego.map(|member| member.given_name.shown(cx.page_setting())).unwrap_or_default();
    let draft = entry::draft(&stored.value);
    Ok(Form::new(&MAP, What::record(id, stored.version), draft, &cx.locale).about(&about))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    at.id().map(|id| over(cx, id)).transpose()
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let What::Record { id, .. } = form.target.what else { return Ok(Attempt::Faults(Vec::new())) };
    let map = cx.store.get::<NetworkMap>(NetworkMapId(id))?.value;
    let read = entry::read(reader(cx, form, draft)?).map(|facts| facts.on(map));
    write(cx, form, read, |map| Ok(entry::draft(map)))
}
