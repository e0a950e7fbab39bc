//! The days that are looked at: each event laid out in them, and what is found.

use std::collections::HashSet;
use std::rc::Rc;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::clock::Moment;
use super::event::{Event, Sought};
use super::repeats::{Fault, Work};
use super::value::Length;
use super::{MOST_BUSY, Said, Timed};

/// Times to be left out of a series: single times, and whole days with all that is on them.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    at: HashSet<NaiveDateTime>,
    on: HashSet<NaiveDate>,
}

impl Gaps {
    /// Whether a time is left out.
    fn hold(&self, time: &Moment) -> bool {
        self.on.contains(&time.wall.date()) || (!time.clock.is_days() && self.at.contains(&time.utc()))
    }

    /// Leaves a time out of a series. If that one is of whole days, so is the time, whatever it says.
    pub(super) fn leave_out(&mut self, time: &Moment, series: &Event) {
        if time.clock.is_days() || series.start.clock.is_days() {
            self.on.insert(time.on(&series.start.clock).date());
        } else {
            self.at.insert(time.utc());
        }
    }
}

/// What is so from a time of a series on.
#[derive(Debug)]
pub(super) struct FromThen {
    /// From which time on, in UTC.
    pub(super) since: NaiveDateTime,
    /// How much later each is on the clock of the series.
    pub(super) later: TimeDelta,
    pub(super) lasts: Length,
    pub(super) counts: bool,
    pub(super) said: Rc<Said>,
}

/// The days, what has been found, and the work that is left.
pub(super) struct Window {
    sought: Sought,
    from: NaiveDateTime,
    /// Not included.
    until: NaiveDateTime,
    pub(super) work: Work,
    pub(super) found: Vec<Timed>,
}

impl Window {
    pub(super) fn new(from: NaiveDate, to: NaiveDate, sought: Sought) -> Self {
        let after = to.checked_add_days(Days::new(1)).unwrap_or(to);
        let (from, until) = (from.and_time(NaiveTime::MIN), after.and_time(NaiveTime::MIN));
        Self { sought, from, until, work: Work::new(), found: Vec::new() }
    }

    /// Keeps the times of an event, but those for which others of the same name stand.
    pub(super) fn keep_all(
        &mut self,
        said: &Rc<Said>,
        event: &Event,
        replaced: &Gaps,
        from_then: &[FromThen],
    ) -> Result<(), Fault> {
        let mut gone = Gaps::default();
        event.except.iter().for_each(|time| gone.leave_out(time, event));
        let mut starts = Vec::new();
        let mut counts = event.rules.is_empty();
        for rule in &event.rules {
            let last = rule.until_on(|utc| self.on_clock(event, utc));
            // A rule that ended before it began is what is left of a series that was cut off at its first time.
            counts |= last.is_none_or(|last| last >= event.start.wall);
            let (since, until) = self.reach(event, from_then);
            starts.extend(self.work.times(rule, event.start.wall, last, since, until)?);
        }
        // The first counts whether a rule gives it or not.
        if counts {
            starts.push(event.start.wall);
        }
        let mut against = HashSet::new();
        for rule in &event.against {
            let last = rule.until_on(|utc| self.on_clock(event, utc));
            let (since, until) = self.reach(event, from_then);
            against.extend(self.work.times(rule, event.start.wall, last, since, until)?);
        }
        let starts = starts.into_iter().map(|wall| (event.start.at(wall), event.lasts));
        let also = event.also.iter().map(|(time, lasts)| (time.clone(), lasts.unwrap_or(event.lasts)));
        let times: Vec<(Moment, Length)> = starts.chain(also).collect();
        self.work.spend(times.len())?;
        for (time, lasts) in times {
            if gone.hold(&time) || replaced.hold(&time) || against.contains(&time.on(&event.start.clock)) {
                continue;
            }
            let at = if from_then.is_empty() { NaiveDateTime::MIN } else { time.utc() };
            match from_then.iter().rev().find(|change| change.since <= at) {
                None => self.keep(said, &time, &time, lasts)?,
                Some(change) if change.counts => {
                    let wall = time.wall.checked_add_signed(change.later).unwrap_or(time.wall);
                    self.keep(&change.said, &time, &time.at(wall), change.lasts)?;
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// What the clock of an event shows at a moment.
    fn on_clock(&self, event: &Event, utc: NaiveDateTime) -> NaiveDateTime {
        let at = Moment { wall: utc, clock: super::clock::UTC };
        at.on(&event.start.clock)
    }

    /// Between which times on its own clock an event has to begin to reach into the days.
    fn reach(&self, event: &Event, from_then: &[FromThen]) -> (NaiveDateTime, NaiveDateTime) {
        let lasts = match event.lasts {
            Length::OnClock(lasts) => Some(lasts),
            Length::Told { days, exact } => TimeDelta::try_days(days).and_then(|days| days.checked_add(&exact)),
        };
        // Another clock may be up to a day away.
        let near = TimeDelta::days(2);
        let since = lasts.and_then(|lasts| self.from.checked_sub_signed(lasts)?.checked_sub_signed(near));
        let since = since.filter(|_| from_then.is_empty()).unwrap_or(event.start.wall);
        let moved = from_then.iter().map(|change| -change.later).max().unwrap_or_default().max(TimeDelta::zero());
        let until = self.until.checked_add_signed(near).and_then(|until| until.checked_add_signed(moved));
        (since, until.unwrap_or(self.until))
    }

    /// Keeps a time, and which one of its series it is. A busy one is kept if it takes any time and reaches into the
    /// days; of events those too that take none, and those that a calendar names singly wherever they lie, for they may
    /// have been moved out of the days.
    pub(super) fn keep(&mut self, said: &Rc<Said>, given: &Moment, time: &Moment, lasts: Length) -> Result<(), Fault> {
        let is_event = self.sought == Sought::Events;
        let at_once = || is_event.then(|| (time.here(), time.here()));
        let Some((from, until)) = time.span(lasts).or_else(at_once) else { return Ok(()) };
        let is_within = from < self.until && (until > self.from || (is_event && from >= self.from));
        if is_within || (is_event && !said.repeats) {
            if self.found.len() == MOST_BUSY {
                return Err(Fault);
            }
            self.found.push(Timed { from, until, given: given.here(), said: Rc::clone(said) });
        }
        Ok(())
    }
}
