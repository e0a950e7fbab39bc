//! All that a family's page shows, read at once.

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use super::record::{Row as _, Stored};
use super::{Glass, SessionFilter, SessionRow, Store, care, not_found, person, placement, relation, status};
use crate::domain::access::{Reach, Right};
use crate::domain::care::Care;
use crate::domain::codes::Area;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId, PlacementId};
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::relation::Relation;
use crate::domain::status::StatusSpan;

/// Months of the five areas that a page shows.
pub const AREA_MONTHS: usize = 6;

/// A session named in a sentence.
pub type SessionSummary = SessionRow;

/// The last session held and the next one planned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LastAndNext {
    /// The last one held.
    pub last: Option<SessionSummary>,
    /// The next one planned.
    pub next: Option<SessionSummary>,
}

/// A person with their placements, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonOnPage {
    /// The person.
    pub person: Stored<Person>,
    /// Their placements.
    pub placements: Vec<Stored<Placement>>,
    /// The spans of their care that somebody has entered, oldest first.
    pub care: Vec<Stored<Care>>,
}

impl PersonOnPage {
    /// The placement the person lives in on a day.
    pub fn placement(&self, day: NaiveDate) -> Option<&Stored<Placement>> {
        self.placements.iter().find(|placement| placement.value.covers(day))
    }
}

/// How much is noted of a family beside its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Noted {
    pub events: u32,
    pub restrictions: u32,
    pub wishes: u32,
    pub exemptions: u32,
}

/// A family's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyPage {
    /// The family.
    pub family: Stored<Family>,
    /// Its people in the order they were entered.
    pub people: Vec<PersonOnPage>,
    /// What they are to each other, in the order in which it was written.
    pub kin: Vec<Stored<Relation>>,
    /// The statuses it has had and has, oldest first, as far as somebody has entered them.
    pub statuses: Vec<Stored<StatusSpan>>,
    /// How much is noted of it beside the page.
    pub noted: Noted,
    /// For what it was opened in emergencies.
    pub glass: Vec<Glass>,
    /// Who has a conflict of interest in it, for whoever leads.
    pub conflicts: Vec<String>,
    /// Last and next session.
    pub sessions: LastAndNext,
    /// Sessions held per area in each of the last [`AREA_MONTHS`] stretches of thirty days, oldest first.
    pub areas: [(Area, [u32; AREA_MONTHS]); 5],
}

impl Store {
    /// Reads a family's page. Journalling that it was opened is [`Store::journal_reading`]: a page is read again after
    /// every change, and that is no new opening.
    ///
    /// # Errors
    /// Refused by role or family; no such family.
    pub fn family_page(&self, id: FamilyId, today: NaiveDate) -> Result<FamilyPage, Problem> {
        self.ask_for_family(Right::ReadCases, id)?;
        self.saw_inside("family", id.0, id);
        let (version, value) = Family::fetch(&self.connection, id.0)?.ok_or_else(|| not_found(Family::NOUN))?;
        Ok(FamilyPage {
            family: Stored { id, version, value },
            people: self.people_on_page(id)?,
            kin: relation::of_family(&self.connection, id)?,
            statuses: status::of_family(&self.connection, id)?,
            noted: self.noted(id)?,
            glass: self.glass_of(id)?,
            conflicts: match self.reach(Right::JudgeConflicts) {
                Reach::Nothing => Vec::new(),
                _ => self.conflicts_of(id)?.into_iter().map(|conflict| conflict.who).collect(),
            },
            sessions: self.last_and_next(id, today)?,
            areas: self.areas_by_month(id, today)?,
        })
    }

    fn noted(&self, family: FamilyId) -> Result<Noted, Problem> {
        let noted = self
            .connection
            .prepare_cached(
                "SELECT (SELECT count(*) FROM event WHERE family = :family),
                        (SELECT count(*) FROM restriction WHERE family = :family),
                        (SELECT count(*) FROM wish WHERE family = :family),
                        (SELECT count(*) FROM exemption WHERE family = :family)",
            )?
            .query_row(named_params! {":family": family.0}, |row| {
                let [events, restrictions, wishes, exemptions] = [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?];
                Ok(Noted { events, restrictions, wishes, exemptions })
            })?;
        Ok(noted)
    }

    pub(super) fn people_on_page(&self, family: FamilyId) -> Result<Vec<PersonOnPage>, Problem> {
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM member WHERE family = :family ORDER BY id")?;
        let people: Vec<Stored<Person>> = statement
            .query_map(named_params! {":family": family.0}, |row| {
                Ok(Stored { id: PersonId(row.get("id")?), version: row.get("version")?, value: person::read(row)? })
            })?
            .collect::<Result<_, _>>()?;
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {} FROM placement p WHERE p.person = :person ORDER BY p.started_on DESC, p.id DESC",
            placement::COLUMNS
        ))?;
        let shows = self.ask_for_family(Right::ReadFile, family).is_ok();
        people
            .into_iter()
            .map(|mut person| {
                self.place_person(person.id, &mut person.value)?;
                if !shows {
                    return Ok(PersonOnPage { person, placements: Vec::new(), care: Vec::new() });
                }
                let placements = statement
                    .query_map(named_params! {":person": person.id.0}, |row| {
                        Ok(Stored {
                            id: PlacementId(row.get("id")?),
                            version: row.get("version")?,
                            value: placement::read(row)?,
                        })
                    })?
                    .collect::<Result<_, _>>()?;
                let care = care::of_person(&self.connection, person.id)?;
                Ok(PersonOnPage { person, placements, care })
            })
            .collect()
    }

    fn last_and_next(&self, family: FamilyId, today: NaiveDate) -> Result<LastAndNext, Problem> {
        let of = |outcome, from, to| SessionFilter {
            family: Some(family),
            outcome: Some(outcome),
            from,
            to,
            ..SessionFilter::default()
        };
        use crate::domain::codes::Outcome::{Held, Planned};
        let last = self.sessions(&of(Held, None, Some(today)), 0, 1)?.into_iter().next();
        let next = self.sessions_forward(&of(Planned, Some(today), None), 1)?.into_iter().next();
        Ok(LastAndNext { last, next })
    }

    fn areas_by_month(&self, family: FamilyId, today: NaiveDate) -> Result<[(Area, [u32; AREA_MONTHS]); 5], Problem> {
        let mut counts = [
            (Area::School, [0; AREA_MONTHS]),
            (Area::Leisure, [0; AREA_MONTHS]),
            (Area::Psychosocial, [0; AREA_MONTHS]),
            (Area::Parenting, [0; AREA_MONTHS]),
            (Area::Network, [0; AREA_MONTHS]),
        ];
        let stretch = 30;
        let whole = Days::new(stretch * AREA_MONTHS as u64);
        let mut statement = self.connection.prepare_cached(
            "SELECT on_day, area_school, area_leisure, area_psychosocial, area_parenting, area_network
             FROM session WHERE family = :family AND on_day > :from AND on_day <= :today AND outcome = 'held'",
        )?;
        let mut rows = statement.query(named_params! {
            ":family": family.0, ":from": today.checked_sub_days(whole).unwrap_or(today), ":today": today,
        })?;
        while let Some(row) = rows.next()? {
            let on: NaiveDate = row.get("on_day")?;
            let back = usize::try_from((today - on).num_days()).unwrap_or_default() / stretch as usize;
            let Some(month) = AREA_MONTHS.checked_sub(back + 1) else { continue };
            let served = super::session::areas(row)?;
            for (area, months) in &mut counts {
                months[month] += u32::from(served.contains(area));
            }
        }
        Ok(counts)
    }
}
