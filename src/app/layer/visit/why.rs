//! Why a visit or a session did not take place, or took place in spite of a restriction.

use super::deeds::{because, change_then, hold_despite};
use super::{key_of, names, visit_name};
use crate::app::cx::Cx;
use crate::app::form::Sequel;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::problem::Problem;
use crate::domain::visit::together::Against;
use crate::locale::arg;
use crate::store::OneVisit;

/// Common reasons; their words are `reason-<name>` and their keys `key-reason-<name>` of the locale files.
pub(super) const REASONS: [&str; 6] = ["ill", "supporter_ill", "transport", "forgot", "did_not_want", "other_duty"];

/// Common reasons why a visit was held in spite of a restriction; words and keys as for [`REASONS`].
const DESPITE: [&str; 2] = ["unplanned", "changed"];

/// Asks why a visit did not take place, as it was just written.
pub(super) fn ask_why(cx: &Cx, one: &OneVisit) -> Result<Then, Problem> {
    let (key, seen) = (key_of(one), one.seen);
    let mut question = Question::new(cx.locale.tell("question-why", &[("visit", arg(visit_name(cx, one)?))]));
    for reason in REASONS {
        let words = cx.locale.say(&format!("reason-{reason}"));
        let letter = cx.letter(&format!("reason-{reason}"));
        question = question.with(letter, words.clone(), move |cx| because(cx, key, seen, &words));
    }
    let own = move |cx: &mut Cx| change_then(cx, key, "reason", Sequel::Joins);
    Ok(question.with(cx.letter("own-words"), cx.locale.say("own-words"), own).into())
}

/// Asks why, once it is said who.
pub(super) fn ask_why_alone(
    cx: &Cx,
    because: impl Fn(&mut Cx, &str) -> Result<Then, Problem> + Clone + 'static,
) -> Then {
    let mut question = Question::new(cx.locale.say("question-why-alone"));
    for reason in REASONS {
        let words = cx.locale.say(&format!("reason-{reason}"));
        let (because, letter) = (because.clone(), cx.letter(&format!("reason-{reason}")));
        question = question.with(letter, words.clone(), move |cx| because(cx, &words));
    }
    question.into()
}

/// Asks why a visit was held in spite of a restriction; nothing is said of it until that is answered.
pub(super) fn ask_despite(cx: &Cx, one: &OneVisit, against: &Against) -> Result<Then, Problem> {
    let key = key_of(one);
    let members = cx.members(against.restriction.family)?;
    let name = |id| arg(names(cx, &members, &[id]));
    let day = arg(cx.locale.day(against.on, cx.world.today));
    let args = [("child", name(against.restriction.child)), ("with", name(against.with)), ("day", day)];
    let mut question = Question::new(cx.locale.tell("question-despite", &args));
    question = question.told(cx.locale.breach_until(against.breach, &against.restriction, cx.world.today));
    for reason in DESPITE {
        let words = cx.locale.say(&format!("despite-{reason}"));
        let letter = cx.letter(&format!("despite-{reason}"));
        question = question.with(letter, words.clone(), move |cx| hold_despite(cx, key, &words));
    }
    let own = move |cx: &mut Cx| change_then(cx, key, "despite", Sequel::Holds);
    Ok(question.with(cx.letter("own-words"), cx.locale.say("own-words"), own).into())
}
