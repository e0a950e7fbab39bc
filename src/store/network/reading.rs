//! Readings of network maps: the maps of a family, all maps of a period, whom an entry line may mean.

use chrono::NaiveDate;
use rusqlite::{ToSql, named_params};

use super::{keys, network_map, people};
use crate::domain::access::Right;
use crate::domain::directory::{Directory, FamilyName};
use crate::domain::ids::{FamilyId, NetworkMapId, PersonId};
use crate::domain::network::entry::KnownPeople;
use crate::domain::network::{NetworkMap, Scheme};
use crate::domain::problem::Problem;
use crate::store::reached::Reached;
use crate::store::record::{Row as _, Stored};
use crate::store::visits::family_of;
use crate::store::{Each, Listing, OfFamily, Store};

/// A map that exists and is not for whoever asks to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptBack {
    /// Which map.
    pub id: NetworkMapId,
    /// The person in its middle.
    pub ego: PersonId,
    /// The day it was drawn: for what a file may bring twice, and for no screen.
    pub(crate) drawn_on: NaiveDate,
}

/// The maps of a family.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MapsOf {
    /// Those one may see: by the person in the middle in the order they were entered, oldest first.
    pub seen: Vec<Stored<NetworkMap>>,
    /// Those that are kept back, in the same order.
    pub kept_back: Vec<KeptBack>,
}

impl MapsOf {
    /// The maps of one person that one may see, oldest first.
    pub fn of(&self, ego: PersonId) -> impl DoubleEndedIterator<Item = &Stored<NetworkMap>> {
        self.seen.iter().filter(move |map| map.value.ego == ego)
    }
}

/// The maps of a family, in the order in which they are shown.
pub(in crate::store) fn of_family() -> String {
    format!(
        "SELECT {} FROM network_map m JOIN staff s ON s.id = m.drawn_by
         WHERE m.family = :family ORDER BY m.ego, m.drawn_on, m.id",
        network_map::COLUMNS
    )
}

/// The maps of a period, of one family or of all that one reaches, oldest first.
pub(in crate::store) fn listed(listing: &Listing, reached: &Reached) -> String {
    let whose = match listing.family {
        Some(_) => "m.family = :family",
        None => ":family IS NULL",
    };
    format!(
        "SELECT {}, f.name, f.case_ref
         FROM network_map m JOIN staff s ON s.id = m.drawn_by JOIN family f ON f.id = m.family
         WHERE {whose} AND m.drawn_on >= coalesce(:from, '') AND m.drawn_on <= coalesce(:to, '9999-12-31')
           AND {}
         ORDER BY m.drawn_on, m.id",
        network_map::COLUMNS,
        reached.family("f")
    )
}

/// Where the family's name stands in a row of [`listed`], after the columns of the map.
const NAME: usize = 14;

impl Store {
    /// The sectors and rings of the unit's network maps.
    pub fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    /// The maps of a family that one may see, and which there are besides.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn maps_of(&self, family: FamilyId) -> Result<MapsOf, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let mut found = MapsOf::default();
        let mut statement = self.connection.prepare_cached(&of_family())?;
        let mut rows = statement.query(named_params! {":family": family.0})?;
        while let Some(row) = rows.next()? {
            let mut map = network_map::read(row)?;
            if map.value.is_open_to(self) {
                people::read(&self.connection, map.id.0, &mut map.value)?;
                found.seen.push(map);
            } else {
                found.kept_back.push(KeptBack { id: map.id, ego: map.value.ego, drawn_on: map.value.drawn_on });
            }
        }
        Ok(found)
    }

    /// The maps drawn in a period, oldest first; returns how many there are besides that are kept back, whenever they
    /// were drawn: a number that followed the period would tell their days.
    ///
    /// Those to which the person said no are handed on to whoever may see them, as all others; a report leaves them
    /// out.
    ///
    /// # Errors
    /// Refused by role or family; whatever the taker reports.
    pub fn each_map(&self, listing: &Listing, each: Each<'_, OfFamily<Stored<NetworkMap>>>) -> Result<u64, Problem> {
        let reached = listing.whose(self.ask(Right::ReadCases)?);
        if let Some(family) = listing.family {
            self.ask_for_family(Right::ReadCases, family)?;
        }
        let mut statement = self.connection.prepare_cached(&listed(listing, &reached))?;
        let values: &[(&str, &dyn ToSql)] = named_params! {
            ":family": listing.family.map(|family| family.0), ":from": listing.from, ":to": listing.to,
        };
        let mut rows = statement.query(values)?;
        let mut kept_back = 0;
        while let Some(row) = rows.next()? {
            let mut value = network_map::read(row)?;
            if !value.value.is_open_to(self) {
                kept_back += 1;
                continue;
            }
            people::read(&self.connection, value.id.0, &mut value.value)?;
            let family = FamilyName { id: value.value.family, name: row.get(NAME)?, case_ref: row.get(NAME + 1)? };
            self.saw(NetworkMap::NOUN, [family.id]);
            each(OfFamily { family, value })?;
        }
        let is_of_a_period = listing.from.is_some() || listing.to.is_some();
        if is_of_a_period { self.count_kept_back(listing, &reached) } else { Ok(kept_back) }
    }

    /// How many maps of a family, or of all that one reaches, are kept back.
    fn count_kept_back(&self, listing: &Listing, reached: &Reached) -> Result<u64, Problem> {
        let mut statement = self.connection.prepare_cached(&listed(listing, reached))?;
        let family = listing.family.map(|family| family.0);
        let (from, to) = (None::<NaiveDate>, None::<NaiveDate>);
        let mut rows = statement.query(named_params! {":family": family, ":from": from, ":to": to})?;
        let mut kept_back = 0;
        while let Some(row) = rows.next()? {
            kept_back += u64::from(!network_map::read(row)?.value.is_open_to(self));
        }
        Ok(kept_back)
    }

    /// Whom a line for a map of somebody may mean: the members of the family and the people of the maps that one may
    /// see. A member bears the same key as on maps that are kept back, and nobody new gets one that was ever given.
    ///
    /// # Errors
    /// Refused by role or family; no such person.
    pub fn known_people(&self, ego: PersonId) -> Result<KnownPeople, Problem> {
        self.ask(Right::ReadCases)?;
        let family = family_of(&self.connection, ego)?;
        // One picture of the casebook: no key that a colleague gives meanwhile is seen by half.
        let _picture = self.connection.unchecked_transaction()?;
        let members = self.members(family)?;
        let maps = self.maps_of(family)?;
        let maps: Vec<&NetworkMap> = maps.seen.iter().map(|map| &map.value).collect();
        let known = KnownPeople::of(ego, &members, &maps, keys::highest(&self.connection, family)?);
        Ok(known.with_keys(&keys::borne(&self.connection, family, None)?))
    }
}
