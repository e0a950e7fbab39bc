//! Saves that fail at their first step, at their second, at their third, until one succeeds: after each, everything is
//! as it was, and after the last, as if nothing had ever failed.
//!
//! Four kinds of fault. A step is a row that is written: triggers of the connection alone count them and fail at one,
//! in SQLite's two manners, the statement given up or the whole transaction taken back under our feet. A disk that is
//! full: the database may grow by no page, by one, by two. And power that goes: what the log holds of the save is cut
//! off, or never reached the disk, at some byte of it. The fourth, a disk that fails, is in `failing`.

mod failing;
pub(super) mod grouped;
mod kept;
mod looks;
mod measured;
mod planned;
mod reach;
pub(super) mod samples;
mod saves;
mod tried;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use tempfile::TempDir;

use super::{LENA, child, clock, family};
use crate::domain::codes::{MeetingState, MemberRole};
use crate::domain::group_meeting::GroupMeeting;
use crate::domain::person::Person;
use crate::domain::problem::Kind;
use crate::store::connection::log_of;
use crate::store::schema::{FORMAT, MIGRATIONS, from, migrate_by};
use crate::store::{Casebook, FirstUser, Origin, Store};
use failing::KEPT;
use samples::Home;
use saves::{Act, DRAFT, Save, saves};

/// Nothing takes more steps than this.
const MOST: i64 = 400;

/// In how many tests all are tried, so that they are tried side by side.
const PARTS: usize = 4;

/// The unit's own rules, without which nothing is ever purged.
const OWN_RULES: &str = "purge.toml";

/// How far the casebook has come.
const HEAD: &str = "head";

/// The casebook that every trial begins with a copy of.
struct Base {
    directory: TempDir,
    home: Home,
}

static BASE: LazyLock<Base> = LazyLock::new(|| {
    let directory = TempDir::new().unwrap();
    let place = directory.path().join("casebook");
    let casebook = Casebook::init_demo(&place, &[LENA, FirstUser { name: "Noor", ..LENA }], clock).unwrap();
    fs::write(place.join(OWN_RULES), "municipality = \"1380\"").unwrap();
    fs::set_permissions(place.join(OWN_RULES), fs::Permissions::from_mode(0o600)).unwrap();
    let store = casebook.unlock("Lena", "", clock).unwrap();
    store.add_user(&casebook, &saves::a_user("Bo"), None).unwrap();
    let family = store.add(&family("K-1", "Ek"), Origin::Direct).unwrap();
    let child = store.add(&self::child(family, "K-1-1", "Ia"), Origin::Direct).unwrap();
    let mother = Person { role: MemberRole::Mother, ..self::child(family, "K-1-2", "Mona") };
    let mother = store.add(&mother, Origin::Direct).unwrap();
    let home = Home { family, child, mother };
    store.add(&samples::goal(&home, 1, "läsa".to_owned()), Origin::Direct).unwrap();
    let group = store.add(&grouped::group("G-1"), Origin::Direct).unwrap();
    let meeting = GroupMeeting::new(group, super::day("2026-11-12"), MeetingState::Held);
    store.add(&meeting, Origin::Direct).unwrap();
    store.keep_draft(DRAFT, "halv rad").unwrap();
    store.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    Base { directory, home }
});

/// A copy of a casebook, with another log if one is given.
fn copy(from: &Path, log: Option<&[u8]>) -> (TempDir, Casebook) {
    let directory = TempDir::new().unwrap();
    let to = directory.path().join("casebook");
    fs::create_dir_all(to.join("keys")).unwrap();
    fs::set_permissions(&to, fs::Permissions::from_mode(0o700)).unwrap();
    fs::set_permissions(to.join("keys"), fs::Permissions::from_mode(0o700)).unwrap();
    for file in ["casebook.toml", "casebook.db", "gate", HEAD, "keys/demo.toml", OWN_RULES] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    let casebook = Casebook::find(&to).unwrap();
    if let Some(log) = log {
        fs::write(log_of(&casebook.database()), log).unwrap();
        fs::set_permissions(log_of(&casebook.database()), fs::Permissions::from_mode(0o600)).unwrap();
    }
    (directory, casebook)
}

/// A save that is about to be tried.
struct Trial {
    _directory: TempDir,
    casebook: Casebook,
    store: Store,
    act: Act,
    before: String,
    log: PathBuf,
    logged: u64,
    head: Vec<u8>,
}

impl Trial {
    fn of(save: &Save) -> Self {
        let (directory, casebook) = copy(&BASE.directory.path().join("casebook"), None);
        let store = casebook.unlock("Lena", "", clock).unwrap();
        // Nobody pulls a plug here but ourselves.
        store.connection.execute_batch("PRAGMA synchronous = OFF").unwrap();
        store.disk.forgo();
        let act = (save.prepare)(&store, &casebook, &BASE.home);
        let log = log_of(&casebook.database());
        let logged = length(&log);
        let before = content(&store.connection);
        let head = fs::read(casebook.directory().join(HEAD)).unwrap();
        Self { _directory: directory, casebook, store, act, before, log, logged, head }
    }

