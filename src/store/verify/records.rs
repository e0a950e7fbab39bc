//! Every record against what the journal says of it, one noun after the other, each by number: no more than one record
//! is in memory.

use rusqlite::{Connection, OptionalExtension, Rows, named_params};

use super::fold::{self, Line, When, Wrong};
use super::{Found, Proven};
use crate::domain::problem::Problem;
use crate::store::chain::folded::{self, Fields, Folded};
use crate::store::chain::link::{Hash, Salt};

/// What the journal says of a record, oldest first.
const LINES: &str = "SELECT id, at, act, before, after, family FROM journal
    WHERE noun = :noun AND record = :record AND act IN ('add', 'change', 'remove') AND id > :covered ORDER BY id";

/// The records that the journal tells of.
const TOLD: &str = "SELECT DISTINCT record FROM journal INDEXED BY journal_by_record
    WHERE noun = :noun AND act IN ('add', 'change', 'remove') AND id > :covered ORDER BY record";

/// A record of the base: how it was then, and the row that vouches.
struct Based {
    salt: Option<Salt>,
    content: Hash,
    row: i64,
}

/// Holds all records against the journal. Rows up to `covered` are not signed, and stand in the base.
pub(super) fn check(connection: &Connection, covered: i64, names_families: bool) -> Result<Proven, Problem> {
    let mut proven = Proven::of("records");
    for of in folded::nouns() {
        let mut check = Check { connection, covered, names_families, of, proven: &mut proven };
        check.all()?;
    }
    Ok(proven)
}

struct Check<'a> {
    connection: &'a Connection,
    covered: i64,
    names_families: bool,
    of: Folded,
    proven: &'a mut Proven,
}

impl Check<'_> {
    fn all(&mut self) -> Result<(), Problem> {
        let Folded { noun, table, .. } = self.of;
        let mut there = self.connection.prepare(&format!("SELECT id FROM {table} ORDER BY id"))?;
        let mut told = self.connection.prepare(TOLD)?;
        let mut based = self.connection.prepare("SELECT record FROM base WHERE noun = :noun ORDER BY record")?;
        let mut there = Ids::of(there.query([])?)?;
        let mut told = Ids::of(told.query(named_params! {":noun": noun, ":covered": self.covered})?)?;
        let mut based = Ids::of(based.query(named_params! {":noun": noun})?)?;
        while let Some(id) = [there.next, told.next, based.next].into_iter().flatten().min() {
            let (is_there, is_based) = (there.pass(id)?, based.pass(id)?);
            told.pass(id)?;
            self.proven.count += i64::from(is_there);
            self.one(id, is_based)?;
        }
        Ok(())
    }

    fn one(&mut self, id: i64, is_based: bool) -> Result<(), Problem> {
        let now = match (self.of.fetch)(self.connection, id) {
            Err(problem) if problem.key == "database" => {
                // Nothing that we wrote reads so.
                let found = Found::fault("unreadable").with("noun", self.of.noun).with("record", id);
                self.proven.add(found);
                return Ok(());
            }
            now => now?,
        };
        let based = if is_based { self.based(id)? } else { None };
        let (lines, family) = self.lines(id)?;
        let purged = self
            .connection
            .prepare_cached("SELECT 1 FROM purged_record WHERE noun = :noun AND record = :record")?
            .exists(named_params! {":noun": self.of.noun, ":record": id})?;
        let judged = fold::judge(now.as_ref(), based.is_some(), purged, &lines);
        let mut wrong = judged.wrong;
        if let Some((Based { salt: Some(salt), content, row }, base)) = based.zip(judged.base)
            && folded::hash(&salt, &base)? != content
        {
            wrong.push(Wrong::Altered(Vec::new(), When { row, at: self.at(row)? }));
        }
        if wrong.is_empty() {
            return Ok(());
        }
        let family = match family {
            Some(family) => Some(family),
            None => self.family(id, now.as_ref())?,
        };
        let case_ref = family.map(|family| self.case_ref(family)).transpose()?.flatten().unwrap_or_default();
        for wrong in wrong {
            self.proven.add(found(self.of.noun, id, &case_ref, wrong));
        }
        Ok(())
    }

    fn based(&self, id: i64) -> Result<Option<Based>, Problem> {
        let found = self
            .connection
            .prepare_cached("SELECT salt, content, row FROM base WHERE noun = :noun AND record = :record")?
            .query_row(named_params! {":noun": self.of.noun, ":record": id}, |row| {
                Ok(Based { salt: row.get(0)?, content: row.get(1)?, row: row.get(2)? })
            })
            .optional()?;
        Ok(found)
    }

    /// What the journal says of a record, and the family it last belonged to.
    fn lines(&self, id: i64) -> Result<(Vec<Line>, Option<i64>), Problem> {
        let mut statement = self.connection.prepare_cached(LINES)?;
        let of = named_params! {":noun": self.of.noun, ":record": id, ":covered": self.covered};
        let rows = statement.query_map(of, |row| {
            let fields = |text: Option<String>| text.and_then(|text| serde_json::from_str(&text).ok());
            let (before, after) = (fields(row.get(3)?), fields(row.get(4)?));
            let line = Line { row: row.get(0)?, at: row.get(1)?, act: row.get(2)?, before, after };
            Ok((line, row.get::<_, Option<i64>>(5)?))
        })?;
        let rows: Vec<(Line, Option<i64>)> = rows.collect::<Result<_, _>>()?;
        let family = rows.iter().rev().find_map(|(_, family)| *family);
        Ok((rows.into_iter().map(|(line, _)| line).collect(), family))
    }

    fn at(&self, row: i64) -> Result<String, Problem> {
        let at = self
            .connection
            .prepare_cached("SELECT at FROM journal WHERE id = :row")?
            .query_row(named_params! {":row": row}, |row| row.get(0))
            .optional()?;
        Ok(at.unwrap_or_default())
    }

    /// The family of a record of which the journal says nothing.
    fn family(&self, id: i64, now: Option<&Fields>) -> Result<Option<i64>, Problem> {
        let number = |name| now.and_then(|fields| fields.get(name)).and_then(serde_json::Value::as_i64);
        if self.of.table == "family" {
            return Ok(Some(id));
        }
        if let Some(family) = number("family") {
            return Ok(Some(family));
        }
        let of = |sql: &str, id: i64| -> Result<Option<i64>, Problem> {
            let found = self.connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
            Ok(found)
        };
        match (number("arrangement"), number("person").or_else(|| number("child"))) {
            (Some(id), _) => of("SELECT family FROM arrangement WHERE id = ?", id),
            (None, Some(id)) => of("SELECT family FROM member WHERE id = ?", id),
            (None, None) => Ok(None),
        }
    }

    /// What a family is called, to those who read every case.
    fn case_ref(&self, family: i64) -> Result<Option<String>, Problem> {
        if !self.names_families {
            return Ok(None);
        }
        let found = self
            .connection
            .prepare_cached("SELECT case_ref FROM family WHERE id = ?")?
            .query_row([family], |row| row.get(0))
            .optional()?;
        Ok(found)
    }
}

