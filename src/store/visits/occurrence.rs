//! Single visits as rows: what is stored where there is more to say than the series does.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use super::reading;
use super::terms::{self, TermLinks};
use crate::domain::access::Right;
use crate::domain::codes::{CancelledBy, ChildWord, VisitOutcome};
use crate::domain::ids::{ArrangementId, FamilyId, OccurrenceId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::{After, Arrangement, Before, During, Occurrence};
use crate::store::coded::{Clocked, Coded, Dated};
use crate::store::columns::{self, Cells, Links};
use crate::store::listed::Place;
use crate::store::not_found;
use crate::store::record::Row;

pub(super) const LINKS: TermLinks = TermLinks {
    people: Links { table: "occurrence_person", owner: "occurrence", thing: "person" },
    supporters: Links { table: "occurrence_supporter", owner: "occurrence", thing: "staff" },
};

/// Who came.
pub(super) const CAME: Links = Links { table: "occurrence_came", owner: "occurrence", thing: "person" };

/// A column of free text and the field it holds.
type Text = (&'static str, fn(&mut Occurrence) -> &mut Option<String>);

/// The free texts, in the order in which [`read`] takes them.
const TEXTS: [Text; 16] = [
    ("before_child", |of| &mut of.before.child),
    ("before_adult", |of| &mut of.before.adult),
    ("before_family_home", |of| &mut of.before.family_home),
    ("watch_for", |of| &mut of.before.watch_for),
    ("stop_rule", |of| &mut of.before.stop_rule),
    ("interplay", |of| &mut of.during.interplay),
    ("interventions", |of| &mut of.during.interventions),
    ("words_same_day", |of| &mut of.after.words_same_day),
    ("words_later", |of| &mut of.after.words_later),
    ("reaction", |of| &mut of.after.reaction),
    ("adult_view", |of| &mut of.after.adult_view),
    ("family_home_view", |of| &mut of.after.family_home_view),
    ("supporter_view", |of| &mut of.after.supporter_view),
    ("judgement", |of| &mut of.after.judgement),
    ("agreed", |of| &mut of.after.agreed),
    ("next", |of| &mut of.after.next),
];

/// The columns of a table under a name, in the order in which [`read`] takes them.
pub(super) fn columns(table: &str) -> String {
    let texts: Vec<&str> = TEXTS.iter().map(|(name, _)| *name).collect();
    let all = format!(
        "id, version, arrangement, given, on_day, {}, skipped, outcome, cancelled_by, cancelled_by_person, reason,
         notice_hours, started,
         ended, late_minutes, child_word, mark_before, mark_after, {}",
        terms::COLUMNS,
        texts.join(", ")
    );
    columns::under(table, &all)
}

impl Row for Occurrence {
    const NOUN: &'static str = "visit";
    const TABLE: &'static str = "occurrence";
    const ADD: Right = Right::PlanVisits;
    const CHANGE: Right = Right::PlanVisits;
    const PLACE: Place = Place {
        tables: "occurrence t JOIN arrangement a ON a.id = t.arrangement",
        family: "a.family",
        first: "t.on_day",
        last: "t.on_day",
        order: "t.on_day, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, connection: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        let family = connection
            .prepare_cached("SELECT family FROM arrangement WHERE id = :id")?
            .query_row(named_params! {":id": self.arrangement.0}, |row| row.get(0).map(FamilyId))
            .optional()?;
        family.ok_or_else(|| not_found(Arrangement::NOUN)).map(Some)
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        let found = Arrangement::fetch(connection, self.arrangement.0)?;
        let label = found.map(|(_, arrangement)| arrangement.label(connection)).transpose()?;
        Ok((label.map(|(label, _)| label).unwrap_or_default(), Some(self.on)))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = reading::occurrences(connection, "o.id = :id", named_params! {":id": id})?.pop();
        Ok(found.map(|(_, version, occurrence)| (version, occurrence)))
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let terms = terms::cells(&self.terms);
        let mut row: Vec<(&str, &dyn ToSql)> = terms.iter().map(|(name, cell)| (*name, cell as &dyn ToSql)).collect();
        let mut copy = self.clone();
        let texts: Vec<(&str, Option<String>)> =
            TEXTS.iter().map(|(name, field)| (*name, field(&mut copy).take())).collect();
        row.extend(texts.iter().map(|(name, text)| (*name, text as &dyn ToSql)));
        let by_person = self.cancelled_by_person.map(|person| person.0);
        let (outcome, by) = (Coded(self.outcome), self.cancelled_by.map(Coded));
        let (started, ended) = (self.during.started.map(Clocked), self.during.ended.map(Clocked));
        let word = self.after.child_word.map(Coded);
        row.extend([
            ("arrangement", &self.arrangement.0 as &dyn ToSql),
            ("given", &self.given),
            ("on_day", &self.on),
            ("skipped", &self.skipped),
            ("outcome", &outcome),
            ("cancelled_by", &by),
            ("cancelled_by_person", &by_person),
            ("reason", &self.reason),
            ("notice_hours", &self.notice_hours),
            ("started", &started),
            ("ended", &ended),
            ("late_minutes", &self.during.late_minutes),
            ("child_word", &word),
            ("mark_before", &self.after.mark_before),
            ("mark_after", &self.after.mark_after),
        ]);
        let id = columns::write(transaction, Self::TABLE, id, &row)?;
        LINKS.write(transaction, id, &self.terms)?;
        let came: Vec<i64> = self.during.came.iter().map(|person| person.0).collect();
        CAME.write(transaction, id, &came)?;
        Ok(id)
    }
}

/// Whom a single visit is about, besides the child.
pub(super) fn people(of: &Occurrence) -> Vec<PersonId> {
    of.terms.with.iter().chain(&of.during.came).chain(&of.cancelled_by_person).copied().collect()
}

/// A single visit from a row of [`columns()`], without its people and supporters; with its identity and version.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<(OccurrenceId, i64, Occurrence)> {
    let mut cells = Cells::of(row);
    let (id, version) = (OccurrenceId(cells.take()?), cells.take()?);
    let mut occurrence = Occurrence {
        arrangement: ArrangementId(cells.take()?),
        given: cells.take::<Dated>()?.0,
        on: cells.take::<Dated>()?.0,
        terms: terms::read(&mut cells)?,
        skipped: cells.take()?,
        outcome: cells.take::<Coded<VisitOutcome>>()?.0,
        cancelled_by: cells.take::<Option<Coded<CancelledBy>>>()?.map(|code| code.0),
        cancelled_by_person: cells.take::<Option<i64>>()?.map(PersonId),
        reason: cells.take()?,
        notice_hours: cells.take()?,
        before: Before::default(),
        during: During {
            started: cells.take::<Option<Clocked>>()?.map(|time| time.0),
            ended: cells.take::<Option<Clocked>>()?.map(|time| time.0),
            late_minutes: cells.take()?,
            came: Vec::<PersonId>::new(),
            ..During::default()
        },
        after: After {
            child_word: cells.take::<Option<Coded<ChildWord>>>()?.map(|code| code.0),
            mark_before: cells.take()?,
            mark_after: cells.take()?,
            ..After::default()
        },
    };
    for (_, field) in TEXTS {
        *field(&mut occurrence) = cells.take()?;
    }
    Ok((id, version, occurrence))
}
