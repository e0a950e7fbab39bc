//! The subcommands, one file each.

mod access;
mod access_break;
mod access_review;
mod add;
mod backup;
mod calendar;
mod calendar_file;
mod completions;
mod correct;
pub mod demo;
mod doctor;
mod export;
mod extract;
mod guide;
mod import;
mod import_folder;
mod import_mapping;
mod init;
mod list;
mod list_due;
mod list_gaps;
mod list_missing;
mod list_network;
mod man;
mod network_file;
mod one_line;
mod open;
mod purge;
mod render;
mod report;
mod report_many;
mod report_records;
mod report_saved;
mod research;
mod restore;
mod show;
mod show_check_in;
mod show_group;
mod show_handover;
mod show_main_record;
mod show_network;
mod show_papers;
mod show_plan;
mod show_visits;
mod standby;
mod take_in;
mod take_in_maps;
mod take_in_visits;
mod team;
mod user;
mod user_key;
mod verify;

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::failure::Failure;
use super::invocation::Invocation;
use crate::domain::problem::{Kind, Problem};

type Run = fn(&Invocation, &ArgMatches) -> Result<(), Failure>;

/// What carries out which subcommand.
const TABLE: &[(&str, Run)] = &[
    ("demo", demo::run),
    ("guide", guide::run),
    ("init", init::run),
    ("add", add::run),
    ("list", list::run),
    ("show", show::run),
    ("import", import::run),
    ("export", export::run),
    ("correct", correct::run),
    ("extract", extract::run),
    ("render", render::run),
    ("report", report::run),
    ("research", research::run),
    ("access", access::run),
    ("calendar", calendar::run),
    ("user", user::run),
    ("team", team::run),
    ("backup", backup::run),
    ("restore", restore::run),
    ("standby", standby::run),
    ("purge", purge::run),
    ("doctor", doctor::run),
    ("verify", verify::run),
    ("completions", completions::run),
    ("man", man::run),
];

/// The one that adds up several casebooks.
const ADDS_UP: &str = "report";

/// Carries out the subcommand, or opens the interface where there is none.
pub fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    if !call.further.is_empty() && given.subcommand_name() != Some(ADDS_UP) {
        return Err(Problem::new(Kind::Usage, "one-casebook").into());
    }
    let Some((name, given)) = given.subcommand() else { return open::run(call) };
    match TABLE.iter().find(|(known, _)| *known == name) {
        Some((_, run)) => run(call, given),
        None => Err(Problem::new(Kind::Usage, "bad-call").into()),
    }
}

/// A required path; clap has seen to it that it is there.
fn path<'a>(given: &'a ArgMatches, name: &str) -> &'a Path {
    given.get_one::<PathBuf>(name).map_or(Path::new(""), PathBuf::as_path)
}

/// A required word; clap has seen to it that it is there.
fn word<'a>(given: &'a ArgMatches, name: &str) -> &'a str {
    given.get_one::<String>(name).map_or("", String::as_str)
}
