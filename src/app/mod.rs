//! The interface's state, and how a key changes it. Knows no terminal and no clock: keys, sizes and the day are handed
//! in, and what comes of them is state that `ui` draws.
//!
//! [`App::key`] is the whole of it: the topmost of a closed stack of modals takes the key, else the pane does, by way
//! of the one table in [`actions`].

pub mod actions;
mod care;
mod conflict;
mod desk;
mod drafts;
pub mod families;
pub mod filters;
mod form;
mod form_length;
mod form_note;
mod form_open;
mod form_save;
mod form_words;
pub mod handover;
pub mod help;
pub mod jump;
pub mod key;
pub mod kin;
pub mod layout;
mod line;
pub mod marked;
mod modal;
pub mod network;
mod notice;
mod offers;
mod open;
mod opened;
pub mod page;
pub mod palette;
mod panes;
mod purpose;
pub mod quick;
pub mod reading;
mod redactor;
mod refresh;
mod removal;
pub mod route;
pub mod run;
pub mod scroll;
pub mod sessions;
mod tasks;
pub mod unlock;
pub mod visits;
pub mod week;
pub mod window;
mod world;

pub use conflict::{Conflict, Difference, Keep};
pub use desk::App;
pub use drafts::PAUSE;
pub use form::{Call, FieldState, Form};
pub use form_note::Note;
pub use line::Line;
pub use modal::{Confirm, Modal};
pub use notice::Notice;
pub use open::Place;
pub use panes::{PANES, Pane, Part};
pub use purpose::Purpose;
pub use redactor::{Naming, Redactor};
pub use route::{Landmark, Route};
pub use world::{Flow, World};
