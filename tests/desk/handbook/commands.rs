//! Commands in the handbook: their help and what they print is made, and each that is written can be given.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::OnceLock;

use tempfile::TempDir;
use trygg::locale::{Language, Locale};

use super::{pages, top};
use crate::desk::{copy, pattern, today};

fn tag(language: Language) -> &'static str {
    match language {
        Language::Swedish => "sv",
        Language::English => "en",
    }
}

/// The program with words, in an environment of nothing.
fn program(words: &[String], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trygg"));
    command.env_clear().env("HOME", folder).current_dir(folder).args(words).output().unwrap()
}

/// A casebook of the demo that commands are tried on.
fn tried() -> &'static Path {
    static TRIED: OnceLock<TempDir> = OnceLock::new();
    let made = TRIED.get_or_init(|| {
        let directory = tempfile::tempdir().unwrap();
        copy(pattern(), directory.path());
        directory
    });
    made.path()
}

fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let (mut quote, mut is_empty) = (None, true);
    for letter in text.chars() {
        match (quote, letter) {
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'') => (quote, is_empty) = (Some(letter), false),
            (None, ' ') => {
                if !is_empty {
                    words.push(String::new());
                }
                is_empty = true;
            }
            (None, '#' | '<' | '>' | '|') if is_empty => break,
            _ => {
                words.last_mut().unwrap().push(letter);
                is_empty = false;
            }
        }
    }
    if is_empty {
        words.pop();
    }
    words
}

fn block(text: &str) -> String {
    let rows: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    format!("```text\n{}\n```", rows.join("\n"))
}

/// What a command's help says, without what holds for all of them.
pub fn help(locale: &Locale, command: &str) -> String {
    let asked = words(&format!("{command} --help --lang {}", tag(locale.language())));
    let said = program(&asked, tried());
    assert!(said.status.success(), "{command}");
    let text = String::from_utf8(said.stdout).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    let everywhere = rows.iter().position(|row| row.contains("--casebook <")).unwrap();
    block(&rows[..everywhere - 1].join("\n"))
}

/// What a command prints to somebody of the demo: `Gunilla: report visits`.
pub fn run(locale: &Locale, call: &str) -> String {
    let (user, line) = call.split_once(": ").unwrap();
    let mut given = words(line);
    let day = today().to_string();
    let around = ["--user", user, "--today", &day, "--lang", tag(locale.language()), "--casebook"];
    given.extend(around.map(str::to_owned));
    given.push(tried().to_string_lossy().into_owned());
    let said = program(&given, tried());
    assert!(said.status.success(), "{call}: {}", String::from_utf8_lossy(&said.stderr));
    block(&format!("$ trygg {line}\n{}", String::from_utf8(said.stdout).unwrap()))
}