/// Numbers in their order, one at a time.
struct Ids<'a> {
    rows: Rows<'a>,
    next: Option<i64>,
}

impl<'a> Ids<'a> {
    fn of(rows: Rows<'a>) -> Result<Self, Problem> {
        let mut ids = Self { rows, next: None };
        ids.step()?;
        Ok(ids)
    }

    fn step(&mut self) -> Result<(), Problem> {
        self.next = self.rows.next()?.map(|row| row.get(0)).transpose()?;
        Ok(())
    }

    /// Goes on after a number, if it is the next; whether it was.
    fn pass(&mut self, id: i64) -> Result<bool, Problem> {
        let is_next = self.next == Some(id);
        if is_next {
            self.step()?;
        }
        Ok(is_next)
    }
}

fn found(noun: &'static str, id: i64, case_ref: &str, wrong: Wrong) -> Found {
    let of = |what| Found::fault(what).with("noun", noun).with("record", id).with("family", case_ref);
    let since = |found: Found, when: When| found.with("row", when.row).with("at", when.at);
    match wrong {
        Wrong::PutIn => of("put-in"),
        Wrong::NotPurged => of("not-purged"),
        Wrong::Removed(when) => since(of("removed"), when),
        Wrong::BroughtBack(when) => since(of("brought-back"), when),
        Wrong::TurnedBack(then, last) => since(of("turned-back").with("to_row", then.row).with("to_at", then.at), last),
        Wrong::Altered(fields, when) => since(of("altered").with("fields", fields.join(", ")), when),
        Wrong::Between(fields, before, when) => {
            let found = of("altered-between").with("fields", fields.join(", "));
            since(found.with("from_row", before.row).with("from_at", before.at), when)
        }
    }
}
