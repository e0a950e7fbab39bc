//! School after a placement that meant a change of school: of all such placements that began in the period.

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::{Give, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says, SchoolWait, Stage};
use crate::store::reached::Reached;
use crate::store::visits::reading;

/// Placements that began in a period and mean a change of school, or of which nobody has said.
fn of_schools(reached: &Reached) -> String {
    let reached = reached.family("f");
    format!(
        "SELECT p.id, m.family, p.kind, p.started_on, p.school_started_on, p.ended_on, m.birth_on,
            coalesce(nullif(trim(p.district), ''), nullif(trim(f.district), '')) AS answers, p.school_change
     FROM placement p CROSS JOIN member m ON m.id = p.person CROSS JOIN family f ON f.id = m.family
     WHERE p.started_on BETWEEN :from AND :to AND coalesce(p.school_change, 'yes') = 'yes'
       AND (:phase IS NULL OR f.phase = :phase)
       AND (:district IS NULL OR answers = :district)
       AND (:team IS NULL OR f.team = :team) AND {reached}
     ORDER BY p.started_on, p.id"
    )
}

/// A placement, as far as school goes.
struct Change {
    id: i64,
    family: FamilyId,
    kind: String,
    district: Option<String>,
    born: Option<NaiveDate>,
    wait: SchoolWait,
    is_told: bool,
}

impl Change {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let wait = SchoolWait { placed_on: row.get(3)?, began_on: row.get(4)?, ended_on: row.get(5)? };
        Ok(Self {
            id: row.get(0)?,
            family: FamilyId(row.get(1)?),
            kind: row.get(2)?,
            district: row.get(7)?,
            born: row.get(6)?,
            wait,
            is_told: row.get::<_, Option<String>>(8)?.is_some(),
        })
    }

    fn stage(&self) -> Stage {
        Stage::on(self.wait.placed_on, self.born)
    }
}

fn changes(scope: &Scope<'_>) -> Result<Vec<Change>, Problem> {
    let Scope { store, asked, reached, .. } = scope;
    let values = named_params! {
        ":from": asked.from, ":to": asked.last(), ":phase": asked.phase, ":district": asked.district,
        ":team": asked.team.map(|team| team.0),
    };
    let mut found = Vec::new();
    reading::each(&store.connection, &of_schools(reached), values, |row| {
        found.push(Change::read(row)?);
        Ok(())
    })?;
    Ok(found)
}

/// Hands on placements.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let asked = scope.asked;
    for change in changes(scope)? {
        let label = match asked.by.name {
            "stage" => Some(change.stage().code()),
            "kind" => Some(change.kind.as_str()),
            _ => change.district.as_deref(),
        };
        let Some(column) = column(asked.report, change.wait.column(asked.today)) else { continue };
        let begun = change.wait.began_on.map(|_| change.wait.days(asked.today));
        let says = match label {
            _ if !change.is_told => Says::Missing("school_change"),
            None => Says::Missing("district"),
            Some(_) => Says::One(begun),
        };
        let fact = Fact {
            row: label.map_or(0, |label| labels.number(label)),
            column,
            unit: change.id,
            family: change.family,
            record: (NounKind::Placements, change.id),
            on: Some(change.wait.placed_on),
            says,
        };
        if give(&fact).is_break() {
            return Ok(());
        }
        // A child whose age nobody knows stands among all, and is told of.
        if asked.by.name == "stage" && change.is_told && change.born.is_none() {
            let missing = Fact { says: Says::Missing("birth_on"), ..fact };
            if give(&missing).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// A line for each placement.
pub(super) fn lines(scope: &Scope<'_>) -> Result<Vec<Vec<String>>, Problem> {
    let Scope { store, asked, .. } = scope;
    let changes = changes(scope)?;
    let line = |change: &Change| {
        let (wait, own) = (&change.wait, &store.unit().days);
        let over = wait.is_over(asked.today).map_or("", |over| if over { "yes" } else { "no" });
        vec![
            change.district.clone().unwrap_or_default(),
            change.kind.clone(),
            wait.placed_on.to_string(),
            wait.began_on.map(|day| day.to_string()).unwrap_or_default(),
            wait.days(asked.today).to_string(),
            over.to_owned(),
            wait.school_days(asked.today, own).to_string(),
            change.stage().code().to_owned(),
        ]
    };
    Ok(changes.iter().filter(|change| change.is_told).map(line).collect())
}
