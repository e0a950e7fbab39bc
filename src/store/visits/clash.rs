//! What stands in the way of visits that somebody plans: the same child, adult, supporter or place wanted elsewhere, or
//! the supporter away.
//!
//! Only what shares somebody or something with the plan is read. A supporter may be wanted by a family that the planner
//! does not work with: then they are told that it is so, and when, and not by whom.

use std::collections::{BTreeSet, HashMap};

use chrono::{Days, NaiveDate, NaiveDateTime};
use rusqlite::{Connection, ToSql, named_params};

use super::arrangements::people;
use super::reading::{self, Asked, all_of};
use super::{family_of, stored, written};
use crate::domain::access::Act;
use crate::domain::ids::{ArrangementId, FamilyId, MemberId};
use crate::domain::problem::Problem;
use crate::domain::text::{fold, identity_of};
use crate::domain::visit::clash::{ClashKind, Party, Travel, clashes, hit_by, span};
use crate::domain::visit::{Arrangement, Occurrence, Visit, visits};
use crate::store::Store;
use crate::store::record::Stored;

/// How many days before a window a visit may begin and still reach into it.
const LONGEST: u64 = 62;

/// Who and what is looked for.
#[derive(Default)]
struct Sought {
    people: BTreeSet<MemberId>,
    supporters: BTreeSet<String>,
    places: BTreeSet<String>,
}

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
        let _picture = self.connection.unchecked_transaction()?;
        let sought = self.sought(wanted)?;
        let mine = wanted.id.unwrap_or(ArrangementId(0));
        let (first, last) = around(wanted, from, to);
        let asked = named_params! {":from": first, ":to": last};
        let ids = sharing(&self.connection, &sought, asked)?;
        let ids = all_of(ids.into_iter().filter(|id| *id != mine.0));
        let asked = named_params! {":ids": ids, ":from": first, ":to": last};
        let others = reading::arrangements(&self.connection, THESE, asked)?;
        let stored = reading::occurrences(&self.connection, STORED_OF_THESE, asked)?;
        let mut told: HashMap<ArrangementId, Vec<Occurrence>> = HashMap::new();
        for (_, _, one) in stored {
            told.entry(one.arrangement).or_default().push(one);
        }
        let own = wanted.stored.iter().map(|one| Occurrence { arrangement: mine, ..one.clone() }).collect::<Vec<_>>();
        let own = visits(mine, wanted.arrangement, &own, from, to);
        let mut seen = own.clone();
        for Stored { id, value, .. } in &others {
            let told = told.get(id).map_or(&[][..], Vec::as_slice);
            seen.extend(visits(*id, value, told, first, last));
        }
        seen.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.id, visit.given));
        let mut found = self.in_the_way(&seen, mine, &sought, travel);
        for absence in self.absences_of(&sought.supporters, from, last)? {
            for place in hit_by(&absence.value, &own) {
                let away = Hindrance::Away { supporter: absence.value.supporter.clone(), on: own[place].on() };
                if !found.contains(&away) {
                    found.push(away);
                }
            }
        }
        found.sort_by_key(|hindrance| match hindrance {
            Hindrance::Clash { on, .. } | Hindrance::Away { on, .. } => *on,
        });
        Ok(found)
    }

    /// The clashes of the planned visits, each family known to whom it may be.
    fn in_the_way(&self, seen: &[Visit<'_>], mine: ArrangementId, sought: &Sought, travel: &Travel) -> Vec<Hindrance> {
        let mut reached: HashMap<FamilyId, bool> = HashMap::new();
        let mut found = Vec::new();
        for clash in clashes(seen, travel) {
            let (first, second) = (seen[clash.first], seen[clash.second]);
            let (own, other) = if first.id == mine { (first, second) } else { (second, first) };
            let is_sought = match &clash.party {
                Party::Person(person) => sought.people.contains(person),
                Party::Supporter(_) | Party::Place(_) => true,
            };
            if own.id != mine || !own.is_ahead() || !is_sought {
                continue;
            }
            let Some(times) = span(&other) else { continue };
            let family = other.arrangement.family;
            let reaches = || self.ask_for_family(Act::ReadCases, family).is_ok();
            let known = *reached.entry(family).or_insert_with(reaches);
            found.push(Hindrance::Clash {
                party: clash.party,
                kind: clash.kind,
                on: own.on(),
                other: times,
                whose: known.then_some((family, other.arrangement.child)),
            });
        }
        found
    }

    /// Who and what planned visits take up. Somebody of another family is looked up only if they stand in the
    /// arrangement already: when somebody is busy is told to nobody who may not know them.
    fn sought(&self, wanted: Wanted<'_>) -> Result<Sought, Problem> {
        let before = stored::<Arrangement>(&self.connection, wanted.id.map(i64::from))?;
        let before = before.filter(|before| before.family == wanted.arrangement.family);
        let already = before.as_ref().map(people).unwrap_or_default();
        let mut sought = Sought::default();
        let named = people(wanted.arrangement).into_iter();
        for person in named.chain(wanted.stored.iter().flat_map(|one| one.terms.with.iter().copied())) {
            let belongs = || family_of(&self.connection, person).ok() == Some(wanted.arrangement.family);
            if already.contains(&person) || belongs() {
                sought.people.insert(person);
            }
        }
        for terms in std::iter::once(&wanted.arrangement.terms).chain(wanted.stored.iter().map(|one| &one.terms)) {
            sought.supporters.extend(terms.supporters.iter().map(|name| identity_of(name)));
            sought.places.extend(terms.place.as_deref().map(fold));
        }
        Ok(sought)
    }
}

