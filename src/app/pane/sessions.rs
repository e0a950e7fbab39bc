//! The sessions pane: what has been done, what is next?

use crate::app::cx::{Cx, Landmark, Notice, Route, Subject};
use crate::app::form::{Filter, Form, noun};
use crate::app::keys::{Action, Scope};
use crate::app::layer::Then;
use crate::app::layer::confirm::Confirm;
use crate::app::layer::reading::{Beside, read_session};
use crate::app::layer::session::toggle_session;
use crate::app::layer::visit::{What, ask_cancelled};
use crate::app::layout::session_rows;
use crate::app::list::{Move, Window};
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::codes::{Area, Code};
use crate::domain::ids::SessionId;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::locale::arg;
use crate::store::{SessionFilter, SessionRow, Store};

/// A list longer than this is not counted to its end: nobody walks it row by row.
pub const CEILING: usize = 5000;

/// The list of sessions and what narrows it.
#[derive(Debug, Default)]
pub struct Sessions {
    /// The page of the list on the screen.
    pub window: Window<SessionRow>,
    /// What narrows it.
    pub filter: SessionFilter,
    /// How many of the rows served each area.
    pub areas: Vec<(Area, u32)>,
}

impl Sessions {
    /// Counts and reads. What was marked stays marked, also when others were added or removed above it.
    fn load(&mut self, cx: &Cx) -> Result<(), Problem> {
        let marked = self.current();
        let total = usize::try_from(cx.store.count_sessions(&self.filter, CEILING)?).unwrap_or(CEILING);
        self.window.measure(session_rows(cx.world.size.1).into(), total);
        self.areas = cx.store.count_areas(&self.filter, CEILING)?;
        self.read(&cx.store)?;
        marked.map_or(Ok(()), |marked| self.turn_to(marked, &cx.store))
    }

    /// Turns to the page that a session stands on, if the filter lets it through.
    fn turn_to(&mut self, session: SessionId, store: &Store) -> Result<(), Problem> {
        if self.current() == Some(session) {
            return Ok(());
        }
        if let Some(place) = store.place_of_session(&self.filter, session, CEILING)? {
            self.window.select(usize::try_from(place).unwrap_or(CEILING));
            self.read(store)?;
        }
        Ok(())
    }

    /// Begins at the newest session that is not still to come.
    fn begin(&mut self, cx: &Cx) -> Result<(), Problem> {
        self.window.forget();
        let coming = SessionFilter { from: cx.world.today.succ_opt().max(self.filter.from), ..self.filter.clone() };
        let place = cx.store.count_sessions(&coming, CEILING)?;
        self.load(cx)?;
        self.window.select(usize::try_from(place).unwrap_or(CEILING));
        self.read(&cx.store)
    }

    /// Reads the page.
    fn read(&mut self, store: &Store) -> Result<(), Problem> {
        let rows = store.sessions(&self.filter, self.window.top(), self.window.page())?;
        self.window.fill(rows);
        Ok(())
    }

    /// The marked session.
    fn current(&self) -> Option<SessionId> {
        self.window.current().map(|row| row.id)
    }

    /// How many sessions of the list served an area.
    pub fn served(&self, area: Area) -> u32 {
        self.areas.iter().find(|(known, _)| *known == area).map_or(0, |(_, count)| *count)
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
        cx.journal_reading(session.value.family)?;
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
        if self.window.go(way) { self.read(&cx.store) } else { Ok(()) }
    }

    fn enter(&mut self, _: &Route, cx: &mut Cx) -> Result<(), Problem> {
        let family = cx.family();
        if self.filter.family == family && self.window.total() > 0 {
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
        record.as_a::<Session>().map_or(Ok(()), |id| self.turn_to(id, &cx.store))
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
}
