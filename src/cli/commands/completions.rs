//! `trygg completions SHELL`: tab completion, from the table of arguments.

use clap::ArgMatches;

use super::word;
use crate::cli::arguments;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::output::Output;
use crate::domain::problem::{Kind, Problem};
use crate::exchange::file::unwritten;

/// Writes the shell's script.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let shell = arguments::shell(word(given, "shell")).ok_or_else(|| Problem::new(Kind::Usage, "bad-call"))?;
    // Written to memory first: the generator gives up in a panic when a reader goes away.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut arguments::command(&call.locale), "trygg", &mut script);
    let mut output = Output::open();
    output.raw().write_all(&script).map_err(unwritten)?;
    Ok(output.finish()?)
}
