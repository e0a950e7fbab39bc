//! A casebook of the next format, as a colleague's newer program leaves it, opened by the program of today: it reads
//! and writes, only reads, or is refused; and what it does not know is still there afterwards.

use rusqlite::Connection;

use super::super::schema::{FORMAT, MIGRATIONS, from, migrate_by};
use super::super::{Casebook, Lot, Origin, Store, Trail};
use super::{child, clock, day, desk, family, session};
use crate::domain::family::Family;
use crate::domain::ids::FamilyId;
use crate::domain::problem::{Kind, Problem};
use crate::domain::session::Session;

/// A table of the next format, with a row about a family; a column of one that is there.
const NEXT: &str = "
    CREATE TABLE pet (
        id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1,
        family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT, name TEXT NOT NULL
    ) STRICT;
    ALTER TABLE session ADD COLUMN weather TEXT NOT NULL DEFAULT 'unknown';
    ALTER TABLE session ADD COLUMN warmth REAL;
    INSERT INTO pet (family, name) SELECT id, 'Rex' FROM family;
";

/// Does what the newer program does when it opens the casebook.
fn bring_up(store: &Store, read_from: i64, written_from: i64, sql: &'static str) {
    let mut known = MIGRATIONS.to_vec();
    known.push(from(read_from, written_from, sql));
    migrate_by(&store.connection, &known).unwrap();
}

/// The store of whoever opened the casebook before it was brought up, and the one that brings it up.
fn two(casebook: &Casebook) -> (Store, Store) {
    let open = || casebook.unlock("Lena", "", clock).unwrap();
    (open(), open())
}

fn keys(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.key).collect()
}

fn pets(connection: &Connection) -> i64 {
    connection.query_row("SELECT count(*) FROM pet", [], |row| row.get(0)).unwrap()
}

/// Whoever opens it now, and whoever had it open.
fn both(casebook: &Casebook, open: Store) -> [Store; 2] {
    [casebook.unlock("Lena", "", clock).unwrap(), open]
}

