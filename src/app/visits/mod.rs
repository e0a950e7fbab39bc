//! The visits pane: who meets whom, when, under which form?
//!
//! Three faces of one diary: the days at hand for everybody, a child's month, a child's year. What is said of a visit
//! is the same from each of them.

mod absence;
pub mod agenda;
pub(in crate::app) mod cancelling;
mod cards;
pub mod child;
mod deeds;
mod drafts;
mod forms;
mod hindrances;
mod ladder;
pub mod mark;
pub mod question;
mod questions;
mod saving;
mod supporter;
mod wordless;

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::World;
use super::actions::{Action, Scope};
use super::desk::App;
use super::notice::Notice;
use super::panes::Pane;
use super::purpose::Purpose;
use super::route::{Landmark, Route};
use super::window::Move;
use crate::domain::access::Right;
use crate::domain::codes::{MemberRole, VisitOutcome};
use crate::domain::discretion::Setting;
use crate::domain::ids::{ArrangementId, FamilyId, MemberId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::calendar::OwnDay;
use crate::domain::visit::{Arrangement, Breach, Occurrence, Unit, Visit};
use crate::store::{Diary, DiaryOf, Mark, Store, Stored, VisitSeen};

pub use agenda::{Agenda, Concern, Line};
pub use cards::{Card, Section};
pub use child::Child;
pub(in crate::app) use deeds::Reply;
pub use forms::Seen;
pub use hindrances::{PLAN_AHEAD, hindrance_told, party_named};
pub use question::{Choice, Question};

/// How far the agenda looks, back and ahead, in days: as far ahead as a supporter must be named.
pub const SIGHT: u64 = crate::domain::visit::calendar::SUPPORTER_DAYS;

/// A visit, by its arrangement and the day the series gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The arrangement.
    pub id: ArrangementId,
    /// The day.
    pub given: NaiveDate,
}

impl From<&Visit<'_>> for Key {
    fn from(visit: &Visit<'_>) -> Self {
        Self { id: visit.id, given: visit.given }
    }
}

/// What of the diary is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// The days at hand, of everybody.
    #[default]
    Agenda,
    /// A child's month.
    Month,
    /// A child's year.
    Year,
}

/// The visits pane.
#[derive(Debug, Default)]
pub struct Visits {
    /// What is shown.
    pub face: Face,
    /// What it is shown of.
    pub diary: Diary,
    /// The days at hand.
    pub agenda: Agenda,
    /// The child whose month or year it is.
    pub child: Child,
    /// Those that restrictions stop, and why.
    stopped: HashMap<Key, Breach>,
    /// How many visits at hand lack a supporter, for the first screen.
    pub gaps: usize,
    /// The day and the state of the casebook that the gaps were counted of.
    counted: Option<(NaiveDate, Mark)>,
}

impl Visits {
    /// Reads the diary and lays out the face at hand. What was marked stays marked.
    pub(super) fn load(&mut self, store: &Store, family: Option<FamilyId>, world: World) -> Result<(), Problem> {
        let today = world.today;
        let of = match (self.face, family) {
            (Face::Month | Face::Year, Some(family)) => DiaryOf::Family(family),
            _ => {
                self.face = Face::Agenda;
                DiaryOf::Everybody
            }
        };
        self.diary = store.diary(of, before(today), after(today))?;
        let (first, last) = match self.face {
            Face::Agenda => (before(today), after(today)),
            Face::Month | Face::Year => child::around(today),
        };
        let stopped = self.diary.stopped(first, last).into_iter();
        self.stopped = stopped.map(|((id, given), (_, breach))| (Key { id, given }, breach)).collect();
        match self.face {
            Face::Agenda => self.agenda.read(&self.diary, store.unit(), world),
            Face::Month | Face::Year => self.child.lay_out(&self.diary, store.unit(), today),
        }
        Ok(())
    }

    /// The visit that keys act on.
    pub fn current(&self) -> Option<Key> {
        match self.face {
            Face::Agenda => self.agenda.current().and_then(Line::visit),
            Face::Month | Face::Year => self.child.current(&self.diary),
        }
    }

    /// Why a restriction stops a visit, if one does.
    pub fn stopped(&self, key: Key) -> Option<Breach> {
        self.stopped.get(&key).copied()
    }

    /// Marks a visit again, after others on its day may have come or gone.
    pub(super) fn keep(&mut self, marked: Option<Key>) {
        if let Some(key) = marked.filter(|_| self.face != Face::Agenda) {
            self.child.turn_to(key, &self.diary);
        }
    }

    /// The visit that waits to be told of after another one: so several outcomes in a row are a key each.
    pub(super) fn next_that_waits(&self, key: Key, today: NaiveDate) -> Option<Key> {
        let waiting = self.waiting(today);
        let here = self.agenda.lines.iter().position(|line| line.visit() == Some(key))?;
        let after = self.agenda.lines[here..].iter().chain(&self.agenda.lines[..here]).filter_map(Line::visit);
        after.into_iter().find(|other| *other != key && waiting.contains(other))
    }

