//! Lists and texts that are longer than the screen: one page of many rows, lines under headings, a text to be read.

mod marked;
mod scroll;
mod window;

pub use marked::{Markable, Marked};
pub use scroll::{Look, Scroll, TextRow, columns, room};
pub use window::{Move, Placed, Window};
