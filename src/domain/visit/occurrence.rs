//! One visit: what the series gave, and what was decided, done and written about this one.
//!
//! An [`Occurrence`] is stored, a [`Visit`] is looked at. Views of the child, the adult, the family home and the
//! supporter are fields of their own, and none of them is a judgement.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::arrangement::{Arrangement, Terms};
use crate::domain::codes::{CancelledBy, ChildWord, VisitOutcome};
use crate::domain::ids::{ArrangementId, PersonId};

/// What is stored of one visit, known by its arrangement and the day the series gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// The day the series gave it; never changes.
    pub given: NaiveDate,
    /// The day it is on now.
    pub on: NaiveDate,
    /// Its terms now; a copy, so that they stay true when the arrangement changes.
    pub terms: Terms,
    /// Left out of the series: no visit, and no cancelled one either. It can be restored.
    pub skipped: bool,
    /// What came of it.
    pub outcome: VisitOutcome,
    /// Who cancelled.
    pub cancelled_by: Option<CancelledBy>,
    /// Which person of the family that was, where somebody said so.
    pub cancelled_by_person: Option<PersonId>,
    /// Why it was cancelled, moved, left out, or nobody came.
    pub reason: Option<String>,
    /// How late it was cancelled: whole hours before it was to begin, 0 when it had begun.
    pub notice_hours: Option<u32>,
    /// Before it.
    pub before: Before,
    /// During it.
    pub during: During,
    /// After it.
    pub after: After,
}

/// What is prepared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// How the child was prepared.
    pub child: Option<String>,
    /// How the adult was prepared.
    pub adult: Option<String>,
    /// How the family home was prepared.
    pub family_home: Option<String>,
    /// What to watch for.
    pub watch_for: Option<String>,
    /// When the visit is broken off.
    pub stop_rule: Option<String>,
}

/// What was seen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct During {
    /// Clock time it began.
    pub started: Option<NaiveTime>,
    /// Clock time it ended.
    pub ended: Option<NaiveTime>,
    /// Who came of those whom the child was to meet.
    pub came: Vec<PersonId>,
    /// How late, in minutes.
    pub late_minutes: Option<u32>,
    /// What passed between the child and the others.
    pub interplay: Option<String>,
    /// What the supporter did.
    pub interventions: Option<String>,
}

/// What came after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// Whether the child had a word.
    pub child_word: Option<ChildWord>,
    /// The child's own words the same day.
    pub words_same_day: Option<String>,
    /// The child's own words some days later.
    pub words_later: Option<String>,
    /// How the child reacted.
    pub reaction: Option<String>,
    /// The child's mark before, 1 to 5.
    pub mark_before: Option<u8>,
    /// The child's mark after, 1 to 5.
    pub mark_after: Option<u8>,
    /// How the adult saw it.
    pub adult_view: Option<String>,
    /// How the family home saw it.
    pub family_home_view: Option<String>,
    /// How the supporter saw it.
    pub supporter_view: Option<String>,
    /// What the team makes of it.
    pub judgement: Option<String>,
    /// What was agreed.
    pub agreed: Option<String>,
    /// What comes next.
    pub next: Option<String>,
}

impl After {
    /// Whether the child has been asked: told something, was too young, or did not want to.
    pub fn has_word(&self) -> bool {
        self.child_word.is_some() || self.words_same_day.is_some() || self.words_later.is_some()
    }
}

impl Occurrence {
    /// The visit that a series gives on a day, with nothing more to say.
    pub fn given(arrangement: ArrangementId, of: &Arrangement, day: NaiveDate) -> Self {
        Self {
            arrangement,
            given: day,
            on: day,
            terms: of.terms.clone(),
            skipped: false,
            outcome: VisitOutcome::Planned,
            cancelled_by: None,
            cancelled_by_person: None,
            reason: None,
            notice_hours: None,
            before: Before::default(),
            during: During::default(),
            after: After::default(),
        }
    }

