//! The small files of a casebook that go along into a copy: key files, the unit's own settings, the card, the head of
//! the chain. They are read before the database is, so that none can say more than the database in the copy knows.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::super::files::{self, Existing};
use super::super::unit;
use crate::domain::problem::{Kind, Problem};

/// The files beside the database, the unit's settings apart.
const BESIDE: [&str; 2] = ["casebook.toml", "head"];

/// Where the key files are.
const KEYS: &str = "keys";

/// What must be there.
const CARD: &str = "casebook.toml";

/// No part is larger, and no casebook has more key files.
const LARGEST: u64 = 1024 * 1024;
const MOST: usize = 10_000;

/// The parts, by their place in the directory.
pub(super) struct Parts(Vec<(PathBuf, Zeroizing<Vec<u8>>)>);

impl Parts {
    /// Reads the parts of a casebook. A unit's settings may be links to where it keeps them.
    ///
    /// # Errors
    /// What cannot be read, and what is no file.
    pub(super) fn of_casebook(directory: &Path) -> Result<Self, Problem> {
        Self::read(directory, |path| files::read_small(path, LARGEST).map(String::into_bytes))
    }

    /// Reads the parts of a copy. Nobody put a link there but whoever wants a file of ours to be read by others.
    ///
    /// # Errors
    /// What cannot be read, and what is no file.
    pub(super) fn of_copy(directory: &Path) -> Result<Self, Problem> {
        Self::read(directory, |path| files::read_plain(path, LARGEST))
    }

    fn read(directory: &Path, read: impl Fn(&Path) -> io::Result<Vec<u8>>) -> Result<Self, Problem> {
        let mut parts = Vec::new();
        let beside = BESIDE.into_iter().chain(unit::FILES).map(PathBuf::from);
        let own = unit::instrument_files(directory).map_err(|cause| files::problem("read-part", directory, cause))?;
        let lists = unit::list_files(directory).into_iter();
        for name in beside.chain(own).chain(lists).chain(key_files(directory)?) {
            let path = directory.join(&name);
            match read(&path) {
                Ok(bytes) => parts.push((name, Zeroizing::new(bytes))),
                Err(cause) if cause.kind() == io::ErrorKind::NotFound && name.as_os_str() != CARD => {}
                Err(cause) => return Err(files::problem("read-part", &path, cause)),
            }
        }
        Ok(Self(parts))
    }

    /// Writes them into another directory.
    ///
    /// # Errors
    /// What cannot be written, and what is there already.
    pub(super) fn write(&self, directory: &Path) -> Result<(), Problem> {
        let keys = directory.join(KEYS);
        files::make_directory(&keys)?;
        let folders = self.0.iter().filter_map(|(name, _)| name.parent()).filter(|folder| *folder != Path::new(KEYS));
        for folder in folders.filter(|folder| !folder.as_os_str().is_empty()) {
            let folder = directory.join(folder);
            if !folder.is_dir() {
                files::make_directory(&folder)?;
            }
        }
        for (name, bytes) in &self.0 {
            files::write_private(&directory.join(name), bytes, Existing::Refuse)?;
        }
        files::sync_directory(&keys)
    }
}

fn key_files(directory: &Path) -> Result<Vec<PathBuf>, Problem> {
    let keys = directory.join(KEYS);
    let failed = |cause| files::problem("read-keys", &keys, cause);
    let mut found = Vec::new();
    for entry in fs::read_dir(&keys).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_type().map_err(failed)?.is_file() {
            found.push(Path::new(KEYS).join(entry.file_name()));
        }
        if found.len() > MOST {
            return Err(Problem::new(Kind::Io, "read-keys").with("path", keys.display()));
        }
    }
    Ok(found)
}
