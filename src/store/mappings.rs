//! How the unit reads other people's spreadsheets, beside the database: a text that somebody else understands.

use std::io;

use super::unit::IMPORTS;
use super::{Casebook, files};
use crate::domain::problem::Problem;

/// No such file is longer.
const LARGEST: u64 = 1024 * 1024;

impl Casebook {
    /// The unit's own mappings; nothing where it has none.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn mappings(&self) -> Result<String, Problem> {
        let path = self.directory().join(IMPORTS);
        match files::read_small(&path, LARGEST) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(String::new()),
            read => read.map_err(|cause| files::problem("read-file", &path, cause)),
        }
    }

    /// Keeps the unit's own mappings: all of them or none.
    ///
    /// # Errors
    /// A disk that cannot be written to.
    pub fn keep_mappings(&self, text: &str) -> Result<(), Problem> {
        files::write_whole(&self.directory().join(IMPORTS), text.as_bytes())
    }
}
