//! Passphrases, the recovery code, and a casebook that gets a new key.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use trygg::domain::codes::Role;
use trygg::domain::ids::FamilyId;
use trygg::store::{AccountChange, Casebook, FirstUser, NewUser, Store, Trail};

use super::desk::{self, clock, key};
use super::released;

const LENAS: &str = "fyra gula katter på taket";
const ADAS: &str = "sju röda bussar i regn";
const BOS: &str = "två trötta elefanter sover";
const NEW: &str = "nio blanka stenar vid ån";

/// A casebook of real families: Lena leads, Ada administers, Bo supports; each with a passphrase.
struct House {
    place: TempDir,
    casebook: Casebook,
    code: String,
    family: FamilyId,
}

impl House {
    fn new() -> Self {
        let place = TempDir::new().unwrap();
        let lena = FirstUser { name: "Lena", role: Role::TeamLeader };
        let casebook = Casebook::init(&place.path().join("casebook"), lena, LENAS, clock).unwrap();
        let store = casebook.unlock("Lena", LENAS, clock).unwrap();
        let code = store.renew_recovery(&casebook, None).unwrap().to_string();
        for (name, role, passphrase) in [("Bo", Role::SupportPerson, BOS), ("Ada", Role::Administrator, ADAS)] {
            let new = NewUser { name, role, team: None, hours: None, passphrase };
            store.add_user(&casebook, &new, None).unwrap();
        }
        let family = desk::add(&store, &desk::family("A-1", "Alm"));
        Self { place, casebook, code, family }
    }

    #[track_caller]
    fn open(&self, name: &str, passphrase: &str) -> Store {
        self.casebook.unlock(name, passphrase, clock).unwrap()
    }

    fn refusal(&self, name: &str, passphrase: &str) -> &'static str {
        key(self.casebook.unlock(name, passphrase, clock))
    }

    fn slot(&self, name: &str) -> PathBuf {
        let hex: String = name.to_lowercase().bytes().map(|byte| format!("{byte:02x}")).collect();
        self.casebook.directory().join(format!("keys/user-{hex}.toml"))
    }
}

/// What `verify` finds wrong.
fn faults(store: &Store, casebook: &Casebook) -> Vec<&'static str> {
    let proof = store.verify(casebook).unwrap();
    proof.checks.iter().flat_map(|check| &check.found).filter(|found| found.is_fault).map(|found| found.what).collect()
}

fn quiet() -> impl FnMut(u64, u64) + Send {
    |_, _| ()
}

