//! Duties, held to named cases and laws.

mod reading;
