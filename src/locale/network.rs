//! Network maps in words: sectors, rings, and what changed from one map to the next as a sentence for the plan.
//!
//! The sentence counts people by role and sector, for it is read where names may not stand. Whoever may be named is
//! named by the caller's word. It tells what is, without praise or worry.

use super::speech::{Language, Locale, arg};
use crate::domain::codes::{Bond, Code};
use crate::domain::network::entry::words::role;
use crate::domain::network::{ChangeKind, MapChange, PersonChange, PersonKey, Scheme, Standing};
use crate::domain::text::fold;

/// How somebody is called in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Called {
    /// By name.
    Name(String),
    /// By what they are to the person in the middle, where that is a word with a grammar of its own: `mormor`.
    Role(String),
    /// Not at all: they are one of the people in their part of life.
    Counted,
}

/// Roles that stand without an article.
const BARE: &[&str] = &[
    "mamma", "mor", "pappa", "far", "mormor", "farmor", "morfar", "farfar", "mum", "mom", "dad", "grandma", "grandpa",
];

/// Endings of the Swedish roles that are neuter; all others are common.
const NEUTER: &[&str] = &["syskon", "djur"];

/// People as the subject of a clause, and how many.
struct Subject {
    who: String,
    people: usize,
}

impl Locale {
    /// What a sector is called; one that is not in the scheme goes by its key.
    pub fn sector(&self, scheme: &Scheme, key: &str) -> String {
        let name = scheme.sector(key).map(|sector| match self.language() {
            Language::Swedish => &sector.name_sv,
            Language::English => &sector.name_en,
        });
        name.map_or_else(|| key.to_owned(), Clone::clone)
    }

    /// What a ring is called; one that is not in the scheme goes by its number.
    pub fn ring(&self, scheme: &Scheme, number: u8) -> String {
        let name = scheme.ring(number).map(|ring| match self.language() {
            Language::Swedish => &ring.name_sv,
            Language::English => &ring.name_en,
        });
        name.map_or_else(|| number.to_string(), Clone::clone)
    }

    /// So many people of a sector: `en vän`, `två släktingar`.
    pub fn people_of_sector(&self, scheme: &Scheme, key: &str, count: usize) -> String {
        let own = format!("network-who-{key}");
        let message = if self.knows(&own) { own.as_str() } else { "network-who-other" };
        let sector = self.sector(scheme, key);
        self.tell(message, &[("count", arg(count)), ("number", arg(self.number(count))), ("sector", arg(sector))])
    }

    /// What changed between two maps of one person, in a sentence: `Nätverket har vuxit från 9 till 13; en vän har
    /// kommit närmare.`
    pub fn network_change(&self, change: &MapChange, scheme: &Scheme, called: &dyn Fn(PersonKey) -> Called) -> String {
        let size = [("before", arg(change.before.size)), ("after", arg(change.after.size))];
        let key = match change.after.size.cmp(&change.before.size) {
            std::cmp::Ordering::Greater => "network-size-grown",
            std::cmp::Ordering::Less => "network-size-shrunk",
            std::cmp::Ordering::Equal if change.is_nothing() => "network-size-nothing",
            std::cmp::Ordering::Equal => "network-size-same",
        };
        let mut clauses = vec![self.tell(key, &size)];
        let telling = Telling { locale: self, scheme, called };
        for (kind, key) in [
            (ChangeKind::New, "network-change-new"),
            (ChangeKind::Gone, "network-change-gone"),
            (ChangeKind::Closer, "network-change-closer"),
            (ChangeKind::Further, "network-change-further"),
        ] {
            let people: Vec<&PersonChange> = change.of(kind).collect();
            clauses.extend(telling.subject(&people).map(|subject| telling.clause(key, &subject, "")));
        }
        clauses.extend(telling.relations(change));
        clauses.extend(telling.sectors(change));
        clauses.extend(telling.names(change));
        for (key, ties) in [("network-change-tied", &change.tied), ("network-change-untied", &change.untied)] {
            if !ties.is_empty() {
                let count = ties.len();
                clauses.push(self.tell(key, &[("ties", arg(count)), ("number", arg(self.number(count)))]));
            }
        }
        format!("{}.", clauses.join("; "))
    }

    /// A number in letters up to twelve.
    fn number(&self, count: usize) -> String {
        self.tell("network-number", &[("count", arg(count))])
    }

    /// Several as one: `a, b och c`.
    fn all_of(&self, parts: &[String]) -> String {
        match parts {
            [first @ .., last] if !first.is_empty() => {
                self.tell("network-and", &[("first", arg(first.join(", "))), ("last", arg(last.as_str()))])
            }
            _ => parts.concat(),
        }
    }

