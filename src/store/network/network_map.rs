//! Network maps as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use super::{keys, people};
use crate::domain::access::{Reach, Right};
use crate::domain::codes::{MapConsent, MapOccasion, MapViewer};
use crate::domain::ids::{FamilyId, NetworkMapId, PersonId};
use crate::domain::network::{NetworkMap, Scheme};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;
use crate::store::coded::Coded;
use crate::store::columns::{self, Cells};
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored};
use crate::store::visits::{called, must_belong, stored};
use crate::store::{Store, staff};

/// The columns of `m`, an alias of `network_map`, in the order in which [`read`] takes them, and `s`, of `staff`.
pub(super) const COLUMNS: &str =
    "m.id, m.version, m.family, m.ego, m.drawn_on, m.occasion, s.name, m.consent, m.comment,
    m.seen_by_team, m.seen_by_parents, m.seen_by_family_home, m.seen_by_social_worker, m.seen_by_network";

/// Who may see a map, with the column that says so, in the order in which [`COLUMNS`] names them.
const SEEN_BY: [(MapViewer, &str); 5] = [
    (MapViewer::Team, "seen_by_team"),
    (MapViewer::Parents, "seen_by_parents"),
    (MapViewer::FamilyHome, "seen_by_family_home"),
    (MapViewer::SocialWorker, "seen_by_social_worker"),
    (MapViewer::Network, "seen_by_network"),
];

impl Record for NetworkMap {
    type Id = NetworkMapId;
}

impl Row for NetworkMap {
    const NOUN: &'static str = "network_map";
    const TABLE: &'static str = "network_map";
    const ADD: Right = Right::DrawMaps;
    const CHANGE: Right = Right::DrawMaps;
    const PLACE: Place = Place {
        tables: "network_map t",
        family: "t.family",
        first: "t.drawn_on",
        last: "t.drawn_on",
        order: "f.sort_key, f.id, t.drawn_on, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((called(connection, self.ego)?, Some(self.drawn_on)))
    }

    fn is_open_to(&self, store: &Store) -> bool {
        self.is_for_team()
            || identity_of(&self.drawn_by) == identity_of(&store.actor.name)
            || store.reach(Right::ReadKeptBack) != Reach::Nothing
    }

    fn check_by(&self, scheme: &Scheme, connection: &Connection, id: Option<i64>) -> Result<(), Problem> {
        let before: Option<Self> = stored(connection, id)?;
        // The keys of another family mean other people.
        if before.as_ref().is_some_and(|before| before.family != self.family) {
            return Err(Problem::new(Kind::Invalid, "network-other-family"));
        }
        must_belong(connection, self.family, &members(self), &before.as_ref().map(members).unwrap_or_default())?;
        match &before {
            Some(before) => self.check(&scheme.with_those_of(before))?,
            None => self.check(scheme)?,
        }
        match keys::taken(connection, self, id)? {
            Some(number) => Err(Problem::new(Kind::Invalid, "network-key-taken").with("person", number)),
            None => Ok(()),
        }
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let sql = format!("SELECT {COLUMNS} FROM network_map m JOIN staff s ON s.id = m.drawn_by WHERE m.id = :id");
        let found = connection.prepare_cached(&sql)?.query_row(named_params! {":id": id}, read).optional()?;
        let Some(Stored { version, mut value, .. }) = found else { return Ok(None) };
        people::read(connection, id, &mut value)?;
        Ok(Some((version, value)))
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        // One that comes back finds that somebody has been known by another key since.
        if keys::taken(transaction, self, id)?.is_some() {
            return Err(Problem::new(Kind::Conflict, "changed-since"));
        }
        let drawn_by = staff::intern(transaction, &self.drawn_by)?;
        let (occasion, consent) = (Coded(self.occasion), self.consent.map(Coded));
        let seen_by = SEEN_BY.map(|(viewer, column)| (column, self.seen_by.contains(&viewer)));
        let mut row: Vec<(&str, &dyn ToSql)> = seen_by.iter().map(|(name, is)| (*name, is as &dyn ToSql)).collect();
        row.extend([
            ("family", &self.family.0 as &dyn ToSql),
            ("ego", &self.ego.0),
            ("drawn_on", &self.drawn_on),
            ("occasion", &occasion),
            ("drawn_by", &drawn_by),
            ("consent", &consent),
            ("comment", &self.comment),
        ]);
        let id = columns::write(transaction, Self::TABLE, id, &row)?;
        people::write(transaction, id, self)?;
        keys::give(transaction, self)?;
        Ok(id)
    }
}

/// Everybody on a map who is in the family's list, the person in the middle first.
fn members(map: &NetworkMap) -> Vec<PersonId> {
    std::iter::once(map.ego).chain(map.people.iter().filter_map(|person| person.member)).collect()
}

/// A map from a row of [`COLUMNS`], without its people and ties.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored<NetworkMap>> {
    let mut cells = Cells::of(row);
    let (id, version) = (NetworkMapId(cells.take()?), cells.take()?);
    let mut value = NetworkMap {
        family: FamilyId(cells.take()?),
        ego: PersonId(cells.take()?),
        drawn_on: cells.take()?,
        occasion: cells.take::<Coded<MapOccasion>>()?.0,
        drawn_by: cells.take()?,
        consent: cells.take::<Option<Coded<MapConsent>>>()?.map(|code| code.0),
        seen_by: Vec::new(),
        comment: cells.take()?,
        people: Vec::new(),
        ties: Vec::new(),
        no_ties: Vec::new(),
    };
    for (viewer, _) in SEEN_BY {
        if cells.take()? {
            value.seen_by.push(viewer);
        }
    }
    Ok(Stored { id, version, value })
}
