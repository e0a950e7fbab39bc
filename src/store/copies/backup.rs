//! A backup, made while people read and write: the database tells all it holds into a new file, in one picture, under
//! the same key. Nobody waits for it, and nobody's write can tear it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::{DateTime, SubsecRound, Utc};

use super::super::files::{self, Existing};
use super::super::{Casebook, Store, trouble};
use super::parts::Parts;
use super::place::{self, Begun, Place};
use super::prove::{Proof, prove};
use super::{CopyCard, CopyKind, DATABASE};
use crate::domain::access::Right;
use crate::domain::problem::{Kind, Problem};

/// A backup that was made.
#[derive(Debug)]
pub struct BackupMade {
    /// Where it is.
    pub directory: PathBuf,
    /// When it was begun.
    pub at: DateTime<Utc>,
    /// The last row of the journal that it holds.
    pub row: i64,
    /// How large its database is.
    pub bytes: u64,
    /// How many of this casebook there are at the place now.
    pub kept: usize,
    /// When the oldest of them was made.
    pub oldest: DateTime<Utc>,
    /// When those were made that the unit's rules no longer keep; they are gone.
    pub removed: Vec<DateTime<Utc>>,
    /// What whoever asked is to know.
    pub notes: Vec<Problem>,
}

impl Store {
    /// Makes a backup at a place, proves it, and takes away those that the unit's rules no longer keep. It is written
    /// down before it is begun; where the disk of the casebook cannot be written to, it is made all the same, as that
    /// is when one is wanted most, and that is told.
    ///
    /// # Errors
    /// Refused to roles that do not look after the casebook; a place where none may lie; a disk that is full; a copy
    /// that is not whole. Then nothing of it is left, and what was there is there.
    pub fn backup(&self, casebook: &Casebook, to: &Path) -> Result<BackupMade, Problem> {
        self.ask(Right::Maintain)?;
        let mut place = Place::open(to, casebook.directory()).map_err(|problem| of_place(problem, to))?;
        let at = (self.clock)().trunc_subsecs(0);
        let card = CopyCard { kind: CopyKind::Backup, at, casebook: self.token()?, row: None };
        let begun = place.begin(card.clone());
        let name = begun.as_ref().map_or_else(|_| place::name_of(at), |begun| begun.name.clone());
        let told_place = place.path().display().to_string();
        let record = self.unless_of_disk(&mut place.notes, || self.begin_backup(&told_place, &name, at))?;
        let filled = begun.and_then(|begun| {
            let proof = self.fill(casebook, &begun)?;
            let bytes = fs::metadata(begun.directory().join(DATABASE)).map_or(0, |file| file.len());
            let directory = begun.finish(&CopyCard { row: Some(proof.row), ..card.clone() })?;
            Ok((proof, bytes, directory))
        });
        let (proof, bytes, directory) = filled.map_err(|problem| {
            // What went wrong matters more than that it could not be written down.
            let _ = record.map(|record| self.backup_failed(record));
            of_place(problem, to)
        })?;
        place.notes.extend(proof.note());
        if let Some(record) = record {
            self.unless_of_disk(&mut place.notes, || self.backup_proven(record, proof.row))?;
        }
        let removed = self.rotate(&mut place, &card.casebook, &name)?;
        let left = place.copies(Some(CopyKind::Backup), Some(&card.casebook))?;
        let there: Vec<&str> = left.iter().map(|one| one.name.as_str()).collect();
        self.unless_of_disk(&mut place.notes, || self.backups_gone(&told_place, &there))?;
        Ok(BackupMade {
            directory,
            at,
            row: proof.row,
            bytes,
            kept: left.len(),
            oldest: left.first().map_or(at, |one| one.card.at),
            removed,
            notes: place.notes,
        })
    }

    fn fill(&self, casebook: &Casebook, begun: &Begun) -> Result<Proof, Problem> {
        let parts = Parts::of_casebook(casebook.directory())?;
        let database = begun.directory().join(DATABASE);
        files::write_private(&database, b"", Existing::Refuse)?;
        self.tell_into(&database)?;
        // A casebook that was given another key meanwhile is another file, and has other key files.
        self.watched.check()?;
        parts.write(begun.directory())?;
        File::open(&database)
            .and_then(|file| file.sync_all())
            .map_err(|cause| files::problem("write-file", &database, cause))?;
        prove(begun.directory(), &self.opener.key, self.purpose)
    }

    /// Has the database tell all it holds into an empty file.
    fn tell_into(&self, file: &Path) -> Result<(), Problem> {
        let unwritable = || Problem::new(Kind::Usage, "write-file").with("path", file.display());
        let name = file.to_str().ok_or_else(unwritable)?;
        // Where only reading is allowed, SQLite takes the new file for one that must not be written to.
        let reads_only: bool = self.connection.pragma_query_value(None, "query_only", |row| row.get(0))?;
        self.connection.pragma_update(None, "query_only", false)?;
        let told = self.connection.execute("VACUUM INTO ?1", [name]);
        self.connection.pragma_update(None, "query_only", reads_only)?;
        told?;
        Ok(())
    }

    /// Takes away what the unit's rules no longer keep; never the one that was just made, whatever the clock says.
    fn rotate(&self, place: &mut Place, casebook: &str, made: &str) -> Result<Vec<DateTime<Utc>>, Problem> {
        let found = place.copies(Some(CopyKind::Backup), Some(casebook))?;
        let times: Vec<_> = found.iter().map(|one| one.card.at).collect();
        let mut removed = Vec::new();
        for (one, stays) in found.iter().zip(self.keeping().stays(&times)) {
            if stays || one.name == made {
                continue;
            }
            match place.remove(&one.name) {
                Ok(()) => removed.push(one.card.at),
                // The new one is there; that an old one is too takes nothing from it.
                Err(problem) => place.notes.push(problem),
            }
        }
        Ok(removed)
    }

    /// Writes something down, or tells that the disk of the casebook could not be written to.
    fn unless_of_disk<T>(
        &self,
        notes: &mut Vec<Problem>,
        write: impl FnOnce() -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        match write() {
            Ok(done) => Ok(Some(done)),
            Err(problem) if trouble::is_of_disk(&problem) => {
                if !notes.iter().any(|note| note.key == "copy-not-journalled") {
                    notes.push(Problem::new(Kind::Io, "copy-not-journalled").because(problem));
                }
                Ok(None)
            }
            Err(problem) => Err(problem),
        }
    }
}

/// What a disk says that copies go to: it is not the casebook's own that is full.
pub(super) fn of_place(problem: Problem, place: &Path) -> Problem {
    let key = match problem.key {
        Problem::FULL => "copy-disk-full",
        Problem::READ_ONLY | "disk-failed" | "cannot-open" | "write-file" | "make-directory" => "copy-disk-failed",
        _ => return problem,
    };
    Problem::new(Kind::Io, key).with("path", place.display()).because(problem)
}
