//! Key slots: one small file a user, `keys/user-<name>.toml`: whoever has the passphrase gets the database key.
//!
//! The database key is 256 random bits and the same for everybody. A slot holds the seed of the user's own keys
//! ([`Pair`]), wrapped with a key derived from the passphrase, and the database key, sealed to the user: so a new
//! database key can be given to a user who is not there. Deriving is Argon2id, wrapping is XChaCha20-Poly1305 with the
//! user's name as associated data, so that a slot cannot be renamed to another user. A slot of an older program wraps
//! the database key itself and is made anew when it is opened. A demo casebook keeps its key unwrapped in
//! `keys/demo.toml`. The recovery slot is one whose passphrase is the code that was printed ([`RECOVERY`]).
//!
//! Each database key has a number, its epoch. While a new one takes the old one's place a slot holds both ([`renew`]).

mod look;
mod pair;
mod pin;
mod renew;
mod wrap;

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize as _, Zeroizing};

use super::files::{self, Existing};
use crate::domain::passphrase::{self, Weak};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

pub use crate::domain::passphrase::SHORTEST as SHORTEST_PASSPHRASE;
pub(super) use look::{Seen, look};
pub(super) use pair::{Pair, Public, is_signed, seal};
pub use pin::{SHORTEST_PIN, check_pin, new_pepper};
pub(super) use pin::{open_by_pin, wrap_pair};
pub(super) use renew::{Holding, newest_epoch, offer, settle, take_away, write_recovery};

use wrap::{Wrapped, unwrap, wrap};

/// The file of the recovery slot.
pub(super) const RECOVERY: &str = "recovery.toml";

/// The user that the recovery slot is wrapped for; nobody can bear a name with a line break.
pub(super) const RECOVERING: &str = "recovery\n";

/// The first database key's epoch.
const FIRST_EPOCH: u32 = 1;

/// A slot is a few hundred bytes.
const LARGEST_SLOT: u64 = 16 * 1024;

/// Bytes of a key, and of the seed of a user's keys.
const SEED: usize = 32;

/// What the database key is sealed for; a later one than the first is sealed for its epoch as well.
const DATABASE_KEY: &[u8] = b"trygg database key";

/// A secret of 256 bits: it stays where it was put in memory, and is wiped when dropped.
pub(super) struct Key(Zeroizing<Box<[u8]>>);

impl Key {
    /// A new random one.
    pub(super) fn new() -> Result<Self, Problem> {
        random::<SEED>().map(Self::of)
    }

    fn of(mut bytes: [u8; SEED]) -> Self {
        let boxed = Box::from(bytes.as_slice());
        bytes.zeroize();
        Self(Zeroizing::new(boxed))
    }

    fn from_slice(bytes: &[u8]) -> Option<Self> {
        (bytes.len() == SEED).then(|| Self(Zeroizing::new(Box::from(bytes))))
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        &self.0
    }

    /// Another one with the same bits.
    pub(super) fn copy(&self) -> Self {
        Self(self.0.clone())
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Key")
    }
}

/// A slot as it stands in its file; binary values in hexadecimal.
#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Slot {
    /// Of older programs: the database key wrapped with the passphrase.
    Argon2id {
        user: String,
        #[serde(flatten)]
        key: Wrapped,
    },
    /// The seed of the user's keys wrapped with the passphrase, and the database key sealed to the user.
    Pair {
        user: String,
        #[serde(flatten)]
        seed: Wrapped,
        signing: String,
        sealing: String,
        sealed: String,
        /// The epoch of the key that is sealed.
        #[serde(default = "first_epoch")]
        epoch: u32,
        /// The next key, sealed, while it takes that one's place.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        next: String,
        /// Whether somebody else gave the passphrase, and knows it.
        #[serde(default)]
        given: bool,
    },
    Demo {
        key: String,
    },
}

/// What a passphrase opens.
pub(super) struct Opened {
    /// The database key, and its epoch.
    pub(super) key: Key,
    pub(super) epoch: u32,
    /// The key that is taking its place.
    pub(super) next: Option<Key>,
    /// The user's own keys; none in a slot of an older program.
    pub(super) pair: Option<Pair>,
    /// Whether somebody else gave the passphrase.
    pub(super) given: bool,
}

impl Opened {
    /// The first database key, with a pair or none.
    pub(super) fn first(key: Key, pair: Option<Pair>) -> Self {
        Self { key, epoch: FIRST_EPOCH, next: None, pair, given: false }
    }
}

