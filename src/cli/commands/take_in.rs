//! `trygg import calendar FILE --supporter NAME`: somebody's own calendar as times in which they are taken up. What the
//! calendar says of these times is not kept.

use std::fs;
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::list::visit_columns;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::Output;
use crate::cli::{journalled, naming, opening, span};
use crate::domain::access::{self, Reach, Right};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, identity_of};
use crate::domain::visit::Absence;
use crate::domain::visit::Visit;
use crate::domain::visit::clash::hit_by;
use crate::exchange::Noun;
use crate::exchange::ical::{Reading, Unread, Why, read_busy};
use crate::exchange::outgoing::Row;
use crate::exchange::protection::Audience;
use crate::exchange::visits::{ALL_DAYS, Households};
use crate::locale::{Locale, arg};
use crate::store::{DiaryOf, Lot, Store};

/// Takes in the calendar, and tells which visits still to come it hits.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let Some(word) = given.get_one::<String>("supporter") else {
        return Err(Problem::new(Kind::Usage, "calendar-whose").into());
    };
    let (from, to) = span::of_calendar(call.period(given)?, call.today);
    if to < from {
        return Err(Problem::new(Kind::Usage, "days-in-order").into());
    }
    let path: PathBuf = given.get_one("file").cloned().unwrap_or_default();
    let unread = |cause| Problem::new(Kind::Usage, "read-file").with("path", path.display()).because(cause);
    let Reading { busy, unread } = read_busy(&fs::read(&path).map_err(unread)?, from, to)?;
    let store = opening::open(call)?.store;
    if store.reach(Right::KeepCalendars) == Reach::Nothing {
        return Err(access::refusal(store.actor().role).into());
    }
    let known = naming::supporter(&store, word)?;
    let is_new = known.is_none();
    let supporter = known.unwrap_or_else(|| clean_line(word));
    let absences: Vec<Absence> = busy.iter().map(|busy| busy.absence(&supporter)).collect();
    let only_try = given.get_flag("dry_run");
    let known = taken_in(&store, &supporter, from)?;
    // What cannot be read now stands as it was read before; what the file says nothing of, of later days, stays too.
    let unclear =
        |old: &&Absence| unread.iter().any(|one| !one.uid.is_empty() && old.calendar_uid.as_ref() == Some(&one.uid));
    let stays: Vec<&Absence> = known.iter().filter(|old| old.from.date() > to || unclear(old)).collect();
    let gives_way = known.len() - stays.len();
    if absences.is_empty() && gives_way > 0 && !given.get_flag("empty") {
        let problem = Problem::new(Kind::Invalid, "calendar-would-empty").with("who", &supporter);
        return Err(problem.with("times", gives_way).with("from", from).with("to", to).into());
    }
    if !only_try {
        let all: Vec<Absence> = absences.iter().chain(stays).cloned().collect();
        store.take_in_calendar(&supporter, from, &all)?;
    }
    let hits = hits(call, &store, &absences, &supporter)?;
    if !hits.is_empty() {
        journalled::listing(call, &store, &Lot::new(Noun::Visits.name(), None))?;
    }
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => {
            let hits: Vec<Value> = hits.iter().map(|row| Value::Object(row.object(Noun::Visits.form()))).collect();
            output.json(&json!({
                "kind": "calendar", "supporter": supporter, "new": is_new, "from": from, "to": to,
                "times": absences.len(), "dry_run": only_try, "hits": hits,
                "unread": unread.iter().map(as_json).collect::<Vec<_>>(),
            }))?;
        }
        Shape::Text => {
            let locale = &call.locale;
            let key = if only_try { "said-would-take-in" } else { "said-taken-in" };
            let args = [
                ("times", arg(absences.len())),
                ("who", arg(supporter.as_str())),
                ("from", arg(from.to_string())),
                ("to", arg(to.to_string())),
            ];
            output.line(&locale.tell(key, &args))?;
            for one in &unread {
                output.line(&format!("! {}", in_words(one, locale)))?;
            }
            if !unread.is_empty() {
                output.line(&locale.tell("said-unread-hint", &[("count", arg(unread.len()))]))?;
            }
            if is_new {
                output
                    .line(&format!("? {}", locale.tell("said-new-supporter", &[("who", arg(supporter.as_str()))])))?;
            }
            output.line(&locale.tell("said-hits", &[("count", arg(hits.len()))]))?;
            if !hits.is_empty() {
                visit_columns(&hits, locale, &mut output)?;
            }
        }
    }
    Ok(output.finish()?)
}

/// An event that could not be used, by its title and its day, and why.
fn in_words(one: &Unread, locale: &Locale) -> String {
    let title = if one.title.is_empty() { locale.say("unread-untitled") } else { one.title.clone() };
    let day = one.day.map(|day| day.to_string()).unwrap_or_else(|| locale.say("unread-no-day"));
    let why = match &one.why {
        Why::Zone(zone) => locale.tell("unread-zone", &[("zone", arg(zone.as_str()))]),
        why => locale.say(&format!("unread-{}", code(why))),
    };
    locale.tell("said-unread", &[("title", arg(title)), ("day", arg(day)), ("why", arg(why))])
}

fn as_json(one: &Unread) -> Value {
    json!({ "title": one.title, "day": one.day, "why": code(&one.why) })
}

fn code(why: &Why) -> &'static str {
    match why {
        Why::Time => "time",
        Why::Zone(_) => "zone",
        Why::Rule => "rule",
        Why::Backwards => "backwards",
    }
}

/// What was taken in of a supporter's calendar before and reaches beyond the beginning of a day.
fn taken_in(store: &Store, supporter: &str, from: chrono::NaiveDate) -> Result<Vec<Absence>, Problem> {
    let known = store.absences(from, ALL_DAYS.1)?.into_iter().map(|stored| stored.value);
    let theirs = |absence: &Absence| identity_of(&absence.supporter) == identity_of(supporter);
    Ok(known.filter(|absence| theirs(absence) && absence.calendar_uid.is_some()).collect())
}

/// The visits from today on that a supporter cannot come to.
fn hits(call: &Invocation, store: &Store, absences: &[Absence], supporter: &str) -> Result<Vec<Row>, Problem> {
    let (Some(first), Some(last)) = (
        absences.iter().map(|absence| absence.from.date()).min(),
        absences.iter().map(|absence| absence.until.date()).max(),
    ) else {
        return Ok(Vec::new());
    };
    // A visit may begin the day before, and last over the night.
    let first = first.pred_opt().unwrap_or(first).max(call.today);
    let diary = store.diary(DiaryOf::Everybody, first, last.max(first))?;
    let supports =
        |visit: &Visit<'_>| visit.terms().supporters.iter().any(|name| identity_of(name) == identity_of(supporter));
    let mut visits = diary.visits(first, last);
    let stopped = diary.stopped(first, last);
    // What a restriction stops needs nobody else.
    visits.retain(|visit| supports(visit) && !stopped.contains_key(&(visit.id, visit.given)));
    let mut places: Vec<usize> = absences.iter().flat_map(|absence| hit_by(absence, &visits)).collect();
    places.sort_unstable();
    places.dedup();
    let households = Households::new(store);
    places.into_iter().map(|place| households.row(&diary, &visits[place], None, Audience::House)).collect()
}
