//! The visits of some families in a window: what a page of a list shows, or what one turn of a survey looks at.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::named_params;

use super::diary::Diary;
use super::reading::{self, all_of};
use super::{restriction, wish, written};
use crate::domain::access::Right;
use crate::domain::ids::{ArrangementId, FamilyId, OccurrenceId, RestrictionId, WishId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Occurrence, Restriction, Wish};
use crate::store::Store;
use crate::store::reached::Reached;
use crate::store::record::Stored;

/// Arrangements of some families that touch a window, as a condition on `a`.
pub(in crate::store) fn arrangements(reached: &Reached) -> String {
    format!(
        "a.family IN (SELECT value FROM json_each(:ids))
         AND ((a.last_day >= :from AND a.from_day <= :to)
              OR EXISTS (SELECT 1 FROM occurrence x WHERE x.arrangement = a.id AND x.on_day BETWEEN :from AND :to))
         AND {}",
        reached.reaches("a.family")
    )
}

/// What is stored of their visits in the window, and of those that a series gives in it, as a condition on `o`.
pub(in crate::store) const STORED: &str = "o.arrangement IN (SELECT value FROM json_each(:ids))
    AND (o.on_day BETWEEN :from AND :to OR o.given BETWEEN :from AND :to)";

/// The restrictions of some families, and of whoever has come to belong to them since.
pub(in crate::store) fn restrictions(reached: &Reached) -> String {
    format!(
        "
    SELECT r.*, (SELECT m.family FROM member m WHERE m.id = r.child) AS family_of_child FROM restriction r
    WHERE r.id IN (SELECT id FROM restriction WHERE family IN (SELECT value FROM json_each(:ids))
                   UNION SELECT x.id FROM member m JOIN restriction x ON x.child = m.id
                   WHERE m.family IN (SELECT value FROM json_each(:ids)))
      AND (r.until_day IS NULL OR r.until_day >= :from)
      AND {}
    ORDER BY r.from_day, r.id",
        reached.reaches("r.family")
    )
}

/// Their wishes that wait for an answer.
pub(in crate::store) fn wishes(reached: &Reached) -> String {
    format!(
        "SELECT r.* FROM wish r
         WHERE r.family IN (SELECT value FROM json_each(:ids)) AND r.answered_on IS NULL AND {}
         ORDER BY r.told_on, r.id",
        reached.reaches("r.family")
    )
}

/// The visits of some families as they are stored, without any names.
pub(in crate::store) struct Laid {
    pub arrangements: Vec<Stored<Arrangement>>,
    pub occurrences: BTreeMap<ArrangementId, Vec<Occurrence>>,
    restrictions: Vec<(Stored<Restriction>, Option<FamilyId>)>,
    pub wishes: Vec<Stored<Wish>>,
    /// Which arrangement and day each stored visit is of, its identity and version.
    versions: Vec<((ArrangementId, NaiveDate), (OccurrenceId, i64))>,
}

impl Laid {
    /// The restrictions that are asked for a family's visits.
    pub fn restrictions_of(&self, family: FamilyId) -> impl Iterator<Item = (RestrictionId, Restriction)> {
        let is_of = move |(stored, of_child): &&(Stored<Restriction>, Option<FamilyId>)| {
            stored.value.family == family || *of_child == Some(family)
        };
        self.restrictions.iter().filter(is_of).map(|(stored, _)| (stored.id, stored.value.clone()))
    }
}

impl Store {
    /// The diary of some families in a window, both ends included: as the whole one says it, of these alone.
    ///
    /// # Errors
    /// Refused by role.
    pub fn diary_of_families(&self, families: &[FamilyId], from: NaiveDate, to: NaiveDate) -> Result<Diary, Problem> {
        self.ask(Right::ReadCases)?;
        let _picture = self.picture()?;
        let month = self.is_any_counted()?.then(|| from.with_day(1)).flatten();
        let laid = self.visits_of_families(families, month.unwrap_or(from), to)?;
        let mut diary = Diary {
            arrangements: laid.arrangements,
            occurrences: laid.occurrences,
            versions: laid.versions.into_iter().collect(),
            restrictions: laid.restrictions.into_iter().map(|(stored, _)| stored).collect(),
            wishes: laid.wishes,
            absences: self.absences_in(from, to)?,
            ..Diary::default()
        };
        self.read_names(&mut diary)?;
        self.place_places(&mut diary)?;
        Ok(diary)
    }

    /// The visits of some families that touch a window, with what is said of their people; those that the actor does
    /// not reach are left out. Whoever calls it has asked what the actor may.
    pub(in crate::store) fn visits_of_families(
        &self,
        families: &[FamilyId],
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Laid, Problem> {
        let reached = self.reached_by(Right::ReadCases)?;
        let ids = all_of(families.iter().map(|family| family.0));
        let (from, to) = (written(from), written(to));
        let asked = named_params! {":ids": ids, ":from": from, ":to": to};
        let mut laid = Laid {
            arrangements: reading::arrangements(&self.connection, &arrangements(&reached), asked)?,
            occurrences: BTreeMap::new(),
            restrictions: Vec::new(),
            wishes: Vec::new(),
            versions: Vec::new(),
        };
        if !laid.arrangements.is_empty() {
            let own = all_of(laid.arrangements.iter().map(|stored| stored.id.0));
            let asked = named_params! {":ids": own, ":from": from, ":to": to};
            for (id, version, one) in reading::occurrences(&self.connection, STORED, asked)? {
                laid.versions.push(((one.arrangement, one.given), (id, version)));
                laid.occurrences.entry(one.arrangement).or_default().push(one);
            }
            laid.occurrences.values_mut().for_each(|stored| stored.sort_by_key(|one| one.given));
        }
        reading::each(&self.connection, &restrictions(&reached), asked, |row| {
            let (id, version) = (row.get("id")?, row.get("version")?);
            let of_child = row.get::<_, Option<i64>>("family_of_child")?.map(FamilyId);
            let mut value = restriction::read(row)?;
            restriction::read_lists(&self.connection, id, &mut value)?;
            laid.restrictions.push((Stored { id: RestrictionId(id), version, value }, of_child));
            Ok(())
        })?;
        reading::each(&self.connection, &wishes(&reached), asked, |row| {
            let (id, version) = (WishId(row.get("id")?), row.get("version")?);
            laid.wishes.push(Stored { id, version, value: wish::read(row)? });
            Ok(())
        })?;
        Ok(laid)
    }
}
