//! The standby: a copy that a second host can go on with when the first is gone. It is made every few minutes, so it is
//! the database's own file that goes over ([`super::still`]), of which only what is new has to.
//!
//! | place | how it goes | how it is proven |
//! |---|---|---|
//! | a directory | `cp` | the copy itself, with the key |
//! | `host:directory` | `rsync` over `ssh` ([`super::far`]) | the file held still; then both by their bytes |
//!
//! The last one but one is kept until the next is whole. What is written after a standby was made is lost with the
//! first host: a timer's minutes. Once somebody has promoted it ([`super::restore`]), the place takes no copy any more,
//! so that a first host that comes back does not bury what was written since.

use std::path::Path;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

use super::super::files::{self, Existing};
use super::super::{Casebook, Store};
use super::backup::of_place;
use super::carrier;
use super::far::Far;
use super::parts::Parts;
use super::place::Place;
use super::prove::{Proof, prove, prove_database};
use super::record::{Latest, keep_latest};
use super::{CARD, CopyCard, CopyKind, DATABASE};
use crate::domain::access::Right;
use crate::domain::problem::{Kind, Problem};

/// What a standby is called once it is a casebook.
pub(super) const PROMOTED: &str = "casebook";

/// A standby that was made.
#[derive(Debug)]
pub struct StandbyMade {
    /// Where it is, with the host before it where that is another one.
    pub place: String,
    /// What it is called there.
    pub name: String,
    /// When it was begun.
    pub at: DateTime<Utc>,
    /// The last row of the journal that it holds.
    pub row: i64,
    /// For how long writers were held up.
    pub held: TimeDelta,
    /// What whoever asked is to know.
    pub notes: Vec<Problem>,
}

impl Store {
    /// Makes a standby at a place: a directory, or `host:directory`.
    ///
    /// # Errors
    /// Refused to roles that do not look after the casebook; a place where none may lie, or where one was promoted; a
    /// copy that is not whole, a program that is missing or fails. Then the standby that was there is there.
    pub fn standby(&self, casebook: &Casebook, to: &Path) -> Result<StandbyMade, Problem> {
        self.ask(Right::Maintain)?;
        let at = (self.clock)().trunc_subsecs(0);
        let card = CopyCard { kind: CopyKind::Standby, at, casebook: self.token()?, row: None };
        let (place, name, proof, held, notes) = match Far::of(to)? {
            Some(far) => self.standby_far(casebook, &far, &card)?,
            None => self.standby_here(casebook, to, &card).map_err(|problem| of_place(problem, to))?,
        };
        self.know_standby(&place, at)?;
        keep_latest(casebook, &place, Latest { at, row: proof.row })?;
        Ok(StandbyMade { place, name, at, row: proof.row, held, notes })
    }

    fn standby_here(&self, casebook: &Casebook, to: &Path, card: &CopyCard) -> Result<Standing, Problem> {
        let mut place = Place::open(to, casebook.directory())?;
        if place.path().join(PROMOTED).symlink_metadata().is_ok() {
            return Err(promoted(to));
        }
        let begun = place.begin(card.clone())?;
        Parts::of_casebook(casebook.directory())?.write(begun.directory())?;
        let database = begun.directory().join(DATABASE);
        files::write_private(&database, b"", Existing::Refuse)?;
        let still = self.hold_still(casebook)?;
        let (held, copied) = (still.held, carrier::copy(&casebook.database(), &database));
        drop(still);
        copied?;
        self.watched.check()?;
        let proof = prove(begun.directory(), &self.opener.key, self.purpose)?;
        place.notes.extend(proof.note());
        let name = begun.name.clone();
        begun.finish(&CopyCard { row: Some(proof.row), ..card.clone() })?;
        let mut older = place.copies(Some(CopyKind::Standby), Some(&card.casebook))?;
        older.retain(|one| one.name != name);
        // The newest of the others stays.
        older.pop();
        for one in older {
            if let Err(problem) = place.remove(&one.name) {
                place.notes.push(problem);
            }
        }
        Ok((place.path().display().to_string(), name, proof, held, place.notes))
    }

    fn standby_far(&self, casebook: &Casebook, far: &Far, card: &CopyCard) -> Result<Standing, Problem> {
        let begun = far.begin(casebook.directory(), card)?;
        Parts::of_casebook(casebook.directory())?.write(begun.directory())?;
        let still = self.hold_still(casebook)?;
        let held = still.held;
        let proof = prove_database(&still.reading, begun.directory(), self.purpose)?;
        far.send_database(&begun, &casebook.database())?;
        drop(still);
        self.watched.check()?;
        CopyCard { row: Some(proof.row), ..card.clone() }.write(begun.directory())?;
        let name = begun.name.clone();
        far.finish(begun)?;
        Ok((far.told(), name, proof, held, proof.note().into_iter().collect()))
    }
}

/// The place, the name, how far it goes, for how long writers were held up, what is to be told.
type Standing = (String, String, Proof, TimeDelta, Vec<Problem>);

/// What a place says that has become somebody's casebook.
pub(super) fn promoted(place: &Path) -> Problem {
    Problem::new(Kind::Conflict, "standby-promoted").with("path", place.join(PROMOTED).display())
}

/// Whether a directory is a standby that was being promoted when the program ended.
pub(super) fn is_half_promoted(place: &Path) -> bool {
    place.join(PROMOTED).join(CARD).symlink_metadata().is_ok()
}
