//! The lines of the week: what is late first, then what nobody has told of, today, seven days, what has no day.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::Week;
use crate::app::cx::VisitKey;
use crate::app::list::Markable;
use crate::domain::deadlines::{Docket, Entry, Heading};
use crate::domain::ids::{PersonId, SessionId, TaskId};
use crate::domain::visit::AtHand;

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing, between two sections.
    Blank,
    /// The name of a section, in the locale files after `week-`, and how many lines it has.
    Heading(&'static str, usize),
    /// A parent to be called.
    Call(PersonId),
    /// A duty of the docket.
    Duty(Entry),
    /// A task.
    Task(TaskId),
    /// A planned session.
    Planned(SessionId),
    /// A visit.
    Visit(VisitKey),
    /// What is to be seen to about the casebook itself, by its place.
    Matter(usize),
    /// What a colleague has done, by its place.
    Deed(usize),
}

impl Markable for Line {
    fn is_markable(&self) -> bool {
        !matches!(self, Self::Blank | Self::Heading(..))
    }
}

/// A line and the day it stands on, if it has one.
type Dated = (Option<NaiveDate>, Line);

/// Lays out the lines, with these visits among them.
pub(super) fn lines(week: &Week, docket: &Docket, visits: &[&AtHand], today: NaiveDate) -> Vec<Line> {
    let told = told(docket, visits, today);
    let duties = |heading: Heading| {
        let is_told = |(record, from, due)| heading != Heading::Late && from >= today && told.contains(&(record, due));
        let line = |place| {
            let of = docket.about(place).filter(|of| !is_told(*of))?;
            Some((of.2, docket.entry(place).map(Line::Duty)?))
        };
        docket.under(heading).filter_map(line).collect::<Vec<Dated>>()
    };
    let mut lines = Vec::new();
    let mut section = |name: &'static str, of: Vec<Dated>| {
        if of.is_empty() {
            return;
        }
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Heading(name, of.len()));
        lines.extend(of.into_iter().map(|(_, line)| line));
    };
    section("calls", week.calls.iter().map(|call| (call.due_on, Line::Call(call.parent))).collect());
    let mut late = duties(Heading::Late);
    late.extend(tasks(week, &|due| due.is_some_and(|due| due < today)));
    section("late", late);
    section("matters", (0..week.matters.len()).map(|place| (None, Line::Matter(place))).collect());
    section("untold", on_days(week, visits, &|day| day < today));
    let mut now = duties(Heading::Today);
    now.extend(tasks(week, &|due| due == Some(today)));
    now.extend(on_days(week, visits, &|day| day == today));
    section("today", now);
    let mut coming = duties(Heading::Coming);
    coming.extend(tasks(week, &|due| due.is_some_and(|due| due > today)));
    coming.extend(on_days(week, visits, &|day| day > today));
    coming.sort_by_key(|(day, _)| *day);
    section("coming", coming);
    section("soon", duties(Heading::Soon));
    let mut undated = tasks(week, &|due| due.is_none());
    undated.extend(duties(Heading::Undated));
    section("undated", undated);
    section("since", (0..week.deeds.len()).map(|place| (None, Line::Deed(place))).collect());
    lines
}

/// The duties that a visit's own line tells of, by record and day: a visit that nobody supports says so itself.
fn told(docket: &Docket, visits: &[&AtHand], today: NaiveDate) -> HashSet<(i64, Option<NaiveDate>)> {
    let ahead = [Heading::Today, Heading::Coming, Heading::Soon].into_iter().flat_map(|heading| docket.under(heading));
    let from_today = ahead.filter_map(|place| docket.about(place)).filter(|(_, from, _)| *from >= today);
    let told: HashSet<_> = from_today.map(|(record, _, due)| (record, due)).collect();
    visits.iter().map(|visit| (visit.key.id.0, Some(visit.on))).filter(|visit| told.contains(visit)).collect()
}

/// Sessions and visits on some days, by day and time.
fn on_days(week: &Week, visits: &[&AtHand], is: &dyn Fn(NaiveDate) -> bool) -> Vec<Dated> {
    let sessions = week.planned.iter().map(|one| ((one.on, one.start), Line::Planned(one.id)));
    let visits = visits.iter().map(|one| ((one.on, one.begins()), Line::Visit(one.key)));
    let mut all: Vec<_> = sessions.chain(visits).filter(|((on, _), _)| is(*on)).collect();
    all.sort_by_key(|(when, _)| *when);
    all.into_iter().map(|((on, _), line)| (Some(on), line)).collect()
}

/// Tasks by the day they are due.
fn tasks(week: &Week, is: &dyn Fn(Option<NaiveDate>) -> bool) -> Vec<Dated> {
    let of = week.tasks.iter().filter(|row| is(row.task.value.due_on));
    of.map(|row| (row.task.value.due_on, Line::Task(row.task.id))).collect()
}
