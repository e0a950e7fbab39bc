//! The lines of the week: what is late first, then what nobody has told of, today, seven days, what has no day.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::Week;
use crate::app::cx::VisitKey;
use crate::app::list::Markable;
use crate::domain::deadlines::{Docket, Entry, Heading};
use crate::domain::ids::{SessionId, TaskId};

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing, between two sections.
    Blank,
    /// The name of a section, in the locale files after `week-`, and how many lines it has.
    Heading(&'static str, usize),
    /// A duty of the docket.
    Duty(Entry),
    /// A task.
    Task(TaskId),
    /// A planned session.
    Planned(SessionId),
    /// A visit.
    Visit(VisitKey),
    /// What a colleague has done, by its place.
    Deed(usize),
}

impl Markable for Line {
    fn is_markable(&self) -> bool {
        !matches!(self, Self::Blank | Self::Heading(..))
    }
}

/// Lays out the lines.
pub(super) fn lines(week: &Week, docket: &Docket, today: NaiveDate) -> Vec<Line> {
    let told = told(week, docket, today);
    let duties = |heading: Heading| -> Vec<Line> {
        let of = docket.under(heading).filter(|place| {
            let is_told = || docket.from_and_due(*place).is_some_and(|(record, _, due)| told.contains(&(record, due)));
            told.is_empty() || !matches!(heading, Heading::Today | Heading::Coming | Heading::Soon) || !is_told()
        });
        of.filter_map(|place| docket.placed(place).map(Line::Duty)).collect()
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
    let mut late = duties(Heading::Late);
    late.extend(tasks(week, &|due| due.is_some_and(|due| due < today)));
    section("late", late);
    section("untold", on_days(week, &|day| day < today));
    let mut now = duties(Heading::Today);
    now.extend(tasks(week, &|due| due == Some(today)));
    now.extend(on_days(week, &|day| day == today));
    section("today", now);
    let mut coming = duties(Heading::Coming);
    coming.extend(tasks(week, &|due| due.is_some_and(|due| due > today)));
    coming.extend(on_days(week, &|day| day > today));
    coming.sort_by_key(|line| day_of(week, docket, line));
    section("coming", coming);
    section("soon", duties(Heading::Soon));
    let mut undated = tasks(week, &|due| due.is_none());
    undated.extend(duties(Heading::Undated));
    section("undated", undated);
    section("since", (0..week.deeds.len()).map(Line::Deed).collect());
    lines
}

/// The duties that a visit's own line tells of, by record and day: a visit that nobody supports says so itself.
fn told(week: &Week, docket: &Docket, today: NaiveDate) -> HashSet<(i64, Option<NaiveDate>)> {
    let ahead = [Heading::Today, Heading::Coming, Heading::Soon].into_iter().flat_map(|heading| docket.under(heading));
    let from_today = ahead.filter_map(|place| docket.from_and_due(place)).filter(|(_, from, _)| *from >= today);
    let told: HashSet<_> = from_today.map(|(record, _, due)| (record, due)).collect();
    let visits = week.visits.iter().map(|visit| (visit.key.id.0, Some(visit.on)));
    visits.filter(|visit| told.contains(visit)).collect()
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

fn day_of(week: &Week, docket: &Docket, line: &Line) -> Option<NaiveDate> {
    match line {
        Line::Planned(id) => week.planned(*id).map(|one| one.on),
        Line::Visit(key) => week.visit(*key).map(|one| one.on),
        Line::Task(id) => week.task(*id).and_then(|row| row.task.value.due_on),
        Line::Duty(duty) => docket.from_and_due(duty.at as usize).and_then(|(.., due)| due),
        _ => None,
    }
}