/// What is put into a slot beside a passphrase.
pub(super) struct Filling<'a> {
    /// The database key, and its epoch.
    pub(super) key: &'a Key,
    pub(super) epoch: u32,
    /// The user's own keys.
    pub(super) pair: &'a Pair,
    /// Whether the passphrase is given by somebody else.
    pub(super) given: bool,
}

fn first_epoch() -> u32 {
    FIRST_EPOCH
}

/// Writes the slot of a casebook's first user, with new keys.
///
/// # Errors
/// A passphrase that is too short or too easy to guess is refused; so is a slot that is already there.
pub(super) fn write(keys: &Path, user: &str, passphrase: &str, key: &Key) -> Result<Pair, Problem> {
    check_passphrase(passphrase, user)?;
    let pair = Pair::new()?;
    let filling = Filling { key, epoch: FIRST_EPOCH, pair: &pair, given: false };
    put(&path(keys, user), &locked(user, passphrase, &filling)?, Existing::Refuse)?;
    Ok(pair)
}

/// Writes a user's slot over the one that may be there: with another passphrase, other keys or another database key.
/// Whether a new passphrase will do is asked before ([`check_passphrase`]); an old one is taken as it is.
///
/// # Errors
/// A disk that cannot be written to.
pub(super) fn rewrite(keys: &Path, user: &str, passphrase: &str, filling: &Filling<'_>) -> Result<(), Problem> {
    put(&path(keys, user), &locked(user, passphrase, filling)?, Existing::Keep)
}

fn locked(user: &str, passphrase: &str, filling: &Filling<'_>) -> Result<Slot, Problem> {
    let Filling { key, epoch, pair, given } = *filling;
    let public = pair.public();
    Ok(Slot::Pair {
        user: user.to_owned(),
        seed: wrap(user, &passphrase::read(passphrase), pair.seed())?,
        signing: hex(&public.signing),
        sealing: hex(&public.sealing),
        sealed: hex(&seal(&public.sealing, &used_for(epoch), key.as_slice())?),
        epoch,
        next: String::new(),
        given,
    })
}

/// What a database key of an epoch is sealed for.
fn used_for(epoch: u32) -> Vec<u8> {
    let mut used_for = DATABASE_KEY.to_vec();
    if epoch > FIRST_EPOCH {
        used_for.extend(epoch.to_be_bytes());
    }
    used_for
}

/// Writes the open slot of a demo casebook.
pub(super) fn write_demo(keys: &Path, key: &Key) -> Result<(), Problem> {
    put(&demo_path(keys), &Slot::Demo { key: hex(key.as_slice()) }, Existing::Refuse)
}

/// Refuses a passphrase of a user that is too short, or too easy to guess.
pub fn check_passphrase(passphrase: &str, user: &str) -> Result<(), Problem> {
    match passphrase::weakness(passphrase, user) {
        None => Ok(()),
        Some(Weak::Short) => Err(Problem::new(Kind::Invalid, "short-passphrase").with("least", SHORTEST_PASSPHRASE)),
        Some(Weak::Foretold) => Err(Problem::new(Kind::Invalid, "weak-passphrase")),
        Some(Weak::Common) => Err(Problem::new(Kind::Invalid, "common-passphrase")),
    }
}

/// Opens a user's slot with a passphrase.
///
/// # Errors
/// No slot for the user, a damaged slot, a wrong passphrase: each is its own sentence.
pub(super) fn open(keys: &Path, user: &str, passphrase: &str) -> Result<Opened, Problem> {
    let is_own = |owner: &str| identity_of(owner) == identity_of(user);
    match get(&path(keys, user), "no-key-file", user)? {
        Slot::Argon2id { user: owner, key } if is_own(&owner) => {
            Ok(Opened::first(unwrap(user, passphrase, &key)?, None))
        }
        Slot::Pair { user: owner, seed, signing, sealing, sealed, epoch, next, given } if is_own(&owner) => {
            let pair = Pair::of(unwrap(user, passphrase, &seed)?);
            let public = pair.public();
            let is_of = |written: &str, half: &[u8]| written.eq_ignore_ascii_case(&hex(half));
            if !is_of(&signing, &public.signing) || !is_of(&sealing, &public.sealing) {
                return Err(damaged(user));
            }
            let key = unsealed(&pair, &sealed, epoch).ok_or_else(|| damaged(user))?;
            let next = unsealed(&pair, &next, epoch.saturating_add(1));
            Ok(Opened { key, epoch, next, pair: Some(pair), given })
        }
        _ => Err(damaged(user)),
    }
}

