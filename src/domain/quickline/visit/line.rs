//! The arrangement that a line makes once every part of it is understood, and what its parts lack between them.

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::Serialize;

use super::super::RecordKind;
use super::super::part::{Fault, LastDay, Meaning, OutcomeMark, Part};
use super::warning::{Warning, warnings};
use crate::domain::codes::{Answer, CancelledBy, MemberRole, Outcome, VisitContact, Week53};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::{PersonName, Setting};
use crate::domain::ids::{ArrangementId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::text::clock::end_after;
use crate::domain::visit::arrangement::MOST_NIGHTS;
use crate::domain::visit::{Arrangement, Ends, Ladder, Occurrence, Pattern, Series, Terms, Weekdays};

/// How many dates are shown before anything is saved.
const DATES: usize = 10;

/// Visits as a line tells them, with the name of their family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitLine {
    /// Whose.
    pub family: FamilyName,
    /// The arrangement; its note is the line's.
    pub arrangement: Arrangement,
    /// What came of it, for a single day: held if it is past and nothing else is told. None for a series.
    pub outcome: Option<OutcomeMark>,
    /// Days of the series that are left out.
    pub left_out: Vec<NaiveDate>,
    /// The first ten dates, those left out not among them.
    pub dates: Vec<NaiveDate>,
    /// What to tell before it is saved.
    pub warnings: Vec<Warning>,
    /// The children, and whom they meet, by name.
    pub between: (Vec<PersonName>, Vec<PersonName>),
}

impl VisitLine {
    /// The arrangement, and what is to be stored of its visits: the days left out, and of a single day what came of it.
    /// The arrangement they name is filled in when it is stored.
    pub fn to_store(&self) -> (Arrangement, Vec<Occurrence>) {
        let of = &self.arrangement;
        let visit = |day| Occurrence::given(ArrangementId(0), of, day);
        let mut stored: Vec<Occurrence> = self.left_out.iter().map(|day| visit(*day).left_out(None)).collect();
        if let Some((mark, day)) = self.outcome.as_ref().zip(of.series.first()) {
            let reason = mark.reason.clone();
            stored.extend(match mark.outcome {
                Outcome::Planned => None,
                Outcome::Held => Some(visit(day).held()),
                Outcome::NoShow => Some(visit(day).missed(reason)),
                Outcome::Cancelled => {
                    let by = mark.cancelled_by.unwrap_or(CancelledBy::Other);
                    let person = mark.person.as_ref().map(|person| person.id);
                    Some(visit(day).cancelled(by, reason, None).by(person))
                }
            });
        }
        (of.clone(), stored)
    }
}

/// What the parts say, each place once.
struct Told<'a> {
    /// Named by a word of their own.
    children: Vec<&'a MemberName>,
    people: Vec<&'a MemberName>,
    pattern: Option<(Pattern, Weekdays)>,
    choice: Option<Week53>,
    day: Option<NaiveDate>,
    ends: Ends,
    without: Vec<(NaiveDate, NaiveDate)>,
}

impl<'a> Told<'a> {
    fn of(parts: &'a [Part]) -> Self {
        let mut told = Self {
            children: Vec::new(),
            people: Vec::new(),
            pattern: None,
            choice: None,
            day: None,
            ends: Ends::Open,
            without: Vec::new(),
        };
        for part in parts {
            match &part.meaning {
                Meaning::Child(child) => add(&mut told.children, child),
                Meaning::People(people) => people.iter().for_each(|member| add(&mut told.people, member)),
                Meaning::Pattern { pattern, weekdays } => told.pattern = Some((*pattern, *weekdays)),
                Meaning::Week53(choice) => told.choice = Some(*choice),
                Meaning::Day(day) => told.day = Some(*day),
                Meaning::Until(until) => told.ends = Ends::Until(*until),
                Meaning::Times(times) => told.ends = Ends::Times(*times),
                Meaning::Without(first, last) => told.without.push((*first, *last)),
                _ => {}
            }
        }
        told
    }

