//! Advice and support by year: what sessions of advice give, and over it what somebody has counted by hand.
//!
//! A new visit is the first held session of advice that somebody came to, in person or by video; what was held by phone
//! is a call. Of a session that says nobody the family comes. Counts by hand take the place of what sessions give, year
//! by year and row by row; where a year has no session of advice at all, what nobody counted was not measured.

use std::collections::{BTreeSet, HashSet};
use std::ops::ControlFlow;

use chrono::{Datelike, NaiveDate};
use rusqlite::named_params;

use super::families::Families;
use super::{AskedFigures, Give, Part, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::Store;
use crate::store::visits::reading;

/// Sessions of advice that were held up to a day, in a part of the table of families, each with those who came; of a
/// family in their order.
pub(in crate::store) const ADVICE: &str = "SELECT s.id, s.family, s.on_day, s.mode, m.id, m.role
     FROM session s INDEXED BY session_of_advice
     LEFT JOIN session_person p ON p.session = s.id LEFT JOIN member m ON m.id = p.person
     WHERE s.family > :after AND s.family <= :upto AND s.kind = 'advice' AND s.outcome = 'held' AND s.on_day <= :to
     ORDER BY s.family, s.on_day, s.start, s.id";

/// Whether a session of advice was held between two days.
const HELD: &str = "SELECT EXISTS (SELECT 1 FROM session s INDEXED BY session_of_advice
     WHERE s.kind = 'advice' AND s.outcome = 'held' AND s.on_day BETWEEN :from AND :to)";

/// What was counted by hand.
const COUNTED: &str = "SELECT id, year, row, value, until_day FROM advice_count
     WHERE year BETWEEN :first AND :last ORDER BY year, id";

/// Everything there is to hand on, and what it is handed on to.
struct Telling<'a> {
    asked: &'a AskedFigures,
    labels: &'a mut Numbered,
    /// Years and rows that were counted by hand.
    told: HashSet<(i32, String)>,
    give: Give<'a>,
}

impl Telling<'_> {
    fn tell(&mut self, (year, name): (i32, &str), record: (NounKind, i64), family: i64, says: Says) -> ControlFlow<()> {
        let Some(column) = column(self.asked.report, name) else { return ControlFlow::Continue(()) };
        let row = self.labels.number(&format!("{year:04}"));
        let fact = Fact { row, column, unit: record.1, family: FamilyId(family), record, on: None, says };
        (self.give)(&fact)
    }

    /// One more of a session, unless the year's were counted by hand.
    fn one(&mut self, year: i32, name: &str, session: i64, family: i64) -> ControlFlow<()> {
        if self.told.contains(&(year, name.to_owned())) {
            return ControlFlow::Continue(());
        }
        self.tell((year, name), (NounKind::Sessions, session), family, Says::One(None))
    }
}

/// Hands on what is counted of advice.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let mut telling = Telling { asked, labels, told: HashSet::new(), give };
    // What was counted by hand is the whole unit's.
    let is_whole = asked.is_of_all() && scope.reached.is_all();
    let is_first = scope.part.is_first();
    if is_whole && counted(store, is_first, &mut telling)?.is_break() {
        return Ok(());
    }
    if is_whole && is_first && unmeasured(store, &mut telling)?.is_break() {
        return Ok(());
    }
    sessions(scope, families, &mut telling)
}

/// What was counted by hand: told with the first part, and known in all of them.
fn counted(store: &Store, is_told: bool, telling: &mut Telling<'_>) -> Result<ControlFlow<()>, Problem> {
    let mut given = ControlFlow::Continue(());
    let values = named_params! {":first": telling.asked.from.year(), ":last": telling.asked.to.year()};
    reading::each(&store.connection, COUNTED, values, |row| {
        if given.is_break() {
            return Ok(());
        }
        let (id, year, name): (i64, i32, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let says = row.get::<_, Option<u32>>(3)?.map_or(Says::NotMeasured, Says::Many);
        telling.told.insert((year, name.clone()));
        if !is_told {
            return Ok(());
        }
        given = telling.tell((year, &name), (NounKind::AdviceCounts, id), 0, says);
        if let Some(until) = row.get::<_, Option<NaiveDate>>(4)? {
            let number = telling.labels.number(&format!("{year:04}"));
            let known = telling.labels.until(number);
            telling.labels.ends(number, known.map_or(until, |known| known.max(until)));
        }
        Ok(())
    })?;
    Ok(given)
}

/// What sessions give.
fn sessions(scope: &Scope<'_>, families: &Families, telling: &mut Telling<'_>) -> Result<(), Problem> {
    let asked = telling.asked;
    let (mut known, mut last, mut held) = (HashSet::new(), None, BTreeSet::new());
    let Part { after, upto } = scope.part;
    let values = named_params! {":to": asked.last(), ":after": after, ":upto": upto};
    let mut given = ControlFlow::Continue(());
    reading::each(&scope.store.connection, ADVICE, values, |row| {
        let (session, family, day): (i64, i64, NaiveDate) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if given.is_break() || !families.has(family) {
            return Ok(());
        }
        let (mode, role): (String, Option<String>) = (row.get(3)?, row.get(5)?);
        let is_call = mode == "phone";
        let (year, counts) = (day.year(), day >= asked.from);
        let is_next = last.replace(session) != Some(session);
        if counts && is_next {
            held.insert(year);
            let occasion = if is_call { "phone_calls" } else { "in_person_or_digital" };
            for name in [occasion, "total_occasions"] {
                given = if given.is_continue() { telling.one(year, name, session, family) } else { given };
            }
        }
        // Of a session that says nobody, the family.
        let person: Option<i64> = row.get(4)?;
        let is_new = !is_call && role.as_deref() != Some("child") && known.insert(person.unwrap_or(-family));
        if is_new && counts {
            let of_role = match role.as_deref() {
                Some("mother") => Some("new_visits_mothers"),
                Some("father") => Some("new_visits_fathers"),
                _ => None,
            };
            for name in std::iter::once("new_visits").chain(of_role) {
                given = if given.is_continue() { telling.one(year, name, session, family) } else { given };
            }
        }
        Ok(())
    })?;
    // A year that is not over is part of one, and so is one that the period cuts.
    let last = asked.last();
    for year in held {
        if year == last.year() && (last.month(), last.day()) != (12, 31) {
            let number = telling.labels.number(&format!("{year:04}"));
            if telling.labels.until(number).is_none() {
                telling.labels.ends(number, last);
            }
        }
    }
    Ok(())
}

/// What nobody counted, in years of which the casebook has no session.
fn unmeasured(store: &Store, telling: &mut Telling<'_>) -> Result<ControlFlow<()>, Problem> {
    let years: BTreeSet<i32> = telling.told.iter().map(|(year, _)| *year).collect();
    let mut statement = store.connection.prepare_cached(HELD)?;
    for year in years {
        let (Some(first), Some(last)) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31))
        else {
            continue;
        };
        let (first, last) = (first.max(telling.asked.from), last.min(telling.asked.last()));
        if statement.query_row(named_params! {":from": first, ":to": last}, |row| row.get(0))? {
            continue;
        }
        for name in telling.asked.report.columns.labels.closed() {
            if !telling.told.contains(&(year, name.to_owned()))
                && telling.tell((year, name), (NounKind::AdviceCounts, 0), 0, Says::NotMeasured).is_break()
            {
                return Ok(ControlFlow::Break(()));
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}
