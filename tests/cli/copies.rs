//! Backups, restoring and the standby as one types them, and whatever ends the program in the middle.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::bench::{Bench, PASSPHRASE, program};

/// How often each command is killed, each time a little later.
const KILLS: u32 = 12;

/// The program with a casebook and a passphrase.
fn typed(bench: &Bench, casebook: &str, words: &[&str]) -> Command {
    let mut command = program(&bench.path(""));
    command.args(["--casebook", casebook, "--user", "Karin", "--passphrase-file", "passphrase"]).args(words);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn answer(bench: &Bench, casebook: &str, words: &[&str]) -> (bool, String) {
    let said = typed(bench, casebook, words).output().unwrap();
    (said.status.success(), String::from_utf8_lossy(&said.stdout).into_owned() + &String::from_utf8_lossy(&said.stderr))
}

/// The whole copies of a place: what has no ending.
fn whole(place: &Path) -> Vec<String> {
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.contains('.') && name != "casebook");
    names.sort();
    names
}

/// What doctor says of a check.
fn checked(bench: &Bench, check: &str) -> (String, i64) {
    let said = bench.run(&["doctor", "--json"]).json();
    let found = said["checks"].as_array().unwrap().iter().find(|found| found["check"] == check).unwrap();
    (found["verdict"].as_str().unwrap().to_owned(), found["count"].as_i64().unwrap())
}

#[test]
fn a_backup_is_made_told_of_and_restored() {
    let bench = Bench::with_families();
    let made = bench.run(&["backup", "kopior", "--json"]).json();
    assert_eq!((made["proven"].as_bool(), made["kept"].as_u64()), (Some(true), Some(1)), "{made}");
    let said = bench.run(&["backup", "kopior"]).good();
    assert!(said.contains("gjord och prövad") && said.contains("7 dagar, 5 veckor och 6 månader"), "{said}");
    assert_eq!(checked(&bench, "backups"), ("good".to_owned(), 1), "the last of a day is kept");
    let (done, said) = answer(&bench, "åter", &["restore", "kopior", "--json"]);
    assert!(done, "{said}");
    let told = |casebook: &str| answer(&bench, casebook, &["list", "people", "--json"]);
    assert_eq!(told("åter"), told(&bench.casebook().display().to_string()));
    // What is there is not overwritten, what is a copy is not opened, and a wrong passphrase opens no copy.
    let (done, said) = answer(&bench, "åter", &["restore", "kopior"]);
    assert!(!done && said.contains("Det finns redan ett register"), "{said}");
    let copy = bench.path("kopior").join(whole(&bench.path("kopior")).last().unwrap()).display().to_string();
    let copy = copy.as_str();
    let (done, said) = answer(&bench, copy, &["list", "people"]);
    assert!(!done && said.contains("är en säkerhetskopia"), "{said}");
    bench.file("passphrase", "fyra blå hundar på golvet");
    let (done, said) = answer(&bench, "ny", &["restore", "kopior"]);
    assert!(!done && !bench.path("ny").exists(), "{said}");
    bench.file("passphrase", PASSPHRASE);
}

#[test]
fn a_casebook_without_a_young_backup_is_told_of() {
    let bench = Bench::new();
    assert_eq!(checked(&bench, "backups"), ("good".to_owned(), 0), "it was made just now");
    bench.run(&["backup", "kopior"]).good();
    fs::write(bench.casebook().join("backup.toml"), "late_after_hours = 1\nmonthly = 1000\n").unwrap();
    let said = bench.run(&["doctor"]);
    assert!(said.err.contains("monthly i backup.toml ska vara mellan 0 och 120"), "{}", said.err);
}

