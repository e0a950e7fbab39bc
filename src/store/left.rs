//! What somebody leaves behind when the casebook is locked, or the program ended, before it could be written: sealed to
//! their own key, so that it can be carried through a process that holds no key, and lie beside the database, and tells
//! nobody anything. It comes back when the same user unlocks the casebook, and is kept at the next chance.
//!
//! Where it can be handed on in memory it is ([`Parcel`] goes into a file that has no name); where the program ends it
//! is put into the folder `sealed`, for which the reserve is given up on a full disk.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::drafts::Draft;
use super::files::{self, Existing};
use super::looked::Look;
use super::{Casebook, Store, reserve, slots};
use crate::domain::problem::{Kind, Problem};

/// The folder in the casebook's directory.
pub(super) const SEALED: &str = "sealed";

/// No parcel is larger: a form's fields and a line have their lengths, and a screen holds but a few of them.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Most parcels that are looked at when somebody unlocks the casebook.
const MOST: usize = 500;

/// Something sealed to one user's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    sealed: Vec<u8>,
    /// What is in it.
    pub holds: Holds,
}

/// What a parcel holds, as anybody may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holds {
    /// Text that is not kept anywhere else.
    Text,
    /// What was looked at, of which no journal tells yet.
    Looks,
    /// Where somebody was, which is missed by nobody.
    Place,
}

#[derive(Serialize, Deserialize)]
struct Left {
    drafts: Vec<Draft>,
    place: String,
    /// What was looked at and no journal tells of yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    looks: Vec<Look>,
}

impl Store {
    /// Seals what is left behind: text that was typed at places and could not be kept, and where one was.
    ///
    /// # Errors
    /// Where the user has no key to seal it to.
    pub fn leave_behind(&self, typed: Vec<(String, String)>, place: String) -> Result<Parcel, Problem> {
        // What was read is told now if it can be, else it is sealed as well: nobody comes back to this memory.
        self.tell_looks();
        let mut drafts = self.held_drafts();
        drafts.retain(|held| typed.iter().all(|(place, _)| *place != held.place));
        drafts.extend(typed.into_iter().map(|(place, body)| self.draft_of(place, body)));
        let looks = self.looks_to_leave();
        let holds = match (drafts.is_empty(), looks.is_empty()) {
            (false, _) => Holds::Text,
            (true, false) => Holds::Looks,
            (true, true) => Holds::Place,
        };
        let parcel = self.sealed(&Left { drafts, place, looks: looks.clone() }, holds);
        if parcel.is_err() {
            // Nobody carries them away.
            self.take_back_looks(looks);
        }
        parcel
    }

    fn sealed(&self, left: &Left, holds: Holds) -> Result<Parcel, Problem> {
        let left = zeroize::Zeroizing::new(
            serde_json::to_vec(left).map_err(|cause| Problem::new(Kind::Io, "sealing").because(cause))?,
        );
        Ok(Parcel { sealed: self.seal_to_self(&left)?, holds })
    }

    /// Takes back what the actor has left behind; where they were. None where it is somebody else's.
    pub fn take_back(&self, parcel: &Parcel) -> Option<String> {
        let left = self.unsealed(&parcel.sealed)?;
        self.hold_drafts(left.drafts);
        // What cannot be kept now is held until it can be.
        let _ = self.briefly(|| self.keep_held());
        self.take_back_looks(left.looks);
        Some(left.place)
    }

    /// Takes back what the actor left behind in the casebook's directory when the program ended.
    pub(super) fn take_back_all(&self, casebook: &Casebook) {
        let Ok(entries) = fs::read_dir(casebook.directory().join(SEALED)) else { return };
        for path in entries.flatten().map(|entry| entry.path()).take(MOST) {
            let read = files::read_small_bytes(&path, LARGEST).ok();
            let Some(left) = read.and_then(|sealed| self.unsealed(&sealed)) else { continue };
            self.hold_drafts(left.drafts);
            let is_kept = self.briefly(|| self.keep_held()).is_ok();
            if self.journal_left(left.looks) && is_kept {
                // One that stays is taken back once more, and keeps what is newer.
                let _ = fs::remove_file(&path);
            }
        }
    }

    /// Puts what was looked at where its reader finds it when they next unlock the casebook.
    pub(super) fn put_looks_by(&self) -> Result<(), Problem> {
        let left = Left { drafts: Vec::new(), place: String::new(), looks: self.looks_to_leave() };
        put_by(&self.directory, &self.sealed(&left, Holds::Looks)?)
    }

    fn unsealed(&self, sealed: &[u8]) -> Option<Left> {
        serde_json::from_slice(&self.unseal(sealed)?).ok()
    }
}

impl Casebook {
    /// Puts a parcel into the casebook's directory, where its owner finds it when they next unlock the casebook.
    ///
    /// # Errors
    /// A disk that cannot be written to.
    pub fn put_by(&self, parcel: &Parcel) -> Result<(), Problem> {
        put_by(self.directory(), parcel)
    }
}

fn put_by(directory: &Path, parcel: &Parcel) -> Result<(), Problem> {
    match write_parcel(directory, parcel) {
        Err(problem) if problem.key == Problem::FULL && reserve::give_up(directory, reserve::For::TheEnd) => {
            write_parcel(directory, parcel)
        }
        done => done,
    }
}

fn write_parcel(directory: &Path, parcel: &Parcel) -> Result<(), Problem> {
    let folder = directory.join(SEALED);
    files::make_directory(&folder)?;
    let path: PathBuf = folder.join(slots::token()?);
    let written = files::write_private(&path, &parcel.sealed, Existing::Refuse);
    if written.is_err() {
        // Half of it opens for nobody.
        let _ = fs::remove_file(&path);
    }
    written.and_then(|()| files::sync_directory(&folder))
}
