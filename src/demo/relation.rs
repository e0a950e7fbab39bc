//! Who is whose parent, partner or sibling, and who cares for a placed child: written for most families, as in life.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::assets::assets;
use super::dice::Dice;
use super::people::Household;
use super::scene::member;
use crate::domain::codes::RelationKind::{self, CaresFor, ParentOf, PartnerOf, SiblingOf};
use crate::domain::codes::{Lives, MemberRole};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::person::age;
use crate::domain::relation::Relation;

/// A relation of one of the first families: places in `people`; when it ended, counted back from today.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstKin {
    person: usize,
    is: RelationKind,
    other: usize,
    ended: Option<Ended>,
}

/// When something ended.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Ended {
    /// So many days ago.
    Ago(u64),
    /// Nobody has written when.
    Sometime(bool),
}

/// Out of a hundred families, those of which nothing is written.
const UNWRITTEN: u32 = 12;

/// What is written of a family's people.
pub fn draw(index: u32, household: &Household, today: NaiveDate, dice: &mut Dice) -> Vec<Relation> {
    if let Some(known) = assets().first.kin(index) {
        return known.iter().map(|kin| kin.kin(today)).collect();
    }
    if dice.chance(UNWRITTEN) {
        return Vec::new();
    }
    let mut drawn = Drawn { household, today, dice, kin: Vec::new() };
    drawn.parents();
    drawn.partners();
    drawn.carers();
    drawn.kin
}

fn kin(person: usize, relation: RelationKind, other: usize) -> Relation {
    Relation::new(FamilyId(0), member(person), relation, member(other))
}

impl FirstKin {
    fn kin(&self, today: NaiveDate) -> Relation {
        let kin = kin(self.person, self.is, self.other);
        match self.ended {
            Some(Ended::Ago(days)) => kin.ended(today.checked_sub_days(Days::new(days))),
            Some(Ended::Sometime(true)) => kin.ended(None),
            Some(Ended::Sometime(false)) | None => kin,
        }
    }
}

struct Drawn<'a> {
    household: &'a Household,
    today: NaiveDate,
    dice: &'a mut Dice,
    kin: Vec<Relation>,
}

impl Drawn<'_> {
    fn in_role(&self, role: MemberRole) -> Vec<usize> {
        self.household.places(|person| person.member.role == role)
    }

    /// Whether somebody is old enough to be another's parent, as far as is known.
    fn is_a_generation_older(&self, elder: usize, child: usize) -> bool {
        let born = |place: usize| self.household.people.get(place).and_then(|person| person.member.birth_on);
        born(elder).zip(born(child)).is_none_or(|(elder, child)| age(elder, child) >= 16)
    }

    fn parents(&mut self) {
        let mut children = self.in_role(MemberRole::Child);
        // Now and then a sister or brother is known, and nobody has written whose child that is.
        if children.len() > 1
            && self.dice.chance(9)
            && let Some(last) = children.pop()
        {
            self.kin.push(kin(children[0], SiblingOf, last));
        }
        for mother in self.in_role(MemberRole::Mother) {
            self.kin.extend(children.iter().map(|child| kin(mother, ParentOf, *child)));
            for elder in self.in_role(MemberRole::Grandparent) {
                if self.is_a_generation_older(elder, mother) {
                    self.kin.push(kin(elder, ParentOf, mother));
                }
            }
        }
        for father in self.in_role(MemberRole::Father) {
            for (place, child) in children.iter().enumerate() {
                if place == 0 || self.dice.chance(82) {
                    self.kin.push(kin(father, ParentOf, *child));
                }
            }
        }
    }

    fn partners(&mut self) {
        let mothers = self.in_role(MemberRole::Mother);
        for mother in &mothers {
            for father in self.in_role(MemberRole::Father) {
                let lives = |place: usize| self.household.people.get(place).and_then(|person| person.member.lives);
                let pair = kin(*mother, PartnerOf, father);
                if lives(*mother) == Some(Lives::AtHome) && lives(father) == Some(Lives::AtHome) {
                    self.kin.push(pair);
                } else if self.dice.chance(75) {
                    let days = self.dice.between(150, 2400).unsigned_abs();
                    let day = self.today.checked_sub_days(Days::new(days)).filter(|_| self.dice.chance(60));
                    self.kin.push(pair.ended(day));
                }
            }
            for step in self.in_role(MemberRole::StepParent) {
                self.kin.push(kin(*mother, PartnerOf, step));
            }
        }
    }

    /// Whoever a home is named after cares for those who are placed there, or did.
    fn carers(&mut self) {
        for carer in self.in_role(MemberRole::FamilyHomeParent) {
            let Some(name) = self.household.people.get(carer).and_then(|person| person.member.family_name.clone())
            else {
                continue;
            };
            let mut told: Vec<PersonId> = Vec::new();
            for placement in self.household.placements.iter().rev() {
                let is_here = placement.home.as_ref().is_some_and(|home| home.bare().ends_with(name.bare()));
                if !is_here || told.contains(&placement.person) {
                    continue;
                }
                told.push(placement.person);
                let cares = Relation::new(FamilyId(0), member(carer), CaresFor, placement.person);
                let ended = placement.ended_on.filter(|day| *day <= self.today);
                self.kin.push(if ended.is_some() { cares.ended(ended) } else { cares });
            }
        }
    }
}