/// What a command answers to the team leader of the demo, in English.
fn asked(line: &str) -> String {
    let mut given = words(line);
    let day = today().to_string();
    let around = ["--user", "Karin", "--today", &day, "--lang", "en", "--casebook"];
    given.extend(around.map(str::to_owned));
    given.push(tried().to_string_lossy().into_owned());
    let said = program(&given, tried());
    assert!(said.status.success(), "{line}: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap()
}

/// What a command that is refused answers, in English.
fn refused(line: &str) -> String {
    let mut given = words(line);
    let day = today().to_string();
    given.extend(["--user", "Karin", "--today", &day, "--lang", "en", "--casebook"].map(str::to_owned));
    given.push(tried().to_string_lossy().into_owned());
    let said = program(&given, tried());
    assert!(!said.status.success(), "{line}");
    String::from_utf8(said.stderr).unwrap()
}

/// Calls that are refused.
const REFUSED: &[&str] = &[
    "frobnicate",
    "add --dry-run xyzzy",
    "add --dry-run \"lind 33/13 25:00 kaffe @nobody\"",
    "show family xyzzy",
    "show nothing lind",
    "list nothing",
    "list sessions --family xyzzy",
    "report nothing",
    "report visits --period sometime",
    "report visits --by nothing",
    "report visits --format nothing",
    "report --all-saved",
    "import people nowhere.csv",
    "import nothing nowhere.csv",
    "import people nowhere.csv --mapping nothing",
    "export people --format nothing",
    "export visits --format ics --child P-99999",
    "correct sessions 99999 mode=office --reason because",
    "correct sessions 1 mode=nothing --reason because",
    "extract P-99999",
    "purge --confirm 99",
    "access review --decide 99 --as ask",
    "access give A-1 --who Nobody",
    "user add Karin --role support_person",
    "user remove Nobody",
    "user disable Karin",
    "team add",
    "restore nowhere",
    "standby nowhere --promote",
    "init",
    "render nothing --size 80x24",
    "render week --size 1",
    "completions nothing",
];

/// All records of a kind, as the casebook holds them.
pub fn exported(kind: &str) -> serde_json::Value {
    serde_json::from_str(&asked(&format!("export {kind} --whole --format json"))).unwrap()
}

/// Calls in English and what comes of them: every help, every report, what is due, what is proposed, the manual page,
/// and what is refused.
pub fn english() -> Vec<(String, String)> {
    let commands = asked("--help");
    let names = commands.lines().filter_map(|row| {
        let (name, about) = row.strip_prefix("  ")?.split_once(' ')?;
        (about.starts_with(' ') && name.chars().all(|letter| letter.is_ascii_lowercase())).then(|| name.to_owned())
    });
    let helps: Vec<String> = names.map(|name| format!("{name} --help")).collect();
    assert!(helps.len() > 15, "{helps:?}");
    let reports = trygg::domain::report::REPORTS.iter().map(|report| format!("report {}", report.name));
    let others = [
        "man",
        "list due",
        "list users",
        "purge --dry-run",
        "calendar",
        "show family lind",
        "show handover lind",
        "list missing",
        "show main-record lind",
        "show plan --family lind",
    ];
    let calls = helps.into_iter().chain(reports).chain(others.map(str::to_owned)).chain(["--help".to_owned()]);
    let given = calls.map(|call| (call.clone(), asked(&call)));
    given.chain(REFUSED.iter().map(|call| ((*call).to_owned(), refused(call)))).collect()
}

/// Commands that a page gives: lines of shell blocks, also after another program's name.
fn given(text: &str) -> Vec<String> {
    let (mut found, mut is_shell, mut is_block) = (Vec::new(), false, false);
    for line in text.lines() {
        if line.starts_with("```") {
            is_block = !is_block;
            is_shell = is_block && line == "```sh";
        }
        let line = line.trim_start();
        if is_shell {
            let own = line.strip_prefix("trygg ").or(line.split_once(" -- trygg ").map(|(_, own)| own));
            found.extend(own.map(str::to_owned));
        } else if !is_block {
            let mut rest = line;
            while let Some((_, after)) = rest.split_once("`trygg ") {
                let Some((own, after)) = after.split_once('`') else { break };
                found.push(own.to_owned());
                rest = after;
            }
        }
    }
    found
}

/// Help that is asked for at the end is given once all before it could be read.
#[test]
fn every_command_that_is_written_can_be_given() {
    let mut faults = Vec::new();
    let papers = ["packaging/README.md", "packaging/README.sv.md"];
    let papers = papers.map(|name| (name.to_owned(), fs::read_to_string(top().join(name)).unwrap()));
    let all = pages().into_iter().map(|page| (page.name, page.text)).chain(papers);
    for (name, text) in all {
        for line in given(&text) {
            let mut asked = words(&line);
            asked.push("--help".to_owned());
            let said = program(&asked, tried());
            if !said.status.success() {
                faults.push(format!("{name}: trygg {line}\n  {}", String::from_utf8_lossy(&said.stderr)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn commands_are_found_in_what_is_written() {
    let text =
        "```sh\ntrygg init   # once\nrunuser -u trygg -- trygg doctor\n```\nAs `trygg add \"lind tis\"` or `x`.\n";
    assert_eq!(given(text), ["init   # once", "doctor", "add \"lind tis\""]);
    assert_eq!(words("add 'a b' \"\" --yes # no"), ["add", "a b", "", "--yes"]);
    let refused = program(&words("backup --nothing --help"), tried());
    assert!(!refused.status.success());
}
