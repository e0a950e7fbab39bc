//! The interface on a real terminal: the door, the desk, and the loop between keyboard and screen.

mod door;
mod ending;
mod frame;
mod idle;
mod keys;
mod linear;
mod linear_door;
mod run;
mod waiting;
mod watch;

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::rc::Rc;

use anyhow::{Context, Result};
use ratatui::Terminal;

use super::commands::demo;
use super::fresh::HandedOver;
use super::invocation::Invocation;
use super::keyring::{Chosen, Waits};
use super::stage;
use super::temporary::Temporary;
use super::terminal::{
    Capabilities, Colour, DiffBackend, Events, Guard, Heard, Out, cover, guard, keeps_scrollback, screen,
};
use crate::app::{Desk, Notice, Place, Scrollback, Stage, World, greet};
use crate::domain::lock::LockRules;
use crate::domain::problem::{Kind, Problem};
use crate::store::{Casebook, Holds, Parcel, Store};
use door::Begins;
use waiting::Room;

pub use frame::{Frame, render};

type Screen = Terminal<DiffBackend<Out>>;

/// How long a casebook lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// Longer than the program.
    Always,
    /// It goes away with the program.
    WithTheProgram,
}

/// What the interface is on, from one image of the program to the next.
struct House<'a> {
    call: &'a Invocation,
    casebook: &'a Casebook,
    lasts: Lasts,
    /// What has been left behind and waits for whoever it belongs to.
    parcels: Vec<Parcel>,
    /// The PIN of whoever works here, if they chose one.
    chosen: Option<Chosen>,
    /// What waits for a PIN.
    waits: Option<Waits>,
}

/// Opens the interface and stays until the person quits, the system asks for it, or the line drops. Without a store it
/// begins at the door. When the casebook is locked, the program begins anew ([`resume`]).
///
/// # Errors
/// No terminal; a casebook that cannot be read; text that could not be kept anywhere.
pub fn open(call: &Invocation, casebook: &Casebook, lasts: Lasts, store: Option<Store>) -> Result<()> {
    let house = House { call, casebook, lasts, parcels: Vec::new(), chosen: None, waits: None };
    if call.linear.is_some() {
        let heard = Heard::begin().map_err(no_terminal).context("listening to signals")?;
        return house.stay_in_lines(store, Begins::Door, heard);
    }
    let _guard = Guard::enter().map_err(no_terminal).context("taking the terminal over")?;
    let heard = Heard::begin().map_err(no_terminal).context("listening to signals")?;
    house.stay(store, Begins::Door, heard)
}

/// Goes on at the clock, in the place of an image that has locked the casebook.
///
/// # Errors
/// As [`open`].
pub fn resume(call: &Invocation, handed_over: HandedOver, heard: Heard) -> Result<()> {
    let HandedOver { directory, is_temporary, found, stops, parcels, pin } = handed_over;
    let directory = PathBuf::from(OsString::from_vec(directory));
    let lasts = if is_temporary { Lasts::WithTheProgram } else { Lasts::Always };
    let _goes = is_temporary.then(|| Temporary::of(directory.clone()));
    if call.linear.is_some() {
        if stops {
            guard::stopped().map_err(no_terminal).context("stopping")?;
        }
        let casebook = Casebook::find(&directory)?.at(super::environment::whence());
        let house = House { call, casebook: &casebook, lasts, parcels, chosen: None, waits: pin };
        return house.stay_in_lines(None, Begins::Clock, heard);
    }
    let _guard = match found {
        Some(found) => Guard::inherit(found),
        // The terminal has been given back because the program is to stop.
        None => guard::stopped().and_then(|()| Guard::enter()),
    };
    let _guard = _guard.map_err(no_terminal).context("taking the terminal over")?;
    let casebook = Casebook::find(&directory)?.at(super::environment::whence());
    let behind = casebook.clone();
    // Without the thread it is the next write that waits for the disk.
    let _ = std::thread::Builder::new().name("disk".into()).spawn(move || behind.reach_disk());
    House { call, casebook: &casebook, lasts, parcels, chosen: None, waits: pin }.stay(None, Begins::Clock, heard)
}

