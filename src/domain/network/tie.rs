//! A tie between two people on a map: they know each other. Without direction, and never between one and the same.

use serde::{Deserialize, Serialize};

use super::person::PersonKey;

/// Two people, the lower key first, so that there is one tie and not two.
///
/// In JSON a pair of keys; a pair in the other order is turned round, a pair of one and the same is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "(PersonKey, PersonKey)", into = "(PersonKey, PersonKey)")]
pub struct Tie {
    one: PersonKey,
    other: PersonKey,
}

impl Tie {
    /// The tie between two people, in whichever order; none between one and the same.
    pub fn between(one: PersonKey, other: PersonKey) -> Option<Self> {
        (one != other).then(|| Self { one: one.min(other), other: one.max(other) })
    }

    /// The one of the lower key.
    pub fn one(self) -> PersonKey {
        self.one
    }

    /// The one of the higher key.
    pub fn other(self) -> PersonKey {
        self.other
    }

    /// Whether it is one of somebody's ties.
    pub fn has(self, person: PersonKey) -> bool {
        self.one == person || self.other == person
    }

    /// Whom it ties somebody to; none where it is not theirs.
    pub fn opposite(self, person: PersonKey) -> Option<PersonKey> {
        match person {
            person if person == self.one => Some(self.other),
            person if person == self.other => Some(self.one),
            _ => None,
        }
    }
}

impl TryFrom<(PersonKey, PersonKey)> for Tie {
    type Error = &'static str;

    fn try_from((one, other): (PersonKey, PersonKey)) -> Result<Self, Self::Error> {
        Self::between(one, other).ok_or("a tie needs two people")
    }
}

impl From<Tie> for (PersonKey, PersonKey) {
    fn from(tie: Tie) -> Self {
        (tie.one, tie.other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_the_same_both_ways() {
        let (a, b) = (PersonKey(7), PersonKey(2));
        let tie = Tie::between(a, b).unwrap();
        assert_eq!(Tie::between(b, a), Some(tie));
        assert_eq!(Tie::between(a, a), None);
        assert_eq!((tie.one(), tie.other()), (b, a));
        assert_eq!((tie.opposite(a), tie.opposite(b), tie.opposite(PersonKey(3))), (Some(b), Some(a), None));
        assert!(tie.has(a) && !tie.has(PersonKey(3)));
    }

    #[test]
    fn it_is_read_back_as_written() {
        let tie = Tie::between(PersonKey(2), PersonKey(7)).unwrap();
        assert_eq!(serde_json::to_string(&tie).unwrap(), "[2,7]");
        assert_eq!(serde_json::from_str::<Tie>("[7,2]").unwrap(), tie);
        assert!(serde_json::from_str::<Tie>("[7,7]").is_err());
    }
}
