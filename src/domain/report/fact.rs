//! A fact: one thing that a report counts, with what it is told by. Labels are numbers while they are counted.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;

/// What a fact says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// There is one more; measured, where the report measures, by a value or by none yet.
    One(Option<i64>),
    /// There are so many, as somebody else has counted them.
    Many(u32),
    /// Nobody measured how many there are.
    NotMeasured,
    /// What a field would have to say is not there: it stands in no cell.
    Missing(&'static str),
    /// A value that lies beside the table, so many times.
    Measured(i64, u32),
}

/// One thing that a report counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// The label of its row.
    pub row: u32,
    /// The place of its column among the labels of the report's columns.
    pub column: usize,
    /// Whom or what it is about; counted once in a cell where the report says so.
    pub unit: i64,
    /// Whose it is; 0 where it is no family's.
    pub family: FamilyId,
    /// The record behind it.
    pub record: (NounKind, i64),
    /// Its day.
    pub on: Option<NaiveDate>,
    /// What it says.
    pub says: Says,
}

impl Fact {
    /// A value that lies beside the table, so many times; nobody stands behind it.
    pub fn measured(value: i64, times: u32) -> Self {
        Self::measured_of(0, value, times)
    }

    /// The same of one thing among others, by its label.
    pub fn measured_of(label: u32, value: i64, times: u32) -> Self {
        Self {
            row: label,
            column: 0,
            unit: 0,
            family: FamilyId(0),
            record: (NounKind::Families, 0),
            on: None,
            says: Says::Measured(value, times),
        }
    }
}

/// Labels by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbered {
    names: Vec<String>,
    numbers: HashMap<String, u32>,
    until: HashMap<u32, NaiveDate>,
}

impl Numbered {
    /// Labels that are known before anything is counted.
    pub fn of(names: impl IntoIterator<Item = &'static str>) -> Self {
        let mut numbered = Self::default();
        for name in names {
            numbered.number(name);
        }
        numbered
    }

    /// The number of a label, a new one if it has none.
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// The number that a label has.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// Says that a label, such as a year, is counted only up to a day of it.
    pub fn ends(&mut self, number: u32, until: NaiveDate) {
        self.until.insert(number, until);
    }

    /// The day up to which a label is counted, where that is not its whole.
    pub fn until(&self, number: u32) -> Option<NaiveDate> {
        self.until.get(&number).copied()
    }

    /// The labels, by number.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}
