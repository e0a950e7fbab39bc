//! The week: what must happen now. Duties, what is planned for the days at hand, and what colleagues have done.
//!
//! Duties of many families take a moment to work out. They stand in a docket that is worked out between keys
//! (`cx/counts.rs`); a line holds a duty's place there, and those of the page are looked up when it is laid out.

pub mod calls;
mod care;
mod coming;
mod deeds;
mod explain;
mod lines;
mod measured;
mod offers;

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use crate::app::cx::{AHEAD, Counted, Cx, Landmark, Route, VisitKey};
use crate::app::keys::{Action, Scope};
use crate::app::layer::Then;
use crate::app::layout;
use crate::app::list::{Marked, Move};
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::deadlines::{Docket, Duty, Entry, Names};
use crate::domain::ids::{FamilyId, SessionId, TaskId};
use crate::domain::matter::Matter;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::task::Task;
use crate::domain::visit::{Arrangement, AtHand, Sight};
use crate::store::{CallRow, DeedRow, PlannedAt, PlannedRow, Since, TaskRow, Whose};

pub use coming::ComingVisit;
pub use lines::Line;

/// How many days back one sees what nobody has told of.
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
    /// What must be done, of the page.
    page: Vec<(Entry, Duty)>,
    /// Sessions of the days at hand, and those that nobody has told of.
    planned: Vec<PlannedAt>,
    /// The page's of them.
    sessions: Vec<PlannedRow>,
    /// The page's visits of the days at hand, and of those that nobody has told of.
    visits: Vec<ComingVisit>,
    /// Whose visits are shown, where not everybody's.
    own: Option<HashSet<FamilyId>>,
    /// Parents to be called.
    pub calls: Vec<CallRow>,
    /// Open tasks: one's own, or all.
    pub tasks: Vec<TaskRow>,
    /// What is to be seen to about the casebook itself.
    pub matters: Vec<Matter>,
    /// What colleagues have done since one last looked.
    pub deeds: Vec<DeedRow>,
    /// What the families and people of the page's duties are called.
    pub names: Names,
    /// How many families there are.
    pub families: usize,
    /// Whether what is planned has been read.
    days: DaysAtHand,
    /// The day that it was worked out for, and the newest row of the journal then.
    read_at: Option<(NaiveDate, i64)>,
    /// Whether somebody has gone anywhere in the list, or done anything there.
    is_touched: bool,
    /// Whether more was to come when the lines were last laid out.
    was_counting: bool,
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
        (self.families == 0 && self.calls.is_empty() && self.whose == Whose::Everyones).then(|| cx.first_steps())
    }

    /// The duty of a line, if it is one's line.
    pub fn duty(&self, line: &Line, cx: &Cx) -> Option<Duty> {
        let Line::Duty(placed) = line else { return None };
        let on_page = self.page.iter().find(|(other, _)| other == placed).map(|(_, duty)| *duty);
        on_page.or_else(|| cx.counts.docket(self.whose)?.duty(placed.at as usize))
    }

    /// A task of the list.
    pub fn task(&self, id: TaskId) -> Option<&TaskRow> {
        self.tasks.iter().find(|row| row.task.id == id)
    }

    /// Where a session of the days at hand stands.
    pub fn planned(&self, id: SessionId) -> Option<&PlannedAt> {
        self.planned.iter().find(|one| one.id == id)
    }

    /// A session of the page.
    pub fn session(&self, id: SessionId) -> Option<&PlannedRow> {
        self.sessions.iter().find(|one| one.id == id)
    }

    /// A visit of the days at hand.
    pub fn visit(&self, key: VisitKey) -> Option<&ComingVisit> {
        self.visits.iter().find(|one| one.key == key)
    }

    /// How many duties and tasks are late.
    pub fn late(&self, cx: &Cx) -> usize {
        let is_late = |row: &&TaskRow| row.task.value.due_on.is_some_and(|due| due < cx.world.today);
        cx.counts.docket(self.whose).map_or(0, Docket::late) + self.tasks.iter().filter(is_late).count()
    }

    /// Whether something of the week is not worked out yet.
    pub fn is_counting(&self, cx: &Cx) -> bool {
        let of = [Counted::Visits, Counted::Duties(self.whose)];
        self.days == DaysAtHand::Unread || !of.into_iter().all(|of| cx.counts.is_whole(of))
    }
}

