//! Measurements and children's own words as rows, and what is read of them.

mod child_word;
mod due;
pub(super) mod measurement;
mod standings;
mod words;

#[cfg(test)]
pub(super) use {due::MEASURED as MEASURED_OF_CASES, standings::ALL as ALL_OF_MEASURED};

pub use words::Wordless;
