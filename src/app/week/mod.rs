//! The week: what must happen now. Duties, what is planned for the days at hand, and what colleagues have done.
//!
//! Duties of many families take a moment to work out. They are worked out some families at a time, between keys
//! ([`App::work`]), and after that only for families of which something has been written.

mod care;
mod deeds;
mod explain;
mod forms;
mod lines;
mod offers;

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};

use super::desk::App;
use super::layout;
use super::marked::Marked;
use super::route::Landmark;
use super::visits::Key;
use crate::domain::deadlines::{Duty, Names, State, Trigger};
use crate::domain::discretion::PersonName;
use crate::domain::ids::{FamilyId, MemberId, SessionId, TaskId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Breach, Terms};
use crate::store::{AT_ONCE, DeedRow, DiaryOf, Past, PlannedRow, Since, TaskRow, Whose};

pub use lines::Line;
pub(super) use offers::takes;

/// How many days ahead one sees, and how many days back what nobody has told of.
pub const AHEAD: u64 = 7;
const BACK: u64 = 14;

/// How many of colleagues' deeds are told of.
const DEEDS: u32 = 6;

/// A visit of the days at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComingVisit {
    /// Which.
    pub key: Key,
    /// Whose.
    pub family: FamilyId,
    /// The family's name and case reference.
    pub family_called: (String, String),
    /// The day.
    pub on: NaiveDate,
    /// The child, and whom it meets.
    pub between: Vec<(MemberId, PersonName)>,
    /// When, where, with whose support.
    pub terms: Terms,
    /// Why a restriction of contact stops it, if one does.
    pub stopped: Option<Breach>,
}

impl ComingVisit {
    /// The days it lasts.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        self.terms.days(self.on)
    }
}

/// Whether what is planned for the days at hand has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum DaysAtHand {
    #[default]
    Unread,
    Read,
}

/// The week pane.
#[derive(Debug, Default)]
pub struct Week {
    /// Whose families.
    pub whose: Whose,
    /// The lines.
    pub list: Marked<Line>,
    /// What must be done.
    pub duties: Vec<Duty>,
    /// Sessions of the days at hand, and those that nobody has told of.
    pub planned: Vec<PlannedRow>,
    /// Visits of the days at hand, and those that nobody has told of.
    pub visits: Vec<ComingVisit>,
    /// Open tasks: one's own, or all.
    pub tasks: Vec<TaskRow>,
    /// What colleagues have done since one last looked.
    pub deeds: Vec<DeedRow>,
    /// What the families and people of the page's duties are called.
    pub names: Names,
    /// How many families there are.
    pub families: usize,
    /// How many duties of each family are late.
    pub late: HashMap<FamilyId, u32>,
    /// The families whose duties are not worked out yet, the last first.
    left: Vec<FamilyId>,
    /// Whether what is planned has been read.
    days: DaysAtHand,
    /// The day that it was worked out for, and the newest row of the journal then.
    read_at: Option<(NaiveDate, i64)>,
    /// The row of the journal up to which colleagues' deeds were known before.
    looked: Option<i64>,
}

impl Week {
    /// The marked line.
    pub fn current(&self) -> Option<&Line> {
        self.list.current()
    }

    /// A duty of the page.
    pub fn duty(&self, place: usize) -> Option<&Duty> {
        self.duties.get(place)
    }

    /// A task of the list.
    pub fn task(&self, id: TaskId) -> Option<&TaskRow> {
        self.tasks.iter().find(|row| row.task.id == id)
    }

    /// A session of the days at hand.
    pub fn planned(&self, id: SessionId) -> Option<&PlannedRow> {
        self.planned.iter().find(|one| one.id == id)
    }

    /// A visit of the days at hand.
    pub fn visit(&self, key: Key) -> Option<&ComingVisit> {
        self.visits.iter().find(|one| one.key == key)
    }

    /// How many duties and tasks are late.
    pub fn late(&self, today: NaiveDate) -> usize {
        let tasks = self.tasks.iter().filter(|row| row.task.value.due_on.is_some_and(|due| due < today));
        self.late.values().map(|late| usize::try_from(*late).unwrap_or(usize::MAX)).sum::<usize>() + tasks.count()
    }

