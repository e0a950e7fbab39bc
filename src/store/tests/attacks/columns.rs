//! Every table there is, and every column: what is altered is found, or it is said that nobody vouches for it.

use std::collections::BTreeSet;

use rusqlite::{Connection, Transaction};
use tempfile::TempDir;

use super::{desk, family};
use crate::domain::check_in::Meeting;
use crate::domain::codes::{AccessDecision, FamilyStatus, MemberRole};
use crate::domain::family::Family;
use crate::domain::ids::ArrangementId;
use crate::domain::measurement::Measurement;
use crate::domain::network::{NetworkMap, PersonKey, Tie};
use crate::domain::noun::{NounKind, every_noun};
use crate::domain::person::Person;
use crate::domain::purge::PurgeRules;
use crate::domain::session::{GoalMark, Session};
use crate::domain::visit::{Arrangement, Occurrence};
use crate::store::chain::people;
use crate::store::journal::{self, Cause};
use crate::store::tests::faults::samples::{Home, Sampled, asked_figures, goal, published, with_saga};
use crate::store::tests::{child, day};
use crate::store::verify::tables::{COLUMNS, Held, TABLES, held};
use crate::store::{Casebook, Lot, Origin, Store};

/// A casebook in which something stands in every table.
fn full() -> (TempDir, Casebook, Store) {
    let (directory, casebook, mut store) = desk();
    store.purge = PurgeRules::with_own("municipality = \"1380\"").unwrap();
    taken_back(&store);
    store.know_standby("/r", crate::store::tests::clock()).unwrap();
    let family = store.add(&family("K-1", "Ek"), Origin::Direct).unwrap();
    let child = store.add(&child(family, "K-1-1", "Ia"), Origin::Direct).unwrap();
    let mother = Person { role: MemberRole::Mother, ..crate::store::tests::child(family, "K-1-2", "Mona") };
    let mother = store.add(&mother, Origin::Direct).unwrap();
    let home = Home { family, child, mother };
    visits(&store, &home);
    store.add(&goal(&home, 1, "läsa".to_owned()), Origin::Direct).unwrap();
    all(&store, &home);
    let [team, _] = Family::samples(&home);
    store.add(&team, Origin::Direct).unwrap();
    let [of, _] = Session::samples(&home);
    let goals = vec![GoalMark { goal: 1, attainment: Some(1), done: true }];
    store.add(&Session { goals, ..of }, Origin::Direct).unwrap();
    let [map, _] = NetworkMap::samples(&home);
    let ties = vec![Tie::between(PersonKey(1), PersonKey(2)).unwrap()];
    store.add(&NetworkMap { ties, drawn_on: day("2026-04-09"), ..map }, Origin::Direct).unwrap();
    with_saga(&store, &home);
    store.mark_conflict(family, Some("Saga")).unwrap();
    store.break_glass("K-1", "akut").unwrap();
    let [_, measured] = Measurement::samples(&home);
    store.add(&measured, Origin::Direct).unwrap();
    let [_, meeting] = Meeting::samples(&home);
    store.add(&meeting, Origin::Direct).unwrap();
    let code = |transaction: &Transaction<'_>| {
        let [.., of] = people::PEOPLE;
        transaction.execute("INSERT INTO recovery (id, signing, sealing) VALUES (1, ?1, ?1)", [[7_u8; 32]])?;
        store.journal_people(transaction, journal::next_change(transaction)?, Cause::Person, (of, 1), None)
    };
    store.write(code).unwrap();
    looked_at(&store, &home);
    let asked = asked_figures("deadlines");
    let (beside, tables) = (store.beside(&asked).unwrap(), published(&store, &asked));
    assert!(store.publish(&asked, &tables, &beside).unwrap());
    store.connection.execute_batch("ANALYZE").unwrap();
    (directory, casebook, store)
}

/// A purge that was asked for and taken back.
fn taken_back(store: &Store) {
    let of = Family { status: FamilyStatus::Closed, closed_on: Some(day("2026-11-02")), ..family("C-9", "Gammal") };
    let closed = store.add(&of, Origin::Direct).unwrap();
    let born = Person { birth_on: Some(day("2017-01-01")), ..child(closed, "C-9-1", "Bo") };
    store.add(&born, Origin::Direct).unwrap();
    let id = store.ask_to_purge(&[closed], day("2033-06-01")).unwrap();
    store.withdraw_purge(id).unwrap();
}

