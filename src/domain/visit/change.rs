//! "This and later" and "all": changes of a series that leave alone what has happened. The model is told in `visit`.

use chrono::{Datelike, NaiveDate};

use super::arrangement::{Arrangement, Terms};
use super::occurrence::Occurrence;
use super::pattern::{Ends, Pattern, Series};
use crate::domain::calendar::Week;
use crate::domain::ids::ArrangementId;

/// How much of a series a change is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The visit that the series gave on this day, and all after it.
    Later(NaiveDate),
    /// All of it; what was given before today is left as it was.
    All {
        /// What counts as today.
        today: NaiveDate,
    },
}

/// What a change makes of an arrangement and of what is stored of its visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The arrangement that was, changed or ended.
    pub arrangement: Arrangement,
    /// What is stored of its visits now.
    pub stored: Vec<Occurrence>,
    /// The arrangement that goes on from it.
    pub next: Option<Next>,
    /// What had been decided for visits that the changed series does not give any more. Nothing of this has happened.
    pub dropped: Vec<Occurrence>,
}

/// An arrangement that follows another and has no identity yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The arrangement.
    pub arrangement: Arrangement,
    stored: Vec<Occurrence>,
}

impl Next {
    /// What is to be stored of its visits, once the arrangement has an identity.
    pub fn stored(&self, id: ArrangementId) -> Vec<Occurrence> {
        self.stored.iter().cloned().map(|one| Occurrence { arrangement: id, ..one }).collect()
    }
}

/// Changes an arrangement into what somebody made of it in a form.
///
/// Where the change begins after the first visit, the first day is not the form's but follows from the day it begins
/// at; a number of times that the form left alone is what is left of it, another one counts from there. `stored` holds
/// what is stored of this arrangement's visits.
pub fn change(
    id: ArrangementId,
    old: &Arrangement,
    stored: &[Occurrence],
    edited: &Arrangement,
    scope: Scope,
) -> Changed {
    let cut = match scope {
        Scope::Later(day) => Cut { day, last: day, not_before: NaiveDate::MIN },
        Scope::All { today } => {
            let behind = |one: &Arrangement| one.series.days(NaiveDate::MIN, before(today));
            if behind(old).eq(behind(edited)) {
                return in_place(old, stored, edited);
            }
            let day = old.series.days(today, NaiveDate::MAX).next().unwrap_or(today);
            Cut { day, last: day, not_before: today }
        }
    };
    match old.series.before(cut.day) {
        // Nothing is behind. A first day set back is meant so; otherwise nothing begins before it may.
        None if edited.series.from < old.series.from => in_place(old, stored, edited),
        None => {
            let from = edited.series.from.max(cut.not_before);
            in_place(old, stored, &Arrangement { series: Series { from, ..edited.series }, ..edited.clone() })
        }
        Some(last) => split(id, old, stored, edited, Cut { last, ..cut }),
    }
}

/// Where a series is cut.
#[derive(Clone, Copy)]
struct Cut {
    /// The first visit of what follows, as the old series gave it.
    day: NaiveDate,
    /// The last visit before it.
    last: NaiveDate,
    /// No day before this one is given anew.
    not_before: NaiveDate,
}

fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}

/// The whole arrangement changes and keeps its identity.
fn in_place(old: &Arrangement, stored: &[Occurrence], edited: &Arrangement) -> Changed {
    let arrangement = Arrangement { follows: old.follows, ..edited.clone() };
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    for one in stored {
        if one.is_settled() {
            kept.push(one.clone());
        } else if arrangement.series.gives(one.given) {
            kept.extend(following(one, old, &arrangement));
        } else {
            dropped.push(one.clone());
        }
    }
    Changed { arrangement, stored: kept, next: None, dropped }
}

