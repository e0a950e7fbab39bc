//! Parts of an entry line once it is read: parts, each with its place in the line and what it means or lacks.

use std::ops::Range;

use super::known::Known;
use super::words::Attribute;
use crate::domain::network::person::PersonKey;

/// One part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPart {
    /// Where it stands, in bytes of the line; empty, at the end, for what follows without being written or is missing.
    pub span: Range<usize>,
    /// What it means.
    pub meaning: EntryMeaning,
}

impl EntryPart {
    /// What is wrong with it, if something is.
    pub fn fault(&self) -> Option<&EntryFault> {
        match &self.meaning {
            EntryMeaning::Fault(fault) => Some(fault),
            _ => None,
        }
    }
}

/// What a part means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryMeaning {
    /// That it is somebody new, whoever else is called so.
    New,
    /// What they are to the person in the middle, as typed.
    Role(String),
    /// The name of somebody new.
    Name(String),
    /// Somebody of the family or of its maps.
    Person(Known),
    /// The number of the ring.
    Ring(u8),
    /// What a word of the tables says.
    Attribute(Attribute),
    /// Somebody on the map whom they know.
    Knows(PersonKey),
    /// It cannot be taken like this.
    Fault(EntryFault),
}

/// What there is room for once in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum EntrySlot {
    Ring,
    Sector,
    Relation,
    Direction,
    Often,
    Sphere,
}

impl EntrySlot {
    /// The slot's name in the locale files, after `network-slot-`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ring => "ring",
            Self::Sector => "sector",
            Self::Relation => "relation",
            Self::Direction => "direction",
            Self::Often => "often",
            Self::Sphere => "sphere",
        }
    }

    /// Every slot.
    pub const ALL: &[Self] = &[Self::Ring, Self::Sector, Self::Relation, Self::Direction, Self::Often, Self::Sphere];
}

impl EntryMeaning {
    pub(super) fn slot(&self) -> Option<EntrySlot> {
        match self {
            Self::Ring(_) => Some(EntrySlot::Ring),
            Self::Attribute(Attribute::Sector(_)) => Some(EntrySlot::Sector),
            Self::Attribute(Attribute::Relation(_)) => Some(EntrySlot::Relation),
            Self::Attribute(Attribute::Direction(_)) => Some(EntrySlot::Direction),
            Self::Attribute(Attribute::Often(_)) => Some(EntrySlot::Often),
            Self::Attribute(Attribute::Sphere(_)) => Some(EntrySlot::Sphere),
            _ => None,
        }
    }
}

/// Why a part cannot be taken. Candidates are what could be written instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFault {
    /// Not understood.
    Unknown,
    /// Several words it could be.
    Ambiguous(Vec<String>),
    /// Several people it could be.
    AmbiguousPerson(Vec<String>),
    /// They are on the map already; a second one is written with `ny` before.
    OnMap(String),
    /// The person in the middle is not put on their own map.
    Ego,
    /// There is no such ring; these are.
    NoSuchRing(Vec<String>),
    /// Nobody on the map is called so; these are.
    NobodyCalled(Vec<String>),
    /// There is one of these already.
    Repeated(EntrySlot),
    /// Nobody is named.
    MissingWho,
    /// No ring is told; these are.
    MissingRing(Vec<String>),
    /// No sector is told, and none follows from the role; these are.
    MissingSector(Vec<String>),
}

impl EntryFault {
    /// The names of all faults in the locale files, after `network-fault-`.
    pub const KEYS: &[&str] = &[
        "unknown",
        "ambiguous",
        "ambiguous_person",
        "on_map",
        "ego",
        "no_such_ring",
        "nobody_called",
        "repeated",
        "missing_who",
        "missing_ring",
        "missing_sector",
    ];

    /// The fault's name in the locale files, after `network-fault-`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Ambiguous(_) => "ambiguous",
            Self::AmbiguousPerson(_) => "ambiguous_person",
            Self::OnMap(_) => "on_map",
            Self::Ego => "ego",
            Self::NoSuchRing(_) => "no_such_ring",
            Self::NobodyCalled(_) => "nobody_called",
            Self::Repeated(_) => "repeated",
            Self::MissingWho => "missing_who",
            Self::MissingRing(_) => "missing_ring",
            Self::MissingSector(_) => "missing_sector",
        }
    }

    /// What could be written instead.
    pub fn candidates(&self) -> &[String] {
        match self {
            Self::Ambiguous(words)
            | Self::AmbiguousPerson(words)
            | Self::NoSuchRing(words)
            | Self::NobodyCalled(words)
            | Self::MissingRing(words)
            | Self::MissingSector(words) => words,
            Self::OnMap(name) => std::slice::from_ref(name),
            _ => &[],
        }
    }
}
