//! How the people of a family stand: their marks, who is protected, whose home nobody may know.

use std::sync::Arc;

use chrono::NaiveDate;

use super::guarded::Hush;
use super::name::Bearer;
use super::{Grade, PersonName, PlaceName, initial, tells_of};
use crate::domain::codes::{Answer, Lives, MemberRole, PlacementKind, Protection};
use crate::domain::ids::PersonId;
use crate::domain::person::Person;
use crate::domain::text::fold;

/// What decides how somebody stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// Who.
    pub id: PersonId,
    /// The unit's reference.
    pub reference: String,
    /// Given name.
    pub given_name: PersonName,
    /// What the person is in the family.
    pub role: MemberRole,
    /// Where the person lives.
    pub lives: Option<Lives>,
    /// Protection in the population register.
    pub protection: Protection,
    /// Against whom the person is protected, by reference.
    pub against: Vec<String>,
    /// Where the person has been placed.
    pub stays: Vec<Stay>,
    /// Who cares for the person where they are placed, as far as it is written.
    pub carers: Vec<PersonId>,
}

impl Stand {
    /// Somebody of whom nothing is known but what the person's own record says.
    pub fn of(id: PersonId, person: &Person) -> Self {
        Self {
            id,
            reference: person.reference.clone(),
            given_name: person.given_name.clone(),
            role: person.role,
            lives: person.lives,
            protection: person.protection,
            against: person.protected_against.clone(),
            stays: Vec::new(),
            carers: Vec::new(),
        }
    }
}

/// A placement, as far as it decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// The form of the placement.
    pub kind: PlacementKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// The home.
    pub home: Option<PlaceName>,
    /// Whether the whereabouts are hidden.
    pub hidden_location: Option<Answer>,
    /// Parents who are placed with the child; empty where nobody has said.
    pub with: Vec<PersonId>,
}

impl Stay {
    /// Whether the home is kept back, whoever lives there.
    pub fn is_kept(&self) -> bool {
        self.hidden_location == Some(Answer::Yes) || self.kind == PlacementKind::Shelter
    }

    fn lasts(&self, today: NaiveDate) -> bool {
        self.until.is_none_or(|until| today <= until)
    }
}

/// The people of a family, each as they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Household {
    people: Vec<Stand>,
    bearers: Vec<Arc<Bearer>>,
    /// Against whom somebody is protected who stands at the same place; what they inherit counts.
    against: Vec<Vec<PersonId>>,
}

impl Household {
    /// The people of a family, in the order they were entered, as they stand on a day.
    pub fn of(people: Vec<Stand>, today: NaiveDate) -> Self {
        let own: Vec<Grade> = people.iter().map(own_grade).collect();
        let mut grades = own.clone();
        let ids = |one: &Stand| -> Vec<PersonId> {
            people.iter().filter(|other| one.against.contains(&other.reference)).map(|other| other.id).collect()
        };
        let mut against: Vec<Vec<PersonId>> = people.iter().map(ids).collect();
        for (at, child) in people.iter().enumerate().filter(|(_, one)| one.role == MemberRole::Child) {
            for (other, protected) in people.iter().enumerate() {
                if at == other || own[other] == Grade::Open || !lives_with(child, protected, today) {
                    continue;
                }
                grades[at] = grades[at].max(own[other]);
                let more = ids(protected);
                against[at].extend(more);
            }
        }
        let bearers =
            marks(&people).into_iter().zip(&people).zip(grades).map(|((mark, one), grade)| {
                Arc::new(Bearer { id: one.id, reference: one.reference.clone(), mark, grade })
            });
        let bearers = bearers.collect();
        Self { people, bearers, against }
    }

    fn at(&self, person: PersonId) -> Option<usize> {
        self.people.iter().position(|one| one.id == person)
    }

    /// A name as its bearer stands.
    pub fn name(&self, person: PersonId, name: &PersonName) -> PersonName {
        match self.at(person).and_then(|at| self.bearers.get(at)) {
            Some(bearer) => name.borne_by(bearer),
            None => name.clone(),
        }
    }

    /// Somebody's given name.
    pub fn given_name(&self, person: PersonId) -> PersonName {
        let found = self.at(person).and_then(|at| Some((self.people.get(at)?, self.bearers.get(at)?)));
        found.map(|(one, bearer)| one.given_name.borne_by(bearer)).unwrap_or_default()
    }

    /// How far somebody is kept from others; whoever is not known, as far as can be.
    pub fn grade(&self, person: PersonId) -> Grade {
        self.at(person).and_then(|at| self.bearers.get(at)).map_or(Grade::Hidden, |bearer| bearer.grade)
    }

