//! A line in pieces: where the note begins, and where each word stands.
//!
//! Knows nothing of what words mean, but that an opening bracket after an outcome or after `trots`, or at the front of
//! a word, holds its spaces together until it is closed. Spans count bytes and lie on character boundaries.

use std::ops::Range;

use super::words::{DESPITE, WORDS, Word, meaning};

const NOTE_SIGN: &str = "--";

/// Where the note stands, from its `--` to the end of the line, if the line has one: the first `--` that stands alone.
pub fn note(line: &str) -> Option<Range<usize>> {
    let start = line.match_indices(NOTE_SIGN).map(|(at, _)| at).find(|at| {
        let before = line[..*at].chars().next_back();
        let after = line[at + NOTE_SIGN.len()..].chars().next();
        before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace)
    })?;
    Some(start..line.len())
}

/// What a note says, without its sign.
pub fn note_text(note: &str) -> &str {
    note.strip_prefix(NOTE_SIGN).unwrap_or(note)
}

/// Where the words of a text stand.
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(skipped) = text[at..].find(|letter: char| !letter.is_whitespace()) {
        let start = at + skipped;
        at = start + word_length(&text[start..]);
        words.push(start..at);
    }
    words
}

/// The bytes of the word a text begins with.
fn word_length(text: &str) -> usize {
    let mut open = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' if open > 0 || holds_spaces(&text[..at]) => open += 1,
            ')' if open > 0 => open -= 1,
            space if space.is_whitespace() && open == 0 => return at,
            _ => {}
        }
    }
    text.trim_end().len()
}

fn holds_spaces(before: &str) -> bool {
    before.is_empty() || matches!(meaning(WORDS, before), Some(Word::Outcome(_))) || meaning(DESPITE, before).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_they_stand() {
        for (line, expected) in [
            ("", vec![]),
            ("   ", vec![]),
            (" träff  Berg ", vec!["träff", "Berg"]),
            ("inställd(mamma: sjuk) tel", vec!["inställd(mamma: sjuk)", "tel"]),
            ("inställd (mamma: sjuk) tel", vec!["inställd", "(mamma: sjuk)", "tel"]),
            ("INSTALLD(a (b) c)x y", vec!["INSTALLD(a (b) c)x", "y"]),
            ("inställd(mamma: sjuk", vec!["inställd(mamma: sjuk"]),
            ("inställd( ", vec!["inställd("]),
            ("trots(beslut 14 a) tel", vec!["trots(beslut 14 a)", "tel"]),
            ("hem(a b)", vec!["hem(a", "b)"]),
            ("å\u{2003}ä", vec!["å", "ä"]),
        ] {
            let found: Vec<&str> = words(line).into_iter().map(|span| &line[span]).collect();
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn the_note_begins_after_two_hyphens_alone() {
        for (line, expected) in [
            ("tel -- ringde", Some("-- ringde")),
            ("-- ringde -- igen", Some("-- ringde -- igen")),
            ("tel --", Some("--")),
            ("tel --ringde", None),
            ("tel-- ringde", None),
            ("tel --- ringde", None),
            ("tel – ringde", None),
        ] {
            assert_eq!(note(line).map(|span| &line[span]), expected, "{line}");
        }
        assert_eq!(note_text("-- ringde"), " ringde");
    }
}
