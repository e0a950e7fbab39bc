//! Entry: from what somebody typed, or a row of a file, to a record; and back.
//!
//! A [`Draft`] is typed text by field. A noun's table of [`Field`]s says what each field is; the noun's reader turns a
//! draft into a record or says what is wrong with which field. Forms, imports, exports and lists all hang on the same
//! tables, so a field is added in one place.

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

pub use super::care::CARE;
pub use super::check_in::CHECK_IN;
pub use super::deadlines::exemption::{
    EXEMPTION, EXEMPTIONS, SETTLEMENT, exemption_draft, read_exemption, read_settlement, read_why,
};
pub use super::family::FAMILY;
pub use super::kin::KIN;
pub use super::person::PERSON;
pub use super::placement::PLACEMENT;
pub use super::session::SESSION;
pub use super::status::STATUS;
pub use super::task::TASK;
pub use fault::{Fault, Why};
pub use field::{Draft, Field, Form, Need, Shape};
pub use knowing::Becomes;
pub use names::{Names, VisitOn, all_called, called};
pub use reader::{CodesOnly, Lexicon, Reader, Source};

pub use super::care::{care_draft, read_care};
pub use super::check_in::{check_in_draft, read_check_in};
pub use super::family::{family_draft, read_family};
pub use super::kin::{kin_draft, read_kin};
pub use super::person::{person_draft, read_person};
pub use super::placement::{placement_draft, read_placement};
pub use super::session::{read_session, session_draft};
pub use super::status::{read_status, status_draft};
pub use super::task::{read_task, task_draft};
pub use visit::{
    ABSENCE, ACCOUNT, ARRANGEMENT, LADDER_MOVE, PREPARATION, RESTRICTION, VISIT_CHANGE, VISITS, VisitChange,
    VisitRecord, WISH,
};

#[cfg(test)]
mod tests;
