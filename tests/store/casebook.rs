//! Making, finding and unlocking a casebook, and every way in which that is refused.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::TempDir;
use trygg::domain::codes::Role;
use trygg::domain::problem::Kind;
use trygg::store::{Casebook, CasebookKind, FirstUser};

use super::desk::{add, clock, family, key};

const PASSPHRASE: &str = "tolv tecken!";
const LENA: FirstUser<'_> = FirstUser { name: "Lena Åkerlund", role: Role::TeamLeader };

fn made(place: &TempDir) -> Casebook {
    Casebook::init(&place.path().join("casebook"), LENA, PASSPHRASE, clock).unwrap()
}

#[test]
fn a_casebook_is_made_found_and_unlocked() {
    let place = TempDir::new().unwrap();
    let casebook = made(&place);
    let found = Casebook::find(casebook.directory()).unwrap();
    assert_eq!(found, casebook);
    assert_eq!((found.purpose(), found.users().unwrap()), (CasebookKind::Real, vec!["Lena Åkerlund".to_owned()]));
    let store = found.unlock("lena åkerlund", PASSPHRASE, clock).unwrap();
    assert_eq!((store.actor().name.as_str(), store.actor().role), ("Lena Åkerlund", Role::TeamLeader));
}

#[test]
fn what_does_not_open_says_why() {
    let place = TempDir::new().unwrap();
    let casebook = made(&place);
    for (name, user, passphrase, expected) in [
        ("wrong passphrase", "Lena Åkerlund", "tolv tecken?", "wrong-passphrase"),
        ("no passphrase", "Lena Åkerlund", "", "wrong-passphrase"),
        ("another letter case", "Lena Åkerlund", "Tolv tecken!", "wrong-passphrase"),
        ("no such user", "Nisse", PASSPHRASE, "no-key-file"),
        ("no name", "", PASSPHRASE, "no-key-file"),
    ] {
        let problem = casebook.unlock(user, passphrase, clock).unwrap_err();
        assert_eq!((problem.kind, problem.key), (Kind::Locked, expected), "{name}");
    }
}

#[test]
fn a_demo_opens_without_a_passphrase_but_only_as_a_user() {
    let place = TempDir::new().unwrap();
    let casebook = Casebook::init_demo(&place.path().join("demo"), &[LENA], clock).unwrap();
    assert_eq!((casebook.purpose(), casebook.users().unwrap().len()), (CasebookKind::Demo, 0));
    assert_eq!(casebook.unlock("LENA ÅKERLUND", "whatever", clock).unwrap().actor().name, "Lena Åkerlund");
    assert_eq!(key(casebook.unlock("Nisse", "", clock)), "no-such-user");
}

#[test]
fn a_directory_that_others_can_enter_is_refused() {
    let place = TempDir::new().unwrap();
    let casebook = made(&place);
    for (mode, expected) in [(0o755, "open-directory"), (0o710, "open-directory"), (0o704, "open-directory")] {
        fs::set_permissions(casebook.directory(), Permissions::from_mode(mode)).unwrap();
        assert_eq!(key(Casebook::find(casebook.directory())), expected, "{mode:o}");
    }
    fs::set_permissions(casebook.directory(), Permissions::from_mode(0o700)).unwrap();
    assert_eq!(key(Casebook::find(casebook.directory())), "none");
}

#[test]
fn what_is_no_casebook_is_not_found() {
    let place = TempDir::new().unwrap();
    assert_eq!(key(Casebook::find(place.path())), "no-casebook");
    assert_eq!(key(Casebook::find(&place.path().join("missing"))), "no-casebook");
    let casebook = made(&place);
    fs::write(casebook.directory().join("casebook.toml"), "purpose = 7").unwrap();
    assert_eq!(key(Casebook::find(casebook.directory())), "no-casebook");
}

