//! Who has a conflict of interest in the open family: oneself, and for whoever leads anybody of its team.

use super::Then;
use super::question::Question;
use crate::app::cx::Cx;
use crate::domain::access::{Reach, Right};
use crate::domain::problem::Problem;
use crate::locale::arg;

/// Asks of whom; those who are in conflict already may be let in again.
pub(in crate::app) fn ask_conflict(cx: &Cx) -> Then {
    let Some(open) = &cx.open else { return Then::Stay };
    let (family, page) = (open.id(), &open.page);
    let name = page.family.value.name.as_str();
    let own = move |cx: &mut Cx| {
        cx.store.mark_conflict(family, None)?;
        cx.open = None;
        cx.tell("notice-conflict");
        Ok(Then::Home)
    };
    let question = Question::new(cx.locale.tell("ask-conflict", &[("family", arg(name))]));
    let mut question = question.with(cx.letter("conflict-own"), cx.locale.say("conflict-own"), own);
    if cx.store.reach(Right::JudgeConflicts) == Reach::Nothing {
        return question.into();
    }
    let value = &page.family.value;
    let team = value.child_support.iter().chain(&value.parent_support).chain(&value.other_support);
    let mut named: Vec<(&str, bool)> = page.conflicts.iter().map(|who| (who.as_str(), true)).collect();
    for who in team {
        if who != cx.user() && !named.iter().any(|(known, _)| known == who) {
            named.push((who, false));
        }
    }
    for (letter, (who, is_closed)) in ('1'..='9').zip(named) {
        let key = if is_closed { "conflict-lift" } else { "conflict-of" };
        let label = cx.locale.tell(key, &[("who", arg(who))]);
        let who = who.to_owned();
        question = question.with(letter, label, move |cx: &mut Cx| -> Result<Then, Problem> {
            if is_closed {
                cx.store.lift_conflict(family, &who)?;
            } else {
                cx.store.mark_conflict(family, Some(&who))?;
            }
            cx.tell_saved();
            Ok(Then::Stay)
        });
    }
    question.into()
}
