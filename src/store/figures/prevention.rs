//! The grid of prevention: sessions that were held, by what they were for, on which level and for whom.

use rusqlite::named_params;

use super::sessions::text;
use super::{Give, Part, Scope};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::coded::Dated;
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
    // The columns of the grid, by level and setting.
    let labels_of = asked.report.columns.labels.closed();
    let grid: Vec<(&str, &str)> = labels_of.filter_map(|name| name.split_once('_')).collect();
    let mut ended = false;
    reading::each(&store.connection, HELD, values, |row| {
        let family: i64 = row.get(1)?;
        if ended || !families.has(family) {
            return Ok(());
        }
        let task = labels.find(text(row, 3)?.unwrap_or_default());
        let of_grid = text(row, 4)?.zip(text(row, 5)?);
        let place = of_grid.and_then(|told| grid.iter().position(|known| *known == told));
        let fact = Fact {
            row: task.unwrap_or(0),
            column: place.unwrap_or(0),
            unit: row.get(0)?,
            family: FamilyId(family),
            record: (NounKind::Sessions, row.get(0)?),
            on: Some(row.get::<_, Dated>(2)?.0),
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
