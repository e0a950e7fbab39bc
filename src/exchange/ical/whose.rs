//! Whose calendar it is: which visits of an arrangement stand in it. An arrangement goes out whole, whatever days are
//! asked for: cut to them it would tell a calendar program that the rest is over.

use chrono::NaiveDate;

use crate::domain::ids::{ArrangementId, PersonId};
use crate::domain::text::identity_of;
use crate::domain::visit::{Arrangement, Ends, Occurrence, Series, Terms};

/// What must be so of a visit; nothing is asked of any where nothing is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whose {
    /// All of these take part: the child, or those whom it meets.
    pub people: Vec<PersonId>,
    /// This one supports it.
    pub supporter: Option<String>,
    /// Its arrangement has visits on these days, both ends included.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl Whose {
    /// The arrangement and what is stored of its visits as they stand in this calendar; none if nothing does.
    pub fn of(
        &self,
        id: ArrangementId,
        arrangement: &Arrangement,
        stored: &[Occurrence],
    ) -> Option<(Arrangement, Vec<Occurrence>)> {
        let stored = stored.iter().filter(|one| one.arrangement == id);
        let wanted = |terms: &Terms| self.wants(arrangement.child, terms);
        let (arrangement, stored) = if wanted(&arrangement.terms) {
            let kept = |one: &Occurrence| {
                let one = one.clone();
                // Left out of this calendar only: somebody else takes it over.
                if wanted(&one.terms) { one } else { one.left_out(None) }
            };
            (arrangement.clone(), stored.map(kept).collect::<Vec<_>>())
        } else {
            // Only single visits of it are theirs: each stands by itself, for the series is not told.
            let kept: Vec<Occurrence> = stored.filter(|one| wanted(&one.terms)).cloned().collect();
            let series = Series { ends: Ends::Times(0), ..arrangement.series };
            (Arrangement { series, ..arrangement.clone() }, kept)
        };
        self.meets_days(&arrangement, &stored).then_some((arrangement, stored))
    }

    fn wants(&self, child: PersonId, terms: &Terms) -> bool {
        let takes_part = |person: &PersonId| *person == child || terms.with.contains(person);
        let supports = |name: &String| terms.supporters.iter().any(|one| identity_of(one) == identity_of(name));
        self.people.iter().all(takes_part) && self.supporter.as_ref().is_none_or(supports)
    }

    fn meets_days(&self, arrangement: &Arrangement, stored: &[Occurrence]) -> bool {
        let (from, to) = self.days.unwrap_or((NaiveDate::MIN, NaiveDate::MAX));
        let is_written = |day: &NaiveDate| stored.iter().any(|one| one.given == *day);
        stored.iter().any(|one| !one.skipped && (from..=to).contains(&one.on))
            || arrangement.series.days(from, to).any(|day| !is_written(&day))
    }
}
