//! From the casebook to rows: the columns that import takes, so that what is exported can be imported again.
//!
//! What may be seen is the store's to decide, what of it is kept back [`super::protection`]'s.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::protection::{self, Audience};
use super::{Noun, json, visits};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::entry::{
    Draft, Form, check_in_draft, family_draft, person_draft, placement_draft, session_draft, task_draft,
};
use crate::domain::ids::{ArrangementId, FamilyId, MemberId};
use crate::domain::person::Member;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::{Each, Listing, Store, Stored};

/// A record on its way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is known by.
    pub id: RowId,
    /// The family it belongs to; a task may belong to none, and then this has no name.
    pub family: FamilyName,
    /// The person it is about, as people read it.
    pub person: Option<String>,
    /// Its columns, in codes.
    pub draft: Draft,
}

/// What a record is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowId {
    /// Its number in its table.
    Record(i64),
    /// Of a visit the arrangement and the day the series gave it: most visits are stored nowhere.
    Visit {
        /// The arrangement.
        arrangement: ArrangementId,
        /// The day the series gave.
        given: NaiveDate,
        /// The day it is on.
        on: NaiveDate,
    },
}

impl Row {
    /// All there is to say of it: what it is known by, then its columns; of a visit also its arrangement, and the day
    /// it was moved from.
    pub fn object(&self, form: &Form) -> Map<String, Value> {
        match self.id {
            RowId::Record(id) => json::object(id, form, &self.draft),
            RowId::Visit { arrangement, given, on } => {
                let moved_from = (on != given).then(|| given.to_string());
                let mut object = Map::new();
                object.insert("id".to_owned(), format!("{}-{given}", arrangement.0).into());
                object.extend(json::columns(form, &self.draft));
                object.insert("arrangement".to_owned(), arrangement.0.into());
                object.insert("moved_from".to_owned(), moved_from.into());
                object
            }
        }
    }
}

/// Hands over every record of a kind that a listing asks for, one after the other.
///
/// # Errors
/// Refused by role or family; visits without a first and a last day; whatever the taker reports.
pub fn each(
    store: &Store,
    noun: Noun,
    listing: &Listing,
    audience: Audience,
    each: Each<'_, Row>,
) -> Result<(), Problem> {
    match noun {
        Noun::Families => store.each_family(listing, &mut |family| {
            let draft = family_draft(&family.value);
            let name = FamilyName { id: family.id, name: family.value.name, case_ref: family.value.case_ref };
            each(Row { id: RowId::Record(family.id.0), family: name, person: None, draft })
        }),
        Noun::People => store.each_person(listing, &mut |person| {
            let Stored { id, value, .. } = &person.value;
            let draft = person_draft(value, &person.family.case_ref, audience.setting());
            let called = Some(value.given_name.shown(audience.setting()));
            each(Row { id: RowId::Record(id.0), family: person.family, person: called, draft })
        }),
        Noun::Placements => store.each_placement(listing, &mut |placement| {
            let (child, stored) = &placement.value;
            let with = references(store, child.family, &stored.value)?;
            let draft = placement_draft(&stored.value, child, &with, audience.setting());
            let person = Some(child.given_name.shown(audience.setting()));
            each(Row { id: RowId::Record(stored.id.0), family: placement.family, person, draft })
        }),
        Noun::Sessions => {
            let names = FamilyNames::new(store, audience);
            store.each_session(listing, &mut |session| {
                let draft = names.draft(&session.family, &session.value.value)?;
                each(Row { id: RowId::Record(session.value.id.0), family: session.family, person: None, draft })
            })
        }
        Noun::Visits => visits::each(store, listing, audience, each),
        Noun::CheckIns => store.each_check_in(listing, &mut |said| {
            let draft = check_in_draft(&said.value.value, &said.family.case_ref);
            each(Row { id: RowId::Record(said.value.id.0), family: said.family, person: None, draft })
        }),
        Noun::Tasks => store.each_task(listing, &mut |row| {
            let draft = task_draft(&row.task.value, row.family.as_ref().map(|family| family.case_ref.as_str()));
            let own = || FamilyName { id: FamilyId(0), name: String::new(), case_ref: String::new() };
            let family = row.family.unwrap_or_else(own);
            each(Row { id: RowId::Record(row.task.id.0), family, person: None, draft })
        }),
    }
}

/// Those who are placed with a child, by their references.
pub fn references(store: &Store, family: FamilyId, placement: &Placement) -> Result<Vec<String>, Problem> {
    if placement.placed_with.is_empty() {
        return Ok(Vec::new());
    }
    let members = store.members(family)?;
    let of = |person: &MemberId| members.iter().find(|member| member.id == *person);
    Ok(placement.placed_with.iter().filter_map(of).map(|member| member.reference.clone()).collect())
}

/// The people of families, as they are called in their sessions.
pub struct FamilyNames<'a> {
    store: &'a Store,
    audience: Audience,
    known: RefCell<HashMap<FamilyId, Vec<MemberName>>>,
}

impl<'a> FamilyNames<'a> {
    /// Families remembered at a time.
    const MOST: usize = 4096;

    /// Nobody known yet.
    pub fn new(store: &'a Store, audience: Audience) -> Self {
        Self { store, audience, known: RefCell::default() }
    }

    /// A session's columns.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn draft(&self, family: &FamilyName, session: &Session) -> Result<Draft, Problem> {
        let mut known = self.known.borrow_mut();
        if known.len() >= Self::MOST && !known.contains_key(&family.id) {
            known.clear();
        }
        if let Some(names) = known.get(&family.id) {
            return Ok(session_draft(session, &family.case_ref, names));
        }
        let people = self.store.people_of(family.id)?;
        let names = called(&people, self.audience);
        let draft = session_draft(session, &family.case_ref, &names);
        known.insert(family.id, names);
        Ok(draft)
    }
}

/// How people are called where others are listed.
pub(super) fn called(people: &[Stored<Member>], audience: Audience) -> Vec<MemberName> {
    people
        .iter()
        .map(|person| MemberName {
            id: person.id,
            reference: person.value.reference.clone(),
            given_name: protection::called(&person.value, audience).into(),
            role: person.value.role,
        })
        .collect()
}

#[cfg(test)]
#[path = "outgoing_tests.rs"]
mod tests;
