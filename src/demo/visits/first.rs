//! The visits of the families that open every demo, as they stand in `assets/demo/first-families.toml`.

use chrono::{Duration, NaiveDate, NaiveTime};
use serde::Deserialize;

use super::Visits;
use super::plan::{Plan, Sort, Told, terms};
use crate::demo::programme::back;
use crate::domain::codes::{Answer, ChildWord, RestrictionKind, VisitBasis, VisitContact};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::visit::{Ends, LadderMove, Limits, Pattern, Restriction, Series, Terms, Weekdays, Wish};

/// What the file says of a family's visits.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct FirstVisits {
    #[serde(default)]
    visits: Vec<FirstPlan>,
    #[serde(default)]
    restrictions: Vec<FirstRestriction>,
    #[serde(default)]
    moves: Vec<FirstMove>,
    #[serde(default)]
    wishes: Vec<FirstWish>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstPlan {
    child: usize,
    with: Vec<PersonId>,
    pattern: Pattern,
    #[serde(default)]
    weekdays: Weekdays,
    day: Option<i64>,
    since: i64,
    ended: Option<i64>,
    until: Option<i64>,
    hours: [NaiveTime; 2],
    #[serde(default)]
    nights: u32,
    contact: Option<VisitContact>,
    place: Option<String>,
    step: Option<u8>,
    #[serde(default)]
    supporters: Vec<String>,
    #[serde(default)]
    earlier: Vec<Earlier>,
    purpose: Option<String>,
    basis: Option<VisitBasis>,
    support_until: Option<i64>,
    transport: Option<String>,
    #[serde(default)]
    past: Vec<Told>,
    #[serde(default)]
    lacks_supporter: bool,
}

/// What held up to so many days ago.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Earlier {
    ago: i64,
    step: u8,
    place: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstRestriction {
    child: i64,
    with: Vec<PersonId>,
    kind: RestrictionKind,
    #[serde(default)]
    contacts: Vec<VisitContact>,
    supervised: Option<Answer>,
    most_minutes: Option<u32>,
    decided: Option<i64>,
    /// The first day, where nobody decided.
    from: Option<i64>,
    #[serde(default)]
    considered: Vec<i64>,
    until: Option<i64>,
    how: Option<String>,
    why: Option<String>,
    decided_by: Option<String>,
    appeal_told: Option<Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstMove {
    child: i64,
    with: Vec<PersonId>,
    ago: i64,
    from: Option<u8>,
    to: u8,
    reason: String,
    decided_by: String,
    word: Option<ChildWord>,
    words: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstWish {
    child: i64,
    by: i64,
    told: i64,
    what: String,
    answered: Option<i64>,
    answer: Option<String>,
}

impl FirstVisits {
    /// What is planned, with what else is said put among what is drawn.
    pub fn take(&self, today: NaiveDate, drawn: &mut Visits) -> Vec<Plan> {
        drawn.restrictions = self.restrictions.iter().map(|one| one.restriction(today)).collect();
        drawn.moves = self.moves.iter().flat_map(|one| one.moves(today)).collect();
        drawn.wishes = self.wishes.iter().map(|one| one.wish(today)).collect();
        self.visits.iter().map(|one| one.plan(today)).collect()
    }
}

impl FirstPlan {
    fn plan(&self, today: NaiveDate) -> Plan {
        let ahead = |days: i64| today + Duration::days(days);
        let series = self.series(today);
        Plan {
            child: self.child,
            sort: self.sort(),
            series,
            terms: self.terms(today),
            purpose: self.purpose.clone(),
            basis: self.basis,
            support_until: self.support_until.map(ahead),
            past: self.past.clone(),
            lacks_supporter: self.lacks_supporter,
        }
    }

    /// What is said of whom a child meets tells which sort of visits they are.
    fn sort(&self) -> Sort {
        match self.contact {
            Some(VisitContact::Phone | VisitContact::Video) => Sort::Called,
            _ if self.step.is_none() => Sort::Siblings,
            _ => Sort::Met,
        }
    }

    fn series(&self, today: NaiveDate) -> Series {
        let ends = match (self.ended, self.until) {
            (Some(ended), _) => Ends::Until(back(today, ended)),
            (None, Some(until)) => Ends::Until(today + Duration::days(until)),
            (None, None) => Ends::Open,
        };
        let from = back(today, self.since);
        let Some(day) = self.day.map(|day| today + Duration::days(day)) else {
            return Series::told(self.pattern, self.weekdays, Some(from), today).ending(ends);
        };
        let weeks = match self.pattern {
            Pattern::Once => return Series::once(day),
            Pattern::Nth { weeks } => i64::from(weeks),
            _ => 1,
        };
        // So many whole turns before the day that it gives.
        let first = day - Duration::days((day - from).num_days() / (7 * weeks) * 7 * weeks);
        Series::told(self.pattern, Weekdays::NONE, Some(first), today).ending(ends)
    }

    fn terms(&self, today: NaiveDate) -> Vec<(NaiveDate, Terms)> {
        let contact = self.contact.unwrap_or(VisitContact::InPerson);
        let supporter = self.supporters.first().map_or("", String::as_str);
        let with = |step: Option<u8>, place: &Option<String>| Terms {
            start: Some(self.hours[0]),
            end: Some(self.hours[1]),
            nights: self.nights,
            place: place.as_deref().map(Into::into),
            transport: self.transport.clone(),
            ..terms(self.with.clone(), contact, step, supporter)
        };
        let mut from = back(today, self.since);
        let mut found = Vec::new();
        for one in &self.earlier {
            found.push((from, with(Some(one.step), &one.place)));
            from = back(today, one.ago);
        }
        found.push((from, with(self.step, &self.place)));
        found
    }
}

impl FirstRestriction {
    fn restriction(&self, today: NaiveDate) -> Restriction {
        let ago = |days: i64| back(today, days);
        let decided_on = self.decided.map(ago);
        Restriction {
            family: FamilyId(0),
            child: PersonId(self.child),
            with: self.with.clone(),
            kind: self.kind,
            how: self.how.clone(),
            why: self.why.clone(),
            from: self.from.map(ago).or(decided_on).unwrap_or(today),
            until: self.until.map(|days| today + Duration::days(days)),
            further_notice: false,
            decided_on,
            decided_by: self.decided_by.clone(),
            appeal_told: self.appeal_told,
            considered_on: self.considered.iter().copied().map(ago).collect(),
            limits: Limits {
                contacts: self.contacts.clone(),
                supervised: self.supervised,
                most_a_month: None,
                most_minutes: self.most_minutes,
            },
        }
    }
}

impl FirstMove {
    fn moves(&self, today: NaiveDate) -> impl Iterator<Item = LadderMove> {
        let told = self.words.as_ref().map(|_| ChildWord::Told);
        self.with.iter().map(move |with| LadderMove {
            child: PersonId(self.child),
            with: *with,
            on: back(today, self.ago),
            from: self.from,
            to: self.to,
            reason: self.reason.clone(),
            decided_by: self.decided_by.clone(),
            child_word: self.word.or(told),
            words: self.words.clone(),
        })
    }
}

impl FirstWish {
    fn wish(&self, today: NaiveDate) -> Wish {
        Wish {
            family: FamilyId(0),
            child: PersonId(self.child),
            by: PersonId(self.by),
            told_on: back(today, self.told),
            what: self.what.clone(),
            answered_on: self.answered.map(|days| back(today, days)),
            answer: self.answer.clone(),
        }
    }
}
