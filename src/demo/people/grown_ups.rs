//! The grown-ups of a family: who lives where, what they speak, and those of the family home.

use chrono::NaiveDate;

use super::{Draw, Invented, Sex, bare, born, sex};
use crate::demo::assets::{NameSet, assets};
use crate::demo::identity::{TestId, phone};
use crate::domain::codes::{Answer, Lives, MemberRole};
use crate::domain::identity::Identity;
use crate::domain::person::{Person, age};

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

/// How old parents are at least and at most when their eldest is born.
const PARENT_YEARS: (i64, i64) = (18, 40);

impl Draw<'_> {
    /// Draws parents, step-parents and grandparents; the eldest child's birth sets their age.
    pub fn grown_ups(&mut self, eldest: Option<NaiveDate>) {
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
        let family_name = own_name.then(|| self.dice.word(&names.family)).filter(|name| *name != self.cast.name);
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
        self.people.push(Invented {
            member: Person {
                given_name: given_name.into(),
                family_name: family_name.map(Into::into),
                personal_id: id.map(|id| id.digits.to_owned()),
                id_system: id.map(|id| Identity::system_of(id.digits)),
                birth_on: (id.is_some() || self.dice.chance(90)).then_some(born),
                lives: Some(lives),
                guardian,
                phone: phone.map(Into::into),
                language,
                interpreter,
                ..bare(role)
            },
            sex,
        });
    }

    /// Draws a grown-up of the home a child is placed in.
    pub fn host(&mut self, family_name: &str) {
        let sex = sex(self.dice);
        let names = &assets().names.swedish;
        let given_name = self.unused(if sex == Sex::Woman { &names.women } else { &names.men });
        let years = u32::try_from(self.dice.between(36, 60)).unwrap_or(45);
        let born = born(years, self.today, self.dice);
        self.people.push(Invented {
            member: Person {
                given_name: given_name.into(),
                family_name: Some(family_name.into()),
                birth_on: self.dice.chance(25).then_some(born),
                lives: Some(Lives::OwnHousehold),
                phone: Some(phone(self.dice).into()),
                ..bare(MemberRole::FamilyHomeParent)
            },
            sex,
        });
    }

    fn other_names(&mut self) -> &'static NameSet {
        self.dice.pick(&assets().names.other).map_or(&assets().names.swedish, |other| &other.set)
    }
}
