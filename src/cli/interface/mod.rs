//! The interface on a real terminal: the door, the desk, and the loop between keyboard and screen.

mod door;
mod frame;
mod keys;
mod run;

use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::Terminal;

use crate::app::{App, Surroundings};
use crate::cli::terminal::{Capabilities, Events, Guard, Lean, screen};
use crate::domain::problem::{Kind, Problem};
use crate::locale::Locale;
use crate::store::{Casebook, Clock, Purpose, Store};

pub use frame::{Format, render};

/// What the interface is opened with.
pub struct Opening<'a> {
    /// Which casebook.
    pub casebook: &'a Casebook,
    /// The casebook as it was unlocked already; without it, the door is shown.
    pub unlocked: Option<Store>,
    /// The user the door asks for the passphrase of.
    pub user: Option<&'a str>,
    /// The language.
    pub locale: Rc<Locale>,
    /// What the terminal can show.
    pub capabilities: Capabilities,
    /// Tells what counts as today.
    pub today: &'a dyn Fn() -> NaiveDate,
    /// Tells the time for the journal.
    pub clock: Clock,
}

type Screen = Terminal<Lean<std::fs::File>>;

/// Opens the interface and stays until the person quits, the system asks for it, or the line drops.
///
/// # Errors
/// No terminal; a casebook that cannot be read.
pub fn open(mut opening: Opening<'_>) -> Result<(), Problem> {
    let failed = |cause: std::io::Error| Problem::new(Kind::Io, "no-terminal").because(cause);
    let _guard = Guard::enter().map_err(failed)?;
    let events = Events::listen(opening.capabilities.charset).map_err(failed)?;
    let backend = screen().and_then(|screen| Lean::new(screen, opening.capabilities)).map_err(failed)?;
    let mut terminal = Terminal::new(backend).map_err(failed)?;
    let mut unlocked = opening.unlocked.take();
    let mut place = None;
    loop {
        let store = match unlocked.take() {
            Some(store) => store,
            None => match door::pass(&opening, &events, &mut terminal)? {
                Some(store) => store,
                None => return Ok(()),
            },
        };
        let size = terminal.size().map_err(failed)?;
        let world = Surroundings {
            today: (opening.today)(),
            size: (size.width, size.height),
            purpose: opening.casebook.purpose(),
        };
        let mut app = App::new(store, Rc::clone(&opening.locale), world)?;
        app.go_back_to(place.take());
        let end = run::run(&mut app, opening.today, &events, &mut terminal);
        place = Some(app.place());
        app.into_store().settle();
        match end {
            run::End::Locked => terminal.clear().map_err(failed)?,
            run::End::Over => return Ok(()),
        }
    }
}

/// Whether a demo or a real casebook lies behind the door.
fn needs_passphrase(casebook: &Casebook) -> bool {
    casebook.purpose() == Purpose::Real
}