    /// Tries it; whether it succeeded. If not, nothing has happened.
    fn succeeds(&self, name: &str, key: &str) -> bool {
        let Err(problem) = (self.act)(&self.store, &self.casebook) else { return true };
        assert_eq!((problem.kind, problem.key), (Kind::Io, key), "{name}");
        assert!(self.store.connection.is_autocommit(), "{name}: nothing is left open");
        assert_eq!(length(&self.log), self.logged, "{name}: something was committed");
        false
    }

    /// Whoever asks is told what was there before.
    fn is_untouched(&self, name: &str) {
        is_same(&content(&self.store.connection), &self.before, name);
    }
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}

/// All that is in a casebook, but for SQLite's statistics.
pub(super) fn content(connection: &Connection) -> String {
    let mut text = String::new();
    for table in tables(connection) {
        text.push_str(&format!("\n== {table}"));
        // Salts are new each time, and so is what is hashed with them.
        let columns = match table.as_str() {
            "chain" => "row, signature IS NOT NULL",
            "base" => "noun, record, row",
            // The secret is drawn anew for each.
            "research" => "id",
            "journal" => {
                "id, change, at, user, act, cause, noun, record, family, before, json_remove(after, '$.digest')"
            }
            _ => "*",
        };
        let mut statement = connection.prepare(&format!("SELECT {columns} FROM main.\"{table}\"")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            text.push('\n');
            for column in 0..columns {
                match row.get_ref(column).unwrap() {
                    ValueRef::Text(held) => text.push_str(std::str::from_utf8(held).unwrap()),
                    ValueRef::Integer(held) => text.push_str(&held.to_string()),
                    held => text.push_str(&format!("{held:?}")),
                }
                text.push('|');
            }
        }
    }
    text
}

/// That two casebooks hold the same; of those that do not, the first row that differs is told.
fn is_same(found: &str, expected: &str, name: &str) {
    let differs = found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
    assert!(found == expected, "{name}: {differs:?}");
}

