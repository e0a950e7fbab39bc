//! Led through the program: six steps on an invented family, each done with the keys that do it at work, and seen to
//! have been done.

use super::cx::{Cx, Subject};
use super::keys::{Action, Scope};
use super::layer::Layer;
use crate::store::Step as Change;

/// Rows that the tour takes at the foot of the screen.
pub const STRIP: u16 = 3;

/// A step: its name in the locale files, after `tour-`; the actions whose keys it tells; what shows that it was done.
pub struct Step {
    /// Its name.
    pub name: &'static str,
    /// Actions whose keys are told, each with where it means that.
    pub keys: &'static [(Scope, Action)],
    done: fn(&Look<'_>, &Since) -> bool,
}

/// What the tour looks at.
pub struct Look<'a> {
    /// What every place is given.
    pub cx: &'a Cx,
    /// The pane on the screen, by what is sought there.
    pub at: Subject,
    /// What lies over the pane, the topmost last.
    pub layers: &'a [Layer],
}

/// The steps in their order.
pub const STEPS: &[Step] = &[
    Step { name: "find", keys: &[(Scope::Everywhere, Action::Jump)], done: |look, _| look.cx.open.is_some() },
    Step {
        name: "log",
        keys: &[(Scope::Everywhere, Action::Quick)],
        done: |look, since| since.is_new(look, |change| change.noun == "session" && change.act == "add"),
    },
    Step {
        name: "undo",
        keys: &[(Scope::Everywhere, Action::Undo)],
        done: |look, since| look.cx.undoable() != since.last,
    },
    Step {
        name: "why",
        keys: &[(Scope::Everywhere, Action::GoWeek), (Scope::Week, Action::Explain)],
        done: |look, _| look.at == Subject::Duties && matches!(look.layers.last(), Some(Layer::Question(_))),
    },
    Step {
        name: "visit",
        keys: &[(Scope::Everywhere, Action::GoVisits), (Scope::Visit, Action::Cancel)],
        done: |look, since| since.acts.contains(&Action::Cancel) && since.is_new(look, |_| look.at == Subject::Visits),
    },
    Step {
        name: "help",
        keys: &[(Scope::Everywhere, Action::Help)],
        done: |look, _| matches!(look.layers.last(), Some(Layer::Help(_))),
    },
];

/// How it stood when a step was begun, and what has been asked for since.
#[derive(Debug, Default)]
struct Since {
    last: Option<Change>,
    acts: Vec<Action>,
}

impl Since {
    fn of(cx: &Cx) -> Self {
        Self { last: cx.undoable(), acts: Vec::new() }
    }

    /// Whether something has been written since then, and is what was asked for.
    fn is_new(&self, look: &Look<'_>, is: impl Fn(&Change) -> bool) -> bool {
        let now = look.cx.undoable();
        now != self.last && now.is_some_and(|change| is(&change))
    }
}

/// How far one has come.
#[derive(Debug, Default)]
pub struct Tour {
    /// The number of steps that are behind.
    pub at: usize,
    since: Since,
}

impl Tour {
    /// How many steps there are.
    pub const STEPS: usize = STEPS.len();

    /// At its beginning.
    pub(super) fn begun(cx: &Cx) -> Self {
        Self { at: 0, since: Since::of(cx) }
    }

    /// Sees an action asked for.
    pub(super) fn saw(&mut self, act: Action) {
        self.since.acts.push(act);
    }

    /// The tour a step further on, where what this one asks for was done, or is not wanted.
    pub(super) fn further(&self, look: &Look<'_>, is_skipped: bool) -> Option<Self> {
        let step = self.step()?;
        let goes_on = is_skipped || (step.done)(look, &self.since);
        goes_on.then(|| Self { at: self.at + 1, since: Since::of(look.cx) })
    }

    /// The step one is at; none at the end.
    pub fn step(&self) -> Option<&'static Step> {
        STEPS.get(self.at)
    }
}
