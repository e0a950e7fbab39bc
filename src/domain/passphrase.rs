//! Passphrases: how they are read, and which are too easy to guess.
//!
//! A passphrase is taken letter for letter, but not byte for byte: the same letters, put together or taken apart, are
//! the same passphrase, and the mark that some editors put before a text is no part of it.
//!
//! What makes one hard to guess is what nobody can foretell of it. A letter that repeats the one before, goes on along
//! the alphabet, the digits or a row of the keyboard, or stands where it stood before after the same letter, tells
//! nothing new; neither does one's own name. A word that many choose counts as two letters, however it is dressed up
//! with digits. Enough letters must remain (NIST SP 800-63B, 5.1.1.2: repetitive or sequential characters, commonly
//! used values and the user's name are refused; composition rules are not asked for).

use std::sync::LazyLock;

use zeroize::Zeroizing;

use super::text::{composed, decomposed, fold};

/// Shortest passphrase that is taken, in characters.
pub const SHORTEST: usize = 12;

/// Fewest letters that nobody could have foretold.
const FEWEST_SURPRISES: usize = 8;

/// From so many on a passphrase is good, and from so many strong.
const GOOD: usize = 12;
const STRONG: usize = 18;

/// How many letters a word is worth that many choose.
const WORTH_OF_A_WORD: usize = 2;

/// Words and phrases that many choose, folded, the longest first; our own list, from what the field and the country are
/// full of.
static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let text = include_str!("../../assets/common-passphrases.txt");
    let mut words: Vec<&str> =
        text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
});

/// What some editors put before a text to say how it is encoded.
const MARK: char = '\u{feff}';

/// Rows that a hand runs along.
const ROWS: [&str; 4] = ["1234567890", "qwertyuiopå", "asdfghjklöä", "zxcvbnm"];

/// Why a passphrase is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// It has too few letters.
    Short,
    /// Most of it can be foretold.
    Foretold,
    /// It is made of words that many choose.
    Common,
}

/// How hard a passphrase is to guess that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Strength {
    Fair,
    Good,
    Strong,
}

impl Strength {
    /// How it is named in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fair => "strength-fair",
            Self::Good => "strength-good",
            Self::Strong => "strength-strong",
        }
    }
}

/// A passphrase as it is used from now on: without a mark before it, each letter as one sign.
pub fn read(written: &str) -> Zeroizing<String> {
    Zeroizing::new(composed(written.trim_start_matches(MARK)))
}

/// Everything that a passphrase may have been when a key was locked with it, the present form first.
pub fn readings(written: &str) -> Vec<Zeroizing<String>> {
    let bare = written.trim_start_matches(MARK);
    let mut all: Vec<Zeroizing<String>> = Vec::new();
    for reading in [composed(bare), bare.to_owned(), decomposed(bare)].map(Zeroizing::new) {
        let marked = Zeroizing::new(format!("{MARK}{}", *reading));
        for reading in [reading, marked] {
            if !all.contains(&reading) {
                all.push(reading);
            }
        }
    }
    // Before marks were left out, a file's own may have been taken into the passphrase; that is tried last.
    all.sort_by_key(|reading| reading.starts_with(MARK));
    all
}

/// Why somebody's passphrase is not taken, if it is not.
pub fn weakness(passphrase: &str, user: &str) -> Option<Weak> {
    strength(passphrase, user).err()
}

/// How hard somebody's passphrase is to guess.
///
/// # Errors
/// It is too easy.
pub fn strength(passphrase: &str, user: &str) -> Result<Strength, Weak> {
    if read(passphrase).chars().count() < SHORTEST {
        return Err(Weak::Short);
    }
    let lower = Zeroizing::new(read(passphrase).to_lowercase());
    let user = user.to_lowercase();
    let names = user.split_whitespace().filter(|word| word.chars().count() > 2);
    let without_name = names.fold(lower, |rest, word| Zeroizing::new(rest.replace(&composed(word), "")));
    if surprises(&without_name) < FEWEST_SURPRISES {
        return Err(Weak::Foretold);
    }
    match worth(&without_name) {
        few if few < FEWEST_SURPRISES => Err(Weak::Common),
        some if some < GOOD => Ok(Strength::Fair),
        many if many < STRONG => Ok(Strength::Good),
        _ => Ok(Strength::Strong),
    }
}

/// How many letters a passphrase is worth: those that could not have been foretold, a word that many choose counted as
/// two of them. Digits and signs that stand for letters are read as those.
fn worth(text: &str) -> usize {
    let plain = Zeroizing::new(fold(text));
    let undressed = plain.chars().map(undressed).filter(|sign| sign.is_alphanumeric());
    let undressed = Zeroizing::new(undressed.collect::<String>());
    let without_common = |text: &Zeroizing<String>| {
        COMMON.iter().fold((text.clone(), 0), |(rest, words), word| match rest.matches(word).count() {
            0 => (rest, words),
            found => (Zeroizing::new(rest.replace(word, " ")), words + found),
        })
    };
    let ways = [&plain, &undressed].map(without_common).into_iter().filter(|(_, words)| *words > 0);
    let least = ways.map(|(rest, words)| surprises(&rest) + WORTH_OF_A_WORD * words).min();
    least.map_or_else(|| surprises(text), |least| least.min(surprises(text)))
}

