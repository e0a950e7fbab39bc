//! Identity numbers: personal numbers, coordination numbers, reserve numbers, and whatever else somebody is known by.
//!
//! An identity is a system and a value in it. Shape and check digit decide whether a number of the state's is one, not
//! the calendar: people have been given numbers of days that there are not, and a coordination number may name month 00
//! or day 60 where nobody knows when somebody was born. Such a number names a person and is no proof of a birth date:
//! when a day's numbers run out, a nearby day is used.

use chrono::{Datelike, NaiveDate};

use super::codes::IdSystem;

/// What is added to the day in a coordination number.
const COORDINATION: u32 = 60;

/// Nobody with a number of an earlier year is written about today.
const EARLIEST_YEAR: i32 = 1900;

/// Longest number that is kept.
const LONGEST: usize = 40;

/// A number in the form of its system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The system.
    pub system: IdSystem,
    /// The number as it is kept and compared: twelve digits, or capitals without blanks.
    pub value: String,
}

/// Why something is no number of its system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It has not the shape, or the check digit does not fit.
    NotANumber,
    /// Nobody has been born then yet.
    NotYet,
    /// It is a number of another system than the one that is named.
    OtherSystem(IdSystem),
}

impl Identity {
    /// What is written; where no system is named, the shape tells it. Files write all twelve digits; a person (`typed`)
    /// may leave out the century, which is then that of somebody under a hundred, or with `+` of somebody over.
    ///
    /// # Errors
    /// What is no number of the system, or of any whose shape can be told.
    pub fn read(text: &str, named: Option<IdSystem>, typed: bool, today: NaiveDate) -> Result<Self, Wrong> {
        let of = |system, value| Ok(Self { system, value });
        match named {
            Some(IdSystem::Other) => of(IdSystem::Other, free(text).ok_or(Wrong::NotANumber)?),
            Some(IdSystem::ReserveNumber) => of(IdSystem::ReserveNumber, reserve(text).ok_or(Wrong::NotANumber)?),
            _ => {
                if named.is_none()
                    && let Some(value) = reserve(text).filter(|value| is_told_apart(value))
                {
                    return of(IdSystem::ReserveNumber, value);
                }
                let value = long(text, typed, today).ok_or(Wrong::NotANumber)?;
                let system = Numbers::of(&value).filter(|numbers| numbers.fits(&value)).ok_or(Wrong::NotANumber)?;
                if system.is_after(today) {
                    return Err(Wrong::NotYet);
                }
                match system.system() {
                    found if named.is_some_and(|named| named != found) => Err(Wrong::OtherSystem(found)),
                    found => of(found, value),
                }
            }
        }
    }

    /// The system of a number that is stored without one.
    pub fn system_of(value: &str) -> IdSystem {
        Numbers::of(value).map_or(IdSystem::Other, |numbers| numbers.system())
    }

    /// The day a number says somebody was born on, where the calendar has it.
    pub fn born(&self) -> Option<NaiveDate> {
        match self.system {
            IdSystem::PersonalNumber | IdSystem::CoordinationNumber => {
                let Numbers { year, month, day, .. } = Numbers::of(&self.value)?;
                NaiveDate::from_ymd_opt(year, month, if day > COORDINATION { day - COORDINATION } else { day })
            }
            IdSystem::ReserveNumber | IdSystem::Other => None,
        }
    }
}

/// The parts of twelve digits.
struct Numbers {
    year: i32,
    month: u32,
    day: u32,
    birth_number: u32,
}

impl Numbers {
    fn of(long: &str) -> Option<Self> {
        if long.len() != 12 || !long.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let part = |from: usize, to: usize| long.get(from..to)?.parse::<u32>().ok();
        let year = i32::try_from(part(0, 4)?).ok()?;
        Some(Self { year, month: part(4, 6)?, day: part(6, 8)?, birth_number: part(8, 11)? })
    }

    fn system(&self) -> IdSystem {
        if self.day >= COORDINATION { IdSystem::CoordinationNumber } else { IdSystem::PersonalNumber }
    }

    fn fits(&self, long: &str) -> bool {
        let least = if self.system() == IdSystem::CoordinationNumber { 0 } else { 1 };
        let day = if self.day >= COORDINATION { self.day - COORDINATION } else { self.day };
        self.year >= EARLIEST_YEAR
            && (least..=12).contains(&self.month)
            && (least..=31).contains(&day)
            && self.birth_number > 0
            && long.get(2..).is_some_and(|ten| luhn3::decimal::valid(ten.as_bytes()))
    }

    fn is_after(&self, today: NaiveDate) -> bool {
        let day = if self.day >= COORDINATION { self.day - COORDINATION } else { self.day };
        (self.year, self.month, day) > (today.year(), today.month(), today.day())
    }
}

/// All twelve digits.
fn long(text: &str, typed: bool, today: NaiveDate) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let signs = text.chars().filter(|sign| !sign.is_ascii_digit()).count();
    match digits.len() {
        _ if signs > 1 || !text.chars().all(|sign| sign.is_ascii_digit() || sign == '-' || sign == '+') => None,
        12 => Some(digits),
        10 if typed => Some(format!("{}{digits}", century(&digits, text.contains('+'), today)?)),
        _ => None,
    }
}

