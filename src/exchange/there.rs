//! Records that the casebook has already of what a file tells, each record for one row.

use std::collections::HashMap;
use std::rc::Rc;

use super::protection::Audience;
use super::telling::Teller;
use crate::domain::entry::Draft;
use crate::domain::ids::FamilyId;
use crate::domain::noun as domain;
use crate::domain::problem::Problem;
use crate::store::{self, Listing, Store, Stored};

/// The records of a kind that the casebook has, a family at a time; each is taken for one row.
pub(super) struct There<'a, N: store::Record> {
    store: &'a Store,
    teller: Teller<'a>,
    families: HashMap<Option<FamilyId>, Untaken<N>>,
    /// By the cells of the file's columns, where nothing is kept back.
    told: HashMap<Option<FamilyId>, HashMap<Vec<String>, Vec<usize>>>,
}

/// Records that no row has told of yet; one that a row tells of is taken out.
type Untaken<N> = Vec<Option<Rc<Record<N>>>>;

pub(super) struct Record<N: store::Record> {
    pub(super) stored: Stored<N>,
    pub(super) told: Draft,
}

impl<'a, N: domain::Noun + store::Record> There<'a, N> {
    pub(super) fn new(store: &'a Store) -> Self {
        let teller = Teller::new(store, Audience::Whole);
        Self { store, teller, families: HashMap::new(), told: HashMap::new() }
    }

    /// The records of a family; of no family those that belong to none.
    pub(super) fn of(&mut self, family: Option<FamilyId>) -> Result<&mut Vec<Option<Rc<Record<N>>>>, Problem> {
        if !self.families.contains_key(&family) {
            let mut found = Vec::new();
            // A row that is of no family that there is has no record.
            if family.is_some() || N::IN_NO_FAMILY {
                let listing = Listing { family, ..Listing::default() };
                let teller = &self.teller;
                self.store.each::<N>(&listing, &mut |of| {
                    let is_meant = family.is_some() || of.family.id == FamilyId(0);
                    if is_meant {
                        let told = teller.row(&of.family, &of.value.value)?;
                        found.push(Some(Rc::new(Record { stored: of.value, told })));
                    }
                    Ok(())
                })?;
            }
            self.families.insert(family, found);
        }
        Ok(self.families.entry(family).or_default())
    }

    /// Whether a row tells a record just as it stands; that one is taken then. What is kept back agrees with anything.
    pub(super) fn stands(
        &mut self,
        family: Option<FamilyId>,
        header: &[String],
        draft: &Draft,
        stars: &[&'static str],
    ) -> Result<bool, Problem> {
        let cells = |of: &Draft| header.iter().map(|column| of.get(column).to_owned()).collect::<Vec<String>>();
        self.of(family)?;
        let Some(records) = self.families.get_mut(&family) else { return Ok(false) };
        let told = self.told.entry(family).or_insert_with(|| {
            let mut told: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
            for (place, record) in records.iter().enumerate().rev() {
                if let Some(record) = record {
                    told.entry(cells(&record.told)).or_default().push(place);
                }
            }
            told
        });
        if stars.is_empty() {
            let places = told.get_mut(&cells(draft)).map(std::mem::take).unwrap_or_default();
            let mut rest = places;
            while let Some(place) = rest.pop() {
                if records[place].take().is_some() {
                    told.insert(cells(draft), rest);
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let agrees = |record: &Rc<Record<N>>| {
            let same = |column: &String| {
                // Nothing is not kept back: what is missing stays missing.
                let told = record.told.get(column);
                if stars.contains(&column.as_str()) { !told.is_empty() } else { told == draft.get(column) }
            };
            header.iter().all(same)
        };
        let found = records.iter().position(|record| record.as_ref().is_some_and(agrees));
        Ok(found.is_some_and(|place| records[place].take().is_some()))
    }

    /// Whether there is a record that says the same; it is taken then.
    pub(super) fn equal(&mut self, family: Option<FamilyId>, value: &N) -> Result<bool, Problem> {
        Ok(self.take(family, |stored| stored.value == *value)?.is_some())
    }

    /// Takes a record, with its row.
    pub(super) fn take(
        &mut self,
        family: Option<FamilyId>,
        is: impl Fn(&Stored<N>) -> bool,
    ) -> Result<Option<(Stored<N>, Draft)>, Problem> {
        let records = self.of(family)?;
        let place = records.iter().position(|record| record.as_ref().is_some_and(|record| is(&record.stored)));
        let found = place.and_then(|place| records[place].take());
        Ok(found.map(|record| (record.stored.clone(), record.told.clone())))
    }
}
