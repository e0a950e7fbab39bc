//! The cover over the screen: what is on it, and what has scrolled away, is gone before anything else is done.
//!
//! Whoever hears first that the screen must go covers it, on whatever thread: the one that reads keys does not wait for
//! the one that draws, which may be busy. From then on frames go nowhere, until whoever draws lifts the cover because
//! there is nothing left to hide. A frame is written whole before the screen is cleared, or not at all.

use std::fs::File;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::guard;

/// Plain style, hidden cursor, empty screen, and nothing of what has scrolled off it.
const CLEAR: &[u8] = b"\x1b[m\x1b[?25l\x1b[H\x1b[J\x1b[3J";

static COVERED: AtomicBool = AtomicBool::new(false);
static PEN: Mutex<()> = Mutex::new(());

/// The way out to the screen, past which nothing is written while it is covered.
#[derive(Debug)]
pub struct Out(File);

/// Standard output without a buffer, so that one write of a frame is one write to the terminal.
///
/// # Errors
/// When standard output is closed.
pub fn screen() -> io::Result<Out> {
    guard::output().map(Out)
}

/// Clears the screen and keeps it clear.
pub fn cover() {
    COVERED.store(true, Ordering::SeqCst);
    let _held = pen();
    if guard::is_ours() {
        // A terminal that cannot be written to shows nothing that could be taken away.
        let _ = guard::say(CLEAR);
    }
}

/// Lets frames through again. What the screen shows is not what was drawn last: the whole of it is to be drawn.
pub fn lift() {
    COVERED.store(false, Ordering::SeqCst);
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let _held = pen();
        if COVERED.load(Ordering::SeqCst) { Ok(()) } else { self.0.write_all(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn pen() -> MutexGuard<'static, ()> {
    PEN.lock().unwrap_or_else(PoisonError::into_inner)
}
