//! Many records that are read, printed or taken out at once. The families that they are of are found before any of
//! them is shown, and named in one row.

mod given;

use std::collections::BTreeSet;

use rusqlite::{ToSql, named_params};
use serde_json::Value;

use super::Look;
use crate::domain::access::Right;
use crate::domain::codes::AccessAct;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::listed;
use crate::store::listing::Listing;
use crate::store::reached::Reached;

pub use given::{EnterRow, ToEnter};

/// Most signs of a reason.
const REASON: usize = 200;

/// Records that are about to be shown or to leave the house.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lot<'a> {
    /// What the journal calls them.
    pub kind: &'static str,
    /// The kind of record that says whose they are; where none does, only the family of the listing is named.
    pub of: Option<NounKind>,
    /// Which of them.
    pub listing: Listing,
    /// Whom they are for, if for one person.
    pub to_one: Option<PersonId>,
    /// Why, where somebody says so.
    pub reason: Option<&'a str>,
}

impl Lot<'_> {
    /// Records of a kind, of one family or of all.
    pub fn new(kind: &'static str, family: Option<FamilyId>) -> Self {
        Self { kind, listing: Listing { family, ..Listing::default() }, ..Self::default() }
    }
}

impl Store {
    /// Journals that records were listed or shown; kept like [`Store::journal_reading`].
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn journal_listing(&self, lot: &Lot<'_>) -> Result<(), Problem> {
        let look = self.look_of(AccessAct::List, Right::ReadCases, lot)?;
        self.look_at_or_keep(look)
    }

    /// Journals that records leave the house in a file. None leaves of which the journal cannot tell.
    ///
    /// # Errors
    /// Refused by role or family; a disk that cannot be written to.
    pub fn journal_export(&self, lot: &Lot<'_>) -> Result<(), Problem> {
        let look = self.look_of(AccessAct::Export, Right::Export, lot)?;
        self.look_at(look)
    }

    /// Journals that facts leave the house. None leave of which the journal cannot tell.
    pub(in crate::store) fn journal_facts(&self) -> Result<(), Problem> {
        self.look_at(Look::new((self.clock)(), AccessAct::Export, "research"))
    }

    /// Journals that records leave the house in a file in which nothing is kept back.
    ///
    /// # Errors
    /// Refused by role or family; a disk that cannot be written to.
    pub fn journal_whole(&self, lot: &Lot<'_>) -> Result<(), Problem> {
        let mut look = self.look_of(AccessAct::Export, Right::ExportWhole, lot)?;
        look.said.insert("whole".to_owned(), Value::from(true));
        self.look_at(look)
    }

    /// Journals that something is put on paper, or into a picture or a calendar.
    ///
    /// # Errors
    /// Refused by role or family; a disk that cannot be written to.
    pub fn journal_print(&self, lot: &Lot<'_>) -> Result<(), Problem> {
        let look = self.look_of(AccessAct::Print, Right::ReadCases, lot)?;
        self.look_at(look)
    }

    /// Journals that the log itself was read; kept like [`Store::journal_reading`].
    ///
    /// # Errors
    /// Refused by family.
    pub fn journal_log(&self, lot: &Lot<'_>) -> Result<(), Problem> {
        let family = lot.listing.family;
        family.map_or(Ok(()), |family| self.ask_whether(Right::ReadCases, family))?;
        let look = Look::new((self.clock)(), AccessAct::List, lot.kind);
        self.look_at_or_keep(Look { families: family.into_iter().collect(), ..look })
    }

    fn look_of(&self, act: AccessAct, right: Right, lot: &Lot<'_>) -> Result<Look, Problem> {
        let families = match (lot.listing.family, lot.of) {
            (Some(family), _) => {
                self.ask_whether(right, family)?;
                BTreeSet::from([family])
            }
            (None, None) => {
                self.ask(right)?;
                BTreeSet::new()
            }
            (None, Some(of)) => {
                let reached = self.ask(right)?;
                self.families_listed(of, &lot.listing, &reached)?
            }
        };
        let mut look = Look { families, ..Look::new((self.clock)(), act, lot.kind) };
        let said = [
            ("for", lot.to_one.map(|PersonId(person)| Value::from(person))),
            ("reason", lot.reason.map(|reason| Value::from(reason.chars().take(REASON).collect::<String>()))),
            ("from", lot.listing.from.map(|day| Value::from(day.to_string()))),
            ("to", lot.listing.to.map(|day| Value::from(day.to_string()))),
        ];
        look.said.extend(said.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
        Ok(self.marked(look))
    }

    /// The families that have a record of a kind in a listing.
    fn families_listed(
        &self,
        of: NounKind,
        listing: &Listing,
        reached: &Reached,
    ) -> Result<BTreeSet<FamilyId>, Problem> {
        let mut statement = self.connection.prepare_cached(&listed::families_of(of, listing, reached))?;
        let values: &[(&str, &dyn ToSql)] = named_params! {
            ":family": listing.family.map(|family| family.0), ":from": listing.from, ":to": listing.to,
        };
        let found = statement.query_map(values, |row| row.get(0).map(FamilyId))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
