//! Key slots: one small file a user, holding the database key wrapped with a key derived from the passphrase.
//!
//! The database key is 256 random bits and the same for everybody; a slot is `keys/<user>.toml`. Deriving is Argon2id,
//! wrapping is XChaCha20-Poly1305 with the user's name as associated data, so that a slot cannot be renamed to
//! another user. A demo casebook keeps its key unwrapped in `keys/demo.toml`.

use std::fs;
use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::files::{self, Existing};
use crate::domain::passphrase::{self, Weak};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

pub use crate::domain::passphrase::SHORTEST as SHORTEST_PASSPHRASE;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Most that a slot may ask for: a number that somebody damaged or planted must take neither all memory nor a minute.
const MOST: (u32, u32, u32) = (256 * 1024, 16, 4);

/// Most memory times passes: what deriving takes.
const MOST_WORK: u64 = 512 * 1024;

/// A slot is a few hundred bytes.
const LARGEST_SLOT: u64 = 16 * 1024;

/// The key of the database, wiped when dropped.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// A slot as it stands in its file; binary values in hexadecimal.
#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Slot {
    Argon2id { user: String, memory_kib: u32, passes: u32, lanes: u32, salt: String, nonce: String, wrapped: String },
    Demo { key: String },
}

/// A new random database key.
pub(super) fn new_key() -> Result<Key, Problem> {
    random().map(Zeroizing::new)
}

/// Writes a user's slot.
///
/// # Errors
/// A passphrase shorter than [`SHORTEST_PASSPHRASE`] is refused; so is a slot that is already there.
pub(super) fn write(keys: &Path, user: &str, passphrase: &str, key: &Key) -> Result<(), Problem> {
    check_passphrase(passphrase, user)?;
    let passphrase = passphrase::read(passphrase);
    let salt: [u8; 16] = random()?;
    let nonce: [u8; 24] = random()?;
    let wrapping = derive(&passphrase, &salt, MEMORY_KIB, PASSES, LANES)?;
    let wrapped = cipher(&wrapping)
        .encrypt(&XNonce::from(nonce), Payload { msg: key.as_slice(), aad: identity_of(user).as_bytes() })
        .map_err(|_| Problem::new(Kind::Io, "key-wrapping"))?;
    let slot = Slot::Argon2id {
        user: user.to_owned(),
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        lanes: LANES,
        salt: hex(&salt),
        nonce: hex(&nonce),
        wrapped: hex(&wrapped),
    };
    put(&path(keys, user), &slot)
}

/// Writes the open slot of a demo casebook.
pub(super) fn write_demo(keys: &Path, key: &Key) -> Result<(), Problem> {
    put(&demo_path(keys), &Slot::Demo { key: hex(key.as_slice()) })
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
pub(super) fn open(keys: &Path, user: &str, passphrase: &str) -> Result<Key, Problem> {
    let Slot::Argon2id { user: owner, memory_kib, passes, lanes, salt, nonce, wrapped } =
        get(&path(keys, user), "no-key-file", user)?
    else {
        return Err(damaged(user));
    };
    let work = u64::from(memory_kib).saturating_mul(u64::from(passes));
    let asks_too_much = memory_kib > MOST.0 || passes > MOST.1 || lanes > MOST.2 || work > MOST_WORK;
    if identity_of(&owner) != identity_of(user) || asks_too_much {
        return Err(damaged(user));
    }
    let [salt, nonce, wrapped] = [salt, nonce, wrapped].map(|text| unhex(&text));
    let (Some(salt), Some(nonce), Some(wrapped)) = (salt, nonce, wrapped) else { return Err(damaged(user)) };
    let nonce = <[u8; 24]>::try_from(nonce).map_err(|_| damaged(user))?;
    for reading in passphrase::readings(passphrase) {
        let wrapping = derive(&reading, &salt, memory_kib, passes, lanes).map_err(|_| damaged(user))?;
        let opened = cipher(&wrapping)
            .decrypt(&XNonce::from(nonce), Payload { msg: &wrapped, aad: identity_of(user).as_bytes() })
            .map(Zeroizing::new);
        if let Ok(opened) = opened {
            let key = <[u8; 32]>::try_from(opened.as_slice()).map_err(|_| damaged(user))?;
            return Ok(Zeroizing::new(key));
        }
    }
    Err(Problem::new(Kind::Locked, "wrong-passphrase"))
}

/// The key of a demo casebook.
pub(super) fn open_demo(keys: &Path) -> Result<Key, Problem> {
    let Slot::Demo { key } = get(&demo_path(keys), "no-key-file", "demo")? else { return Err(damaged("demo")) };
    let key = unhex(&key).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()).ok_or_else(|| damaged("demo"))?;
    Ok(Zeroizing::new(key))
}

/// The users who have a slot, as they wrote their names.
pub(super) fn users(keys: &Path) -> Result<Vec<String>, Problem> {
    let mut names = Vec::new();
    for entry in fs::read_dir(keys).map_err(|cause| files::problem("read-keys", keys, cause))? {
        let entry = entry.map_err(|cause| files::problem("read-keys", keys, cause))?;
        if let Ok(Slot::Argon2id { user, .. }) = get(&entry.path(), "no-key-file", "") {
            names.push(user);
        }
    }
    names.sort();
    Ok(names)
}

fn path(keys: &Path, user: &str) -> PathBuf {
    keys.join(format!("user-{}.toml", hex(identity_of(user).as_bytes())))
}

fn demo_path(keys: &Path) -> PathBuf {
    keys.join("demo.toml")
}

fn put(path: &Path, slot: &Slot) -> Result<(), Problem> {
    let text = toml::to_string(slot).map_err(|cause| Problem::new(Kind::Io, "key-wrapping").because(cause))?;
    files::write_private(path, Zeroizing::new(text).as_bytes(), Existing::Refuse)?;
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
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, key.as_mut_slice())
        .map_err(|_| failed())?;
    Ok(key)
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&(**key).into())
}

fn random<const N: usize>() -> Result<[u8; N], Problem> {
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

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let digits = digits?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}
