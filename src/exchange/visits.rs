//! Visits on their way out: those that are stored and those that a series gives, with what is kept back of them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::outgoing::{Row, RowId, called};
use super::protection::Audience;
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::entry::VisitRecord;
use crate::domain::entry::visit::visit_draft;
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::person::Member;
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::Visit;
use crate::store::{Diary, DiaryOf, Each, Listing, Store, Stored};

/// The first and the last day that can be asked for.
pub const ALL_DAYS: (NaiveDate, NaiveDate) =
    match (NaiveDate::from_ymd_opt(1, 1, 1), NaiveDate::from_ymd_opt(9998, 12, 31)) {
        (Some(first), Some(last)) => (first, last),
        _ => (NaiveDate::MIN, NaiveDate::MAX),
    };

/// Hands over the visits of a listing by day and time. Both its days must be told: a series may have no end.
///
/// # Errors
/// Refused by role or family; a listing without its days; whatever the taker reports.
pub(super) fn each(store: &Store, listing: &Listing, audience: Audience, each: Each<'_, Row>) -> Result<(), Problem> {
    let Some((from, to)) = listing.from.zip(listing.to) else {
        return Err(Problem::new(Kind::Usage, "visits-need-days"));
    };
    let of = listing.family.map_or(DiaryOf::Everybody, DiaryOf::Family);
    let diary = store.diary(of, from, to)?;
    let households = Households::new(store);
    // A year at a time, so that a long stretch of days does not fill the memory.
    let mut first = from.max(earliest(&diary).unwrap_or(from));
    while first <= to {
        let last = NaiveDate::from_ymd_opt(first.year(), 12, 31).unwrap_or(to).min(to);
        for visit in diary.visits(first, last) {
            each(households.row(&diary, &visit, audience)?)?;
        }
        let Some(next) = last.succ_opt() else { break };
        first = next;
    }
    Ok(())
}

/// The first day that any visit can be on.
fn earliest(diary: &Diary) -> Option<NaiveDate> {
    let given = diary.arrangements.iter().map(|stored| stored.value.series.from);
    let stored = diary.occurrences.values().flatten().map(|one| one.on);
    given.chain(stored).min()
}

/// The people of a family.
#[derive(Debug)]
pub struct Household {
    people: Vec<Stored<Member>>,
}

impl Household {
    /// A person.
    pub fn person(&self, id: MemberId) -> Option<&Member> {
        self.people.iter().find(|person| person.id == id).map(|person| &person.value)
    }

    /// How its people are called.
    pub fn names(&self, audience: Audience) -> Vec<MemberName> {
        called(&self.people, audience)
    }
}

/// The households of families whose visits go out, each read once.
pub struct Households<'a> {
    store: &'a Store,
    known: RefCell<HashMap<FamilyId, Rc<Household>>>,
}

impl<'a> Households<'a> {
    /// None read yet.
    pub fn new(store: &'a Store) -> Self {
        Self { store, known: RefCell::default() }
    }

    /// A family's household.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn of(&self, family: FamilyId) -> Result<Rc<Household>, Problem> {
        if let Some(known) = self.known.borrow().get(&family) {
            return Ok(Rc::clone(known));
        }
        let household = Rc::new(Household { people: self.store.people_of(family)? });
        self.known.borrow_mut().insert(family, Rc::clone(&household));
        Ok(household)
    }

    /// A visit on its way out.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn row(&self, diary: &Diary, visit: &Visit<'_>, audience: Audience) -> Result<Row, Problem> {
        let of = visit.arrangement;
        let household = self.of(of.family)?;
        let unknown = || FamilyName { id: of.family, name: String::new(), case_ref: String::new() };
        let family = diary.known.families.get(&of.family).cloned().unwrap_or_else(unknown);
        let names = household.names(audience);
        let draft = visit_draft(&VisitRecord::of(visit), &family.case_ref, &names, audience.setting());
        let id = RowId::Visit { arrangement: visit.id, given: visit.given, on: visit.on() };
        let person = household.person(of.child).map(|child| child.given_name.shown(audience.setting()));
        Ok(Row { id, family, person, draft })
    }
}
