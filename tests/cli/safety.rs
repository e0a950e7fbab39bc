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
