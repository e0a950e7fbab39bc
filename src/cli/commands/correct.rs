//! `trygg correct KIND NUMBER FIELD=VALUE ... --reason TEXT`: corrects a record with a trace; `--changes` tells what
//! became of it.

use clap::ArgMatches;
use serde_json::{Map, Value, json};

use super::word;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::{Output, plain};
use crate::cli::{journalled, opening};
use crate::domain::noun::NounKind;
use crate::domain::problem::{Kind, Problem};
use crate::exchange::Noun;
use crate::exchange::correct::correct;
use crate::locale::{Locale, arg};
use crate::store::{Correction, Lot, RecordChange};

/// Corrects, or tells.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let bad_call = || Problem::new(Kind::Usage, "bad-call");
    let noun = Noun::named(word(given, "corrected_kind")).ok_or_else(bad_call)?;
    let id = given.get_one::<u64>("number").and_then(|number| i64::try_from(*number).ok()).ok_or_else(bad_call)?;
    let anew: Vec<&String> = given.get_many("anew").into_iter().flatten().collect();
    if given.get_flag("changes") {
        if !anew.is_empty() {
            return Err(bad_call().into());
        }
        return tell(call, given, noun, id);
    }
    let split = |text: &'_ &String| match text.split_once('=') {
        Some((column, value)) => Ok((column.trim().to_owned(), value.trim().to_owned())),
        None => Err(Problem::new(Kind::Usage, "column-and-value").with("value", text)),
    };
    let anew: Vec<(String, String)> = anew.iter().map(split).collect::<Result<_, _>>()?;
    let anew: Vec<(&str, &str)> = anew.iter().map(|(column, text)| (column.as_str(), text.as_str())).collect();
    let why = Correction {
        reason: given.get_one::<String>("reason").cloned().unwrap_or_default(),
        asked_by: given.get_one::<String>("asked_by").cloned(),
    };
    let store = opening::open(call)?.store;
    match correct(&store, noun, id, &anew, &why, call.today)? {
        Err(faults) => {
            let told = faults
                .iter()
                .map(|fault| format!("{}: {}", call.locale.column(noun.name(), fault.field), call.locale.fault(fault)));
            let told = told.collect::<Vec<_>>().join(" ");
            Err(Problem::new(Kind::Invalid, "cannot-be-corrected").with("why", told).into())
        }
        Ok(()) => {
            let mut output = Output::open();
            match invocation::shape(given) {
                Shape::Json => output.json(&json!({ "corrected": id }))?,
                Shape::Text => output.line(&call.locale.tell("said-corrected", &[("number", arg(id))]))?,
            }
            Ok(output.finish()?)
        }
    }
}

/// The kind of a record in the store, for kinds that are told a record a row.
fn kind_of(noun: Noun) -> Result<NounKind, Problem> {
    noun.kind().ok_or_else(|| Problem::new(Kind::Usage, "not-corrected-so").with("kind", noun.name()))
}

fn tell(call: &Invocation, given: &ArgMatches, noun: Noun, id: i64) -> Result<(), Failure> {
    let store = opening::open(call)?.store;
    let (family, changes) = store.changes_of(kind_of(noun)?, id)?;
    journalled::listing(call, &store, &Lot::new(noun.name(), family))?;
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => output.json(&changes.iter().map(in_json).collect::<Vec<_>>())?,
        Shape::Text => {
            changes.iter().flat_map(|change| in_words(change, &call.locale)).try_for_each(|line| output.line(&line))?;
        }
    }
    Ok(output.finish()?)
}

fn in_json(change: &RecordChange) -> Value {
    json!({
        "at": change.at,
        "user": change.user,
        "act": change.act,
        "before": change.before,
        "after": change.after,
        "reason": change.correction.as_ref().map(|why| &why.reason),
        "asked_by": change.correction.as_ref().and_then(|why| why.asked_by.as_ref()),
    })
}

/// Who and when on a line, then what stood there before and after, a field a line.
fn in_words(change: &RecordChange, locale: &Locale) -> Vec<String> {
    let at = change.at.get(..16).unwrap_or_default().replace('T', " ");
    let mut lines = vec![format!("{at}  {}  {}", change.user, locale.say(&format!("changed-{}", change.act)))];
    if let Some(why) = &change.correction {
        let asked_by = why.asked_by.clone().unwrap_or_default();
        let args = [("reason", arg(why.reason.as_str())), ("asked_by", arg(asked_by.as_str()))];
        let key = if asked_by.is_empty() { "changed-because" } else { "changed-because-asked" };
        lines.push(format!("    {}", locale.tell(key, &args)));
    }
    let told = |fields: &Map<String, Value>, key: &str| match fields.get(key) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    if change.act == "change" {
        for key in change.after.keys() {
            lines.push(format!("    {key}: {} -> {}", told(&change.before, key), told(&change.after, key)));
        }
    }
    lines.iter().map(|line| plain(line)).collect()
}
