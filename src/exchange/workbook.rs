//! The first sheet of an XLSX file as rows. Dates, times and numbers of the sheet become the forms of exchange.
//!
//! Cells are read one after the other, and only those that hold something take room: a sheet that says it is a million
//! rows by sixteen thousand columns may hold one value. What is larger than a table of cases can be is refused.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::archive;
use super::table::Row;
use crate::domain::problem::{Kind, Problem};

/// Most rows with something in them.
const MOST_ROWS: usize = 200_000;

/// Rows that a sheet can have (ECMA-376); who names one beyond them is no spreadsheet.
const ROWS: u32 = 1_048_576;

/// Most columns; no kind of record has a tenth of them.
const MOST_COLUMNS: u32 = 256;

/// Most bytes of text in all.
const MOST_TEXT: usize = 128 * 1024 * 1024;

/// Most bytes that the file may become when it is unpacked.
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;

/// Every row of the first sheet that has something in it.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Problem> {
    let damaged = |cause: XlsxError| Problem::new(Kind::Invalid, "not-a-workbook").because(cause);
    match archive::unpacked(bytes) {
        Some(size) if size <= MOST_UNPACKED => {}
        Some(_) => return Err(too_large()),
        None => return Err(Problem::new(Kind::Invalid, "not-a-workbook")),
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let Some(name) = workbook.sheet_names().first().cloned() else { return Ok(Vec::new()) };
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(damaged)?;
    let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    let mut size = 0;
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        if row >= ROWS {
            return Err(Problem::new(Kind::Invalid, "not-a-workbook"));
        }
        size += text.len();
        rows.entry(row).or_default().insert(column, text);
        if rows.len() > MOST_ROWS || column >= MOST_COLUMNS || size > MOST_TEXT {
            return Err(too_large());
        }
    }
    // A table may begin in any column.
    let first = rows.values().filter_map(|cells| cells.keys().next().copied()).min().unwrap_or(0);
    Ok(rows.into_iter().map(|(row, cells)| Row { line: u64::from(row) + 1, cells: filled_up(cells, first) }).collect())
}

fn too_large() -> Problem {
    Problem::new(Kind::Invalid, "too-large-sheet").with("rows", MOST_ROWS).with("columns", MOST_COLUMNS)
}

/// The cells of a row from a column on, empty ones between them.
fn filled_up(cells: BTreeMap<u32, String>, first: u32) -> Vec<String> {
    let mut all = Vec::new();
    for (column, text) in cells {
        let place = usize::try_from(column.saturating_sub(first)).unwrap_or_default();
        all.resize(place, String::new());
        all.push(text);
    }
    all
}

fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(true) => "yes".to_owned(),
        DataRef::Bool(false) => "no".to_owned(),
        DataRef::DateTime(moment) => day_or_time(moment),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A spreadsheet counts days; what is less than one is a clock time. A day with a clock time is neither a day nor a
