//! Finds the casebook, finds out who asks, and unlocks it.

use std::io::{self, Write};
use std::path::PathBuf;

use super::failure::{Failure, Shape};
use super::invocation::Invocation;
use super::{environment, passphrase};
use crate::demo;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_line;
use crate::store::{Casebook, CasebookKind, Store};

/// How often a wrong passphrase may be typed again.
const TRIES: u32 = 3;

/// A casebook that is unlocked.
pub struct Opened {
    /// Where it is and whose data it holds.
    pub casebook: Casebook,
    /// What is in it.
    pub store: Store,
}

/// Where the casebook is, or is to be: `--casebook`, else `TRYGG_CASEBOOK`, else the user's data directory.
///
/// # Errors
/// Where none of these is known.
pub fn directory(call: &Invocation) -> Result<PathBuf, Problem> {
    let named = call.casebook.clone().or_else(|| call.around.casebook.clone());
    named
        .or_else(|| call.around.data.as_ref().map(|data| data.join("trygg")))
        .ok_or_else(|| Problem::new(Kind::Usage, "no-data-directory"))
}

/// Unlocks the casebook, asking for the passphrase if it must.
///
/// # Errors
/// No casebook, no such user, no or a wrong passphrase, a newer format, a damaged database.
pub fn open(call: &Invocation) -> Result<Opened, Problem> {
    let opened = unlock(call, Casebook::find(&directory(call)?)?.at(environment::whence()))?;
    for fault in opened.store.unit_faults() {
        // What is wrong with the unit's own files stops nobody; where standard error is gone there is nobody to tell.
        let _ = writeln!(io::stderr(), "trygg: {}", clean_line(&call.locale.problem(fault)));
    }
    if opened.store.is_passphrase_given() {
        let _ = writeln!(io::stderr(), "trygg: {}", clean_line(&call.locale.say("passphrase-given")));
    }
    Ok(opened)
}

/// Unlocks a casebook that is found.
///
/// # Errors
/// As [`open`].
pub fn unlock(call: &Invocation, casebook: Casebook) -> Result<Opened, Problem> {
    if let Some(store) = unasked(call, &casebook)? {
        store.count_as_today(call.today);
        return Ok(Opened { store, casebook });
    }
    let store = by(call, &casebook, |user, given| casebook.unlock(user, given, environment::now))?;
    store.count_as_today(call.today);
    Ok(Opened { store, casebook })
}

/// Has somebody open something with their passphrase: none for a demo, that of the file, or one that is asked for, and
/// asked for again after a wrong one.
///
/// # Errors
/// As [`open`].
pub fn by<T>(
    call: &Invocation,
    casebook: &Casebook,
    open: impl Fn(&str, &str) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let user = user(call, casebook)?;
    match (casebook.purpose(), &call.passphrase_file) {
        (CasebookKind::Demo, _) => return open(&user, ""),
        (CasebookKind::Real, Some(path)) => return open(&user, &passphrase::from_file(path)?),
        (CasebookKind::Real, None) => {}
    }
    let mut tries = 1;
    loop {
        match open(&user, &passphrase::ask(call, &user)?) {
            Err(problem) if problem.key == "wrong-passphrase" && tries < TRIES => {
                tries += 1;
                Failure::from(problem).report(&call.locale, Shape::Text, call.causes);
            }
            outcome => return outcome,
        }
    }
}

/// Unlocks a casebook without asking anybody: a demo, or with the passphrase in a file. None where somebody must be
/// asked.
///
/// # Errors
/// As [`open`].
pub fn unasked(call: &Invocation, casebook: &Casebook) -> Result<Option<Store>, Problem> {
    let given = match (casebook.purpose(), &call.passphrase_file) {
        (CasebookKind::Demo, _) => Default::default(),
        (CasebookKind::Real, Some(path)) => passphrase::from_file(path)?,
        (CasebookKind::Real, None) => return Ok(None),
    };
    casebook.unlock(&user(call, casebook)?, &given, environment::now).map(Some)
}

/// Who asks: `--user`; else, in a demo, the first of its staff; else `TRYGG_USER`, else the only user there is.
///
/// # Errors
/// Several users and none named.
pub fn user(call: &Invocation, casebook: &Casebook) -> Result<String, Problem> {
    if let Some(user) = &call.user {
        return Ok(user.clone());
    }
    if casebook.purpose() == CasebookKind::Demo {
        return Ok(demo::staff().first().map(|staff| staff.name.clone()).unwrap_or_default());
    }
    if let Some(user) = &call.around.user {
        return Ok(user.clone());
    }
    let users = casebook.users()?;
    match users.as_slice() {
        [user] => Ok(user.clone()),
        [] => Err(Problem::new(Kind::Locked, "no-user")),
        several => Err(Problem::new(Kind::Usage, "which-user").with("users", several.join(", "))),
    }
}
