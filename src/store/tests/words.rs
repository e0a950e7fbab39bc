//! The words of names: none stays when nobody bears it any more.

use super::super::{Origin, Store};
use super::{child, desk, family};
use crate::domain::family::Family;
use crate::domain::person::Person;

fn words(store: &Store, table: &str) -> Vec<String> {
    let mut statement = store.connection.prepare(&format!("SELECT DISTINCT word FROM {table} ORDER BY word")).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn words_go_with_the_last_who_bears_them() {
    let (_directory, _casebook, store) = desk();
    let id = store.add(&family("A-1", "von Sydow"), Origin::Direct).unwrap();
    let one = Person { personal_id: Some("201701012393".to_owned()), ..child(id, "P-1", "Åse Maria") };
    let one_id = store.add(&one, Origin::Direct).unwrap();
    let two_id = store.add(&child(id, "P-2", "Maria Sydow"), Origin::Direct).unwrap();
    assert_eq!(words(&store, "name_word"), ["ase", "maria", "sydow", "von sydow"]);

    let renamed = Person { given_name: "Åsa".into(), personal_id: None, ..one };
    store.change(one_id, 1, &renamed, Origin::Direct).unwrap();
    assert_eq!(words(&store, "name_word"), ["asa", "maria", "sydow", "von sydow"]);
    store.change(id, 1, &Family { name: "Ek".to_owned(), ..family("B-1", "") }, Origin::Direct).unwrap();
    assert_eq!(words(&store, "name_word"), ["asa", "ek", "maria", "sydow"]);
    assert_eq!(words(&store, "search_word"), ["asa", "b-1", "ek", "maria", "sydow"]);

    store.remove::<Person>(two_id).unwrap();
    assert_eq!(words(&store, "name_word"), ["asa", "ek"]);
    store.undo().unwrap();
    assert_eq!(words(&store, "name_word"), ["asa", "ek", "maria", "sydow"]);
    store.redo().unwrap();
    store.remove::<Person>(one_id).unwrap();
    store.remove::<Family>(id).unwrap();
    assert_eq!((words(&store, "name_word"), words(&store, "search_word")), (Vec::new(), Vec::new()));
}
