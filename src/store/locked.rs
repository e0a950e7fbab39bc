//! What a casebook is asked about its lock: when it locks by itself, what opens it again soon after, and who fails to.

use super::attempts::Attempt;
use super::slots::Opened;
use super::{Casebook, Clock, Store, slots, unit, write};
use crate::domain::lock::LockRules;
use crate::domain::looked::Whence;
use crate::domain::problem::{Kind, Problem};

impl Casebook {
    /// Unlocks the casebook with what waits for a PIN. What fails is told of as any attempt is.
    ///
    /// # Errors
    /// A wrong PIN; what [`Self::unlock`] says.
    pub fn unlock_with_pin(&self, waiting: &[u8], pin: &str, pepper: &str, clock: Clock) -> Result<Store, Problem> {
        let _entering = self.entering()?;
        let (user, opened) = match slots::open_by_pin(&self.keys(), waiting, pin, pepper) {
            Err(problem) if problem.key == "wrong-passphrase" => {
                self.failed_unlock("", clock());
                return Err(Problem::new(Kind::Locked, "wrong-pin"));
            }
            opened => opened?,
        };
        let store = self.unlocked(opened, &user, "", clock)?;
        store.take_back_all(self);
        store.tell_of_failed_unlocks(self);
        Ok(store)
    }

    /// When the casebook locks by itself, and whether a PIN may open it again, as far as the unit's file can be read.
    pub fn lock_rules(&self) -> LockRules {
        unit::lock_rules(self.directory())
    }

    /// Has the disk hold what was committed before a lock; waits for it.
    pub fn reach_disk(&self) {
        write::reach_disk_of(&self.database());
    }

    /// From where it is used, in a line.
    pub(super) fn seat(&self) -> String {
        self.whence().map(Whence::told).unwrap_or_default()
    }

    /// Tries to open a user's key file. What fails is slowed, and told of once somebody has got in.
    pub(super) fn attempt(
        &self,
        user: &str,
        clock: Clock,
        open: impl FnOnce() -> Result<Opened, Problem>,
    ) -> Result<Opened, Problem> {
        let known = if slots::is_there(&self.keys(), user) { user } else { "" };
        let seat = self.seat();
        let attempt = Attempt::begin(self.directory(), known, &seat, clock())?;
        let opened = open();
        match &opened {
            Ok(_) => attempt.passed()?,
            Err(problem) if ["wrong-passphrase", "no-key-file"].contains(&problem.key) => attempt.failed(),
            Err(_) => {}
        }
        opened
    }
}