    /// Whether somebody is protected against another, by themselves or through whoever they live with.
    pub fn is_against(&self, person: PersonId, other: PersonId) -> bool {
        self.at(person).and_then(|at| self.against.get(at)).is_some_and(|against| against.contains(&other))
    }

    /// Whether somebody in the family lives where nobody may know, or whoever does is protected.
    pub fn hides_a_home(&self, today: NaiveDate) -> bool {
        self.people.iter().zip(&self.bearers).any(|(one, bearer)| {
            let now = |stay: &&Stay| stay.from <= today && stay.lasts(today);
            one.stays.iter().filter(now).any(|stay| stay.is_kept() || bearer.grade > Grade::Open)
        })
    }

    /// Whether somebody's whereabouts are kept back on any day from one to another.
    pub fn is_kept(&self, person: PersonId, first: NaiveDate, last: NaiveDate) -> bool {
        let meets = |stay: &&Stay| stay.from <= last && stay.until.is_none_or(|until| first <= until);
        self.grade(person) > Grade::Open
            || self.at(person).is_some_and(|at| self.people[at].stays.iter().filter(meets).any(Stay::is_kept))
    }

    /// The place where some people meet, with the days on which it is kept back.
    pub fn place(&self, place: &PlaceName, who: impl IntoIterator<Item = PersonId>) -> PlaceName {
        let who: Vec<PersonId> = who.into_iter().collect();
        let mut hushed = Vec::new();
        if who.iter().any(|person| self.grade(*person) > Grade::Open) {
            hushed.push(Hush { on_screens: true, from: NaiveDate::MIN, until: None });
        }
        for (one, bearer) in self.people.iter().zip(&self.bearers) {
            let takes_part = who.contains(&one.id);
            for stay in one.stays.iter().filter(|stay| stay.is_kept() || bearer.grade > Grade::Open) {
                let tells = stay.home.as_ref().is_some_and(|home| tells_of(place.bare(), home.bare()));
                // Of a home that nobody has written, nobody can say that the place does not tell.
                let may_tell = stay.home.is_none();
                if tells {
                    // What tells of a home tells of it before and after, too.
                    hushed.push(Hush { on_screens: true, from: NaiveDate::MIN, until: None });
                } else if takes_part {
                    hushed.push(Hush { on_screens: may_tell, from: stay.from, until: stay.until });
                }
            }
        }
        place.hushed(hushed)
    }
}

fn own_grade(one: &Stand) -> Grade {
    match one.protection {
        Protection::ProtectedRegistration | Protection::AssumedIdentity => Grade::Hidden,
        Protection::ConfidentialityFlag => Grade::Marked,
        Protection::None if !one.against.is_empty() => Grade::Marked,
        Protection::None => Grade::Open,
    }
}

/// Whether a child lives with somebody, as far as anybody knows.
fn lives_with(child: &Stand, other: &Stand, today: NaiveDate) -> bool {
    let at_home = |one: &Stand| one.lives == Some(Lives::AtHome);
    if at_home(child) && at_home(other) {
        return true;
    }
    let is_parent =
        matches!(other.role, MemberRole::Mother | MemberRole::Father | MemberRole::StepParent | MemberRole::Guardian);
    child.stays.iter().filter(|stay| stay.lasts(today)).any(|stay| {
        let same_home = |theirs: &Stay| match (&stay.home, &theirs.home) {
            (Some(own), Some(theirs)) => fold(own.bare()) == fold(theirs.bare()),
            // Two who came to a home without a name on the same day came together.
            (None, None) => stay.kind == theirs.kind && stay.from == theirs.from,
            _ => false,
        };
        let together = matches!(stay.kind, PlacementKind::JointPlacement | PlacementKind::Shelter);
        let elsewhere = matches!(other.lives, Some(Lives::AtHome | Lives::OwnHousehold | Lives::Elsewhere));
        let joined =
            if stay.with.is_empty() { together && is_parent && !elsewhere } else { stay.with.contains(&other.id) };
        let cared_for =
            other.role == MemberRole::FamilyHomeParent && (child.carers.is_empty() || child.carers.contains(&other.id));
        joined || cared_for || other.stays.iter().filter(|theirs| theirs.lasts(today)).any(same_home)
    })
}

/// The marks of people, no two the same.
fn marks(people: &[Stand]) -> Vec<String> {
    let initials: Vec<String> = people.iter().map(|one| initial(one.given_name.bare())).collect();
    let mark = |at: usize| {
        let same = |other: &usize| initials[*other] == initials[at];
        if (0..people.len()).filter(same).count() < 2 {
            return initials[at].clone();
        }
        let number = (0..=at).filter(same).count();
        format!("{}{number}", initials[at].trim_end_matches('.'))
    };
    (0..people.len()).map(mark).collect()
}
