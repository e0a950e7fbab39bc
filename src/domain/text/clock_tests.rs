//! Every form of a time and a length, and what is none.

use super::*;
use proptest::prelude::*;

fn at(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn span(start: &str, minutes: u32) -> Clock {
    Clock::Span { start: at(start), minutes }
}

#[test]
fn every_form_of_a_time_is_read() {
    for (text, value, words) in [
        ("14-15:30", span("14:00", 90), 1),
        ("14:00-15:30", span("14:00", 90), 1),
        ("14.00-15.30", span("14:00", 90), 1),
        ("1400-1530", span("14:00", 90), 1),
        ("14–15.30", span("14:00", 90), 1),
        ("14-1530", span("14:00", 90), 1),
        ("900-930", span("09:00", 30), 1),
        ("8-9", span("08:00", 60), 1),
        ("0-1", span("00:00", 60), 1),
        ("22-24", span("22:00", 120), 1),
        ("kl 14", Clock::At(at("14:00")), 2),
        ("kl. 14", Clock::At(at("14:00")), 2),
        ("kl14", Clock::At(at("14:00")), 1),
        ("Kl 14.30", Clock::At(at("14:30")), 2),
        ("kl 1430", Clock::At(at("14:30")), 2),
        ("kl.14.30", Clock::At(at("14:30")), 1),
        ("klockan 9", Clock::At(at("09:00")), 2),
        ("at 9", Clock::At(at("09:00")), 2),
        ("kl 14-15:30", span("14:00", 90), 2),
        ("14:30", Clock::At(at("14:30")), 1),
        ("14.30", Clock::At(at("14:30")), 1),
        ("15:30-14", Clock::EndBeforeStart, 1),
        ("15-14", Clock::EndBeforeStart, 1),
        ("14-14", Clock::EndBeforeStart, 1),
        ("22-01", Clock::EndBeforeStart, 1),
        ("14:75", Clock::Impossible, 1),
        ("14:00-15:75", Clock::Impossible, 1),
        ("kl 25", Clock::Impossible, 2),
        ("24:00", Clock::Impossible, 1),
        ("kl 14-15 hem", span("14:00", 60), 2),
    ] {
        let given: Vec<&str> = text.split(' ').collect();
        assert_eq!(read_clock(&given), Some(Taken { value, words }), "{text}");
    }
    for text in [
        "", "14", "1430", "kl", "kl hem", "26-27", "2026-21", "14-", "-15", "14--15", "1-2-3", "A-1", "14:3", "klas",
        "+9:30",
    ] {
        let given: Vec<&str> = text.split(' ').collect();
        assert_eq!(read_clock(&given), None, "{text}");
    }
}

#[test]
fn a_field_takes_the_bare_time() {
    for (text, time) in [
        ("14", Some("14:00")),
        ("9", Some("09:00")),
        ("1430", Some("14:30")),
        ("930", Some("09:30")),
        ("14:30", Some("14:30")),
        (" 14.30 ", Some("14:30")),
        ("kl 14", Some("14:00")),
        ("kl. 14.30", Some("14:30")),
        ("24", None),
        ("1460", None),
        ("14-15", None),
        ("hem", None),
        ("", None),
    ] {
        assert_eq!(parse_time(text), time.map(at), "{text}");
    }
}

#[test]
fn every_form_of_a_length_is_read() {
    for (text, minutes, words) in [
        ("90min", 90, 1),
        ("90 min", 90, 2),
        ("90m", 90, 1),
        ("20 minuter", 20, 2),
        ("1h", 60, 1),
        ("1 h", 60, 2),
        ("1,5h", 90, 1),
        ("1.5h", 90, 1),
        ("1,5 tim", 90, 2),
        ("0,25h", 15, 1),
        ("1,33h", 80, 1),
        ("2 timmar", 120, 2),
        ("2hours", 120, 1),
        ("1h30", 90, 1),
        ("1H30", 90, 1),
        ("1h30min", 90, 1),
        ("1h05", 65, 1),
        ("24h", 1440, 1),
    ] {
        let given: Vec<&str> = text.split(' ').collect();
        assert_eq!(read_length(&given), Some(Taken { value: Length::Minutes(minutes), words }), "{text}");
        assert_eq!(parse_minutes(text), Some(minutes), "{text}");
    }
    for text in ["0min", "0h", "25h", "1h75", "9999min"] {
        assert_eq!(read_length(&[text]), Some(Taken { value: Length::Impossible, words: 1 }), "{text}");
        assert_eq!(parse_minutes(text), None, "{text}");
    }
    for text in
        ["", "min", "h", "h30", "90", "1,5min", "hem", "90 hem", "1,555h", "-5min", "1h30x", "1h30 min2", "90minx"]
    {
        let given: Vec<&str> = text.split(' ').collect();
        assert_eq!(read_length(&given).filter(|taken| taken.words == given.len()), None, "{text}");
    }
}

#[test]
fn a_field_takes_the_bare_minutes() {
    for (text, minutes) in [("90", Some(90)), ("1440", Some(1440)), ("1441", None), ("0", None), ("90 min hem", None)] {
        assert_eq!(parse_minutes(text), minutes, "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_panics(text in any::<String>(), near in "[0-9:.,hkmin -]{0,12}") {
        for text in [text, near] {
            let words: Vec<&str> = text.split_whitespace().collect();
            if let Some(taken) = read_clock(&words) {
                prop_assert!((1..=words.len()).contains(&taken.words));
            }
            if let Some(taken) = read_length(&words) {
                prop_assert!((1..=words.len()).contains(&taken.words));
            }
            parse_time(&text);
            parse_minutes(&text);
        }
    }

    #[test]
    fn a_span_is_as_long_as_it_says(start in 0_u32..1439, share in 0_u32..1440) {
        let length = 1 + share % (1439 - start);
        let end = start + length;
        let text = format!("{}:{:02}-{}.{:02}", start / 60, start % 60, end / 60, end % 60);
        let start = NaiveTime::from_hms_opt(start / 60, start % 60, 0).unwrap();
        prop_assert_eq!(read_clock(&[&text]), Some(Taken { value: Clock::Span { start, minutes: length }, words: 1 }));
    }
}

#[test]
fn a_field_for_a_time_takes_an_end_too() {
    for (text, start, end) in [
        ("14", "14:00", None),
        ("kl 14.30", "14:30", None),
        ("1430", "14:30", None),
        ("10-14", "10:00", Some("14:00")),
        ("kl 10 – 14:30", "10:00", Some("14:30")),
        ("1000-1430", "10:00", Some("14:30")),
        ("22-01", "22:00", Some("01:00")),
        ("22-24", "22:00", Some("00:00")),
        ("14-14", "14:00", Some("14:00")),
    ] {
        assert_eq!(parse_times(text), Some((at(start), end.map(at))), "{text}");
    }
    for text in ["", "-", "14-", "-14", "24-01", "10-25", "10-12-14", "hej", "10-hej"] {
        assert_eq!(parse_times(text), None, "{text}");
    }
}
