//! The diary: arrangements with what is stored of their visits, and all that says something of them, read at once.
//!
//! Of one family all of it is read; of everybody's what a window needs. It is plain data: whoever looks lays the visits
//! over it with [`Diary::visits`].

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::{ToSql, named_params};

use super::{absences, arrangements, ladder_moves, occurrences, restrictions, wishes};
use crate::domain::access::Act;
use crate::domain::codes::MemberRole;
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::ids::{ArrangementId, FamilyId, LadderMoveId, MemberId, OccurrenceId, RestrictionId, WishId};
use crate::domain::problem::Problem;
use crate::domain::visit::clash::Absence;
use crate::domain::visit::{Arrangement, LadderMove, Occurrence, Restriction, Visit, Wish, visits};
use crate::store::Store;
use crate::store::coded::Coded;
use crate::store::record::Stored;

/// Whose visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiaryOf {
    /// Those of every family that one reaches, as far as they touch a window.
    Everybody,
    /// All those of one family.
    Family(FamilyId),
}

/// Names that the diary's records need.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// Families.
    pub families: HashMap<FamilyId, FamilyName>,
    /// People who are met.
    pub people: HashMap<MemberId, MemberName>,
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

    /// What somebody is called.
    pub fn name(&self, person: MemberId) -> &str {
        self.known.people.get(&person).map_or("", |known| known.given_name.as_str())
    }

    /// What a family is called.
    pub fn family(&self, family: FamilyId) -> &str {
        self.known.families.get(&family).map_or("", |known| known.name.as_str())
    }
}

/// The arrangements asked for, as a condition on `a`, an alias of `arrangement`.
fn whose(of: DiaryOf) -> &'static str {
    match of {
        DiaryOf::Family(_) => "a.family = :family",
        DiaryOf::Everybody => {
            "a.id IN (SELECT id FROM arrangement WHERE last_day >= :from AND from_day <= :to
                      UNION SELECT arrangement FROM occurrence WHERE on_day BETWEEN :from AND :to)
             AND (:staff IS NULL
                  OR EXISTS (SELECT 1 FROM family_support t WHERE t.family = a.family AND t.staff = :staff))"
        }
    }
}

/// What is stored of visits in the window, as a condition on `o`, an alias of `occurrence`.
fn in_window(of: DiaryOf) -> &'static str {
    match of {
        DiaryOf::Family(_) => "TRUE",
        DiaryOf::Everybody => "(o.on_day BETWEEN :from AND :to OR o.given BETWEEN :from AND :to)",
    }
}

/// The same families, as a condition on `r`, which has a family.
const OF_FAMILIES: &str = "(:family IS NULL OR r.family = :family)
    AND (:staff IS NULL OR EXISTS (SELECT 1 FROM family_support t WHERE t.family = r.family AND t.staff = :staff))";

/// What is asked for, as parameters.
struct Asked {
    of: DiaryOf,
    family: Option<i64>,
    staff: Option<i64>,
    from: NaiveDate,
    to: NaiveDate,
}

