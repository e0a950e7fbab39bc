//! The arguments, as one table: parser, help, completions and man pages all come from it.
//!
//! What is said about them is in the locale files: `cmd-<command>` and `cmd-<command>-usage`, `arg-<argument>` and, for
//! what takes a value, `arg-<argument>-value`. clap's own words never reach a person; what it refuses is said by
//! [`super::refusal`].

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

pub use super::choices::{
    CALENDAR, CHECK_IN, DUE, FOLDER, GAPS, GRAPHML, GROUP, HANDOVER, ICS, LOG, MAIN_RECORD, MISSING, NETWORK, PAPERS,
    PLAN, REVIEW, SVG, TABLE, USERS,
};
use super::choices::{
    accesses, decisions, exported, facts, formats, frames, imported, kinds, languages, listed, namings, reports,
    separators, shells, shown, tables, team_deeds, totals,
};
use super::user_deeds::UserDeed;
use crate::locale::{Locale, arg};

/// Where an argument stands.
#[derive(Clone, Copy)]
enum Place {
    /// `--name`, there or not.
    Flag,
    /// `--name VALUE`.
    Option,
    /// `--name VALUE`, once or several times.
    Repeated,
    /// `--name VALUE`, required.
    Must,
    /// The next word, required.
    Word,
    /// The next word, if there is one.
    OptionalWord,
    /// All words that follow, or none.
    Words,
    /// All words that follow, at least one, unless an option says as much.
    WordsOr(&'static str),
}

/// What an argument takes.
#[derive(Clone, Copy)]
enum Takes {
    Nothing,
    Text,
    Path,
    Number { least: u64, most: u64 },
    OneOf(fn() -> Vec<&'static str>),
}

/// An argument: its name, the option's long name, its place, what it takes.
type Row = (&'static str, &'static str, Place, Takes);

use Place::{Flag, Must, Option as Opt, OptionalWord, Repeated, Word, Words, WordsOr};
use Takes::{Nothing, Number, OneOf, Path, Text};

/// Usable before and after every subcommand.
const GLOBAL: &[Row] = &[
    ("casebook", "casebook", Repeated, Path),
    ("user", "user", Opt, Text),
    ("passphrase_file", "passphrase-file", Opt, Path),
    ("lang", "lang", Opt, OneOf(languages)),
    ("today", "today", Opt, Text),
    ("verbose", "verbose", Flag, Nothing),
    ("linear", "linear", Flag, Nothing),
];

const JSON: Row = ("json", "json", Flag, Nothing);
const DRY_RUN: Row = ("dry_run", "dry-run", Flag, Nothing);
const COUNT: Row = ("count", "count", Flag, Nothing);
const FAMILY: Row = ("family", "family", Opt, Text);
const FROM: Row = ("from", "from", Opt, Text);
const TO: Row = ("to", "to", Opt, Text);
const OUT: Row = ("out", "out", Opt, Path);
const PERSON: Row = ("person", "person", Opt, Text);
const FOR: Row = ("for_one", "for", Opt, Text);
const RECOVERY_FILE: Row = ("recovery_file", "recovery-file", Opt, Path);
const SUPPORTER: Row = ("supporter", "supporter", Opt, Text);

/// Subcommands in the order of the help, with their arguments.
const COMMANDS: &[(&str, &[Row])] = &[
    (
        "demo",
        &[
            ("dir", "dir", Opt, Path),
            ("families", "families", Opt, Number { least: 1, most: 1_000_000 }),
            ("seed", "seed", Opt, Number { least: 0, most: u64::MAX }),
            ("no_open", "no-open", Flag, Nothing),
            ("practice", "practice", Flag, Nothing),
        ],
    ),
    ("guide", &[]),
    ("init", &[RECOVERY_FILE, JSON]),
    ("add", &[("line", "", OptionalWord, Text), DRY_RUN, ("yes", "yes", Flag, Nothing), JSON]),
    ("list", &[("list_kind", "", Word, OneOf(listed)), FAMILY, FROM, TO, FOR, JSON]),
    (
        "show",
        &[
            ("shown", "", Word, OneOf(shown)),
            ("named", "", WordsOr("family"), Text),
            FAMILY,
            PERSON,
            FOR,
            ("given", "given", Flag, Nothing),
            JSON,
        ],
    ),
    (
        "import",
        &[
            ("import_kind", "", Word, OneOf(imported)),
            ("file", "", Word, Path),
            SUPPORTER,
            FROM,
            TO,
            ("empty", "empty", Flag, Nothing),
            ("mapping", "mapping", Opt, Text),
            ("new_mapping", "new-mapping", Opt, Text),
            ("ego", "person", Opt, Text),
            ("drawn_on", "on", Opt, Text),
            DRY_RUN,
            JSON,
        ],
    ),
    (
        "export",
        &[
            ("kind", "", Word, OneOf(exported)),
            FAMILY,
            FROM,
            TO,
            FOR,
            ("format", "format", Opt, OneOf(formats)),
            OUT,
            ("child", "child", Opt, Text),
            ("adult", "adult", Opt, Text),
            SUPPORTER,
            ("busy", "busy", Flag, Nothing),
            PERSON,
            ("on", "on", Opt, Text),
            ("names", "names", Opt, OneOf(namings)),
            ("whole", "whole", Flag, Nothing),
            ("because", "reason", Opt, Text),
        ],
    ),
    (
        "correct",
        &[
            ("corrected_kind", "", Word, OneOf(kinds)),
            ("number", "", Word, Number { least: 1, most: 9_000_000_000_000 }),
            ("anew", "", WordsOr("changes"), Text),
            ("reason", "reason", Opt, Text),
            ("asked_by", "asked-by", Opt, Text),
            ("changes", "changes", Flag, Nothing),
            JSON,
        ],
    ),
    ("extract", &[("of_person", "", Word, Text), OUT, JSON]),
    (
        "render",
        &[
            ("pane", "", Word, Text),
            FAMILY,
            ("size", "size", Opt, Text),
            ("frame", "format", Opt, OneOf(frames)),
            ("veiled", "veiled", Flag, Nothing),
        ],
    ),
    (
        "report",
        &[
            ("report", "", OptionalWord, OneOf(reports)),
            FROM,
            TO,
            ("period", "period", Opt, Text),
            ("by", "by", Opt, Text),
            ("district", "district", Opt, Text),
            ("phase", "phase", Opt, Text),
            ("only_team", "team", Opt, Text),
            ("records", "records", Opt, Text),
            ("all_saved", "all-saved", Flag, Nothing),
            ("table", "format", Opt, OneOf(tables)),
            ("separator", "separator", Opt, OneOf(separators)),
            ("bom", "bom", Flag, Nothing),
            OUT,
            ("totals", "totals", Opt, OneOf(totals)),
            ("internal", "internal", Flag, Nothing),
            ("counts", "counts", Opt, Path),
            JSON,
        ],
    ),
    (
        "research",
        &[("unit", "unit", Must, Text), ("into", "out", Must, Path), FROM, TO, ("facts", "format", Opt, OneOf(facts))],
    ),
    (
        "access",
        &[
            ("access", "", Word, OneOf(accesses)),
            ("whom", "", OptionalWord, Text),
            ("who", "who", Opt, Text),
            ("because", "reason", Opt, Text),
            FAMILY,
            FROM,
            TO,
            FOR,
            OUT,
            ("decide", "decide", Opt, Number { least: 1, most: u32::MAX as u64 }),
            ("decision", "as", Opt, OneOf(decisions)),
            ("note", "note", Opt, Text),
            COUNT,
            JSON,
        ],
    ),
    ("calendar", &[FROM, TO, JSON]),
    (
        "user",
        &[
            ("user_deed", "", Word, OneOf(UserDeed::names)),
            ("user_words", "", Words, Text),
            ("role", "role", Opt, Text),
            ("of_team", "team", Opt, Text),
            ("hours", "hours", Opt, Text),
            ("new_passphrase_file", "new-passphrase-file", Opt, Path),
            ("second", "second", Opt, Text),
            ("second_passphrase_file", "second-passphrase-file", Opt, Path),
            ("code_file", "code-file", Opt, Path),
            RECOVERY_FILE,
            JSON,
        ],
    ),
    ("team", &[("team_deed", "", Word, OneOf(team_deeds)), ("team_words", "", Words, Text), JSON]),
    ("backup", &[("backup_place", "", Word, Path), JSON]),
    ("restore", &[("copy", "", Word, Path), JSON]),
    (
        "standby",
        &[
            ("standby_place", "", Word, Path),
            ("promote", "promote", Flag, Nothing),
            ("end_standby", "end", Flag, Nothing),
            JSON,
        ],
    ),
    (
        "purge",
        &[
            DRY_RUN,
            COUNT,
            FAMILY,
            ("requests", "requests", Flag, Nothing),
            ("confirm", "confirm", Opt, Number { least: 1, most: 1_000_000_000 }),
            ("withdraw", "withdraw", Opt, Number { least: 1, most: 1_000_000_000 }),
            JSON,
        ],
    ),
    ("doctor", &[JSON]),
    ("verify", &[("accept", "accept", Flag, Nothing), JSON]),
    ("completions", &[("shell", "", Word, OneOf(shells))]),
    ("man", &[("command", "", OptionalWord, OneOf(commands))]),
];

fn commands() -> Vec<&'static str> {
    COMMANDS.iter().map(|(name, _)| *name).collect()
}

/// The numbers that an option takes.
pub fn range(option: &str) -> Option<(u64, u64)> {
    let name = option.strip_prefix("--")?;
    let rows = COMMANDS.iter().flat_map(|(_, rows)| rows.iter());
    rows.filter(|(_, long, ..)| *long == name).find_map(|(.., takes)| match takes {
        Number { least, most } => Some((*least, *most)),
        _ => None,
    })
}

/// The shell of a name in the table.
pub fn shell(name: &str) -> Option<Shell> {
    name.parse().ok()
}

/// The whole command line in a language.
pub fn command(locale: &Locale) -> Command {
    let root = COMMANDS
        .iter()
        .fold(described("trygg", &[], locale), |root, (name, rows)| root.subcommand(described(name, rows, locale)));
    let root = GLOBAL
        .iter()
        .fold(root, |root, row| root.arg(argument(row, locale).global(true).help_heading(locale.say("help-global"))));
    root.version(env!("CARGO_PKG_VERSION"))
        .subcommand_help_heading(locale.say("help-commands"))
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(last(Arg::new("version").long("version").action(ArgAction::Version), "version", locale))
}

fn described(name: &'static str, rows: &[Row], locale: &Locale) -> Command {
    let usage = locale.say(&format!("cmd-{name}-usage"));
    let command = Command::new(name)
        .about(locale.say(&format!("cmd-{name}")))
        .override_usage(usage)
        .help_template(format!("{{about}}\n\n{}\n  {{usage}}\n\n{{all-args}}", locale.say("help-usage")))
        .disable_help_flag(true);
    let own = rows.iter().enumerate().map(|(place, row)| argument(row, locale).display_order(place));
    command.args(own).arg(last(Arg::new("help").short('h').long("help").action(ArgAction::Help), "help", locale))
}

/// Arguments that stand last in every help.
fn last(arg: Arg, id: &'static str, locale: &Locale) -> Arg {
    arg.help(locale.say(&format!("arg-{id}"))).help_heading(locale.say("help-global")).display_order(1000)
}

/// What an argument is, in words; the kinds of records are those of the exchange.
fn help_of(id: &str, locale: &Locale) -> String {
    locale.tell(&format!("arg-{id}"), &[("kinds", arg(kinds().join(", "))), ("reports", arg(reports().join(", ")))])
}

fn argument((id, long, place, takes): &Row, locale: &Locale) -> Arg {
    let arg = Arg::new(*id).help(help_of(id, locale));
    let arg = match place {
        Flag => arg.long(*long).action(ArgAction::SetTrue).help_heading(locale.say("help-options")),
        Opt => arg.long(*long).help_heading(locale.say("help-options")),
        Repeated => arg.long(*long).action(ArgAction::Append).help_heading(locale.say("help-options")),
        Must => arg.long(*long).required(true).help_heading(locale.say("help-options")),
        Word => arg.required(true).help_heading(locale.say("help-words")),
        OptionalWord => arg.help_heading(locale.say("help-words")),
        Words => arg.num_args(0..).help_heading(locale.say("help-words")),
        WordsOr(option) => arg.required_unless_present(*option).num_args(1..).help_heading(locale.say("help-words")),
    };
    let parser: ValueParser = match takes {
        Nothing => return arg,
        Text => value_parser!(String),
        Path => value_parser!(PathBuf),
        Number { least, most } => value_parser!(u64).range(*least..=*most).into(),
        OneOf(values) => PossibleValuesParser::new(values()).into(),
    };
    // A number below zero is refused as a number, not as an option that there is none of.
    let arg = arg.allow_negative_numbers(matches!(takes, Number { .. }));
    arg.value_name(locale.say(&format!("arg-{id}-value"))).value_parser(parser).hide_possible_values(true)
}

#[cfg(test)]
mod tests;
