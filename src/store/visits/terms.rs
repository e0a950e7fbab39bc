//! The terms of a visit as columns, the same in an arrangement and in a single visit.

use rusqlite::Transaction;
use rusqlite::types::Value as Cell;

use crate::domain::codes::{Answer, Code, VisitContact};
use crate::domain::problem::Problem;
use crate::domain::text::fold;
use crate::domain::visit::Terms;
use crate::store::coded::{Clocked, Coded};
use crate::store::columns::{Cells, Links};
use crate::store::staff;

/// The columns in the order in which [`read`] takes them.
pub(super) const COLUMNS: &str = "contact, start_time, end_time, nights, place, step, supervision, transport, despite";

/// Where the people and the supporters of a record stand.
pub(super) struct TermLinks {
    pub(super) people: Links,
    pub(super) supporters: Links,
}

/// The cells of terms by column.
pub(super) fn cells(terms: &Terms) -> [(&'static str, Cell); 10] {
    let time = |time: Option<chrono::NaiveTime>| cell(time.map(|time| time.format("%H:%M").to_string()));
    [
        ("contact", Cell::Text(terms.contact.code().to_owned())),
        ("start_time", time(terms.start)),
        ("end_time", time(terms.end)),
        ("nights", Cell::Integer(terms.nights.into())),
        ("place", cell(terms.place.as_ref().map(|place| place.bare().to_owned()))),
        ("place_folded", cell(terms.place.as_ref().map(|place| fold(place.bare())))),
        ("step", terms.step.map_or(Cell::Null, |step| Cell::Integer(step.into()))),
        ("supervision", Cell::Text(terms.supervision.code().to_owned())),
        ("transport", cell(terms.transport.clone())),
        ("despite", cell(terms.despite.clone())),
    ]
}

fn cell(text: Option<String>) -> Cell {
    text.map_or(Cell::Null, Cell::Text)
}

/// Terms from cells, without their people and supporters.
pub(super) fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Terms> {
    Ok(Terms {
        with: Vec::new(),
        contact: cells.take::<Coded<VisitContact>>()?.0,
        start: cells.take::<Option<Clocked>>()?.map(|time| time.0),
        end: cells.take::<Option<Clocked>>()?.map(|time| time.0),
        nights: cells.take()?,
        place: cells.take::<Option<String>>()?.map(Into::into),
        step: cells.take()?,
        supervision: cells.take::<Coded<Answer>>()?.0,
        supporters: Vec::new(),
        transport: cells.take()?,
        despite: cells.take()?,
    })
}

impl TermLinks {
    /// Writes who is met and who supports.
    pub(super) fn write(&self, transaction: &Transaction<'_>, id: i64, terms: &Terms) -> Result<(), Problem> {
        let people: Vec<i64> = terms.with.iter().map(|person| person.0).collect();
        self.people.write(transaction, id, &people)?;
        let mut supporters = Vec::new();
        for name in &terms.supporters {
            let staff = staff::intern(transaction, name)?;
            if !supporters.contains(&staff) {
                supporters.push(staff);
            }
        }
        Ok(self.supporters.write(transaction, id, &supporters)?)
    }
}
