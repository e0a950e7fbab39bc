//! The chain: what makes the journal something that nobody can rewrite unseen.
//!
//! | file | idea |
//! |---|---|
//! | `link` | what a link is made of, and what of it is signed |
//! | `base` | records that were there before anything was signed |
//! | `folded` | the records that the journal tells of wholly |
//! | `people` | users and teams, of whom not everybody's word counts |
//! | `purge` | what a row may lose when it is purged, and nothing else |
//! | `head` | how far the chain goes, kept outside the database |
//! | `copies` | the same, on other machines |
//!
//! Whoever writes says nothing of it: at the end of each write, within its transaction, every row that it put into the
//! journal gets its link, and the last one the signature of the user who wrote. So rows of the journal are of one user
//! up to the next signature, and no write can be taken for another's. A new kind of row needs nothing here, as long as
//! what it says stands in the columns that [`link`] covers: `before` and `after` for what may be purged some day, the
//! others for what stays. Once a write is on the disk, the head is written beside the database.
//!
//! A casebook from before there were signatures is linked when it is brought up, without any; the first who opens it
//! signs one row over all of that ([`link_unsigned`], [`Store::cover`]), and those rows count as unsigned for good.

pub(super) mod base;
pub(super) mod copies;
pub(super) mod folded;
pub(super) mod head;
pub(super) mod link;
pub(super) mod people;
pub(super) mod purge;

use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use serde_json::{Value, json};

use super::format::Writing;
use super::journal::{self, Cause, Deed, Entry};
use super::{CasebookKind, Store, slots};
use crate::domain::ids::ChangeId;
use crate::domain::problem::{Kind, Problem};
use base::Reached;
use head::Line;
use link::{BEFORE_ALL, Hash, Words};

/// What the journal calls the row that vouches for all before it.
pub(super) const UNSIGNED: &str = "unsigned";

/// What the journal calls the row that vouches for invented records.
pub(super) const BASE: &str = "base";

/// The end of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    /// The row of the journal.
    pub(super) row: i64,
    /// Its link.
    pub(super) link: Hash,
    /// Whether it is signed; if not, nothing is yet.
    pub(super) is_signed: bool,
}

/// A write that has begun.
pub(super) struct Begun {
    /// The last row of the journal.
    newest: i64,
    end: Option<End>,
    /// Whether the head may be moved to what is written.
    leads: bool,
}

/// The end of the chain, if there is one.
pub(super) fn end(connection: &Connection) -> Result<Option<End>, Problem> {
    let found = connection
        .prepare_cached("SELECT row, link, signature IS NOT NULL FROM chain ORDER BY row DESC LIMIT 1")?
        .query_row([], |row| Ok(End { row: row.get(0)?, link: row.get(1)?, is_signed: row.get(2)? }))
        .optional()?;
    Ok(found)
}

