//! Over 2026/27 and 2032/33, which have a week 53, and over new years that have none.

use super::*;
use crate::domain::codes::Week53;

const EVEN: Pattern = Pattern::Even { week_53: None };
const ODD: Pattern = Pattern::Odd { week_53: None };

#[test]
fn both_readings_with_their_dates() {
    for (pattern, from, year, keep_parity, keep_fortnight) in [
        (
            EVEN,
            "2026-11-28",
            2026,
            &["2026-12-26", "2027-01-16", "2027-01-30"][..],
            &["2026-12-26", "2027-01-09", "2027-01-23", "2027-02-06"][..],
        ),
        (
            ODD,
            "2026-11-21",
            2026,
            &["2026-12-19", "2027-01-02", "2027-01-09", "2027-01-23", "2027-02-06"],
            &["2026-12-19", "2027-01-02", "2027-01-16", "2027-01-30"],
        ),
        (
            EVEN,
            "2032-12-04",
            2032,
            &["2032-12-25", "2033-01-15", "2033-01-29"],
            &["2032-12-25", "2033-01-08", "2033-01-22", "2033-02-05"],
        ),
        (
            ODD,
            "2032-12-04",
            2032,
            &["2032-12-18", "2033-01-01", "2033-01-08", "2033-01-22", "2033-02-05"],
            &["2032-12-18", "2033-01-01", "2033-01-15", "2033-01-29"],
        ),
    ] {
        let series = saturdays(pattern, from);
        let expected = NewYear { year, keep_parity: days(keep_parity), keep_fortnight: days(keep_fortnight) };
        assert_eq!(new_years(&series, day(from)), [expected], "{pattern:?} {from}");
        assert!(week53::must_choose(&series, day(from)));
        for choice in [Week53::KeepParity, Week53::KeepFortnight] {
            let chosen = Series { pattern: pattern.choosing(choice), ..series };
            assert!(!week53::must_choose(&chosen, day(from)) && new_years(&chosen, day(from)).len() == 1);
        }
    }
}

#[test]
fn a_kept_fortnight_goes_on_through_the_years() {
    let series = saturdays(EVEN.choosing(Week53::KeepFortnight), "2026-11-28");
    let all: Vec<NaiveDate> = series.days(day("2026-11-28"), day("2034-01-01")).collect();
    assert!(all.windows(2).all(|pair| (pair[1] - pair[0]).num_days() == 14));
    // A series that begins after the last even Saturday of the year has no fortnight to keep.
    let late = saturdays(EVEN.choosing(Week53::KeepFortnight), "2026-12-27");
    assert_eq!(late.first(), Some(day("2027-01-16")));
}

#[test]
fn who_must_choose() {
    let must = |series: Series| week53::must_choose(&series, series.from);
    assert!(!must(saturdays(Pattern::Nth { weeks: 2 }, "2026-11-28")));
    assert!(!must(saturdays(Pattern::Week, "2026-11-28")));
    // Ends before the new year, or just at its last visit.
    assert!(!must(saturdays(EVEN, "2026-11-28").ending(Ends::Until(day("2026-12-26")))));
    assert!(!must(saturdays(ODD, "2026-11-28").ending(Ends::Until(day("2027-01-03")))));
    assert!(!must(saturdays(EVEN, "2026-11-28").ending(Ends::Times(3))));
    // One day more, and at least one reading goes over it.
    assert!(must(saturdays(EVEN, "2026-11-28").ending(Ends::Until(day("2027-01-09")))));
    assert!(must(saturdays(ODD, "2026-11-28").ending(Ends::Until(day("2027-01-09")))));
    assert!(must(saturdays(EVEN, "2026-11-28").ending(Ends::Times(4))));
    // No week 53 within two years; with an end beyond the next one there is.
    assert!(!must(saturdays(EVEN, "2027-01-04")));
    assert!(must(saturdays(EVEN, "2027-01-04").ending(Ends::Until(day("2033-06-01")))));
    // Seen from later on, an open series comes near the next one.
    assert!(week53::must_choose(&saturdays(EVEN, "2027-01-04"), day("2032-01-01")));
}

#[test]
fn years_without_a_week_53_break_nothing() {
    for new_year in ["2028-01-01", "2029-01-01", "2030-01-01"] {
        let around = |series: Series| -> Vec<i64> {
            let at = day(new_year);
            let days: Vec<NaiveDate> = series.days(at - chrono::Days::new(40), at + chrono::Days::new(40)).collect();
            days.windows(2).map(|pair| (pair[1] - pair[0]).num_days()).collect()
        };
        assert!(around(saturdays(EVEN, "2027-02-01")).iter().all(|gap| *gap == 14), "{new_year}");
        assert!(around(saturdays(ODD, "2027-02-01")).iter().all(|gap| *gap == 14), "{new_year}");
    }
}
