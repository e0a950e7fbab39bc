//! The program over SSH, as all that an account can run. Where there is no OpenSSH these tests show nothing and say so.

use std::fs;

use crate::casebook::{Casebook, PASSPHRASE};
use crate::sshd::Server;
use crate::terminal::{Terminal, children_of, only_draws, wait_for};

const USUAL: (u16, u16) = (80, 24);
const SWEDISH: &str = "sv_SE.UTF-8";
const TYPED: &str = "lind igår @mamma -- hann inte kl";

#[test]
fn work_goes_on_after_the_line_has_dropped_in_mid_sentence() {
    let casebook = Casebook::demo();
    let Some(server) = Server::start(&casebook) else { return };
    let mut terminal = server.log_in("his", USUAL, SWEDISH);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("+lind igår @mamma -- ett\r");
    terminal.shows("Sparat: träff Lindström").keys("+").keys(TYPED).shows("”hann inte kl”");
    assert_eq!(server.programs().len(), 1);
    // The other machine is gone, without a word.
    terminal.signal("KILL");
    wait_for("the end of the session", || server.programs().is_empty());
    let mut terminal = server.log_in("his", USUAL, SWEDISH);
    terminal.shows("Ett utkast väntar. d tar upp det.").keys("d").shows("hann inte kl");
    terminal.keys("art\r").shows("Sparat: träff Lindström").hides("1 utkast").keys("q");
    assert!(terminal.ends());
    only_draws(&terminal.bytes());
}

#[test]
fn size_terminal_and_language_are_those_of_who_logs_in() {
    let casebook = Casebook::demo();
    let Some(server) = Server::start(&casebook) else { return };
    let mut terminal = server.log_in("his", (160, 50), "en_GB.UTF-8");
    terminal.shows("Week").keys("2").shows("Families  12").shows("Status").resize(60, 15).shows("Families");
    terminal.resize(50, 10).shows("50x10").resize(100, 30).shows("Families  12").keys("q");
    assert!(terminal.ends());
    let mut terminal = server.log_in("his", USUAL, "C");
    terminal.shows("Veckan").keys("2").shows("Lindstrom").keys("q");
    assert!(terminal.ends());
    let answer = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    assert!(answer.is_ascii(), "{answer}");
}

/// Whatever one asks the server for, it runs the program or nothing.
#[test]
fn nothing_else_is_to_be_had() {
    let casebook = Casebook::demo();
    let Some(server) = Server::start(&casebook) else { return };
    let witness = casebook.path("witness");
    let touch = format!("touch {}", witness.display());
    for words in [&["sh", "-c", "id"][..], &[&touch], &["/bin/sh"], &["trygg", "export", "families"], &["$(id)"]] {
        let answer = server.ask(&["-T"], words);
        assert!(!answer.status.success() && answer.stdout.is_empty(), "{words:?}: {answer:?}");
        assert!(String::from_utf8_lossy(&answer.stderr).contains("trygg: "), "{words:?}: {answer:?}");
    }
    assert!(!server.copy("sftp", &["-b", "/dev/null", "SERVER"]).status.success());
    let stolen = casebook.path("stolen").display().to_string();
    for words in [&["SERVER:/etc/hostname", &stolen][..], &["-O", "SERVER:/etc/hostname", &stolen]] {
        assert!(!server.copy("scp", words).status.success(), "{words:?}");
    }
    // Through the server to somewhere else, and back.
    let port = server.port().to_string();
    let through = server.ask(&["-W", &format!("127.0.0.1:{port}")], &[]);
    assert!(!through.status.success() && !through.stdout.starts_with(b"SSH-"), "{through:?}");
    for way in [["-R", "0:127.0.0.1:1"], ["-R", "0"]] {
        let answer = server.ask(&[&["-N", "-o", "ExitOnForwardFailure=yes"][..], &way].concat(), &[]);
        assert!(!answer.status.success(), "{way:?}: {answer:?}");
    }
    assert!(!witness.exists() && !std::path::Path::new(&stolen).exists());
}

