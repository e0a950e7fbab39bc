//! Whether the casebook is what those who signed have written, and nothing else: `trygg verify`.
//!
//! | file | idea |
//! |---|---|
//! | `tables` | every table, and how it is held to be true |
//! | `walk` | the journal row by row: links, contents, signatures, and who was allowed to give a role |
//! | `known` | users and teams as the journal tells them |
//! | `fold` | what the journal says of one record, and what is found of it |
//! | `records` | every record against that, one noun after the other |
//! | `derived` | what can be worked out is worked out again |
//! | `purges` | who asked for a purge and who confirmed it |
//! | `outside` | the head and its copies, the key files, the card |
//!
//! All is one picture of the database, and no more of it is in memory than a record and what was found. It asks for
//! [`Right::Maintain`] and shows no case: a record is named by its kind and number, and by its case reference to those
//! who read every case.

mod cosigned;
mod derived;
mod fold;
mod known;
mod outside;
mod purges;
mod records;
pub(super) mod tables;
mod walk;

use std::path::Path;

use rusqlite::Connection;

use super::chain::head;
use super::{Casebook, CasebookKind, Store, chain};
use crate::domain::access::{Reach, Right};
use crate::domain::problem::Problem;
use walk::Walked;

/// Most that is told of one thing; how much more there is, is counted.
const MOST: usize = 100;

/// What was looked at, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Every check, in the order in which they were made.
    pub checks: Vec<Proven>,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// Its name in JSON and in the locale files.
    pub name: &'static str,
    /// How much was looked at.
    pub count: i64,
    /// What was found.
    pub found: Vec<Found>,
}

/// Something that was found, and whether it is a fault or only worth knowing. Never case text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its key in the locale files, without `found-`.
    pub what: &'static str,
    /// Whether the casebook is not what it should be.
    pub is_fault: bool,
    /// The words of its sentence.
    pub words: Vec<(&'static str, String)>,
}

impl Proof {
    /// Whether all is as it should be.
    pub fn holds(&self) -> bool {
        self.checks.iter().all(Proven::holds)
    }
}

impl Proven {
    fn of(name: &'static str) -> Self {
        Self { name, count: 0, found: Vec::new() }
    }

    /// Whether there is no fault in it.
    pub fn holds(&self) -> bool {
        !self.found.iter().any(|found| found.is_fault)
    }

    fn add(&mut self, found: Found) {
        // What is too much to tell is counted in the last line.
        if self.found.len() < MOST {
            self.found.push(found);
            return;
        }
        match self.found.last_mut() {
            Some(Found { what: "more", words, is_fault }) => {
                *is_fault |= found.is_fault;
                if let Some((_, count)) = words.first_mut() {
                    *count = (count.parse::<u64>().unwrap_or_default() + 1).to_string();
                }
            }
            _ => self.found.push(Found { is_fault: found.is_fault, ..Found::note("more").with("count", 1) }),
        }
    }
}

impl Found {
    fn fault(what: &'static str) -> Self {
        Self { what, is_fault: true, words: Vec::new() }
    }

    fn note(what: &'static str) -> Self {
        Self { what, is_fault: false, words: Vec::new() }
    }

    fn with(mut self, name: &'static str, word: impl ToString) -> Self {
        self.words.push((name, word.to_string()));
        self
    }
}

impl Store {
    /// Proves the casebook. It takes as long as reading all of it, and nobody waits for it.
    ///
    /// # Errors
    /// Refused to roles that do not look after the casebook; a casebook of a newer format; a database that cannot be
    /// read at all.
    pub fn verify(&self, casebook: &Casebook) -> Result<Proof, Problem> {
        self.ask(Right::Maintain)?;
        if let Some(problem) = self.footing()?.told() {
            return Err(problem);
        }
        self.copy_log();
        // What is outside is read before the picture is taken, for it may lie behind and never ahead.
        let heads = outside::Heads::read(self);
        let picture = self.picture()?;
        let names_families = self.reach(Right::ReadCases) >= Reach::Team;
        let connection = &self.connection;
        let mut checks = vec![
            sqlite(connection, "encryption", "PRAGMA cipher_integrity_check")?,
            sqlite(connection, "integrity", "PRAGMA integrity_check")?,
            references(connection)?,
        ];
        let Walked { checks: walked, users, covered, purpose } = walk::walk(connection, casebook.purpose())?;
        checks.extend(walked);
        checks.push(heads.check(connection, chain::end(connection)?)?);
        checks.push(records::check(connection, covered, names_families)?);
        checks.push(users.check(connection)?);
        checks.push(derived::check(connection)?);
        checks.push(purges::check(connection)?);
        checks.push(outside::slots(casebook, connection)?);
        checks.push(outside::card(casebook, purpose));
        checks.push(tables::check(connection)?);
        drop(picture);
        Ok(Proof { checks })
    }

    /// Goes on with a casebook that its head says is not the one it was: one signed row says so, and the head is
    /// written anew, whatever it told.
    ///
    /// # Errors
    /// Refused to roles that do not look after the casebook.
    pub fn accept_head(&self) -> Result<(), Problem> {
        self.ask(Right::Maintain)?;
        self.set_head_anew()
    }
}

/// Whether the chain of a copy holds, and the head that lies beside it says no more than that. A copy of a format in
/// which nothing was signed has none.
///
/// # Errors
/// A database that cannot be read at all.
pub(super) fn chain_holds(connection: &Connection, directory: &Path, purpose: CasebookKind) -> Result<bool, Problem> {
    let is_signed = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'chain'")?.exists([])?;
    if !is_signed {
        return Ok(true);
    }
    let is_walked = walk::walk(connection, purpose)?.checks.iter().all(Proven::holds);
    let head = match head::read(&directory.join(head::FILE)) {
        head::Found::Line(line) => head::behind(connection, chain::end(connection)?, &line)?.is_none(),
        // A casebook that nobody has written to since there are heads has none.
        head::Found::Nothing => true,
        head::Found::Unreadable => false,
    };
    Ok(is_walked && head)
}

/// A check of SQLite's own: every row but `ok` is a fault.
fn sqlite(connection: &Connection, name: &'static str, pragma: &str) -> Result<Proven, Problem> {
    let mut proven = Proven::of(name);
    proven.count = connection.query_row("SELECT page_count FROM pragma_page_count", [], |row| row.get(0))?;
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let said: String = row.get(0)?;
        if said != "ok" {
            proven.add(Found::fault("sqlite").with("said", said));
        }
    }
    Ok(proven)
}

/// That whatever refers to something refers to something that is there.
fn references(connection: &Connection) -> Result<Proven, Problem> {
    let mut proven = Proven::of("references");
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, number): (String, Option<i64>) = (row.get(0)?, row.get(1)?);
        proven.add(Found::fault("reference").with("table", table).with("row", number.unwrap_or_default()));
    }
    Ok(proven)
}
