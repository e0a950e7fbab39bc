//! Keys in, screen out.
