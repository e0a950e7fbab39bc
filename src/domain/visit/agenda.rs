//! Concerns about visits at hand: of some visits, with what is said of their people.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::absence::Absence;
use super::calendar::{SUPPORTER_DAYS, unsupported};
use super::clash::{Clash, Party, Travel, clashes, hit_by};
use super::occurrence::Visit;
use super::restriction::Restriction;
use super::together::{Breach, stopped};
use super::wish::Wish;
use crate::domain::deadlines::Rules;
use crate::domain::ids::{ArrangementId, RestrictionId, WishId};

/// A visit, by its arrangement and the day the series gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VisitKey {
    /// The arrangement.
    pub id: ArrangementId,
    /// The day.
    pub given: NaiveDate,
}

impl From<&Visit<'_>> for VisitKey {
    fn from(visit: &Visit<'_>) -> Self {
        Self { id: visit.id, given: visit.given }
    }
}

/// Something that must be seen to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concern {
    /// A visit that a restriction stops.
    Stopped(VisitKey, Breach),
    /// A supervised visit that nobody is named to support.
    Unsupported(VisitKey),
    /// A visit whose supporter is away.
    Away(VisitKey, String),
    /// A visit that wants somebody or something that another one wants too.
    Clash(VisitKey, VisitKey, Party),
    /// A restriction that must be considered anew by a day.
    Consider(RestrictionId, NaiveDate),
    /// A restriction that is no decision as it stands.
    NoDecision(RestrictionId),
    /// A wish that waits for an answer.
    Wish(WishId),
}

impl Concern {
    /// The visit that it is about, if it is about one.
    pub fn visit(&self) -> Option<VisitKey> {
        match self {
            Self::Stopped(key, _) | Self::Unsupported(key) | Self::Away(key, _) | Self::Clash(key, ..) => Some(*key),
            Self::Consider(..) | Self::NoDecision(_) | Self::Wish(_) => None,
        }
    }

    /// The graver it is, the lower.
    pub(super) fn weight(&self) -> u8 {
        match self {
            Self::Stopped(..) => 0,
            Self::Unsupported(_) | Self::Away(..) => 1,
            Self::Clash(..) => 2,
            Self::Consider(..) => 3,
            Self::NoDecision(_) => 4,
            Self::Wish(_) => 5,
        }
    }
}

/// Where a concern stands among the others: by day, on a day the gravest first, then as the records come.
pub(super) type Standing = (NaiveDate, u8, (i64, i64, i64));

/// What concerns hang on besides the visits.
#[derive(Clone, Copy)]
pub struct Circumstances<'a> {
    /// Restrictions, by their first day.
    pub restrictions: &'a [(RestrictionId, Restriction)],
    /// Wishes, by the day they were told.
    pub wishes: &'a [(WishId, Wish)],
    /// Absences of supporters.
    pub absences: &'a [Absence],
    /// How long the way is between places.
    pub travel: &'a Travel,
    /// What counts as today.
    pub today: NaiveDate,
}

/// The last day that is looked at: as far ahead as a supporter must be named.
pub fn sight_ends(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(SUPPORTER_DAYS)).unwrap_or(today)
}

/// The first day that is looked at.
pub fn sight_begins(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(SUPPORTER_DAYS)).unwrap_or(today)
}

/// What must be seen to, in the order in which it is shown; a visit stands here once, for its gravest reason. Visits
/// come in the order of their days.
pub fn concerns(visits: &[Visit<'_>], about: Circumstances<'_>) -> Vec<Concern> {
    let mut found = found(visits, about);
    found.sort_by_key(|(standing, _)| *standing);
    found.into_iter().map(|(_, concern)| concern).collect()
}

/// The same with where each stands.
pub(super) fn found(visits: &[Visit<'_>], about: Circumstances<'_>) -> Vec<(Standing, Concern)> {
    let mut found = of_visits(visits, about);
    let Circumstances { today, .. } = about;
    let limit = sight_ends(today);
    let day_number = |day: NaiveDate| i64::from(chrono::Datelike::num_days_from_ce(&day));
    for (id, restriction) in about.restrictions {
        if restriction.until.is_some_and(|until| until < today) {
            continue;
        }
        let tie = (day_number(restriction.from), id.0, 0);
        if let Some(next) = restriction.next_consideration(Rules::shipped()).filter(|next| next.due <= limit) {
            let concern = Concern::Consider(*id, next.due);
            found.push(((next.due, concern.weight(), tie), concern));
        }
        // What has no day of its own waits today.
        if !restriction.missing().is_empty() {
            let concern = Concern::NoDecision(*id);
            found.push(((today, concern.weight(), tie), concern));
        }
    }
    for (id, wish) in about.wishes.iter().filter(|(_, wish)| wish.answered_on.is_none()) {
        let concern = Concern::Wish(*id);
        found.push(((today, concern.weight(), (day_number(wish.told_on), id.0, 0)), concern));
    }
    found
}

fn of_visits(visits: &[Visit<'_>], about: Circumstances<'_>) -> Vec<(Standing, Concern)> {
    let Circumstances { today, .. } = about;
    let ahead = visits.partition_point(|visit| visit.on() < today);
    let mut of_visits: BTreeMap<usize, Concern> = BTreeMap::new();
    let key = |place: usize| VisitKey::from(&visits[place]);
    let restrictions: Vec<Restriction> = about.restrictions.iter().map(|(_, one)| one.clone()).collect();
    let hits = stopped(visits, &restrictions);
    let is_stopped = |place: usize| hits.iter().any(|hit| hit.visit == place);
    for hit in hits.iter().filter(|hit| hit.visit >= ahead) {
        of_visits.entry(hit.visit).or_insert_with(|| Concern::Stopped(key(hit.visit), hit.breach));
    }
    for place in unsupported(visits, today) {
        of_visits.entry(place).or_insert_with(|| Concern::Unsupported(key(place)));
    }
    if visits[ahead..].iter().any(|visit| !visit.terms().supporters.is_empty()) {
        for absence in about.absences {
            for place in hit_by(absence, visits).into_iter().filter(|place| *place >= ahead) {
                of_visits.entry(place).or_insert_with(|| Concern::Away(key(place), absence.supporter.clone()));
            }
        }
    }
    // What is stopped takes up nobody.
    let open = |clash: &Clash| {
        let both = [clash.first, clash.second];
        both.iter().any(|place| visits[*place].is_ahead()) && !both.iter().any(|place| is_stopped(*place))
    };
    for clash in clashes(visits, about.travel).into_iter().filter(|clash| clash.first >= ahead && open(clash)) {
        let concern = || Concern::Clash(key(clash.first), key(clash.second), clash.party.clone());
        of_visits.entry(clash.first).or_insert_with(concern);
    }
    let standing = |place: usize, concern: &Concern| (visits[place].on(), concern.weight(), tie(&visits[place]));
    of_visits.into_iter().map(|(place, concern)| (standing(place, &concern), concern)).collect()
}

/// In which order visits of a day come.
pub(super) fn tie(visit: &Visit<'_>) -> (i64, i64, i64) {
    let start = visit.terms().start.map_or(0, |start| i64::from(seconds(start)) + 1);
    (start, visit.id.0, i64::from(chrono::Datelike::num_days_from_ce(&visit.given)))
}

pub(super) fn seconds(time: chrono::NaiveTime) -> u32 {
    chrono::Timelike::num_seconds_from_midnight(&time)
}
