//! Other people's spreadsheets: `trygg import KIND FILE --new-mapping NAME` begins a mapping of what is understood of a
//! file and keeps it in `imports.toml`, where somebody completes it; `--mapping NAME` reads files by it.

use clap::ArgMatches;
use serde_json::json;

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::Output;
use crate::domain::codes::CodeList;
use crate::domain::entry::{Field, Need, Shape as Kept};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;
use crate::exchange::Noun;
use crate::exchange::mapping::{Called, Mapped, Mapping, Mappings, begun};
use crate::exchange::table::Table;
use crate::locale::{Language, Locale, arg};
use crate::store::Casebook;

/// What things are called, in both languages.
struct InWords([Locale; 2]);

impl Called for InWords {
    fn is_column(&self, kind: &str, field: &str, told: &str) -> bool {
        self.0.iter().any(|locale| identity_of(&locale.column(kind, field)) == identity_of(told))
    }

    fn code(&self, field: &Field, told: &str) -> Option<String> {
        let (Kept::Code(list) | Kept::Codes(list) | Kept::OpenCode(list) | Kept::End(list)) = field.shape else {
            return None;
        };
        self.code_of(list, told).map(str::to_owned)
    }
}

impl InWords {
    fn code_of(&self, list: CodeList, told: &str) -> Option<&'static str> {
        let told = identity_of(told);
        let is_called = |code: &str| self.0.iter().any(|locale| identity_of(&locale.code(list, code)) == told);
        list.codes.iter().copied().find(|code| *code == told || is_called(code))
    }
}

/// The mappings that are kept.
pub(super) fn kept(casebook: &Casebook) -> Result<Mappings, Problem> {
    Mappings::parse(&casebook.mappings()?)
}

/// The table by the mapping that is asked for; as it is where none is.
pub(super) fn mapped(given: &ArgMatches, casebook: &Casebook, noun: Noun, table: Table) -> Result<Mapped, Problem> {
    match given.get_one::<String>("mapping") {
        Some(name) => kept(casebook)?.named(name, noun)?.apply(noun, &table),
        None => Ok(Mapped { table, left_out: Vec::new() }),
    }
}

/// Begins a mapping, keeps it, and tells what is understood and what is not. Nothing is taken in.
pub(super) fn begin(
    call: &Invocation,
    given: &ArgMatches,
    casebook: &Casebook,
    (noun, name): (Noun, &str),
    table: &Table,
) -> Result<(), Failure> {
    let kept = casebook.mappings()?;
    if Mappings::parse(&kept)?.all.iter().any(|mapping| mapping.name == name) {
        return Err(Problem::new(Kind::Usage, "mapping-taken").with("name", name).into());
    }
    let words = InWords([Language::Swedish, Language::English].map(Locale::new));
    let mapping = begun(name, noun, table, &words);
    let own = Mappings { all: vec![mapping.clone()] }.written()?;
    // What stands there already stays as somebody wrote it.
    let whole = if kept.trim().is_empty() { own } else { format!("{}\n\n{own}", kept.trim_end()) };
    Mappings::parse(&whole)?;
    if !given.get_flag("dry_run") {
        casebook.keep_mappings(&whole)?;
    }
    tell(call, invocation::shape(given), noun, &mapping, table)
}

fn tell(call: &Invocation, shape: Shape, noun: Noun, mapping: &Mapping, table: &Table) -> Result<(), Failure> {
    let left_out: Vec<&str> =
        table.header.iter().filter(|column| !mapping.columns.contains_key(*column)).map(String::as_str).collect();
    let is_lacking =
        |field: &&Field| field.need == Need::Required && !mapping.columns.values().any(|ours| ours == field.key);
    let lacking: Vec<&str> = noun.form().fields.iter().filter(is_lacking).map(|field| field.key).collect();
    let mut output = Output::open();
    if shape == Shape::Json {
        output.json(&json!({ "mapping": mapping, "left_out": left_out, "missing": lacking }))?;
        return Ok(output.finish()?);
    }
    let locale = &call.locale;
    output.line(&locale.tell("said-mapping", &[("name", arg(mapping.name.as_str()))]))?;
    for (theirs, ours) in &mapping.columns {
        let called = locale.column(noun.name(), ours);
        output.line(&format!("  {theirs} → {ours} ({called})"))?;
        for (word, code) in mapping.words.get(ours).into_iter().flatten() {
            output.line(&format!("    {word} → {code}"))?;
        }
    }
    if let Some(days) = &mapping.days {
        output.line(&locale.tell("said-mapping-days", &[("order", arg(days.as_str()))]))?;
    }
    for (key, columns) in [("said-import-left-out", left_out), ("said-mapping-missing", lacking)] {
        if !columns.is_empty() {
            output.line(&locale.tell(key, &[("columns", arg(columns.join(", ")))]))?;
        }
    }
    Ok(output.finish()?)
}
