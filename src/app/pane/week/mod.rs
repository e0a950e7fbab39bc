//! The week: what must happen now. Duties, what is planned for the days at hand, and what colleagues have done.
//!
//! Duties of many families take a moment to work out. They are worked out some families at a time, between keys
//! ([`Week::work_on`]), and after that only for families of which something has been written.

mod care;
mod coming;
mod deeds;
mod explain;
mod lines;
mod offers;

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};

use crate::app::cx::{Cx, Landmark, Route, VisitKey};
use crate::app::keys::{Action, Scope};
use crate::app::layer::Then;
use crate::app::layout;
use crate::app::list::{Marked, Move};
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::deadlines::{Duty, Names, State, Trigger};
use crate::domain::ids::{FamilyId, PersonId, SessionId, TaskId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::task::Task;
use crate::domain::visit::Arrangement;
use crate::store::{AT_ONCE, DeedRow, DiaryOf, Past, PlannedRow, Since, TaskRow, Whose};

pub use coming::ComingVisit;
pub use lines::Line;

/// How many days ahead one sees, and how many days back what nobody has told of.
pub const AHEAD: u64 = 7;
const BACK: u64 = 14;

/// How many of colleagues' deeds are told of.
const DEEDS: u32 = 6;

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

    /// How to begin, where there is no family to be seen yet.
    pub fn first_steps(&self, cx: &Cx) -> Option<String> {
        (self.families == 0 && self.whose == Whose::Everyones).then(|| cx.first_steps())
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
    pub fn visit(&self, key: VisitKey) -> Option<&ComingVisit> {
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

impl Week {
    /// Begins the week: whose families they are, what is planned; duties are worked out by [`Week::work_on`].
    fn begin_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let mine = cx.store.families_of(Whose::Mine)?;
        self.whose = if mine.is_empty() { Whose::Everyones } else { Whose::Mine };
        self.looked = cx.store.looked()?;
        self.read_week(cx)
    }

    /// Reads the week anew, all of it.
    fn read_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let mut families = cx.store.families_of(self.whose)?;
        families.reverse();
        self.families = families.len();
        self.left = families;
        self.duties.clear();
        self.late.clear();
        self.read_at = Some((cx.world.today, cx.store.newest()?));
        // A few families take no longer than a frame; of many the frame comes first.
        if self.left.len() <= AT_ONCE {
            self.read_days_at_hand(cx)?;
            return self.work_on(cx);
        }
        self.days = DaysAtHand::Unread;
        self.lay_out_week(cx)
    }

    /// Works out the duties of some more families.
    fn work_on(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        if self.days == DaysAtHand::Unread {
            return self.read_days_at_hand(cx);
        }
        let left = self.left.len().saturating_sub(AT_ONCE);
        let some = self.left.split_off(left);
        self.work_out(cx, &some)?;
        if self.is_at_work() { Ok(()) } else { self.lay_out_week(cx) }
    }

    fn work_out(&mut self, cx: &mut Cx, families: &[FamilyId]) -> Result<(), Problem> {
        let last = cx.world.today.checked_add_days(Days::new(AHEAD)).unwrap_or(cx.world.today);
        // A task stands on a line of its own, whether or not it has a family.
        let of_tasks: Vec<usize> =
            cx.store.rules().used().filter(|(_, rule)| rule.trigger == Trigger::TaskDated).map(|(at, _)| at).collect();
        for duty in cx.store.duties(families, Past::Last, cx.world.today)? {
            if of_tasks.contains(&duty.rule) {
                continue;
            }
            if duty.state == State::Late {
                *self.late.entry(duty.family).or_default() += 1;
            }
            if is_shown(&duty, last) {
                self.duties.push(duty);
            }
        }
        Ok(())
    }

    /// Brings the week up to date: only families of which something was written are worked out again.
    fn freshen_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let Some((day, seen)) = self.read_at.filter(|(day, _)| *day == cx.world.today) else {
            return self.read_week(cx);
        };
        match cx.store.written_since(seen)? {
            Since::Everything => return self.read_week(cx),
            // A reminder of one's own belongs to no family.
            Since::Nothing => self.read_tasks(cx)?,
            Since::Families(changed) => {
                self.read_at = Some((day, cx.store.newest()?));
                let changed: HashSet<FamilyId> = changed.into_iter().collect();
                let of: HashSet<FamilyId> = cx.store.families_of(self.whose)?.into_iter().collect();
                self.families = of.len();
                self.duties.retain(|duty| !changed.contains(&duty.family));
                self.late.retain(|family, _| !changed.contains(family));
                let again: Vec<FamilyId> =
                    changed.into_iter().filter(|family| of.contains(family) && !self.left.contains(family)).collect();
                self.work_out(cx, &again)?;
                self.read_days_at_hand(cx)?;
            }
        }
        self.lay_out_week(cx)
    }

    /// What is planned for the days at hand, and what colleagues have done.
    fn read_days_at_hand(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.days = DaysAtHand::Read;
        let today = cx.world.today;
        let first = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
        let last = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
        self.planned = cx.store.planned(self.whose, first, last)?;
        let of = match self.whose {
            Whose::Everyones => DiaryOf::Everybody,
            Whose::Mine => DiaryOf::Mine,
        };
        let diary = cx.store.diary(of, first, last)?;
        let visits = diary.visits(first, last);
        let waits = visits.iter().filter(|visit| visit.is_ahead());
        let stopped = diary.stopped(first, last);
        let named = |person: PersonId| (person, diary.name(person).clone());
        self.visits = waits
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
        self.read_tasks(cx)?;
        self.deeds = match self.looked {
            Some(looked) => cx.store.done_since(looked, DEEDS)?,
            None => Vec::new(),
        };
        Ok(())
    }

    fn read_tasks(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let last = cx.world.today.checked_add_days(Days::new(AHEAD)).unwrap_or(cx.world.today);
        self.tasks = cx.store.tasks_open(self.whose, Some(last))?;
        Ok(())
    }

    /// Lays the lines out, and learns what the people of the page are called.
    fn lay_out_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let rules = cx.store.rules().all();
        // What may hurt somebody first, a statute before the unit's own goals, and of two alike what has waited
        // longest.
        let order = |duty: &Duty| {
            let weight = rules.get(duty.rule).map(|rule| (rule.severity, rule.scope));
            (weight, duty.due_on.is_none(), duty.due_on, duty.rule, duty.family, duty.about)
        };
        self.duties.sort_by_key(order);
        let lines = lines::lines(self, cx.world.today);
        self.list.lay_out(lines, layout::body(cx.world.size.1), |_, _| None);
        self.name_week(cx)
    }

    /// Learns what the families and people of the page are called.
    fn name_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let (_, lines) = self.list.shown();
        let duties: Vec<Duty> = lines.iter().filter_map(Line::duty).collect();
        self.names = cx.store.names_of(&duties)?;
        Ok(())
    }

    /// Mine, or the team's.
    fn turn_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.whose = match self.whose {
            Whose::Mine => Whose::Everyones,
            Whose::Everyones => Whose::Mine,
        };
        self.list = Marked::default();
        self.read_week(cx)
    }
}

