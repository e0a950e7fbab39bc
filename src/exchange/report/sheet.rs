//! A report as an XLSX file: its figures, and a sheet that says what they are. Numbers are numbers, days are days; what
//! is masked or not measured is text.

use std::io::Write;

use rust_xlsxwriter::{Format as Style, Workbook, Worksheet, XlsxError};

use super::Told;
use super::grid::{Grid, Value};
use crate::domain::problem::Problem;
use crate::domain::report::{Cell, Figures, Rule};
use crate::domain::text::clean_note;
use crate::exchange::file::{day_of, unfit, unwritten};

/// The widest column, in signs.
const WIDEST: usize = 40;

/// How wide a column of figures is at least.
const NARROWEST: usize = 8;

/// How wide the sentences on the second sheet are.
const SENTENCE: f64 = 90.0;

struct Styles {
    header: Style,
    day: Style,
    right: Style,
    wrapped: Style,
}

pub(super) fn write(figures: &Figures, told: &Told, out: &mut dyn Write) -> Result<(), Problem> {
    let bytes = workbook(figures, told).map_err(unfit)?;
    out.write_all(&bytes).map_err(unwritten)
}

fn workbook(figures: &Figures, told: &Told) -> Result<Vec<u8>, XlsxError> {
    let styles = Styles {
        header: Style::new().set_bold(),
        day: Style::new().set_num_format("yyyy-mm-dd"),
        right: Style::new().set_align(rust_xlsxwriter::FormatAlign::Right),
        wrapped: Style::new().set_text_wrap(),
    };
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(figures.report.name)?;
    lay(sheet, &Grid::of(figures), labels(figures), &styles)?;
    mark(sheet, figures, told);
    if figures.listing.is_some() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(figures.by.name)?;
        lay(sheet, &Grid::table(figures), labels(figures), &styles)?;
        mark(sheet, figures, told);
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(&told.sheet)?;
    define(sheet, told, &styles)?;
    mark(sheet, figures, told);
    workbook.save_to_buffer()
}

/// What is for the unit alone says so over every page that is printed.
fn mark(sheet: &mut Worksheet, figures: &Figures, told: &Told) {
    if figures.rule == Rule::Internal {
        sheet.set_header(format!("&C&\"Arial,Bold\"{}", clean_note(&told.disclosure).replace('&', "&&")));
    }
}

/// How many columns say what a row is of.
fn labels(figures: &Figures) -> u16 {
    u16::try_from(figures.by.dimensions().len()).unwrap_or(1)
}

/// A grid on a sheet, its header and its labels standing still.
fn lay(sheet: &mut Worksheet, grid: &Grid, labels: u16, styles: &Styles) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, labels)?;
    for (column, name) in (0_u16..).zip(&grid.header) {
        sheet.write_string_with_format(0, column, name, &styles.header)?;
        let cells = grid.rows.iter().filter_map(|row| row.get(usize::from(column)));
        let widest = cells.map(|value| value.to_string().chars().count()).chain([name.chars().count()]).max();
        let width = widest.unwrap_or_default().clamp(NARROWEST, WIDEST);
        sheet.set_column_width(column, f64::from(u32::try_from(width).unwrap_or(u32::MAX)) + 2.0)?;
    }
    for (number, row) in (1_u32..).zip(&grid.rows) {
        for (column, value) in (0_u16..).zip(row) {
            let at = (number, column);
            write_value(sheet, at, value, styles)?;
        }
    }
    Ok(())
}

fn write_value(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    styles: &Styles,
) -> Result<(), XlsxError> {
    match value {
        Value::Empty => return Ok(()),
        Value::Text(text) => sheet.write_string(row, column, clean_note(text))?,
        Value::Number(figure) | Value::Figure(Cell::Number(figure)) => sheet.write_number(row, column, *figure)?,
        Value::Figure(cell) => sheet.write_string_with_format(row, column, cell.to_string(), &styles.right)?,
        Value::Day(day) => match day_of(*day) {
            Some(day) => sheet.write_datetime_with_format(row, column, &day, &styles.day)?,
            None => sheet.write_string(row, column, day.to_string())?,
        },
    };
    Ok(())
}

/// What the figures are, in words.
fn define(sheet: &mut Worksheet, told: &Told, styles: &Styles) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 28.0)?;
    sheet.set_column_width(1, SENTENCE)?;
    sheet.write_string_with_format(0, 0, clean_note(&told.title), &styles.header)?;
    let mut row = 1;
    for sentence in &told.below {
        sheet.write_string_with_format(row, 1, clean_note(sentence), &styles.wrapped)?;
        row += 1;
    }
    row += 1;
    for (code, word) in &told.terms {
        sheet.write_string(row, 0, clean_note(code))?;
        sheet.write_string_with_format(row, 1, clean_note(word), &styles.wrapped)?;
        row += 1;
    }
    Ok(())
}
