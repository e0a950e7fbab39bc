//! Passphrases: changing one's own, and giving another one to somebody who has forgotten theirs.
//!
//! Whoever gives somebody a passphrase could come in as that one. So nobody does it alone: another user joins in with
//! their own passphrase and signs the row as well. The user gets new keys, for the old ones are wrapped with what was
//! forgotten; what was sealed to those is lost.

use super::write::{put_keys, user_fields};
use super::{Second, all, find, seek};
use crate::domain::access::Right;
use crate::domain::problem::{Kind, Problem};
use crate::store::casebook::CasebookKind;
use crate::store::slots::{self, Filling, Pair};
use crate::store::{Casebook, Store, journal};

impl Store {
    /// Whether somebody else gave the actor's passphrase, so that it is to be changed.
    pub fn is_passphrase_given(&self) -> bool {
        self.given.get()
    }

    /// Changes the actor's own passphrase; their keys stay.
    ///
    /// # Errors
    /// A demo, which has none; a wrong one; a new one that is too easy, or the same; a disk that cannot be written to.
    pub fn change_passphrase(&self, old: &str, new: &str) -> Result<(), Problem> {
        self.footing()?;
        self.entered()?;
        self.ask_real()?;
        let (user, keys) = (&self.actor.name, &self.watched.keys);
        slots::check_passphrase(new, user)?;
        let pair = slots::open(keys, user, old)?.pair;
        if slots::is_same(old, new) {
            return Err(Problem::new(Kind::Invalid, "same-passphrase"));
        }
        let pair = pair.ok_or_else(|| Problem::new(Kind::Locked, "no-own-keys"))?;
        self.over_a_slot(user, || {
            self.write(|transaction| {
                let change = journal::next_change(transaction)?;
                self.journal_passphrase(transaction, change, self.actor.id, "own")?;
                let filling = Filling { key: self.key(), epoch: self.epoch, pair: &pair, given: false };
                slots::rewrite(keys, user, new, &filling)
            })
        })?;
        self.given.set(false);
        Ok(())
    }

    /// Gives a user who has forgotten theirs another passphrase, together with another user.
    ///
    /// # Errors
    /// Refused by role or team, of oneself, or together with the one it is for; no such user; a passphrase that is too
    /// easy.
    pub fn reset_passphrase(
        &self,
        casebook: &Casebook,
        name: &str,
        passphrase: &str,
        second: &Second,
    ) -> Result<(), Problem> {
        self.ask(Right::ManageUsers)?;
        self.ask_real()?;
        slots::check_passphrase(passphrase, name)?;
        let pair = Pair::new()?;
        self.over_a_slot(name, || {
            self.write(|transaction| {
                let by = find(transaction, &self.actor.name)?.account();
                let user = seek(transaction, name)?.filter(|user| by.manages_team(user.team));
                let user = user.ok_or_else(|| Problem::new(Kind::NotFound, "no-user-of-yours").with("user", name))?;
                if user.id == by.id {
                    return Err(Problem::new(Kind::Refused, "own-account"));
                }
                let is_in = |one: &super::User| one.id == second.user.id && one.disabled_at.is_none();
                if second.user.id == user.id || !all(transaction)?.iter().any(is_in) {
                    return Err(Problem::new(Kind::Refused, "second-is-theirs"));
                }
                let before = user_fields(transaction, user.id.0)?;
                let change = journal::next_change(transaction)?;
                put_keys(transaction, user.id, &pair.public())?;
                if let Some(entry) = self.journal_user(transaction, change, user.id, before)? {
                    self.cosign(transaction, &entry, &second.user.name, &second.pair)?;
                }
                self.journal_passphrase(transaction, change, user.id, "reset")?;
                let filling = Filling { key: self.key(), epoch: self.epoch, pair: &pair, given: true };
                slots::rewrite(&casebook.keys(), &user.name, passphrase, &filling)
            })
        })
    }

    /// Does what writes a user's slot, and puts the slot back as it was where that fails.
    pub(super) fn over_a_slot<T>(&self, user: &str, work: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
        let keys = &self.watched.keys;
        let before = slots::kept(keys, user);
        let done = work();
        if done.is_err() && slots::kept(keys, user) != before {
            slots::put_back(keys, user, before.as_ref().map(|text| text.as_str()));
        }
        done
    }

    /// A demo has no passphrases.
    pub(in crate::store) fn ask_real(&self) -> Result<(), Problem> {
        match self.purpose {
            CasebookKind::Real => Ok(()),
            CasebookKind::Demo => Err(Problem::new(Kind::Refused, "demo-without-passphrases")),
        }
    }
}
