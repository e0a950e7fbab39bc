//! Reports over several casebooks, each opened by whoever asks, and over counts that somebody else made.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

use clap::ArgMatches;

use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::{environment, journalled, opening};
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::{Axis, Counts, Report};
use crate::exchange::report::read_counts;
use crate::store::{AskedFigures, Casebook, Store, sorting_key};

/// The counts of the casebook, with those of the further ones.
pub(super) fn of_casebooks(call: &Invocation, asked: &AskedFigures) -> Result<Counts, Failure> {
    let mut counts = of_one(call, &opening::open(call)?.store, asked)?;
    for further in &call.further {
        let found = Casebook::find(further)?.at(environment::whence());
        counts = counts.with(of_one(call, &opening::unlock(call, found)?.store, asked)?, &sorting_key);
    }
    Ok(counts)
}

/// The counts of one casebook; that they were read is journalled.
pub(super) fn of_one(call: &Invocation, store: &Store, asked: &AskedFigures) -> Result<Counts, Failure> {
    let counts = store.figures(asked, &mut |_| ControlFlow::Continue(()))?;
    journalled::tell(call, store);
    Ok(counts.ok_or_else(|| Problem::new(Kind::Io, "write-output"))?)
}

/// The counts of a file, by which axis they are told, and whether the table is turned for it.
pub(super) fn counted(
    call: &Invocation,
    given: &ArgMatches,
    report: &'static Report,
    path: &Path,
) -> Result<(Counts, &'static Axis, bool), Failure> {
    let narrows = ["by", "district", "phase"].iter().any(|option| given.contains_id(option));
    if narrows || !call.further.is_empty() {
        return Err(Problem::new(Kind::Usage, "counts-alone").into());
    }
    let file = File::open(path)
        .map_err(|cause| Problem::new(Kind::Io, "read-file").with("path", path.display()).because(cause))?;
    Ok(read_counts(report, &sorting_key, file)?)
}
