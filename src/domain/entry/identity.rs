//! Personal identity numbers and coordination numbers.
//!
//! Such a number names a person and is no proof of a birth date: when a day's numbers run out, a nearby day is used.

use personnummer::Personnummer;

/// The number in twelve digits, if it is a valid one; written with or without the century and the sign.
pub(super) fn normal(text: &str) -> Option<String> {
    let number = Personnummer::parse(text).ok().filter(Personnummer::valid)?;
    let digits: String = number.format().long().chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 12).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn numbers_are_checked_and_written_in_twelve_digits() {
        for (name, typed, expected) in [
            ("twelve digits", "201701012393", Some("201701012393")),
            ("with a sign", "20170101-2393", Some("201701012393")),
            ("without the century", "170101-2393", Some("201701012393")),
            ("coordination number", "701063-2391", Some("197010632391")),
            ("wrong check digit", "201701012394", None),
            ("no such day", "201713012393", None),
            ("nonsense", "hej", None),
            ("empty", "", None),
        ] {
            assert_eq!(normal(typed).as_deref(), expected, "{name}");
        }
    }
}
