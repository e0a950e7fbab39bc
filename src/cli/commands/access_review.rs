//! `trygg access review`: whether those who looked should have. Makes a review, shows what is undecided, and takes what
//! whoever leads has decided.

use chrono_tz::Europe::Stockholm;
use clap::ArgMatches;
use serde_json::json;

use super::user;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening;
use crate::cli::output::Output;
use crate::domain::codes::{AccessDecision, Code};
use crate::domain::problem::{Kind, Problem};
use crate::locale::arg;
use crate::store::FindingRow;

/// Of the readings behind a finding so many are shown; the log has them all.
const SHOWN: usize = 5;

/// What only the log takes.
const OF_THE_LOG: &[&str] = &["whom", "because", "family", "who", "for_one", "out"];

/// Makes a review, or decides on a finding.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    if OF_THE_LOG.iter().any(|option| given.contains_id(option)) {
        return Err(Problem::new(Kind::Usage, "only-with-log").into());
    }
    let (from, to) = call.period(given)?;
    let decision = given.get_one::<String>("decision").and_then(|code| AccessDecision::from_code(code));
    let note = given.get_one::<String>("note").map(String::as_str);
    let decided = match (given.get_one::<u64>("decide"), decision) {
        (Some(id), Some(decision)) => Some((i64::try_from(*id).unwrap_or(i64::MAX), decision)),
        (None, None) if note.is_none() => None,
        _ => return Err(Problem::new(Kind::Usage, "decide-as").into()),
    };
    let counts = given.get_flag("count");
    if counts && decided.is_some() {
        return Err(Problem::new(Kind::Usage, "count-or-decide").into());
    }
    let store = opening::open(call)?.store;
    let mut output = Output::open();
    if let Some((id, decision)) = decided {
        store.decide(id, decision, note)?;
        let label = call.locale.label(decision);
        let said = || call.locale.tell("said-decided", &[("finding", arg(id)), ("decision", arg(label))]);
        return user::tell(given, json!({ "finding": id, "decision": decision.code() }), said);
    }
    let stand = store.review_stand(call.today)?;
    let mut made = None;
    if from.is_some() || to.is_some() || stand.is_due && stand.undecided == 0 {
        made = Some(store.make_review(from, to, call.today)?);
    }
    if counts {
        let undecided = store.review_stand(call.today)?.undecided;
        match invocation::shape(given) {
            Shape::Json => output.json(&json!({ "review": made, "undecided": undecided }))?,
            Shape::Text => output.line(&call.locale.tell("review-undecided", &[("count", arg(undecided))]))?,
        }
        return Ok(output.finish()?);
    }
    let found = store.findings(made)?;
    match invocation::shape(given) {
        Shape::Json => {
            let found: Vec<_> = found.iter().map(object).collect();
            output.json(&json!({ "review": made, "findings": found }))?;
        }
        Shape::Text => {
            if let Some(number) = made {
                let rules = &store.access_rules().review;
                let args = [("number", arg(number)), ("source", arg(rules.source.as_str()))];
                output.line(&call.locale.tell("review-made", &args))?;
            }
            for finding in &found {
                output.line("")?;
                for line in lines(call, finding) {
                    output.line(&line)?;
                }
            }
            let key = if found.is_empty() { "review-nothing" } else { "review-how" };
            output.line("")?;
            output.line(&call.locale.say(key))?;
        }
    }
    Ok(output.finish()?)
}

fn lines(call: &Invocation, finding: &FindingRow) -> Vec<String> {
    let locale = &call.locale;
    let mut lines =
        vec![format!("{}  {}", finding.id, locale.finding(finding.signal, &finding.user, family_of(finding)))];
    for look in finding.looks.iter().take(SHOWN) {
        let at = look.at.with_timezone(&Stockholm).format("%Y-%m-%d %H:%M");
        lines.push(format!("   {at}  {}  {}", locale.looked(&look.act, &look.noun), look.whence.told()));
    }
    if finding.looks.len() > SHOWN {
        lines.push(format!("   {}", locale.tell("review-more", &[("count", arg(finding.looks.len() - SHOWN))])));
    }
    lines
}

fn family_of(finding: &FindingRow) -> Option<(&str, &str)> {
    finding.family.as_ref().map(|(_, name, case_ref)| (name.as_str(), case_ref.as_str()))
}

fn object(finding: &FindingRow) -> serde_json::Value {
    let looks: Vec<_> = finding.looks.iter().map(|look| look.row).collect();
    json!({
        "id": finding.id, "review": finding.review, "signal": finding.signal.code(), "user": finding.user,
        "family": family_of(finding).map(|(_, case_ref)| case_ref), "rows": looks,
        "decision": finding.decision.map(AccessDecision::code), "note": finding.note, "decided_by": finding.decided_by,
    })
}
