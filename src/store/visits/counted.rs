//! Single visits as far as they are counted: when and how, on which step, and what came of them. Figures read hundreds
//! of thousands of them, and nothing of what people wrote.

use rusqlite::Connection;

use super::occurrence::LINKS;
use super::reading::{Asked, each, spread};
use crate::domain::codes::{Answer, CancelledBy, VisitContact, VisitOutcome};
use crate::domain::ids::{ArrangementId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::{After, Before, During, Occurrence, Terms};
use crate::store::coded::{Clocked, Coded, Dated};
use crate::store::columns::Cells;

/// The query for visits under a condition on `o`, by identity.
pub(in crate::store) fn counted_where(condition: &str) -> String {
    format!(
        "SELECT o.id, o.arrangement, o.given, o.on_day, o.contact, o.start_time, o.end_time, o.nights, o.step,
                o.supervision, o.skipped, o.outcome, o.cancelled_by
         FROM occurrence o WHERE {condition} ORDER BY o.id"
    )
}

/// Visits under a condition on `o`, with whom the child met. What is not counted is left empty.
pub(in crate::store) fn counted(
    connection: &Connection,
    condition: &str,
    asked: Asked<'_>,
) -> Result<Vec<Occurrence>, Problem> {
    let mut found: Vec<(i64, Occurrence)> = Vec::new();
    each(connection, &counted_where(condition), asked, |row| {
        found.push(read(row)?);
        Ok(())
    })?;
    spread(
        connection,
        LINKS.people,
        &mut found,
        |(id, _)| *id,
        |(_, of), person| of.terms.with.push(PersonId(person)),
    )?;
    Ok(found.into_iter().map(|(_, of)| of).collect())
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, Occurrence)> {
    let mut cells = Cells::of(row);
    let id = cells.take()?;
    let (arrangement, given, on) = (ArrangementId(cells.take()?), cells.take::<Dated>()?.0, cells.take::<Dated>()?.0);
    let terms = Terms {
        with: Vec::new(),
        contact: cells.take::<Coded<VisitContact>>()?.0,
        start: cells.take::<Option<Clocked>>()?.map(|time| time.0),
        end: cells.take::<Option<Clocked>>()?.map(|time| time.0),
        nights: cells.take()?,
        place: None,
        step: cells.take()?,
        supervision: cells.take::<Coded<Answer>>()?.0,
        supporters: Vec::new(),
        transport: None,
        despite: None,
    };
    let occurrence = Occurrence {
        arrangement,
        given,
        on,
        terms,
        skipped: cells.take()?,
        outcome: cells.take::<Coded<VisitOutcome>>()?.0,
        cancelled_by: cells.take::<Option<Coded<CancelledBy>>>()?.map(|code| code.0),
        cancelled_by_person: None,
        reason: None,
        notice_hours: None,
        before: Before::default(),
        during: During::default(),
        after: After::default(),
    };
    Ok((id, occurrence))
}
