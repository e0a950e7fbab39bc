//! Rows that somebody else has signed as well: who gave somebody other keys did not do it alone.

use super::Found;
use super::known::{Known, PeopleRow};
use super::walk::key;
use crate::store::chain::folded::Fields;
use crate::store::chain::link::Hash;
use crate::store::chain::people::{RECOVERY, USER};
use crate::store::slots::{is_signed, unhex};
use crate::store::users::BY_RECOVERY;

/// That somebody else has signed a row of the same write.
pub(super) struct Cosigned {
    record: i64,
    by: String,
    noun: String,
    signature: [u8; 64],
}

impl Cosigned {
    /// What a row says of it, if it can be read.
    pub(super) fn read(record: i64, fields: &Fields) -> Option<Self> {
        let text = |name: &str| fields.get(name).and_then(|value| value.as_str());
        let signature = unhex(text("signature")?)?.try_into().ok()?;
        Some(Self { record, by: text("by")?.to_owned(), noun: text("noun")?.to_owned(), signature })
    }

    fn is_of(&self, row: &PeopleRow, by: Option<Hash>) -> bool {
        (self.record, self.noun.as_str()) == (row.record, row.noun)
            && by.is_some_and(|by| is_signed(&by, row.words.as_bytes(), &self.signature))
    }
}

impl Known {
    /// The keys that a user was given with the recovery code, and signs with from that very write on.
    pub(super) fn recovered(&self, rows: &[PeopleRow], cosigned: &[Cosigned], user: i64) -> Option<Hash> {
        let row = rows.iter().find(|row| (row.noun, row.record) == (USER, user) && gives_keys(row))?;
        cosigned.iter().find(|one| one.by == BY_RECOVERY && one.is_of(row, self.code()))?;
        Self::asserted(rows, user)
    }

    /// Whether others had their say in a row that gives somebody else other keys.
    ///
    /// # Errors
    /// Nobody but `by` has signed it.
    pub(super) fn hold_cosigned(&self, row: &PeopleRow, cosigned: &[Cosigned], by: i64) -> Result<(), Found> {
        if row.noun != USER || row.record == by || row.act != "change" || !gives_keys(row) {
            return Ok(());
        }
        if self.second(row, cosigned, by).is_some() {
            return Ok(());
        }
        let found = Found::fault("alone").with("row", row.row).with("at", &row.at).with("record", row.record);
        Err(self.naming(found, by))
    }

    /// Who else has signed a row, neither `by` nor whom it is about.
    pub(super) fn second(&self, row: &PeopleRow, cosigned: &[Cosigned], by: i64) -> Option<i64> {
        cosigned.iter().find_map(|one| {
            let other = self.named(&one.by).filter(|other| *other != by && *other != row.record)?;
            one.is_of(row, self.signing(other)).then_some(other)
        })
    }

    /// The key that the recovery code signs with.
    fn code(&self) -> Option<Hash> {
        key(self.of(RECOVERY, 1)?.get("signing"))
    }
}

/// Whether a row says that a user has other keys from now on.
fn gives_keys(row: &PeopleRow) -> bool {
    row.act == "change" && row.after.as_ref().is_some_and(|after| key(after.get("signing")).is_some())
}
