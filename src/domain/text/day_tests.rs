//! Every form of a day, both leanings, and the days that trap: new year, week 53, 29 February.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Saturday of week 47.
fn today() -> NaiveDate {
    day("2026-11-21")
}

#[test]
fn every_form_is_read() {
    for (text, past, future) in [
        ("idag", "2026-11-21", "2026-11-21"),
        ("i dag", "2026-11-21", "2026-11-21"),
        ("today", "2026-11-21", "2026-11-21"),
        ("igår", "2026-11-20", "2026-11-20"),
        ("i går", "2026-11-20", "2026-11-20"),
        ("igar", "2026-11-20", "2026-11-20"),
        ("IGÅR", "2026-11-20", "2026-11-20"),
        ("yesterday", "2026-11-20", "2026-11-20"),
        ("förrgår", "2026-11-19", "2026-11-19"),
        ("i förrgår", "2026-11-19", "2026-11-19"),
        ("imorgon", "2026-11-22", "2026-11-22"),
        ("i morgon", "2026-11-22", "2026-11-22"),
        ("tomorrow", "2026-11-22", "2026-11-22"),
        ("övermorgon", "2026-11-23", "2026-11-23"),
        ("mån", "2026-11-16", "2026-11-23"),
        ("må", "2026-11-16", "2026-11-23"),
        ("måndag", "2026-11-16", "2026-11-23"),
        ("monday", "2026-11-16", "2026-11-23"),
        ("tis", "2026-11-17", "2026-11-24"),
        ("ti", "2026-11-17", "2026-11-24"),
        ("Tue", "2026-11-17", "2026-11-24"),
        ("ons", "2026-11-18", "2026-11-25"),
        ("on", "2026-11-18", "2026-11-25"),
        ("wed", "2026-11-18", "2026-11-25"),
        ("tor", "2026-11-19", "2026-11-26"),
        ("tors", "2026-11-19", "2026-11-26"),
        ("to", "2026-11-19", "2026-11-26"),
        ("torsdag", "2026-11-19", "2026-11-26"),
        ("thu", "2026-11-19", "2026-11-26"),
        ("fre", "2026-11-20", "2026-11-27"),
        ("fr", "2026-11-20", "2026-11-27"),
        ("friday", "2026-11-20", "2026-11-27"),
        ("lör", "2026-11-21", "2026-11-21"),
        ("lor", "2026-11-21", "2026-11-21"),
        ("lö", "2026-11-21", "2026-11-21"),
        ("sat", "2026-11-21", "2026-11-21"),
        ("sön", "2026-11-15", "2026-11-22"),
        ("sö", "2026-11-15", "2026-11-22"),
        ("sunday", "2026-11-15", "2026-11-22"),
        ("nästa tis", "2026-11-24", "2026-11-24"),
        ("nasta tisdag", "2026-11-24", "2026-11-24"),
        ("next tue", "2026-11-24", "2026-11-24"),
        ("nästa sön", "2026-11-29", "2026-11-29"),
        ("förra tis", "2026-11-10", "2026-11-10"),
        ("last sunday", "2026-11-15", "2026-11-15"),
        ("19/11", "2026-11-19", "2027-11-19"),
        ("21/11", "2026-11-21", "2026-11-21"),
        ("22/11", "2025-11-22", "2026-11-22"),
        ("3/12", "2025-12-03", "2026-12-03"),
        ("19/11-26", "2026-11-19", "2026-11-19"),
        ("19/11/2026", "2026-11-19", "2026-11-19"),
        ("19/11 2025", "2025-11-19", "2025-11-19"),
        ("19 nov", "2026-11-19", "2027-11-19"),
        ("19nov", "2026-11-19", "2027-11-19"),
        ("19 november 2026", "2026-11-19", "2026-11-19"),
        ("2 okt", "2026-10-02", "2027-10-02"),
        ("2 october", "2026-10-02", "2027-10-02"),
        ("3 mars", "2026-03-03", "2027-03-03"),
        ("1 maj", "2026-05-01", "2027-05-01"),
        ("2026-11-19", "2026-11-19", "2026-11-19"),
        ("20261119", "2026-11-19", "2026-11-19"),
        ("v47", "2026-11-16", "2027-11-22"),
        ("v.47", "2026-11-16", "2027-11-22"),
        ("v. 47", "2026-11-16", "2027-11-22"),
        ("V47", "2026-11-16", "2027-11-22"),
        ("w47", "2026-11-16", "2027-11-22"),
        ("vecka 47", "2026-11-16", "2027-11-22"),
        ("v47 tis", "2026-11-17", "2027-11-23"),
        ("v. 47 tis", "2026-11-17", "2027-11-23"),
        ("v47 sön", "2025-11-23", "2026-11-22"),
        ("v49", "2025-12-01", "2026-11-30"),
        ("v1", "2025-12-29", "2027-01-04"),
        ("v53", "2020-12-28", "2026-12-28"),
        ("v53 sön", "2021-01-03", "2027-01-03"),
        ("29/2", "2024-02-29", "2028-02-29"),
    ] {
        assert_eq!(parse_day(text, today(), Leaning::Past), Some(day(past)), "{text}, past");
        assert_eq!(parse_day(text, today(), Leaning::Future), Some(day(future)), "{text}, future");
    }
}

