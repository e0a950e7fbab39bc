//! The visits pane: who meets whom, when, under which form?
//!
//! Three faces of one diary: the days at hand for everybody, a child's month, a child's year. What is said of a visit
//! is the same from each of them.

pub mod agenda;
pub mod child;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::app::cx::{Counted, Cx, Landmark, Route, Subject, VisitKey};
use crate::app::form::noun;
use crate::app::keys::{Action, BINDINGS, Scope};
use crate::app::layer::Then;
use crate::app::layer::card::open_card;
use crate::app::layer::visit::{self, Pair};
use crate::app::list::Move;
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::codes::MemberRole;
use crate::domain::discretion::Setting;
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::domain::quickline::RecordKind;
use crate::domain::visit::agenda::{sight_begins, sight_ends};
use crate::domain::visit::{Arrangement, Breach, Occurrence};
use crate::store::{Diary, DiaryOf, OneVisit, Stored, VisitSeen};

pub use agenda::{Agenda, Concern, Line};
pub use child::Child;

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
    /// The visits of the agenda that wait to be told of.
    waits: HashSet<VisitKey>,
    /// Whether somebody has gone anywhere in the agenda.
    is_touched: bool,
    /// Whether more was to come when the agenda was last laid out.
    was_counting: bool,
    /// Those that restrictions stop, and why.
    stopped: HashMap<VisitKey, Breach>,
}

impl Visits {
    /// Reads the diary and lays out the face at hand. What was marked stays marked.
    pub(super) fn load(&mut self, cx: &Cx) -> Result<(), Problem> {
        let today = cx.world.today;
        let (Face::Month | Face::Year, Some(family)) = (self.face, cx.family()) else {
            self.face = Face::Agenda;
            return self.lay_out_agenda(cx);
        };
        self.diary = cx.store.diary(DiaryOf::Family(family), before(today), after(today))?;
        self.look_for_stopped(child::around(today));
        self.child.lay_out(&self.diary, cx.store.unit(), today);
        Ok(())
    }

    /// Lays out what is at hand of everybody, as far as it is known.
    fn lay_out_agenda(&mut self, cx: &Cx) -> Result<(), Problem> {
        if let Some(sight) = cx.counts.sight() {
            let today = cx.world.today;
            self.agenda.read(sight, cx.world);
            let ended = sight.visits().partition_point(|visit| visit.on <= today);
            let waits = sight.visits()[..ended].iter().filter(|visit| visit.is_ahead);
            self.waits = waits.map(|visit| visit.key).collect();
        }
        // What comes above a list that nobody has touched yet is what one sees first.
        let was_counting = std::mem::replace(&mut self.was_counting, !cx.counts.is_whole(Counted::Visits));
        if was_counting && !self.is_touched {
            self.agenda.go(Move::First);
        }
        self.read_page(cx)
    }

    /// Reads the diary of the families on the agenda's page.
    fn read_page(&mut self, cx: &Cx) -> Result<(), Problem> {
        let days = (before(cx.world.today), after(cx.world.today));
        let families = cx.counts.sight().map(|sight| self.agenda.families(sight)).unwrap_or_default();
        self.diary = cx.store.diary_of_families(&families, days.0, days.1)?;
        self.look_for_stopped(days);
        Ok(())
    }

    fn look_for_stopped(&mut self, (first, last): (NaiveDate, NaiveDate)) {
        let stopped = self.diary.stopped(first, last).into_iter();
        self.stopped = stopped.map(|((id, given), (_, breach))| (VisitKey { id, given }, breach)).collect();
    }

    /// The visit that keys act on.
    pub fn current(&self) -> Option<VisitKey> {
        match self.face {
            Face::Agenda => self.agenda.current().and_then(Line::visit),
            Face::Month | Face::Year => self.child.current(&self.diary),
        }
    }

    /// Why a restriction stops a visit, if one does.
    pub fn stopped(&self, key: VisitKey) -> Option<Breach> {
        self.stopped.get(&key).copied()
    }

    /// Marks a visit again, after others on its day may have come or gone.
    pub(super) fn keep(&mut self, marked: Option<VisitKey>) {
        if let Some(key) = marked.filter(|_| self.face != Face::Agenda) {
            self.child.turn_to(key, &self.diary);
        }
    }

    /// The visit that waits to be told of after another one: so several outcomes in a row are a key each.
    pub(super) fn next_that_waits(&self, key: VisitKey) -> Option<VisitKey> {
        let waiting = self.waiting();
        let here = self.agenda.lines.iter().position(|line| line.visit() == Some(key))?;
        let after = self.agenda.lines[here..].iter().chain(&self.agenda.lines[..here]).filter_map(Line::visit);
        after.into_iter().find(|other| *other != key && waiting.contains(other))
    }

    /// The visits in view that wait to be told of.
    pub(super) fn waiting(&self) -> Vec<VisitKey> {
        let visits = self.agenda.lines.iter().filter_map(Line::visit).filter(|_| self.face == Face::Agenda);
        visits.filter(|key| self.waits.contains(key)).collect()
    }