/// From which day to which visits and sessions are shown.
fn days_at_hand(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
    (first, today.checked_add_days(Days::new(AHEAD)).unwrap_or(today))
}

impl Week {
    /// Begins the week: whose families they are, what is planned; duties are worked out between keys.
    fn begin_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let mine = cx.store.families_of(Whose::Mine)?;
        self.whose = if mine.is_empty() { Whose::Everyones } else { Whose::Mine };
        self.looked = cx.store.looked()?;
        self.read_week(cx)
    }

    /// Reads the week anew, all of it but what can come after the frame.
    fn read_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        cx.counts.want(&cx.store, self.whose, cx.world.today)?;
        self.learn_families(cx)?;
        self.read_at = Some((cx.world.today, cx.store.newest()?));
        self.days = DaysAtHand::Unread;
        self.lay_out_week(cx)
    }

    fn learn_families(&mut self, cx: &Cx) -> Result<(), Problem> {
        let families = cx.store.families_of(self.whose)?;
        self.families = families.len();
        self.own = (self.whose == Whose::Mine).then(|| families.into_iter().collect());
        Ok(())
    }

    /// The visits that the week shows of those at hand: what waits, of the days at hand and of those before.
    fn waits<'a>(&'a self, sight: Option<&'a Sight>, today: NaiveDate) -> impl Iterator<Item = &'a AtHand> {
        let (first, last) = days_at_hand(today);
        let visits = sight.map_or(&[][..], Sight::visits);
        let begins = visits.partition_point(|visit| visit.on < first);
        let ends = visits.partition_point(|visit| visit.on <= last);
        let is_own = |visit: &&AtHand| self.own.as_ref().is_none_or(|own| own.contains(&visit.family));
        visits[begins..ends].iter().filter(|visit| visit.is_ahead).filter(is_own)
    }

    /// Reads the sessions of the page, with all that their lines say.
    fn read_sessions(&mut self, cx: &Cx) -> Result<(), Problem> {
        let (_, lines) = self.list.shown();
        let on_page = lines.iter().filter_map(|line| if let Line::Planned(id) = line { Some(*id) } else { None });
        let on_page: Vec<SessionId> = on_page.collect();
        self.sessions = if on_page.is_empty() { Vec::new() } else { cx.store.planned_rows(&on_page)? };
        Ok(())
    }

    /// Reads the visits of the page, with all that their lines say.
    fn read_visits(&mut self, cx: &Cx) -> Result<(), Problem> {
        let (_, lines) = self.list.shown();
        let keys: HashSet<VisitKey> =
            lines.iter().filter_map(|line| if let Line::Visit(key) = line { Some(*key) } else { None }).collect();
        if keys.is_empty() {
            self.visits.clear();
            return Ok(());
        }
        let on_page = self.waits(cx.counts.sight(), cx.world.today).filter(|visit| keys.contains(&visit.key));
        let mut families: Vec<FamilyId> = on_page.map(|visit| visit.family).collect();
        families.sort_unstable();
        families.dedup();
        let (first, last) = days_at_hand(cx.world.today);
        let diary = cx.store.diary_of_families(&families, first, last)?;
        let stopped = diary.stopped(first, last);
        let visits = diary.visits(first, last);
        let shown = visits.iter().filter(|visit| keys.contains(&VisitKey::from(*visit)));
        self.visits = shown.map(|visit| ComingVisit::of(visit, &diary, &stopped)).collect();
        Ok(())
    }

    /// Brings the week up to date.
    fn freshen_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let Some((day, seen)) = self.read_at.filter(|(day, _)| *day == cx.world.today) else {
            return self.read_week(cx);
        };
        match cx.store.written_since(seen)? {
            Since::Everything => return self.read_week(cx),
            // A reminder of one's own belongs to no family.
            Since::Nothing => self.read_tasks(cx)?,
            Since::Families(_) => {
                self.read_at = Some((day, cx.store.newest()?));
                self.learn_families(cx)?;
                self.read_days_at_hand(cx)?;
            }
        }
        self.lay_out_week(cx)
    }

    /// What is planned for the days at hand, and what colleagues have done.
    fn read_days_at_hand(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.days = DaysAtHand::Read;
        let today = cx.world.today;
        let (first, last) = days_at_hand(today);
        self.planned = cx.store.planned(self.whose, first, last)?;
        self.read_tasks(cx)?;
        self.read_calls(cx)?;
        self.matters = cx.store.matters(today)?;
        self.deeds = match self.looked {
            Some(looked) => cx.store.done_since(looked, DEEDS)?,
            None => Vec::new(),
        };
        Ok(())
    }

    /// A matter of the list.
    pub fn matter(&self, place: usize) -> Option<&Matter> {
        self.matters.get(place)
    }

    fn read_tasks(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let last = cx.world.today.checked_add_days(Days::new(AHEAD)).unwrap_or(cx.world.today);
        self.tasks = cx.store.tasks_open(self.whose, Some(last))?;
        Ok(())
    }

    /// Lays the lines out, and learns what the people of the page are called.
    fn lay_out_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let today = cx.world.today;
        let visits: Vec<&AtHand> = self.waits(cx.counts.sight(), today).collect();
        let lines = cx.counts.docket(self.whose).map(|docket| lines::lines(self, docket, &visits, today));
        let lines = lines.unwrap_or_default();
        self.list.lay_out(lines, layout::body(cx.world.size.1), |_, _| None);
        // What comes above a list that nobody has touched yet is what one sees first.
        let is_counting = self.is_counting(cx);
        let was_counting = std::mem::replace(&mut self.was_counting, is_counting);
        if was_counting && !self.is_touched {
            self.list.go(Move::First);
        }
        self.name_week(cx)
    }

    /// Learns what the families and people of the page are called.
    fn name_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let docket = cx.counts.docket(self.whose);
        let (_, lines) = self.list.shown();
        let placed = lines.iter().filter_map(|line| if let Line::Duty(placed) = line { Some(*placed) } else { None });
        let with_duty = |placed: Entry| Some((placed, docket?.duty(placed.at as usize)?));
        self.page = placed.filter_map(with_duty).collect();
        self.names = cx.store.names_of(&self.page.iter().map(|(_, duty)| *duty).collect::<Vec<_>>())?;
        self.read_sessions(cx)?;
        self.read_visits(cx)
    }

    /// Mine, or the team's.
    fn turn_week(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.whose = match self.whose {
            Whose::Mine => Whose::Everyones,
            Whose::Everyones => Whose::Mine,
        };
        (self.list, self.is_touched) = (Marked::default(), false);
        (self.planned, self.sessions) = (Vec::new(), Vec::new());
        (self.visits, self.tasks) = (Vec::new(), Vec::new());
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
            | Action::ToFamily => {
                self.is_touched = true;
                self.act_on_line(cx, act)
            }
            // There is nothing that one came from, and no part or filter to turn.
            Action::Back | Action::NextPart | Action::PreviousPart | Action::Clear => Ok(Then::Stay),
            _ => Ok(Then::NotMine),
        }
    }

    fn go(&mut self, way: Move, cx: &mut Cx) -> Result<(), Problem> {
        let before = self.list.shown().0;
        self.is_touched = true;
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
            Line::Blank | Line::Heading(..) | Line::Call(_) | Line::Duty(_) | Line::Matter(_) | Line::Deed(_) => false,
        };
        let Some(place) = self.list.lines.iter().position(is_one) else { return Ok(()) };
        (self.list.marker, self.is_touched) = (place, true);
        self.name_week(cx)
    }

    fn is_at_work(&self) -> bool {
        self.days == DaysAtHand::Unread
    }

    fn work(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.read_days_at_hand(cx)?;
        self.lay_out_week(cx)
    }

    fn wants(&self) -> Counted {
        Counted::Duties(self.whose)
    }

    fn counted(&mut self, of: Counted, cx: &mut Cx) -> Result<(), Problem> {
        if of == self.wants() || of == Counted::Visits { self.lay_out_week(cx) } else { Ok(()) }
    }

    /// Notes that what colleagues have done has been seen. That it cannot be noted is no trouble: it is told once more.
    fn leave(&self, cx: &Cx) {
        if let Some((_, newest)) = self.read_at {
            let _ = cx.store.briefly(|| cx.store.look(newest));
        }
    }

    fn family(&self, cx: &Cx) -> Option<FamilyId> {
        self.current().and_then(|line| self.family_of_line(line, cx))
    }
}
