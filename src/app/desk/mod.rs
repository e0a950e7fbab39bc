//! The desk: what all places stand on, and the way a key takes through it. The only one that sees panes and layers
//! both; whatever they want of each other comes back to it as a [`Then`].

mod led;
mod left;
mod ticks;

use std::rc::Rc;

use crate::app::cx::{Cx, Flow, Landmark, Notice, Route, Stage, Subject, World};
use crate::app::everywhere;
use crate::app::keys::{Action, Key, Match, Scope, look_up};
use crate::app::layer::help::Help;
use crate::app::layer::jump::Jump;
use crate::app::layer::palette::Palette;
use crate::app::layer::quick::Quick;
use crate::app::layer::ways::Ways;
use crate::app::layer::{Layer, Then};
use crate::app::list::Move;
use crate::app::pane::{PANES, Pane, Panes, pane_of};
use crate::app::scene::Scene;
use crate::app::tour::{STRIP, Tour};
use crate::domain::access::{Reach, Right};
use crate::domain::ids::TeamId;
use crate::domain::problem::{Kind, Problem};
use crate::locale::Locale;
use crate::store::Store;

pub use led::greet;
pub use left::Place;

/// The state of the interface.
pub struct Desk {
    /// What every place is given.
    pub cx: Cx,
    /// The pane on the screen, by what is sought there.
    pub at: Subject,
    /// All panes.
    pub panes: Panes,
    /// What lies over the pane, the topmost last.
    pub layers: Vec<Layer>,
    /// The tour, where one is led through the program.
    pub tour: Option<Tour>,
    pressed: Vec<Key>,
    stands: Option<(Reach, TeamId)>,
}

/// How far somebody reaches, and in which team; none where it cannot be told.
fn stands(store: &Store) -> Option<(Reach, TeamId)> {
    store.own_team().ok().map(|team| (store.reach(Right::ReadCases), team))
}

