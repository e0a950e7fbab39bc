//! What measurements of a year come to, by month and area: figures alone, no answer and no word.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::named_params;

use super::{Give, Scope};
use crate::domain::codes::{Code, MemberRole, Rater};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::measurement::{Measurement, scores};
use crate::domain::problem::Problem;
use crate::domain::research::{FactRow, Value};
use crate::store::coded::Coded;

/// Measurements of a period, and what whoever they are about is in the family.
const MEASURED: &str = "SELECT t.family, t.person, t.instrument, t.edition, t.on_day, t.rater,
            t.answers, m.role
     FROM measurement t NOT INDEXED CROSS JOIN member m ON m.id = t.person
     WHERE t.on_day BETWEEN :from AND :to";

pub(super) fn each(scope: &Scope<'_>, give: Give<'_>) -> Result<(), Problem> {
    let mut statement = scope.store.connection.prepare_cached(MEASURED)?;
    let mut rows = statement.query(named_params! {":from": scope.from(), ":to": scope.to()})?;
    while let Some(row) = rows.next()? {
        let family: i64 = row.get(0)?;
        if !scope.known.has(family) {
            continue;
        }
        let answers: BTreeMap<String, String> = serde_json::from_str(&row.get::<_, String>(6)?).unwrap_or_default();
        let measured = Measurement {
            family: FamilyId(family),
            person: PersonId(row.get(1)?),
            instrument: row.get(2)?,
            edition: row.get(3)?,
            on: row.get::<_, NaiveDate>(4)?,
            rater: row.get::<_, Coded<Rater>>(5)?.0,
            way: None,
            asked_by: None,
            answers,
            talked_on: None,
        };
        let Some(instrument) = scope.store.instruments().named(&measured.instrument) else { continue };
        let role = row.get::<_, Coded<MemberRole>>(7)?.0;
        for score in scores(instrument, &measured) {
            let cells = vec![
                scope.unit(),
                scope.person(measured.person.0),
                scope.family(family),
                Value::Text(role.code().to_owned()),
                Value::Text(measured.instrument.clone()),
                Value::Text(score.area.clone()),
                Value::Text(measured.rater.code().to_owned()),
                Value::day(measured.on.with_day(1)),
                Value::number(score.value.map(|value| value.rounded())),
                Value::number(i64::try_from(score.answered).ok()),
                Value::Flag(score.is_weak),
            ];
            if give(FactRow { cells, is_protected: scope.known.is_protected(family) }).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}
