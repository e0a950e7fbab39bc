//! `trygg extract PERSON`: all that the casebook holds of one person, for that person (registerutdrag): every kind of
//! record in which they have a part, as `export --for` gives it. That it left the house is journalled, kind by kind.

use std::io::Write;

use clap::ArgMatches;
use serde_json::{Map, Value, json};

use super::list::spoken;
use super::word;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::outfile::deliver;
use crate::cli::output::plain;
use crate::cli::{naming, opening, outfile, span};
use crate::domain::ids::PersonId;
use crate::domain::problem::{Kind, Problem};
use crate::exchange::Noun;
use crate::exchange::file::unwritten;
use crate::exchange::one::One;
use crate::exchange::outgoing::{self, Row};
use crate::exchange::protection::Audience;
use crate::locale::{Locale, arg};
use crate::store::{Listing, Lot, Store};

/// What there is of one kind.
type Rows = (Noun, Vec<Row>);

/// Writes it.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let out = outfile::asked(given);
    out.map_or(Ok(()), |out| outfile::check(call, out))?;
    let store = opening::open(call)?.store;
    let named = word(given, "of_person");
    let missing = || Problem::new(Kind::NotFound, "no-such-person-here").with("value", named);
    let (who, _) = naming::person(&store, named)?.ok_or_else(missing)?;
    let all = gathered(call, &store, who)?;
    let mut write = |to: &mut dyn Write| match invocation::shape(given) {
        Shape::Json => {
            let mut text = serde_json::to_string_pretty(&in_json(call, named, &all)).unwrap_or_default();
            text.push('\n');
            to.write_all(text.as_bytes()).map_err(unwritten)
        }
        Shape::Text => to.write_all(in_words(call, named, &all).as_bytes()).map_err(unwritten),
    };
    let Some(path) = deliver(call, out, &mut write)? else { return Ok(()) };
    let rows = all.iter().map(|(_, rows)| rows.len()).sum::<usize>();
    super::export::tell(&call.locale.tell("said-exported", &[("rows", arg(rows)), ("path", arg(path))]))
}

/// Every row of every kind that goes to the person, kinds without any left out.
fn gathered(call: &Invocation, store: &Store, who: PersonId) -> Result<Vec<Rows>, Problem> {
    let family = One::new(store, who)?.family();
    let (from, to) = span::of_file((None, None), call.today);
    let mut all = Vec::new();
    for noun in Noun::in_order() {
        let days = if noun.needs_days() { (Some(from), Some(to)) } else { (None, None) };
        let listing = Listing { family: Some(family), from: days.0, to: days.1 };
        store.journal_export(&Lot { to_one: Some(who), ..Lot::new(noun.name(), Some(family)) })?;
        let mut rows = Vec::new();
        outgoing::each(store, noun, &listing, Audience::For(who), &mut |row| {
            rows.push(row);
            Ok(())
        })?;
        if !rows.is_empty() {
            all.push((noun, rows));
        }
    }
    Ok(all)
}

fn in_json(call: &Invocation, named: &str, all: &[Rows]) -> Value {
    let kinds = all.iter().map(|(noun, rows)| {
        let rows: Vec<Value> = rows.iter().map(|row| Value::Object(row.object(noun.form()))).collect();
        (noun.name().to_owned(), Value::from(rows))
    });
    json!({ "person": named, "made_on": call.today, "records": Map::from_iter(kinds) })
}

fn in_words(call: &Invocation, named: &str, all: &[Rows]) -> String {
    let locale = &call.locale;
    let day = call.today.to_string();
    let mut lines = vec![locale.tell("extract-title", &[("person", arg(named)), ("day", arg(day))])];
    lines.push(locale.say("extract-what"));
    if all.is_empty() {
        lines.extend([String::new(), locale.say("extract-nothing")]);
    }
    for (noun, rows) in all {
        lines.push(String::new());
        lines.push(locale.tell(&format!("rows-{}", noun.name()), &[("rows", arg(rows.len()))]).to_uppercase());
        for row in rows {
            lines.push(told(*noun, row, locale));
        }
    }
    lines.push(String::new());
    lines.push(locale.say("extract-journal"));
    let lines: Vec<String> = lines.iter().map(|line| plain(line)).collect();
    lines.join("\n") + "\n"
}

/// A record as one paragraph: what is filled in, each with its name.
fn told(noun: Noun, row: &Row, locale: &Locale) -> String {
    let form = noun.form();
    let filled = form.fields.iter().filter(|field| !row.draft.get(field.key).is_empty());
    let said = filled.filter_map(|field| {
        let text = spoken(form, field.key, row.draft.get(field.key), locale);
        (!text.is_empty()).then(|| format!("{}: {text}", locale.column(noun.name(), field.key)))
    });
    format!("  {}", said.collect::<Vec<_>>().join("; "))
}
