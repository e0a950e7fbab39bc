//! Records: everything that can be added, changed, removed, undone. One mechanism for every noun.
//!
//! A noun says how its row is read and written ([`Row`]); adding, changing, removing, versions, access and the journal
//! are here, once.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::follow::Act;
use super::journal::{Cause, Deed, Entry};
use super::listed::Place;
use super::{Store, drafts, journal, not_found};
use crate::domain::access::Right;
use crate::domain::ids::{ChangeId, FamilyId};
use crate::domain::network::Scheme;
use crate::domain::problem::{Kind, Problem};

/// A record as it stands in the casebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored<R: Record> {
    /// Which record.
    pub id: R::Id,
    /// Counts its changes; whoever saves names the version they started from.
    pub version: i64,
    /// What it says.
    pub value: R,
}

/// What came of saving over an existing record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<R: Record> {
    /// Saved.
    Saved(ChangeId),
    /// A colleague saved first; nothing was written. This is how the record stands now.
    Newer(Stored<R>),
}

/// What a record is saved from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin<'a> {
    /// Nothing kept.
    Direct,
    /// The draft kept at a place; it is dropped in the same transaction, so that nothing is ever saved twice.
    Draft(&'a str),
    /// The second part of one act, such as why something was cancelled: it joins the change that this store made last,
    /// so that the journal tells one change and one step of undo takes it back. What was typed may have been kept at a
    /// place.
    Joined(Option<&'a str>),
}

/// A noun of the casebook. Sealed: the nouns are the store's.
#[allow(private_bounds)]
pub trait Record: Row {
    /// The noun's own identity.
    type Id: Copy + std::fmt::Debug + PartialEq + Eq + From<i64> + Into<i64>;

    /// The noun's name in the journal.
    fn noun() -> &'static str {
        Self::NOUN
    }
}

/// How a noun stands in the database.
pub(super) trait Row: Serialize + DeserializeOwned + Clone + PartialEq + Eq + std::fmt::Debug {
    /// The noun's name in the journal.
    const NOUN: &'static str;
    /// Its table.
    const TABLE: &'static str;
    /// What one must be allowed in order to add one, and to remove one, so that undo can always bring it back.
    const ADD: Right;
    /// What one must be allowed in order to change one.
    const CHANGE: Right;
    /// What one must be allowed anywhere in order to ask for one by identity.
    const USE: Right = Right::ReadCases;
    /// What one must be allowed in order to see one.
    const READ: Right = Right::ReadFile;
    /// Where its records are, for lists and for whoever names one by its place in the family.
    const PLACE: Place;
    /// Whether it is worth telling what a colleague has done with one.
    const IS_NEWS: bool;
    /// Whether whoever reads one by itself looks into its family, and is not just told what somebody is called.
    const LOOKS_INSIDE: bool = true;

