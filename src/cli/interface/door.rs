//! A locked casebook on a real terminal: the clock, and the door behind it.

use std::time::Duration;

use chrono::{NaiveTime, Timelike};

use super::{House, Screen, keys, run};
use crate::app::unlock::{Clock, Pin, Text, Unlock, Wish};
use crate::cli::keyring::{self, Chosen, Waits};
use crate::cli::terminal::{Event, Events};
use crate::cli::{environment, opening, stage};
use crate::domain::problem::{Kind, Problem};
use crate::locale::arg;
use crate::store::{CasebookKind, Holds, Store, check_pin, new_pepper};
use crate::ui;

/// How long the door stays open for whoever has gone; what they began to type is forgotten.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where whoever comes begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    /// At the clock, after a lock.
    Clock,
    /// At the door.
    Door,
}

/// What the door led to.
enum Way {
    In(Box<Store>),
    ToTheClock,
    Out,
}

/// Shows the clock and the door until the casebook is unlocked; None when the person leaves or the line drops.
///
/// # Errors
/// A casebook that cannot be opened whatever is typed.
pub(super) fn pass(
    house: &mut House<'_>,
    events: &Events,
    terminal: &mut Screen,
    begins: Begins,
) -> Result<Option<Store>, Problem> {
    let mut at = begins;
    loop {
        if at == Begins::Clock && !clock(house, events, terminal) {
            return Ok(None);
        }
        match door(house, events, terminal)? {
            Way::In(store) => return Ok(Some(*store)),
            Way::ToTheClock => at = Begins::Clock,
            Way::Out => return Ok(None),
        }
    }
}

/// Shows the clock until somebody presses a key; false when the line drops or the system asks the program to end.
fn clock(house: &House<'_>, events: &Events, terminal: &mut Screen) -> bool {
    let House { call, casebook, parcels, .. } = house;
    let waits = parcels.iter().any(|parcel| parcel.holds == Holds::Text);
    let text = if waits { Text::Waits } else { Text::Kept };
    if !run::show_again(terminal) {
        return false;
    }
    loop {
        let clock = Clock { time: call.time(), stage: stage::of(casebook), text };
        if terminal.draw(|frame| ui::draw_clock(&call.locale, &clock, frame)).is_err() {
            return false;
        }
        events.wake_in(to_the_next_minute(clock.time));
        match events.next(None) {
            None | Some(Event::Line(_) | Event::Resize(..) | Event::Written | Event::Called | Event::Alarm) => {}
            Some(Event::Key(_) | Event::Paste(_)) => return true,
            Some(Event::Lock) if run::show_again(terminal) => {}
            Some(event @ (Event::Stop | Event::GoOn)) if run::back(&event, terminal) => {}
            Some(Event::Hangup | Event::Terminate | Event::Stop | Event::GoOn | Event::Lock) => return false,
        }
    }
}

fn to_the_next_minute(time: NaiveTime) -> Duration {
    Duration::from_secs(60) - Duration::new(time.second().into(), time.nanosecond() % 1_000_000_000)
}

fn door(house: &mut House<'_>, events: &Events, terminal: &mut Screen) -> Result<Way, Problem> {
    let call = house.call;
    let mut door = begin(house)?;
    loop {
        if terminal.draw(|frame| ui::draw_unlock(&call.locale, &door, frame)).is_err() {
            return Ok(Way::Out);
        }
        events.wake_in(PATIENCE);
        let Some(event) = events.next(None) else { continue };
        let wish = match event {
            Event::Key(key) => keys::read(key).into_iter().map(|key| door.key(key)).last().unwrap_or(Wish::Wait),
            Event::Paste(text) => {
                door.paste(&text);
                Wish::Wait
            }
            Event::Line(_) | Event::Resize(..) | Event::Written | Event::Called => Wish::Wait,
            Event::Lock | Event::Alarm => return Ok(Way::ToTheClock),
            Event::Stop | Event::GoOn if run::back(&event, terminal) => Wish::Wait,
            Event::Hangup | Event::Terminate | Event::Stop | Event::GoOn => Wish::Quit,
        };
        match wish {
            Wish::Wait => {}
            Wish::Quit => return Ok(Way::Out),
            wish => {
                if let Some(store) = try_door(house, &mut door, wish)? {
                    return Ok(Way::In(Box::new(store)));
                }
            }
        }
    }
}

