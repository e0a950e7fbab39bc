//! Who a family is: parents, children, sometimes a grandparent, and the family home.

use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;

use super::assets::{NameSet, assets};
use super::dice::Dice;
use super::identity::{Cast, TestId, phone};
use super::placements::{self, Past};
use super::programme::Programme;
use crate::domain::codes::{Answer, FamilyStatus, Lives, MemberRole, Protection};
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::person::{Member, age};
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
pub struct Person {
    /// The record.
    pub member: Member,
    /// Which pronoun.
    pub sex: Sex,
}

/// A family's people and the placements of its children.
pub struct Household {
    /// The people.
    pub people: Vec<Person>,
    /// The placements, by place in `people`.
    pub placements: Vec<Placement>,
}

/// Who lives where among the grown-ups.
#[derive(Clone, Copy)]
enum Shape {
    Both,
    MotherFatherElsewhere,
    Mother,
    FatherMotherElsewhere,
    MotherAndStepFather,
    Grandmother,
}

const SHAPE: [(u32, Shape); 6] = [
    (36, Shape::Both),
    (34, Shape::MotherFatherElsewhere),
    (12, Shape::Mother),
    (9, Shape::FatherMotherElsewhere),
    (6, Shape::MotherAndStepFather),
    (3, Shape::Grandmother),
];

const PLACED: [(u32, usize); 4] = [(8, 0), (78, 1), (12, 2), (2, 3)];
const AT_HOME: [(u32, usize); 4] = [(9, 0), (52, 1), (29, 2), (10, 3)];
const CHILD_AGE: [(u32, (i64, i64)); 5] = [(18, (3, 5)), (28, (6, 9)), (26, (10, 12)), (25, (13, 16)), (3, (17, 17))];

/// Youngest age at which somebody becomes a parent here, and the span above it.
const PARENT_YEARS: (i64, i64) = (18, 40);

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
    for (place, _) in placed.iter().enumerate().map(|(place, child)| (first_child + place, child)) {
        let person = &mut scene.people[place];
        let past = Past { person: MemberId(place as i64), member: &person.member, family: &programme.family, today };
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
    scene.protect(&mut placements);
    Household { people: scene.people, placements }
}

