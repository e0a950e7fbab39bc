//! A file for one person of a family, such as a father who asks what is written of him: rows that he has a part in, and
//! of them what has a code, a day, a time or a number. Of what somebody wrote in their own words nothing goes along but
//! what was ticked for him after it was read (`Session::told_to`).
//!
//! | rows | those |
//! |---|---|
//! | of the family itself | the family's |
//! | of people | his own, and of a parent the children's |
//! | of placements, care | of a parent the children's |
//! | of measurements | his own, with instruments whose answers the person sees |
//! | of children's own words | a child's own; of a parent the children's that the child says they may read |
//! | of anything else | in which he is named, and sessions with a note that was ticked for him |
//!
//! What tells of oneself (birth, number, telephone, language) is kept back from nobody in their own row.
//!
//! Of a child that is protected against him there are no rows but those he has a part in. Where a child in a row is
//! protected, or its home is kept back, neither place nor way nor support nor school stands in it: nothing here can
//! know which of them tells. What a note gives away no program can know; whoever ticks it answers for it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Noun;
use super::outgoing::{Row, RowId};
use super::protection::MASK;
use crate::domain::codes::{Answer, Code, MemberRole};
use crate::domain::discretion::{Household, Setting, TELLING};
use crate::domain::entry::{Draft, Form, Shape};
use crate::domain::ids::{FamilyId, PersonId, SessionId};
use crate::domain::measurement::Seer;
use crate::domain::noun::Concern;
use crate::domain::person::{Person, tell_oneself};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::{FamilyPlan, Folder, HandOver, Store, Stored};

/// One person, and what is known of their family.
pub struct One<'a> {
    store: &'a Store,
    who: PersonId,
    family: FamilyId,
    household: Arc<Household>,
    people: Vec<Stored<Person>>,
    told: RefCell<HashMap<i64, bool>>,
}

/// Columns that are names, and stand as their own type has put them.
const NAMES: [&str; 3] = ["given_name", "family_name", "name"];

/// What a child said of a visit, and how it marked it: codes, and all the same nobody's to hand over but the child's.
const OF_THE_CHILD: [&str; 3] = ["child_word", "mark_before", "mark_after"];

/// What stands whole where the row is the person's own, or a child says that its parents may read it.
const OWN_WORDS: [&str; 4] = ["instrument", "item", "answer", "words"];

impl<'a> One<'a> {
    /// Somebody, by identity.
    ///
    /// # Errors
    /// Refused by role or family; nobody of that identity.
    pub fn new(store: &'a Store, who: PersonId) -> Result<Self, Problem> {
        let family = store.get::<Person>(who)?.value.family;
        let (household, people) = (store.household(family)?, store.people_of(family)?);
        Ok(Self { store, who, family, household, people, told: RefCell::default() })
    }

    /// The family.
    pub fn family(&self) -> FamilyId {
        self.family
    }

