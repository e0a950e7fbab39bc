//! `trygg purge`: what the rules propose to purge and why, asking for it, and, as somebody else, confirming it.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::naming;
use crate::cli::opening::{self, Opened};
use crate::cli::output::{Columns, Output};
use crate::domain::ids::{FamilyId, PurgeId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::purge::{Ground, Holds, Verdict};
use crate::locale::{Locale, arg};
use crate::store::{Candidate, CopyKind, CopyRow, PurgeRequest, Purged, Store};

/// Shows what is proposed, asks for it, or ends what was asked for.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let number = |name: &str| given.get_one::<u64>(name).and_then(|number| i64::try_from(*number).ok()).map(PurgeId);
    let acts = [
        number("confirm").is_some(),
        number("withdraw").is_some(),
        given.get_flag("requests"),
        given.get_flag("dry_run") || given.get_flag("count"),
    ];
    if acts.into_iter().filter(|is_asked| *is_asked).count() > 1 {
        return Err(Problem::new(Kind::Usage, "bad-call").into());
    }
    let opened = opening::open(call)?;
    let mut output = Output::open();
    let shape = invocation::shape(given);
    if let Some(id) = number("confirm") {
        let purged = opened.store.confirm_purge(id, call.today)?;
        let left = copies_left(&opened.store)?;
        match shape {
            Shape::Json => output.json(&done_in_json(&purged, &left))?,
            Shape::Text => tell_purged(id, &purged, &left, call, &mut output)?,
        }
    } else if let Some(id) = number("withdraw") {
        opened.store.withdraw_purge(id)?;
        match shape {
            Shape::Json => output.json(&json!({ "withdrawn": id.0 }))?,
            Shape::Text => output.line(&call.locale.tell("purge-withdrawn", &[("number", arg(id.0))]))?,
        }
    } else if given.get_flag("requests") {
        let requests = opened.store.purge_requests()?;
        match shape {
            Shape::Json => output.json(&requests.iter().map(request_in_json).collect::<Vec<_>>())?,
            Shape::Text => tell_requests(&requests, &call.locale, &mut output)?,
        }
    } else {
        propose(call, given, &opened, shape, &mut output)?;
    }
    Ok(output.finish()?)
}

/// Shows what the rules propose; unless that is only tried, asks for it.
fn propose(
    call: &Invocation,
    given: &ArgMatches,
    opened: &Opened,
    shape: Shape,
    output: &mut Output,
) -> Result<(), Failure> {
    let store = &opened.store;
    let candidates = match given.get_one::<String>("family") {
        Some(word) => vec![store.purge_of(naming::family(store, word)?.id, call.today)?],
        None => store.purge_candidates(call.today)?,
    };
    let is_proposed = |candidate: &&Candidate| matches!(candidate.proposal.verdict, Verdict::Propose { .. });
    let proposed: Vec<FamilyId> = candidates.iter().filter(is_proposed).map(|candidate| candidate.family).collect();
    if given.get_flag("count") {
        let counted = [("families", arg(proposed.len()))];
        match shape {
            Shape::Json => output.json(&json!({ "proposed": proposed.len() }))?,
            Shape::Text => output.line(&call.locale.tell("purge-proposed", &counted))?,
        }
        return Ok(());
    }
    let asked = match given.get_flag("dry_run") || proposed.is_empty() {
        true => None,
        false => Some(store.ask_to_purge(&proposed, call.today)?),
    };
    if shape == Shape::Json {
        let files: Vec<Value> = candidates.iter().map(candidate_in_json).collect();
        return Ok(output.json(&json!({ "files": files, "request": asked.map(|id| id.0) }))?);
    }
    for candidate in &candidates {
        tell_candidate(candidate, call, output)?;
    }
    let count = ("families", arg(proposed.len()));
    Ok(output.line(&match asked {
        Some(id) => call.locale.tell("purge-asked", &[count, ("number", arg(id.0))]),
        None => call.locale.tell("purge-proposed", &[count]),
    })?)
}

fn tell_candidate(candidate: &Candidate, call: &Invocation, output: &mut Output) -> Result<(), Problem> {
    let locale = &call.locale;
    let day = |day| locale.day(day, call.today);
    let verdict = match candidate.proposal.verdict {
        Verdict::Propose { due, finish_by } => {
            locale.tell("purge-propose", &[("due", arg(day(due))), ("by", arg(day(finish_by)))])
        }
        Verdict::Wait { until: Some(until) } => locale.tell("purge-wait-until", &[("day", arg(day(until)))]),
        Verdict::Wait { until: None } => locale.say("purge-wait"),
        Verdict::Keep => locale.say("purge-keep"),
    };
    output.line(&format!("{}  {}  {verdict}", candidate.case_ref, candidate.name))?;
    let mut columns = Columns::new(output, Vec::new());
    for ground in &candidate.proposal.grounds {
        let holds = locale.say(&format!("purge-holds-{}", holds(ground)));
        // A unit's own rule has no words here; it bears the name that the unit gave it.
        let words = format!("purge-ground-{}", ground.name);
        let said = if locale.knows(&words) { locale.say(&words) } else { ground.name.clone() };
        let on = ground.on.map(day).unwrap_or_default();
        columns.row(vec![format!("    {holds}"), said, on, ground.source.clone()])?;
    }
    columns.finish()
}

