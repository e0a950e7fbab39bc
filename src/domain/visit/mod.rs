//! Visits (umgänge): who meets a child, when, under which form, and what came of it.
//!
//! # The model
//!
//! An [`Arrangement`] says who meets whom under which terms, and carries a [`Series`]: the days on which it happens.
//! The series is a rule, not a list; `expand` turns it into days for a window whenever somebody looks.
//!
//! A visit is known by its arrangement and **the day the series gave it**, for ever: whatever day it was moved to,
//! whatever the series becomes. Of most visits nothing more is known than what the series says, and nothing is stored.
//! An [`Occurrence`] is stored when there is more to say: it was held, cancelled, moved, left out, prepared, written
//! about, or differs from the series in its terms. It holds a copy of the terms, so what it says stays true when the
//! arrangement changes. A [`Visit`] is the two laid over each other, borrowed, for whoever looks.
//!
//! What has happened is settled: held, cancelled, a no-show, or something written on it. A change of the series
//! (`change`) never rewrites what is settled:
//!
//! - *Only this* writes one occurrence and touches neither the series nor any other occurrence.
//! - *This and later* ends the arrangement the day before and begins another that follows it. Settled visits stay with
//!   the arrangement that gave them; the one that follows leaves out a day on which such a visit stands.
//! - *All* changes the arrangement in its place as long as the days behind stay as they were; otherwise it is "this and
//!   later" from today, so that no visit is invented or lost in a time that has been lived.
//!
//! What somebody decided for one visit that is still to come (moved it, left it out, another supporter) follows along
//! where the changed series still gives its day: what was decided stays, the rest follows the series. Where it does not
//! give the day any more the decision has nothing to stand on; it is handed back as dropped, to be shown before saving.
//!
//! A visit that is left out counts among a series' number of times: nothing is added at the end for it.
//!
//! A visit that others plan in a calendar of their own ([`CalendarEvent`]) is a single one, whatever rule their
//! calendar has: what they move or call off is one visit, and what came of the others stays. The arrangement keeps what
//! their calendar told last.
//!
//! Clock times are local Swedish wall-clock times, and dates are dates: nothing is converted, so daylight saving time
//! moves nothing.

pub mod absence;
mod across;
pub mod agenda;
pub mod arrangement;
pub mod calendar;
mod calendar_event;
pub mod change;
pub mod clash;
pub mod expand;
pub mod figures;
pub mod ladder;
pub mod ladder_move;
pub mod occurrence;
pub mod pattern;
pub mod progress;
pub mod restriction;
pub mod sight;
pub mod single;
pub mod together;
pub mod unit;
pub mod week53;
pub mod weekdays;
pub mod wish;

pub use absence::Absence;
pub use agenda::{Circumstances, Concern, VisitKey};
pub use arrangement::{Arrangement, Terms};
pub use calendar_event::CalendarEvent;
pub use change::{Changed, Next, Scope, change};
pub use expand::Days;
pub use ladder::{Ladder, LadderStep};
pub use ladder_move::LadderMove;
pub use occurrence::{After, Before, During, Occurrence, Visit, visits};
pub use pattern::{Ends, Pattern, Series, SeriesFault};
pub use progress::{Progress, Reason, progress};
pub use restriction::{Limits, Restriction};
pub use sight::{AtHand, Matter, Sight};
pub use single::{When, write};
pub use together::{Breach, Occasion, together};
pub use unit::Unit;
pub use week53::{NewYear, new_years};
pub use weekdays::Weekdays;
pub use wish::Wish;

#[cfg(test)]
mod tests;
