//! Chance with a memory: draws that are the same for a seed on every machine and with every version of `rand`.
//!
//! Only the generator's raw words are used, since the ways `rand` turns them into ranges may change between versions.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// One family's own stream of chance.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream with a number under a seed.
    pub fn new(seed: u64, stream: u32) -> Self {
        let mut words = ChaCha8Rng::seed_from_u64(seed);
        words.set_stream(u64::from(stream));
        Self(words)
    }

    /// A number from 0 up to but not including `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        let scaled = (u64::from(self.0.next_u32()) * u64::from(end)) >> 32;
        u32::try_from(scaled).unwrap_or_default()
    }

    /// A number between two, both included; the lower when they are the wrong way round.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::from(self.below(u32::try_from(high - low + 1).unwrap_or_default()))
    }

    /// Whether something that happens so many times out of a hundred happens.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of a list.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let place = self.below(u32::try_from(list.len()).unwrap_or_default());
        list.get(place as usize)
    }

    /// One of a list of words; nothing when there are none.
    pub fn word<'a>(&mut self, list: &'a [String]) -> &'a str {
        self.pick(list).map_or("", String::as_str)
    }

    /// One of a table, by weight.
    pub fn weighted<T: Copy, const N: usize>(&mut self, table: &[(u32, T); N]) -> T {
        const { assert!(N > 0, "an empty table has nothing to draw") };
        let mut left = self.below(table.iter().map(|(weight, _)| weight).sum());
        for (weight, value) in table {
            if left < *weight {
                return *value;
            }
            left -= weight;
        }
        table[N - 1].1
    }

    /// Puts a list in another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            let place = self.below(u32::try_from(end + 1).unwrap_or(u32::MAX)) as usize;
            list.swap(end, place);
        }
    }
}
