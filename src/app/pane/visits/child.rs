//! A child's month and year: the day that is marked, and for each person the child meets what is planned, what became
//! of it, and where they stand.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::app::cx::VisitKey;
use crate::app::layer::visit::{Mark, Standing};
use crate::app::list::Move;
use crate::domain::calendar::Week;
use crate::domain::codes::{RestrictionKind, VisitOutcome};
use crate::domain::deadlines::Rules;
use crate::domain::discretion::PersonName;
use crate::domain::ids::{ArrangementId, PersonId, RestrictionId};
use crate::domain::visit::figures::{Tally, last_met, share};
use crate::domain::visit::restriction::Missing;
use crate::domain::visit::{Arrangement, NewYear, Restriction, Unit, Visit, new_years};
use crate::store::Diary;

/// Weeks of the year's strip: this one and those before it.
pub const YEAR: usize = 52;

/// Days around today that visits are looked for in: a year and the coming one.
const AROUND: u64 = 400;

/// Coming visits that a block tells.
const NEXT: usize = 3;

/// The child in view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Child {
    /// The children of the family, in the order they were entered.
    pub siblings: Vec<(PersonId, PersonName)>,
    /// Which of them.
    pub chosen: Option<PersonId>,
    /// The marked day.
    pub day: NaiveDate,
    /// Which of several visits on it.
    turn: usize,
    /// The adult of the family who was sought, if no child was.
    adult: Option<PersonId>,
    /// Whether the child was only just chosen, and its day is not.
    aim: Aim,
    /// What is told of each person the child meets.
    pub blocks: Vec<Block>,
    /// How many days ago each pair of siblings last met in person.
    pub triangle: Vec<(PersonId, PersonId, Option<i64>)>,
}

/// Where the day that is marked comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Aim {
    /// Somebody went there.
    #[default]
    Chosen,
    /// The child's next visit is to be found still.
    Next,
    /// The same, of a child who meets the adult that was sought.
    NextWith,
}

/// A restriction towards somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Which.
    pub id: RestrictionId,
    /// What it says.
    pub value: Restriction,
    /// When it must be considered next.
    pub due: Option<NaiveDate>,
    /// What it lacks to be a decision.
    pub missing: Vec<Missing>,
}

/// What is told of one person whom the child meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Who.
    pub with: PersonId,
    /// Their arrangements that still give days, or else the last one.
    pub arrangements: Vec<ArrangementId>,
    /// What became of the visits of twelve weeks.
    pub tally: Tally,
    /// The visits of twelve weeks, oldest first.
    pub strip: Vec<Mark>,
    /// The weeks of a year, oldest first; none where there was no visit.
    pub year: Vec<Option<Mark>>,
    /// The next visits.
    pub next: Vec<NaiveDate>,
    /// Where they stand on the ladder.
    pub standing: Option<Standing>,
    /// A restriction that holds.
    pub limit: Option<Limit>,
    /// New years after a week 53 that the visits go over.
    pub new_years: Vec<NewYear>,
    /// How long ago they last met, in days.
    pub met: Option<i64>,
}

impl Child {
    /// Chooses a child and a day.
    pub(in crate::app) fn choose(&mut self, child: PersonId, day: NaiveDate) {
        (self.chosen, self.day, self.turn, self.aim) = (Some(child), day, 0, Aim::Chosen);
    }

    /// Turns to whom one sought in the family: a child, or one who meets the adult.
    pub(super) fn seek(&mut self, sought: Option<PersonId>) {
        let is_child = sought.is_some_and(|id| self.siblings.iter().any(|(child, _)| *child == id));
        if is_child && self.chosen != sought {
            (self.chosen, self.aim) = (sought, Aim::Next);
        }
        let adult = sought.filter(|_| !is_child);
        if adult.is_some() && adult != self.adult {
            self.aim = Aim::NextWith;
        }
        self.adult = adult;
    }

    /// Marks a visit among those of the marked day, if it is one of them.
    pub(super) fn turn_to(&mut self, key: VisitKey, diary: &Diary) {
        let place = self.visits(diary, self.day, self.day).iter().position(|visit| VisitKey::from(visit) == key);
        self.turn = place.unwrap_or(self.turn);
    }

    /// The next of the siblings.
    pub(super) fn next_child(&mut self) {
        let at = self.siblings.iter().position(|(id, _)| Some(*id) == self.chosen);
        let next = at.map_or(0, |at| (at + 1) % self.siblings.len().max(1));
        self.chosen = self.siblings.get(next).map(|(id, _)| *id);
        self.turn = 0;
    }

