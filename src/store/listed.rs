//! How records are listed: where the rows of a noun are, whose they are, which days they touch, in which order they go
//! out; each noun says so in its own file (`Row::PLACE`). The order is that in which they come back, so that what is
//! listed twice through a file is listed alike.
//!
//! Nothing is gathered here: a casebook holds more sessions than memory should. Each record is handed on as it is read,
//! from one picture of the casebook, so that a list never shows half of a colleague's change.

use rusqlite::{ToSql, named_params};

use super::listing::{Each, Listing, OfFamily};
use super::noun::{self, Visitor};
use super::reached::Reached;
use super::record::{Record, Row, Stored};
use super::{Store, not_found};
use crate::domain::access::Right;
use crate::domain::directory::FamilyName;
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;

/// Where the records of a kind are; `t` is their table, `f` the family's.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Their table, and what it takes to find the family.
    pub(in crate::store) tables: &'static str,
    /// The family.
    pub(in crate::store) family: &'static str,
    /// The first day that a record touches.
    pub(in crate::store) first: &'static str,
    /// The last; nothing where it goes on.
    pub(in crate::store) last: &'static str,
    /// The order.
    pub(in crate::store) order: &'static str,
}

/// Where the records of a noun are.
struct PlaceOf;

impl Visitor for PlaceOf {
    type Out = Place;

    fn visit<R: Row>(self) -> Place {
        R::PLACE
    }
}

/// Who may read records of a noun.
struct ReadBy;

impl Visitor for ReadBy {
    type Out = Right;

    fn visit<R: Row>(self) -> Right {
        R::READ
    }
}

/// Where the records of a kind are.
pub(in crate::store) fn place_of(kind: NounKind) -> Place {
    noun::of(kind, PlaceOf)
}

/// The query for records of a place: of one family, or of all that one reaches and of none.
pub(in crate::store) fn listed(place: &Place, listing: &Listing, reached: &Reached) -> String {
    let Place { tables, family, first, last, order } = place;
    let whose = match listing.family {
        Some(_) => format!("{family} = :family"),
        None => ":family IS NULL".to_owned(),
    };
    format!(
        "SELECT t.id, f.id AS family, f.name AS family_called, f.case_ref
         FROM {tables} LEFT JOIN family f ON f.id = {family}
         WHERE {whose} AND {first} <= coalesce(:to, '9999-12-31')
           AND (:from IS NULL OR coalesce({last}, '9999-12-31') >= :from)
           AND (f.id IS NULL OR {})
         ORDER BY {order}",
        reached.family("f")
    )
}

/// The query for the families that have a record of a kind in a listing.
pub(in crate::store) fn families_of(of: NounKind, listing: &Listing, reached: &Reached) -> String {
    let place = noun::of(of, PlaceOf);
    format!("SELECT DISTINCT family FROM ({}) WHERE family IS NOT NULL", listed(&place, listing, reached))
}

impl Store {
    /// Every record of a kind that one may see and a listing asks for, one after the other.
    ///
    /// # Errors
    /// Refused by role or family; whatever the taker reports.
    pub fn each<R: Record>(&self, listing: &Listing, each: Each<'_, OfFamily<Stored<R>>>) -> Result<(), Problem> {
        let reached = listing.whose(self.ask(R::READ)?);
        if let Some(family) = listing.family {
            self.ask_for_family(R::READ, family)?;
        }
        let mut statement = self.connection.prepare_cached(&listed(&R::PLACE, listing, &reached))?;
        let values: &[(&str, &dyn ToSql)] = named_params! {
            ":family": listing.family.map(|family| family.0), ":from": listing.from, ":to": listing.to,
        };
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let (version, mut value) = R::fetch(&self.connection, id)?.ok_or_else(|| not_found(R::NOUN))?;
            value.stand(self, id)?;
            if !value.is_open_to(self) {
                continue;
            }
            let family = match row.get::<_, Option<i64>>(1)? {
                Some(id) => FamilyName { id: FamilyId(id), name: row.get(2)?, case_ref: row.get(3)? },
                None => FamilyName { id: FamilyId(0), name: String::new(), case_ref: String::new() },
            };
            self.saw(R::NOUN, [family.id]);
            each(OfFamily { family, value: Stored { id: R::Id::from(id), version, value } })?;
        }
        Ok(())
    }

    /// How many records of a kind a listing asks for in what one reaches, for whoever wants to know how long it takes:
    /// some of them may not be theirs to see, and are then not listed.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn how_many(&self, of: NounKind, listing: &Listing) -> Result<u64, Problem> {
        let read = noun::of(of, ReadBy);
        let reached = listing.whose(self.ask(read)?);
        if let Some(family) = listing.family {
            self.ask_for_family(read, family)?;
        }
        let sql = format!("SELECT count(*) FROM ({})", listed(&place_of(of), listing, &reached));
        let family = listing.family.map(|family| family.0);
        let asked = named_params! {":family": family, ":from": listing.from, ":to": listing.to};
        let count: i64 = self.connection.prepare_cached(&sql)?.query_row(asked, |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The records of a kind in a family by their numbers, in the order in which they go out.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn numbers_of(&self, of: NounKind, family: FamilyId) -> Result<Vec<i64>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let place = place_of(of);
        let Place { tables, family: whose, order, .. } = &place;
        let sql = format!(
            "SELECT t.id FROM {tables} JOIN family f ON f.id = {whose} WHERE {whose} = :family ORDER BY {order}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map(named_params! {":family": family.0}, |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
