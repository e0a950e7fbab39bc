//! Who an entry line may mean: the family's own members and everybody on the family's maps.
//!
//! Whoever is recognised keeps the key they have, and so is the same person on the next map.

use std::collections::BTreeSet;

use super::super::map::NetworkMap;
use super::super::person::{NetworkPerson, PersonKey};
use super::words::{RoleRow, role};
use crate::domain::codes::{MemberRole, Sphere};
use crate::domain::directory::{MemberName, one_word};
use crate::domain::ids::PersonId;
use crate::domain::text::identity_of;

/// Somebody who may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Their key on every map of the family.
    pub key: PersonKey,
    /// What they are called: in the latest map, else in the family's list.
    pub name: String,
    /// Who they are in the family's list, with their role there.
    pub member: Option<(PersonId, MemberRole)>,
    /// What they are to the person in the middle, by the latest map of that person.
    pub role: Option<String>,
    /// Key of their sector on that map.
    pub sector: Option<String>,
    /// Private or professional where that map says otherwise than the sector.
    pub sphere: Option<Sphere>,
}

/// Everybody who may be meant, and the key that somebody new is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPeople {
    people: Vec<Known>,
    ego: PersonId,
    ego_is_child: bool,
    next: PersonKey,
}

impl KnownPeople {
    /// Those whom a line for a map of `ego` may mean: first those of the ego's maps, the latest first, then those of
    /// other maps, then the members who are on none. `maps` are the family's, whoever is in the middle; from
    /// those of others only names and keys are taken, for an aunt of the child is a sister of the mother.
    ///
    /// Only maps that whoever types may see are handed in, for their people are offered. `elsewhere` is the highest key
    /// on the family's other maps, so that nobody new is given one that is taken.
    pub fn of(ego: PersonId, members: &[MemberName], maps: &[&NetworkMap], elsewhere: Option<PersonKey>) -> Self {
        let mut latest: Vec<&NetworkMap> = maps.to_vec();
        latest.sort_by_key(|map| (map.ego != ego, std::cmp::Reverse(map.drawn_on)));
        let role_of = |member: PersonId| members.iter().find(|known| known.id == member).map(|known| known.role);
        let mut people: Vec<Known> = Vec::new();
        let mut seen = BTreeSet::new();
        for map in &latest {
            for person in map.people.iter().filter(|person| seen.insert(person.key)) {
                let own = map.ego == ego;
                people.push(Known {
                    key: person.key,
                    name: person.name.clone(),
                    member: person.member.map(|id| (id, role_of(id).unwrap_or(MemberRole::Other))),
                    role: person.role.clone().filter(|_| own),
                    sector: own.then(|| person.sector.clone()),
                    sphere: person.sphere.filter(|_| own),
                });
            }
        }
        let mut next = PersonKey::next(seen.into_iter().chain(elsewhere));
        for member in members {
            if people.iter().all(|known| known.member.map(|(id, _)| id) != Some(member.id)) {
                people.push(Known {
                    key: next,
                    name: member.given_name.bare().to_owned(),
                    member: Some((member.id, member.role)),
                    role: None,
                    sector: None,
                    sphere: None,
                });
                next = PersonKey::next([next]);
            }
        }
        let ego_is_child = role_of(ego) == Some(MemberRole::Child);
        Self { people, ego, ego_is_child, next }
    }

    /// With the keys that members of the family bear on whichever of its maps: a member has one key on all of them,
    /// also where another map does not say who it is, or may not be seen.
    pub fn with_keys(mut self, borne: &[(PersonKey, PersonId)]) -> Self {
        for &(key, member) in borne {
            let is_member = |known: &Known| known.member.map(|(id, _)| id) == Some(member);
            let Some(place) = self.people.iter().position(is_member) else { continue };
            match self.people.iter().position(|known| known.key == key) {
                None => self.people[place].key = key,
                Some(same) if same == place => {}
                Some(same) if self.people[same].member.is_none() => {
                    self.people[same].member = self.people[place].member;
                    self.people.remove(place);
                }
                Some(_) => {}
            }
        }
        self
    }

    /// Those who are not on a map yet and may be put on it.
    pub fn offered(&self, map: &NetworkMap) -> impl Iterator<Item = &Known> {
        let on: BTreeSet<PersonKey> = map.people.iter().map(|person| person.key).collect();
        self.people.iter().filter(move |known| !self.is_ego(known) && !on.contains(&known.key))
    }

    /// The key of somebody new on a map.
    pub fn next_key(&self, map: &NetworkMap) -> PersonKey {
        PersonKey::next(map.people.iter().map(|person| person.key)).max(self.next)
    }

