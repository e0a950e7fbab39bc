//! Who may be around a child or a parent: the family's own people, relatives, the home, friends, school, leisure, and
//! those who are there because of their work.

use super::circle::{Circle, Kin};
use super::part::Part;
use super::words::Relative;
use crate::demo::assets::assets;
use crate::demo::people::{Invented, Sex};
use crate::demo::scene::{is_family, is_parent};
use crate::domain::codes::{Lives, MemberRole};

impl Circle<'_> {
    /// Everybody around a child.
    pub fn around_child(&mut self) {
        let sides: Vec<MemberRole> = self.household.people.iter().map(|person| person.member.role).collect();
        for (place, person) in self.household.people.iter().enumerate() {
            let role = match person.member.role {
                MemberRole::Child if place != self.ego => self.sibling(person),
                MemberRole::Mother => "mamma",
                MemberRole::Father => "pappa",
                MemberRole::StepParent if person.sex == Sex::Woman => "bonusmamma",
                MemberRole::StepParent => "bonuspappa",
                MemberRole::Grandparent if is_parent(person) && person.sex == Sex::Woman => "mormor",
                MemberRole::Grandparent if is_parent(person) => "morfar",
                MemberRole::FamilyHomeParent if person.sex == Sex::Woman => "familjehemsmamma",
                MemberRole::FamilyHomeParent => "familjehemspappa",
                _ => continue,
            };
            // Somebody who is far away is not always put on the map.
            let away = person.member.lives == Some(Lives::Elsewhere);
            if away && self.dice.chance(14) {
                continue;
            }
            let (bond, name) = match person.member.role {
                MemberRole::Child => (Part::Sibling, person.member.given_name.bare().to_owned()),
                MemberRole::FamilyHomeParent => (Part::Host, person.member.given_name.bare().to_owned()),
                MemberRole::StepParent => (Part::Parent, person.member.given_name.bare().to_owned()),
                _ => (Part::Parent, capital(role)),
            };
            self.put_member(place, name, Some(role), bond);
        }
        self.host();
        for row in &assets().maps.relatives {
            let member = self.grandparent(row);
            if member.is_some() || sides.contains(&row.side) && self.dice.chance(row.often) {
                self.kin(row, member);
            }
        }
        for _ in 0..self.dice.weighted(&[(20, 1), (46, 2), (34, 3)]) {
            self.friend();
        }
        for _ in 0..self.dice.weighted(&[(66, 1), (34, 2)]) {
            self.school();
        }
        if self.dice.chance(58) {
            self.leisure();
        }
        self.professionals(&self.family.child_support, &assets().maps.professionals);
    }

    /// Everybody around a parent.
    pub fn around_parent(&mut self) {
        let own = self.ego;
        let Some(ego) = self.person(own) else { return };
        let home = |person: &Invented| person.member.lives == Some(Lives::AtHome);
        for (place, person) in self.household.people.iter().enumerate().filter(|(place, _)| *place != own) {
            let name = person.member.given_name.bare().to_owned();
            let woman = person.sex == Sex::Woman;
            match person.member.role {
                MemberRole::Child => {
                    self.put_member(place, name, Some(if woman { "dotter" } else { "son" }), Part::Child);
                }
                MemberRole::Mother | MemberRole::Father | MemberRole::StepParent => {
                    let together = home(person) && home(ego);
                    if together || self.dice.chance(50) {
                        self.put_member(place, name, together.then_some("sambo"), Part::Partner);
                    }
                }
                _ => {}
            }
        }
        for kin in self.known.kin.clone() {
            if kin.row.side == ego.member.role {
                let name = match kin.row.to_parent.as_str() {
                    "mor" => "Mamma".to_owned(),
                    "far" => "Pappa".to_owned(),
                    _ => kin.name,
                };
                self.put(kin.key, kin.place, name, Some(&kin.row.to_parent), Part::Kin);
            }
        }
        for _ in 0..self.dice.weighted(&[(30, 1), (50, 2), (20, 3)]) {
            self.friend();
        }
        if self.dice.chance(52) {
            self.school();
        }
        if self.dice.chance(16) {
            self.leisure();
        }
        self.professionals(&self.family.parent_support, &assets().maps.parents_professionals);
    }

    fn sibling(&self, other: &Invented) -> &'static str {
        let own = self.person(self.ego).and_then(|person| person.member.birth_on);
        let older = own.zip(other.member.birth_on).is_none_or(|(own, other)| other < own);
        match (older, other.sex) {
            (true, Sex::Woman) => "storasyster",
            (true, Sex::Man) => "storebror",
            (false, Sex::Woman) => "lillasyster",
            (false, Sex::Man) => "lillebror",
        }
    }

    /// The grandparent in the family's list whom a row means.
    fn grandparent(&self, row: &Relative) -> Option<usize> {
        let means = |person: &Invented| {
            let is = person.member.role == MemberRole::Grandparent && !is_parent(person);
            let role = if person.sex == Sex::Woman { "mormor" } else { "morfar" };
            is && row.role == role
        };
        self.household.places(means).into_iter().next()
    }

    fn kin(&mut self, row: &'static Relative, place: Option<usize>) {
        let kin = match self.known.kin.iter().find(|kin| kin.row.role == row.role) {
            Some(kin) => kin.clone(),
            None => {
                let key = match place {
                    Some(place) => self.known.member(place),
                    None => self.known.new_key(),
                };
                let name = self.name(false, row.woman);
                let kin = Kin { key, row, name, place };
                self.known.kin.push(kin.clone());
                kin
            }
        };
        let by_role = row.to_parent == "mor" || row.to_parent == "far" || self.dice.chance(40);
        let name = if by_role { capital(&row.role) } else { kin.name };
        self.put(kin.key, place, name, Some(&row.role), Part::Kin);
    }

    /// A grown-up of the home, where nobody of it is in the family's list.
    fn host(&mut self) {
        let Some(placement) = self.household.placement(self.ego, self.on) else { return };
        let kin = placement.home.as_ref().is_some_and(|home| home.bare().starts_with("Hos "));
        if kin || !is_family(placement.kind) || self.drawn.people.iter().any(|(_, bond)| *bond == Part::Host) {
            return;
        }
        let woman = self.dice.chance(66);
        let role = if woman { "familjehemsmamma" } else { "familjehemspappa" };
        let swedish = &assets().names.swedish;
        let name = self.dice.word(if woman { &swedish.women } else { &swedish.men }).to_owned();
        self.somebody(name, Some(role), Part::Host);
    }

    /// A friend.
    pub fn friend(&mut self) {
        let (words, child) = (&assets().maps, self.is_child());
        let woman = self.dice.chance(50);
        let name = self.name(child, woman);
        let role = self.dice.word(if child { &words.friends } else { &words.parents_friends });
        self.somebody(name, Some(role), Part::Friend);
        if let Some((close, _)) = self.drawn.people.last_mut().filter(|(friend, _)| child && friend.ring == 1) {
            close.role = self.dice.pick(&words.close_friends).cloned();
        }
    }

    /// Somebody at school or at work.
    pub fn school(&mut self) {
        let words = &assets().maps;
        let classmate = self.is_child() && self.years() >= 6 && self.dice.chance(30);
        let list = match self.years() {
            _ if classmate => &words.classmates,
            ..6 => &words.school_small,
            6..13 => &words.school,
            13..20 => &words.school_big,
            _ => &words.work,
        };
        let role = self.dice.word(list);
        let woman = role == "fröken" || self.dice.chance(if classmate { 50 } else { 64 });
        let name = self.name(classmate, woman);
        self.somebody(name, Some(role), Part::School);
    }

    /// Somebody of what one does in one's leisure.
    pub fn leisure(&mut self) {
        let words = &assets().maps;
        let mate = self.dice.chance(36);
        let role = self.dice.word(if mate { &words.teammates } else { &words.leisure });
        let young = mate && self.is_child();
        let woman = self.dice.chance(50);
        let name = self.name(young, woman);
        self.somebody(name, Some(role), Part::Leisure);
    }

    fn professionals(&mut self, support: &[String], others: &'static [String]) {
        if self.dice.chance(90) {
            let (key, name) = match self.known.social_worker.clone() {
                Some(known) => known,
                None => {
                    let new = (self.known.new_key(), self.name(false, true));
                    self.known.social_worker = Some(new.clone());
                    new
                }
            };
            self.put(key, None, name, Some("socialsekreterare"), Part::Work);
        }
        if let Some(name) = support.first().filter(|_| self.dice.chance(76)) {
            self.somebody(name.clone(), Some("stödperson"), Part::Work);
        }
        if self.is_child() && self.dice.chance(26) {
            let name = self.name(false, false);
            self.somebody(name, Some("kontaktperson"), Part::Work);
        }
        if self.dice.chance(38) {
            let (name, role) = (self.name(false, true), self.dice.word(others));
            self.somebody(name, Some(role), Part::Work);
        }
    }
}

/// A word with a capital letter first.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
