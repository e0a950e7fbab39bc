//! Reads one entry line into parts, and into a person when none of them is at fault.

use std::ops::Range;

use super::known::{Found, KnownPeople, Who};
use super::part::{EntryFault, EntryMeaning, EntryPart, EntrySlot};
use super::words::{Attribute, NEW, Word, attributes, meant, role};
use crate::domain::directory::one_word;
use crate::domain::network::map::NetworkMap;
use crate::domain::network::person::{NetworkPerson, PersonKey};
use crate::domain::network::scheme::Scheme;
use crate::domain::quickline::words::Tongue;
use crate::domain::text::{clean_line, fold};

/// Fewer letters before the ring begin no attribute: they belong to the name.
const SHORTEST_BEFORE_RING: usize = 3;

/// Where a line is typed.
#[derive(Debug, Clone, Copy)]
pub struct EntryContext<'a> {
    /// The map that the person is put on.
    pub map: &'a NetworkMap,
    /// Who may be meant.
    pub known: &'a KnownPeople,
    /// Sectors and rings.
    pub scheme: &'a Scheme,
    /// The language in which a beginning is looked for first.
    pub tongue: Tongue,
}

/// A line that has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// Its parts in the order of the line; what follows or is missing is last.
    pub parts: Vec<EntryPart>,
    /// The person it makes; none while a part is at fault.
    pub person: Option<NetworkPerson>,
    /// Whom on the map they know.
    pub knows: Vec<PersonKey>,
}

impl EntryLine {
    /// The first part at fault.
    pub fn fault(&self) -> Option<&EntryPart> {
        self.parts.iter().find(|part| part.fault().is_some())
    }
}

/// Reads a line. Nothing in it is dropped: what is not understood is a part at fault, and there is no person.
pub fn read_entry(line: &str, context: EntryContext<'_>) -> EntryLine {
    let words = attributes(context.scheme);
    let tokens = tokens(line);
    let naming = Naming::of(line, &tokens, &words, context);
    let (found, mut parts) = naming.settle(line, context);
    for span in &tokens[naming.taken..] {
        parts.push(EntryPart { span: span.clone(), meaning: attribute(&line[span.clone()], &words, context) });
    }
    refuse_repeated(&mut parts);
    parts.sort_by_key(|part| part.span.start);
    complete(line, found, parts, context)
}

fn tokens(line: &str) -> Vec<Range<usize>> {
    let start = |word: &str| word.as_ptr().addr() - line.as_ptr().addr();
    line.split_whitespace().map(|word| start(word)..start(word) + word.len()).collect()
}

/// The words that say who it is: the first ones, up to a ring, a tie or a word that is no name.
struct Naming {
    new: Option<Range<usize>>,
    role: Option<Range<usize>>,
    name: Vec<Range<usize>>,
    taken: usize,
}

