//! The parents to be called, for whoever gives crisis support: all that they are told of them, and what came of a call.

use super::Week;
use crate::app::cx::Cx;
use crate::app::keys::Action;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::access::{Reach, Right};
use crate::domain::codes::{Answer, Code};
use crate::domain::discretion::Setting;
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{CallRow, Called};

/// What may come of a call; its letter is `key-called-<name>`, its words `called-<name>`.
const CALLED: [(Called, &str); 3] =
    [(Called::Talked, "talked"), (Called::Declined, "declined"), (Called::InVain, "in-vain")];

impl Week {
    /// Reads whom to call. Whoever reaches every family of the team has the calls among the duties.
    pub(super) fn read_calls(&mut self, cx: &Cx) -> Result<(), Problem> {
        let calls =
            cx.store.reach(Right::CallParents) != Reach::Nothing && cx.store.reach(Right::ReadCases) == Reach::Assigned;
        self.calls = if calls { cx.store.calls(cx.world.today)? } else { Vec::new() };
        Ok(())
    }

    /// A parent to be called.
    pub fn call(&self, parent: PersonId) -> Option<&CallRow> {
        self.calls.iter().find(|call| call.parent == parent)
    }

    pub(super) fn act_on_call(&self, cx: &mut Cx, act: Action, parent: PersonId) -> Result<Then, Problem> {
        match act {
            Action::DoIt | Action::Explain => self.show_call(cx, parent),
            Action::Tick => say_called(cx, parent, Called::Talked),
            Action::Tried => say_called(cx, parent, Called::InVain),
            _ => Ok(Then::Stay),
        }
    }

    /// All that is told of somebody, and what came of the call; that it was opened is journalled.
    fn show_call(&self, cx: &mut Cx, parent: PersonId) -> Result<Then, Problem> {
        let Some(call) = self.call(parent) else { return Ok(Then::Stay) };
        cx.store.open_call(parent, cx.world.today)?;
        let setting = cx.page_setting();
        let mut question = Question::new(cx.locale.tell("ask-called", &[("who", arg(name_of(call, setting)))]));
        let phone = call.phone.as_ref().and_then(|phone| phone.shown(setting, call.given_name.is_kept()));
        let interpreter = call.interpreter.map(|answer| cx.locale.code(Answer::LIST, answer.code()));
        for (key, told) in [("phone", phone), ("language", call.language.clone()), ("interpreter", interpreter)] {
            let told = told.unwrap_or_else(|| cx.locale.say("call-not-told"));
            question = question.told(format!("{}: {told}", cx.locale.say(&format!("field-{key}"))));
        }
        for (called, name) in CALLED {
            let words = cx.locale.say(&format!("called-{name}"));
            let letter = cx.letter(&format!("called-{name}"));
            question = question.with(letter, words, move |cx: &mut Cx| say_called(cx, parent, called));
        }
        Ok(question.into())
    }
}

/// The whole name, as it stands in a setting.
pub fn name_of(call: &CallRow, setting: Setting) -> String {
    let names = [Some(&call.given_name), call.family_name.as_ref()];
    names.into_iter().flatten().map(|name| name.shown(setting)).collect::<Vec<_>>().join(" ")
}

fn say_called(cx: &mut Cx, parent: PersonId, called: Called) -> Result<Then, Problem> {
    cx.store.parent_called(parent, called, cx.world.today)?;
    cx.tell_saved();
    Ok(Then::Stay)
}
