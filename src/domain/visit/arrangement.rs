//! An arrangement: who meets a child on the days of a series, and under which terms.

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::calendar_event::CalendarEvent;
use super::pattern::Series;
use crate::domain::codes::{Answer, VisitBasis, VisitContact};
use crate::domain::discretion::{MASK, PlaceName, Setting};
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};

/// How long a visit is taken to be when nobody says when it ends, in minutes.
pub const DEFAULT_MINUTES: u32 = 60;

/// Most nights that one visit lasts; what is longer is a placement or a move.
pub const MOST_NIGHTS: u32 = 60;

/// Visits that are planned together, as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrangement {
    /// Whose.
    pub family: FamilyId,
    /// The child.
    pub child: PersonId,
    /// The days.
    pub series: Series,
    /// What holds for each visit unless it says otherwise.
    pub terms: Terms,
    /// What the visits are for.
    pub purpose: Option<String>,
    /// What they rest on.
    pub basis: Option<VisitBasis>,
    /// The day on which support is planned to have been phased out.
    pub support_until: Option<NaiveDate>,
    /// The arrangement that this one goes on from, when a series was changed from a day on.
    pub follows: Option<ArrangementId>,
    /// What else there is to say.
    pub note: Option<String>,
    /// The event that a visit came from, where others plan it in a calendar of their own.
    #[serde(default)]
    pub event: Option<CalendarEvent>,
}

/// The terms of a visit: those of its arrangement, or its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Adults or siblings whom the child meets.
    pub with: Vec<PersonId>,
    /// How they meet.
    pub contact: VisitContact,
    /// Clock time it begins, local Swedish time.
    pub start: Option<NaiveTime>,
    /// Clock time it ends, local Swedish time, on the day that `nights` says.
    pub end: Option<NaiveTime>,
    /// How many nights it lasts; none when it ends on the day it begins.
    pub nights: u32,
    /// Where.
    #[serde(serialize_with = "PlaceName::store_some")]
    pub place: Option<PlaceName>,
    /// The step's number on the unit's visit ladder; none stands for the child's current one.
    pub step: Option<u8>,
    /// Whether a supporter must be there.
    pub supervision: Answer,
    /// Supporters among the staff, by name.
    pub supporters: Vec<String>,
    /// How the child gets there and back.
    pub transport: Option<String>,
    /// Why it is kept although a restriction stops it; none where none does, or nobody has decided so.
    pub despite: Option<String>,
}

impl Arrangement {
    /// Everybody in it but one.
    pub fn others(&self, than: PersonId) -> Vec<PersonId> {
        std::iter::once(self.child).chain(self.terms.with.iter().copied()).filter(|one| *one != than).collect()
    }

    /// The first and the last day of its visits; one without an end goes on for ever.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        (self.series.from, self.series.last().map_or(NaiveDate::MAX, |last| self.terms.days(last).1))
    }

    /// Whether somebody takes part, as the child whose record it is or among those whom it meets.
    pub fn has(&self, person: PersonId) -> bool {
        self.child == person || self.terms.with.contains(&person)
    }
}

impl Terms {
    /// The first and the last day of a visit that begins on a day.
    pub fn days(&self, on: NaiveDate) -> (NaiveDate, NaiveDate) {
        (on, on.checked_add_days(Days::new(self.nights.into())).unwrap_or(on))
    }

    /// Who supports it, as it stands in a setting: the room is told nobody's name.
    pub fn supporters_shown(&self, setting: Setting) -> Vec<String> {
        let named = |name: &String| if setting == Setting::Room { MASK.to_owned() } else { name.clone() };
        let mut shown: Vec<String> = self.supporters.iter().map(named).collect();
        shown.dedup_by(|one, other| one == MASK && other == MASK);
        shown
    }

    /// How the child gets there and back, as it stands in a setting: the way tells of the place.
    pub fn transport_shown(&self, setting: Setting) -> Option<String> {
        let told = |way: &String| if setting == Setting::Room { MASK.to_owned() } else { way.clone() };
        self.transport.as_ref().map(told)
    }

    /// A meeting in person of which nothing more is known.
    pub fn new(with: Vec<PersonId>) -> Self {
        Self {
            with,
            contact: VisitContact::InPerson,
            start: None,
            end: None,
            nights: 0,
            place: None,
            step: None,
            supervision: Answer::No,
            supporters: Vec::new(),
            transport: None,
            despite: None,
        }
    }

    /// How long it lasts in minutes; none where beginning or end is not told, or it ends before it begins.
    pub fn minutes(&self) -> Option<u32> {
        let (start, end) = self.start.zip(self.end)?;
        let minutes = end.signed_duration_since(start).num_minutes() + i64::from(self.nights) * 24 * 60;
        u32::try_from(minutes).ok().filter(|minutes| *minutes > 0)
    }
}
