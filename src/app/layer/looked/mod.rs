//! Who has looked: at a family, for whoever may know, and whether they should have, for whoever answers for it. Both
//! are questions; what is decided with a word of one's own is typed in `reason`.

pub mod reason;

use chrono_tz::Europe::Stockholm;

use super::Then;
use super::question::Question;
use crate::app::cx::Cx;
use crate::domain::codes::{AccessDecision, Code};
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{FindingRow, LookAsked, LookRow, Lot};
use reason::Reason;

/// So many of those who looked last are shown.
const LAST: usize = 10;

/// Of the readings behind a finding so many are shown.
const BEHIND: usize = 8;

/// What the journal calls the log.
const LOG: &str = "access_log";

/// Tells who looked at a family last.
pub(in crate::app) fn who_looked(cx: &mut Cx, family: FamilyId) -> Result<Then, Problem> {
    let asked = LookAsked { family: Some(family), most: LAST, ..LookAsked::default() };
    let rows = cx.store.looks(&asked)?;
    cx.store.journal_log(&Lot::new(LOG, Some(family)))?;
    let family = cx.name_of(family)?;
    let name = cx.family_called(&family.name, &family.case_ref);
    let mut question = Question::new(cx.locale.tell("who-looked-title", &[("name", arg(name))]));
    for row in &rows {
        let why = row.reason.clone().unwrap_or_default();
        let told =
            [("at", arg(at(row))), ("user", arg(row.user.as_str())), ("did", arg(did(cx, row))), ("why", arg(why))];
        question = question.told(cx.locale.tell("who-looked-row", &told).trim_end().to_owned());
    }
    if rows.is_empty() {
        question = question.told(cx.locale.say("who-looked-nobody"));
    }
    Ok(question.into())
}

fn at(row: &LookRow) -> String {
    row.at.with_timezone(&Stockholm).format("%Y-%m-%d %H:%M").to_string()
}

fn did(cx: &Cx, row: &LookRow) -> String {
    cx.locale.looked(&row.act, &row.noun)
}

/// Goes through what a review has found, from the first or on from one; makes the review where it is due.
pub(in crate::app) fn review(cx: &mut Cx, after: Option<i64>) -> Result<Then, Problem> {
    let stand = cx.store.review_stand(cx.world.today)?;
    if after.is_none() && stand.undecided == 0 && stand.is_due {
        cx.store.make_review(None, None, cx.world.today)?;
        cx.written = true;
    }
    let found = cx.store.findings(None)?;
    let count = found.len();
    let next = found.into_iter().enumerate().find(|(_, finding)| after.is_none_or(|after| finding.id > after));
    match next {
        Some((place, finding)) => Ok(ask(cx, place + 1, count, &finding)),
        None => {
            if count == 0 {
                cx.tell("said-reviewed");
            }
            Ok(Then::Stay)
        }
    }
}

fn ask(cx: &Cx, place: usize, count: usize, finding: &FindingRow) -> Then {
    let locale = &cx.locale;
    let family = finding.family.as_ref().map(|(_, name, case_ref)| (name.as_str(), case_ref.as_str()));
    let told = locale.finding(finding.signal, &finding.user, family);
    let args = [("place", arg(place)), ("count", arg(count)), ("finding", arg(told))];
    let mut question = Question::new(locale.tell("review-question", &args));
    for row in finding.looks.iter().take(BEHIND) {
        let whence = row.whence.told();
        let args = [("at", arg(at(row))), ("did", arg(did(cx, row))), ("whence", arg(whence))];
        question = question.told(locale.tell("review-look", &args).trim_end().to_owned());
    }
    if finding.looks.len() > BEHIND {
        question = question.told(locale.tell("review-more", &[("count", arg(finding.looks.len() - BEHIND))]));
    }
    let id = finding.id;
    for decision in AccessDecision::ALL {
        let code = decision.code();
        let label = locale.say(&format!("review-decide-{code}"));
        question = question.with(cx.letter(&format!("review-{code}")), label, move |cx| match decision {
            AccessDecision::Fine => decide(cx, id, AccessDecision::Fine, None),
            decision => Ok(Reason::new(id, *decision).into()),
        });
    }
    let later = locale.say("review-decide-later");
    question.with(cx.letter("review-later"), later, move |cx| review(cx, Some(id))).into()
}

fn decide(cx: &mut Cx, id: i64, decision: AccessDecision, note: Option<&str>) -> Result<Then, Problem> {
    cx.store.decide(id, decision, note)?;
    cx.written = true;
    review(cx, Some(id))
}
