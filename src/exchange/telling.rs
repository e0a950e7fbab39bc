//! How records are told in rows: who their people are called where the row goes, and which place those records have
//! that a row names by it. Each family is asked about once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::NaiveDate;

use super::protection::{self, Audience};
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::entry::{Draft, Names as _};
use crate::domain::group::Group;
use crate::domain::group_meeting::GroupMeeting;
use crate::domain::ids::{FamilyId, GroupId, GroupMeetingId, PersonId};
use crate::domain::noun::{Noun, NounKind, Said, row_of};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::store::{Store, Stored};

type Places = Rc<HashMap<i64, usize>>;

/// Families remembered at a time: about as many as a unit has, and no more than may stand in memory.
const MOST: usize = 320;

/// A family's people, and how they are called.
struct People {
    people: Vec<Stored<Person>>,
    names: Vec<MemberName>,
}

/// Tells records.
pub struct Teller<'a> {
    store: &'a Store,
    audience: Audience,
    known: RefCell<HashMap<FamilyId, Rc<People>>>,
    places: RefCell<HashMap<(NounKind, FamilyId), Places>>,
    groups: RefCell<HashMap<GroupId, String>>,
    meetings: RefCell<HashMap<GroupMeetingId, (GroupId, NaiveDate)>>,
}

impl<'a> Teller<'a> {
    /// Nobody known yet.
    pub fn new(store: &'a Store, audience: Audience) -> Self {
        Self {
            store,
            audience,
            known: RefCell::default(),
            places: RefCell::default(),
            groups: RefCell::default(),
            meetings: RefCell::default(),
        }
    }

    /// A record's columns.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn row<N: Noun>(&self, family: &FamilyName, record: &N) -> Result<Draft, Problem> {
        let known = self.of(family.id)?;
        let people: Vec<(PersonId, &Person)> = known.people.iter().map(|stored| (stored.id, &stored.value)).collect();
        let failed = RefCell::new(None);
        let place = |of: NounKind, record: i64| match self.places(of, family.id) {
            Ok(places) => places.get(&record).copied(),
            Err(problem) => {
                *failed.borrow_mut() = Some(problem);
                None
            }
        };
        let fail = |problem| drop(failed.borrow_mut().replace(problem));
        let said = Said {
            case_ref: &family.case_ref,
            members: &known.names,
            people: &people,
            setting: self.audience.setting(),
            group: &|id| self.group(id).map_err(fail).ok(),
            meeting: &|id| self.meeting(id).map_err(fail).ok(),
            place: &place,
            rules: self.store.rules(),
        };
        let draft = row_of(record, &said);
        failed.into_inner().map_or(Ok(draft), Err)
    }

    /// The people of a family; nobody where there is no family.
    pub(super) fn people(&self, family: FamilyId) -> Result<Vec<Stored<Person>>, Problem> {
        Ok(self.of(family)?.people.clone())
    }

    fn of(&self, family: FamilyId) -> Result<Rc<People>, Problem> {
        if let Some(known) = self.known.borrow().get(&family) {
            return Ok(Rc::clone(known));
        }
        let people = if family == FamilyId(0) { Vec::new() } else { self.store.people_of(family)? };
        let names = called(&people, self.audience);
        let new = Rc::new(People { people, names });
        let mut known = self.known.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(family, Rc::clone(&new));
        Ok(new)
    }

    /// The reference of a group.
    fn group(&self, id: GroupId) -> Result<String, Problem> {
        if let Some(known) = self.groups.borrow().get(&id) {
            return Ok(known.clone());
        }
        let reference = self.store.get::<Group>(id)?.value.reference;
        self.groups.borrow_mut().insert(id, reference.clone());
        Ok(reference)
    }

    /// The group of a meeting, and its day.
    fn meeting(&self, id: GroupMeetingId) -> Result<(GroupId, NaiveDate), Problem> {
        if let Some(known) = self.meetings.borrow().get(&id) {
            return Ok(*known);
        }
        let meeting = self.store.get::<GroupMeeting>(id)?.value;
        self.meetings.borrow_mut().insert(id, (meeting.group, meeting.on));
        Ok((meeting.group, meeting.on))
    }

    fn places(&self, of: NounKind, family: FamilyId) -> Result<Places, Problem> {
        if let Some(known) = self.places.borrow().get(&(of, family)) {
            return Ok(Rc::clone(known));
        }
        let there = self.store.records(of, family)?;
        let places: Places = Rc::new((1..).zip(there).map(|(place, id)| (id, place)).collect());
        let mut known = self.places.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert((of, family), Rc::clone(&places));
        Ok(places)
    }
}

/// How people are called where others are listed: in files by their references, which say without doubt who is meant.
pub(super) fn called(people: &[Stored<Person>], audience: Audience) -> Vec<MemberName> {
    people
        .iter()
        .map(|person| MemberName {
            id: person.id,
            reference: person.value.reference.clone(),
            given_name: protection::in_rows(&person.value, audience).into(),
            role: person.value.role,
        })
        .collect()
}
