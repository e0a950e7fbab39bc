//! Children's words before something is decided about them: a duty that counts from other duties, so long before each.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::case::{Case, Chain, How, Voice};
use super::duty::{self, Duty, Frame};
use super::fact::Fact;
use super::rule::Rule;
use crate::domain::ids::PersonId;

/// Adds the duties to ask each child before what is to be decided about it, from the duties that are worked out
/// already: a rule stands after those that it counts from. Once something is decided nobody is asked about it any more,
/// and of a word that is good for several one is enough.
pub(super) fn asked(rule: &Rule, case: &Case, frame: Frame<'_>, all: &mut Vec<Duty>) {
    let mut days: BTreeSet<(PersonId, NaiveDate, NaiveDate)> = BTreeSet::new();
    for voice in &case.voices {
        for duty in all.iter().filter(|duty| duty.state.is_waiting() && is_before(voice, duty, frame)) {
            let Some(due) = duty.due_on else { continue };
            let children = voice.children.iter().filter(|child| duty.about.person.is_none_or(|of| of == **child));
            let asked_on = voice.before.before(due, frame.own);
            days.extend(children.map(|child| (*child, asked_on, voice.good_for.before(due, frame.own))));
        }
    }
    for (child, asked_on, since) in days {
        // Nobody here could have asked before the family came.
        if !rule.holds(asked_on) || asked_on < case.started_on {
            continue;
        }
        let is_word = |what: Fact| rule.met_by.contains(&what);
        let heard = case.done.iter().filter(|done| is_word(done.what) && done.how == How::Well);
        let heard = heard.filter(|done| done.person == Some(child) && (since..=frame.today).contains(&done.on));
        let heard: Vec<NaiveDate> = heard.map(|done| done.on).collect();
        let chain = Chain {
            person: Some(child),
            record: 0,
            from: asked_on,
            until: case.closed(),
            ended_on: None,
            met_on: &[],
            again: false,
            count: 0,
            doubts: Vec::new(),
            within: None,
        };
        duty::schedule(rule, &chain, &heard, frame, all);
    }
}

fn is_before(voice: &Voice, duty: &Duty, frame: Frame<'_>) -> bool {
    let name = frame.rules.all().get(duty.rule).map(|rule| &rule.name);
    name.is_some_and(|name| voice.of.contains(name))
}