    /// A role with its article; none for a word of the other language or of no language that is known.
    fn role_with_article(&self, word: &str) -> Option<String> {
        let row = role(word)?;
        let own = if self.language() == Language::Swedish { row.swedish } else { row.english };
        let known = own.iter().find(|known| fold(known) == fold(word))?;
        let article = match self.language() {
            _ if BARE.contains(known) => "bare",
            Language::Swedish if NEUTER.iter().any(|end| known.ends_with(end)) => "neuter",
            Language::English if known.starts_with(['a', 'e', 'i', 'o', 'u']) => "vowel",
            _ => "other",
        };
        Some(self.tell("network-role", &[("article", arg(article)), ("role", arg(known.replace('-', " ")))]))
    }
}

/// A sentence that is being made.
struct Telling<'a> {
    locale: &'a Locale,
    scheme: &'a Scheme,
    called: &'a dyn Fn(PersonKey) -> Called,
}

impl Telling<'_> {
    fn clause(&self, key: &str, subject: &Subject, sector: &str) -> String {
        let who = arg(subject.who.as_str());
        self.locale.tell(key, &[("who", who), ("people", arg(subject.people)), ("sector", arg(sector))])
    }

    /// Those who have come into each relation, in the order of the code list; whose relation is not told any more last.
    fn relations(&self, change: &MapChange) -> Vec<String> {
        let now = |one: &PersonChange| one.after.as_ref().and_then(|after| after.relation);
        let of = |relation| change.of(ChangeKind::Relation).filter(|one| now(one) == relation).collect::<Vec<_>>();
        let told = Bond::ALL.iter().map(|relation| Some(*relation)).chain([None]);
        let clause = |relation: Option<Bond>| {
            let key = format!("network-change-relation-{}", relation.map_or("untold", Code::code));
            self.subject(&of(relation)).map(|subject| self.clause(&key, &subject, ""))
        };
        told.filter_map(clause).collect()
    }

    /// Those who have come into each sector, in the order of the scheme. They are counted where they were.
    fn sectors(&self, change: &MapChange) -> Vec<String> {
        let clause = |key: &str| {
            let moved = change.of(ChangeKind::Sector);
            let into: Vec<&PersonChange> =
                moved.filter(|one| one.after.as_ref().is_some_and(|after| after.sector == key)).collect();
            let subject = self.subject_by(&into, |one| one.before.as_ref())?;
            Some(self.clause("network-change-sector", &subject, &self.locale.sector(self.scheme, key)))
        };
        self.sector_keys(change.of(ChangeKind::Sector).filter_map(PersonChange::latest))
            .into_iter()
            .filter_map(clause)
            .collect()
    }

    /// New names of those who may be named.
    fn names(&self, change: &MapChange) -> Vec<String> {
        let named = change.of(ChangeKind::Name).filter(|one| matches!((self.called)(one.key), Called::Name(_)));
        let clause = |one: &PersonChange| {
            let (before, after) = one.before.as_ref().zip(one.after.as_ref())?;
            let names = [("before", arg(before.name.as_str())), ("after", arg(after.name.as_str()))];
            Some(self.locale.tell("network-change-name", &names))
        };
        named.filter_map(clause).collect()
    }

    fn subject(&self, people: &[&PersonChange]) -> Option<Subject> {
        self.subject_by(people, PersonChange::latest)
    }

    /// People as a subject: names, then roles that only one of them has, then the others counted by sector.
    fn subject_by<'c>(
        &self,
        people: &[&'c PersonChange],
        standing: impl Fn(&'c PersonChange) -> Option<&'c Standing>,
    ) -> Option<Subject> {
        let (mut names, mut roles, mut counted): (Vec<String>, Vec<(String, &Standing)>, Vec<&Standing>) =
            (Vec::new(), Vec::new(), Vec::new());
        for person in people {
            let Some(standing) = standing(person) else { continue };
            match (self.called)(person.key) {
                Called::Name(name) => names.push(name),
                Called::Role(word) => match self.locale.role_with_article(&word) {
                    Some(role) => roles.push((role, standing)),
                    None => counted.push(standing),
                },
                Called::Counted => counted.push(standing),
            }
        }
        let several = |role: &str| roles.iter().filter(|(other, _)| other == role).count() > 1;
        counted.extend(roles.iter().filter(|(role, _)| several(role)).map(|(_, standing)| *standing));
        let mut parts = names;
        parts.extend(roles.iter().filter(|(role, _)| !several(role)).map(|(role, _)| role.clone()));
        for key in self.sector_keys(counted.iter().copied()) {
            let count = counted.iter().filter(|standing| standing.sector == key).count();
            parts.push(self.locale.people_of_sector(self.scheme, key, count));
        }
        (!people.is_empty()).then(|| Subject { who: self.locale.all_of(&parts), people: people.len() })
    }

    /// The sectors that these stand in, each once, in the order of the scheme; those it does not have last.
    fn sector_keys<'s>(&self, standings: impl Iterator<Item = &'s Standing>) -> Vec<&'s str> {
        let mut keys: Vec<&str> = standings.map(|standing| standing.sector.as_str()).collect();
        keys.sort_by_key(|key| (self.scheme.sector_place(key).unwrap_or(usize::MAX), *key));
        keys.dedup();
        keys
    }
}

#[cfg(test)]
#[path = "network_tests.rs"]
mod tests;