/// The letter that a digit or a sign is often put for.
fn undressed(sign: char) -> char {
    match sign {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        sign => sign,
    }
}

/// How many letters could not have been foretold from those before them.
fn surprises(text: &str) -> usize {
    let letters = Zeroizing::new(text.chars().collect::<Vec<char>>());
    let is_new = |place: usize| {
        let Some((letter, before)) = letters.get(place).zip(place.checked_sub(1).and_then(|at| letters.get(at))) else {
            return true;
        };
        let seen = letters[..place].windows(2).any(|pair| pair == [*before, *letter]);
        !seen && before != letter && !goes_on(*before, *letter)
    };
    (0..letters.len()).filter(|place| is_new(*place)).count()
}

/// Whether a letter is the next to another, either way: in the alphabet, among the digits, in a row of the keyboard.
fn goes_on(before: char, letter: char) -> bool {
    let plain = |sign: char| fold(&sign.to_string()).chars().next().unwrap_or(sign);
    let (one, other) = (u32::from(plain(before)), u32::from(plain(letter)));
    let listed = before.is_alphanumeric() && letter.is_alphanumeric() && one.abs_diff(other) == 1;
    let place = |row: &str, sign: char| row.chars().position(|key| key == sign);
    let beside =
        |row: &&str| place(row, before).zip(place(row, letter)).is_some_and(|(one, other)| one.abs_diff(other) == 1);
    listed || ROWS.iter().any(beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_foretold_is_refused() {
        for (name, passphrase, expected) in [
            ("eleven letters", "elva tecken", Some(Weak::Short)),
            ("eleven letters, taken apart", "a\u{30a}bra ka\u{308}llor", Some(Weak::Short)),
            ("one letter", "aaaaaaaaaaaa", Some(Weak::Foretold)),
            ("two letters", "abababababab", Some(Weak::Foretold)),
            ("digits", "123456789012", Some(Weak::Foretold)),
            ("the alphabet", "abcdefghijklmno", Some(Weak::Foretold)),
            ("a row of keys", "qwertyuiopåasdfgh", Some(Weak::Foretold)),
            ("a word twice", "lösenordlösenord", Some(Weak::Foretold)),
            ("a word and digits", "sommar123456", Some(Weak::Foretold)),
            ("one's own name", "Karin Karin Karin", Some(Weak::Foretold)),
            ("one's name and a number", "karinlindqvist1", Some(Weak::Foretold)),
            ("two words that many choose", "LösenordSommar!", Some(Weak::Common)),
            ("such a word and a year", "Välkommen-2026", Some(Weak::Common)),
            ("such a word, dressed up", "L0s3n0rd.Hej!", Some(Weak::Common)),
            ("a phrase of the net", "correct horse battery staple", Some(Weak::Common)),
            ("a club and a season", "hammarbyvinter1", Some(Weak::Common)),
            ("such a word among others", "sommar vid Rökens gröna brunn", None),
            ("four words", "fyra gula katter på taket", None),
            ("twelve letters", "tolv tecken!", None),
            ("letters and digits", "x7#pQ2!mZ9tR", None),
        ] {
            assert_eq!(weakness(passphrase, "Karin Lindqvist"), expected, "{name}");
        }
    }

    #[test]
    fn what_is_longer_and_less_common_is_stronger() {
        for (passphrase, expected) in [
            ("sommar hos elof", Strength::Fair),
            ("tolv tecken!", Strength::Good),
            ("fyra gula katter på taket", Strength::Strong),
        ] {
            assert_eq!(strength(passphrase, "Karin"), Ok(expected), "{passphrase}");
        }
    }

    #[test]
    fn the_list_is_folded_and_names_nothing_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for word in COMMON.iter() {
            assert_eq!(fold(word), **word, "it is compared with folded text");
            assert!(word.chars().count() > 3, "{word} is part of too much");
            assert!(seen.insert(*word), "{word}");
        }
        assert!(seen.len() > 200);
    }

    #[test]
    fn the_same_letters_are_the_same_passphrase() {
        let whole = "ett långt lösenord";
        let apart = decomposed(whole);
        assert_eq!(read(&apart).as_str(), whole);
        assert_eq!(read(&format!("\u{feff}{whole}")).as_str(), whole);
        for written in [whole.to_owned(), apart.clone(), format!("\u{feff}{whole}")] {
            let readings = readings(&written);
            assert_eq!(readings[0].as_str(), whole, "what is used now comes first");
            for old in [whole, apart.as_str(), &format!("\u{feff}{whole}"), &format!("\u{feff}{apart}")] {
                assert!(readings.iter().any(|reading| reading.as_str() == old), "{old}");
            }
        }
        assert_eq!(readings("plain letters").len(), 2, "nothing is derived for nothing");
    }
}
