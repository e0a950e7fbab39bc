//! Whom a figure counts, told so that two figures can be held against each other: filters, districts, days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is counted, and over which dimensions a whole is no sum of its parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Population {
    /// The count's name, the same in every report that counts the same: `placements`, `visits-held`.
    pub name: String,
    /// Dimensions in which somebody may be counted in several parts, and once in the whole: children of a year over
    /// its months. Figures of different parts there are no sums of each other.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub apart: BTreeSet<String>,
}

impl Population {
    /// A count whose wholes are the sums of their parts.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), apart: BTreeSet::new() }
    }

    /// The same, with a dimension whose parts do not add up.
    #[must_use]
    pub fn apart(mut self, dimension: &str) -> Self {
        self.apart.insert(dimension.to_owned());
        self
    }
}

/// A part of a dimension.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Of these: a district, or all districts of a city.
    Members(BTreeSet<String>),
    /// From the first day to the last, both counted. A year that is not over ends today.
    Days(NaiveDate, NaiveDate),
}

impl Part {
    /// A single member.
    pub fn one(key: &str) -> Self {
        Self::Members(BTreeSet::from([key.to_owned()]))
    }

    /// What either holds; of days, the span over both.
    fn with(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Members(one), Self::Members(other)) => Self::Members(one.union(other).cloned().collect()),
            (Self::Days(from, until), Self::Days(other_from, other_until)) => {
                Self::Days(*from.min(other_from), *until.max(other_until))
            }
            _ => self.clone(),
        }
    }

    /// What both hold; `None` where that is nothing.
    fn within(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Members(one), Self::Members(other)) => {
                let both: BTreeSet<String> = one.intersection(other).cloned().collect();
                (!both.is_empty()).then_some(Self::Members(both))
            }
            (Self::Days(from, until), Self::Days(other_from, other_until)) => {
                let (from, until) = (*from.max(other_from), *until.min(other_until));
                (from <= until).then_some(Self::Days(from, until))
            }
            _ => None,
        }
    }
}

/// A population by dimension: who is in all of these parts. A dimension that is not named is whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Place(pub BTreeMap<String, Part>);

impl Place {
    /// The same, in a part of a dimension.
    #[must_use]
    pub fn with(mut self, dimension: &str, part: Part) -> Self {
        self.0.insert(dimension.to_owned(), part);
        self
    }

    /// Who is in either; both are parts of the same dimensions.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let both = self.0.iter().filter_map(|(dimension, part)| {
            let other = other.0.get(dimension)?;
            Some((dimension.clone(), part.with(other)))
        });
        Self(both.collect())
    }

    /// Who is in both; `None` where nobody can be.
    pub fn and(&self, other: &Self) -> Option<Self> {
        let mut all = self.0.clone();
        for (dimension, part) in &other.0 {
            let part = match all.get(dimension) {
                Some(here) => here.within(part)?,
                None => part.clone(),
            };
            all.insert(dimension.clone(), part);
        }
        Some(Self(all))
    }
}

/// What every reader knows: all members of a dimension, so that the whole is their sum and nothing else is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dimensions(pub BTreeMap<String, BTreeSet<String>>);

impl Dimensions {
    /// The same, with all members of a dimension.
    #[must_use]
    pub fn with<'a>(mut self, dimension: &str, members: impl IntoIterator<Item = &'a str>) -> Self {
        self.0.insert(dimension.to_owned(), members.into_iter().map(str::to_owned).collect());
        self
    }
}
