//! Exchange.
pub mod demo;
