//! How far something long has come, told where errors are read on a screen: how much of it, and how long the rest
//! takes.
//!
//! Nothing is told of what is soon done, nor where what is written goes to the same screen, nor to whoever is read to:
//! lines that are spoken do not overwrite each other.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use super::invocation::Invocation;
use super::output::plain;
use crate::locale::arg;

/// How often it is told.
const OFTEN: Duration = Duration::from_millis(250);

/// What is done sooner is told by being done.
const SOON: Duration = Duration::from_secs(1);

/// So many between two looks at the clock.
const BETWEEN: u64 = 256;

/// How far something has come.
pub struct Progress<'a> {
    call: &'a Invocation,
    /// How many there are in all; none where nobody is told.
    total: Option<u64>,
    done: u64,
    begun: Instant,
    next: Duration,
    is_told: bool,
}

impl<'a> Progress<'a> {
    /// Whether anybody is told: what is written goes elsewhere, and errors are seen.
    pub fn is_seen(call: &Invocation, is_on_screen: bool) -> bool {
        call.around.terminal.errors && !is_on_screen && call.linear.is_none()
    }

    /// Begins, of so many.
    pub fn of(call: &'a Invocation, total: Option<u64>) -> Self {
        Self { call, total, done: 0, begun: Instant::now(), next: SOON, is_told: false }
    }

    /// One more is done.
    pub fn one(&mut self) {
        self.done += 1;
        if self.total.is_some() && self.done.is_multiple_of(BETWEEN) {
            self.tell(self.begun.elapsed());
        }
    }

    fn tell(&mut self, so_far: Duration) {
        let Some(total) = self.total.filter(|_| so_far >= self.next) else { return };
        self.next = so_far + OFTEN;
        let (share, left) = stands(self.done, total, so_far);
        let left = match left.as_secs() {
            seconds @ ..60 => self.call.locale.tell("said-seconds", &[("count", arg(seconds))]),
            seconds => self.call.locale.tell("said-minutes", &[("count", arg(seconds.div_ceil(60)))]),
        };
        let said = self.call.locale.tell("said-progress", &[("share", arg(share)), ("left", arg(left))]);
        self.is_told = true;
        // What cannot be shown is missed by nobody.
        let _ = write!(io::stderr(), "\r{}\x1b[K", plain(&said));
    }
}

impl Drop for Progress<'_> {
    /// The line is free again for what is said at the end.
    fn drop(&mut self) {
        if self.is_told {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// How much is done, in per cent, and how long the rest takes if it goes on as it did.
fn stands(done: u64, total: u64, so_far: Duration) -> (u64, Duration) {
    // More may have come since it was counted.
    let (done, total) = (done.max(1), total.max(done).max(1));
    let left = so_far.as_millis() * u128::from(total - done) / u128::from(done);
    (done * 100 / total, Duration::from_millis(u64::try_from(left).unwrap_or(u64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_takes_as_long_as_what_was_done() {
        let seconds = Duration::from_secs;
        assert_eq!(stands(25, 100, seconds(10)), (25, seconds(30)));
        assert_eq!(stands(100, 100, seconds(10)), (100, seconds(0)));
        assert_eq!(stands(120, 100, seconds(10)), (100, seconds(0)), "more has come meanwhile");
        assert_eq!(stands(0, 0, seconds(1)), (100, seconds(0)));
    }
}
