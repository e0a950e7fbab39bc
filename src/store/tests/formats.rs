//! What a migration may say of the programs before it, held to what it does. What only the field can tell (a table that
//! a safety rule or a right hangs on) no test can see; CONTRIBUTING.md asks for it.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::super::schema::{FIRST_TOLD, MIGRATIONS, Migration, from, migrate_by};
use super::desk;

/// How much a migration takes from the programs before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Takes {
    Nothing,
    Writing,
    Reading,
}

/// What whoever may only read still writes, and what says who may do so.
const WRITTEN_ASIDE: &[&str] = &["journal", "draft", "format"];

/// What a migration takes, told by its statements and the tables that were there before.
fn takes(sql: &str, before: &Connection) -> Takes {
    let mut old = BTreeSet::new();
    let mut tables = before.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let mut rows = tables.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        old.insert(row.get::<_, String>(0).unwrap());
    }
    let is_record = |table: &str| {
        let sql = "SELECT 1 FROM pragma_table_info(?) WHERE name = 'version'";
        before.prepare(sql).unwrap().exists([table]).unwrap()
    };
    let mut most = Takes::Nothing;
    for statement in statements(sql) {
        let words: Vec<&str> = statement.split(|c: char| c.is_whitespace() || "(),".contains(c)).collect();
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let after =
            |word: &str| words.iter().position(|known| *known == word).and_then(|at| words.get(at + 1)).copied();
        // Rows of an older table that go when others do would go unjournalled.
        let falls = |text: &str| {
            text.split("REFERENCES ").skip(1).any(|part| {
                let mut words = part.split(|c: char| c.is_whitespace() || "(),".contains(c));
                old.contains(words.next().unwrap()) && part.split(',').next().unwrap().contains("ON DELETE CASCADE")
            })
        };
        let of_old = |table: Option<&str>| table.is_none_or(|table| old.contains(table));
        let takes = match words[..] {
            ["CREATE", "TABLE", ..] if falls(&statement) => Takes::Writing,
            ["CREATE", "TABLE", ..] | ["CREATE", "INDEX", ..] => Takes::Nothing,
            ["CREATE", "UNIQUE", "INDEX", ..] if of_old(after("ON")) => Takes::Writing,
            ["CREATE", "UNIQUE", "INDEX", ..] => Takes::Nothing,
            ["CREATE", "TRIGGER", ..] if of_old(after("ON")) => Takes::Writing,
            ["CREATE", "TRIGGER", ..] => Takes::Nothing,
            // The rows of a list are written anew whenever its record is.
            ["ALTER", "TABLE", table, "ADD", ..] if is_record(table) && !falls(&statement) => Takes::Nothing,
            ["ALTER", "TABLE", _, "ADD", ..] => Takes::Writing,
            ["INSERT", "INTO", table, ..] if !old.contains(table) => Takes::Nothing,
            ["INSERT", ..] | ["UPDATE", ..] | ["DELETE", ..] => Takes::Writing,
            _ => Takes::Reading,
        };
        let touches = ["TABLE", "ON", "INTO", "UPDATE", "FROM"].iter().filter_map(|word| after(word));
        let is_aside = touches.into_iter().any(|table| WRITTEN_ASIDE.contains(&table) && old.contains(table));
        most = most.max(if is_aside { Takes::Reading } else { takes });
    }
    most
}

/// The statements of a migration; the body of a trigger is part of it.
fn statements(sql: &str) -> Vec<String> {
    let plain: Vec<&str> = sql.lines().map(|line| line.split("--").next().unwrap()).collect();
    let (mut statements, mut one) = (Vec::new(), String::new());
    for part in plain.join("\n").split_inclusive(';') {
        one.push_str(part);
        if !one.contains("CREATE TRIGGER") || one.trim_end().ends_with("END;") {
            statements.push(std::mem::take(&mut one));
        }
    }
    statements.retain(|statement| !statement.trim().trim_end_matches(';').is_empty());
    statements
}

/// A casebook as the first migrations leave it.
fn brought_to(count: usize) -> Connection {
    let plain = Connection::open_in_memory().unwrap();
    migrate_by(&plain, &MIGRATIONS[..count]).unwrap();
    plain
}