impl Store {
    /// Reads the diary of a window, both ends included.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn diary(&self, of: DiaryOf, from: NaiveDate, to: NaiveDate) -> Result<Diary, Problem> {
        let reach = self.ask(Act::ReadCases)?;
        let family = match of {
            DiaryOf::Family(family) => {
                self.ask_for_family(Act::ReadCases, family)?;
                Some(family.0)
            }
            DiaryOf::Everybody => None,
        };
        let staff = if family.is_some() { None } else { self.only_for(reach) };
        let asked = Asked { of, family, staff, from, to };
        // One picture of the casebook: a colleague's change is seen whole or not at all.
        let _picture = self.connection.unchecked_transaction()?;
        let mut diary = Diary::default();
        self.read_arrangements(&asked, &mut diary)?;
        self.read_occurrences(&asked, &mut diary)?;
        self.read_restrictions(&asked, &mut diary)?;
        self.read_wishes(&asked, &mut diary)?;
        self.read_moves(&asked, &mut diary)?;
        diary.absences = self.absences(from, to)?;
        Ok(diary)
    }

    fn each_asked(
        &self,
        sql: &str,
        asked: &Asked,
        mut each: impl FnMut(&rusqlite::Row<'_>) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let all: &[(&str, &dyn ToSql)] = named_params! {
            ":family": asked.family, ":staff": asked.staff, ":from": asked.from, ":to": asked.to,
        };
        for (name, value) in all {
            if let Some(place) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(place, value)?;
            }
        }
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            each(row)?;
        }
        Ok(())
    }

    fn read_arrangements(&self, asked: &Asked, diary: &mut Diary) -> Result<(), Problem> {
        let whose = whose(asked.of);
        let columns: String =
            arrangements::columns().replace("id, version, family, child", "a.id, a.version, a.family, child");
        let sql = format!(
            "SELECT {columns}, f.name, f.case_ref, m.ref, m.given_name, m.role
             FROM arrangement a JOIN family f ON f.id = a.family JOIN member m ON m.id = a.child
             WHERE {whose} ORDER BY a.id"
        );
        self.each_asked(&sql, asked, |row| {
            let (id, version, value) = arrangements::read(row)?;
            let places = row.as_ref().column_count();
            let family = value.family;
            if !diary.known.families.contains_key(&family) {
                let name = FamilyName { id: family, name: row.get(places - 5)?, case_ref: row.get(places - 4)? };
                diary.known.families.insert(family, name);
            }
            know(diary, value.child, row, places - 3)?;
            diary.arrangements.push(Stored { id, version, value });
            Ok(())
        })?;
        let sql = format!(
            "SELECT l.arrangement, l.person, m.ref, m.given_name, m.role
             FROM arrangement a JOIN arrangement_person l ON l.arrangement = a.id JOIN member m ON m.id = l.person
             WHERE {whose} ORDER BY l.arrangement, l.place"
        );
        self.each_asked(&sql, asked, |row| {
            let person = MemberId(row.get(1)?);
            know(diary, person, row, 2)?;
            if let Some(arrangement) = find(&mut diary.arrangements, row.get(0)?) {
                arrangement.terms.with.push(person);
            }
            Ok(())
        })?;
        let sql = format!(
            "SELECT l.arrangement, s.name
             FROM arrangement a JOIN arrangement_supporter l ON l.arrangement = a.id JOIN staff s ON s.id = l.staff
             WHERE {whose} ORDER BY l.arrangement, l.place"
        );
        self.each_asked(&sql, asked, |row| {
            if let Some(arrangement) = find(&mut diary.arrangements, row.get(0)?) {
                arrangement.terms.supporters.push(row.get(1)?);
            }
            Ok(())
        })
    }

    fn read_occurrences(&self, asked: &Asked, diary: &mut Diary) -> Result<(), Problem> {
        let columns = occurrences::columns("o");
        let these = format!("{} AND {}", whose(asked.of), in_window(asked.of));
        let mut found: BTreeMap<i64, Occurrence> = BTreeMap::new();
        let sql =
            format!("SELECT {columns} FROM arrangement a JOIN occurrence o ON o.arrangement = a.id WHERE {these}");
        self.each_asked(&sql, asked, |row| {
            let (id, version, occurrence) = occurrences::read(row)?;
            diary.versions.insert((occurrence.arrangement, occurrence.given), (id, version));
            found.insert(id.0, occurrence);
            Ok(())
        })?;
        let linked = |table: &str, thing: &str| {
            format!(
                "SELECT l.occurrence, {thing}, m.ref, m.given_name, m.role
                 FROM arrangement a JOIN occurrence o ON o.arrangement = a.id JOIN {table} l ON l.occurrence = o.id
                      JOIN member m ON m.id = l.person
                 WHERE {these} ORDER BY l.occurrence, l.place"
            )
        };
        self.each_asked(&linked("occurrence_person", "l.person"), asked, |row| {
            let person = MemberId(row.get(1)?);
            know(diary, person, row, 2)?;
            found.entry(row.get(0)?).and_modify(|of| of.terms.with.push(person));
            Ok(())
        })?;
        self.each_asked(&linked("occurrence_came", "l.person"), asked, |row| {
            let person = MemberId(row.get(1)?);
            know(diary, person, row, 2)?;
            found.entry(row.get(0)?).and_modify(|of| of.during.came.push(person));
            Ok(())
        })?;
        let sql = format!(
            "SELECT l.occurrence, s.name
             FROM arrangement a JOIN occurrence o ON o.arrangement = a.id
                  JOIN occurrence_supporter l ON l.occurrence = o.id JOIN staff s ON s.id = l.staff
             WHERE {these} ORDER BY l.occurrence, l.place"
        );
        self.each_asked(&sql, asked, |row| {
            let name: String = row.get(1)?;
            found.entry(row.get(0)?).and_modify(|of| of.terms.supporters.push(name));
            Ok(())
        })?;
        for occurrence in found.into_values() {
            diary.occurrences.entry(occurrence.arrangement).or_default().push(occurrence);
        }
        for stored in diary.occurrences.values_mut() {
            stored.sort_by_key(|one| one.given);
        }
        Ok(())
    }

    fn read_restrictions(&self, asked: &Asked, diary: &mut Diary) -> Result<(), Problem> {
        let holding = match asked.of {
            DiaryOf::Family(_) => "TRUE",
            DiaryOf::Everybody => "(r.until_day IS NULL OR r.until_day >= :from)",
        };
        let sql = format!(
            "SELECT r.*, f.name, f.case_ref, m.ref, m.given_name, m.role
             FROM restriction r JOIN family f ON f.id = r.family JOIN member m ON m.id = r.child
             WHERE {OF_FAMILIES} AND {holding} ORDER BY r.from_day, r.id"
        );
        self.each_asked(&sql, asked, |row| {
            let id = row.get("id")?;
            let mut value = restrictions::read(row)?;
            restrictions::read_lists(&self.connection, id, &mut value)?;
            let places = row.as_ref().column_count();
            let name = FamilyName { id: value.family, name: row.get(places - 5)?, case_ref: row.get(places - 4)? };
            diary.known.families.insert(value.family, name);
            know(diary, value.child, row, places - 3)?;
            self.know_all(diary, &value.with)?;
            diary.restrictions.push(Stored { id: RestrictionId(id), version: row.get("version")?, value });
            Ok(())
        })
    }

    fn read_wishes(&self, asked: &Asked, diary: &mut Diary) -> Result<(), Problem> {
        let waiting = match asked.of {
            DiaryOf::Family(_) => "TRUE",
            DiaryOf::Everybody => "r.answered_on IS NULL",
        };
        let sql = format!(
            "SELECT r.*, f.name, f.case_ref, m.ref, m.given_name, m.role
             FROM wish r JOIN family f ON f.id = r.family JOIN member m ON m.id = r.child
             WHERE {OF_FAMILIES} AND {waiting} ORDER BY r.told_on, r.id"
        );
        self.each_asked(&sql, asked, |row| {
            let value = wishes::read(row)?;
            let places = row.as_ref().column_count();
            let name = FamilyName { id: value.family, name: row.get(places - 5)?, case_ref: row.get(places - 4)? };
            diary.known.families.insert(value.family, name);
            know(diary, value.child, row, places - 3)?;
            self.know_all(diary, &[value.by])?;
            diary.wishes.push(Stored { id: WishId(row.get("id")?), version: row.get("version")?, value });
            Ok(())
        })
    }

    fn read_moves(&self, asked: &Asked, diary: &mut Diary) -> Result<(), Problem> {
        let DiaryOf::Family(_) = asked.of else { return Ok(()) };
        let sql = "SELECT l.* FROM member m JOIN ladder_move l ON l.child = m.id
                   WHERE m.family = :family ORDER BY l.on_day, l.id";
        self.each_asked(sql, asked, |row| {
            let value = ladder_moves::read(row)?;
            self.know_all(diary, &[value.child, value.with])?;
            diary.moves.push(Stored { id: LadderMoveId(row.get("id")?), version: row.get("version")?, value });
            Ok(())
        })
    }

    /// Absences of supporters that reach into a window, both ends included.
    ///
    /// # Errors
    /// Refused by role.
    pub fn absences(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Stored<Absence>>, Problem> {
        self.ask(Act::ReadCases)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT a.id, a.version, s.name, a.from_at, a.until_at, a.calendar_uid
             FROM absence a JOIN staff s ON s.id = a.staff
             WHERE a.until_at > :from AND a.from_at < :to ORDER BY a.from_at, a.id",
        )?;
        let (from, to) = (from.to_string(), to.succ_opt().unwrap_or(to).to_string());
        let rows = statement.query_map(named_params! {":from": from, ":to": to}, absences::read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn know_all(&self, diary: &mut Diary, people: &[MemberId]) -> Result<(), Problem> {
        let mut statement =
            self.connection.prepare_cached("SELECT ref, given_name, role FROM member WHERE id = :id")?;
        for person in people {
            let mut rows = statement.query(named_params! {":id": person.0})?;
            if let Some(row) = rows.next()? {
                know(diary, *person, row, 0)?;
            }
        }
        Ok(())
    }
}

fn find(arrangements: &mut [Stored<Arrangement>], id: i64) -> Option<&mut Arrangement> {
    let place = arrangements.binary_search_by_key(&id, |stored| stored.id.0).ok()?;
    arrangements.get_mut(place).map(|stored| &mut stored.value)
}

/// Remembers what somebody is called, from three cells of a row: reference, given name, role.
fn know(diary: &mut Diary, person: MemberId, row: &rusqlite::Row<'_>, first: usize) -> Result<(), Problem> {
    if diary.known.people.contains_key(&person) {
        return Ok(());
    }
    let role = row.get::<_, Coded<MemberRole>>(first + 2)?.0;
    let known = MemberName { id: person, reference: row.get(first)?, given_name: row.get(first + 1)?, role };
    diary.known.people.insert(person, known);
    Ok(())
}