#[test]
fn around_new_year() {
    for (now, text, past, future) in [
        ("2027-01-01", "v53", "2026-12-28", "2032-12-27"),
        ("2027-01-01", "v53 fre", "2027-01-01", "2027-01-01"),
        ("2027-01-01", "v1", "2025-12-29", "2027-01-04"),
        ("2027-01-01", "31/12", "2026-12-31", "2027-12-31"),
        ("2027-01-01", "igår", "2026-12-31", "2026-12-31"),
        ("2027-01-01", "nästa mån", "2027-01-04", "2027-01-04"),
        ("2025-12-30", "v1", "2025-12-29", "2027-01-04"),
        ("2025-12-30", "v1 ons", "2025-01-01", "2025-12-31"),
        ("2028-02-29", "29/2", "2028-02-29", "2028-02-29"),
        ("2028-03-01", "igår", "2028-02-29", "2028-02-29"),
        ("2101-01-01", "29 feb", "2096-02-29", "2104-02-29"),
        ("1903-01-01", "29 feb", "1896-02-29", "1904-02-29"),
    ] {
        assert_eq!(parse_day(text, day(now), Leaning::Past), Some(day(past)), "{text}, past, on {now}");
        assert_eq!(parse_day(text, day(now), Leaning::Future), Some(day(future)), "{text}, future, on {now}");
    }
}

#[test]
fn a_day_that_cannot_be_is_told_from_no_day() {
    for (text, words) in [
        ("31/2", 1),
        ("0/11", 1),
        ("19/13", 1),
        ("99/12", 1),
        ("31/2-26", 1),
        ("29/2-27", 1),
        ("29 feb 2027", 3),
        ("31 feb", 2),
        ("2027-02-29", 1),
        ("2026-13-01", 1),
        ("20270229", 1),
        ("v54", 1),
        ("v0", 1),
        ("v99 tis", 2),
    ] {
        let words_given: Vec<&str> = text.split(' ').collect();
        let impossible = Some(Taken { value: Day::Impossible, words });
        assert_eq!(read_day(&words_given, today(), Leaning::Past), impossible, "{text}");
        assert_eq!(parse_day(text, today(), Leaning::Past), None, "{text}");
    }
    for text in [
        "",
        "lind",
        "19",
        "2026",
        "nästa",
        "nästa vecka",
        "i",
        "v",
        "v.",
        "vecka",
        "v471",
        "vtis",
        "1/2/3/4",
        "2026/14",
        "a/b",
        "19.11",
        "2026-11",
        "14-15",
        "99999999",
        "+1/2",
        "19 nova",
        "tisda",
        "2026-11-19x",
        "123nov",
        "nov 19",
    ] {
        let words: Vec<&str> = text.split(' ').collect();
        assert_eq!(read_day(&words, today(), Leaning::Past), None, "{text}");
    }
}

#[test]
fn the_words_after_a_day_are_left() {
    for (text, words) in [("tis tel", 1), ("v47 tel", 1), ("v47 tis tel", 2), ("19 nov tel", 2), ("i går tis", 2)] {
        let given: Vec<&str> = text.split(' ').collect();
        assert_eq!(read_day(&given, today(), Leaning::Past).map(|taken| taken.words), Some(words), "{text}");
    }
    assert_eq!(parse_day("tis tel", today(), Leaning::Past), None);
}

#[test]
fn no_word_names_two_days() {
    let mut seen = std::collections::HashMap::new();
    for (weekday, swedish, english) in WEEKDAYS {
        for word in swedish.iter().chain(*english) {
            assert_eq!(*seen.entry(fold(word)).or_insert(*weekday), *weekday, "{word}");
        }
    }
}

