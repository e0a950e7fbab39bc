//! Gaps: supervised visits close at hand that have no supporter.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use super::reading::{self, Asked};
use super::stopped::stopped_of;
use crate::domain::access::Right;
use crate::domain::codes::Answer;
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::calendar::{SUPPORTER_DAYS, unsupported};
use crate::domain::visit::clash::hit_by;
use crate::domain::visit::{Occurrence, Visit, visits as lay_out};
use crate::store::Store;

/// How many days back a visit is looked for that nobody supported and nobody called off.
const BACK: u64 = 90;

/// A visit that has no supporter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) struct Gap {
    pub family: FamilyId,
    pub child: PersonId,
    pub arrangement: ArrangementId,
    pub on: NaiveDate,
}

/// Arrangements with supervised visits in a window, as a condition on `a`.
const SUPERVISED: &str = "a.id IN (SELECT id FROM arrangement
        WHERE last_day >= :from AND from_day <= :to AND supervision = 'yes'
        UNION SELECT arrangement FROM occurrence WHERE on_day BETWEEN :from AND :to AND supervision = 'yes')";

/// The same, of some families.
const SUPERVISED_OF_THESE: &str = "a.family IN (SELECT value FROM json_each(:families))
    AND ((a.last_day >= :from AND a.from_day <= :to AND a.supervision = 'yes')
         OR EXISTS (SELECT 1 FROM occurrence o
                    WHERE o.arrangement = a.id AND o.on_day BETWEEN :from AND :to AND o.supervision = 'yes'))";

/// What is stored of their visits that the window meets, as a condition on `o`.
const STORED_OF_THESE: &str = "o.arrangement IN (SELECT value FROM json_each(:ids))
    AND (o.on_day BETWEEN :from AND :to OR o.given BETWEEN :from AND :to)";

impl Store {
    /// How many supervised visits from today and fourteen days on have no supporter: nobody is named, or everybody
    /// who is named is away.
    ///
    /// # Errors
    /// Refused by role.
    pub fn count_gaps(&self, today: NaiveDate) -> Result<usize, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let (first, last) = window(today);
        let asked = named_params! {":from": first, ":to": last};
        Ok(self.gaps(&format!("{SUPERVISED} AND {}", reached.reaches("a.family")), asked, (today, today))?.len())
    }

    /// The gaps of some families, and those of visits that nobody supported and nobody called off; `families` are their
    /// identities as JSON.
    pub(in crate::store) fn gaps_of(&self, families: &str, today: NaiveDate) -> Result<Vec<Gap>, Problem> {
        let (_, last) = window(today);
        let first = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
        let asked = named_params! {":from": first, ":to": last, ":families": families};
        self.gaps(SUPERVISED_OF_THESE, asked, (first, today))
    }

    fn gaps(
        &self,
        condition: &str,
        asked: Asked<'_>,
        (first, today): (NaiveDate, NaiveDate),
    ) -> Result<Vec<Gap>, Problem> {
        let arrangements = reading::arrangements(&self.connection, condition, asked)?;
        if arrangements.is_empty() {
            return Ok(Vec::new());
        }
        let (_, last) = window(today);
        let ids = reading::all_of(arrangements.iter().map(|stored| stored.id.0));
        let asked = named_params! {":from": first, ":to": last, ":ids": ids};
        let mut stored: BTreeMap<ArrangementId, Vec<Occurrence>> = BTreeMap::new();
        for (.., one) in reading::occurrences(&self.connection, STORED_OF_THESE, asked)? {
            stored.entry(one.arrangement).or_default().push(one);
        }
        let mut visits: Vec<Visit<'_>> = Vec::new();
        for of in &arrangements {
            let own = stored.get(&of.id).map_or(&[][..], Vec::as_slice);
            visits.extend(lay_out(of.id, &of.value, own, first, last));
        }
        let mut away: BTreeMap<usize, usize> = BTreeMap::new();
        for absence in &self.absences_in(today, last)? {
            for place in hit_by(&absence.value, &visits) {
                *away.entry(place).or_default() += 1;
            }
        }
        let left_alone = away.iter().filter(|(place, gone)| {
            let terms = visits[**place].terms();
            visits[**place].on() >= today && terms.supervision == Answer::Yes && **gone >= terms.supporters.len()
        });
        let alone = |visit: &Visit<'_>| {
            let terms = visit.terms();
            visit.takes_place() && terms.supervision == Answer::Yes && terms.supporters.is_empty()
        };
        let passed = visits.iter().enumerate().filter(|(_, visit)| visit.on() < today && alone(visit));
        let passed = passed.map(|(place, _)| place);
        let places = passed.chain(unsupported(&visits, today)).chain(left_alone.map(|(place, _)| *place));
        let gap = |visit: &Visit<'_>| Gap {
            family: visit.arrangement.family,
            child: visit.arrangement.child,
            arrangement: visit.id,
            on: visit.on(),
        };
        let mut gaps: Vec<(Gap, NaiveDate)> = places.map(|place| (gap(&visits[place]), visits[place].given)).collect();
        // Nobody is asked to support a visit that does not take place.
        let families: BTreeSet<i64> = gaps.iter().map(|(gap, _)| gap.family.0).collect();
        for family in families.into_iter().map(FamilyId) {
            let stopped = stopped_of(&self.connection, family, first, last)?;
            gaps.retain(|(gap, given)| gap.family != family || !stopped.contains_key(&(gap.arrangement, *given)));
        }
        Ok(gaps.into_iter().map(|(gap, _)| gap).collect())
    }
}

/// The first and the last day that is looked at.
fn window(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (today, today.checked_add_days(Days::new(SUPPORTER_DAYS)).unwrap_or(today))
}
