//! A report as a file: CSV, XLSX, JSON, a page for print, a chart. In files of rows labels are codes; what they mean is
//! told in words that are handed in.

mod beside;
mod counted;
mod grid;
mod json;
mod page;
mod picture;
mod sheet;

use std::io::Write;
use std::path::Path;

use super::file::{Format, unwritten};
use super::formulas;
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::{Chart, Figures, TOTAL};
use crate::domain::text::clean_note;

pub use beside::{beside, write_beside};
pub use counted::read_counts;
pub use grid::{Grid, Value};
pub use json::about;

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum As {
    /// Rows and columns.
    Rows(Format),
    /// A page for print.
    Page,
    /// Its chart.
    Picture,
}

impl From<Format> for As {
    fn from(format: Format) -> Self {
        Self::Rows(format)
    }
}

impl As {
    /// Every one.
    pub const ALL: [Self; 5] =
        [Self::Rows(Format::Csv), Self::Rows(Format::Xlsx), Self::Rows(Format::Json), Self::Page, Self::Picture];

    /// What it is called on the command line, and how its files end.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rows(format) => format.name(),
            Self::Page => "html",
            Self::Picture => "svg",
        }
    }

    /// What is called so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// What a file's name ends with.
    pub fn of(path: &Path) -> Option<Self> {
        Self::named(&path.extension()?.to_str()?.to_ascii_lowercase())
    }
}

/// A chart, and what is written in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pictured {
    /// The chart.
    pub chart: Chart,
    /// What it is of.
    pub title: String,
    /// The same as a sentence.
    pub sentence: String,
    /// What its labels are called.
    pub labels: Vec<String>,
    /// Its figures: before, where there are two, and after.
    pub figures: Vec<(String, Option<String>)>,
}

/// What a report's file says of it in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The unit's name, if it has told one.
    pub unit: Option<String>,
    /// The language, as a tag.
    pub language: String,
    /// Whether it must not leave the unit.
    pub is_internal: bool,
    /// What its rows are told by.
    pub by: String,
    /// What totals are called.
    pub total: String,
    /// What nobody measured is called.
    pub not_measured: String,
    /// Its charts, the first that of the whole table.
    pub charts: Vec<Pictured>,
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

impl Told {
    /// What a label is called; itself, where it is a word already.
    fn term(&self, label: &str) -> String {
        if label == TOTAL && !self.total.is_empty() {
            return self.total.clone();
        }
        let known = self.terms.iter().find(|(code, _)| code == label);
        known.map_or_else(|| label.to_owned(), |(_, word)| word.clone())
    }
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
pub fn write(
    format: impl Into<As>,
    csv: Csv,
    figures: &Figures,
    told: &Told,
    out: &mut dyn Write,
) -> Result<(), Problem> {
    match format.into() {
        As::Rows(Format::Csv) => write_csv(csv, &Grid::of(figures), out),
        As::Rows(Format::Xlsx) => sheet::write(figures, told, out),
        As::Rows(Format::Json) => json::write(figures, told, out),
        As::Page => out.write_all(page::write(figures, told).as_bytes()).map_err(unwritten),
        As::Picture => out.write_all(picture::write(told).as_bytes()).map_err(unwritten),
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
