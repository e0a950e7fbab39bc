//! Who opened families: those of their own team, and those of another. What is read is the journal's rows, which name
//! neither who nor whom here.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Stockholm;
use rusqlite::named_params;

use super::sessions::InTime;
use super::{Give, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::visits::reading;

/// Families that somebody opened, from a day on, and whether they are of their own team, in a part of the journal.
const OPENED: &str = "SELECT j.id, j.family, j.at, u.role, u.team = f.team
     FROM user u CROSS JOIN journal j INDEXED BY journal_of_access ON j.user = u.id
     CROSS JOIN family f ON f.id = j.family
     WHERE j.id > :row AND j.id <= :upto AND j.act = 'open' AND j.act NOT IN ('add', 'change', 'remove')
       AND j.noun = 'family'
       AND j.at >= :from AND j.at < :after";

/// Hands on openings.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let (Some(own), Some(other)) = (column(asked.report, "own_team"), column(asked.report, "other_team")) else {
        return Ok(());
    };
    // The journal's days are those of UTC: one more on each side holds all of Sweden's.
    let day = |day: Option<NaiveDate>| day.unwrap_or(asked.from).to_string();
    let last = asked.last();
    let after = last.succ_opt().and_then(|day| day.succ_opt());
    let (row, upto) = (scope.part.after, scope.part.upto);
    let values = named_params! {":from": day(asked.from.pred_opt()), ":after": day(after), ":row": row, ":upto": upto};
    let mut days = InTime::default();
    let mut ended = false;
    reading::each(&store.connection, OPENED, values, |row| {
        let family: i64 = row.get(1)?;
        if ended || !families.has(family) {
            return Ok(());
        }
        let at: DateTime<Utc> = row.get(2)?;
        let on = at.with_timezone(&Stockholm).date_naive();
        if !(asked.from..=last).contains(&on) {
            return Ok(());
        }
        let label = match asked.by.name {
            "reader" => labels.find(&row.get::<_, String>(3)?),
            by => Some(days.label(by, on, labels)),
        };
        let fact = Fact {
            row: label.unwrap_or(0),
            column: if row.get(4)? { own } else { other },
            unit: row.get(0)?,
            family: FamilyId(family),
            record: (NounKind::Families, family),
            on: Some(on),
            says: label.map_or(Says::Missing(asked.by.name), |_| Says::One(None)),
        };
        ended = give(&fact).is_break();
        Ok(())
    })
}