/// Families that were seen together, and a review of it on which somebody has decided.
fn looked_at(store: &Store, home: &Home) {
    store.journal_listing(&Lot { of: Some(NounKind::Families), ..Lot::new("families", None) }).unwrap();
    store.journal_reading(home.family).unwrap();
    store.make_review(Some(day("2026-11-01")), None, day("2026-11-30")).unwrap();
    let found = store.findings(None).unwrap();
    store.decide(found[0].id, AccessDecision::Ask, Some("varför?")).unwrap();
}

fn visits(store: &Store, home: &Home) {
    let [of, _] = Arrangement::samples(home);
    let mut held = Occurrence::given(ArrangementId(0), &of, day("2026-11-07")).held();
    held.during.came = vec![home.mother];
    store.plan(&of, &[held], Origin::Direct).unwrap();
}

macro_rules! add_all {
    (
        rows { $($kind:ident $file:ident $id:ident: $noun:ty,)* }
        apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_noun:ty,)* }
    ) => {
        fn all(store: &Store, home: &Home) {
            $({
                let [_, of] = <$noun>::samples(home);
                store.add(&of, Origin::Direct).unwrap();
            })*
        }
    };
}
every_noun!(add_all);

/// The tables there are.
fn tables(connection: &Connection) -> Vec<String> {
    let mut statement =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Columns of a table, with their types, and which of them are its key.
fn columns(connection: &Connection, table: &str) -> Vec<(String, String, bool)> {
    let mut statement = connection.prepare("SELECT name, type, pk > 0 FROM pragma_table_info(?)").unwrap();
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    statement.query_map([table], read).unwrap().map(Result::unwrap).collect()
}

fn is_vouched_for(table: &str, column: &str) -> bool {
    !COLUMNS.iter().any(|(of, name, _)| (*of == "*" || *of == table) && *name == column)
}

#[test]
fn every_table_stands_in_one_class() {
    let (_directory, _casebook, store) = full();
    for table in tables(&store.connection) {
        let class = held(&store.connection, &table).unwrap();
        assert!(class.is_some(), "{table}: say in store/verify/tables.rs how it is held to be true");
    }
    let known: BTreeSet<&str> = TABLES.iter().map(|(name, _)| *name).collect();
    assert_eq!(known.len(), TABLES.len(), "none stands there twice");
}

#[test]
fn whatever_is_altered_is_found() {
    let (_directory, casebook, store) = full();
    let whole = store.verify(&casebook).unwrap();
    assert!(whole.holds(), "{:?}", whole.checks.iter().find(|check| !check.holds()));
    super::bare(&store.connection);
    let hold_to_checks = |yes: bool| store.connection.pragma_update(None, "ignore_check_constraints", !yes).unwrap();
    let mut missed = Vec::new();
    for table in &tables(&store.connection) {
        let is_covered = !matches!(held(&store.connection, table).unwrap(), Some(Held::NotCovered(_)));
        if !is_covered || table.starts_with("purged") {
            continue;
        }
        let columns = columns(&store.connection, table);
        let key: Vec<&str> = columns.iter().filter(|(.., key)| *key).map(|(name, ..)| name.as_str()).collect();
        // Tables of SQLite's own have none.
        let key = if key.is_empty() { vec!["rowid"] } else { key };
        let (key, last) =
            (key.join(", "), key.iter().map(|name| format!("{name} DESC")).collect::<Vec<_>>().join(", "));
        let row = format!("({key}) = (SELECT {key} FROM {table} ORDER BY {last} LIMIT 1)");
        let count: i64 =
            store.connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        if count == 0 {
            // What is invented is altered in `records`.
            missed.extend((table != "base").then(|| format!("nothing stands in {table}")));
            continue;
        }
        let altered = columns.iter().filter(|(name, ..)| is_vouched_for(table, name)).map(|(name, kind, _)| {
            let other = match kind.as_str() {
                "INTEGER" | "" => format!("coalesce({name}, 0) + 1"),
                "BLOB" => format!("CAST(coalesce({name}, x'') || x'07' AS BLOB)"),
                _ => format!("coalesce({name}, '') || 'x'"),
            };
            format!("UPDATE {table} SET {name} = {other} WHERE {row}")
        });
        for sql in altered.chain([format!("DELETE FROM {table} WHERE {row}")]) {
            store.connection.execute_batch("SAVEPOINT attack").unwrap();
            hold_to_checks(false);
            let done = store.connection.execute(&sql, []);
            hold_to_checks(true);
            let is_found = match done {
                Ok(1) => store.verify(&casebook).map_or(true, |proof| !proof.holds()),
                // What the table itself refuses nobody has to find.
                Ok(_) | Err(_) => true,
            };
            store.connection.execute_batch("ROLLBACK TO attack; RELEASE attack").unwrap();
            if !is_found {
                missed.push(sql);
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
