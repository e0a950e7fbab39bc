//! A report as JSON: its rows as objects by column, what it counts, what is missing, by which rule it is protected.

use std::io::Write;

use serde_json::{Map, Value as Json, json};

use super::Told;
use super::grid::{Grid, Value};
use crate::domain::problem::Problem;
use crate::domain::report::{Cell, Figure, Figures};
use crate::exchange::file::unwritten;
use crate::exchange::json;

pub(super) fn write(figures: &Figures, told: &Told, out: &mut dyn Write) -> Result<(), Problem> {
    json::write(out, &whole(figures, told)).map_err(unwritten)?;
    out.write_all(b"\n").map_err(unwritten)
}

fn whole(figures: &Figures, told: &Told) -> Map<String, Json> {
    let (rows, total) = match &figures.listing {
        Some(_) => (objects(&Grid::of(figures)), total(figures)),
        None => (objects(&Grid::table(&Figures { total: None, ..figures.clone() })), total(figures)),
    };
    let mut object = Map::new();
    let mut say = |name: &str, value: Json| drop(object.insert(name.to_owned(), value));
    say("report", figures.report.name.into());
    say("title", told.title.as_str().into());
    say("by", figures.by.name.into());
    say("from", told.from.as_str().into());
    say("to", told.to.as_str().into());
    say("rows", rows.into());
    if let Some(listing) = &figures.listing {
        say("left_out", cell(listing.left_out));
        say("table", objects(&Grid::table(figures)).into());
    }
    say("total", total.into());
    say("missing", missing(figures).into());
    say("summary", summary(figures).into());
    say("until", figures.until.iter().map(|(label, day)| (label.clone(), json!(day))).collect::<Map<_, _>>().into());
    say("definition", told.definition.as_str().into());
    say("population", told.population.as_str().into());
    say("disclosure", told.disclosure.as_str().into());
    say("made", told.made.as_str().into());
    object
}

fn cell(cell: Cell) -> Json {
    match cell {
        Cell::Number(number) => number.into(),
        Cell::Masked | Cell::NotMeasured => cell.to_string().into(),
    }
}

fn value(of: &Value) -> Json {
    match of {
        Value::Empty => Json::Null,
        Value::Text(text) => text.as_str().into(),
        Value::Figure(figure) => cell(*figure),
        Value::Number(number) => (*number).into(),
        Value::Day(day) => day.to_string().into(),
    }
}

fn objects(grid: &Grid) -> Vec<Json> {
    let object = |row: &Vec<Value>| -> Json {
        grid.header.iter().zip(row).map(|(name, of)| (name.clone(), value(of))).collect::<Map<_, _>>().into()
    };
    grid.rows.iter().map(object).collect()
}

/// The totals by column; nothing where a report has none.
fn total(figures: &Figures) -> Map<String, Json> {
    let cells = figures.total.iter().flatten();
    figures.columns.iter().zip(cells).map(|(name, figure)| (name.clone(), cell(*figure))).collect()
}

/// What is missing by field, and of how many.
fn missing(figures: &Figures) -> Map<String, Json> {
    let told = figures.missing.iter();
    told.map(|one| (one.field.to_owned(), json!({"count": cell(one.count), "of": one.of}))).collect()
}

fn summary(figures: &Figures) -> Map<String, Json> {
    let of = |figure: Figure| match figure {
        Figure::Tenths(tenths) if tenths % 10 == 0 => Json::from(tenths / 10),
        Figure::Tenths(_) => figure.to_string().parse::<f64>().map_or(Json::Null, Json::from),
        other => other.to_string().into(),
    };
    figures.summary.iter().map(|one| (one.name.to_owned(), of(one.figure))).collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::report::{REPORTS, TOTAL};

    #[test]
    fn no_label_is_called_as_the_total_is() {
        for report in REPORTS {
            let labels = report.by.iter().chain([&report.columns]).flat_map(|axis| axis.labels.closed());
            assert_eq!(labels.filter(|label| *label == TOTAL).count(), 0, "{}", report.name);
        }
    }
}
