//! The journal rewritten.

use serde_json::json;

use super::{LENA, Office, SARA, employ, family, faults, relink, the, word};
use crate::domain::codes::Role;
use crate::domain::ids::ChangeId;
use crate::store::chain::people::USER;
use crate::store::chain::purge;
use crate::store::journal::{self, Cause, Deed, Entry};
use crate::store::{Origin, slots};

#[test]
fn a_row_that_says_something_else_is_found() {
    for sql in [
        "UPDATE journal SET after = replace(after, 'sedan', 'aldrig') WHERE after LIKE '%sedan%'",
        "UPDATE journal SET before = NULL WHERE after LIKE '%sedan%'",
    ] {
        let office = Office::new();
        office.alter(sql);
        assert!(office.faults().contains(&"content".to_owned()), "{sql}");
    }
    for sql in [
        "UPDATE journal SET at = '2026-01-01T00:00:00.000Z' WHERE id = 5",
        "UPDATE journal SET user = 1 WHERE id = 6",
        "UPDATE journal SET act = 'remove' WHERE id = 6",
        "UPDATE journal SET family = NULL WHERE id = 6",
        "UPDATE journal SET record = 99 WHERE id = 6",
        "UPDATE journal SET cause = 'undo' WHERE id = 6",
    ] {
        let office = Office::new();
        office.alter(sql);
        let faults = office.faults();
        assert!(faults.contains(&"link".to_owned()), "{sql}: {faults:?}");
    }
}

#[test]
fn a_row_that_was_removed_and_all_after_it_renumbered_is_found() {
    let office = Office::new();
    let row = office.last - 1;
    for table in ["journal", "chain"] {
        let id = if table == "journal" { "id" } else { "row" };
        office.alter(&format!(
            "DELETE FROM {table} WHERE {id} = {row}; UPDATE {table} SET {id} = {id} - 1 WHERE {id} > {row}"
        ));
    }
    let proof = office.proof();
    assert!(faults(&proof).contains(&"link".to_owned()), "{:?}", faults(&proof));
    assert_eq!(word(&the(&proof, "link"), "row"), row.to_string());
    let gap = Office::new();
    gap.alter(&format!("DELETE FROM journal WHERE id = {row}"));
    assert!(gap.faults().contains(&"gap".to_owned()));
}

#[test]
fn a_row_beside_the_chain_is_found_and_signed_by_nobody_later() {
    let office = Office::new();
    office.alter(
        "INSERT INTO journal (change, at, user, act, cause, noun, record) VALUES
             (99, '2026-11-30T09:00:00.000Z', 1, 'read', 'person', 'family', 1)",
    );
    assert_eq!(office.faults(), ["unlinked"]);
    office.lena().add(&family("K-9", "Al"), Origin::Direct).unwrap();
    assert_eq!(office.faults(), ["unlinked"]);
}

#[test]
fn a_chain_that_was_made_anew_without_the_others_keys_is_found() {
    let office = Office::new();
    let sara = slots::open(&office.casebook.keys(), SARA, super::PASSPHRASE).unwrap().pair.unwrap();
    let raw = office.raw();
    raw.execute_batch("UPDATE journal SET after = replace(after, 'en till', 'ingen')").unwrap();
    relink(&raw, 1, &sara);
    drop(raw);
    let proof = office.proof();
    assert!(faults(&proof).contains(&"signature".to_owned()), "{:?}", faults(&proof));
    assert!(faults(&proof).contains(&"head-other".to_owned()));
    assert_eq!(word(&the(&proof, "signature"), "user"), "#1", "not even who Lena is can be believed");
}

#[test]
fn rows_that_are_signed_as_somebody_else_are_found() {
    let office = Office::new();
    let sara = slots::open(&office.casebook.keys(), SARA, super::PASSPHRASE).unwrap().pair.unwrap();
    let raw = office.raw();
    raw.execute_batch(
        "INSERT INTO journal (change, at, user, act, cause, noun, record, family) VALUES
             (99, '2026-11-30T09:00:00.000Z', 1, 'read', 'person', 'family', 1, 1)",
    )
    .unwrap();
    relink(&raw, office.last + 1, &sara);
    drop(raw);
    let proof = office.proof();
    assert_eq!(faults(&proof), ["signature"]);
    assert_eq!(word(&the(&proof, "signature"), "user"), LENA);
}

#[test]
fn rows_without_a_signature_are_found() {
    let office = Office::new();
    office.alter(&format!("UPDATE chain SET signature = NULL WHERE row = {}", office.last));
    assert_eq!(office.faults(), ["not-signed"]);
    let office = Office::new();
    office.alter(&format!("UPDATE chain SET signature = NULL WHERE row = {}", office.last - 1));
    assert_eq!(office.faults(), ["not-signed"], "a colleague's signature is no signature of one's own");
}

