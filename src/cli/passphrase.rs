//! Where passphrases come from: a file, or the terminal without echo. They are wiped when no longer needed.

use std::fs;
use std::io::{self, BufRead, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use zeroize::Zeroizing;

use super::invocation::Invocation;
use crate::domain::passphrase::strength;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_line;
use crate::locale::arg;
use crate::store::{SHORTEST_PASSPHRASE, check_passphrase};

/// A passphrase, wiped when dropped.
pub type Passphrase = Zeroizing<String>;

/// Where the system puts what it hands to a service (`LoadCredential` of systemd). It lets nobody else in there; where
/// it lets the service's account read by a list of its own, the file's group bits say what that list may allow at most.
const CREDENTIALS: &str = "/run/credentials";

/// The bits of a file's mode that tell that others can read it.
fn of_others(path: &Path) -> u32 {
    if path.starts_with(CREDENTIALS) { 0o037 } else { 0o077 }
}

/// The first line of a file.
///
/// # Errors
/// A file that cannot be read, that others can read, or that has nothing on its first line.
pub fn from_file(path: &Path) -> Result<Passphrase, Problem> {
    let unread = |cause: io::Error| Problem::new(Kind::Usage, "read-file").with("path", path.display()).because(cause);
    let meta = fs::metadata(path).map_err(unread)?;
    let others = meta.is_file() && meta.permissions().mode() & of_others(path) != 0;
    if others {
        return Err(Problem::new(Kind::Locked, "open-passphrase-file").with("path", path.display()));
    }
    let text = Zeroizing::new(fs::read_to_string(path).map_err(unread)?);
    match text.lines().next().map(|line| line.trim_end_matches('\r')) {
        Some(line) if !line.is_empty() => Ok(Zeroizing::new(line.to_owned())),
        _ => Err(Problem::new(Kind::Usage, "empty-passphrase-file").with("path", path.display())),
    }
}

/// Asks a user for the passphrase.
///
/// # Errors
/// Where nobody can be asked.
pub fn ask(call: &Invocation, user: &str) -> Result<Passphrase, Problem> {
    hidden(call, &call.locale.tell("ask-passphrase", &[("user", arg(user))]))
}

/// Asks for the recovery code; it is not shown.
///
/// # Errors
/// Where nobody can be asked.
pub fn ask_code(call: &Invocation) -> Result<Passphrase, Problem> {
    hidden(call, &call.locale.say("ask-code"))
}

/// How often one is asked for a new passphrase before it is given up.
const ATTEMPTS: usize = 4;

/// Asks for a new passphrase, twice; one that cannot be taken is told of, and asked for again.
///
/// # Errors
/// Where nobody can be asked; two that differ.
pub fn ask_new(call: &Invocation, user: &str) -> Result<Passphrase, Problem> {
    let least = arg(SHORTEST_PASSPHRASE);
    let question = call.locale.tell("ask-new-passphrase", &[("least", least), ("user", arg(user))]);
    for _ in 1..ATTEMPTS {
        match ask_once(call, user, &question) {
            Err(problem) if problem.kind == Kind::Invalid => tell(&call.locale.problem(&problem))?,
            asked => return asked,
        }
    }
    ask_once(call, user, &question)
}

/// Asks for a new passphrase and whether it was typed as it was meant; what cannot be one is refused before that.
fn ask_once(call: &Invocation, user: &str, question: &str) -> Result<Passphrase, Problem> {
    let passphrase = hidden(call, question)?;
    check_passphrase(&passphrase, user)?;
    if let Ok(strength) = strength(&passphrase, user) {
        tell(&call.locale.say(strength.key()))?;
    }
    let again = hidden(call, &call.locale.say("ask-again"))?;
    if *passphrase == *again { Ok(passphrase) } else { Err(Problem::new(Kind::Invalid, "not-the-same")) }
}

fn tell(sentence: &str) -> Result<(), Problem> {
    writeln!(io::stderr(), "{}", clean_line(sentence)).map_err(silent)
}

/// Asks for the name of the first user.
///
/// # Errors
/// Where nobody can be asked.
pub fn ask_name(call: &Invocation) -> Result<String, Problem> {
    if !call.around.terminal.input {
        return Err(Problem::new(Kind::Usage, "no-name"));
    }
    let mut name = String::new();
    let mut errors = io::stderr();
    write!(errors, "{} ", clean_line(&call.locale.say("ask-user"))).and_then(|()| errors.flush()).map_err(silent)?;
    io::stdin().lock().read_line(&mut name).map_err(silent)?;
    Ok(name)
}

fn hidden(call: &Invocation, question: &str) -> Result<Passphrase, Problem> {
    if !call.around.terminal.input {
        return Err(Problem::new(Kind::Usage, "no-passphrase"));
    }
    rpassword::prompt_password(format!("{} ", clean_line(question))).map(Zeroizing::new).map_err(silent)
}

fn silent(cause: io::Error) -> Problem {
    Problem::new(Kind::Io, "terminal").because(cause)
}
