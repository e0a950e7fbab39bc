//! Golden days, the law's history, and what must hold in every year.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn name(text: &str) -> Option<&'static str> {
    holiday(day(text)).map(|holiday| holiday.name_sv.as_str())
}

#[test]
fn the_rules_that_ship_are_read() {
    let rules = Holidays::parse(SHIPPED).unwrap();
    assert_eq!(rules.rules.len(), 18);
    let mut codes: Vec<&str> = rules.rules.iter().map(|holiday| holiday.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 18, "no code twice");
    assert!(rules.rules.iter().all(|holiday| !holiday.source.is_empty()));
}

#[test]
fn golden_days() {
    let moving = [
        "Långfredagen",
        "Påskdagen",
        "Annandag påsk",
        "Kristi himmelsfärdsdag",
        "Pingstdagen",
        "Midsommardagen",
        "Alla helgons dag",
    ];
    for (year, days) in [
        (2026, ["04-03", "04-05", "04-06", "05-14", "05-24", "06-20", "10-31"]),
        (2027, ["03-26", "03-28", "03-29", "05-06", "05-16", "06-26", "11-06"]),
        (2028, ["04-14", "04-16", "04-17", "05-25", "06-04", "06-24", "11-04"]),
    ] {
        for (expected, month_day) in moving.iter().zip(days) {
            assert_eq!(name(&format!("{year}-{month_day}")), Some(*expected), "{year}-{month_day}");
        }
    }
}

#[test]
fn easter_is_where_others_find_it() {
    for text in [
        "1990-04-15",
        "1997-03-30",
        "2000-04-23",
        "2005-03-27",
        "2008-03-23",
        "2011-04-24",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2100-03-28",
    ] {
        assert_eq!(easter_sunday(day(text).year()), Some(day(text)));
    }
}

#[test]
fn the_whole_of_2026() {
    let year: Vec<String> = holidays(day("2026-01-01"), day("2026-12-31"))
        .into_iter()
        .map(|(day, holiday)| {
            format!("{} {}{}", day.format("%m-%d"), holiday.code, if holiday.is_eve() { " eve" } else { "" })
        })
        .collect();
    assert_eq!(
        year,
        [
            "01-01 new_years_day",
            "01-06 epiphany",
            "04-03 good_friday",
            "04-04 easter_eve eve",
            "04-05 easter_sunday",
            "04-06 easter_monday",
            "05-01 first_of_may",
            "05-14 ascension_day",
            "05-24 whit_sunday",
            "06-06 national_day",
            "06-19 midsummer_eve eve",
            "06-20 midsummer_day",
            "10-31 all_saints_day",
            "12-24 christmas_eve eve",
            "12-25 christmas_day",
            "12-26 boxing_day",
            "12-31 new_years_eve eve",
        ]
    );
}

#[test]
fn the_law_changed_in_2005() {
    for (text, expected) in [
        ("2004-05-31", Some("Annandag pingst")),
        ("2005-05-16", None),
        ("2004-06-06", None),
        ("2005-06-06", Some("Nationaldagen")),
        ("2026-06-06", Some("Nationaldagen")),
        ("1989-12-25", None),
        ("1990-01-01", Some("Nyårsdagen")),
        ("2100-12-25", Some("Juldagen")),
        // Ascension Day fell on the First of May.
        ("2008-05-01", Some("Första maj")),
    ] {
        assert_eq!(name(text), expected, "{text}");
    }
}

#[test]
fn free_days_are_sundays_and_holidays() {
    for (text, free) in [
        ("2026-11-21", false),
        ("2026-11-22", true),
        ("2026-12-24", false),
        ("2026-12-25", true),
        ("2026-06-19", false),
        ("2026-06-20", true),
        ("2026-05-14", true),
    ] {
        assert_eq!(is_free_day(day(text)), free, "{text}");
    }
}

#[test]
fn every_year_keeps_the_frame_of_the_law() {
    for year in 1990..=2100 {
        let of =
            |code: &str| RULES.rules.iter().find(|rule| rule.code == code).and_then(|rule| rule.in_year(year)).unwrap();
        let within = |day: NaiveDate, from: (u32, u32), to: (u32, u32)| {
            let at = (day.month(), day.day());
            from <= at && at <= to
        };
        let easter = of("easter_sunday");
        assert!(easter.weekday() == Weekday::Sun && within(easter, (3, 22), (4, 25)), "{year}");
        assert!(of("ascension_day").weekday() == Weekday::Thu, "{year}");
        let midsummer = of("midsummer_day");
        assert!(midsummer.weekday() == Weekday::Sat && within(midsummer, (6, 20), (6, 26)), "{year}");
        assert_eq!(of("midsummer_eve").succ_opt(), Some(midsummer), "{year}");
        let saints = of("all_saints_day");
        assert!(saints.weekday() == Weekday::Sat && within(saints, (10, 31), (11, 6)), "{year}");
    }
}

#[test]
fn a_range_and_its_days_agree() {
    let (from, to) = (day("2003-12-20"), day("2010-02-01"));
    let one_by_one: Vec<_> =
        from.iter_days().take_while(|day| *day <= to).filter_map(|day| Some((day, holiday(day)?))).collect();
    assert_eq!(holidays(from, to), one_by_one);
    assert!(holidays(to, from).is_empty());
}

#[test]
fn faulty_rules_are_refused() {
    let good = "[[holiday]]\ncode='x'\nname_sv='X'\nname_en='X'\nkind='eve'\nrule={month_day='02-29'}\nsource='s'\n";
    let rules = Holidays::parse(good).unwrap();
    assert!(rules.on(day("2028-02-29")).is_some());
    assert!(rules.on(day("2027-03-01")).is_none());
    for (from, to) in [
        ("02-29", "02-30"),
        ("kind='eve'", "kind='party'"),
        ("month_day", "monthday"),
        ("source='s'", "colour='s'"),
        ("code='x'", ""),
    ] {
        let problem = Holidays::parse(&good.replace(from, to)).unwrap_err();
        assert_eq!((problem.kind, problem.key), (Kind::Invalid, "holiday-rules"), "{to}");
    }
}
