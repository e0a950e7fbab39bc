//! The families that open every demo, as they stand in `assets/demo/first-families.toml`; days there are counted back
//! from today.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::assets::assets;
use super::dice::Dice;
use super::people::{self, Household, Invented, Sex};
use super::programme::{Programme, Rhythm, planned_end};
use super::relation::FirstKin;
use super::visits::FirstVisits;
use crate::domain::codes::{Answer, EndReason, FamilyStatus, LegalBasis, LegalForm, Lives, MemberRole, PlacementKind};
use crate::domain::family::Family;
use crate::domain::ids::PersonId;
use crate::domain::person::Person;
use crate::domain::placement::Placement;

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstFamilies {
    family: Vec<FirstFamily>,
    /// Names of the families after them.
    pub then: Vec<NextName>,
}

/// A name with the language whose given names go with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextName {
    pub name: String,
    pub names: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstFamily {
    name: String,
    district: String,
    started: u64,
    months: u32,
    phase: String,
    legal_form: LegalForm,
    child_support: Vec<String>,
    parent_support: Vec<String>,
    #[serde(default)]
    other_support: Vec<String>,
    rhythm: Rhythm,
    people: Vec<FirstPerson>,
    #[serde(default)]
    kin: Vec<FirstKin>,
    placements: Vec<FirstPlacement>,
    #[serde(default)]
    contact: FirstVisits,
}

impl FirstFamilies {
    /// What is written of kin in the family with an index, if it is one of them.
    pub fn kin(&self, index: u32) -> Option<&[FirstKin]> {
        self.family.get(index as usize).map(|known| known.kin.as_slice())
    }

    /// The visits of the family with an index, if it is one of them.
    pub fn visits(&self, index: u32) -> Option<&FirstVisits> {
        self.family.get(index as usize).map(|known| &known.contact)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstPerson {
    given_name: String,
    family_name: Option<String>,
    sex: Option<Sex>,
    role: MemberRole,
    age: u32,
    lives: Lives,
    guardian: Option<Answer>,
    phone: Option<String>,
    language: Option<String>,
    interpreter: Option<Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstPlacement {
    person: i64,
    kind: PlacementKind,
    started: u64,
    ended: Option<u64>,
    end: Option<EndReason>,
    basis: LegalBasis,
    district: String,
    home: String,
    /// Days from the placement to the first day in a new school.
    school_after: Option<u64>,
    /// Whether a new school has not yet begun.
    school: Option<School>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum School {
    Waiting,
}

/// How many there are.
pub fn count() -> usize {
    assets().first.family.len()
}

/// The family with an index, if it is one of them.
pub fn family(index: u32, today: NaiveDate, dice: &mut Dice) -> Option<(Programme, Household)> {
    let known = assets().first.family.get(index as usize)?;
    let ago = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let started_on = ago(known.started);
    let family = Family {
        team: None,
        case_ref: format!("A-{}", index + 1),
        name: known.name.clone(),
        status: FamilyStatus::Active,
        started_on,
        district: Some(known.district.clone()),
        planned_end_on: planned_end(started_on, known.months),
        closed_on: None,
        phase: Some(known.phase.clone()),
        legal_form: Some(known.legal_form),
        child_support: known.child_support.clone(),
        parent_support: known.parent_support.clone(),
        other_support: known.other_support.clone(),
    };
    let people = known.people.iter().map(|person| person.person(today, dice)).collect();
    let placements = known.placements.iter().map(|placement| placement.placement(ago)).collect();
    Some((Programme { family, rhythm: known.rhythm }, Household { people, placements }))
}

impl FirstPerson {
    fn person(&self, today: NaiveDate, dice: &mut Dice) -> Invented {
        let sex = self.sex.unwrap_or(match self.role {
            MemberRole::Father | MemberRole::StepParent => Sex::Man,
            _ => Sex::Woman,
        });
        let member = Person {
            given_name: self.given_name.as_str().into(),
            family_name: self.family_name.as_deref().map(Into::into),
            birth_on: Some(people::born(self.age, today, dice)),
            lives: Some(self.lives),
            guardian: self.guardian,
            phone: self.phone.as_deref().map(Into::into),
            language: self.language.clone(),
            interpreter: self.interpreter,
            ..people::bare(self.role)
        };
        Invented { member, sex }
    }
}

impl FirstPlacement {
    fn placement(&self, ago: impl Fn(u64) -> NaiveDate) -> Placement {
        let school_change = match (&self.school, self.school_after) {
            (None, None) => Answer::No,
            _ => Answer::Yes,
        };
        Placement {
            person: PersonId(self.person),
            kind: self.kind,
            started_on: ago(self.started),
            legal_basis: Some(self.basis),
            district: Some(self.district.as_str().into()),
            home: Some(self.home.as_str().into()),
            ended_on: self.ended.map(&ago),
            end_reason: self.end,
            hidden_location: None,
            school_change: Some(school_change),
            school_started_on: self.school_after.map(|days| ago(self.started.saturating_sub(days))),
            placed_with: Vec::new(),
        }
    }
}
