//! The diary: arrangements with what is stored of their visits, and all that says something of them, read at once.
//!
//! Of one family all of it is read; of everybody's what a window needs. It is plain data: whoever looks lays the visits
//! over it with [`Diary::visits`].

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use rusqlite::named_params;

use super::reading::{self, Asked, all_of};
use super::{ladder_move, restriction, wish, written};
use crate::domain::access::Right;
use crate::domain::codes::{MemberRole, RestrictionKind};
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::discretion::{PersonName, Setting};
use crate::domain::ids::{ArrangementId, FamilyId, LadderMoveId, OccurrenceId, PersonId, RestrictionId, WishId};
use crate::domain::problem::Problem;
use crate::domain::visit::Absence;
use crate::domain::visit::together::stopped;
use crate::domain::visit::{Arrangement, Breach, LadderMove, Occurrence, Restriction, Visit, Wish, visits};
use crate::store::Store;
use crate::store::coded::Coded;
use crate::store::reached::Reached;
use crate::store::record::Stored;
use crate::store::standing::place_of;
use crate::store::visits::change::VisitSeen;

/// Whose visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiaryOf {
    /// Those of every family that one reaches, as far as they touch a window.
    Everybody,
    /// Those of the families whose support team one belongs to, as far as they touch a window.
    Mine,
    /// All those of one family.
    Family(FamilyId),
}

/// Names that the diary's records need.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// Families.
    pub families: HashMap<FamilyId, FamilyName>,
    /// People who are met.
    pub people: HashMap<PersonId, MemberName>,
}

/// The diary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diary {
    /// The arrangements, by identity.
    pub arrangements: Vec<Stored<Arrangement>>,
    /// What is stored of their visits, by the days that the series gave.
    pub occurrences: BTreeMap<ArrangementId, Vec<Occurrence>>,
    /// Identity and version of what is stored.
    pub versions: HashMap<(ArrangementId, NaiveDate), (OccurrenceId, i64)>,
    /// Restrictions.
    pub restrictions: Vec<Stored<Restriction>>,
    /// Wishes.
    pub wishes: Vec<Stored<Wish>>,
    /// Moves on the ladder, oldest first; only of one family.
    pub moves: Vec<Stored<LadderMove>>,
    /// Absences of supporters that reach into the window.
    pub absences: Vec<Stored<Absence>>,
    /// Names.
    pub known: Known,
}

impl Diary {
    /// What is stored of an arrangement's visits.
    pub fn stored(&self, id: ArrangementId) -> &[Occurrence] {
        self.occurrences.get(&id).map_or(&[], Vec::as_slice)
    }

    /// An arrangement.
    pub fn arrangement(&self, id: ArrangementId) -> Option<&Stored<Arrangement>> {
        let place = self.arrangements.binary_search_by_key(&id, |stored| stored.id).ok()?;
        self.arrangements.get(place)
    }

    /// The visits of a window, both ends included, by day and time.
    pub fn visits(&self, from: NaiveDate, to: NaiveDate) -> Vec<Visit<'_>> {
        let mut all = Vec::new();
        for stored in &self.arrangements {
            all.extend(visits(stored.id, &stored.value, self.stored(stored.id), from, to));
        }
        all.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.id, visit.given));
        all
    }

    /// The visits of a window, both ends included, that restrictions stop: by which, and why. Whole months are looked
    /// at, for some restrictions count them.
    pub fn stopped(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> HashMap<(ArrangementId, NaiveDate), (RestrictionId, Breach)> {
        let mut found = HashMap::new();
        if self.restrictions.is_empty() {
            return found;
        }
        let restrictions: Vec<Restriction> = self.restrictions.iter().map(|stored| stored.value.clone()).collect();
        let visits = self.visits(from.with_day(1).unwrap_or(from), to);
        for hit in stopped(&visits, &restrictions).into_iter().filter(|hit| visits[hit.visit].on() >= from) {
            let visit = &visits[hit.visit];
            let by = (self.restrictions[hit.restriction].id, hit.breach);
            found.entry((visit.id, visit.given)).or_insert(by);
        }
        found
    }

    /// Whether a restriction stops any contact of a child with somebody on a day.
    pub fn is_stopped(&self, child: PersonId, with: PersonId, day: NaiveDate) -> bool {
        self.restrictions.iter().map(|stored| &stored.value).any(|one| {
            one.kind == RestrictionKind::Stopped && one.pair(day, &[child, with]).is_some_and(|pair| pair.0 == child)
        })
    }

    /// What a visit is now, for whoever writes it (see `Store::write_visit`).
    pub fn seen(&self, id: ArrangementId, given: NaiveDate) -> VisitSeen {
        let arrangement = || self.arrangement(id).map_or(0, |stored| stored.version);
        let stored = self.versions.get(&(id, given));
        stored.map_or_else(|| VisitSeen::Given(arrangement()), |(_, version)| VisitSeen::Stored(*version))
    }

    /// What somebody is called.
    pub fn name(&self, person: PersonId) -> &PersonName {
        static NOBODY: LazyLock<PersonName> = LazyLock::new(PersonName::default);
        self.known.people.get(&person).map_or(&NOBODY, |known| &known.given_name)
    }

    /// What somebody is called in a setting.
    pub fn called(&self, person: PersonId, setting: Setting) -> String {
        self.name(person).shown(setting)
    }

    /// Whether somebody is a child of a family.
    pub fn is_child(&self, person: PersonId) -> bool {
        self.known.people.get(&person).is_some_and(|known| known.role == MemberRole::Child)
    }

    /// What a family is called.
    pub fn family(&self, family: FamilyId) -> &str {
        self.known.families.get(&family).map_or("", |known| known.name.as_str())
    }

    /// What the unit's reference of a family is.
    pub fn case_ref(&self, family: FamilyId) -> &str {
        self.known.families.get(&family).map_or("", |known| known.case_ref.as_str())
    }
}

