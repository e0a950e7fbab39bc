//! `trygg verify`: whether the casebook is what those who signed have written.

use clap::ArgMatches;
use serde_json::{Map, Value, json};

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening;
use crate::cli::output::{Columns, Output};
use crate::domain::problem::{Kind, Problem};
use crate::locale::{Locale, arg};
use crate::store::{Found, Proof};

/// Proves the casebook, tells what was found, and fails if that is a fault. With `--accept` it goes on with a casebook
/// of which the head says that it is another one, and then proves it.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let opened = opening::open(call)?;
    if given.get_flag("accept") {
        opened.store.accept_head()?;
    }
    let proof = opened.store.verify(&opened.casebook)?;
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => output.json(&told(&proof))?,
        Shape::Text => tell(&proof, &call.locale, &mut output)?,
    }
    output.finish()?;
    if proof.holds() { Ok(()) } else { Err(Problem::new(Kind::Io, "not-proven").into()) }
}

fn told(proof: &Proof) -> Value {
    let found = |found: &Found| {
        let words = found.words.iter().map(|(name, word)| ((*name).to_owned(), Value::from(word.as_str())));
        let what = [("what".to_owned(), Value::from(found.what)), ("fault".to_owned(), found.is_fault.into())];
        Value::Object(what.into_iter().chain(words).collect::<Map<_, _>>())
    };
    let checks: Vec<Value> = proof
        .checks
        .iter()
        .map(|check| {
            let all: Vec<Value> = check.found.iter().map(found).collect();
            json!({ "name": check.name, "ok": check.holds(), "count": check.count, "found": all })
        })
        .collect();
    json!({ "ok": proof.holds(), "checks": checks })
}

fn tell(proof: &Proof, locale: &Locale, output: &mut Output) -> Result<(), Problem> {
    let mut columns = Columns::new(output, Vec::new());
    for check in &proof.checks {
        let verdict = locale.say(if check.holds() { "proof-good" } else { "proof-bad" });
        columns.row(vec![verdict, locale.tell(&format!("proof-{}", check.name), &[("count", arg(check.count))])])?;
        for found in &check.found {
            let mark = if found.is_fault { String::new() } else { locale.say("proof-note") };
            columns.row(vec![mark, sentence(found, locale)])?;
        }
    }
    columns.finish()
}

/// What was found, in words: records by what their kind is called, families in brackets, if they may be named.
fn sentence(found: &Found, locale: &Locale) -> String {
    let words: Vec<(&str, String)> = found
        .words
        .iter()
        .map(|(name, word)| {
            let word = match *name {
                "noun" if locale.knows(&format!("noun-{word}")) => locale.say(&format!("noun-{word}")),
                "family" | "copy" if !word.is_empty() => format!(" ({word})"),
                _ => word.clone(),
            };
            (*name, word)
        })
        .collect();
    let args: Vec<_> = words.iter().map(|(name, word)| (*name, arg(word.as_str()))).collect();
    locale.tell(&format!("found-{}", found.what), &args).trim_end().to_owned()
}
