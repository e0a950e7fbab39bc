//! Needs and gaps: what families needed of others and what became of it, and what groups found that nobody offers.

use rusqlite::named_params;

use super::{Give, Part, Scope, column};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says, crossed};
use crate::store::reached::Reached;
use crate::store::visits::reading;

/// What families came to need in a period, in a part of the table.
const REFERRALS: &str = "SELECT id, family, needed_on, area, state FROM referral NOT INDEXED
     WHERE id > :after AND id <= :upto AND needed_on BETWEEN :from AND :to";

/// What groups found in a period that nobody offers.
fn of_groups(reached: &Reached) -> String {
    let reached = reached.groups("g");
    format!(
        "SELECT p.id, p.on_day, p.gap_area, nullif(trim(g.district), '')
         FROM group_meeting p CROSS JOIN support_group g ON g.id = p.of_group
         WHERE p.gap IS NOT NULL AND p.on_day BETWEEN :from AND :to
           AND (:district IS NULL OR trim(g.district) = :district)
           AND (:team IS NULL OR g.team = :team) AND {reached} ORDER BY p.id"
    )
}

/// The label of a district and an area.
fn both(labels: &mut Numbered, district: u32, area: &str) -> u32 {
    let district = usize::try_from(district).ok().and_then(|district| labels.names().get(district));
    let label = crossed(district.map_or("", String::as_str), area);
    labels.number(&label)
}

/// Hands on referrals, then the gaps of groups.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, reached, .. } = scope;
    let families = scope.families(labels)?;
    let mut ended = false;
    let lacking = |district: Option<u32>| match asked.by.name {
        "area" => "area",
        "district" => "district",
        _ if district.is_none() => "district",
        _ => "area",
    };
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.last(), ":after": after, ":upto": upto};
    reading::each(&store.connection, REFERRALS, values, |row| {
        let family: i64 = row.get(1)?;
        let Some(column) = column(asked.report, &row.get::<_, String>(4)?) else { return Ok(()) };
        if ended || !families.has(family) {
            return Ok(());
        }
        let (area, district) = (row.get::<_, String>(3)?, families.district(family));
        let label = match asked.by.name {
            "area" => labels.find(&area),
            "district" => district,
            _ => district.map(|district| both(labels, district, &area)),
        };
        let fact = Fact {
            row: label.unwrap_or(0),
            column,
            unit: row.get(0)?,
            family: FamilyId(family),
            record: (NounKind::Referrals, row.get(0)?),
            on: row.get(2)?,
            says: label.map_or(Says::Missing(lacking(district)), |_| Says::One(None)),
        };
        ended = give(&fact).is_break();
        Ok(())
    })?;
    // A group is in no phase; what groups found is told with the first part.
    let is_asked = !ended && asked.phase.is_none() && scope.part.is_first();
    let Some(gap) = column(asked.report, "group_gap").filter(|_| is_asked) else {
        return Ok(());
    };
    let team = asked.team.map(|team| team.0);
    let values = named_params! {
        ":from": asked.from, ":to": asked.last(), ":district": asked.district, ":team": team,
    };
    reading::each(&store.connection, &of_groups(reached), values, |row| {
        if ended {
            return Ok(());
        }
        let area = row.get::<_, Option<String>>(2)?;
        let district = row.get::<_, Option<String>>(3)?.map(|district| labels.number(&district));
        let label = match asked.by.name {
            "area" => area.and_then(|area| labels.find(&area)),
            "district" => district,
            _ => district.zip(area).map(|(district, area)| both(labels, district, &area)),
        };
        let fact = Fact {
            row: label.unwrap_or(0),
            column: gap,
            unit: row.get(0)?,
            family: FamilyId(0),
            record: (NounKind::GroupMeetings, row.get(0)?),
            on: row.get(1)?,
            says: label.map_or(Says::Missing(lacking(district)), |_| Says::One(None)),
        };
        ended = give(&fact).is_break();
        Ok(())
    })
}
