//! A locked casebook on a real terminal: the clock, and the door behind it.

use std::time::Duration;

use chrono::{NaiveTime, Timelike};

use super::{House, Screen, keys, run};
use crate::app::unlock::{Clock, Text, Unlock, Wish};
use crate::cli::terminal::{Event, Events};
use crate::cli::{environment, opening};
use crate::domain::problem::{Kind, Problem};
use crate::store::{Holds, Store};
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
    house: &House<'_>,
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
        let clock = Clock { time: call.time(), purpose: casebook.purpose(), text };
        if terminal.draw(|frame| ui::draw_clock(&call.locale, &clock, frame)).is_err() {
            return false;
        }
        events.wake_in(to_the_next_minute(clock.time));
        match events.next(None) {
            None | Some(Event::Resize(..) | Event::Written | Event::Called | Event::Alarm) => {}
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

fn door(house: &House<'_>, events: &Events, terminal: &mut Screen) -> Result<Way, Problem> {
    let House { call, casebook, .. } = house;
    let mut door = Unlock::new(casebook.users()?, opening::user(call, casebook).ok().as_deref());
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
            Event::Resize(..) | Event::Written | Event::Called => Wish::Wait,
            Event::Lock | Event::Alarm => return Ok(Way::ToTheClock),
            Event::Stop | Event::GoOn if run::back(&event, terminal) => Wish::Wait,
            Event::Hangup | Event::Terminate | Event::Stop | Event::GoOn => Wish::Quit,
        };
        match wish {
            Wish::Wait => {}
            Wish::Quit => return Ok(Way::Out),
            Wish::Try => {
                let user = door.user.text().to_owned();
                match casebook.unlock(&user, door.passphrase.text(), environment::now) {
                    Ok(store) => return Ok(Way::In(Box::new(store))),
                    Err(problem) if problem.kind == Kind::Locked => door.refuse(call.locale.problem(&problem)),
                    Err(problem) => return Err(problem),
                }
            }
        }
    }
}