    /// Whether there are families whose duties are not worked out yet.
    pub fn is_at_work(&self) -> bool {
        !self.left.is_empty()
    }
}

/// Whether a duty is shown: what waits, but for what has time beyond the days at hand.
fn is_shown(duty: &Duty, last: NaiveDate) -> bool {
    match duty.state {
        State::Open => duty.due_on.is_none_or(|due| due <= last),
        state => state.is_waiting(),
    }
}

impl App {
    /// Begins the week: whose families they are, what is planned; duties are worked out by [`App::work`].
    pub(super) fn begin_week(&mut self) -> Result<(), Problem> {
        let mine = self.store.families_of(Whose::Mine)?;
        self.week.whose = if mine.is_empty() { Whose::Everyones } else { Whose::Mine };
        self.week.looked = self.store.looked()?;
        self.read_week()
    }

    /// Reads the week anew, all of it.
    pub(super) fn read_week(&mut self) -> Result<(), Problem> {
        let mut families = self.store.families_of(self.week.whose)?;
        families.reverse();
        self.week.families = families.len();
        self.week.left = families;
        self.week.duties.clear();
        self.week.late.clear();
        self.week.read_at = Some((self.world.today, self.store.newest()?));
        // A few families take no longer than a frame; of many the frame comes first.
        if self.week.left.len() <= AT_ONCE {
            self.read_days_at_hand()?;
            return self.work_on();
        }
        self.week.days = DaysAtHand::Unread;
        self.lay_out_week()
    }

    /// Works out the duties of some more families; true when the screen should be drawn again.
    pub fn work(&mut self) -> bool {
        let done = self.work_on();
        self.settle(done);
        self.renew_redactor();
        !self.week.is_at_work()
    }

    /// Whether there is something to work out while nobody presses a key.
    pub fn is_at_work(&self) -> bool {
        self.pane == super::Pane::Week && self.week.is_at_work()
    }

    fn work_on(&mut self) -> Result<(), Problem> {
        if self.week.days == DaysAtHand::Unread {
            return self.read_days_at_hand();
        }
        let left = self.week.left.len().saturating_sub(AT_ONCE);
        let some = self.week.left.split_off(left);
        self.work_out(&some)?;
        if self.week.is_at_work() { Ok(()) } else { self.lay_out_week() }
    }

    fn work_out(&mut self, families: &[FamilyId]) -> Result<(), Problem> {
        let last = self.world.today.checked_add_days(Days::new(AHEAD)).unwrap_or(self.world.today);
        // A task stands on a line of its own, whether or not it has a family.
        let of_tasks: Vec<usize> = self
            .store
            .rules()
            .used()
            .filter(|(_, rule)| rule.trigger == Trigger::TaskDated)
            .map(|(at, _)| at)
            .collect();
        for duty in self.store.duties(families, Past::Last, self.world.today)? {
            if of_tasks.contains(&duty.rule) {
                continue;
            }
            if duty.state == State::Late {
                *self.week.late.entry(duty.family).or_default() += 1;
            }
            if is_shown(&duty, last) {
                self.week.duties.push(duty);
            }
        }
        Ok(())
    }

    /// Brings the week up to date: only families of which something was written are worked out again.
    pub(super) fn freshen_week(&mut self) -> Result<(), Problem> {
        let Some((day, seen)) = self.week.read_at.filter(|(day, _)| *day == self.world.today) else {
            return self.read_week();
        };
        match self.store.written_since(seen)? {
            Since::Everything => return self.read_week(),
            // A reminder of one's own belongs to no family.
            Since::Nothing => self.read_tasks()?,
            Since::Families(changed) => {
                self.week.read_at = Some((day, self.store.newest()?));
                let changed: HashSet<FamilyId> = changed.into_iter().collect();
                let of: HashSet<FamilyId> = self.store.families_of(self.week.whose)?.into_iter().collect();
                self.week.families = of.len();
                self.week.duties.retain(|duty| !changed.contains(&duty.family));
                self.week.late.retain(|family, _| !changed.contains(family));
                let again: Vec<FamilyId> = changed
                    .into_iter()
                    .filter(|family| of.contains(family) && !self.week.left.contains(family))
                    .collect();
                self.work_out(&again)?;
                self.read_days_at_hand()?;
            }
        }
        self.lay_out_week()
    }

