//! The Swedish calendar: ISO weeks with their parity, public holidays and eves.
//!
//! Families live by odd and even weeks, and by which days are free. Dates only; no clock times, no formatting, and no
//! deadlines, which are `domain::deadlines`.

pub mod holidays;
pub mod week;

pub use holidays::{Holiday, HolidayKind, Holidays, holiday, holidays, is_free_day};
pub use week::{Parity, Week, weeks_in_year};
