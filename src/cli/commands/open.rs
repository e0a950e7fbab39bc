//! `trygg`: the interface on the casebook.

use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::{interface, opening};
use crate::domain::problem::{Kind, Problem};
use crate::store::Casebook;

/// Opens the interface; where nothing unlocks the casebook beforehand, it begins at the door.
pub(super) fn run(desk: &Desk) -> Result<(), Failure> {
    if !(desk.around.terminal.input && desk.around.terminal.output) {
        return Err(Problem::new(Kind::Usage, "needs-terminal").into());
    }
    let casebook = Casebook::find(&opening::directory(desk)?)?;
    let store = opening::unasked(desk, &casebook)?;
    Ok(interface::open(desk, &casebook, store)?)
}
