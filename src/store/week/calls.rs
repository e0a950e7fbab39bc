//! The parents to be called after a placement, for whoever gives crisis support and stays neutral: who, by which
//! number, in which language, by when, and nothing else of the family. What came of a call is written down with one
//! key.

use chrono::{Days, NaiveDate};
use rusqlite::{OptionalExtension, named_params};

use super::cases::Past;
use crate::domain::access::Right;
use crate::domain::codes::{Answer, EventKind, Mode, Outcome, SessionKind};
use crate::domain::deadlines::{self, Duty, Fact, Trigger};
use crate::domain::discretion::{PersonName, Phone};
use crate::domain::event::Event;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::journal::{self, Cause};
use crate::store::record::Row as _;
use crate::store::visits::reading;
use crate::store::{Store, not_found, person};

/// How many days back a placement is one after which somebody is to be called.
const BACK: u64 = 30;

/// How long a call in vain is taken to be, in minutes.
const ATTEMPT: u32 = 5;

/// A parent to be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRow {
    /// Who.
    pub parent: PersonId,
    /// The given name.
    pub given_name: PersonName,
    /// The family name.
    pub family_name: Option<PersonName>,
    /// The number.
    pub phone: Option<Phone>,
    /// The language.
    pub language: Option<String>,
    /// Whether it takes an interpreter.
    pub interpreter: Option<Answer>,
    /// The day of the placement.
    pub placed_on: NaiveDate,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// How often they were called in vain since.
    pub in_vain: u32,
}

/// What came of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// They talked.
    Talked,
    /// Crisis support was declined.
    Declined,
    /// Nobody answered.
    InVain,
}

/// The families in which somebody was placed since a day, `:since`.
pub(in crate::store) fn placed_since(reached: &str) -> String {
    format!(
        "SELECT DISTINCT m.family FROM placement p JOIN member m ON m.id = p.person
         WHERE p.started_on >= :since AND p.started_on <= :today AND {reached} ORDER BY m.family"
    )
}

/// How often somebody was called in vain since a day.
const IN_VAIN: &str = "SELECT count(*) FROM session s JOIN session_person p ON p.session = s.id
     WHERE s.family = :family AND p.person = :person AND s.kind = 'crisis_support' AND s.outcome = 'no_show'
       AND s.on_day >= :since";

impl Store {
    /// The parents of the team to be called after a placement, who is to be called first first.
    ///
    /// # Errors
    /// Refused by role.
    pub fn calls(&self, today: NaiveDate) -> Result<Vec<CallRow>, Problem> {
        let mut calls = Vec::new();
        for duty in self.call_duties(today)? {
            let Some(parent) = duty.about.person else { continue };
            let found = self
                .connection
                .prepare_cached("SELECT * FROM member WHERE id = :id")?
                .query_row(named_params! {":id": parent.0}, person::read)
                .optional()?;
            let Some(mut person) = found else { continue };
            self.place_person(parent, &mut person)?;
            let since = duty.about.counted_from;
            let in_vain =
                self.connection.prepare_cached(IN_VAIN)?.query_row(
                    named_params! {":family": duty.family.0, ":person": parent.0, ":since": since},
                    |row| row.get(0),
                )?;
            calls.push(CallRow {
                parent,
                given_name: person.given_name,
                family_name: person.family_name,
                phone: person.phone,
                language: person.language,
                interpreter: person.interpreter,
                placed_on: since,
                due_on: duty.due_on,
                in_vain,
            });
        }
        calls.sort_by_key(|call| (call.due_on, call.placed_on, call.parent));
        Ok(calls)
    }

    /// Journals that somebody who is to be called was looked up.
    ///
    /// # Errors
    /// Refused by role; nobody who is to be called.
    pub fn open_call(&self, parent: PersonId, today: NaiveDate) -> Result<(), Problem> {
        let duties = self.call_duties(today)?;
        let duty = duties.iter().find(|duty| duty.about.person == Some(parent)).ok_or_else(|| not_found("person"))?;
        self.journal_call(parent, duty.family)
    }

    /// Writes down what came of a call to a parent who is to be called.
    ///
    /// # Errors
    /// Refused by role; nobody who is to be called.
    pub fn parent_called(&self, parent: PersonId, called: Called, today: NaiveDate) -> Result<(), Problem> {
        let duties = self.call_duties(today)?;
        let duty = duties.iter().find(|duty| duty.about.person == Some(parent)).ok_or_else(|| not_found("person"))?;
        let family = duty.family;
        let talk = |outcome, minutes: Option<u32>| {
            let call = Session::new(family, today, SessionKind::CrisisSupport, outcome);
            let minutes = minutes.unwrap_or(call.minutes);
            Session { mode: Mode::Phone, minutes, people: vec![parent], staff: vec![self.actor.name.clone()], ..call }
        };
        let change = self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            match called {
                Called::Declined => {
                    let kind = EventKind::CrisisSupportDeclined;
                    let event = Event { family, kind, on: today, person: Some(parent), answered_on: None, note: None };
                    let id = event.put(transaction, None)?;
                    self.journal_add::<Event>(transaction, change, Cause::Person, id)?;
                }
                Called::Talked => {
                    let id = talk(Outcome::Held, None).put(transaction, None)?;
                    self.journal_add::<Session>(transaction, change, Cause::Person, id)?;
                }
                Called::InVain => {
                    let id = talk(Outcome::NoShow, Some(ATTEMPT)).put(transaction, None)?;
                    self.journal_add::<Session>(transaction, change, Cause::Person, id)?;
                }
            }
            Ok(change)
        })?;
        self.remember(change);
        Ok(())
    }

    /// The duties of calling parents, of the whole team.
    fn call_duties(&self, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
        let reached = self.ask(Right::CallParents)?;
        let since = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
        let mut families = Vec::new();
        let sql = placed_since(&reached.reaches("m.family"));
        reading::each(&self.connection, &sql, named_params! {":since": since, ":today": today}, |row| {
            families.push(FamilyId(row.get(0)?));
            Ok(())
        })?;
        let is_call = |duty: &Duty| {
            let rule = self.rules().all().get(duty.rule);
            let calls = rule.is_some_and(|rule| {
                rule.trigger == Trigger::ParentSeparated && rule.met_by.contains(&Fact::CrisisTalk)
            });
            calls && duty.state.is_waiting() && duty.about.counted_from >= since
        };
        let mut found = Vec::new();
        for case in self.cases(&families, &reached, Past::Last, today)? {
            found.extend(deadlines::duties(&case, self.rules(), &self.unit().days, today).into_iter().filter(is_call));
        }
        Ok(found)
    }
}
