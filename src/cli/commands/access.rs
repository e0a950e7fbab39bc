//! `trygg access log`: who looked, when, at what, from where and why; for one person of a family the same as it may be
//! told to that person. `trygg access review` is [`super::access_review`]'s.

use std::collections::HashMap;
use std::fmt::Write as _;

use chrono_tz::Europe::Stockholm;
use clap::ArgMatches;
use serde_json::json;

use super::{access_break, access_review, word};
use crate::cli::arguments::{LOG, REVIEW};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::outfile::{self, keep};
use crate::cli::output::{Columns, Output, plain};
use crate::cli::{naming, opening};
use crate::domain::codes::Code;
use crate::domain::directory::FamilyName;
use crate::domain::discretion::Setting;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::file::unwritten;
use crate::exchange::looked::{self, Account};
use crate::locale::arg;
use crate::store::{LookAsked, LookRow, Lot, Store};

/// What the journal calls the log when somebody reads it.
const ACCESS_LOG: &str = "access_log";

/// Families that are named in a row of the list; of more it is said how many.
const NAMED: usize = 3;

/// Rows of the log where nothing narrows it.
const MOST: usize = 200;

/// Shows the log, or reviews it.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let deed = word(given, "access");
    if deed != REVIEW && given.get_flag("count") {
        return Err(Problem::new(Kind::Usage, "only-with-review").into());
    }
    match deed {
        REVIEW => return access_review::run(call, given),
        LOG => {}
        _ => return access_break::run(call, given),
    }
    if ["whom", "because"].iter().any(|option| given.contains_id(option)) {
        return Err(Problem::new(Kind::Usage, "not-with-log").into());
    }
    if ["decide", "decision", "note"].iter().any(|option| given.contains_id(option)) {
        return Err(Problem::new(Kind::Usage, "only-with-review").into());
    }
    let (from, to) = call.period(given)?;
    let out = outfile::asked(given);
    out.map_or(Ok(()), |out| outfile::check(call, out))?;
    let store = opening::open(call)?.store;
    let family = given.get_one::<String>("family").map(|word| naming::family(&store, word)).transpose()?;
    let to_one = naming::one(&store, given)?;
    let user = given.get_one::<String>("who").cloned();
    let is_narrow = family.is_some() || user.is_some() || from.is_some() || to.is_some();
    let most = if is_narrow || to_one.is_some() { usize::MAX } else { MOST };
    let asked = LookAsked { family: family.as_ref().map(|family| family.id), user, from, to, most };
    if let Some(who) = to_one {
        return told(call, given, &store, &asked, who);
    }
    if out.is_some() {
        return Err(Problem::new(Kind::Usage, "out-for-one").into());
    }
    let rows = store.looks(&asked)?;
    store.journal_log(&Lot::new(ACCESS_LOG, asked.family))?;
    let mut names = Names { store: &store, known: HashMap::new() };
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => {
            let rows: Vec<_> = rows.iter().map(|row| object(row, &mut names)).collect::<Result<_, _>>()?;
            output.json(&rows)?;
        }
        Shape::Text => {
            let locale = &call.locale;
            let headings = ["when", "who", "did", "whose", "whence", "why"];
            let headings = headings.iter().map(|key| locale.say(&format!("looked-{key}"))).collect();
            let mut columns = Columns::new(&mut output, headings);
            for row in &rows {
                let whose = match names.of(row)?.as_slice() {
                    [] if row.count == 0 => String::new(),
                    [] => locale.tell("looked-families", &[("count", arg(row.count))]),
                    named if row.count > named.len() as u64 => {
                        let more = row.count - named.len() as u64;
                        locale.tell("looked-more", &[("names", arg(named.join(", "))), ("count", arg(more))])
                    }
                    named => named.join(", "),
                };
                columns.row(vec![
                    row.at.with_timezone(&Stockholm).format("%Y-%m-%d %H:%M:%S").to_string(),
                    row.user.clone(),
                    locale.looked(&row.act, &row.noun),
                    whose,
                    row.whence.told(),
                    row.reason.clone().unwrap_or_default(),
                ])?;
            }
            columns.finish()?;
        }
    }
    Ok(output.finish()?)
}

/// Case references of the families that rows name.
struct Names<'a> {
    store: &'a Store,
    known: HashMap<FamilyId, String>,
}

impl Names<'_> {
    fn of(&mut self, row: &LookRow) -> Result<Vec<String>, Problem> {
        row.families.iter().take(NAMED).map(|family| self.one(*family)).collect()
    }

    fn one(&mut self, family: FamilyId) -> Result<String, Problem> {
        if let Some(known) = self.known.get(&family) {
            return Ok(known.clone());
        }
        let found = self.store.get::<Family>(family)?.value.case_ref;
        self.known.insert(family, found.clone());
        Ok(found)
    }
}

