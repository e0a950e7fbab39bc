//! Whom a text of somebody else's names.

use super::*;

#[test]
fn a_text_names_whom_it_names_in_full() {
    let told = |text: &str| match named(text, &Casebook).unwrap() {
        Named::Nobody => "nobody".to_owned(),
        Named::Several(could_be) => format!("? {}", could_be.join(", ")),
        Named::One { family, child, with } => {
            let with: Vec<&str> = with.iter().map(|member| member.reference.as_str()).collect();
            format!("{} {} + {}", family.case_ref, child.reference, with.join(" "))
        }
    };
    for (text, expected) in [
        ("Umgänge Siv med mamma", "B-2 P-12 + P-11"),
        ("SIV (MONA)", "B-2 P-12 + P-11"),
        ("Umgänge Elias – Sara, Ali", "A-1 P-4 + P-1 P-2"),
        ("Elias och anna  karin", "A-1 P-4 +"),
        ("Elias och Anna Karin", "A-1 P-4 + P-6"),
        // References, of a person or of a family with one child or a child that is named.
        ("P-4/P-1", "nobody"),
        ("P-4, P-1", "A-1 P-4 + P-1"),
        ("p-12", "nobody"),
        ("b-2 pappa", "B-2 P-12 +"),
        ("A-1: Elias med pappa", "A-1 P-4 + P-2"),
        ("A-1", "? A-1 P-3, A-1 P-4"),
        ("A-1 B-2", "? A-1 P-3, A-1 P-4, B-2 P-12"),
        ("P-1 och P-2", "nobody"),
        // Two children, told apart by the family's name, or by who else is known there.
        ("Elias och Noah", "? A-1 P-3, A-1 P-4"),
        ("Siv och Elias", "? A-1 P-4, B-2 P-12"),
        ("Siv och Elias Ek", "B-2 P-12 +"),
        ("Siv – Noah", "B-2 P-12 + P-13"),
        // Words that are no names, or only begin one.
        ("Eli Ling", "nobody"),
        ("möte om siv", "nobody"),
        ("Sivert", "nobody"),
        ("", "nobody"),
        ("mamma och pappa", "nobody"),
    ] {
        assert_eq!(
            told(text),
            if expected.ends_with('+') { format!("{expected} ") } else { expected.to_owned() },
            "{text}"
        );
    }
}
