//! The database's files as they were when it was opened. If others have been put in their place, what is written goes
//! nowhere that anybody will look: then nothing is saved, and that is told.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::connection::log_of;
use crate::domain::problem::{Kind, Problem};

/// Device and number, which a file keeps for as long as it lives.
type Identity = (u64, u64);

#[derive(Debug)]
pub(super) struct Watched {
    files: Vec<(PathBuf, Identity)>,
}

impl Watched {
    /// Takes note of the files of a database that is open and has been read from.
    pub(super) fn of(database: &Path) -> Self {
        let known = |path: PathBuf| identity(&path).ok().map(|identity| (path, identity));
        Self { files: [database.to_owned(), log_of(database)].into_iter().filter_map(known).collect() }
    }

    /// Whether they are still there.
    ///
    /// # Errors
    /// Others are in their place, or none.
    pub(super) fn check(&self) -> Result<(), Problem> {
        for (path, known) in &self.files {
            if identity(path).ok() != Some(*known) {
                return Err(Problem::new(Kind::Io, "database-replaced"));
            }
        }
        Ok(())
    }
}

fn identity(path: &Path) -> io::Result<Identity> {
    fs::metadata(path).map(|file| (file.dev(), file.ino()))
}
