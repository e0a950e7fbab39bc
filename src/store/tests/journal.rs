//! The journal is never rewritten or shortened, not even by raw SQL.

use super::super::{Origin, Trail};
use super::{desk, family};
use crate::domain::family::Family;

#[test]
fn raw_sql_cannot_change_or_shorten_the_journal() {
    let (_directory, _casebook, store) = desk();
    store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    let before = store.journal(Trail::Newest, 9).unwrap();
    for (sql, expected) in [
        ("UPDATE journal SET user = user", "the journal is never rewritten"),
        ("UPDATE journal SET after = NULL WHERE id = 1", "the journal is never rewritten"),
        ("UPDATE OR IGNORE journal SET at = ''", "the journal is never rewritten"),
        ("DELETE FROM journal", "the journal is never shortened"),
        ("DELETE FROM journal WHERE id = 1", "the journal is never shortened"),
        ("REPLACE INTO journal SELECT * FROM journal WHERE id = 1", "the journal is never rewritten"),
        (
            "INSERT INTO journal SELECT * FROM journal WHERE id = 1 ON CONFLICT (id) DO UPDATE SET at = ''",
            "the journal is never rewritten",
        ),
        ("DELETE FROM user", "FOREIGN KEY constraint failed"),
    ] {
        let refused = store.connection.execute(sql, []).map_err(|error| error.to_string());
        assert_eq!(refused, Err(expected.to_owned()), "{sql}");
    }
    assert_eq!(store.journal(Trail::Newest, 9).unwrap(), before);
}

#[test]
fn a_save_whose_journal_row_cannot_be_written_does_not_happen() {
    let (_directory, _casebook, store) = desk();
    store
        .connection
        .execute_batch(
            "CREATE TEMP TRIGGER no_room BEFORE INSERT ON main.journal
        BEGIN SELECT RAISE(ABORT, 'no room'); END",
        )
        .unwrap();
    let problem = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap_err();
    assert_eq!(problem.key, "database");
    let families: i64 = store.connection.query_row("SELECT count(*) FROM family", [], |row| row.get(0)).unwrap();
    assert_eq!(families, 0);
    store.connection.execute_batch("DROP TRIGGER no_room").unwrap();
    let id = store.add(&family("A-1", "Ek"), Origin::Direct).unwrap();
    assert_eq!(store.get::<Family>(id).unwrap().version, 1);
}