impl House<'_> {
    fn stay(mut self, store: Option<Store>, begins: Begins, heard: Heard) -> Result<()> {
        let mut capabilities = Capabilities::detect(super::environment::variable);
        if self.call.settings.contrast {
            capabilities.colour = Colour::Own;
        }
        let (events, bell) =
            Events::listen(capabilities.charset, heard).map_err(no_terminal).context("listening to keys")?;
        // Without it the program works as it does, but sees what colleagues write only when it looks for other reasons.
        let _watch = watch::over(self.casebook, bell.clone());
        let events = Rc::new(events);
        let room = waiting::Room::new(&events, bell, &self.call.locale, capabilities);
        let backend = screen()
            .and_then(|screen| DiffBackend::new(screen, capabilities))
            .map_err(no_terminal)
            .context("finding the screen")?;
        let mut terminal = Terminal::new(backend).map_err(no_terminal).context("beginning to draw")?;
        let unlocked = match store {
            Some(store) => store,
            None => match door::pass(&mut self, &events, &mut terminal, begins).context("unlocking at the door")? {
                Some(store) => store,
                None => return self.end(None),
            },
        };
        room.serve(&unlocked);
        let place = self.take_back(&unlocked);
        let size = terminal.size().map_err(no_terminal).context("asking how large the screen is")?;
        let (today, time) = (self.call.now(), self.call.time());
        let keeps = keeps_scrollback(super::environment::variable);
        let scrollback = if keeps { Scrollback::Stays } else { Scrollback::Cleared };
        let (size, stage) = ((size.width, size.height), stage::of(self.casebook));
        let _forgets = stage::Forgets::past(self.casebook.directory(), self.call);
        if stage::is_past(self.casebook.directory(), today) {
            // What was practised on yesterday is over, whoever still stood at its door.
            return self.end(None);
        }
        let world = World { today, time, size, stage, scrollback };
        let is_new = stage == Stage::Work && unlocked.has_looked_before().is_ok_and(|has| !has);
        let mut desk =
            Desk::new(unlocked, Rc::clone(&self.call.locale), world).context("reading what the first screen shows")?;
        desk.go_back_to(place);
        greet(&mut desk, is_new.then_some("notice-new-here"));
        let rules = desk.cx.lock_rules();
        let mut end = run::run(&mut desk, self.call, &events, &mut terminal, rules, &room);
        while end == run::End::Tour {
            desk.keep_drafts();
            let toured = self.tour(&events, &mut terminal, rules, &room);
            if let Ok(other @ (run::End::Locked | run::End::LockedAndStopped | run::End::Over)) = toured {
                end = other;
                break;
            }
            let size = terminal.size().map_err(no_terminal).context("asking how large the screen is")?;
            desk.cx.stay();
            desk.resize((size.width, size.height));
            if let Err(problem) = toured {
                desk.cx.notice = Some(Notice::Trouble(self.call.locale.problem(&problem)));
            }
            end = run::run(&mut desk, self.call, &events, &mut terminal, rules, &room);
        }
        match end {
            run::End::Locked => self.lock(desk, ending::Then::Stays),
            run::End::LockedAndStopped => self.lock(desk, ending::Then::Stops),
            run::End::Left | run::End::Over | run::End::Tour => self.end(Some(desk)),
        }
    }

    /// Leads through the program on an invented family, over the casebook that stays open behind it.
    fn tour(&self, events: &Events, terminal: &mut Screen, rules: LockRules, room: &Room) -> Result<run::End, Problem> {
        let (casebook, _goes) = demo::for_tour(self.call)?;
        let store = demo::unlocked(&casebook)?;
        let size = terminal.size().map_err(|cause| Problem::new(Kind::Io, "no-terminal").because(cause))?;
        let world = World {
            today: self.call.now(),
            time: self.call.time(),
            size: (size.width, size.height),
            stage: Stage::Tour,
            scrollback: Scrollback::Cleared,
        };
        let mut desk = Desk::new(store, Rc::clone(&self.call.locale), world)?;
        Ok(run::run(&mut desk, self.call, events, terminal, rules, room))
    }

    /// Gives back what belongs to whoever has come; where they were. Where others were is forgotten.
    fn take_back(&mut self, store: &Store) -> Option<Place> {
        let mut place = None;
        self.parcels.retain(|parcel| match store.take_back(parcel) {
            Some(told) => {
                place = Place::told(&told).or(place.take());
                false
            }
            None => parcel.holds != Holds::Place,
        });
        place
    }
}

fn no_terminal(cause: std::io::Error) -> Problem {
    Problem::new(Kind::Io, "no-terminal").because(cause)
}
