//! `trygg report NAME`: tables that may leave the house. Small counts are masked unless the table is for the unit
//! itself.

use std::ops::ControlFlow;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use super::export::tell;
use super::{report_many, report_records, report_saved};
use crate::cli::arguments::TABLE;
use crate::cli::choices::TRUE_TOTALS;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::outfile;
use crate::cli::output::{Columns, Output};
use crate::cli::{journalled, opening, report_file};
use crate::domain::access::Right;
use crate::domain::ids::TeamId;
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::{
    Axis, Counts, Figures, Period, REPORTS, Report, ReportSettings, Rule, THRESHOLD, named, parse_period, protect,
};
use crate::domain::text::clean_line;
use crate::exchange::file::Format;
use crate::exchange::report::{self, As, Csv, Grid, Told};
use crate::locale::{Locale, arg};
use crate::store::{AskedFigures, Store, outside};

/// What a report is written as where it answers a program.
const JSON: &str = "json";

/// What is asked for of a report, in words.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub report: &'static Report,
    pub by: Option<String>,
    pub period: Period,
    pub district: Option<String>,
    pub phase: Option<String>,
    pub team: Option<String>,
    pub rule: Rule,
}

impl Wanted {
    /// As the store is asked; and whether rows and columns change places.
    pub(super) fn asked(&self, store: Option<&Store>, today: NaiveDate) -> Result<(AskedFigures, bool), Problem> {
        let (by, is_turned) = axis(self.report, self.by.as_deref())?;
        let asked = AskedFigures {
            report: self.report,
            by,
            from: self.period.from,
            to: self.period.to,
            today,
            district: self.district.clone(),
            phase: self.phase.clone(),
            team: store.zip(self.team.as_ref()).map(|(store, name)| team(store, name)).transpose()?,
            act: if self.rule == Rule::Internal { Right::ReadFiguresUnmasked } else { Right::ReadFigures },
        };
        Ok((asked, is_turned))
    }

    /// The figures of one casebook as they may be shown beside all that has left the house. What is about to leave is
    /// remembered before it does.
    pub(super) fn figures(
        &self,
        call: &Invocation,
        store: &Store,
        leaves: bool,
    ) -> Result<(AskedFigures, Figures), Problem> {
        let (asked, is_turned) = self.asked(Some(store), call.today)?;
        let counts = store.figures(&asked, &mut |_| ControlFlow::Continue(()))?;
        journalled::tell(call, store);
        let counts = self.without_lines(counts.ok_or_else(|| Problem::new(Kind::Io, "write-output"))?);
        let figures = outside(store, &asked, &counts, self.rule, leaves)?;
        Ok((asked, self.laid(figures, is_turned)))
    }

    /// Where somebody says by what, the table is meant.
    fn without_lines(&self, counts: Counts) -> Counts {
        let lines = if self.by.is_none() { counts.lines } else { Vec::new() };
        Counts { lines, ..counts }
    }

    fn laid(&self, mut figures: Figures, is_turned: bool) -> Figures {
        figures.listing = figures.listing.filter(|_| self.by.is_none());
        if is_turned { figures.turned() } else { figures }
    }
}

/// The team of a name.
fn team(store: &Store, name: &str) -> Result<TeamId, Problem> {
    let found = store.teams()?.into_iter().find(|team| team.name.to_lowercase() == name.to_lowercase());
    found.map(|team| team.id).ok_or_else(|| Problem::new(Kind::NotFound, "no-such-team").with("team", name))
}

/// The axis of a name; which there are, where there is none.
fn axis(report: &'static Report, by: Option<&str>) -> Result<(&'static Axis, bool), Problem> {
    report.axis(by).ok_or_else(|| {
        let choices: Vec<&str> = report.choices().collect();
        Problem::new(Kind::Usage, "no-such-axis")
            .with("value", by.unwrap_or_default())
            .with("candidates", choices.join(", "))
    })
}

