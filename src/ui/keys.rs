//! Keys as the bottom line and the palette show them.

pub use crate::app::layer::help::sign_of;
