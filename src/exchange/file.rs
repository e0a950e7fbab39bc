//! Rows as a file: CSV, XLSX or JSON. Where the bytes go is for the caller to say.
//!
//! CSV is UTF-8 with commas. In XLSX days, times and minutes are real ones, so that a spreadsheet can count with them;
//! they come back as they were.
//!
//! CSV and JSON are written row by row. A workbook can only be put together when all of it is known: its rows wait in
//! files without a name, in the [`Room`] that whoever asks for it gives.

use std::io::{self, Seek, Write};
use std::path::Path;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Workbook, Worksheet, XlsxError};

use super::outgoing::Row;
use super::{Noun, formulas, json};
use crate::domain::entry::{Field, Form, Shape};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_note;
use crate::store::Each;

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Format {
    Csv,
    Xlsx,
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// What it is called on the command line, and how its files end.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The format of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The format that a file's name ends with.
    pub fn of(path: &Path) -> Option<Self> {
        Self::named(&path.extension()?.to_str()?.to_ascii_lowercase())
    }
}

/// The directory in which what does not fit into memory may wait, where no other can read it: the one that the file
/// itself goes to. Without one, or where it takes no files or is nearly full, all of a workbook is kept in memory.
pub type Room<'a> = Option<&'a Path>;

/// Gives rows to whoever asks for them.
pub type Rows<'a> = &'a mut dyn FnMut(Each<'_, Row>) -> Result<(), Problem>;

/// Writes rows.
///
/// # Errors
/// When they cannot be read or written; more rows or longer texts than a spreadsheet can hold.
pub fn write(format: Format, noun: Noun, rows: Rows<'_>, out: &mut dyn Write, room: Room<'_>) -> Result<(), Problem> {
    write_form(format, noun.form(), rows, out, room)
}

/// Writes rows of a form, of whatever kind.
///
/// # Errors
/// As [`write()`].
pub fn write_form(
    format: Format,
    form: &Form,
    rows: Rows<'_>,
    out: &mut dyn Write,
    room: Room<'_>,
) -> Result<(), Problem> {
    match format {
        Format::Csv => write_csv(form, rows, out),
        Format::Xlsx => write_xlsx(form, rows, out, room),
        Format::Json => write_json(form, rows, out),
    }
}

/// What cannot be written.
pub fn unwritten(cause: impl Into<io::Error>) -> Problem {
    Problem::of_file("write-output", cause.into())
}

fn write_json(form: &Form, rows: Rows<'_>, out: &mut dyn Write) -> Result<(), Problem> {
    let mut array = json::Array::new(out);
    rows(&mut |row| array.item(&row.object(form)).map_err(unwritten))?;
    array.finish().map_err(unwritten)
}

fn write_csv(form: &Form, rows: Rows<'_>, out: &mut dyn Write) -> Result<(), Problem> {
    let fields = form.fields;
    let mut writer = csv::Writer::from_writer(out);
    let failed = |cause: csv::Error| match cause.into_kind() {
        csv::ErrorKind::Io(cause) => unwritten(cause),
        _ => Problem::new(Kind::Io, "write-output"),
    };
    writer.write_record(fields.iter().map(|field| field.key)).map_err(failed)?;
    rows(&mut |row| {
        let cells = fields.iter().map(|field| formulas::guard(&clean_note(row.draft.get(field.key))).into_owned());
        writer.write_record(cells).map_err(failed)
    })?;
    writer.flush().map_err(unwritten)
}

/// What is left free on the disk where rows wait: whoever puts a workbook together falls where it cannot write.
const SPARE: u64 = 64 * 1024 * 1024;

/// Rows between two looks at what is free.
const BETWEEN: u32 = 256;

fn has_space(room: &Path) -> bool {
    rustix::fs::statvfs(room).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) >= SPARE)
}

/// What a sheet holds, its header apart.
const MOST_ROWS: u32 = 1_048_575;