/// The database keys that a user's slot holds for the user's own keys, with their epochs, the newest first.
pub(super) fn held(keys: &Path, user: &str, pair: &Pair) -> Vec<(u32, Key)> {
    let Ok(Slot::Pair { sealed, next, epoch, .. }) = get(&path(keys, user), "no-key-file", user) else {
        return Vec::new();
    };
    let both = [(epoch.saturating_add(1), next), (epoch, sealed)];
    both.into_iter().filter_map(|(epoch, sealed)| Some((epoch, unsealed(pair, &sealed, epoch)?))).collect()
}

/// A database key of an epoch, if it was sealed to these keys.
fn unsealed(pair: &Pair, sealed: &str, epoch: u32) -> Option<Key> {
    let key = unhex(sealed).and_then(|sealed| pair.unseal(&used_for(epoch), &sealed))?;
    Key::from_slice(&key)
}

/// The key of a demo casebook.
pub(super) fn open_demo(keys: &Path) -> Result<Key, Problem> {
    let Slot::Demo { key } = get(&demo_path(keys), "no-key-file", "demo")? else { return Err(damaged("demo")) };
    let key = unhex(&key).map(Zeroizing::new).and_then(|bytes| Key::from_slice(&bytes));
    key.ok_or_else(|| damaged("demo"))
}

/// The users who have a slot, as they wrote their names.
pub(super) fn users(keys: &Path) -> Result<Vec<String>, Problem> {
    let mut names = Vec::new();
    for entry in fs::read_dir(keys).map_err(|cause| files::problem("read-keys", keys, cause))? {
        let entry = entry.map_err(|cause| files::problem("read-keys", keys, cause))?;
        match get(&entry.path(), "no-key-file", "") {
            Ok(Slot::Argon2id { user, .. } | Slot::Pair { user, .. }) if user != RECOVERING => names.push(user),
            _ => {}
        }
    }
    names.sort();
    Ok(names)
}

fn path(keys: &Path, user: &str) -> PathBuf {
    if user == RECOVERING {
        return keys.join(RECOVERY);
    }
    keys.join(format!("user-{}.toml", hex(identity_of(user).as_bytes())))
}

/// Whether a user has a slot.
pub(super) fn is_there(keys: &Path, user: &str) -> bool {
    path(keys, user).exists()
}

fn demo_path(keys: &Path) -> PathBuf {
    keys.join("demo.toml")
}

fn put(path: &Path, slot: &Slot, existing: Existing) -> Result<(), Problem> {
    let text = toml::to_string(slot).map_err(|cause| Problem::new(Kind::Io, "key-wrapping").because(cause))?;
    let text = Zeroizing::new(text);
    match existing {
        Existing::Refuse => files::write_private(path, text.as_bytes(), Existing::Refuse)?,
        Existing::Keep => files::write_whole(path, text.as_bytes())?,
    }
    // A slot that is lost with the power is a user who is locked out.
    path.parent().map_or(Ok(()), files::sync_directory)
}

/// A user's slot as it stands in its file; none where there is none.
pub(super) fn kept(keys: &Path, user: &str) -> Option<Zeroizing<String>> {
    files::read_small(&path(keys, user), LARGEST_SLOT).ok().map(Zeroizing::new)
}

/// Puts a user's slot back as it was. What cannot be put back was told of already: the disk cannot be written to.
pub(super) fn put_back(keys: &Path, user: &str, slot: Option<&str>) {
    let _ = match slot {
        Some(text) => files::write_whole(&path(keys, user), text.as_bytes()),
        None => take_away(keys, user),
    };
}

/// Whether two passphrases are the same one.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    *passphrase::read(one) == *passphrase::read(other)
}

fn get(path: &Path, missing: &'static str, user: &str) -> Result<Slot, Problem> {
    let text = match files::read_small(path, LARGEST_SLOT) {
        Ok(text) => Zeroizing::new(text),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            return Err(Problem::new(Kind::Locked, missing).with("user", user));
        }
        Err(cause) if cause.kind() == std::io::ErrorKind::InvalidData => return Err(damaged(user)),
        Err(cause) => return Err(files::problem("read-keys", path, cause)),
    };
    toml::from_str(&text).map_err(|_| damaged(user))
}

fn damaged(user: &str) -> Problem {
    Problem::new(Kind::Locked, "damaged-key-file").with("user", user)
}

pub(super) fn random<const N: usize>() -> Result<[u8; N], Problem> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|cause| Problem::new(Kind::Io, "no-randomness").because(cause))?;
    Ok(bytes)
}

/// Sixteen letters and digits that mean nothing.
pub(super) fn token() -> Result<String, Problem> {
    random::<8>().map(|bytes| hex(&bytes))
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let digits = digits?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}