    /// Whom a whole name in a file means, with the role that the file tells, if any: letter for letter, for a file
    /// means what it says. A name that is only a role means whoever has it, as in a line; with a role told it is never
    /// the person in the middle, who has none.
    pub fn recognise(&self, name: &str, told: Option<&str>) -> Recognised<'_> {
        let who = |typed| Who { role: typed, row: typed.and_then(role), name: name.to_owned() };
        let whole = identity_of(name);
        let of_name = who(told);
        let may = |known: &&Known| told.is_none() || !self.is_ego(known);
        let is_called = |known: &&Known| identity_of(&known.name) == whole && self.fits(known, &of_name);
        let called = self.people.iter().filter(is_called);
        let called = called.filter(may);
        let mut found: Vec<&Known> = called.collect();
        if found.is_empty() && role(name).is_some() && told.is_none_or(|told| role(told) == role(name)) {
            let of_role = who(Some(name));
            let having =
                |known: &&Known| !self.is_ego(known) && self.fits(known, &of_role) && self.is_by_role(known, &of_role);
            found = self.people.iter().filter(having).collect();
        }
        match found.as_slice() {
            [] => Recognised::Nobody,
            [known] if self.is_ego(known) => Recognised::Ego,
            [known] => Recognised::One(known),
            _ => Recognised::Several(found),
        }
    }

    /// Somebody of the family's list.
    pub fn member(&self, member: PersonId) -> Option<&Known> {
        self.people.iter().find(|known| known.member.map(|(id, _)| id) == Some(member))
    }

    fn is_ego(&self, known: &Known) -> bool {
        known.member.is_some_and(|(id, _)| id == self.ego)
    }

    /// Whom a name means, a role, or both.
    pub(super) fn find(&self, who: &Who<'_>, map: &NetworkMap) -> Found {
        let on: BTreeSet<PersonKey> = map.people.iter().map(|person| person.key).collect();
        let called = one_word(if who.name.is_empty() { who.role.unwrap_or_default() } else { &who.name });
        let there = |person: &&NetworkPerson| one_word(&person.name) == called && who.agrees(person.role.as_deref());
        if let Some(person) = map.people.iter().find(there) {
            return Found::OnMap(person.name.clone());
        }
        let fitting = || self.people.iter().filter(|known| self.fits(known, who));
        let found: Vec<&Known> = if who.name.is_empty() {
            fitting().filter(|known| !self.is_ego(known) && self.is_by_role(known, who)).collect()
        } else {
            let exact: Vec<&Known> = fitting().filter(|known| one_word(&known.name) == called).collect();
            // A beginning is written in small letters; a name with its capital is whole.
            let begun = exact.is_empty() && !who.name.chars().any(char::is_uppercase);
            let begins = |known: &&Known| one_word(&known.name).starts_with(&called) && !on.contains(&known.key);
            if begun { fitting().filter(begins).collect() } else { exact }
        };
        let (there, free): (Vec<&Known>, Vec<&Known>) = found.into_iter().partition(|known| on.contains(&known.key));
        match (there.first(), free.as_slice()) {
            (None, []) => Found::New,
            (Some(known), []) => Found::OnMap(known.name.clone()),
            (_, [known]) if self.is_ego(known) => Found::Ego,
            (_, [known]) => Found::One((*known).clone()),
            (_, several) => Found::Several(several.iter().map(|known| (*known).clone()).collect()),
        }
    }

    /// The role in the family's list that a role means: it is the child's mother, not the mother's.
    fn in_list(&self, who: &Who<'_>) -> Option<MemberRole> {
        who.row.and_then(|row| row.member).filter(|_| self.ego_is_child)
    }

    fn is_by_role(&self, known: &Known, who: &Who<'_>) -> bool {
        let typed = who.role.map(one_word);
        let told = [known.role.as_deref(), Some(known.name.as_str())];
        let by_word = told.into_iter().flatten().any(|told| Some(one_word(told)) == typed);
        let in_list = self.in_list(who);
        by_word || in_list.is_some() && known.member.map(|(_, role)| role) == in_list
    }

    /// Whether what is told of both is the same.
    fn fits(&self, known: &Known, who: &Who<'_>) -> bool {
        let by_list = match (who.row, known.member) {
            (Some(_), Some((_, role))) if self.ego_is_child => match self.in_list(who) {
                Some(typed) => typed == role,
                None => !NEAREST.contains(&role),
            },
            _ => true,
        };
        by_list && who.agrees(known.role.as_deref())
    }
}

/// Whom a name in a file means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised<'a> {
    /// Nobody who is known.
    Nobody,
    /// The person in the middle.
    Ego,
    /// This one.
    One(&'a Known),
    /// Any of these.
    Several(Vec<&'a Known>),
}

/// Those in a child's family who have a word of their own, so that another word means somebody else.
const NEAREST: &[MemberRole] =
    &[MemberRole::Mother, MemberRole::Father, MemberRole::StepParent, MemberRole::FamilyHomeParent];

/// Who a line names.
#[derive(Debug, Default)]
pub(super) struct Who<'a> {
    /// The role as typed.
    pub role: Option<&'a str>,
    /// Its row in the table.
    pub row: Option<&'static RoleRow>,
    /// The name as typed; empty where there is only a role.
    pub name: String,
}

impl Who<'_> {
    /// Whether somebody known by a role may be meant: by the same word, or another for the same.
    fn agrees(&self, known: Option<&str>) -> bool {
        let (Some(typed), Some(known)) = (self.role, known) else { return true };
        one_word(known) == one_word(typed) || self.row.is_some() && role(known) == self.row
    }
}

/// Whom a line means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// This one, who is not on the map yet.
    One(Known),
    /// Several it could be.
    Several(Vec<Known>),
    /// Nobody who is known: somebody new.
    New,
    /// Somebody who is on the map already.
    OnMap(String),
    /// The person in the middle.
    Ego,
}
