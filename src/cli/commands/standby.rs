//! `trygg standby`: a copy that a second host can go on with, made every few minutes by a timer; and, with `--promote`,
//! what makes it the casebook once the first host is gone.

use clap::ArgMatches;
use serde_json::json;

use super::backup::notes;
use super::{path, restore};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::Output;
use crate::cli::{environment, opening};
use crate::locale::arg;
use crate::store::Copied;

/// Makes a standby; promotes one; or says that a place gets none any more.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let place = path(given, "standby_place");
    if given.get_flag("promote") {
        let copied = Copied::standby(place)?;
        let promoted = opening::by(call, copied.casebook(), |user, passphrase| {
            copied.promote(user, passphrase, place, environment::now)
        })?;
        return Ok(restore::told(call, given, &promoted, "said-standby-promoted")?);
    }
    let opened = opening::open(call)?;
    let mut output = Output::open();
    if given.get_flag("end_standby") {
        let place = opened.store.end_standby(place)?;
        match invocation::shape(given) {
            Shape::Json => output.json(&json!({ "place": place, "ended": true }))?,
            Shape::Text => output.line(&call.locale.tell("said-standby-ended", &[("place", arg(place))]))?,
        }
        return Ok(output.finish()?);
    }
    let made = opened.store.standby(&opened.casebook, place)?;
    match invocation::shape(given) {
        Shape::Json => output.json(&json!({
            "place": made.place,
            "name": made.name,
            "at": made.at,
            "journal_row": made.row,
            "held_ms": made.held.num_microseconds().map(|held| held as f64 / 1000.0),
            "proven": true,
            "notes": notes(call, &made.notes),
        }))?,
        Shape::Text => {
            let words = [
                ("place", arg(made.place)),
                ("row", arg(made.row.to_string())),
                ("held", arg(made.held.num_milliseconds())),
            ];
            output.line(&call.locale.tell("said-standby", &words))?;
            notes(call, &made.notes).iter().try_for_each(|note| output.line(note))?;
        }
    }
    Ok(output.finish()?)
}
