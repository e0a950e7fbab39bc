//! Breaches: contact that was held in spite of a restriction.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, named_params};

use super::change::find;
use super::stands::{of_family, stands};
use super::stopped::laid;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::visit::together::{Against, breaking};
use crate::store::groups::{self, GroupBreach};
use crate::store::record::Row as _;

/// At what people met in spite of a restriction: the record's number among what is stored of visits, among sessions, or
/// among those who were at meetings of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum BreachAt {
    Visit(i64),
    Session(i64),
    Group(i64),
}

/// What was held in spite of a restriction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct HeldInBreach {
    pub what: BreachAt,
    pub on: NaiveDate,
    pub child: PersonId,
    pub with: PersonId,
    pub against: Against,
    /// Whether it says why.
    pub says_why: bool,
}

/// The sessions of a family that were held on some days by two or more, as a condition on `s`.
pub(in crate::store) const HELD_BY_SOME: &str = "SELECT s.id FROM session s
    WHERE s.family = :family AND s.on_day BETWEEN :from AND :to AND s.outcome = 'held'
      AND (SELECT count(*) FROM session_person p WHERE p.session = s.id) > 1 ORDER BY s.on_day, s.id";

/// What was held in a family in spite of its restrictions, up to a day, whether or not it says why.
pub(in crate::store) fn breaches_of(
    connection: &Connection,
    family: FamilyId,
    today: NaiveDate,
) -> Result<Vec<HeldInBreach>, Problem> {
    let restrictions = of_family(connection, family)?;
    let Some(from) = restrictions.iter().map(|one| one.from).min().filter(|from| *from <= today) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    let stands = stands(connection, family)?;
    let all = laid(&stands, from.with_day(1).unwrap_or(from), today);
    let mut told = None;
    for hit in breaking(&all, &restrictions).iter().filter(|hit| !all[hit.visit].is_ahead()) {
        let visit = &all[hit.visit];
        // Of each visit the gravest breach is told.
        if told.replace(hit.visit) == Some(hit.visit) {
            continue;
        }
        let Some((id, _)) = find(connection, visit.id, visit.given)? else { continue };
        let restriction = restrictions[hit.restriction].clone();
        let (on, with, child) = (visit.on(), hit.with, restriction.child);
        let against = Against { on, restriction, with, breach: hit.breach, is_to_come: false };
        let says_why = visit.terms().despite.is_some();
        found.push(HeldInBreach { what: BreachAt::Visit(id.0), on, child, with, against, says_why });
    }
    let mut statement = connection.prepare_cached(HELD_BY_SOME)?;
    let asked = named_params! {":family": family.0, ":from": from, ":to": today};
    let sessions: Vec<i64> = statement.query_map(asked, |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in sessions {
        let Some((_, session)) = Session::fetch(connection, id)? else { continue };
        if let Some(broken) = session.breaks(&restrictions).first() {
            let restriction = restrictions[broken.restriction].clone();
            let (on, child, with) = (session.on, broken.child, broken.with);
            let against = Against { on, restriction, with, breach: broken.breach, is_to_come: false };
            let says_why = session.despite.is_some();
            found.push(HeldInBreach { what: BreachAt::Session(id), on, child, with, against, says_why });
        }
    }
    for breach in groups::breaches(connection, family, &restrictions, (from, today))? {
        let GroupBreach { record, against, says_why } = breach;
        let (on, child, with) = (against.on, against.restriction.child, against.with);
        found.push(HeldInBreach { what: BreachAt::Group(record), on, child, with, against, says_why });
    }
    Ok(found)
}
