//! `trygg report --all-saved`: every report that the unit has put a name to, for a timer. Beside them lies a manifest
//! that tells what each file is, with its checksum.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::report::Wanted;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::outfile::{self, keep};
use crate::cli::output::Output;
use crate::cli::{journalled, opening, report_file};
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::{Rule, SavedReport, THRESHOLD};
use crate::exchange::file::unwritten;
use crate::exchange::json;
use crate::exchange::report::{self, As, Csv, Grid};
use crate::locale::arg;
use crate::store::Store;

/// What the file is called that tells of the others.
const MANIFEST: &str = "manifest.json";

/// Writes them. One that cannot be is told of, and the others are written all the same.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let out = outfile::asked(given);
    let store = opening::open(call)?.store;
    let settings = store.report_settings().clone();
    if settings.saved.is_empty() {
        return Err(Problem::new(Kind::NotFound, "no-saved-reports").into());
    }
    let mut manifests: BTreeMap<PathBuf, Vec<Value>> = BTreeMap::new();
    let mut failed: Option<Problem> = None;
    let mut output = Output::open();
    for saved in &settings.saved {
        let directory = out.or(saved.directory.as_ref()).or(settings.directories.first());
        let written = match directory {
            None => Err(Problem::new(Kind::Usage, "saved-where").with("name", &saved.name)),
            Some(directory) => write(call, &store, saved, directory).map(|entry| (directory.clone(), entry)),
        };
        match written {
            Ok((directory, entry)) => {
                let path = directory.join(entry["file"].as_str().unwrap_or_default()).display().to_string();
                output.line(&call.locale.tell("report-file-written", &[("path", arg(path))]))?;
                manifests.entry(directory).or_default().push(entry);
            }
            Err(problem) => {
                output.line(&format!("{}: {}", saved.name, call.locale.problem(&problem)))?;
                failed.get_or_insert(problem);
            }
        }
    }
    journalled::tell(call, &store);
    for (directory, entries) in manifests {
        let path = directory.join(MANIFEST);
        let whole = json!({"made": call.today.to_string(), "program": env!("CARGO_PKG_VERSION"), "reports": entries});
        keep(call, &path, &mut |to| {
            json::write(to, &whole).map_err(unwritten)?;
            to.write_all(b"\n").map_err(unwritten)
        })?;
    }
    output.finish()?;
    failed.map_or(Ok(()), |problem| Err(problem.into()))
}

/// Writes one; what the manifest says of it.
fn write(call: &Invocation, store: &Store, saved: &SavedReport, directory: &Path) -> Result<Value, Problem> {
    let cannot = || Problem::new(Kind::Usage, "bad-call");
    let (report, period) = saved.report().zip(saved.days(call.today)).ok_or_else(cannot)?;
    let format = As::named(&saved.format).ok_or_else(cannot)?;
    let name = format!("{}-{}-{}.{}", saved.name, period.from, period.to, format.name());
    let path = directory.join(&name);
    outfile::check(call, &path)?;
    report_file::check(store.report_settings(), &path)?;
    let wanted = Wanted {
        report,
        by: saved.by.clone(),
        period,
        district: saved.district.clone(),
        phase: saved.phase.clone(),
        team: saved.team.clone(),
        rule: Rule::Masked { threshold: THRESHOLD },
    };
    let (asked, figures) = wanted.figures(call, store, true)?;
    let told = report_file::told(&call.locale, &figures, &asked, store.report_settings());
    let separator = saved.separator.and_then(|separator| u8::try_from(separator).ok());
    let csv = Csv { separator: separator.unwrap_or(b','), has_mark: saved.bom };
    let mut whole = Vec::new();
    report::write(format, csv, &figures, &told, &mut whole)?;
    report_file::lay(call, &path, (format, csv), (&figures, &told))?;
    let mut entry = Map::new();
    let mut say = |name: &str, value: Value| drop(entry.insert(name.to_owned(), value));
    say("name", json!(saved.name));
    say("file", json!(name));
    let sum = Sha256::digest(&whole);
    say("sha256", json!(sum.iter().map(|byte| format!("{byte:02x}")).collect::<String>()));
    say("report", json!(report.name));
    say("title", json!(told.title));
    say("from", json!(told.from));
    say("to", json!(told.to));
    say("by", json!(figures.by.name));
    for (key, value) in [("district", &saved.district), ("phase", &saved.phase), ("team", &saved.team)] {
        if let Some(value) = value {
            say(key, json!(value));
        }
    }
    say("rows", json!(Grid::of(&figures).rows.len()));
    entry.extend(report::about(&figures, &told));
    Ok(entry.into())
}
