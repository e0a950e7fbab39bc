//! Restrictions of contact, and wishes for more.
//!
//! A limited or stopped contact rests on a decision that says how, why and until when, who decided it and when, and
//! that the person was told how to appeal. A restriction that lacks any of this is a restriction without a decision: it
//! is listed as such, and stops visits all the same, because somebody thought it necessary.
//!
//! How long before it must be considered anew is a dated rule (`domain::deadlines`).

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::arrangement::Terms;
use super::calendar::OwnDays;
use super::occurrence::Visit;
use crate::domain::codes::{Answer, RestrictionKind, VisitContact, VisitOutcome};
use crate::domain::deadlines::{Rule, Rules};
use crate::domain::ids::{FamilyId, MemberId};

/// The rule for how often a restriction is considered.
pub const CONSIDERATION: &str = "contact_restriction_consideration";

/// A restriction of a child's contact with somebody, as stored without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Whose.
    pub family: FamilyId,
    /// The child.
    pub child: MemberId,
    /// With whom contact is restricted.
    pub with: Vec<MemberId>,
    /// Limited, or stopped.
    pub kind: RestrictionKind,
    /// How, in words.
    pub how: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// Whether the person was told how to appeal.
    pub appeal_told: Option<Answer>,
    /// The days on which it was considered anew, in any order.
    pub considered_on: Vec<NaiveDate>,
    /// What a limited contact is limited to, as far as it can be reckoned.
    pub limits: Limits,
}

/// What a limited contact is limited to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The forms of contact that are left; none listed leaves all.
    pub contacts: Vec<VisitContact>,
    /// Whether a supporter must be there.
    pub supervised: Option<Answer>,
    /// Most visits in a calendar month.
    pub most_a_month: Option<u32>,
    /// Longest visit in minutes.
    pub most_minutes: Option<u32>,
}

/// What a decision must say and this one does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Missing {
    How,
    Why,
    Until,
    DecidedOn,
    DecidedBy,
    AppealTold,
}

/// Why a restriction stops a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Breach {
    /// All contact is stopped.
    Stopped,
    /// Not in this form.
    Contact(VisitContact),
    /// Not without a supporter.
    Unsupervised,
    /// No more in this month than so many.
    TooMany(u32),
    /// No longer than so many minutes.
    TooLong(u32),
}

/// When a restriction must be considered next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consideration<'a> {
    /// The last day.
    pub due: NaiveDate,
    /// The day it counts from.
    pub counted_from: NaiveDate,
    /// The rule that says so.
    pub rule: &'a Rule,
}

impl Restriction {
    /// What is missing for it to be a decision; nothing is missing in a whole one.
    pub fn missing(&self) -> Vec<Missing> {
        let filled = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        [
            (filled(&self.how), Missing::How),
            (filled(&self.why), Missing::Why),
            (self.until.is_some(), Missing::Until),
            (self.decided_on.is_some(), Missing::DecidedOn),
            (filled(&self.decided_by), Missing::DecidedBy),
            (self.appeal_told == Some(Answer::Yes), Missing::AppealTold),
        ]
        .into_iter()
        .filter_map(|(is_there, missing)| (!is_there).then_some(missing))
        .collect()
    }

    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// When it must be considered next: counted from the last consideration, before the first from the decision, and
    /// without one from its first day. None when it ends before that, or no rule holds.
    pub fn next_consideration<'a>(&self, rules: &'a Rules) -> Option<Consideration<'a>> {
        let decided = self.decided_on.unwrap_or(self.from);
        let counted_from = self.considered_on.iter().copied().max().map_or(decided, |last| last.max(decided));
        let rule = rules.on(CONSIDERATION, counted_from)?;
        let limit = if counted_from == decided { rule.within } else { rule.then.or(rule.within) };
        let due = limit?.from(counted_from, &OwnDays::default());
        self.until.is_none_or(|until| due <= until).then_some(Consideration { due, counted_from, rule })
    }

    /// Why a visit on a day breaks it, but for how many there are; none if it does not.
    pub fn breach(&self, child: MemberId, on: NaiveDate, terms: &Terms) -> Option<Breach> {
        let concerns = self.child == child && terms.with.iter().any(|with| self.with.contains(with));
        if !concerns || !self.holds_on(on) {
            return None;
        }
        if self.kind == RestrictionKind::Stopped {
            return Some(Breach::Stopped);
        }
        let Limits { contacts, supervised, most_minutes, .. } = &self.limits;
        if !contacts.is_empty() && !contacts.contains(&terms.contact) {
            return Some(Breach::Contact(terms.contact));
        }
        if *supervised == Some(Answer::Yes) && terms.supervision != Answer::Yes {
            return Some(Breach::Unsupervised);
        }
        most_minutes.filter(|most| terms.minutes().is_some_and(|minutes| minutes > *most)).map(Breach::TooLong)
    }
}

/// A visit that a restriction stops, by its place among the visits, and by which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped {
    /// The visit's place.
    pub visit: usize,
    /// The restriction's place.
    pub restriction: usize,
    /// Why.
    pub breach: Breach,
}

/// The visits still ahead that restrictions stop, the first reason of each restriction; visits come in the order of
/// their days, and those already held count among the most in a month. One that is kept with a reason of its own is not
/// stopped.
pub fn stopped(visits: &[Visit<'_>], restrictions: &[Restriction]) -> Vec<Stopped> {
    let mut of_child: HashMap<MemberId, Vec<usize>> = HashMap::new();
    for (place, restriction) in restrictions.iter().enumerate() {
        of_child.entry(restriction.child).or_default().push(place);
    }
    let mut months: HashMap<(usize, i32, u32), u32> = HashMap::new();
    let mut found = Vec::new();
    for (visit, one) in visits.iter().enumerate().filter(|(_, one)| one.takes_place()) {
        let (child, on, terms) = (one.arrangement.child, one.on(), one.terms());
        for place in of_child.get(&child).into_iter().flatten() {
            let restriction = &restrictions[*place];
            let breach = restriction.breach(child, on, terms).or_else(|| {
                let most = restriction.limits.most_a_month?;
                let concerns = terms.with.iter().any(|with| restriction.with.contains(with));
                if !concerns || !restriction.holds_on(on) {
                    return None;
                }
                let count = months.entry((*place, on.year(), on.month())).or_default();
                *count += 1;
                (*count > most).then_some(Breach::TooMany(most))
            });
            let stands = one.outcome() == VisitOutcome::Held || terms.despite.is_some();
            if let Some(breach) = breach.filter(|_| !stands) {
                found.push(Stopped { visit, restriction: *place, breach });
            }
        }
    }
    found
}

/// Somebody's wish for another contact, as stored without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Whose.
    pub family: FamilyId,
    /// The child.
    pub child: MemberId,
    /// Who wishes.
    pub by: MemberId,
    /// The day it was told.
    pub told_on: NaiveDate,
    /// What is wished.
    pub what: String,
    /// The day it was answered.
    pub answered_on: Option<NaiveDate>,
    /// The answer.
    pub answer: Option<String>,
}

impl Wish {
    /// How many days it has waited for an answer; none once it is answered.
    pub fn days_waiting(&self, today: NaiveDate) -> Option<i64> {
        self.answered_on.is_none().then(|| today.signed_duration_since(self.told_on).num_days().max(0))
    }
}
