//! A new database key, stopped at every step: the casebook is whole, of the old key or the new one, and opens for each
//! who stays.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use tempfile::TempDir;

use super::{clock, family};
use crate::domain::codes::Role;
use crate::domain::problem::{Kind, Problem};
use crate::store::rekey::Step;
use crate::store::{AccountChange, Casebook, FirstUser, NewUser, Origin, Store};

const LENAS: &str = "fyra gula katter på taket";
const KIMS: &str = "sju röda bussar i regn";
const BOS: &str = "två trötta elefanter sover";
const NEW: &str = "nio blanka stenar vid ån";

/// The casebook that every trial begins with a copy of, and its recovery code. Bo is kept out, and is to go.
static HOUSE: LazyLock<(TempDir, String)> = LazyLock::new(|| {
    let place = TempDir::new().unwrap();
    let lena = FirstUser { name: "Lena", role: Role::TeamLeader };
    let casebook = Casebook::init(&place.path().join("casebook"), lena, LENAS, clock).unwrap();
    let store = casebook.unlock("Lena", LENAS, clock).unwrap();
    let code = store.renew_recovery(&casebook, None).unwrap().to_string();
    for (name, passphrase) in [("Kim", KIMS), ("Bo", BOS)] {
        let new = NewUser { name, role: Role::SupportPerson, team: None, hours: None, passphrase };
        store.add_user(&casebook, &new, None).unwrap();
    }
    for number in 0..50 {
        store.add(&family(&format!("A-{number}"), "Alm"), Origin::Direct).unwrap();
    }
    let barred = AccountChange { is_barred: Some(true), ..AccountChange::default() };
    store.change_user(&casebook, "Bo", &barred, None).unwrap();
    (place, code)
});

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    fs::set_permissions(to, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to)
        } else {
            fs::copy(entry.path(), to).map(|_| ()).unwrap()
        }
    }
}

fn house() -> (TempDir, Casebook) {
    let place = TempDir::new().unwrap();
    copy(&HOUSE.0.path().join("casebook"), &place.path().join("casebook"));
    let casebook = Casebook::find(&place.path().join("casebook")).unwrap();
    (place, casebook)
}

fn renew(store: &Store, casebook: &Casebook, goes: &dyn Fn(Step) -> Result<(), Problem>) -> Result<Store, Problem> {
    store.renew_key(casebook, "Bo", &mut |_, _| (), goes).map(|renewed| {
        assert!(renewed.left_out.is_empty(), "{:?}", renewed.left_out);
        renewed.store
    })
}

fn families(store: &Store) -> i64 {
    store.connection.query_row("SELECT count(*) FROM family", [], |row| row.get(0)).unwrap()
}

/// All steps, in order.
fn steps() -> Vec<Step> {
    let (_place, casebook) = house();
    let steps = RefCell::new(Vec::new());
    let store = casebook.unlock("Lena", LENAS, clock).unwrap();
    renew(&store, &casebook, &|step| {
        steps.borrow_mut().push(step);
        Ok(())
    })
    .unwrap();
    steps.into_inner()
}

