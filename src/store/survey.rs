//! Working something out of every family, some families at a time: who comes next, and who comes again because
//! something was written of them. What is worked out is kept by whoever asks, beside the survey.
//!
//! Each call reads what it needs and ends, so that whoever draws and takes keys in between waits for none. A family is
//! looked at as it is when its turn comes; what is written afterwards brings it back ([`Store::survey_again`]).

use chrono::NaiveDate;
use rusqlite::named_params;

use super::reached::Reached;
use super::visits::reading::{self, all_of};
use super::week::Past;
use super::{Since, Store, Whose};
use crate::domain::access::Right;
use crate::domain::deadlines::Docket;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::domain::visit::{Circumstances, Sight, Visit, agenda, visits};

/// How far one has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    whose: Whose,
    day: NaiveDate,
    after: i64,
    is_whole: bool,
    again: Vec<FamilyId>,
    seen: i64,
    taken: usize,
}

impl Survey {
    /// The day that it is of.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Whose families it is of.
    pub fn whose(&self) -> Whose {
        self.whose
    }

    /// Whether every family has been looked at, as far as is known.
    pub fn is_whole(&self) -> bool {
        self.is_whole && self.again.is_empty()
    }

    /// Whether families come next that had their turn before.
    pub fn is_behind(&self) -> bool {
        !self.again.is_empty()
    }

    /// How many families have had their turn, for whoever wonders.
    pub fn taken(&self) -> usize {
        self.taken
    }
}

/// Those of some families that are there and reached.
pub(super) fn these(reached: &Reached) -> String {
    format!(
        "SELECT id FROM family f WHERE id IN (SELECT value FROM json_each(:ids)) AND {} ORDER BY id",
        reached.family("f")
    )
}

impl Store {
    /// Begins a survey of the families that one reaches, or of one's own; those closed too.
    ///
    /// # Errors
    /// Refused by role.
    pub fn survey(&self, whose: Whose, day: NaiveDate) -> Result<Survey, Problem> {
        self.surveyed(whose)?;
        let seen = self.newest()?;
        Ok(Survey { whose, day, after: i64::MIN, is_whole: false, again: Vec::new(), seen, taken: 0 })
    }

    fn surveyed(&self, whose: Whose) -> Result<Reached, Problem> {
        Ok(self.ask(Right::ReadCases)?.of(whose).lasting())
    }

    /// The next families, those first that come again; none when all have had their turn.
    fn next_of(&self, survey: &mut Survey, most: usize) -> Result<Vec<FamilyId>, Problem> {
        let reached = self.surveyed(survey.whose)?;
        if !survey.again.is_empty() {
            let rest = survey.again.split_off(most.min(survey.again.len()));
            return Ok(std::mem::replace(&mut survey.again, rest));
        }
        if survey.is_whole {
            return Ok(Vec::new());
        }
        let mut next: Vec<FamilyId> = Vec::new();
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let asked = named_params! {":after": survey.after, ":most": most};
        reading::each(&self.connection, &reached.next_families(), asked, |row| {
            next.push(FamilyId(row.get(0)?));
            Ok(())
        })?;
        match next.last() {
            Some(last) => survey.after = last.0,
            None => survey.is_whole = true,
        }
        survey.taken += next.len();
        Ok(next)
    }

    /// What has been written since the survey began or this was last asked. Of these families what was worked out is to
    /// be forgotten; they come again by themselves, as far as they belong to the survey. Where everything may have
    /// changed, another survey is to be begun.
    ///
    /// # Errors
    /// Refused by role.
    pub fn survey_again(&self, survey: &mut Survey) -> Result<Since, Problem> {
        let reached = self.surveyed(survey.whose)?;
        // In this order: what is written between the two is told once more rather than not at all.
        let newest = self.newest()?;
        let since = if newest < survey.seen { Since::Everything } else { self.written_since(survey.seen)? };
        survey.seen = newest;
        if let Since::Families(changed) = &since {
            let ids = all_of(changed.iter().map(|family| family.0));
            survey.again.retain(|family| !changed.contains(family));
            reading::each(&self.connection, &these(&reached), named_params! {":ids": ids}, |row| {
                // Who has not had their turn yet is looked at then.
                let family = FamilyId(row.get(0)?);
                if survey.is_whole || family.0 <= survey.after {
                    survey.again.push(family);
                }
                Ok(())
            })?;
        }
        Ok(since)
    }

    /// Works out the duties of some more families; true when all have had their turn.
    ///
    /// # Errors
    /// Refused by role.
    pub fn survey_duties(&self, survey: &mut Survey, docket: &mut Docket, most: usize) -> Result<bool, Problem> {
        let families = self.next_of(survey, most)?;
        if !families.is_empty() {
            docket.take(&self.duties(&families, Past::Last, survey.day)?);
        }
        Ok(survey.is_whole())
    }

    /// Looks at the visits at hand of some more families; true when all have had their turn.
    ///
    /// # Errors
    /// Refused by role.
    pub fn survey_visits(&self, survey: &mut Survey, sight: &mut Sight, most: usize) -> Result<bool, Problem> {
        let families = self.next_of(survey, most)?;
        if families.is_empty() {
            return Ok(survey.is_whole());
        }
        let today = survey.day;
        let (from, to) = (agenda::sight_begins(today), agenda::sight_ends(today));
        let _picture = self.picture()?;
        let laid = self.visits_of_families(&families, from, to)?;
        let absences: Vec<_> = self.absences_in(from, to)?.into_iter().map(|stored| stored.value).collect();
        for family in families {
            let mut own: Vec<Visit<'_>> = Vec::new();
            for stored in laid.arrangements.iter().filter(|stored| stored.value.family == family) {
                let written = laid.occurrences.get(&stored.id).map_or(&[][..], Vec::as_slice);
                own.extend(visits(stored.id, &stored.value, written, from, to));
            }
            own.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.id, visit.given));
            let restrictions: Vec<_> = laid.restrictions_of(family).collect();
            let wishes = laid.wishes.iter().filter(|wish| wish.value.family == family);
            let wishes: Vec<_> = wishes.map(|wish| (wish.id, wish.value.clone())).collect();
            if own.is_empty() && restrictions.is_empty() && wishes.is_empty() {
                continue;
            }
            let about = Circumstances {
                restrictions: &restrictions,
                wishes: &wishes,
                absences: &absences,
                travel: &self.unit().travel,
                today,
            };
            sight.take(family, &own, about);
        }
        Ok(survey.is_whole())
    }
}
