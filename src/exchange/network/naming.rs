//! The names of people on a map in a file: by name, role or initials, each name once.

use std::collections::{BTreeMap, BTreeSet};

use super::Drawn;
use crate::domain::codes::{Code, MemberRole};
use crate::domain::discretion::Setting;
use crate::domain::network::entry::words::role;
use crate::domain::network::{NetworkMap, NetworkPerson, PersonKey};
use crate::domain::person::Person;
use crate::domain::text::clean_line;
use crate::exchange::protection::Audience;

/// By what people are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Naming {
    Names,
    Roles,
    Initials,
}

impl Naming {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Names, Self::Roles, Self::Initials];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Roles => "roles",
            Self::Initials => "initials",
        }
    }

    /// The way of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|naming| naming.name() == name)
    }
}

/// What people are called by who is no name.
pub trait Words {
    /// A role in the family's list.
    fn member_role(&self, role: MemberRole) -> String;
    /// Somebody of whom no more may be said than the sector; its key.
    fn person_of(&self, sector: &str) -> String;
}

/// The words of data files: the codes themselves.
#[derive(Debug, Clone, Copy)]
pub struct Codes;

impl Words for Codes {
    fn member_role(&self, role: MemberRole) -> String {
        role.code().to_owned()
    }

    fn person_of(&self, sector: &str) -> String {
        sector.to_owned()
    }
}

/// Where the names are going to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On the screen of somebody who may see the family, or in what is read from it.
    House,
    /// In rows that can come back.
    Rows,
    /// On paper, or in another program.
    Outside,
}

impl Place {
    /// For whom that is.
    pub fn audience(self) -> Audience {
        if self == Self::House { Audience::House } else { Audience::File }
    }
}

/// What the people of one map are called; no two the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The person in the middle.
    pub ego: String,
    people: BTreeMap<PersonKey, String>,
}

impl Names {
    /// The names on a map. Numbers that tell roles apart are given over all the maps of the person in the middle, so
    /// that `friends 2` is the same one on each.
    pub fn of(drawn: &Drawn<'_>, map: &NetworkMap, naming: Naming, words: &dyn Words, place: Place) -> Self {
        let caller = Caller { drawn, naming, words, place };
        let ego = drawn.member(map.ego).map(|member| caller.ego(member)).unwrap_or_default();
        let calls = caller.calls(map);
        let over: Vec<(PersonKey, Call)> = match naming {
            Naming::Names => calls.clone(),
            _ => drawn
                .maps
                .iter()
                .filter(|other| other.value.ego == map.ego)
                .flat_map(|m| caller.calls(&m.value))
                .collect(),
        };
        let mut bearers: BTreeMap<&str, BTreeSet<PersonKey>> = BTreeMap::new();
        for (key, call) in over.iter().chain(&calls) {
            bearers.entry(&call.text).or_default().insert(*key);
        }
        let mut people = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for (key, call) in &calls {
            let same = &bearers[call.text.as_str()];
            let rank = same.iter().position(|other| other == key).unwrap_or_default() + 1;
            let mut text = match (&call.role, same.len()) {
                (_, 1) => call.text.clone(),
                (Some(role), _) => format!("{} ({role})", call.text),
                (None, _) if call.numbered || rank > 1 => format!("{} {rank}", call.text),
                (None, _) => call.text.clone(),
            };
            for number in 2.. {
                if taken.insert(text.clone()) {
                    break;
                }
                text = format!("{} {number}", call.text);
            }
            people.insert(*key, text);
        }
        Self { ego, people }
    }

    /// What somebody is called; nothing for somebody who is not on the map.
    pub fn person(&self, key: PersonKey) -> &str {
        self.people.get(&key).map_or("", String::as_str)
    }
}

/// What somebody would be called if they were alone to be called so.
#[derive(Clone)]
struct Call {
    text: String,
    /// What tells namesakes apart before a number does.
    role: Option<String>,
    /// Whether the first of several has a number too: `friends 1`, but `Eva`.
    numbered: bool,
}

