//! From a rule to its times, with a limit on the work: a file may ask for more than anybody has time for.
//!
//! Times are reckoned as the event's own clock shows them, so that no change of the clock moves any. A rule goes
//! through its years, months, weeks, days or hours one by one; each gives the days that fit and the times of these
//! days. That is RFC 5545's own order. Ours and no library's: calcard, rrule and dateutil descend from one another
//! and all give nothing where weekdays with and without a place stand side by side, two of them refuse `-5TU`, and
//! all three count from the first time on, which takes long for a series of an hour that began in 1901.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};

use super::rule::{Often, Rule};

/// Days that are looked at, and times that are found, for a whole file; a minute of reckoning would be a hundred times
/// as many.
const MOST_STEPS: usize = 4_000_000;

/// Why the times of a rule cannot be had: there are too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault;

/// The work that is left.
#[derive(Debug)]
pub(super) struct Work {
    steps: usize,
}

impl Work {
    pub(super) fn new() -> Self {
        Self { steps: MOST_STEPS }
    }

    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Fault> {
        self.steps = self.steps.checked_sub(steps).ok_or(Fault)?;
        Ok(())
    }

    /// The times of a rule that begins at a time and ends at the latest at another, as the event's own clock shows
    /// them: all that are not before `since` and not after `until`, in order. Some before `since` may be among them.
    pub(super) fn times(
        &mut self,
        rule: &Rule,
        start: NaiveDateTime,
        last: Option<NaiveDateTime>,
        since: NaiveDateTime,
        until: NaiveDateTime,
    ) -> Result<Vec<NaiveDateTime>, Fault> {
        let until = last.map_or(until, |last| last.min(until));
        let spans = Spans { rule, start };
        let filter = Filter::new(rule, start);
        // What is counted has to be counted from the first on.
        let skipped = if rule.count.is_some() { 0 } else { spans.before(since) };
        let (mut times, mut left) = (Vec::new(), rule.count.unwrap_or(u64::MAX));
        for number in skipped.. {
            let Some((days, hour)) = spans.get(number) else { break };
            if days.first().is_none_or(|day| day.and_time(hour.unwrap_or(NaiveTime::MIN)) > until) {
                break;
            }
            self.spend(days.len())?;
            let found = filter.times(&days, hour);
            self.spend(found.len())?;
            for time in found.into_iter().filter(|time| *time >= start) {
                if left == 0 || time > until {
                    return Ok(times);
                }
                left -= 1;
                times.push(time);
            }
            if left == 0 {
                break;
            }
        }
        Ok(times)
    }
}

/// The years, months, weeks, days or hours that a rule goes through.
struct Spans<'a> {
    rule: &'a Rule,
    start: NaiveDateTime,
}

impl Spans<'_> {
    /// How many may be passed over because they end before a time.
    fn before(&self, since: NaiveDateTime) -> u64 {
        let (from, to) = (self.start.date(), since.date());
        let months = i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
        let passed = match self.rule.often {
            Often::Hourly => (since - self.start).num_hours() - 1,
            Often::Daily => (to - from).num_days(),
            Often::Weekly => (self.monday(to) - self.monday(from)).num_days() / 7,
            Often::Monthly => months,
            Often::Yearly => i64::from(to.year() - from.year()),
        };
        u64::try_from(passed).unwrap_or_default() / u64::from(self.rule.every)
    }

    /// The day that a day's week begins with.
    fn monday(&self, day: NaiveDate) -> NaiveDate {
        let into = day.weekday().days_since(self.rule.week_begins);
        day.checked_sub_days(Days::new(into.into())).unwrap_or(day)
    }

    /// The days of one of them, and the hour if it is one; none after the end of all days.
    fn get(&self, number: u64) -> Option<(Vec<NaiveDate>, Option<NaiveTime>)> {
        let ahead = number.checked_mul(u64::from(self.rule.every))?;
        let first = self.start.date();
        let month = |day: NaiveDate| day.iter_days().take_while(move |one| one.month() == day.month());
        let days = match self.rule.often {
            Often::Hourly => {
                let hour = self.start.with_minute(0)?.with_second(0)?;
                let time = hour.checked_add_signed(TimeDelta::try_hours(i64::try_from(ahead).ok()?)?)?;
                return Some((vec![time.date()], Some(time.time())));
            }
            Often::Daily => vec![first.checked_add_days(Days::new(ahead))?],
            Often::Weekly => {
                let begins = self.monday(first).checked_add_days(Days::new(ahead.checked_mul(7)?))?;
                begins.iter_days().take(7).collect()
            }
            Often::Monthly => {
                month(first.with_day(1)?.checked_add_months(Months::new(u32::try_from(ahead).ok()?))?).collect()
            }
            Often::Yearly => {
                let year = first.year().checked_add(i32::try_from(ahead).ok()?)?;
                let begins = NaiveDate::from_ymd_opt(year, 1, 1)?;
                begins.iter_days().take_while(|day| day.year() == year).collect()
            }
        };
        Some((days, None))
    }
}

/// Which days and which of their times a rule gives; what it does not say is as at its first time.
struct Filter<'a> {
    rule: &'a Rule,
    months: Vec<u32>,
    month_days: Vec<i32>,
    weekdays: Vec<(i32, Weekday)>,
    hours: Vec<u32>,
    minutes: Vec<u32>,
    seconds: Vec<u32>,
}