    /// What is planned for the days at hand, and what colleagues have done.
    fn read_days_at_hand(&mut self) -> Result<(), Problem> {
        self.week.days = DaysAtHand::Read;
        let today = self.world.today;
        let first = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
        let last = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
        self.week.planned = self.store.planned(self.week.whose, first, last)?;
        let of = match self.week.whose {
            Whose::Everyones => DiaryOf::Everybody,
            Whose::Mine => DiaryOf::Mine,
        };
        let diary = self.store.diary(of, first, last)?;
        let visits = diary.visits(first, last);
        let waits = visits.iter().filter(|visit| visit.is_ahead());
        let stopped = diary.stopped(first, last);
        let named = |person: MemberId| (person, diary.name(person).clone());
        self.week.visits = waits
            .map(|visit| ComingVisit {
                key: visit.into(),
                family: visit.arrangement.family,
                family_called: diary
                    .known
                    .families
                    .get(&visit.arrangement.family)
                    .map(|family| (family.name.clone(), family.case_ref.clone()))
                    .unwrap_or_default(),
                on: visit.on(),
                between: std::iter::once(visit.arrangement.child)
                    .chain(visit.terms().with.iter().copied())
                    .map(named)
                    .collect(),
                terms: visit.terms().clone(),
                stopped: stopped.get(&(visit.id, visit.given)).map(|(_, breach)| *breach),
            })
            .collect();
        self.read_tasks()?;
        self.week.deeds = match self.week.looked {
            Some(looked) => self.store.done_since(looked, DEEDS)?,
            None => Vec::new(),
        };
        Ok(())
    }

    fn read_tasks(&mut self) -> Result<(), Problem> {
        let last = self.world.today.checked_add_days(Days::new(AHEAD)).unwrap_or(self.world.today);
        self.week.tasks = self.store.tasks_open(self.week.whose, Some(last))?;
        Ok(())
    }

    /// Lays the lines out, and learns what the people of the page are called.
    pub(super) fn lay_out_week(&mut self) -> Result<(), Problem> {
        let rules = self.store.rules().all();
        // What may hurt somebody first, a statute before the unit's own goals, and of two alike what has waited
        // longest.
        let order = |duty: &Duty| {
            let weight = rules.get(duty.rule).map(|rule| (rule.severity, rule.scope));
            (weight, duty.due_on.is_none(), duty.due_on, duty.rule, duty.family, duty.about)
        };
        self.week.duties.sort_by_key(order);
        let lines = lines::lines(&self.week, self.world.today);
        self.week.list.lay_out(lines, layout::body(self.world.size.1), |_, _| None);
        self.name_week()
    }

    /// Learns what the families and people of the page are called.
    pub(super) fn name_week(&mut self) -> Result<(), Problem> {
        let (_, lines) = self.week.list.shown();
        let duties: Vec<Duty> = lines.iter().filter_map(Line::duty).collect();
        self.week.names = self.store.names_of(&duties)?;
        Ok(())
    }

    /// Marks what stands for a record.
    pub(super) fn mark_in_week(&mut self, record: Landmark) -> Result<(), Problem> {
        let is_one = |line: &Line| match (line, record) {
            (Line::Task(id), Landmark::Task(of)) => *id == of,
            (Line::Planned(id), Landmark::Session(of)) => *id == of,
            (Line::Visit(key), Landmark::Arrangement(of)) => key.id == of,
            _ => false,
        };
        let Some(place) = self.week.list.lines.iter().position(is_one) else { return Ok(()) };
        self.week.list.marker = place;
        self.name_week()
    }

    /// Mine, or the team's.
    pub(super) fn turn_week(&mut self) -> Result<(), Problem> {
        self.week.whose = match self.week.whose {
            Whose::Mine => Whose::Everyones,
            Whose::Everyones => Whose::Mine,
        };
        self.week.list = Marked::default();
        self.read_week()
    }

    /// Notes that what colleagues have done has been seen. That it cannot be noted is no trouble: it is told once more.
    pub fn leave_week(&self) {
        if let Some((_, newest)) = self.week.read_at {
            let _ = self.store.look(newest);
        }
    }
}
