//! The lines of the week: what is late first, then what nobody has told of, today, seven days, what has no day.

use chrono::{Days, NaiveDate};

use super::{AHEAD, ComingVisit, Week};
use crate::app::cx::VisitKey;
use crate::app::list::Markable;
use crate::domain::deadlines::{Duty, State};
use crate::domain::ids::{SessionId, TaskId};

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing, between two sections.
    Blank,
    /// The name of a section, in the locale files after `week-`, and how many lines it has.
    Heading(&'static str, usize),
    /// A duty.
    Duty(Box<Duty>),
    /// A task.
    Task(TaskId),
    /// A planned session.
    Planned(SessionId),
    /// A visit.
    Visit(VisitKey),
    /// What a colleague has done, by its place.
    Deed(usize),
}

impl Line {
    /// The duty of the line, if it is one.
    pub fn duty(&self) -> Option<Duty> {
        if let Self::Duty(duty) = self { Some(**duty) } else { None }
    }
}

impl Markable for Line {
    fn is_markable(&self) -> bool {
        !matches!(self, Self::Blank | Self::Heading(..))
    }
}

/// Lays out the lines.
pub(super) fn lines(week: &Week, today: NaiveDate) -> Vec<Line> {
    let duties = |is: &dyn Fn(&Duty) -> bool| -> Vec<Line> {
        week.duties.iter().filter(|duty| is(duty)).map(|duty| Line::Duty(Box::new(*duty))).collect()
    };
    let mut lines = Vec::new();
    let mut section = |name: &'static str, mut of: Vec<Line>| {
        if of.is_empty() {
            return;
        }
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Heading(name, of.len()));
        lines.append(&mut of);
    };
    // What would be late if the care went on stands with what is late: it cannot wait for an answer.
    let is_late = |duty: &Duty| {
        duty.state == State::Late || duty.state == State::Unknown && duty.due_on.is_some_and(|due| due < today)
    };
    let mut late = duties(&is_late);
    late.extend(tasks(week, &|due| due.is_some_and(|due| due < today)));
    section("late", late);
    section("untold", on_days(week, &|day| day < today));
    // A visit that nobody supports says so on its own line.
    let told = |duty: &Duty| {
        let is = |visit: &ComingVisit| (visit.key.id.0, Some(visit.on)) == (duty.about.record, duty.due_on);
        duty.about.counted_from >= today && week.visits.iter().any(is)
    };
    let mut now = duties(&|duty| duty.state != State::Late && duty.due_on == Some(today) && !told(duty));
    now.extend(tasks(week, &|due| due == Some(today)));
    now.extend(on_days(week, &|day| day == today));
    section("today", now);
    let last = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let ahead = |duty: &Duty| duty.state != State::Late && duty.due_on.is_some_and(|due| due > today) && !told(duty);
    let near = |duty: &Duty| ahead(duty) && duty.due_on.is_some_and(|due| due <= last);
    let mut coming = duties(&near);
    coming.extend(tasks(week, &|due| due.is_some_and(|due| due > today)));
    coming.extend(on_days(week, &|day| day > today));
    coming.sort_by_key(|line| day_of(week, line));
    section("coming", coming);
    let mut soon = duties(&|duty| ahead(duty) && !near(duty));
    soon.sort_by_key(|line| day_of(week, line));
    section("soon", soon);
    let mut undated = tasks(week, &|due| due.is_none());
    undated.extend(duties(&|duty| duty.due_on.is_none()));
    section("undated", undated);
    section("since", (0..week.deeds.len()).map(Line::Deed).collect());
    lines
}

/// Sessions and visits on some days, by day and time.
fn on_days(week: &Week, is: &dyn Fn(NaiveDate) -> bool) -> Vec<Line> {
    let sessions = week.planned.iter().map(|one| ((one.on, one.start), Line::Planned(one.id)));
    let visits = week.visits.iter().map(|one| ((one.on, one.terms.start), Line::Visit(one.key)));
    let mut all: Vec<_> = sessions.chain(visits).filter(|((on, _), _)| is(*on)).collect();
    all.sort_by_key(|(when, _)| *when);
    all.into_iter().map(|(_, line)| line).collect()
}

/// Tasks by the day they are due.
fn tasks(week: &Week, is: &dyn Fn(Option<NaiveDate>) -> bool) -> Vec<Line> {
    let of = week.tasks.iter().filter(|row| is(row.task.value.due_on));
    of.map(|row| Line::Task(row.task.id)).collect()
}

fn day_of(week: &Week, line: &Line) -> Option<NaiveDate> {
    match line {
        Line::Planned(id) => week.planned(*id).map(|one| one.on),
        Line::Visit(key) => week.visit(*key).map(|one| one.on),
        Line::Task(id) => week.task(*id).and_then(|row| row.task.value.due_on),
        Line::Duty(duty) => duty.due_on,
        _ => None,
    }
}
