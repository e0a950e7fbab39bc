//! The settings that hold on an open connection, and the format.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::super::{FORMAT, schema};
use super::{clock, desk};

#[test]
fn the_settings_hold_on_an_open_connection() {
    let (_directory, _casebook, store) = desk();
    for (name, expected) in [
        ("journal_mode", Value::Text("wal".to_owned())),
        ("synchronous", Value::Integer(1)),
        ("foreign_keys", Value::Integer(1)),
        ("secure_delete", Value::Integer(1)),
        ("temp_store", Value::Integer(2)),
        ("trusted_schema", Value::Integer(0)),
        ("wal_autocheckpoint", Value::Integer(0)),
        ("user_version", Value::Integer(FORMAT)),
    ] {
        let value: Value = store.connection.pragma_query_value(None, name, |row| row.get(0)).unwrap();
        assert_eq!(value, expected, "{name}");
    }
    let cipher: String = store.connection.pragma_query_value(None, "cipher_version", |row| row.get(0)).unwrap();
    assert!(cipher.starts_with('4'), "SQLCipher {cipher}");
}

#[test]
fn a_newer_format_is_refused_and_left_as_it_is() {
    let (_directory, casebook, store) = desk();
    for newer in [FORMAT + 1, FORMAT + 1000] {
        store.connection.pragma_update(None, "user_version", newer).unwrap();
        let problem = casebook.unlock("Lena", "", clock).unwrap_err();
        assert_eq!(problem.to_string(), format!("newer-format found={newer} known={FORMAT}"));
        let kept: i64 = store.connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(kept, newer);
    }
    store.connection.pragma_update(None, "user_version", FORMAT).unwrap();
    casebook.unlock("Lena", "", clock).unwrap();
}

#[test]
fn every_table_is_strict_and_every_reference_says_what_becomes_of_it() {
    let plain = Connection::open_in_memory().unwrap();
    schema::migrate(&plain).unwrap();
    let names = |sql: &str| -> Vec<String> {
        plain.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let loose =
        names("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'");
    assert_eq!(loose, [""; 0]);
    let unsaid = names(
        "SELECT t.name || '.' || k.\"from\" FROM pragma_table_list t, pragma_foreign_key_list(t.name) k
         WHERE t.schema = 'main' AND k.on_delete NOT IN ('CASCADE', 'RESTRICT')",
    );
    assert_eq!(unsaid, [""; 0]);
}
