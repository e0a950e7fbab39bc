//! Groups by kind: meetings that were held, how many different people came, how often they came or did not, heads
//! without a name, and what the questionnaires gave.
//!
//! A group is its team's and not any family's: the district is the group's own. Who came is counted where the family is
//! reached; meetings and heads are nobody's.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;

use super::{Give, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::domain::text::identity_of;
use crate::store::reached::Reached;
use crate::store::visits::reading;

/// Meetings that were held in a period.
fn meetings(reached: &Reached) -> String {
    let reached = reached.groups("g");
    format!(
        "SELECT p.id, g.kind, p.on_day, p.survey, p.survey_mean, p.survey_n
         FROM group_meeting p CROSS JOIN support_group g ON g.id = p.of_group
         WHERE p.state = 'held' AND p.on_day BETWEEN :from AND :to
           AND (:district IS NULL OR trim(g.district) = :district)
           AND (:team IS NULL OR g.team = :team) AND {reached} ORDER BY p.id"
    )
}

/// Who came to them, or did not: people of families that are reached, and heads.
fn attendance(reached: &Reached) -> String {
    let (groups, families) = (reached.groups("g"), reached.family("f"));
    format!(
        "SELECT a.id, p.id, a.person, f.id, a.present, coalesce(a.count, 1)
         FROM group_meeting p CROSS JOIN support_group g ON g.id = p.of_group
         CROSS JOIN attendance a ON a.meeting = p.id
         LEFT JOIN member m ON m.id = a.person LEFT JOIN family f ON f.id = m.family
         WHERE p.state = 'held' AND p.on_day BETWEEN :from AND :to
           AND (:district IS NULL OR trim(g.district) = :district)
           AND (:team IS NULL OR g.team = :team) AND {groups}
           AND (a.person IS NULL AND :phase IS NULL
                OR f.id IS NOT NULL AND (:phase IS NULL OR f.phase = :phase) AND {families})
         ORDER BY a.id"
    )
}

/// A meeting, as far as figures go.
struct Met {
    row: u32,
    on: Option<chrono::NaiveDate>,
    survey: Option<(String, i64, u32)>,
}

/// Hands on meetings, and who came.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, reached, .. } = scope;
    let team = asked.team.map(|team| team.0);
    let values = named_params! {
        ":from": asked.from, ":to": asked.last(), ":district": asked.district, ":team": team,
    };
    let mut met: BTreeMap<i64, Met> = BTreeMap::new();
    reading::each(&store.connection, &meetings(reached), values, |row| {
        let Some(number) = labels.find(&row.get::<_, String>(1)?) else { return Ok(()) };
        let survey: Option<(String, i64, u32)> = match row.get::<_, Option<i64>>(4)? {
            Some(mean) => Some((row.get::<_, Option<String>>(3)?.unwrap_or_default(), mean, row.get(5)?)),
            None => None,
        };
        met.insert(row.get(0)?, Met { row: number, on: row.get(2)?, survey });
        Ok(())
    })?;
    let place = |name: &str| column(asked.report, name);
    let (Some(held), Some(participants), Some(came), Some(absent), Some(heads)) =
        (place("meetings"), place("participants"), place("came"), place("absent"), place("heads"))
    else {
        return Ok(());
    };
    let values = named_params! {
        ":from": asked.from, ":to": asked.last(), ":district": asked.district, ":team": team, ":phase": asked.phase,
    };
    let mut facts: Vec<Fact> = Vec::new();
    let mut attended: BTreeSet<i64> = BTreeSet::new();
    reading::each(&store.connection, &attendance(reached), values, |row| {
        let (id, meeting): (i64, i64) = (row.get(0)?, row.get(1)?);
        let Some(of) = met.get(&meeting) else { return Ok(()) };
        let (person, family): (Option<i64>, Option<i64>) = (row.get(2)?, row.get(3)?);
        let (present, count): (String, u32) = (row.get(4)?, row.get(5)?);
        let fact = |column, unit, says| Fact {
            row: of.row,
            column,
            unit,
            family: FamilyId(family.unwrap_or(0)),
            record: (NounKind::Attendance, id),
            on: of.on,
            says,
        };
        match (present.as_str(), person) {
            ("yes", Some(person)) => {
                attended.insert(meeting);
                let who = fact(participants, person, Says::One(None));
                facts.push(Fact { record: (NounKind::People, person), on: None, ..who });
                facts.push(fact(came, id, Says::One(None)));
            }
            ("yes", None) => facts.push(fact(heads, id, Says::Many(count))),
            ("no", _) => facts.push(fact(absent, id, Says::One(None))),
            // Nobody has said yet whether they came.
            ("expected", _) => facts.push(fact(came, id, Says::Missing("present"))),
            _ => {}
        }
        Ok(())
    })?;
    let counts = |id: &i64| asked.phase.is_none() || attended.contains(id);
    facts.extend(met.iter().filter(|(id, _)| counts(id)).map(|(id, of)| Fact {
        row: of.row,
        column: held,
        unit: *id,
        family: FamilyId(0),
        record: (NounKind::GroupMeetings, *id),
        on: of.on,
        says: Says::One(None),
    }));
    // Answers to different questions have no mean together. Nobody stands behind an answer, so none is of a phase.
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let surveys = met.values().filter_map(|of| of.survey.as_ref());
    for (survey, mean, answers) in surveys.filter(|_| asked.phase.is_none()) {
        let label = *known.entry(identity_of(survey)).or_insert_with(|| labels.number(survey));
        facts.push(Fact::measured_of(label, *mean, *answers));
    }
    for fact in &facts {
        if give(fact).is_break() {
            return Ok(());
        }
    }
    Ok(())
}