#[test]
fn rows_that_were_taken_off_the_end_are_told_of_by_the_head() {
    let office = Office::new();
    let row = office.last;
    office.alter(&format!(
        "DELETE FROM chain WHERE row = {row}; DELETE FROM journal WHERE id = {row}; DELETE FROM session WHERE id = 2"
    ));
    let lena = office.lena();
    assert_eq!(lena.unit_faults().iter().map(|fault| fault.key).collect::<Vec<_>>(), ["casebook-older"]);
    assert!(office.faults().contains(&"head-ahead".to_owned()));
}

#[test]
fn a_role_that_was_given_by_somebody_who_may_not_counts_for_nothing() {
    let office = Office::new();
    let sara = office.sara();
    sara.write(|transaction| {
        let change = journal::next_change(transaction)?;
        transaction.execute_batch("UPDATE user SET role = 'team_leader' WHERE name = 'Sara'")?;
        let fields = |role: &str| json!({ "role": role }).as_object().cloned().unwrap();
        let deed = Deed::Change(fields("support_person"), fields("team_leader"));
        let entry = Entry { change, cause: Cause::Person, noun: USER, record: sara.actor.id.0, family: None, deed };
        sara.write_entry(transaction, &entry)
    })
    .unwrap();
    let proof = office.proof();
    assert_eq!(faults(&proof), ["role", "user-altered"]);
    assert_eq!(word(&the(&proof, "role"), "user"), SARA);
}

#[test]
fn what_takes_two_and_was_done_by_one_is_found() {
    let office = Office::new();
    let (lena, key) = (office.lena(), office.key());
    employ(&lena, &office.casebook, &key, "Ada", Role::Administrator);
    assert_eq!(office.faults(), Vec::<String>::new(), "the first administrator is made by one");
    employ(&lena, &office.casebook, &key, "Kim", Role::TeamLeader);
    let proof = office.proof();
    assert_eq!(faults(&proof), ["alone", "put-in"]);
    assert_eq!(word(&the(&proof, "alone"), "user"), LENA);
}

#[test]
fn a_row_that_claims_to_be_from_the_making_counts_for_nothing_later() {
    let office = Office::new();
    let sara = office.sara();
    sara.write(|transaction| {
        let said = json!({ "until": 3, "base": { "records": 0, "digest": "" } });
        sara.vouch(transaction, ChangeId(99), crate::store::chain::UNSIGNED, said)?;
        sara.vouch(transaction, ChangeId(99), crate::store::chain::BASE, json!({ "records": 0, "digest": "" }))
    })
    .unwrap();
    assert_eq!(office.faults(), ["vouches", "vouches"]);
}

#[test]
fn what_is_purged_is_known_and_what_only_looks_so_is_not() {
    let office = Office::new();
    let lena = office.lena();
    lena.remove::<crate::domain::session::Session>(office.session).unwrap();
    let session = office.session.0;
    lena.write(|transaction| {
        let by = lena.newest()? + 1;
        let rows: Vec<i64> = transaction
            .prepare("SELECT id FROM journal WHERE noun = 'session' AND record = ?")?
            .query_map([session], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        assert_eq!(rows.len(), 3);
        let purged = purge::drop_content(transaction, by, &rows, &[("session", session)])?;
        let said = json!({ "purged": purged }).as_object().cloned().unwrap();
        let change = journal::next_change(transaction)?;
        let deed = Deed::Change(serde_json::Map::new(), said);
        let entry = Entry { change, cause: Cause::Person, noun: "purge", record: 0, family: None, deed };
        lena.write_entry(transaction, &entry)
    })
    .unwrap();
    let proof = office.proof();
    assert_eq!(faults(&proof), Vec::<String>::new());
    assert_eq!(word(&the(&proof, "purged"), "count"), "3");
    office.alter(&format!(
        "UPDATE chain SET salt = NULL WHERE row = {0};
         UPDATE journal SET before = NULL, after = NULL WHERE id = {0}",
        office.last
    ));
    assert!(office.faults().contains(&"content".to_owned()));
    office.alter(&format!("INSERT INTO purged_row (row, by_row) VALUES ({}, 13)", office.last));
    assert!(office.faults().contains(&"purge".to_owned()));
}

#[test]
fn what_triggers_allow_is_what_a_purge_may_do() {
    let office = Office::new();
    let lena = office.lena();
    for sql in [
        "UPDATE journal SET after = NULL WHERE id = 5",
        "UPDATE journal SET before = NULL, after = NULL WHERE id = 5",
        "UPDATE chain SET salt = NULL WHERE row = 5",
        "UPDATE chain SET signature = NULL WHERE row = 5",
        "DELETE FROM chain WHERE row = 5",
        "REPLACE INTO chain (row, content, link) VALUES (5, zeroblob(32), zeroblob(32))",
        "INSERT INTO purged_row VALUES (5, 5); UPDATE journal SET before = NULL, after = '{}' WHERE id = 5",
        "INSERT INTO purged_row VALUES (5, 5); UPDATE journal SET before = NULL, after = NULL, user = 2 WHERE id = 5",
    ] {
        let tried = lena.write(|transaction| Ok(transaction.execute_batch(sql)?));
        assert!(tried.is_err(), "{sql}");
    }
    assert_eq!(office.faults(), Vec::<String>::new());
}
