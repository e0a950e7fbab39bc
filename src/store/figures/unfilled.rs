//! What is not filled in, though reports go by it: who is to see to it, of which family, which field of which record.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::behind::{BehindRow, MOST_BEHIND};
use super::{AskedFigures, Part, Scope, visits};
use crate::domain::access::Right;
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Numbered, Says, named};
use crate::store::reached::Reached;
use crate::store::visits::reading::{self, all_of};
use crate::store::{Store, Whose, sorting};

/// A field that is not filled in, of which records, and where they are found: identity, family, day.
type Gap = (&'static str, NounKind, &'static str);

/// What reports go by. What became of visits is found among visits, which are no rows.
const GAPS: &[Gap] = &[
    (
        "outcome",
        NounKind::Sessions,
        "SELECT s.id, f.id, s.on_day FROM session s JOIN family f ON f.id = s.family
         WHERE s.outcome = 'planned' AND s.on_day BETWEEN :from AND :to AND s.on_day < :today",
    ),
    (
        "areas",
        NounKind::Sessions,
        "SELECT s.id, f.id, s.on_day FROM session s JOIN family f ON f.id = s.family
         WHERE s.outcome = 'held' AND s.on_day BETWEEN :from AND :to AND s.on_day <= :today
           AND NOT (s.area_school OR s.area_leisure OR s.area_psychosocial OR s.area_parenting OR s.area_network)",
    ),
    (
        "school_change",
        NounKind::Placements,
        "SELECT p.id, f.id, p.started_on FROM placement p JOIN member m ON m.id = p.person
         JOIN family f ON f.id = m.family
         WHERE p.school_change IS NULL AND p.started_on BETWEEN :from AND :to AND p.started_on <= :today",
    ),
    (
        "birth_on",
        NounKind::People,
        "SELECT m.id, f.id, NULL FROM member m JOIN family f ON f.id = m.family
         WHERE m.role = 'child' AND m.birth_on IS NULL AND f.status <> 'closed'
           AND :from <= :to AND :from <= :today",
    ),
    (
        "district",
        NounKind::Families,
        "SELECT f.id, f.id, NULL FROM family f
         WHERE coalesce(trim(f.district), '') = '' AND f.status <> 'closed' AND :from <= :to AND :from <= :today",
    ),
];

/// First among those who work with a family: with the children, else with the parents.
const WORKERS: &str = "SELECT f.id, (SELECT s.name FROM family_support t JOIN staff s ON s.id = t.staff
         WHERE t.family = f.id AND t.task IN ('child_support', 'parent_support') ORDER BY t.task, t.place LIMIT 1)
     FROM family f WHERE f.id IN (SELECT value FROM json_each(:ids))";

/// A field that is not filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnfilledRow {
    /// Who works with the family, if anybody does.
    pub worker: Option<String>,
    /// The field.
    pub field: &'static str,
    /// The record.
    pub of: BehindRow,
}

/// What is not filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unfilled {
    /// By worker, by family, by day.
    pub rows: Vec<UnfilledRow>,
    /// How many there are besides.
    pub more: usize,
}

impl Store {
    /// What is not filled in of one's own families, or of all one reaches, in some days. That it was shown is
    /// journalled.
    ///
    /// # Errors
    /// Refused by role.
    pub fn not_filled_in(
        &self,
        whose: Whose,
        (from, to): (NaiveDate, NaiveDate),
        today: NaiveDate,
    ) -> Result<Unfilled, Problem> {
        let reached = self.ask(Right::ReadCases)?.of(whose);
        let _picture = self.picture()?;
        let mut found: Vec<(&'static str, NounKind, i64, FamilyId, Option<NaiveDate>)> = Vec::new();
        let mut more = 0;
        let mut take = |one| if found.len() < MOST_BEHIND { found.push(one) } else { more += 1 };
        for (field, kind, query) in GAPS {
            let query = format!("{query} AND {}", reached.family("f"));
            let values = named_params! {":from": from, ":to": to, ":today": today};
            reading::each(&self.connection, &query, values, |row| {
                take((*field, *kind, row.get(0)?, FamilyId(row.get(1)?), row.get(2)?));
                Ok(())
            })?;
        }
        self.untold_visits(reached, (from, to), today, &mut |visit, family, on| {
            take(("outcome", NounKind::Arrangements, visit, family, on));
        })?;
        let families: BTreeSet<FamilyId> = found.iter().map(|(.., family, _)| *family).collect();
        let (workers, names) = (self.workers(&families)?, self.names_behind(families)?);
        let row = |(field, kind, id, family, on): (&'static str, NounKind, i64, FamilyId, Option<NaiveDate>)| {
            let (name, case_ref) = names.get(&family)?.clone();
            let of = BehindRow { record: (kind, id), family, name, case_ref, on };
            Some(UnfilledRow { worker: workers.get(&family).cloned().flatten(), field, of })
        };
        let mut rows: Vec<UnfilledRow> = found.into_iter().filter_map(row).collect();
        rows.sort_by_cached_key(|row| {
            let worker = row.worker.as_deref().map(sorting::key);
            (worker.is_none(), worker, sorting::key(&row.of.name), row.of.family.0, row.of.on, row.of.record)
        });
        self.saw("missing", rows.iter().map(|row| row.of.family));
        Ok(Unfilled { rows, more })
    }

    /// Visits that have been, of which nobody has said what became of them.
    fn untold_visits(
        &self,
        reached: Reached,
        (from, to): (NaiveDate, NaiveDate),
        today: NaiveDate,
        take: &mut dyn FnMut(i64, FamilyId, Option<NaiveDate>),
    ) -> Result<(), Problem> {
        let Some(report) = named("visits") else { return Ok(()) };
        let Some((by, _)) = report.axis(Some("contact")) else { return Ok(()) };
        let to = to.min(today);
        let (district, phase, team, act) = (None, None, None, Right::ReadCases);
        let asked = AskedFigures { report, by, from, to, today, district, phase, team, act };
        let known = OnceCell::new();
        let scope = Scope { store: self, asked: &asked, reached, part: Part::WHOLE, known: &known };
        let mut labels = Numbered::of(by.labels.closed());
        visits::each(&scope, &mut labels, &mut |fact| {
            if fact.says == Says::Missing("outcome") {
                take(fact.record.1, fact.family, fact.on);
            }
            ControlFlow::Continue(())
        })
    }

    fn workers(&self, families: &BTreeSet<FamilyId>) -> Result<HashMap<FamilyId, Option<String>>, Problem> {
        let ids = all_of(families.iter().map(|family| family.0));
        let mut workers = HashMap::new();
        reading::each(&self.connection, WORKERS, named_params! {":ids": ids}, |row| {
            workers.insert(FamilyId(row.get(0)?), row.get(1)?);
            Ok(())
        })?;
        Ok(workers)
    }
}
