//! Network maps as files: rows (CSV, XLSX, JSON), GraphML for graph programs, a picture for paper (SVG).
//!
//! All of it is pure: maps, the family's people and the words of a language go in, text comes out. Who may see a map is
//! the store's to decide.
//!
//! What holds in every file:
//!
//! - Within a map a name stands for one person. Who shares a name is told apart by the role, else by a number.
//! - People with any protection mark are never named. In rows they stand by their reference, by which an import knows
//!   them again; where roles or initials are asked for and in pictures, by their role.
//! - The person in the middle is not one of the people, as in the measures: what a graph program reckons from the file
//!   is what `show network` says.
//! - What the person says of the map, in their own words, stays in the casebook.

pub mod graph_in;
pub mod graphml;
pub mod incoming;
mod naming;
pub mod picture;
pub mod rows;
pub mod shown;

pub use naming::{Codes, Names, Naming, Place, Words};

use crate::domain::directory::FamilyName;
use crate::domain::ids::PersonId;
use crate::domain::network::{NetworkMap, Scheme};
use crate::domain::person::Person;
use crate::store::Stored;

/// A family's maps with what is needed to write them.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    /// The family.
    pub family: &'a FamilyName,
    /// Its people.
    pub people: &'a [Stored<Person>],
    /// Its maps, each person's oldest first.
    pub maps: &'a [Stored<NetworkMap>],
    /// Sectors and rings.
    pub scheme: &'a Scheme,
}

impl<'a> Drawn<'a> {
    /// Somebody in the family's list.
    pub fn member(&self, id: PersonId) -> Option<&'a Person> {
        self.people.iter().find(|person| person.id == id).map(|person| &person.value)
    }

    /// The reference of somebody in the family's list.
    fn reference(&self, id: PersonId) -> &'a str {
        self.member(id).map_or("", |person| person.reference.as_str())
    }
}

#[cfg(test)]
mod tests;
