//! A family as a tree of two homes: one person is one node, whichever homes they belong to.
//!
//! What is written is drawn as it is written. Two things are added, and marked as what they are:
//!
//! - A child of whom no parent is written has the family's mothers and fathers for *presumed* parents.
//! - A child of whom only siblings are written has a parent *nobody knows*, the same for siblings of each other.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Relation;
use crate::domain::codes::{MemberRole, RelationKind};
use crate::domain::ids::PersonId;

/// On which side of the tree somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stands {
    /// In the birth home, or somewhere else that is no placement.
    Birth,
    /// Placed, or in the home where children are placed.
    Placed,
}

/// Somebody of the family, as far as the tree needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Someone {
    /// Who.
    pub id: PersonId,
    /// What the person is in the family.
    pub role: MemberRole,
    /// On which side.
    pub stands: Stands,
    /// Birth date: siblings stand in its order.
    pub born: Option<NaiveDate>,
}

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A person of the family.
    Person(PersonId),
    /// A parent nobody knows, by number.
    Unknown(usize),
}

/// What joins people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KnotKind {
    /// Partners.
    Partners,
    /// Parents and their children.
    Parents,
    /// The same, as nobody has written it.
    Presumed,
    /// Who cares for placed children, and they.
    Carers,
    /// Siblings of whom not both have parents that are known.
    Siblings,
}

/// Somebody who is something to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Head {
    /// Who.
    pub key: Key,
    /// Whether that has ended.
    pub ended: bool,
}

/// People who are joined by one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knot {
    /// By what.
    pub kind: KnotKind,
    /// Parents or carers; the two partners, the two siblings.
    pub heads: Vec<Head>,
    /// Their children; partners and siblings have none of their own.
    pub children: Vec<Key>,
}

impl Knot {
    /// Everybody it joins.
    pub fn members(&self) -> impl Iterator<Item = Key> {
        self.heads.iter().map(|head| head.key).chain(self.children.iter().copied())
    }

    /// Whether it joins somebody.
    pub fn joins(&self, key: Key) -> bool {
        self.members().any(|member| member == key)
    }

    /// Whether nothing of it goes on.
    pub fn is_ended(&self) -> bool {
        self.heads.iter().all(|head| head.ended)
    }

    /// Whether it joins generations.
    pub fn has_children(&self) -> bool {
        !self.children.is_empty()
    }
}

/// Somebody on the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Who.
    pub key: Key,
    /// On which side.
    pub stands: Stands,
    /// How far down, from the eldest.
    pub generation: usize,
    /// Whether the person is there for the children who are placed.
    pub is_carer: bool,
}

/// A family's tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    /// Everybody once, in the order given; then the parents nobody knows.
    pub nodes: Vec<Node>,
    /// What joins them.
    pub knots: Vec<Knot>,
}

/// More generations than any family has; whoever is written as their own forefather goes no further.
const MOST_GENERATIONS: i32 = 12;

impl Tree {
    /// The tree of people and what is written of them; what is written of others is left out.
    pub fn of(people: &[Someone], kin: &[Relation]) -> Self {
        let is_here = |id: PersonId| people.iter().any(|person| person.id == id);
        let kin: Vec<&Relation> =
            kin.iter().filter(|kin| is_here(kin.person) && is_here(kin.other) && kin.person != kin.other).collect();
        let mut knots = families(people, &kin, RelationKind::ParentOf, KnotKind::Parents);
        let orphans = |person: &&Someone| !has_parent(&kin, person.id);
        let siblings = of(&kin, RelationKind::SiblingOf);
        let unknown = unknown_parents(&people.iter().filter(orphans).map(|one| one.id).collect::<Vec<_>>(), &siblings);
        for (number, children) in unknown.iter().enumerate() {
            let heads = vec![Head { key: Key::Unknown(number), ended: false }];
            let children = in_order(children.iter().copied(), people);
            knots.push(Knot { kind: KnotKind::Parents, heads, children });
        }
        knots.extend(presumed(people, &kin, &siblings));
        knots.extend(families(people, &kin, RelationKind::CaresFor, KnotKind::Carers));
        for pair in of(&kin, RelationKind::PartnerOf) {
            knots.push(pair_of(pair, KnotKind::Partners));
        }
        for pair in siblings {
            let (one, other) = (Key::Person(pair.person), Key::Person(pair.other));
            // Whom one line to their parents joins already needs no line of their own.
            let joined = |knot: &Knot| {
                knot.kind == KnotKind::Parents && [one, other].iter().all(|key| knot.children.contains(key))
            };
            if !knots.iter().any(joined) {
                knots.push(pair_of(pair, KnotKind::Siblings));
            }
        }
        let nodes = nodes(people, &knots, unknown.len());
        Self { nodes, knots }
    }

