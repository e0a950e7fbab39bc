//! A report as a file: CSV, XLSX, JSON. In files labels are codes; what they mean is told in words that are handed in.

mod counted;
mod grid;
mod json;
mod sheet;

use std::io::Write;

use super::file::{Format, unwritten};
use super::formulas;
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::Figures;
use crate::domain::text::clean_note;

pub use counted::read_counts;
pub use grid::{Grid, Value};

/// What a report's file says of it in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What it is.
    pub title: String,
    /// What it counts.
    pub definition: String,
    /// Among whom.
    pub population: String,
    /// What becomes of small counts.
    pub disclosure: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// The day it was made.
    pub made: String,
    /// Sentences on what is missing, and whatever else stands below.
    pub below: Vec<String>,
    /// Codes of the table and what they are called.
    pub terms: Vec<(String, String)>,
    /// What the sheet of definitions is called.
    pub sheet: String,
}

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Csv {
    /// What stands between cells.
    pub separator: u8,
    /// Whether it begins with a byte order mark.
    pub has_mark: bool,
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes a report.
///
/// # Errors
/// When it cannot be written.
pub fn write(format: Format, csv: Csv, figures: &Figures, told: &Told, out: &mut dyn Write) -> Result<(), Problem> {
    match format {
        Format::Csv => write_csv(csv, &Grid::of(figures), out),
        Format::Xlsx => sheet::write(figures, told, out),
        Format::Json => json::write(figures, told, out),
    }
}

fn write_csv(how: Csv, grid: &Grid, out: &mut dyn Write) -> Result<(), Problem> {
    if how.has_mark {
        out.write_all(MARK).map_err(unwritten)?;
    }
    let mut writer = csv::WriterBuilder::new().delimiter(how.separator).from_writer(out);
    let failed = |cause: csv::Error| match cause.into_kind() {
        csv::ErrorKind::Io(cause) => unwritten(cause),
        _ => Problem::new(Kind::Io, "write-output"),
    };
    writer.write_record(&grid.header).map_err(failed)?;
    for row in &grid.rows {
        let cells = row.iter().map(|value| formulas::guard(&clean_note(&value.to_string())).into_owned());
        writer.write_record(cells).map_err(failed)?;
    }
    writer.flush().map_err(unwritten)
}
