//! Entry of visits: arrangements, what is changed, prepared and written of one visit, restrictions, wishes, moves on
//! the ladder, absences of supporters, and the rows of import and export.
//!
//! What several forms have in common is read in one place: whom it is about (`whom`), the days of a series (`series`),
//! the terms of a visit (`terms`). The unit's ladder is handed in.

mod account;
mod arranged;
mod arrangement;
mod change;
mod named;
mod preparation;
mod record;
mod series;
pub(in crate::domain) mod terms;
pub(in crate::domain) mod whom;

pub use account::{ACCOUNT, ACCOUNTS};
pub use arranged::{ARRANGED, Arranged};
pub use arrangement::ARRANGEMENT;
pub use change::{VISIT_CHANGE, VisitChange};
pub use named::{Named, holds, met, named};
pub use preparation::{PREPARATION, PREPARATIONS};
pub use record::{VISITS, VisitRecord, Which};

pub(in crate::domain) use whom::one;

pub use account::{draft as account_draft, read as read_account};
pub use arranged::{draft as arranged_draft, read as read_arranged};
pub use arrangement::{draft as arrangement_draft, read as read_arrangement};
pub use change::{draft as visit_change_draft, read as read_visit_change};
pub use preparation::{draft as preparation_draft, read as read_preparation};
pub use record::{draft as visit_draft, read as read_visit, which as read_which};

/// The forms about single visits and series of them; what surrounds visits are nouns with forms of their own.
pub const FORMS: &[&super::Form] = &[&ARRANGEMENT, &VISIT_CHANGE, &PREPARATION, &ACCOUNT, &VISITS];

#[cfg(test)]
mod tests;
