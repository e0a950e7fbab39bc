//! Changes of visits: each is one change in the journal, however many rows it touches, and one undo takes it back.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use crate::domain::access::Act;
use crate::domain::ids::{ArrangementId, ChangeId, OccurrenceId};
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

/// Whether anything was written, and so journalled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrote {
    Something,
    Nothing,
}

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
        self.ask_for_family(Act::PlanVisits, arrangement.family)?;
        let (id, change) = self.write(|transaction| {
            self.ask_for_family(Act::PlanVisits, arrangement.family)?;
            let change = journal::next_change(transaction)?;
            let id = self.plan_in(transaction, change, Cause::Person, arrangement, stored)?;
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
        self.ask(Act::ImportCases)?;
        self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            for (arrangement, stored) in all {
                self.ask_for_family(Act::ImportCases, arrangement.family)?;
                self.plan_in(transaction, change, Cause::Import, arrangement, stored)?;
            }
            Ok(())
        })
    }

    fn plan_in(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        cause: Cause,
        arrangement: &Arrangement,
        stored: &[Occurrence],
    ) -> Result<ArrangementId, Problem> {
        arrangement.check(transaction, None)?;
        let id = arrangement.put(transaction, None)?;
        self.journal_add::<Arrangement>(transaction, change, cause, id)?;
        for one in stored {
            let own = Occurrence { arrangement: ArrangementId(id), ..one.clone() }.put(transaction, None)?;
            self.journal_add::<Occurrence>(transaction, change, cause, own)?;
        }
        Ok(ArrangementId(id))
    }

    /// Writes one visit, if nobody saved it since the version named; none stands for nothing stored. What says no more
    /// than the series is not stored.
    ///
    /// # Errors
    /// Refused by role or family; no such arrangement; a visit that a restriction stops.
    pub fn write_visit(
        &self,
        occurrence: &Occurrence,
        seen: Option<i64>,
        origin: Origin<'_>,
    ) -> Result<VisitSaving, Problem> {
        self.write_visits(&[(occurrence.clone(), seen)], origin)
    }

    /// Writes several visits at once, each if nobody saved it since the version named: all or none, as one change.
    ///
    /// # Errors
    /// As [`Store::write_visit`].
    pub fn write_visits(&self, all: &[(Occurrence, Option<i64>)], origin: Origin<'_>) -> Result<VisitSaving, Problem> {
        self.ask(Act::PlanVisits)?;
        let written = self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            let mut written = Wrote::Nothing;
            for (occurrence, seen) in all {
                let (_, of) = Arrangement::fetch(transaction, occurrence.arrangement.0)?
                    .ok_or_else(|| not_found(Arrangement::NOUN))?;
                self.ask_for_family(Act::PlanVisits, of.family)?;
                let found = find(transaction, occurrence.arrangement, occurrence.given)?;
                if found.map(|(_, version)| version) != *seen {
                    return Ok(None);
                }
                occurrence.check(transaction, None)?;
                let own = found.map(|(id, _)| id);
                if self.write_one(transaction, change, &of, occurrence, own)? == Wrote::Something {
                    written = Wrote::Something;
                }
            }
            self.drop_origin(transaction, origin)?;
            Ok(Some((written, change)))
        })?;
        match written {
            None => return Ok(VisitSaving::Newer),
            Some((Wrote::Something, change)) => self.remember(change),
            // Nothing to undo.
            Some((Wrote::Nothing, _)) => {}
        }
        Ok(VisitSaving::Saved)
    }

    /// Saves what a change made of a series (see `domain::visit::change`), if neither the arrangement nor anything
    /// stored of its visits was saved since: `version` is the arrangement's, `before` what was stored then.
    ///
    /// # Errors
    /// Refused by role or family; no such arrangement; a visit that a restriction stops.
    pub fn change_series(
        &self,
        (id, version): (ArrangementId, i64),
        before: &[Occurrence],
        changed: &Changed,
        origin: Origin<'_>,
    ) -> Result<VisitSaving, Problem> {
        self.ask(Act::PlanVisits)?;
        let change = self.write(|transaction| {
            let (found, old) = Arrangement::fetch(transaction, id.0)?.ok_or_else(|| not_found(Arrangement::NOUN))?;
            self.ask_for_family(Act::PlanVisits, old.family)?;
            self.ask_for_family(Act::PlanVisits, changed.arrangement.family)?;
            let stored = super::stopped::stored_of(transaction, id)?;
            let same = stored.len() == before.len() && stored.iter().all(|one| before.contains(one));
            if found != version || !same {
                return Ok(None);
            }
            if changed.arrangement == old && changed.next.is_none() && changed.stored.len() == stored.len() {
                return Ok(Some(None));
            }
            let change = journal::next_change(transaction)?;
            for one in &stored {
                let kept = changed.stored.iter().any(|kept| kept.given == one.given);
                let own = find(transaction, id, one.given)?;
                if let Some((own, _)) = own.filter(|_| !kept) {
                    self.journal_remove(transaction, change, Cause::Person, own.0, one)?;
                    Occurrence::delete(transaction, own.0)?;
                }
            }
            if changed.arrangement != old {
                changed.arrangement.put(transaction, Some(id.0))?;
                self.journal_change(transaction, change, Cause::Person, id.0, &old)?;
            }
            for one in changed.stored.iter().filter(|one| !stored.contains(one)) {
                let own = find(transaction, id, one.given)?.map(|(own, _)| own);
                self.write_one(transaction, change, &changed.arrangement, one, own)?;
            }
            if let Some(next) = &changed.next {
                let placeholder = ArrangementId(0);
                self.plan_in(transaction, change, Cause::Person, &next.arrangement, &next.stored(placeholder))?;
            }
            // A series that only ends earlier stops nothing that was not stopped before.
            if changed.next.is_none() {
                changed.arrangement.check(transaction, Some(id.0))?;
            }
            self.drop_origin(transaction, origin)?;
            Ok(Some(Some(change)))
        })?;
        let Some(change) = change else { return Ok(VisitSaving::Newer) };
        change.into_iter().for_each(|change| self.remember(change));
        Ok(VisitSaving::Saved)
    }

    /// Writes one visit in the place of what was stored of it; takes that away where nothing more is to be said.
    fn write_one(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        of: &Arrangement,
        occurrence: &Occurrence,
        own: Option<OccurrenceId>,
    ) -> Result<Wrote, Problem> {
        let before = own.map(|own| Occurrence::fetch(transaction, own.0)).transpose()?.flatten();
        let plain = occurrence.is_plain(of);
        match (own, before) {
            (Some(own), Some((_, before))) if plain => {
                self.journal_remove(transaction, change, Cause::Person, own.0, &before)?;
                Occurrence::delete(transaction, own.0)?;
            }
            (Some(_), Some((_, before))) if before == *occurrence => return Ok(Wrote::Nothing),
            (Some(own), Some((_, before))) => {
                occurrence.put(transaction, Some(own.0))?;
                self.journal_change(transaction, change, Cause::Person, own.0, &before)?;
            }
            _ if plain => return Ok(Wrote::Nothing),
            _ => {
                let own = occurrence.put(transaction, None)?;
                self.journal_add::<Occurrence>(transaction, change, Cause::Person, own)?;
            }
        }
        Ok(Wrote::Something)
    }
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
