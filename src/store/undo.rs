//! Undo and redo, built on the journal and themselves journalled.
//!
//! What can be undone are the actor's own changes since the casebook was unlocked. Undoing puts back exactly the
//! fields a change touched; if somebody has changed them since, it is refused and nothing happens.

use chrono::NaiveDate;
use rusqlite::{Transaction, named_params};
use serde_json::{Map, Value};

use super::journal::Cause;
use super::noun::{self, Visitor};
use super::record::{Row, fields};
use super::{Store, journal, not_found};
use crate::domain::access::Right;
use crate::domain::ids::ChangeId;
use crate::domain::problem::{Kind, Problem};

/// What can be undone and redone now, newest last.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<ChangeId>,
    undone: Vec<ChangeId>,
}

impl History {
    /// The changes that a way takes from, and those it adds to.
    fn stacks(&mut self, way: Way) -> (&mut Vec<ChangeId>, &mut Vec<ChangeId>) {
        match way {
            Way::Back => (&mut self.done, &mut self.undone),
            Way::Forth => (&mut self.undone, &mut self.done),
        }
    }
}

/// A step of undo or redo, for the sentence that tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the change did to the record: `add`, `change`, `remove`.
    pub act: String,
    /// What kind of record.
    pub noun: String,
    /// Which record.
    pub record: i64,
    /// What a person would call the record.
    pub label: String,
    /// The record's day, if it has one.
    pub day: Option<NaiveDate>,
    /// How many further records the change touched.
    pub more: usize,
}

impl Step {
    /// Making again is to turn an undoing around: what a person sees is the change that had been undone.
    fn seen_from(mut self, way: Way) -> Self {
        self.act = match (way, self.act.as_str()) {
            (Way::Forth, "add") => "remove".to_owned(),
            (Way::Forth, "remove") => "add".to_owned(),
            _ => self.act,
        };
        self
    }
}

#[derive(Debug)]
struct Line {
    act: String,
    noun: String,
    record: i64,
    before: Map<String, Value>,
    after: Map<String, Value>,
}

/// Which way through the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forth,
}

impl Store {
    pub(super) fn remember(&self, change: ChangeId) {
        let mut history = self.history.borrow_mut();
        // What joined the last change is part of it.
        if history.done.last() != Some(&change) {
            history.done.push(change);
        }
        history.undone.clear();
    }

    /// Forgets what could be taken back.
    pub(super) fn forget_history(&self) {
        self.history.take();
    }

    /// Whether all families that a change touched and that are there are reached still.
    fn is_reached(&self, change: ChangeId) -> Result<bool, Problem> {
        let sql = format!(
            "SELECT 1 FROM journal j JOIN family f ON f.id = j.family WHERE j.change = :change AND NOT {}",
            self.ask(Right::ReadCases)?.family("f")
        );
        Ok(!self.connection.prepare_cached(&sql)?.exists(named_params! {":change": change.0})?)
    }

    /// The change that this store made last, if it has not been taken back.
    pub(super) fn last_change(&self) -> Option<ChangeId> {
        self.history.borrow().done.last().copied()
    }

    /// Whether there is anything to undo.
    pub fn can_undo(&self) -> bool {
        !self.history.borrow().done.is_empty()
    }

