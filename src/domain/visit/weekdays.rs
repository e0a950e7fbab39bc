//! A set of weekdays, written as `["sat","sun"]`.

use std::fmt;

use chrono::Weekday;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const ALL: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

/// Some of the weekdays; a bit for each, Monday the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Weekdays(u8);

impl Weekdays {
    /// No weekday.
    pub const NONE: Self = Self(0);

    /// One weekday.
    pub fn only(weekday: Weekday) -> Self {
        Self::NONE.with(weekday)
    }

    /// These and one more.
    pub fn with(self, weekday: Weekday) -> Self {
        Self(self.0 | 1 << weekday.num_days_from_monday())
    }

    /// Whether a weekday is among them.
    pub fn contains(self, weekday: Weekday) -> bool {
        self.0 & 1 << weekday.num_days_from_monday() != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Each of them, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        ALL.into_iter().map(|(weekday, _)| weekday).filter(move |weekday| self.contains(*weekday))
    }

    /// The terms in exchange, Monday first.
    pub fn codes(self) -> Vec<&'static str> {
        ALL.into_iter().filter(|(weekday, _)| self.contains(*weekday)).map(|(_, code)| code).collect()
    }

    /// Reads what `Display` writes.
    pub fn read(text: &str) -> Option<Self> {
        let weekday = |code: &str| ALL.into_iter().find(|(_, known)| *known == code).map(|(weekday, _)| weekday);
        text.split(',').filter(|code| !code.is_empty()).map(weekday).collect()
    }

    /// The set as bits, Monday the lowest.
    pub(super) fn bits(self) -> u32 {
        u32::from(self.0)
    }
}

/// The terms in exchange, Monday first, a comma between: `sat,sun`.
impl fmt::Display for Weekdays {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.codes().join(","))
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<I: IntoIterator<Item = Weekday>>(weekdays: I) -> Self {
        weekdays.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Serialize for Weekdays {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.codes().serialize(to)
    }
}

impl<'de> Deserialize<'de> for Weekdays {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let codes = Vec::<String>::deserialize(from)?.join(",");
        Self::read(&codes).ok_or_else(|| serde::de::Error::custom(format!("no weekday: {codes}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_written_and_read_back() {
        let weekend: Weekdays = [Weekday::Sun, Weekday::Sat].into_iter().collect();
        assert_eq!(serde_json::to_string(&weekend).unwrap(), r#"["sat","sun"]"#);
        assert_eq!(serde_json::from_str::<Weekdays>(r#"["sun","sat","sat"]"#).unwrap(), weekend);
        assert!(serde_json::from_str::<Weekdays>(r#"["lör"]"#).is_err());
        assert_eq!((weekend.to_string().as_str(), Weekdays::read("sat,sun")), ("sat,sun", Some(weekend)));
        assert_eq!((weekend.len(), weekend.contains(Weekday::Fri), Weekdays::NONE.is_empty()), (2, false, true));
        assert_eq!(weekend.iter().collect::<Vec<_>>(), [Weekday::Sat, Weekday::Sun]);
    }
}
