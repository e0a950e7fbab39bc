//! The first sheet of an XLSX file as rows. Dates, times and numbers of the sheet become the forms of exchange.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::table::Row;
use crate::domain::problem::{Kind, Problem};

/// Every row of the first sheet, empty ones too.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Problem> {
    let damaged = |cause: XlsxError| Problem::new(Kind::Invalid, "not-a-workbook").because(cause);
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let Some(sheet) = workbook.worksheet_range_at(0) else { return Ok(Vec::new()) };
    let sheet = sheet.map_err(damaged)?;
    let first = u64::from(sheet.start().map_or(0, |(row, _)| row)) + 1;
    Ok((first..).zip(sheet.rows()).map(|(line, cells)| Row { line, cells: cells.iter().map(text).collect() }).collect())
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        Data::DateTime(moment) => day_or_time(moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}

/// A spreadsheet counts days; what is less than one is a clock time. A day with a clock time is neither a day nor a
/// time, and is left for whoever reads the column to refuse.
fn day_or_time(moment: &ExcelDateTime) -> String {
    const MINUTES: f64 = 24.0 * 60.0;
    let serial = moment.as_f64();
    // Clock times come as fractions, a hair beside the minute.
    let minutes = (serial.fract() * MINUTES).round();
    let clock = || format!("{:02.0}:{:02.0}", (minutes / 60.0).floor(), minutes % 60.0);
    if serial < 1.0 || moment.is_duration() {
        return clock();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if minutes == 0.0 { date } else { format!("{date} {}", clock()) }
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
}
