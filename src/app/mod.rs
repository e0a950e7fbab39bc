//! The interface's state, and how a key changes it. Knows no terminal and no clock: keys, sizes and the day are handed
//! in, and what comes of them is state that `ui` draws.
//!
//! [`Desk::key`] is the whole of it: the topmost of a closed stack of layers takes the key, else the pane does, by way
//! of the one table in [`keys`]. A place is given [`cx::Cx`] and says what comes of an act as a [`layer::Then`]; only
//! the desk sees panes and layers both. Each room uses those above it in this list:
//!
//! 1. [`keys`], [`layout`], [`list`]: keys by name and what they do where; how the screen is divided; lists and texts.
//! 2. [`cx`]: what every place is given.
//! 3. [`form`]: forms, and a file for each kind of record that is written in one.
//! 4. [`layer`]: what lies over a pane, and the one corridor between places.
//! 5. [`pane`]: the panes.
//! 6. `desk`, with what means the same everywhere and what is to be drawn.

pub mod cx;
mod desk;
mod everywhere;
pub mod form;
pub mod keys;
pub mod layer;
pub mod layout;
pub mod list;
pub mod pane;
mod scene;
mod tour;
pub mod unlock;

pub use cx::{Flow, Landmark, Naming, Notice, PAUSE, Redactor, ReportFile, Route, Scrollback, Stage, Subject, World};
pub use desk::{Desk, Place, greet};
pub use layer::Layer;
pub use pane::{PANES, pane_name, pane_named};
pub use scene::Scene;
pub use tour::{STRIP, Tour};
