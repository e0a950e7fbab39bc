//! Whether a place tells of a home.

use std::sync::LazyLock;

use crate::domain::text::fold;

/// Words of four letters or more that many places share and that tell of none.
const COMMON: &str = include_str!("../../../assets/common-places.txt");

/// Shorter words tell nothing.
const LEAST: usize = 4;

static COMMON_WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| COMMON.lines().filter(|line| !line.starts_with('#')).flat_map(words).collect());

/// Whether a place tells of a home: one holds the other, or they share a word of four letters or more that is not a
/// common one.
pub fn tells_of(place: &str, home: &str) -> bool {
    let (place, home) = (fold(place.trim()), fold(home.trim()));
    if place.is_empty() || home.is_empty() {
        return false;
    }
    let telling = |text: &str| words(text).filter(|word| is_telling(word)).collect::<Vec<_>>();
    let others = telling(&home);
    place.contains(&home) || home.contains(&place) || telling(&place).iter().any(|word| others.contains(word))
}

fn is_telling(word: &str) -> bool {
    word.chars().count() >= LEAST && !COMMON_WORDS.iter().any(|common| common == word)
}

/// Folded words, without the genitive's `s`: Liljans is of Liljan.
fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| word.strip_suffix('s').filter(|stem| stem.len() >= LEAST).unwrap_or(word).to_owned())
        .collect::<Vec<_>>()
        .into_iter()
}
