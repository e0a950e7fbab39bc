//! Changes of visits: each is one change in the journal, however many rows it touches, and one undo takes it back.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::stands::stored_of;
use super::stopped::{Watch, Written};
use super::{arrangement, must_belong, occurrence};
use crate::domain::access::Right;
use crate::domain::ids::{ArrangementId, ChangeId, OccurrenceId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Changed, Occurrence};
use crate::store::journal::{self, Cause};
use crate::store::record::{Origin, Row as _};
use crate::store::{Store, not_found};

/// What came of saving a visit or a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitSaving {
    /// Saved.
    Saved,
    /// A colleague saved first; nothing was written, and it must be read again.
    Newer,
}

/// What a visit was when somebody began to write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitSeen {
    /// Something was stored of it; the version of that.
    Stored(i64),
    /// It was what the series gives; the version of the arrangement.
    Given(i64),
}

impl VisitSeen {
    /// As one number, for a draft: the version of what is stored, or below zero that of the arrangement.
    pub fn number(self) -> i64 {
        match self {
            Self::Stored(version) => version,
            Self::Given(version) => -version,
        }
    }

    /// From that number.
    pub fn from_number(number: i64) -> Self {
        if number > 0 { Self::Stored(number) } else { Self::Given(-number) }
    }
}

/// What came of a change inside its transaction: none when a colleague was first.
type Done = Option<ChangeId>;

impl Store {
    /// Plans visits: an arrangement, and what is to be said of some of its visits already. Their own arrangement is
    /// filled in here.
    ///
    /// # Errors
    /// Refused by role or family; somebody of another family; a visit that a restriction stops.
    pub fn plan(
        &self,
        arrangement: &Arrangement,
        stored: &[Occurrence],
        origin: Origin<'_>,
    ) -> Result<ArrangementId, Problem> {
        self.ask(Right::PlanVisits)?;
        let (id, change) = self.write(|transaction| {
            self.ask_for_family(Right::PlanVisits, arrangement.family)?;
            let change = journal::next_change(transaction)?;
            let id = self.plan_watched(transaction, change, Cause::Person, arrangement, stored)?;
            self.drop_origin(transaction, origin)?;
            Ok((id, change))
        })?;
        self.remember(change);
        Ok(id)
    }

