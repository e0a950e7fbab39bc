//! Duties: what must be done by when, worked out from rules and from what the casebook holds.

mod exemption;

pub use exemption::Exemption;