/// A birth date that makes somebody so old on a day.
pub fn born(years: u32, today: NaiveDate, dice: &mut Dice) -> NaiveDate {
    let birthday = today.checked_sub_months(Months::new(12 * years)).unwrap_or(today);
    birthday.checked_sub_days(Days::new(dice.between(2, 360).unsigned_abs())).unwrap_or(birthday)
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
    people: Vec<Person>,
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
        let mut children = |count: usize, lives: Lives| -> Vec<Child> {
            (0..count)
                .map(|_| match number.take() {
                    Some(id) => Child { born: id.born, sex: id.sex, id: Some(id), lives },
                    None => {
                        let years = (middle + self.dice.between(-6, 5)).clamp(3, 17);
                        let born = born(u32::try_from(years).unwrap_or(3), self.today, self.dice);
                        Child { born, sex: sex(self.dice), id: None, lives }
                    }
                })
                .collect()
        };
        (children(placed, Lives::Placed), children(home, Lives::AtHome))
    }

    fn grown_ups(&mut self, eldest: Option<NaiveDate>) {
        use Lives::{AtHome, Elsewhere, OwnHousehold};
        use MemberRole::{Father, Grandparent, Mother, StepParent};
        let eldest = eldest.map_or(8, |born| i64::from(age(born, self.today)));
        let grown: &[(MemberRole, Sex, Lives)] = match self.dice.weighted(&SHAPE) {
            Shape::Both => &[(Mother, Sex::Woman, AtHome), (Father, Sex::Man, AtHome)],
            Shape::MotherFatherElsewhere => &[(Mother, Sex::Woman, AtHome), (Father, Sex::Man, Elsewhere)],
            Shape::Mother => &[(Mother, Sex::Woman, AtHome)],
            Shape::FatherMotherElsewhere => &[(Father, Sex::Man, AtHome), (Mother, Sex::Woman, Elsewhere)],
            Shape::MotherAndStepFather => {
                &[(Mother, Sex::Woman, AtHome), (StepParent, Sex::Man, AtHome), (Father, Sex::Man, Elsewhere)]
            }
            Shape::Grandmother => &[(Grandparent, Sex::Woman, AtHome), (Mother, Sex::Woman, Elsewhere)],
        };
        for &(role, sex, lives) in grown {
            self.grown_up(role, sex, lives, eldest);
        }
        if self.dice.chance(7) && !self.people.iter().any(|person| person.member.role == Grandparent) {
            let sex = sex(self.dice);
            self.grown_up(Grandparent, sex, OwnHousehold, eldest);
        }
    }

    fn grown_up(&mut self, role: MemberRole, sex: Sex, lives: Lives, eldest: i64) {
        let (low, high, offered) = match role {
            MemberRole::Grandparent => (eldest + 40, eldest + 58, self.cast.old),
            _ => (eldest + PARENT_YEARS.0, (eldest + PARENT_YEARS.1).min(62), self.cast.grown),
        };
        let years = self.dice.between(low, low.max(high - 8));
        let suits = |id: &TestId| {
            id.sex == sex
                && (low..=high).contains(&i64::from(age(id.born, self.today)))
                && self.people.iter().all(|other| other.member.personal_id.as_deref() != Some(id.digits))
        };
        let id = offered.filter(suits);
        let born = id.map_or_else(|| born(u32::try_from(years).unwrap_or(40), self.today, self.dice), |id| id.born);
        // Parents sometimes come from different places, and do not always share a name.
        let away = role != MemberRole::Mother && role != MemberRole::Grandparent && self.dice.chance(14);
        let names: &'static NameSet = if away { self.other_names() } else { self.cast.names };
        let own_name = away || lives == Lives::Elsewhere && self.dice.chance(45);
        let family_name = own_name.then(|| self.dice.word(&names.family).to_owned());
        let language = names.language.clone().filter(|_| self.dice.chance(78));
        let interpreter = language.as_ref().map(|_| if self.dice.chance(48) { Answer::Yes } else { Answer::No });
        let guardian = match role {
            MemberRole::Mother => Some(if self.dice.chance(95) { Answer::Yes } else { Answer::No }),
            MemberRole::Father => Some(if self.dice.chance(74) { Answer::Yes } else { Answer::No }),
            MemberRole::Grandparent if lives == Lives::AtHome => Some(Answer::Yes),
            _ => Some(Answer::No),
        };
        let given_name = self.unused(if sex == Sex::Woman { &names.women } else { &names.men });
        let phone = self.dice.chance(72).then(|| phone(self.dice));
        self.people.push(Person {
            member: Member {
                family: FamilyId(0),
                reference: String::new(),
                given_name,
                role,
                family_name,
                personal_id: id.map(|id| id.digits.to_owned()),
                birth_on: (id.is_some() || self.dice.chance(90)).then_some(born),
                lives: Some(lives),
                guardian,
                protection: Protection::None,
                phone,
                language,
                interpreter,
            },
            sex,
        });
    }

    fn child(&mut self, child: &Child) {
        let names = self.cast.names;
        // Children often bear names of the country they were born in.
        let names = if self.dice.chance(25) { &assets().names.swedish } else { names };
        let given_name = self.unused(if child.sex == Sex::Woman { &names.girls } else { &names.boys });
        let teenager = age(child.born, self.today) >= 13;
        let phone = (teenager && self.dice.chance(40)).then(|| phone(self.dice));
        self.people.push(Person {
            member: Member {
                family: FamilyId(0),
                reference: String::new(),
                given_name,
                role: MemberRole::Child,
                family_name: None,
                personal_id: child.id.map(|id| id.digits.to_owned()),
                birth_on: Some(child.born),
                lives: Some(child.lives),
                guardian: None,
                protection: Protection::None,
                phone,
                language: None,
                interpreter: None,
            },
            sex: child.sex,
        });
    }

    fn host(&mut self, family_name: &str) {
        let sex = sex(self.dice);
        let names = &assets().names.swedish;
        let given_name = self.unused(if sex == Sex::Woman { &names.women } else { &names.men });
        let years = u32::try_from(self.dice.between(36, 60)).unwrap_or(45);
        let born = born(years, self.today, self.dice);
        self.people.push(Person {
            member: Member {
                family: FamilyId(0),
                reference: String::new(),
                given_name,
                role: MemberRole::FamilyHomeParent,
                family_name: Some(family_name.to_owned()),
                personal_id: None,
                birth_on: self.dice.chance(25).then_some(born),
                lives: Some(Lives::OwnHousehold),
                guardian: None,
                protection: Protection::None,
                phone: Some(phone(self.dice)),
                language: None,
                interpreter: None,
            },
            sex,
        });
    }

    /// Protects a few families: the children and whoever lives with them, and where a placed child is.
    fn protect(&mut self, placements: &mut [Placement]) {
        let sheltered = placements.iter().any(|placement| placement.hidden_location == Some(Answer::Yes));
        if !self.dice.chance(if sheltered { 70 } else { 2 }) {
            return;
        }
        let protection = self.dice.weighted(&[
            (70, Protection::ConfidentialityFlag),
            (27, Protection::ProtectedRegistration),
            (3, Protection::AssumedIdentity),
        ]);
        for Person { member, .. } in &mut self.people {
            let with_children = member.role == MemberRole::Mother && member.lives == Some(Lives::AtHome);
            if member.role == MemberRole::Child || with_children {
                member.protection = protection;
            }
        }
    }

    fn other_names(&mut self) -> &'static NameSet {
        self.dice.pick(&assets().names.other).map_or(&assets().names.swedish, |other| &other.set)
    }

    /// A given name that nobody in the family has yet; the last try stands.
    fn unused(&mut self, names: &[String]) -> String {
        let mut name = self.dice.word(names);
        for _ in 0..12 {
            if self.people.iter().all(|person| person.member.given_name != name) {
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
