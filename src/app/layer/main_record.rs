//! What of a family is to be entered in the municipality's main record system, each with its day, and the answer that
//! marks it given.

use super::Then;
use super::question::Question;
use crate::app::cx::{Cx, Notice};
use crate::domain::discretion::Setting;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::locale::{Locale, arg};
use crate::store::{PersonOnPage, ToEnter};

/// What each is told with.
pub struct Entering<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// The family's people.
    pub people: &'a [PersonOnPage],
    /// Where it goes.
    pub setting: Setting,
    /// Whether notes go along: not where the room must not hear.
    pub has_notes: bool,
}

/// Asks whether what is to be entered has been.
pub(in crate::app) fn open_main_record(cx: &mut Cx, family: FamilyId) -> Result<Then, Problem> {
    let to_enter = cx.store.to_enter(family, cx.world.today)?;
    let page = cx.store.family_page(family, cx.world.today)?;
    let entering = Entering {
        locale: &cx.locale,
        people: &page.people,
        setting: cx.setting(),
        has_notes: cx.redactor().is_none(),
    };
    let mut question = Question::new(entering.title(&to_enter));
    for line in entering.lines(&to_enter) {
        question = question.told(line);
    }
    question = question.told(cx.locale.say("main-record-what"));
    if to_enter.count() + to_enter.gone > 0 {
        let key = cx.letter("main-record-given");
        let label = cx.locale.say("main-record-given");
        question = question.with(key, label, move |cx| {
            cx.store.give_to_main_record(&to_enter)?;
            cx.notice = Some(Notice::Done(cx.locale.say("said-main-record-given")));
            Ok(Then::Stay)
        });
    }
    Ok(question.into())
}

impl Entering<'_> {
    /// How much there is, and since when.
    pub fn title(&self, to_enter: &ToEnter) -> String {
        let count = arg(to_enter.count());
        match to_enter.since {
            Some(since) => {
                let day = arg(since.to_string());
                self.locale.tell("main-record-since", &[("count", count), ("day", day)])
            }
            None => self.locale.tell("main-record-all", &[("count", count)]),
        }
    }

    /// Each that is to be entered, by day.
    pub fn lines(&self, to_enter: &ToEnter) -> Vec<String> {
        let locale = self.locale;
        let mut told = Vec::new();
        for row in &to_enter.sessions {
            let session = &row.value;
            let mut parts = vec![locale.label(session.kind), locale.label(session.mode), locale.label(session.outcome)];
            parts.extend(self.names(&session.people));
            parts.extend(session.note.clone().filter(|_| self.has_notes));
            told.push((session.on, row.is_changed, parts));
        }
        for row in &to_enter.visits {
            let (child, visit) = &row.value;
            let people: Vec<PersonId> = std::iter::once(*child).chain(visit.terms.with.iter().copied()).collect();
            let mut parts = vec![locale.say("behind-arrangement"), locale.label(visit.outcome)];
            parts.extend(self.names(&people));
            parts.extend(visit.reason.clone().filter(|_| self.has_notes));
            told.push((visit.on, row.is_changed, parts));
        }
        for row in &to_enter.events {
            let event = &row.value;
            let mut parts = vec![locale.label(event.kind)];
            parts.extend(self.names(event.person.as_slice()));
            parts.extend(event.note.clone().filter(|_| self.has_notes));
            told.push((event.on, row.is_changed, parts));
        }
        told.sort_by_key(|(on, ..)| *on);
        let line = |(on, is_changed, parts): (chrono::NaiveDate, bool, Vec<String>)| {
            let changed = if is_changed { format!(" · {}", locale.say("main-record-changed")) } else { String::new() };
            format!("{on}  {}{changed}", parts.join(" · "))
        };
        let mut lines: Vec<String> = told.into_iter().map(line).collect();
        if to_enter.gone > 0 {
            lines.push(locale.tell("main-record-gone", &[("count", arg(to_enter.gone))]));
        }
        lines
    }

    fn names(&self, people: &[PersonId]) -> Option<String> {
        let of = |id: &PersonId| {
            let person = self.people.iter().find(|one| one.person.id == *id)?;
            Some(person.person.value.given_name.shown(self.setting)).filter(|name| !name.is_empty())
        };
        let names: Vec<String> = people.iter().filter_map(of).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }
}
