//! The terminal: what goes out to it, what comes in from it, and how it is left as it was found.
//!
//! | file | idea |
//! |---|---|
//! | [`charset`] | what this terminal can show, and every sign turned into one it can |
//! | [`backend`] | one frame of ratatui becomes the fewest bytes, in one write |
//! | `grid`, `pen`, `moves`, `paint` | the parts of that: what is on the screen, SGR, the cursor, the comparison |
//! | [`guard`] | raw mode and the alternate screen, undone on every way out, and while the program is stopped |
//! | [`cover`] | the screen is cleared, and kept clear, before anything else is done |
//! | [`plain`] | whole lines, on a terminal that stays as it was found |
//! | `alarm` | something is due at a time |
//! | [`keys`] | bytes from the keyboard become keys and pastes |
//! | [`events`] | one queue of keys, pastes, sizes, signals and what is written |
//!
//! It must not know what is drawn or what a key means, must not read the environment (it is handed in), and must never
//! ask the terminal a question: an answer could be mistaken for typing.

mod alarm;
pub mod backend;
pub mod charset;
pub mod cover;
pub mod events;
mod grid;
pub mod guard;
pub mod keys;
mod moves;
mod paint;
mod pen;
pub mod plain;
#[cfg(test)]
mod tests;

pub use backend::DiffBackend;
pub use charset::{Capabilities, Charset, Colour, keeps_scrollback};
pub use cover::{Out, screen};
pub use events::{ChangeSignal, Event, Events, Heard};
pub use guard::{Found, Guard};
pub use pen::styled_row;
