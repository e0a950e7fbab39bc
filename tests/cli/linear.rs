//! Lines instead of panes: the four ways in, each of which says so; nothing but letters and line ends is written.

use std::io::Write;
use std::process::Stdio;

use crate::bench::{Bench, TODAY, program};

/// What is said to some lines, with variables of the environment and options.
fn talk(bench: &Bench, variables: &[(&str, &str)], options: &[&str], lines: &str) -> (i32, String, String) {
    let mut program = program(&bench.path(""));
    program.args(["--casebook", "casebook", "--today", TODAY]).args(options);
    program.env("LANG", "sv_SE.UTF-8").envs(variables.iter().copied());
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().unwrap();
    _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
    let said = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (said.status.code().unwrap_or(-1), text(said.stdout), text(said.stderr))
}

#[test]
fn four_ways_lead_to_lines_and_each_says_so() {
    let bench = Bench::demo("3");
    let settled = bench.path("settled");
    std::fs::create_dir_all(settled.join("trygg")).unwrap();
    std::fs::write(settled.join("trygg/interface.toml"), "linear = true\n").unwrap();
    let settings = settled.to_str().unwrap();
    for (variables, options, why) in [
        (&[][..], &["--linear"][..], "valt med --linear"),
        (&[("XDG_CONFIG_HOME", settings)], &[], "valt i inställningarna"),
        (&[("ACCESSIBLE", "1")], &[], "ACCESSIBLE=1"),
        (&[("TERM", "dumb")], &[], "terminalen heter dumb"),
    ] {
        let (status, said, errors) = talk(&bench, variables, options, "slut\n");
        assert_eq!((status, errors.as_str()), (0, ""), "{why}: {said}");
        assert!(said.lines().next().unwrap().contains(why), "{why}: {said}");
        assert!(said.contains("Veckan"), "{said}");
        assert!(!said.chars().any(|sign| sign.is_control() && sign != '\n'), "{said:?}");
    }
}

#[test]
fn where_all_share_an_account_the_casebook_says_for_whom() {
    let bench = Bench::with_families();
    std::fs::write(bench.path("casebook/interface.toml"), "[Karin]\nlinear = true\n").unwrap();
    let karin = ["--user", "Karin", "--passphrase-file", "passphrase"];
    let (status, said, errors) = talk(&bench, &[], &karin, "slut\n");
    assert_eq!((status, errors.as_str()), (0, ""), "{said}");
    assert!(said.contains("valt i inställningarna"), "{said}");
    let (status, said, _) = talk(&bench, &[("TRYGG_USER", "Sara")], &[], "slut\n");
    assert_eq!((status, said.as_str()), (2, ""), "nobody else is taken there");
    // It goes along into a copy.
    std::fs::create_dir(bench.path("copies")).unwrap();
    bench.run(&["backup", bench.path("copies").to_str().unwrap()]).good();
    let copies: Vec<_> = std::fs::read_dir(bench.path("copies")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(copies.iter().any(|copy| copy.join("interface.toml").is_file()), "{copies:?}");
}

#[test]
fn nothing_leads_there_that_was_not_meant_to() {
    let bench = Bench::demo("3");
    let settled = bench.path("settled");
    std::fs::create_dir_all(settled.join("trygg")).unwrap();
    std::fs::write(settled.join("trygg/interface.toml"), "linear = false\n").unwrap();
    let settings = settled.to_str().unwrap();
    for variables in
        [&[("TERM", "xterm")][..], &[("ACCESSIBLE", "0")], &[("XDG_CONFIG_HOME", settings), ("ACCESSIBLE", "1")]]
    {
        let (status, said, _) = talk(&bench, variables, &[], "slut\n");
        assert_eq!((status, said.as_str()), (2, ""), "{variables:?}");
    }
}

#[test]
fn settings_that_cannot_be_read_are_told_of_and_stop_nobody() {
    let bench = Bench::demo("3");
    let settled = bench.path("settled");
    std::fs::create_dir_all(settled.join("trygg")).unwrap();
    std::fs::write(settled.join("trygg/interface.toml"), "radvis = ja\n").unwrap();
    let (status, said, errors) =
        talk(&bench, &[("XDG_CONFIG_HOME", settled.to_str().unwrap())], &["--linear"], "slut\n");
    assert_eq!(status, 0);
    assert!(said.contains("Veckan"), "{said}");
    assert!(errors.contains("interface.toml") && errors.lines().count() == 1, "{errors}");
}

#[test]
fn a_session_is_logged_by_whoever_cannot_see_the_screen() {
    let bench = Bench::with_families();
    let options = ["--user", "Karin", "--passphrase-file", "passphrase", "--linear"];
    let line = "+ lind igår 14-15:30 hem @mamma -- gick igenom läxorna\nslut\n";
    let (status, said, errors) = talk(&bench, &[], &options, line);
    assert_eq!((status, errors.as_str()), (0, ""), "{said}");
    assert!(said.contains("Sparat: träff Lindström"), "{said}");
    assert_eq!(bench.rows("sessions").len(), 1);
}

#[test]
fn what_was_begun_is_kept_when_the_lines_end() {
    let bench = Bench::with_families();
    let options = ["--user", "Karin", "--passphrase-file", "passphrase", "--linear"];
    let (status, said, _) = talk(&bench, &[], &options, "+\nlind igår kaffe\n");
    assert_eq!(status, 0, "{said}");
    let (_, said, _) = talk(&bench, &[], &options, "d\nslut\n");
    assert!(said.contains("Ett utkast väntar") && said.contains("lind igår kaffe"), "{said}");
    assert_eq!(bench.rows("sessions").len(), 0);
}

#[test]
fn nobody_is_asked_for_a_passphrase_that_would_be_seen() {
    let bench = Bench::with_families();
    let (status, said, errors) = talk(&bench, &[], &["--user", "Karin", "--linear"], "hemligt\n");
    assert_eq!(status, 2, "{said}");
    assert!(errors.contains("--passphrase-file"), "{errors}");
}

#[test]
fn a_terminal_without_utf8_hears_pure_ascii() {
    let bench = Bench::demo("3");
    let (status, said, _) = talk(&bench, &[("LANG", "C")], &["--linear", "--lang", "sv"], "familjer\nslut\n");
    assert_eq!(status, 0);
    assert!(said.is_ascii() && said.contains("Lindstrom"), "{said}");
}