/// time, and is left for whoever reads the column to refuse.
fn day_or_time(moment: &ExcelDateTime) -> String {
    const TENTHS_A_MINUTE: f64 = 600.0;
    const TENTHS_A_DAY: f64 = 24.0 * 60.0 * TENTHS_A_MINUTE;
    let serial = moment.as_f64();
    // Days and times come as fractions, a hair beside what was meant: what is shown is meant to a tenth of a second.
    let tenths = (serial.fract() * TENTHS_A_DAY).round();
    let clock = || {
        let minutes = (tenths / TENTHS_A_MINUTE).floor();
        format!("{:02.0}:{:02.0}", (minutes / 60.0).floor(), minutes % 60.0)
    };
    if serial < 1.0 || moment.is_duration() {
        return clock();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let written = format!("{year:04}-{month:02}-{day:02}");
    if tenths == 0.0 {
        return written;
    }
    if tenths < TENTHS_A_DAY {
        return format!("{written} {}", clock());
    }
    let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    day.and_then(|day| day.checked_add_days(Days::new(1))).map_or(written, |day| day.to_string())
}

/// A day, a time, or both, as a strict workbook writes them.
fn iso(text: &str) -> String {
    let bare = text.trim_end_matches('Z');
    if let Ok(time) = bare.trim_start_matches('T').parse::<NaiveTime>() {
        return time.format("%H:%M").to_string();
    }
    match bare.parse::<NaiveDateTime>() {
        Ok(moment) if moment.time() == NaiveTime::MIN => moment.date().to_string(),
        Ok(moment) if moment.second() == 0 => moment.format("%Y-%m-%d %H:%M").to_string(),
        _ => bare.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

    use crate::exchange::table::Table;

    #[test]
    fn cells_become_the_forms_of_exchange() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let dated = Format::new().set_num_format("yyyy-mm-dd");
        let timed = Format::new().set_num_format("hh:mm");
        let header = ["on", "start", "minutes", "name", "guardian", "personal_id", "empty", "when"];
        sheet.write_row(1, 0, header).unwrap();
        let day = ExcelDateTime::from_ymd(2026, 11, 19).unwrap();
        sheet.write_with_format(3, 0, &day, &dated).unwrap();
        sheet.write_with_format(3, 1, ExcelDateTime::from_hms(14, 35, 0).unwrap(), &timed).unwrap();
        sheet.write(3, 2, 90).unwrap();
        sheet.write(3, 3, "=Åsa").unwrap();
        sheet.write(3, 4, true).unwrap();
        sheet.write(3, 5, 201_701_012_393_u64).unwrap();
        sheet.write_with_format(3, 7, day.and_hms(9, 30, 0).unwrap(), &dated).unwrap();
        let table = Table::read(&workbook.save_to_buffer().unwrap()).unwrap();
        assert_eq!(table.header, header);
        assert_eq!(table.rows.len(), 1);
        assert_eq!(table.rows[0].line, 4);
        assert_eq!(
            table.rows[0].cells,
            ["2026-11-19", "14:35", "90", "=Åsa", "yes", "201701012393", "", "2026-11-19 09:30"]
        );
    }

    #[test]
    fn days_and_times_are_what_the_sheet_shows() {
        use super::{day_or_time, iso};
        use calamine::{ExcelDateTime as Moment, ExcelDateTimeType};
        for (name, serial, expected) in [
            ("a day", 46083.0, "2026-03-02"),
            ("a hair below midnight", 46_082.999_999_9, "2026-03-02"),
            ("a hair above", 46_083.000_000_1, "2026-03-02"),
            ("the last second of a day is no other day", 46_082.999_99, "2026-03-01 23:59"),
            ("the last day of a month, a hair below", 46_081.999_999_9, "2026-03-01"),
            ("a time", 0.604_166_666_666, "14:30"),
            ("a time, a hair below", 0.604_166_60, "14:30"),
        ] {
            let moment = Moment::new(serial, ExcelDateTimeType::DateTime, false);
            assert_eq!(day_or_time(&moment), expected, "{name}");
        }
        for (name, text, expected) in [
            ("a day", "2026-03-02", "2026-03-02"),
            ("midnight", "2026-03-02T00:00:00", "2026-03-02"),
            ("midnight in thousandths", "2026-03-02T00:00:00.000Z", "2026-03-02"),
            ("a day with a time", "2026-03-02T09:30:00", "2026-03-02 09:30"),
            ("a time", "T14:35:00", "14:35"),
        ] {
            assert_eq!(iso(text), expected, "{name}");
        }
    }

    #[test]
    fn a_sheet_is_as_large_as_what_it_holds() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_row(4, 2, ["case_ref", "name"]).unwrap();
        sheet.write_row(1_048_575, 2, ["A-1", "Ek"]).unwrap();
        let table = Table::read(&workbook.save_to_buffer().unwrap()).unwrap();
        assert_eq!(table.header, ["case_ref", "name"]);
        assert_eq!(
            (table.rows[0].line, table.rows[0].cells.as_slice()),
            (1_048_576, &["A-1".to_owned(), "Ek".to_owned()][..])
        );
        for (name, row, column) in [("the last cell", 1_048_575, 16_383), ("the last of the first row", 0, 16_383)] {
            let mut workbook = Workbook::new();
            workbook.add_worksheet().write(row, column, "x").unwrap();
            let problem = Table::read(&workbook.save_to_buffer().unwrap()).unwrap_err();
            assert_eq!(problem.key, "too-large-sheet", "{name}");
        }
    }
}
