//! Entry of visits: arrangements, what is changed, prepared and written of one visit, restrictions, wishes, moves on
//! the ladder, absences of supporters, and the rows of import and export.
//!
//! What several forms have in common is read in one place: whom it is about (`whom`), the days of a series (`series`),
//! the terms of a visit (`terms`). The unit's ladder is handed in.

mod absence;
mod account;
mod arranged;
mod arrangement;
mod change;
mod ladder_move;
mod preparation;
mod record;
mod restriction;
mod series;
mod terms;
pub(super) mod whom;
mod wish;

pub use absence::ABSENCE;
pub use account::{ACCOUNT, ACCOUNTS};
pub use arranged::{ARRANGED, Arranged};
pub use arrangement::ARRANGEMENT;
pub use change::{VISIT_CHANGE, VisitChange};
pub use ladder_move::LADDER_MOVE;
pub use preparation::{PREPARATION, PREPARATIONS};
pub use record::{VISITS, VisitRecord, Which};
pub use restriction::RESTRICTION;
pub use wish::WISH;

pub(super) use whom::one;

pub use absence::{draft as absence_draft, read as read_absence};
pub use account::{draft as account_draft, read as read_account};
pub use arranged::{draft as arranged_draft, read as read_arranged};
pub use arrangement::{draft as arrangement_draft, read as read_arrangement};
pub use change::{draft as visit_change_draft, read as read_visit_change};
pub use ladder_move::{draft as ladder_move_draft, read as read_ladder_move};
pub use preparation::{draft as preparation_draft, read as read_preparation};
pub use record::{draft as visit_draft, read as read_visit, which as read_which};
pub use restriction::{draft as restriction_draft, read as read_restriction};
pub use wish::{draft as wish_draft, read as read_wish};

/// The forms about visits.
pub const FORMS: &[&super::Form] =
    &[&ARRANGEMENT, &VISIT_CHANGE, &PREPARATION, &ACCOUNT, &RESTRICTION, &WISH, &LADDER_MOVE, &ABSENCE, &VISITS];

#[cfg(test)]
mod tests;
