//! The code book, and the list of what was made: what every file needs so that it can be read without help.

use std::io::Write;

use serde_json::{Value as Json, json};

use super::failed;
use crate::domain::problem::Problem;
use crate::domain::research::{Coarsening, Column, SCHEMA, TABLES, Table};
use crate::exchange::file::unwritten;

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What it is called.
    pub file: String,
    /// Its table.
    pub table: &'static str,
    /// Its year.
    pub year: i32,
    /// How many rows it has.
    pub rows: u64,
    /// Whether all of it is told of coarsely.
    pub is_coarse: bool,
}

/// Writes a line for each column of each table; what it means is told by whoever knows the words.
///
/// # Errors
/// When it cannot be written.
pub fn code_book(meaning: &dyn Fn(&Table, &Column) -> String, out: &mut dyn Write) -> Result<(), Problem> {
    let mut writer = csv::WriterBuilder::new().from_writer(out);
    writer.write_record(["schema", "table", "column", "type", "meaning"]).map_err(failed)?;
    for table in TABLES {
        for column in table.columns {
            let (schema, meaning) = (SCHEMA.to_string(), meaning(table, column));
            let row = [schema.as_str(), table.name, column.name, column.holds.name(), meaning.as_str()];
            writer.write_record(row).map_err(failed)?;
        }
    }
    writer.flush().map_err(unwritten)
}

/// What was made, by whom and by which rules.
pub fn manifest(unit: &str, made_on: &str, notes: &[String], made: &[Made]) -> Json {
    let rule = Coarsening::shipped();
    let files: Vec<Json> = made
        .iter()
        .map(|one| {
            json!({
                "file": one.file, "table": one.table, "year": one.year, "rows": one.rows, "coarse": one.is_coarse,
            })
        })
        .collect();
    json!({
        "schema": SCHEMA, "unit": unit, "made_on": made_on,
        "coarse_below": rule.as_ref().map(|rule| rule.fewer_than), "source": rule.map(|rule| rule.source),
        "notes": notes, "files": files,
    })
}
