//! What a user signs with, and what can be sealed to a user who is not there: two key pairs, both made of one seed.
//!
//! Signing is Ed25519; sealing is HPKE (RFC 9180: X25519, HKDF-SHA256, ChaCha20-Poly1305). The public halves stand in
//! the key file and in the casebook, the seed only in the key file, wrapped.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable as _, Kem, OpModeR, OpModeS, Serializable as _};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{Key, SEED, random};
use crate::domain::problem::{Kind, Problem};

type Sealing = X25519HkdfSha256;

/// What was sealed begins with the key that was made for it alone.
const ENCAPSULATED: usize = 32;

/// The public halves of a user's keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) struct Public {
    /// What the user's signatures are checked with.
    pub signing: [u8; 32],
    /// What is sealed to the user with.
    pub sealing: [u8; 32],
}

/// A user's keys; wiped when dropped.
pub(in crate::store) struct Pair {
    seed: Key,
    signing: SigningKey,
    sealing: <Sealing as Kem>::PrivateKey,
    public: Public,
}

impl Pair {
    /// New keys.
    pub(in crate::store) fn new() -> Result<Self, Problem> {
        Ok(Self::of(Key::of(random::<SEED>()?)))
    }

    /// The keys of a user of a demo, whose secrets are in the open as the demo's key is.
    pub(in crate::store) fn of_demo(key: &Key, identity: &str) -> Self {
        Self::of(Key::of(derived("demo", &[key.as_slice(), identity.as_bytes()])))
    }

    /// The keys that a seed makes.
    pub(in crate::store) fn of(seed: Key) -> Self {
        let secret = Zeroizing::new(derived("signing", &[seed.as_slice()]));
        let signing = SigningKey::from_bytes(&secret);
        let (sealing, sealed_to) = Sealing::derive_keypair(seed.as_slice());
        let public = Public { signing: signing.verifying_key().to_bytes(), sealing: sealed_to.to_bytes().into() };
        Self { seed, signing, sealing, public }
    }

    pub(in crate::store) fn seed(&self) -> &Key {
        &self.seed
    }

    /// The public halves.
    pub(in crate::store) fn public(&self) -> Public {
        self.public
    }

    /// The user's signature of something.
    pub(in crate::store) fn sign(&self, what: &[u8]) -> [u8; 64] {
        self.signing.sign(what).to_bytes()
    }

    /// What was sealed to the user, for one use and beside nothing else; none if it was not.
    pub(in crate::store) fn unseal(&self, used_for: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (encapsulated, sealed) = sealed.split_at_checked(ENCAPSULATED)?;
        let encapsulated = <Sealing as Kem>::EncappedKey::from_bytes(encapsulated).ok()?;
        hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, Sealing>(
            &OpModeR::Base,
            &self.sealing,
            &encapsulated,
            used_for,
            sealed,
            b"",
        )
        .ok()
        .map(Zeroizing::new)
    }
}

impl std::fmt::Debug for Pair {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.public.fmt(to)
    }
}

/// Whether a signature of something is by the user of a public key.
pub(in crate::store) fn is_signed(by: &[u8; 32], what: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(by).is_ok_and(|key| key.verify_strict(what, &Signature::from_bytes(signature)).is_ok())
}

/// Seals something to a user, for one use; only the user's own key opens it.
///
/// # Errors
/// A key that is none.
pub(in crate::store) fn seal(to: &[u8; 32], used_for: &[u8], what: &[u8]) -> Result<Vec<u8>, Problem> {
    let failed = |cause: hpke::HpkeError| Problem::new(Kind::Io, "key-wrapping").because(cause);
    let to = <Sealing as Kem>::PublicKey::from_bytes(to).map_err(failed)?;
    let (encapsulated, sealed) =
        hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, Sealing>(&OpModeS::Base, &to, used_for, what, b"")
            .map_err(failed)?;
    let mut whole = encapsulated.to_bytes().to_vec();
    whole.extend(sealed);
    Ok(whole)
}

/// Bytes that follow from others and from what they are for.
fn derived(used_for: &str, from: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"trygg ");
    hash.update(used_for);
    from.iter().for_each(|part| hash.update(part));
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_one_users_and_one_texts() {
        let (anna, kim) = (Pair::new().unwrap(), Pair::new().unwrap());
        let signature = anna.sign(b"words");
        assert!(is_signed(&anna.public().signing, b"words", &signature));
        assert!(!is_signed(&anna.public().signing, b"other words", &signature));
        assert!(!is_signed(&kim.public().signing, b"words", &signature));
    }

    #[test]
    fn only_whom_it_was_sealed_to_opens_it_for_what_it_was_sealed_for() {
        let (anna, kim) = (Pair::new().unwrap(), Pair::new().unwrap());
        let sealed = seal(&anna.public().sealing, b"draft", b"words").unwrap();
        assert_eq!(anna.unseal(b"draft", &sealed).unwrap().as_slice(), b"words");
        assert!(anna.unseal(b"key", &sealed).is_none(), "for another use");
        assert!(kim.unseal(b"draft", &sealed).is_none(), "by another user");
        for at in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[at] ^= 1;
            assert!(anna.unseal(b"draft", &altered).is_none(), "altered at {at}");
            assert!(anna.unseal(b"draft", &sealed[..at]).is_none(), "cut at {at}");
        }
    }

    #[test]
    fn the_same_seed_makes_the_same_keys() {
        let key = Key::new().unwrap();
        assert_eq!(Pair::of_demo(&key, "anna").public(), Pair::of_demo(&key, "anna").public());
        assert_ne!(Pair::of_demo(&key, "anna").public(), Pair::of_demo(&key, "kim").public());
    }
}
