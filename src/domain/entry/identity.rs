//! Personal identity numbers and coordination numbers.
//!
//! Such a number names a person and is no proof of a birth date: when a day's numbers run out, a nearby day is used.

use chrono::{Datelike, NaiveDate};

use super::reader::Hand;

/// Whether twelve digits hold a day that there is and a check digit that fits the last ten.
fn is_valid(long: &str) -> bool {
    let part = |from: usize, to: usize| long.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day), Some(birth_number)) = (part(0, 4), part(4, 6), part(6, 8), part(8, 11))
    else {
        return false;
    };
    let day = if day > COORDINATION { day - COORDINATION } else { day };
    let there_is = i32::try_from(year).is_ok_and(|year| NaiveDate::from_ymd_opt(year, month, day).is_some());
    there_is && birth_number > 0 && long.get(2..).is_some_and(|ten| luhn3::decimal::valid(ten.as_bytes()))
}

/// What is added to the day in a coordination number.
const COORDINATION: u32 = 60;

/// The number in twelve digits, if it is a valid one. Files write all twelve; a person may leave out the century,
/// which is then that of somebody under a hundred, or with `+` of somebody over.
pub(super) fn normal(text: &str, hand: Hand) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let signs = text.chars().filter(|c| !c.is_ascii_digit()).count();
    let long = match (digits.len(), hand) {
        _ if signs > 1 || !text.chars().all(|c| c.is_ascii_digit() || c == '-' || c == '+') => None,
        (12, _) => Some(digits),
        (10, Hand::Person(today)) => Some(format!("{}{digits}", century(&digits, text.contains('+'), today)?)),
        _ => None,
    }?;
    is_valid(&long).then_some(long)
}

fn century(digits: &str, over_a_hundred: bool, today: NaiveDate) -> Option<i32> {
    let two = |from: usize| digits.get(from..from + 2)?.parse::<u32>().ok();
    let (year, month, day) = (i32::try_from(two(0)?).ok()?, two(2)?, two(4)?);
    let day = if day > COORDINATION { day - COORDINATION } else { day };
    let this = today.year() / 100;
    let born = (this * 100 + year, month, day);
    let passed = born <= (today.year(), today.month(), today.day());
    Some(this - i32::from(!passed) - i32::from(over_a_hundred))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_checked_and_written_in_twelve_digits() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let typed = Hand::Person(today);
        for (name, text, hand, expected) in [
            ("twelve digits", "201701012393", typed, Some("201701012393")),
            ("twelve digits in a file", "201701012393", Hand::File(today), Some("201701012393")),
            ("with a sign", "20170101-2393", typed, Some("201701012393")),
            ("without the century", "170101-2393", typed, Some("201701012393")),
            ("without the century in a file", "170101-2393", Hand::File(today), None),
            ("coordination number", "701063-2391", typed, Some("197010632391")),
            ("over a hundred", "121212+1212", typed, Some("191212121212")),
            ("wrong check digit", "201701012394", typed, None),
            ("no such day", "201713012393", typed, None),
            ("letters", "2017o1012393", typed, None),
            ("nonsense", "hej", typed, None),
        ] {
            assert_eq!(normal(text, hand).as_deref(), expected, "{name}");
        }
    }
}
