//! The sessions pane: what has been done, what is next?

use crate::app::cx::{Cx, Landmark, Notice, Route, Seen, Subject};
use crate::app::form::{Filter, Form, noun};
use crate::app::keys::{Action, Scope};
use crate::app::layer::Then;
use crate::app::layer::confirm::Confirm;
use crate::app::layer::reading::{Beside, read_session};
use crate::app::layer::session::toggle_session;
use crate::app::layer::visit::{What, ask_cancelled};
use crate::app::layout::session_rows;
use crate::app::list::{Move, Placed, Window};
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::codes::{Area, Code};
use crate::domain::ids::SessionId;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::locale::arg;
use crate::store::{Seek, SessionFilter, SessionPlace, SessionRow, SessionTally};

/// A list longer than this is not counted to its end: nobody walks it row by row.
pub const CEILING: usize = 5000;

/// How many are counted in a turn, between two keys.
const TURN: usize = 64;

/// The list of sessions and what narrows it.
#[derive(Debug, Default)]
pub struct Sessions {
    /// The page of the list on the screen.
    pub window: Window<SessionRow>,
    /// What narrows it.
    pub filter: SessionFilter,
    count: Count,
}

/// How many there are, counted some at a time. What was counted before stands until they are counted anew.
#[derive(Debug, Default)]
struct Count {
    of: SessionFilter,
    whole: Option<SessionTally>,
    so_far: Option<SessionTally>,
    seen: Seen,
}

impl Placed for SessionRow {
    type Place = SessionPlace;
    type Id = SessionId;

    fn stands(&self) -> SessionPlace {
        self.place()
    }

    fn which(&self) -> SessionId {
        self.id
    }
}

impl Count {
    /// Counts a list, unless that was done and nothing has been written since.
    fn begin(&mut self, filter: &SessionFilter, cx: &Cx) -> Result<(), Problem> {
        if self.of != *filter {
            *self = Self { of: filter.clone(), ..Self::default() };
        }
        // What is being counted is held against the journal when it has been.
        if self.so_far.is_some() || !self.seen.is_past(cx)? {
            return Ok(());
        }
        self.seen = Seen::now(cx)?;
        self.so_far = Some(SessionTally::new(CEILING));
        self.go_on(cx)
    }

    /// Counts some more.
    fn go_on(&mut self, cx: &Cx) -> Result<(), Problem> {
        let Some(mut tally) = self.so_far.take() else { return Ok(()) };
        if !cx.store.tally_sessions(&self.of, &mut tally, TURN)? {
            self.so_far = Some(tally);
            return Ok(());
        }
        self.whole = Some(tally);
        if self.seen.is_past(cx)? {
            self.seen = Seen::now(cx)?;
            self.so_far = Some(SessionTally::new(CEILING));
        }
        Ok(())
    }
}

/// How rows of the list are read.
fn rows(filter: &SessionFilter, cx: &Cx) -> impl Fn(Seek<SessionPlace>, usize) -> Result<Vec<SessionRow>, Problem> {
    |seek, limit| cx.store.sessions_at(filter, seek, limit)
}

impl Sessions {
    /// Reads and counts. What was marked stays marked, also when others were added or removed above it.
    fn load(&mut self, cx: &Cx) -> Result<(), Problem> {
        let marked = self.current();
        self.window.measure(session_rows(cx.world.size.1));
        let is_there = self.window.again(rows(&self.filter, cx))?;
        if let Some(session) = marked.filter(|_| !is_there) {
            self.turn_to(session, cx)?;
        }
        self.count.begin(&self.filter, cx)
    }

    /// Turns to the page that a session stands on, if the filter lets it through.
    fn turn_to(&mut self, session: SessionId, cx: &Cx) -> Result<(), Problem> {
        if self.window.mark(session) {
            return Ok(());
        }
        let place = cx.store.session_place(&self.filter, session)?;
        place.map_or(Ok(()), |place| self.window.find(place, rows(&self.filter, cx)))
    }

    /// Begins at the newest session that is not still to come; some that are stand above it.
    fn begin(&mut self, cx: &Cx) -> Result<(), Problem> {
        self.window.forget();
        self.window.measure(session_rows(cx.world.size.1));
        self.window.find(SessionPlace::before_day(cx.world.today), rows(&self.filter, cx))?;
        self.count.begin(&self.filter, cx)
    }

    /// How many there are, once they have been counted.
    pub fn total(&self) -> Option<usize> {
        self.count.whole.as_ref().map(|tally| tally.sessions)
    }

    /// The marked session.
    fn current(&self) -> Option<SessionId> {
        self.window.current().map(|row| row.id)
    }

