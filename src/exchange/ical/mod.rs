//! Visits as a calendar file (iCalendar, RFC 5545), and somebody's own calendar as busy time.
//!
//! Out, [`write()`] says a series as a rule with exceptions, so that a calendar program shows the visits that the pane
//! shows. In, [`read_busy()`] keeps nothing of a calendar but when somebody is taken up. Both are pure: what stands on
//! a visit is chosen by the caller, and the clock is handed in.
//!
//! What a file holds and why:
//!
//! | what | how |
//! |---|---|
//! | a visit with a clock time | wall-clock with `TZID=Europe/Stockholm`; 10:00 is 10:00 in summer and in winter |
//! | a visit without one | whole days, its nights with it |
//! | every week, every n-th, a kept fortnight | `FREQ=WEEKLY`, `INTERVAL`, `BYDAY`, `WKST=MO` |
//! | even or odd weeks by their numbers | the same with `INTERVAL=2`, cut at each new year after a week 53 |
//! | a weekday by its place in the month | `FREQ=MONTHLY`, `BYDAY=1SA` or `-1SA` |
//! | moved, or with terms of its own | an event of the same `UID` with the `RECURRENCE-ID` of the day it was given |
//! | left out, cancelled, nobody came | `EXDATE`; nothing stands in the calendar |
//! | stopped by a restriction | the same; a series that is stopped for good ends before it |
//! | stopped, and told by nothing any more | `STATUS:CANCELLED` if a calendar was sent before, else nothing |
//! | a lone visit that is cancelled | `STATUS:CANCELLED`, so that a calendar that has it takes it away |
//! | held on a day that the series does not give any more | an event of its own |
//!
//! `EXDATE` rather than a cancelled exception, because programs that take in a file show the latter as a visit.
//! `BYWEEKNO` is not used: most programs know it only with `FREQ=YEARLY`, many not at all.

mod halted;
mod incoming;
mod outgoing;
mod shown;
mod stretch;
mod whose;
mod zone;

pub use halted::{Halted, Told};
pub use incoming::{
    Busy, Events, MOST_BUSY, MOST_BYTES, Reading, Said, Timed, Unread, Why, is_calendar, read_busy, read_events,
};
pub use outgoing::{Calendar, Entry, Telling, Words, YEARS_AHEAD, write};
pub use whose::Whose;

#[cfg(test)]
mod tests;
