//! A pattern as the whole text of a form's field, in either language, and back in one of them: `jämna lör`.

use super::super::words::{Row, Tongue};
use super::classify::read_pattern;
use super::words::{EVERY_SO_MANY, PLACES, RHYTHMS, Rhythm};
use crate::domain::text::day::WEEKDAYS;
use crate::domain::visit::{Pattern, Weekdays};

/// The pattern and the weekdays that the whole text is, without a choice for week 53; none when it is no pattern.
pub fn parse_pattern(text: &str) -> Option<(Pattern, Weekdays)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let taken = read_pattern(&words)?;
    taken.value.ok().filter(|_| taken.words == words.len())
}

/// A pattern as [`parse_pattern`] reads it, in the words that completion writes; nothing for a single day. What was
/// chosen for week 53 is not told.
pub fn write_pattern(pattern: Pattern, weekdays: Weekdays, tongue: Tongue) -> String {
    let rhythm = |rhythm| first(RHYTHMS, rhythm, tongue).to_owned();
    let so_many = |weeks| format!("{}{weeks}", EVERY_SO_MANY[usize::from(tongue == Tongue::English)]);
    let begins = match pattern {
        Pattern::Once => return String::new(),
        Pattern::Week => rhythm(Rhythm::Every),
        Pattern::Nth { weeks: 2 } => rhythm(Rhythm::Second),
        Pattern::Nth { weeks } => so_many(weeks),
        Pattern::Even { .. } => rhythm(Rhythm::Even),
        Pattern::Odd { .. } => rhythm(Rhythm::Odd),
        Pattern::Monthly { place } => first(PLACES, place, tongue).to_owned(),
    };
    let mut words = vec![begins];
    words.extend(weekdays.iter().map(|weekday| first(WEEKDAYS, weekday, tongue).to_owned()));
    words.join(" ")
}

/// The word of a language that completion writes.
fn first<T: PartialEq>(table: &[Row<T>], meant: T, tongue: Tongue) -> &'static str {
    let found = table.iter().find(|(meaning, ..)| *meaning == meant);
    let words =
        found.map_or(&[][..], |(_, swedish, english)| if tongue == Tongue::Swedish { swedish } else { english });
    words.first().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::codes::{Code, MonthPlace};

    #[test]
    fn patterns_are_written_in_either_language() {
        let saturday = Weekdays::only(Weekday::Sat);
        for (typed, pattern, swedish, english) in [
            ("varje vecka lördagar", Pattern::Week, "varje lör", "every sat"),
            ("every other sat", Pattern::Nth { weeks: 2 }, "varannan lör", "alternate sat"),
            ("var3:e lör", Pattern::Nth { weeks: 3 }, "var3 lör", "every3 sat"),
            ("JÄMNA lör", Pattern::Even { week_53: None }, "jämna lör", "even sat"),
            ("udda veckor lö", Pattern::Odd { week_53: None }, "udda lör", "odd sat"),
            ("första lör", Pattern::Monthly { place: MonthPlace::First }, "1:a lör", "1st sat"),
            ("every last sat", Pattern::Monthly { place: MonthPlace::Last }, "sista lör", "final sat"),
        ] {
            assert_eq!(parse_pattern(typed), Some((pattern, saturday)), "{typed}");
            assert_eq!(write_pattern(pattern, saturday, Tongue::Swedish), swedish);
            assert_eq!(write_pattern(pattern, saturday, Tongue::English), english);
        }
        assert_eq!(write_pattern(Pattern::Once, Weekdays::NONE, Tongue::Swedish), "");
        for text in ["", "lör", "jämna lör hej", "varje tredje lör", "var0 lör", "var27 lör", "andra", "jämna -- lör"]
        {
            assert_eq!(parse_pattern(text), None, "{text}");
        }
    }

    fn pattern() -> impl Strategy<Value = Pattern> {
        prop_oneof![
            Just(Pattern::Week),
            (2_u32..=26).prop_map(|weeks| Pattern::Nth { weeks }),
            Just(Pattern::Even { week_53: None }),
            Just(Pattern::Odd { week_53: None }),
            prop::sample::select(MonthPlace::ALL).prop_map(|place| Pattern::Monthly { place }),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_reads_back(pattern in pattern(), days in 1_u8..128, swedish in any::<bool>()) {
            let weekdays = (0..7_u8).filter(|day| days & 1 << day != 0).filter_map(|day| Weekday::try_from(day).ok());
            let weekdays: Weekdays = weekdays.collect();
            let tongue = if swedish { Tongue::Swedish } else { Tongue::English };
            prop_assert_eq!(parse_pattern(&write_pattern(pattern, weekdays, tongue)), Some((pattern, weekdays)));
        }
    }
}
