//! Names that were asked for once: a file asks for the same families row after row.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::checklist::Checklists;
use crate::domain::codes::PlacementKind;
use crate::domain::deadlines::Rules;
use crate::domain::directory::{Directory, FamilyName, LastSession, MemberName};
use crate::domain::entry::{Names, VisitOn};
use crate::domain::ids::{FamilyId, GroupId, GroupMeetingId, PersonId, TeamId};
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::referral::Catalogue;
use crate::domain::session::Session;
use crate::domain::visit::Ladder;
use crate::domain::visit::calendar::OwnDay;

/// Remembers the answers of another directory.
pub(super) struct Known<'a> {
    names: &'a dyn Names,
    families: RefCell<HashMap<String, Vec<FamilyName>>>,
    members: RefCell<HashMap<FamilyId, Vec<MemberName>>>,
}

impl<'a> Known<'a> {
    pub(super) fn new(names: &'a dyn Names) -> Self {
        Self { names, families: RefCell::default(), members: RefCell::default() }
    }
}

impl Directory for Known<'_> {
    fn families(&self, word: &str) -> Result<Vec<FamilyName>, Problem> {
        if let Some(found) = self.families.borrow().get(word) {
            return Ok(found.clone());
        }
        let found = self.names.families(word)?;
        self.families.borrow_mut().insert(word.to_owned(), found.clone());
        Ok(found)
    }

    fn members(&self, family: FamilyId) -> Result<Vec<MemberName>, Problem> {
        if let Some(found) = self.members.borrow().get(&family) {
            return Ok(found.clone());
        }
        let found = self.names.members(family)?;
        self.members.borrow_mut().insert(family, found.clone());
        Ok(found)
    }

    fn children(&self, word: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        self.names.children(word)
    }

    fn step_towards(&self, child: PersonId, with: PersonId) -> Result<Option<u8>, Problem> {
        self.names.step_towards(child, with)
    }

    fn ladder(&self) -> &Ladder {
        self.names.ladder()
    }

    fn own_days(&self, day: NaiveDate) -> Vec<OwnDay> {
        self.names.own_days(day)
    }

    fn actors(&self) -> &Catalogue {
        self.names.actors()
    }

    fn all_staff(&self) -> Result<Vec<String>, Problem> {
        self.names.all_staff()
    }

    fn last_session(&self, family: FamilyId, days: (NaiveDate, NaiveDate)) -> Result<Option<LastSession>, Problem> {
        self.names.last_session(family, days)
    }

    fn staff_called(&self, word: &str) -> Result<Vec<String>, Problem> {
        self.names.staff_called(word)
    }

    fn goals(&self, family: FamilyId) -> Result<Vec<(u32, PersonId)>, Problem> {
        self.names.goals(family)
    }
}

impl Names for Known<'_> {
    fn person(&self, reference: &str) -> Result<Option<(PersonId, FamilyId)>, Problem> {
        self.names.person(reference)
    }

    fn born(&self, person: PersonId) -> Result<Option<NaiveDate>, Problem> {
        self.names.born(person)
    }

    fn staff(&self, word: &str) -> Result<Vec<String>, Problem> {
        self.names.staff(word)
    }

    fn phases(&self) -> Result<Vec<String>, Problem> {
        self.names.phases()
    }

    fn placements(&self, person: PersonId) -> Result<Vec<(PlacementKind, NaiveDate)>, Problem> {
        self.names.placements(person)
    }

    fn sessions_on(&self, family: FamilyId, day: NaiveDate) -> Result<Vec<Session>, Problem> {
        self.names.sessions_on(family, day)
    }

    fn visits_on(&self, child: PersonId, day: NaiveDate) -> Result<Vec<VisitOn>, Problem> {
        self.names.visits_on(child, day)
    }

    fn records(&self, of: NounKind, family: FamilyId) -> Result<Vec<i64>, Problem> {
        self.names.records(of, family)
    }

    fn team(&self) -> TeamId {
        self.names.team()
    }

    fn group(&self, reference: &str) -> Result<Option<GroupId>, Problem> {
        self.names.group(reference)
    }

    fn group_meeting(&self, group: GroupId, on: NaiveDate) -> Result<Option<GroupMeetingId>, Problem> {
        self.names.group_meeting(group, on)
    }

    fn checklists(&self) -> &Checklists {
        self.names.checklists()
    }

    fn rules(&self) -> &Rules {
        self.names.rules()
    }
}
