//! Visits on their way out: those that are stored and those that a series gives, with what is kept back of them.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::noun::Told;
use super::outgoing::{Row, RowId};
use super::protection::Audience;
use super::telling::called;
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::entry::visit::{
    ACCOUNTS, ARRANGED, Arranged, PREPARATIONS, account_draft, arranged_draft, preparation_draft, visit_draft,
};
use crate::domain::entry::{Draft, VISITS, VisitRecord};
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
use crate::domain::noun::NounKind;
use crate::domain::noun::Shown::{Column, Whom, Whose};
use crate::domain::noun::{Concern, Turn};
use crate::domain::person::Person;
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::{After, Arrangement, Before, Breach, During, Occurrence, Visit};
use crate::store::{Diary, DiaryOf, Each, Listing, OfFamily, Store, Stored};

/// What series of visits are to files and lists.
pub(super) const ARRANGEMENTS_TOLD: Told = Told {
    columns: &ARRANGED,
    shown: &[
        Whose,
        Whom("child"),
        Column("with"),
        Column("pattern"),
        Column("from"),
        Column("until"),
        Column("times"),
        Column("start"),
        Column("end"),
        Column("step"),
        Column("supporter"),
    ],
    kept_back: &["place"],
    turn: Turn::Arrangements,
    concern: Concern::Named,
};

/// What single visits are.
pub(super) const VISITS_TOLD: Told = Told {
    columns: &VISITS,
    shown: &[
        Column("on"),
        Column("start"),
        Column("end"),
        Whose,
        Whom("child"),
        Column("with"),
        Column("contact"),
        Column("outcome"),
        Column("step"),
        Column("place"),
        Column("supporter"),
    ],
    kept_back: &["place"],
    turn: Turn::Visits,
    concern: Concern::Named,
};

/// What is written of visits.
pub(super) const ACCOUNTS_TOLD: Told = Told {
    columns: &ACCOUNTS,
    shown: &[
        Column("on"),
        Whose,
        Whom("child"),
        Column("came"),
        Column("late_minutes"),
        Column("child_word"),
        Column("words_same_day"),
        Column("judgement"),
    ],
    kept_back: &[],
    turn: Turn::OfVisits,
    concern: Concern::Named,
};

/// What is prepared for visits.
pub(super) const PREPARATIONS_TOLD: Told = Told {
    columns: &PREPARATIONS,
    shown: &[
        Column("on"),
        Whose,
        Whom("child"),
        Column("child_prepared"),
        Column("adult_prepared"),
        Column("home_prepared"),
        Column("watch_for"),
        Column("stop_rule"),
    ],
    kept_back: &[],
    turn: Turn::OfVisits,
    concern: Concern::Named,
};

/// The first and the last day that can be asked for.
pub const ALL_DAYS: (NaiveDate, NaiveDate) =
    match (NaiveDate::from_ymd_opt(1, 1, 1), NaiveDate::from_ymd_opt(9998, 12, 31)) {
        (Some(first), Some(last)) => (first, last),
        _ => (NaiveDate::MIN, NaiveDate::MAX),
    };

/// What is told of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// When, with whom, what came of it.
    Visit,
    /// What is written of it.
    Account,
    /// What is prepared.
    Preparation,
}

impl Part {
    /// Whether there is anything of it.
    fn is_told(self, visit: &Visit<'_>) -> bool {
        let written = |is: &dyn Fn(&Occurrence) -> bool| visit.written.is_some_and(is);
        match self {
            Self::Visit => true,
            Self::Account => written(&|one| (&one.during, &one.after) != (&During::default(), &After::default())),
            Self::Preparation => written(&|one| one.before != Before::default()),
        }
    }
}

/// Hands over the visits of a listing, or a part of them, by day and time. Both its days must be told: a series may
/// have no end. A visit that is left out of its series is none, and stands only where the whole of a casebook goes out.
///
/// # Errors
/// Refused by role or family; a listing without its days; whatever the taker reports.
pub(super) fn each(
    store: &Store,
    part: Part,
    listing: &Listing,
    audience: Audience,
    each: Each<'_, Row>,
) -> Result<(), Problem> {
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
        let stopped = diary.stopped(first, last);
        let mut visits = diary.visits(first, last);
        if audience == Audience::Whole || part != Part::Visit {
            visits.extend(left_out(&diary, first, last));
            visits.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.id, visit.given));
        }
        for visit in visits.iter().filter(|visit| part.is_told(visit)) {
            let why = stopped.get(&(visit.id, visit.given)).map(|(_, breach)| *breach);
            each(households.part(part, &diary, (visit, why), audience)?)?;
        }
        let Some(next) = last.succ_opt() else { break };
        first = next;
    }
    Ok(())
}