    /// The child's visits from one day to another.
    pub fn visits<'a>(&self, diary: &'a Diary, from: NaiveDate, to: NaiveDate) -> Vec<Visit<'a>> {
        let mut visits = diary.visits(from, to);
        visits.retain(|visit| self.chosen.is_some_and(|child| visit.has(child)));
        visits
    }

    /// The visit that keys act on: one of those on the marked day, or one that was left out there.
    pub(super) fn current(&self, diary: &Diary) -> Option<VisitKey> {
        let on = self.visits(diary, self.day, self.day);
        let there = on.get(self.turn.min(on.len().saturating_sub(1))).map(VisitKey::from);
        there.or_else(|| self.left_out(diary, self.day))
    }

    /// Whether a visit was left out on a day, and can be restored.
    pub fn is_left_out(&self, diary: &Diary, day: NaiveDate) -> bool {
        self.left_out(diary, day).is_some()
    }

    fn left_out(&self, diary: &Diary, day: NaiveDate) -> Option<VisitKey> {
        let own = diary.arrangements.iter().filter(|stored| self.chosen.is_some_and(|child| stored.value.has(child)));
        // Where a series goes on from another, a day may be left out because the visit stands in the other.
        let stands_before = |of: &Arrangement| {
            of.follows.is_some_and(|before| diary.stored(before).iter().any(|one| one.given == day && !one.skipped))
        };
        own.filter(|stored| !stands_before(&stored.value))
            .find(|stored| diary.stored(stored.id).iter().any(|one| one.skipped && one.given == day))
            .map(|stored| VisitKey { id: stored.id, given: day })
    }

    pub(super) fn step_day(&mut self, by: i64) {
        self.day = self.day.checked_add_signed(chrono::Duration::days(by)).unwrap_or(self.day);
        self.turn = 0;
    }

    pub(super) fn go(&mut self, way: Move, _: &Diary) {
        let day = self.day;
        let moved = match way {
            Move::Down => day.checked_add_days(Days::new(7)),
            Move::Up => day.checked_sub_days(Days::new(7)),
            Move::PageDown => day.checked_add_months(Months::new(1)),
            Move::PageUp => day.checked_sub_months(Months::new(1)),
            Move::First => day.with_day(1),
            Move::Last => day.with_day(u32::from(day.num_days_in_month())),
        };
        (self.day, self.turn) = (moved.unwrap_or(day), 0);
    }

    /// To the next visit, or the one before.
    pub(super) fn hop(&mut self, diary: &Diary, forward: bool) {
        let span = Days::new(AROUND);
        let (from, to) = (self.day.checked_sub_days(span), self.day.checked_add_days(span));
        let visits = self.visits(diary, from.unwrap_or(self.day), to.unwrap_or(self.day));
        let here = self.current(diary);
        let at = here.and_then(|key| visits.iter().position(|visit| VisitKey::from(visit) == key));
        let found = match (at, forward) {
            (Some(at), true) => visits.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|at| visits.get(at)),
            (None, true) => visits.iter().find(|visit| visit.on() > self.day),
            (None, false) => visits.iter().rev().find(|visit| visit.on() < self.day),
        };
        if let Some(visit) = found {
            let (day, key) = (visit.on(), VisitKey::from(visit));
            self.day = day;
            let on = self.visits(diary, day, day);
            self.turn = on.iter().position(|visit| VisitKey::from(visit) == key).unwrap_or(0);
        }
    }

    /// Works out what is told. Without a choice yet: the first child with visits, its next visit.
    pub(super) fn lay_out(&mut self, diary: &Diary, unit: &Unit, today: NaiveDate) {
        let is_one = |child: PersonId| self.siblings.iter().any(|(id, _)| *id == child);
        let meets = |child: PersonId, whom: Option<PersonId>| {
            let mut own = diary.arrangements.iter().map(|stored| &stored.value).filter(|of| of.has(child));
            own.any(|of| whom.is_none_or(|whom| of.has(whom)))
        };
        let known = self.chosen.filter(|chosen| is_one(*chosen));
        let whom = self.adult.filter(|_| self.aim == Aim::NextWith);
        let fits = known.filter(|child| whom.is_none() || meets(*child, whom));
        if fits.is_none() {
            let first = |whom| self.siblings.iter().map(|(id, _)| *id).find(|id| meets(*id, whom));
            let with = whom.and_then(|whom| first(Some(whom)));
            let found = with.or(known).or_else(|| first(None)).or_else(|| self.siblings.first().map(|(id, _)| *id));
            if found != self.chosen {
                (self.chosen, self.aim) = (found, Aim::Next);
            }
        }
        if std::mem::take(&mut self.aim) == Aim::Next {
            let ahead = self.visits(diary, today, today.checked_add_days(Days::new(AROUND)).unwrap_or(today));
            self.day = ahead.first().map_or(today, Visit::on);
            self.turn = 0;
        }
        self.blocks = self.chosen.map(|child| blocks(diary, child, unit, today)).unwrap_or_default();
        let siblings: Vec<PersonId> = self.siblings.iter().map(|(id, _)| *id).collect();
        let lived = diary.visits(NaiveDate::default(), today);
        self.triangle = last_met(&lived, &siblings, today);
    }
}

