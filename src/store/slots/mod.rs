//! Key slots: one small file a user, `keys/user-<name>.toml`: whoever has the passphrase gets the database key.
//!
//! The database key is 256 random bits and the same for everybody. A slot holds the seed of the user's own keys
//! ([`Pair`]), wrapped with a key derived from the passphrase, and the database key, sealed to the user: so a new
//! database key can be given to a user who is not there. Deriving is Argon2id, wrapping is XChaCha20-Poly1305 with the
//! user's name as associated data, so that a slot cannot be renamed to another user. A slot of an older program wraps
//! the database key itself and is made anew when it is opened. A demo casebook keeps its key unwrapped in
//! `keys/demo.toml`.

mod look;
mod pair;

use std::fs;
use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize as _, Zeroizing};

use super::files::{self, Existing};
use crate::domain::passphrase::{self, Weak};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

pub use crate::domain::passphrase::SHORTEST as SHORTEST_PASSPHRASE;
pub(super) use look::{Seen, look};
pub(super) use pair::{Pair, Public, seal};

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Most that a slot may ask for: a number that somebody damaged or planted must take neither all memory nor a minute.
const MOST: (u32, u32, u32) = (256 * 1024, 16, 4);

/// Most memory times passes: what deriving takes.
const MOST_WORK: u64 = 512 * 1024;

/// A slot is a few hundred bytes.
const LARGEST_SLOT: u64 = 16 * 1024;

/// Bytes of a key, and of the seed of a user's keys.
const SEED: usize = 32;

/// What the database key is sealed for.
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
}

/// What a passphrase wraps and unwraps; binary values in hexadecimal.
#[derive(Serialize, Deserialize)]
struct Wrapped {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    nonce: String,
    wrapped: String,
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
    },
    Demo {
        key: String,
    },
}

/// What a passphrase opens.
pub(super) struct Opened {
    /// The database key.
    pub(super) key: Key,
    /// The user's own keys; none in a slot of an older program.
    pub(super) pair: Option<Pair>,
}

/// Writes a user's first slot, with new keys.
///
/// # Errors
/// A passphrase that is too short or too easy to guess is refused; so is a slot that is already there.
pub(super) fn write(keys: &Path, user: &str, passphrase: &str, key: &Key) -> Result<Pair, Problem> {
    check_passphrase(passphrase, user)?;
    let pair = Pair::new()?;
    put(&path(keys, user), &locked(user, passphrase, key, &pair)?, Existing::Refuse)?;
    Ok(pair)
}

/// Writes a user's slot over the one that is there: with another passphrase, other keys or another database key.
/// Whether a new passphrase will do is asked before ([`check_passphrase`]); an old one is taken as it is.
///
/// # Errors
/// A disk that cannot be written to.
pub(super) fn rewrite(keys: &Path, user: &str, passphrase: &str, key: &Key, pair: &Pair) -> Result<(), Problem> {
    put(&path(keys, user), &locked(user, passphrase, key, pair)?, Existing::Keep)
}

fn locked(user: &str, passphrase: &str, key: &Key, pair: &Pair) -> Result<Slot, Problem> {
    let public = pair.public();
    Ok(Slot::Pair {
        user: user.to_owned(),
        seed: wrap(user, &passphrase::read(passphrase), pair.seed())?,
        signing: hex(&public.signing),
        sealing: hex(&public.sealing),
        sealed: hex(&seal(&public.sealing, DATABASE_KEY, key.as_slice())?),
    })
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
            Ok(Opened { key: unwrap(user, passphrase, &key)?, pair: None })
        }
        Slot::Pair { user: owner, seed, sealed, .. } if is_own(&owner) => {
            let pair = Pair::of(unwrap(user, passphrase, &seed)?);
            let key = unhex(&sealed).and_then(|sealed| pair.unseal(DATABASE_KEY, &sealed));
            let key = key.and_then(|key| Key::from_slice(&key)).ok_or_else(|| damaged(user))?;
            Ok(Opened { key, pair: Some(pair) })
        }
        _ => Err(damaged(user)),
    }
}

/// Wraps a secret with a passphrase, for one user.
fn wrap(user: &str, passphrase: &str, secret: &Key) -> Result<Wrapped, Problem> {
    let salt: [u8; 16] = random()?;
    let nonce: [u8; 24] = random()?;
    let wrapping = derive(passphrase, &salt, MEMORY_KIB, PASSES, LANES)?;
    let wrapped = cipher(&wrapping)?
        .encrypt(&XNonce::from(nonce), Payload { msg: secret.as_slice(), aad: identity_of(user).as_bytes() })
        .map_err(|_| Problem::new(Kind::Io, "key-wrapping"))?;
    Ok(Wrapped {
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        lanes: LANES,
        salt: hex(&salt),
        nonce: hex(&nonce),
        wrapped: hex(&wrapped),
    })
}

fn unwrap(user: &str, passphrase: &str, wrapped: &Wrapped) -> Result<Key, Problem> {
    let &Wrapped { memory_kib, passes, lanes, .. } = wrapped;
    let work = u64::from(memory_kib).saturating_mul(u64::from(passes));
    if memory_kib > MOST.0 || passes > MOST.1 || lanes > MOST.2 || work > MOST_WORK {
        return Err(damaged(user));
    }
    let [salt, nonce, wrapped] = [&wrapped.salt, &wrapped.nonce, &wrapped.wrapped].map(|text| unhex(text));
    let (Some(salt), Some(nonce), Some(wrapped)) = (salt, nonce, wrapped) else { return Err(damaged(user)) };
    let nonce = <[u8; 24]>::try_from(nonce).map_err(|_| damaged(user))?;
    for reading in passphrase::readings(passphrase) {
        let wrapping = derive(&reading, &salt, memory_kib, passes, lanes).map_err(|_| damaged(user))?;
        let opened = cipher(&wrapping)?
            .decrypt(&XNonce::from(nonce), Payload { msg: &wrapped, aad: identity_of(user).as_bytes() })
            .map(Zeroizing::new);
        if let Ok(opened) = opened {
            return Key::from_slice(&opened).ok_or_else(|| damaged(user));
        }
    }
    Err(Problem::new(Kind::Locked, "wrong-passphrase"))
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
        if let Ok(Slot::Argon2id { user, .. } | Slot::Pair { user, .. }) = get(&entry.path(), "no-key-file", "") {
            names.push(user);
        }
    }
    names.sort();
    Ok(names)
}

fn path(keys: &Path, user: &str) -> PathBuf {
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

fn derive(passphrase: &str, salt: &[u8], memory_kib: u32, passes: u32, lanes: u32) -> Result<Key, Problem> {
    let failed = || Problem::new(Kind::Locked, "key-derivation");
    let params = Params::new(memory_kib, passes, lanes, Some(32)).map_err(|_| failed())?;
    let mut key = Key::of([0; SEED]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key.0)
        .map_err(|_| failed())?;
    Ok(key)
}

fn cipher(key: &Key) -> Result<XChaCha20Poly1305, Problem> {
    XChaCha20Poly1305::new_from_slice(key.as_slice()).map_err(|_| Problem::new(Kind::Io, "key-wrapping"))
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
