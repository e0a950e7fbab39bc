//! An open family's page: who lives where, and the item on it that keys act on.

use chrono::NaiveDate;

use super::Landmark;
use crate::app::list::Move;
use crate::domain::care::Care;
use crate::domain::codes::{Lives, MemberRole};
use crate::domain::directory::FamilyName;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::status::StatusSpan;
use crate::store::{FamilyPage, PersonOnPage, Store};

/// A family that is open.
#[derive(Debug)]
pub struct OpenFamily {
    /// What is on its page.
    pub page: FamilyPage,
    /// The items in the order in which they are shown.
    pub items: Vec<Item>,
    /// Which of them is chosen.
    pub marker: usize,
}

/// Something on the page that can be edited; the numbers are places on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// The family itself.
    Family,
    /// A person.
    Person(usize),
    /// A person's placement.
    Placement(usize, usize),
    /// A span of a child's care.
    Care(usize, usize),
    /// A status of the family.
    Status(usize),
}

/// Where on the page a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In the parents' home.
    Own,
    /// In placement.
    Placed,
    /// Somewhere else.
    Elsewhere,
    /// Nobody has said.
    Unknown,
}

/// The homes in the order in which the page shows them.
pub const HOMES: [Home; 4] = [Home::Own, Home::Elsewhere, Home::Unknown, Home::Placed];

/// Whether the programme's two conditions hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eligibility {
    /// Children in placement.
    pub placed: usize,
    /// Siblings living at home.
    pub at_home: usize,
}

impl OpenFamily {
    pub(in crate::app) fn read(store: &Store, family: FamilyId, today: NaiveDate) -> Result<Self, Problem> {
        let page = store.family_page(family, today)?;
        let items = items(&page, today);
        Ok(Self { page, items, marker: 0 })
    }

    pub(in crate::app) fn load(&mut self, store: &Store, today: NaiveDate) -> Result<(), Problem> {
        let (marker, marked) = (self.marker, self.record(self.item()));
        *self = Self::read(store, self.id(), today)?;
        // What was marked stays marked, wherever it stands now; what is gone gives its place to the next.
        let place = self.items.iter().position(|item| self.record(*item) == marked);
        self.marker = place.unwrap_or(marker).min(self.items.len().saturating_sub(1));
        Ok(())
    }

    /// Marks a person, or something that is told of one.
    pub(in crate::app) fn mark_record(&mut self, record: &Landmark) {
        let place = self.items.iter().position(|item| self.record(*item).as_ref() == Some(record));
        self.marker = place.unwrap_or(self.marker);
    }

    /// Which record an item stands for: none for the family itself.
    fn record(&self, item: Item) -> Option<Landmark> {
        let person = |place: usize| self.page.people.get(place);
        match item {
            Item::Family => None,
            Item::Person(place) => Some(Landmark::of::<Person>(person(place)?.person.id)),
            Item::Placement(place, number) => {
                Some(Landmark::of::<Placement>(person(place)?.placements.get(number)?.id))
            }
            Item::Care(place, number) => Some(Landmark::of::<Care>(person(place)?.care.get(number)?.id)),
            Item::Status(place) => Some(Landmark::of::<StatusSpan>(self.page.statuses.get(place)?.id)),
        }
    }

    /// Which family.
    pub fn id(&self) -> FamilyId {
        self.page.family.id
    }

    /// The family as one names it.
    pub fn name(&self) -> FamilyName {
        let family = &self.page.family.value;
        FamilyName { id: self.id(), name: family.name.clone(), case_ref: family.case_ref.clone() }
    }

    /// Who is chosen: the person that is marked, or whose placement is.
    pub fn person(&self) -> Option<PersonId> {
        match self.item() {
            Item::Family | Item::Status(_) => None,
            Item::Person(place) | Item::Placement(place, _) | Item::Care(place, _) => {
                self.page.people.get(place).map(|one| one.person.id)
            }
        }
    }

    /// Chooses a person; who is chosen already stays marked where the marker is.
    pub(in crate::app) fn mark(&mut self, person: PersonId) {
        if self.person() == Some(person) {
            return;
        }
        let place = self.page.people.iter().position(|on_page| on_page.person.id == person);
        let found = |item: &Item| Some(*item) == place.map(Item::Person);
        self.marker = self.items.iter().position(found).unwrap_or(self.marker);
    }

    /// The chosen item.
    pub fn item(&self) -> Item {
        self.items.get(self.marker).copied().unwrap_or(Item::Family)
    }

    /// The chosen person, if it is a child; else the only child in the family.
    pub fn child(&self) -> Option<&PersonOnPage> {
        let is_child = |person: &&PersonOnPage| person.person.value.role == MemberRole::Child;
        let chosen = match self.item() {
            Item::Family | Item::Status(_) => None,
            Item::Person(person) | Item::Placement(person, _) | Item::Care(person, _) => self.page.people.get(person),
        };
        let mut children = self.page.people.iter().filter(is_child);
        let only = children.next().filter(|_| children.next().is_none());
        chosen.filter(is_child).or(only)
    }

    pub(in crate::app) fn go(&mut self, way: Move) {
        self.marker = way.among(self.marker, self.items.len());
    }
}

/// Where a person lives today. A placement that covers the day says more than what was once written about the person.
pub fn home(person: &PersonOnPage, today: NaiveDate) -> Home {
    let member = &person.person.value;
    match member.lives {
        _ if person.placement(today).is_some() => Home::Placed,
        Some(Lives::Placed) => Home::Placed,
        Some(Lives::AtHome) => Home::Own,
        _ if member.role == MemberRole::FamilyHomeParent => Home::Placed,
        Some(_) => Home::Elsewhere,
        // They speak for a child and belong to neither home.
        None if matches!(member.role, MemberRole::Trustee | MemberRole::AppointedGuardian) => Home::Elsewhere,
        None => Home::Unknown,
    }
}

/// Whether there is a placed child and a sibling at home.
pub fn eligibility(page: &FamilyPage, today: NaiveDate) -> Eligibility {
    let children = |wanted| {
        page.people
            .iter()
            .filter(|person| person.person.value.role == MemberRole::Child && home(person, today) == wanted)
            .count()
    };
    Eligibility { placed: children(Home::Placed), at_home: children(Home::Own) }
}

fn items(page: &FamilyPage, today: NaiveDate) -> Vec<Item> {
    let mut items = vec![Item::Family];
    items.extend((0..page.statuses.len()).map(Item::Status));
    for wanted in HOMES {
        for (place, person) in page.people.iter().enumerate().filter(|(_, person)| home(person, today) == wanted) {
            items.push(Item::Person(place));
            items.extend((0..person.care.len()).map(|care| Item::Care(place, care)));
            items.extend((0..person.placements.len()).map(|placement| Item::Placement(place, placement)));
        }
    }
    items
}
