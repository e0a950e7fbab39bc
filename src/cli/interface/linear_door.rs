//! The door in lines: who are you, and what is the passphrase? It is asked without being shown.

use std::io;
use std::time::Duration;

use super::House;
use super::door::{self, Begins};
use super::linear::{Voice, wipe};
use crate::app::keys::Key;
use crate::app::unlock::{Field, Pin, Unlock, Wish};
use crate::cli::terminal::{Event, Events, cover, guard, plain};
use crate::domain::problem::{Kind, Problem};
use crate::locale::arg;
use crate::store::{CasebookKind, Holds, Store};

/// How long the door waits for whoever has gone.
const PATIENCE: Duration = Duration::from_secs(60);

/// What came to the door.
enum Heard {
    Line(String),
    Nobody,
    Out,
}

/// Asks until the casebook is unlocked; None when the person leaves or the line drops.
///
/// # Errors
/// A casebook that cannot be opened whatever is typed; nobody at a terminal who could be asked.
pub(super) fn pass(
    house: &mut House<'_>,
    events: &Events,
    voice: Voice,
    begins: Begins,
) -> Result<Option<Store>, Problem> {
    let may_be_asked = house.call.around.terminal.input || house.casebook.purpose() == CasebookKind::Demo;
    if !may_be_asked {
        return Err(Problem::new(Kind::Usage, "no-passphrase"));
    }
    plain::hide(true);
    let passed = ask(house, events, voice, begins);
    plain::hide(false);
    passed
}

fn ask(house: &mut House<'_>, events: &Events, voice: Voice, begins: Begins) -> Result<Option<Store>, Problem> {
    let mut is_locked = begins == Begins::Clock;
    loop {
        if is_locked && !wait(house, events, voice) {
            return Ok(None);
        }
        is_locked = true;
        let mut door = door::begin(house)?;
        if voice.say(&[house.call.locale.say("door")]).is_err() {
            return Ok(None);
        }
        loop {
            match field(house, events, voice, &mut door) {
                Ok(Heard::Line(line)) => {
                    let wish = take(&mut door, line, house.casebook.purpose() == CasebookKind::Demo);
                    if matches!(wish, Wish::Try | Wish::TryPin)
                        && let Some(store) = door::try_door(house, &mut door, wish)?
                    {
                        return Ok(Some(store));
                    }
                }
                Ok(Heard::Nobody) => break,
                Ok(Heard::Out) | Err(_) => return Ok(None),
            }
        }
    }
}

/// Says that it is locked, and waits for a line.
fn wait(house: &House<'_>, events: &Events, voice: Voice) -> bool {
    let (call, locale) = (house.call, &house.call.locale);
    let time = call.time().format("%H.%M").to_string();
    let mut said = vec![String::new(), locale.tell("lines-locked", &[("time", arg(time))])];
    let waits = house.parcels.iter().any(|parcel| parcel.holds == Holds::Text);
    said.extend(waits.then(|| format!("{}.", locale.say("clock-not-kept"))));
    said.extend((house.casebook.purpose() == CasebookKind::Demo).then(|| format!("{}.", locale.say("demo"))));
    if voice.say(&said).is_err() {
        return false;
    }
    loop {
        match next(events, None) {
            Heard::Line(line) => {
                wipe(line);
                return true;
            }
            Heard::Nobody => {}
            Heard::Out => return false,
        }
    }
}

/// Asks for the field at hand.
fn field(house: &House<'_>, events: &Events, voice: Voice, door: &mut Unlock) -> io::Result<Heard> {
    let locale = &house.call.locale;
    if let Some(trouble) = door.trouble.take() {
        voice.say(&[trouble])?;
    }
    let prompt = match door.field {
        Field::User if door.user.text().is_empty() => locale.say("door-user"),
        Field::User => format!("{} ({})", locale.say("door-user"), door.user.text()),
        Field::Passphrase => format!("{}, {}", locale.say("door-passphrase"), door.user.text()),
        Field::Pin => {
            let key = if door.pin_is == Pin::Opens { "door-pin" } else { "door-pin-chosen" };
            format!("{}. {}", locale.say(key), locale.say("lines-pin-or-enter"))
        }
    };
    let is_hidden = door.field != Field::User;
    // Between one try and the next nothing is shown either: whoever types on before they are asked is not seen.
    plain::hide(is_hidden);
    voice.ask(&format!("{prompt}:"))?;
    let heard = next(events, Some(PATIENCE));
    if is_hidden {
        voice.say(&[String::new()])?;
    }
    Ok(heard)
}

/// Takes what was typed into the field at hand, and goes on to the next; after the last it is tried.
fn take(door: &mut Unlock, line: String, is_demo: bool) -> Wish {
    let is_empty = line.trim().is_empty();
    match door.field {
        // The name that is known stays; another stands in its place.
        Field::User if !is_empty => {
            door.key(Key::End);
            door.key(Key::Ctrl('u'));
        }
        Field::Pin if is_empty && door.pin_is == Pin::Opens => {
            wipe(line);
            door.field = if door.user.text().is_empty() { Field::User } else { Field::Passphrase };
            return Wish::Wait;
        }
        // Nothing is no passphrase, but of a demo: perhaps it is somebody else.
        Field::Passphrase if is_empty && !is_demo => {
            wipe(line);
            door.field = Field::User;
            return Wish::Wait;
        }
        _ => {}
    }
    if !is_empty {
        door.paste(&line);
    }
    wipe(line);
    let key = if door.field == Field::Passphrase && door.pin_is == Pin::Chosen { Key::Tab } else { Key::Enter };
    door.key(key)
}

fn next(events: &Events, patience: Option<Duration>) -> Heard {
    if let Some(patience) = patience {
        events.wake_in(patience);
    }
    loop {
        match events.next(None) {
            Some(Event::Line(line)) => return Heard::Line(line),
            Some(Event::Alarm | Event::Lock) if patience.is_some() => {
                cover::lift();
                return Heard::Nobody;
            }
            Some(Event::Hangup | Event::Terminate) => return Heard::Out,
            Some(Event::Stop) => {
                let is_stopped = guard::is_alone() || guard::stopped().is_ok();
                cover::lift();
                if !is_stopped {
                    return Heard::Out;
                }
            }
            Some(Event::GoOn | Event::Lock) => cover::lift(),
            _ => {}
        }
    }
}