/// Writes the report.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    if given.get_flag("all_saved") {
        return report_saved::run(call, given);
    }
    let word = given.get_one::<String>("report");
    let report = word.and_then(|word| named(word)).ok_or_else(|| {
        let known: Vec<&str> = REPORTS.iter().map(|report| report.name).collect();
        Problem::new(Kind::Usage, "which-report").with("known", known.join(", "))
    })?;
    let line = |option: &str| given.get_one::<String>(option).map(|text| clean_line(text));
    let wanted = Wanted {
        report,
        by: given.get_one::<String>("by").cloned(),
        period: period(call, given, report)?,
        district: line("district"),
        phase: line("phase"),
        team: line("only_team"),
        rule: rule(given),
    };
    axis(report, wanted.by.as_deref())?;
    let out = outfile::asked(given);
    let told = told_format(given)?;
    let format = told.and_then(As::named).or_else(|| out.filter(|_| told != Some(TABLE)).and_then(|out| As::of(out)));
    if format == Some(As::Rows(Format::Xlsx)) && out.is_none() && call.around.terminal.output {
        return Err(Problem::new(Kind::Usage, "sheet-to-terminal").into());
    }
    out.map_or(Ok(()), |out| outfile::check(call, out))?;
    // What leaves one casebook is remembered in it. What several of them or a file of counts come to is nobody's to
    // remember, so totals count only what is shown there.
    let is_many = given.contains_id("counts") || !call.further.is_empty();
    if is_many && matches!(wanted.rule, Rule::TrueTotals { .. }) {
        return Err(Problem::new(Kind::Usage, "totals-of-one").into());
    }
    // A table on a terminal is looked at; whatever else it is written to may leave the house.
    let leaves = format.is_some() || out.is_some() || !call.around.terminal.output;
    let (asked, figures, settings) = if is_many {
        let (asked, is_turned) = wanted.asked(None, call.today)?;
        let (counts, by, is_turned) = match given.get_one::<PathBuf>("counts") {
            Some(path) => report_many::counted(call, given, report, path)?,
            None => (report_many::of_casebooks(call, &asked)?, asked.by, is_turned),
        };
        let figures = wanted.laid(protect(&wanted.without_lines(counts), wanted.rule), is_turned);
        (AskedFigures { by, ..asked }, figures, ReportSettings::default())
    } else {
        let store = opening::open(call)?.store;
        if let Some(records) = given.get_one::<String>("records") {
            return report_records::run(call, &store, &wanted, records, told);
        }
        let settings = store.report_settings().clone();
        out.map_or(Ok(()), |out| report_file::check(&settings, out))?;
        let (asked, figures) = wanted.figures(call, &store, leaves)?;
        (asked, figures, settings)
    };
    let separator = given.get_one::<String>("separator").and_then(|text| text.bytes().next());
    let csv = Csv { separator: separator.unwrap_or(b','), has_mark: given.get_flag("bom") };
    let told = report_file::told(&call.locale, &figures, &asked, &settings);
    let format_or_csv = format.unwrap_or(Format::Csv.into());
    match (out, format) {
        (Some(path), _) => {
            report_file::lay(call, path, (format_or_csv, csv), (&figures, &told))?;
            let path = path.display().to_string();
            let rows = Grid::of(&figures).rows.len();
            tell(&call.locale.tell("said-exported", &[("rows", arg(rows)), ("path", arg(path))]))
        }
        (None, Some(_)) => {
            let mut output = Output::open();
            report::write(format_or_csv, csv, &figures, &told, output.raw())?;
            Ok(output.finish()?)
        }
        (None, None) => show(&call.locale, &figures, &told),
    }
}

/// The format that is asked for, by either of two words.
fn told_format(given: &ArgMatches) -> Result<Option<&str>, Problem> {
    let told = given.get_one::<String>("table").map(String::as_str);
    match (told, given.get_flag("json")) {
        (Some(other), true) if other != JSON => Err(Problem::new(Kind::Usage, "json-or-format").with("format", other)),
        (_, true) => Ok(Some(JSON)),
        (told, false) => Ok(told),
    }
}

/// By which rule figures are masked.
fn rule(given: &ArgMatches) -> Rule {
    let is_true = given.get_one::<String>("totals").is_some_and(|totals| totals == TRUE_TOTALS);
    match (given.get_flag("internal"), is_true) {
        (true, _) => Rule::Internal,
        (false, true) => Rule::TrueTotals { threshold: THRESHOLD },
        (false, false) => Rule::Masked { threshold: THRESHOLD },
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
    let usual = report.usual_period(call.today);
    let (from, to) = (from.unwrap_or(usual.from), to.unwrap_or(usual.to));
    if to < from {
        return Err(Problem::new(Kind::Usage, "days-in-order"));
    }
    Ok(Period { from, to })
}

/// The table, and what stands below it.
fn show(locale: &Locale, figures: &Figures, told: &Told) -> Result<(), Failure> {
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