impl Naming {
    fn of(line: &str, tokens: &[Range<usize>], words: &[Word<'_>], context: EntryContext<'_>) -> Self {
        let mut naming = Self { new: None, role: None, name: Vec::new(), taken: 0 };
        for (place, span) in tokens.iter().enumerate() {
            let word = &line[span.clone()];
            let small = word.chars().next().is_some_and(char::is_lowercase);
            let first = naming.role.is_none() && naming.name.is_empty();
            if is_ring(word) || word.starts_with('@') {
                break;
            } else if place == 0 && tokens.len() > 1 && NEW.iter().any(|new| fold(new) == fold(word)) {
                naming.new = Some(span.clone());
            } else if naming.role.is_none() && (small || first) && role(word).is_some() {
                naming.role = Some(span.clone());
            } else if !first && small && is_attribute(word, words, context.tongue) {
                break;
            } else {
                naming.name.push(span.clone());
            }
            naming.taken = place + 1;
        }
        naming
    }

    /// Who that is, and the parts it makes.
    fn settle(&self, line: &str, context: EntryContext<'_>) -> (Option<Somebody>, Vec<EntryPart>) {
        let mut parts = Vec::new();
        if let Some(span) = &self.new {
            parts.push(EntryPart { span: span.clone(), meaning: EntryMeaning::New });
        }
        let names: Vec<&str> = self.name.iter().map(|span| &line[span.clone()]).collect();
        let typed_role = self.role.as_ref().map(|span| &line[span.clone()]);
        let who = Who { role: typed_role, row: typed_role.and_then(role), name: clean_line(&names.join(" ")) };
        if who.name.is_empty() && typed_role.is_none() {
            return (None, parts);
        }
        let role_part = |span: &Range<usize>, role: &str| EntryPart {
            span: span.clone(),
            meaning: EntryMeaning::Role(role.to_lowercase()),
        };
        // Where there is only a role, what it means of people stands in its place.
        let named = match (self.name.first(), self.name.last(), &self.role) {
            (Some(first), Some(last), _) => first.start..last.end,
            (_, _, Some(role)) => role.clone(),
            _ => return (None, parts),
        };
        if let (Some(span), Some(role), false) = (&self.role, typed_role, self.name.is_empty()) {
            parts.push(role_part(span, role));
        }
        let found = if self.new.is_some() { Found::New } else { context.known.find(&who, context.map) };
        let (somebody, meaning) = match found {
            Found::One(known) => (Some(Somebody::known(&known, &who)), EntryMeaning::Person(known)),
            Found::New => {
                let somebody = Somebody::new(&who, context);
                let name = EntryMeaning::Name(somebody.person.name.clone());
                (Some(somebody), name)
            }
            Found::Several(known) => {
                let names = known.into_iter().map(|known| known.name).collect();
                (None, EntryMeaning::Fault(EntryFault::AmbiguousPerson(names)))
            }
            Found::OnMap(name) => (None, EntryMeaning::Fault(EntryFault::OnMap(name))),
            Found::Ego => (None, EntryMeaning::Fault(EntryFault::Ego)),
        };
        parts.push(EntryPart { span: named, meaning });
        (somebody, parts)
    }
}

/// Who a line is of: all but where in the circle, and a sector that follows from what is known.
struct Somebody {
    person: NetworkPerson,
    sector: Option<String>,
}

impl Somebody {
    fn known(known: &super::known::Known, who: &Who<'_>) -> Self {
        let mut person = NetworkPerson::new(known.key, known.name.as_str(), "", 0);
        person.member = known.member.map(|(id, _)| id);
        person.role = who.role.map(str::to_lowercase).or_else(|| known.role.clone());
        person.sphere = known.sphere;
        let sector = known.sector.clone().or_else(|| who.row.map(|row| row.sector.to_owned()));
        Self { person, sector }
    }