impl Desk {
    /// The desk as it looks when the casebook has just been unlocked.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn new(store: Store, locale: Rc<Locale>, world: World) -> Result<Self, Problem> {
        let is_tour = world.stage == Stage::Tour;
        let (columns, rows) = world.size;
        let size = (columns, rows.saturating_sub(if is_tour { STRIP } else { 0 }));
        let cx = Cx::new(store, locale, World { size, ..world })?;
        let stands = stands(&cx.store);
        // Whoever reads figures and no cases begins where those are.
        let reads = |right: Right| cx.store.reach(right) != Reach::Nothing;
        let is_of_figures = !reads(Right::ReadCases) && reads(Right::ReadFigures);
        let at = if is_of_figures { Subject::Figures } else { Subject::Duties };
        let mut desk =
            Self { cx, at, panes: Panes::default(), layers: Vec::new(), tour: None, pressed: Vec::new(), stands };
        let (pane, cx) = desk.pane_mut();
        pane.begin(cx)?;
        desk.cx.tell_of_drafts()?;
        desk.tour = is_tour.then(|| Tour::begun(&desk.cx));
        if let Some(problem) = desk.cx.store.unit_faults().first() {
            desk.cx.notice = Some(Notice::Trouble(desk.cx.locale.problem(problem)));
        }
        Ok(desk)
    }

    /// What is to be drawn.
    pub fn scene(&self) -> Scene<'_> {
        Scene::new(&self.cx, self.at, &self.panes, &self.layers, self.tour.as_ref())
    }

    /// What the event loop is to do. Whose role, team or hours have changed signs in anew, so that nothing stays on the
    /// screen that they do not reach any more.
    pub fn flow(&self) -> Flow {
        let is_changed = stands(&self.cx.store).is_some_and(|now| self.stands.is_some_and(|then| then != now));
        if is_changed && self.cx.flow == Flow::Stay { Flow::Lock } else { self.cx.flow }
    }

    /// The store, handed back when the desk is cleared.
    pub fn into_store(self) -> Store {
        // Nobody waits for that.
        self.cx.store.briefly(|| self.leave());
        self.cx.store
    }

    /// Notes what whoever looked has seen.
    pub fn leave(&self) {
        for (subject, ..) in PANES {
            self.panes.at(*subject).leave(&self.cx);
        }
    }

    fn pane(&self) -> &dyn Pane {
        self.panes.at(self.at)
    }

    fn pane_mut(&mut self) -> (&mut dyn Pane, &mut Cx) {
        (self.panes.at_mut(self.at), &mut self.cx)
    }

    fn top(&mut self) -> Option<&mut Layer> {
        self.layers.last_mut()
    }

    /// The scopes that keys are looked up in now.
    pub fn scopes(&self) -> &'static [Scope] {
        self.scene().scopes()
    }

    /// Why an action cannot be done now, as a key of the locale files.
    pub fn why_not(&self, act: Action) -> Option<&'static str> {
        self.scene().why_not(act)
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) {
        self.cx.close_what_was_opened();
        if let Some(layer) = self.top() {
            layer.place_mut().close_what_was_opened();
        }
        let kept = self.cx.store.kept_readings();
        self.take(key);
        if self.cx.store.kept_readings() > kept && self.cx.notice.is_none() && !self.cx.store.is_awaited() {
            // What was read by that could not be journalled yet.
            self.cx.trouble("reading-kept");
        }
        self.settle();
        led::follow(self, false);
    }

    fn take(&mut self, key: Key) {
        if self.tour.is_some() && look_up(&[Scope::Tour], &[key]) == Match::Act(Action::SkipStep) {
            return led::follow(self, true);
        }
        self.pressed.push(key);
        match look_up(self.scopes(), &self.pressed) {
            Match::Begun => {}
            Match::Act(act) => {
                self.pressed.clear();
                led::saw(self, act);
                self.act(act);
            }
            Match::Nothing if self.pressed.len() > 1 => {
                // What was begun is no sequence: the last key begins anew.
                self.pressed.clear();
                self.take(key);
            }
            Match::Nothing => {
                self.pressed.clear();
                // A key that is bound to nothing here is text where there is a text.
                let Some(layer) = self.layers.last_mut() else { return };
                let done = layer.place_mut().key(key, &mut self.cx);
                self.come_of(done);
            }
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        let Some(layer) = self.layers.last_mut() else { return };
        let done = layer.place_mut().paste(text, &mut self.cx);
        self.cx.tell_if_failed(done);
        self.settle();
    }

    /// Does an action, whether a key or the palette asked for it.
    pub fn act(&mut self, act: Action) {
        if let Some(reason) = self.why_not(act) {
            self.cx.trouble(reason);
            return;
        }
        if Move::of(act).is_none() && act != Action::HideNames {
            self.cx.notice = None;
        }
        let done = self.do_here(act);
        self.come_of(done);
    }

    fn do_here(&mut self, act: Action) -> Result<Then, Problem> {
        match act {
            Action::HideNames => return self.turn_names().map(|()| Then::Stay),
            // Nothing comes before that the screen is covered; what is typed is kept then.
            Action::Lock => return Ok(Then::Flow(Flow::Lock)),
            Action::Help => return Ok(Help::new(self.scopes()).into()),
            _ => {}
        }
        if let Some(layer) = self.layers.last_mut() {
            return layer.place_mut().act(act, &mut self.cx);
        }
        let (pane, cx) = self.pane_mut();
        if let Some(way) = Move::of(act) {
            return pane.go(way, cx).map(|()| Then::Stay);
        }
        match pane.act(act, cx)? {
            Then::NotMine => self.do_everywhere(act),
            then => Ok(then),
        }
    }

    /// What means the same in every pane.
    fn do_everywhere(&mut self, act: Action) -> Result<Then, Problem> {
        if let Some(subject) = pane_of(act) {
            return self.go_to(subject).map(|()| Then::Stay);
        }
        let (scopes, pane) = (self.scopes(), self.panes.at(self.at));
        match act {
            Action::Jump => Ok(Jump::new(pane.sought(), scopes).into()),
            Action::Palette => Ok(Palette::new(scopes, &self.cx.locale).into()),
            Action::Ways => Ok(Ways::new(scopes).into()),
            Action::Quick => Quick::open(&mut self.cx, pane.line_kind()),
            Action::Undo => Ok(Then::Undo),
            Action::Redo => Ok(Then::Redo),
            Action::Quit => Ok(Then::Flow(Flow::Quit)),
            Action::Tour => Ok(Then::Flow(Flow::Tour)),
            _ => {
                let family = pane.family(&self.cx);
                everywhere::act(&mut self.cx, act, family)
            }
        }
    }

    /// Does what comes of an act. What was written is read again first, so that all that follows sees it.
    fn come_of(&mut self, done: Result<Then, Problem>) {
        let read = if std::mem::take(&mut self.cx.written) { self.read_again() } else { Ok(()) };
        let done = done.and_then(|then| self.then(then));
        self.cx.tell_if_failed(read.and(done));
    }

    fn then(&mut self, then: Then) -> Result<(), Problem> {
        match then {
            Then::Stay => {}
            Then::NotMine => debug_assert!(false, "a key is bound to an act that nobody knows here"),
            Then::Close => drop(self.layers.pop()),
            Then::Open(layer) => self.layers.push(layer),
            Then::Instead(layer) => {
                self.layers.pop();
                self.layers.push(layer);
            }
            Then::Go(route, layer) => {
                self.layers.pop();
                let notice = self.cx.notice.take();
                self.go_along(&route)?;
                self.cx.notice = notice;
                self.layers.extend(layer);
            }
            Then::GoAndDo(route, act) => {
                self.layers.pop();
                self.go_along(&route)?;
                self.act(act);
            }
            Then::Home => self.go_to(Subject::People)?,
            Then::Do(act) => {
                self.layers.pop();
                self.act(act);
            }
            Then::Answer(answer) => {
                self.layers.pop();
                let done = answer.give(&mut self.cx);
                self.come_of(done);
            }
            Then::Discard => {
                self.layers.pop();
                if let Some(layer) = self.layers.last_mut() {
                    let done = layer.place_mut().discard(&mut self.cx);
                    self.come_of(done);
                }
            }
            Then::Week53(choice) => {
                if let Some(layer) = self.layers.last_mut() {
                    let done = layer.place_mut().choose_week_53(choice, &mut self.cx);
                    self.come_of(done);
                }
            }
            Then::Narrow(filter) => {
                self.layers.pop();
                let (pane, cx) = self.pane_mut();
                pane.narrow(filter, cx)?;
            }
            Then::Beside(way) => {
                let (pane, cx) = self.pane_mut();
                let next = pane.beside(way, cx)?;
                if let (Some(session), Some(layer)) = (next, self.layers.last_mut()) {
                    layer.place_mut().show_session(session, &mut self.cx)?;
                }
            }
            Then::Undo => self.undo()?,
            Then::Redo => self.redo()?,
            Then::Flow(flow) => self.cx.flow = flow,
        }
        Ok(())
    }

    fn undo(&mut self) -> Result<(), Problem> {
        let Some(step) = self.cx.store.undo()? else { return Ok(()) };
        self.cx.marks.added = Landmark::brought_back(&step);
        self.cx.marks.brought_back = true;
        self.cx.notice = Some(Notice::Done(self.cx.tell_step("notice-undone", &step)));
        self.read_again()
    }

    fn redo(&mut self) -> Result<(), Problem> {
        self.cx.notice = Some(match self.cx.store.redo()? {
            Some(step) => Notice::Done(self.cx.tell_step("notice-redone", &step)),
            None => Notice::Trouble(self.cx.locale.say("why-nothing-to-redo")),
        });
        self.read_again()
    }

    fn go_to(&mut self, subject: Subject) -> Result<(), Problem> {
        if subject == self.at {
            return Ok(());
        }
        let before = std::mem::replace(&mut self.at, subject);
        self.cx.follow()?;
        let (pane, cx) = self.pane_mut();
        let entered = pane.enter(&Route::to(subject), cx);
        if entered.as_ref().is_err_and(|problem| problem.kind == Kind::Refused) {
            // Where one may not be, one is not.
            self.at = before;
        }
        entered
    }

    /// Goes there. A family that is opened for it is journalled as a reading.
    ///
    /// # Errors
    /// Refused by role or family; no such family. Then one is where one was.
    pub fn go_along(&mut self, route: &Route) -> Result<(), Problem> {
        let Some(family) = route.family else {
            self.cx.seek(route.person);
            self.go_to(route.to)?;
            return self.mark(route.record.as_ref());
        };
        self.cx.open_family(family)?;
        self.cx.seek(route.person);
        self.at = route.to;
        self.cx.follow()?;
        let (pane, cx) = self.pane_mut();
        pane.enter(route, cx)?;
        self.mark(route.record.as_ref())
    }

    fn mark(&mut self, record: Option<&Landmark>) -> Result<(), Problem> {
        let (pane, cx) = self.pane_mut();
        record.map_or(Ok(()), |record| pane.mark(record, cx))
    }

    /// Where one is.
    pub fn here(&self) -> Route {
        let route = Route::to(self.at);
        match &self.cx.open {
            Some(open) => self.pane().here(route.of(open.id()).with(open.person())),
            None => route,
        }
    }

    /// Reads again what is on the screen: the open family, the pane, what lies over it. A layer whose record is gone
    /// goes away with it.
    fn read_again(&mut self) -> Result<(), Problem> {
        self.cx.read_family_again()?;
        self.cx.follow()?;
        let (pane, cx) = self.pane_mut();
        pane.again(cx)?;
        let layers = self.read_layers_again();
        let added = std::mem::take(&mut self.cx.marks).added;
        self.mark(added.as_ref())?;
        layers
    }

    fn read_layers_again(&mut self) -> Result<(), Problem> {
        let (mut gone, cx) = (None, &mut self.cx);
        self.layers.retain_mut(|layer| match layer.place_mut().again(cx) {
            Err(problem) if matches!(problem.kind, Kind::NotFound | Kind::Refused) => {
                gone = Some(problem);
                false
            }
            _ => true,
        });
        gone.map_or(Ok(()), Err)
    }
}
