//! The database's files as they were when it was opened. If others have been put in their place, what is written goes
//! nowhere that anybody will look: then nothing is saved, and that is told. Where others are in their place because the
//! database has a new key, whoever still has a slot need but unlock it again.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::connection::log_of;
use super::slots;
use crate::domain::problem::{Kind, Problem};

/// Device and number, which a file keeps for as long as it lives.
type Identity = (u64, u64);

#[derive(Debug)]
pub(super) struct Watched {
    files: Vec<(PathBuf, Identity)>,
    /// The database.
    pub(super) database: PathBuf,
    /// The directory of the slots.
    pub(super) keys: PathBuf,
    epoch: u32,
}

impl Watched {
    /// Takes note of the files of a database that is open and has been read from, and of which key it has.
    pub(super) fn of(database: &Path, keys: &Path, epoch: u32) -> Self {
        let known = |path: PathBuf| identity(&path).ok().map(|identity| (path, identity));
        let files = [database.to_owned(), log_of(database)].into_iter().filter_map(known).collect();
        Self { files, database: database.to_owned(), keys: keys.to_owned(), epoch }
    }

    /// Whether they are still there.
    ///
    /// # Errors
    /// Others are in their place, or none.
    pub(super) fn check(&self) -> Result<(), Problem> {
        for (path, known) in &self.files {
            if identity(path).ok() != Some(*known) {
                let is_renewed = slots::newest_epoch(&self.keys) > self.epoch;
                let (kind, key) = if is_renewed { (Kind::Locked, "new-key") } else { (Kind::Io, "database-replaced") };
                return Err(Problem::new(kind, key));
            }
        }
        Ok(())
    }
}

fn identity(path: &Path) -> io::Result<Identity> {
    fs::metadata(path).map(|file| (file.dev(), file.ino()))
}