    /// The parents nobody knows.
    pub fn unknown(&self) -> impl Iterator<Item = Key> {
        self.nodes.iter().map(|node| node.key).filter(|key| matches!(key, Key::Unknown(_)))
    }

    /// The lines that somebody heads.
    pub fn headed_by(&self, key: Key) -> impl Iterator<Item = (usize, &Knot)> {
        let heads = move |knot: &Knot| knot.has_children() && knot.heads.iter().any(|head| head.key == key);
        self.knots.iter().enumerate().filter(move |(_, knot)| heads(knot))
    }

    /// The others in the pairs of a kind that somebody is one of.
    pub fn paired(&self, key: Key, kind: KnotKind) -> impl Iterator<Item = Key> {
        let pairs = self.knots.iter().filter(move |knot| knot.kind == kind && knot.joins(key));
        pairs.flat_map(|knot| knot.members()).filter(move |other| *other != key)
    }
}

fn of<'k>(kin: &[&'k Relation], relation: RelationKind) -> Vec<&'k Relation> {
    kin.iter().copied().filter(|kin| kin.relation == relation).collect()
}

fn has_parent(kin: &[&Relation], child: PersonId) -> bool {
    kin.iter().any(|kin| kin.relation == RelationKind::ParentOf && kin.other == child)
}

fn pair_of(kin: &Relation, kind: KnotKind) -> Knot {
    let head = |id| Head { key: Key::Person(id), ended: kin.is_ended() };
    Knot { kind, heads: vec![head(kin.person), head(kin.other)], children: Vec::new() }
}

/// The eldest first; whose birth nobody knows last, in the order of the family.
fn in_order(children: impl Iterator<Item = PersonId>, people: &[Someone]) -> Vec<Key> {
    let mut children: Vec<(bool, Option<NaiveDate>, usize, PersonId)> = children
        .filter_map(|id| people.iter().position(|person| person.id == id).map(|place| (place, people[place])))
        .map(|(place, person)| (person.born.is_none(), person.born, place, person.id))
        .collect();
    children.sort_unstable();
    children.into_iter().map(|(.., id)| Key::Person(id)).collect()
}

/// Children by those who are the same to them: full siblings share a knot, half siblings do not.
fn families(people: &[Someone], kin: &[&Relation], relation: RelationKind, kind: KnotKind) -> Vec<Knot> {
    let mut groups: Vec<(Vec<Head>, Vec<PersonId>)> = Vec::new();
    for child in people {
        let mut heads: Vec<Head> = of(kin, relation)
            .into_iter()
            .filter(|kin| kin.other == child.id)
            .map(|kin| Head { key: Key::Person(kin.person), ended: kin.is_ended() })
            .collect();
        heads.sort_unstable();
        heads.dedup_by_key(|head| head.key);
        if heads.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(known, _)| *known == heads) {
            Some((_, children)) => children.push(child.id),
            None => groups.push((heads, vec![child.id])),
        }
    }
    let knot = |(heads, children): (Vec<Head>, Vec<PersonId>)| Knot {
        kind,
        heads,
        children: in_order(children.into_iter(), people),
    };
    groups.into_iter().map(knot).collect()
}

/// Those without a known parent who have a sibling, by whom they are siblings of among themselves.
fn unknown_parents(orphans: &[PersonId], siblings: &[&Relation]) -> Vec<Vec<PersonId>> {
    let mut groups: Vec<Vec<PersonId>> = Vec::new();
    for orphan in orphans {
        let is_sibling = |kin: &&&Relation| kin.person == *orphan || kin.other == *orphan;
        let others: Vec<PersonId> =
            siblings.iter().filter(is_sibling).flat_map(|kin| [kin.person, kin.other]).collect();
        if others.is_empty() {
            continue;
        }
        let (own, rest): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|one| others.contains(one)));
        groups = rest;
        let mut group: Vec<PersonId> = own.into_iter().flatten().collect();
        group.push(*orphan);
        groups.push(group);
    }
    groups
}

