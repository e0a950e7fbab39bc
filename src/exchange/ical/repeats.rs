//! From a rule to its times, with a limit on the work: a file may ask for more than anybody has time for.
//!
//! Times are reckoned as the event's own clock shows them, so that no change of the clock moves any.

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarFrequency, ICalendarProperty,
    ICalendarRecurrenceRule,
};
use chrono::{NaiveDateTime, TimeDelta};

use super::moment::Moment;
use super::shown::wall;
use super::zone::on_clock;

/// Steps that a whole file may take: thirty years of a daily event are ten thousand.
const MOST_STEPS: usize = 1_000_000;

/// Steps that a rule is reckoned for that gives nothing: it is searched for through all years.
const IN_VAIN: usize = 50_000;

/// Most times of a day that one rule may name.
const MOST_A_DAY: usize = 96;

/// Why a rule's times cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It cannot be reckoned, or repeats more often than every hour.
    Rule,
    /// There are too many.
    TooMany,
}

/// The work that is left.
#[derive(Debug)]
pub(super) struct Work {
    steps: usize,
}

impl Work {
    pub(super) fn new() -> Self {
        Self { steps: MOST_STEPS }
    }

    fn spend(&mut self, steps: usize) -> Result<(), Fault> {
        self.steps = self.steps.checked_sub(steps).ok_or(Fault::TooMany)?;
        Ok(())
    }

    /// The times of a rule from its first up to a day's end, as the event's own clock shows them.
    pub(super) fn times(
        &mut self,
        rule: &ICalendarRecurrenceRule,
        start: Moment,
        end: NaiveDateTime,
    ) -> Result<Vec<NaiveDateTime>, Fault> {
        if is_beyond(rule) {
            return Err(Fault::Rule);
        }
        let told = rule.until.as_ref().map(|until| until_on(until, start.zone).ok_or(Fault::Rule)).transpose()?;
        let until = told.map_or(end, |told| told.min(end));
        if until < start.wall {
            return Ok(Vec::new());
        }
        let rule = ICalendarRecurrenceRule { until: Some(wall(until).ok_or(Fault::Rule)?), ..rule.clone() };
        let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
        event.add_property(ICalendarProperty::Dtstart, wall(start.wall).ok_or(Fault::Rule)?);
        event.add_property(ICalendarProperty::Rrule, rule);
        let alone = ICalendar { components: vec![event] };
        let found = alone.expand_dates(Tz::Floating, self.steps.saturating_add(1));
        if !found.errors.is_empty() {
            return Err(Fault::Rule);
        }
        self.spend(if found.events.is_empty() { IN_VAIN } else { found.events.len() })?;
        Ok(found.events.iter().map(|event| event.start.naive_local()).collect())
    }
}

/// Whether a rule says more than is reckoned here.
fn is_beyond(rule: &ICalendarRecurrenceRule) -> bool {
    let times = |named: &Vec<u8>| named.len().max(1);
    let a_day = times(&rule.byhour) * times(&rule.byminute) * times(&rule.bysecond);
    let too_often = matches!(rule.freq, ICalendarFrequency::Minutely | ICalendarFrequency::Secondly);
    too_often || a_day > MOST_A_DAY || rule.rscale.is_some() || rule.skip.is_some()
}

/// Where a rule ends, on the event's own clock; with a day that day counts.
fn until_on(until: &PartialDateTime, zone: Tz) -> Option<NaiveDateTime> {
    let read = until.to_date_time()?;
    if !until.has_time() {
        return read.date_time.checked_add_signed(TimeDelta::days(1) - TimeDelta::seconds(1));
    }
    Some(read.tz().map_or(read.date_time, |of| on_clock(of, read.date_time, zone)))
}
