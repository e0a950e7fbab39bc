//! The words that people read: every word of the interface, in Swedish or English, from the Fluent files in
//! `assets/locales`.
//!
//! A floor of its own because the interface and the command line both speak; it knows the domain's codes, problems and
//! faults, and nothing of the store. No string that a person reads stands anywhere else.

mod backup;
mod check_in;
mod days;
mod family;
mod groups;
mod lexicon;
mod line;
mod looked;
mod map_line;
mod measured;
mod network;
mod planned;
mod relation;
mod report;
mod restrictions;
mod speech;
mod tasks;
mod visits;
mod week;

pub use check_in::sign as colour_sign;
pub use line::LineFault;
pub use network::Called;
pub use speech::{Language, Locale, arg};

#[cfg(test)]
mod tests;
