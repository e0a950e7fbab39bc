//! Entry: from what somebody typed, or a row of a file, to a record; and back.
//!
//! A [`Draft`] is typed text by field. A noun's table of [`Field`]s says what each field is; the noun's reader turns a
//! draft into a record or says what is wrong with which field. Forms, imports, exports and lists all hang on the same
//! tables, so a field is added in one place.

mod canceller;
mod care;
mod check_in;
mod event;
mod family;
mod fault;
mod field;
mod kin;
mod knowing;
mod length;
mod measures;
mod names;
pub mod network;
mod person;
mod placement;
mod reader;
mod session;
mod status;
mod task;
pub mod visit;

pub use care::CARE;
pub use check_in::CHECK_IN;
pub use event::{
    EVENT, EXEMPTION, EXEMPTIONS, SETTLEMENT, draft as event_draft, exemption_draft, read as read_event,
    read_exemption, read_settlement, read_why,
};
pub use family::FAMILY;
pub use fault::{Fault, Why};
pub use field::{Draft, Field, Form, Need, Shape};
pub use kin::KIN;
pub use knowing::Becomes;
pub use names::{Names, VisitOn, all_called, called};
pub use person::PERSON;
pub use placement::PLACEMENT;
pub use reader::{CodesOnly, Lexicon, Reader, Source};
pub use session::SESSION;
pub use status::STATUS;
pub use task::TASK;

pub use care::{draft as care_draft, read as read_care};
pub use check_in::{draft as check_in_draft, read as read_check_in};
pub use family::{draft as family_draft, read as read_family};
pub use kin::{draft as kin_draft, read as read_kin};
pub use person::{draft as person_draft, read as read_person};
pub use placement::{draft as placement_draft, read as read_placement};
pub use session::{draft as session_draft, read as read_session};
pub use status::{draft as status_draft, read as read_status};
pub use task::{draft as task_draft, read as read_task};
pub use visit::{
    ABSENCE, ACCOUNT, ARRANGEMENT, LADDER_MOVE, PREPARATION, RESTRICTION, VISIT_CHANGE, VISITS, VisitChange,
    VisitRecord, WISH,
};

#[cfg(test)]
mod tests;
