//! What a passphrase wraps: Argon2id makes a key of it, XChaCha20-Poly1305 wraps with that, the user's name being
//! authenticated data.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Key, SEED, damaged, hex, random, unhex};
use crate::domain::passphrase;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Most that a slot may ask for: a number that somebody damaged or planted must take neither all memory nor a minute.
const MOST: (u32, u32, u32) = (256 * 1024, 16, 4);

/// Most memory times passes: what deriving takes.
const MOST_WORK: u64 = 512 * 1024;

/// What a passphrase wraps and unwraps; binary values in hexadecimal.
#[derive(Serialize, Deserialize)]
pub(super) struct Wrapped {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    nonce: String,
    wrapped: String,
}

/// Wraps a secret with a passphrase, for one user.
pub(super) fn wrap(user: &str, passphrase: &str, secret: &Key) -> Result<Wrapped, Problem> {
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

pub(super) fn unwrap(user: &str, passphrase: &str, wrapped: &Wrapped) -> Result<Key, Problem> {
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