#[test]
fn a_missing_or_foreign_database_says_so() {
    let place = TempDir::new().unwrap();
    let casebook = made(&place);
    let database = casebook.directory().join("casebook.db");
    fs::write(&database, vec![0x5a; 8192]).unwrap();
    assert_eq!(key(casebook.unlock(LENA.name, PASSPHRASE, clock)), "key-does-not-fit");
    fs::remove_file(&database).unwrap();
    assert_eq!(key(casebook.unlock(LENA.name, PASSPHRASE, clock)), "no-database");
    assert!(!database.exists(), "unlocking makes no empty database");
}

#[test]
fn a_passphrase_is_counted_in_characters() {
    for (passphrase, expected) in [
        ("", "short-passphrase"),
        ("elva tecken", "short-passphrase"),
        ("ååååååååååå", "short-passphrase"),
        ("åååååååååååå", "weak-passphrase"),
        ("åäö är tolv!", "none"),
        ("tolv tecken!", "none"),
    ] {
        let place = TempDir::new().unwrap();
        let directory = place.path().join("casebook");
        assert_eq!(key(Casebook::init(&directory, LENA, passphrase, clock)), expected, "{passphrase}");
        assert_eq!(directory.exists(), expected == "none", "{passphrase}");
    }
}

#[test]
fn init_never_touches_what_is_there() {
    let place = TempDir::new().unwrap();
    let casebook = made(&place);
    assert_eq!(key(Casebook::init(casebook.directory(), LENA, PASSPHRASE, clock)), "casebook-exists");
    assert_eq!(key(Casebook::init_demo(casebook.directory(), &[LENA], clock)), "casebook-exists");
    casebook.unlock(LENA.name, PASSPHRASE, clock).unwrap();

    let full = place.path().join("full");
    fs::create_dir(&full).unwrap();
    fs::set_permissions(&full, Permissions::from_mode(0o755)).unwrap();
    fs::write(full.join("brev.txt"), "hej").unwrap();
    assert_eq!(key(Casebook::init(&full, LENA, PASSPHRASE, clock)), "directory-not-empty");
    assert_eq!(fs::read_dir(&full).unwrap().count(), 1);
    assert_eq!(mode(&full), 0o755);
    assert_eq!(key(Casebook::init(&full.join("brev.txt"), LENA, PASSPHRASE, clock)), "make-directory");
}

#[test]
fn an_empty_directory_is_closed_to_others_and_used() {
    let place = TempDir::new().unwrap();
    fs::set_permissions(place.path(), Permissions::from_mode(0o755)).unwrap();
    Casebook::init(place.path(), LENA, PASSPHRASE, clock).unwrap();
    assert_eq!(mode(place.path()), 0o700);
    assert_eq!(mode(&place.path().join("keys")), 0o700);
}