    /// The visits in view that wait to be told of.
    pub(super) fn waiting(&self, today: NaiveDate) -> Vec<Key> {
        let visits = self.agenda.lines.iter().filter_map(Line::visit).filter(|_| self.face == Face::Agenda);
        let waits = |key: &Key| self.find(*key).is_some_and(|(_, visit, _)| visit.on <= today && is_ahead(&visit));
        visits.filter(waits).collect()
    }

    /// Marks a visit that is in view.
    pub(super) fn mark_visit(&mut self, key: Key) {
        let place = self.agenda.lines.iter().position(|line| line.visit() == Some(key));
        self.agenda.marker = place.unwrap_or(self.agenda.marker);
    }

    /// A visit with its arrangement, as it is stored or as the series gives it, and what it is seen as.
    pub fn find(&self, key: Key) -> Option<(&Stored<Arrangement>, Occurrence, VisitSeen)> {
        let arrangement = self.diary.arrangement(key.id)?;
        let written = self.diary.stored(key.id).iter().find(|one| one.given == key.given).cloned();
        let stored = self.diary.versions.get(&(key.id, key.given)).map(|(_, version)| VisitSeen::Stored(*version));
        let seen = stored.unwrap_or(VisitSeen::Given(arrangement.version));
        let occurrence = written.unwrap_or_else(|| Occurrence::given(key.id, &arrangement.value, key.given));
        Some((arrangement, occurrence, seen))
    }

    /// Where a child stands on the ladder towards somebody.
    pub(super) fn standing(&self, child: MemberId, with: MemberId, unit: &Unit) -> Option<child::Standing> {
        child::standing(&self.diary, unit, child, with)
    }

    /// Who a visit is between: `Elias – Sara`.
    pub fn between(&self, child: MemberId, with: &[MemberId], setting: Setting) -> String {
        let with: Vec<String> = with.iter().map(|person| self.diary.called(*person, setting)).collect();
        format!("{} – {}", self.diary.called(child, setting), with.join(", "))
    }
}

/// Whether nobody has told yet what became of a visit.
fn is_ahead(visit: &Occurrence) -> bool {
    !visit.skipped && matches!(visit.outcome, VisitOutcome::Planned | VisitOutcome::Moved)
}

/// Whether an act is the pane's own.
pub(super) fn takes(act: Action) -> bool {
    super::actions::BINDINGS.iter().any(|row| row.act == act && matches!(row.scope, Scope::Visits | Scope::Visit))
}

/// What one must be allowed for an act about visits.
pub(super) fn needs(pane: Pane, act: Action) -> Option<Right> {
    match act {
        Action::Absence => Some(Right::KeepCalendars),
        Action::Open
        | Action::ShowMonth
        | Action::NextChild
        | Action::NextVisit
        | Action::PreviousVisit
        | Action::NextDay
        | Action::PreviousDay
        | Action::Wordless => None,
        _ if pane == Pane::Visits && takes(act) => Some(Right::PlanVisits),
        _ => None,
    }
}

/// The first day the agenda looks at.
pub fn before(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(SIGHT)).unwrap_or(today)
}

/// The last day the agenda looks at.
pub fn after(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(SIGHT)).unwrap_or(today)
}

impl App {
    /// Goes into the pane: a chosen family's month, else everybody's days at hand.
    pub(super) fn enter_visits(&mut self) -> Result<(), Problem> {
        let family = self.open.as_ref().map(super::page::OpenFamily::id);
        self.visits.face = if family.is_some() { Face::Month } else { Face::Agenda };
        self.load_visits()
    }

    pub(super) fn load_visits(&mut self) -> Result<(), Problem> {
        let family = self.open.as_ref().map(super::page::OpenFamily::id);
        let people = self.open.iter().flat_map(|open| &open.page.people);
        let children = people.filter(|one| one.person.value.role == MemberRole::Child);
        self.visits.child.siblings = children.map(|one| (one.person.id, one.person.value.given_name.clone())).collect();
        let sought = self.sought();
        self.visits.child.seek(sought);
        self.visits.load(&self.store, family, self.world)
    }

    /// What a day is in the unit: closed, or in a school break.
    pub fn own_days(&self, day: NaiveDate) -> Vec<OwnDay> {
        self.store.unit().days.on(day)
    }

    /// Counts the gaps that the first screen tells of, if anything can have changed them; nobody is told who may not
    /// see them.
    pub(super) fn count_gaps(&mut self) -> Result<(), Problem> {
        let of = Some((self.world.today, self.store.mark()?));
        if self.visits.counted == of {
            return Ok(());
        }
        let today = self.world.today;
        let diary = self.store.diary(DiaryOf::Everybody, before(today), after(today));
        self.visits.gaps = match diary {
            Err(problem) if problem.kind == Kind::Refused => 0,
            diary => agenda::how_many(&diary?, self.store.unit(), today),
        };
        self.visits.counted = of;
        Ok(())
    }