impl<'a> Filter<'a> {
    fn new(rule: &'a Rule, start: NaiveDateTime) -> Self {
        let or = |named: &[u32], otherwise: u32| if named.is_empty() { vec![otherwise] } else { named.to_vec() };
        let names_no_day = rule.month_days.is_empty() && rule.year_days.is_empty() && rule.weekdays.is_empty();
        let (mut months, mut month_days, mut weekdays) =
            (rule.months.clone(), rule.month_days.clone(), rule.weekdays.clone());
        if names_no_day {
            match rule.often {
                Often::Hourly | Often::Daily => {}
                Often::Weekly => weekdays.push((0, start.weekday())),
                Often::Yearly if !rule.weeks.is_empty() => weekdays.push((0, start.weekday())),
                Often::Monthly | Often::Yearly => {
                    month_days.extend(i32::try_from(start.day()));
                    if rule.often == Often::Yearly && months.is_empty() {
                        months.push(start.month());
                    }
                }
            }
        }
        Self {
            rule,
            months,
            month_days,
            weekdays,
            hours: or(&rule.hours, start.hour()),
            minutes: or(&rule.minutes, start.minute()),
            seconds: or(&rule.seconds, start.second()),
        }
    }

    /// The times of some days, or of an hour of a day, in order.
    fn times(&self, days: &[NaiveDate], hour: Option<NaiveTime>) -> Vec<NaiveDateTime> {
        let hours = match hour {
            None => self.hours.clone(),
            Some(hour) if self.rule.hours.is_empty() || self.rule.hours.contains(&hour.hour()) => vec![hour.hour()],
            Some(_) => Vec::new(),
        };
        let mut times = Vec::new();
        for day in days.iter().filter(|day| self.gives(**day)) {
            for hour in &hours {
                for minute in &self.minutes {
                    times.extend(self.seconds.iter().filter_map(|second| day.and_hms_opt(*hour, *minute, *second)));
                }
            }
        }
        if self.rule.places.is_empty() {
            return times;
        }
        let place = |place: i32, length: usize| {
            let from_end = usize::try_from(place.unsigned_abs()).ok()?;
            if place > 0 { from_end.checked_sub(1) } else { length.checked_sub(from_end) }
        };
        let mut chosen: Vec<_> =
            self.rule.places.iter().filter_map(|one| times.get(place(*one, times.len())?).copied()).collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }

    fn gives(&self, day: NaiveDate) -> bool {
        let any = |named: &[i32], is: &dyn Fn(i32) -> bool| named.is_empty() || named.iter().any(|one| is(*one));
        (self.months.is_empty() || self.months.contains(&day.month()))
            && any(&self.month_days, &|place| is_at(place, day.day(), days_of_month(day)))
            && any(&self.rule.year_days, &|place| is_at(place, day.ordinal(), days_of_year(day.year())))
            && any(&self.rule.weeks, &|place| {
                let (number, weeks) = self.week(day);
                is_at(place, number, weeks)
            })
            && (self.weekdays.is_empty() || self.weekdays.iter().any(|(place, on)| self.is_weekday(day, *place, *on)))
    }

    /// Whether a day is a weekday, and the one that is meant of its month or year.
    fn is_weekday(&self, day: NaiveDate, place: i32, on: Weekday) -> bool {
        let (passed, all) = match self.rule.often {
            _ if place == 0 || day.weekday() != on => return day.weekday() == on,
            Often::Monthly => (day.day(), days_of_month(day)),
            Often::Yearly if !self.rule.months.is_empty() => (day.day(), days_of_month(day)),
            Often::Yearly => (day.ordinal(), days_of_year(day.year())),
            // In a week or a day a place means nothing.
            Often::Hourly | Often::Daily | Often::Weekly => return true,
        };
        let (from_start, from_end) = ((passed - 1) / 7 + 1, (all - passed) / 7 + 1);
        place.unsigned_abs() == if place > 0 { from_start } else { from_end }
    }

    /// The number of a day's week, counted with the rule's own beginning of weeks, and how many weeks that year has.
    fn week(&self, day: NaiveDate) -> (u32, u32) {
        // A week belongs to the year that has its fourth day.
        let fourth = |day: NaiveDate| {
            let into = i64::from(day.weekday().days_since(self.rule.week_begins));
            day.checked_add_signed(TimeDelta::days(3 - into)).unwrap_or(day)
        };
        let middle = fourth(day);
        let last = NaiveDate::from_ymd_opt(middle.year(), 12, 31).map_or(middle, |last| {
            let own = fourth(last);
            if own.year() == middle.year() { own } else { own.checked_sub_days(Days::new(7)).unwrap_or(own) }
        });
        (middle.ordinal0() / 7 + 1, last.ordinal0() / 7 + 1)
    }
}

/// Whether a number is at a place, counted from one or from the end.
fn is_at(place: i32, number: u32, all: u32) -> bool {
    place.unsigned_abs() == if place > 0 { number } else { all + 1 - number }
}

fn days_of_month(day: NaiveDate) -> u32 {
    u32::from(day.num_days_in_month())
}

fn days_of_year(year: i32) -> u32 {
    NaiveDate::from_ymd_opt(year, 12, 31).map_or(366, |last| last.ordinal())
}