/// The visits of a window that are left out of their series.
fn left_out(diary: &Diary, first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = Visit<'_>> {
    diary.arrangements.iter().flat_map(move |stored| {
        let of = diary.stored(stored.id).iter().filter(move |one| one.skipped && (first..=last).contains(&one.on));
        of.map(|one| Visit { id: stored.id, arrangement: &stored.value, given: one.given, written: Some(one) })
    })
}

/// Hands over the arrangements of a listing, each whole.
///
/// # Errors
/// Refused by role or family; whatever the taker reports.
pub(super) fn arrangements(
    store: &Store,
    listing: &Listing,
    audience: Audience,
    each: Each<'_, Row>,
) -> Result<(), Problem> {
    let households = Households::new(store);
    store.each::<Arrangement>(listing, &mut |OfFamily { family, value: stored }| {
        let household = households.of(family.id)?;
        let left_out = store.stored_visits(stored.id)?.into_iter().filter(|one| one.skipped).map(|one| one.given);
        let child = household.person(stored.value.child).map(|child| child.given_name.shown(audience.setting()));
        let arranged = household.arranged(&stored, left_out.collect());
        let draft = arranged_draft(&arranged, &family.case_ref, &household.names(audience), audience.setting());
        each(Row { id: RowId::Record(stored.id.0), family, person: child, draft })
    })
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
    people: Vec<Stored<Person>>,
    /// The places of its arrangements.
    series: HashMap<ArrangementId, u32>,
}

impl Household {
    /// A person.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id).map(|person| &person.value)
    }

    /// The place of an arrangement among the family's.
    pub(super) fn series(&self, id: ArrangementId) -> Option<u32> {
        self.series.get(&id).copied()
    }

    /// An arrangement as a row tells it.
    pub(super) fn arranged(&self, stored: &Stored<Arrangement>, left_out: BTreeSet<NaiveDate>) -> Arranged {
        let follows = stored.value.follows.and_then(|id| self.series(id));
        Arranged { series: self.series(stored.id), arrangement: stored.value.clone(), follows, left_out }
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
        let there = self.store.numbers_of(NounKind::Arrangements, family)?;
        let series = there.into_iter().map(ArrangementId).zip(1..).collect();
        let household = Rc::new(Household { people: self.store.people_of(family)?, series });
        self.known.borrow_mut().insert(family, Rc::clone(&household));
        Ok(household)
    }

    /// A visit on its way out, and why a restriction stops it.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn row(
        &self,
        diary: &Diary,
        visit: &Visit<'_>,
        stopped: Option<Breach>,
        audience: Audience,
    ) -> Result<Row, Problem> {
        self.part(Part::Visit, diary, (visit, stopped), audience)
    }

    fn part(
        &self,
        part: Part,
        diary: &Diary,
        (visit, stopped): (&Visit<'_>, Option<Breach>),
        audience: Audience,
    ) -> Result<Row, Problem> {
        let of = visit.arrangement;
        let household = self.of(of.family)?;
        let unknown = || FamilyName { id: of.family, name: String::new(), case_ref: String::new() };
        let family = diary.known.families.get(&of.family).cloned().unwrap_or_else(unknown);
        let names = household.names(audience);
        let draft = household.told(part, visit, &family.case_ref, &names, audience);
        let id = RowId::Visit { arrangement: visit.id, given: visit.given, on: visit.on(), stopped };
        let person = household.person(of.child).map(|child| child.given_name.shown(audience.setting()));
        Ok(Row { id, family, person, draft })
    }
}

impl Household {
    /// A part of a visit as a row, nothing kept back of it.
    pub(super) fn told(
        &self,
        part: Part,
        visit: &Visit<'_>,
        case_ref: &str,
        names: &[MemberName],
        audience: Audience,
    ) -> Draft {
        let draft = match part {
            Part::Visit => visit_draft(&VisitRecord::of(visit), case_ref, names, audience.setting()),
            Part::Account => {
                visit.written.map_or_else(Draft::default, |one| account_draft(&one.during, &one.after, names))
            }
            Part::Preparation => visit.written.map_or_else(Draft::default, |one| preparation_draft(&one.before)),
        };
        let child = self.person(visit.arrangement.child).map(|child| child.reference.as_str());
        let moved_from = Some(visit.given).filter(|given| *given != visit.on());
        draft
            .with("case_ref", case_ref)
            .with("child_ref", child.unwrap_or_default())
            .with("on", visit.on().to_string())
            .with_some("series", self.series(visit.id))
            .with_some("moved_from", moved_from)
    }
}