    /// Tells that a file of the unit's own settings is not used.
    pub(super) fn tell_of_unit_faults(&mut self) {
        if let Some(problem) = self.store.unit_faults().first() {
            self.notice = Some(Notice::Trouble(self.locale.problem(problem)));
        }
    }

    pub(super) fn act_in_visits(&mut self, act: Action) -> Result<(), Problem> {
        match act {
            Action::Open => self.open_in_visits(),
            Action::New => self.new_visits(),
            Action::ShowMonth => self.show_month(),
            Action::NextChild => {
                self.visits.child.next_child();
                let child = self.visits.child.chosen;
                self.seek(child);
                self.load_visits()
            }
            Action::NextVisit | Action::PreviousVisit => {
                self.hop_in_visits(act == Action::NextVisit);
                Ok(())
            }
            Action::NextDay | Action::PreviousDay => {
                self.turn_in_visits(if act == Action::NextDay { 1 } else { -1 });
                Ok(())
            }
            Action::Wordless => self.tell_wordless(),
            Action::QuickVisit => self.open_quick(),
            _ => self.act_on_visit(act),
        }
    }

    /// Why an action cannot be done in the pane now, as a key of the locale files.
    pub(super) fn why_not_in_visits(&self, act: Action) -> Option<&'static str> {
        let of_a_visit = super::actions::BINDINGS.iter().any(|row| row.scope == Scope::Visit && row.act == act);
        let of_a_pair = matches!(act, Action::Restrict | Action::Wish | Action::Ladder);
        match act {
            Action::Undo if !self.store.can_undo() => Some("why-nothing-to-undo"),
            Action::Resume if self.drafts == 0 => Some("why-no-drafts"),
            Action::Absence | Action::New => None,
            _ if of_a_pair => self.pair().is_none().then_some("why-no-visit"),
            _ if of_a_visit && self.visits.current().is_none() => Some("why-no-visit"),
            _ => None,
        }
    }

    pub(super) fn go_in_visits(&mut self, way: Move) {
        match self.visits.face {
            Face::Agenda => self.visits.agenda.go(way),
            Face::Month | Face::Year => self.visits.child.go(way, &self.visits.diary),
        }
    }

    /// Tab goes from visit to visit, arrows to the side from day to day.
    pub(super) fn turn_in_visits(&mut self, by: i64) {
        if self.visits.face != Face::Agenda {
            self.visits.child.step_day(by);
        }
    }

    /// Tab, Shift-Tab: to the next visit or the one before.
    pub(super) fn hop_in_visits(&mut self, forward: bool) {
        if self.visits.face != Face::Agenda {
            self.visits.child.hop(&self.visits.diary, forward);
        }
    }

    /// Marks a visit that was just moved where it is now, and visits just planned where they begin.
    pub(super) fn follow_visit(&mut self, purpose: &Purpose) -> Result<(), Problem> {
        match purpose {
            Purpose::VisitChange(seen) => {
                let one = self.store.visit(seen.key.id, seen.key.given)?;
                self.choose_visit(one.arrangement.value.child, one.occurrence.on);
            }
            Purpose::NewAbsence | Purpose::Absence(..) => return self.tell_hits(purpose),
            _ => {}
        }
        Ok(())
    }

    /// Chooses a child, and a day in its month.
    fn choose_visit(&mut self, child: MemberId, day: NaiveDate) {
        self.seek(Some(child));
        self.visits.child.choose(child, day);
    }

    /// Marks what stands for a record: of an arrangement, its first visit still to come.
    pub(super) fn mark_in_visits(&mut self, record: Landmark) {
        if self.visits.face == Face::Agenda {
            return self.visits.agenda.mark_record(record);
        }
        let Landmark::Arrangement(id) = record else { return };
        let Some(planned) = self.visits.diary.arrangement(id) else { return };
        let (child, series) = (planned.value.child, &planned.value.series);
        let first = series.days(self.world.today, NaiveDate::MAX).next().or_else(|| series.first());
        if let Some(first) = first {
            self.choose_visit(child, first);
        }
    }

    /// From a face to the one it was opened from; false when there is none.
    pub(super) fn leave_face(&mut self) -> Result<bool, Problem> {
        self.visits.face = match self.visits.face {
            Face::Agenda => return Ok(false),
            Face::Month => Face::Agenda,
            Face::Year => Face::Month,
        };
        self.load_visits()?;
        Ok(true)
    }

    /// Everybody's days, or the child's month of the visit that is marked.
    pub(super) fn show_month(&mut self) -> Result<(), Problem> {
        let face = match self.visits.face {
            Face::Agenda | Face::Year => Face::Month,
            Face::Month => Face::Year,
        };
        if self.visits.face == Face::Agenda {
            let Some(key) = self.visits.current() else { return Ok(()) };
            let Some((arrangement, occurrence, _)) = self.visits.find(key) else { return Ok(()) };
            let (family, child) = (arrangement.value.family, arrangement.value.child);
            return self.go_along(Route::to(Pane::Visits).of(family).with(child).on(occurrence.on));
        }
        self.visits.face = face;
        self.load_visits()
    }
}
