//! The user's own keys: taken up when the casebook is unlocked, registered in it, and used to seal unfinished text.
//!
//! A key file of an older program holds none; it is made anew the first time it is opened, while the gate is held, so
//! that two programs never make two. What is registered is held against the key file from then on: one that somebody
//! else wrote in a user's name opens nothing.

use rusqlite::named_params;
use zeroize::Zeroizing;

use super::casebook::CasebookKind;
use super::chain::people;
use super::journal::{self, Cause};
use super::slots::{self, Key, Pair, Public};
use super::{Casebook, Store, trouble, users};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

/// What unfinished text is sealed for.
const TEXT: &[u8] = b"trygg unfinished text";

impl Store {
    /// Takes up the keys of whoever unlocks the casebook. Without a disk that can be written to there may be none.
    ///
    /// # Errors
    /// A key file whose keys are not those that the casebook knows the user by.
    pub(super) fn take_up(
        &mut self,
        casebook: &Casebook,
        key: &Key,
        found: Option<Pair>,
        passphrase: &str,
    ) -> Result<(), Problem> {
        let pair = match (casebook.purpose(), found) {
            (CasebookKind::Demo, _) => Some(Pair::of_demo(key, &identity_of(&self.actor.name))),
            (CasebookKind::Real, Some(pair)) => Some(pair),
            (CasebookKind::Real, None) => unless_of_disk(self.renewed(casebook, key, passphrase))?,
        };
        let Some(pair) = pair else { return Ok(()) };
        match users::public(&self.connection, self.actor.id)? {
            Some(known) if known == pair.public() => {}
            Some(_) => return Err(Problem::new(Kind::Locked, "foreign-key-file").with("user", &self.actor.name)),
            None => {
                self.pair = Some(pair);
                if self.footing()?.writes() {
                    unless_of_disk(self.register())?;
                }
                return Ok(());
            }
        }
        self.pair = Some(pair);
        Ok(())
    }

    /// Makes the key file of an older program anew, unless somebody has meanwhile.
    fn renewed(&self, casebook: &Casebook, key: &Key, passphrase: &str) -> Result<Pair, Problem> {
        let _held = self.gate.hold()?;
        let user = &self.actor.name;
        if let Some(pair) = slots::open(&casebook.keys(), user, passphrase)?.pair {
            return Ok(pair);
        }
        let pair = Pair::new()?;
        slots::rewrite(&casebook.keys(), user, passphrase, key, &pair)?;
        Ok(pair)
    }

    /// Writes the public halves of the user's keys into the casebook, where there are none yet.
    fn register(&self) -> Result<(), Problem> {
        let Some(Public { signing, sealing }) = self.pair.as_ref().map(Pair::public) else { return Ok(()) };
        self.write_aside(|transaction| {
            let [_, user] = people::PEOPLE;
            let before = (user.fetch)(transaction, self.actor.id.0)?;
            let change = journal::next_change(transaction)?;
            transaction
                .prepare_cached(
                    "UPDATE user SET signing = :signing, sealing = :sealing WHERE id = :id AND signing IS NULL",
                )?
                .execute(named_params! {":signing": signing, ":sealing": sealing, ":id": self.actor.id.0})?;
            self.journal_people(transaction, change, Cause::Person, (user, self.actor.id.0), before)
        })
    }

    /// The key with which something can be sealed to the user when nobody has unlocked the casebook any more.
    pub fn sealing_key(&self) -> Option<[u8; 32]> {
        self.pair.as_ref().map(|pair| pair.public().sealing)
    }

    /// Seals unfinished text to the user.
    ///
    /// # Errors
    /// A user without keys: the key file is of an older program, and the disk could not be written to.
    pub fn seal_to_self(&self, text: &[u8]) -> Result<Vec<u8>, Problem> {
        seal_text(&self.sealing_key().ok_or_else(|| Problem::new(Kind::Locked, "no-own-keys"))?, text)
    }

    /// Unfinished text that was sealed to the user; none if it was not.
    pub fn unseal(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.pair.as_ref()?.unseal(TEXT, sealed)
    }
}

/// Seals unfinished text to whoever a key is of.
///
/// # Errors
/// A key that is none.
pub fn seal_text(to: &[u8; 32], text: &[u8]) -> Result<Vec<u8>, Problem> {
    slots::seal(to, TEXT, text)
}

/// What was done, or nothing where the disk cannot be written to.
fn unless_of_disk<T>(done: Result<T, Problem>) -> Result<Option<T>, Problem> {
    match done {
        Err(problem) if trouble::is_of_disk(&problem) => Ok(None),
        done => done.map(Some),
    }
}
