//! Colours of check-ins, week by week.

use rusqlite::named_params;

use super::sessions::InTime;
use super::{Give, Part, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::visits::reading;

/// Check-ins of a period, in a part of the table.
const CHECK_INS: &str = "SELECT id, family, on_day, colour FROM check_in NOT INDEXED
     WHERE id > :after AND id <= :upto AND on_day BETWEEN :from AND :to";

/// Hands on check-ins.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let mut days = InTime::default();
    let mut ended = false;
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.last(), ":after": after, ":upto": upto};
    reading::each(&store.connection, CHECK_INS, values, |row| {
        let family: i64 = row.get(1)?;
        let Some(column) = column(asked.report, &row.get::<_, String>(3)?) else { return Ok(()) };
        if ended || !families.has(family) {
            return Ok(());
        }
        let day = row.get(2)?;
        let label = match asked.by.name {
            "district" => families.district(family),
            by => Some(days.label(by, day, labels)),
        };
        let fact = Fact {
            row: label.unwrap_or(0),
            column,
            unit: row.get(0)?,
            family: FamilyId(family),
            record: (NounKind::CheckIns, row.get(0)?),
            on: Some(day),
            says: label.map_or(Says::Missing("district"), |_| Says::One(None)),
        };
        ended = give(&fact).is_break();
        Ok(())
    })
}
