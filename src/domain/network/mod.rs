//! Network maps (nätverkskartor): whom somebody has around them, how close, and how that changes.
//!
//! # The model
//!
//! A [`NetworkMap`] is one person's map on one date. That person, the ego, stands in the middle and is not among its
//! people. Everybody else is a [`NetworkPerson`] with a **sector** (which part of life) and a **ring** (how close, 1
//! the closest). Both are stored values of a [`Scheme`] that the unit may change; a drawing follows them and never the
//! other way round. A [`Tie`] says that two people on the map know each other; what there is between somebody and the
//! ego is the person's own relation.
//!
//! Who somebody *is* is a [`PersonKey`], the same on every map of the family: that is how a change is told from two
//! people of one name, and how a child's and a parent's map lie over each other with shared people counted once.
//!
//! What has not been told is none, and none is not "no": no relation told is not a weak one, and two people who were
//! never asked about are not two who do not know each other.

pub mod change;
pub mod entry;
mod graph;
pub mod layout;
pub mod map;
pub mod measures;
pub mod moves;
pub mod overlay;
pub mod person;
pub mod questions;
pub mod scheme;
pub mod tie;

pub use change::{ChangeKind, Counts, MapChange, PersonChange, Standing};
pub use map::NetworkMap;
pub use measures::{MEASURES, Measure, Measures, PersonMeasures};
pub use moves::Way;
pub use overlay::{Overlay, OverlayCounts, Shared};
pub use person::{NetworkPerson, PersonKey};
pub use questions::{Gap, gaps, unasked};
pub use scheme::{Ring, Scheme, Sector};
pub use tie::Tie;

#[cfg(test)]
mod tests;
