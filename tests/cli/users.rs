//! Users on the command line: adding one, changing what one may do, keeping one out, and passphrases.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::bench::{Answer, Bench};

const BOS: &str = "två trötta elefanter sover";
const NEW: &str = "nio blanka stenar vid ån";

/// Karin's casebook and files with other passphrases.
fn bench() -> Bench {
    let bench = Bench::new();
    for (name, text) in [("bos", BOS), ("new", NEW)] {
        secret(&bench, name, text);
    }
    bench
}

fn secret(bench: &Bench, name: &str, text: &str) {
    bench.file(name, text);
    fs::set_permissions(bench.path(name), Permissions::from_mode(0o600)).unwrap();
}

/// Runs the program as somebody, with a passphrase from a file.
fn run_as(bench: &Bench, user: &str, file: &str, words: &[&str]) -> Answer {
    let mut all = vec!["--casebook", "casebook", "--user", user, "--passphrase-file", file];
    all.extend(words);
    bench.plain(&all)
}

fn add_bo(bench: &Bench) {
    let words = ["user", "add", "Bo", "--role", "support_person", "--new-passphrase-file", "bos"];
    assert_eq!(bench.run(&words).good(), "Bo är nu stödperson, och ombeds byta lösenfras tills det är gjort.\n");
}

#[test]
fn a_user_is_added_listed_and_told_to_change_the_passphrase() {
    let bench = bench();
    add_bo(&bench);
    let listed = bench.run(&["user", "list"]).good();
    assert!(listed.contains("Bo     stödperson") && listed.contains("kan låsa upp"), "{listed}");
    let users = bench.run(&["user", "list", "--json"]).json();
    assert_eq!(users[0]["name"], "Bo");
    assert_eq!((&users[0]["role"], &users[0]["disabled_at"]), (&"support_person".into(), &Value::Null));
    let first = run_as(&bench, "Bo", "bos", &["list", "families"]);
    assert_eq!(first.status, 0);
    assert!(first.err.contains("Byt den: trygg user passphrase"), "{}", first.err);
    let words = ["user", "passphrase", "--new-passphrase-file", "new"];
    assert_eq!(run_as(&bench, "Bo", "bos", &words).out, "Lösenfrasen är bytt.\n");
    run_as(&bench, "Bo", "new", &["list", "families"]).good();
    assert!(run_as(&bench, "Bo", "bos", &["list", "families"]).bad(7).contains("Lösenfrasen stämmer inte"));
    assert!(
        bench
            .run(&["user", "add", "BO", "--role", "administrator", "--new-passphrase-file", "bos"])
            .bad(3)
            .contains("BO")
    );
}

#[test]
fn a_user_is_kept_out_and_let_in_again() {
    let bench = bench();
    add_bo(&bench);
    let said = bench.run(&["user", "disable", "Bo"]).good();
    assert!(said.starts_with("Bo är avstängd"), "{said}");
    assert!(run_as(&bench, "Bo", "bos", &["list", "families"]).bad(7).starts_with("trygg: Bo är avstängd."));
    assert!(bench.run(&["user", "list"]).good().contains("avstängd"));
    assert_eq!(bench.run(&["user", "enable", "Bo"]).good(), "Bo kan låsa upp igen.\n");
    assert_eq!(run_as(&bench, "Bo", "bos", &["list", "families"]).status, 0);
    let same = bench.run(&["user", "enable", "bo"]).good();
    assert!(same.contains("inget har ändrats"), "{same}");
    assert_eq!(bench.run(&["user", "role", "Bo", "visit_supporter"]).good(), "Bo är nu umgängesstödjare.\n");
}

#[test]
fn what_nobody_does_alone_says_so() {
    let bench = bench();
    add_bo(&bench);
    let words = ["user", "add", "Ada", "--role", "administrator", "--new-passphrase-file", "new"];
    bench.run(&words).good();
    let alone = bench.run(&["user", "role", "Bo", "team_leader"]).bad(5);
    assert!(alone.contains("Det här gör ingen ensam. Låt en till låsa upp: --second NAMN."), "{alone}");
    let words = ["user", "role", "Bo", "team_leader", "--second", "Ada", "--second-passphrase-file", "new"];
    assert_eq!(bench.run(&words).good(), "Bo är nu teamledare.\n");
    assert!(bench.run(&["user", "role", "Karin", "support_person"]).bad(5).contains("sin egen roll"));
    assert!(bench.run(&["user", "passphrase", "Bo", "--new-passphrase-file", "bos"]).bad(5).contains("ingen ensam"));
    let words = ["user", "passphrase", "Bo", "--second", "Ada", "--second-passphrase-file", "new"];
    let said = bench.run(&[&words[..], &["--new-passphrase-file", "new"]].concat()).good();
    assert!(said.starts_with("Bo har en ny lösenfras"), "{said}");
    assert!(run_as(&bench, "Bo", "new", &["list", "families"]).err.contains("Byt den"));
}

