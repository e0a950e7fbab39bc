//! A person on a network map: who it is, where in the circle, and how it stands between the two.

use serde::{Deserialize, Serialize};

use super::scheme::Scheme;
use crate::domain::codes::{Bond, HowOften, Sphere, SupportDirection, SupportKind};
use crate::domain::ids::PersonId;

/// Who somebody on a family's maps is: a number, unique in the family, given once and never to somebody else.
///
/// The same person has the same key on every map of the family, the child's and the parent's, this year's and the
/// last's, whatever name they go by. A number tells nothing of who it is, so it may stand where names may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonKey(pub u32);

impl PersonKey {
    /// The first key that none of these is: one above the highest.
    pub fn next(known: impl IntoIterator<Item = Self>) -> Self {
        Self(known.into_iter().map(|key| key.0).max().map_or(1, |highest| highest.saturating_add(1)))
    }
}

/// A person on a map, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkPerson {
    /// Who it is, on every map of the family.
    pub key: PersonKey,
    /// The name by which the person in the middle calls them.
    pub name: String,
    /// Who it is in the family's list, if they are in it.
    pub member: Option<PersonId>,
    /// What they are to the person in the middle, in that person's words: `mormor`, `lärare`.
    pub role: Option<String>,
    /// Key of the sector in the scheme.
    pub sector: String,
    /// Number of the ring; 1 is the innermost.
    pub ring: u8,
    /// How it stands between the two; none where it has not been told.
    pub relation: Option<Bond>,
    /// Who supports whom; none where it has not been told.
    pub direction: Option<SupportDirection>,
    /// What kinds of support, each once, in the order of the code list.
    pub kinds: Vec<SupportKind>,
    /// How often they are in touch; none where it has not been told.
    pub often: Option<HowOften>,
    /// Private or professional where it is otherwise than the sector says.
    pub sphere: Option<Sphere>,
}

impl NetworkPerson {
    /// Somebody of whom no more is known than where in the circle they are.
    pub fn new(key: PersonKey, name: impl Into<String>, sector: impl Into<String>, ring: u8) -> Self {
        Self {
            key,
            name: name.into(),
            member: None,
            role: None,
            sector: sector.into(),
            ring,
            relation: None,
            direction: None,
            kinds: Vec::new(),
            often: None,
            sphere: None,
        }
    }

    /// Whether they are there as a private person or because of their work: as said of them, else as the sector says.
    pub fn sphere(&self, scheme: &Scheme) -> Sphere {
        self.sphere.unwrap_or_else(|| scheme.sphere(&self.sector))
    }

    /// Whether the relation is one that carries: strong or ordinary.
    pub fn is_supportive(&self) -> bool {
        matches!(self.relation, Some(Bond::Strong | Bond::Ordinary))
    }
}
