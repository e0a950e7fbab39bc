//! The door on a real terminal.

use super::{Screen, keys, run};
use crate::app::unlock::{Unlock, Wish};
use crate::cli::invocation::Invocation;
use crate::cli::terminal::{Event, Events};
use crate::cli::{environment, opening};
use crate::domain::problem::{Kind, Problem};
use crate::store::{Casebook, Store};
use crate::ui;

/// Shows the door until the casebook is unlocked; None when the person leaves or the line drops.
///
/// # Errors
/// A casebook that cannot be opened whatever is typed.
pub fn pass(
    call: &Invocation,
    casebook: &Casebook,
    events: &Events,
    terminal: &mut Screen,
) -> Result<Option<Store>, Problem> {
    let mut door = Unlock::new(casebook.users()?, opening::user(call, casebook).ok().as_deref());
    loop {
        if terminal.draw(|frame| ui::draw_unlock(&call.locale, &door, frame)).is_err() {
            return Ok(None);
        }
        let Some(event) = events.next(None) else { continue };
        let wish = match event {
            Event::Key(key) => keys::read(key).into_iter().map(|key| door.key(key)).last().unwrap_or(Wish::Wait),
            Event::Paste(text) => {
                door.paste(&text);
                Wish::Wait
            }
            Event::Resize(..) | Event::Written => Wish::Wait,
            Event::Stop | Event::GoOn if run::back(&event, terminal) => Wish::Wait,
            Event::Hangup | Event::Terminate | Event::Stop | Event::GoOn => Wish::Quit,
        };
        match wish {
            Wish::Wait => {}
            Wish::Quit => return Ok(None),
            Wish::Try => {
                let user = door.user.text().to_owned();
                match casebook.unlock(&user, door.passphrase.text(), environment::now) {
                    Ok(store) => return Ok(Some(store)),
                    Err(problem) if problem.kind == Kind::Locked => door.refuse(call.locale.problem(&problem)),
                    Err(problem) => return Err(problem),
                }
            }
        }
    }
}