    /// Takes in visits from a file, all or none, as one change.
    ///
    /// # Errors
    /// Refused to roles that do not import; as [`Store::plan`].
    pub fn import_visits(&self, all: &[(Arrangement, Vec<Occurrence>)]) -> Result<(), Problem> {
        self.ask(Right::ImportCases)?;
        self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            for (arrangement, stored) in all {
                self.ask_for_family(Right::ImportCases, arrangement.family)?;
                self.plan_watched(transaction, change, Cause::Import, arrangement, stored)?;
            }
            Ok(())
        })
    }

    pub(in crate::store) fn plan_watched(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        cause: Cause,
        arrangement: &Arrangement,
        stored: &[Occurrence],
    ) -> Result<ArrangementId, Problem> {
        let watch = Watch::over(transaction, [arrangement.family], self.today())?;
        let id = self.plan_in(transaction, (change, cause), arrangement, stored, &[])?;
        watch.refuse(transaction, &Written::Planned(id))?;
        Ok(id)
    }

    fn plan_in(
        &self,
        transaction: &Transaction<'_>,
        (change, cause): (ChangeId, Cause),
        arrangement: &Arrangement,
        stored: &[Occurrence],
        already: &[PersonId],
    ) -> Result<ArrangementId, Problem> {
        must_belong(transaction, arrangement.family, &arrangement::people(arrangement), already)?;
        let id = arrangement.put(transaction, None)?;
        self.journal_add::<Arrangement>(transaction, change, cause, id)?;
        for one in stored {
            must_belong(transaction, arrangement.family, &occurrence::people(one), already)?;
            let own = Occurrence { arrangement: ArrangementId(id), ..one.clone() }.put(transaction, None)?;
            self.journal_add::<Occurrence>(transaction, change, cause, own)?;
        }
        Ok(ArrangementId(id))
    }

    /// Writes one visit, if it still is what was seen of it. What says no more than the series is not stored.
    ///
    /// # Errors
    /// Refused by role or family; no such arrangement, or none that gives such a visit; somebody of another family; a
    /// visit that a restriction stops.
    pub fn write_visit(
        &self,
        occurrence: &Occurrence,
        seen: VisitSeen,
        origin: Origin<'_>,
    ) -> Result<VisitSaving, Problem> {
        self.write_all(std::slice::from_ref(&(occurrence.clone(), seen)), origin)
    }

    /// Writes several visits at once, each if it still is what was seen of it: all or none, as one change.
    ///
    /// # Errors
    /// As [`Store::write_visit`].
    pub fn write_visits(&self, all: &[(Occurrence, VisitSeen)]) -> Result<VisitSaving, Problem> {
        self.write_all(all, Origin::Direct)
    }

    /// What a restriction says against writing one visit, if it is refused; nothing is written.
    ///
    /// # Errors
    /// As [`Store::write_visit`], but for what a restriction stops.
    pub fn refused_visit(&self, occurrence: &Occurrence, seen: VisitSeen) -> Result<Option<Problem>, Problem> {
        self.ask(Right::PlanVisits)?;
        let all = std::slice::from_ref(&(occurrence.clone(), seen)).to_vec();
        match self.try_out(|transaction| self.write_in(transaction, &all, Origin::Direct)) {
            Err(problem) if problem.key == "restricted" => Ok(Some(problem)),
            Err(problem) => Err(problem),
            Ok(_) => Ok(None),
        }
    }

    fn write_all(&self, all: &[(Occurrence, VisitSeen)], origin: Origin<'_>) -> Result<VisitSaving, Problem> {
        self.ask(Right::PlanVisits)?;
        self.save_visits(|transaction| self.write_in(transaction, all, origin))
    }

    fn write_in(
        &self,
        transaction: &Transaction<'_>,
        all: &[(Occurrence, VisitSeen)],
        origin: Origin<'_>,
    ) -> Result<Done, Problem> {
        // A transaction that nothing failed in is kept: all must be as it was seen before the first is written.
        let mut found = Vec::with_capacity(all.len());
        for (occurrence, seen) in all {
            let Some((of, own)) = self.still_is(transaction, occurrence, *seen)? else { return Ok(None) };
            found.push((occurrence, of, own));
        }
        let watch = Watch::over(transaction, found.iter().map(|(_, of, _)| of.family), self.today())?;
        let first = found.first().and_then(|(_, _, own)| *own);
        let change = self.change_for(transaction, origin, first.map(|own| (Occurrence::NOUN, own.0)))?;
        for (occurrence, of, own) in &found {
            self.write_one(transaction, (change, Cause::Person), of, occurrence, *own)?;
        }
        let written: Vec<_> = all.iter().map(|(occurrence, _)| (occurrence.arrangement, occurrence.given)).collect();
        watch.refuse(transaction, &Written::Visits(&written))?;
        self.drop_origin(transaction, origin)?;
        Ok(Some(change))
    }

    /// The arrangement of a visit and what is stored of it, if they are as they were seen, and its people may be named.
    fn still_is(
        &self,
        transaction: &Transaction<'_>,
        occurrence: &Occurrence,
        seen: VisitSeen,
    ) -> Result<Option<(Arrangement, Option<OccurrenceId>)>, Problem> {
        let (version, of) =
            Arrangement::fetch(transaction, occurrence.arrangement.0)?.ok_or_else(|| not_found(Arrangement::NOUN))?;
        self.ask_for_family(Right::PlanVisits, of.family)?;
        let found = find(transaction, occurrence.arrangement, occurrence.given)?;
        match (found, seen) {
            (Some((_, now)), VisitSeen::Stored(then)) if now == then => {}
            (None, VisitSeen::Given(then)) if version == then && of.series.gives(occurrence.given) => {}
            (None, VisitSeen::Given(then)) if version == then => return Err(not_found(Occurrence::NOUN)),
            _ => return Ok(None),
        }
        let own = found.map(|(own, _)| own);
        let stored = own.map(|own| Occurrence::fetch(transaction, own.0)).transpose()?.flatten();
        let mut already = arrangement::people(&of);
        already.extend(stored.iter().flat_map(|(_, stored)| occurrence::people(stored)));
        must_belong(transaction, of.family, &occurrence::people(occurrence), &already)?;
        Ok(Some((of, own)))
    }

    /// Saves what a change made of a series (see `domain::visit::change`), if neither the arrangement nor anything
    /// stored of its visits was saved since: `version` is the arrangement's, `before` all that was stored then, as the
    /// diary of the family gives it.
    ///
    /// # Errors
    /// Refused by role or family; no such arrangement; somebody of another family; a visit that a restriction stops.
    pub fn change_series(
        &self,
        (id, version): (ArrangementId, i64),
        before: &[Occurrence],
        changed: &Changed,
        origin: Origin<'_>,
    ) -> Result<VisitSaving, Problem> {
        self.ask(Right::PlanVisits)?;
        self.save_visits(|transaction| {
            let (found, old) = Arrangement::fetch(transaction, id.0)?.ok_or_else(|| not_found(Arrangement::NOUN))?;
            self.ask_for_family(Right::PlanVisits, old.family)?;
            let stored = stored_of(transaction, id)?;
            let same = stored.len() == before.len() && stored.iter().all(|one| before.contains(one));
            if found != version || !same {
                return Ok(None);
            }
            let next = changed.next.as_ref().map(|next| &next.arrangement);
            for new in std::iter::once(&changed.arrangement).chain(next) {
                self.ask_for_family(Right::PlanVisits, new.family)?;
            }
            // Whoever already stands in a series may stay in it, and is not taken along into another family.
            let mut already = people_of(&old, &stored);
            already.retain(|_| changed.arrangement.family == old.family);
            let people = people_of(&changed.arrangement, &changed.stored);
            must_belong(transaction, changed.arrangement.family, &people, &already)?;
            already.retain(|_| next.is_none_or(|next| next.family == old.family));
            let families = [&old, &changed.arrangement].into_iter().chain(next).map(|of| of.family);
            let watch = Watch::over(transaction, families, self.today())?;
            let change = journal::next_change(transaction)?;
            let next = self.change_in(transaction, change, (id, &old), &stored, changed, &already)?;
            watch.refuse(transaction, &Written::Series(id, next))?;
            self.drop_origin(transaction, origin)?;
            Ok(Some(change))
        })
    }

    fn change_in(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        (id, old): (ArrangementId, &Arrangement),
        stored: &[Occurrence],
        changed: &Changed,
        already: &[PersonId],
    ) -> Result<Option<ArrangementId>, Problem> {
        // What the change is about comes first in the journal: it is what undo tells.
        if changed.arrangement != *old {
            changed.arrangement.put(transaction, Some(id.0))?;
            self.journal_change(transaction, change, Cause::Person, id.0, old)?;
        }
        for one in stored.iter().filter(|one| !changed.stored.iter().any(|kept| kept.given == one.given)) {
            if let Some((own, _)) = find(transaction, id, one.given)? {
                self.journal_remove(transaction, change, Cause::Person, own.0, one)?;
                Occurrence::delete(transaction, own.0)?;
            }
        }
        for one in changed.stored.iter().filter(|one| !stored.contains(one)) {
            let own = find(transaction, id, one.given)?.map(|(own, _)| own);
            let one = Occurrence { arrangement: id, ..one.clone() };
            self.write_one(transaction, (change, Cause::Person), &changed.arrangement, &one, own)?;
        }
        let plan = |next: &crate::domain::visit::Next| {
            let stored = next.stored(ArrangementId(0));
            self.plan_in(transaction, (change, Cause::Person), &next.arrangement, &stored, already)
        };
        changed.next.as_ref().map(plan).transpose()
    }

    /// Does a change of visits. One that came to nothing leaves nothing to undo.
    fn save_visits(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<Done, Problem>,
    ) -> Result<VisitSaving, Problem> {
        let (saving, change) = self.write(|transaction| match work(transaction)? {
            None => Ok((VisitSaving::Newer, None)),
            Some(change) => {
                let is_told = journal::tells_of(transaction, change)?;
                Ok((VisitSaving::Saved, is_told.then_some(change)))
            }
        })?;
        if let Some(change) = change {
            self.remember(change);
        }
        Ok(saving)
    }

    /// Writes one visit in the place of what was stored of it; takes that away where nothing more is to be said than
    /// the series gives.
    pub(super) fn write_one(
        &self,
        transaction: &Transaction<'_>,
        (change, cause): (ChangeId, Cause),
        of: &Arrangement,
        occurrence: &Occurrence,
        own: Option<OccurrenceId>,
    ) -> Result<(), Problem> {
        let before = own.map(|own| Occurrence::fetch(transaction, own.0)).transpose()?.flatten();
        let plain = occurrence.is_plain(of) && of.series.gives(occurrence.given);
        match (own, before) {
            (Some(_), Some((_, before))) if before == *occurrence => Ok(()),
            (Some(own), Some((_, before))) if plain => {
                self.journal_remove(transaction, change, cause, own.0, &before)?;
                Occurrence::delete(transaction, own.0)
            }
            (Some(own), Some((_, before))) => {
                occurrence.put(transaction, Some(own.0))?;
                self.journal_change(transaction, change, cause, own.0, &before)
            }
            _ if plain => Ok(()),
            _ => {
                let own = occurrence.put(transaction, None)?;
                self.journal_add::<Occurrence>(transaction, change, cause, own)
            }
        }
    }
}

/// Whom an arrangement and what is stored of its visits are about.
pub(super) fn people_of(arrangement: &Arrangement, stored: &[Occurrence]) -> Vec<PersonId> {
    let mut people = arrangement::people(arrangement);
    people.extend(stored.iter().flat_map(occurrence::people));
    people
}

/// Identity and version of what is stored of a visit.
pub(super) fn find(
    connection: &Connection,
    arrangement: ArrangementId,
    given: NaiveDate,
) -> Result<Option<(OccurrenceId, i64)>, Problem> {
    let found = connection
        .prepare_cached("SELECT id, version FROM occurrence WHERE arrangement = :arrangement AND given = :given")?
        .query_row(named_params! {":arrangement": arrangement.0, ":given": given}, |row| {
            Ok((OccurrenceId(row.get(0)?), row.get(1)?))
        })
        .optional()?;
    Ok(found)
}
