//! Checklists, which are data: `assets/checklists`, and the unit's own in `checklists` of the casebook's directory, in
//! the same form. What is ticked is a record ([`crate::domain::tick`]); which lists there are to tick, and for whom, is
//! worked out from what the casebook holds of a family.
//!
//! A list is about one thing each time ([`OnePer`]) and counts from a day: a placement, a phase, a change of support.
//! Ticks carry that day. Where it is corrected afterwards, they go along with the nearest one ([`nearest`]).

mod fault;
mod file;
mod plan;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::NaiveDate;

pub use fault::{ChecklistFault, Flaw};

use super::codes::{PaperKind, PlacementKind, TickState};
use super::deadlines::{Fact, Limit};
use super::ids::PersonId;
use super::plan_content::{Contents, Shown};
use super::tick::Tick;

/// The texts that ship.
const SHIPPED: [&str; 4] = [
    include_str!("../../../assets/checklists/information_pack.toml"),
    include_str!("../../../assets/checklists/school_at_emergency_placement.toml"),
    include_str!("../../../assets/checklists/handover.toml"),
    include_str!("../../../assets/checklists/before_return_home.toml"),
];

/// A test reads the texts that ship; were one ever broken, it would not be there.
static LISTS: LazyLock<Checklists> = LazyLock::new(|| {
    let files = SHIPPED.iter().filter_map(|text| Checklist::parse(text).ok());
    Checklists { all: files.chain(Contents::shipped().all().iter().map(plan::list)).collect() }
});

/// How many days a list's day may be corrected by before what was ticked is another time's.
const NEAR: i64 = 60;

/// What a list is about, each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnePer {
    /// The family.
    Family,
    /// A child.
    Child,
    /// A child, at each placement.
    ChildAndPlacement,
    /// A parent, at each placement of a child.
    ParentAndPlacement,
    /// Everybody of the family who takes part in the programme.
    Participant,
}

impl OnePer {
    /// Whether it is about somebody.
    pub fn names_somebody(self) -> bool {
        self != Self::Family
    }
}

/// What a list begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begins {
    /// A child is placed.
    PlacementStarted,
    /// A child of a parent is placed.
    ParentSeparated,
    /// Other colleagues work with the family.
    SupportChanged,
    /// A phase of the programme.
    Phase(String),
    /// A child's care.
    CareStarted,
    /// The family's coming, for everybody who takes part.
    Came,
}

/// When a list is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// What it begins with.
    pub begins: Begins,
    /// For placements of these kinds; of any if none is named.
    pub kinds: Vec<PlacementKind>,
    /// How long there is; none where it is to be done before the placement ends, or nobody has said.
    pub within: Option<Limit>,
    /// Whether somebody has read how long there is. What is unverified makes nothing late.
    pub is_sure: bool,
    /// How long before it may have been done already.
    pub early: Option<Limit>,
}

/// What the program knows of a line already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Duties of the hand-over sheet.
    Duties,
    /// Visits of it.
    Visits,
    /// Promises of it.
    Promises,
}

/// What a ticked line becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// A task.
    Task,
    /// Another support of the family.
    SupportChange,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its key in files.
    pub key: String,
    /// Which part of the list it is of, such as the first day.
    pub phase: Option<Phase>,
    /// What it says, in Swedish.
    pub text_sv: String,
    /// What it says, in English.
    pub text_en: String,
    /// Where it is from.
    pub source: String,
    /// The fact of the rules that the ticked line gives.
    pub meets: Option<Fact>,
    /// What it becomes.
    pub becomes: Option<Becomes>,
    /// The paper that it is about.
    pub opens: Option<PaperKind>,
    /// What the program knows of it.
    pub told: Option<Told>,
    /// What in a person's plan shows it: all of these. Nothing does where there are none.
    pub shown_by: Vec<Shown>,
}

impl Item {
    /// Whether a plan shows it.
    pub fn is_shown(&self, shown: &BTreeSet<Shown>) -> bool {
        !self.shown_by.is_empty() && self.shown_by.iter().all(|by| shown.contains(by))
    }
}

/// Parts of a list, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Phase {
    Before,
    Day1,
    Days2To4,
    ByDay7,
    After,
}

/// A checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// Its name in files.
    pub name: String,
    /// What it is called, in Swedish.
    pub title_sv: String,
    /// What it is called, in English.
    pub title_en: String,
    /// Where it is from.
    pub source: String,
    /// How sure it is, as in the rules: S, L or U.
    pub confidence: String,
    /// The first day from which on it is owed, by the day that it counts from.
    pub valid_from: Option<NaiveDate>,
    /// What it is about.
    pub one_per: OnePer,
    /// When it is owed.
    pub when: When,
    /// Who does it, as roles are called.
    pub done_by: Vec<String>,
    /// Its lines.
    pub items: Vec<Item>,
}

impl Checklist {
    /// Reads one; the fields are those of the lists that ship.
    ///
    /// # Errors
    /// Every fault of the text, by line.
    pub fn parse(text: &str) -> Result<Self, Vec<ChecklistFault>> {
        file::read(text)
    }

    /// The line of a key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// Whether it tells what somebody's plan must hold.
    pub fn is_of_plan(&self) -> bool {
        matches!(self.when.begins, Begins::CareStarted | Begins::Came)
    }

    /// How many of its lines are dealt with by some ticks of one time, or shown by a plan, and how many there are.
    pub fn counted<'t>(&self, ticks: impl Iterator<Item = &'t Tick>, shown: &BTreeSet<Shown>) -> (usize, usize) {
        let mut keys: Vec<&str> = ticks.filter(|tick| tick.checklist == self.name).map(|tick| &*tick.item).collect();
        keys.sort_unstable();
        keys.dedup();
        let is_dealt_with = |item: &&Item| keys.contains(&item.key.as_str()) || item.is_shown(shown);
        (self.items.iter().filter(is_dealt_with).count(), self.items.len())
    }
}

/// The lists of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checklists {
    all: Vec<Checklist>,
}

impl Checklists {
    /// The lists that ship.
    pub fn shipped() -> &'static Self {
        &LISTS
    }

    /// All of them.
    pub fn all(&self) -> &[Checklist] {
        &self.all
    }

    /// The list of a name.
    pub fn of(&self, name: &str) -> Option<&Checklist> {
        self.all.iter().find(|list| list.name == name)
    }

    /// Takes a list of the unit's own, in the place of one of the same name where there is one.
    pub fn take(&mut self, own: Checklist) {
        match self.all.iter_mut().find(|list| list.name == own.name) {
            Some(list) => *list = own,
            None => self.all.push(own),
        }
    }
}

/// A time that a list is to be gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Occasion {
    /// Whom it is about.
    pub person: Option<PersonId>,
    /// The day that it counts from.
    pub on: NaiveDate,
}

/// The time, of those of a list, that a tick belongs to: the nearest for whom it is about; none if all are far.
pub fn nearest(tick: &Tick, times: &[Occasion]) -> Option<Occasion> {
    let far = |time: &&Occasion| (time.on - tick.occasion_on).num_days().abs();
    let same = times.iter().filter(|time| time.person == tick.person);
    same.min_by_key(far).filter(|time| far(time) <= NEAR).copied()
}

/// Whether a line is dealt with, and how, as the latest of its ticks says.
pub fn latest<'t>(item: &str, ticks: &'t [&Tick]) -> Option<(&'t Tick, TickState)> {
    let of = ticks.iter().filter(|tick| tick.item == item);
    of.max_by_key(|tick| tick.on).map(|tick| (*tick, tick.state))
}
