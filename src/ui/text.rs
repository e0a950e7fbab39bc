//! The measures of text, as the views know them.

pub use crate::measure::*;
