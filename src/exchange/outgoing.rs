//! From the casebook to rows: the columns that import takes, so that what is exported can be imported again.
//!
//! What may be seen is the store's to decide, what of it is kept back [`super::protection`]'s.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::one::One;
use super::protection::Audience;
use super::telling::Teller;
use super::visits::Part;
use super::{Noun, json, measurements, visits};
use crate::domain::directory::FamilyName;
use crate::domain::entry::{Draft, Form};
use crate::domain::ids::ArrangementId;
use crate::domain::noun::{self as domain, every_noun};
use crate::domain::problem::Problem;
use crate::domain::visit::Breach;
use crate::store::{Each, Listing, OfFamily, Record, Store};

/// A record on its way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is known by.
    pub id: RowId,
    /// The family it belongs to; a task may belong to none, and then this has no name.
    pub family: FamilyName,
    /// The person it is about, as people read it.
    pub person: Option<String>,
    /// Its columns, in codes.
    pub draft: Draft,
}

/// What a record is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowId {
    /// Its number in its table.
    Record(i64),
    /// Of a visit the arrangement and the day the series gave it: most visits are stored nowhere.
    Visit {
        /// The arrangement.
        arrangement: ArrangementId,
        /// The day the series gave.
        given: NaiveDate,
        /// The day it is on.
        on: NaiveDate,
        /// Why a restriction of contact stops it, if one does.
        stopped: Option<Breach>,
    },
}

impl Row {
    /// All there is to say of it: what it is known by, then its columns; of a visit also its arrangement, the day it
    /// was moved from, and what stops it.
    pub fn object(&self, form: &Form) -> Map<String, Value> {
        match self.id {
            RowId::Record(id) => json::object(id, form, &self.draft),
            RowId::Visit { arrangement, given, on, stopped } => {
                let moved_from = (on != given).then(|| given.to_string());
                let mut object = Map::new();
                object.insert("id".to_owned(), format!("{}-{given}", arrangement.0).into());
                object.extend(json::columns(form, &self.draft));
                object.insert("arrangement".to_owned(), arrangement.0.into());
                object.insert("moved_from".to_owned(), moved_from.into());
                object.insert("stopped".to_owned(), stopped.map(Breach::code).into());
                object
            }
        }
    }
}

/// Hands over every record of a kind that a listing asks for, one after the other.
///
/// # Errors
/// Refused by role or family; visits without a first and a last day; whatever the taker reports.
pub fn each(
    store: &Store,
    noun: Noun,
    listing: &Listing,
    audience: Audience,
    each: Each<'_, Row>,
) -> Result<(), Problem> {
    let Audience::For(who) = audience else { return of_all(store, noun, listing, audience, each) };
    let one = One::new(store, who)?;
    let listing = Listing { family: Some(one.family()), ..*listing };
    of_all(store, noun, &listing, audience, &mut |row| one.row(noun, row)?.map_or(Ok(()), &mut *each))
}

fn of_all(
    store: &Store,
    noun: Noun,
    listing: &Listing,
    audience: Audience,
    each: Each<'_, Row>,
) -> Result<(), Problem> {
    macro_rules! by_noun {
        (
            rows { $($kind:ident $file:ident $id:ident: $noun:ty,)* }
            apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
        ) => {
            match noun {
                $(Noun::$kind => records::<$noun>(store, listing, audience, each),)*
                Noun::Arrangements => visits::arrangements(store, listing, audience, each),
                Noun::Visits => visits::each(store, Part::Visit, listing, audience, each),
                Noun::Accounts => visits::each(store, Part::Account, listing, audience, each),
                Noun::Preparations => visits::each(store, Part::Preparation, listing, audience, each),
                Noun::Measurements => measurements::each(store, listing, audience, each),
            }
        };
    }
    every_noun!(by_noun)
}

fn records<N: domain::Noun + Record>(
    store: &Store,
    listing: &Listing,
    audience: Audience,
    each: Each<'_, Row>,
) -> Result<(), Problem> {
    let teller = Teller::new(store, audience);
    store.each::<N>(listing, &mut |OfFamily { family, value: stored }| {
        let draft = teller.row(&family, &stored.value)?;
        let person = about(&teller, &family, stored.id.into(), &stored.value, audience)?;
        each(Row { id: RowId::Record(stored.id.into()), family, person, draft })
    })
}

/// Whom a record is about, as people read it, where a list says so beside the columns.
fn about<N: domain::Noun>(
    teller: &Teller<'_>,
    family: &FamilyName,
    id: i64,
    record: &N,
    audience: Audience,
) -> Result<Option<String>, Problem> {
    let Some(person) = record.about(id) else { return Ok(None) };
    let people = teller.people(family.id)?;
    let person = people.iter().find(|stored| stored.id == person);
    Ok(person.map(|stored| stored.value.given_name.shown(audience.setting())))
}
