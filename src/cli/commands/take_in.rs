//! `trygg import calendar FILE --supporter NAME`: somebody's own calendar as times in which they are taken up. What the
//! calendar says of these times is not kept.

use std::fs;
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::list::visit_columns;
use crate::cli::desk::{self, Desk};
use crate::cli::failure::{Failure, Shape};
use crate::cli::output::Output;
use crate::cli::{naming, opening, span};
use crate::domain::access::{self, Act, Reach};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, identity_of};
use crate::domain::visit::Visit;
use crate::domain::visit::clash::{Absence, hit_by};
use crate::exchange::Noun;
use crate::exchange::ical::read_busy;
use crate::exchange::outgoing::Row;
use crate::exchange::protection::Audience;
use crate::exchange::visits::{ALL_DAYS, Households};
use crate::locale::arg;
use crate::store::{DiaryOf, Store};

/// Takes in the calendar, and tells which visits still to come it hits.
pub(super) fn run(desk: &Desk, given: &ArgMatches) -> Result<(), Failure> {
    let Some(word) = given.get_one::<String>("supporter") else {
        return Err(Problem::new(Kind::Usage, "calendar-whose").into());
    };
    let (from, to) = span::of_calendar(desk.period(given)?, desk.today);
    if to < from {
        return Err(Problem::new(Kind::Usage, "days-in-order").into());
    }
    let path: PathBuf = given.get_one("file").cloned().unwrap_or_default();
    let unread = |cause| Problem::new(Kind::Usage, "read-file").with("path", path.display()).because(cause);
    let text = text(fs::read(&path).map_err(unread)?)?;
    let busy = read_busy(&text, from, to)?;
    let store = opening::open(desk)?.store;
    if store.reach(Act::KeepCalendars) == Reach::Nothing {
        return Err(access::refusal(store.actor().role).into());
    }
    let known = naming::supporter(&store, word)?;
    let is_new = known.is_none();
    let supporter = known.unwrap_or_else(|| clean_line(word));
    let absences: Vec<Absence> = busy.iter().map(|busy| busy.absence(&supporter)).collect();
    let only_try = given.get_flag("dry_run");
    if !only_try {
        let mut all = absences.clone();
        all.extend(later(&store, &supporter, to)?);
        store.take_in_calendar(&supporter, from, &all)?;
    }
    let hits = hits(desk, &store, &absences, &supporter)?;
    if !hits.is_empty() {
        store.journal_export(Noun::Visits.name(), None)?;
    }
    let mut output = Output::open();
    match desk::shape(given) {
        Shape::Json => {
            let hits: Vec<Value> = hits.iter().map(|row| Value::Object(row.object(Noun::Visits.form()))).collect();
            output.json(&json!({
                "kind": "calendar", "supporter": supporter, "new": is_new, "from": from, "to": to,
                "times": absences.len(), "dry_run": only_try, "hits": hits,
            }))?;
        }
        Shape::Text => {
            let locale = &desk.locale;
            let key = if only_try { "said-would-take-in" } else { "said-taken-in" };
            let args = [
                ("times", arg(absences.len())),
                ("who", arg(supporter.as_str())),
                ("from", arg(from.to_string())),
                ("to", arg(to.to_string())),
            ];
            output.line(&locale.tell(key, &args))?;
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

fn text(bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|wrong| {
        let good = &wrong.as_bytes()[..wrong.utf8_error().valid_up_to()];
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        Problem::new(Kind::Invalid, "calendar-not-utf8").with("line", line)
    })
}

/// What was taken in before of the days after those that are taken in now: it stays.
fn later(store: &Store, supporter: &str, to: chrono::NaiveDate) -> Result<Vec<Absence>, Problem> {
    let Some(after) = to.succ_opt() else { return Ok(Vec::new()) };
    let same = |absence: &Absence| identity_of(&absence.supporter) == identity_of(supporter);
    let absences = store.absences(after, ALL_DAYS.1)?.into_iter().map(|stored| stored.value);
    let stays = |absence: &Absence| same(absence) && absence.calendar_uid.is_some() && absence.from.date() > to;
    Ok(absences.filter(stays).collect())
}

/// The visits from today on that a supporter cannot come to.
fn hits(desk: &Desk, store: &Store, absences: &[Absence], supporter: &str) -> Result<Vec<Row>, Problem> {
    let (Some(first), Some(last)) = (
        absences.iter().map(|absence| absence.from.date()).min(),
        absences.iter().map(|absence| absence.until.date()).max(),
    ) else {
        return Ok(Vec::new());
    };
    // A visit may begin the day before, and last over the night.
    let first = first.pred_opt().unwrap_or(first).max(desk.today);
    let diary = store.diary(DiaryOf::Everybody, first, last.max(first))?;
    let supports =
        |visit: &Visit<'_>| visit.terms().supporters.iter().any(|name| identity_of(name) == identity_of(supporter));
    let mut visits = diary.visits(first, last);
    visits.retain(supports);
    let mut places: Vec<usize> = absences.iter().flat_map(|absence| hit_by(absence, &visits)).collect();
    places.sort_unstable();
    places.dedup();
    let households = Households::new(store);
    places.into_iter().map(|place| households.row(&diary, &visits[place], Audience::House)).collect()
}
