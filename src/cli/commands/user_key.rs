//! `trygg user passphrase|recovery|recover|remove`: what has to do with keys.

use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::user::{hand_over, new_passphrase, second, tell};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening::{self, Opened};
use crate::cli::{environment, passphrase};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, identity_of};
use crate::locale::arg;
use crate::store::{Casebook, CasebookKind};

/// Changes one's own passphrase; the one that is there is asked for again, as it locks the key.
pub(super) fn own_passphrase(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let opened = opening::open(call)?;
    let user = opened.store.actor().name.clone();
    if opened.casebook.purpose() == CasebookKind::Demo {
        return Err(Problem::new(Kind::Refused, "demo-without-passphrases").into());
    }
    let old = match &call.passphrase_file {
        Some(file) => passphrase::from_file(file)?,
        None => passphrase::ask(call, &user)?,
    };
    let new = new_passphrase(call, given, &opened, &user)?;
    opened.store.change_passphrase(&old, &new)?;
    let said = [("user", arg(user.clone()))];
    tell(given, json!({ "user": user }), || call.locale.tell("said-passphrase-changed", &said))
}

/// Gives somebody who has forgotten theirs another one, together with another user.
pub(super) fn reset(call: &Invocation, given: &ArgMatches, name: &str) -> Result<(), Failure> {
    let opened = opening::open(call)?;
    if identity_of(&opened.store.actor().name) == identity_of(name) {
        return Err(Problem::new(Kind::Usage, "own-passphrase").into());
    }
    let second = second(call, given, &opened)?.ok_or_else(|| Problem::new(Kind::Refused, "takes-two"))?;
    let new = new_passphrase(call, given, &opened, name)?;
    opened.store.reset_passphrase(&opened.casebook, name, &new, &second)?;
    let said = [("user", arg(name.to_owned()))];
    tell(given, json!({ "user": name }), || call.locale.tell("said-passphrase-reset", &said))
}

/// Makes a new recovery code.
pub(super) fn recovery(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let opened = opening::open(call)?;
    let second = second(call, given, &opened)?;
    let to = given.get_one::<PathBuf>("recovery_file");
    if let Some(path) = to.filter(|path| path.exists()) {
        return Err(Problem::new(Kind::Usage, "file-exists").with("path", path.display()).into());
    }
    let code = opened.store.renew_recovery(&opened.casebook, second.as_ref())?;
    let said = hand_over(call, &code, to.map(PathBuf::as_path))?;
    let code = to.is_none().then(|| code.as_str());
    tell(given, json!({ "recovery": code }), || said)
}

/// Gives somebody who manages users another passphrase with the recovery code.
pub(super) fn recover(call: &Invocation, given: &ArgMatches, name: &str) -> Result<(), Failure> {
    let casebook = Casebook::find(&opening::directory(call)?)?;
    let name = clean_line(name);
    let code = match given.get_one::<PathBuf>("code_file") {
        Some(file) => passphrase::from_file(file)?,
        None => passphrase::ask_code(call)?,
    };
    let new = match given.get_one::<PathBuf>("new_passphrase_file") {
        Some(file) => passphrase::from_file(file)?,
        None => passphrase::ask_new(call, &name)?,
    };
    casebook.recover(&name, &code, &new, environment::now)?;
    let said = [("user", arg(name.clone()))];
    tell(given, json!({ "user": name }), || call.locale.tell("said-recovered", &said))
}

/// Removes somebody: they are kept out, their key file goes, and the database gets a new key.
pub(super) fn remove(call: &Invocation, given: &ArgMatches, name: &str) -> Result<(), Failure> {
    let Opened { store, casebook } = opening::open(call)?;
    let is_seen = call.around.terminal.errors && invocation::shape(given) == Shape::Text;
    let words: Vec<String> =
        (0..=100_u64).map(|percent| clean_line(&call.locale.tell("rekeying", &[("percent", arg(percent))]))).collect();
    let mut progress = move |done: u64, all: u64| {
        let percent = done.saturating_mul(100).checked_div(all).and_then(|percent| usize::try_from(percent).ok());
        if let Some(said) = percent.and_then(|percent| words.get(percent)).filter(|_| is_seen) {
            let mut errors = io::stderr();
            // Where standard error is gone there is nobody to tell.
            let _ = write!(errors, "\r{said}").and_then(|()| errors.flush());
        }
    };
    let renewed = store.remove_user(&casebook, name, &mut progress)?;
    if is_seen {
        let _ = writeln!(io::stderr());
    }
    let left_out = renewed.left_out.join(", ");
    let said = [("user", arg(name.to_owned())), ("left_out", arg(left_out.clone()))];
    tell(given, json!({ "user": name, "left_out": renewed.left_out }), || {
        let mut lines = vec![call.locale.tell("said-user-removed", &said)];
        if !left_out.is_empty() {
            lines.push(call.locale.tell("said-left-out", &said));
        }
        lines.join("\n")
    })
}