fn object(row: &LookRow, names: &mut Names<'_>) -> Result<serde_json::Value, Problem> {
    let families: Vec<String> = row.families.iter().map(|family| names.one(*family)).collect::<Result<_, _>>()?;
    let record = Some(row.record).filter(|record| *record > 0);
    Ok(json!({
        "row": row.row, "at": row.at.to_rfc3339(), "user": row.user, "role": row.role.code(), "act": row.act,
        "noun": row.noun, "record": record, "families": families, "count": row.count, "terminal": row.whence.terminal,
        "address": row.whence.address, "machine": row.whence.machine, "reason": row.reason, "said": row.said,
    }))
}

/// Who has looked, as it may be told to one person.
fn told(call: &Invocation, given: &ArgMatches, store: &Store, asked: &LookAsked, who: PersonId) -> Result<(), Failure> {
    if asked.user.is_some() {
        return Err(Problem::new(Kind::Usage, "not-for-one").into());
    }
    let whose = store.get::<crate::domain::person::Person>(who)?.value.family;
    if asked.family.is_some_and(|family| family != whose) {
        return Err(Problem::new(Kind::Usage, "for-another-family").into());
    }
    // What is told of the log is told of what was there before it was asked for.
    let rows = store.looks(&LookAsked { family: Some(whose), ..asked.clone() })?;
    let account = looked::for_one(store, &rows, who)?;
    let Family { name, case_ref, .. } = store.get::<Family>(whose)?.value;
    let family = FamilyName { id: whose, name, case_ref };
    store.journal_print(&Lot { to_one: Some(who), ..Lot::new(ACCESS_LOG, Some(whose)) })?;
    let text = match invocation::shape(given) {
        Shape::Json => format!("{}\n", to_json(store, &account)),
        Shape::Text => in_words(call, store, &family, asked, (who, &account))?,
    };
    match outfile::asked(given) {
        Some(path) => {
            keep(call, path, &mut |to| to.write_all(text.as_bytes()).map_err(unwritten))?;
            let path = path.display().to_string();
            super::export::tell(&call.locale.tell("said-looks-told", &[("path", arg(path))]))
        }
        None => {
            let mut output = Output::open();
            output.raw().write_all(text.as_bytes()).map_err(unwritten)?;
            Ok(output.finish()?)
        }
    }
}

fn to_json(store: &Store, account: &Account) -> serde_json::Value {
    let named = store.access_rules().staff_names;
    let looks: Vec<_> = account
        .looks
        .iter()
        .map(|look| {
            let user = Some(&look.user).filter(|_| named);
            json!({ "at": look.at.to_rfc3339(), "user": user, "role": look.role.code(), "did": look.did.name() })
        })
        .collect();
    json!({ "looks": looks, "listed": account.listed })
}

fn in_words(
    call: &Invocation,
    store: &Store,
    family: &FamilyName,
    asked: &LookAsked,
    (who, account): (PersonId, &Account),
) -> Result<String, Problem> {
    let locale = &call.locale;
    let called = store.called(who, Setting::For(who))?;
    let day = |day: Option<chrono::NaiveDate>, otherwise: &str| {
        day.map_or_else(|| locale.say(otherwise), |day| day.to_string())
    };
    let mut text = String::new();
    let mut line = |words: &str| {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}", plain(words));
    };
    line(&locale.say("told-title"));
    line("");
    line(&locale.tell("told-whom", &[("name", arg(called)), ("case", arg(family.case_ref.as_str()))]));
    let until = day(asked.to.or(Some(call.today)), "told-now");
    line(&locale.tell("told-period", &[("from", arg(day(asked.from, "told-beginning"))), ("to", arg(until))]));
    line("");
    for look in &account.looks {
        let at = look.at.with_timezone(&Stockholm).format("%Y-%m-%d %H:%M");
        let user = if store.access_rules().staff_names { look.user.clone() } else { locale.label(look.role) };
        line(&format!("{at}  {user}: {}", locale.say(&format!("told-did-{}", look.did.name()))));
    }
    if account.looks.is_empty() {
        line(&locale.say("told-nobody"));
    }
    if account.listed > 0 {
        line("");
        line(&locale.tell("told-listed", &[("count", arg(account.listed))]));
    }
    line("");
    line(&locale.say("told-only-yours"));
    if !store.access_rules().staff_names {
        line(&locale.say("told-no-names"));
    }
    Ok(text)
}
