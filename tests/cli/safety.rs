//! Nothing that somebody writes can steer the terminal of somebody who reads.

use crate::bench::Bench;

const NASTY: &str = "\u{1b}[31mröd\u{1b}]0;titel\u{7}\u{9b}2J\u{202e}bak\u{7f}";

fn check(said: &str, what: &str) {
    let steering =
        |letter: char| (letter.is_control() && letter != '\n') || ('\u{202a}'..='\u{202e}').contains(&letter);
    assert!(!said.contains(steering), "{what}: {said:?}");
}

#[test]
fn cells_and_lines_never_reach_the_terminal_as_sequences() {
    let bench = Bench::new();
    let family = bench.file(
        "families.csv",
        format!("case_ref,name,status,started_on,district\nA-1,Lind{NASTY}ström,active,2026-03-02,{NASTY}\n"),
    );
    bench.run(&["import", "families", &family]).good();
    let session = bench.file(
        "sessions.csv",
        format!(
            "case_ref,on,kind,mode,outcome,note,staff\nA-1,2026-11-01,advice,phone,held,\"{NASTY}\nrad två\",{NASTY}\n"
        ),
    );
    bench.run(&["import", "sessions", &session]).good();
    bench.run(&["add", &format!("A-1 tel -- {NASTY}")]).good();
    for words in [
        &["list", "families"][..],
        &["list", "families", "--json"],
        &["list", "sessions"],
        &["list", "sessions", "--json"],
        &["show", "family", "A-1"],
        &["show", "family", "A-1", "--json"],
        &["export", "sessions"],
        &["export", "sessions", "--format", "json"],
    ] {
        let said = bench.run(words).good();
        assert!(said.contains("röd") || said.contains("A-1"), "{words:?}");
        check(&said, &words.join(" "));
    }
}

#[test]
fn errors_do_not_repeat_sequences() {
    let bench = Bench::with_families();
    let rows = bench.file("rows.csv", format!("case_ref,on,kind,mode,outcome\n{NASTY},{NASTY},{NASTY},phone,held\n"));
    let header = bench.file("header.csv", format!("case_ref,{NASTY}\nA-1,x\n"));
    for (words, status) in [
        (vec!["import", "sessions", &rows], 3),
        (vec!["import", "sessions", &rows, "--json"], 3),
        (vec!["import", "sessions", &header], 3),
        (vec!["add", NASTY], 3),
        (vec!["add", NASTY, "--json"], 3),
        (vec!["show", "family", NASTY], 4),
        (vec!["list", NASTY], 2),
        (vec![NASTY], 2),
        (vec!["list", "families", "--from", NASTY], 2),
        (vec!["import", "families", NASTY], 2),
    ] {
        check(&bench.run(&words).bad(status), &words.join(" "));
    }
}

/// Files and directories whose names would steer a terminal, and are there.
#[test]
fn names_of_files_do_not_steer() {
    let bench = Bench::with_families();
    let name = "\u{1b}]52;c;aGVq\u{7}\n\u{1b}[2J-rf $(touch sprung) `touch sprung`\u{202e}.csv";
    let rows = bench.file(name, "case_ref,name\nA-1,x\n");
    check(&bench.run(&["import", "families", &rows]).bad(3), "import");
    let out = bench.path(&format!("ut{name}")).display().to_string();
    let said = bench.run(&["export", "families", "--out", &out]);
    assert!(bench.path(&format!("ut{name}")).exists(), "{}", said.err);
    check(&said.good(), "export");
    for words in [["--casebook", &rows, "list", "families"], ["--casebook", name, "list", "families"]] {
        check(&bench.plain(&words).bad(7), "casebook");
    }
    // One that lies in such a directory is opened all the same, and the doctor names it without harm.
    let elsewhere = bench.path(name.trim_end_matches(".csv"));
    std::fs::rename(bench.casebook(), &elsewhere).unwrap();
    let place = elsewhere.display().to_string();
    std::fs::write(elsewhere.join("ladder.toml"), "[").unwrap();
    let secret = bench.path("passphrase").display().to_string();
    let said = bench.plain(&["--casebook", &place, "--user", "Karin", "--passphrase-file", &secret, "doctor"]);
    assert!(said.out.contains("ladder.toml") && said.out.contains("-> chmod 600"), "{} {}", said.out, said.err);
    check(&said.out, "doctor");
    check(&said.err, "doctor");
    assert!(!bench.path("sprung").exists());
}
