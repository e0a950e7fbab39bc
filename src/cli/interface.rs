//! The interface, and single frames of it. A placeholder until the interface is there.

use super::desk::Desk;
use super::opening::Opened;
use crate::domain::directory::FamilyName;
use crate::domain::problem::{Kind, Problem};
use crate::store::{Casebook, Store};

/// What a rendered frame is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Frame {
    Text,
    Ansi,
}

/// Opens the interface; without a store it begins at the door.
///
/// # Errors
/// When the terminal fails.
pub fn open(_desk: &Desk, _casebook: &Casebook, _store: Option<Store>) -> Result<(), Problem> {
    Err(Problem::new(Kind::Usage, "not-there-yet"))
}

/// One frame of a pane.
///
/// # Errors
/// An unknown pane.
pub fn render(
    _desk: &Desk,
    _opened: Opened,
    _pane: &str,
    _family: Option<&FamilyName>,
    _size: (u16, u16),
    _frame: Frame,
) -> Result<String, Problem> {
    Err(Problem::new(Kind::Usage, "not-there-yet"))
}
