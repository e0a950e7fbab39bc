//! `trygg export KIND`: records in a file. That they leave the house is journalled.
//! How a named file is written: [`crate::cli::outfile`].

use std::io::Write;
use std::path::Path;

use clap::ArgMatches;

use super::{calendar_file, network_file, word};
use crate::cli::arguments::{GRAPHML, ICS, NETWORK, SVG};
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::outfile::deliver;
use crate::cli::output::Output;
use crate::cli::progress::Progress;
use crate::cli::{naming, opening, outfile, span};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::Noun;
use crate::exchange::file::{self, Format};
use crate::exchange::outgoing::{self, Row};
use crate::exchange::protection::Audience;
use crate::locale::arg;
use crate::store::{Each, Listing, Lot};

/// What only a calendar takes.
const OF_CALENDARS: &[&str] = &["child", "adult", "supporter"];

/// What only network maps take.
const OF_NETWORKS: &[&str] = &["person", "on", "names"];

/// Writes the file.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let kind = word(given, "kind");
    let period = call.period(given)?;
    let out = outfile::asked(given);
    out.map_or(Ok(()), |out| outfile::check(call, out))?;
    let named = given.get_one::<String>("format").map(String::as_str);
    if kind == NETWORK {
        if OF_CALENDARS.iter().any(|option| given.contains_id(option)) || given.get_flag("busy") {
            return Err(Problem::new(Kind::Usage, "only-in-calendars").into());
        }
        if given.contains_id("for_one") {
            return Err(Problem::new(Kind::Usage, "not-for-one").into());
        }
        return network_file::run(call, given, period, out);
    }
    if OF_NETWORKS.iter().any(|option| given.contains_id(option)) {
        return Err(Problem::new(Kind::Usage, "only-with-network").into());
    }
    if [SVG, GRAPHML].iter().any(|format| named == Some(format)) {
        return Err(Problem::new(Kind::Usage, "only-network-as-picture").into());
    }
    let whole = given.get_flag("whole");
    let noun = Noun::named(kind).ok_or_else(|| Problem::new(Kind::Usage, "bad-call"))?;
    if named == Some(ICS) || named.is_none() && out.is_some_and(|out| is_calendar(out)) {
        if whole {
            return Err(Problem::new(Kind::Usage, "never-whole-in-calendars").into());
        }
        if noun != Noun::Visits {
            return Err(Problem::new(Kind::Usage, "only-visits-as-calendar").into());
        }
        return calendar_file::run(call, given, period, out);
    }
    let of_calendar = |option: &&&str| given.contains_id(option);
    if OF_CALENDARS.iter().find(of_calendar).is_some() || given.get_flag("busy") {
        return Err(Problem::new(Kind::Usage, "only-in-calendars").into());
    }
    let format = named.and_then(Format::named).or_else(|| Format::of(out?)).unwrap_or(Format::Csv);
    if format == Format::Xlsx && out.is_none() && call.around.terminal.output {
        return Err(Problem::new(Kind::Usage, "sheet-to-terminal").into());
    }
    let store = opening::open(call)?.store;
    let family = given.get_one::<String>("family").map(|word| naming::family(&store, word)).transpose()?;
    let (from, to) = match span::of_file(period, call.today) {
        (from, to) if noun.needs_days() => (Some(from), Some(to)),
        _ => period,
    };
    let listing = Listing { family: family.map(|family| family.id), from, to };
    let audience = match naming::one(&store, given)? {
        Some(_) if whole => return Err(Problem::new(Kind::Usage, "not-for-one").into()),
        Some(who) => Audience::For(who),
        None if whole => Audience::Whole,
        None => Audience::File,
    };
    let lot = Lot {
        of: Some(noun.whose()),
        listing,
        to_one: match audience {
            Audience::For(who) => Some(who),
            _ => None,
        },
        reason: given.get_one::<String>("because").map(String::as_str),
        ..Lot::new(noun.name(), None)
    };
    if whole {
        store.journal_whole(&lot)?;
    } else {
        store.journal_export(&lot)?;
    }
    let is_seen = Progress::is_seen(call, out.is_none() && call.around.terminal.output);
    let kind = noun.kind().filter(|_| is_seen && lot.to_one.is_none());
    let total = kind.map(|kind| store.how_many(kind, &listing)).transpose()?;
    let mut progress = Progress::of(call, total);
    let mut count = 0;
    let mut rows = |each: Each<'_, Row>| {
        outgoing::each(&store, noun, &listing, audience, &mut |row| {
            count += 1;
            progress.one();
            each(row)
        })
    };
    let room = outfile::room(out);
    let mut write = |to: &mut dyn Write| file::write(format, noun, &mut rows, to, room.as_deref());
    let written = deliver(call, out, &mut write);
    drop(progress);
    let Some(path) = written? else { return Ok(()) };
    tell(&call.locale.tell("said-exported", &[("rows", arg(count)), ("path", arg(path))]))
}

fn is_calendar(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case(ICS))
}

/// Says a line.
pub(super) fn tell(line: &str) -> Result<(), Failure> {
    let mut output = Output::open();
    output.line(line)?;
    Ok(output.finish()?)
}
