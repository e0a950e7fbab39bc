//! Arrangements as rows.

use chrono::NaiveDate;
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::change::people_of;
use super::stands::stored_of;
use super::stopped;
use super::terms::{self, TermLinks};
use super::{calendar_event, called, must_belong, reading, stored};
use crate::domain::access::Right;
use crate::domain::codes::{MonthPlace, VisitBasis, Week53};
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Ends, Pattern, Series, Weekdays};
use crate::store::Store;
use crate::store::coded::{Coded, Dated};
use crate::store::columns::{self, Cells, Links};
use crate::store::listed::Place;
use crate::store::record::{Record, Row};
use crate::store::standing::place_of;

/// What stands in `last_day` for a series without an end: after every day that can be written.
pub(super) const NO_END: &str = "9999-12-31";

pub(super) const LINKS: TermLinks = TermLinks {
    people: Links { table: "arrangement_person", owner: "arrangement", thing: "person" },
    supporters: Links { table: "arrangement_supporter", owner: "arrangement", thing: "staff" },
};

/// The columns of a table under a name, in the order in which [`read`] takes them, the terms' after the series'.
pub(super) fn columns(table: &str) -> String {
    let all = format!(
        "id, version, family, child, every, weeks, week_53, month_place, weekdays, from_day, anchor, until_day, times,
         {}, purpose, basis, support_until, follows, note, {}",
        terms::COLUMNS,
        calendar_event::COLUMNS
    );
    columns::under(table, &all)
}

impl Record for Arrangement {
    type Id = ArrangementId;
}

impl Row for Arrangement {
    const NOUN: &'static str = "arrangement";
    const TABLE: &'static str = "arrangement";
    const ADD: Right = Right::PlanVisits;
    const CHANGE: Right = Right::PlanVisits;
    const PLACE: Place = Place {
        tables: "arrangement t",
        family: "t.family",
        first: "t.from_day",
        last: "t.last_day",
        order: "f.sort_key, f.id, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        let mut names = vec![called(connection, self.child)?];
        for with in &self.terms.with {
            names.push(called(connection, *with)?);
        }
        Ok((names.join(" – "), None))
    }

