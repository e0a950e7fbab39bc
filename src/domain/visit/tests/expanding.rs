//! A series gives the days that a slow definition gives, which asks each day by itself.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::domain::codes::{MonthPlace, Week53};

/// Whether a pattern takes a day, reckoned from nothing but the day's own date and the anchor.
fn takes(series: &Series, day: NaiveDate) -> bool {
    let Series { pattern, weekdays, from, anchor, .. } = *series;
    if pattern == Pattern::Once {
        return day == from;
    }
    if day < from || !weekdays.contains(day.weekday()) {
        return false;
    }
    let weeks_between = |a: NaiveDate, b: NaiveDate| {
        let monday = |day: NaiveDate| i64::from(day.num_days_from_ce() - 1).div_euclid(7);
        monday(b) - monday(a)
    };
    let has_number = |day: NaiveDate, remainder: u32| day.iso_week().week() % 2 == remainder;
    let numbered = |remainder: u32, choice: Option<Week53>| {
        if choice != Some(Week53::KeepFortnight) {
            return has_number(day, remainder);
        }
        let first = anchor.iter_days().find(|day| has_number(*day, remainder) && weekdays.contains(day.weekday()));
        weeks_between(first.unwrap(), day) >= 0 && weeks_between(first.unwrap(), day) % 2 == 0
    };
    match pattern {
        Pattern::Once => false,
        Pattern::Week => true,
        Pattern::Nth { weeks } => weeks_between(anchor, day).rem_euclid(i64::from(weeks)) == 0,
        Pattern::Even { week_53 } => numbered(0, week_53),
        Pattern::Odd { week_53 } => numbered(1, week_53),
        Pattern::Monthly { place } => {
            let nth = (day.day() - 1) / 7;
            let in_a_week = day + chrono::Days::new(7);
            match place {
                MonthPlace::First => nth == 0,
                MonthPlace::Second => nth == 1,
                MonthPlace::Third => nth == 2,
                MonthPlace::Fourth => nth == 3,
                MonthPlace::Fifth => nth == 4,
                MonthPlace::Last => in_a_week.month() != day.month(),
            }
        }
    }
}

/// The days of a series in a window by asking every day from its first.
fn slowly(series: &Series, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    let times = if let Ends::Times(times) = series.ends { times as usize } else { usize::MAX };
    let until = if let Ends::Until(until) = series.ends { until.min(to) } else { to };
    let all = series.from.iter_days().take_while(|day| *day <= until).filter(|day| takes(series, *day));
    all.take(times).filter(|day| *day >= from).collect()
}

fn date() -> impl Strategy<Value = NaiveDate> {
    let first = day("1990-01-01");
    (0_u64..40_500).prop_map(move |days| first + chrono::Days::new(days))
}

fn choice() -> impl Strategy<Value = Option<Week53>> {
    prop::sample::select(vec![None, Some(Week53::KeepParity), Some(Week53::KeepFortnight)])
}

pub(super) fn pattern() -> impl Strategy<Value = Pattern> {
    let place = prop::sample::select(vec![
        MonthPlace::First,
        MonthPlace::Second,
        MonthPlace::Third,
        MonthPlace::Fourth,
        MonthPlace::Fifth,
        MonthPlace::Last,
    ]);
    prop_oneof![
        Just(Pattern::Once),
        Just(Pattern::Week),
        (1_u32..=8).prop_map(|weeks| Pattern::Nth { weeks }),
        choice().prop_map(|week_53| Pattern::Even { week_53 }),
        choice().prop_map(|week_53| Pattern::Odd { week_53 }),
        place.prop_map(|place| Pattern::Monthly { place }),
    ]
}

prop_compose! {
    /// Any series that begins from 1990 to 2100 and is no longer than some years where it has an end.
    pub(super) fn series()(
        pattern in pattern(),
        weekdays in prop::collection::vec(0_u8..7, 1..4),
        anchor in date(),
        later in prop_oneof![3 => Just(0_u64), 1 => 0_u64..900],
        ends in prop_oneof![
            Just(None),
            (1_u32..60).prop_map(|times| Some(Err(times))),
            (0_u64..1500).prop_map(|days| Some(Ok(days))),
        ],
    ) -> Series {
        let from = anchor + chrono::Days::new(later);
        let ends = match ends {
            None => Ends::Open,
            Some(Err(times)) => Ends::Times(times),
            Some(Ok(days)) => Ends::Until(from + chrono::Days::new(days)),
        };
        let weekdays = weekdays.into_iter().map(|day| Weekday::try_from(day).unwrap()).collect();
        Series { pattern, weekdays, from, anchor, ends }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(768))]

    #[test]
    fn a_series_gives_what_the_slow_definition_gives(
        series in series(), before in 0_u64..60, skipped in 0_u64..1200, length in 0_u64..800,
    ) {
        let from = series.from - chrono::Days::new(before) + chrono::Days::new(skipped);
        let to = from + chrono::Days::new(length);
        prop_assert_eq!(series.days(from, to).collect::<Vec<_>>(), slowly(&series, from, to));
        prop_assert_eq!(series.gives(from), takes(&series, from) && slowly(&series, from, from) == [from]);
    }

    #[test]
    fn a_number_of_times_is_exact(series in series(), times in 1_u32..60) {
        let series = series.ending(Ends::Times(times));
        let all: Vec<NaiveDate> = series.days(NaiveDate::MIN, NaiveDate::MAX).collect();
        let expected = if series.pattern == Pattern::Once { 1 } else { times as usize };
        prop_assert_eq!(all.len(), expected);
        prop_assert_eq!(series.last(), all.last().copied());
        prop_assert_eq!(series.first(), all.first().copied());
    }

    #[test]
    fn the_last_day_and_the_day_before_are_days_of_the_series(series in series(), later in 0_u64..1000) {
        let at = series.from + chrono::Days::new(later);
        prop_assert_eq!(series.before(at), slowly(&series, series.from, at.pred_opt().unwrap()).last().copied());
        if let Ends::Until(until) = series.ends {
            prop_assert_eq!(series.last(), slowly(&series, series.from, until).last().copied());
        }
    }
}