/// The family's mothers and fathers, for its children of whom nothing is written.
fn presumed(people: &[Someone], kin: &[&Relation], siblings: &[&Relation]) -> Option<Knot> {
    let parents = people.iter().filter(|person| matches!(person.role, MemberRole::Mother | MemberRole::Father));
    let heads: Vec<Head> = parents.map(|person| Head { key: Key::Person(person.id), ended: false }).collect();
    let told = |id| has_parent(kin, id) || siblings.iter().any(|kin| kin.person == id || kin.other == id);
    let children = people.iter().filter(|person| person.role == MemberRole::Child && !told(person.id));
    let children = in_order(children.map(|child| child.id), people);
    (!heads.is_empty() && !children.is_empty()).then_some(Knot { kind: KnotKind::Presumed, heads, children })
}

fn nodes(people: &[Someone], knots: &[Knot], unknown: usize) -> Vec<Node> {
    let generations = generations(people, knots, unknown);
    let used: BTreeSet<i32> = generations.values().copied().collect();
    let place = |key: &Key| {
        let own = generations.get(key);
        used.iter().position(|used| Some(used) == own).unwrap_or_default()
    };
    let carers = carers(people, knots);
    let person = |person: &Someone| {
        let key = Key::Person(person.id);
        Node { key, stands: person.stands, generation: place(&key), is_carer: carers.contains(&key) }
    };
    let nobody = |number| {
        let key = Key::Unknown(number);
        Node { key, stands: Stands::Birth, generation: place(&key), is_carer: false }
    };
    people.iter().map(person).chain((0..unknown).map(nobody)).collect()
}

/// Those on the side of the placed who are there for them, and their partners.
fn carers(people: &[Someone], knots: &[Knot]) -> BTreeSet<Key> {
    let cares = |key: Key| {
        knots.iter().any(|knot| knot.kind == KnotKind::Carers && knot.heads.iter().any(|head| head.key == key))
    };
    let placed = |person: &&Someone| person.stands == Stands::Placed;
    let mut found: BTreeSet<Key> = people
        .iter()
        .filter(placed)
        .filter(|person| person.role == MemberRole::FamilyHomeParent || cares(Key::Person(person.id)))
        .map(|person| Key::Person(person.id))
        .collect();
    let is_child = |key: Key| knots.iter().any(|knot| knot.children.contains(&key));
    let partners: Vec<Key> = people
        .iter()
        .filter(placed)
        .filter(|person| person.role != MemberRole::Child && !is_child(Key::Person(person.id)))
        .map(|person| Key::Person(person.id))
        .filter(|key| {
            knots.iter().any(|knot| {
                knot.kind == KnotKind::Partners
                    && knot.joins(*key)
                    && knot.members().any(|other| found.contains(&other))
            })
        })
        .collect();
    found.extend(partners);
    found
}

/// How far down everybody is: where their role says, and below their parents, and beside their partners and siblings.
fn generations(people: &[Someone], knots: &[Knot], unknown: usize) -> BTreeMap<Key, i32> {
    let by_role = |role| match role {
        MemberRole::Grandparent => 0,
        MemberRole::Child => 2,
        _ => 1,
    };
    let mut down: BTreeMap<Key, i32> =
        people.iter().map(|person| (Key::Person(person.id), by_role(person.role))).collect();
    for _ in 0..=people.len() {
        let before = down.clone();
        for knot in knots.iter().filter(|knot| knot.kind != KnotKind::Carers) {
            let of = |down: &BTreeMap<Key, i32>, key: &Key| down.get(key).copied();
            let heads = knot.heads.iter().filter_map(|head| of(&down, &head.key)).max();
            let peers: Vec<Key> = if knot.has_children() { knot.children.clone() } else { knot.members().collect() };
            let lowest = peers.iter().filter_map(|key| of(&down, key)).max();
            let floor = if knot.has_children() { heads.map(|heads| heads + 1).max(lowest) } else { lowest };
            let floor = floor.unwrap_or(0).min(MOST_GENERATIONS);
            for key in peers {
                down.entry(key).and_modify(|own| *own = floor.max(*own));
            }
        }
        if before == down {
            break;
        }
    }
    for number in 0..unknown {
        let key = Key::Unknown(number);
        let own = knots.iter().filter(|knot| knot.heads.iter().any(|head| head.key == key));
        let above = own.flat_map(|knot| &knot.children).filter_map(|child| down.get(child)).min();
        let above = above.copied().unwrap_or(2) - 1;
        down.insert(key, above);
    }
    down
}
