//! Who a family is: parents, children, sometimes a grandparent, and the family home.

mod grown_ups;

use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;

use super::assets::assets;
use super::dice::Dice;
use super::identity::{Cast, TestId, phone};
use super::placements::{self, Past};
use super::programme::Programme;
use super::scene::member;
use crate::domain::codes::{Answer, FamilyStatus, Lives, MemberRole, Protection};
use crate::domain::identity::Identity;
use crate::domain::ids::FamilyId;
use crate::domain::person::{Person, age};
use crate::domain::placement::Placement;

/// The sex that a name and a pronoun go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Hon.
    Woman,
    /// Han.
    Man,
}

/// A person, and what a note needs to know beyond the record.
pub struct Invented {
    /// The record.
    pub member: Person,
    /// Which pronoun.
    pub sex: Sex,
}

/// A family's people and the placements of its children.
pub struct Household {
    /// The people.
    pub people: Vec<Invented>,
    /// The placements, by place in `people`.
    pub placements: Vec<Placement>,
}

const PLACED: [(u32, usize); 4] = [(8, 0), (78, 1), (12, 2), (2, 3)];
const AT_HOME: [(u32, usize); 4] = [(9, 0), (52, 1), (29, 2), (10, 3)];
const CHILD_AGE: [(u32, (i64, i64)); 5] = [(18, (3, 5)), (28, (6, 9)), (26, (10, 12)), (25, (13, 16)), (3, (17, 17))];

/// Draws a family's people and its children's placements.
pub fn draw(cast: &Cast, programme: &Programme, today: NaiveDate, dice: &mut Dice) -> Household {
    let mut scene = Draw { cast, today, dice, people: Vec::new() };
    let (placed, home) = scene.children();
    scene.grown_ups(placed.iter().chain(&home).map(|child| child.born).min());
    let first_child = scene.people.len();
    for child in placed.iter().chain(&home) {
        scene.child(child);
    }
    let mut placements = Vec::new();
    let mut hosts: Vec<&'static str> = Vec::new();
    // Nobody writes about a family after it has left.
    let known_until = programme.family.closed_on.unwrap_or(today);
    for (place, person) in scene.people.iter_mut().enumerate().skip(first_child).take(placed.len()) {
        let past =
            Past { person: member(place), member: &person.member, family: &programme.family, today: known_until };
        let history = placements::draw(&past, scene.dice);
        person.member.lives = Some(history.lives);
        placements.extend(history.placements);
        hosts.extend(history.host);
    }
    if programme.family.status != FamilyStatus::Enquiry {
        for host in hosts {
            if scene.dice.chance(40) {
                scene.host(host);
            }
        }
    }
    scene.protect(&placements);
    Household { people: scene.people, placements }
}

/// A birth date that makes somebody so old on a day.
pub fn born(years: u32, today: NaiveDate, dice: &mut Dice) -> NaiveDate {
    let birthday = today.checked_sub_months(Months::new(12 * years)).unwrap_or(today);
    birthday.checked_sub_days(Days::new(dice.between(2, 360).unsigned_abs())).unwrap_or(birthday)
}

/// A record in which only the role is filled in.
pub fn bare(role: MemberRole) -> Person {
    Person::new(FamilyId(0), "", "", role)
}

struct Child {
    born: NaiveDate,
    sex: Sex,
    id: Option<TestId>,
    lives: Lives,
}

struct Draw<'a> {
    cast: &'a Cast,
    today: NaiveDate,
    dice: &'a mut Dice,
    people: Vec<Invented>,
}

impl Draw<'_> {
    fn children(&mut self) -> (Vec<Child>, Vec<Child>) {
        let (low, high) = self.dice.weighted(&CHILD_AGE);
        let eldest = self.dice.between(low, high);
        let mut number = self.cast.young.filter(|id| (3..=17).contains(&age(id.born, self.today)));
        let middle = number.map_or(eldest, |id| i64::from(age(id.born, self.today)));
        let (placed, mut home) = (self.dice.weighted(&PLACED), self.dice.weighted(&AT_HOME));
        if placed + home == 0 {
            home = 1;
        }
        let mut births: Vec<NaiveDate> = Vec::new();
        let mut children = |count: usize, lives: Lives| -> Vec<Child> {
            let mut found = Vec::new();
            for _ in 0..count {
                let child = match number.take() {
                    Some(id) => Child { born: id.born, sex: id.sex, id: Some(id), lives },
                    None => Child { born: self.sibling(middle, &births), sex: sex(self.dice), id: None, lives },
                };
                births.push(child.born);
                found.push(child);
            }
            found
        };
        (children(placed, Lives::Placed), children(home, Lives::AtHome))
    }

    /// A birth date a year or so from every other child's; the last try stands.
    fn sibling(&mut self, middle: i64, others: &[NaiveDate]) -> NaiveDate {
        let mut draw = || {
            let years = (middle + self.dice.between(-7, 6)).clamp(3, 17);
            born(u32::try_from(years).unwrap_or(3), self.today, self.dice)
        };
        let mut birth = draw();
        for _ in 0..40 {
            if others.iter().all(|other| (*other - birth).num_days().abs() > 330) {
                break;
            }
            birth = draw();
        }
        birth
    }

    fn child(&mut self, child: &Child) {
        let names = self.cast.names;
        // Children often bear names of the country they were born in.
        let names = if self.dice.chance(25) { &assets().names.swedish } else { names };
        let given_name = self.unused(if child.sex == Sex::Woman { &names.girls } else { &names.boys });
        let teenager = age(child.born, self.today) >= 13;
        let phone = (teenager && self.dice.chance(40)).then(|| phone(self.dice));
        self.people.push(Invented {
            member: Person {
                given_name: given_name.into(),
                personal_id: child.id.map(|id| id.digits.to_owned()),
                id_system: child.id.map(|id| Identity::system_of(id.digits)),
                birth_on: Some(child.born),
                lives: Some(child.lives),
                phone: phone.map(Into::into),
                ..bare(MemberRole::Child)
            },
            sex: child.sex,
        });
    }

    /// Protects a few families: the children and whoever lives with them, and where a placed child is.
    fn protect(&mut self, placements: &[Placement]) {
        let sheltered = placements.iter().any(|placement| placement.hidden_location == Some(Answer::Yes));
        if !self.dice.chance(if sheltered { 70 } else { 2 }) {
            return;
        }
        let protection = self.dice.weighted(&[
            (70, Protection::ConfidentialityFlag),
            (27, Protection::ProtectedRegistration),
            (3, Protection::AssumedIdentity),
        ]);
        for Invented { member, .. } in &mut self.people {
            let with_children = member.role == MemberRole::Mother && member.lives == Some(Lives::AtHome);
            if member.role == MemberRole::Child || with_children {
                member.protection = protection;
            }
        }
    }

    /// A given name that nobody in the family has yet; the last try stands.
    fn unused(&mut self, names: &[String]) -> String {
        let mut name = self.dice.word(names);
        for _ in 0..12 {
            if self.people.iter().all(|person| person.member.given_name.bare() != name) {
                break;
            }
            name = self.dice.word(names);
        }
        name.to_owned()
    }
}

fn sex(dice: &mut Dice) -> Sex {
    dice.weighted(&[(50, Sex::Woman), (50, Sex::Man)])
}