    /// What one must be allowed in order to add or remove this very one.
    fn act(&self) -> Right {
        Self::ADD
    }
    /// The family the record belongs to; a family that is only being added belongs to none yet.
    fn family(&self, connection: &Connection, id: Option<i64>) -> Result<Option<FamilyId>, Problem>;
    /// What a person would call it, without case text, and its day if it has one: for "undone: ...".
    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem>;
    /// What must hold for one to be written by a person or from a file; undo brings back what once held.
    fn check(&self, _: &Connection, _: Option<i64>, _today: NaiveDate) -> Result<(), Problem> {
        Ok(())
    }
    /// As [`Row::check`], for what depends on the unit's sectors and rings.
    fn check_by(&self, _: &Scheme, _: &Connection, _: Option<i64>) -> Result<(), Problem> {
        Ok(())
    }
    /// Refuses a reference that the actor may not give; `before` is the record as it stands.
    fn may_refer(&self, _: &Store, _: &Connection, _before: Option<&Self>) -> Result<(), Problem> {
        Ok(())
    }
    /// The record with what is left open filled in, for a new one; none where nothing is.
    fn settled(&self, _: &Store) -> Result<Option<Self>, Problem> {
        Ok(None)
    }
    /// What else is written when somebody has added one.
    fn begun(&self, _: &Store, _: &Transaction<'_>, _id: i64) -> Result<(), Problem> {
        Ok(())
    }
    /// The right with which the actor may take back what they have just added, though it reaches no further.
    fn own_right(&self, _: &Store) -> Option<Right> {
        None
    }
    /// Whether whoever reaches its family may see it; some records are kept back, as agreed with those they are about.
    fn is_open_to(&self, _: &Store) -> bool {
        true
    }
    /// Why one that is not open to the actor is not shown.
    fn kept_back(&self, _: &Store) -> Problem {
        Problem::new(Kind::Refused, "kept-back")
    }
    /// Whether anything follows from this one being written.
    fn follows(&self) -> bool {
        false
    }
    /// Writes what does (`store/follow.rs`): before is as it was, none of a new one; after as it is, none of one that
    /// was taken away.
    fn follow(_: &Store, _: &Transaction<'_>, _: Act, _: (Option<&Self>, Option<&Self>)) -> Result<(), Problem> {
        Ok(())
    }
    /// Learns how those it names stand, for whoever is to show it.
    fn stand(&mut self, _: &Store, _id: i64) -> Result<(), Problem> {
        Ok(())
    }
    /// Reads one, with its version.
    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem>;
    /// Writes one: a new one without an identity; over the one that is there, counting its version up; or one that
    /// comes back from the journal under its old identity.
    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem>;
    /// Takes one away.
    fn delete(transaction: &Transaction<'_>, id: i64) -> Result<(), Problem> {
        let sql = format!("DELETE FROM {} WHERE id = :id", Self::TABLE);
        transaction.prepare_cached(&sql)?.execute(named_params! {":id": id})?;
        Ok(())
    }
}

impl Store {
    /// Adds a record.
    ///
    /// # Errors
    /// Refused by role or family; a reference that is taken.
    pub fn add<R: Record>(&self, value: &R, origin: Origin<'_>) -> Result<R::Id, Problem> {
        self.ask(R::ADD)?;
        let settled = value.settled(self)?;
        let value = settled.as_ref().unwrap_or(value);
        let (id, change) = self.write(|transaction| {
            self.ask_to(value.act(), value.family(transaction, None)?)?;
            value.may_refer(self, transaction, None)?;
            value.check(transaction, None, self.today())?;
            value.check_by(&self.scheme, transaction, None)?;
            self.ask_open(value)?;
            let change = self.change_for(transaction, origin, None)?;
            let id = value.put(transaction, None)?;
            self.journal_add::<R>(transaction, change, Cause::Person, id)?;
            value.begun(self, transaction, id)?;
            self.follow_up(transaction, Act { change, cause: Cause::Person }, None, Some((id, value)))?;
            self.drop_origin(transaction, origin)?;
            Ok((id, change))
        })?;
        self.remember(change);
        Ok(id.into())
    }

    /// Reads a record.
    ///
    /// # Errors
    /// Refused by role or family; no such record.
    pub fn get<R: Record>(&self, id: R::Id) -> Result<Stored<R>, Problem> {
        self.ask(R::USE)?;
        let (version, value) = R::fetch(&self.connection, id.into())?.ok_or_else(|| not_found(R::NOUN))?;
        let family = value.family(&self.connection, Some(id.into()))?;
        self.ask_of::<R>(R::READ, family)?;
        self.ask_open(&value)?;
        match family {
            Some(family) if R::LOOKS_INSIDE => self.saw_inside(R::NOUN, id.into(), family),
            Some(family) => self.saw(R::NOUN, [family]),
            None => {}
        }
        Ok(Stored { id, version, value })
    }