/// The arrangement ends before the cut, and another follows it if the edited series has any day from there on.
fn split(id: ArrangementId, old: &Arrangement, stored: &[Occurrence], edited: &Arrangement, cut: Cut) -> Changed {
    let ended = old.series.ending(Ends::Until(cut.last));
    let series = from_cut(&old.series, &edited.series, cut);
    let next = Arrangement { series, follows: Some(id), event: None, ..edited.clone() };
    let (mut kept, mut followed, mut dropped) = (Vec::new(), Vec::new(), Vec::new());
    for one in stored {
        let given_anew = next.series.gives(one.given);
        if one.is_settled() || one.given < cut.day {
            kept.push(one.clone());
            // The visit stands where it stood; the series that follows has no second one on that day.
            let stands = one.given >= next.series.from && given_anew;
            followed.extend(stands.then(|| Occurrence::given(id, &next, one.given).left_out(None)));
        } else if given_anew {
            followed.extend(following(one, old, &next));
        } else {
            dropped.push(one.clone());
        }
    }
    let next = next.series.first().is_some().then_some(Next { arrangement: next, stored: followed });
    Changed { arrangement: Arrangement { series: ended, ..old.clone() }, stored: kept, next, dropped }
}

/// The edited series from the cut on.
fn from_cut(old: &Series, edited: &Series, cut: Cut) -> Series {
    let same_rhythm = old.pattern == edited.pattern && old.weekdays == edited.weekdays;
    // A visit moved to an earlier weekday of the same week is that week's visit, unless the week has had another.
    let period = match edited.pattern {
        _ if same_rhythm => cut.day,
        Pattern::Once => cut.day,
        Pattern::Monthly { .. } => cut.day.with_day(1).unwrap_or(cut.day),
        _ => Week::of(cut.day).monday(),
    };
    let after_last = cut.last.succ_opt().unwrap_or(cut.day);
    let from = period.max(after_last).max(cut.not_before);
    let from = if edited.from > old.from { from.max(edited.from) } else { from };
    // The count of weeks goes on where the pattern does; a fortnight kept anew is kept from here.
    let same_count = old.pattern == edited.pattern && old.anchor == edited.anchor;
    let anchor = if same_count { old.anchor } else { from.max(edited.anchor) };
    let ends = match (old.ends, edited.ends) {
        (Ends::Times(all), Ends::Times(times)) if all == times => {
            let had = old.days(old.from, cut.last).count();
            Ends::Times(times.saturating_sub(u32::try_from(had).unwrap_or(times)))
        }
        (_, ends) => ends,
    };
    Series { from, anchor, ends, ..*edited }
}

/// What was decided for one visit, over the changed arrangement: what was decided stays, the rest follows. Nothing is
/// left to store if it says no more than the series.
fn following(one: &Occurrence, old: &Arrangement, new: &Arrangement) -> Option<Occurrence> {
    let terms = followed_terms(&one.terms, &old.terms, &new.terms);
    let followed = one.clone().with_terms(new, terms);
    (!followed.is_plain(new)).then_some(followed)
}

fn followed_terms(own: &Terms, old: &Terms, new: &Terms) -> Terms {
    Terms {
        with: follow(&own.with, &old.with, &new.with),
        contact: follow(&own.contact, &old.contact, &new.contact),
        start: follow(&own.start, &old.start, &new.start),
        end: follow(&own.end, &old.end, &new.end),
        nights: follow(&own.nights, &old.nights, &new.nights),
        place: follow(&own.place, &old.place, &new.place),
        step: follow(&own.step, &old.step, &new.step),
        supervision: follow(&own.supervision, &old.supervision, &new.supervision),
        supporters: follow(&own.supporters, &old.supporters, &new.supporters),
        transport: follow(&own.transport, &old.transport, &new.transport),
        despite: follow(&own.despite, &old.despite, &new.despite),
    }
}

fn follow<T: Clone + PartialEq>(own: &T, old: &T, new: &T) -> T {
    if own == old { new.clone() } else { own.clone() }
}
