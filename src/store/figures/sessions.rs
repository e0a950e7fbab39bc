//! Sessions by what they were about, where, when, on which level of prevention; and what came of them.
//!
//! The longest table there is, read once from its first row to its last: an index would go to and fro in it.

use chrono::{Datelike, NaiveDate};
use rusqlite::types::ValueRef;
use rusqlite::{Row, named_params};

use super::{AskedFigures, Give, Part, Scope, column};
use crate::domain::calendar::Week;
use crate::domain::codes::{Area, Code};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Fact, Numbered, Says};
use crate::store::coded::Dated;

/// Sessions of a period, in a part of the table.
pub(in crate::store) const SESSIONS: &str = "SELECT id, family, on_day, outcome, cancelled_by, mode, level, setting,
            area_school, area_leisure, area_psychosocial, area_parenting, area_network, kind
     FROM session NOT INDEXED WHERE id > :after AND id <= :upto AND on_day BETWEEN :from AND :to";

/// Where the first of the areas stands in a row.
const AREAS: usize = 8;

/// Where it stands what a session was for.
const KIND: usize = 13;

/// A text of a row that stays where it is; none where there is nothing.
pub(super) fn text<'a>(row: &'a Row<'_>, place: usize) -> rusqlite::Result<Option<&'a str>> {
    match row.get_ref(place)? {
        ValueRef::Null => Ok(None),
        value => Ok(value.as_str().ok()),
    }
}

/// The labels of days, found once for each that comes.
#[derive(Default)]
pub(super) struct InTime {
    last: Option<(NaiveDate, u32)>,
}

impl InTime {
    /// The label of a day's week or month.
    pub(super) fn label(&mut self, by: &str, day: NaiveDate, labels: &mut Numbered) -> u32 {
        if let Some((known, number)) = self.last
            && known == day
        {
            return number;
        }
        let name = if by == "week" {
            let week = Week::of(day);
            format!("{:04}-W{:02}", week.year(), week.number())
        } else {
            format!("{:04}-{:02}", day.year(), day.month())
        };
        let number = labels.number(&name);
        self.last = Some((day, number));
        number
    }
}

/// The columns that a session can stand in.
pub(super) struct Outcomes {
    pub(super) held: usize,
    pub(super) no_show: usize,
    cancelled: [(&'static str, usize); 5],
    by_unknown: usize,
}

impl Outcomes {
    pub(super) fn of(asked: &AskedFigures) -> Option<Self> {
        let place = |name: &str| column(asked.report, name);
        Some(Self {
            held: place("held")?,
            no_show: place("no_show")?,
            cancelled: [
                ("parent", place("cancelled_by_parent")?),
                ("child", place("cancelled_by_child")?),
                ("family_home", place("cancelled_by_family_home")?),
                ("us", place("cancelled_by_us")?),
                ("other", place("cancelled_by_other")?),
            ],
            by_unknown: place("cancelled_by_unknown")?,
        })
    }

    /// The column of what somebody cancelled.
    pub(super) fn cancelled(&self, by: Option<&str>) -> usize {
        let known = self.cancelled.iter().find(|(code, _)| Some(*code) == by);
        known.map_or(self.by_unknown, |(_, place)| *place)
    }
}

/// Hands on sessions: in several areas where a session was about several.
pub(super) fn each(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let Scope { store, asked, .. } = scope;
    let Some(outcomes) = Outcomes::of(asked) else { return Ok(()) };
    let families = scope.families(labels)?;
    let mut days = InTime::default();
    let mut statement = store.connection.prepare_cached(SESSIONS)?;
    let Part { after, upto } = scope.part;
    let values = named_params! {":from": asked.from, ":to": asked.to, ":after": after, ":upto": upto};
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        let family: i64 = row.get(1)?;
        if !families.has(family) {
            continue;
        }
        let day = row.get::<_, Dated>(2)?.0;
        let (place, is_known) = match text(row, 3)? {
            Some("held") => (outcomes.held, true),
            Some("no_show") => (outcomes.no_show, true),
            Some("cancelled") => (outcomes.cancelled(text(row, 4)?), true),
            // What is still to come is nothing yet; what was to be is not told.
            _ if day < asked.today => (0, false),
            _ => continue,
        };
        let fact = Fact {
            row: 0,
            column: place,
            unit: row.get(0)?,
            family: FamilyId(family),
            record: (NounKind::Sessions, row.get(0)?),
            on: Some(day),
            says: if is_known { Says::One(None) } else { Says::Missing("outcome") },
        };
        let mut tell = |label: Option<u32>, field: &'static str| {
            let says = if label.is_none() && is_known { Says::Missing(field) } else { fact.says };
            give(&Fact { row: label.unwrap_or(0), says, ..fact })
        };
        let given = match asked.by.name {
            _ if !is_known => tell(None, "outcome"),
            "area" => {
                let mut given = None;
                for (number, _) in (0..).zip(Area::ALL) {
                    let is_about: bool = row.get(AREAS + number)?;
                    if is_about && given.is_none_or(|given: std::ops::ControlFlow<()>| given.is_continue()) {
                        given = Some(tell(u32::try_from(number).ok(), "areas"));
                    }
                }
                given.unwrap_or_else(|| tell(None, "areas"))
            }
            "level" => match (text(row, 6)?, text(row, 7)?) {
                (Some(level), Some(setting)) => tell(labels.find(&format!("{level}_{setting}")), "level"),
                _ => tell(None, "level"),
            },
            "mode" => tell(labels.find(text(row, 5)?.unwrap_or_default()), "mode"),
            "task" => tell(labels.find(text(row, KIND)?.unwrap_or_default()), "task"),
            "district" => tell(families.district(family), "district"),
            by => tell(Some(days.label(by, day, labels)), "on"),
        };
        if given.is_break() {
            return Ok(());
        }
    }
    Ok(())
}
