//! Facts as files for research and for adding up units: CSV or Parquet, with a code book and a list of what was made.

mod book;
mod columnar;

use std::io::Write;

use super::file::unwritten;
use super::formulas;
use crate::domain::problem::{Kind, Problem};
use crate::domain::research::{Table, Value};
use columnar::Columnar;

pub use book::{Made, code_book, manifest};

/// How facts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FactFormat {
    Csv,
    Parquet,
}

impl FactFormat {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Parquet, Self::Csv];

    /// What it is called, and how its files end.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }

    /// The format of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// What rows are written with, one after the other.
pub enum FactFile<'w> {
    /// As lines.
    Csv(Box<csv::Writer<&'w mut dyn Write>>),
    /// By columns.
    Parquet(Box<Columnar<'w>>),
}

impl<'w> FactFile<'w> {
    /// Begins a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(format: FactFormat, table: &'static Table, out: &'w mut dyn Write) -> Result<Self, Problem> {
        match format {
            FactFormat::Csv => {
                let mut writer = csv::WriterBuilder::new().from_writer(out);
                writer.write_record(table.columns.iter().map(|column| column.name)).map_err(failed)?;
                Ok(Self::Csv(Box::new(writer)))
            }
            FactFormat::Parquet => Ok(Self::Parquet(Box::new(Columnar::begin(table, out)?))),
        }
    }

    /// Writes a row.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&mut self, row: Vec<Value>) -> Result<(), Problem> {
        match self {
            Self::Csv(writer) => writer.write_record(row.iter().map(cell)).map_err(failed),
            Self::Parquet(columnar) => columnar.put(row),
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn end(self) -> Result<(), Problem> {
        match self {
            Self::Csv(mut writer) => writer.flush().map_err(unwritten),
            Self::Parquet(columnar) => columnar.end(),
        }
    }
}

/// A cell as text; nothing that a spreadsheet would run.
fn cell(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text) => formulas::guard(text).into_owned(),
        Value::Day(day) => day.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
    }
}

fn failed(cause: csv::Error) -> Problem {
    match cause.into_kind() {
        csv::ErrorKind::Io(cause) => unwritten(cause),
        _ => Problem::new(Kind::Io, "write-output"),
    }
}

#[cfg(test)]
mod tests;
