//! The command line: arguments, subcommands, the terminal, the clock, the environment.
//!
//! [`run`] finds the language, reads the arguments in it, carries out one subcommand, and turns what went wrong into
//! one line and an exit status. Nothing but this floor prints.

mod arguments;
mod captions;
mod choices;
mod commands;
mod environment;
mod failure;
mod fresh;
mod hardening;
mod interface;
mod invocation;
mod journalled;
mod keyring;
mod machine;
mod naming;
mod opening;
mod outfile;
mod output;
mod passphrase;
mod progress;
mod refusal;
mod report_file;
mod settings;
mod span;
mod stage;
mod temporary;
pub mod terminal;
mod user_deeds;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::error::ErrorKind;

use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_line;
use crate::locale::{Language, Locale};
use failure::{Causes, Failure, Shape};
use invocation::Invocation;

/// Runs the program with its arguments, the program's own name first.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    hardening::begin();
    // Whoever takes another's place is deaf to signals for as short a while as can be.
    let handed_over = fresh::take().and_then(|handed_over| Some((handed_over, terminal::Heard::begin().ok()?)));
    let words: Vec<OsString> = words.into_iter().collect();
    let around = environment::look();
    let locale = Locale::new(language(&words).unwrap_or(around.language));
    let given = match arguments::command(&locale).try_get_matches_from(&words) {
        Ok(given) => given,
        Err(said) if matches!(said.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            // Help that nobody reads is no failure.
            let _ = write!(std::io::stdout(), "{}", said.render());
            return ExitCode::SUCCESS;
        }
        Err(refused) => {
            let shape = if words.iter().any(|word| word == "--json") { Shape::Json } else { Shape::Text };
            return Failure::from(refusal::problem(&refused)).report(&locale, shape, Causes::Untold).into();
        }
    };
    let shape = given.subcommand().map_or(Shape::Text, |(_, given)| invocation::shape(given));
    let call = match invocation::today(&around, &given) {
        Ok(today) => Invocation::new(locale, today, around, &given),
        Err(problem) => return Failure::from(problem).report(&locale, shape, invocation::causes(&given)).into(),
    };
    if casebooks(&words) > usize::from(call.casebook.is_some()) + call.further.len() {
        return Failure::from(Problem::new(Kind::Usage, "casebooks-apart"))
            .report(&call.locale, shape, call.causes)
            .into();
    }
    if let Some(fault) = &call.fault {
        // What is wrong with somebody's settings stops nobody.
        let _ = writeln!(std::io::stderr(), "trygg: {}", clean_line(&call.locale.problem(fault)));
    }
    let done = match handed_over {
        Some((handed_over, signals)) => interface::resume(&call, handed_over, signals).map_err(Failure::from),
        None => commands::run(&call, &given),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(&call.locale, shape, call.causes).into(),
    }
}

/// How often a casebook is named. Of those before and after the command only the last are read, and none may be passed
/// over without a word.
fn casebooks(words: &[OsString]) -> usize {
    let options = words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    options.filter(|word| *word == "--casebook" || word.starts_with("--casebook=")).count()
}

/// The language of `--lang`, which help and refusals must be in too.
fn language(words: &[OsString]) -> Option<Language> {
    let mut words = words.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let tag = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('='),
            None => continue,
        };
        if let Some(language) = tag.and_then(Language::from_tag) {
            return Some(language);
        }
    }
    None
}
