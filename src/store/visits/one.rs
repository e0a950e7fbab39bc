//! One visit, and who supports visits.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use super::change::{VisitSeen, find};
use super::reading;
use super::stopped::stored_of;
use crate::domain::access::Act;
use crate::domain::codes::Answer;
use crate::domain::ids::{ArrangementId, MemberId};
use crate::domain::problem::Problem;
use crate::domain::visit::calendar::{SUPPORTER_DAYS, unsupported};
use crate::domain::visit::clash::hit_by;
use crate::domain::visit::{Arrangement, Occurrence, Visit, visits as lay_out};
use crate::store::Store;
use crate::store::record::{Row as _, Stored};

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

/// Arrangements with supervised visits in a window, as a condition on `a`.
const SUPERVISED: &str = "a.id IN (SELECT id FROM arrangement
        WHERE last_day >= :from AND from_day <= :to AND supervision = 'yes'
        UNION SELECT arrangement FROM occurrence WHERE on_day BETWEEN :from AND :to AND supervision = 'yes')
    AND (:staff IS NULL
         OR EXISTS (SELECT 1 FROM family_support t WHERE t.family = a.family AND t.staff = :staff))";

/// What is stored of their visits that the window meets, as a condition on `o`.
const STORED_OF_THESE: &str = "o.arrangement IN (SELECT value FROM json_each(:ids))
    AND (o.on_day BETWEEN :from AND :to OR o.given BETWEEN :from AND :to)";

impl Store {
    /// A visit of an arrangement, by the day that the series gave it.
    ///
    /// # Errors
    /// Refused by role or family; no such arrangement.
    pub fn visit(&self, id: ArrangementId, given: NaiveDate) -> Result<OneVisit, Problem> {
        let arrangement: Stored<Arrangement> = self.get(id)?;
        let found = find(&self.connection, id, given)?;
        let stored = found.map(|(own, _)| Occurrence::fetch(&self.connection, own.0)).transpose()?.flatten();
        let occurrence = match stored {
            Some((_, occurrence)) => occurrence,
            None => Occurrence::given(id, &arrangement.value, given),
        };
        let seen = found.map_or(VisitSeen::Given(arrangement.version), |(_, version)| VisitSeen::Stored(version));
        Ok(OneVisit { arrangement, occurrence, seen })
    }

    /// What is stored of an arrangement's visits, by the days that the series gave.
    ///
    /// # Errors
    /// Refused by role or family; no such arrangement.
    pub fn stored_visits(&self, id: ArrangementId) -> Result<Vec<Occurrence>, Problem> {
        let _: Stored<Arrangement> = self.get(id)?;
        stored_of(&self.connection, id)
    }

    /// How many supervised visits from today and fourteen days on have no supporter: nobody is named, or everybody
    /// who is named is away.
    ///
    /// # Errors
    /// Refused by role.
    pub fn count_gaps(&self, today: NaiveDate) -> Result<usize, Problem> {
        let staff = self.only_for(self.ask(Act::ReadCases)?);
        let last = today.checked_add_days(Days::new(SUPPORTER_DAYS)).unwrap_or(today);
        let (first, to) = (today.to_string(), last.to_string());
        let asked = named_params! {":from": first, ":to": to, ":staff": staff};
        let arrangements = reading::arrangements(&self.connection, SUPERVISED, asked)?;
        let ids: Vec<i64> = arrangements.iter().map(|stored| stored.id.0).collect();
        let ids = serde_json::to_string(&ids).unwrap_or_default();
        let asked = named_params! {":from": first, ":to": to, ":ids": ids};
        let mut stored: BTreeMap<ArrangementId, Vec<Occurrence>> = BTreeMap::new();
        for (.., one) in reading::occurrences(&self.connection, STORED_OF_THESE, asked)? {
            stored.entry(one.arrangement).or_default().push(one);
        }
        let mut visits: Vec<Visit<'_>> = Vec::new();
        for of in &arrangements {
            let own = stored.get(&of.id).map_or(&[][..], Vec::as_slice);
            visits.extend(lay_out(of.id, &of.value, own, today, last));
        }
        let mut away: BTreeMap<usize, usize> = BTreeMap::new();
        for absence in &self.absences(today, last)? {
            for place in hit_by(&absence.value, &visits) {
                *away.entry(place).or_default() += 1;
            }
        }
        let left_alone = away.iter().filter(|(place, gone)| {
            let terms = visits[**place].terms();
            terms.supervision == Answer::Yes && **gone >= terms.supporters.len()
        });
        Ok(unsupported(&visits, today).len() + left_alone.count())
    }

    /// Who supports visits, whoever does it most first; then those whom the casebook knows as visit supporters.
    ///
    /// # Errors
    /// Refused by role.
    pub fn supporters(&self) -> Result<Vec<String>, Problem> {
        self.ask(Act::PlanVisits)?;
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
    pub fn step_of(&self, child: MemberId, with: MemberId) -> Result<Option<u8>, Problem> {
        let family = super::family_of(&self.connection, child)?;
        self.ask_for_family(Act::ReadCases, family)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT to_step FROM ladder_move WHERE child = :child AND with_person = :with
             ORDER BY on_day DESC, id DESC LIMIT 1",
        )?;
        let mut rows = statement.query(named_params! {":child": child.0, ":with": with.0})?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }
}
