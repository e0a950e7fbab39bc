//! Facts for research and for adding up units: a file a table, each a scan of one year that hands on rows as it reads
//! them.
//!
//! Of every family that the act reaches, whoever reads them. What is given out is journalled as given out.

mod duties;
mod known;
mod measurements;
mod placements;
mod pseudonym;
mod sessions;
mod visits;

use std::collections::HashSet;
use std::ops::ControlFlow;

use chrono::NaiveDate;

use super::Store;
use super::reached::Reached;
use crate::domain::access::Right;
use crate::domain::problem::Problem;
use crate::domain::research::{Coarsening, FactRow, Table, Value, coarsened};
use known::Known;
use pseudonym::Pseudonyms;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct AskedFacts<'a> {
    /// Which table.
    pub table: &'static Table,
    /// The year.
    pub year: i32,
    /// The unit's own word for itself.
    pub unit: &'a str,
    /// What counts as today.
    pub today: NaiveDate,
}

/// What was given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenFacts {
    /// How many rows.
    pub rows: u64,
    /// Whether all of it is told of coarsely, as of a small unit.
    pub is_coarse: bool,
}

/// What a scan reads.
struct Scope<'a> {
    store: &'a Store,
    asked: AskedFacts<'a>,
    reached: Reached,
    known: Known,
    pseudonyms: Pseudonyms,
}

impl Scope<'_> {
    /// The first day of the year.
    fn from(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.asked.year, 1, 1).unwrap_or_default()
    }

    /// Its last.
    fn to(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.asked.year, 12, 31).unwrap_or_default()
    }

    fn unit(&self) -> Value {
        Value::Text(self.asked.unit.to_owned())
    }

    fn family(&self, family: i64) -> Value {
        Value::Text(self.pseudonyms.of("family", family))
    }

    fn person(&self, person: i64) -> Value {
        Value::Text(self.pseudonyms.of("person", person))
    }
}

/// Takes a row; breaks where no more are wanted.
type Give<'a> = &'a mut dyn FnMut(FactRow) -> ControlFlow<()>;

type Scan = fn(&Scope<'_>, Give<'_>) -> Result<(), Problem>;

/// What finds the rows of which table.
const SCANS: &[(&str, Scan)] = &[
    ("placements", placements::each),
    ("sessions", sessions::each),
    ("visits", visits::each),
    ("duties", duties::each),
    ("measurements", measurements::each),
];

impl Store {
    /// Hands on the rows of a table of a year, pseudonymised, as they may leave the house.
    ///
    /// # Errors
    /// Refused by role; what whoever takes the rows cannot do.
    pub fn give_facts(
        &self,
        asked: AskedFacts<'_>,
        take: &mut dyn FnMut(Vec<Value>) -> Result<(), Problem>,
    ) -> Result<GivenFacts, Problem> {
        let reached = self.ask(Right::ReadFiguresUnmasked)?;
        let pseudonyms = self.pseudonyms()?;
        self.journal_facts()?;
        let _picture = self.picture()?;
        let known = Known::read(self, &reached)?;
        let scope = Scope { store: self, asked, reached, known, pseudonyms };
        let Some((_, scan)) = SCANS.iter().find(|(name, _)| *name == asked.table.name) else {
            return Ok(GivenFacts { rows: 0, is_coarse: false });
        };
        let rule = Coarsening::shipped();
        let is_coarse = Coarsening::is_small(rule.as_ref(), about(&scope, *scan, rule.as_ref())?);
        let (mut rows, mut outcome) = (0, Ok(()));
        scan(&scope, &mut |row| {
            rows += 1;
            outcome = take(coarsened(asked.table, row, is_coarse));
            if outcome.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        outcome?;
        Ok(GivenFacts { rows, is_coarse })
    }
}

/// How many people or families a table is about; no further than it takes to be no small one.
fn about(scope: &Scope<'_>, scan: Scan, rule: Option<&Coarsening>) -> Result<u32, Problem> {
    let enough = rule.map_or(0, |rule| rule.fewer_than);
    let place = scope.asked.table.place(scope.asked.table.about);
    let (mut seen, mut number) = (HashSet::new(), 0);
    scan(scope, &mut |mut row| {
        let about = place.map(|place| std::mem::replace(&mut row.cells[place], Value::Nothing));
        if let Some(Value::Text(about)) = about
            && seen.insert(about)
        {
            number += 1;
        }
        if number >= enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::SCANS;
    use crate::domain::research::TABLES;

    #[test]
    fn every_table_has_a_scan() {
        let (tables, scans): (Vec<_>, Vec<_>) =
            (TABLES.iter().map(|table| table.name).collect(), SCANS.iter().map(|(name, _)| *name).collect());
        assert_eq!(tables, scans);
    }
}
