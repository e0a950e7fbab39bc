//! Duties.
