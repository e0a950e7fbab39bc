//! When two names are the same name: whatever the case and the way an accent is encoded, but never without the accent.
//!
//! `Åsa` and `Asa` are two people, `Ö-12` and `O-12` two families. What finds people while somebody types is
//! [`super::fold()`]; what decides who somebody *is*, and so what they may see, is this: for names of staff and users,
//! for references and case references, for given names within a family. Passphrases are [`composed()`] and otherwise
//! taken letter for letter.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The form in which names and references are compared.
pub fn identity_of(name: &str) -> String {
    let one_blank = name.split_whitespace().collect::<Vec<_>>().join(" ");
    composed(&one_blank.to_lowercase())
}

/// Text with each letter and its accents as one sign, where there is one (NFC).
pub fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// Text with each letter and its accents apart (NFD).
pub fn decomposed(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_makes_another_person_and_case_does_not() {
        for (name, a, b, same) in [
            ("case", "Åsa", "åsa", true),
            ("encoding", "A\u{30a}sa", "Åsa", true),
            ("blanks", "Anna  Karin", "anna karin", true),
            ("accent", "Åsa", "Asa", false),
            ("another letter", "Måns", "Mans", false),
            ("a reference with an accent", "Ö-12", "O-12", false),
            ("a reference, decomposed", "O\u{308}-12", "ö-12", true),
        ] {
            assert_eq!(identity_of(a) == identity_of(b), same, "{name}");
        }
    }

    #[test]
    fn letters_are_put_together_and_taken_apart() {
        assert_eq!(composed("losenA\u{30a}"), "losenÅ");
        assert_eq!(decomposed("losenÅ"), "losenA\u{30a}");
        assert_eq!(composed(&decomposed("ÅÄÖ é")), "ÅÄÖ é");
    }
}