struct Caller<'a> {
    drawn: &'a Drawn<'a>,
    naming: Naming,
    words: &'a dyn Words,
    place: Place,
}

impl Caller<'_> {
    fn calls(&self, map: &NetworkMap) -> Vec<(PersonKey, Call)> {
        map.people.iter().map(|person| (person.key, self.call(person))).collect()
    }

    fn call(&self, person: &NetworkPerson) -> Call {
        let member = person.member.and_then(|id| self.drawn.member(id));
        let name = one_name(&person.name);
        let only = |text: String| Call { text, role: None, numbered: true };
        match (kept_back(self.drawn, person), self.naming) {
            (Some(member), Naming::Names) if self.place == Place::Rows => only(member.reference.clone()),
            (Some(member), _) if self.place == Place::House => only(member.given_name.mark()),
            (Some(member), _) => only(self.role_kept(person, member)),
            (None, Naming::Names) => Call { text: name, role: person.role.as_deref().map(one_name), numbered: false },
            (None, Naming::Initials) if role(&name).is_none() => only(initials(&name)),
            (None, Naming::Initials) => only(name),
            (None, Naming::Roles) => only(self.role(person, member)),
        }
    }

    /// The role of somebody who may be known by it, as far as it can be no name; else the list's; else the sector.
    fn role(&self, person: &NetworkPerson, member: Option<&Person>) -> String {
        let told = person.role.as_deref().map(one_name).filter(|told| !told.chars().any(char::is_uppercase));
        let by_name = role(&person.name).map(|_| person.name.to_lowercase());
        told.or(by_name)
            .or_else(|| member.map(|member| self.words.member_role(member.role)))
            .unwrap_or_else(|| self.words.person_of(&person.sector))
    }

    /// The role of somebody who is protected: a word of the table, or the list's.
    fn role_kept(&self, person: &NetworkPerson, member: &Person) -> String {
        let told = person.role.as_deref().filter(|told| role(told).is_some());
        told.map_or_else(|| self.words.member_role(member.role), str::to_lowercase)
    }

    fn ego(&self, member: &Person) -> String {
        let role = || self.words.member_role(member.role);
        match self.naming {
            _ if self.place != Place::House && member.given_name.is_kept() => role(),
            Naming::Names => one_name(&member.given_name.shown(Setting::Team)),
            Naming::Roles => role(),
            Naming::Initials => {
                let family = member.family_name.as_ref().map(|name| name.shown(Setting::Room));
                let family = family.unwrap_or_else(|| initials(&self.drawn.family.name));
                initials(&format!("{} {family}", member.given_name.shown(Setting::Room)))
            }
        }
    }
}

/// Who somebody is in the family's list, if their name may not stand there. Who is not said to be in the list but goes
/// by a protected person's name is taken for them.
pub(super) fn kept_back<'a>(drawn: &Drawn<'a>, person: &NetworkPerson) -> Option<&'a Person> {
    let by_name = |member: &&Person| person.member.is_none() && member.given_name.is_written(&person.name);
    let protected = |member: &&Person| member.given_name.is_kept();
    match person.member {
        Some(id) => drawn.member(id).filter(protected),
        None => drawn.people.iter().map(|person| &person.value).filter(protected).find(by_name),
    }
}

/// A name on one line and without what divides lists.
pub(super) fn one_name(name: &str) -> String {
    clean_line(name).replace(';', ",")
}

/// The first letter of every word: `Anna-Karin Berg` is `A-K.B.`.
fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().find(|letter| letter.is_alphanumeric()).map(|c| c.to_uppercase().to_string());
    let word = |word: &str| word.split('-').filter_map(first).collect::<Vec<_>>().join("-");
    name.split_whitespace().map(word).filter(|word| !word.is_empty()).map(|word| format!("{word}.")).collect()
}
