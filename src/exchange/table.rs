//! A table out of a file: a header and rows, each with the line it stands on. CSV or XLSX, told apart by content.
//!
//! CSV is UTF-8 with or without a byte order mark; commas or semicolons, whichever the header has more of. Rows in
//! which nothing is filled hold nothing and are passed over. Must not know what the columns mean.

use csv::{ByteRecord, ReaderBuilder};

use super::{formulas, workbook};
use crate::domain::problem::{Kind, Problem};

/// A row with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line it begins on, from 1; in a spreadsheet the row's number.
    pub line: u64,
    /// Its cells, no fewer than the header has.
    pub cells: Vec<String>,
}

/// A header and its rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The column names, without blanks around them.
    pub header: Vec<String>,
    /// The rows in the order of the file.
    pub rows: Vec<Row>,
}

/// Every XLSX file is a ZIP archive and begins so.
const ZIP: &[u8] = b"PK\x03\x04";
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Table {
    /// Reads a file's bytes.
    ///
    /// # Errors
    /// A file that is neither CSV in UTF-8 nor XLSX, an empty one, a row with more cells than the header.
    pub fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let rows = if bytes.starts_with(ZIP) { workbook::rows(bytes)? } else { csv_rows(bytes)? };
        Self::from_rows(rows)
    }

    fn from_rows(rows: Vec<Row>) -> Result<Self, Problem> {
        let mut rows = rows.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        let header = rows.next().ok_or_else(|| Problem::new(Kind::Invalid, "empty-file"))?;
        let mut header: Vec<String> = header.cells.iter().map(|name| name.trim().to_owned()).collect();
        while header.last().is_some_and(String::is_empty) {
            header.pop();
        }
        let columns = header.len();
        let rows = rows
            .map(|mut row| {
                if row.cells.iter().skip(columns).any(|cell| !cell.trim().is_empty()) {
                    return Err(Problem::new(Kind::Invalid, "too-many-cells").with("line", row.line));
                }
                row.cells.resize(columns, String::new());
                Ok(row)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { header, rows })
    }
}

fn csv_rows(bytes: &[u8]) -> Result<Vec<Row>, Problem> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(bytes)).from_reader(bytes);
    let mut lines = Lines::new(bytes);
    let mut rows = Vec::new();
    let mut record = ByteRecord::new();
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let more = reader.read_byte_record(&mut record).map_err(damaged)?;
        if !more {
            return Ok(rows);
        }
        let line = lines.at(start);
        let cells = record
            .iter()
            .map(|cell| std::str::from_utf8(cell).map(|cell| formulas::read(cell).into_owned()))
            .collect::<Result<_, _>>()
            .map_err(|cause| Problem::new(Kind::Invalid, "not-utf8").with("line", line).because(cause))?;
        rows.push(Row { line, cells });
    }
}

fn damaged(cause: csv::Error) -> Problem {
    Problem::new(Kind::Invalid, "not-a-table").because(cause)
}

/// The separator that the first line has more of, outside quotation marks.
fn delimiter(bytes: &[u8]) -> u8 {
    let mut quoted = false;
    let (mut commas, mut semicolons) = (0, 0);
    let text = bytes.iter().skip_while(|byte| byte.is_ascii_whitespace());
    for byte in text.take_while(|byte| **byte != b'\n') {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => commas += 1,
            b';' if !quoted => semicolons += 1,
            _ => {}
        }
    }
    if semicolons > commas { b';' } else { b',' }
}

/// Counts lines as the reading goes on. The reader's own count stands before the empty lines that it passes over.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, line: 1 }
    }

    /// The line of the first letter from a place on; places only grow.
    fn at(&mut self, place: usize) -> u64 {
        while let Some(byte) = self.bytes.get(self.at)
            && (self.at < place || matches!(byte, b'\r' | b'\n'))
        {
            self.line += u64::from(*byte == b'\n');
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Table {
        Table::read(text.as_bytes()).unwrap()
    }

    fn lines(table: &Table) -> Vec<u64> {
        table.rows.iter().map(|row| row.line).collect()
    }

    #[test]
    fn separators_and_marks_do_not_matter() {
        let plain = read("a,b\n1,2\n");
        for (name, text) in [
            ("semicolons", "a;b\n1;2\n"),
            ("byte order mark", "\u{feff}a,b\n1,2\n"),
            ("windows lines", "a,b\r\n1,2\r\n"),
            ("no last line end", "a,b\n1,2"),
            ("quoted", "\"a\",\"b\"\n\"1\",\"2\"\n"),
            ("blanks in the header", " a , b \n1,2\n"),
            ("empty lines at the end", "a,b\n1,2\n\n,\n\r\n  ,\n"),
            ("empty columns at the end", "a,b,,\n1,2,,\n"),
        ] {
            assert_eq!(read(text), plain, "{name}");
        }
    }

    #[test]
    fn rows_know_their_lines() {
        for (name, text, expected) in [
            ("plain", "a,b\n1,2\n3,4\n", vec![2, 3]),
            ("windows", "a,b\r\n1,2\r\n3,4\r\n", vec![2, 3]),
            ("empty line between", "a,b\n\n1,2\n\n\n3,4\n", vec![3, 6]),
            ("empty windows lines", "a,b\r\n\r\n1,2\r\n\r\n3,4\r\n", vec![3, 5]),
            ("row of blanks between", "a,b\n,\n1,2\n", vec![3]),
            ("note of two lines", "a,b\n\"x\ny\",2\n3,4\n", vec![2, 4]),
            ("empty lines first", "\n\na,b\n1,2\n", vec![4]),
        ] {
            assert_eq!(lines(&read(text)), expected, "{name}");
        }
    }

    #[test]
    fn cells_keep_what_they_hold() {
        let table = read("a;b\n\"x;y\";'=1\n'hej;\"rad ett\nrad \"\"två\"\"\"\n");
        let cells: Vec<&[String]> = table.rows.iter().map(|row| row.cells.as_slice()).collect();
        assert_eq!(cells, [["x;y", "=1"], ["'hej", "rad ett\nrad \"två\""]]);
        assert_eq!(read("a,b\n1\n").rows[0].cells, ["1", ""], "a short row is filled up");
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for (name, bytes, key) in [
            ("nothing", b"".as_slice(), "empty-file"),
            ("blanks", b" \n,,\n", "empty-file"),
            ("too many cells", b"a,b\n1,2\n1,2,3\n", "too-many-cells"),
            ("latin-1", b"a,b\n1,\xe5\n", "not-utf8"),
            ("no workbook", b"PK\x03\x04hej", "not-a-workbook"),
        ] {
            let problem = Table::read(bytes).unwrap_err();
            assert_eq!((problem.kind, problem.key), (Kind::Invalid, key), "{name}");
        }
        let problem = Table::read(b"a,b\n\n1,\xe5\n").unwrap_err();
        assert_eq!(problem.args, [("line", "3".to_owned())]);
    }
}
