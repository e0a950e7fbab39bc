//! The base: records that nobody signed, as they were when a signed row vouched for them. From there on the journal
//! tells what became of each.
//!
//! There are two kinds: what stood in a casebook before anything was signed, and what is invented for a demo. Of each
//! record a salted hash is kept, and the row that vouches holds a hash over those. That a purge can drop the salt.

use rusqlite::{Connection, Transaction, named_params};
use serde_json::{Value, json};

use super::folded::{self, Folded};
use super::link::{Hash, Sum};
use crate::domain::problem::Problem;
use crate::store::slots::{self, hex};

/// How far each noun's records went at a moment, in the order of the nouns.
pub(in crate::store) struct Reached(Vec<i64>);

/// What a row vouches for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) struct Vouched {
    pub(in crate::store) records: i64,
    pub(in crate::store) digest: Hash,
}

impl Vouched {
    /// As the row says it.
    pub(in crate::store) fn told(self) -> Value {
        json!({ "records": self.records, "digest": hex(&self.digest) })
    }
}

impl Reached {
    /// Nothing yet.
    pub(in crate::store) fn nothing() -> Self {
        Self(folded::nouns().iter().map(|_| 0).collect())
    }

    /// As far as it goes now.
    pub(in crate::store) fn now(connection: &Connection) -> Result<Self, Problem> {
        let last = |of: &Folded| -> Result<i64, Problem> {
            let sql = format!("SELECT coalesce(max(id), 0) FROM {}", of.table);
            Ok(connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
        };
        folded::nouns().iter().map(last).collect::<Result<_, _>>().map(Self)
    }

    /// Keeps all records that came since; the row of the journal that will vouch for them is named.
    pub(in crate::store) fn keep_since(self, transaction: &Transaction<'_>, row: i64) -> Result<Vouched, Problem> {
        let mut summed = Summed::begin();
        for (of, reached) in folded::nouns().iter().zip(self.0) {
            let sql = format!("SELECT id FROM {} WHERE id > :reached ORDER BY id", of.table);
            let mut statement = transaction.prepare(&sql)?;
            let mut rows = statement.query(named_params! {":reached": reached})?;
            while let Some(found) = rows.next()? {
                let record: i64 = found.get(0)?;
                let Some(fields) = (of.fetch)(transaction, record)? else { continue };
                let salt = slots::random()?;
                let content = folded::hash(&salt, &fields)?;
                transaction
                    .prepare_cached(
                        "INSERT INTO base (noun, record, row, salt, content)
                         VALUES (:noun, :record, :row, :salt, :content)",
                    )?
                    .execute(named_params! {
                        ":noun": of.noun, ":record": record, ":row": row, ":salt": salt, ":content": content,
                    })?;
                summed.add(of.noun, record, &content);
            }
        }
        Ok(summed.end())
    }
}

/// A sum over records of the base that one row vouches for, in the order of noun and record.
pub(in crate::store) struct Summed {
    sum: Sum,
    records: i64,
}

impl Summed {
    pub(in crate::store) fn begin() -> Self {
        Self { sum: Sum::of("vouched"), records: 0 }
    }

    pub(in crate::store) fn add(&mut self, noun: &str, record: i64, content: &[u8]) {
        let sum = std::mem::replace(&mut self.sum, Sum::of("vouched"));
        self.sum = sum.text(Some(noun)).number(record).bytes(content);
        self.records += 1;
    }

    pub(in crate::store) fn end(self) -> Vouched {
        Vouched { records: self.records, digest: self.sum.end() }
    }
}

/// The sum over the base that one row vouches for.
pub(super) fn vouched_by(connection: &Connection, row: i64) -> Result<Vouched, Problem> {
    let mut statement =
        connection.prepare("SELECT noun, record, content FROM base WHERE row = :row ORDER BY noun, record")?;
    let mut rows = statement.query(named_params! {":row": row})?;
    let mut summed = Summed::begin();
    while let Some(found) = rows.next()? {
        summed.add(
            found.get_ref(0)?.as_str().unwrap_or_default(),
            found.get(1)?,
            found.get_ref(2)?.as_blob().unwrap_or_default(),
        );
    }
    Ok(summed.end())
}
