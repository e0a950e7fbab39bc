//! Visits, as their series give them and as they became: what came of them, by step of the ladder, by whom the child
//! met, by how they met.

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::families::Families;
use super::sessions::{InTime, Outcomes};
use super::{AskedFigures, Give, Scope, column};
use crate::domain::codes::{Code, MemberRole, VisitOutcome};
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::domain::visit::{Occurrence, Visit, visits};
use crate::store::coded::Coded;
use crate::store::visits::counted::counted;
use crate::store::visits::reading::{self, all_of};
use crate::store::visits::written;
use crate::store::{AT_ONCE, Store};

/// Arrangements of some families that touch a window, as a condition on `a`.
const ARRANGEMENTS: &str = "a.family IN (SELECT value FROM json_each(:ids))
    AND ((a.last_day >= :from AND a.from_day <= :to)
         OR EXISTS (SELECT 1 FROM occurrence x WHERE x.arrangement = a.id AND x.on_day BETWEEN :from AND :to))";

/// What is stored of their visits in the window, and of those that a series gives in it, as a condition on `o`.
const STORED: &str = "o.arrangement IN (SELECT value FROM json_each(:ids))
    AND (o.on_day BETWEEN :from AND :to OR o.given BETWEEN :from AND :to)";

/// The families that have arrangements, in a part of the table of families.
pub(super) const OF_FAMILIES: &str =
    "SELECT DISTINCT family FROM arrangement WHERE family > :after AND family <= :upto ORDER BY family";

/// From when on a child stands on which step towards whom.
type Steps = HashMap<(PersonId, PersonId), Vec<(NaiveDate, u8)>>;

/// Hands on visits: once for each whom the child met, where rows are roles.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let store = scope.store;
    let families = scope.families(labels)?;
    let mut statement = store.connection.prepare_cached(OF_FAMILIES)?;
    let all: Vec<i64> = statement.query_map(&scope.part.params(), |row| row.get(0))?.collect::<Result<_, _>>()?;
    let all: Vec<i64> = all.into_iter().filter(|family| families.has(*family)).collect();
    for some in all.chunks(AT_ONCE) {
        if of_families(scope, (some, families), labels, give)?.is_break() {
            return Ok(());
        }
    }
    Ok(())
}

fn of_families(
    scope: &Scope<'_>,
    (some, families): (&[i64], &Families),
    labels: &mut Numbered,
    give: Give<'_>,
) -> Result<ControlFlow<()>, Problem> {
    let Scope { store, asked, .. } = scope;
    let roles = if asked.by.name == "role" { roles(store, some)? } else { HashMap::new() };
    let mut days = InTime::default();
    laid_out(store, some, (asked.from, asked.to), &mut |visit, step| {
        let family = visit.arrangement.family;
        let rows: Vec<Option<u32>> = match asked.by.name {
            "step" => vec![step.map(|step| labels.number(&step.to_string()))],
            "role" => {
                let with = visit.terms().with.iter();
                let known = with.map(|person| labels.find(roles.get(person)?.code()));
                known.collect()
            }
            "contact" => vec![labels.find(visit.terms().contact.code())],
            "district" => vec![families.district(family.0)],
            by => vec![Some(days.label(by, visit.on(), labels))],
        };
        tell(asked, visit, family, &rows, give)
    })
}

