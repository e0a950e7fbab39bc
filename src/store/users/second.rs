//! Whoever joins in what nobody does alone: another user, who gives their own passphrase and signs the row as well.

use rusqlite::Transaction;
use serde_json::{Map, Value};

use super::{User, find, public};
use crate::domain::access::Right;
use crate::domain::problem::{Kind, Problem};
use crate::store::casebook::CasebookKind;
use crate::store::journal::{Cause, Deed, Entry};
use crate::store::slots::{self, Pair, hex};
use crate::store::{Casebook, Store};

/// What the journal calls that somebody else has signed what was done.
pub(in crate::store) const COSIGNED: &str = "cosigned";

/// Another user, who has given their passphrase.
#[derive(Debug)]
pub struct Second {
    pub(super) user: User,
    pub(super) pair: Pair,
}

impl Store {
    /// Has another user join in what the actor is about to do.
    ///
    /// # Errors
    /// Refused to roles that do not manage users; the actor again; somebody who is kept out; a wrong passphrase; a key
    /// file that is not theirs.
    pub fn second(&self, casebook: &Casebook, name: &str, passphrase: &str) -> Result<Second, Problem> {
        self.ask(Right::ManageUsers)?;
        let user = find(&self.connection, name)?.let_in()?;
        if user.id == self.actor.id {
            return Err(Problem::new(Kind::Refused, "second-is-first"));
        }
        let pair = match self.purpose {
            CasebookKind::Demo => Some(self.demo_pair(&user.name)),
            CasebookKind::Real => {
                let open = || slots::open(&casebook.keys(), &user.name, passphrase);
                casebook.attempt(&user.name, self.clock, open)?.pair
            }
        };
        let known = public(&self.connection, user.id)?;
        match pair {
            Some(pair) if known == Some(pair.public()) => Ok(Second { user, pair }),
            _ => Err(Problem::new(Kind::Locked, "foreign-key-file").with("user", &user.name)),
        }
    }

    /// Journals that somebody else has signed a row: it says by whom, and holds their signature of its words.
    pub(super) fn cosign(
        &self,
        transaction: &Transaction<'_>,
        entry: &Entry<'_>,
        by: &str,
        pair: &Pair,
    ) -> Result<(), Problem> {
        let signature = hex(&pair.sign(words(entry)?.as_bytes()));
        let said = [("by", by), ("noun", entry.noun), ("signature", &signature)];
        let said: Map<String, Value> = said.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        let Entry { change, record, .. } = *entry;
        let row = Entry { change, cause: Cause::Person, noun: COSIGNED, record, family: None, deed: Deed::Add(said) };
        self.write_entry(transaction, &row)
    }
}

/// What is signed of a row: which change, which record, and what it says of it.
fn words(entry: &Entry<'_>) -> Result<String, Problem> {
    let nothing = Map::new();
    let (before, after) = match &entry.deed {
        Deed::Add(after) => (&nothing, after),
        Deed::Change(before, after) => (before, after),
        Deed::Remove(before) => (before, &nothing),
        _ => (&nothing, &nothing),
    };
    let text =
        |fields| serde_json::to_string(fields).map_err(|cause| Problem::new(Kind::Io, "database").because(cause));
    let Entry { change, noun, record, .. } = entry;
    Ok(words_of(change.0, noun, *record, &text(before)?, &text(after)?))
}

/// The same, of a row as the journal has it; what says nothing is an empty object.
pub(in crate::store) fn words_of(change: i64, noun: &str, record: i64, before: &str, after: &str) -> String {
    format!("trygg cosigned\n{change}\n{noun}\n{record}\n{before}\n{after}")
}