/// The window in which others may be in the way: visits that last over nights begin before it or reach beyond it.
fn around(wanted: Wanted<'_>, from: NaiveDate, to: NaiveDate) -> (NaiveDate, NaiveDate) {
    let terms = std::iter::once(&wanted.arrangement.terms).chain(wanted.stored.iter().map(|one| &one.terms));
    let nights = terms.map(|terms| terms.nights).max().unwrap_or_default();
    let first = from.checked_sub_days(Days::new(LONGEST)).unwrap_or(NaiveDate::MIN);
    // And the day after that, for the way there.
    let last = to.checked_add_days(Days::new(u64::from(nights) + 1)).unwrap_or(NaiveDate::MAX);
    (written(first), written(last))
}

/// The arrangements named, as a condition on `a`, an alias of `arrangement`.
pub(in crate::store) const THESE: &str = "a.id IN (SELECT value FROM json_each(:ids))";

/// What is stored of their visits and has a part in the window, as a condition on `o`, an alias of `occurrence`.
pub(in crate::store) const STORED_OF_THESE: &str = "o.id IN (SELECT id FROM occurrence
              WHERE arrangement IN (SELECT value FROM json_each(:ids)) AND given BETWEEN :from AND :to
              UNION ALL SELECT id FROM occurrence
              WHERE on_day BETWEEN :from AND :to AND arrangement IN (SELECT value FROM json_each(:ids)))";

/// Who is busy with whom, by a person, a supporter or a place.
pub(in crate::store) const SHARING: [&str; 3] = [
    "SELECT id FROM arrangement WHERE child = :sought AND last_day >= :from AND from_day <= :to
     UNION ALL SELECT a.id FROM arrangement_person l JOIN arrangement a ON a.id = l.arrangement
           WHERE l.person = :sought AND a.last_day >= :from AND a.from_day <= :to
     UNION ALL SELECT o.arrangement FROM arrangement a JOIN occurrence o ON o.arrangement = a.id
           WHERE a.child = :sought AND o.on_day BETWEEN :from AND :to
     UNION ALL SELECT o.arrangement FROM occurrence_person l JOIN occurrence o ON o.id = l.occurrence
           WHERE l.person = :sought AND o.on_day BETWEEN :from AND :to",
    "SELECT a.id FROM staff s JOIN arrangement_supporter l ON l.staff = s.id JOIN arrangement a ON a.id = l.arrangement
     WHERE s.identity = :sought AND a.last_day >= :from AND a.from_day <= :to
     UNION ALL SELECT o.arrangement FROM staff s JOIN occurrence_supporter l ON l.staff = s.id
           JOIN occurrence o ON o.id = l.occurrence
           WHERE s.identity = :sought AND o.on_day BETWEEN :from AND :to",
    "SELECT id FROM arrangement WHERE place_folded = :sought AND last_day >= :from AND from_day <= :to
     UNION ALL SELECT arrangement FROM occurrence WHERE place_folded = :sought AND on_day BETWEEN :from AND :to",
];

/// The arrangements that share a person, a supporter or a place with planned visits and have any in the window.
fn sharing(connection: &Connection, sought: &Sought, window: Asked<'_>) -> Result<BTreeSet<i64>, Problem> {
    let mut found = BTreeSet::new();
    let mut ask = |sql: &str, one: &dyn ToSql| {
        let asked: Vec<(&str, &dyn ToSql)> = window.iter().copied().chain([(":sought", one)]).collect();
        reading::each(connection, sql, &asked, |row| {
            found.insert(row.get(0)?);
            Ok(())
        })
    };
    let [by_person, by_supporter, by_place] = SHARING;
    sought.people.iter().try_for_each(|person| ask(by_person, &person.0))?;
    sought.supporters.iter().try_for_each(|supporter| ask(by_supporter, supporter))?;
    sought.places.iter().try_for_each(|place| ask(by_place, place))?;
    Ok(found)
}
