//! The names of the families and people of duties.

use std::collections::HashMap;

use crate::domain::codes::{MemberRole, Protection};
use crate::domain::discretion::PersonName;
use crate::domain::ids::{FamilyId, PersonId};

/// What somebody in a duty is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Given name.
    pub given_name: PersonName,
    /// The unit's reference.
    pub reference: String,
    /// What the person is in the family.
    pub role: MemberRole,
    /// How the population register protects the person.
    pub protection: Protection,
}

/// What the families and people of duties are called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// Families: name and case reference.
    pub families: HashMap<FamilyId, (String, String)>,
    /// People.
    pub people: HashMap<PersonId, Called>,
    /// Whom else a duty is about, by the rule's place and the record: with whom contact is restricted.
    pub with: HashMap<(usize, i64), Vec<PersonId>>,
}
