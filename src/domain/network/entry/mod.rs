//! Entry at talking speed: one line a person, `mormor 1 släkt`, `lärare Eva 2 skola stark`.
//!
//! A line says who it is and where in the circle, in that order: first a role, a name or both, then the ring as a
//! number and the rest in any order. What comes out is parts with their places, each understood or at fault, and a
//! person only when no part is at fault. Nothing is dropped and nothing is guessed.
//!
//! What the grammar settles where the forms would allow more:
//!
//! - The first word is always who it is; so are those after it, up to the ring, that have a capital or are no
//!   attribute. An attribute before the ring is written in small letters and in full, or with three letters of it.
//! - Any unique beginning of an attribute will do, in either language; the spoken one is looked in first.
//! - A name in small letters may be the beginning of somebody who is known: `morm` is mormor of the last map. A name
//!   with its capital is whole: `Ali` is never Alice. `ny Eva` is another Eva than the one who is known.
//! - Whoever is known under another role is somebody else: `lärare Eva` is not `moster Eva`.
//! - A role alone is the one who has it, or in a child's family list the mother, the father, the step-parent or the
//!   family home parent; otherwise somebody new who goes by it.
//! - Without a sector it is the one on the person's last map, else the role's usual one. Ring and relation are never
//!   carried over: whether they have changed is what the map is drawn for.
//! - `@name` is somebody on the map whom they know.

mod complete;
mod known;
mod part;
mod read;
pub mod words;

pub use complete::completions;
pub use known::{Known, KnownPeople, Recognised};
pub use part::{EntryFault, EntryMeaning, EntryPart, EntrySlot};
pub use read::{EntryContext, EntryLine, read_entry};
pub use words::Attribute;

#[cfg(test)]
mod tests;
