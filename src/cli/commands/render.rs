//! `trygg render PANE`: one frame of a pane on standard output.

use clap::ArgMatches;

use super::word;
use crate::app::Naming;
use crate::cli::failure::Failure;
use crate::cli::interface::{self, Frame};
use crate::cli::invocation::Invocation;
use crate::cli::output::Output;
use crate::cli::{naming, opening};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::file::unwritten;

/// No terminal has more columns or rows.
const MOST: u16 = 1000;

const DEFAULT_SIZE: (u16, u16) = (120, 40);

/// Writes the frame. It may hold the terminal's own sequences when that is asked for, so it goes out as it is.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let size = given.get_one::<String>("size").map_or(Ok(DEFAULT_SIZE), |text| size(text))?;
    let frame = match given.get_one::<String>("frame").map(String::as_str) {
        Some("ansi") => Frame::Ansi,
        _ => Frame::Text,
    };
    let naming = if given.get_flag("veiled") { Naming::Initials } else { Naming::Names };
    let opened = opening::open(call)?;
    let family = given.get_one::<String>("family").map(|word| naming::family(&opened.store, word)).transpose()?;
    let frame = interface::render(call, opened, word(given, "pane"), family.as_ref(), naming, size, frame)?;
    let mut output = Output::open();
    output.raw().write_all(frame.as_bytes()).map_err(unwritten)?;
    Ok(output.finish()?)
}

fn size(text: &str) -> Result<(u16, u16), Problem> {
    let parts = text.split_once(['x', 'X']);
    parts
        .and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)))
        .filter(|(width, height)| (1..=MOST).contains(width) && (1..=MOST).contains(height))
        .ok_or_else(|| Problem::new(Kind::Usage, "bad-size").with("value", text))
}
