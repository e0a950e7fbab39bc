//! The grid of prevention: sessions that were held, by what they were for, on which level and for whom.

use rusqlite::named_params;

use super::{Give, Part, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::visits::reading;

/// Sessions that were held in a period, in a part of the table.
const HELD: &str = "SELECT id, family, on_day, kind, level, setting FROM session NOT INDEXED
     WHERE id > :after AND id <= :upto AND on_day BETWEEN :from AND :to AND outcome = 'held'";

/// Hands on sessions.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.to, ":after": after, ":upto": upto};
    let mut ended = false;
    reading::each(&store.connection, HELD, values, |row| {
        let family: i64 = row.get(1)?;
        if ended || !families.has(family) {
            return Ok(());
        }
        let task = labels.find(&row.get::<_, String>(3)?);
        let (level, setting): (Option<String>, Option<String>) = (row.get(4)?, row.get(5)?);
        let place = level.zip(setting).and_then(|(level, setting)| column(asked.report, &format!("{level}_{setting}")));
        let fact = Fact {
            row: task.unwrap_or(0),
            column: place.unwrap_or(0),
            unit: row.get(0)?,
            family: FamilyId(family),
            record: (NounKind::Sessions, row.get(0)?),
            on: row.get(2)?,
            says: match (place, task) {
                (None, _) => Says::Missing("level"),
                (_, None) => Says::Missing("task"),
                _ => Says::One(None),
            },
        };
        ended = give(&fact).is_break();
        Ok(())
    })
}