#[test]
fn an_init_that_fails_half_way_leaves_nothing_that_blocks_the_next() {
    let place = TempDir::new().unwrap();
    let again = FirstUser { name: "LENA ÅKERLUND", ..LENA };
    let directory = place.path().join("casebook");
    for (name, users, expected) in [("twice the same", &[LENA, again][..], "taken"), ("nobody", &[], "no-such-user")] {
        assert_eq!(key(Casebook::init_demo(&directory, users, clock)), expected, "{name}");
        assert!(!directory.exists(), "{name}");
    }
    let empty = place.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert_eq!(key(Casebook::init_demo(&empty, &[LENA, again], clock)), "taken");
    assert_eq!(fs::read_dir(&empty).unwrap().count(), 0, "a directory that was there stays");
    Casebook::init(&directory, LENA, PASSPHRASE, clock).unwrap().unlock(LENA.name, PASSPHRASE, clock).unwrap();
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn an_accent_makes_another_person_who_sees_other_families() {
    let desk = crate::desk::Desk::new();
    let lena = desk.leader();
    let mut hers = crate::desk::family("A-1", "Berg");
    hers.child_support = vec!["Åsa".to_owned()];
    let mut not_hers = crate::desk::family("A-2", "Ek");
    not_hers.child_support = vec!["Asa".to_owned()];
    let ids = [hers, not_hers].map(|family| lena.add(&family, trygg::store::Origin::Direct).unwrap());
    let names = ids.map(|id| lena.get::<trygg::domain::family::Family>(id).unwrap().value.child_support.concat());
    assert_eq!(names, ["Åsa", "Asa"]);
}

/// What is left of a casebook that was never finished is made anew; what may hold something never is.
#[test]
fn only_what_is_surely_empty_is_made_anew() {
    const WORDS: &str = "hemligt lösenord som ingen vet";
    let first = FirstUser { name: "Lena", role: Role::TeamLeader };
    let init = |place: &std::path::Path, words: &str| Casebook::init(place, first, words, clock);
    let place = tempfile::tempdir().unwrap();
    let made = |name: &str| {
        let place = place.path().join(name);
        assert!(!init(&place, WORDS).unwrap().is_made_anew());
        place
    };
    let without_card = |name: &str| {
        let place = made(name);
        std::fs::remove_file(place.join("casebook.toml")).unwrap();
        assert_eq!(Casebook::find(&place).unwrap_err().key, "casebook-half-made");
        place
    };
    let again = |place: &std::path::Path, words: &str| {
        let casebook = init(place, words).unwrap();
        assert!(casebook.is_made_anew());
        casebook.unlock("Lena", words, clock).unwrap();
    };
    // Broken off before there was a key, a database, a table, or just a card; the card torn.
    let early = without_card("early");
    for file in ["casebook.db", "gate"] {
        std::fs::remove_file(early.join(file)).unwrap();
    }
    again(&early, "ett annat lösenord helt och hållet");
    let torn = without_card("torn");
    let slot = std::fs::read_dir(torn.join("keys")).unwrap().next().unwrap().unwrap().path();
    std::fs::write(slot, "kind = ").unwrap();
    std::fs::write(torn.join("casebook.db"), "").unwrap();
    again(&torn, WORDS);
    again(&without_card("late"), WORDS);
    let card = made("card");
    std::fs::write(card.join("casebook.toml"), "purp").unwrap();
    again(&card, WORDS);

    // What holds a family, what cannot be opened, what is another's.
    let full = made("full");
    let store = Casebook::find(&full).unwrap().unlock("Lena", WORDS, clock).unwrap();
    add(&store, &family("A-1", "Ek"));
    drop(store);
    std::fs::remove_file(full.join("casebook.toml")).unwrap();
    let unclear = without_card("unclear");
    let other = without_card("other");
    std::fs::write(other.join("anteckning.txt"), "x").unwrap();
    for (place, words, key) in [
        (&full, WORDS, "casebook-without-card"),
        (&full, "ett annat lösenord helt och hållet", "casebook-unclear"),
        (&unclear, "ett annat lösenord helt och hållet", "casebook-unclear"),
        (&other, WORDS, "directory-not-empty"),
        (&made("whole"), WORDS, "casebook-exists"),
    ] {
        let content = |place: &std::path::Path| std::fs::read(place.join("casebook.db")).unwrap();
        let before = content(place);
        assert_eq!(init(place, words).unwrap_err().key, key);
        assert_eq!(content(place), before, "{key}");
        assert!(place.join("keys").read_dir().unwrap().next().is_some(), "{key}");
    }
    std::fs::write(full.join("casebook.toml"), "purpose = \"real\"\n").unwrap();
    let found = Casebook::find(&full).unwrap().unlock("Lena", WORDS, clock).unwrap();
    assert_eq!(found.count_families(&trygg::store::FamilyFilter::default()).unwrap(), 1);
    // Two at once: the second is told.
    let busy = place.path().join("busy");
    std::fs::create_dir(&busy).unwrap();
    let held = std::fs::File::open(&busy).unwrap();
    held.try_lock().unwrap();
    assert_eq!(init(&busy, WORDS).unwrap_err().key, "casebook-being-made");
}