    /// The child whose visits they are: the first that is named, or the first among the people, or the only one.
    fn child(&self, members: &'a [MemberName]) -> Result<&'a MemberName, Fault> {
        let is_child = |member: &&MemberName| member.role == MemberRole::Child;
        let among: Vec<&MemberName> = self.people.iter().copied().filter(is_child).collect();
        let all: Vec<&MemberName> = members.iter().filter(is_child).collect();
        let only = if let [only] = all.as_slice() { Some(only) } else { None };
        let child = self.children.first().or(among.first()).or(only);
        let known = child.and_then(|child| members.iter().find(|member| member.id == child.id));
        known.ok_or_else(|| Fault::MissingChild(all.into_iter().cloned().collect()))
    }

    /// Those whom the child meets: the people, and the other children of the visit.
    fn with(&self, child: &MemberName) -> Vec<&'a MemberName> {
        let mut with: Vec<&MemberName> = Vec::new();
        for member in self.people.iter().chain(&self.children).filter(|member| member.id != child.id) {
            add(&mut with, *member);
        }
        with
    }

    /// Whether somebody is named whom the children meet.
    fn meets_somebody(&self, child: &MemberName) -> bool {
        let is_child_of_it = |member: &MemberName| self.children.iter().any(|child| child.id == member.id);
        self.people.iter().any(|member| member.id != child.id && !is_child_of_it(member))
    }

    /// Who stand together as the children of the visit where adults are in it too.
    fn together(&self, child: &'a MemberName) -> (Vec<&'a MemberName>, Vec<&'a MemberName>) {
        let with = self.with(child);
        if with.iter().all(|member| member.role == MemberRole::Child) {
            return (vec![child], with);
        }
        let (siblings, adults): (Vec<&MemberName>, Vec<&MemberName>) =
            with.into_iter().partition(|member| member.role == MemberRole::Child);
        (std::iter::once(child).chain(siblings).collect(), adults)
    }

    /// The series. Without a day of its own it begins with the first day it gives from today on.
    fn series(&self, today: NaiveDate) -> Series {
        let Some((pattern, weekdays)) = self.pattern else { return Series::once(self.day.unwrap_or(today)) };
        let pattern = self.choice.map_or(pattern, |choice| pattern.choosing(choice));
        Series::told(pattern, weekdays, self.day, today).ending(self.ends)
    }

