//! The interface on a real terminal: the door, the desk, and the loop between keyboard and screen.

mod door;
mod frame;
mod idle;
mod keys;
mod run;
mod waiting;
mod watch;

use std::rc::Rc;

use anyhow::{Context, Result};
use ratatui::Terminal;

use super::invocation::Invocation;
use super::terminal::{Capabilities, DiffBackend, Events, Guard, Out, cover, screen};
use crate::app::unlock::Text;
use crate::app::{Desk, World};
use crate::domain::problem::{Kind, Problem};
use crate::store::{Casebook, Store};

pub use frame::{Frame, render};

type Screen = Terminal<DiffBackend<Out>>;

/// Opens the interface and stays until the person quits, the system asks for it, or the line drops. Without a store it
/// begins at the door.
///
/// # Errors
/// No terminal; a casebook that cannot be read.
pub fn open(call: &Invocation, casebook: &Casebook, mut store: Option<Store>) -> Result<()> {
    let failed = |cause: std::io::Error| Problem::new(Kind::Io, "no-terminal").because(cause);
    let capabilities = Capabilities::detect(super::environment::variable);
    let _guard = Guard::enter().map_err(failed).context("taking the terminal over")?;
    let (events, bell) =
        Events::listen(capabilities.charset).map_err(failed).context("listening to keys and signals")?;
    // Without it the program works as it does, but sees what colleagues write only when it looks for other reasons.
    let _watch = watch::over(casebook, bell.clone());
    let events = Rc::new(events);
    let room = waiting::Room::new(&events, bell, &call.locale, capabilities);
    let backend = screen()
        .and_then(|screen| DiffBackend::new(screen, capabilities))
        .map_err(failed)
        .context("finding the screen")?;
    let mut terminal = Terminal::new(backend).map_err(failed).context("beginning to draw")?;
    let mut place = None;
    let mut begins = door::Begins::Door;
    loop {
        let unlocked = match store.take() {
            Some(store) => store,
            None => match door::pass(call, casebook, &events, &mut terminal, begins, Text::Kept)
                .context("unlocking at the door")?
            {
                Some(store) => store,
                None => return Ok(()),
            },
        };
        room.serve(&unlocked);
        let size = terminal.size().map_err(failed).context("asking how large the screen is")?;
        let (today, time) = (call.now(), call.time());
        let world = World { today, time, size: (size.width, size.height), purpose: casebook.purpose() };
        let mut desk =
            Desk::new(unlocked, Rc::clone(&call.locale), world).context("reading what the first screen shows")?;
        desk.go_back_to(place.take());
        let rules = desk.lock_rules();
        let end = run::run(&mut desk, call, &events, &mut terminal, rules, &room);
        if end != run::End::Over {
            cover::cover();
        }
        desk.keep_drafts();
        place = Some(desk.place());
        desk.into_store().settle();
        match end {
            run::End::Locked | run::End::LockedAndStopped => begins = door::Begins::Clock,
            run::End::Over => return Ok(()),
        }
    }
}