    /// Saves over a record, if nobody saved it since the version named.
    ///
    /// # Errors
    /// Refused by role or family, before or after the change; no such record; a reference that is taken.
    pub fn change<R: Record>(
        &self,
        id: R::Id,
        version: i64,
        value: &R,
        origin: Origin<'_>,
    ) -> Result<Outcome<R>, Problem> {
        self.ask(R::CHANGE)?;
        let outcome = self.write(|transaction| self.change_within(transaction, (id, version), value, origin))?;
        if let Outcome::Saved(change) = outcome {
            self.remember(change);
        }
        Ok(outcome)
    }

    /// Saves over a record within a transaction, in which more may be written as the same change.
    pub(super) fn change_within<R: Record>(
        &self,
        transaction: &Transaction<'_>,
        (id, version): (R::Id, i64),
        value: &R,
        origin: Origin<'_>,
    ) -> Result<Outcome<R>, Problem> {
        let (found, before) = R::fetch(transaction, id.into())?.ok_or_else(|| not_found(R::NOUN))?;
        let family = before.family(transaction, Some(id.into()))?;
        self.ask_of::<R>(R::CHANGE, family)?;
        self.ask_of::<R>(R::READ, family)?;
        self.ask_open(&before)?;
        self.ask_to(R::CHANGE, value.family(transaction, Some(id.into()))?)?;
        if found != version {
            return Ok(Outcome::Newer(Stored { id, version: found, value: before }));
        }
        value.may_refer(self, transaction, Some(&before))?;
        value.check(transaction, Some(id.into()), self.today())?;
        value.check_by(&self.scheme, transaction, Some(id.into()))?;
        let change = self.change_for(transaction, origin, Some((R::NOUN, id.into())))?;
        value.put(transaction, Some(id.into()))?;
        self.journal_change(transaction, change, Cause::Person, id.into(), &before)?;
        let act = Act { change, cause: Cause::Person };
        self.follow_up(transaction, act, Some(&before), Some((id.into(), value)))?;
        self.drop_origin(transaction, origin)?;
        Ok(Outcome::Saved(change))
    }

    /// Removes a record that nothing hangs on.
    ///
    /// # Errors
    /// Refused by role or family; no such record; something still hangs on it.
    pub fn remove<R: Record>(&self, id: R::Id) -> Result<(), Problem> {
        self.ask(R::ADD)?;
        let change = self.write(|transaction| {
            let (_, before) = R::fetch(transaction, id.into())?.ok_or_else(|| not_found(R::NOUN))?;
            let family = before.family(transaction, Some(id.into()))?;
            self.ask_of::<R>(before.act(), family)?;
            self.ask_of::<R>(R::READ, family)?;
            self.ask_open(&before)?;
            let change = journal::next_change(transaction)?;
            self.journal_remove(transaction, change, Cause::Person, id.into(), &before)?;
            R::delete(transaction, id.into())?;
            self.follow_up(transaction, Act { change, cause: Cause::Person }, Some(&before), None)?;
            Ok(change)
        })?;
        self.remember(change);
        Ok(())
    }

    /// The change that a write is part of: one of its own, or the last one where it is the second part of the same act,
    /// and so of the same record.
    pub(super) fn change_for(
        &self,
        transaction: &Transaction<'_>,
        origin: Origin<'_>,
        of: Option<(&str, i64)>,
    ) -> Result<ChangeId, Problem> {
        match (origin, self.last_change(), of) {
            (Origin::Joined(_), Some(last), Some(of)) if journal::touches(transaction, last, of)? => Ok(last),
            _ => journal::next_change(transaction),
        }
    }

    pub(super) fn drop_origin(&self, transaction: &Transaction<'_>, origin: Origin<'_>) -> Result<(), Problem> {
        match origin {
            Origin::Direct | Origin::Joined(None) => Ok(()),
            Origin::Draft(place) | Origin::Joined(Some(place)) => drafts::drop(transaction, self.actor.id, place),
        }
    }