    fn is_left_out(&self, day: NaiveDate) -> bool {
        self.without.iter().any(|(first, last)| (*first..=*last).contains(&day))
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// What is wrong with a part beside the others, for those that are at fault, by their place among the parts.
pub fn at_odds(parts: &[Part], today: NaiveDate, ladder: &Ladder) -> Vec<(usize, Fault)> {
    let told = Told::of(parts);
    let series = told.series(today);
    let repeats = told.pattern.is_some();
    let start = parts.iter().find_map(|part| match part.meaning {
        Meaning::Time { start, .. } => Some(start),
        _ => None,
    });
    let lacks_weekday = repeats && series.weekdays.is_empty();
    let gives = |first, last| series.days(first, last).next().is_some();
    let left = || series.days(series.from, NaiveDate::MAX).find(|day| !told.is_left_out(*day));
    let empty = repeats && !lacks_weekday && left().is_none();
    let fault = |part: &Part| match &part.meaning {
        Meaning::Pattern { .. } if lacks_weekday => Some(Fault::MissingWeekday),
        Meaning::Until(_) if empty => Some(Fault::NoDays),
        Meaning::Until(_) | Meaning::Times(_) | Meaning::Without(..) | Meaning::Week53(_) if !repeats => {
            Some(Fault::OnlyInSeries)
        }
        Meaning::Week53(_) if series.pattern.parity().is_none() => Some(Fault::OnlyInSeries),
        Meaning::Without(first, last) if !lacks_weekday && !gives(*first, *last) => Some(Fault::NotInSeries),
        Meaning::Without(..) if empty => Some(Fault::NoDays),
        Meaning::Outcome(mark) if repeats && mark.outcome != Outcome::Planned => Some(Fault::OnlySingle),
        Meaning::Step(step) => ladder.step(*step).is_none().then_some(Fault::NoSuchStep),
        Meaning::Length(_) if start.is_none() => Some(Fault::LengthWithoutStart),
        Meaning::Stay { start, end, last } if !lacks_weekday => match nights(*last, &series) {
            Some(0) if end <= start => Some(Fault::EndBeforeStart),
            nights => nights.is_none().then_some(Fault::BadStay),
        },
        _ => None,
    };
    parts.iter().enumerate().filter_map(|(place, part)| Some((place, fault(part)?))).collect()
}

/// How many nights there are from a visit of a series to the day on which it ends; none where it ends before it begins
/// or goes on for too long, or where visits begin on several weekdays and only one of them can be so long.
fn nights(last: LastDay, series: &Series) -> Option<u32> {
    let repeats = series.pattern != Pattern::Once;
    let mut weekdays = series.weekdays.iter();
    let weekday = match (repeats, weekdays.next(), weekdays.next()) {
        (true, Some(only), None) => Some(only),
        (true, ..) => None,
        (false, ..) => Some(series.from.weekday()),
    };
    let nights = match last {
        LastDay::Next => 1,
        LastDay::Weekday(last) => last.days_since(weekday?),
        LastDay::On(day) => u32::try_from((day - series.first().unwrap_or(series.from)).num_days()).ok()?,
    };
    (nights <= MOST_NIGHTS).then_some(nights)
}

/// What no part says and some part must.
pub fn lacks(parts: &[Part], members: &[MemberName]) -> Vec<Fault> {
    let told = Told::of(parts);
    let in_doubt = |part: &Part| matches!(part.fault(), Some(Fault::AmbiguousPerson(_) | Fault::NoSuchPerson(_)));
    let doubt = parts.iter().any(in_doubt);
    match told.child(members) {
        _ if doubt => Vec::new(),
        Err(fault) => vec![fault],
        Ok(child) if !told.meets_somebody(child) => vec![Fault::MissingWith],
        Ok(_) => Vec::new(),
    }
}

/// The visits that parts make which are all understood and lack nothing. Who meets in person meets on the child's
/// current step unless the line says another.
pub fn assemble(
    parts: &[Part],
    family: &FamilyName,
    members: &[MemberName],
    today: NaiveDate,
    directory: &dyn Directory,
) -> Result<Option<VisitLine>, Problem> {
    let told = Told::of(parts);
    let Ok(child) = told.child(members) else { return Ok(None) };
    let series = told.series(today);
    let (children, others) = told.together(child);
    let names = |of: &[&MemberName]| of.iter().map(|member| member.given_name.clone()).collect::<Vec<_>>();
    let between = (names(&children), names(&others));
    let with: Vec<PersonId> = told.with(child).into_iter().map(|member| member.id).collect();
    // Of several children the one that stands lowest on the ladder says how much support there must be.
    let mut step = None;
    if let Some(other) = others.first() {
        for child in &children {
            let own = directory.step_towards(child.id, other.id)?;
            step = step.into_iter().chain(own).min();
        }
    }
    let ladder = directory.ladder();
    let (terms, note) = terms(parts, Terms::new(with), step, ladder, &series);
    let arrangement = Arrangement {
        family: family.id,
        child: child.id,
        series,
        terms,
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        event: None,
        note,
    };
    let days = || series.days(series.from, NaiveDate::MAX);
    let dates: Vec<NaiveDate> = days().filter(|day| !told.is_left_out(*day)).take(DATES).collect();
    let mut left_out: Vec<NaiveDate> =
        told.without.iter().flat_map(|(first, last)| series.days(*first, *last)).collect();
    left_out.sort_unstable();
    left_out.dedup();
    let mark = parts.iter().find_map(|part| match &part.meaning {
        Meaning::Outcome(mark) => Some(mark.clone()),
        _ => None,
    });
    // What is told of a day that has been, has been; a visit later today is still to come.
    let by_day = if series.from < today { Outcome::Held } else { Outcome::Planned };
    let outcome = mark.unwrap_or_else(|| OutcomeMark::plain(by_day));
    let warnings = warnings(&arrangement, &dates, directory)?;
    let outcome = told.pattern.is_none().then_some(outcome);
    Ok(Some(VisitLine { family: family.clone(), arrangement, outcome, left_out, dates, warnings, between }))
}

fn terms(
    parts: &[Part],
    mut terms: Terms,
    step: Option<u8>,
    ladder: &Ladder,
    series: &Series,
) -> (Terms, Option<String>) {
    let (mut note, mut unsupported, mut length) = (None, false, None);
    for part in parts {
        match &part.meaning {
            Meaning::Time { start, minutes } => {
                terms.start = Some(*start);
                length = length.or(*minutes);
            }
            Meaning::Stay { start, end, last } => {
                terms.start = Some(*start);
                terms.end = Some(*end);
                terms.nights = nights(*last, series).unwrap_or_default();
            }
            Meaning::Length(minutes) => length = Some(*minutes),
            Meaning::Step(step) => terms.step = Some(*step),
            Meaning::Supporters(names) => names.iter().for_each(|name| add(&mut terms.supporters, name.clone())),
            Meaning::Unsupported => unsupported = true,
            Meaning::Place(place) => terms.place = Some(place.as_str().into()),
            Meaning::Contact(contact) => terms.contact = *contact,
            Meaning::Despite(why) => terms.despite = Some(why.clone()),
            Meaning::Note(text) if !text.is_empty() => note = Some(text.clone()),
            _ => {}
        }
    }
    if let Some((start, minutes)) = terms.start.zip(length) {
        let (end, nights) = end_after(start, minutes);
        (terms.end, terms.nights) = (Some(end), nights);
    }
    if terms.contact == VisitContact::InPerson {
        terms.step = terms.step.or(step);
    }
    let needed = ladder.supervision(terms.step, &terms.supporters);
    terms.supervision = if unsupported { Answer::No } else { needed };
    (terms, note)
}

/// What a line was understood as, in the terms and the order of exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VisitJson {
    kind: &'static str,
    child: String,
    with: Vec<String>,
    pattern: PatternJson,
    weekdays: Vec<&'static str>,
    start: Option<String>,
    end: Option<String>,
    from: NaiveDate,
    until: Option<NaiveDate>,
    contact: VisitContact,
    step: Option<u8>,
    supporter: Vec<String>,
    place: Option<String>,
    dates: Vec<NaiveDate>,
    warnings: Vec<Warning>,
    #[serde(skip_serializing_if = "Option::is_none")]
    despite: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct PatternJson {
    #[serde(flatten)]
    pattern: Pattern,
    #[serde(skip_serializing_if = "Option::is_none")]
    times: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    without: Vec<NaiveDate>,
}

/// The visits as plain data; the members are those of their family, for their given names. A series told as a number of
/// times has its last day as `until`, a single day itself.
pub fn visit_json(line: &VisitLine, members: &[MemberName]) -> VisitJson {
    let Arrangement { series, terms, .. } = &line.arrangement;
    let given_name =
        |id| members.iter().find(|member| member.id == id).map(|member| member.given_name.shown(Setting::Team));
    let time = |time: Option<NaiveTime>| time.map(|time| time.format("%H:%M").to_string());
    let times = if let Ends::Times(times) = series.ends { Some(times) } else { None };
    let until = if let Ends::Until(until) = series.ends { Some(until) } else { series.last() };
    let weekdays =
        if series.pattern == Pattern::Once { Weekdays::only(series.from.weekday()) } else { series.weekdays };
    VisitJson {
        kind: RecordKind::Visit.code(),
        child: given_name(line.arrangement.child).unwrap_or_default(),
        with: terms.with.iter().filter_map(|id| given_name(*id)).collect(),
        pattern: PatternJson { pattern: series.pattern, times, without: line.left_out.clone() },
        weekdays: weekdays.codes(),
        start: time(terms.start),
        end: time(terms.end),
        from: series.from,
        until,
        contact: terms.contact,
        step: terms.step,
        supporter: terms.supporters.clone(),
        place: terms.place.as_ref().map(|place| place.bare().to_owned()),
        dates: line.dates.clone(),
        warnings: line.warnings.clone(),
        despite: terms.despite.clone(),
        note: line.arrangement.note.clone(),
    }
}