/// The days around today that visits are looked for in.
pub(super) fn around(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let span = Days::new(AROUND);
    (today.checked_sub_days(span).unwrap_or(today), today.checked_add_days(span).unwrap_or(today))
}

fn blocks(diary: &Diary, child: PersonId, unit: &Unit, today: NaiveDate) -> Vec<Block> {
    let (from, to) = around(today);
    let mut visits = diary.visits(from, to);
    visits.retain(|visit| visit.has(child));
    let mut order: Vec<PersonId> = Vec::new();
    let met = diary.arrangements.iter().filter(|stored| stored.value.has(child));
    let restricted = diary.restrictions.iter().filter(|stored| stored.value.child == child);
    let met = met.flat_map(|stored| stored.value.others(child));
    for with in met.chain(restricted.flat_map(|stored| stored.value.with.iter().copied())) {
        if !order.contains(&with) {
            order.push(with);
        }
    }
    let stopped = diary.stopped(from, to);
    let block = |with: PersonId| {
        let own: Vec<Visit<'_>> = visits.iter().copied().filter(|visit| visit.has(with)).collect();
        let is_on = |visit: &Visit<'_>| !stopped.contains_key(&(visit.id, visit.given));
        let ahead = own.iter().filter(|visit| visit.is_ahead() && visit.on() >= today && is_on(visit));
        let held = own.iter().rev().find(|visit| visit.outcome() == VisitOutcome::Held && visit.on() <= today);
        let arrangements = arrangements(diary, child, with, today);
        let ahead_of = |id: &ArrangementId| diary.arrangement(*id).map(|stored| new_years(&stored.value.series, today));
        Block {
            with,
            new_years: arrangements.iter().filter_map(ahead_of).flatten().collect(),
            arrangements,
            tally: share(&own, today),
            strip: strip(&own, today),
            year: year(&own, today),
            next: ahead.map(Visit::on).take(NEXT).collect(),
            // Nobody goes up or down a ladder towards somebody with whom all contact is stopped.
            standing: Standing::of(diary, unit, child, with).filter(|_| !diary.is_stopped(child, with, today)),
            limit: limit(diary, child, with, today),
            met: held.map(|visit| (today - visit.on()).num_days()),
        }
    };
    order.into_iter().map(block).collect()
}

/// The arrangements that give days from today on, or else the one that ended last.
fn arrangements(diary: &Diary, child: PersonId, with: PersonId, today: NaiveDate) -> Vec<ArrangementId> {
    let own = || diary.arrangements.iter().filter(move |one| one.value.has(child) && one.value.has(with));
    let gives = |id: &&crate::store::Stored<crate::domain::visit::Arrangement>| {
        id.value.series.days(today, NaiveDate::MAX).next().is_some()
    };
    let open: Vec<ArrangementId> = own().filter(gives).map(|stored| stored.id).collect();
    if open.is_empty() { own().next_back().map(|stored| stored.id).into_iter().collect() } else { open }
}

fn strip(own: &[Visit<'_>], today: NaiveDate) -> Vec<Mark> {
    let first = today.checked_sub_days(Days::new(crate::domain::visit::figures::SHARE_DAYS - 1)).unwrap_or(today);
    let within = own.iter().filter(|visit| visit.on() >= first && visit.on() <= today);
    within.map(|visit| Mark::from((visit, today))).filter(|mark| *mark != Mark::Ahead).collect()
}

fn year(own: &[Visit<'_>], today: NaiveDate) -> Vec<Option<Mark>> {
    let this = Week::of(today).monday();
    let mut weeks = vec![None; YEAR];
    for visit in own.iter().filter(|visit| visit.on() <= today) {
        let back = (this - Week::of(visit.on()).monday()).num_weeks();
        let place = usize::try_from(back).ok().and_then(|back| (YEAR - 1).checked_sub(back));
        if let Some(week) = place.and_then(|place| weeks.get_mut(place)) {
            let mark = Mark::from((visit, today));
            // Of several visits in a week the one that took place is told.
            if *week != Some(Mark::Held) && mark != Mark::Ahead {
                *week = Some(mark);
            }
        }
    }
    weeks
}

fn limit(diary: &Diary, child: PersonId, with: PersonId, today: NaiveDate) -> Option<Limit> {
    let concerns = |one: &&crate::store::Stored<Restriction>| {
        let of = &one.value;
        of.child == child && of.with.contains(&with) && !of.is_over(today)
    };
    // What holds today comes before what is to come, a stop before a limit.
    let weight = |one: &&crate::store::Stored<Restriction>| {
        (!one.value.holds_on(today), one.value.kind != RestrictionKind::Stopped)
    };
    let stored = diary.restrictions.iter().filter(concerns).min_by_key(weight)?;
    Some(Limit {
        id: stored.id,
        value: stored.value.clone(),
        due: stored.value.next_consideration(Rules::shipped()).map(|next| next.due),
        missing: stored.value.missing(),
    })
}
