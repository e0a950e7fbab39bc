//! One visit, and who supports visits.

use chrono::NaiveDate;
use rusqlite::named_params;

use super::change::{VisitSeen, find};
use super::stands::stored_of;
use super::stopped::stopped_of;
use crate::domain::access::Right;
use crate::domain::codes::VisitOutcome;
use crate::domain::discretion::Setting;
use crate::domain::ids::{ArrangementId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Breach, Occurrence};
use crate::store::Store;
use crate::store::record::{Row as _, Stored};
use crate::store::standing::place_of;

/// A visit as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneVisit {
    /// Its arrangement.
    pub arrangement: Stored<Arrangement>,
    /// The visit, as it is stored or as the series gives it.
    pub occurrence: Occurrence,
    /// What it is seen as, for whoever writes it.
    pub seen: VisitSeen,
}

impl OneVisit {
    /// Whether it is still to be.
    pub fn is_ahead(&self) -> bool {
        matches!(self.occurrence.outcome, VisitOutcome::Planned | VisitOutcome::Moved) && !self.occurrence.skipped
    }
}

impl Store {
    /// Which restriction a visit breaks, if one, with nothing told of why: one still to be is stopped by it, one that
    /// was held was in breach of it.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn breach_of(&self, one: &OneVisit) -> Result<Option<Breach>, Problem> {
        let (of, visit) = (&one.arrangement.value, &one.occurrence);
        self.ask_for_family(Right::ReadCases, of.family)?;
        if !one.is_ahead() {
            return Ok(self.against_held(of, visit)?.map(|against| against.breach));
        }
        let stopped = stopped_of(&self.connection, of.family, visit.on, visit.on)?;
        Ok(stopped.get(&(visit.arrangement, visit.given)).copied())
    }

    /// A visit of an arrangement, by the day that the series gave it.
    ///
    /// # Errors
    /// Refused by role or family; no such arrangement.
    pub fn visit(&self, id: ArrangementId, given: NaiveDate) -> Result<OneVisit, Problem> {
        let mut arrangement: Stored<Arrangement> = self.get(id)?;
        let household = self.household_of(arrangement.value.family)?;
        let child = arrangement.value.child;
        place_of(&household, child, &mut arrangement.value.terms);
        let found = find(&self.connection, id, given)?;
        let stored = found.map(|(own, _)| Occurrence::fetch(&self.connection, own.0)).transpose()?.flatten();
        let mut occurrence = match stored {
            Some((_, occurrence)) => occurrence,
            None => Occurrence::given(id, &arrangement.value, given),
        };
        place_of(&household, child, &mut occurrence.terms);
        let seen = found.map_or(VisitSeen::Given(arrangement.version), |(_, version)| VisitSeen::Stored(version));
        Ok(OneVisit { arrangement, occurrence, seen })
    }

    /// The place of a visit where that is kept back even from the team's screens, for whoever opens it: journalled as a
    /// reading of the family. None where it is no secret, or there is none.
    ///
    /// # Errors
    /// Refused by role or family; no such arrangement.
    pub fn open_place(&self, id: ArrangementId, given: NaiveDate) -> Result<Option<String>, Problem> {
        let one = self.visit(id, given)?;
        let terms = &one.occurrence.terms;
        let days = Some(terms.days(one.occurrence.on));
        let Some(place) = terms.place.as_ref().filter(|place| place.shown(Setting::Page, days).is_none()) else {
            return Ok(None);
        };
        self.journal_opening("place", one.arrangement.id.0, one.arrangement.value.family)?;
        Ok(Some(place.bare().to_owned()))
    }

    /// What is stored of an arrangement's visits, by the days that the series gave.
    ///
    /// # Errors
    /// Refused by role or family; no such arrangement.
    pub fn stored_visits(&self, id: ArrangementId) -> Result<Vec<Occurrence>, Problem> {
        let _: Stored<Arrangement> = self.get(id)?;
        stored_of(&self.connection, id)
    }

    /// Who supports visits, whoever does it most first; then those whom the casebook knows as visit supporters.
    ///
    /// # Errors
    /// Refused by role.
    pub fn supporters(&self) -> Result<Vec<String>, Problem> {
        self.ask(Right::PlanVisits)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT s.name, count(l.arrangement) AS often
             FROM staff s LEFT JOIN arrangement_supporter l ON l.staff = s.id LEFT JOIN user u ON u.staff = s.id
             WHERE l.arrangement IS NOT NULL OR u.role = 'visit_supporter'
             GROUP BY s.id ORDER BY often DESC, s.folded",
        )?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// The step on the ladder where a child stands towards somebody, by the last move.
    ///
    /// # Errors
    /// Refused by role.
    pub fn step_of(&self, child: PersonId, with: PersonId) -> Result<Option<u8>, Problem> {
        let family = super::family_of(&self.connection, child)?;
        self.ask_for_family(Right::ReadCases, family)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT to_step FROM ladder_move WHERE child = :child AND with_person = :with
             ORDER BY on_day DESC, id DESC LIMIT 1",
        )?;
        let mut rows = statement.query(named_params! {":child": child.0, ":with": with.0})?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }
}