    fn new(who: &Who<'_>, context: EntryContext<'_>) -> Self {
        let name = if who.name.is_empty() { who.role.unwrap_or_default() } else { &who.name };
        let mut person = NetworkPerson::new(context.known.next_key(context.map), capitalised(name), "", 0);
        person.role = who.role.map(str::to_lowercase);
        Self { person, sector: who.row.map(|row| row.sector.to_owned()) }
    }
}

/// A name written in small letters only, with capitals; another as it is.
fn capitalised(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn is_ring(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_attribute(word: &str, words: &[Word<'_>], tongue: Tongue) -> bool {
    let found = meant(words, word, tongue);
    let whole = found.iter().any(|known| fold(known.word) == fold(word));
    whole || found.len() == 1 && word.chars().count() >= SHORTEST_BEFORE_RING
}

/// What a word after the name means.
fn attribute(word: &str, words: &[Word<'_>], context: EntryContext<'_>) -> EntryMeaning {
    if is_ring(word) {
        let ring = word.parse().ok().filter(|number| context.scheme.ring(*number).is_some());
        return ring
            .map_or_else(|| EntryMeaning::Fault(EntryFault::NoSuchRing(rings(context.scheme))), EntryMeaning::Ring);
    }
    if let Some(name) = word.strip_prefix('@') {
        return somebody_on(context.map, name);
    }
    match meant(words, word, context.tongue).as_slice() {
        [] => EntryMeaning::Fault(EntryFault::Unknown),
        [one] => EntryMeaning::Attribute(one.attribute.clone()),
        several => EntryMeaning::Fault(EntryFault::Ambiguous(several.iter().map(|one| one.word.to_owned()).collect())),
    }
}

/// Somebody on the map by their whole name, or its beginning where no other name begins so.
fn somebody_on(map: &NetworkMap, name: &str) -> EntryMeaning {
    let name = one_word(name);
    let called = |test: &dyn Fn(&str) -> bool| -> Vec<&NetworkPerson> {
        map.people.iter().filter(|person| !name.is_empty() && test(&one_word(&person.name))).collect()
    };
    let exact = called(&|known| known == name);
    let found = if exact.is_empty() { called(&|known| known.starts_with(&name)) } else { exact };
    let names = |people: &[&NetworkPerson]| people.iter().map(|person| format!("@{}", person.name)).collect();
    match found.as_slice() {
        [] => EntryMeaning::Fault(EntryFault::NobodyCalled(names(&map.people.iter().collect::<Vec<_>>()))),
        [person] => EntryMeaning::Knows(person.key),
        several => EntryMeaning::Fault(EntryFault::AmbiguousPerson(names(several))),
    }
}

fn rings(scheme: &Scheme) -> Vec<String> {
    scheme.rings.iter().map(|ring| ring.number.to_string()).collect()
}

fn refuse_repeated(parts: &mut [EntryPart]) {
    let mut seen = Vec::new();
    for part in parts {
        let Some(slot) = part.meaning.slot() else { continue };
        if seen.contains(&slot) {
            part.meaning = EntryMeaning::Fault(EntryFault::Repeated(slot));
        }
        seen.push(slot);
    }
}

/// The person that the parts make, with what follows from who it is, or what is missing.
fn complete(line: &str, found: Option<Somebody>, parts: Vec<EntryPart>, context: EntryContext<'_>) -> EntryLine {
    let mut read = EntryLine { parts, person: None, knows: Vec::new() };
    let end = line.len()..line.len();
    let rest = follows_or_lacks(&read, found.as_ref(), context);
    read.parts.extend(rest.into_iter().map(|meaning| EntryPart { span: end.clone(), meaning }));
    if let (None, Some(somebody)) = (read.fault(), found) {
        let mut person = somebody.person;
        for part in &read.parts {
            match &part.meaning {
                EntryMeaning::Ring(ring) => person.ring = *ring,
                EntryMeaning::Attribute(attribute) => put(&mut person, attribute.clone()),
                EntryMeaning::Knows(key) => read.knows.push(*key),
                _ => {}
            }
        }
        person.kinds.sort();
        person.kinds.dedup();
        read.person = Some(person);
    }
    read
}

fn put(person: &mut NetworkPerson, attribute: Attribute) {
    match attribute {
        Attribute::Sector(key) => person.sector = key,
        Attribute::Relation(relation) => person.relation = Some(relation),
        Attribute::Direction(direction) => person.direction = Some(direction),
        Attribute::Kind(kind) => person.kinds.push(kind),
        Attribute::Often(often) => person.often = Some(often),
        Attribute::Sphere(sphere) => person.sphere = Some(sphere),
    }
}

/// A sector that follows from who it is; and what is missing, once all that is there is understood.
fn follows_or_lacks(read: &EntryLine, found: Option<&Somebody>, context: EntryContext<'_>) -> Vec<EntryMeaning> {
    let has = |slot| read.parts.iter().any(|part| part.meaning.slot() == Some(slot));
    let understood = read.fault().is_none();
    let known = found.and_then(|somebody| somebody.sector.as_ref()).filter(|key| context.scheme.sector(key).is_some());
    let mut rest = Vec::new();
    match (found, known) {
        (None, _) if understood => rest.push(EntryMeaning::Fault(EntryFault::MissingWho)),
        (Some(_), Some(key)) if !has(EntrySlot::Sector) => {
            rest.push(EntryMeaning::Attribute(Attribute::Sector(key.clone())));
        }
        (Some(_), None) if understood && !has(EntrySlot::Sector) => {
            rest.push(EntryMeaning::Fault(EntryFault::MissingSector(sectors(context))));
        }
        _ => {}
    }
    if understood && !has(EntrySlot::Ring) {
        rest.push(EntryMeaning::Fault(EntryFault::MissingRing(rings(context.scheme))));
    }
    rest
}

fn sectors(context: EntryContext<'_>) -> Vec<String> {
    let swedish = context.tongue == Tongue::Swedish;
    let name = |sector: &super::super::Sector| if swedish { &sector.name_sv } else { &sector.name_en }.clone();
    context.scheme.sectors.iter().map(name).collect()
}