pub(super) fn tables(connection: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'";
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Nothing is wrong with it: neither SQLite nor the house finds a fault, references hold, the journal has no gap. A
/// copy is looked at, for looking moves the log over.
fn is_whole(casebook: &Casebook, name: &str) {
    let log = fs::read(log_of(&casebook.database())).unwrap_or_default();
    let (_directory, copied) = copy(casebook.directory(), (!log.is_empty()).then_some(&log));
    let store = copied.unlock("Lena", "", clock).unwrap();
    for finding in store.examine(&copied).unwrap() {
        assert!(finding.faults.is_empty(), "{name}: {finding:?}");
    }
}

/// Counts the rows that the connection writes, and fails at one.
fn count_steps(connection: &Connection) {
    let mut sql =
        "CREATE TEMP TABLE step (remaining INTEGER, manner TEXT); INSERT INTO step VALUES (0, '');".to_owned();
    for table in tables(connection).iter().filter(|table| !table.starts_with("sqlite_")) {
        for deed in ["INSERT", "UPDATE", "DELETE"] {
            sql.push_str(&format!(
                "CREATE TEMP TRIGGER {table}_{deed} BEFORE {deed} ON main.{table} BEGIN
                    UPDATE step SET remaining = remaining - 1;
                    SELECT RAISE(ABORT, 'a step') FROM step WHERE remaining = 0 AND manner = 'abort';
                    SELECT RAISE(ROLLBACK, 'a step') FROM step WHERE remaining = 0 AND manner = 'rollback';
                END;"
            ));
        }
    }
    connection.execute_batch(&sql).unwrap();
}

/// Lets the database grow by some pages, and no further.
fn allow(connection: &Connection, pages: i64) {
    let now: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    connection.pragma_update(None, "max_page_count", now + pages).unwrap();
}

/// Tries a save on a full disk, a page more at a time, until it succeeds. What is held then, and how often it failed.
fn on_a_full_disk(save: &Save, trial: &Trial) -> (String, i64) {
    let name = &save.name;
    let mut pages = 0;
    // What is read is kept in memory until it can be journalled: see `disk.rs`.
    if !KEPT.contains(&save.function()) {
        allow(&trial.store.connection, pages);
        while !trial.succeeds(name, "disk-full") {
            trial.is_untouched(name);
            if pages == 0 {
                is_whole(&trial.casebook, name);
            }
            pages += 1;
            assert!(pages < MOST, "{name} never succeeds");
            allow(&trial.store.connection, pages);
        }
        allow(&trial.store.connection, 100_000);
    } else {
        assert!(trial.succeeds(name, ""));
    }
    (content(&trial.store.connection), pages)
}

/// Fails a save at each of its steps, until it succeeds. How many there were.
fn at_every_step(save: &Save, after: &str) -> i64 {
    let name = &save.name;
    let trial = Trial::of(save);
    count_steps(&trial.store.connection);
    let mut set = trial.store.connection.prepare("UPDATE step SET remaining = ?, manner = ?").unwrap();
    for step in 1..MOST {
        set.execute((step, "abort")).unwrap();
        if trial.succeeds(name, "database") {
            is_same(&content(&trial.store.connection), after, &format!("{name}, as if nothing had failed"));
            return step - 1;
        }
        set.execute((step, "rollback")).unwrap();
        assert!(!trial.succeeds(name, "database"), "{name}: {step}");
        if step == 1 {
            trial.is_untouched(name);
        }
    }
    panic!("{name} never succeeds")
}

/// Cuts what a save has put into the log at some byte of it, or has it never reach the disk from there on.
fn when_power_goes(save: &Save, trial: &Trial, number: usize) {
    let name = &save.name;
    let mut log = fs::read(&trial.log).unwrap();
    let (from, to) = (usize::try_from(trial.logged).unwrap(), log.len());
    if to <= from {
        assert!(["fill_demo", "confirm_purge"].contains(&save.function()), "{name} is not in the log");
        return;
    }
    let cut = from + (number * 7919) % (to - from);
    if number.is_multiple_of(2) {
        log.truncate(cut)
    } else {
        log[cut..].fill(0)
    }
    let (_directory, casebook) = copy(trial.casebook.directory(), Some(&log));
    // It moves on once what it tells of is on the disk.
    fs::write(casebook.directory().join(HEAD), &trial.head).unwrap();
    let store = casebook.unlock("Lena", "", clock).unwrap();
    is_same(&content(&store.connection), &trial.before, &format!("{name}, cut at {cut} of {from} to {to}"));
    is_whole(&casebook, name);
}

/// Tries one part of all saves. How often the disk was full, and how many steps there were.
fn try_part(part: usize) {
    let (mut tried, mut pages, mut steps) = (0, 0, 0);
    for (number, save) in saves().iter().enumerate().filter(|(number, _)| number % PARTS == part) {
        let trial = Trial::of(save);
        let (after, full) = on_a_full_disk(save, &trial);
        assert!(after != trial.before, "{}: it does something", save.name);
        is_whole(&trial.casebook, &save.name);
        when_power_goes(save, &trial, number);
        let counted = at_every_step(save, &after);
        assert!(counted > 0, "{}", save.name);
        (tried, pages, steps) = (tried + 1, pages + full, steps + counted);
    }
    println!("{tried} saves, {pages} times full, {steps} steps");
    assert!(pages > tried / 2 && steps > 4 * tried, "{tried} saves, {pages} times full, {steps} steps");
}

#[test]
fn every_save_is_whole_or_not_at_all_first_part() {
    try_part(0);
}

#[test]
fn every_save_is_whole_or_not_at_all_second_part() {
    try_part(1);
}

#[test]
fn every_save_is_whole_or_not_at_all_third_part() {
    try_part(2);
}

#[test]
fn every_save_is_whole_or_not_at_all_fourth_part() {
    try_part(3);
}

#[test]
fn whatever_is_saved_is_proven() {
    for save in saves() {
        let trial = Trial::of(&save);
        (trial.act)(&trial.store, &trial.casebook).unwrap();
        let proof = trial.store.verify(&trial.casebook).unwrap();
        assert!(proof.holds(), "{}: {:?}", save.name, proof.checks.iter().find(|check| !check.holds()));
    }
}

/// What is left to a program that may only read: see `store::format`.
const ASIDE: &[&str] = &[
    "accept_head",
    "keep_draft",
    "drop_draft",
    "journal_reading",
    "journal_opening",
    "journal_listing",
    "journal_log",
    "journal_print",
    "journal_export",
    "journal_whole",
    "give_to_main_record",
    "figures",
    "give_facts",
    "begin_figures",
    "open_call",
];

#[test]
fn a_program_that_may_only_read_saves_nothing_of_anybodys() {
    for save in saves() {
        let trial = Trial::of(&save);
        let mut next = MIGRATIONS.to_vec();
        next.push(from(FORMAT, FORMAT + 1, "CREATE TABLE pet (id INTEGER PRIMARY KEY) STRICT"));
        migrate_by(&trial.store.connection, &next).unwrap();
        let before = content(&trial.store.connection);
        let refused = (trial.act)(&trial.store, &trial.casebook).err().map(|problem| problem.key);
        if ASIDE.contains(&save.function()) {
            assert_eq!(refused, None, "{}", save.name);
        } else {
            assert_eq!(refused, Some("newer-read-only"), "{}", save.name);
            is_same(&content(&trial.store.connection), &before, &save.name);
        }
    }
}