/// Of the environment comes what a language and a terminal are called by, and the name that a key has.
#[test]
fn a_key_has_a_name_and_nothing_else_comes_with_it() {
    let casebook = Casebook::new();
    let Some(server) = Server::start(&casebook) else { return };
    let mut terminal = server.log_in("hers", USUAL, SWEDISH);
    terminal.shows("Lösenfras").shows("Karin Berg");
    let programs = server.programs();
    // Where nobody may look into it, nobody may; root may.
    if let Ok(environment) = fs::read(format!("/proc/{}/environ", programs[0])) {
        let environment = String::from_utf8_lossy(&environment).into_owned();
        let names: Vec<&str> = environment.split('\0').filter_map(|one| Some(one.split_once('=')?.0)).collect();
        assert!(names.contains(&"TRYGG_USER") && names.contains(&"LANG"), "{names:?}");
        for name in ["EDITOR", "SSH_AUTH_SOCK", "DISPLAY", "LD_PRELOAD", "TRYGG_CASEBOOK"] {
            assert!(!names.contains(&name), "{names:?}");
        }
    }
    terminal.keys("\x03");
    assert!(terminal.ends());
    let mut terminal = server.log_in("his", USUAL, SWEDISH);
    terminal.shows("Lösenfras").hides("Karin Berg").keys("\x03");
    assert!(terminal.ends());
}

/// The program that begins anew after a lock is still all there is, and a line that drops then loses nothing.
#[test]
fn a_line_may_drop_while_the_screen_is_locked() {
    let casebook = Casebook::new();
    let Some(server) = Server::start(&casebook) else { return };
    let mut terminal = server.log_in("his", USUAL, SWEDISH);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Veckan").keys("2").shows("Familjer  4");
    terminal.keys("+lind igår -- halvfärdigt").shows("”halvfärdigt”").keys("\x0c").is_locked("");
    let programs = server.programs();
    assert_eq!(programs.len(), 1);
    assert!(children_of(programs[0]).is_empty());
    terminal.signal("KILL");
    wait_for("the end of the session", || server.programs().is_empty());
    let mut terminal = server.log_in("his", USUAL, SWEDISH);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Ett utkast väntar");
    terminal.keys("d").shows("halvfärdigt").keys("\r").shows("Sparat: träff Lindström").keys("q");
    assert!(terminal.ends());
    only_draws(&terminal.bytes());
}

/// Who is stopped where no shell is would be a line that is dead for good.
#[test]
fn nobody_can_stop_it() {
    let casebook = Casebook::demo();
    let Some(server) = Server::start(&casebook) else { return };
    let mut terminal = server.log_in("his", USUAL, SWEDISH);
    terminal.shows("Veckan").keys("\x1a\x1a2").shows("Familjer  12");
    let program = server.programs()[0].to_string();
    assert!(std::process::Command::new("kill").args(["-s", "TSTP", &program]).status().unwrap().success());
    terminal.keys("3").shows("Träffar").keys("2").shows("Familjer  12");
    assert!(children_of(program.parse().unwrap()).is_empty());
    terminal.keys("q");
    assert!(terminal.ends());
    wait_for("the end of the session", || server.programs().is_empty());
}

#[test]
fn thirty_work_at_once() {
    let casebook = Casebook::demo();
    let Some(server) = Server::start(&casebook) else { return };
    let mut terminals: Vec<Terminal> = (0..30).map(|_| server.log_in("his", USUAL, SWEDISH)).collect();
    for terminal in &mut terminals {
        terminal.shows("Veckan").keys("2");
    }
    assert_eq!(server.programs().len(), 30);
    for (number, terminal) in terminals.iter_mut().enumerate() {
        terminal.shows("Familjer  12").keys(&format!("+lind igår @mamma -- rad {number} av trettio"));
    }
    for (number, terminal) in terminals.iter_mut().enumerate() {
        terminal.shows(&format!("”rad {number} av trettio”")).keys("\r");
    }
    for terminal in &mut terminals {
        terminal.shows("Sparat: träff Lindström").keys("q");
        assert!(terminal.ends());
    }
    let told = casebook.run_demo(&["list", "sessions", "--family", "lind", "--json"]);
    for number in 0..30 {
        assert_eq!(told.matches(&format!("rad {number} av trettio")).count(), 1, "{number}");
    }
}
