//! Which ways are meant by what somebody types: words of their titles and the words that people call them by, begun,
//! whole or with another ending; where no word fits, letters in order, as a jump finds them.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::table::{Way, all};
use crate::domain::text::fold;
use crate::locale::Locale;

/// The ways that fit, best first; all where nothing is typed that says which.
pub(super) fn fitting(typed: &str, locale: &Locale) -> Vec<&'static Way> {
    let filler = words(&locale.say("ways-filler"));
    let typed_words: Vec<Word> = words(typed).into_iter().filter(|word| !filler.contains(word)).collect();
    if typed_words.is_empty() {
        return all().collect();
    }
    let mut scored: Vec<(usize, u32, &Way)> = all()
        .map(|way| {
            let fits: Vec<u32> = typed_words.iter().map(|typed| weight(typed, way, locale)).collect();
            (fits.iter().filter(|weight| **weight > 0).count(), fits.iter().sum(), way)
        })
        .collect();
    let most = scored.iter().map(|(count, ..)| *count).max().unwrap_or(0);
    if most == 0 {
        return by_letters(typed, locale);
    }
    // Whoever types three words means what all three say, where there is such a thing.
    scored.retain(|(count, ..)| *count == most);
    scored.sort_by_key(|(_, weight, _)| std::cmp::Reverse(*weight));
    scored.into_iter().map(|(.., way)| way).collect()
}

/// How well a word says that a way is meant; nothing where it does not.
fn weight(typed: &Word, way: &Way, locale: &Locale) -> u32 {
    let heavy = |key: String, weights: [u32; 3]| {
        let fits = |word: &Word| {
            let fits = match &word.folded {
                folded if *folded == typed.folded => weights[0],
                folded if folded.starts_with(&typed.folded) => weights[1],
                folded if is_another_form(&typed.folded, folded) => weights[2],
                _ => 0,
            };
            // Of låsa and läsa the one is meant that is written.
            if fits > 0 && word.written.starts_with(&typed.written) { fits + 1 } else { fits }
        };
        words(&locale.say(&key)).iter().map(fits).max().unwrap_or(0)
    };
    let (title, called) = (format!("way-{}", way.name), format!("way-{}-words", way.name));
    heavy(title, [8, 6, 3]).max(heavy(called, [7, 5, 2]))
}

/// Letters that two forms of a word have in common at the least, and how many the typed one may have after them.
const FORMS: [(usize, usize); 2] = [(4, 2), (5, 3)];

/// Whether two words are alike but for their endings: `ringer` and `ringa`, `syskonet` and `syskon`.
fn is_another_form(typed: &str, word: &str) -> bool {
    let common = typed.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
    let after = typed.chars().count() - common;
    let left = word.chars().count() - common;
    FORMS.iter().any(|(least, most)| common >= *least && after <= *most && left <= *most)
}

/// A word as it is written, in small letters, and folded.
#[derive(Debug, PartialEq, Eq)]
struct Word {
    written: String,
    folded: String,
}

/// The words of a text.
fn words(text: &str) -> Vec<Word> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| Word { written: word.to_lowercase(), folded: fold(word) }).collect()
}

/// Ways in which the letters stand in this order, best first.
fn by_letters(typed: &str, locale: &Locale) -> Vec<&'static Way> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut scratch = Vec::new();
    let mut scored: Vec<(u32, &Way)> = all()
        .filter_map(|way| {
            let keys = [format!("way-{}", way.name), format!("way-{}-words", way.name)];
            let told = keys.map(|key| locale.say(&key)).join(" ");
            let best = told
                .split_whitespace()
                .filter_map(|word| pattern.score(Utf32Str::new(word, &mut scratch), &mut matcher));
            Some((best.max()?, way))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, way)| way).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn endings_do_not_matter_and_beginnings_do() {
        for (typed, word) in [("ringer", "ringa"), ("syskonet", "syskon"), ("sjukt", "sjuk"), ("printing", "print")] {
            assert!(is_another_form(typed, word), "{typed} {word}");
        }
        for (typed, word) in [("rita", "ringa"), ("bok", "boka"), ("plats", "planera"), ("sjuk", "sjunger")] {
            assert!(!is_another_form(typed, word), "{typed} {word}");
        }
    }

    #[test]
    fn words_that_say_nothing_find_everything() {
        let locale = Locale::new(Language::Swedish);
        for typed in ["", "  ", "hur gör jag", "Hur gör jag för att ..."] {
            assert_eq!(fitting(typed, &locale).len(), all().count(), "{typed:?}");
        }
        assert_eq!(fitting("xyzzy", &locale), Vec::<&Way>::new());
    }

    #[test]
    fn what_is_mistyped_is_found_by_its_letters() {
        let locale = Locale::new(Language::Swedish);
        assert_eq!(fitting("nätvrkskrta", &locale)[0].name, "map-draw");
    }
}
