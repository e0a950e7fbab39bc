//! `trygg man`: the manual page of the program, or of one command, from the table of arguments.

use clap::ArgMatches;
use clap_mangen::Man;

use crate::cli::arguments;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::output::Output;
use crate::exchange::file::unwritten;

/// The headings that the generator writes; `man-<heading>` of the locale says them.
const HEADINGS: [&str; 4] = ["NAME", "SYNOPSIS", "DESCRIPTION", "VERSION"];

/// Writes the page.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let mut command = arguments::command(&call.locale);
    command.build();
    if let Some(name) = given.get_one::<String>("command")
        && let Some(found) = command.find_subcommand(name)
    {
        command = found.clone();
    }
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(unwritten)?;
    let page = HEADINGS.iter().fold(String::from_utf8_lossy(&page).into_owned(), |page, heading| {
        page.replace(&format!(".SH {heading}\n"), &format!(".SH {}\n", call.locale.say(&format!("man-{heading}"))))
    });
    let mut output = Output::open();
    output.raw().write_all(page.as_bytes()).map_err(unwritten)?;
    Ok(output.finish()?)
}
