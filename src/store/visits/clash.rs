//! Clashes of visits that somebody plans: the same child, adult, supporter or place wanted elsewhere, or
//! the supporter away.
//!
//! Only what shares somebody or something with the plan is read. A supporter may be wanted by a family that the planner
//! does not work with: then they are told that it is so, and when, and not by whom.

use std::collections::{BTreeSet, HashMap};

use chrono::{Days, NaiveDate, NaiveDateTime};
use rusqlite::{Connection, named_params};

use super::arrangement::people;
use super::reading::{self, all_of};
use super::{family_of, stored, written};
use crate::domain::access::Right;
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
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
    people: BTreeSet<PersonId>,
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
        whose: Option<(FamilyId, PersonId)>,
        /// Whether it is between the same people: then they meet already.
        same: bool,
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
        self.ask_for_family(Right::ReadCases, wanted.arrangement.family)?;
        let _picture = self.connection.unchecked_transaction()?;
        let sought = self.sought(wanted)?;
        let mine = wanted.id.unwrap_or(ArrangementId(0));
        let window = Window::around(wanted, from, to);
        let others = window.arrangements(&self.connection, &sought, mine)?;
        let told = window.told(&self.connection, &others)?;
        let own = wanted.stored.iter().map(|one| Occurrence { arrangement: mine, ..one.clone() }).collect::<Vec<_>>();
        let own = visits(mine, wanted.arrangement, &own, from, to);
        let mut seen = own.clone();
        for Stored { id, value, .. } in &others {
            let all = visits(*id, value, told.get(id).map_or(&[][..], Vec::as_slice), window.first, window.last);
            seen.extend(all.into_iter().filter(|visit| visit.on() >= window.near || visit.terms().nights > 0));
        }
        seen.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.id, visit.given));
        let mut found = self.in_the_way(&seen, mine, &sought, travel);
        for absence in self.absences_of(&sought.supporters, from, window.last)? {
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
            let reaches = || self.reaches(Right::ReadCases, family);
            let known = *reached.entry(family).or_insert_with(reaches);
            let met = own.terms().with.iter().any(|person| other.terms().with.contains(person));
            let same = own.arrangement.child == other.arrangement.child && met && clash.kind == ClashKind::Overlap;
            found.push(Hindrance::Clash {
                party: clash.party,
                kind: clash.kind,
                on: own.on(),
                other: times,
                whose: known.then_some((family, other.arrangement.child)),
                same,
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
            sought.places.extend(terms.place.as_ref().map(|place| fold(place.bare())));
        }
        Ok(sought)
    }
}

/// The days on which others may be in the way.
struct Window {
    /// The first on which a visit that lasts over nights may begin.
    first: NaiveDate,
    /// The first on which any other may.
    near: NaiveDate,
    last: NaiveDate,
}

impl Window {
    /// The days of planned visits, those over which they last, and a day on either side for the way.
    fn around(wanted: Wanted<'_>, from: NaiveDate, to: NaiveDate) -> Self {
        let terms = std::iter::once(&wanted.arrangement.terms).chain(wanted.stored.iter().map(|one| &one.terms));
        let nights = terms.map(|terms| terms.nights).max().unwrap_or_default();
        let before = |days| written(from.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN));
        let last = to.checked_add_days(Days::new(u64::from(nights) + 1)).unwrap_or(NaiveDate::MAX);
        Self { first: before(LONGEST), near: before(1), last: written(last) }
    }

    /// The arrangements that share a person, a supporter or a place with planned visits and may have any here.
    fn arrangements(
        &self,
        connection: &Connection,
        sought: &Sought,
        mine: ArrangementId,
    ) -> Result<Vec<Stored<Arrangement>>, Problem> {
        let people = all_of(sought.people.iter().map(|person| person.0));
        let (supporters, places) = (names_of(&sought.supporters), names_of(&sought.places));
        let asked = named_params! {
            ":people": people, ":supporters": supporters, ":places": places,
            ":first": self.first, ":near": self.near, ":last": self.last,
        };
        let mut ids = BTreeSet::new();
        reading::each(connection, SHARING, asked, |row| {
            ids.insert(row.get(0)?);
            Ok(())
        })?;
        ids.remove(&mine.0);
        reading::arrangements(connection, THESE, named_params! {":ids": all_of(ids)})
    }

    /// What is stored of their visits here, and of those over nights that begin before.
    fn told(
        &self,
        connection: &Connection,
        of: &[Stored<Arrangement>],
    ) -> Result<HashMap<ArrangementId, Vec<Occurrence>>, Problem> {
        let ids = all_of(of.iter().map(|stored| stored.id.0));
        let over_nights = of.iter().filter(|stored| stored.value.terms.nights > 0);
        let over_nights = all_of(over_nights.map(|stored| stored.id.0));
        let asked = named_params! {
            ":ids": ids, ":over_nights": over_nights,
            ":first": self.first, ":near": self.near, ":last": self.last,
        };
        let mut told: HashMap<ArrangementId, Vec<Occurrence>> = HashMap::new();
        for (_, _, one) in reading::occurrences(connection, STORED_OF_THESE, asked)? {
            told.entry(one.arrangement).or_default().push(one);
        }
        Ok(told)
    }
}