/// What is wrong with what a migration says.
fn says_too_much(number: i64, migration: &Migration, before: &Connection) -> Option<String> {
    let takes = takes(migration.sql, before);
    let says = match *migration {
        Migration { read_from, .. } if read_from == number => Takes::Reading,
        Migration { written_from, .. } if written_from == number => Takes::Writing,
        _ => Takes::Nothing,
    };
    (says < takes).then(|| format!("{number} says it takes {says:?} from older programs, and takes {takes:?}"))
}

#[test]
fn what_a_migration_takes_from_older_programs_is_what_it_says() {
    for (number, migration) in (1_i64..).zip(MIGRATIONS) {
        let before = brought_to(usize::try_from(number - 1).unwrap());
        assert_eq!(says_too_much(number, migration, &before), None);
        let order = [
            if number < FIRST_TOLD { number } else { FIRST_TOLD },
            migration.read_from,
            migration.written_from,
            number,
        ];
        assert!(order.is_sorted(), "{number}: {order:?}");
    }
}

#[test]
fn what_a_migration_takes_is_read_from_its_statements() {
    let now = brought_to(MIGRATIONS.len());
    for (sql, expected) in [
        ("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT; CREATE INDEX more_by ON more (id);", Takes::Nothing),
        ("CREATE TABLE more (family INTEGER REFERENCES family ON DELETE RESTRICT) STRICT;", Takes::Nothing),
        ("CREATE TABLE more (family INTEGER REFERENCES family ON DELETE CASCADE) STRICT;", Takes::Writing),
        ("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT; INSERT INTO more SELECT id FROM family;", Takes::Nothing),
        ("CREATE INDEX more_by ON session (level);", Takes::Nothing),
        ("CREATE UNIQUE INDEX more_by ON session (level);", Takes::Writing),
        ("ALTER TABLE session ADD COLUMN more TEXT; -- a note; of two", Takes::Nothing),
        ("ALTER TABLE session ADD COLUMN more INTEGER REFERENCES staff ON DELETE CASCADE;", Takes::Writing),
        ("ALTER TABLE session_goal ADD COLUMN more TEXT;", Takes::Writing),
        ("UPDATE session SET minutes = 0;", Takes::Writing),
        ("INSERT INTO staff (name) VALUES ('Bo');", Takes::Writing),
        ("CREATE TRIGGER more BEFORE INSERT ON session BEGIN SELECT 1; SELECT 2; END;", Takes::Writing),
        ("ALTER TABLE session RENAME COLUMN note TO text;", Takes::Reading),
        ("ALTER TABLE session DROP COLUMN note;", Takes::Reading),
        ("CREATE TABLE more (id INTEGER) STRICT; DROP TABLE wish;", Takes::Reading),
        ("CREATE VIEW more AS SELECT 1;", Takes::Reading),
        ("ALTER TABLE journal ADD COLUMN more TEXT;", Takes::Reading),
        ("CREATE INDEX more_by ON draft (body);", Takes::Reading),
        ("CREATE TRIGGER more BEFORE INSERT ON journal BEGIN SELECT 1; END;", Takes::Reading),
    ] {
        assert_eq!(takes(sql, &now), expected, "{sql}");
    }
    // Of those there are, a table of its own, one whose rows go with older ones, and one that made a table anew.
    for (number, expected) in [(5, Takes::Nothing), (10, Takes::Writing), (6, Takes::Reading)] {
        assert_eq!(takes(MIGRATIONS[number - 1].sql, &brought_to(number - 1)), expected, "{number}");
    }
    let (open, closed) = (from(11, 11, "DROP TABLE wish;"), from(12, 12, "DROP TABLE wish;"));
    assert!(says_too_much(12, &open, &now).is_some() && says_too_much(12, &closed, &now).is_none());
}

#[test]
fn what_a_casebook_says_of_older_programs_is_never_taken_back() {
    let (_directory, _casebook, store) = desk();
    for (sql, expected) in [
        ("UPDATE format SET written_from = 1", "formats are never rewritten"),
        ("REPLACE INTO format SELECT * FROM format", "formats are never rewritten"),
        ("DELETE FROM format", "formats are never taken back"),
        ("INSERT INTO format VALUES (99, 100, 100)", "CHECK constraint failed: read_from BETWEEN 1 AND number"),
        (
            "INSERT INTO format VALUES (99, 99, 98)",
            "CHECK constraint failed: written_from BETWEEN read_from AND number",
        ),
    ] {
        let refused = store.connection.execute(sql, []).map_err(|error| error.to_string());
        assert_eq!(refused, Err(expected.to_owned()), "{sql}");
    }
}