#[test]
fn every_pattern_by_name() {
    for (pattern, expected) in [
        (Pattern::Once, &["2026-11-28"][..]),
        (Pattern::Week, &["2026-11-28", "2026-12-05", "2026-12-12", "2026-12-19"]),
        (Pattern::Nth { weeks: 2 }, &["2026-11-28", "2026-12-12", "2026-12-26", "2027-01-09"]),
        (Pattern::Nth { weeks: 3 }, &["2026-11-28", "2026-12-19", "2027-01-09", "2027-01-30"]),
        (Pattern::Even { week_53: None }, &["2026-11-28", "2026-12-12", "2026-12-26", "2027-01-16"]),
        (Pattern::Odd { week_53: None }, &["2026-12-05", "2026-12-19", "2027-01-02", "2027-01-09"]),
        (Pattern::Monthly { place: MonthPlace::First }, &["2026-12-05", "2027-01-02", "2027-02-06"]),
        (Pattern::Monthly { place: MonthPlace::Fourth }, &["2026-11-28", "2026-12-26", "2027-01-23"]),
        (Pattern::Monthly { place: MonthPlace::Fifth }, &["2027-01-30", "2027-05-29", "2027-07-31"]),
        (Pattern::Monthly { place: MonthPlace::Last }, &["2026-11-28", "2026-12-26", "2027-01-30"]),
    ] {
        let series = saturdays(pattern, "2026-11-28");
        let found: Vec<NaiveDate> = series.days(day("2026-01-01"), day("2030-01-01")).take(expected.len()).collect();
        assert_eq!(found, days(expected), "{pattern:?}");
    }
}

#[test]
fn several_weekdays_and_a_week_begun_in_its_middle() {
    let series = Series {
        pattern: Pattern::Nth { weeks: 2 },
        weekdays: [Weekday::Tue, Weekday::Thu, Weekday::Sun].into_iter().collect(),
        from: day("2026-11-26"),
        anchor: day("2026-11-26"),
        ends: Ends::Times(5),
    };
    let expected = days(&["2026-11-26", "2026-11-29", "2026-12-08", "2026-12-10", "2026-12-13"]);
    assert_eq!(series.days(NaiveDate::MIN, NaiveDate::MAX).collect::<Vec<_>>(), expected);
    assert_eq!(series.days(day("2026-12-09"), day("2026-12-11")).collect::<Vec<_>>(), days(&["2026-12-10"]));
}

#[test]
fn the_29th_of_february_comes_when_it_comes() {
    let series =
        Series::new(Pattern::Monthly { place: MonthPlace::Fifth }, Weekdays::only(Weekday::Tue), day("2028-01-01"));
    assert!(series.gives(day("2028-02-29")) && !series.gives(day("2029-02-27")));
    let weekly = Series::new(Pattern::Week, Weekdays::only(Weekday::Tue), day("2028-02-22"));
    let found: Vec<NaiveDate> = weekly.days(day("2028-02-23"), day("2028-03-14")).collect();
    assert_eq!(found, days(&["2028-02-29", "2028-03-07", "2028-03-14"]));
    assert_eq!(Series::once(day("2028-02-29")).last(), Some(day("2028-02-29")));
}

#[test]
fn days_of_the_clock_change_are_days_like_others() {
    let sundays = Series::new(Pattern::Week, Weekdays::only(Weekday::Sun), day("2027-03-21"));
    assert!(sundays.gives(day("2027-03-28")) && sundays.gives(day("2027-10-31")));
}

#[test]
fn the_ends_of_time_and_senseless_series_give_nothing_and_do_not_panic() {
    for series in [
        saturdays(Pattern::Week, "2026-11-28").ending(Ends::Times(0)),
        saturdays(Pattern::Week, "2026-11-28").ending(Ends::Until(day("2026-11-01"))),
        Series::new(Pattern::Week, Weekdays::NONE, day("2026-11-28")),
        Series::new(Pattern::Week, Weekdays::NONE, day("2026-11-28")).ending(Ends::Times(4)),
        Series::new(Pattern::Even { week_53: Some(Week53::KeepFortnight) }, Weekdays::NONE, day("2026-11-28")),
    ] {
        assert_eq!(series.days(day("2026-01-01"), day("2027-12-31")).count(), 0, "{series:?}");
        assert_eq!((series.first(), series.fault().is_some()), (None, true), "{series:?}");
    }
    for from in [NaiveDate::MIN, NaiveDate::MAX] {
        for pattern in
            [Pattern::Once, Pattern::Nth { weeks: 26 }, Pattern::Odd { week_53: Some(Week53::KeepFortnight) }]
        {
            let series = Series::new(pattern, Weekdays::only(Weekday::Sat), from);
            let _ = (series.days(from, NaiveDate::MAX).nth(2), series.before(from), series.gives(from));
        }
    }
    assert!(saturdays(Pattern::Nth { weeks: 0 }, "2026-11-28").fault() == Some(SeriesFault::BadWeeks));
}