impl Pane for Week {
    fn scopes(&self, _: &Cx) -> &'static [Scope] {
        &[Scope::Week, Scope::List, Scope::Everywhere]
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        self.why_not_on_line(cx, act)
    }

    fn needs(&self, act: Action, _: &Cx) -> Option<Right> {
        matches!(act, Action::Exempt | Action::DealWith | Action::Note).then_some(Right::NoteEvents)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Mine => self.turn_week(cx).map(|()| Then::Stay),
            Action::Note => self.note(cx),
            Action::DoIt
            | Action::Tick
            | Action::Tried
            | Action::Exempt
            | Action::DealWith
            | Action::Explain
            | Action::ToFamily => self.act_on_line(cx, act),
            // There is nothing that one came from, and no part or filter to turn.
            Action::Back | Action::NextPart | Action::PreviousPart | Action::Clear => Ok(Then::Stay),
            _ => Ok(Then::NotMine),
        }
    }

    fn go(&mut self, way: Move, cx: &mut Cx) -> Result<(), Problem> {
        let before = self.list.shown().0;
        self.list.go(way);
        if self.list.shown().0 == before { Ok(()) } else { self.name_week(cx) }
    }

    fn begin(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.begin_week(cx)
    }

    fn enter(&mut self, _: &Route, cx: &mut Cx) -> Result<(), Problem> {
        self.freshen_week(cx)
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        if !cx.marks.brought_back {
            return self.freshen_week(cx);
        }
        let before = self.list.lines.clone();
        self.freshen_week(cx)?;
        self.list.mark_back(&before);
        self.name_week(cx)
    }

    fn mark(&mut self, record: &Landmark, cx: &mut Cx) -> Result<(), Problem> {
        let is_one = |line: &Line| match line {
            Line::Task(id) => record.as_a::<Task>() == Some(*id),
            Line::Planned(id) => record.as_a::<Session>() == Some(*id),
            Line::Visit(key) => record.as_a::<Arrangement>() == Some(key.id),
            Line::Blank | Line::Heading(..) | Line::Duty(_) | Line::Deed(_) => false,
        };
        let Some(place) = self.list.lines.iter().position(is_one) else { return Ok(()) };
        self.list.marker = place;
        self.name_week(cx)
    }

    fn is_at_work(&self) -> bool {
        Self::is_at_work(self)
    }

    fn work(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.work_on(cx)
    }

    /// Notes that what colleagues have done has been seen. That it cannot be noted is no trouble: it is told once more.
    fn leave(&self, cx: &Cx) {
        if let Some((_, newest)) = self.read_at {
            let _ = cx.store.look(newest);
        }
    }

    fn family(&self, _: &Cx) -> Option<FamilyId> {
        self.current().and_then(|line| self.family_of_line(line))
    }
}