/// A disk that takes no more: nothing of the copy is left, and what was there is there.
#[test]
fn a_full_disk_leaves_what_was_there() {
    let bench = Bench::with_families();
    bench.run(&["backup", "kopior"]).good();
    let before = whole(&bench.path("kopior"));
    let size = fs::metadata(bench.path("kopior").join(&before[0]).join("casebook.db")).unwrap().len();
    let limited = |blocks: u64, words: &[&str]| {
        let mut command = Command::new("sh");
        let typed = typed(&bench, &bench.casebook().display().to_string(), words);
        command.args(["-c", "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"", "sh", &blocks.to_string()]);
        command.arg(typed.get_program()).args(typed.get_args()).env_clear().env("HOME", bench.path(""));
        command.current_dir(bench.path("")).output().unwrap()
    };
    for part in [4, 2] {
        for words in [["backup", "kopior"], ["standby", "reserv"]] {
            let said = limited(size / 512 / part, &words);
            let told = String::from_utf8_lossy(&said.stderr);
            assert_eq!(said.status.code(), Some(8), "{words:?}: {told}");
            assert!(told.contains("kunde inte skrivas") || told.contains("är full"), "{words:?}: {told}");
            let left = fs::read_dir(bench.path(words[1])).unwrap().count();
            assert_eq!(left, if words[0] == "backup" { before.len() } else { 0 }, "{words:?}");
        }
    }
    assert_eq!(whole(&bench.path("kopior")), before);
}

/// Runs a command to its end once, and then again and again, killed at one moment after the other; after each, a look.
fn kill_at_every_moment(bench: &Bench, casebook: &str, words: &[&str], look: &mut dyn FnMut(bool)) {
    let began = Instant::now();
    let (done, said) = answer(bench, casebook, words);
    assert!(done, "{words:?}: {said}");
    let takes = began.elapsed();
    look(true);
    for kill in 0..KILLS {
        let mut child = typed(bench, casebook, words).spawn().unwrap();
        sleep(takes * kill / KILLS);
        let ended_before = child.try_wait().unwrap().is_some_and(|status| status.success());
        let _ = child.kill();
        child.wait().unwrap();
        look(ended_before);
    }
}

#[test]
fn a_backup_or_a_standby_that_is_killed_is_never_taken_for_one() {
    let bench = Bench::with_families();
    fs::write(bench.casebook().join("backup.toml"), "daily = 1\nweekly = 0\nmonthly = 0\n").unwrap();
    let casebook = bench.casebook().display().to_string();
    let mut number = 0;
    for words in [["backup", "kopior"], ["standby", "reserv"]] {
        kill_at_every_moment(&bench, &casebook, &words, &mut |_| {
            let there = whole(&bench.path(words[1]));
            assert!(!there.is_empty(), "{words:?}: the old one or the new one");
            number += 1;
            for name in there {
                let to = format!("åter {number} {name}");
                let copy = format!("{}/{name}", words[1]);
                let (done, said) = answer(&bench, &to, &["restore", &copy]);
                assert!(done, "{words:?}: {said}");
                fs::remove_dir_all(bench.path(&to)).unwrap();
            }
        });
        let (done, said) = answer(&bench, &casebook, &words);
        assert!(done, "{said}");
        let left: Vec<_> =
            fs::read_dir(bench.path(words[1])).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert!(left.len() <= 3, "what was killed is swept up: {left:?}");
    }
}

#[test]
fn a_restore_that_is_killed_leaves_a_casebook_or_none() {
    let bench = Bench::with_families();
    bench.run(&["backup", "kopior"]).good();
    let expected = bench.run(&["list", "people"]).good();
    kill_at_every_moment(&bench, "åter", &["restore", "kopior"], &mut |ended| {
        let is_there = bench.path("åter").exists();
        assert!(is_there || !ended);
        if is_there {
            assert_eq!(answer(&bench, "åter", &["list", "people"]), (true, expected.clone()));
            fs::remove_dir_all(bench.path("åter")).unwrap();
        }
    });
    let (done, said) = answer(&bench, "åter", &["restore", "kopior"]);
    assert!(done, "{said}");
    assert!(!bench.path("åter.restoring").exists());
}

/// Somebody who writes without a pause, and notes each line that was saved.
fn writer(bench: &Bench, number: usize) -> Child {
    let script = "while :; do \"$@\" >/dev/null 2>&1 && echo . >> \"$NOTED\"; done";
    let casebook = bench.casebook().display().to_string();
    let typed = typed(bench, &casebook, &["add", "lind idag 10-11 hem -- skrev"]);
    let mut command = Command::new("setsid");
    command.args(["sh", "-c", script, "sh"]).arg(typed.get_program()).args(typed.get_args());
    command.env_clear().env("HOME", bench.path("")).env("PATH", "/usr/bin:/bin");
    command.env("NOTED", bench.path(&format!("noted-{number}"))).current_dir(bench.path("")).spawn().unwrap()
}

fn noted(bench: &Bench) -> usize {
    (0..3).map(|number| fs::read_to_string(bench.path(&format!("noted-{number}"))).unwrap_or_default().len() / 2).sum()
}

fn kill_group(child: &mut Child) {
    let group = format!("-{}", child.id());
    assert!(Command::new("kill").args(["-9", "--", &group]).status().unwrap().success());
    child.wait().unwrap();
}

/// The first host is gone in the middle of everything; the second goes on with what it was given last.
#[test]
fn a_standby_goes_on_when_the_first_host_is_killed() {
    let bench = Bench::with_families();
    let casebook = bench.casebook().display().to_string();
    let mut writers: Vec<Child> = (0..3).map(|number| writer(&bench, number)).collect();
    let mut saved = 0;
    for _ in 0..4 {
        while noted(&bench) < saved + 3 {
            sleep(Duration::from_millis(20));
        }
        saved = noted(&bench);
        let (done, said) = answer(&bench, &casebook, &["standby", "reserv"]);
        assert!(done, "{said}");
    }
    let mut last = typed(&bench, &casebook, &["standby", "reserv"]).spawn().unwrap();
    sleep(Duration::from_millis(150));
    writers.iter_mut().for_each(kill_group);
    let _ = last.kill();
    last.wait().unwrap();
    fs::rename(bench.casebook(), bench.path("borta")).unwrap();
    let (done, said) = answer(&bench, "reserv/casebook", &["list", "sessions"]);
    assert!(!done, "it is no casebook yet: {said}");
    let (done, said) = answer(&bench, "reserv", &["standby", "reserv", "--promote"]);
    assert!(done && said.contains("är nu registret") && said.contains("finns inte här"), "{said}");
    let (done, said) = answer(&bench, "reserv/casebook", &["list", "sessions", "--json"]);
    assert!(done, "{said}");
    let there = said.matches("\"skrev\"").count();
    assert!(there >= saved, "{there} of {saved} that were saved before it was made");
    let (done, said) = answer(&bench, "reserv/casebook", &["add", "lind idag 12-13 hem -- går vidare"]);
    assert!(done, "{said}");
    // The first host comes back.
    fs::rename(bench.path("borta"), bench.casebook()).unwrap();
    let (done, said) = answer(&bench, &casebook, &["standby", "reserv"]);
    assert!(!done && said.contains("har tagits i bruk"), "{said}");
}

/// What stands for another host: a shell of this one.
const SSH: &str = "#!/bin/sh
while [ \"${1#-}\" != \"$1\" ]; do [ \"$1\" = -- ] && { shift; break; }; shift; done
shift
exec sh -c \"$*\"
";

#[test]
#[ignore = "needs rsync: cargo test --test cli far_standby -- --ignored"]
fn a_far_standby_goes_by_rsync_and_is_compared() {
    let bench = Bench::with_families();
    let casebook = bench.casebook().display().to_string();
    fs::create_dir(bench.path("bin")).unwrap();
    fs::write(bench.path("bin/ssh"), SSH).unwrap();
    fs::set_permissions(bench.path("bin/ssh"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", bench.path("bin").display());
    let place = format!("andra:{}", bench.path("reserv").display());
    let run = |words: &[&str]| {
        let said = typed(&bench, &casebook, words).env("PATH", &path).output().unwrap();
        (
            said.status.success(),
            String::from_utf8_lossy(&said.stdout).into_owned() + &String::from_utf8_lossy(&said.stderr),
        )
    };
    for number in 0..4 {
        bench.run(&["add", "lind idag 10-11 hem -- skrev"]).good();
        let (done, said) = run(&["standby", &place, "--verbose"]);
        assert!(done, "{said}");
        assert_eq!(whole(&bench.path("reserv")).len(), (number + 1).min(2));
    }
    // What was never finished is swept up; what somebody else put there is not.
    let left = bench.path("reserv/2020-01-01T000000Z.new");
    fs::create_dir(&left).unwrap();
    let card = bench.path("reserv").join(&whole(&bench.path("reserv"))[0]).join("copy.toml");
    fs::copy(card, left.join("copy.toml")).unwrap();
    fs::create_dir(bench.path("reserv/2020-01-02T000000Z.new")).unwrap();
    assert!(run(&["standby", &place]).0);
    assert!(!left.exists() && bench.path("reserv/2020-01-02T000000Z.new").exists());
    for place in ["andra:relativ", "-oProxyCommand=x:/y", "andra:/a b", "andra:/a;b", "andra:/a/../b"] {
        let (done, said) = run(&["standby", "--", place]);
        assert!(!done && (said.contains("ingen plats för en reserv") || said.contains("trygg:")), "{place}: {said}");
    }
    let (done, said) = answer(&bench, "x", &["standby", "reserv", "--promote"]);
    assert!(done, "{said}");
    let (_, said) = answer(&bench, "reserv/casebook", &["list", "sessions", "--json"]);
    assert_eq!(said.matches("\"skrev\"").count(), 4);
    let (done, said) = run(&["standby", &place]);
    assert!(!done && said.contains("har tagits i bruk"), "{said}");
}