fn century(digits: &str, over_a_hundred: bool, today: NaiveDate) -> Option<i32> {
    let two = |from: usize| digits.get(from..from + 2)?.parse::<u32>().ok();
    let (year, month, day) = (i32::try_from(two(0)?).ok()?, two(2)?, two(4)?);
    let day = if day >= COORDINATION { day - COORDINATION } else { day };
    let this = today.year() / 100;
    let born = (this * 100 + year, month, day);
    let passed = born <= (today.year(), today.month(), today.day());
    Some(this - i32::from(!passed) - i32::from(over_a_hundred))
}

/// A number that a region gives somebody who has none of the state's: capitals, digits and hyphens, as they are
/// written.
fn reserve(text: &str) -> Option<String> {
    let value: String = text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>().to_uppercase();
    let plain = value.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    (plain && digits >= 4 && (6..=20).contains(&value.len())).then_some(value)
}

/// Whether a reserve number is known by its shape alone: a day of eight digits and four signs, a letter among them.
fn is_told_apart(value: &str) -> bool {
    let Some((day, rest)) = value.split_at_checked(8) else { return false };
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    day.bytes().all(|byte| byte.is_ascii_digit())
        && rest.len() == 4
        && !rest.contains('-')
        && rest.bytes().any(|byte| byte.is_ascii_uppercase())
}

fn free(text: &str) -> Option<String> {
    let value = text.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
    (!value.is_empty() && value.chars().count() <= LONGEST).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use IdSystem::{CoordinationNumber, Other, PersonalNumber, ReserveNumber};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    #[test]
    fn numbers_are_checked_and_written_in_the_form_of_their_system() {
        for (name, text, named, typed, expected) in [
            ("twelve digits", "201701012393", None, true, Ok((PersonalNumber, "201701012393"))),
            ("twelve digits in a file", "201701012393", None, false, Ok((PersonalNumber, "201701012393"))),
            ("with a sign", "20170101-2393", None, true, Ok((PersonalNumber, "201701012393"))),
            ("without the century", "170101-2393", None, true, Ok((PersonalNumber, "201701012393"))),
            ("without the century in a file", "170101-2393", None, false, Err(Wrong::NotANumber)),
            ("coordination number", "701063-2391", None, true, Ok((CoordinationNumber, "197010632391"))),
            ("month 00", "191500722390", None, false, Ok((CoordinationNumber, "191500722390"))),
            ("day 60", "192001602396", None, false, Ok((CoordinationNumber, "192001602396"))),
            ("over a hundred", "121212+1212", None, true, Ok((PersonalNumber, "191212121212"))),
            ("wrong check digit", "201701012394", None, true, Err(Wrong::NotANumber)),
            ("no such month", "201713012393", None, true, Err(Wrong::NotANumber)),
            ("month 00 of no coordination number", "201700012394", None, true, Err(Wrong::NotANumber)),
            ("letters", "2017o1012393", None, true, Err(Wrong::NotANumber)),
            ("nonsense", "hej", None, true, Err(Wrong::NotANumber)),
            ("nobody is born in 2099", "209912319804", None, false, Err(Wrong::NotYet)),
            ("nor in 1812", "181212121212", None, false, Err(Wrong::NotANumber)),
            ("a reserve number", "20110505-TF12", None, false, Ok((ReserveNumber, "20110505-TF12"))),
            ("in small letters", "20110505-tf12", None, true, Ok((ReserveNumber, "20110505-TF12"))),
            ("named as such", "99 2011 0505 12", Some(ReserveNumber), true, Ok((ReserveNumber, "992011050512"))),
            ("a passport", "ab 12", Some(Other), true, Ok((Other, "AB 12"))),
            ("named rightly", "201701012393", Some(PersonalNumber), false, Ok((PersonalNumber, "201701012393"))),
            ("named wrongly", "201701012393", Some(CoordinationNumber), false, Err(Wrong::OtherSystem(PersonalNumber))),
            (
                "a reserve number is no personal number",
                "20110505-TF12",
                Some(PersonalNumber),
                false,
                Err(Wrong::NotANumber),
            ),
        ] {
            let read = Identity::read(text, named, typed, today());
            let read = read.as_ref().map(|read| (read.system, read.value.as_str())).map_err(|wrong| *wrong);
            assert_eq!(read, expected, "{name}");
        }
    }

    #[test]
    fn every_published_coordination_number_is_one() {
        let numbers = include_str!("../../tests/data/coordination-numbers.txt");
        let numbers: Vec<&str> = numbers.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(numbers.len(), 2264);
        let mut unknown = 0;
        for number in numbers {
            let read = Identity::read(number, None, false, today());
            let expected = Identity { system: CoordinationNumber, value: number.to_owned() };
            assert_eq!(read.as_ref(), Ok(&expected), "{number}");
            unknown += usize::from(expected.born().is_none());
        }
        assert_eq!(unknown, 194, "month 00, day 60, or a day that the month has not: no birth date is read");
    }

    #[test]
    fn a_birth_date_is_read_only_where_the_calendar_has_it() {
        for (name, number, born) in [
            ("personal number", "201701012393", Some((2017, 1, 1))),
            ("coordination number", "197010632391", Some((1970, 10, 3))),
            ("month 00", "191500722390", None),
            ("day 60", "192001602396", None),
            ("reserve number", "20110505-TF12", None),
        ] {
            let born = born.map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
            assert_eq!(Identity::read(number, None, false, today()).unwrap().born(), born, "{name}");
        }
    }
}
