//! Text as a hand writes it: words folded for comparison, text made clean, days, clock times, lengths.
//!
//! Pure readers over words. They know both languages at once, hold no state and never guess: a reader says that the
//! words are not its own, that they are, or that they look like its own and cannot be (`31/2`, `v54`, `14:75`). It must
//! not know of families, people or records; that is `domain::quickline`.

pub mod clean;
pub mod clock;
pub mod day;
pub mod fold;
pub mod list;
pub mod near;
pub mod same;

pub use clean::{clean_line, clean_note};
pub use clock::{Clock, Length, parse_minutes, parse_time, parse_times, read_clock, read_length};
pub use day::{
    Day, Leaning, parse_birth, parse_dated, parse_day, parse_exact_day, parse_last_day, read_day, read_days,
};
pub use fold::{begins, fold};
pub use list::{as_member, join_list, split_list};
pub use near::near;
pub use same::{composed, decomposed, identity_of};

/// What a reader made of the first words it was given, and how many of them it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken<T> {
    /// What the words say.
    pub value: T,
    /// How many words that took; at least one.
    pub words: usize,
}

/// The number that a run of ASCII digits of allowed length is; None for anything else, signs and spaces included.
fn digits(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let whole = lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole { text.parse().ok() } else { None }
}