/// The link of a row.
pub(super) fn link_of(connection: &Connection, row: i64) -> Result<Option<Hash>, Problem> {
    let found = connection
        .prepare_cached("SELECT link FROM chain WHERE row = :row")?
        .query_row(named_params! {":row": row}, |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// The columns of the journal that a link covers.
pub(super) const COLUMNS: &str = "id, change, at, user, act, cause, noun, record, family, before, after";

/// The words of a row of [`COLUMNS`].
pub(super) fn words<'a>(row: &'a Row<'_>) -> rusqlite::Result<Words<'a>> {
    let text = |at: usize| -> rusqlite::Result<&'a str> { Ok(row.get_ref(at)?.as_str()?) };
    Ok(Words {
        id: row.get(0)?,
        change: row.get(1)?,
        at: text(2)?,
        user: row.get(3)?,
        act: text(4)?,
        cause: text(5)?,
        noun: text(6)?,
        record: row.get(7)?,
        family: row.get(8)?,
    })
}

/// What a row of [`COLUMNS`] says of a record, before and after.
pub(super) fn told<'a>(row: &'a Row<'_>) -> rusqlite::Result<(Option<&'a str>, Option<&'a str>)> {
    Ok((row.get_ref(9)?.as_str_or_null()?, row.get_ref(10)?.as_str_or_null()?))
}

/// Signs a link.
type Sign<'a> = &'a dyn Fn(&Hash) -> [u8; 64];

/// Gives every row of the journal after one its link; the last with a signature, if somebody signs.
fn link_after(
    transaction: &Transaction<'_>,
    after: i64,
    mut previous: Hash,
    sign: Option<Sign<'_>>,
) -> Result<Option<(i64, Hash)>, Problem> {
    let last: i64 =
        transaction.prepare_cached("SELECT coalesce(max(id), 0) FROM journal")?.query_row([], |row| row.get(0))?;
    let mut statement =
        transaction.prepare_cached(&format!("SELECT {COLUMNS} FROM journal WHERE id > :after ORDER BY id"))?;
    let mut put = transaction.prepare_cached(
        "INSERT INTO chain (row, salt, content, link, signature) VALUES (:row, :salt, :content, :link, :signature)",
    )?;
    let mut rows = statement.query(named_params! {":after": after})?;
    let mut linked = None;
    while let Some(row) = rows.next()? {
        let words = words(row)?;
        let (before, after) = told(row)?;
        let salt = slots::random()?;
        let content = link::content(&salt, before, after);
        previous = link::link(&previous, words, &content);
        let signature = sign.filter(|_| words.id == last).map(|sign| sign(&previous));
        put.execute(named_params! {
            ":row": words.id, ":salt": salt, ":content": content, ":link": previous, ":signature": signature,
        })?;
        linked = Some((words.id, previous));
    }
    Ok(linked)
}

/// Links what a casebook holds from before there were signatures, and keeps its records as they are now. The next row
/// of the journal will vouch for it.
pub(super) fn link_unsigned(transaction: &Transaction<'_>) -> Result<(), Problem> {
    let Some((last, _)) = link_after(transaction, 0, BEFORE_ALL, None)? else { return Ok(()) };
    Reached::nothing().keep_since(transaction, last + 1).map(drop)
}

impl Store {
    /// What a write begins from. Where the casebook is not the one that its head tells of, records are refused.
    pub(super) fn begin_chain(&self, transaction: &Transaction<'_>, what: Writing) -> Result<Begun, Problem> {
        let newest = self.newest()?;
        let end = end(transaction)?;
        if end.is_none_or(|end| !end.is_signed) {
            // It is there before anything is signed, so that none can ever be missing.
            head::begin(&self.head.path)?;
        }
        let leads = match self.head.held_against(transaction, end)? {
            Some(problem) if what == Writing::Records => return Err(problem),
            Some(_) => false,
            None => true,
        };
        let begun = Begun { newest, end, leads };
        match end {
            Some(end) if !end.is_signed && self.pair.is_some() => self.cover(transaction, newest)?,
            _ => {}
        }
        Ok(begun)
    }

    /// Links and signs what was journalled since; where the head is to go once that is on the disk.
    pub(super) fn seal_chain(&self, transaction: &Transaction<'_>, begun: &Begun) -> Result<Option<Line>, Problem> {
        if self.newest()? == begun.newest {
            return Ok(None);
        }
        let Some(pair) = &self.pair else { return Err(Problem::new(Kind::Locked, "no-own-keys")) };
        let sign = |link: &Hash| pair.sign(&link::signed(link));
        let previous = begun.end.map_or(BEFORE_ALL, |end| end.link);
        let linked = link_after(transaction, begun.newest, previous, Some(&sign))?;
        Ok(linked.filter(|_| begun.leads).map(|(row, link)| Line { row, link, at: (self.clock)() }))
    }

    /// Vouches for all that was written before there were signatures, and for who was a user of the casebook then.
    fn cover(&self, transaction: &Transaction<'_>, newest: i64) -> Result<(), Problem> {
        let base = base::vouched_by(transaction, newest + 1)?;
        let change = journal::next_change(transaction)?;
        let said = json!({ "until": newest, "base": base.told() });
        self.vouch(transaction, change, UNSIGNED, said)?;
        self.journal_everybody(transaction, change)
    }

    /// A row that vouches for something.
    pub(super) fn vouch(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        noun: &'static str,
        said: Value,
    ) -> Result<(), Problem> {
        let said = said.as_object().cloned().unwrap_or_default();
        let entry = Entry { change, cause: Cause::Setup, noun, record: 0, family: None, deed: Deed::Add(said) };
        self.write_entry(transaction, &entry)
    }
}

/// Refuses a card that says something else of the casebook than its first row does.
pub(super) fn hold_card(connection: &Connection, purpose: CasebookKind) -> Result<(), Problem> {
    let told: Option<String> = connection
        .prepare_cached("SELECT json_extract(after, '$.purpose') FROM journal WHERE id = 1 AND noun = 'casebook'")?
        .query_row([], |row| row.get(0))
        .optional()?
        .flatten();
    let told = told.and_then(|told| serde_json::from_value::<CasebookKind>(Value::from(told)).ok());
    if told.is_none_or(|told| told == purpose) { Ok(()) } else { Err(Problem::new(Kind::Locked, "card-not-as-told")) }
}

/// What cannot be told as JSON; nothing of ours.
pub(super) fn unwritable(cause: serde_json::Error) -> Problem {
    Problem::new(Kind::Io, "database").because(cause)
}
