//! A user's keys wrapped with a PIN, to wait where nothing is ever written: in the kernel's keyring, for some minutes.
//!
//! A PIN is guessed in no time by whoever has what it wraps. So half of what unwraps it is not the person's but the
//! program's: a number as long as a key, which the program keeps while the kernel keeps the rest. Only who can look
//! into both can guess, and that is the machine's administrator.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Opened, Pair, Slot, Wrapped, damaged, get, hex, path, random, unsealed, unwrap, wrap};
use crate::domain::problem::{Kind, Problem};

/// Signs of the shortest PIN.
pub const SHORTEST_PIN: usize = 4;

#[derive(Serialize, Deserialize)]
struct Waiting {
    user: String,
    wrapped: Wrapped,
}

/// A number of the program's own, beside which a PIN is worth something.
///
/// # Errors
/// A machine without randomness.
pub fn new_pepper() -> Result<String, Problem> {
    random::<32>().map(|bytes| hex(&bytes))
}

/// Refuses a PIN that is short, or one sign over and over.
///
/// # Errors
/// What is wrong with it.
pub fn check_pin(pin: &str) -> Result<(), Problem> {
    let first = pin.chars().next();
    let is_one = pin.chars().all(|sign| Some(sign) == first);
    if is_one || pin.chars().count() < SHORTEST_PIN {
        return Err(Problem::new(Kind::Invalid, "weak-pin").with("least", SHORTEST_PIN));
    }
    Ok(())
}

/// Wraps a user's keys.
pub(in crate::store) fn wrap_pair(user: &str, pin: &str, pepper: &str, pair: &Pair) -> Result<Vec<u8>, Problem> {
    let wrapped = wrap(user, &format!("{pin} {pepper}"), pair.seed())?;
    serde_json::to_vec(&Waiting { user: user.to_owned(), wrapped })
        .map_err(|cause| Problem::new(Kind::Io, "key-wrapping").because(cause))
}

/// Unwraps them, and opens with them what the user's passphrase would open; and whose they are.
pub(in crate::store) fn open_by_pin(
    keys: &Path,
    waiting: &[u8],
    pin: &str,
    pepper: &str,
) -> Result<(String, Opened), Problem> {
    let Waiting { user, wrapped } =
        serde_json::from_slice(waiting).map_err(|cause| Problem::new(Kind::Locked, "pin-gone").because(cause))?;
    let pair = Pair::of(unwrap(&user, &format!("{pin} {pepper}"), &wrapped)?);
    let Slot::Pair { sealed, epoch, next, given, .. } = get(&path(keys, &user), "no-key-file", &user)? else {
        return Err(damaged(&user));
    };
    let key = unsealed(&pair, &sealed, epoch).ok_or_else(|| damaged(&user))?;
    let next = unsealed(&pair, &next, epoch.saturating_add(1));
    Ok((user, Opened { key, epoch, next, pair: Some(pair), given }))
}
