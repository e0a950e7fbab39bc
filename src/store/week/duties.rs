//! Duties of families, worked out from one picture of the casebook.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, named_params};

use super::cases::Past;
use crate::domain::access::Right;
use crate::domain::deadlines::{self, Called, Duty, Names, Trigger};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::coded::Coded;
use crate::store::reached::Reached;
use crate::store::visits::breaches::{BreachAt, HeldInBreach, breaches_of};
use crate::store::visits::reading;
use crate::store::{Store, Whose};

/// How many families are read at once: enough for a query to be worth it, few enough to be forgotten soon.
pub const AT_ONCE: usize = 512;

/// What has been written since a moment, as far as it can change duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// Nothing.
    Nothing,
    /// Something of these families.
    Families(Vec<FamilyId>),
    /// Something that may concern every family.
    Everything,
}

impl Store {
    /// The families that one reaches, or only one's own, by identity; those closed too, for what is late stays late.
    ///
    /// # Errors
    /// Refused by role.
    pub fn families_of(&self, whose: Whose) -> Result<Vec<FamilyId>, Problem> {
        let reached = self.ask(Right::ReadCases)?.of(whose).lasting();
        let sql = format!("SELECT family FROM ({}) ORDER BY family", reached.families());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| row.get(0).map(FamilyId))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The duties of some families on a day. Those that one does not reach are left out, and what tells of plans to
    /// whoever has no use for them.
    ///
    /// # Errors
    /// Refused by role.
    pub fn duties(&self, families: &[FamilyId], past: Past, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let _picture = self.picture()?;
        let mut all = Vec::new();
        for some in families.chunks(AT_ONCE) {
            all.extend(self.worked_out(some, &reached, past, today)?);
        }
        if !self.reads_plans() {
            let is_of_plans = |duty: &Duty| self.rules().all()[duty.rule].trigger.is_of_plans();
            all.retain(|duty| !is_of_plans(duty));
        }
        Ok(all)
    }

    /// The duties of some families, of those that are reached: for whoever has asked.
    pub(in crate::store) fn worked_out(
        &self,
        families: &[FamilyId],
        reached: &Reached,
        past: Past,
        today: NaiveDate,
    ) -> Result<Vec<Duty>, Problem> {
        let cases = self.cases(families, reached, past, today)?;
        Ok(cases.iter().flat_map(|case| deadlines::duties(case, self.rules(), &self.unit().days, today)).collect())
    }

