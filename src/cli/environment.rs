//! The environment and the clock: the only place that reads either. What is read is handed on as plain values.

#![allow(clippy::disallowed_methods)]

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Local, NaiveDate, NaiveTime, Utc};
use rustix::time::{ClockId, clock_gettime};

use crate::domain::looked::Whence;
use crate::locale::Language;

/// What the program finds around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// `TRYGG_CASEBOOK`.
    pub casebook: Option<PathBuf>,
    /// `TRYGG_USER`.
    pub user: Option<String>,
    /// Where the user's programs keep their data.
    pub data: Option<PathBuf>,
    /// Where temporary directories are made.
    pub temporary: PathBuf,
    /// The language of the environment; Swedish where it says nothing that is known.
    pub language: Language,
    /// The machine's own day.
    pub today: NaiveDate,
    /// Where the user's programs keep their settings.
    pub settings: Option<PathBuf>,
    /// `TERM`.
    pub term: Option<String>,
    /// Whether `ACCESSIBLE` asks programs for what can be read aloud.
    pub is_accessible: bool,
    /// What is connected to the keyboard and the screen.
    pub terminal: Terminals,
}

/// From where the program is used: the terminal it was started at, the address that somebody logged in from, the
/// machine. Whoever starts the program may say of it what they like, and on a machine of their own whatever they
/// like; on the server that they reach through `sshd` alone it is what `sshd` says.
pub fn whence() -> Whence {
    let input = rustix::termios::ttyname(io::stdin(), Vec::new()).ok();
    let terminal = input.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let address = text("SSH_CONNECTION").and_then(|line| line.split(' ').next().map(str::to_owned));
    let machine = rustix::system::uname();
    Whence::new(
        terminal.strip_prefix("/dev/").unwrap_or(&terminal),
        &address.unwrap_or_default(),
        &machine.nodename().to_string_lossy(),
    )
}

/// Which of the standard streams are a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminals {
    /// Whether somebody can type.
    pub input: bool,
    /// Whether the answer is read on a screen.
    pub output: bool,
    /// Whether errors and progress are read on a screen.
    pub errors: bool,
}

/// Looks around.
pub fn look() -> Environment {
    Environment {
        casebook: path("TRYGG_CASEBOOK"),
        user: text("TRYGG_USER"),
        data: path("XDG_DATA_HOME").or_else(|| path("HOME").map(|home| home.join(".local/share"))),
        temporary: env::temp_dir(),
        language: language(),
        today: today(),
        settings: path("XDG_CONFIG_HOME").or_else(|| path("HOME").map(|home| home.join(".config"))),
        term: text("TERM"),
        is_accessible: text("ACCESSIBLE").is_some_and(|said| !["0", "false", "no"].contains(&said.as_str())),
        terminal: Terminals {
            input: io::stdin().is_terminal(),
            output: io::stdout().is_terminal(),
            errors: io::stderr().is_terminal(),
        },
    }
}

/// The variable that says where a fresh image finds what was handed on to it (see [`super::fresh`]).
pub const HANDED_OVER: &str = "TRYGG_HANDED_OVER";

/// What was handed on to this image, by number and by path; none where it was not this process that did.
pub fn handed_over() -> Option<(i32, PathBuf)> {
    let told = text(HANDED_OVER)?;
    let (process, number) = told.split_once(':')?;
    let number: i32 = number.parse().ok()?;
    (process.parse() == Ok(std::process::id())).then(|| (number, format!("/proc/self/fd/{number}").into()))
}

/// The program's arguments, its own name first.
pub fn words() -> Vec<OsString> {
    env::args_os().collect()
}

/// The machine's own day.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// The machine's own time of day.
pub fn time() -> NaiveTime {
    Local::now().time()
}

/// A variable of the environment, for whoever must judge by names of its own.
pub fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}

/// How long the machine has been on, asleep or not: what passes on it has passed for whoever left the room.
pub fn passed() -> Duration {
    let passed = clock_gettime(ClockId::Boottime);
    let (seconds, nanos) = (u64::try_from(passed.tv_sec), u32::try_from(passed.tv_nsec));
    Duration::new(seconds.unwrap_or_default(), nanos.unwrap_or_default())
}

/// The real clock, for the journal.
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

fn path(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn text(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The first of these that is set decides.
fn language() -> Language {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(text);
    tag.and_then(|tag| Language::from_tag(&tag)).unwrap_or_default()
}
