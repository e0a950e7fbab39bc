//! `trygg restore`: a casebook out of a copy. It is made where `--casebook` says, and nothing is ever overwritten.

use clap::ArgMatches;
use serde_json::json;

use super::backup::notes;
use super::path;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::Output;
use crate::cli::{environment, opening};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{Copied, Restored};

/// Restores, and says how far what was restored goes.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let copied = Copied::find(path(given, "copy"))?;
    let to = opening::directory(call)?;
    let restored = opening::by(call, copied.casebook(), |user, passphrase| {
        copied.restore(user, passphrase, &to, environment::now)
    })?;
    Ok(told(call, given, &restored, "said-restore")?)
}

/// Tells of a casebook that was made of a copy.
pub(super) fn told(call: &Invocation, given: &ArgMatches, of: &Restored, key: &str) -> Result<(), Problem> {
    let path = of.casebook.directory().display().to_string();
    let age = environment::now() - of.at;
    let notes = notes(call, of.note.as_slice());
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => output.json(&json!({
            "casebook": path,
            "from": of.of.name(),
            "at": of.at,
            "journal_row": of.row,
            "notes": notes,
        }))?,
        Shape::Text => {
            let words = [
                ("path", arg(path)),
                ("row", arg(of.row.to_string())),
                ("at", arg(of.at.format("%Y-%m-%d %H:%M:%S UTC").to_string())),
                ("age", arg(call.locale.how_long(age))),
            ];
            output.line(&call.locale.tell(key, &words))?;
            output.line(&call.locale.tell("said-restore-lost", &words))?;
            notes.iter().try_for_each(|note| output.line(note))?;
        }
    }
    output.finish()
}
