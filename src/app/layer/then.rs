//! Outcomes of an act, and what a layer is to whoever keeps them: the one corridor between places.

use std::rc::Rc;

use super::Layer;
use crate::app::cx::{Cx, Flow, Route};
use crate::app::form::Filter;
use crate::app::keys::{Action, Key, Scope};
use crate::app::list::Move;
use crate::domain::access::Right;
use crate::domain::codes::Week53;
use crate::domain::ids::SessionId;
use crate::domain::problem::Problem;

/// What comes of an act.
#[derive(Debug)]
pub enum Then {
    /// Nothing more.
    Stay,
    /// The act is not this place's.
    NotMine,
    /// The layer that acted goes away.
    Close,
    /// Another layer comes over what is there.
    Open(Layer),
    /// Another layer takes the place of the one that acted.
    Instead(Layer),
    /// The layer that acted goes away, and then one goes somewhere; there a layer may be opened.
    Go(Route, Option<Layer>),
    /// The same, and there an action is done.
    GoAndDo(Route, Action),
    /// One goes to the families.
    Home,
    /// The layer that acted goes away, and then an action is done in its place.
    Do(Action),
    /// The layer that acted goes away, and then what was answered is done.
    Answer(Answer),
    /// The layer that acted goes away, and the one beneath throws away what is typed there.
    Discard,
    /// How even or odd weeks go on after a week 53 is chosen: whoever asked saves again.
    Week53(Week53),
    /// A list is narrowed; the layer that acted goes away.
    Narrow(Filter),
    /// The list beneath goes on, and the layer with it.
    Beside(Move),
    /// The last change is taken back.
    Undo,
    /// What was taken back is made again.
    Redo,
    /// What the event loop is to do.
    Flow(Flow),
}

impl Then {
    /// The same, where one has gone somewhere first.
    pub(in crate::app) fn at(self, route: Route) -> Self {
        match self {
            Self::Open(layer) => Self::Go(route, Some(layer)),
            then => then,
        }
    }

    /// The same, where the place that acted is a layer that goes away with it.
    pub(in crate::app) fn closing(self) -> Self {
        match self {
            Self::Stay => Self::Close,
            Self::Open(layer) => Self::Instead(layer),
            then => then,
        }
    }
}

/// What an answer does.
#[derive(Clone)]
pub struct Answer(Rc<Deed>);

/// What is done once it is given.
type Deed = dyn Fn(&mut Cx) -> Result<Then, Problem>;

impl Answer {
    pub(in crate::app) fn new(answer: impl Fn(&mut Cx) -> Result<Then, Problem> + 'static) -> Self {
        Self(Rc::new(answer))
    }

    pub(in crate::app) fn give(&self, cx: &mut Cx) -> Result<Then, Problem> {
        (self.0)(cx)
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Answer")
    }
}

/// What is typed in a layer and must not be lost.
pub struct Typed {
    /// Where its draft is kept.
    pub(in crate::app) place: String,
    /// What is kept; nothing where all stands as it was.
    pub(in crate::app) body: Option<String>,
}

/// What a layer is to whoever keeps them.
pub(in crate::app) trait Place {
    /// The scopes it listens to, nearest first.
    fn scopes(&self) -> &'static [Scope];

    /// Does an act.
    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem>;

    /// Why an act cannot be done now, as a key of the locale files.
    fn why_not(&self, _: Action, _: &Cx) -> Option<&'static str> {
        None
    }

    /// The right that an act needs.
    fn needs(&self, _: Action) -> Option<Right> {
        None
    }

    /// Takes a key that is bound to nothing: text, where there is a text.
    fn key(&mut self, _: Key, _: &mut Cx) -> Result<Then, Problem> {
        Ok(Then::Stay)
    }

    /// Takes a pasted text.
    fn paste(&mut self, _: &str, _: &mut Cx) -> Result<(), Problem> {
        Ok(())
    }

    /// What is typed and not kept yet.
    fn unkept(&self) -> Option<Typed> {
        None
    }

    /// Marks what is typed as kept, or as to be kept at the next pause.
    fn mark_kept(&mut self, _: bool) {}

    /// Throws away what is typed.
    fn discard(&mut self, _: &mut Cx) -> Result<Then, Problem> {
        Ok(Then::Stay)
    }

    /// Reads again what it shows, after something was written here or elsewhere or the screen has another size.
    fn again(&mut self, _: &mut Cx) -> Result<(), Problem> {
        Ok(())
    }

    /// Learns of what others do that is no record; true when it looks different.
    fn follow(&mut self, _: &mut Cx) -> Result<bool, Problem> {
        Ok(false)
    }

    /// Works out what hangs on keys and on the screen, after every key.
    fn settle(&mut self, _: &mut Cx) {}

    /// What was opened for one key is closed with the next.
    fn close_what_was_opened(&mut self) {}

    /// Takes the choice for a week 53, and saves again.
    fn choose_week_53(&mut self, _: Week53, _: &mut Cx) -> Result<Then, Problem> {
        Ok(Then::Stay)
    }

    /// Shows another session.
    fn show_session(&mut self, _: SessionId, _: &mut Cx) -> Result<(), Problem> {
        Ok(())
    }

    /// Whether there is nothing below what is on the screen of what is read.
    fn is_at_end(&self, _: &Cx) -> bool {
        false
    }

    /// Whether its acts are those of what lies beneath it.
    fn tells_of_what_is_beneath(&self) -> bool {
        false
    }

    /// Whether it goes away when names are hidden: whoever asks again is answered as the room may hear.
    fn tells_names(&self) -> bool {
        false
    }

    /// Names on the screen that are in no record of a family or a person.
    fn names(&self, _: &Cx) -> Vec<String> {
        Vec::new()
    }
}
