//! Key files that are missing, damaged, or somebody else's.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use tempfile::TempDir;
use trygg::domain::codes::Role;
use trygg::domain::problem::Kind;
use trygg::store::{Casebook, FirstUser, seal_text};

use super::desk::clock;
use super::released;

const PASSPHRASE: &str = "tolv tecken!";
const ANNA: FirstUser<'_> = FirstUser { name: "Anna", role: Role::TeamLeader };

fn made(place: &Path, user: FirstUser<'_>) -> Casebook {
    Casebook::init(place, user, PASSPHRASE, clock).unwrap()
}

fn slot(casebook: &Casebook) -> PathBuf {
    fs::read_dir(casebook.directory().join("keys")).unwrap().next().unwrap().unwrap().path()
}

/// The slot with one line of it replaced.
fn with_line(text: &str, name: &str, value: &str) -> String {
    let line = |line: &str| match line.starts_with(&format!("{name} =")) {
        true => format!("{name} = {value}"),
        false => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_damaged_key_file_says_so_and_never_opens() {
    let place = TempDir::new().unwrap();
    let casebook = made(&place.path().join("casebook"), ANNA);
    let path = slot(&casebook);
    let whole = fs::read_to_string(&path).unwrap();
    for (name, text, expected) in [
        ("empty", String::new(), "damaged-key-file"),
        ("half", whole[..whole.len() / 2].to_owned(), "damaged-key-file"),
        ("no text", "\0\u{1}\u{2}".to_owned(), "damaged-key-file"),
        ("another kind", "kind = \"demo\"\nkey = \"00\"".to_owned(), "damaged-key-file"),
        ("salt that is no number", with_line(&whole, "salt", "\"xyz\""), "damaged-key-file"),
        ("salt with accents", with_line(&whole, "salt", "\"åäö\""), "damaged-key-file"),
        ("short nonce", with_line(&whole, "nonce", "\"00\""), "damaged-key-file"),
        ("more memory than there is", with_line(&whole, "memory_kib", "4294967295"), "damaged-key-file"),
        ("more passes than anybody waits for", with_line(&whole, "passes", "4294967295"), "damaged-key-file"),
        ("no memory", with_line(&whole, "memory_kib", "0"), "damaged-key-file"),
        (
            "a public half of other keys",
            with_line(&whole, "sealing", &format!("\"{}\"", "00".repeat(32))),
            "damaged-key-file",
        ),
        (
            "another half to sign with",
            with_line(&whole, "signing", &format!("\"{}\"", "00".repeat(32))),
            "damaged-key-file",
        ),
        ("other salt", with_line(&whole, "salt", &format!("\"{}\"", "00".repeat(16))), "wrong-passphrase"),
        ("other wrapping", with_line(&whole, "wrapped", &format!("\"{}\"", "00".repeat(48))), "wrong-passphrase"),
    ] {
        fs::write(&path, text).unwrap();
        let problem = casebook.unlock("Anna", PASSPHRASE, clock).unwrap_err();
        assert_eq!((problem.kind, problem.key), (Kind::Locked, expected), "{name}");
    }
    fs::write(&path, [0xff, 0xfe]).unwrap();
    assert_eq!(casebook.unlock("Anna", PASSPHRASE, clock).unwrap_err().key, "damaged-key-file", "no UTF-8");
    fs::remove_file(&path).unwrap();
    assert_eq!(casebook.unlock("Anna", PASSPHRASE, clock).unwrap_err().key, "no-key-file", "missing");
    fs::write(&path, whole).unwrap();
    casebook.unlock("Anna", PASSPHRASE, clock).unwrap();
}

#[test]
fn a_slot_opens_for_nobody_but_its_user() {
    let place = TempDir::new().unwrap();
    let anna = made(&place.path().join("anna"), ANNA);
    let bo = made(&place.path().join("bo"), FirstUser { name: "Bo", ..ANNA });
    let (annas, bos) = (slot(&anna), slot(&bo));
    let text = fs::read_to_string(&annas).unwrap();
    // Anna copies her own slot to where Bo's would be, and tries to come in as Bo with her own passphrase.
    let stolen = annas.with_file_name(bos.file_name().unwrap());
    for (name, text) in [("renamed", text.clone()), ("renamed inside too", with_line(&text, "user", "\"Bo\""))] {
        fs::write(&stolen, text).unwrap();
        let problem = anna.unlock("Bo", PASSPHRASE, clock).unwrap_err();
        assert!(matches!(problem.key, "damaged-key-file" | "wrong-passphrase"), "{name}: {problem}");
    }
    // A slot of another casebook wraps another key.
    fs::copy(&bos, &annas).unwrap();
    assert_eq!(anna.unlock("Anna", PASSPHRASE, clock).unwrap_err().kind, Kind::Locked);
}

#[test]
fn a_demo_key_file_that_is_missing_or_damaged_says_so() {
    let place = TempDir::new().unwrap();
    let casebook = Casebook::init_demo(&place.path().join("demo"), &[ANNA], clock).unwrap();
    let path = slot(&casebook);
    for (name, text, expected) in [
        ("nonsense", "hej", "damaged-key-file"),
        ("short", "kind = \"demo\"\nkey = \"00\"", "damaged-key-file"),
        ("another key", &format!("kind = \"demo\"\nkey = \"{}\"", "00".repeat(32)), "key-does-not-fit"),
    ] {
        fs::write(&path, text).unwrap();
        assert_eq!(casebook.unlock("Anna", "", clock).unwrap_err().key, expected, "{name}");
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(casebook.unlock("Anna", "", clock).unwrap_err().key, "no-key-file");
}

#[test]
fn strangers_in_the_key_directory_do_not_hide_the_users() {
    let place = TempDir::new().unwrap();
    let casebook = made(&place.path().join("casebook"), ANNA);
    fs::write(casebook.directory().join("keys/.DS_Store"), [0xff, 0xfe]).unwrap();
    fs::write(casebook.directory().join("keys/anteckning.txt"), "hej").unwrap();
    assert_eq!(casebook.users().unwrap(), ["Anna"]);
}

/// A casebook of real families as an older program made it, whose key file wraps the database key itself.
fn of_format_11(to: &Path) -> Casebook {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/casebook-real-format-11");
    released::copy(&kept, to);
    Casebook::find(to).unwrap()
}

#[test]
fn a_key_file_of_an_older_program_is_made_anew_when_it_is_opened() {
    let place = TempDir::new().unwrap();
    let casebook = of_format_11(&place.path().join("casebook"));
    assert!(fs::read_to_string(slot(&casebook)).unwrap().contains("kind = \"argon2id\""));
    assert_eq!(casebook.unlock("Anna", "fel lösenord här", clock).unwrap_err().key, "wrong-passphrase");
    let store = casebook.unlock("Anna", PASSPHRASE, clock).unwrap();
    let own = store.sealing_key().unwrap();
    let renewed = fs::read_to_string(slot(&casebook)).unwrap();
    assert!(renewed.contains("kind = \"pair\""), "{renewed}");
    assert_eq!(casebook.unlock("Anna", "fel lösenord här", clock).unwrap_err().key, "wrong-passphrase");
    for _ in 0..2 {
        assert_eq!(casebook.unlock("Anna", PASSPHRASE, clock).unwrap().sealing_key(), Some(own));
    }
    assert_eq!(fs::read_to_string(slot(&casebook)).unwrap(), renewed, "it is made anew once");
}

#[test]
fn several_who_open_an_old_key_file_at_once_make_one_pair_of_keys() {
    let place = TempDir::new().unwrap();
    let casebook = of_format_11(&place.path().join("casebook"));
    let open = || casebook.unlock("Anna", PASSPHRASE, clock).map(|store| store.sealing_key().unwrap());
    let keys: Vec<[u8; 32]> = thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        all.into_iter().map(|one| one.join().unwrap().unwrap()).collect()
    });
    assert!(keys.iter().all(|key| *key == keys[0]));
    assert_eq!(open().unwrap(), keys[0]);
}

/// Whoever has the database key can write a key file for a colleague; the casebook knows the colleague's own keys.
#[test]
fn a_key_file_with_keys_that_are_not_the_users_opens_nothing() {
    let place = TempDir::new().unwrap();
    let casebook = of_format_11(&place.path().join("casebook"));
    let before = fs::read(slot(&casebook)).unwrap();
    casebook.unlock("Anna", PASSPHRASE, clock).unwrap();
    // It wraps the same database key, but other keys of a user are made of it.
    fs::write(slot(&casebook), before).unwrap();
    assert_eq!(casebook.unlock("Anna", PASSPHRASE, clock).unwrap_err().key, "foreign-key-file");
}

#[test]
fn unfinished_text_that_was_sealed_opens_for_its_user_alone() {
    let place = TempDir::new().unwrap();
    let casebook =
        Casebook::init_demo(&place.path().join("demo"), &[ANNA, FirstUser { name: "Bo", ..ANNA }], clock).unwrap();
    let [anna, bo] = ["Anna", "Bo"].map(|user| casebook.unlock(user, "", clock).unwrap());
    let sealed = anna.seal_to_self("halv mening".as_bytes()).unwrap();
    assert_eq!(anna.unseal(&sealed).unwrap().as_slice(), "halv mening".as_bytes());
    assert!(bo.unseal(&sealed).is_none());
    let later = seal_text(&anna.sealing_key().unwrap(), b"efter l\xc3\xa5set").unwrap();
    assert_eq!(anna.unseal(&later).unwrap().as_slice(), b"efter l\xc3\xa5set");
}
