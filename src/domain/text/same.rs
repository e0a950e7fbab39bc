//! When two names are the same name: whatever the case and the way an accent is encoded, but never without the accent.
//!
//! `Åsa` and `Asa` are two people. What finds people while somebody types is [`super::fold()`]; what decides who
//! somebody *is*, and so what they may see, is this.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The form in which names of staff and users are compared.
pub fn identity_of(name: &str) -> String {
    let one_blank = name.split_whitespace().collect::<Vec<_>>().join(" ");
    ComposingNormalizerBorrowed::new_nfc().normalize(&one_blank.to_lowercase()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::identity_of;

    #[test]
    fn an_accent_makes_another_person_and_case_does_not() {
        for (name, a, b, same) in [
            ("case", "Åsa", "åsa", true),
            ("encoding", "A\u{30a}sa", "Åsa", true),
            ("blanks", "Anna  Karin", "anna karin", true),
            ("accent", "Åsa", "Asa", false),
            ("another letter", "Måns", "Mans", false),
        ] {
            assert_eq!(identity_of(a) == identity_of(b), same, "{name}");
        }
    }
}
