//! Pseudonyms: what stands for a person or a family in every file of facts, and tells nobody who it is.
//!
//! They are worked out with a secret of the casebook that is made when facts are first asked for, and that never leaves
//! it: whoever has the files can neither work back nor try numbers out.

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{OptionalExtension, named_params};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::domain::problem::{Kind, Problem};
use crate::store::Store;
use crate::store::slots::{hex, random};

/// The secret, in bytes.
const SECRET: usize = 32;

/// What a pseudonym is made of: so many bytes, twice as many signs.
const LENGTH: usize = 10;

/// Works out pseudonyms.
pub(super) struct Pseudonyms {
    keyed: Hmac<Sha256>,
}

impl Pseudonyms {
    /// What stands for a record of a kind.
    pub(super) fn of(&self, kind: &str, id: i64) -> String {
        let mut keyed = self.keyed.clone();
        keyed.update(kind.as_bytes());
        keyed.update(&id.to_be_bytes());
        hex(keyed.finalize().into_bytes().get(..LENGTH).unwrap_or_default())
    }
}

impl Store {
    /// The pseudonyms of the casebook. Its secret is made where there is none yet.
    pub(super) fn pseudonyms(&self) -> Result<Pseudonyms, Problem> {
        let known: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT secret FROM research")?
            .query_row([], |row| row.get(0))
            .optional()?;
        let secret = Zeroizing::new(match known {
            Some(secret) => secret,
            None => self.make_secret()?,
        });
        let keyed = Hmac::new_from_slice(&secret).map_err(|_| Problem::new(Kind::Io, "no-randomness"))?;
        Ok(Pseudonyms { keyed })
    }

    fn make_secret(&self) -> Result<Vec<u8>, Problem> {
        let secret = random::<SECRET>()?;
        self.write(|transaction| {
            // Somebody else may have made one meanwhile.
            let values = named_params! {":secret": secret};
            transaction.execute("INSERT OR IGNORE INTO research (id, secret) VALUES (1, :secret)", values)?;
            Ok(transaction.query_row("SELECT secret FROM research", [], |row| row.get(0))?)
        })
    }
}