#[test]
fn a_table_more_locks_nobody_out() {
    let (_directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let (open, newer) = two(&casebook);
    bring_up(&newer, FORMAT, FORMAT, NEXT);
    let [now, open] = both(&casebook, open);
    assert_eq!((keys(now.unit_faults()), keys(open.unit_faults())), (vec!["newer-in-part"], vec![]));
    for store in [&now, &open] {
        let added = store.add(&session(id, day("2026-11-03")), Origin::Direct).unwrap();
        store.undo().unwrap().unwrap();
        store.redo().unwrap().unwrap();
        let stored = store.get::<Session>(added).unwrap();
        store.change(added, stored.version, &Session { minutes: 45, ..stored.value }, Origin::Direct).unwrap();
        // What hangs on it unseen is not lost with it.
        assert_eq!(store.remove::<Family>(id).unwrap_err().key, "still-used");
        let found = store.examine(&casebook).unwrap();
        assert!(found.iter().all(|finding| finding.faults.is_empty()), "{found:?}");
    }
    assert_eq!(pets(&newer.connection), 1);
}

#[test]
fn what_a_column_holds_that_is_not_known_stays_and_comes_back() {
    let (_directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let added = store.add(&session(id, day("2026-11-03")), Origin::Direct).unwrap();
    let (open, newer) = two(&casebook);
    bring_up(&newer, FORMAT, FORMAT, NEXT);
    newer.connection.execute("UPDATE session SET weather = 'snö', warmth = -3.5", []).unwrap();
    let beside = || -> (String, f64) {
        newer
            .connection
            .query_row("SELECT weather, warmth FROM session", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
    };
    for store in both(&casebook, open) {
        let stored = store.get::<Session>(added).unwrap();
        store.change(added, stored.version, &Session { minutes: 45, ..stored.value }, Origin::Direct).unwrap();
        assert_eq!(beside(), ("snö".to_owned(), -3.5));
        for _ in 0..2 {
            store.remove::<Session>(added).unwrap();
            let told = store.journal(Trail::Newest, 1).unwrap().remove(0);
            assert!(told.before.unwrap().contains(r#""beside":{"weather":"snö","warmth":-3.5}"#));
            store.undo().unwrap().unwrap();
            assert_eq!(beside(), ("snö".to_owned(), -3.5));
            store.redo().unwrap().unwrap();
            store.undo().unwrap().unwrap();
            assert_eq!(beside(), ("snö".to_owned(), -3.5));
        }
    }
}

#[test]
fn a_table_that_others_go_by_is_read_and_not_written() {
    let (_directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let (open, newer) = two(&casebook);
    let mine = open.add(&session(id, day("2026-11-03")), Origin::Direct).unwrap();
    bring_up(&newer, FORMAT, FORMAT + 1, NEXT);
    let [now, open] = both(&casebook, open);
    assert_eq!(keys(now.unit_faults()), ["newer-read-only"]);
    let records = |store: &Store| {
        store
            .journal(Trail::Newest, 999)
            .unwrap()
            .iter()
            .filter(|row| ["add", "change", "remove"].contains(&row.act.as_str()))
            .count()
    };
    let before = records(&now);
    for store in [&now, &open] {
        let ek = store.get::<Family>(id).unwrap();
        store.journal_reading(id).unwrap();
        store.journal_export(&Lot::new("people", None)).unwrap();
        assert_eq!(store.kept_readings(), 0, "what is read is journalled");
        store.keep_draft("line", "halv rad").unwrap();
        assert_eq!(store.drafts().unwrap().len(), 1, "what is typed is kept");
        store.drop_draft("line").unwrap();
        for refused in [
            store.add(&child(id, "P-1", "Ia"), Origin::Direct).map(drop),
            store.change(id, ek.version, &ek.value, Origin::Direct).map(drop),
            store.remove::<Session>(mine),
            store.import(&[session(id, day("2026-11-04"))]),
            store.refused_visits(&[]).map(drop),
            store.look(1),
            store.fill_demo(&casebook, std::iter::empty(), |_| ()),
        ] {
            let problem = refused.unwrap_err();
            let expected = format!("newer-read-only found={} known={FORMAT}", FORMAT + 1);
            assert_eq!((problem.kind, problem.to_string()), (Kind::Locked, expected));
        }
        let found = store.examine(&casebook).unwrap();
        assert!(found.iter().all(|finding| finding.faults.is_empty()), "{found:?}");
        store.settle();
    }
    assert_eq!(open.undo().unwrap_err().key, "newer-read-only");
    assert!(open.can_undo(), "it may be taken back when the program may write again");
    assert_eq!((records(&now), pets(&newer.connection)), (before, 1));
}

#[test]
fn what_may_not_be_read_is_refused_to_whoever_has_it_open_too() {
    let (_directory, casebook, store) = desk();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let (open, newer) = two(&casebook);
    bring_up(&newer, FORMAT + 1, FORMAT + 1, NEXT);
    let expected = format!("newer-format found={} known={FORMAT}", FORMAT + 1);
    for refused in [
        casebook.unlock("Lena", "", clock).map(drop),
        open.get::<Family>(id).map(drop),
        open.journal(Trail::Newest, 1).map(drop),
        open.journal_reading(id),
        open.keep_draft("line", "halv rad"),
        open.add(&child(id, "P-1", "Ia"), Origin::Direct).map(drop),
    ] {
        let problem = refused.unwrap_err();
        assert_eq!((problem.kind, problem.to_string()), (Kind::Locked, expected.clone()));
    }
}

/// Two formats on: the stricter of the two counts.
#[test]
fn the_greatest_of_what_formats_ask_for_counts() {
    for (next, after, expected) in [
        ((FORMAT, FORMAT), (FORMAT, FORMAT), Ok("newer-in-part")),
        ((FORMAT, FORMAT + 1), (FORMAT, FORMAT), Ok("newer-read-only")),
        ((FORMAT + 1, FORMAT + 1), (FORMAT, FORMAT), Err("newer-format")),
        ((FORMAT, FORMAT), (FORMAT, FORMAT + 2), Ok("newer-read-only")),
    ] {
        let (_directory, casebook, store) = desk();
        let mut known = MIGRATIONS.to_vec();
        known.push(from(next.0, next.1, "CREATE TABLE pet (id INTEGER PRIMARY KEY) STRICT"));
        known.push(from(after.0, after.1, "CREATE TABLE cat (id INTEGER PRIMARY KEY) STRICT"));
        migrate_by(&store.connection, &known).unwrap();
        let told = casebook.unlock("Lena", "", clock).map(|store| keys(store.unit_faults()).concat());
        assert_eq!(told.as_deref().map_err(|problem| problem.key), expected, "{next:?} {after:?}");
    }
}

#[test]
fn an_unknown_noun_in_the_journal_is_passed_on_and_not_undone() {
    let (_directory, casebook, store) = desk();
    let id: FamilyId = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let (open, newer) = two(&casebook);
    bring_up(&newer, FORMAT, FORMAT, NEXT);
    open.add(&session(id, day("2026-11-03")), Origin::Direct).unwrap();
    // As a trigger of the newer format might.
    newer
        .connection
        .execute(
            "INSERT INTO journal (change, at, user, act, cause, noun, record, family, after)
             SELECT change, at, user, 'add', cause, 'pet', 1, family, '{}' FROM journal ORDER BY id DESC LIMIT 1",
            [],
        )
        .unwrap();
    let before = open.journal(Trail::Newest, 99).unwrap();
    assert_eq!((before[0].noun.as_str(), before[0].record), ("pet", 1));
    let problem = open.undo().unwrap_err();
    assert_eq!((problem.kind, problem.key), (Kind::Refused, "unknown-record"));
    assert_eq!(open.journal(Trail::Newest, 99).unwrap(), before, "nothing was taken back");
    let found = open.examine(&casebook).unwrap();
    assert!(found.iter().all(|finding| finding.faults.is_empty()), "{found:?}");
}

/// What says nothing of older programs, or something else than we know, is not guessed at.
#[test]
fn a_newer_format_that_says_nothing_is_refused() {
    for spoilt in [
        "DROP TABLE format",
        "ALTER TABLE format RENAME COLUMN read_from TO read_by",
        "DROP TRIGGER format_is_never_taken_back; DELETE FROM format",
    ] {
        let (_directory, casebook, store) = desk();
        bring_up(&store, FORMAT, FORMAT, NEXT);
        store.connection.execute_batch(spoilt).unwrap();
        assert_eq!(casebook.unlock("Lena", "", clock).unwrap_err().key, "newer-format", "{spoilt}");
    }
}
