//! Out of inputs that are kept come others that are a little different. The same number gives the same inputs.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// What files, lines and terminals stumble over.
const PIECES: &[&[u8]] = &[
    b"\x1b",
    b"\x1b[",
    b"\x1b]",
    b"\x1bP",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x0c",
    b"\x00",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\r\n",
    b"\n",
    b"\"",
    b"'",
    b",",
    b";",
    b"=",
    b"@",
    b"--",
    b">",
    b"<",
    b"&#0;",
    b"[[",
    b"]]",
    b"{",
    b"}",
    b"0",
    b"-1",
    b"99999999999999999999",
    b"1e309",
    b"2026-02-30",
    b"9999-12-31",
    b"0000-00-00",
    b"24:00",
    b"v53",
    b"\xe2\x80\xae",
    b"\xf0\x9f\xa6\x84",
    b"a\xcc\x88",
    b"\xef\xbb\xbf",
    b"\xe2\x80\x8b",
    b"RRULE:FREQ=SECONDLY\r\n",
    b"BEGIN:VEVENT\r\n",
    b"END:VEVENT\r\n",
    b"DTSTART:",
    b"P9999999999D",
    b"t=\"s\"",
    b"<c r=\"XFD1048576\">",
    b"<v>",
];

/// Longest input that is made.
const LONGEST: usize = 16 * 1024;

pub struct Mutator<'a> {
    dice: ChaCha8Rng,
    kept: &'a [Vec<u8>],
}

impl<'a> Mutator<'a> {
    pub fn new(number: u64, kept: &'a [Vec<u8>]) -> Self {
        Self { dice: ChaCha8Rng::seed_from_u64(number), kept }
    }

    /// Another input.
    pub fn next(&mut self) -> Vec<u8> {
        let mut bytes = self.pick();
        for _ in 0..self.below(6) + 1 {
            self.change(&mut bytes);
        }
        bytes.truncate(LONGEST);
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let (from, to) = self.range(bytes.len());
        match self.below(8) {
            0 if !bytes.is_empty() => {
                let at = self.below(bytes.len());
                bytes[at] ^= 1 << self.below(8);
            }
            1 => drop(bytes.drain(from..to)),
            2 => {
                let again = bytes[from..to].to_vec();
                bytes.splice(to..to, again);
            }
            3 => {
                let other = self.pick();
                let (begin, end) = self.range(other.len());
                bytes.splice(from..to, other[begin..end].iter().copied());
            }
            4 => {
                let byte = self.dice.random::<u8>();
                let times = 1 << self.below(10);
                bytes.splice(from..from, std::iter::repeat_n(byte, times));
            }
            5 => bytes.truncate(to),
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                bytes.splice(from..from, piece.iter().copied());
            }
        }
    }

    fn pick(&mut self) -> Vec<u8> {
        if self.kept.is_empty() { Vec::new() } else { self.kept[self.below(self.kept.len())].clone() }
    }

    /// A stretch of something so long, mostly a short one.
    fn range(&mut self, length: usize) -> (usize, usize) {
        let from = self.below(length + 1);
        let most = if self.below(4) == 0 { length - from } else { (length - from).min(16) };
        (from, from + self.below(most + 1))
    }

    fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { self.dice.random_range(0..end) }
    }
}