#[test]
fn whoever_is_stopped_at_any_step_leaves_a_casebook_that_opens() {
    let steps = steps();
    assert_eq!(steps.len(), 10, "{steps:?}");
    for (place, stop) in steps.iter().enumerate() {
        let (_directory, casebook) = house();
        let (lena, mut kim) =
            (casebook.unlock("Lena", LENAS, clock).unwrap(), casebook.unlock("Kim", KIMS, clock).unwrap());
        let stopped = renew(&lena, &casebook, &|step| match step == *stop {
            true => Err(Problem::new(Kind::Io, "stopped")),
            false => Ok(()),
        });
        assert_eq!(stopped.unwrap_err().key, "stopped", "{stop:?}");
        drop(lena);
        let is_renamed = place >= steps.iter().position(|step| *step == Step::Renamed).unwrap();
        // Whoever has it open writes into it, or is told of the new one and goes on there.
        let wrote = kim.keep_draft("line", "halv mening");
        if is_renamed {
            assert!(wrote.is_err(), "{stop:?}");
            kim.follow_key().unwrap();
            kim.keep_draft("line", "halv mening").unwrap();
        } else if *stop == Step::TakenAway {
            // The log is gone that Kim writes to: nothing is said to be saved.
            assert!(wrote.is_err(), "{stop:?}");
        } else {
            wrote.unwrap();
        }
        drop(kim);
        for (name, passphrase) in [("Kim", KIMS), ("Lena", LENAS)] {
            let store =
                casebook.unlock(name, passphrase, clock).unwrap_or_else(|problem| panic!("{stop:?}: {problem}"));
            assert_eq!(families(&store), 50, "{stop:?}");
        }
        let bo = casebook.unlock("Bo", BOS, clock).unwrap_err().key;
        let expected = match (is_renamed, stop) {
            (_, Step::Gone) => "no-key-file",
            (true, _) => "older-key-file",
            (false, _) => "user-disabled",
        };
        assert_eq!(bo, expected, "{stop:?}");
        // It is done again, to the end, and the recovery code opens what comes of it.
        let lena = casebook.unlock("Lena", LENAS, clock).unwrap();
        let lena = renew(&lena, &casebook, &|_| Ok(())).unwrap();
        assert_eq!(families(&lena), 50, "{stop:?}");
        for finding in lena.examine(&casebook).unwrap() {
            assert!(finding.faults.is_empty(), "{stop:?}: {finding:?}");
        }
        casebook.unlock("Kim", KIMS, clock).unwrap();
        casebook.recover("Lena", &HOUSE.1, NEW, clock).unwrap();
        assert!(!casebook.directory().join("casebook.db.new").exists(), "{stop:?}");
    }
}

#[test]
fn nothing_of_the_old_key_opens_the_new_database_and_nothing_is_lost() {
    let (_place, casebook) = house();
    let store = casebook.unlock("Lena", LENAS, clock).unwrap();
    let held = |store: &Store| {
        let content = crate::store::tests::faults::content(&store.connection);
        let mut tables: Vec<String> = content.split("\n== ").map(str::to_owned).collect();
        tables.sort();
        tables
    };
    let before = held(&store);
    let old = store.key().copy();
    let renewed = renew(&store, &casebook, &|_| Ok(())).unwrap();
    for (now, then) in held(&renewed).iter().zip(&before) {
        assert!(now == then, "{:?}", then.lines().next());
    }
    assert_eq!(held(&renewed).len(), before.len());
    assert!(crate::store::connection::open(&casebook.database(), &old).is_err());
    assert_eq!(crate::store::schema::format(&renewed.connection).unwrap(), crate::store::FORMAT);
}

/// People write and read all the while: each save is there, or was refused and is made again under the new key.
#[test]
fn saves_wait_and_none_is_lost() {
    let (_place, casebook) = house();
    let written = std::thread::scope(|scope| {
        let writer = |name: &'static str| {
            let casebook = &casebook;
            move || {
                let mut store = casebook.unlock("Lena", LENAS, clock).unwrap();
                for number in 0..30 {
                    let new = family(&format!("{name}-{number}"), "Ny");
                    if let Err(problem) = store.add(&new, Origin::Direct) {
                        assert_eq!(problem.key, "new-key");
                        store.follow_key().unwrap();
                        store.add(&new, Origin::Direct).unwrap();
                    }
                }
                30
            }
        };
        let writers = ["B", "C"].map(|name| scope.spawn(writer(name)));
        let store = casebook.unlock("Lena", LENAS, clock).unwrap();
        renew(&store, &casebook, &|_| Ok(())).unwrap();
        writers.into_iter().map(|writer| writer.join().unwrap()).sum::<i64>()
    });
    let store = casebook.unlock("Kim", KIMS, clock).unwrap();
    assert_eq!(families(&store), 50 + written);
    assert!(crate::store::tests::faults::tables(&store.connection).len() > 10);
}