    /// Whether anything is written on it.
    pub fn is_annotated(&self) -> bool {
        self.before != Before::default() || self.during != During::default() || self.after != After::default()
    }

    /// Whether it has happened, so that no change of the series may rewrite it: held, cancelled, a no-show, or written
    /// on. One that is moved or left out is decided, but has not happened.
    pub fn is_settled(&self) -> bool {
        let done = matches!(self.outcome, VisitOutcome::Held | VisitOutcome::Cancelled | VisitOutcome::NoShow);
        done || self.is_annotated()
    }

    /// The day the series gave it, if it is on another now.
    pub fn moved_from(&self) -> Option<NaiveDate> {
        (self.on != self.given).then_some(self.given)
    }
}

/// A visit as one looks at it: what the series says, and over it what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit<'a> {
    /// Which arrangement.
    pub id: ArrangementId,
    /// The arrangement.
    pub arrangement: &'a Arrangement,
    /// The day the series gave.
    pub given: NaiveDate,
    /// What is stored of it.
    pub written: Option<&'a Occurrence>,
}

impl<'a> Visit<'a> {
    /// The day it is on.
    pub fn on(&self) -> NaiveDate {
        self.written.map_or(self.given, |written| written.on)
    }

    /// Its terms.
    pub fn terms(&self) -> &'a Terms {
        self.written.map_or(&self.arrangement.terms, |written| &written.terms)
    }

    /// What came of it.
    pub fn outcome(&self) -> VisitOutcome {
        self.written.map_or(VisitOutcome::Planned, |written| written.outcome)
    }

    /// Whether somebody takes part: as the child whose record it is, or among those whom it meets. With several
    /// children it is a visit of each of them.
    pub fn has(&self, person: PersonId) -> bool {
        self.arrangement.child == person || self.terms().with.contains(&person)
    }

    /// Everybody who is there besides the staff: the child, and whom it meets; of a visit that says who came, those.
    pub fn present(&self) -> Vec<PersonId> {
        let came = self.written.map(|one| &one.during.came).filter(|came| !came.is_empty());
        let with = came.unwrap_or(&self.terms().with);
        std::iter::once(self.arrangement.child).chain(with.iter().copied()).collect()
    }

    /// The children who are there: the one whose record it is, then those whom it meets.
    pub fn children(&self, is_child: impl Fn(PersonId) -> bool) -> Vec<PersonId> {
        let own = self.arrangement.child;
        let mut there = self.present();
        there.retain(|one| *one == own || is_child(*one));
        there
    }

    /// Whether it is still to be, or has been: planned, moved or held.
    pub fn takes_place(&self) -> bool {
        matches!(self.outcome(), VisitOutcome::Planned | VisitOutcome::Moved | VisitOutcome::Held)
    }

    /// Whether it is still to be.
    pub fn is_ahead(&self) -> bool {
        matches!(self.outcome(), VisitOutcome::Planned | VisitOutcome::Moved)
    }
}

/// The visits of an arrangement on the days of a window, both ends included, by day and time. What is stored may come
/// in any order and for other arrangements too; what is left out is no visit.
pub fn visits<'a>(
    id: ArrangementId,
    arrangement: &'a Arrangement,
    stored: &'a [Occurrence],
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<Visit<'a>> {
    let mut written: Vec<&Occurrence> = stored.iter().filter(|one| one.arrangement == id).collect();
    written.sort_by_key(|one| one.given);
    let is_written = |day: &NaiveDate| written.binary_search_by_key(day, |one| one.given).is_ok();
    let visit = |given, written| Visit { id, arrangement, given, written };
    let plain = arrangement.series.days(from, to).filter(|day| !is_written(day)).map(|day| visit(day, None));
    let stands = |one: &&&Occurrence| !one.skipped && (from..=to).contains(&one.on);
    let mut visits: Vec<Visit<'a>> = plain.collect();
    visits.extend(written.iter().filter(stands).map(|one| visit(one.given, Some(*one))));
    visits.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.given));
    visits
}
