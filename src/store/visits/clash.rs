//! What stands in the way of visits that somebody plans: the same child, adult, supporter or place wanted elsewhere, or
//! the supporter away.
//!
//! Only what shares somebody or something with the plan is read. A supporter may be wanted by a family that the planner
//! does not work with: then they are told that it is so, and when, and not by whom.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, named_params};

use super::stopped::stored_of;
use crate::domain::access::Act;
use crate::domain::ids::{ArrangementId, FamilyId, MemberId};
use crate::domain::problem::Problem;
use crate::domain::text::{fold, identity_of};
use crate::domain::visit::clash::{ClashKind, Party, Travel, clashes, hit_by, span};
use crate::domain::visit::{Arrangement, Occurrence, Visit, visits};
use crate::store::Store;
use crate::store::record::Row as _;

/// Visits that somebody plans.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The arrangement they belong to, if it is stored already.
    pub id: Option<ArrangementId>,
    /// The arrangement.
    pub arrangement: &'a Arrangement,
    /// What is or will be stored of them.
    pub stored: &'a [Occurrence],
}

/// Something in the way of a planned visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// Somebody or something is wanted twice.
    Clash {
        /// Who or what.
        party: Party,
        /// At once, or too far apart.
        kind: ClashKind,
        /// The day of the planned visit.
        on: NaiveDate,
        /// When the other one begins and ends.
        other: (NaiveDateTime, NaiveDateTime),
        /// The other one's family and child, where one may know it.
        whose: Option<(FamilyId, MemberId)>,
    },
    /// The supporter is away.
    Away {
        /// Who.
        supporter: String,
        /// The day of the planned visit.
        on: NaiveDate,
    },
}

impl Store {
    /// What stands in the way of planned visits in a window, both ends included, by day.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn hindrances(
        &self,
        wanted: Wanted<'_>,
        travel: &Travel,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Hindrance>, Problem> {
        self.ask_for_family(Act::ReadCases, wanted.arrangement.family)?;
        let mine = wanted.id.unwrap_or(ArrangementId(0));
        let mut all = vec![(mine, wanted.arrangement.clone(), wanted.stored.to_vec())];
        for id in sharing(&self.connection, wanted, from, to)? {
            if let Some((_, arrangement)) = Arrangement::fetch(&self.connection, id.0)?.filter(|_| id != mine) {
                all.push((id, arrangement, stored_of(&self.connection, id)?));
            }
        }
        let mut seen: Vec<Visit<'_>> = Vec::new();
        for (id, arrangement, stored) in &all {
            seen.extend(visits(*id, arrangement, stored, from, to));
        }
        seen.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.id));
        let mut found = Vec::new();
        for clash in clashes(&seen, travel) {
            let (first, second) = (seen[clash.first], seen[clash.second]);
            let (own, other) = if first.id == mine { (first, second) } else { (second, first) };
            if own.id != mine || !own.is_ahead() {
                continue;
            }
            let Some(times) = span(&other) else { continue };
            let family = other.arrangement.family;
            let known = self.ask_for_family(Act::ReadCases, family).is_ok();
            found.push(Hindrance::Clash {
                party: clash.party,
                kind: clash.kind,
                on: own.on(),
                other: times,
                whose: known.then_some((family, other.arrangement.child)),
            });
        }
        let own: Vec<Visit<'_>> = seen.iter().copied().filter(|visit| visit.id == mine).collect();
        for absence in self.absences(from, to)? {
            let supporter = absence.value.supporter.clone();
            let hit = hit_by(&absence.value, &own).into_iter();
            found.extend(hit.map(|place| Hindrance::Away { supporter: supporter.clone(), on: own[place].on() }));
        }
        found.sort_by_key(|hindrance| match hindrance {
            Hindrance::Clash { on, .. } | Hindrance::Away { on, .. } => *on,
        });
        Ok(found)
    }
}

/// The arrangements that share a person, a supporter or a place with planned visits and have any in the window.
fn sharing(
    connection: &Connection,
    wanted: Wanted<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeSet<ArrangementId>, Problem> {
    let mut found = BTreeSet::new();
    let mut people = BTreeSet::from([wanted.arrangement.child]);
    let (mut supporters, mut places) = (BTreeSet::new(), BTreeSet::new());
    for terms in std::iter::once(&wanted.arrangement.terms).chain(wanted.stored.iter().map(|one| &one.terms)) {
        people.extend(terms.with.iter().copied());
        supporters.extend(terms.supporters.iter().map(|name| identity_of(name)));
        places.extend(terms.place.as_deref().map(fold));
    }
    let mut statement = connection.prepare_cached(
        "SELECT id FROM arrangement WHERE child = :person
         UNION SELECT arrangement FROM arrangement_person WHERE person = :person
         UNION SELECT o.arrangement FROM occurrence_person l JOIN occurrence o ON o.id = l.occurrence
               WHERE l.person = :person AND o.on_day BETWEEN :from AND :to",
    )?;
    for person in people {
        let ids =
            statement.query_map(named_params! {":person": person.0, ":from": from, ":to": to}, |row| row.get(0))?;
        for id in ids {
            found.insert(ArrangementId(id?));
        }
    }
    let mut statement = connection.prepare_cached(
        "SELECT a.id FROM staff s JOIN arrangement_supporter l ON l.staff = s.id JOIN arrangement a ON a.id = l.arrangement
         WHERE s.identity = :supporter AND a.last_day >= :from AND a.from_day <= :to
         UNION SELECT o.arrangement FROM staff s JOIN occurrence_supporter l ON l.staff = s.id
               JOIN occurrence o ON o.id = l.occurrence
               WHERE s.identity = :supporter AND o.on_day BETWEEN :from AND :to",
    )?;
    for supporter in supporters {
        let ids =
            statement.query_map(named_params! {":supporter": supporter, ":from": from, ":to": to}, |row| row.get(0))?;
        for id in ids {
            found.insert(ArrangementId(id?));
        }
    }
    let mut statement = connection.prepare_cached(
        "SELECT id FROM arrangement WHERE place_folded = :place AND last_day >= :from AND from_day <= :to
         UNION SELECT arrangement FROM occurrence WHERE place_folded = :place AND on_day BETWEEN :from AND :to",
    )?;
    for place in places {
        let ids = statement.query_map(named_params! {":place": place, ":from": from, ":to": to}, |row| row.get(0))?;
        for id in ids {
            found.insert(ArrangementId(id?));
        }
    }
    Ok(found)
}
