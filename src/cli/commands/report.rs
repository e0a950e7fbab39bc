//! `trygg report NAME`: tables that may leave the house. Small counts are masked unless the table is for the unit
//! itself.

use std::io::Write;
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::ArgMatches;

use super::export::tell;
use super::{report_many, word};
use crate::cli::arguments::TABLE;
use crate::cli::choices::TRUE_TOTALS;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::opening;
use crate::cli::outfile::{self, keep};
use crate::cli::output::{Columns, Output};
use crate::domain::access::Right;
use crate::domain::bounds;
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::{
    Axis, Counts, Figures, Period, Refused, Report, Rule, Span, THRESHOLD, named, parse_period, protect, publish,
};
use crate::domain::text::clean_line;
use crate::exchange::file::Format;
use crate::exchange::report::{self, Csv, Grid, Told};
use crate::locale::{Locale, arg};
use crate::store::{AskedFigures, Store};

/// Writes the report.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let report = named(word(given, "report")).ok_or_else(|| Problem::new(Kind::Usage, "bad-call"))?;
    let by = given.get_one::<String>("by").map(String::as_str);
    let (axis, is_turned) = report.axis(by).ok_or_else(|| {
        let choices: Vec<&str> = report.choices().collect();
        Problem::new(Kind::Usage, "no-such-axis")
            .with("value", by.unwrap_or_default())
            .with("candidates", choices.join(", "))
    })?;
    let period = period(call, given, report)?;
    let (act, rule) = rule(given);
    let line = |option: &str| given.get_one::<String>(option).map(|text| clean_line(text));
    let asked = AskedFigures {
        report,
        by: axis,
        from: period.from,
        to: period.to,
        today: call.today,
        district: line("district"),
        phase: line("phase"),
        act,
    };
    let out = outfile::asked(given);
    let told = given.get_one::<String>("table").map(String::as_str);
    let format =
        told.and_then(Format::named).or_else(|| out.filter(|_| told != Some(TABLE)).and_then(|out| Format::of(out)));
    if format == Some(Format::Xlsx) && out.is_none() && call.around.terminal.output {
        return Err(Problem::new(Kind::Usage, "sheet-to-terminal").into());
    }
    out.map_or(Ok(()), |out| outfile::check(call, out))?;
    // What leaves one casebook is remembered in it. What several of them or a file of counts come to is nobody's to
    // remember, so totals count only what is shown there.
    let is_many = given.contains_id("counts") || !call.further.is_empty();
    if is_many && matches!(rule, Rule::TrueTotals { .. }) {
        return Err(Problem::new(Kind::Usage, "totals-of-one").into());
    }
    let (store, counts, axis, is_turned) = match given.get_one::<PathBuf>("counts") {
        Some(path) => {
            let (counts, axis, is_turned) = report_many::counted(call, given, report, path)?;
            (None, counts, axis, is_turned)
        }
        None if is_many => (None, report_many::of_casebooks(call, &asked)?, axis, is_turned),
        None => {
            let store = opening::open(call)?.store;
            let counts = report_many::of_one(call, &store, &asked)?;
            (Some(store), counts, axis, is_turned)
        }
    };
    let asked = AskedFigures { by: axis, ..asked };
    // Where somebody says by what, the table is meant.
    let counts = Counts { lines: counts.lines.iter().filter(|_| by.is_none()).cloned().collect(), ..counts };
    // A table on a terminal is looked at; whatever else it is written to may leave the house.
    let leaves = format.is_some() || out.is_some() || !call.around.terminal.output;
    let mut figures = match &store {
        Some(store) => masked(store, &asked, &counts, rule, leaves)?,
        None => protect(&counts, rule),
    };
    figures.listing = figures.listing.filter(|_| by.is_none());
    let figures = if is_turned { figures.turned() } else { figures };
    let sheet = Sheet { locale: &call.locale, figures: &figures, asked: &asked };
    let separator = given.get_one::<String>("separator").and_then(|text| text.bytes().next());
    let csv = Csv { separator: separator.unwrap_or(b','), has_mark: given.get_flag("bom") };
    let write = |to: &mut dyn Write| report::write(format.unwrap_or(Format::Csv), csv, &figures, &sheet.told(), to);
    match (out, format) {
        (Some(path), _) => {
            keep(call, path, &mut |to| write(to))?;
            let path = path.display().to_string();
            let rows = Grid::of(&figures).rows.len();
            tell(&call.locale.tell("said-exported", &[("rows", arg(rows)), ("path", arg(path))]))
        }
        (None, Some(_)) => {
            let mut output = Output::open();
            write(output.raw())?;
            Ok(output.finish()?)
        }
        (None, None) => sheet.show(),
    }
}

