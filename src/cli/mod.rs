//! Top floor.
pub mod interface;
pub mod terminal;
