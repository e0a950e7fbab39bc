//! The gate: a file that writers lock before they begin, so that they queue instead of racing for the database.
//!
//! The kernel lets go of the lock when a process dies, however it dies.

use std::fs::File;
use std::path::Path;

use super::files;
use crate::domain::problem::Problem;

#[derive(Debug)]
pub(super) struct Gate {
    file: File,
}

/// The gate is locked for as long as this lives.
pub(super) struct Held<'a>(&'a File);

impl Gate {
    pub(super) fn open(path: &Path) -> Result<Self, Problem> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .map_err(|cause| files::problem("write-file", path, cause))?;
        Ok(Self { file })
    }

    pub(super) fn hold(&self) -> Result<Held<'_>, Problem> {
        self.file.lock().map_err(|cause| files::problem("write-file", Path::new("gate"), cause))?;
        Ok(Held(&self.file))
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        // Unlocking a lock that is held does not fail; if it did, closing the file at exit would free it.
        let _ = self.0.unlock();
    }
}
