//! `trygg import folder DIRECTORY`: the lists people have today, each read as `imports.toml` says by how its name
//! begins or as the kind of records it is called, in the order that lets each name what is there.
//!
//! Every list is read and tried before anything is stored. Each is then stored whole or not at all; where one cannot
//! be, those before it are in, and the same folder can be taken in again, for what is there already is not doubled.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::import::{Said, may_import, taken_in};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening;
use crate::cli::output::Output;
use crate::domain::problem::{Kind, Problem};
use crate::exchange::incoming;
use crate::exchange::lists::{List, Lists};
use crate::exchange::mapping::{Mapped, Mappings};
use crate::exchange::table::Table;
use crate::locale::{Locale, arg};
use crate::store::Store;

/// More than this is no folder that somebody keeps lists in.
const MOST_FILES: usize = 500;

/// What came of a list.
enum Came {
    /// It was taken in, or could be.
    In(Box<Said>),
    /// So many of its rows name what the lists before it bring.
    Waits(usize),
}

/// A list that was read.
struct Ready<'a> {
    list: List<'a>,
    mapped: Mapped,
}

/// Reads the folder, tries all of it, and stores it list by list.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let folder: PathBuf = given.get_one("file").cloned().unwrap_or_default();
    let files = files(&folder)?;
    let opening::Opened { store, casebook } = opening::open(call)?;
    may_import(&store)?;
    let mappings = Mappings::parse(&casebook.mappings()?)?;
    let lists = Lists::of(files, &mappings)?;
    if lists.all.is_empty() {
        let problem = Problem::new(Kind::Usage, "no-lists").with("path", folder.display());
        return Err(problem.with("files", lists.left_out.join(", ")).into());
    }
    let ready: Vec<Ready<'_>> =
        lists.all.into_iter().map(|list| read(call, &folder, list)).collect::<Result<_, _>>()?;
    let each = ready.iter().enumerate();
    let tried = each.map(|(at, one)| tried(call, &store, one, at == 0)).collect::<Result<Vec<_>, _>>()?;
    let came = if given.get_flag("dry_run") { tried } else { taken(call, &store, &ready)? };
    tell(call, invocation::shape(given), &ready, &came, &lists.left_out)
}

/// Stores the lists one after the other; where one cannot be, it says which are in.
fn taken(call: &Invocation, store: &Store, ready: &[Ready<'_>]) -> Result<Vec<Came>, Failure> {
    let mut came = Vec::new();
    let mut before: Vec<String> = Vec::new();
    for one in ready {
        let Mapped { table, left_out } = &one.mapped;
        let stopped = |problem: Problem| match before.is_empty() {
            true => of(call, problem, &one.list.file),
            false => in_list(call, problem, &one.list.file, "in-list-after").with("before", before.join(", ")),
        };
        let intake = incoming::read(one.list.noun, table, call.today, store).map_err(stopped)?;
        let intake = intake.map_err(|mistakes| Failure::list(&one.list.file, mistakes, &before))?;
        let rows = (table.rows.len(), left_out.clone());
        came.push(Came::In(Box::new(taken_in(store, one.list.noun, rows, intake, false).map_err(stopped)?)));
        before.push(one.list.file.clone());
    }
    Ok(came)
}

/// The files of a folder that are no other program's own.
fn files(folder: &Path) -> Result<Vec<String>, Problem> {
    let unread = |cause| Problem::new(Kind::Usage, "read-folder").with("path", folder.display()).because(cause);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_ours = !name.starts_with(['.', '~']);
        if is_ours && fs::metadata(entry.path()).is_ok_and(|about| about.is_file()) {
            found.push(name);
        }
        if found.len() > MOST_FILES {
            return Err(Problem::new(Kind::Usage, "too-many-lists").with("most", MOST_FILES));
        }
    }
    Ok(found)
}

fn read<'a>(call: &Invocation, folder: &Path, list: List<'a>) -> Result<Ready<'a>, Problem> {
    let path = folder.join(&list.file);
    let unread = |cause| Problem::new(Kind::Usage, "read-file").with("path", path.display()).because(cause);
    let in_list = |problem: Problem| of(call, problem, &list.file);
    let table = Table::read(&fs::read(&path).map_err(unread)?).map_err(in_list)?;
    let mapped = match list.mapping {
        Some(mapping) => mapping.apply(list.noun, &table).map_err(in_list)?,
        None => Mapped { table, left_out: Vec::new() },
    };
    Ok(Ready { list, mapped })
}

/// A problem of a whole list: which one it is.
fn of(call: &Invocation, problem: Problem, file: &str) -> Problem {
    in_list(call, problem, file, "in-list")
}

fn in_list(call: &Invocation, problem: Problem, file: &str, key: &'static str) -> Problem {
    let told = call.locale.problem(&problem);
    Problem::new(problem.kind, key).with("file", file).with("told", told).because(problem)
}

/// Tries a list. Rows that only name what is not there yet wait for the lists before it, where there are any.
fn tried(call: &Invocation, store: &Store, one: &Ready<'_>, is_first: bool) -> Result<Came, Failure> {
    let Mapped { table, left_out } = &one.mapped;
    let rows = (table.rows.len(), left_out.clone());
    match incoming::read(one.list.noun, table, call.today, store)
        .map_err(|problem| of(call, problem, &one.list.file))?
    {
        Ok(intake) => Ok(Came::In(Box::new(taken_in(store, one.list.noun, rows, intake, true)?))),
        Err(mistakes) if mistakes.waiting == mistakes.count() && !is_first => Ok(Came::Waits(mistakes.waiting)),
        Err(mistakes) => Err(Failure::list(&one.list.file, mistakes, &[])),
    }
}

fn tell(
    call: &Invocation,
    shape: Shape,
    ready: &[Ready<'_>],
    came: &[Came],
    left_out: &[String],
) -> Result<(), Failure> {
    let mut output = Output::open();
    let all = || ready.iter().zip(came);
    match shape {
        Shape::Json => {
            let lists: Vec<Value> = all().map(|(one, came)| as_json(one, came)).collect();
            output.json(&json!({ "lists": lists, "left_out": left_out }))?;
        }
        Shape::Text => {
            for line in all().flat_map(|(one, came)| lines(&call.locale, one, came)) {
                output.line(&line)?;
            }
            if !left_out.is_empty() {
                let files = [("files", arg(left_out.join(", ")))];
                output.line(&call.locale.tell("said-lists-left-out", &files))?;
            }
        }
    }
    Ok(output.finish()?)
}

fn as_json(one: &Ready<'_>, came: &Came) -> Value {
    let mut said = match came {
        Came::In(said) => said.as_json(),
        Came::Waits(rows) => {
            let (kind, all) = (one.list.noun.name(), one.mapped.table.rows.len());
            json!({ "kind": kind, "rows": all, "waiting": rows, "dry_run": true })
        }
    };
    said["file"] = json!(one.list.file);
    said["mapping"] = json!(one.list.mapping.map(|mapping| &mapping.name));
    said
}

fn lines(locale: &Locale, one: &Ready<'_>, came: &Came) -> Vec<String> {
    let by = one.list.mapping.map_or(String::new(), |mapping| format!(" ({})", mapping.name));
    let told = match came {
        Came::In(said) => said.lines(locale),
        Came::Waits(rows) => vec![locale.tell("said-list-waits", &[("rows", arg(*rows))])],
    };
    let mut lines = told.into_iter();
    let first = format!("{}{by}: {}", one.list.file, lines.next().unwrap_or_default());
    std::iter::once(first).chain(lines.map(|line| format!("  {line}"))).collect()
}