    /// What families and people are called.
    ///
    /// # Errors
    /// Refused by role.
    pub fn names_of(&self, duties: &[Duty]) -> Result<Names, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let mut names = Names::default();
        let families: HashSet<i64> = duties.iter().map(|duty| duty.family.0).collect();
        self.saw("duty", duties.iter().map(|duty| duty.family));
        self.read_others_of(duties, &mut names)?;
        let others = names.with.values().flatten().copied();
        let people: HashSet<i64> =
            duties.iter().filter_map(|duty| duty.about.person).chain(others).map(|person| person.0).collect();
        let sql = format!(
            "SELECT f.id, f.name, f.case_ref FROM family f WHERE f.id IN (SELECT value FROM json_each(:ids)) AND {}",
            reached.family("f")
        );
        let asked = named_params! {":ids": reading::all_of(families)};
        reading::each(&self.connection, &sql, asked, |row| {
            names.families.insert(FamilyId(row.get(0)?), (row.get(1)?, row.get(2)?));
            Ok(())
        })?;
        let sql = format!(
            "SELECT m.id, m.given_name, m.ref, m.role, m.protection, m.family FROM member m
             WHERE m.id IN (SELECT value FROM json_each(:ids)) AND {}",
            reached.reaches("m.family")
        );
        let asked = named_params! {":ids": reading::all_of(people)};
        reading::each(&self.connection, &sql, asked, |row| {
            let person = PersonId(row.get(0)?);
            let called = Called {
                given_name: self.placed(FamilyId(row.get(5)?), person, &row.get(1)?)?,
                reference: row.get(2)?,
                role: row.get::<_, Coded<_>>(3)?.0,
                protection: row.get::<_, Coded<_>>(4)?.0,
            };
            names.people.insert(person, called);
            Ok(())
        })?;
        Ok(names)
    }

    /// Whom duties about contact are about beside the child: with whom it is restricted.
    fn read_others_of(&self, duties: &[Duty], names: &mut Names) -> Result<(), Problem> {
        let mut of_restrictions: HashMap<i64, Vec<usize>> = HashMap::new();
        let mut breaches: HashMap<FamilyId, Vec<HeldInBreach>> = HashMap::new();
        for duty in duties {
            let record = duty.about.record;
            match self.rules.all().get(duty.rule).map(|rule| rule.trigger) {
                Some(Trigger::RestrictionDecided | Trigger::RestrictionIncomplete) => {
                    of_restrictions.entry(record).or_default().push(duty.rule);
                }
                Some(trigger) if trigger.is_breach() => {
                    let what = match trigger {
                        Trigger::VisitInBreach => BreachAt::Visit(record),
                        Trigger::GroupInBreach => BreachAt::Group(record),
                        _ => BreachAt::Session(record),
                    };
                    let known = match breaches.entry(duty.family) {
                        Entry::Occupied(known) => known.into_mut(),
                        Entry::Vacant(empty) => empty.insert(breaches_of(&self.connection, duty.family, self.today())?),
                    };
                    let found = known.iter().find(|one| one.what == what);
                    names.with.extend(found.map(|one| ((duty.rule, record), vec![one.with])));
                }
                _ => {}
            }
        }
        of_restrictions.values_mut().for_each(|rules| {
            rules.sort_unstable();
            rules.dedup();
        });
        let sql = "SELECT restriction, person FROM restriction_person
                   WHERE restriction IN (SELECT value FROM json_each(:ids)) ORDER BY restriction, place";
        let ids = reading::all_of(of_restrictions.keys().copied());
        reading::each(&self.connection, sql, named_params! {":ids": ids}, |row| {
            let (record, person) = (row.get(0)?, PersonId(row.get(1)?));
            for rule in of_restrictions.get(&record).into_iter().flatten() {
                names.with.entry((*rule, record)).or_default().push(person);
            }
            Ok(())
        })
    }

    /// The number of the newest row of the journal.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn newest(&self) -> Result<i64, Problem> {
        let newest = self
            .connection
            .prepare_cached("SELECT id FROM journal ORDER BY id DESC LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(newest.unwrap_or_default())
    }

    /// What has been written after a row of the journal that can change duties.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn written_since(&self, row: i64) -> Result<Since, Problem> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT family FROM journal
             WHERE id > :row AND act IN ('add', 'change', 'remove')
               AND (family IS NOT NULL
                    OR noun NOT IN ('access_finding', 'access_review', 'task', 'meeting', 'user', 'glass', 'group',
                                    'group_meeting', 'attendance')
                    OR noun = 'user' AND record = :me)
             UNION SELECT m.family FROM journal j CROSS JOIN attendance a ON a.meeting = j.record
             JOIN member m ON m.id = a.person
             WHERE j.id > :row AND j.act IN ('add', 'change', 'remove') AND j.noun = 'group_meeting'",
        )?;
        let rows = statement
            .query_map(named_params! {":row": row, ":me": self.actor.id.0}, |row| row.get::<_, Option<i64>>(0))?;
        let families: Option<Vec<FamilyId>> =
            rows.map(|family| family.map(|family| family.map(FamilyId))).collect::<Result<_, _>>()?;
        Ok(match families {
            None => Since::Everything,
            Some(families) if families.is_empty() => Since::Nothing,
            Some(families) => Since::Families(families),
        })
    }
}
