//! Being somebody else.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::{LENA, Office, PASSPHRASE, SARA, clock, faults};
use crate::store::slots::{self, hex};

#[test]
fn a_role_that_somebody_gave_themselves_opens_nothing() {
    let office = Office::new();
    office.alter("UPDATE user SET role = 'team_leader' WHERE name = 'Sara'");
    assert_eq!(office.casebook.unlock(SARA, PASSPHRASE, clock).unwrap_err().key, "user-not-as-told");
    let proof = office.proof();
    assert_eq!(faults(&proof), ["user-altered"]);
    let found = super::the(&proof, "user-altered");
    assert_eq!((super::word(&found, "name"), super::word(&found, "fields")), (SARA.to_owned(), "role".to_owned()));
}

#[test]
fn a_user_whom_somebody_made_is_found() {
    let office = Office::new();
    office.alter(
        "INSERT INTO staff (name, identity, folded) VALUES ('Mallory', 'mallory', 'mallory');
         INSERT INTO user (name, identity, role, staff)
         VALUES ('Mallory', 'mallory', 'administrator', last_insert_rowid())",
    );
    assert_eq!(office.faults(), ["put-in"]);
}

#[test]
fn a_key_file_written_for_a_colleague_opens_nothing() {
    let office = Office::new();
    let key = office.key();
    let file = |name: &str| office.casebook.keys().join(format!("user-{}.toml", hex(name.as_bytes())));
    let own = fs::read(file("lena")).unwrap();
    fs::remove_file(file("lena")).unwrap();
    let pair = slots::write(&office.casebook.keys(), LENA, "lösenord av Sara", &key).unwrap();
    assert_eq!(office.casebook.unlock(LENA, "lösenord av Sara", clock).unwrap_err().key, "foreign-key-file");
    // With the public keys put into the casebook as well.
    office.alter(&format!(
        "UPDATE user SET signing = x'{}', sealing = x'{}' WHERE name = 'Lena'",
        hex(&pair.public().signing),
        hex(&pair.public().sealing)
    ));
    assert_eq!(office.casebook.unlock(LENA, "lösenord av Sara", clock).unwrap_err().key, "user-not-as-told");
    // Without any, as if Lena had never opened it.
    office.alter("UPDATE user SET signing = NULL, sealing = NULL WHERE name = 'Lena'");
    assert_eq!(office.casebook.unlock(LENA, "lösenord av Sara", clock).unwrap_err().key, "user-not-as-told");
    let public = slots::open(&office.casebook.keys(), LENA, "lösenord av Sara");
    assert!(public.is_ok(), "the file itself is whole");
    fs::write(file("lena"), own).unwrap();
}

#[test]
fn a_foreign_key_file_is_found_beside_the_casebook() {
    let office = Office::new();
    let lena = office.lena();
    let file = office.casebook.keys().join(format!("user-{}.toml", hex(b"sara")));
    fs::remove_file(&file).unwrap();
    slots::write(&office.casebook.keys(), SARA, "en annan fras", &office.key_of_lena()).unwrap();
    assert_eq!(faults(&lena.verify(&office.casebook).unwrap()), ["slot-foreign"]);
    fs::write(&file, "kind = \"pair\"").unwrap();
    assert_eq!(faults(&lena.verify(&office.casebook).unwrap()), ["slot-damaged"]);
    fs::remove_file(&file).unwrap();
    slots::write(&office.casebook.keys(), "Mallory", "en annan fras", &office.key_of_lena()).unwrap();
    assert_eq!(faults(&lena.verify(&office.casebook).unwrap()), ["slot-of-nobody"]);
}

#[test]
fn a_casebook_that_is_said_to_be_a_demo_opens_to_nobody() {
    let office = Office::new();
    let lena = office.lena();
    slots::write_demo(&office.casebook.keys(), &office.key()).unwrap();
    let card = office.casebook.directory().join("casebook.toml");
    fs::write(&card, "purpose = \"demo\"\n").unwrap();
    fs::set_permissions(&card, fs::Permissions::from_mode(0o600)).unwrap();
    let casebook = crate::store::Casebook::find(office.casebook.directory()).unwrap();
    assert_eq!(casebook.unlock(LENA, "", clock).unwrap_err().key, "card-not-as-told");
    assert_eq!(faults(&lena.verify(&casebook).unwrap()), ["card"]);
    assert_eq!(faults(&lena.verify(&office.casebook).unwrap()), ["slot-open"]);
}

impl Office {
    fn key_of_lena(&self) -> slots::Key {
        slots::open(&self.casebook.keys(), LENA, PASSPHRASE).unwrap().key
    }
}
