//! A report as JSON: its rows as objects by column, what it counts, what is missing, by which rule it is protected.

use std::io::Write;

use serde_json::{Map, Value as Json, json};

use super::Told;
use super::grid::{Grid, Value};
use crate::domain::problem::Problem;
use crate::domain::report::{Cell, Figure, Figures, Measure};
use crate::exchange::file::unwritten;
use crate::exchange::json;

pub(super) fn write(figures: &Figures, told: &Told, out: &mut dyn Write) -> Result<(), Problem> {
    json::write(out, &whole(figures, told)).map_err(unwritten)?;
    out.write_all(b"\n").map_err(unwritten)
}

fn whole(figures: &Figures, told: &Told) -> Map<String, Json> {
    let mut object = named(figures, told);
    let mut say = |name: &str, value: Json| drop(object.insert(name.to_owned(), value));
    match &figures.listing {
        Some(listing) => {
            say("rows", objects(&Grid::of(figures)).into());
            say("left_out", cell(listing.left_out));
            say("table", objects(&Grid::table(figures)).into());
        }
        None => {
            say("rows", objects(&Grid::table(&Figures { total: None, until: Vec::new(), ..figures.clone() })).into())
        }
    }
    say("total", total(figures).into());
    object.extend(about(figures, told));
    object
}

/// Which report it is.
fn named(figures: &Figures, told: &Told) -> Map<String, Json> {
    let all = [
        ("report", figures.report.name),
        ("title", &told.title),
        ("by", figures.by.name),
        ("from", &told.from),
        ("to", &told.to),
    ];
    all.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect()
}

/// What stands with a report's figures: what is missing, what lies beside them, what they count, by which rule.
pub fn about(figures: &Figures, told: &Told) -> Map<String, Json> {
    let until = figures.until.iter().map(|(label, day)| (label.clone(), json!(day))).collect::<Map<_, _>>();
    let all = [
        ("missing", missing(figures).into()),
        ("summary", summary(figures).into()),
        ("until", until.into()),
        ("definition", told.definition.as_str().into()),
        ("population", told.population.as_str().into()),
        ("disclosure", told.disclosure.as_str().into()),
        ("made", told.made.as_str().into()),
    ];
    all.into_iter().map(|(name, value): (_, Json)| (name.to_owned(), value)).collect()
}

/// All that JSON says of a report but its rows.
pub(super) fn besides_rows(figures: &Figures, told: &Told) -> Map<String, Json> {
    named(figures, told).into_iter().chain(about(figures, told)).collect()
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

/// The figures beside the table; of a measure that is told of each of several, by what each is of.
fn summary(figures: &Figures) -> Map<String, Json> {
    let of = |figure: Figure| match figure {
        Figure::Tenths(tenths) if tenths % 10 == 0 => Json::from(tenths / 10),
        Figure::Tenths(_) => figure.to_string().parse::<f64>().map_or(Json::Null, Json::from),
        other => other.to_string().into(),
    };
    let mut all = Map::new();
    for measure in figures.report.measures {
        let mut told = figures.summary.iter().filter(|one| one.name == measure.name());
        let figure = match measure {
            Measure::MeanOfEach { .. } => {
                told.map(|one| (one.of.clone().unwrap_or_default(), of(one.figure))).collect::<Map<_, _>>().into()
            }
            _ => told.next().map_or(Json::Null, |one| of(one.figure)),
        };
        all.insert(measure.name().to_owned(), figure);
    }
    all
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
