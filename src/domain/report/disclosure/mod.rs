//! What of a table may leave the house beside all that has left it already, so that nobody is told by two what one of
//! them masks.
//!
//! ```text
//! rule        which counts are too small, what totals are     table       counts, and sums of counts
//! place       whom a figure counts                            published   what has left the house already
//! protect     a table and its rule to what may be shown       atoms       the pieces that figures share
//! joint       a table and what was published as one system    fit         counts that no table has
//! system      counts and sums                                 least       as few further masks as possible
//! reader      the reader's linear program
//! ```

mod atoms;
mod fit;
mod joint;
pub mod least;
pub mod place;
pub mod protect;
pub mod published;
mod reader;
pub mod rule;
pub mod system;
pub mod table;

#[cfg(test)]
mod tests;

pub use super::figures::Cell;
pub use place::{Dimensions, Part, Place, Population};
pub use protect::{Refused, Shown, protect};
pub use published::{Memory, Published, Told};
pub use rule::{Rule, THRESHOLD, Totals};
pub use table::{Axis, Line, Table};
