//! A new database key is offered to all who keep a slot, without their passphrases; the old one goes when the database
//! has the new one.
//!
//! While one takes the other's place a slot holds both, so that whoever is stopped halfway leaves slots that open the
//! database whichever key it has.

use std::fs;
use std::path::Path;

use super::{Existing, Filling, Key, Pair, Public, Slot, get, hex, put, seal, used_for};
use super::{FIRST_EPOCH, RECOVERING, path, unhex};
use crate::domain::problem::Problem;
use crate::store::files;

/// What a slot holds of database keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) struct Holding {
    /// The epoch of its key.
    pub epoch: u32,
    /// Whether it holds the next one as well.
    pub has_next: bool,
    /// Whether somebody else gave its passphrase.
    pub given: bool,
}

impl Holding {
    /// What a user's slot holds; none where there is no slot, or a damaged one.
    pub(in crate::store) fn of(keys: &Path, user: &str) -> Option<Self> {
        match get(&path(keys, user), "no-key-file", user).ok()? {
            Slot::Pair { epoch, next, given, .. } => Some(Self { epoch, has_next: !next.is_empty(), given }),
            Slot::Argon2id { .. } => Some(Self { epoch: FIRST_EPOCH, has_next: false, given: false }),
            Slot::Demo { .. } => None,
        }
    }
}

/// The newest epoch that any slot holds.
pub(in crate::store) fn newest_epoch(keys: &Path) -> u32 {
    let mut newest = FIRST_EPOCH;
    for entry in fs::read_dir(keys).into_iter().flatten().flatten() {
        if let Ok(Slot::Pair { epoch, .. }) = get(&entry.path(), "no-key-file", "") {
            newest = newest.max(epoch);
        }
    }
    newest
}

/// Offers a user the next database key beside the one that the slot holds: sealed to the keys that the casebook knows
/// the user by, so that nothing is given to whoever wrote a slot in the user's name. Whether the slot could be offered
/// it.
///
/// # Errors
/// A disk that cannot be written to.
pub(in crate::store) fn offer(
    keys: &Path,
    user: &str,
    to: &Public,
    (epoch, key): (u32, &Key),
) -> Result<bool, Problem> {
    let place = path(keys, user);
    let Ok(Slot::Pair { user, seed, signing, sealing, sealed, epoch: held, given, .. }) =
        get(&place, "no-key-file", user)
    else {
        return Ok(false);
    };
    if (unhex(&signing), unhex(&sealing)) != (Some(to.signing.to_vec()), Some(to.sealing.to_vec())) {
        return Ok(false);
    }
    let next = hex(&seal(&to.sealing, &used_for(epoch), key.as_slice())?);
    // Whoever was kept out while the key was another one is given this one alone.
    let slot = if held.saturating_add(1) == epoch {
        Slot::Pair { user, seed, signing, sealing, sealed, epoch: held, next, given }
    } else {
        Slot::Pair { user, seed, signing, sealing, sealed: next, epoch, next: String::new(), given }
    };
    put(&place, &slot, Existing::Keep)?;
    Ok(true)
}

/// Leaves in a user's slot nothing but the newest key that it holds.
///
/// # Errors
/// A disk that cannot be written to.
pub(in crate::store) fn settle(keys: &Path, user: &str) -> Result<(), Problem> {
    let place = path(keys, user);
    match get(&place, "no-key-file", user) {
        Ok(Slot::Pair { user, seed, signing, sealing, epoch, next, given, .. }) if !next.is_empty() => {
            let epoch = epoch.saturating_add(1);
            let slot = Slot::Pair { user, seed, signing, sealing, sealed: next, epoch, next: String::new(), given };
            put(&place, &slot, Existing::Keep)
        }
        _ => Ok(()),
    }
}

/// Takes a user's slot away.
///
/// # Errors
/// A disk that cannot be written to.
pub(in crate::store) fn take_away(keys: &Path, user: &str) -> Result<(), Problem> {
    let place = path(keys, user);
    match fs::remove_file(&place) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(files::problem("write-file", &place, cause)),
        _ => files::sync_directory(keys),
    }
}

/// The slot of the recovery code, with keys of its own; over the one that may be there.
///
/// # Errors
/// A disk that cannot be written to.
pub(in crate::store) fn write_recovery(keys: &Path, code: &str, (epoch, key): (u32, &Key)) -> Result<Pair, Problem> {
    let pair = Pair::new()?;
    super::rewrite(keys, RECOVERING, code, &Filling { key, epoch, pair: &pair, given: false })?;
    Ok(pair)
}
