//! The question before something is removed or thrown away, and what a yes does.

use super::{Place, Then};
use crate::app::cx::{Cx, NAMED};
use crate::app::form::Form;
use crate::app::keys::{Action, Scope};
use crate::domain::problem::Problem;
use crate::store::{Record, Store};

/// A question before something is removed.
#[derive(Debug, Clone)]
pub struct Confirm {
    /// The question in words.
    pub question: String,
    /// What a yes removes.
    removes: Removal,
}

/// What a yes removes.
#[derive(Debug, Clone)]
enum Removal {
    /// A record, as it stood when the question was asked; false where a colleague has changed it since.
    Record { id: i64, version: i64, remove: fn(&Store, i64, i64) -> Result<bool, Problem> },
    /// A draft of something that is no longer there.
    Draft(String),
    /// What is typed on the layer underneath, and its draft.
    Text,
}

/// Removes what was asked about; what a colleague has written since is never removed unseen.
fn remove<R: Record>(store: &Store, id: i64, version: i64) -> Result<bool, Problem> {
    let id = R::Id::from(id);
    if store.get::<R>(id)?.version != version {
        return Ok(false);
    }
    store.remove::<R>(id).map(|()| true)
}

impl Confirm {
    /// Asks whether to remove a record of a version.
    pub(in crate::app) fn record<R: Record>(question: String, id: R::Id, version: i64) -> Self {
        Self { question, removes: Removal::Record { id: id.into(), version, remove: remove::<R> } }
    }

    /// Asks whether to throw away a draft of something that is gone.
    pub(in crate::app) fn draft(question: String, place: String) -> Self {
        Self { question, removes: Removal::Draft(place) }
    }
}

/// Asks before what is typed is thrown away: it is the one thing that undo cannot bring back.
pub(in crate::app) fn ask_to_discard(cx: &Cx) -> Then {
    Confirm { question: cx.locale.say("ask-discard"), removes: Removal::Text }.into()
}

impl Place for Confirm {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Confirm, Scope::Typing]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        if act != Action::Yes {
            return Ok(Then::Close);
        }
        match &self.removes {
            Removal::Record { id, version, remove } => {
                // What is refused is told once the question is away: it would stand where that is told.
                match remove(&cx.store, *id, *version) {
                    Ok(removed) => _ = cx.tell_saved_or_newer(removed),
                    Err(problem) => cx.tell_problem(&problem),
                }
            }
            Removal::Draft(place) => {
                cx.store.drop_draft(place)?;
                cx.count_drafts()?;
            }
            Removal::Text => return Ok(Then::Discard),
        }
        Ok(Then::Close)
    }

    /// A question about a draft tells of it.
    fn names(&self, cx: &Cx) -> Vec<String> {
        let Removal::Draft(place) = &self.removes else { return Vec::new() };
        let draft = cx.store.draft(place).ok().flatten();
        draft.iter().flat_map(|draft| NAMED.iter().filter_map(|key| Form::kept_text(&draft.body, key))).collect()
    }
}
