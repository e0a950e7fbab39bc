//! The time before a family came, dealt with in one act; and what is said when somebody asks whether care went on.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, named_params};

use super::cases::Past;
use crate::domain::access::Right;
use crate::domain::deadlines::{Case, Duty, Exemption, Gap, Trigger, Unknown};
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::{Kind, Problem};
use crate::store::coded::Dated;
use crate::store::journal::{self, Cause};
use crate::store::record::Row as _;
use crate::store::visits::family_of;
use crate::store::{Origin, Store};

/// The day on which somebody entered a family in the casebook.
const ENTERED: &str = "SELECT substr(at, 1, 10) FROM journal
    WHERE family = :family AND noun = :noun AND record = :family AND act = 'add' ORDER BY id LIMIT 1";

impl Store {
    /// The day before which what is owed of a family is old: when it was entered in the casebook, or, of one that was
    /// there from the beginning, when it came.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn came_on(&self, family: FamilyId) -> Result<NaiveDate, Problem> {
        let started_on = self.get::<Family>(family)?.value.started_on;
        let entered: Option<NaiveDate> = self
            .connection
            .prepare_cached(ENTERED)?
            .query_row(named_params! {":family": family.0, ":noun": Family::NOUN}, |row| row.get::<_, Dated>(0))
            .optional()?
            .map(|day| day.0);
        Ok(entered.map_or(started_on, |entered| entered.max(started_on)))
    }

    /// Marks all that was to be done for a family before a day as dealt with: exempted, with one reason, as one change.
    /// What comes again counts from today. Says how much it was; tasks stay, and so does whether care went on.
    ///
    /// # Errors
    /// Refused by role or family; nothing was to be done by then.
    pub fn deal_with(
        &self,
        family: FamilyId,
        before: NaiveDate,
        why: &str,
        origin: Origin<'_>,
    ) -> Result<usize, Problem> {
        self.ask_for_family(Right::NoteEvents, family)?;
        let today = self.today();
        let is_old = |duty: &Duty| {
            let rule = self.rules().all().get(duty.rule);
            duty.state.is_waiting()
                && duty.unknown != Some(Unknown::CareGap)
                && (duty.unknown == Some(Unknown::BeforeTheFamily) || duty.due_on.is_some_and(|due| due < before))
                && rule.is_some_and(|rule| rule.trigger != Trigger::TaskDated)
        };
        let duties = self.duties(&[family], Past::Last, today)?;
        let exemptions: Vec<Exemption> = duties
            .iter()
            .filter(|duty| is_old(duty))
            .filter_map(|duty| {
                Some(Exemption {
                    family,
                    rule: self.rules().all().get(duty.rule)?.name.clone(),
                    person: duty.about.person,
                    record: duty.about.record,
                    counted_from: duty.about.counted_from,
                    exempted_on: today,
                    by: self.actor().name.clone(),
                    why: why.to_owned(),
                })
            })
            .collect();
        if exemptions.is_empty() {
            return Err(Problem::new(Kind::Invalid, "nothing-before").with("day", before));
        }
        let change = self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            for exemption in &exemptions {
                let id = exemption.put(transaction, None)?;
                self.journal_add::<Exemption>(transaction, change, Cause::Person, id)?;
            }
            self.drop_origin(transaction, origin)?;
            Ok(change)
        })?;
        self.remember(change);
        Ok(exemptions.len())
    }

    /// The gaps of a child's care of which nobody has said whether it went on, oldest first.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn care_gaps(&self, child: PersonId) -> Result<Vec<Gap>, Problem> {
        let case = self.case_of(child, Right::ReadCases)?;
        Ok(case.map(|case| case.care_gaps(child)).unwrap_or_default())
    }

    /// Writes down a child's care as its placements say it, with an answer for each gap: whether it went on. False
    /// where it is not known what the care rests on; nothing is written then.
    ///
    /// # Errors
    /// Refused by role or family; somebody has entered care of the child meanwhile.
    pub fn answer_care(&self, child: PersonId, went_on: &[bool]) -> Result<bool, Problem> {
        let case = self.case_of(child, Right::ChangeFamilies)?;
        let Some(spans) = case.and_then(|case| case.care_as_answered(child, went_on)) else { return Ok(false) };
        let change = self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            for span in &spans {
                span.check(transaction, None, self.today())?;
                let id = span.put(transaction, None)?;
                self.journal_add::<crate::domain::care::Care>(transaction, change, Cause::Person, id)?;
            }
            Ok(change)
        })?;
        self.remember(change);
        Ok(true)
    }

    fn case_of(&self, child: PersonId, act: Right) -> Result<Option<Case>, Problem> {
        self.ask(act)?;
        let family = family_of(&self.connection, child)?;
        self.ask_for_family(act, family)?;
        Ok(self.cases(&[family], &self.ask(act)?, Past::Last, self.today())?.into_iter().next())
    }
}
