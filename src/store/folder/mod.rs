//! What is kept in a family's folder, as rows and read together: assessments of contact, ticked lines of checklists,
//! versions of papers, terms at school, obstacles to leisure, health contacts.

mod assessment;
mod health;
mod obstacle;
mod paper;
mod schooling;
mod tick;

pub(super) use tick::read as read_tick;

use rusqlite::Transaction;

use super::record::{Row as _, Stored};
use super::setup_people::People;
use super::{Listing, Record, Store};
use crate::domain::access::{Reach, Right};
use crate::domain::assessment::Assessment;
use crate::domain::checklist::{Checklist, Occasion};
use crate::domain::deadlines::list_times;
use crate::domain::health::Health;
use crate::domain::ids::FamilyId;
use crate::domain::obstacle::Obstacle;
use crate::domain::paper::Paper;
use crate::domain::problem::Problem;
use crate::domain::schooling::Schooling;
use crate::domain::tick::Tick;
use crate::store::Past;

/// Papers, school, leisure and health are not for whoever supports a visit.
fn is_read_by(store: &Store) -> bool {
    store.reach(Right::ReadPapers) != Reach::Nothing
}

/// A family's folder, each kind in the order of its days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder {
    /// What somebody thought of its children's contacts.
    pub assessments: Vec<Stored<Assessment>>,
    /// Ticked lines.
    pub ticks: Vec<Stored<Tick>>,
    /// Versions of its papers.
    pub papers: Vec<Stored<Paper>>,
    /// Terms at school.
    pub schooling: Vec<Stored<Schooling>>,
    /// Obstacles to leisure.
    pub obstacles: Vec<Stored<Obstacle>>,
    /// Health contacts.
    pub health: Vec<Stored<Health>>,
}

/// A folder before anything has an identity: wherever a record names a person, that is a place among the people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct NewFolder {
    pub assessments: Vec<Assessment>,
    pub ticks: Vec<Tick>,
    pub papers: Vec<Paper>,
    pub schooling: Vec<Schooling>,
    pub obstacles: Vec<Obstacle>,
    pub health: Vec<Health>,
}

/// The checklists of a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListTimes<'a> {
    /// Every time that each is or was to be gone through, oldest first.
    pub times: Vec<(&'a Checklist, Occasion)>,
    /// Ticked lines of them.
    pub ticks: Vec<Stored<Tick>>,
}

impl NewFolder {
    /// Writes all of it for a family.
    pub(super) fn put(self, transaction: &Transaction<'_>, family: FamilyId, people: &People) -> Result<(), Problem> {
        for mut one in self.assessments {
            one.family = family;
            people.settle(&mut one.child)?;
            people.settle(&mut one.with)?;
            one.put(transaction, None)?;
        }
        for mut one in self.ticks {
            one.family = family;
            one.person.iter_mut().try_for_each(|person| people.settle(person))?;
            one.put(transaction, None)?;
        }
        for mut one in self.papers {
            one.family = family;
            one.person.iter_mut().try_for_each(|person| people.settle(person))?;
            one.put(transaction, None)?;
        }
        for mut one in self.schooling {
            one.family = family;
            people.settle(&mut one.child)?;
            one.put(transaction, None)?;
        }
        for mut one in self.obstacles {
            one.family = family;
            people.settle(&mut one.person)?;
            one.put(transaction, None)?;
        }
        for mut one in self.health {
            one.family = family;
            people.settle(&mut one.person)?;
            one.put(transaction, None)?;
        }
        Ok(())
    }
}

impl Store {
    /// Reads a family's folder. That it was read is for whoever shows it to journal.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn folder(&self, family: FamilyId) -> Result<Folder, Problem> {
        self.ask_for_family(Right::ReadFile, family)?;
        self.saw_inside("papers", 0, family);
        let _picture = self.picture()?;
        self.folder_of(family)
    }

    /// The same, within a picture.
    pub(super) fn folder_of(&self, family: FamilyId) -> Result<Folder, Problem> {
        Ok(Folder {
            assessments: self.all_of(family, |_| true)?,
            ticks: self.all_of(family, |_| true)?,
            papers: self.all_of(family, |_| true)?,
            schooling: self.all_of(family, |_| true)?,
            obstacles: self.all_of(family, |_| true)?,
            health: self.all_of(family, |_| true)?,
        })
    }

    /// Every time that a checklist is or was to be gone through in a family, as it stands on a day, oldest first; and
    /// what is ticked of them.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn list_times(&self, family: FamilyId) -> Result<ListTimes<'_>, Problem> {
        self.ask_for_family(Right::ReadFile, family)?;
        let today = self.today();
        let cases = self.cases(&[family], &self.ask(Right::ReadFile)?, Past::All, today)?;
        let lists = self.unit().checklists.all();
        let times = lists.iter().flat_map(|list| cases.iter().map(move |case| (list, case)));
        let times =
            times.flat_map(|(list, case)| list_times(list, case, today).into_iter().map(move |time| (list, time)));
        Ok(ListTimes { times: times.collect(), ticks: self.all_of(family, |_| true)? })
    }

    /// The records of a kind in a family, those that are wanted.
    pub(super) fn all_of<R: Record>(
        &self,
        family: FamilyId,
        wanted: impl Fn(&R) -> bool,
    ) -> Result<Vec<Stored<R>>, Problem> {
        let mut found = Vec::new();
        let listing = Listing { family: Some(family), ..Listing::default() };
        self.each::<R>(&listing, &mut |of| {
            found.extend(Some(of.value).filter(|stored| wanted(&stored.value)));
            Ok(())
        })?;
        Ok(found)
    }
}
