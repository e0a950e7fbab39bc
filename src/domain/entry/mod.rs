//! Entry: from what somebody typed, or a row of a file, to a record; and back.
//!
//! A [`Draft`] is typed text by field. A noun's table of [`Field`]s says what each field is; the noun's reader turns a
//! draft into a record or says what is wrong with which field. Forms, imports, exports and lists all hang on the same
//! tables, so a field is added in one place.

mod called;
pub(in crate::domain) mod canceller;
mod fault;
mod field;
mod knowing;
mod length;
mod measures;
mod names;
pub mod network;
mod reader;
pub mod visit;

pub use called::{all_called, called, members_called};
pub use fault::{Fault, Why};
pub use field::{Draft, Field, Form, GOAL_NUMBER, Need, Shape};
pub use knowing::Becomes;
pub use measures::NOT_MEASURED;
pub use names::{Names, VisitOn};
pub use reader::{CodesOnly, Lexicon, Reader, Source};

pub use visit::{ACCOUNT, ARRANGEMENT, PREPARATION, VISIT_CHANGE, VISITS, VisitChange, VisitRecord};

#[cfg(test)]
mod tests;
