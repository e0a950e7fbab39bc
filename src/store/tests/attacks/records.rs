//! Records changed beside the program.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::TempDir;

use super::{Office, clock, faults, the, word};
use crate::domain::family::Family;
use crate::domain::session::Session;
use crate::store::tests::day;
use crate::store::{Casebook, FamilyFilter, Origin};

#[test]
fn what_was_altered_removed_put_in_or_turned_back_is_named() {
    for (sql, what, noun, record) in [
        ("UPDATE session SET note = 'annat' WHERE id = 1", "altered", "session", "1"),
        ("UPDATE session SET note = 'först' WHERE id = 1", "turned-back", "session", "1"),
        ("DELETE FROM session_staff; DELETE FROM session WHERE id = 2", "removed", "session", "2"),
        ("INSERT INTO session SELECT 77, 1, family, on_day, start, minutes, kind, mode, outcome, cancelled_by, reason,
              area_school, area_leisure, area_psychosocial, area_parenting, area_network, level, setting,
              follow_up_on, note, next_step, cancelled_by_person, despite, announced, alone FROM session WHERE id = 1;
          UPDATE sqlite_sequence SET seq = 77 WHERE name = 'session'", "put-in", "session", "77"),
        ("DELETE FROM family_support", "altered", "family", "1"),
        ("UPDATE staff SET name = 'Mallory', identity = 'mallory', folded = 'mallory' WHERE name = 'Sara'",
         "altered", "family", "1"),
    ] {
        let office = Office::new();
        office.alter(sql);
        let proof = office.proof();
        let found = the(&proof, what);
        let said = (word(&found, "noun"), word(&found, "record"), word(&found, "family"));
        assert_eq!(said, (noun.to_owned(), record.to_owned(), "K-1".to_owned()), "{sql}: {:?}", faults(&proof));
    }
}

#[test]
fn what_was_turned_back_tells_to_when_and_what_was_lost() {
    let office = Office::new();
    office.alter("UPDATE session SET note = 'först' WHERE id = 1");
    let found = the(&office.proof(), "turned-back");
    let row = |name: &str| word(&found, name).parse::<i64>().unwrap();
    assert_eq!((row("to_row"), row("row")), (office.last - 2, office.last - 1));
}

#[test]
fn what_was_brought_back_is_named() {
    let office = Office::new();
    office.lena().remove::<Session>(office.session).unwrap();
    office.alter(
        "INSERT INTO session SELECT 1, 1, family, on_day, start, minutes, kind, mode, outcome, cancelled_by, reason,
              area_school, area_leisure, area_psychosocial, area_parenting, area_network, level, setting,
              follow_up_on, note, next_step, cancelled_by_person, despite, announced, alone FROM session WHERE id = 2",
    );
    assert_eq!(office.faults(), ["brought-back"]);
}

#[test]
fn what_was_altered_and_then_written_over_is_still_found() {
    let office = Office::new();
    office.alter("UPDATE session SET note = 'annat' WHERE id = 1");
    let lena = office.lena();
    let now = lena.get::<Session>(office.session).unwrap();
    let then = Session { note: Some("tredje".to_owned()), ..now.value };
    super::saved(lena.change(office.session, now.version, &then, Origin::Direct));
    let proof = office.proof();
    assert_eq!(faults(&proof), ["altered-between"]);
    assert_eq!(word(&the(&proof, "altered-between"), "fields"), "note");
}

#[test]
fn what_was_invented_for_a_demo_is_found_altered() {
    let (_directory, casebook, store) = super::desk();
    store.fill_demo(&casebook, crate::store::tests::new_families(4, 3), |_| ()).unwrap();
    let now = store.get::<Session>(crate::domain::ids::SessionId(5)).unwrap();
    let then = Session { note: Some("ny".to_owned()), ..now.value };
    super::saved(store.change(now.id, now.version, &then, Origin::Direct));
    assert_eq!(faults(&store.verify(&casebook).unwrap()), Vec::<String>::new());
    super::bare(&store.connection);
    for (sql, what) in [
        ("UPDATE session SET minutes = 7 WHERE id = 4", "altered"),
        ("UPDATE session SET minutes = 7 WHERE id = 5", "altered"),
        ("UPDATE session SET note = NULL WHERE id = 5", "turned-back"),
        ("DELETE FROM session WHERE id = 6", "removed"),
        ("UPDATE base SET content = zeroblob(32) WHERE noun = 'session' AND record = 4", "base"),
        ("DELETE FROM base WHERE noun = 'session' AND record = 4", "base"),
        ("UPDATE base SET row = 1 WHERE noun = 'session' AND record = 4", "base-of-nobody"),
    ] {
        store.connection.execute_batch("SAVEPOINT attack").unwrap();
        store.connection.execute_batch(sql).unwrap();
        let found = faults(&store.verify(&casebook).unwrap());
        store.connection.execute_batch("ROLLBACK TO attack; RELEASE attack").unwrap();
        assert!(found.iter().any(|found| found == what), "{sql}: {found:?}");
    }
}

#[test]
fn a_casebook_from_before_there_were_signatures_counts_its_rows_as_unsigned() {
    for format in [1, 2, 3, 5, 10, 11] {
        let place = TempDir::new().unwrap();
        let to = place.path().join("casebook");
        super::copy(&Path::new("tests/data").join(format!("casebook-format-{format}")), &to);
        for private in [&to, &to.join("keys")] {
            fs::set_permissions(private, fs::Permissions::from_mode(0o700)).unwrap();
        }
        let casebook = Casebook::find(&to).unwrap();
        let store = casebook.unlock("Lena", "", clock).unwrap();
        let rows = store.newest().unwrap();
        let old: i64 = store
            .connection
            .query_row(
                "SELECT max(row) FROM chain WHERE signature IS NULL AND row < (SELECT min(id) FROM journal
                        WHERE noun = 'unsigned')",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert!(old > 0 && old < rows);
        let proof = store.verify(&casebook).unwrap();
        assert_eq!(faults(&proof), Vec::<String>::new(), "format {format}");
        assert_eq!(word(&the(&proof, "unsigned"), "count"), old.to_string());
        let family = store.families(&FamilyFilter::default(), day("2026-11-18"), 0, 9).unwrap().remove(0).id;
        let now = store.get::<Family>(family).unwrap();
        let then = Family { district: Some("Hisingen".to_owned()), ..now.value };
        super::saved(store.change(family, now.version, &then, Origin::Direct));
        assert_eq!(faults(&store.verify(&casebook).unwrap()), Vec::<String>::new(), "format {format}");
        super::bare(&store.connection);
        store.connection.execute_batch("UPDATE session SET minutes = 7 WHERE id = 1").unwrap();
        assert_eq!(faults(&store.verify(&casebook).unwrap()), ["altered"], "format {format}");
        let other = casebook.unlock("Lena", "", clock).unwrap();
        assert_eq!(other.newest().unwrap(), store.newest().unwrap(), "it is vouched for once");
    }
}