/// The arrangements asked for, as a condition on `a`, an alias of `arrangement`.
pub(in crate::store) fn whose(of: DiaryOf, reached: &Reached) -> String {
    match of {
        DiaryOf::Family(_) => "a.family = :family".to_owned(),
        DiaryOf::Everybody | DiaryOf::Mine => format!(
            "a.id IN (SELECT id FROM arrangement WHERE last_day >= :from AND from_day <= :to
                      UNION ALL SELECT arrangement FROM occurrence WHERE on_day BETWEEN :from AND :to)
             AND {}",
            reached.reaches("a.family")
        ),
    }
}

/// What is asked for of the stored visits, as a condition on `o`, an alias of `occurrence`: of everybody's those that
/// are in the window, and those that a series gives in it and that are elsewhere now.
pub(in crate::store) fn stored_of(of: DiaryOf, reached: &Reached) -> String {
    match of {
        DiaryOf::Family(_) => "o.id IN (SELECT x.id FROM arrangement a JOIN occurrence x ON x.arrangement = a.id
                      WHERE a.family = :family)"
            .to_owned(),
        DiaryOf::Everybody | DiaryOf::Mine => {
            let whose = if reached.is_all() {
                String::new()
            } else {
                let reaches = reached.reaches("a.family");
                format!(" AND EXISTS (SELECT 1 FROM arrangement a WHERE a.id = o.arrangement AND {reaches})")
            };
            format!(
                "o.id IN (SELECT id FROM occurrence WHERE on_day BETWEEN :from AND :to
                      UNION ALL SELECT id FROM occurrence WHERE given BETWEEN :from AND :to){whose}"
            )
        }
    }
}

/// The families asked for, as a condition on `r`, which has a family.
fn families_of(of: DiaryOf, reached: &Reached) -> String {
    match of {
        DiaryOf::Family(_) => "r.family = :family".to_owned(),
        DiaryOf::Everybody | DiaryOf::Mine => reached.reaches("r.family"),
    }
}

