//! Network maps as rows, and what is read of them: the maps of a family, all maps of a period, whom an entry line
//! knows.
//!
//! A map belongs to the person in its middle and is agreed with that person. It is open to the family's team where
//! that was agreed; otherwise to whoever drew it and to those of [`Right::ReadKeptBack`], while the others of the team
//! are told that it exists. Reading, changing, removing and undoing ask alike, through `Row::is_open_to`.
//!
//! [`Right::ReadKeptBack`]: crate::domain::access::Right::ReadKeptBack

pub(super) mod ages;
pub(super) mod keys;
mod network_map;
pub(super) mod people;
pub(super) mod reading;

pub use reading::{KeptBack, MapsOf};

pub use ages::{MapAge, MapAgeRow, MapAges};
