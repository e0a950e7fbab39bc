//! Files of the casebook that only their owner may read.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use crate::domain::problem::{Kind, Problem};

/// What to do with a file that is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    Refuse,
    Keep,
}

/// Makes a directory, and those above it, that only the owner may enter.
pub(super) fn make_directory(path: &Path) -> Result<(), Problem> {
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(|cause| problem("make-directory", path, cause))
}

/// Makes a file that only the owner may read, and waits until it is on the disk.
pub(super) fn write_private(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), Problem> {
    let opened = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let mut file = match opened {
        Ok(file) => file,
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && existing == Existing::Keep => return Ok(()),
        Err(cause) => return Err(problem("write-file", path, cause)),
    };
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|cause| problem("write-file", path, cause))
}

/// Refuses a directory that anybody but its owner can read or enter.
pub(super) fn check_private(path: &Path) -> Result<(), Problem> {
    let meta = fs::metadata(path).map_err(|cause| problem("no-casebook", path, cause))?;
    if meta.mode() & 0o077 != 0 {
        return Err(Problem::new(Kind::Locked, "open-directory").with("path", path.display()));
    }
    Ok(())
}

/// A problem with a file.
pub(super) fn problem(key: &'static str, path: &Path, cause: io::Error) -> Problem {
    Problem::new(Kind::Io, key).with("path", path.display()).because(cause)
}