    /// Marks a visit that is in view.
    pub(super) fn mark_visit(&mut self, key: VisitKey) {
        let place = self.agenda.lines.iter().position(|line| line.visit() == Some(key));
        self.agenda.marker = place.unwrap_or(self.agenda.marker);
        self.is_touched |= place.is_some();
    }

    /// A visit with its arrangement, as it is stored or as the series gives it, and what it is seen as.
    pub fn find(&self, key: VisitKey) -> Option<(&Stored<Arrangement>, Occurrence, VisitSeen)> {
        let arrangement = self.diary.arrangement(key.id)?;
        let written = self.diary.stored(key.id).iter().find(|one| one.given == key.given).cloned();
        let stored = self.diary.versions.get(&(key.id, key.given)).map(|(_, version)| VisitSeen::Stored(*version));
        let seen = stored.unwrap_or(VisitSeen::Given(arrangement.version));
        let occurrence = written.unwrap_or_else(|| Occurrence::given(key.id, &arrangement.value, key.given));
        Some((arrangement, occurrence, seen))
    }

    /// Who a visit is between: `Elias – Sara`.
    pub fn between(&self, child: PersonId, with: &[PersonId], setting: Setting) -> String {
        let others = with.iter().filter(|person| **person != child);
        let others: Vec<String> = others.map(|person| self.diary.called(*person, setting)).collect();
        let child = self.diary.called(child, setting);
        if others.is_empty() { child } else { format!("{child} – {}", others.join(", ")) }
    }
}

/// The first day the agenda looks at.
pub fn before(today: NaiveDate) -> NaiveDate {
    sight_begins(today)
}

/// The last day the agenda looks at.
pub fn after(today: NaiveDate) -> NaiveDate {
    sight_ends(today)
}

impl Visits {
    fn read_again(&mut self, cx: &Cx) -> Result<(), Problem> {
        let people = cx.open.iter().flat_map(|open| &open.page.people);
        let children = people.filter(|one| one.person.value.role == MemberRole::Child);
        self.child.siblings = children.map(|one| (one.person.id, one.person.value.given_name.clone())).collect();
        self.child.seek(cx.sought());
        self.load(cx)
    }

    /// The marked visit, as it was seen.
    fn one(&self) -> Option<OneVisit> {
        let (arrangement, occurrence, seen) = self.find(self.current()?)?;
        Some(OneVisit { arrangement: arrangement.clone(), occurrence, seen })
    }

    /// The child, and one person the child meets, that keys are about: of the marked visit, or the child in view.
    fn pair(&self, cx: &Cx) -> Option<Pair> {
        if let Some(one) = self.one() {
            return Some(Pair::from(&one));
        }
        let with = self.child.blocks.first().map(|block| block.with);
        Some(Pair { family: cx.family()?, child: self.child.chosen?, with })
    }

    /// Enter on a line of the agenda: the act that sees to it, or the visit's card.
    fn open(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let line = match self.face {
            Face::Agenda => self.agenda.current().cloned(),
            Face::Month | Face::Year => self.current().map(Line::Visit),
        };
        match line {
            Some(Line::Visit(key)) => open_card(cx, key),
            Some(Line::Concern(concern)) => match concern {
                Concern::Stopped(key, _) => visit::change(cx, key, "despite"),
                Concern::Unsupported(key) | Concern::Away(key, _) => visit::ask_supporter(cx, key),
                Concern::Clash(key, ..) => visit::change(cx, key, "on"),
                Concern::Consider(id, _) => visit::consider(cx, id),
                Concern::NoDecision(id) => visit::decide(cx, id),
                Concern::Wish(id) => noun::wish::over(cx, id)?.at("answered_on").open(cx),
            },
            Some(Line::Heading(_) | Line::Blank) | None => Ok(Then::Stay),
        }
    }

    fn new_visits(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let in_view = self.face != Face::Agenda && cx.open.is_some();
        let (child, day) = (self.child.chosen.filter(|_| in_view), in_view.then_some(self.child.day));
        visit::new_visits(cx, child, day)
    }

    /// Everybody's days, or the child's month of the visit that is marked.
    fn show_month(&mut self, cx: &Cx) -> Result<Then, Problem> {
        match self.face {
            Face::Agenda => {
                let Some(OneVisit { arrangement, occurrence, .. }) = self.one() else { return Ok(Then::Stay) };
                let route = Route::to(Subject::Visits).of(arrangement.value.family).with(arrangement.value.child);
                return Ok(Then::Go(route.on(occurrence.on), None));
            }
            Face::Year => self.face = Face::Month,
            Face::Month => self.face = Face::Year,
        }
        self.read_again(cx)?;
        Ok(Then::Stay)
    }

    /// From a face to the one it was opened from, or to the families.
    fn back(&mut self, cx: &Cx) -> Result<Then, Problem> {
        self.face = match self.face {
            Face::Agenda => return Ok(Then::Home),
            Face::Month => Face::Agenda,
            Face::Year => Face::Month,
        };
        self.read_again(cx)?;
        Ok(Then::Stay)
    }

