//! `trygg guide`: the tour, six steps on an invented family.

use clap::ArgMatches;

use super::demo;
use crate::cli::failure::Failure;
use crate::cli::interface::Lasts;
use crate::cli::invocation::Invocation;
use crate::domain::problem::{Kind, Problem};

/// Leads through the program; nothing of it is kept.
pub(super) fn run(call: &Invocation, _: &ArgMatches) -> Result<(), Failure> {
    if !(call.around.terminal.input && call.around.terminal.output) {
        return Err(Problem::new(Kind::Usage, "guide-needs-terminal").into());
    }
    let (casebook, _goes) = demo::for_tour(call)?;
    demo::open(call, &casebook, Lasts::WithTheProgram)
}