    /// Refuses a record that is kept back from the actor. One may change a record so that it is kept back from oneself,
    /// but not add one: what somebody agreed to with a colleague is written down by that colleague.
    pub(super) fn ask_open<R: Row>(&self, value: &R) -> Result<(), Problem> {
        if value.is_open_to(self) { Ok(()) } else { Err(value.kept_back(self)) }
    }

    /// Asks for an act in a family, or, where there is no family yet, for the act everywhere.
    pub(super) fn ask_to(&self, act: Right, family: Option<FamilyId>) -> Result<(), Problem> {
        match family {
            Some(family) => self.ask_for_family(act, family),
            None => self.ask(act).map(|_| ()),
        }
    }

    /// Asks for an act on a record: one of a family that is not reached is told of as one that is not there.
    fn ask_of<R: Row>(&self, act: Right, family: Option<FamilyId>) -> Result<(), Problem> {
        let asked = match family {
            Some(family) => self.ask_whether(act, family),
            None => self.ask(act).map(drop),
        };
        asked.map_err(|problem| match problem.kind {
            Kind::NotFound => not_found(R::NOUN),
            _ => problem,
        })
    }

    pub(super) fn journal_add<R: Row>(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        cause: Cause,
        id: i64,
    ) -> Result<(), Problem> {
        let value = as_written::<R>(transaction, id)?;
        let family = value.family(transaction, Some(id))?;
        let fields = fields(&value);
        self.hold_days(cause, &fields)?;
        let entry = Entry { change, cause, noun: R::NOUN, record: id, family, deed: Deed::Add(fields) };
        self.write_entry(transaction, &entry)
    }

    pub(super) fn journal_change<R: Row>(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        cause: Cause,
        id: i64,
        before: &R,
    ) -> Result<(), Problem> {
        let after = as_written::<R>(transaction, id)?;
        let family = after.family(transaction, Some(id))?;
        let (before, after) = difference(fields(before), fields(&after));
        self.hold_days(cause, &after)?;
        let entry = Entry { change, cause, noun: R::NOUN, record: id, family, deed: Deed::Change(before, after) };
        self.write_entry(transaction, &entry)
    }

    pub(super) fn journal_remove<R: Row>(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        cause: Cause,
        id: i64,
        before: &R,
    ) -> Result<(), Problem> {
        let family = before.family(transaction, Some(id))?;
        let mut fields = fields(before);
        self.tell_beside::<R>(transaction, id, &mut fields)?;
        let entry = Entry { change, cause, noun: R::NOUN, record: id, family, deed: Deed::Remove(fields) };
        self.write_entry(transaction, &entry)
    }
}

/// A record as the casebook now gives it back, lists in their stored order: what the journal compares with later.
pub(super) fn as_written<R: Row>(transaction: &Transaction<'_>, id: i64) -> Result<R, Problem> {
    R::fetch(transaction, id)?.map(|(_, value)| value).ok_or_else(|| not_found(R::NOUN))
}

/// A record's fields by name.
pub(super) fn fields<R: Row>(value: &R) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields,
        // A noun is a struct of plain fields, and those always become an object.
        _ => Map::new(),
    }
}

/// Only the fields that differ, before and after.
fn difference(
    mut before: Map<String, Value>,
    mut after: Map<String, Value>,
) -> (Map<String, Value>, Map<String, Value>) {
    let same: Vec<String> =
        before.iter().filter(|(name, value)| after.get(*name) == Some(value)).map(|(name, _)| name.clone()).collect();
    for name in same {
        before.shift_remove(&name);
        after.shift_remove(&name);
    }
    (before, after)
}

/// One that its own table tells whole, with its version.
pub(super) fn one<R: Row>(
    connection: &Connection,
    id: i64,
    read: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<R>,
) -> Result<Option<(i64, R)>, Problem> {
    let sql = format!("SELECT * FROM {} WHERE id = :id", R::TABLE);
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)));
    Ok(found.optional()?)
}