fn holds(ground: &Ground) -> &'static str {
    match ground.holds {
        Holds::Yes => "yes",
        Holds::No => "no",
        Holds::Unknown => "unknown",
    }
}

fn candidate_in_json(candidate: &Candidate) -> Value {
    let (verdict, due, by) = match candidate.proposal.verdict {
        Verdict::Propose { due, finish_by } => ("propose", Some(due), Some(finish_by)),
        Verdict::Wait { until } => ("wait", until, None),
        Verdict::Keep => ("keep", None, None),
    };
    let ground = |one: &Ground| json!({ "name": one.name, "holds": holds(one), "on": one.on, "source": one.source });
    json!({
        "case_ref": candidate.case_ref,
        "verdict": verdict,
        "due_on": due,
        "finish_by": by,
        "grounds": candidate.proposal.grounds.iter().map(ground).collect::<Vec<_>>(),
    })
}

/// A copy that still holds what was purged: where it lies, and the last day on which it may still be there. A standby
/// has none: the next one takes its place.
struct CopyLeft {
    path: String,
    goes_by: Option<NaiveDate>,
}

/// The copies that were made before the purge, and are there as far as the casebook knows.
fn copies_left(store: &Store) -> Result<Vec<CopyLeft>, Problem> {
    let is_there = |copy: &CopyRow| copy.removed_at.is_none() && copy.failed_at.is_none();
    let left = |copy: CopyRow| match copy.kind {
        CopyKind::Backup => CopyLeft {
            path: format!("{}/{}", copy.place, copy.name),
            goes_by: Some(store.keeping().goes_by(copy.begun_at)),
        },
        CopyKind::Standby => CopyLeft { path: copy.place, goes_by: None },
    };
    Ok(store.copies()?.into_iter().filter(is_there).map(left).collect())
}

fn done_in_json(purged: &Purged, left: &[CopyLeft]) -> Value {
    let left = left.iter().map(|copy| json!({ "path": copy.path, "goes_by": copy.goes_by }));
    json!({
        "families": purged.families,
        "records": purged.records,
        "rows": purged.rows,
        "copies": left.collect::<Vec<_>>(),
    })
}

fn tell_purged(
    id: PurgeId,
    purged: &Purged,
    left: &[CopyLeft],
    call: &Invocation,
    output: &mut Output,
) -> Result<(), Problem> {
    let locale = &call.locale;
    output.line(&locale.tell("purge-done", &[("number", arg(id.0)), ("families", arg(purged.families))]))?;
    for (noun, count) in &purged.records {
        let count = count.as_u64().unwrap_or_default();
        output.line(&format!("    {count:>6}  {}", locale.say(&format!("noun-{noun}"))))?;
    }
    output.line(&locale.tell("purge-rows", &[("rows", arg(purged.rows))]))?;
    output.line(&locale.tell("purge-copies", &[("copies", arg(left.len()))]))?;
    let mut columns = Columns::new(output, Vec::new());
    for copy in left {
        let until = match copy.goes_by {
            Some(day) => locale.tell("purge-copy-until", &[("day", arg(locale.day(day, call.today)))]),
            None => locale.say("purge-copy-next"),
        };
        columns.row(vec![format!("    {}", copy.path), until])?;
    }
    columns.finish()
}

fn tell_requests(requests: &[PurgeRequest], locale: &Locale, output: &mut Output) -> Result<(), Problem> {
    for request in requests {
        let mut args = vec![
            ("number", arg(request.id.0)),
            ("families", arg(request.families)),
            ("user", arg(request.asked_by.as_str())),
            ("day", arg(request.asked_at.get(..10).unwrap_or_default())),
        ];
        let state = match (&request.ended, &request.purged) {
            (None, _) => "waits",
            (Some(_), Some(_)) => "done",
            (Some(_), None) => "withdrawn",
        };
        if let Some((by, at)) = &request.ended {
            args.push(("by", arg(by.as_str())));
            args.push(("at", arg(at.get(..10).unwrap_or_default())));
        }
        output.line(&locale.tell(&format!("purge-request-{state}"), &args))?;
    }
    if requests.is_empty() { output.line(&locale.say("purge-no-requests")) } else { Ok(()) }
}

fn request_in_json(request: &PurgeRequest) -> Value {
    json!({
        "number": request.id.0,
        "asked_by": request.asked_by,
        "asked_at": request.asked_at,
        "ended_by": request.ended.as_ref().map(|(by, _)| by),
        "ended_at": request.ended.as_ref().map(|(_, at)| at),
        "families": request.families,
        "purged": request.purged,
    })
}