/// As who the figures are read, and by which rule they are masked.
fn rule(given: &ArgMatches) -> (Right, Rule) {
    let is_true = given.get_one::<String>("totals").is_some_and(|totals| totals == TRUE_TOTALS);
    match (given.get_flag("internal"), is_true) {
        (true, _) => (Right::ReadFiguresUnmasked, Rule::Internal),
        (false, true) => (Right::ReadFigures, Rule::TrueTotals { threshold: THRESHOLD }),
        (false, false) => (Right::ReadFigures, Rule::Masked { threshold: THRESHOLD }),
    }
}

/// Counts as they may be shown beside all that has left the house. What is about to leave is remembered before it does.
fn masked(store: &Store, asked: &AskedFigures, counts: &Counts, rule: Rule, leaves: bool) -> Result<Figures, Problem> {
    if rule == Rule::Internal {
        return Ok(protect(counts, rule));
    }
    loop {
        let beside = store.beside(asked)?;
        let (figures, told) = publish(counts, rule, &beside.extent, &beside.memory).map_err(refused)?;
        // Somebody else may have published meanwhile.
        if !leaves || store.publish(asked, &told, &beside)? {
            return Ok(figures);
        }
    }
}

/// Why a report may not leave the house.
fn refused(why: Refused) -> Problem {
    let problem = Problem::new(Kind::Refused, why.key());
    match why {
        Refused::TrueAfterMasked { on } | Refused::Undoes { on: Some(on) } => problem.with("day", on),
        Refused::Undoes { on: None } | Refused::TooMuch | Refused::Unclear => problem,
    }
}

/// The days that are asked for, or those of the report where nobody says which.
fn period(call: &Invocation, given: &ArgMatches, report: &Report) -> Result<Period, Problem> {
    let told = given.get_one::<String>("period");
    let (from, to) = call.period(given)?;
    if let Some(text) = told {
        if from.or(to).is_some() {
            return Err(Problem::new(Kind::Usage, "period-or-days"));
        }
        return parse_period(text, call.today)
            .ok_or_else(|| Problem::new(Kind::Usage, "bad-period").with("value", text));
    }
    let today = call.today;
    let begin = |month: u32| NaiveDate::from_ymd_opt(today.year(), month, 1).unwrap_or(today);
    let first = match report.span {
        Span::YearSoFar => begin(1),
        Span::MonthSoFar => begin(today.month()),
        Span::Everything => bounds::EARLIEST,
    };
    let (from, to) = (from.unwrap_or(first), to.unwrap_or(today));
    if to < from {
        return Err(Problem::new(Kind::Usage, "days-in-order"));
    }
    Ok(Period { from, to })
}

/// A report in a language.
struct Sheet<'a> {
    locale: &'a Locale,
    figures: &'a Figures,
    asked: &'a AskedFigures,
}

impl Sheet<'_> {
    fn told(&self) -> Told {
        let (locale, report) = (self.locale, self.asked.report);
        let (from, to, made) = (self.asked.from.to_string(), self.asked.to.to_string(), self.asked.today.to_string());
        let labels = |axis: &'static Axis| {
            let of = axis.labels.words().map(|_| axis.labels.closed());
            of.into_iter().flatten().map(move |label| (label.to_owned(), locale.figure_label(axis, label)))
        };
        Told {
            title: locale.report_title(report, &from, &to),
            definition: locale.report_definition(report),
            population: locale.report_population(report),
            disclosure: locale.figures_rule(self.figures),
            below: locale.below_figures(self.figures, &made),
            terms: labels(self.figures.across).chain(labels(self.figures.by)).collect(),
            sheet: locale.say("report-definitions"),
            from,
            to,
            made,
        }
    }

    /// The table, and what stands below it.
    fn show(&self) -> Result<(), Failure> {
        let (locale, figures, told) = (self.locale, self.figures, self.told());
        let mut output = Output::open();
        if figures.rule == Rule::Internal {
            output.line(&told.disclosure)?;
        }
        output.line(&told.title)?;
        if let Some(listing) = &figures.listing {
            let headings = listing.columns.iter().map(|(name, _)| locale.field(name)).collect();
            let mut columns = Columns::new(&mut output, headings);
            for row in &Grid::of(figures).rows {
                columns.row(row.iter().map(ToString::to_string).collect())?;
            }
            columns.finish()?;
            output.line("")?;
        }
        let mut headings = vec![locale.axis(figures.by)];
        headings.extend(figures.columns.iter().map(|label| locale.figure_label(figures.across, label)));
        let mut columns = Columns::new(&mut output, headings);
        for (label, cells) in figures.lines() {
            let label = locale.figure_label(figures.by, label);
            columns.row(std::iter::once(label).chain(cells.iter().map(|cell| locale.figure(*cell))).collect())?;
        }
        columns.finish()?;
        for line in &told.below {
            output.line(line)?;
        }
        Ok(output.finish()?)
    }
}
