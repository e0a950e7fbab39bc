//! What a link of the chain is made of. Nothing here knows a database: bytes in, hashes out.
//!
//! Every part is told apart from the next by its length, and every hash by what it is for, so that no two things that
//! say something different ever hash alike. What is hashed here must never be hashed otherwise: a chain is older than
//! whoever checks it.

use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256};

/// A hash.
pub(in crate::store) type Hash = [u8; 32];

/// What makes a hash of a few words tell nothing of them.
pub(in crate::store) type Salt = [u8; 16];

/// What stands before the first link.
pub(in crate::store) const BEFORE_ALL: Hash = [0; 32];

/// A row of the journal, without what it says of a record.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Words<'a> {
    pub(in crate::store) id: i64,
    pub(in crate::store) change: i64,
    pub(in crate::store) at: &'a str,
    pub(in crate::store) user: i64,
    pub(in crate::store) act: &'a str,
    pub(in crate::store) cause: &'a str,
    pub(in crate::store) noun: &'a str,
    pub(in crate::store) record: i64,
    pub(in crate::store) family: Option<i64>,
}

/// What a row says of a record, before and after.
pub(in crate::store) fn content(salt: &Salt, before: Option<&str>, after: Option<&str>) -> Hash {
    Sum::of("content").bytes(salt).text(before).text(after).end()
}

/// The link of a row, which follows another.
pub(in crate::store) fn link(previous: &Hash, words: Words<'_>, content: &Hash) -> Hash {
    let Words { id, change, at, user, act, cause, noun, record, family } = words;
    let sum = Sum::of("link").bytes(previous).number(id).number(change).text(Some(at)).number(user);
    let sum = sum.text(Some(act)).text(Some(cause)).text(Some(noun)).number(record);
    match family {
        Some(family) => sum.bytes(&[1]).number(family),
        None => sum.bytes(&[0]),
    }
    .bytes(content)
    .end()
}

/// What is signed of a link.
pub(in crate::store) fn signed(link: &Hash) -> Vec<u8> {
    [b"trygg link signed 1\n".as_slice(), link].concat()
}

/// Whether a signature of a link was made with the key that belongs to a public one.
pub(in crate::store) fn is_signed(link: &Hash, signature: &[u8], by: &Hash) -> bool {
    let Ok(signature) = Signature::from_slice(signature) else { return false };
    VerifyingKey::from_bytes(by).is_ok_and(|key| key.verify_strict(&signed(link), &signature).is_ok())
}

/// A hash that is being made.
pub(in crate::store) struct Sum(Sha256);

impl Sum {
    /// One that is for something.
    pub(in crate::store) fn of(what: &str) -> Self {
        Self(Sha256::new()).text(Some("trygg 1")).text(Some(what))
    }

    pub(in crate::store) fn number(self, number: i64) -> Self {
        self.bytes(&number.to_le_bytes())
    }

    pub(in crate::store) fn text(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.bytes(&[1]).bytes(text.as_bytes()),
            None => self.bytes(&[0]),
        }
    }

    /// Bytes, after how many there are.
    pub(in crate::store) fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.0.update(bytes);
        self
    }

    pub(in crate::store) fn end(self) -> Hash {
        self.0.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(id: i64, at: &'static str, act: &'static str) -> Words<'static> {
        Words { id, change: 1, at, user: 1, act, cause: "person", noun: "family", record: 7, family: None }
    }

    #[test]
    fn hashes_stay_what_they_are() {
        let hash = link(&BEFORE_ALL, words(1, "2026-11-30T09:00:00.000Z", "add"), &content(&[7; 16], None, Some("{}")));
        assert_eq!(crate::store::slots::hex(&hash), "942497ff93a09d9b225174621e9f2ebac6bb1568c5d8c0fbb0a72f24d31083fa");
    }

    #[test]
    fn what_is_moved_from_one_word_to_the_next_is_another_link() {
        let one = link(&BEFORE_ALL, words(1, "ab", "c"), &BEFORE_ALL);
        let other = link(&BEFORE_ALL, words(1, "a", "bc"), &BEFORE_ALL);
        assert_ne!(one, other);
        assert_ne!(content(&[0; 16], Some("x"), None), content(&[0; 16], None, Some("x")));
        assert_ne!(content(&[0; 16], Some(""), None), content(&[0; 16], None, None));
    }

    proptest! {
        #[test]
        fn another_salt_or_text_is_another_content(a in any::<Salt>(), b in any::<Salt>(), x: String, y: String) {
            prop_assert_eq!(content(&a, Some(&x), None) == content(&b, Some(&x), None), a == b);
            prop_assert_eq!(content(&a, Some(&x), None) == content(&a, Some(&y), None), x == y);
        }
    }
}
