//! The arrangement that a line makes once every part of it is understood, and what its parts lack between them.

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::Serialize;

use super::super::RecordKind;
use super::super::part::{Fault, Meaning, OutcomeMark, Part};
use super::warning::{Warning, warnings};
use crate::domain::codes::{Answer, CancelledBy, MemberRole, Outcome, VisitContact, Week53};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::{PersonName, Setting};
use crate::domain::ids::{ArrangementId, MemberId};
use crate::domain::problem::Problem;
use crate::domain::text::clock::end_of;
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
    /// The child, and whom it meets, by name.
    pub between: (PersonName, Vec<PersonName>),
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
                    Some(visit(day).cancelled(by, reason, None))
                }
            });
        }
        (of.clone(), stored)
    }
}

/// What the parts say, each place once.
struct Told<'a> {
    child: Option<&'a MemberName>,
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
            child: None,
            people: Vec::new(),
            pattern: None,
            choice: None,
            day: None,
            ends: Ends::Open,
            without: Vec::new(),
        };
        for part in parts {
            match &part.meaning {
                Meaning::Child(child) => told.child = Some(child),
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

    /// The child whose visits they are: named, or the one child among the people, or the family's only one.
    fn child(&self, members: &'a [MemberName]) -> Result<&'a MemberName, Fault> {
        let is_child = |member: &&MemberName| member.role == MemberRole::Child;
        let among: Vec<&MemberName> = self.people.iter().copied().filter(is_child).collect();
        let all: Vec<&MemberName> = members.iter().filter(is_child).collect();
        let child = match (self.child, among.as_slice(), all.as_slice()) {
            (Some(child), ..) => Some(child),
            (None, [child], _) | (None, [], [child]) => Some(*child),
            _ => None,
        };
        let known = child.and_then(|child| members.iter().find(|member| member.id == child.id));
        known.ok_or_else(|| Fault::MissingChild(all.into_iter().cloned().collect()))
    }

    fn with(&self, child: &MemberName) -> Vec<&'a MemberName> {
        self.people.iter().copied().filter(|member| member.id != child.id).collect()
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
        Meaning::Length(minutes) => match start {
            None => Some(Fault::LengthWithoutStart),
            Some(start) => end_of(start, *minutes).is_none().then_some(Fault::EndBeforeStart),
        },
        _ => None,
    };
    parts.iter().enumerate().filter_map(|(place, part)| Some((place, fault(part)?))).collect()
}

/// What no part says and some part must.
pub fn lacks(parts: &[Part], members: &[MemberName]) -> Vec<Fault> {
    let told = Told::of(parts);
    let in_doubt = |part: &Part| matches!(part.fault(), Some(Fault::AmbiguousPerson(_) | Fault::NoSuchPerson(_)));
    let doubt = parts.iter().any(in_doubt);
    match told.child(members) {
        _ if doubt => Vec::new(),
        Err(fault) => vec![fault],
        Ok(child) if told.with(child).is_empty() => vec![Fault::MissingWith],
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
    let names = told.with(child).into_iter().map(|member| member.given_name.clone()).collect();
    let between = (child.given_name.clone(), names);
    let with: Vec<MemberId> = told.with(child).into_iter().map(|member| member.id).collect();
    let step = match with.first() {
        Some(with) => directory.step_towards(child.id, *with)?,
        None => None,
    };
    let ladder = directory.ladder();
    let (mut terms, note) = terms(parts, Terms::new(with), step, ladder);
    for name in &mut terms.supporters {
        if let [known] = directory.staff_called(name)?.as_slice() {
            name.clone_from(known);
        }
    }
    let terms = terms;
    let arrangement = Arrangement {
        family: family.id,
        child: child.id,
        series,
        terms,
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
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
    let outcome = mark.unwrap_or(OutcomeMark { outcome: by_day, cancelled_by: None, reason: None });
    let warnings = warnings(&arrangement, &dates, directory)?;
    let outcome = told.pattern.is_none().then_some(outcome);
    Ok(Some(VisitLine { family: family.clone(), arrangement, outcome, left_out, dates, warnings, between }))
}

fn terms(parts: &[Part], mut terms: Terms, step: Option<u8>, ladder: &Ladder) -> (Terms, Option<String>) {
    let (mut note, mut unsupported, mut length) = (None, false, None);
    for part in parts {
        match &part.meaning {
            Meaning::Time { start, minutes } => {
                terms.start = Some(*start);
                length = length.or(*minutes);
            }
            Meaning::Length(minutes) => length = Some(*minutes),
            Meaning::Step(step) => terms.step = Some(*step),
            Meaning::Supporters(names) => names.iter().for_each(|name| add(&mut terms.supporters, name.clone())),
            Meaning::Unsupported => unsupported = true,
            Meaning::Place(place) => terms.place = Some(place.as_str().into()),
            Meaning::Contact(contact) => terms.contact = *contact,
            Meaning::Note(text) if !text.is_empty() => note = Some(text.clone()),
            _ => {}
        }
    }
    if let Some((end, nights)) = terms.start.zip(length).and_then(|(start, minutes)| end_of(start, minutes)) {
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
        note: line.arrangement.note.clone(),
    }
}
