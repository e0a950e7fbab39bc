//! Completions of the last word of an entry line: names of those who are offered, words, people on the map.

use super::read::EntryContext;
use super::words::{ROLES, attributes};
use crate::domain::directory::one_word;
use crate::domain::quickline::words::Tongue;
use crate::domain::text::fold;

/// What the last word could become, best first: whole words that take its place. A line that ends in a blank begins a
/// new word, which could be anything; on an empty line that is everybody who is offered.
pub fn completions(line: &str, context: EntryContext<'_>) -> Vec<String> {
    let (before, word) = line.rsplit_once(char::is_whitespace).unwrap_or(("", line));
    let folded = fold(word);
    if let Some(name) = word.strip_prefix('@') {
        let on = context.map.people.iter().filter(|person| one_word(&person.name).starts_with(&one_word(name)));
        return on.map(|person| format!("@{}", hyphened(&person.name))).collect();
    }
    let spoken = |swedish, english| if context.tongue == Tongue::Swedish { swedish } else { english };
    let mut found: Vec<String> = Vec::new();
    if before.trim().is_empty() {
        let offered = context.known.offered(context.map);
        found.extend(offered.filter(|known| fold(&known.name).starts_with(&folded)).map(|known| known.name.clone()));
        let roles = ROLES.iter().flat_map(|row| spoken(row.swedish, row.english));
        found.extend(
            roles.filter(|role| !word.is_empty() && fold(role).starts_with(&folded)).map(|role| (*role).into()),
        );
    } else {
        let words = attributes(context.scheme);
        let own = words.iter().filter(|known| known.tongue == context.tongue && fold(known.word).starts_with(&folded));
        let mut told = Vec::new();
        for known in own {
            if !told.contains(&&known.attribute) {
                told.push(&known.attribute);
                found.push(known.word.to_owned());
            }
        }
    }
    found.dedup();
    found
}

/// A name as one word.
fn hyphened(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("-")
}