#[test]
fn a_passphrase_that_was_given_is_changed_by_whoever_has_it() {
    let house = House::new();
    let bo = house.open("Bo", BOS);
    assert!(bo.is_passphrase_given());
    let sealed = bo.seal_to_self(b"halv mening").unwrap();
    assert_eq!(key(bo.change_passphrase(LENAS, NEW)), "wrong-passphrase");
    assert_eq!(key(bo.change_passphrase(BOS, "elva tecken")), "short-passphrase");
    assert_eq!(key(bo.change_passphrase(BOS, "LösenordSommar1")), "common-passphrase");
    assert_eq!(key(bo.change_passphrase(BOS, BOS)), "same-passphrase");
    bo.change_passphrase(BOS, NEW).unwrap();
    assert!(!bo.is_passphrase_given());
    assert_eq!(house.refusal("Bo", BOS), "wrong-passphrase");
    let again = house.open("Bo", NEW);
    assert!(!again.is_passphrase_given());
    assert_eq!(again.unseal(&sealed).unwrap().as_slice(), b"halv mening", "the keys are the same");
    let row = desk::last_row(&house.open("Lena", LENAS));
    assert_eq!((row.noun.as_str(), row.after.as_deref()), ("passphrase", Some(r#"{"how":"own"}"#)));
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_two() {
    let house = House::new();
    let ada = house.open("Ada", ADAS);
    let before = fs::read(house.slot("Bo")).unwrap();
    assert_eq!(key(ada.second(&house.casebook, "Lena", BOS)), "wrong-passphrase");
    let lena = ada.second(&house.casebook, "Lena", LENAS).unwrap();
    let bo = ada.second(&house.casebook, "Bo", BOS).unwrap();
    let reset = |name: &str, second| key(ada.reset_passphrase(&house.casebook, name, NEW, second));
    assert_eq!(reset("Bo", &bo), "second-is-theirs");
    assert_eq!(reset("Ada", &lena), "own-account");
    assert_eq!(reset("Ingen", &lena), "no-user-of-yours");
    assert_eq!(fs::read(house.slot("Bo")).unwrap(), before);
    assert_eq!(reset("Bo", &lena), "none");
    let rows: Vec<String> = ada
        .journal(Trail::Newest, 3)
        .unwrap()
        .into_iter()
        .rev()
        .map(|row| format!("{} {}", row.noun, row.act))
        .collect();
    assert_eq!(rows, ["user change", "cosigned add", "passphrase change"]);
    assert_eq!(house.refusal("Bo", BOS), "wrong-passphrase");
    assert!(house.open("Bo", NEW).is_passphrase_given());
    assert!(faults(&ada, &house.casebook).is_empty(), "two gave the keys: {:?}", faults(&ada, &house.casebook));
    fs::write(house.slot("Bo"), before).unwrap();
    assert_eq!(house.refusal("Bo", BOS), "foreign-key-file", "the old key file is nobody's");
}

#[test]
fn the_recovery_code_lets_in_whoever_manages_users_and_nobody_else() {
    let house = House::new();
    let recover = |name: &str, code: &str| house.casebook.recover(name, code, NEW, clock).map(drop);
    let wrong = house.code.replacen(&house.code[..1], if house.code.starts_with('7') { "8" } else { "7" }, 1);
    assert_eq!(key(recover("Lena", &wrong)), "recovery-group");
    assert_eq!(key(recover("Lena", "00000-00001-00002-00003-00004-00005")), "wrong-recovery");
    assert_eq!(key(recover("Bo", &house.code)), "recovery-for-managers");
    assert_eq!(key(recover("Ingen", &house.code)), "no-such-user");
    assert_eq!(key(house.casebook.recover("Lena", &house.code, "kort", clock)), "short-passphrase");
    house.open("Lena", LENAS);
    recover("lena", &house.code.to_lowercase().replace('-', " ")).unwrap();
    assert_eq!(house.refusal("Lena", LENAS), "wrong-passphrase");
    let lena = house.open("Lena", NEW);
    lena.get::<trygg::domain::family::Family>(house.family).unwrap();
    assert!(faults(&lena, &house.casebook).is_empty(), "{:?}", faults(&lena, &house.casebook));
    let matters = house.open("Bo", BOS).matters(clock().date_naive()).unwrap();
    assert!(matters.iter().any(|matter| matter.about == "recovered"), "everybody is told: {matters:?}");
    let much_later = clock().date_naive() + chrono::Days::new(30);
    assert!(lena.matters(much_later).unwrap().iter().all(|matter| matter.about != "recovered"));
    // A new code takes two, as there are two; the one before opens nothing.
    assert_eq!(key(lena.renew_recovery(&house.casebook, None)), "takes-two");
    let ada = lena.second(&house.casebook, "Ada", ADAS).unwrap();
    let code = lena.renew_recovery(&house.casebook, Some(&ada)).unwrap();
    assert_eq!(key(recover("Lena", &house.code)), "wrong-recovery");
    recover("Lena", &code).unwrap();
}

/// Whoever has the database key can make slots; the casebook knows whose they are.
#[test]
fn a_recovery_slot_that_somebody_put_there_opens_nothing() {
    let (house, other) = (House::new(), House::new());
    let slot = "keys/recovery.toml";
    let own = fs::read(house.casebook.directory().join(slot)).unwrap();
    // The slot of another casebook, and one's own in the code's place.
    fs::copy(other.casebook.directory().join(slot), house.casebook.directory().join(slot)).unwrap();
    let opened = house.casebook.recover("Lena", &other.code, NEW, clock);
    assert!(opened.is_err_and(|problem| problem.kind == trygg::domain::problem::Kind::Locked));
    fs::copy(house.slot("Bo"), house.casebook.directory().join(slot)).unwrap();
    assert!(house.casebook.recover("Lena", &house.code, NEW, clock).is_err());
    fs::write(house.casebook.directory().join(slot), own).unwrap();
    house.casebook.recover("Lena", &house.code, NEW, clock).unwrap();
}

#[test]
fn whoever_was_removed_has_a_key_that_opens_nothing_new() {
    let house = House::new();
    let kept = house.place.path().join("kept");
    released::copy(house.casebook.directory(), &kept);
    let bos = fs::read(house.slot("Bo")).unwrap();
    let (lena, mut ada) = (house.open("Lena", LENAS), house.open("Ada", ADAS));
    let renewed = lena.remove_user(&house.casebook, "Bo", &mut quiet()).unwrap();
    assert!(renewed.left_out.is_empty(), "{:?}", renewed.left_out);
    renewed.store.get::<trygg::domain::family::Family>(house.family).unwrap();
    desk::add(&renewed.store, &desk::family("A-2", "Efter"));
    assert!(faults(&renewed.store, &house.casebook).is_empty(), "{:?}", faults(&renewed.store, &house.casebook));
    // Bo's key file is gone, and one that is put back is of an older key.
    assert_eq!(house.refusal("Bo", BOS), "no-key-file");
    fs::write(house.slot("Bo"), &bos).unwrap();
    assert_eq!(house.refusal("Bo", BOS), "older-key-file");
    fs::remove_file(house.slot("Bo")).unwrap();
    // Whoever stays opens it as before; a program that is open says so, and goes on.
    house.open("Lena", LENAS);
    house.open("Ada", ADAS);
    house.casebook.recover("Lena", &house.code, NEW, clock).unwrap();
    let to = AccountChange { hours: None, is_barred: Some(false), ..AccountChange::default() };
    assert_eq!(key(ada.change_user(&house.casebook, "Bo", &to, None)), "new-key");
    assert_eq!(key(lena.keep_draft("line", "text")), "new-key");
    ada.follow_key().unwrap();
    assert!(ada.change_user(&house.casebook, "Bo", &to, None).unwrap());
    let bo = ada.users().unwrap().into_iter().find(|user| user.name == "Bo").unwrap();
    assert!(!ada.has_key_file(&house.casebook, &bo), "whoever comes back needs another passphrase");
    // What was copied before stays readable to whoever had the key then: that is said.
    let old = Casebook::find(&kept).unwrap().unlock("Bo", BOS, clock).unwrap();
    assert_eq!(old.actor().name, "Bo");
    let doctor = house.open("Ada", ADAS).examine(&house.casebook).unwrap();
    assert!(doctor.iter().all(|finding| finding.faults.is_empty()), "{doctor:?}");
}

#[test]
fn whoever_is_kept_out_for_a_while_gets_the_new_key_when_they_come_back() {
    let house = House::new();
    let ada = house.open("Ada", ADAS);
    let kim = NewUser { name: "Kim", role: Role::CrisisSupporter, team: None, hours: None, passphrase: NEW };
    ada.add_user(&house.casebook, &kim, None).unwrap();
    let bar = |is_barred| AccountChange { is_barred: Some(is_barred), ..AccountChange::default() };
    ada.change_user(&house.casebook, "Kim", &bar(true), None).unwrap();
    let mut ada = ada.remove_user(&house.casebook, "Bo", &mut quiet()).unwrap().store;
    ada = ada.remove_user(&house.casebook, "Bo", &mut quiet()).unwrap().store;
    assert_eq!(house.refusal("Kim", NEW), "older-key-file");
    ada.change_user(&house.casebook, "Kim", &bar(false), None).unwrap();
    house.open("Kim", NEW);
    house.open("Lena", LENAS);
}

/// A slot that somebody planted costs others nothing: it is small or not read, and says how much work it asks for.
#[test]
fn a_planted_slot_costs_nobody_else_anything() {
    let house = House::new();
    let whole = fs::read_to_string(house.slot("Bo")).unwrap();
    for (memory_kib, passes, lanes) in [(4_194_304, 2, 1), (19_456, 1_000_000, 1), (262_144, 16, 1), (19_456, 2, 255)] {
        let costly: Vec<String> = whole
            .lines()
            .map(|line| match line.split_once(" = ") {
                Some(("memory_kib", _)) => format!("memory_kib = {memory_kib}"),
                Some(("passes", _)) => format!("passes = {passes}"),
                Some(("lanes", _)) => format!("lanes = {lanes}"),
                _ => line.to_owned(),
            })
            .collect();
        fs::write(house.slot("Bo"), costly.join("\n")).unwrap();
        assert_eq!(house.refusal("Bo", BOS), "damaged-key-file", "{memory_kib} {passes} {lanes}");
        let second = house.open("Ada", ADAS);
        assert_eq!(key(second.second(&house.casebook, "Bo", BOS)), "damaged-key-file");
    }
    fs::write(house.slot("Bo"), whole.repeat(100)).unwrap();
    assert_eq!(house.refusal("Bo", BOS), "damaged-key-file");
    house.open("Lena", LENAS);
}