#[test]
fn a_day_may_lean_on_another_day() {
    let from = Leaning::From(day("2026-08-12"));
    for (text, expected) in [
        ("tis", day("2026-08-18")),
        ("ons", day("2026-08-12")),
        ("20/8", day("2026-08-20")),
        ("3/2", day("2027-02-03")),
        ("v34", day("2026-08-17")),
        ("idag", today()),
        ("2026-08-01", day("2026-08-01")),
    ] {
        assert_eq!(parse_day(text, today(), from), Some(expected), "{text}");
    }
}

#[test]
fn a_day_says_its_year_or_does_not() {
    for (text, dated, exact) in [
        ("2017-02-03", true, true),
        ("20170203", true, true),
        ("3/2 2017", true, true),
        ("3 feb 2017", true, true),
        ("3/2-17", true, true),
        ("3/2", false, false),
        ("3 feb", false, false),
        ("tis", false, false),
        ("v12", false, false),
        ("nästa tis", false, false),
        ("igår", false, true),
        ("i  Förrgår", false, true),
        ("hej", false, false),
        ("", false, false),
    ] {
        assert_eq!(parse_dated(text).is_some(), dated, "{text}");
        assert_eq!(parse_exact_day(text, today()).is_some(), exact, "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_panics_and_no_more_is_taken_than_given(text in any::<String>(), days in -800_000_i64..800_000) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let now = shifted(today(), days).unwrap();
        for leaning in [Leaning::Past, Leaning::Future] {
            if let Some(taken) = read_day(&words, now, leaning) {
                prop_assert!((1..=words.len()).contains(&taken.words));
            }
        }
    }

    #[test]
    fn a_bare_day_leans_the_way_it_should(
        text in "v[0-9]{1,2}( (tis|sön))?|[0-9]{1,2}/[0-9]{1,2}|tis|lö|fri",
        days in -40_000_i64..40_000,
    ) {
        let now = shifted(today(), days).unwrap();
        if let Some(past) = parse_day(&text, now, Leaning::Past) {
            prop_assert!(past <= now);
        }
        if let Some(future) = parse_day(&text, now, Leaning::Future) {
            prop_assert!(future >= now);
        }
    }

    #[test]
    fn a_date_is_read_as_it_is_written(days in -40_000_i64..40_000) {
        let written = shifted(today(), days).unwrap();
        for format in ["%Y-%m-%d", "%Y%m%d", "%-d/%-m %Y", "%-d %b %Y", "%-d/%-m/%Y"] {
            let text = written.format(format).to_string();
            if (1900..2200).contains(&written.year()) {
                prop_assert_eq!(parse_day(&text, today(), Leaning::Past), Some(written), "{}", text);
            }
        }
    }
}

#[test]
fn the_last_day_of_a_week_is_its_sunday() {
    for (text, from, expected) in [
        ("v22", "2026-11-21", Some("2027-06-06")),
        ("v47", "2026-11-21", Some("2026-11-22")),
        ("v22 tis", "2026-11-21", Some("2027-06-01")),
        ("v. 1", "2026-11-21", Some("2027-01-10")),
        ("19/11", "2026-11-21", Some("2027-11-19")),
        ("imorgon", "2027-01-01", Some("2026-11-22")),
        ("2027-05-30", "2026-11-21", Some("2027-05-30")),
        ("v54", "2026-11-21", None),
        ("v22 hej", "2026-11-21", None),
        ("31/2", "2026-11-21", None),
        ("", "2026-11-21", None),
    ] {
        assert_eq!(parse_last_day(text, today(), Leaning::From(day(from))), expected.map(day), "{text}");
    }
}

#[test]
fn a_day_of_birth_is_read_as_it_stands_in_an_identity_number() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    for (text, expected) in [
        ("880314", Some((1988, 3, 14))),
        ("19880314", Some((1988, 3, 14))),
        ("120314", Some((2012, 3, 14))),
        ("261121", Some((2026, 11, 21))),
        ("261122", Some((1926, 11, 22))),
        ("1988", Some((1988, 1, 1))),
        ("881314", None),
        ("88031", None),
        ("igår", None),
        ("８８０３１４", None),
        ("", None),
    ] {
        let expected = expected.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        assert_eq!(parse_birth(text, today), expected, "{text}");
    }
}
