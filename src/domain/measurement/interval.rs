//! How often something is measured, as an instrument's file says it.

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use crate::domain::deadlines::Limit;

/// How often it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// How long there is for the first time.
    pub first: Option<Limit>,
    /// What that counts from.
    pub from: Option<Beginning>,
    /// How long there is for each next time.
    pub then: Option<Limit>,
    /// When it is asked besides.
    #[serde(default)]
    pub also: OneOrMore,
    /// Until when.
    pub until: Option<Until>,
    /// How long before something else it is asked.
    pub before: Option<Limit>,
    /// What that is, by the names of rules.
    #[serde(default)]
    pub of: Vec<String>,
    /// How long an answer is good for.
    pub at_most_every: Option<Limit>,
}

/// What an interval begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beginning {
    /// The family's first day.
    FamilyStarted,
    /// A parent's child is placed.
    ParentSeparated,
    /// A child's care begins.
    CareStarted,
}

/// A moment at which something is asked besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// The programme ends.
    ProgrammeEnd,
    /// A child is about to move home.
    BeforeReturnHome,
    /// The care ended.
    CareEnded,
}

/// A moment or several.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    /// None.
    #[default]
    None,
    /// One.
    One(Moment),
    /// Several.
    More(Vec<Moment>),
}

impl OneOrMore {
    /// All of them.
    pub fn moments(&self) -> &[Moment] {
        match self {
            Self::None => &[],
            Self::One(moment) => std::slice::from_ref(moment),
            Self::More(moments) => moments,
        }
    }
}

/// Until when something is asked: the end of care, or so long after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Until {
    /// How long after the end of care.
    pub after: Option<Limit>,
}

impl<'de> Deserialize<'de> for Until {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        let refused =
            || D::Error::custom(format!("`{text}` is neither `care_ended` nor as `6 months after care_ended`"));
        match text.strip_suffix("care_ended").ok_or_else(refused)? {
            "" => Ok(Self { after: None }),
            before => {
                let limit = before.strip_suffix(" after ").ok_or_else(refused)?;
                Ok(Self { after: Some(limit.parse().map_err(D::Error::custom)?) })
            }
        }
    }
}
