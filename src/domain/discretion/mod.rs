//! Discretion: what may be told of a person, to whom, and where.
//!
//! Names, places, telephone numbers and districts are types of their own ([`PersonName`], [`PlaceName`], [`Phone`],
//! [`District`]) that nobody can print: they have no text but for the floors below the views (`bare`, which
//! `tests/layers.rs` lets nobody else say). What stands on a screen, in a file or on paper is what
//! [`PersonName::shown`] and its likes make of them for a [`Setting`].
//!
//! | a person | nobody is kept from | is marked | is hidden |
//! |---|---|---|---|
//! | why | | confidentiality flag; protected against somebody | protected registration, assumed identity |
//! | the team's screen, lists | name | mark | mark |
//! | the page or the form of one's own family, opened | name | name | name |
//! | the room's screen (names hidden) | mark | mark | mark |
//! | file, paper | name | name | reference |
//! | calendar, file for one person | name | mark | mark |
//!
//! A mark is an initial, with a number where two of a family share it: `E.`, or `E1` and `E2`. It is the same
//! everywhere, so that the room can talk of E1 as well as the team can.
//!
//! Who lives with somebody protected is protected like them, for an address is the same for both. So a child inherits
//! the protection of whoever it lives with: at home with them, placed in the same home, placed jointly or in a shelter
//! with a parent, or placed with a protected family home parent (see [`Household`]). Where nobody can tell, it does.
//!
//! A home is kept back where the whereabouts are hidden, where it is a shelter, and where the child is protected. The
//! place of a visit is kept back on the team's screens if whoever takes part is protected, or if it tells of a home
//! that is kept back ([`tells_of`]); everywhere else also if somebody who takes part lives in such a home. While names
//! are hidden no home, no place and no number stands on the screen, whosesoever.

mod guarded;
mod household;
mod name;
mod places;
#[cfg(test)]
mod tests;

use crate::domain::ids::PersonId;

pub use guarded::{District, Phone, PlaceName};
pub use household::{Household, Stand, Stay};
pub use name::{PersonName, initial};
pub use places::tells_of;

/// What stands for what is kept back in lists and files. It is known, and it is not missing.
pub const MASK: &str = "*";

/// Fields of forms and columns that tell where somebody is, or who could tell.
pub const TELLING: [&str; 14] = [
    "home",
    "district",
    "place",
    "transport",
    "supporter",
    "school_change",
    "school_started_on",
    "study_contact",
    "phone",
    "personal_id",
    "birth_on",
    "support_until",
    "placed_with",
    "protected_against",
];

/// Who looks, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The team's screens and lists, where colleagues look on.
    Team,
    /// A page or a card that somebody opened to read, which was journalled.
    Page,
    /// A screen that everybody in the room sees: names are hidden.
    Room,
    /// A file, which goes where it is sent.
    File,
    /// Paper.
    Paper,
    /// A calendar, which goes into telephones and to whoever it is shared with.
    Calendar,
    /// A file for one person of the family.
    For(PersonId),
    /// Nothing is kept back: a form that is being filled in, and the whole file of a team leader.
    Whole,
}

impl Setting {
    /// Whether it leaves the house.
    pub fn is_outside(self) -> bool {
        matches!(self, Self::File | Self::Paper | Self::Calendar | Self::For(_))
    }
}

/// How far a person is kept from others; what they inherit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Grade {
    /// Not at all.
    #[default]
    Open,
    /// A confidentiality flag, or protection against somebody.
    Marked,
    /// Protected registration or an assumed identity.
    Hidden,
}