fn write_xlsx(form: &Form, rows: Rows<'_>, out: &mut dyn Write, room: Room<'_>) -> Result<(), Problem> {
    let fields = form.fields;
    let mut workbook = Workbook::new();
    let room = room.filter(|room| has_space(room) && workbook.set_tempdir(room).is_ok());
    let sheet = match room {
        Some(_) => workbook.add_worksheet_with_constant_memory().map_err(unfit)?,
        None => workbook.add_worksheet(),
    };
    let styles = Styles::new();
    let mut prepare = || -> Result<(), XlsxError> {
        sheet.set_name(form.kind)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, field) in (0..).zip(fields) {
            sheet.write_string_with_format(0, column, field.key, &styles.header)?;
            sheet.set_column_width(column, 14)?;
        }
        Ok(())
    };
    prepare().map_err(unfit)?;
    let mut last = 0;
    rows(&mut |row| {
        if last == MOST_ROWS {
            return Err(Problem::new(Kind::Invalid, "too-many-rows").with("most", MOST_ROWS));
        }
        if last.is_multiple_of(BETWEEN) && room.is_some_and(|room| !has_space(room)) {
            return Err(unwritten(io::ErrorKind::StorageFull));
        }
        last += 1;
        for (column, field) in (0..).zip(fields) {
            write_cell(sheet, (last, column), field, row.draft.get(field.key), &styles).map_err(unfit)?;
        }
        Ok(())
    })?;
    let Some(room) = room else {
        let bytes = workbook.save_to_buffer().map_err(unfit)?;
        return out.write_all(&bytes).map_err(unwritten);
    };
    let mut whole = tempfile::tempfile_in(room).map_err(unwritten)?;
    workbook.save_to_writer(&mut whole).map_err(unfit)?;
    whole.rewind().and_then(|()| io::copy(&mut whole, out)).map(drop).map_err(unwritten)
}

pub(super) fn unfit(cause: XlsxError) -> Problem {
    if let XlsxError::IoError(cause) = cause {
        return unwritten(cause);
    }
    Problem::new(Kind::Invalid, "no-fit-in-sheet").because(cause)
}

struct Styles {
    header: Style,
    day: Style,
    time: Style,
}

impl Styles {
    fn new() -> Self {
        Self {
            header: Style::new().set_bold(),
            day: Style::new().set_num_format("yyyy-mm-dd"),
            time: Style::new().set_num_format("hh:mm"),
        }
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    field: &Field,
    text: &str,
    styles: &Styles,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    match (field.shape, day(text), time(text), text.parse::<u32>()) {
        (Shape::Day(_) | Shape::LastDay | Shape::End(_), Some(day), ..) => {
            sheet.write_datetime_with_format(row, column, day, &styles.day)?
        }
        (Shape::Time | Shape::Times, _, Some(time), _) => {
            sheet.write_datetime_with_format(row, column, time, &styles.time)?
        }
        (Shape::Minutes | Shape::Number { .. } | Shape::Measured { .. } | Shape::Step, .., Ok(number)) => {
            sheet.write_number(row, column, number)?
        }
        (Shape::Attainment, ..) if text.parse::<i8>().is_ok() => {
            sheet.write_number(row, column, text.parse::<i8>().unwrap_or_default())?
        }
        _ => sheet.write_string(row, column, clean_note(text))?,
    };
    Ok(())
}

/// A day as spreadsheets know it; they know none before 1900.
fn day(text: &str) -> Option<ExcelDateTime> {
    day_of(text.parse().ok()?)
}

/// The same of a day.
pub(super) fn day_of(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

fn time(text: &str) -> Option<ExcelDateTime> {
    let time = NaiveTime::parse_from_str(text, "%H:%M").ok()?;
    ExcelDateTime::from_hms(u16::try_from(time.hour()).ok()?, u8::try_from(time.minute()).ok()?, 0_u8).ok()
}