    /// What undo would take back now.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn undoable(&self) -> Result<Option<Step>, Problem> {
        self.ask(Right::ReadCases)?;
        let change = self.history.borrow().done.last().copied();
        let change = match change {
            Some(change) if self.is_reached(change)? => Some(change),
            _ => None,
        };
        change.map(|change| self.write_free(change)).transpose()
    }

    /// Takes back the actor's last change, if there is one.
    ///
    /// # Errors
    /// Refused, and nothing happens, when a field has been changed by somebody else since, or something has come to
    /// hang on the record, or its place has been taken. Such a change is passed over: the next undo goes on to the one
    /// before it.
    pub fn undo(&self) -> Result<Option<Step>, Problem> {
        self.walk(Way::Back)
    }

    /// Makes again what was last undone, if nothing was changed since.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn redo(&self) -> Result<Option<Step>, Problem> {
        self.walk(Way::Forth)
    }

    fn walk(&self, way: Way) -> Result<Option<Step>, Problem> {
        let Some(change) = self.history.borrow_mut().stacks(way).0.last().copied() else { return Ok(None) };
        let replayed = self.replay(change, way);
        let mut history = self.history.borrow_mut();
        let (from, to) = history.stacks(way);
        match replayed {
            Ok((step, made)) => {
                from.pop();
                to.push(made);
                Ok(Some(step))
            }
            Err(problem) => {
                // What the disk would not do now it may do later; anything else will not change by waiting.
                if !matches!(problem.kind, Kind::Io | Kind::Locked) {
                    from.pop();
                }
                Err(problem)
            }
        }
    }

    fn write_free(&self, change: ChangeId) -> Result<Step, Problem> {
        let transaction = self.connection.unchecked_transaction()?;
        describe(&transaction, &lines(&transaction, change)?, Way::Back)
    }

    /// Turns a change around. The change that this makes is itself one that can be turned around: that is redo.
    fn replay(&self, change: ChangeId, way: Way) -> Result<(Step, ChangeId), Problem> {
        let cause = match way {
            Way::Back => Cause::Undo,
            Way::Forth => Cause::Redo,
        };
        self.write(|transaction| {
            let lines = lines(transaction, change)?;
            let mut step = describe(transaction, &lines, way)?.seen_from(way);
            if !self.is_reached(change)? {
                step.label.clear();
            }
            let made = journal::next_change(transaction)?;
            for line in lines.iter().rev() {
                let kind = noun::named(&line.noun).ok_or_else(|| Problem::new(Kind::Refused, "unknown-record"))?;
                noun::of(kind, Turn { store: self, transaction, change: made, cause, line })?;
            }
            Ok((step, made))
        })
    }

    fn turn<R: Row>(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        cause: Cause,
        line: &Line,
    ) -> Result<(), Problem> {
        let id = line.record;
        let now = R::fetch(transaction, id)?.map(|(_, value)| value);
        let moved = || Problem::new(Kind::Conflict, "changed-since");
        match (line.act.as_str(), now) {
            ("add", Some(value)) => {
                let family = value.family(transaction, Some(id))?;
                let own = value.own_right(self).filter(|_| cause == Cause::Undo);
                own.map_or(Err(not_found(R::NOUN)), |own| self.ask_to(own, family))
                    .or_else(|_| self.ask_to(value.act(), family))?;
                self.ask_open(&value)?;
                if fields(&value) != line.after {
                    return Err(moved());
                }
                self.journal_remove(transaction, change, cause, id, &value)?;
                R::delete(transaction, id)
            }
            ("remove", None) => {
                let value: R = read(line.before.clone())?;
                self.ask_to(value.act(), value.family(transaction, None)?)?;
                self.ask_open(&value)?;
                value.put(transaction, Some(id))?;
                self.bring_beside::<R>(transaction, id, &line.before)?;
                come_back::<R>(transaction, id, change)?;
                self.journal_add::<R>(transaction, change, cause, id)
            }
            ("change", Some(value)) => {
                self.ask_to(R::CHANGE, value.family(transaction, Some(id))?)?;
                self.ask_open(&value)?;
                let mut turned = fields(&value);
                // A field that says nothing may be told by neither side.
                if line.after.keys().chain(line.before.keys()).any(|name| turned.get(name) != line.after.get(name)) {
                    return Err(moved());
                }
                turned.retain(|name, _| !line.after.contains_key(name));
                turned.extend(line.before.clone());
                let turned: R = read(turned)?;
                self.ask_to(R::CHANGE, turned.family(transaction, Some(id))?)?;
                turned.put(transaction, Some(id))?;
                self.journal_change(transaction, change, cause, id, &value)
            }
            _ => Err(moved()),
        }
    }
}

/// Turns one row of a change around.
struct Turn<'a> {
    store: &'a Store,
    transaction: &'a Transaction<'a>,
    change: ChangeId,
    cause: Cause,
    line: &'a Line,
}

impl Visitor for Turn<'_> {
    type Out = Result<(), Problem>;

    fn visit<R: Row>(self) -> Result<(), Problem> {
        self.store.turn::<R>(self.transaction, self.change, self.cause, self.line)
    }
}

/// A record that comes back is newer than every version it had before it went, so that no old form saves over it.
fn come_back<R: Row>(transaction: &Transaction<'_>, id: i64, change: ChangeId) -> Result<(), Problem> {
    transaction
        .prepare_cached(&format!("UPDATE {} SET version = :version WHERE id = :id", R::TABLE))?
        .execute(named_params! {":version": change.0, ":id": id})?;
    Ok(())
}

fn lines(transaction: &Transaction<'_>, change: ChangeId) -> Result<Vec<Line>, Problem> {
    // Why something was corrected is told beside it, and stays told.
    let mut statement = transaction.prepare_cached(
        "SELECT act, noun, record, before, after FROM journal
         WHERE change = :change AND noun <> 'correction' ORDER BY id",
    )?;
    let rows = statement.query_map(named_params! {":change": change.0}, |row| {
        Ok(Line {
            act: row.get("act")?,
            noun: row.get("noun")?,
            record: row.get("record")?,
            before: object(row.get("before")?),
            after: object(row.get("after")?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn object(text: Option<String>) -> Map<String, Value> {
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn read<R: Row>(fields: Map<String, Value>) -> Result<R, Problem> {
    serde_json::from_value(Value::Object(fields))
        .map_err(|cause| Problem::new(Kind::Io, "database").because(cause.to_string()))
}

/// Tells a change by its first row, which is what it was about. Making again turns an undoing around, whose rows stand
/// the other way.
fn describe(transaction: &Transaction<'_>, lines: &[Line], way: Way) -> Result<Step, Problem> {
    let line = match way {
        Way::Back => lines.first(),
        Way::Forth => lines.last(),
    };
    let line = line.ok_or_else(|| not_found("change"))?;
    let told = noun::named(&line.noun).map(|kind| noun::of(kind, Label { transaction, line })).transpose()?;
    let (label, day) = told.unwrap_or_default();
    Ok(Step { act: line.act.clone(), noun: line.noun.clone(), record: line.record, label, day, more: lines.len() - 1 })
}

/// What a person would call the record of a row, and its day.
struct Label<'a> {
    transaction: &'a Transaction<'a>,
    line: &'a Line,
}

impl Visitor for Label<'_> {
    type Out = Result<(String, Option<NaiveDate>), Problem>;

    fn visit<R: Row>(self) -> Self::Out {
        let Self { transaction, line } = self;
        let value = match R::fetch(transaction, line.record)? {
            Some((_, value)) => value,
            None => read(if line.after.is_empty() { line.before.clone() } else { line.after.clone() })?,
        };
        value.label(transaction)
    }
}
