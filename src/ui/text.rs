//! What measures text, as the views know it.

pub use crate::measure::*;
