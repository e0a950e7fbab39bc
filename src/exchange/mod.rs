//! What comes in and goes out as files: CSV, XLSX, JSON, iCalendar, GraphML, SVG.
//!
//! Columns, codes and their order are the forms of `domain::entry`; nothing here knows a field by itself but for
//! `protection`, which decides what of a protected person may leave. No terminal, no clock, no words of any language.

mod archive;
pub mod demo;
mod doubles;
pub mod file;
pub mod formulas;
pub mod handover;
pub mod ical;
pub mod incoming;
pub mod json;
mod known;
pub mod network;
mod noun;
pub mod outgoing;
pub mod protection;
pub mod table;
pub mod visits;
pub mod week;
mod workbook;

pub use noun::Noun;
