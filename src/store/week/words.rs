//! The stretches in which a child that goes to visits had no word, for duties.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::case_queries::WORDS;
use super::cases::Cases;
use crate::domain::deadlines::{Wait, Waiting};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::figures::WORD_DAYS;
use crate::store::Store;
use crate::store::coded::Dated;
use crate::store::visits::reading;

impl Store {
    /// The stretches between a child's words on its visits: from a word, or the first visit, to the next word.
    pub(super) fn read_words(&self, ids: &str, today: NaiveDate, cases: &mut Cases) -> Result<(), Problem> {
        let mut open: HashMap<PersonId, (FamilyId, NaiveDate, u32)> = HashMap::new();
        reading::each(&self.connection, WORDS, named_params! {":ids": ids, ":today": today}, |row| {
            let (family, child) = (FamilyId(row.get(0)?), PersonId(row.get(1)?));
            let (on, word) = (row.get::<_, Dated>(2)?.0, row.get::<_, bool>(3)?);
            let stretch = open.entry(child).or_insert((family, on, 0));
            if word {
                let (_, from, visits) = std::mem::replace(stretch, (family, on, 0));
                let long = (on - from).num_days() > i64::try_from(WORD_DAYS).unwrap_or(i64::MAX);
                if visits > 0 && long {
                    cases.of(family, |case| case.waiting.push(word_of(child, from, vec![on])));
                }
            } else {
                stretch.2 += 1;
            }
            Ok(())
        })?;
        for (child, (family, from, visits)) in open {
            if visits > 0 {
                cases.of(family, |case| case.waiting.push(word_of(child, from, Vec::new())));
            }
        }
        Ok(())
    }
}

fn word_of(child: PersonId, from: NaiveDate, met_on: Vec<NaiveDate>) -> Waiting {
    Waiting { what: Wait::Word, record: 0, person: Some(child), from, until: None, met_on, within: None }
}
