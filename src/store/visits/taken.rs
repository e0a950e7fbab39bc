//! Visits out of a file: new arrangements, and single visits of those that are there; all or none, as one change.

use rusqlite::Transaction;

use super::change::{VisitSeen, find};
use super::stopped::{Watch, Written};
use super::{arrangement, must_belong, occurrence};
use crate::domain::access::Right;
use crate::domain::ids::{ArrangementId, ChangeId, FamilyId, OccurrenceId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::{Arrangement, CalendarEvent, Occurrence};
use crate::store::journal::{self, Cause};
use crate::store::record::Row as _;
use crate::store::{Store, not_found};

/// What a file says of visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakenVisit {
    /// An arrangement that was not there, with what is to be stored of its visits.
    Planned(Box<Arrangement>, Vec<Occurrence>, Option<Follows>),
    /// A visit of an arrangement that is there, as it is now to be; and what it was seen as.
    Written(Box<Occurrence>, VisitSeen),
    /// The same, where a calendar tells it: what it tells of its event from now on stands with the arrangement.
    Told(Box<CalendarEvent>, Box<Occurrence>, VisitSeen),
}

/// Which arrangement a new one goes on from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// One that is there.
    There(ArrangementId),
    /// The one that stands at this place of the same file.
    New(usize),
}

/// The arrangements that were made so far, by their places.
type Made = Vec<Option<ArrangementId>>;

impl Store {
    /// Takes in visits, all or none, as one change.
    ///
    /// # Errors
    /// Refused to roles that do not import; somebody of another family; a visit that a restriction stops; a visit that
    /// somebody has changed since.
    pub fn take_in_visits(&self, all: &[TakenVisit]) -> Result<(), Problem> {
        self.ask(Right::ImportCases)?;
        self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            let mut made = Made::new();
            all.iter().try_for_each(|one| self.take_one(transaction, change, one, &mut made))
        })
    }

    /// The families that one reaches with visits out of others' calendars.
    ///
    /// # Errors
    /// Refused to roles that do not import.
    pub fn families_in_calendars(&self) -> Result<Vec<FamilyId>, Problem> {
        let reached = self.ask(Right::ImportCases)?;
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT DISTINCT a.family FROM arrangement a WHERE a.event_uid IS NOT NULL AND {} ORDER BY a.family",
            reached.reaches("a.family")
        ))?;
        let rows = statement.query_map([], |row| row.get(0).map(FamilyId))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Which of the visits of a file would be refused, by their places, and why. They are tried one after the other,
    /// those before counted in; nothing is stored.
    ///
    /// # Errors
    /// Refused by role or family; what is no matter of a single visit.
    pub fn weigh_visits(&self, all: &[TakenVisit]) -> Result<Vec<(usize, Problem)>, Problem> {
        self.ask(Right::ImportCases)?;
        self.try_out(|transaction| {
            let change = journal::next_change(transaction)?;
            let (mut made, mut refused) = (Made::new(), Vec::new());
            for (place, one) in all.iter().enumerate() {
                transaction.execute_batch("SAVEPOINT one")?;
                match self.take_one(transaction, change, one, &mut made) {
                    Ok(()) => {}
                    Err(problem) if problem.kind == Kind::Invalid => {
                        transaction.execute_batch("ROLLBACK TO one")?;
                        made.push(None);
                        refused.push((place, problem));
                    }
                    Err(problem) => return Err(problem),
                }
                transaction.execute_batch("RELEASE one")?;
            }
            Ok(refused)
        })
    }

    fn take_one(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        one: &TakenVisit,
        made: &mut Made,
    ) -> Result<(), Problem> {
        match one {
            TakenVisit::Planned(arrangement, stored, follows) => {
                self.ask_for_family(Right::ImportCases, arrangement.family)?;
                let follows = match follows {
                    Some(Follows::There(id)) => Some(*id),
                    Some(Follows::New(place)) => made.get(*place).copied().flatten(),
                    None => None,
                };
                let arrangement = Arrangement { follows, ..(**arrangement).clone() };
                let id = self.plan_watched(transaction, change, Cause::Import, &arrangement, stored)?;
                made.push(Some(id));
            }
            TakenVisit::Written(occurrence, seen) | TakenVisit::Told(_, occurrence, seen) => {
                let overtaken = || Problem::new(Kind::Conflict, "import-overtaken");
                let (mut of, own) = self.as_seen(transaction, occurrence, *seen)?.ok_or_else(overtaken)?;
                if let TakenVisit::Told(event, ..) = one {
                    let id = occurrence.arrangement.0;
                    let now = Arrangement { event: Some((**event).clone()), ..of.clone() };
                    now.put(transaction, Some(id))?;
                    self.journal_change(transaction, change, Cause::Import, id, &of)?;
                    of = now;
                }
                let watch = Watch::over(transaction, [of.family], self.today())?;
                self.write_one(transaction, (change, Cause::Import), &of, occurrence, own)?;
                watch.refuse(transaction, &Written::Visits(&[(occurrence.arrangement, occurrence.given)]))?;
                made.push(None);
            }
        }
        Ok(())
    }

    /// The arrangement of a visit and what is stored of it, if they are as they were seen. A file may tell of a visit
    /// that its series does not give any more: it was written on before the series was changed.
    fn as_seen(
        &self,
        transaction: &Transaction<'_>,
        occurrence: &Occurrence,
        seen: VisitSeen,
    ) -> Result<Option<(Arrangement, Option<OccurrenceId>)>, Problem> {
        let id = occurrence.arrangement;
        let (version, of) = Arrangement::fetch(transaction, id.0)?.ok_or_else(|| not_found(Arrangement::NOUN))?;
        self.ask_for_family(Right::ImportCases, of.family)?;
        let own = match (find(transaction, id, occurrence.given)?, seen) {
            (Some((own, now)), VisitSeen::Stored(then)) if now == then => Some(own),
            (None, VisitSeen::Given(then)) if version == then => None,
            _ => return Ok(None),
        };
        let stored = own.map(|own| Occurrence::fetch(transaction, own.0)).transpose()?.flatten();
        let mut already = arrangement::people(&of);
        already.extend(stored.iter().flat_map(|(_, stored)| occurrence::people(stored)));
        must_belong(transaction, of.family, &occurrence::people(occurrence), &already)?;
        Ok(Some((of, own)))
    }
}
