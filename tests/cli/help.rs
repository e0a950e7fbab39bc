//! Help, refusals and what comes from the table of arguments, in both languages.

use crate::bench::Bench;

const COMMANDS: [&str; 21] = [
    "demo",
    "init",
    "add",
    "list",
    "show",
    "import",
    "export",
    "render",
    "calendar",
    "user",
    "team",
    "backup",
    "restore",
    "standby",
    "purge",
    "correct",
    "extract",
    "doctor",
    "verify",
    "completions",
    "man",
];

/// Words of clap's own, which must not show in a Swedish help.
const ENGLISH: [&str; 8] =
    ["Usage", "Options", "Commands", "Arguments", "Print", "possible values", "default", "[aliases"];

#[test]
fn help_is_whole_in_both_languages() {
    let bench = Bench::empty();
    for command in [""].into_iter().chain(COMMANDS) {
        let help = |language: &str| {
            let words = ["--lang", language, command, "--help"];
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            bench.plain(&words).good()
        };
        let (swedish, english) = (help("sv"), help("en"));
        assert!(swedish.contains("Så här:") && swedish.contains("--passphrase-file"), "{command}: {swedish}");
        assert!(english.contains("Usage:") && english.contains("--passphrase-file"), "{command}: {english}");
        for word in ENGLISH {
            assert!(!swedish.contains(word), "{command}: {word}\n{swedish}");
        }
        for unsaid in ["arg-", "cmd-", "help-"] {
            assert!(!swedish.contains(unsaid) && !english.contains(unsaid), "{command}: {unsaid}");
        }
    }
    let whole = bench.plain(&["--help"]).good();
    assert!(COMMANDS.iter().all(|command| whole.contains(command)), "{whole}");
}

#[test]
fn the_language_is_that_of_the_environment() {
    let bench = Bench::empty();
    let help = |name: &str, value: &str| {
        let said = crate::bench::program(&bench.path("")).arg("--help").env(name, value).output().unwrap();
        String::from_utf8(said.stdout).unwrap()
    };
    for (name, value, told) in [
        ("LANG", "en_GB.UTF-8", "Usage:"),
        ("LC_ALL", "en_US", "Usage:"),
        ("LANG", "sv_SE.UTF-8", "Så här:"),
        ("LANG", "C.UTF-8", "Så här:"),
        ("LANG", "de_DE.UTF-8", "Så här:"),
    ] {
        assert!(help(name, value).contains(told), "{name}={value}");
    }
}

#[test]
fn refusals_are_one_line_and_status_2() {
    let bench = Bench::empty();
    for (words, told) in [
        (vec!["lst"], "Menade du list?"),
        (vec!["blorp"], "Kommandot blorp finns inte."),
        (vec!["list"], "Det saknas: SLAG."),
        (vec!["show", "family"], "Det saknas: FAMILJ. Så här: trygg show family FAMILJ"),
        (
            vec!["list", "blorp"],
            "Välj families, people, relations, placements, care, statuses, sessions, groups, meetings, measurements, \
             arrangements, visits, accounts, preparations, restrictions, wishes, ladder-moves, absences, events, \
             tasks, child-words, attendance, referrals, check-ins, exemptions, phases, crisis-support, goals, actions, \
             attainments, plan-revisions, advice-counts, assessments, ticks, papers, schooling, obstacles, \
             health, gaps, due, missing, network, users.",
        ),
        (vec!["list", "families", "--jsn"], "Menade du --json?"),
        (vec!["list", "families", "--user"], "Efter --user saknas ett värde."),
        (vec!["import", "--mapping"], "Efter --mapping saknas ett värde."),
        (vec!["demo", "--families", "många"], "--families är ett heltal från 1 till 1000000, inte många."),
        (vec!["demo", "--families", "0"], "--families är ett heltal från 1 till 1000000, inte 0."),
        (vec!["demo", "--families", "-5"], "--families är ett heltal från 1 till 1000000, inte -5."),
        (vec!["demo", "--families=-5"], "--families är ett heltal från 1 till 1000000, inte -5."),
        (vec!["--today", "förrförra", "doctor"], "förrförra är ingen dag."),
        (vec!["--today", "19/11", "doctor"], "19/11 kan vara olika dagar. Skriv dagen med år"),
        (vec!["--today", "tis", "doctor"], "tis kan vara olika dagar."),
        (
            vec!["render", "families", "--size", "80"],
            "80 är ingen storlek. Skriv bredd och höjd i tecken, till exempel 120x40.",
        ),
        (vec![], "behöver en terminal"),
        (vec!["demo"], "trygg demo --no-open --dir"),
        (vec!["demo", "--no-open"], "Det saknas: --dir."),
    ] {
        let said = bench.plain(&words).bad(2);
        assert!(said.starts_with("trygg: ") && said.contains(told), "{words:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{words:?}: {said}");
    }
}

#[test]
fn errors_in_json_have_their_kind() {
    let bench = Bench::new();
    for (words, status, kind) in [
        (vec!["list", "blorp", "--json"], 2, "usage"),
        (vec!["add", "blorp", "--json"], 3, "invalid"),
        (vec!["show", "family", "blorp", "--json"], 4, "not_found"),
        (vec!["list", "families", "--json", "--user", "Blorp"], 7, "locked"),
    ] {
        let error = bench.run(&words).error(status);
        assert_eq!(error["kind"], kind, "{words:?}");
        assert!(error["message"].is_string() && error.get("hint").is_some(), "{words:?}: {error}");
    }
}

#[test]
fn completions_and_manual_pages_are_made() {
    let bench = Bench::empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = bench.plain(&["completions", shell]).good();
        assert!(script.contains("passphrase-file") && script.contains("doctor"), "{shell}");
    }
    let page = bench.plain(&["man"]).good();
    assert!(page.contains(".SH NAMN") && page.contains("trygg\\-doctor"), "{page}");
    let page = bench.plain(&["--lang", "en", "man", "list"]).good();
    assert!(page.contains(".SH NAME") && page.contains("\\-\\-from"), "{page}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let bench = Bench::demo("12");
    let mut listing = crate::bench::program(&bench.path(""))
        .args(["--casebook", "casebook", "list", "sessions", "--json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(listing.stdout.take());
    let said = listing.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&said.stderr), "");
}