/// Names as a parameter that a query unfolds with `json_each`.
fn names_of(names: &BTreeSet<String>) -> String {
    serde_json::Value::from(names.iter().cloned().collect::<Vec<_>>()).to_string()
}

/// The arrangements named, as a condition on `a`, an alias of `arrangement`.
pub(in crate::store) const THESE: &str = "a.id IN (SELECT value FROM json_each(:ids))";

/// What is stored of their visits, as a condition on `o`, an alias of `occurrence`. Each part is found in an index
/// alone, so that no page is read and deciphered for a visit that is not wanted; the plus keeps to the index of days.
pub(in crate::store) const STORED_OF_THESE: &str = "o.id IN (SELECT id FROM occurrence
              WHERE arrangement IN (SELECT value FROM json_each(:ids)) AND given BETWEEN :near AND :last
              UNION ALL SELECT id FROM occurrence
              WHERE arrangement IN (SELECT value FROM json_each(:over_nights)) AND given BETWEEN :first AND :near
              UNION ALL SELECT id FROM occurrence WHERE on_day BETWEEN :near AND :last
                        AND +arrangement IN (SELECT value FROM json_each(:ids))
              UNION ALL SELECT id FROM occurrence WHERE nights > 0 AND on_day BETWEEN :first AND :near
                        AND +arrangement IN (SELECT value FROM json_each(:ids)))";

/// The arrangements that share somebody or something. From the days to the people and supporters of single visits, not
/// the other way: a supporter has had many more visits than there are in the window.
pub(in crate::store) const SHARING: &str = "WITH near AS MATERIALIZED (
         SELECT id, arrangement FROM occurrence WHERE on_day BETWEEN :near AND :last
         UNION ALL SELECT id, arrangement FROM occurrence WHERE nights > 0 AND on_day BETWEEN :first AND :near)
     SELECT id FROM arrangement WHERE child IN (SELECT value FROM json_each(:people))
     UNION ALL SELECT arrangement FROM arrangement_person WHERE person IN (SELECT value FROM json_each(:people))
     UNION ALL SELECT near.arrangement FROM near CROSS JOIN occurrence_person l ON l.occurrence = near.id
               WHERE l.person IN (SELECT value FROM json_each(:people))
     UNION ALL SELECT a.id FROM json_each(:supporters) j CROSS JOIN staff s ON s.identity = j.value
               CROSS JOIN arrangement_supporter l ON l.staff = s.id CROSS JOIN arrangement a ON a.id = l.arrangement
               WHERE a.last_day >= :first AND a.from_day <= :last
     UNION ALL SELECT near.arrangement FROM near CROSS JOIN occurrence_supporter l ON l.occurrence = near.id
               WHERE l.staff IN (SELECT s.id FROM json_each(:supporters) j CROSS JOIN staff s ON s.identity = j.value)
     UNION ALL SELECT id FROM arrangement
               WHERE place_folded IN (SELECT value FROM json_each(:places)) AND last_day >= :first AND from_day <= :last
     UNION ALL SELECT arrangement FROM occurrence
               WHERE place_folded IN (SELECT value FROM json_each(:places)) AND on_day BETWEEN :first AND :last";
