//! A person in a family: child, parent, sibling, family home.

mod entry;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Answer, IdSystem, Lives, MemberRole, Protection};
use crate::domain::discretion::{Grade, PersonName, Phone, Setting};
use crate::domain::ids::FamilyId;

pub use entry::{PERSON, draft as person_draft, read as read_person, tell_oneself};

/// A person as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The family the person belongs to.
    pub family: FamilyId,
    /// The unit's reference, unique among people.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Given name.
    #[serde(serialize_with = "PersonName::store")]
    pub given_name: PersonName,
    /// What the person is in the family.
    pub role: MemberRole,
    /// Family name where it differs from the family's.
    #[serde(serialize_with = "PersonName::store_some")]
    pub family_name: Option<PersonName>,
    /// Identity number in the form of its system (see `domain::identity`); may be missing, and is no proof of birth
    /// date.
    pub personal_id: Option<String>,
    /// The system that the number belongs to.
    pub id_system: Option<IdSystem>,
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
    /// Where the person lives.
    pub lives: Option<Lives>,
    /// Legal guardian or not.
    pub guardian: Option<Answer>,
    /// Protection in the population register.
    pub protection: Protection,
    /// Against whom the person is protected: references of people of the family.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub protected_against: Vec<String>,
    /// Phone number as written.
    #[serde(serialize_with = "Phone::store_some")]
    pub phone: Option<Phone>,
    /// Language, where it is not Swedish.
    pub language: Option<String>,
    /// Whether an interpreter is needed.
    pub interpreter: Option<Answer>,
}

impl Person {
    /// Somebody of whom nothing more is said.
    pub fn new(family: FamilyId, reference: &str, given_name: &str, role: MemberRole) -> Self {
        Self {
            family,
            reference: reference.to_owned(),
            given_name: given_name.into(),
            role,
            family_name: None,
            personal_id: None,
            id_system: None,
            birth_on: None,
            lives: None,
            guardian: None,
            protection: Protection::None,
            protected_against: Vec::new(),
            phone: None,
            language: None,
            interpreter: None,
        }
    }

    /// The birth date as it stands in a setting; of whoever is protected it leaves the house in nothing but the whole
    /// file, and one person's file holds nobody's.
    pub fn born(&self, setting: Setting) -> Option<NaiveDate> {
        let shown = match setting {
            Setting::Whole | Setting::Page | Setting::Team => true,
            Setting::Room | Setting::Calendar | Setting::For(_) => false,
            Setting::File | Setting::Paper => !self.given_name.is_kept(),
        };
        self.birth_on.filter(|_| shown)
    }

    /// The age on a day, where the birth date is known.
    pub fn age(&self, today: NaiveDate) -> Option<i32> {
        self.birth_on.map(|born| age(born, today))
    }

    /// The identity number as it stands in a setting.
    pub fn identity(&self, setting: Setting) -> Option<&str> {
        let shown = match setting {
            Setting::Whole | Setting::Page => true,
            Setting::Team | Setting::File | Setting::Paper => self.given_name.grade() < Grade::Hidden,
            Setting::Room | Setting::Calendar | Setting::For(_) => false,
        };
        self.personal_id.as_deref().filter(|_| shown)
    }

    /// The telephone number as it stands in a setting, where no home of the family hides it besides.
    pub fn phone(&self, setting: Setting) -> Option<String> {
        self.phone.as_ref()?.shown(setting, self.given_name.is_kept())
    }

    /// Whether it is one of the family's children.
    pub fn is_child(&self) -> bool {
        self.role == MemberRole::Child
    }
}

/// Whole years between two days; someone born on 29 February turns a year older on 1 March in common years.
pub fn age(born: NaiveDate, today: NaiveDate) -> i32 {
    let years = today.year() - born.year();
    if (today.month(), today.day()) < (born.month(), born.day()) { years - 1 } else { years }
}

/// Whole months between two days, of which the later is not before the first.
pub fn months_between(from: NaiveDate, today: NaiveDate) -> u32 {
    let months = (today.year() - from.year()) * 12 + today.month().cast_signed() - from.month().cast_signed();
    let whole = if today.day() < from.day() { months - 1 } else { months };
    u32::try_from(whole).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_turn_on_the_day_of_the_month() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        for (name, born, today, months) in [
            ("born today", day(2026, 11, 21), day(2026, 11, 21), 0),
            ("the day before", day(2026, 6, 22), day(2026, 11, 21), 4),
            ("on the day", day(2026, 6, 21), day(2026, 11, 21), 5),
            ("over the new year", day(2025, 12, 31), day(2026, 1, 31), 1),
            ("not born yet", day(2026, 12, 1), day(2026, 11, 21), 0),
        ] {
            assert_eq!(months_between(born, today), months, "{name}");
        }
    }

    #[test]
    fn age_turns_on_the_birthday() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        for (name, born, today, years) in [
            ("day before", day(2016, 5, 10), day(2026, 5, 9), 9),
            ("birthday", day(2016, 5, 10), day(2026, 5, 10), 10),
            ("leap child, 28 February", day(2016, 2, 29), day(2026, 2, 28), 9),
            ("leap child, 1 March", day(2016, 2, 29), day(2026, 3, 1), 10),
            ("new year", day(2015, 12, 31), day(2026, 1, 1), 10),
        ] {
            assert_eq!(age(born, today), years, "{name}");
        }
    }
}
