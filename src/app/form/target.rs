//! The target of a form: a kind of record, and which of it.

use chrono::NaiveDate;

use super::Form;
use super::save::Attempt;
use crate::app::cx::{Cx, VisitKey};
use crate::domain::entry::{self, Draft};
use crate::domain::problem::Problem;
use crate::store::VisitSeen;

/// A kind of record as forms know it. Each stands in a file of its own under `noun`.
pub struct FormNoun {
    /// Its name: in places of drafts, and in the locale files after `form-` and `form-new-`.
    pub name: &'static str,
    /// Its fields.
    pub table: &'static entry::Form,
    /// Saves what is typed.
    pub(super) save: fn(&Cx, &Form, &Draft) -> Result<Attempt, Problem>,
    /// The form whose draft is kept at a place, told by what stands after the kind's name.
    pub(super) at: fn(&Cx, &At<'_>) -> Result<Option<Form>, Problem>,
}

impl std::fmt::Debug for FormNoun {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

/// What a form is for.
#[derive(Debug, Clone)]
pub struct FormTarget {
    /// The kind of record.
    pub noun: &'static FormNoun,
    /// Which of it.
    pub what: What,
}

/// Which record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A new one; the text tells it from other new ones whose drafts are kept: `in/A-17`, `of/A-17-2`.
    New(String),
    /// One that is there, as it was when it was opened.
    Record {
        /// Its identity.
        id: i64,
        /// Its version.
        version: i64,
    },
    /// What narrows a list; it is kept nowhere.
    Filter,
    /// A visit, which may be there only as its series gives it.
    Visit(Seen),
}

/// A visit, and what it was seen as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Which.
    pub key: VisitKey,
    /// As what.
    pub seen: VisitSeen,
}

impl What {
    /// A new record of a family. What was begun about one family never becomes another's.
    pub(in crate::app) fn of_family(case_ref: &str) -> Self {
        Self::New(if case_ref.is_empty() { String::new() } else { format!("in/{case_ref}") })
    }

    /// A record that is there.
    pub(in crate::app) fn record<I: Into<i64>>(id: I, version: i64) -> Self {
        Self::Record { id: id.into(), version }
    }
}

impl FormTarget {
    /// Makes what is edited start from another version; what is new has none.
    pub(in crate::app) fn start_from(&mut self, from: i64) {
        match &mut self.what {
            What::New(_) | What::Filter => {}
            What::Record { version, .. } => *version = from,
            What::Visit(seen) => seen.seen = VisitSeen::from_number(from),
        }
    }

    /// The version the form started from; 0 for what is new, below it for a visit that nothing is stored of.
    pub(in crate::app) fn version(&self) -> i64 {
        match &self.what {
            What::New(_) | What::Filter => 0,
            What::Record { version, .. } => *version,
            What::Visit(seen) => seen.seen.number(),
        }
    }

    /// Where the form's draft is kept.
    pub(in crate::app) fn place(&self) -> String {
        let name = self.noun.name;
        match &self.what {
            What::Filter => String::new(),
            What::New(rest) if rest.is_empty() => name.to_owned(),
            What::New(rest) => format!("{name}/{rest}"),
            What::Record { id, .. } => format!("{name}/{id}"),
            What::Visit(seen) => format!("{name}/{}/{}", seen.key.id.0, seen.key.given),
        }
    }

    /// Its title's key in the locale files.
    pub fn title(&self) -> String {
        let name = self.noun.name;
        match self.what {
            What::New(_) => format!("form-new-{name}"),
            What::Record { .. } | What::Visit(_) => format!("form-{name}"),
            What::Filter if name == crate::domain::report::REPORT_FILE.kind => format!("form-{name}"),
            What::Filter => "form-filter".to_owned(),
        }
    }

    /// Whether it is for a new record of a kind.
    pub(in crate::app) fn is_new(&self, noun: &FormNoun) -> bool {
        self.noun.name == noun.name && matches!(self.what, What::New(_))
    }
}

/// What stands after a kind's name in the place of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At<'a>(&'a str);

impl<'a> At<'a> {
    /// The kind's name in a place, and what stands after it.
    pub(in crate::app) fn split(place: &'a str) -> (&'a str, Self) {
        place.split_once('/').map_or((place, At("")), |(name, rest)| (name, At(rest)))
    }

    /// All of it.
    pub fn text(self) -> &'a str {
        self.0
    }

    /// Whether nothing is told: a new record of nobody yet.
    pub fn is_nothing(self) -> bool {
        self.0.is_empty()
    }

    /// The family that a new record is in; empty where it is in none yet.
    pub fn family(self) -> Option<&'a str> {
        if self.is_nothing() { Some("") } else { self.0.strip_prefix("in/") }
    }

    /// Whose a new record is.
    pub fn person(self) -> Option<&'a str> {
        self.0.strip_prefix("of/")
    }

    /// The record that is there.
    pub fn id<I: From<i64>>(self) -> Option<I> {
        self.0.parse::<i64>().ok().map(I::from)
    }

    /// Two numbers.
    pub fn pair(self) -> Option<(i64, i64)> {
        let (one, other) = self.0.split_once('/')?;
        Some((one.parse().ok()?, other.parse().ok()?))
    }

    /// A visit.
    pub fn visit(self) -> Option<VisitKey> {
        let (id, given) = self.0.split_once('/')?;
        Some(VisitKey { id: id.parse::<i64>().ok()?.into(), given: given.parse::<NaiveDate>().ok()? })
    }
}