    /// How many sessions of the list served an area, once they have been counted.
    pub fn served(&self, area: Area) -> Option<u32> {
        let areas = &self.count.whole.as_ref()?.areas;
        areas.iter().find(|(known, _)| *known == area).map(|(_, count)| *count)
    }

    /// The areas in their order.
    pub fn order() -> &'static [Area] {
        Area::ALL
    }

    fn ask_to_remove(&self, cx: &Cx) -> Result<Then, Problem> {
        let Some(row) = self.window.current() else { return Ok(Then::Stay) };
        let name = format!("{} {}", row.family_name, cx.locale.day(row.on, cx.world.today));
        let question = cx.locale.tell("ask-remove-session", &[("name", arg(name))]);
        Ok(Confirm::record::<Session>(question, row.id, cx.store.get::<Session>(row.id)?.version).into())
    }

    /// Opens the marked session's form; that is a reading of it.
    fn edit(&self, id: SessionId, cx: &mut Cx) -> Result<Then, Problem> {
        let session = cx.store.get::<Session>(id)?;
        cx.journal_opening(("session", id.0), session.value.family)?;
        noun::session::over(cx, &session)?.open(cx)
    }
}

impl Pane for Sessions {
    fn scopes(&self, _: &Cx) -> &'static [Scope] {
        &[Scope::Sessions, Scope::List, Scope::Everywhere]
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        match act {
            Action::OnlyFamily if cx.open.is_none() => Some("why-no-family"),
            Action::Open | Action::Held | Action::Remove if self.current().is_none() => Some("why-nothing-here"),
            _ => None,
        }
    }

    fn needs(&self, act: Action, _: &Cx) -> Option<Right> {
        matches!(act, Action::New | Action::Edit | Action::Remove | Action::Held).then_some(Right::WriteSessions)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        let current = self.current();
        match act {
            Action::New => return noun::session::new(cx, cx.chosen().as_ref()).open(cx),
            Action::Open => return current.map_or(Ok(Then::Stay), |id| read_session(cx, id, Beside::List)),
            Action::Edit => return current.map_or(Ok(Then::Stay), |id| self.edit(id, cx)),
            Action::Held => return current.map_or(Ok(Then::Stay), |id| toggle_session(cx, id)),
            Action::Cancel => return current.map_or(Ok(Then::Stay), |id| ask_cancelled(cx, What::Session(id))),
            Action::Remove => return self.ask_to_remove(cx),
            Action::Filter => return Ok(Form::of_sessions(&self.filter, &cx.locale).into()),
            Action::Back => return Ok(Then::Home),
            Action::OnlyFamily => {
                self.filter.family = if self.filter.family.is_some() { None } else { cx.family() };
                self.begin(cx)?;
            }
            Action::Clear => {
                let family = self.filter.family;
                self.filter = SessionFilter { family, ..Default::default() };
                cx.tell("notice-all");
                self.load(cx)?;
            }
            Action::NextPart | Action::PreviousPart => {}
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    fn go(&mut self, way: Move, cx: &mut Cx) -> Result<(), Problem> {
        self.window.go(way, rows(&self.filter, cx))
    }

    fn enter(&mut self, _: &Route, cx: &mut Cx) -> Result<(), Problem> {
        let family = cx.family();
        if self.filter.family == family && self.current().is_some() {
            return self.load(cx);
        }
        self.filter.family = family;
        self.begin(cx)
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        // A family that is gone is nobody's to be narrowed to.
        if self.filter.family != cx.family() {
            self.filter.family = None;
        }
        self.load(cx)
    }

    fn mark(&mut self, record: &Landmark, cx: &mut Cx) -> Result<(), Problem> {
        record.as_a::<Session>().map_or(Ok(()), |id| self.turn_to(id, cx))
    }

    fn here(&self, route: Route) -> Route {
        route.at(self.current().map(Landmark::of::<Session>))
    }

    fn sought(&self) -> Subject {
        Subject::Sessions
    }

    fn beside(&mut self, way: Move, cx: &mut Cx) -> Result<Option<SessionId>, Problem> {
        self.go(way, cx)?;
        Ok(self.current())
    }

    fn narrow(&mut self, filter: Filter, cx: &mut Cx) -> Result<(), Problem> {
        let Filter::Sessions(filter) = filter else { return Ok(()) };
        self.filter = SessionFilter { family: self.filter.family, ..filter };
        self.window.forget();
        cx.notice = Some(Notice::Done(cx.locale.say("notice-filtered")));
        self.load(cx)
    }

    fn is_at_work(&self) -> bool {
        self.count.so_far.is_some()
    }

    fn work(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.count.go_on(cx)
    }
}
