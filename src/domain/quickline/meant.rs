//! Guesses at a word that is not understood as it stands: a number, or somebody of the family.

use crate::domain::directory::{FamilyName, MemberName, one_word};
use crate::domain::text::{fold, parse_time};

use super::complete::names_begun;
use super::part::{Fault, Meaning};
use super::people::people;
use super::words::{HOUR_SIGN, MINUTE_SIGN, PEOPLE, meaning};

/// Fewer letters begin no given name here.
const SHORTEST_BEGINNING: usize = 3;

/// The fault of a word that means nothing by itself, with what it could be.
pub fn unknown(word: &str, members: Option<&[MemberName]>) -> Fault {
    let mut meant = numbers(word);
    if let Some(members) = members {
        meant.extend(somebody(word, members));
    }
    if meant.is_empty() { Fault::Unknown } else { Fault::Meant(meant) }
}

/// The fault of a word that only begins a family's name where it is the whole given name of somebody in the chosen
/// family: `Elias` for Eliasson.
pub fn rather_a_person(word: &str, family: &FamilyName, members: &[MemberName]) -> Option<Fault> {
    let whole = [&family.name, &family.case_ref].into_iter().any(|name| fold(name) == fold(word));
    let namesake = members.iter().any(|member| one_word(member.given_name.bare()) == one_word(word));
    if whole || !namesake {
        return None;
    }
    let mut meant = names_begun(word, members).into_iter().map(|name| format!("@{name}")).collect::<Vec<_>>();
    meant.push(family.case_ref.clone());
    Some(Fault::Meant(meant))
}

/// `14` is `kl 14` or `14min`; `1430` is `kl 14.30`.
fn numbers(word: &str) -> Vec<String> {
    if word.is_empty() || word.len() > 4 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let time = parse_time(word).map(|time| {
        let shown = time.format("%-H.%M").to_string();
        format!("{HOUR_SIGN} {}", shown.strip_suffix(".00").unwrap_or(&shown))
    });
    let length = word.parse().ok().filter(|minutes: &u32| word.len() < 4 && *minutes > 0);
    time.into_iter().chain(length.map(|minutes| format!("{minutes}{MINUTE_SIGN}"))).collect()
}

/// `mamma` is `@mamma`, `elias` is `@Elias`.
fn somebody(word: &str, members: &[MemberName]) -> Vec<String> {
    if meaning(PEOPLE, word).is_some() && matches!(people(word, Some(members)), Meaning::People(_)) {
        return vec![format!("@{}", word.to_lowercase())];
    }
    let whole = members.iter().any(|member| one_word(member.given_name.bare()) == one_word(word));
    if !whole && word.chars().count() < SHORTEST_BEGINNING {
        return Vec::new();
    }
    names_begun(word, members).into_iter().map(|name| format!("@{name}")).collect()
}
