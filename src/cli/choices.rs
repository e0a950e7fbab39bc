//! What arguments may be, where they are one of some words: kinds of records, formats, names of reports.

use crate::domain::codes::{AccessDecision, Code};
use crate::domain::report::REPORTS;
use crate::exchange::Noun;
use crate::exchange::file::Format;
use crate::exchange::network::Naming;
use crate::exchange::report::As;
use crate::exchange::research::FactFormat;

/// Totals as they are.
pub const TRUE_TOTALS: &str = "true";

/// Who looked.
pub const LOG: &str = "log";

/// Whether they should have.
pub const REVIEW: &str = "review";

pub(super) fn decisions() -> Vec<&'static str> {
    AccessDecision::LIST.codes.to_vec()
}

/// What `access` does.
pub(super) fn accesses() -> Vec<&'static str> {
    vec!["break", "conflict", "lift", "give", LOG, REVIEW]
}

/// What `team` does.
pub(super) fn team_deeds() -> Vec<&'static str> {
    vec!["list", "add", "rename"]
}

pub(super) fn languages() -> Vec<&'static str> {
    vec!["sv", "en"]
}

pub(super) fn kinds() -> Vec<&'static str> {
    Noun::in_order().into_iter().map(Noun::name).collect()
}

/// What `list` knows beyond records.
pub const USERS: &str = "users";

/// What `list` knows beyond records: duties, which are worked out.
pub const DUE: &str = "due";

/// What `list` knows beyond records: what is needed and nobody gives.
pub const GAPS: &str = "gaps";

/// What `list` knows beyond records: what is not filled in.
pub const MISSING: &str = "missing";

/// The format of a report for people.
pub const TABLE: &str = "table";

pub(super) fn reports() -> Vec<&'static str> {
    REPORTS.iter().map(|report| report.name).collect()
}

pub(super) fn facts() -> Vec<&'static str> {
    FactFormat::ALL.iter().map(|format| format.name()).collect()
}

pub(super) fn separators() -> Vec<&'static str> {
    vec![",", ";"]
}

/// What totals may be.
pub(super) fn totals() -> Vec<&'static str> {
    vec!["shown", TRUE_TOTALS]
}

pub(super) fn tables() -> Vec<&'static str> {
    std::iter::once(TABLE).chain(As::ALL.iter().map(|one| one.name())).collect()
}

pub(super) fn listed() -> Vec<&'static str> {
    kinds().into_iter().chain([GAPS, DUE, MISSING, NETWORK, USERS]).collect()
}

/// What `import` takes beyond records: somebody's own calendar.
pub const CALENDAR: &str = "calendar";

/// What `import` takes besides: a folder of lists.
pub const FOLDER: &str = "folder";

pub(super) fn imported() -> Vec<&'static str> {
    kinds().into_iter().chain([NETWORK, CALENDAR, FOLDER]).collect()
}

/// What `import`, `export`, `list` and `show` know beyond records of one row: network maps.
pub const NETWORK: &str = "network";

pub(super) fn exported() -> Vec<&'static str> {
    kinds().into_iter().chain([NETWORK]).collect()
}

/// What `show` and the journal know beyond records: a family's hand-over sheet.
pub const HANDOVER: &str = "handover";

pub(super) fn shown() -> Vec<&'static str> {
    vec!["family", HANDOVER, PAPERS, NETWORK, PLAN, CHECK_IN, GROUP, MAIN_RECORD]
}

/// What `show` and the journal know beyond records: the plans of a family's people.
pub const PLAN: &str = "plan";

/// What `show` knows besides: what is to be entered in the main record system.
pub const MAIN_RECORD: &str = "main-record";

/// What `show` knows besides: the papers of a family, for paper.
pub const PAPERS: &str = "papers";

/// What `show` knows besides: the record of a day's check-ins.
pub const CHECK_IN: &str = "check-in";

/// What `show` knows besides: a group of the team.
pub const GROUP: &str = "group";

pub(super) fn namings() -> Vec<&'static str> {
    Naming::ALL.iter().map(|naming| naming.name()).collect()
}

/// The format that is no table: a calendar file.
pub const ICS: &str = "ics";

/// The format of a picture.
pub const SVG: &str = "svg";

/// The format of a graph.
pub const GRAPHML: &str = "graphml";

pub(super) fn formats() -> Vec<&'static str> {
    Format::ALL.iter().map(|format| format.name()).chain([ICS, SVG, GRAPHML]).collect()
}

pub(super) fn frames() -> Vec<&'static str> {
    vec!["text", "ansi"]
}

pub(super) fn shells() -> Vec<&'static str> {
    vec!["bash", "elvish", "fish", "powershell", "zsh"]
}
