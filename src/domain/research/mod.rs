//! Facts that leave the house for research and for adding up units: pseudonymised rows, a file a unit, table and year.
//!
//! | leaves the house | never |
//! |---|---|
//! | codes, days, numbers; pseudonyms that the unit alone can work out | names, numbers, birth dates, homes, staff |
//! | | anything that was written in free words |
//!
//! Tables are data ([`TABLES`]): what reads them, what writes them and the code book all go by the same list.

mod coarse;
mod tables;

use chrono::NaiveDate;

pub use coarse::{Coarsening, coarsened};
pub use tables::{Column, Holds, TABLES, Table, table_named};

/// The version of the tables: a column that is added, or means something else, makes a new one.
pub const SCHEMA: u32 = 1;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known.
    Nothing,
    /// A code, a name of a district, a pseudonym.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
}

impl Value {
    /// A text, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.into()))
    }

    /// A day, or nothing.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }

    /// A number, or nothing.
    pub fn number(number: Option<i64>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }

    /// Yes or no, or nothing.
    pub fn flag(flag: Option<bool>) -> Self {
        flag.map_or(Self::Nothing, Self::Flag)
    }
}

/// A row: its cells in the order of the table's columns, and whether it is about somebody whose identity is protected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// Its cells.
    pub cells: Vec<Value>,
    /// Whether somebody's identity is protected.
    pub is_protected: bool,
}

/// Whether a word may stand for a unit in files and in their names.
pub fn is_unit(word: &str) -> bool {
    let fits = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    (1..=32).contains(&word.len()) && word.chars().all(fits) && !word.starts_with('-') && !word.ends_with('-')
}

#[cfg(test)]
mod tests;
