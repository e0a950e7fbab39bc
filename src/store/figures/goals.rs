//! Goals by area, as they stood on the last day of the period: how far each has come, what changed since it was made;
//! beside them the T-score of each person.

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::{Give, Part, Scope, column};
use crate::domain::goal::gas::t_score;
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::visits::reading;

/// Goals that were made by the last day, are not dropped, and are open or were made or followed up in the period; with
/// the last that was said of each by then. Of what was only said later the start stands. In a part of the table of
/// families, so that all goals of a person are read together.
const GOALS: &str = "SELECT g.id, g.family, g.person, g.area, g.start, g.weight, g.made_on,
            coalesce((SELECT a.level FROM attainment a WHERE a.family = g.family AND a.goal = g.number
                        AND a.on_day <= :to AND a.level IS NOT NULL ORDER BY a.on_day DESC, a.id DESC LIMIT 1),
                     CASE WHEN EXISTS (SELECT 1 FROM attainment a WHERE a.family = g.family AND a.goal = g.number
                                         AND a.level IS NOT NULL) THEN g.start ELSE g.now END)
     FROM goal g
     WHERE g.family > :after AND g.family <= :upto AND g.state <> 'dropped' AND g.made_on <= :to
       AND (g.state = 'open' OR g.made_on >= :from
            OR EXISTS (SELECT 1 FROM attainment a
                       WHERE a.family = g.family AND a.goal = g.number AND a.on_day >= :from))
     ORDER BY g.id";

/// How far a goal has come, by its level.
const LEVELS: [(i8, &str); 5] = [(-2, "much_less"), (-1, "less"), (0, "expected"), (1, "more"), (2, "much_more")];

/// Hands on goals, and the score of each person.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let families = scope.families(labels)?;
    let mut scored: BTreeMap<i64, Vec<(i8, u32)>> = BTreeMap::new();
    let mut ended = false;
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.last(), ":after": after, ":upto": upto};
    reading::each(&store.connection, GOALS, values, |row| {
        let (family, person): (i64, i64) = (row.get(1)?, row.get(2)?);
        if ended || !families.has(family) {
            return Ok(());
        }
        let (start, now): (Option<i8>, Option<i8>) = (row.get(4)?, row.get(7)?);
        if let Some(level) = now {
            scored.entry(person).or_default().push((level, row.get(5)?));
        }
        let label = match asked.by.name {
            "area" => labels.find(&row.get::<_, String>(3)?),
            "change" => start.zip(now).and_then(|(start, now)| labels.find(changed(start, now))),
            _ => families.district(family),
        };
        let place = now.and_then(|now| LEVELS.iter().find(|(level, _)| *level == now));
        let place = place.and_then(|(_, name)| column(asked.report, name));
        let fact = Fact {
            row: label.unwrap_or(0),
            column: place.unwrap_or(0),
            unit: row.get(0)?,
            family: FamilyId(family),
            record: (NounKind::Goals, row.get(0)?),
            on: row.get(6)?,
            says: match (place, label) {
                (None, _) => Says::Missing("attainment"),
                (_, None) => Says::Missing(asked.by.name),
                _ => Says::One(None),
            },
        };
        ended = give(&fact).is_break();
        Ok(())
    })?;
    for score in scored.values().filter_map(|scored| t_score(scored)) {
        if ended || give(&Fact::measured(tenths(score), 1)).is_break() {
            return Ok(());
        }
    }
    Ok(())
}

/// What has come of a goal since it was made.
fn changed(start: i8, now: i8) -> &'static str {
    match now.cmp(&start) {
        std::cmp::Ordering::Greater => "better",
        std::cmp::Ordering::Equal => "same",
        std::cmp::Ordering::Less => "worse",
    }
}

/// A score in tenths; there is none below 0 or above 100.
fn tenths(score: f64) -> i64 {
    (0..=1000).rev().find(|tenths| f64::from(*tenths) <= score * 10.0 + 0.5).map_or(0, i64::from)
}
