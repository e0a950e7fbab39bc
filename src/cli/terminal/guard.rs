//! Leaves the terminal as it was found, on every way out.
//!
//! A release build aborts on panic, so destructors cannot be relied upon: the panic hook does the same work. What was
//! on the screen is erased before leaving, because not every terminal has a second screen and case text must not stay.

use std::fs::File;
use std::io::{self, Write};
use std::marker::PhantomData;
use std::os::fd::AsFd;
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

/// Alternate screen, bracketed paste, hidden cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";

/// Plain style, empty screen, and the three modes back, in reverse order.
const LEAVE: &[u8] = b"\x1b[m\x1b[H\x1b[J\x1b[?25h\x1b[?2004l\x1b[?1049l";

static ENTERED: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// While this lives, the terminal is ours: raw, on its second screen, telling pastes from typing. No mouse.
#[derive(Debug)]
#[must_use = "dropping it gives the terminal back"]
pub struct Guard {
    /// Only `enter` makes one.
    private: PhantomData<()>,
}

impl Guard {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When there is no terminal, or it cannot be written to; it is then left as it was.
    pub fn enter() -> io::Result<Self> {
        HOOK.call_once(|| {
            let before = panic::take_hook();
            panic::set_hook(Box::new(move |panic| {
                leave();
                before(panic);
            }));
        });
        let guard = Self { private: PhantomData };
        take()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back and stops the program, as whoever asked for it expects; returns when it goes on, with the
/// terminal taken over again. Then the whole screen is to be drawn.
///
/// # Errors
/// When the terminal cannot be had again.
pub fn stop() -> io::Result<()> {
    leave();
    emulate_default_handler(SIGTSTP)?;
    take()
}

/// Takes the terminal over again when the program goes on: whoever stopped it may have used it, and set it up as they
/// like it. Then the whole screen is to be drawn.
///
/// # Errors
/// As [`stop`].
pub fn go_on() -> io::Result<()> {
    // Raw mode that is believed to be on would not be turned on.
    disable_raw_mode()?;
    take()
}

/// Standard output without a buffer, so that one write of a frame is one write to the terminal.
///
/// # Errors
/// When standard output is closed.
pub fn screen() -> io::Result<File> {
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

fn take() -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst);
    enable_raw_mode().and_then(|()| say(ENTER)).inspect_err(|_| leave())
}

/// Does its work once, whoever calls first: the end of the guard or a panic on any thread. Has nobody to tell about
/// errors: a terminal that is gone needs no restoring.
fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let _ = say(LEAVE);
        let _ = disable_raw_mode();
    }
}

fn say(bytes: &[u8]) -> io::Result<()> {
    screen()?.write_all(bytes)
}