    fn stand(&mut self, store: &Store, _: i64) -> Result<(), Problem> {
        place_of(&*store.household_of(self.family)?, self.child, &mut self.terms);
        Ok(())
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = reading::arrangements(connection, "a.id = :id", named_params! {":id": id})?.pop();
        Ok(found.map(|stored| (stored.version, stored.value)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, today: NaiveDate) -> Result<(), Problem> {
        let before = stored::<Self>(connection, id)?;
        let (already, people) = match before {
            Some(before) if before.family == self.family => (people(&before), people(self)),
            // Into another family it goes with all whom its visits name.
            Some(_) => (Vec::new(), people_of(self, &stored_of(connection, ArrangementId(id.unwrap_or_default()))?)),
            None => (Vec::new(), people(self)),
        };
        must_belong(connection, self.family, &people, &already)?;
        stopped::check_arrangement(connection, id.map(ArrangementId), self, today)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let (weeks, week_53, place) = match self.series.pattern {
            Pattern::Nth { weeks } => (Some(weeks), None, None),
            Pattern::Even { week_53 } | Pattern::Odd { week_53 } => (None, week_53, None),
            Pattern::Monthly { place } => (None, None, Some(place)),
            Pattern::Once | Pattern::Week => (None, None, None),
        };
        let (until, times) = match self.series.ends {
            Ends::Open => (None, None),
            Ends::Until(until) => (Some(until), None),
            Ends::Times(times) => (None, Some(times)),
        };
        let (terms, event) = (terms::cells(&self.terms), calendar_event::cells(self.event.as_ref()));
        let mut row: Vec<(&str, &dyn ToSql)> =
            terms.iter().chain(&event).map(|(name, cell)| (*name, cell as &dyn ToSql)).collect();
        let (every, weekdays, last) =
            (every(self.series.pattern), self.series.weekdays.to_string(), last(&self.series));
        let (week_53, place) = (week_53.map(Coded), place.map(Coded));
        let (basis, follows) = (self.basis.map(Coded), self.follows.map(|follows| follows.0));
        row.extend([
            ("family", &self.family.0 as &dyn ToSql),
            ("child", &self.child.0),
            ("every", &every),
            ("weeks", &weeks),
            ("week_53", &week_53),
            ("month_place", &place),
            ("weekdays", &weekdays),
            ("from_day", &self.series.from),
            ("anchor", &self.series.anchor),
            ("until_day", &until),
            ("times", &times),
            ("last_day", &last),
            ("purpose", &self.purpose),
            ("basis", &basis),
            ("support_until", &self.support_until),
            ("follows", &follows),
            ("note", &self.note),
        ]);
        let id = columns::write(transaction, Self::TABLE, id, &row)?;
        LINKS.write(transaction, id, &self.terms)?;
        Ok(id)
    }
}

/// Whom an arrangement is about.
pub(super) fn people(of: &Arrangement) -> Vec<PersonId> {
    std::iter::once(of.child).chain(of.terms.with.iter().copied()).collect()
}

/// The pattern's name; the same as in exchange.
fn every(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Once => "once",
        Pattern::Week => "week",
        Pattern::Nth { .. } => "nth",
        Pattern::Even { .. } => "even",
        Pattern::Odd { .. } => "odd",
        Pattern::Monthly { .. } => "monthly",
    }
}

fn last(series: &Series) -> Cell {
    let no_end = series.ends == Ends::Open && series.pattern != Pattern::Once;
    let last = if no_end { None } else { Some(series.last().unwrap_or(series.from)) };
    Cell::Text(last.map_or_else(|| NO_END.to_owned(), |last| last.to_string()))
}

/// An arrangement from a row of [`columns()`], without its people and supporters; with its identity and version.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<(ArrangementId, i64, Arrangement)> {
    let mut cells = Cells::of(row);
    let (id, version) = (ArrangementId(cells.take()?), cells.take()?);
    let (family, child) = (FamilyId(cells.take()?), PersonId(cells.take()?));
    let every: String = cells.take()?;
    let weeks: Option<u32> = cells.take()?;
    let week_53 = cells.take::<Option<Coded<Week53>>>()?.map(|code| code.0);
    let place = cells.take::<Option<Coded<MonthPlace>>>()?.map(|code| code.0);
    let pattern = match (every.as_str(), weeks, place) {
        ("week", ..) => Pattern::Week,
        ("nth", Some(weeks), _) => Pattern::Nth { weeks },
        ("even", ..) => Pattern::Even { week_53 },
        ("odd", ..) => Pattern::Odd { week_53 },
        ("monthly", _, Some(place)) => Pattern::Monthly { place },
        _ => Pattern::Once,
    };
    let weekdays: String = cells.take()?;
    let (from, anchor) = (cells.take::<Dated>()?.0, cells.take::<Dated>()?.0);
    let (until, times) = (cells.take::<Option<Dated>>()?.map(|until| until.0), cells.take::<Option<u32>>()?);
    let ends = until.map(Ends::Until).or(times.map(Ends::Times)).unwrap_or(Ends::Open);
    let weekdays = Weekdays::read(&weekdays).unwrap_or_default();
    let arrangement = Arrangement {
        family,
        child,
        series: Series { pattern, weekdays, from, anchor, ends },
        terms: terms::read(&mut cells)?,
        purpose: cells.take()?,
        basis: cells.take::<Option<Coded<VisitBasis>>>()?.map(|code| code.0),
        support_until: cells.take::<Option<Dated>>()?.map(|until| until.0),
        follows: cells.take::<Option<i64>>()?.map(ArrangementId),
        note: cells.take()?,
        event: calendar_event::read(&mut cells)?,
    };
    Ok((id, version, arrangement))
}
