//! Refusals by clap, said in our own words: its kinds of error become problems of kind usage.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::domain::problem::{Kind, Problem};

/// The problem that a refused call is.
pub fn problem(error: &Error) -> Problem {
    let candidates = first(error, &[ContextKind::ValidValue]);
    let meant =
        first(error, &[ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedCommand]);
    let argument = named(&first(error, &[ContextKind::InvalidArg, ContextKind::InvalidSubcommand]));
    let range = super::arguments::range(&argument);
    let value = first(error, &[ContextKind::InvalidValue]);
    let key = match (error.kind(), candidates.as_str(), meant.as_str()) {
        (ErrorKind::InvalidValue, "", _) if value.is_empty() => "no-value",
        (ErrorKind::InvalidValue, ..) if value.is_empty() => "no-value-of",
        (ErrorKind::ValueValidation, ..) if range.is_some() => "bad-number",
        (ErrorKind::InvalidValue, "", _) | (ErrorKind::ValueValidation, ..) => "bad-value",
        (ErrorKind::InvalidValue, ..) => "not-one-of",
        (ErrorKind::UnknownArgument, _, "") => "no-such-argument",
        (ErrorKind::InvalidSubcommand, _, "") => "no-such-command",
        (ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand, ..) => "did-you-mean",
        (ErrorKind::MissingRequiredArgument | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues, ..) => {
            "missing-argument"
        }
        (ErrorKind::ArgumentConflict, ..) => "repeated-argument",
        _ => "bad-call",
    };
    let candidates = if meant.is_empty() { candidates } else { meant };
    let (least, most) = range.unwrap_or_default();
    Problem::new(Kind::Usage, key)
        .with("argument", argument)
        .with("least", least)
        .with("most", most)
        .with("value", value)
        .with("candidates", candidates)
        .with("usage", first(error, &[ContextKind::Usage]).trim_start_matches("Usage: "))
}

/// Arguments as a person names them: `--families` for `--families <N>`, `FILE` for `<FILE>...`.
fn named(arguments: &str) -> String {
    let plain = |argument: &str| match argument.split_once(" <") {
        Some((option, _)) => option.to_owned(),
        None => argument.trim_end_matches('.').trim_matches(['<', '>', '[', ']']).to_owned(),
    };
    arguments.split(", ").map(plain).collect::<Vec<_>>().join(", ")
}

/// What the error says of the first of these.
fn first(error: &Error, kinds: &[ContextKind]) -> String {
    kinds.iter().find_map(|kind| error.get(*kind)).map(text).unwrap_or_default()
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
