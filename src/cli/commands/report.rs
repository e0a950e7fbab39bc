//! `trygg report NAME`: tables that may leave the house. Small counts are masked unless the table is for the unit
//! itself.

use std::io::Write;

use chrono::{Datelike, NaiveDate};
use clap::ArgMatches;

use super::export::tell;
use crate::cli::arguments::TABLE;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::outfile::{self, keep};
use crate::cli::output::{Columns, Output};
use crate::cli::{journalled, opening};
use crate::domain::access::Right;
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::{Disclosure, THRESHOLD};
use crate::exchange::file::{self, Format};
use crate::exchange::outgoing::Row;
use crate::exchange::week::{self, DEADLINES};
use crate::locale::arg;

/// Writes the report: of the year so far where no period is told.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let (from, to) = call.period(given)?;
    let first = NaiveDate::from_ymd_opt(call.today.year(), 1, 1).unwrap_or(call.today);
    let (from, to) = (from.unwrap_or(first), to.unwrap_or(call.today));
    let internal = given.get_flag("internal");
    let (act, disclosure) = if internal {
        (Right::ReadFiguresUnmasked, Disclosure::Internal)
    } else {
        (Right::ReadFigures, Disclosure::Masked { threshold: THRESHOLD })
    };
    let out = outfile::asked(given);
    let named = given.get_one::<String>("table").map(String::as_str);
    let format =
        named.and_then(Format::named).or_else(|| out.filter(|_| named != Some(TABLE)).and_then(|out| Format::of(out)));
    if format == Some(Format::Xlsx) && out.is_none() && call.around.terminal.output {
        return Err(Problem::new(Kind::Usage, "sheet-to-terminal").into());
    }
    out.map_or(Ok(()), |out| outfile::check(call, out))?;
    let store = opening::open(call)?.store;
    let duties = store.duties_for_figures(act, from, to, call.today)?;
    journalled::tell(call, &store);
    let rows = week::report(&week::standings(&duties, store.rules().all()), disclosure);
    let write = |to: &mut dyn Write| -> Result<(), Problem> {
        let format = format.unwrap_or(Format::Csv);
        let mut give = |each: crate::store::Each<'_, Row>| rows.iter().cloned().try_for_each(each);
        file::write_form(format, &DEADLINES, &mut give, to)
    };
    match (out, format) {
        (Some(path), _) => {
            keep(call, path, &mut |to| write(to))?;
            let path = path.display().to_string();
            tell(&call.locale.tell("said-exported", &[("rows", arg(rows.len())), ("path", arg(path))]))
        }
        (None, Some(_)) => {
            let mut output = Output::open();
            write(output.raw())?;
            Ok(output.finish()?)
        }
        (None, None) => {
            let mut output = Output::open();
            output.line(
                &call.locale.tell("report-deadlines", &[("from", arg(from.to_string())), ("to", arg(to.to_string()))]),
            )?;
            let headings = DEADLINES.fields.iter().map(|field| call.locale.field(field.key)).collect();
            let mut columns = Columns::new(&mut output, headings);
            for row in &rows {
                columns.row(DEADLINES.fields.iter().map(|field| row.draft.get(field.key).to_owned()).collect())?;
            }
            columns.finish()?;
            if disclosure != Disclosure::Internal {
                output.line(&call.locale.tell("report-masked", &[("threshold", arg(THRESHOLD))]))?;
            }
            Ok(output.finish()?)
        }
    }
}
