//! A report as a file: what it says in words, where the unit lets it be written, and the writing of what was asked for
//! at the interface.

use std::fs;
use std::path::{Path, PathBuf};

use super::invocation::Invocation;
use super::outfile::keep;
use crate::app::ReportFile;
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::{Axis, Cell, Chart, Figures, ReportSettings, Rule};
use crate::exchange::report::{self, As, Csv, Pictured, Told};
use crate::locale::{Language, Locale, arg};
use crate::store::AskedFigures;

/// Refuses a place that is in none of the directories that the unit has named, if it has.
///
/// # Errors
/// It is in none of them.
pub fn check(settings: &ReportSettings, path: &Path) -> Result<(), Problem> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let known: Vec<PathBuf> = settings.directories.iter().filter_map(|named| fs::canonicalize(named).ok()).collect();
    // Where a link leads is where it is written to.
    let place = fs::canonicalize(path).or_else(|_| fs::canonicalize(directory));
    let is_within = place.is_ok_and(|place| known.iter().any(|known| place.starts_with(known)));
    if settings.directories.is_empty() || is_within {
        return Ok(());
    }
    let names: Vec<String> = settings.directories.iter().map(|directory| directory.display().to_string()).collect();
    Err(Problem::new(Kind::Usage, "report-directory").with("path", path.display()).with("known", names.join(", ")))
}

/// What a report's file says of it in words.
pub fn told(locale: &Locale, figures: &Figures, asked: &AskedFigures, settings: &ReportSettings) -> Told {
    let report = asked.report;
    let (from, to, made) = (asked.from.to_string(), asked.to.to_string(), asked.today.to_string());
    let closed = |axis: &'static Axis| {
        let of = axis.labels.words().map(|_| axis.labels.closed());
        of.into_iter().flatten().map(move |label| (label.to_owned(), locale.figure_label(axis, label)))
    };
    // What rows are told by may be no closed list, and still have words for people.
    let found = figures.rows.iter().map(|row| (row.label.clone(), locale.figure_label(figures.by, &row.label)));
    let found = found.filter(|(label, words)| figures.by.labels.words().is_none() && label != words);
    let axes = std::iter::once(figures.across).chain(figures.by.dimensions());
    let charts = figures.chart().into_iter().chain(figures.before_and_after());
    Told {
        unit: settings.unit.clone(),
        language: if locale.language() == Language::Swedish { "sv" } else { "en" }.to_owned(),
        is_internal: figures.rule == Rule::Internal,
        by: locale.axis(figures.by),
        total: locale.say("report-total"),
        not_measured: locale.figure(Cell::NotMeasured),
        charts: charts.map(|chart| pictured(locale, chart)).collect(),
        title: locale.report_title(report, &from, &to),
        definition: locale.report_definition(report),
        population: locale.report_population(report),
        disclosure: locale.figures_rule(figures),
        below: locale.below_figures(figures, &made),
        terms: axes.flat_map(closed).chain(found).collect(),
        sheet: locale.say("report-definitions"),
        from,
        to,
        made,
    }
}

/// A chart, and what is written in it.
fn pictured(locale: &Locale, chart: Chart) -> Pictured {
    let figures =
        chart.points.iter().map(|point| (locale.figure(point.cell), point.after.map(|cell| locale.figure(cell))));
    Pictured {
        title: locale.chart_title(&chart),
        sentence: locale.chart_sentence(&chart),
        labels: chart.points.iter().map(|point| locale.figure_label(chart.along, &point.label)).collect(),
        figures: figures.collect(),
        chart,
    }
}

/// Writes a report to a file. Beside one of rows alone, which has no room for words, another says what they are.
///
/// # Errors
/// What cannot be written; a place in the casebook's directory.
pub fn lay(
    call: &Invocation,
    path: &Path,
    (format, csv): (As, Csv),
    (figures, told): (&Figures, &Told),
) -> Result<(), Problem> {
    keep(call, path, &mut |out| report::write(format, csv, figures, told, out))?;
    let is_file = fs::metadata(path).is_ok_and(|file| file.is_file());
    match report::beside(format, path).filter(|_| is_file) {
        Some(beside) => keep(call, &beside, &mut |out| report::write_beside(csv, path, figures, told, out)),
        None => Ok(()),
    }
}

/// Writes what was asked for at the interface; a sentence that says so.
///
/// # Errors
/// What cannot be written; a place in the casebook's directory, or in none that the unit allows.
pub fn write(call: &Invocation, file: &ReportFile) -> Result<String, Problem> {
    let format = As::named(file.format).ok_or_else(|| Problem::new(Kind::Usage, "bad-call"))?;
    let path = Path::new(&file.path);
    check(&file.settings, path)?;
    // As spreadsheets here read it.
    let csv = Csv { separator: b';', has_mark: true };
    let mut told = told(&call.locale, &file.figures, &file.asked, &file.settings);
    if let Some(chart) = &file.chart {
        told.charts.retain(|known| known.chart != *chart);
        told.charts.insert(0, pictured(&call.locale, chart.clone()));
    }
    lay(call, path, (format, csv), (&file.figures, &told))?;
    Ok(call.locale.tell("report-file-written", &[("path", arg(file.path.as_str()))]))
}
