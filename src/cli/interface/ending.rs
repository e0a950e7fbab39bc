//! Whatever ends the work at the desk: what was typed is kept, or sealed where it cannot be, and then the program
//! begins anew at the clock, or ends.

use std::os::unix::ffi::OsStrExt;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::{House, Lasts, cover, guard};
use crate::app::{Desk, Place};
use crate::cli::fresh::{self, HandedOver};
use crate::cli::keyring::Waits;
use crate::domain::problem::{Kind, Problem};
use crate::store::Holds;

/// How long a program that is to end tries to keep what was typed, and how often: whoever holds the casebook may be
/// done in a moment, and whoever ends the program does not wait for ever.
const PATIENCE: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_millis(100);

/// What becomes of the program when the casebook is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// It shows the clock.
    Stays,
    /// It stops, and shows the clock when it goes on.
    Stops,
}

impl House<'_> {
    /// Locks the casebook: after it, neither a key nor a name is in memory. Comes back only if the program cannot begin
    /// anew; then it ends, which takes its memory away as well.
    pub(super) fn lock(mut self, mut desk: Desk, then: Then) -> Result<()> {
        cover::cover();
        // Tried once: what cannot be kept at once goes along, sealed.
        desk.keep_drafts();
        let left = Place::leave(&desk);
        if matches!(&left, Ok(parcel) if parcel.holds == Holds::Place) {
            desk.leave();
        }
        self.parcels.extend(left.ok());
        // Where nobody could let it go on it is not stopped (see `guard::stop`).
        if then == Then::Stops && !guard::is_alone() {
            guard::leave();
        }
        let stops = then == Then::Stops && self.call.linear.is_some() && !guard::is_alone();
        let handed_over = HandedOver {
            stops,
            directory: self.casebook.directory().as_os_str().as_bytes().to_owned(),
            is_temporary: self.lasts == Lasts::WithTheProgram,
            found: guard::found(),
            parcels: std::mem::take(&mut self.parcels),
            pin: self.chosen.take().as_ref().and_then(Waits::begin),
        };
        let cause = fresh::begin(&handed_over);
        self.parcels = handed_over.parcels;
        self.waits = handed_over.pin;
        self.put_by()?;
        Err(Problem::new(Kind::Io, "cannot-begin-anew").because(cause)).context("beginning anew after a lock")
    }

    /// Ends: tries for a while to keep what was typed, and puts by what could not be.
    pub(super) fn end(mut self, desk: Option<Desk>) -> Result<()> {
        if let Some(mut desk) = desk {
            let begun = Instant::now();
            desk.keep_drafts();
            while desk.has_unkept() && begun.elapsed() < PATIENCE {
                sleep(PAUSE);
                desk.keep_drafts();
            }
            if desk.has_unkept() {
                self.parcels.push(Place::leave(&desk)?);
            } else {
                desk.into_store().settle();
            }
        }
        self.put_by()
    }

    /// Puts what is kept nowhere else where its owner finds it.
    fn put_by(&mut self) -> Result<()> {
        // Nobody is there any more whom a PIN could let in.
        self.waits.take().into_iter().for_each(Waits::end);
        for parcel in self.parcels.iter().filter(|parcel| parcel.holds != Holds::Place) {
            self.casebook.put_by(parcel).map_err(|cause| Problem::new(Kind::Io, "text-lost").because(cause))?;
        }
        Ok(())
    }
}