#[test]
fn the_recovery_code_is_told_once_and_lets_the_only_user_in_again() {
    let bench = Bench::empty();
    let made = bench.run(&["init", "--json"]).json();
    let code = made["recovery"].as_str().unwrap();
    assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [5; 6]);
    secret(&bench, "code", code);
    secret(&bench, "new", NEW);
    let words = ["--casebook", "casebook", "user", "recover", "Karin", "--code-file", "code"];
    let said = bench.plain(&[&words[..], &["--new-passphrase-file", "new"]].concat()).good();
    assert!(said.starts_with("Karin har en ny lösenfras."), "{said}");
    assert!(bench.run(&["list", "families"]).bad(7).contains("Lösenfrasen stämmer inte"));
    assert_eq!(run_as(&bench, "Karin", "new", &["list", "families"]).status, 0);
    secret(&bench, "code", &format!("{}Z", &code[..34]));
    let wrong = bench.plain(&[&words[..], &["--new-passphrase-file", "new"]].concat());
    assert!(code.ends_with('Z') || wrong.bad(3).contains("Grupp 6 i återställningskoden stämmer inte."));
}

#[test]
fn the_recovery_code_can_go_to_a_file_that_only_its_owner_reads() {
    let bench = Bench::empty();
    let said = bench.run(&["init", "--recovery-file", "code"]).good();
    let code = fs::read_to_string(bench.path("code")).unwrap();
    assert!(said.contains("Återställningskoden står i code.") && !said.contains(code.trim()), "{said}");
    assert_eq!(fs::metadata(bench.path("code")).unwrap().permissions().mode() & 0o777, 0o600);
    let again = bench.run(&["user", "recovery", "--recovery-file", "code"]).bad(2);
    assert!(again.contains("Filen code finns redan."), "{again}");
    let said = bench.run(&["user", "recovery"]).good();
    assert!(said.starts_with("Återställningskod: ") && !said.contains(code.trim()), "{said}");
}

#[test]
fn a_user_who_is_removed_has_a_key_to_nothing() {
    let bench = bench();
    add_bo(&bench);
    let keys = bench.casebook().join("keys");
    let bos = keys.join("user-626f.toml");
    let kept = fs::read(&bos).unwrap();
    let said = bench.run(&["user", "remove", "Bo"]).good();
    assert!(said.starts_with("Bo är borttagen, och registret har en ny nyckel.\nSäkerhetskopior"), "{said}");
    assert!(run_as(&bench, "Bo", "bos", &["list", "families"]).bad(7).contains("nyckelfil"));
    fs::write(&bos, kept).unwrap();
    assert!(run_as(&bench, "Bo", "bos", &["list", "families"]).bad(7).contains("en äldre nyckel"));
    fs::remove_file(&bos).unwrap();
    bench.run(&["list", "families"]).good();
    bench.run(&["doctor"]).good();
    assert!(bench.run(&["user", "list"]).good().contains("borttagen"));
}

#[test]
fn what_is_asked_wrongly_is_told_as_it_is_written() {
    let bench = bench();
    for (words, told) in [
        (vec!["user", "add"], "Så skrivs det: trygg user add NAMN --role ROLL."),
        (vec!["user", "list", "Bo"], "Så skrivs det: trygg user list."),
        (vec!["user", "blorp"], "Välj list, add"),
        (vec!["user", "add", "Bo"], "Vilken roll?"),
        (vec!["user", "role", "Bo", "chef"], "chef är ingen roll. Välj support_person"),
        (vec!["user", "role", "Bo", "administrator", "--hours", "sent"], "sent är inga tider."),
        (vec!["user", "passphrase", "Karin"], "Sin egen lösenfras byter man med: trygg user passphrase"),
        (vec!["user", "recovery", "nu"], "Så skrivs det: trygg user recovery."),
    ] {
        let said = bench.run(&words).bad(2);
        assert!(said.contains(told), "{words:?}: {said}");
    }
    secret(&bench, "short", "kort");
    assert!(
        bench
            .run(&["user", "add", "Bo", "--role", "support_person", "--new-passphrase-file", "short"])
            .bad(3)
            .contains("12")
    );
    secret(&bench, "common", "LösenordSommar1");
    let said = bench.run(&["user", "passphrase", "--new-passphrase-file", "common"]).bad(3);
    assert!(said.contains("ord som många väljer"), "{said}");
    bench.run(&["list", "families"]).good();
}

/// A second team, a user in it, and a family that went over to it: neither team is told of the other's.
#[test]
fn teams_are_kept_and_families_go_over_to_them() {
    let bench = Bench::with_families();
    bench.run(&["team", "rename", "", "Norr"]).good();
    assert!(bench.run(&["team", "add", "Söder"]).good().contains("Söder"));
    assert!(bench.run(&["team", "add", "söder"]).bad(3).contains("finns redan"));
    assert!(bench.run(&["team", "add", ""]).bad(3).contains("namn"));
    assert!(bench.run(&["team", "rename", "Väst", "Öst"]).bad(4).contains("Väst"));
    assert!(bench.run(&["team", "rename", "Söder"]).bad(2).contains("trygg team rename"));
    let teams = bench.run(&["team", "list", "--json"]).json();
    let told: Vec<(&str, bool)> =
        teams.as_array().unwrap().iter().map(|team| (team["name"].as_str().unwrap(), team["own"] == true)).collect();
    assert_eq!(told, [("Norr", true), ("Söder", false)]);
    bench.run(&["access", "give", "2026-0143", "--who", "Söder"]).good();
    let left: Vec<String> = bench.rows("families").iter().map(|row| row["case_ref"].to_string()).collect();
    assert_eq!(left, ["\"2026-0150\""]);
    assert!(bench.run(&["show", "family", "2026-0143"]).bad(4).contains("Ingen familj"));
}
