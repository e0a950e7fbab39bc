//! What stands beside a report of rows alone, which has no room for words: a file that says what its columns
//! hold, and all that the other formats carry. Its form is that of CSV on the Web (W3C), found by the name of
//! the file it is about.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json, json};

use super::grid::{Grid, UNTIL, Value};
use super::json::besides_rows;
use super::{As, Csv, Told};
use crate::domain::problem::Problem;
use crate::domain::report::Figures;
use crate::exchange::file::{Format, unwritten};
use crate::exchange::json;

/// What is added to the name of the file that it is about.
const ENDING: &str = "-metadata.json";

/// What a cell of figures may say, as a regular expression.
const FIGURE: &str = "[0-9]+|[*]|not_measured";

/// The file beside a report of a format; none where the format has room for words.
pub fn beside(format: As, path: &Path) -> Option<PathBuf> {
    let name = path.file_name().filter(|_| format == As::Rows(Format::Csv))?;
    let mut name = name.to_owned();
    name.push(ENDING);
    Some(path.with_file_name(name))
}

/// Writes what stands beside the file of a path.
///
/// # Errors
/// When it cannot be written.
pub fn write_beside(csv: Csv, path: &Path, figures: &Figures, told: &Told, out: &mut dyn Write) -> Result<(), Problem> {
    json::write(out, &whole(csv, path, figures, told)).map_err(unwritten)?;
    out.write_all(b"\n").map_err(unwritten)
}

fn whole(csv: Csv, path: &Path, figures: &Figures, told: &Told) -> Json {
    let grid = Grid::of(figures);
    let columns: Vec<Json> = (0..grid.header.len()).map(|place| column(&grid, place, told)).collect();
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": told.language }],
        "url": path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default(),
        "dialect": { "delimiter": char::from(csv.separator).to_string(), "encoding": "utf-8", "header": true },
        "dc:title": told.title,
        "dc:description": told.definition,
        "dc:publisher": told.unit.as_deref().unwrap_or_default(),
        "dc:created": told.made,
        "tableSchema": { "columns": columns },
        "notes": [besides_rows(figures, told)],
    })
}

/// What a column is called and what it may hold.
fn column(grid: &Grid, place: usize, told: &Told) -> Json {
    let name = &grid.header[place];
    let mut object = Map::new();
    let mut say = |key: &str, value: Json| drop(object.insert(key.to_owned(), value));
    say("titles", name.as_str().into());
    say("dc:description", if place == 0 { told.by.clone() } else { told.term(name) }.into());
    let cells = || grid.rows.iter().filter_map(|row| row.get(place)).filter(|value| **value != Value::Empty);
    let is_all = |is: fn(&Value) -> bool| cells().next().is_some() && cells().all(is);
    say(
        "datatype",
        match () {
            () if is_all(|value| matches!(value, Value::Figure(_))) => json!({ "base": "string", "format": FIGURE }),
            () if is_all(|value| matches!(value, Value::Number(_))) => "integer".into(),
            () if name == UNTIL || is_all(|value| matches!(value, Value::Day(_))) => "date".into(),
            () => "string".into(),
        },
    );
    object.into()
}
