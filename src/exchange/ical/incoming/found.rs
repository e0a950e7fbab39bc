//! What is handed out of a calendar: busy times, events, and what could not be used.

use std::collections::HashMap;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use crate::domain::visit::Absence;

/// A time in which somebody is taken up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Busy {
    /// From when, local Swedish time.
    pub from: NaiveDateTime,
    /// Until when, not included.
    pub until: NaiveDateTime,
    /// What the calendar knows the event by; the same for all times of a series, empty if it says nothing.
    pub uid: String,
}

impl Busy {
    /// As a time in which a supporter is away, in whole minutes.
    pub fn absence(&self, supporter: &str) -> Absence {
        let minute = |time: NaiveDateTime| time.with_second(0).and_then(|time| time.with_nanosecond(0)).unwrap_or(time);
        let (from, until) = (minute(self.from), minute(self.until));
        let until = if until < self.until { until + TimeDelta::minutes(1) } else { until };
        Absence { supporter: supporter.to_owned(), from, until, calendar_uid: Some(self.uid.clone()) }
    }
}

/// Why an event that may matter could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No time, or one that is none.
    Time,
    /// It is in a zone of this name, which nobody knows and the file does not tell.
    Zone(String),
    /// It is repeated in a way that is not understood.
    Rule,
    /// It ends before it begins.
    Backwards,
}

/// What an event says beside its times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The line of the file that it begins with.
    pub line: u64,
    /// What the calendar knows it by; the same for all times of a series, empty if it says nothing.
    pub uid: String,
    /// `SUMMARY`, on one line; empty where busy times are sought, as all that follows.
    pub summary: String,
    /// `CATEGORIES`, each on one line.
    pub categories: Vec<String>,
    /// `LOCATION`, on one line.
    pub location: String,
    /// `STATUS`, in capitals.
    pub status: String,
    /// `SEQUENCE`: higher than before when the event was changed; 0 if it says nothing.
    pub sequence: u32,
    /// Whether it stands for all times of a series.
    pub repeats: bool,
    /// Whether it stands for one time of a series (`RECURRENCE-ID`), or for that and all that follow.
    pub is_exception: bool,
}

/// A time of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timed {
    /// From when, local Swedish time.
    pub from: NaiveDateTime,
    /// Until when, not included; as `from` where it takes no time. From midnight to midnight are whole days.
    pub until: NaiveDateTime,
    /// When its series gave it, local Swedish time: its `RECURRENCE-ID`. A single event's own beginning.
    pub given: NaiveDateTime,
    /// What it says.
    pub said: Rc<Said>,
}

/// An event that may matter and could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its title; empty if it has none.
    pub title: String,
    /// The day that it, or the first of it, seems to begin.
    pub day: Option<NaiveDate>,
    /// What is wrong with it.
    pub why: Why,
    /// What the calendar knows it by.
    pub uid: String,
    /// The line of the file that it begins with.
    pub line: u64,
}

/// What a calendar says of some days.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The times that are taken, in order and not cut at the ends of the days.
    pub busy: Vec<Busy>,
    /// The events that could not be used, in the order of the file.
    pub unread: Vec<Unread>,
}

/// The events of a calendar.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Events {
    /// What takes place, by time: all that touches the days, and besides all that is named singly, whenever it is.
    pub times: Vec<Timed>,
    /// What the file tells of whole events and series, by what they are known by: a time that a series here does not
    /// give any more is called off.
    pub whole: HashMap<String, Rc<Said>>,
    /// Times of series that are cancelled by themselves, and when their series gave them.
    pub called_off: Vec<(Rc<Said>, NaiveDateTime)>,
    /// The events that could not be used, in the order of the file.
    pub unread: Vec<Unread>,
}
