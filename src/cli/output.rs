//! Standard output. Text passes one function on its way to a terminal or a pipe, so that nothing in a
//! name or a note can steer a terminal; JSON escapes the same characters.

use std::io::{self, BufWriter, StdoutLock, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::domain::problem::Problem;
use crate::domain::text::clean_note;
use crate::exchange::file::unwritten;
use crate::exchange::json;

/// Text as it may be shown: no control characters but line ends, no hidden direction changes.
pub fn plain(text: &str) -> String {
    clean_note(text)
}

/// Standard output.
pub struct Output(BufWriter<StdoutLock<'static>>);

impl Output {
    /// Standard output, for as long as a command runs.
    pub fn open() -> Self {
        Self(BufWriter::new(io::stdout().lock()))
    }

    /// Writes a line of text, or several.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn line(&mut self, text: &str) -> Result<(), Problem> {
        writeln!(self.0, "{}", plain(text)).map_err(unwritten)
    }

    /// Writes a value as a line of JSON.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Problem> {
        json::write(&mut self.0, value).map_err(unwritten)?;
        self.0.write_all(b"\n").map_err(unwritten)
    }

    /// The stream itself, for files that are written to it: CSV, JSON, XLSX, which see to this themselves.
    pub fn raw(&mut self) -> &mut dyn Write {
        &mut self.0
    }

    /// Sees to it that all is written.
    ///
    /// # Errors
    /// When it cannot be.
    pub fn finish(mut self) -> Result<(), Problem> {
        self.0.flush().map_err(unwritten)
    }
}

/// Writes rows in columns. The widths are those of the first rows; a longer cell further down pushes its own row only,
/// so that a list of any length is written as it is read.
pub struct Columns<'a> {
    output: &'a mut Output,
    waiting: Vec<Vec<String>>,
    widths: Vec<usize>,
}

impl<'a> Columns<'a> {
    /// Rows that set the widths.
    const FIRST: usize = 500;
    /// No column is made wider than this.
    const WIDEST: usize = 40;

    /// Columns with these headings, or none.
    pub fn new(output: &'a mut Output, headings: Vec<String>) -> Self {
        let waiting = if headings.is_empty() { Vec::new() } else { vec![headings] };
        Self { output, waiting, widths: Vec::new() }
    }

    /// Writes a row, or keeps it until the widths are known.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn row(&mut self, cells: Vec<String>) -> Result<(), Problem> {
        let cells: Vec<String> = cells.iter().map(|cell| plain(cell).replace('\n', " ")).collect();
        if !self.widths.is_empty() {
            return self.write(&cells);
        }
        self.waiting.push(cells);
        if self.waiting.len() > Self::FIRST { self.settle() } else { Ok(()) }
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<(), Problem> {
        self.settle()
    }

    fn settle(&mut self) -> Result<(), Problem> {
        let rows = std::mem::take(&mut self.waiting);
        for row in &rows {
            self.widths.resize(self.widths.len().max(row.len()), 0);
            for (width, cell) in self.widths.iter_mut().zip(row) {
                *width = cell.width().min(Self::WIDEST).max(*width);
            }
        }
        rows.iter().try_for_each(|row| self.write(row))
    }

    fn write(&mut self, cells: &[String]) -> Result<(), Problem> {
        let mut line = String::new();
        for (place, cell) in cells.iter().enumerate() {
            line.push_str(cell);
            let blanks = self.widths.get(place).copied().unwrap_or_default().saturating_sub(cell.width());
            line.push_str(&" ".repeat(blanks + 2));
        }
        self.output.line(line.trim_end())
    }
}
