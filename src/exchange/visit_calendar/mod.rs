//! The calendar of those who plan visits elsewhere, such as a visit unit's `.ics`, held against the casebook.
//!
//! Each time of each event is one planned visit by itself, for their calendar moves and calls off one at a time, and by
//! rules that ours have not. With it stands what tells it in their calendar, and what that said last
//! ([`crate::domain::visit::CalendarEvent`]); so the same file again changes nothing, and what has changed there since
//! is told from what has been changed here.
//!
//! | in the file | here | what is done |
//! |---|---|---|
//! | an event that is new | nothing | a visit is planned |
//! | | the same visit, planned by hand | it is that one, and follows from now on; one of a series stays its series' |
//! | | the same people meet at another hour of that day | held back |
//! | moved, and said to be newer | planned as it was told last | moved |
//! | | moved by somebody here | held back |
//! | | held, cancelled, left out, written on | held back |
//! | cancelled, or not among its series' times any more | planned as it was told last | cancelled, by others |
//! | | as above | held back |
//! | older than what was read before | | held back |
//! | no word of an event that was there | planned | held back: it is told, and stays |
//! | whose it is cannot be told, or is several's | | nothing of the file is stored |
//!
//! What is held back ([`Held`]) is told and stored nowhere; a mistake keeps the whole file out, as one in a list does.
//! A place is taken in where the mapping names it, or where the family's visits have been there before: what a stranger
//! wrote of where a child is to be is no text to be spread.

mod again;
mod paired;
mod whose;
mod worked;

use chrono::{NaiveDate, NaiveDateTime};

use super::incoming::Mistakes;
use super::intake::Intake;
use super::mapping::Mapping;
use crate::domain::problem::Problem;
use crate::exchange::ical::{Events, read_events};
use crate::store::Store;

/// Why something of a calendar was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldWhy {
    /// The visit has been held or cancelled, was left out, or something is written on it.
    Settled,
    /// Somebody has moved the visit here.
    MovedHere,
    /// What was read before is newer.
    Older,
    /// The visit is at another place here.
    OtherPlace,
    /// It stands as another child's visit here.
    OtherChild,
    /// The child meets the same people at another hour of the day.
    Beside,
    /// The file does not tell of it any more.
    Gone,
}

impl HeldWhy {
    /// Its name, as in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::MovedHere => "moved_here",
            Self::Older => "older",
            Self::OtherPlace => "other_place",
            Self::OtherChild => "other_child",
            Self::Beside => "beside",
            Self::Gone => "gone",
        }
    }
}

/// What was not done, for somebody to see to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The line of the file that its event begins with; none where the file does not tell of it.
    pub line: Option<u64>,
    /// What the calendar knows it by.
    pub uid: String,
    /// When it begins, as the calendar says or said last.
    pub at: NaiveDateTime,
    /// Why.
    pub why: HeldWhy,
}

/// A planned visit that changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// When it begins, as the calendar said last.
    pub at: NaiveDateTime,
    /// When it begins and ends from now on; none where it is called off.
    pub to: Option<(NaiveDateTime, NaiveDateTime)>,
    /// The line of the file that its event begins with.
    pub line: u64,
    /// The columns that change.
    pub columns: Vec<&'static str>,
}

/// What a calendar comes to.
pub struct Calendar {
    /// How many times of events are visits here.
    pub events: usize,
    /// What is stored of them.
    pub intake: Intake,
    /// What changes, by time.
    pub changes: Vec<Change>,
    /// What is not, by time.
    pub held: Vec<Held>,
    /// How many of them no place was taken of, because it is not known.
    pub without_place: usize,
}

/// A calendar and how it is read.
pub struct Source<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// The first and the last day that is looked at.
    pub days: (NaiveDate, NaiveDate),
    /// Whose visit an event is.
    pub mapping: Option<&'a Mapping>,
    /// What counts as today.
    pub today: NaiveDate,
}

/// Holds a calendar against the casebook.
///
/// # Errors
/// What is no calendar or too large; a casebook that cannot be read. Inside, every event that cannot be taken.
pub fn read(source: &Source<'_>, store: &Store) -> Result<Result<Calendar, Mistakes>, Problem> {
    let (from, to) = source.days;
    let events: Events = read_events(source.bytes, from, to)?;
    worked::Work::new(source, store)?.of(&events)
}
