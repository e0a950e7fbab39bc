//! Led through the program: six steps on an invented family, each done with the keys that do it at work, and seen to
//! have been done.

use super::Desk;
use crate::app::cx::{Flow, Subject};
use crate::app::keys::{Action, Scope};
use crate::app::layer::Layer;
use crate::store::Step as Change;

/// Rows that the tour takes at the foot of the screen.
pub const STRIP: u16 = 3;

/// A step: its name in the locale files, after `tour-`; the actions whose keys it tells; what shows that it was done.
pub struct Step {
    /// Its name.
    pub name: &'static str,
    /// Actions whose keys are told, each with where it means that.
    pub keys: &'static [(Scope, Action)],
    done: fn(&Desk, &Since) -> bool,
}

/// The steps in their order.
pub const STEPS: &[Step] = &[
    Step { name: "find", keys: &[(Scope::Everywhere, Action::Jump)], done: |desk, _| desk.cx.open.is_some() },
    Step {
        name: "log",
        keys: &[(Scope::Everywhere, Action::Quick)],
        done: |desk, since| since.is_new(desk, |change| change.noun == "session" && change.act == "add"),
    },
    Step {
        name: "undo",
        keys: &[(Scope::Everywhere, Action::Undo)],
        done: |desk, since| desk.cx.undoable() != since.last,
    },
    Step {
        name: "why",
        keys: &[(Scope::Everywhere, Action::GoWeek), (Scope::Week, Action::Explain)],
        done: |desk, _| desk.at == Subject::Duties && matches!(desk.layers.last(), Some(Layer::Question(_))),
    },
    Step {
        name: "visit",
        keys: &[(Scope::Everywhere, Action::GoVisits), (Scope::Visit, Action::Cancel)],
        done: |desk, since| desk.at == Subject::Visits && since.is_new(desk, |_| true),
    },
    Step {
        name: "help",
        keys: &[(Scope::Everywhere, Action::Help)],
        done: |desk, _| matches!(desk.layers.last(), Some(Layer::Help(_))),
    },
];

/// How it stood when a step was begun.
#[derive(Debug, Default)]
struct Since {
    last: Option<Change>,
}

impl Since {
    fn of(desk: &Desk) -> Self {
        Self { last: desk.cx.undoable() }
    }

    /// Whether something has been written since then, and is what was asked for.
    fn is_new(&self, desk: &Desk, is: impl Fn(&Change) -> bool) -> bool {
        let now = desk.cx.undoable();
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

    /// The step one is at; none at the end.
    pub fn step(&self) -> Option<&'static Step> {
        STEPS.get(self.at)
    }
}

impl Desk {
    /// Leads through the program from here on; the screen is so much smaller.
    pub fn begin_tour(&mut self) {
        self.tour = Some(Tour { at: 0, since: Since::of(self) });
        let (columns, rows) = self.cx.world.size;
        self.resize((columns, rows));
    }

    /// Goes on where one was before the tour, on a screen of a size.
    pub fn come_back(&mut self, size: (u16, u16)) {
        self.cx.flow = Flow::Stay;
        self.resize(size);
    }

    /// Goes on with the tour where what it asked for was done, or is not wanted.
    pub(super) fn follow_tour(&mut self, is_skipped: bool) {
        let Some(tour) = &self.tour else { return };
        let Some(step) = tour.step() else { return };
        if is_skipped || (step.done)(self, &tour.since) {
            let next = Tour { at: tour.at + 1, since: Since::of(self) };
            self.tour = Some(next);
        }
    }
}