/// The door as it is before anybody has typed anything.
pub(super) fn begin(house: &House<'_>) -> Result<Unlock, Problem> {
    let (call, casebook) = (house.call, house.casebook);
    let pin = if house.waits.as_ref().is_some_and(|waits| waits.read().is_some()) {
        Pin::Opens
    } else if casebook.purpose() == CasebookKind::Real && casebook.lock_rules().pin && keyring::is_there() {
        Pin::Chosen
    } else {
        Pin::Unasked
    };
    Ok(Unlock::new(casebook.users()?, opening::user(call, casebook).ok().as_deref()).with_pin(pin))
}

/// Tries what was typed; where it opens nothing, the door says why.
///
/// # Errors
/// A casebook that cannot be opened whatever is typed.
pub(super) fn try_door(house: &mut House<'_>, door: &mut Unlock, wish: Wish) -> Result<Option<Store>, Problem> {
    let locale = std::rc::Rc::clone(&house.call.locale);
    if wish == Wish::Try {
        let user = door.user.text().to_owned();
        return match by_passphrase(house, door, &user) {
            Ok(store) => Ok(Some(store)),
            Err(problem) if matches!(problem.kind, Kind::Locked | Kind::Invalid) => {
                door.refuse(locale.problem(&problem));
                Ok(None)
            }
            Err(problem) => Err(problem),
        };
    }
    match by_pin(house, door) {
        Ok(store) => return Ok(Some(store)),
        Err(problem) if problem.key == "wrong-pin" => match &house.waits {
            Some(waits) => door.refuse(locale.tell("pin-left", &[("left", arg(waits.tries))])),
            None => door.refuse_pins(locale.problem(&Problem::new(Kind::Locked, "pin-gone"))),
        },
        Err(problem) if problem.kind == Kind::Locked => door.refuse_pins(locale.problem(&problem)),
        Err(problem) => return Err(problem),
    }
    Ok(None)
}

/// Unlocks the casebook with a passphrase; a PIN that was typed beside it opens it again after the next lock.
fn by_passphrase(house: &mut House<'_>, door: &Unlock, user: &str) -> Result<Store, Problem> {
    let pin = door.pin.text();
    if door.pin_is == Pin::Chosen && !pin.is_empty() {
        check_pin(pin)?;
    }
    let store = house.casebook.unlock(user, door.passphrase.text(), environment::now)?;
    // Whoever has come, nobody comes back with the PIN of before.
    house.waits.take().into_iter().for_each(Waits::end);
    if door.pin_is == Pin::Chosen && !pin.is_empty() {
        let pepper = new_pepper()?;
        house.chosen = Some(Chosen { wrapped: store.wrap_for_pin(pin, &pepper)?.into(), pepper });
    }
    Ok(store)
}

/// Unlocks it with a PIN. After the last wrong one nothing waits any more.
fn by_pin(house: &mut House<'_>, door: &Unlock) -> Result<Store, Problem> {
    let gone = || Problem::new(Kind::Locked, "pin-gone");
    let mut waits = house.waits.take().ok_or_else(gone)?;
    let wrapped = waits.read().ok_or_else(gone)?;
    let opened = house.casebook.unlock_with_pin(&wrapped, door.pin.text(), &waits.pepper, environment::now);
    match &opened {
        Ok(_) => {
            house.chosen = Some(Chosen { wrapped, pepper: waits.pepper.clone() });
            waits.end();
        }
        Err(problem) if problem.key == "wrong-pin" && waits.tries > 1 => {
            waits.tries -= 1;
            house.waits = Some(waits);
        }
        Err(_) => waits.end(),
    }
    opened
}
