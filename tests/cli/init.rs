//! Making a casebook, and being kept out of one.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use rusqlite::Connection;

use crate::bench::{Bench, PASSPHRASE};

#[test]
fn a_casebook_and_its_first_user_are_made_without_a_question() {
    let bench = Bench::empty();
    let said = bench.run(&["init"]).good();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "Registret finns nu i casebook. Karin är teamledare.");
    assert!(lines[1].starts_with("Återställningskod: ") && lines[2].contains("visas inte igen"), "{said}");
    let users = bench.rows("users");
    assert_eq!(users.len(), 1);
    assert_eq!((&users[0]["name"], &users[0]["role"]), (&"Karin".into(), &"team_leader".into()));
    let mode = fs::metadata(bench.casebook()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn nothing_is_made_twice() {
    let bench = Bench::new();
    let error = bench.run(&["init", "--json"]).error(2);
    assert_eq!(error["kind"], "usage");
    assert!(error["message"].as_str().unwrap().contains("redan"));
}

#[test]
fn a_name_that_shows_nothing_makes_nothing() {
    for blank in ["", " \t ", "\u{200b}", "\u{1b}\u{7}", "\u{ad}", "\u{200d}", "\u{2800}", "\u{3164}"] {
        let bench = Bench::empty();
        let words = ["--casebook", "casebook", "--passphrase-file", "passphrase", "--user", blank, "init"];
        let said = bench.plain(&words).bad(2);
        assert!(said.contains("behöver ett namn"), "{blank:?}: {said}");
        assert!(!bench.casebook().exists(), "{blank:?}");
    }
}

#[test]
fn a_passphrase_that_others_can_read_is_refused() {
    let bench = Bench::new();
    for mode in [0o640, 0o604, 0o666] {
        fs::set_permissions(bench.path("passphrase"), Permissions::from_mode(mode)).unwrap();
        let said = bench.run(&["list", "families"]).bad(7);
        assert!(said.contains("Andra kan läsa filen passphrase. Kör: chmod 600 passphrase"), "{said}");
    }
    fs::set_permissions(bench.path("passphrase"), Permissions::from_mode(0o400)).unwrap();
    bench.run(&["list", "families"]).good();
}

#[test]
fn a_short_passphrase_makes_nothing() {
    let bench = Bench::empty();
    bench.file("passphrase", "elva tecken");
    let said = bench.run(&["init"]).bad(3);
    assert!(said.starts_with("trygg: Lösenfrasen är för kort; minst 12 tecken."), "{said}");
    assert!(!bench.casebook().exists());
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    let bench = Bench::empty();
    let unnamed = bench.plain(&["--casebook", "casebook", "--passphrase-file", "passphrase", "init"]).bad(2);
    assert!(unnamed.contains("--user"), "{unnamed}");
    let unlocked = bench.plain(&["--casebook", "casebook", "--user", "Karin", "init"]).bad(2);
    assert!(unlocked.contains("--passphrase-file"), "{unlocked}");
    assert!(!bench.casebook().exists());
}

#[test]
fn the_casebook_is_found_where_it_is_said_to_be() {
    let bench = Bench::new();
    let list = ["list", "families", "--passphrase-file", "passphrase"];
    for (name, value) in [("TRYGG_CASEBOOK", "casebook"), ("XDG_DATA_HOME", "data")] {
        let bench_casebook = bench.path(value).join(if name == "XDG_DATA_HOME" { "trygg" } else { "" });
        if !bench_casebook.exists() {
            fs::create_dir_all(bench_casebook.parent().unwrap()).unwrap();
            fs::rename(bench.casebook(), &bench_casebook).unwrap();
        }
        let found = crate::bench::program(&bench.path("")).args(list).env(name, bench.path(value)).output().unwrap();
        assert!(found.status.success(), "{name}: {}", String::from_utf8_lossy(&found.stderr));
    }
    let nowhere = bench.plain(&list).bad(7);
    assert!(nowhere.contains(".local/share/trygg"), "{nowhere}");
}

#[test]
fn the_only_user_need_not_be_named() {
    let bench = Bench::new();
    bench.plain(&["list", "families", "--casebook", "casebook", "--passphrase-file", "passphrase"]).good();
}

#[test]
fn whoever_lacks_the_key_is_kept_out() {
    let bench = Bench::new();
    let list = ["list", "families"];
    bench.run(&list).good();

    bench.file("passphrase", "fyra gula katter på taket");
    assert!(bench.run(&list).bad(7).contains("Lösenfrasen stämmer inte"));
    bench.file("passphrase", format!("{PASSPHRASE}\r\nnästa rad\n"));
    bench.run(&list).good();
    bench.file("passphrase", "\n");
    assert!(bench.run(&list).bad(2).contains("första raden"));
    bench.file("passphrase", PASSPHRASE);

    let stranger = ["--casebook", "casebook", "--user", "Sara", "--passphrase-file", "passphrase", "list", "people"];
    assert!(bench.plain(&stranger).bad(7).contains("Sara"));

    fs::set_permissions(bench.casebook(), Permissions::from_mode(0o750)).unwrap();
    assert!(bench.run(&list).bad(7).contains("chmod 700"));
    fs::set_permissions(bench.casebook(), Permissions::from_mode(0o700)).unwrap();

    let slot = bench.casebook().join("keys/user-6b6172696e.toml");
    fs::write(&slot, "kind = 'nonsense'").unwrap();
    assert!(bench.run(&list).bad(7).contains("skadad"));
    fs::remove_file(&slot).unwrap();
    assert!(bench.run(&list).bad(7).contains("nyckelfil"));

    fs::remove_file(bench.casebook().join("casebook.toml")).unwrap();
    assert!(bench.run(&list).bad(7).contains("är inte helt: filen casebook.toml saknas"));
    fs::remove_dir_all(bench.casebook()).unwrap();
    assert!(bench.run(&list).bad(7).contains("inget register"));
}

#[test]
fn a_newer_casebook_is_left_alone() {
    let bench = Bench::demo("1");
    let slot: toml::Table = fs::read_to_string(bench.casebook().join("keys/demo.toml")).unwrap().parse().unwrap();
    let database = Connection::open(bench.casebook().join("casebook.db")).unwrap();
    database
        .execute_batch(&format!("PRAGMA key = \"x'{}'\"; PRAGMA user_version = 99", slot["key"].as_str().unwrap()))
        .unwrap();
    drop(database);
    let said = bench.plain(&["--casebook", "casebook", "list", "families"]).bad(7);
    assert!(said.contains("nyare format (99)"), "{said}");
}

/// However its making is broken off, the next `init` makes the casebook.
#[test]
fn a_making_that_was_broken_off_is_made_anew() {
    let mut anew = 0;
    for round in 0..30 {
        let bench = Bench::empty();
        let words = ["--casebook", "casebook", "--user", "Karin", "--passphrase-file", "passphrase"];
        let mut child = crate::bench::program(&bench.path(""))
            .args(words)
            .arg("init")
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(round * 7));
        child.kill().unwrap();
        child.wait().unwrap();
        if bench.path("casebook/casebook.toml").exists() {
            bench.run(&["list", "users"]).good();
            continue;
        }
        if bench.path("casebook/keys").exists() {
            let said = bench.run(&["list", "users"]).bad(7);
            assert!(said.contains("är inte helt") && said.contains("trygg init"), "{said}");
        }
        let said = bench.run(&["init"]).good();
        anew += usize::from(said.contains("det är gjort på nytt"));
        assert_eq!(bench.rows("users").len(), 1);
    }
    assert!(anew > 0, "some were broken off");
}

/// The disk cannot be written to: what is there can be read, and what leaves the house cannot leave unseen.
#[test]
fn what_cannot_be_written_to_can_be_read() {
    let bench = Bench::with_families();
    // SQLite cannot make the file that it shares with others.
    fs::create_dir(bench.path("casebook/casebook.db-shm")).unwrap();
    for words in [&["list", "people"][..], &["show", "family", "Lindström"], &["list", "due"]] {
        let answer = bench.run(words);
        assert_eq!((answer.status, answer.out.contains("Elias")), (0, true), "{words:?}: {}", answer.err);
        assert!(answer.err.contains("är inte journalfört"), "{words:?}: {}", answer.err);
    }
    for words in [&["export", "people"][..], &["add", "lind igår 14-15 hem @mamma"]] {
        let said = bench.run(words).bad(8);
        assert!(said.contains("det går att läsa, men inget kan sparas"), "{words:?}: {said}");
    }
    fs::remove_dir(bench.path("casebook/casebook.db-shm")).unwrap();
    bench.run(&["add", "lind igår 14-15 hem @mamma"]).good();
}
