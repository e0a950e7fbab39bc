//! Writing users: every change of one is a row of the journal in the same transaction ([`people`]), so that what the
//! casebook says of its users can be told from the journal alone.

use rusqlite::{Transaction, named_params};
use serde_json::Map;

use super::Public;
use crate::domain::ids::{ChangeId, UserId};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::chain::folded::Fields;
use crate::store::chain::people::{self, PEOPLE};
use crate::store::journal::{Cause, Deed, Entry};

/// What the journal calls that a passphrase was changed.
pub(in crate::store) const PASSPHRASE: &str = "passphrase";

impl Store {
    /// Journals what has become of a user: they were as `before` says, or were not. The row, for whoever signs it as
    /// well; none where nothing has changed.
    pub(super) fn journal_user(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        id: UserId,
        before: Option<Fields>,
    ) -> Result<Option<Entry<'static>>, Problem> {
        let [_, user, _] = PEOPLE;
        self.journal_people(transaction, change, Cause::Person, (user, id.0), before)
    }

    /// Journals that a user's passphrase was changed, and how.
    pub(super) fn journal_passphrase(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        id: UserId,
        how: &str,
    ) -> Result<(), Problem> {
        let deed = Deed::Change(Map::new(), Map::from_iter([("how".to_owned(), how.into())]));
        let entry = Entry { change, cause: Cause::Person, noun: PASSPHRASE, record: id.0, family: None, deed };
        self.write_entry(transaction, &entry)
    }
}

/// A user as the journal tells it.
pub(super) fn user_fields(transaction: &Transaction<'_>, id: i64) -> Result<Option<Fields>, Problem> {
    people::user_fields(transaction, id)
}

/// Gives a user other keys.
pub(super) fn put_keys(transaction: &Transaction<'_>, id: UserId, public: &Public) -> Result<(), Problem> {
    transaction
        .prepare_cached("UPDATE user SET version = version + 1, signing = :signing, sealing = :sealing WHERE id = :id")?
        .execute(named_params! {":signing": public.signing, ":sealing": public.sealing, ":id": id.0})?;
    Ok(())
}
