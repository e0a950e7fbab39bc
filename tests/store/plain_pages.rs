//! The pages of a demo's files as they are without encryption, those that nobody uses any more too: what can be read by
//! whoever has the key and looks at more than the tables.
//!
//! SQLCipher 4 with a raw key: pages of 4,096 bytes, of which the last 80 are the page's vector and its code; what is
//! before them is AES-256 in CBC mode. The first page begins with 16 bytes of salt. Pages stand in the log after a head
//! of 32 bytes, each after a head of 24.

use std::fs;
use std::path::Path;

use aes::Aes256;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};

const PAGE: usize = 4096;
const RESERVED: usize = 80;
const SALT: usize = 16;

/// All of a casebook's pages, of the database and of its log.
pub fn of(casebook: &Path) -> Vec<u8> {
    let slot = fs::read_to_string(casebook.join("keys/demo.toml")).unwrap();
    let key = slot.lines().find_map(|line| line.strip_prefix("key = \"")?.strip_suffix('"')).unwrap().to_owned();
    let key: Vec<u8> = (0..key.len()).step_by(2).map(|at| u8::from_str_radix(&key[at..at + 2], 16).unwrap()).collect();
    let mut plain = Vec::new();
    let database = fs::read(casebook.join("casebook.db")).unwrap();
    for (place, page) in database.chunks_exact(PAGE).enumerate() {
        plain.extend(decrypted(&key, page, place == 0));
    }
    let log = fs::read(casebook.join("casebook.db-wal")).unwrap_or_default();
    for frame in log.get(32..).unwrap_or_default().chunks_exact(24 + PAGE) {
        let number = u32::from_be_bytes(frame[..4].try_into().unwrap());
        plain.extend(decrypted(&key, &frame[24..], number == 1));
    }
    plain
}

fn decrypted(key: &[u8], page: &[u8], is_first: bool) -> Vec<u8> {
    let (sealed, rest) = page.split_at(PAGE - RESERVED);
    let sealed = &sealed[if is_first { SALT } else { 0 }..];
    let mut plain = sealed.to_vec();
    let reader = cbc::Decryptor::<Aes256>::new_from_slices(key, &rest[..16]).unwrap();
    reader.decrypt_padded::<NoPadding>(&mut plain).unwrap();
    plain
}

/// Those of some words that can be read in bytes.
pub fn words_in<'a>(bytes: &[u8], words: &[&'a str]) -> Vec<&'a str> {
    let is_in = |word: &&str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    words.iter().copied().filter(is_in).collect()
}
