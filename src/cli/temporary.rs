//! A directory that goes away with the program, however many images of it there have been.

use std::path::{Path, PathBuf};

/// Removed when this goes; what cannot be removed stays where the system cleans up.
#[derive(Debug)]
pub struct Temporary(PathBuf);

impl Temporary {
    /// Takes care of a directory from now on.
    pub fn of(path: PathBuf) -> Self {
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
