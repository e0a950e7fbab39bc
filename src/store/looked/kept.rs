//! What was looked at and cannot be journalled before the memory goes: sealed to whoever looked, and journalled when
//! they come back, with its own time and from where it was.

use super::{Look, rows};
use crate::store::Store;

impl Store {
    /// Takes out what was looked at and is in no journal, for whoever seals it.
    pub(in crate::store) fn looks_to_leave(&self) -> Vec<Look> {
        self.tell_what_was_counted();
        let mut looks = self.looks.borrow_mut();
        looks.kept = 0;
        // Failed attempts stand in a file of their own, and are told of by whoever gets in next.
        let mut left = std::mem::take(&mut looks.waiting);
        // From where it was is told by no row yet, or by one that is not there for the reader of these.
        let whence = looks.whence.as_ref().and_then(|whence| rows::said(whence).ok()).unwrap_or_default();
        left.iter_mut().for_each(|look| look.said.extend(whence.clone()));
        left
    }

    /// Takes back what was left; what cannot be journalled now is, with the next thing that can.
    pub(in crate::store) fn take_back_looks(&self, left: Vec<Look>) {
        if left.is_empty() {
            return;
        }
        self.looks.borrow_mut().waiting.extend(left);
        self.tell_looks();
    }

    /// Journals what was left, or takes none of it back; whether it is journalled.
    pub(in crate::store) fn journal_left(&self, left: Vec<Look>) -> bool {
        if left.is_empty() {
            return true;
        }
        let before = {
            let mut looks = self.looks.borrow_mut();
            let before = looks.waiting.len();
            looks.waiting.extend(left);
            before
        };
        let is_written = self.pair.is_some() && self.briefly(|| self.write_aside(|_| Ok(()))).is_ok();
        if !is_written {
            self.looks.borrow_mut().waiting.truncate(before);
        }
        is_written
    }
}

impl Drop for Store {
    /// However a program ends, what was looked at is journalled, or sealed and put by where it cannot be; a killed
    /// one has told it in the pause before, if there was one.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        self.tell_what_was_counted();
        self.tell_looks();
        if !self.looks.borrow().waiting.is_empty() {
            // Where even that cannot be written, whoever looked has been told so.
            let _ = self.put_looks_by();
        }
    }
}