/// Takes a visit, and the step that it is on.
pub(in crate::store) type TakeVisit<'a> = &'a mut dyn FnMut(&Visit<'_>, Option<u8>) -> ControlFlow<()>;

/// Hands on the visits of some families in a window, as their series give them and as they became.
pub(in crate::store) fn laid_out(
    store: &Store,
    families: &[i64],
    (from, to): (NaiveDate, NaiveDate),
    take: TakeVisit<'_>,
) -> Result<ControlFlow<()>, Problem> {
    let (first, last) = (written(from), written(to));
    let ids = all_of(families.iter().copied());
    let asked_for = named_params! {":ids": ids, ":from": first, ":to": last};
    let arrangements = reading::arrangements_unstaffed(&store.connection, ARRANGEMENTS, asked_for)?;
    let ids = all_of(arrangements.iter().map(|stored| stored.id.0));
    let asked_for = named_params! {":ids": ids, ":from": first, ":to": last};
    let mut stored: BTreeMap<ArrangementId, Vec<Occurrence>> = BTreeMap::new();
    for one in counted(&store.connection, STORED, asked_for)? {
        stored.entry(one.arrangement).or_default().push(one);
    }
    let steps = steps(store, families)?;
    for arrangement in &arrangements {
        let own = stored.get_mut(&arrangement.id);
        let own: &[Occurrence] = own.map_or(&[], |own| {
            own.sort_by_key(|one| one.given);
            own
        });
        for visit in visits(arrangement.id, &arrangement.value, own, from, to) {
            if take(&visit, step(&visit, &steps)).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// Hands on a visit in its rows.
fn tell(
    asked: &AskedFigures,
    visit: &Visit<'_>,
    family: FamilyId,
    rows: &[Option<u32>],
    give: Give<'_>,
) -> ControlFlow<()> {
    let (Some(outcomes), Some(planned)) = (Outcomes::of(asked), column(asked.report, "planned")) else {
        return ControlFlow::Break(());
    };
    let by = visit.written.and_then(|written| written.cancelled_by).map(Code::code);
    let column = match visit.outcome() {
        VisitOutcome::Held => Some(outcomes.held),
        VisitOutcome::NoShow => Some(outcomes.no_show),
        VisitOutcome::Cancelled => Some(outcomes.cancelled(by)),
        VisitOutcome::Planned | VisitOutcome::Moved => (visit.on() >= asked.today).then_some(planned),
    };
    let fact = |row: Option<u32>| Fact {
        row: row.unwrap_or(0),
        column: column.unwrap_or(0),
        unit: visit.id.0,
        family,
        record: (NounKind::Arrangements, visit.id.0),
        on: Some(visit.given),
        says: match (column, row) {
            (None, _) => Says::Missing("outcome"),
            (_, None) => Says::Missing(asked.by.name),
            _ => Says::One(None),
        },
    };
    // What is not told of a visit is missing once.
    let rows = if column.is_none() { rows.get(..1).unwrap_or_default() } else { rows };
    rows.iter().try_for_each(|row| give(&fact(*row)))
}

/// The step that a visit is on: its own, else the one on which the child stood by then towards whom it met.
fn step(visit: &Visit<'_>, steps: &Steps) -> Option<u8> {
    let child = visit.arrangement.child;
    let stood = |with: &PersonId| {
        let moves = steps.get(&(child, *with))?;
        moves.iter().rev().find(|(from, _)| *from <= visit.on()).map(|(_, step)| *step)
    };
    visit.terms().step.or_else(|| visit.terms().with.iter().find_map(stood))
}

/// The moves of the children of some families on the ladder, oldest first.
fn steps(store: &Store, families: &[i64]) -> Result<Steps, Problem> {
    let sql = "SELECT l.child, l.with_person, l.on_day, l.to_step FROM member m JOIN ladder_move l ON l.child = m.id
               WHERE m.family IN (SELECT value FROM json_each(:ids)) ORDER BY l.on_day, l.id";
    let mut steps = Steps::new();
    let ids = all_of(families.iter().copied());
    reading::each(&store.connection, sql, named_params! {":ids": ids}, |row| {
        let pair = (PersonId(row.get(0)?), PersonId(row.get(1)?));
        steps.entry(pair).or_default().push((row.get(2)?, row.get(3)?));
        Ok(())
    })?;
    Ok(steps)
}

/// What the people of some families are in them.
fn roles(store: &Store, families: &[i64]) -> Result<HashMap<PersonId, MemberRole>, Problem> {
    let sql = "SELECT id, role FROM member WHERE family IN (SELECT value FROM json_each(:ids))";
    let mut roles = HashMap::new();
    let ids = all_of(families.iter().copied());
    reading::each(&store.connection, sql, named_params! {":ids": ids}, |row| {
        roles.insert(PersonId(row.get(0)?), row.get::<_, Coded<MemberRole>>(1)?.0);
        Ok(())
    })?;
    Ok(roles)
}
