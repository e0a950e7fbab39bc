//! `trygg backup`: a copy of the casebook, made while people write, proven before it has its name.

use clap::ArgMatches;
use serde_json::json;

use super::path;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening;
use crate::cli::output::Output;
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::BackupMade;

/// Makes a backup, and says where, how far it goes and what is kept.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let opened = opening::open(call)?;
    let made = opened.store.backup(&opened.casebook, path(given, "backup_place"))?;
    let keeping = opened.store.keeping();
    let goes_by = keeping.goes_by(made.at);
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => output.json(&json!({
            "directory": made.directory.display().to_string(),
            "at": made.at,
            "journal_row": made.row,
            "bytes": made.bytes,
            "proven": true,
            "kept": made.kept,
            "oldest": made.oldest,
            "removed": made.removed,
            "goes_by": goes_by,
            "keeping": { "daily": keeping.daily, "weekly": keeping.weekly, "monthly": keeping.monthly },
            "notes": notes(call, &made.notes),
        }))?,
        Shape::Text => {
            tell(call, &made, &mut output)?;
            let words = [
                ("daily", arg(keeping.daily)),
                ("weekly", arg(keeping.weekly)),
                ("monthly", arg(keeping.monthly)),
                ("goes_by", arg(call.locale.date(goes_by, call.today))),
            ];
            output.line(&call.locale.tell("said-backup-keeping", &words))?;
            notes(call, &made.notes).iter().try_for_each(|note| output.line(note))?;
        }
    }
    Ok(output.finish()?)
}

fn tell(call: &Invocation, made: &BackupMade, output: &mut Output) -> Result<(), Problem> {
    let oldest = call.locale.date(made.oldest.date_naive(), call.today);
    output.line(&call.locale.tell(
        "said-backup",
        &[("path", arg(made.directory.display().to_string())), ("row", arg(made.row.to_string()))],
    ))?;
    output.line(&call.locale.tell(
        "said-backup-kept",
        &[("kept", arg(made.kept)), ("oldest", arg(oldest)), ("removed", arg(made.removed.len()))],
    ))
}

/// What is to be known of a place and is no failure.
pub(super) fn notes(call: &Invocation, notes: &[Problem]) -> Vec<String> {
    let told = |note: &Problem| {
        let hint = call.locale.hint(note).map(|hint| format!(" {hint}")).unwrap_or_default();
        format!("{}: {}{hint}", call.locale.say("doctor-note"), call.locale.problem(note))
    };
    notes.iter().map(told).collect()
}