    /// A row as it goes to the one person; none if it does not.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn row(&self, noun: Noun, mut row: Row) -> Result<Option<Row>, Problem> {
        let form = noun.form();
        if row.family.id != self.family {
            return Ok(None);
        }
        let people = self.people_in(form, &row.draft);
        let is_told = self.is_told(noun, row.id)?;
        let is_own = self.is_own(noun, &row.draft, &people);
        if is_own == Some(false) {
            return Ok(None);
        }
        if !is_told && is_own.is_none() && !self.concerns(noun, &row.draft, &people) {
            return Ok(None);
        }
        let days = days_of(form, &row.draft);
        let is_kept = people.iter().any(|person| self.keeps(*person, days));
        for field in form.fields {
            let key = field.key;
            if row.draft.get(key).is_empty() {
                continue;
            }
            let text = match field.shape {
                _ if is_kept && TELLING.contains(&key) => MASK.to_owned(),
                _ if is_own == Some(true) && OWN_WORDS.contains(&key) => continue,
                _ if OF_THE_CHILD.contains(&key) && !self.is_child() => MASK.to_owned(),
                Shape::Note if is_told && key == "note" => continue,
                Shape::Line if NAMES.contains(&key) => continue,
                Shape::Line if key == "ref" => self.called(row.draft.get(key)),
                Shape::Person | Shape::Member | Shape::People => self.all_called(row.draft.get(key)),
                shape if is_coded(shape) => continue,
                _ => MASK.to_owned(),
            };
            row.draft.set(key, text);
        }
        if noun == Noun::People {
            self.tell_of_oneself(&mut row.draft);
        }
        Ok(Some(row))
    }

    fn tell_of_oneself(&self, draft: &mut Draft) {
        let own = self.people.iter().find(|one| one.id == self.who && one.value.reference == draft.get("ref"));
        let Some(own) = own else { return };
        tell_oneself(&own.value, draft);
    }

    /// Whether a note was ticked for the one person after somebody had read it.
    fn is_told(&self, noun: Noun, id: RowId) -> Result<bool, Problem> {
        let (Noun::Sessions, RowId::Record(id)) = (noun, id) else { return Ok(false) };
        if let Some(told) = self.told.borrow().get(&id) {
            return Ok(*told);
        }
        let told = self.store.get::<Session>(SessionId(id))?.value.told_to.contains(&self.who);
        self.told.borrow_mut().insert(id, told);
        Ok(told)
    }

    /// Of measurements and children's words whether the row is for the one person; nothing of other rows.
    fn is_own(&self, noun: Noun, draft: &Draft, people: &[PersonId]) -> Option<bool> {
        let is_self = people.contains(&self.who);
        if noun == Noun::Measurements {
            let instrument = self.store.instruments().named(draft.get("instrument"));
            return Some(is_self && instrument.is_some_and(|one| one.seen_by.contains(&Seer::Person)));
        }
        let may_read = draft.get("to_parents") == Answer::Yes.code();
        let is_for = || is_self || may_read && people.iter().any(|one| self.is_own_child(*one));
        (noun == Noun::ChildWords).then(is_for)
    }

    fn concerns(&self, noun: Noun, draft: &Draft, people: &[PersonId]) -> bool {
        let is_of = |one| one == self.who || self.is_own_child(one);
        match noun.told().concern {
            Concern::Family => true,
            Concern::Oneself => self.person(draft.get("ref")).is_some_and(is_of),
            Concern::Children => people.iter().copied().any(is_of),
            Concern::Named => people.contains(&self.who),
        }
    }

    /// Whether somebody is a child of the family to its parent, and not protected against that parent.
    fn is_own_child(&self, person: PersonId) -> bool {
        use MemberRole::{Father, Guardian, Mother, StepParent};
        let role = |id| self.people.iter().find(|one| one.id == id).map(|one| one.value.role);
        let is_parent = matches!(role(self.who), Some(Mother | Father | Guardian | StepParent));
        is_parent && role(person) == Some(MemberRole::Child) && !self.household.is_against(person, self.who)
    }

    /// Whether the one person is a child.
    fn is_child(&self) -> bool {
        let who = self.people.iter().find(|one| one.id == self.who);
        who.is_some_and(|one| one.value.role == MemberRole::Child)
    }

    fn keeps(&self, person: PersonId, (first, last): (NaiveDate, NaiveDate)) -> bool {
        person != self.who && self.household.is_kept(person, first, last)
    }

    fn person(&self, reference: &str) -> Option<PersonId> {
        self.people.iter().find(|one| one.value.reference == reference).map(|one| one.id)
    }

    /// Everybody whom a row names, by reference.
    fn people_in(&self, form: &Form, draft: &Draft) -> Vec<PersonId> {
        let of_people = |shape| matches!(shape, Shape::Person | Shape::Member | Shape::People);
        let fields = form.fields.iter().filter(|field| of_people(field.shape) || field.key == "ref");
        let texts = fields.flat_map(|field| draft.get(field.key).split(';'));
        texts.filter_map(|text| self.person(text.trim())).collect()
    }

    /// What somebody is called by whoever knows the reference.
    fn called(&self, reference: &str) -> String {
        let found = self.people.iter().find(|one| one.value.reference == reference);
        match found.map(|one| &one.value.given_name) {
            Some(name) if name.is_whole(Setting::For(self.who)) => reference.to_owned(),
            Some(name) => name.mark(),
            None => MASK.to_owned(),
        }
    }

    fn all_called(&self, references: &str) -> String {
        references.split(';').map(|reference| self.called(reference.trim())).collect::<Vec<_>>().join(";")
    }

    /// A hand-over sheet as it goes to the one person: restrictions, visits, planned sessions, events and relations
    /// that the person has a part in, and notes that were ticked.
    pub fn sheet(&self, mut sheet: HandOver) -> HandOver {
        let who = self.who;
        sheet.restrictions.retain(|one| one.value.with.contains(&who) || one.value.child == who);
        for one in &mut sheet.restrictions {
            (one.value.how, one.value.why, one.value.decided_by) = (None, None, None);
        }
        sheet.visits.retain(|visit| visit.terms.with.contains(&who) || visit.child == who);
        for visit in &mut sheet.visits {
            let days = visit.terms.days(visit.on);
            let people = std::iter::once(visit.child).chain(visit.terms.with.iter().copied());
            if people.into_iter().any(|person| self.keeps(person, days)) {
                (visit.terms.place, visit.terms.transport) = (None, None);
            }
            // Who supports it is nobody's to hand over, and that nobody does is the unit's.
            visit.terms.supporters.clear();
            visit.is_unsupported = false;
        }
        sheet.planned.retain(|session| session.value.people.contains(&who));
        sheet.planned.iter_mut().for_each(|session| session.value.staff.clear());
        sheet.notes.retain(|session| session.value.told_to.contains(&who));
        sheet.notes.iter_mut().for_each(|session| session.value.staff.clear());
        let family = &mut sheet.family.value;
        (family.child_support, family.parent_support) = (Vec::new(), Vec::new());
        sheet.people.retain(|on_page| on_page.person.id == who || !on_page.person.value.given_name.is_kept());
        (sheet.duties, sheet.tasks, sheet.promises) = (Vec::new(), Vec::new(), Vec::new());
        // As in a file: of what happened that it happened to the person, of kin the person's own.
        sheet.events.retain(|event| event.value.person == Some(who));
        sheet.events.iter_mut().for_each(|event| event.value.note = None);
        sheet.kin.retain(|kin| kin.value.person == who || kin.value.other == who);
        (sheet.wishes, sheet.agreed, sheet.exemptions) = (Vec::new(), Vec::new(), Vec::new());
        sheet.folder = Folder::default();
        sheet.plan = FamilyPlan::default();
        (sheet.words, sheet.measured, sheet.supports) = (Vec::new(), Vec::new(), Vec::new());
        // Which group it is may tell where somebody is, and whom they meet there.
        sheet.groups.retain(|part| part.person == who);
        sheet.groups.iter_mut().for_each(|part| (part.name, part.reason) = (String::new(), None));
        sheet.referrals.retain(|referral| referral.value.person == Some(who));
        sheet.referrals.iter_mut().for_each(|referral| referral.value.why = None);
        sheet
    }
}

/// Whether a field holds what cannot be somebody's own words.
fn is_coded(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Day(_)
            | Shape::LastDay
            | Shape::Days
            | Shape::Time
            | Shape::Times
            | Shape::Minutes
            | Shape::Number { .. }
            | Shape::Measured { .. }
            | Shape::Pattern
            | Shape::Step
            | Shape::Code(_)
            | Shape::Codes(_)
            | Shape::OpenCode(_)
            | Shape::Family
            | Shape::Goals
            | Shape::Attainment
    )
}

/// The days that a row is about: all of them where it does not say.
fn days_of(form: &Form, draft: &Draft) -> (NaiveDate, NaiveDate) {
    let day = |key: &str| form.field(key).and_then(|_| draft.get(key).parse::<NaiveDate>().ok());
    match day("on") {
        Some(on) => (on, on),
        None => (NaiveDate::MIN, NaiveDate::MAX),
    }
}
