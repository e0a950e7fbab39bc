//! Correcting a record with a trace: some of its fields are said anew, in the exact forms of files; what stood there
//! stays in the journal, with why it was corrected and who asked.

use chrono::NaiveDate;

use super::Noun;
use super::protection::Audience;
use super::telling::Teller;
use crate::domain::directory::FamilyName;
use crate::domain::entry::Fault;
use crate::domain::family::Family;
use crate::domain::ids::FamilyId;
use crate::domain::noun::{self as domain, With, every_noun, read_row};
use crate::domain::problem::{Kind, Problem};
use crate::store::{Correction, Record, Saving, Store};

/// What is said anew: a column and what is to stand there.
pub type Anew<'a> = &'a [(&'a str, &'a str)];

/// Corrects a record of a kind, by its number. Every fault of what was said is gathered.
///
/// # Errors
/// Refused by role or family; no such record or column; a kind that is not told a record a row; somebody saved it
/// first.
pub fn correct(
    store: &Store,
    noun: Noun,
    id: i64,
    anew: Anew<'_>,
    why: &Correction,
    today: NaiveDate,
) -> Result<Result<(), Vec<Fault>>, Problem> {
    macro_rules! by_noun {
        (
            rows { $($kind:ident $file:ident $id:ident: $noun:ty,)* }
            apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
        ) => {
            match noun {
                $(Noun::$kind => record::<$noun>(store, id, anew, why, today),)*
                Noun::Arrangements | Noun::Visits | Noun::Accounts | Noun::Preparations | Noun::Measurements => {
                    Err(Problem::new(Kind::Usage, "not-corrected-so").with("kind", noun.name()))
                }
            }
        };
    }
    every_noun!(by_noun)
}

fn record<N: domain::Noun + Record>(
    store: &Store,
    id: i64,
    anew: Anew<'_>,
    why: &Correction,
    today: NaiveDate,
) -> Result<Result<(), Vec<Fault>>, Problem> {
    let stored = store.get::<N>(id.into())?;
    let family = match store.family_of_record::<N>(id)? {
        Some(family) => {
            FamilyName { id: family, case_ref: store.get::<Family>(family)?.value.case_ref, name: String::new() }
        }
        None => FamilyName { id: FamilyId(0), case_ref: String::new(), name: String::new() },
    };
    // Nothing of this is shown: what is kept back from files must stand in the record as it stood.
    let mut draft = Teller::new(store, Audience::Whole).row(&family, &stored.value)?;
    for (column, text) in anew {
        if N::COLUMNS.field(column).is_none() {
            return Err(Problem::new(Kind::Usage, "no-such-column").with("column", *column));
        }
        draft.set(column, (*text).to_owned());
    }
    let by = store.actor().name.clone();
    match read_row::<N>(&draft, today, &With { names: store, by: &by, old: Some(&stored.value) })? {
        Err(faults) => Ok(Err(faults)),
        Ok(value) => match store.correct(stored.id, stored.version, &value, why)? {
            Saving::Saved(_) => Ok(Ok(())),
            Saving::Newer(_) => Err(Problem::new(Kind::Conflict, "corrected-meanwhile")),
        },
    }
}
