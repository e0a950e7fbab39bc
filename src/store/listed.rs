//! How each kind of record is listed: where its rows are, whose they are, which days they touch, in which order they
//! go out. The order is that in which they come back, so that what is listed twice through a file is listed alike.
//!
//! Nothing is gathered here: a casebook holds more sessions than memory should. Each record is handed on as it is read,
//! from one picture of the casebook, so that a list never shows half of a colleague's change.

use rusqlite::{ToSql, named_params};

use super::listing::{Each, Listing, OfFamily};
use super::record::{Record, Stored};
use super::{Store, not_found};
use crate::domain::access::Right;
use crate::domain::care::Care;
use crate::domain::check_in::CheckIn;
use crate::domain::deadlines::Exemption;
use crate::domain::directory::FamilyName;
use crate::domain::event::Event;
use crate::domain::family::Family;
use crate::domain::ids::FamilyId;
use crate::domain::kin::Kin;
use crate::domain::noun::RecordOf;
use crate::domain::person::Member;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::status::StatusSpan;
use crate::domain::task::Task;
use crate::domain::visit::clash::Absence;
use crate::domain::visit::{Arrangement, LadderMove, Restriction, Wish};

/// Where the records of a kind are; `t` is their table, `f` the family's.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Their table, and what it takes to find the family.
    tables: &'static str,
    /// The family.
    family: &'static str,
    /// The first day that a record touches.
    first: &'static str,
    /// The last; nothing where it goes on.
    last: &'static str,
    /// The order.
    order: &'static str,
}

/// A noun that is listed.
pub trait Listed: Record {
    /// Where its records are.
    const PLACE: Place;
}

macro_rules! places {
    ($(
        $noun:ident: $tables:literal of $family:literal from $first:literal until $last:literal by $order:literal;
    )*) => {
        $(impl Listed for $noun {
            const PLACE: Place =
                Place { tables: $tables, family: $family, first: $first, last: $last, order: $order };
        })*
    };
}

places! {
    Family: "family t" of "t.id" from "t.started_on" until "t.closed_on" by "t.sort_key, t.id";
    Member: "member t" of "t.family" from "f.started_on" until "f.closed_on" by "f.sort_key, f.id, t.id";
    Kin: "kin t" of "t.family" from "f.started_on" until "f.closed_on" by "f.sort_key, f.id, t.id";
    Placement: "placement t JOIN member m ON m.id = t.person" of "m.family" from "t.started_on" until "t.ended_on"
        by "f.sort_key, f.id, m.id, t.started_on, t.id";
    Care: "care t JOIN member m ON m.id = t.person" of "m.family" from "t.from_day" until "t.until_day"
        by "f.sort_key, f.id, m.id, t.from_day, t.id";
    StatusSpan: "status_span t" of "t.family" from "t.from_day" until "t.until_day"
        by "f.sort_key, f.id, t.from_day, t.id";
    Session: "session t" of "t.family" from "t.on_day" until "t.on_day" by "t.on_day, t.start, t.id";
    Arrangement: "arrangement t" of "t.family" from "t.from_day" until "t.last_day" by "f.sort_key, f.id, t.id";
    Restriction: "restriction t" of "t.family" from "t.from_day" until "t.until_day"
        by "f.sort_key, f.id, t.from_day, t.id";
    Wish: "wish t" of "t.family" from "t.told_on" until "t.answered_on" by "f.sort_key, f.id, t.told_on, t.id";
    LadderMove: "ladder_move t JOIN member m ON m.id = t.child" of "m.family" from "t.on_day" until "t.on_day"
        by "f.sort_key, f.id, t.on_day, t.id";
    Absence: "absence t" of "NULL" from "substr(t.from_at, 1, 10)" until "substr(t.until_at, 1, 10)"
        by "t.from_at, t.id";
    Event: "event t" of "t.family" from "t.on_day" until "t.on_day" by "t.on_day, t.id";
    Task: "task t" of "t.family" from "coalesce(t.due_on, t.made_on)" until "coalesce(t.due_on, t.made_on)"
        by "t.due_on IS NULL, t.due_on, t.id";
    CheckIn: "check_in t" of "t.family" from "t.on_day" until "t.on_day" by "t.on_day, t.id";
    Exemption: "exemption t" of "t.family" from "t.exempted_on" until "t.exempted_on" by "t.exempted_on, t.id";
}

/// The query for records of a place: of one family, or of all that one reaches and of none.
pub(in crate::store) fn listed(place: &Place, listing: &Listing) -> String {
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
           AND (:staff IS NULL OR f.id IS NULL OR EXISTS
                (SELECT 1 FROM family_support s WHERE s.family = f.id AND s.staff = :staff))
         ORDER BY {order}"
    )
}

impl Store {
    /// Every record of a kind that one may see and a listing asks for, one after the other.
    ///
    /// # Errors
    /// Refused by role or family; whatever the taker reports.
    pub fn each<R: Listed>(&self, listing: &Listing, each: Each<'_, OfFamily<Stored<R>>>) -> Result<(), Problem> {
        let staff = self.only_for(self.ask(Right::ReadCases)?);
        if let Some(family) = listing.family {
            self.ask_for_family(Right::ReadCases, family)?;
        }
        let mut statement = self.connection.prepare_cached(&listed(&R::PLACE, listing))?;
        let values: &[(&str, &dyn ToSql)] = named_params! {
            ":family": listing.family.map(|family| family.0), ":staff": staff, ":from": listing.from, ":to": listing.to,
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
            each(OfFamily { family, value: Stored { id: R::Id::from(id), version, value } })?;
        }
        Ok(())
    }

    /// The records of a kind in a family by their numbers, in the order in which they go out.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn numbers_of(&self, of: RecordOf, family: FamilyId) -> Result<Vec<i64>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let place = match of {
            RecordOf::Placements => &Placement::PLACE,
            RecordOf::Events => &Event::PLACE,
            RecordOf::Restrictions => &Restriction::PLACE,
            RecordOf::Arrangements => &Arrangement::PLACE,
            RecordOf::Tasks => &Task::PLACE,
        };
        let Place { tables, family: whose, order, .. } = place;
        let sql = format!(
            "SELECT t.id FROM {tables} JOIN family f ON f.id = {whose} WHERE {whose} = :family ORDER BY {order}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map(named_params! {":family": family.0}, |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
