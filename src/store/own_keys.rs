//! The user's own keys: taken up when the casebook is unlocked, registered in it, and used to seal unfinished text.
//!
//! A key file of an older program holds none; it is made anew the first time it is opened, while the gate is held, so
//! that two programs never make two. What is registered is held against the key file from then on: one that somebody
//! else wrote in a user's name opens nothing.

use std::fs::File;
use std::sync::Arc;

use rusqlite::named_params;
use zeroize::Zeroizing;

use super::casebook::{self, CasebookKind};
use super::chain::people;
use super::connection::Opener;
use super::format::{Footing, Stand};
use super::journal::{self, Cause};
use super::slots::{self, Filling, Key, Pair, Public};
use super::watched::Watched;
use super::{Casebook, Store, connection, trouble, users};
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
        found: Option<Pair>,
        passphrase: &str,
    ) -> Result<(), Problem> {
        let pair = match (casebook.purpose(), found) {
            (CasebookKind::Demo, _) => Some(self.demo_pair(&self.actor.name)),
            (CasebookKind::Real, Some(pair)) => Some(pair),
            (CasebookKind::Real, None) => unless_of_disk(self.renewed(casebook, passphrase))?,
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
    fn renewed(&self, casebook: &Casebook, passphrase: &str) -> Result<Pair, Problem> {
        let _held = self.gate.hold()?;
        let user = &self.actor.name;
        if let Some(pair) = slots::open(&casebook.keys(), user, passphrase)?.pair {
            return Ok(pair);
        }
        let pair = Pair::new()?;
        let filling = Filling { key: self.key(), epoch: self.epoch, pair: &pair, given: false };
        slots::rewrite(&casebook.keys(), user, passphrase, &filling)?;
        Ok(pair)
    }

    /// The database key, for whoever is given it.
    pub(super) fn key(&self) -> &Key {
        &self.opener.key
    }

    /// The keys of a user of a demo.
    pub(super) fn demo_pair(&self, user: &str) -> Pair {
        Pair::of_demo(self.key(), &identity_of(user))
    }

    /// Writes the public halves of the user's keys into the casebook, where there are none yet.
    fn register(&self) -> Result<(), Problem> {
        let Some(Public { signing, sealing }) = self.pair.as_ref().map(Pair::public) else { return Ok(()) };
        self.write_aside(|transaction| {
            let [_, user, ..] = people::PEOPLE;
            let before = (user.fetch)(transaction, self.actor.id.0)?;
            let change = journal::next_change(transaction)?;
            transaction
                .prepare_cached(
                    "UPDATE user SET signing = :signing, sealing = :sealing WHERE id = :id AND signing IS NULL",
                )?
                .execute(named_params! {":signing": signing, ":sealing": sealing, ":id": self.actor.id.0})?;
            self.journal_people(transaction, change, Cause::Person, (user, self.actor.id.0), before).map(drop)
        })
    }

    /// Goes on in the database under its new key, which the user's slot holds by now: whoever stays need not unlock the
    /// casebook again when somebody else is removed (`store::rekey`).
    ///
    /// # Errors
    /// A slot that does not hold it for these keys; a database that cannot be opened.
    pub fn follow_key(&mut self) -> Result<(), Problem> {
        let (database, keys) = (self.watched.database.clone(), self.watched.keys.clone());
        let _entering = casebook::holding(database.parent().unwrap_or(&database), File::try_lock_shared)?;
        let unknown = || Problem::new(Kind::Locked, "older-key-file");
        let pair = self.pair.as_ref().ok_or_else(unknown)?;
        for (epoch, key) in slots::held(&keys, &self.actor.name, pair) {
            match connection::open(&database, &key) {
                Ok(connection) => {
                    users::find(&connection, &self.actor.name)?.let_in()?;
                    self.stand = Stand::on(Footing::of(&connection)?);
                    self.watched = Watched::of(&database, &keys, epoch);
                    (self.connection, self.epoch) = (connection, epoch);
                    self.follow(Opener { path: database, key: Arc::new(key) });
                    self.standing.take();
                    self.asking.take();
                    return Ok(());
                }
                Err(problem) if problem.key == "key-does-not-fit" => {}
                Err(problem) => return Err(problem),
            }
        }
        Err(unknown())
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

    /// Wraps the user's keys with a PIN and a number of the program's own, to wait in memory for some minutes.
    ///
    /// # Errors
    /// A PIN that is too short; a user without keys.
    pub fn wrap_for_pin(&self, pin: &str, pepper: &str) -> Result<Vec<u8>, Problem> {
        slots::check_pin(pin)?;
        let pair = self.pair.as_ref().ok_or_else(|| Problem::new(Kind::Locked, "no-own-keys"))?;
        slots::wrap_pair(&self.actor.name, pin, pepper, pair)
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