impl Store {
    /// Reads the diary of a window, both ends included.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn diary(&self, of: DiaryOf, from: NaiveDate, to: NaiveDate) -> Result<Diary, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let (family, reached) = match of {
            DiaryOf::Family(family) => {
                self.ask_for_family(Right::ReadCases, family)?;
                (Some(family.0), reached)
            }
            DiaryOf::Everybody => (None, reached),
            DiaryOf::Mine => (None, reached.mine()),
        };
        let month = self.is_any_counted()?.then(|| from.with_day(1)).flatten();
        let (first, last) = (written(month.unwrap_or(from)), written(to));
        let asked: Asked<'_> = named_params! {":family": family, ":from": first, ":to": last};
        let _picture = self.picture()?;
        let mut diary = Diary {
            arrangements: reading::arrangements(&self.connection, &whose(of, &reached), asked)?,
            absences: self.absences(from, to)?,
            ..Diary::default()
        };
        for (id, version, one) in reading::occurrences(&self.connection, &stored_of(of, &reached), asked)? {
            // One that is elsewhere now may be of a series that has no part in the window.
            if diary.arrangement(one.arrangement).is_some() {
                diary.versions.insert((one.arrangement, one.given), (id, version));
                diary.occurrences.entry(one.arrangement).or_default().push(one);
            }
        }
        for stored in diary.occurrences.values_mut() {
            stored.sort_by_key(|one| one.given);
        }
        self.read_restrictions(of, &reached, asked, &mut diary)?;
        self.read_wishes(of, &reached, asked, &mut diary)?;
        self.read_moves(of, asked, &mut diary)?;
        self.read_names(&mut diary)?;
        self.place_places(&mut diary)?;
        Ok(diary)
    }

    /// Learns when the places of visits are kept back.
    pub(super) fn place_places(&self, diary: &mut Diary) -> Result<(), Problem> {
        for Stored { id, value, .. } in &mut diary.arrangements {
            let household = self.household_of(value.family)?;
            let child = value.child;
            place_of(&household, child, &mut value.terms);
            let stored = diary.occurrences.get_mut(id).into_iter().flatten();
            stored.for_each(|one| place_of(&household, child, &mut one.terms));
        }
        Ok(())
    }

    /// Whether any restriction counts the visits of a month: then a window begins with its month.
    pub(super) fn is_any_counted(&self) -> Result<bool, Problem> {
        let mut rows =
            self.connection.prepare_cached("SELECT 1 FROM restriction WHERE most_a_month IS NOT NULL LIMIT 1")?;
        Ok(rows.exists([])?)
    }

    fn read_restrictions(
        &self,
        of: DiaryOf,
        reached: &Reached,
        asked: Asked<'_>,
        diary: &mut Diary,
    ) -> Result<(), Problem> {
        let holding = match of {
            DiaryOf::Family(_) => "TRUE",
            DiaryOf::Everybody | DiaryOf::Mine => "(r.until_day IS NULL OR r.until_day >= :from)",
        };
        let families = families_of(of, reached);
        let sql = format!("SELECT r.* FROM restriction r WHERE {families} AND {holding} ORDER BY r.from_day, r.id");
        reading::each(&self.connection, &sql, asked, |row| {
            let (id, version) = (row.get("id")?, row.get("version")?);
            let mut value = restriction::read(row)?;
            restriction::read_lists(&self.connection, id, &mut value)?;
            diary.restrictions.push(Stored { id: RestrictionId(id), version, value });
            Ok(())
        })
    }

    fn read_wishes(&self, of: DiaryOf, reached: &Reached, asked: Asked<'_>, diary: &mut Diary) -> Result<(), Problem> {
        let waiting = match of {
            DiaryOf::Family(_) => "TRUE",
            DiaryOf::Everybody | DiaryOf::Mine => "r.answered_on IS NULL",
        };
        let families = families_of(of, reached);
        let sql = format!("SELECT r.* FROM wish r WHERE {families} AND {waiting} ORDER BY r.told_on, r.id");
        reading::each(&self.connection, &sql, asked, |row| {
            let (id, version) = (WishId(row.get("id")?), row.get("version")?);
            diary.wishes.push(Stored { id, version, value: wish::read(row)? });
            Ok(())
        })
    }

    fn read_moves(&self, of: DiaryOf, asked: Asked<'_>, diary: &mut Diary) -> Result<(), Problem> {
        let DiaryOf::Family(_) = of else { return Ok(()) };
        let sql = "SELECT l.* FROM member m JOIN ladder_move l ON l.child = m.id
                   WHERE m.family = :family ORDER BY l.on_day, l.id";
        reading::each(&self.connection, sql, asked, |row| {
            let (id, version) = (LadderMoveId(row.get("id")?), row.get("version")?);
            diary.moves.push(Stored { id, version, value: ladder_move::read(row)? });
            Ok(())
        })
    }

    /// The names of all whom the diary's records are about.
    pub(super) fn read_names(&self, diary: &mut Diary) -> Result<(), Problem> {
        let (mut people, mut families) = (Vec::new(), Vec::new());
        for Stored { value, .. } in &diary.arrangements {
            families.push(value.family.0);
            people.push(value.child);
            people.extend(&value.terms.with);
        }
        for one in diary.occurrences.values().flatten() {
            people.extend(one.terms.with.iter().chain(&one.during.came));
        }
        for Stored { value, .. } in &diary.restrictions {
            families.push(value.family.0);
            people.push(value.child);
            people.extend(&value.with);
        }
        for Stored { value, .. } in &diary.wishes {
            families.push(value.family.0);
            people.extend([value.child, value.by]);
        }
        for Stored { value, .. } in &diary.moves {
            people.extend([value.child, value.with]);
        }
        families.sort_unstable();
        families.dedup();
        people.sort_unstable();
        people.dedup();
        let known = &mut diary.known;
        known.families.reserve(families.len());
        let sql = "SELECT id, name, case_ref FROM family WHERE id IN (SELECT value FROM json_each(:ids))";
        reading::each(&self.connection, sql, named_params! {":ids": all_of(families)}, |row| {
            let name = FamilyName { id: FamilyId(row.get(0)?), name: row.get(1)?, case_ref: row.get(2)? };
            known.families.insert(name.id, name);
            Ok(())
        })?;
        known.people.reserve(people.len());
        self.know(&known.families.keys().copied().collect::<Vec<_>>())?;
        let people = all_of(people.into_iter().map(|person| person.0));
        let sql =
            "SELECT id, ref, given_name, role, family FROM member WHERE id IN (SELECT value FROM json_each(:ids))";
        reading::each(&self.connection, sql, named_params! {":ids": people}, |row| {
            let (id, role) = (PersonId(row.get(0)?), row.get::<_, Coded<MemberRole>>(3)?.0);
            let given_name = self.placed(FamilyId(row.get(4)?), id, &row.get(2)?)?;
            let name = MemberName { id, reference: row.get(1)?, given_name, role };
            known.people.insert(id, name);
            Ok(())
        })
    }
}
