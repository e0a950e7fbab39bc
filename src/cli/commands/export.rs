//! `trygg export KIND`: records in a file. That they leave the house is journalled.
//!
//! A named file is written beside its place and moved there when it is whole, readable by its owner only.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use tempfile::NamedTempFile;

use super::word;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::{naming, opening};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::Noun;
use crate::exchange::file::{self, Format};
use crate::exchange::outgoing::{self, Row};
use crate::exchange::protection::Audience;
use crate::locale::arg;
use crate::store::{Each, Listing};

/// Writes the file.
pub(super) fn run(desk: &Desk, given: &ArgMatches) -> Result<(), Failure> {
    let noun = Noun::named(word(given, "kind")).ok_or_else(|| Problem::new(Kind::Usage, "bad-call"))?;
    let (from, to) = desk.period(given)?;
    let out: Option<&PathBuf> = given.get_one("out");
    let named = given.get_one::<String>("format").and_then(|name| Format::named(name));
    let format = named.or_else(|| Format::of(out?)).unwrap_or(Format::Csv);
    if format == Format::Xlsx && out.is_none() && desk.around.terminal.output {
        return Err(Problem::new(Kind::Usage, "sheet-to-terminal").into());
    }
    let store = opening::open(desk)?.store;
    let family = given.get_one::<String>("family").map(|word| naming::family(&store, word)).transpose()?;
    let listing = Listing { family: family.map(|family| family.id), from, to };
    store.journal_export(noun.name(), listing.family)?;
    let mut count = 0;
    let mut rows = |each: Each<'_, Row>| {
        outgoing::each(&store, noun, &listing, Audience::File, &mut |row| {
            count += 1;
            each(row)
        })
    };
    let mut output = Output::open();
    match out {
        None => file::write(format, noun, &mut rows, output.raw())?,
        Some(path) => {
            let mut beside = beside(path)?;
            file::write(format, noun, &mut rows, &mut beside)?;
            beside.as_file().sync_all().map_err(|cause| unwritable(path, cause))?;
            beside.persist(path).map_err(|cause| unwritable(path, cause.error))?;
            let path = path.display().to_string();
            output.line(&desk.locale.tell("said-exported", &[("rows", arg(count)), ("path", arg(path))]))?;
        }
    }
    Ok(output.finish()?)
}

fn beside(path: &Path) -> Result<NamedTempFile, Problem> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    NamedTempFile::new_in(directory).map_err(|cause| unwritable(path, cause))
}

fn unwritable(path: &Path, cause: std::io::Error) -> Problem {
    Problem::new(Kind::Io, "write-file").with("path", path.display()).because(cause)
}
