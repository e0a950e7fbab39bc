//! Leaves the terminal as it was found, on every way out.
//!
//! A release build aborts on panic, so destructors cannot be relied upon: the panic hook does the same work. What was
//! on the screen is erased before leaving, because not every terminal has a second screen and case text must not stay.
//!
//! How the terminal was found is remembered here and nowhere else, so that it can be handed on to a program that takes
//! this one's place without the terminal being given back in between ([`Found`]).

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::marker::PhantomData;
use std::os::fd::AsFd;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use rustix::process::{getpgrp, getsid};
use rustix::termios::{
    ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};
use serde::{Deserialize, Serialize};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

/// Alternate screen, bracketed paste, hidden cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";

/// Plain style, empty screen, and the three modes back, in reverse order.
const LEAVE: &[u8] = b"\x1b[m\x1b[H\x1b[J\x1b[?25h\x1b[?2004l\x1b[?1049l";

static ENTERED: AtomicBool = AtomicBool::new(false);
static FOUND: Mutex<Option<Found>> = Mutex::new(None);
static HOOK: Once = Once::new();

/// While this lives, the terminal is ours: raw, on its second screen, telling pastes from typing. No mouse.
#[derive(Debug)]
#[must_use = "dropping it gives the terminal back"]
pub struct Guard {
    /// Only `enter` and `inherit` make one.
    private: PhantomData<()>,
}

/// How the terminal was found: all that raw mode changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    input: u32,
    output: u32,
    control: u32,
    local: u32,
    least: u8,
    wait: u8,
}

impl Guard {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When there is no terminal, or it cannot be written to; it is then left as it was.
    pub fn enter() -> io::Result<Self> {
        let guard = Self::hooked();
        take()?;
        Ok(guard)
    }

    /// Takes the terminal over from the program whose place this one has taken: it is ours already.
    ///
    /// # Errors
    /// As [`Guard::enter`].
    pub fn inherit(found: Found) -> io::Result<Self> {
        let guard = Self::hooked();
        *remembered() = Some(found);
        ENTERED.store(true, Ordering::SeqCst);
        make_raw().inspect_err(|_| leave())?;
        Ok(guard)
    }

    fn hooked() -> Self {
        HOOK.call_once(|| {
            let before = panic::take_hook();
            panic::set_hook(Box::new(move |panic| {
                leave();
                before(panic);
            }));
        });
        Self { private: PhantomData }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

impl Found {
    fn of(now: &Termios) -> Self {
        Self {
            input: now.input_modes.bits(),
            output: now.output_modes.bits(),
            control: now.control_modes.bits(),
            local: now.local_modes.bits(),
            least: now.special_codes[SpecialCodeIndex::VMIN],
            wait: now.special_codes[SpecialCodeIndex::VTIME],
        }
    }

    fn put(self, now: &mut Termios) {
        now.input_modes = InputModes::from_bits_retain(self.input);
        now.output_modes = OutputModes::from_bits_retain(self.output);
        now.control_modes = ControlModes::from_bits_retain(self.control);
        now.local_modes = LocalModes::from_bits_retain(self.local);
        now.special_codes[SpecialCodeIndex::VMIN] = self.least;
        now.special_codes[SpecialCodeIndex::VTIME] = self.wait;
    }
}

/// How the terminal was found, while it is ours.
pub fn found() -> Option<Found> {
    if is_ours() { *remembered() } else { None }
}

/// Whether the terminal is ours now.
pub(super) fn is_ours() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Whether the terminal still answers: one whose line has dropped does not.
pub(super) fn answers() -> bool {
    keyboard().is_ok_and(|keyboard| tcgetattr(keyboard).is_ok())
}

/// Gives the terminal back and stops the program, as whoever asked for it expects; returns when it goes on, with the
/// terminal taken over again. Then the whole screen is to be drawn.
///
/// Where no shell could let it go on (it is all that an account runs, over SSH) nothing is stopped: that would be a
/// line that is dead for good.
///
/// # Errors
/// When the terminal cannot be had again.
pub fn stop() -> io::Result<()> {
    if is_alone() {
        return Ok(());
    }
    leave();
    stopped()?;
    take()
}

/// Stops the program, which has given the terminal back already; returns when it goes on.
///
/// # Errors
/// When the system does not let it.
pub fn stopped() -> io::Result<()> {
    emulate_default_handler(SIGTSTP)
}

/// Takes the terminal over again when the program goes on: whoever stopped it may have used it, and set it up as they
/// like it. Then the whole screen is to be drawn.
///
/// # Errors
/// As [`stop`].
pub fn go_on() -> io::Result<()> {
    take()
}

/// Whether the program, or what it was started by, leads its session: a shell that minds its jobs gives each a group of
/// its own. The system itself stops no such group when it is asked to.
pub fn is_alone() -> bool {
    getsid(None).is_ok_and(|session| session == getpgrp())
}

/// Gives the terminal back before its time, for a program that takes this one's place and begins anew.
pub fn leave() {
    // Once, whoever calls first: the end of the guard or a panic on any thread. There is nobody to tell about errors:
    // a terminal that is gone needs no restoring.
    if ENTERED.swap(false, Ordering::SeqCst) {
        let _ = say(LEAVE);
        let _ = make_as_found();
    }
}

/// Standard output without a buffer, so that one write of a frame is one write to the terminal.
///
/// # Errors
/// When standard output is closed.
pub(super) fn output() -> io::Result<File> {
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// The terminal that keys come from, whose modes are the ones that count.
pub(super) fn keyboard() -> io::Result<File> {
    let stdin = io::stdin();
    if stdin.is_terminal() { Ok(File::from(stdin.as_fd().try_clone_to_owned()?)) } else { File::open("/dev/tty") }
}

/// Writes to the terminal, past everything.
pub(super) fn say(bytes: &[u8]) -> io::Result<()> {
    output()?.write_all(bytes)
}

fn take() -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst);
    make_raw().and_then(|()| say(ENTER)).inspect_err(|_| leave())
}

fn make_raw() -> io::Result<()> {
    let keyboard = keyboard()?;
    let mut now = tcgetattr(&keyboard)?;
    remembered().get_or_insert_with(|| Found::of(&now));
    now.make_raw();
    Ok(tcsetattr(&keyboard, OptionalActions::Now, &now)?)
}

fn make_as_found() -> io::Result<()> {
    let Some(found) = remembered().take() else { return Ok(()) };
    let keyboard = keyboard()?;
    let mut now = tcgetattr(&keyboard)?;
    found.put(&mut now);
    Ok(tcsetattr(&keyboard, OptionalActions::Now, &now)?)
}

fn remembered() -> MutexGuard<'static, Option<Found>> {
    // What is in it is whole, whoever panicked while holding it.
    FOUND.lock().unwrap_or_else(PoisonError::into_inner)
}
