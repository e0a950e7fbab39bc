//! `trygg`: the interface on the casebook.

use crate::cli::failure::Failure;
use crate::cli::interface::Lasts;
use crate::cli::invocation::Invocation;
use crate::cli::{environment, interface, opening};
use crate::domain::problem::{Kind, Problem};
use crate::store::Casebook;

/// Opens the interface; where nothing unlocks the casebook beforehand, it begins at the door.
pub(super) fn run(call: &Invocation) -> Result<(), Failure> {
    if call.linear.is_none() && !(call.around.terminal.input && call.around.terminal.output) {
        return Err(Problem::new(Kind::Usage, "needs-terminal").into());
    }
    let casebook = Casebook::find(&opening::directory(call)?)?.at(environment::whence());
    let store = opening::unasked(call, &casebook)?;
    Ok(interface::open(call, &casebook, Lasts::Always, store)?)
}
