//! Whoever has the files and the key of the database, and another program than ours: what they may try, and that it is
//! found. Each attack is done with what SQLite allows to anybody, triggers taken away.

mod columns;
mod files;
mod keys;
mod records;
mod rows;

use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;

use super::{clock, desk, family, session};
use crate::domain::codes::Role;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::chain::people;
use crate::store::journal::{self, Cause};
use crate::store::slots::{self, Key, Pair};
use crate::store::{Casebook, FirstUser, Found, Origin, Proof, Saving, Store, connection, users};

const LENA: &str = "Lena";
const SARA: &str = "Sara";
const PASSPHRASE: &str = "tolv tecken!";

/// A real casebook of a team leader and a support person with one family of two sessions, one of which was changed.
struct Office {
    place: TempDir,
    casebook: Casebook,
    family: FamilyId,
    session: SessionId,
    /// Row of the journal after which nothing more happened.
    last: i64,
}

impl Office {
    fn new() -> Self {
        let place = TempDir::new().unwrap();
        let first = FirstUser { name: LENA, role: Role::TeamLeader };
        let casebook = Casebook::init(&place.path().join("casebook"), first, PASSPHRASE, clock).unwrap();
        let lena = casebook.unlock(LENA, PASSPHRASE, clock).unwrap();
        let key = slots::open(&casebook.keys(), LENA, PASSPHRASE).unwrap().key;
        employ(&lena, &casebook, &key, SARA, Role::SupportPerson);
        let home = Family { child_support: vec![SARA.to_owned()], ..family("K-1", "Ek") };
        let family = lena.add(&home, Origin::Direct).unwrap();
        let sara = casebook.unlock(SARA, PASSPHRASE, clock).unwrap();
        let note = |text: &str| Session { note: Some(text.to_owned()), ..session(family, super::day("2026-10-05")) };
        let session = sara.add(&note("först"), Origin::Direct).unwrap();
        saved(sara.change(session, 1, &note("sedan"), Origin::Direct));
        lena.add(&Session { on: super::day("2026-10-12"), ..note("en till") }, Origin::Direct).unwrap();
        let last = lena.newest().unwrap();
        Self { place, casebook, family, session, last }
    }

    fn lena(&self) -> Store {
        self.casebook.unlock(LENA, PASSPHRASE, clock).unwrap()
    }

    fn sara(&self) -> Store {
        self.casebook.unlock(SARA, PASSPHRASE, clock).unwrap()
    }

    fn key(&self) -> Key {
        slots::open(&self.casebook.keys(), SARA, PASSPHRASE).unwrap().key
    }

    /// The database, to whoever has its key and SQL of their own.
    fn raw(&self) -> Connection {
        let raw = connection::open(&self.casebook.database(), &self.key()).unwrap();
        bare(&raw);
        raw
    }

    fn alter(&self, sql: &str) {
        self.raw().execute_batch(sql).unwrap();
    }

    fn proof(&self) -> Proof {
        self.lena().verify(&self.casebook).unwrap()
    }

    /// The faults that are found, by what they are.
    fn faults(&self) -> Vec<String> {
        faults(&self.proof())
    }

    fn copy_to(&self, name: &str) -> std::path::PathBuf {
        let to = self.place.path().join(name);
        copy(self.casebook.directory(), &to);
        to
    }
}

/// Takes away what stops whoever has none but our own SQL.
fn bare(raw: &Connection) {
    raw.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = ON").unwrap();
    let mut statement = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let names: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for name in names.iter().filter(|name| name.contains("never")) {
        raw.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
}

/// A new user, as whoever manages users makes one.
fn employ(store: &Store, casebook: &Casebook, key: &Key, name: &str, role: Role) {
    let pair = slots::write(&casebook.keys(), name, PASSPHRASE, key).unwrap();
    store
        .write(|transaction| {
            let change = journal::next_change(transaction)?;
            let id = users::insert(transaction, name, role, pair.public())?;
            let [_, user, ..] = people::PEOPLE;
            store.journal_people(transaction, change, Cause::Person, (user, id.0), None)
        })
        .unwrap();
}

fn saved<R: crate::store::Record>(outcome: Result<Saving<R>, Problem>) {
    assert!(matches!(outcome.unwrap(), Saving::Saved(_)));
}

fn faults(proof: &Proof) -> Vec<String> {
    let all = proof.checks.iter().flat_map(|check| &check.found).filter(|found| found.is_fault);
    all.map(|found| found.what.to_owned()).collect()
}

/// What a fault says under a name.
fn word(found: &Found, name: &str) -> String {
    found.words.iter().find(|(known, _)| *known == name).map(|(_, word)| word.clone()).unwrap_or_default()
}

fn the(proof: &Proof, what: &str) -> Found {
    proof.checks.iter().flat_map(|check| &check.found).find(|found| found.what == what).unwrap().clone()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let there = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &there),
            false => drop(std::fs::copy(entry.path(), there).unwrap()),
        }
    }
    std::fs::set_permissions(to, std::fs::metadata(from).unwrap().permissions()).unwrap();
}

/// Signs the whole chain anew, as somebody who has a pair of their own and the key of the database.
fn relink(raw: &Connection, from: i64, sign: &Pair) {
    use crate::store::chain::{self, link};
    let mut previous = chain::link_of(raw, from - 1).unwrap().unwrap_or(link::BEFORE_ALL);
    let sql = format!("SELECT {} FROM journal WHERE id >= ? ORDER BY id", chain::COLUMNS);
    let mut statement = raw.prepare(&sql).unwrap();
    let mut rows = statement.query([from]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let words = chain::words(row).unwrap();
        let (before, after) = chain::told(row).unwrap();
        let content = link::content(&[1; 16], before, after);
        previous = link::link(&previous, words, &content);
        raw.execute(
            "REPLACE INTO chain (row, salt, content, link, signature) VALUES (?, ?, ?, ?, ?)",
            (words.id, [1_u8; 16], content, previous, sign.sign(&link::signed(&previous))),
        )
        .unwrap();
    }
}

#[test]
fn what_nobody_touched_is_proven() {
    let office = Office::new();
    assert_eq!(office.faults(), Vec::<String>::new());
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, super::new_families(4, 3), |_| ()).unwrap();
    store.add(&family("K-1", "Ek"), Origin::Direct).unwrap();
    assert_eq!(faults(&store.verify(&casebook).unwrap()), Vec::<String>::new());
}

#[test]
fn proof_shows_no_case() {
    let office = Office::new();
    office.alter("UPDATE session SET note = 'annat'; UPDATE family SET name = 'Al'");
    let told = format!("{:?}", office.proof());
    for text in ["först", "sedan", "annat", "Ek", "Al\"", "en till"] {
        assert!(!told.contains(text), "{text}: {told}");
    }
    assert!(told.contains("K-1"), "whoever reads every case is told which family");
}