    /// Chooses a child, and a day in its month.
    fn choose(&mut self, child: PersonId, day: NaiveDate, cx: &mut Cx) {
        cx.seek(Some(child));
        self.child.choose(child, day);
    }

    /// Marks what stands for a record: of an arrangement, its first visit still to come.
    fn mark_record(&mut self, record: &Landmark, cx: &mut Cx) {
        if self.face == Face::Agenda {
            self.is_touched = true;
            return self.agenda.mark_record(record);
        }
        let Some(planned) = record.as_a::<Arrangement>().and_then(|id| self.diary.arrangement(id)) else { return };
        let (child, series) = (planned.value.child, &planned.value.series);
        let first = series.days(cx.world.today, NaiveDate::MAX).next().or_else(|| series.first());
        if let Some(first) = first {
            self.choose(child, first, cx);
        }
    }
}

impl Pane for Visits {
    fn scopes(&self, _: &Cx) -> &'static [Scope] {
        &[Scope::Visit, Scope::Visits, Scope::List, Scope::Everywhere]
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        let of_a_visit = BINDINGS.iter().any(|row| row.scope == Scope::Visit && row.act == act);
        match act {
            Action::Absence | Action::New => None,
            Action::Restrict | Action::Wish | Action::Ladder => self.pair(cx).is_none().then_some("why-no-visit"),
            _ if of_a_visit && self.current().is_none() => Some("why-no-visit"),
            _ => None,
        }
    }

    fn needs(&self, act: Action, _: &Cx) -> Option<Right> {
        visit::needs(act)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Open => return self.open(cx),
            Action::New => return self.new_visits(cx),
            Action::ShowMonth => return self.show_month(cx),
            Action::Back => return self.back(cx),
            Action::Wordless => return visit::tell_wordless(cx),
            Action::QuickVisit => return Ok(Then::Do(Action::Quick)),
            Action::NextChild => {
                self.child.next_child();
                cx.seek(self.child.chosen);
                self.read_again(cx)?;
            }
            // Tab goes from visit to visit, arrows to the side from day to day.
            Action::NextVisit | Action::PreviousVisit => {
                if self.face != Face::Agenda {
                    self.child.hop(&self.diary, act == Action::NextVisit);
                }
            }
            Action::NextDay | Action::PreviousDay => {
                if self.face != Face::Agenda {
                    self.child.step_day(if act == Action::NextDay { 1 } else { -1 });
                }
            }
            Action::NextPart | Action::PreviousPart | Action::Clear => {}
            _ if visit::is_one(act) => return visit::act(cx, act, self.one(), self.pair(cx)),
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    fn go(&mut self, way: Move, cx: &mut Cx) -> Result<(), Problem> {
        match self.face {
            Face::Agenda => {
                let before = self.agenda.shown().0;
                self.is_touched = true;
                self.agenda.go(way);
                if self.agenda.shown().0 != before {
                    self.read_page(cx)?;
                }
            }
            Face::Month | Face::Year => self.child.go(way, &self.diary),
        }
        Ok(())
    }

    /// A chosen family's month, else everybody's days at hand.
    fn enter(&mut self, route: &Route, cx: &mut Cx) -> Result<(), Problem> {
        if let (Some(child), Some(day)) = (route.person, route.day) {
            self.child.choose(child, day);
        }
        self.face = if cx.open.is_some() { Face::Month } else { Face::Agenda };
        self.read_again(cx)
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let next = cx.marks.told_of.take().and_then(|told| self.next_that_waits(told));
        let waiting = if cx.marks.brought_back { self.waiting() } else { Vec::new() };
        let marked = self.current();
        if let Some(key) = cx.marks.changed.take() {
            let one = cx.store.visit(key.id, key.given)?;
            self.choose(one.arrangement.value.child, one.occurrence.on, cx);
            self.read_again(cx)?;
        } else {
            self.read_again(cx)?;
            self.keep(marked);
        }
        if let Some(next) = next {
            self.mark_visit(next);
        }
        if cx.marks.brought_back
            && let Some(back) = self.waiting().into_iter().find(|key| !waiting.contains(key))
        {
            self.mark_visit(back);
        }
        if self.face == Face::Agenda { self.read_page(cx) } else { Ok(()) }
    }

    fn counted(&mut self, of: Counted, cx: &mut Cx) -> Result<(), Problem> {
        if of == Counted::Visits && self.face == Face::Agenda { self.lay_out_agenda(cx) } else { Ok(()) }
    }

    fn mark(&mut self, record: &Landmark, cx: &mut Cx) -> Result<(), Problem> {
        self.mark_record(record, cx);
        self.read_again(cx)
    }

    fn here(&self, route: Route) -> Route {
        match self.child.chosen {
            Some(child) => route.with(child).on(self.child.day),
            None => route,
        }
    }

    fn line_kind(&self) -> RecordKind {
        RecordKind::Visit
    }
}
