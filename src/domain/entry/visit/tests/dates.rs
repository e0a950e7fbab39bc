//! The days of a series, as they stand in a form.

use super::*;
use crate::domain::codes::Week53;
use crate::domain::visit::{Ends, Pattern, Series, Weekdays};

fn series(fields: &[(&str, &str)]) -> Series {
    arrangement(typed(), fields).unwrap().series
}

#[test]
fn a_pattern_is_what_the_quick_line_takes() {
    for (pattern, from, first, rule) in [
        ("", "28/11", "2026-11-28", Pattern::Once),
        ("varje lör", "", "2026-11-21", Pattern::Week),
        ("jämna lör", "", "2026-11-28", Pattern::Even { week_53: None }),
        ("even sat", "v49", "2026-12-12", Pattern::Even { week_53: None }),
        ("varannan lör", "", "2026-11-21", Pattern::Nth { weeks: 2 }),
        ("varannan", "29/11", "2026-11-29", Pattern::Nth { weeks: 2 }),
        ("var3 tis", "ti", "2026-11-24", Pattern::Nth { weeks: 3 }),
        ("varje mån ons", "", "2026-11-23", Pattern::Week),
    ] {
        let series = series(&[("pattern", pattern), ("from", from)]);
        assert_eq!((series.first(), series.pattern), (Some(day(first)), rule), "{pattern} {from}");
    }
    // Every second week is counted from the first such day, and no earlier.
    let series = series(&[("pattern", "varannan lör"), ("from", "23/11")]);
    assert_eq!((series.from, series.anchor), (day("2026-11-23"), day("2026-11-28")));
}

#[test]
fn a_series_ends_on_a_day_or_after_a_number_of_times() {
    let ends = |until: &str, times: &str| series(&[("pattern", "varje lör"), ("until", until), ("times", times)]).ends;
    assert_eq!(ends("", ""), Ends::Open);
    assert_eq!(ends("v22", ""), Ends::Until(day("2027-06-06")));
    assert_eq!(ends("30/5", ""), Ends::Until(day("2027-05-30")));
    assert_eq!(ends("", "10"), Ends::Times(10));
}

#[test]
fn files_write_patterns_in_one_way() {
    let read = |pattern: &str| arrangement(filed(), &[("pattern", pattern), ("from", "2026-11-28")]);
    for pattern in ["even sat", "every mon wed", "every3 tue", "alternate sat", "1st sun", "final fri"] {
        assert!(read(pattern).is_ok(), "{pattern}");
    }
    for pattern in ["jämna lör", "Even sat", "even  sat", "every wed mon", "every second sat"] {
        assert_eq!(told(read(pattern)), [("pattern", "not-a-pattern")], "{pattern}");
    }
}

#[test]
fn what_is_edited_is_counted_on_as_long_as_rule_and_first_day_stay() {
    let sat = Weekdays::only(chrono::Weekday::Sat);
    let begun = Series { anchor: day("2026-01-03"), ..Series::new(Pattern::Nth { weeks: 3 }, sat, day("2026-11-23")) };
    let mut old = arrangement(typed(), &[("from", "28/11")]).unwrap();
    old.series = begun;
    old.follows = Some(crate::domain::ids::ArrangementId(7));
    let anew = |fields: &[(&str, &str)]| edited(typed(), Some(&old), fields).unwrap();
    assert_eq!(anew(&[]), old);
    assert_eq!(anew(&[("place", "Lekoteket"), ("pattern", "var3 lör")]).series, begun);
    assert_eq!(anew(&[("until", "v22")]).series, begun.ending(Ends::Until(day("2027-06-06"))));
    assert_eq!(anew(&[("pattern", "var3 sön")]).series.anchor, day("2026-11-29"));
    assert_eq!(anew(&[("from", "24/11")]).series.anchor, day("2026-11-28"));
    assert_eq!(anew(&[("from", "24/11")]).follows, old.follows);
}

#[test]
fn a_choice_for_week_53_leaves_the_count_alone() {
    let sat = Weekdays::only(chrono::Weekday::Sat);
    let mut old = arrangement(typed(), &[("from", "28/11")]).unwrap();
    old.series =
        Series { anchor: day("2026-01-10"), ..Series::new(Pattern::Even { week_53: None }, sat, day("2026-11-23")) };
    let chosen = edited(typed(), Some(&old), &[("week_53", "keep_fortnight")]).unwrap().series;
    assert_eq!(chosen.anchor, old.series.anchor);
    assert_eq!(chosen.pattern, Pattern::Even { week_53: Some(Week53::KeepFortnight) });
}
