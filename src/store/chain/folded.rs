//! What the journal tells of wholly, so that it can be told again from the journal alone: every noun of the casebook.
//! Users and teams are told too, and are in `people`, for not everybody's word on them counts.

use rusqlite::Connection;
use serde_json::{Map, Value};

use super::link::{Hash, Salt, Sum};
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::store::conflict::CONFLICTS;
use crate::store::copies;
use crate::store::figures::PUBLISHED;
use crate::store::glass::GLASS;
use crate::store::looked;
use crate::store::looked::review::{Finding, Review};
use crate::store::noun::{self, Visitor};
use crate::store::record::{Row, fields};

/// The fields of a record by name, as the journal tells them.
pub(in crate::store) type Fields = Map<String, Value>;

/// A kind of record that is folded.
#[derive(Clone, Copy)]
pub(in crate::store) struct Folded {
    /// What the journal calls it.
    pub(in crate::store) noun: &'static str,
    /// Its table.
    pub(in crate::store) table: &'static str,
    /// One as it stands.
    pub(in crate::store) fetch: fn(&Connection, i64) -> Result<Option<Fields>, Problem>,
}

/// The nouns, and what is told as they are, in the order of their names.
pub(in crate::store) fn nouns() -> Vec<Folded> {
    let mut all: Vec<Folded> = NounKind::ALL.iter().map(|kind| noun::of(*kind, ToFold)).collect();
    all.push(Folded { noun: copies::NOUN, table: "backup", fetch: copies::fields });
    all.extend([CONFLICTS, GLASS, PUBLISHED]);
    all.push(Folded { noun: Review::NOUN, table: "access_review", fetch: review });
    all.push(Folded { noun: Finding::NOUN, table: "access_finding", fetch: finding });
    all.sort_by_key(|folded| folded.noun);
    all
}

fn review(connection: &Connection, id: i64) -> Result<Option<Fields>, Problem> {
    Review::fetch(connection, id)?.map(|review| looked::said(&review)).transpose()
}

fn finding(connection: &Connection, id: i64) -> Result<Option<Fields>, Problem> {
    Finding::fetch(connection, id)?.map(|finding| looked::said(&finding)).transpose()
}

struct ToFold;

impl Visitor for ToFold {
    type Out = Folded;

    fn visit<R: Row>(self) -> Folded {
        Folded { noun: R::NOUN, table: R::TABLE, fetch: fetch::<R> }
    }
}

fn fetch<R: Row>(connection: &Connection, id: i64) -> Result<Option<Fields>, Problem> {
    Ok(R::fetch(connection, id)?.map(|(_, value)| fields(&value)))
}

/// Fields as they are compared and hashed: in the order of their names, without those that say nothing. So a field that
/// a later program knows changes nothing while nobody has filled it in.
pub(in crate::store) fn plain(fields: &Fields) -> Fields {
    let mut known: Vec<(&String, Value)> =
        fields.iter().filter_map(|(name, value)| Some((name, said(value)?))).collect();
    known.sort_by_key(|(name, _)| *name);
    known.into_iter().map(|(name, value)| (name.clone(), value)).collect()
}

/// What a value says; none where that is nothing.
pub(in crate::store) fn said(value: &Value) -> Option<Value> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::String(text) if text.is_empty() => None,
        Value::Array(values) if values.is_empty() => None,
        // What stands in a list has its place in it, whatever it says.
        Value::Array(values) => Some(values.iter().map(|value| said(value).unwrap_or_default()).collect()),
        Value::Object(fields) => Some(plain(fields)).filter(|fields| !fields.is_empty()).map(Value::Object),
        told => Some(told.clone()),
    }
}

/// The salted hash of a record as it stands.
pub(in crate::store) fn hash(salt: &Salt, fields: &Fields) -> Result<Hash, Problem> {
    let text = serde_json::to_string(&plain(fields)).map_err(super::unwritable)?;
    Ok(Sum::of("base").bytes(salt).text(Some(&text)).end())
}
