//! The sheet to be laid out: a frame, and widths.

use super::super::map::NetworkMap;
use super::super::person::PersonKey;
use super::super::scheme::Scheme;

/// The room there is, in character cells, which are about twice as high as wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Frame {
    /// Columns.
    pub cols: u16,
    /// Rows.
    pub rows: u16,
}

/// Somebody to be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Who.
    pub key: PersonKey,
    /// The sector's place in the scheme, from 0.
    pub sector: usize,
    /// The ring's place in the scheme, from 0, the innermost.
    pub ring: usize,
    /// Columns that the name takes, with whatever sign stands beside it.
    pub width: u16,
}

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Where.
    pub frame: Frame,
    /// Columns that the name in the middle takes.
    pub ego: u16,
    /// Columns that the title of each sector takes, in their order.
    pub titles: Vec<u16>,
    /// How many rings.
    pub rings: usize,
    /// The people in the order in which they are placed.
    pub people: Vec<Node>,
}

impl Sheet {
    /// An empty sheet; `titles` are the widths of the scheme's sectors as they will be written.
    pub fn new(frame: Frame, scheme: &Scheme, ego: u16, titles: Vec<u16>) -> Self {
        Self { frame, ego, titles, rings: scheme.rings.len(), people: Vec::new() }
    }

    /// Puts everybody of a map on it, as wide as `width` says; those whose sector or ring the scheme does not have are
    /// handed back, to be told of beside the drawing.
    pub fn with(
        mut self,
        map: &NetworkMap,
        scheme: &Scheme,
        width: impl Fn(PersonKey) -> u16,
    ) -> (Self, Vec<PersonKey>) {
        let mut left_out = Vec::new();
        for person in &map.people {
            let ring = scheme.rings.iter().position(|ring| ring.number == person.ring);
            match scheme.sector_place(&person.sector).zip(ring) {
                Some((sector, ring)) => {
                    self.people.push(Node { key: person.key, sector, ring, width: width(person.key) });
                }
                None => left_out.push(person.key),
            }
        }
        (self, left_out)
    }
}
