//! Many records at once: imports, which the journal follows row by row, and the invented families of a demo.

use std::path::Path;

use rusqlite::Transaction;

use super::journal::{Cause, Deed, Entry};
use super::record::{Record, Row};
use super::{Casebook, Purpose, Store, journal};
use crate::domain::access::Act;
use crate::domain::family::Family;
use crate::domain::ids::{ChangeId, FamilyId, MemberId};
use crate::domain::person::Member;
use crate::domain::placement::Placement;
use crate::domain::problem::{Kind, Problem};
use crate::domain::session::Session;

/// Families written in one transaction of a demo.
const BATCH: usize = 250;

/// A family with all that belongs to it, before anything has an identity: `Placement::person` and `Session::people`
/// are places in `people`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFamily {
    /// The family.
    pub family: Family,
    /// Its people.
    pub people: Vec<Member>,
    /// Placements of its children.
    pub placements: Vec<Placement>,
    /// Its sessions.
    pub sessions: Vec<Session>,
}

impl Store {
    /// Takes in records from a file, all or none, as one change.
    ///
    /// # Errors
    /// Refused to roles that do not import; a reference that is taken.
    pub fn import<R: Record>(&self, values: &[R]) -> Result<(), Problem> {
        self.ask(Act::ImportCases)?;
        self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            for value in values {
                self.ask_to(Act::ImportCases, value.family(transaction, None)?)?;
                value.check(transaction, None)?;
                value.check_by(&self.scheme, transaction, None)?;
                let id = value.put(transaction, None)?;
                self.journal_add::<R>(transaction, change, Cause::Import, id)?;
            }
            Ok(())
        })
    }

    /// Fills a demo casebook. Invented data that nobody wrote: the journal gets one row for all of it.
    ///
    /// # Errors
    /// A casebook of real families is refused.
    pub fn fill_demo(
        &self,
        casebook: &Casebook,
        families: impl Iterator<Item = NewFamily>,
        mut progress: impl FnMut(u64),
    ) -> Result<(), Problem> {
        self.ask(Act::ImportCases)?;
        if self.purpose != Purpose::Demo {
            return Err(Problem::new(Kind::Refused, "not-a-demo").with("path", show(casebook.directory())));
        }
        let mut families = families.peekable();
        let mut done = 0;
        while families.peek().is_some() {
            done += self.write(|transaction| {
                let mut written = 0;
                for family in families.by_ref().take(BATCH) {
                    put_family(transaction, family)?;
                    written += 1;
                }
                Ok(written)
            })?;
            progress(done);
        }
        self.connection.execute_batch("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);")?;
        Ok(())
    }

    /// Journals that the casebook was made.
    pub(super) fn journal_setup(&self) -> Result<(), Problem> {
        self.write(|transaction| {
            let entry = Entry {
                change: ChangeId(0),
                cause: Cause::Setup,
                noun: "casebook",
                record: 0,
                family: None,
                deed: Deed::Add(serde_json::Map::new()),
            };
            self.write_entry(transaction, &entry)
        })
    }
}

fn show(path: &Path) -> String {
    path.display().to_string()
}

fn put_family(transaction: &Transaction<'_>, new: NewFamily) -> Result<(), Problem> {
    let family = FamilyId(new.family.put(transaction, None)?);
    let mut ids = Vec::with_capacity(new.people.len());
    for mut person in new.people {
        person.family = family;
        ids.push(MemberId(person.put(transaction, None)?));
    }
    let settled = |place: MemberId| {
        usize::try_from(place.0)
            .ok()
            .and_then(|place| ids.get(place).copied())
            .ok_or_else(|| Problem::new(Kind::Invalid, "no-such-person"))
    };
    for mut placement in new.placements {
        placement.person = settled(placement.person)?;
        placement.put(transaction, None)?;
    }
    for mut session in new.sessions {
        session.family = family;
        session.people = session.people.into_iter().map(settled).collect::<Result<_, _>>()?;
        session.put(transaction, None)?;
    }
    Ok(())
}
