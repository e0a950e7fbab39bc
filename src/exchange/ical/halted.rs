//! Visits that restrictions of contact stop, taken out of what a calendar tells: a stopped visit does not take place,
//! so that nobody may be brought to it because a calendar says so.
//!
//! A calendar that was sent before, and has the visit, must take it away. Of a series the exceptions do that; a series
//! that is stopped for good ends before its first stopped visit, and what no series tells any more is cancelled by
//! name.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use crate::domain::ids::{ArrangementId, FamilyId};
use crate::domain::visit::{Arrangement, Ends, Occurrence, Restriction, Series};
use crate::store::Diary;

/// For how many years after the last day that a restriction names visits are looked at one by one. What is stopped
/// beyond that is stopped for good.
const YEARS: i32 = 2;

/// The visits that restrictions stop in the families of a diary.
#[derive(Debug, Default)]
pub struct Halted {
    visits: HashSet<(ArrangementId, NaiveDate)>,
    /// For each family that has a restriction, the last day that was looked at, and whether one of them has no end.
    looked: HashMap<FamilyId, (NaiveDate, bool)>,
}

/// An arrangement as a calendar tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The arrangement, without what is stopped for good.
    pub arrangement: Arrangement,
    /// What is stored of its visits, the stopped ones left out.
    pub stored: Vec<Occurrence>,
    /// The days as they were told before, where something of them is stopped.
    pub before: Option<Series>,
}

impl Halted {
    /// Looks at a diary from the day of the file on.
    pub fn of(diary: &Diary, today: NaiveDate) -> Self {
        let mut halted = Self::default();
        for restriction in diary.restrictions.iter().map(|stored| &stored.value) {
            let last = restriction.until.unwrap_or(restriction.from).max(today);
            let looked = halted.looked.entry(restriction.family).or_insert((last, false));
            *looked = (looked.0.max(last), looked.1 || restriction.until.is_none());
        }
        for (family, (last, _)) in &mut halted.looked {
            let begins = diary.arrangements.iter().filter(|stored| stored.value.family == *family);
            let begins = begins.map(|stored| stored.value.series.from).chain([*last]).max().unwrap_or(*last);
            *last = begins.with_year(begins.year() + YEARS).unwrap_or(begins);
            let from = diary.restrictions.iter().map(|stored| stored.value.from).min().unwrap_or(today);
            let mut own = Diary::default();
            for stored in diary.arrangements.iter().filter(|stored| stored.value.family == *family) {
                own.occurrences.insert(stored.id, diary.stored(stored.id).to_vec());
                own.arrangements.push(stored.clone());
            }
            let is_own = |child| own.arrangements.iter().any(|stored| stored.value.child == child);
            let concerns = |one: &Restriction| one.family == *family || is_own(one.child);
            own.restrictions = diary.restrictions.iter().filter(|stored| concerns(&stored.value)).cloned().collect();
            halted.visits.extend(own.stopped(from, *last).into_keys());
        }
        halted
    }

    /// An arrangement and what is stored of its visits without what is stopped.
    pub fn without(&self, id: ArrangementId, of: &Arrangement, stored: &[Occurrence]) -> Told {
        let is_stopped = |day: NaiveDate| self.visits.contains(&(id, day));
        let mut days: Vec<NaiveDate> = self.visits.iter().filter(|(one, _)| *one == id).map(|(_, day)| *day).collect();
        days.sort_unstable();
        if days.is_empty() {
            return Told { arrangement: of.clone(), stored: stored.to_vec(), before: None };
        }
        let mut arrangement = of.clone();
        if let Some((last, true)) = self.looked.get(&of.family)
            && last.succ_opt().is_some_and(|after| of.series.days(after, NaiveDate::MAX).next().is_some())
        {
            let open = of.series.days(of.series.from, *last).filter(|day| !is_stopped(*day)).last();
            arrangement.series = of.series.ending(open.map_or(Ends::Times(0), Ends::Until));
        }
        let halt = |one: &Occurrence| {
            let mut one = one.clone().left_out(None);
            // What does not take place is nowhere, and nobody's to support.
            (one.terms.place, one.terms.transport) = (None, None);
            one.terms.supporters.clear();
            one
        };
        let kept = |one: &Occurrence| if is_stopped(one.given) { halt(one) } else { one.clone() };
        let mut told: Vec<Occurrence> = stored.iter().map(kept).collect();
        for day in days {
            if of.series.gives(day) && !stored.iter().any(|one| one.given == day) {
                told.push(halt(&Occurrence::given(id, of, day)));
            }
        }
        Told { arrangement, stored: told, before: Some(of.series) }
    }
}

impl Told {
    /// Whether anything is left of it.
    pub fn stands(&self) -> bool {
        let is_written = |day: &NaiveDate| self.stored.iter().any(|one| one.given == *day);
        self.stored.iter().any(|one| !one.skipped)
            || self.arrangement.series.days(NaiveDate::MIN, NaiveDate::MAX).any(|day| !is_written(&day))
    }
}
