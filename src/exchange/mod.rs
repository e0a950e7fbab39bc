//! Files that come in and go out: CSV, XLSX, JSON, iCalendar, GraphML, SVG.
//!
//! Columns, codes and their order are the forms of `domain::entry`; nothing here knows a field by itself but for
//! `protection`, which decides what of a protected person may leave. No terminal, no clock, no words of any language.

mod against;
mod archive;
mod arrangements_in;
pub mod correct;
pub mod file;
pub mod formulas;
pub mod handover;
pub mod ical;
pub mod incoming;
mod intake;
pub mod json;
mod known;
pub mod lists;
pub mod looked;
pub mod mapping;
mod measurements;
pub mod network;
mod noun;
pub mod one;
pub mod outgoing;
pub mod plan;
pub mod protection;
pub mod report;
pub mod research;
pub mod table;
pub mod telling;
mod there;
pub mod visit_calendar;
pub mod visits;
mod visits_in;
pub mod week;
mod workbook;
mod xml;

pub use intake::{Intake, Tally};
pub use noun::Noun;
