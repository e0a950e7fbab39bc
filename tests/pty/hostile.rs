//! Terminals, texts and surroundings that mean no good, or know no better.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use portable_pty::CommandBuilder;

use crate::casebook::{Casebook, TODAY};
use crate::terminal::{Terminal, children_of, only_draws, size};

/// Opens it with these variables and no others.
fn open(casebook: &Casebook, variables: &[(&str, &str)], (columns, rows): (u16, u16)) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trygg"));
    command.env_clear();
    for (name, value) in variables {
        command.env(name, value);
    }
    command.args(["--today", TODAY, "--casebook"]);
    command.arg(casebook.path("casebook"));
    Terminal::run(command, size(columns, rows))
}

#[test]
fn whatever_a_terminal_calls_itself_it_is_drawn_on() {
    let casebook = Casebook::demo();
    let long = "x".repeat(100_000);
    for variables in [
        &[][..],
        &[("TERM", "")],
        &[("TERM", "unknown")],
        &[("TERM", "no-such-terminal"), ("LC_ALL", "C")],
        &[("TERM", "../../../etc/passwd"), ("LANG", "xx_YY.UTF-8")],
        &[("TERM", "\u{1b}]52;c;aGVq\u{7}\u{1b}[2J%s%n"), ("LC_ALL", "\u{1b}[31m")],
        &[("TERM", &long), ("LANG", &long), ("COLORTERM", &long)],
        &[("TERM", "vt52"), ("LC_ALL", "POSIX"), ("COLUMNS", "-1"), ("LINES", "99999999999")],
    ] {
        let mut terminal = open(&casebook, variables, (80, 24));
        terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("q");
        assert!(terminal.ends(), "{variables:?}");
        only_draws(&terminal.bytes());
    }
}

#[test]
fn a_terminal_of_any_size_is_drawn_on() {
    let casebook = Casebook::demo();
    let variables = [("TERM", "xterm"), ("LANG", "sv_SE.UTF-8")];
    // One that does not know its size is taken for the usual one.
    let mut terminal = open(&casebook, &variables, (0, 0));
    terminal.shows("Veckan").keys("2").shows("Familjer  12");
    for (columns, rows) in [(1, 1), (0, 0), (1, 500), (500, 1), (0, 24), (80, 0), (1000, 300), (2, 2)] {
        terminal.resize_unseen(columns, rows).keys("\x1b+\x1b?\x1b");
    }
    terminal.resize(80, 24).shows("Familjer  12").keys("q");
    assert!(terminal.ends());
    only_draws(&terminal.bytes());
}

/// A line that never ends, typed or pasted, takes neither the keyboard nor the lock.
#[test]
fn eight_mebibytes_in_a_line_do_no_harm() {
    let long = "lind igår -- ååå ".repeat(8 * 1024 * 1024 / 19);
    assert!(long.len() > 8 * 1000 * 1000);
    for (before, after) in [("", ""), ("\x1b[200~", "\x1b[201~")] {
        let casebook = Casebook::demo();
        let mut terminal = Terminal::open(&casebook);
        terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("+").shows("familj, dag, tid");
        terminal.keys(before).keys(&long).keys(after).shows("en rad är högst 8 000 tecken");
        terminal.keys("\x1b").hides("familj, dag, tid").keys("q");
        terminal.ends();
        only_draws(&terminal.bytes());
        // And what comes of it brings nobody down who opens it next.
        let mut terminal = Terminal::open(&casebook);
        terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("q");
        assert!(terminal.ends());
    }
}

#[test]
fn a_paste_that_would_steer_the_terminal_is_text() {
    let casebook = Casebook::demo();
    let nasty = "\x1b]52;c;cm0gLXJmIC8K\x07\x1bP+q544e\x1b\\\x1b[6n\u{9d}52;c;aGVq\u{9c}\x1b]0;titel\x07\u{202e}text\
                 \x1b[?1000h";
    for (before, after) in [("", ""), ("\x1b[200~", "\x1b[201~")] {
        let mut terminal = Terminal::open(&casebook);
        terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("+lind igår @mamma -- a ");
        terminal.keys(before).keys(nasty).keys(after).pause();
        terminal.keys(" slut\r").shows("Sparat: träff Lindström").keys("3").shows("Träffar").keys("q");
        assert!(terminal.ends());
        only_draws(&terminal.bytes());
    }
}

/// Nothing that is pressed, and nothing around the program, makes it start another: no shell, no editor, no pager.
#[test]
fn no_key_leads_out_of_the_program() {
    let casebook = Casebook::demo();
    let traps = casebook.path("traps");
    fs::create_dir(&traps).unwrap();
    let sprung = casebook.path("sprung");
    let names = [
        "sh", "bash", "less", "more", "vi", "vim", "nano", "editor", "pager", "xdg-open", "stty", "tput", "man", "env",
    ];
    for name in names {
        let trap = traps.join(name);
        fs::write(&trap, format!("#!/bin/sh\necho {name} >> {}\n", sprung.display())).unwrap();
        fs::set_permissions(&trap, Permissions::from_mode(0o755)).unwrap();
    }
    let path = traps.display().to_string();
    let editor = traps.join("vi").display().to_string();
    let mut variables = vec![("TERM", "xterm"), ("LANG", "sv_SE.UTF-8"), ("PATH", path.as_str())];
    for name in
        ["EDITOR", "VISUAL", "PAGER", "MANPAGER", "SHELL", "BROWSER", "LESSOPEN", "GIT_EDITOR", "ENV", "BASH_ENV"]
    {
        variables.push((name, &editor));
    }
    let mut terminal = open(&casebook, &variables, (80, 24));
    terminal.shows("Veckan");
    let number = terminal.number();
    let all_keys: String =
        (1_u8..=0x7f).filter(|byte| ![b'q', 0x03, 0x04, 0x0c].contains(byte)).map(char::from).collect();
    for pane in ["1", "2", "3", "4", "5"] {
        for words in [
            "!sh\r",
            "|sh\r",
            ":!sh\r",
            ":sh\r",
            ":shell\r",
            "v",
            "\x18\x05",
            "\x0f",
            "\x1a",
            "\x1c",
            all_keys.as_str(),
        ] {
            terminal.keys("\x1b\x1b\x1b").keys(pane).keys(words);
            assert!(children_of(number).is_empty(), "{words:?}");
        }
    }
    terminal.signal("TERM");
    terminal.ends();
    assert!(!sprung.exists(), "{}", fs::read_to_string(&sprung).unwrap_or_default());
    only_draws(&terminal.bytes());
}
