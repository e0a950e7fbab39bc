//! Files of the casebook that only their owner may read.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;

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

/// Waits until what was made in a directory is on the disk.
pub(super) fn sync_directory(path: &Path) -> Result<(), Problem> {
    File::open(path).and_then(|directory| directory.sync_all()).map_err(|cause| problem("write-file", path, cause))
}

/// Reads a small file of text. What is no file is not waited for: a pipe that nobody writes into would never end.
///
/// # Errors
/// What is no regular file, or a larger one, is invalid data.
pub(super) fn read_small(path: &Path, most: u64) -> io::Result<String> {
    String::from_utf8(read_small_bytes(path, most)?).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Reads a small file, as [`read_small`] does.
///
/// # Errors
/// As [`read_small`].
pub(super) fn read_small_bytes(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let meta = fs::metadata(path)?;
    if !meta.is_file() || meta.len() > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a file is there. Where one may not look, that is told, and not taken for absence.
pub(super) fn is_there(path: &Path) -> Result<bool, Problem> {
    match fs::metadata(path) {
        Ok(_) => Ok(true),
        Err(cause) if matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(false),
        Err(cause) => Err(no_entry(path, cause)),
    }
}

/// What may not be looked at, or cannot.
pub(super) fn no_entry(path: &Path, cause: io::Error) -> Problem {
    let denied = cause.kind() == io::ErrorKind::PermissionDenied;
    let key = if denied { "no-permission" } else { "no-casebook" };
    Problem::new(Kind::Locked, key).with("path", path.display()).because(cause)
}

/// Makes a file like [`write_private`] that is there whole or not at all.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = Path::new(&beside);
    // What is left of one that was broken off.
    let _ = fs::remove_file(beside);
    write_private(beside, bytes, Existing::Refuse)?;
    fs::rename(beside, path).map_err(|cause| problem("write-file", path, cause))
}

/// Refuses a directory that anybody but its owner can read or enter.
pub(super) fn check_private(path: &Path) -> Result<(), Problem> {
    let meta = fs::metadata(path).map_err(|cause| no_entry(path, cause))?;
    if meta.mode() & 0o077 != 0 {
        return Err(Problem::new(Kind::Locked, "open-directory").with("path", path.display()));
    }
    Ok(())
}

/// A problem with a file.
pub(super) fn problem(key: &'static str, path: &Path, cause: io::Error) -> Problem {
    Problem::of_file(key, cause).with("path", path.display())
}

/// Reads a small file that stands there itself: a link is not followed, and what is no file is not waited for.
///
/// # Errors
/// What is no regular file, or a larger one, is invalid data.
pub(super) fn read_plain(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let opened = OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path);
    let file = opened.map_err(|cause| match cause.raw_os_error() {
        Some(code) if code == rustix::io::Errno::LOOP.raw_os_error() => io::ErrorKind::InvalidData.into(),
        _ => cause,
    })?;
    let meta = file.metadata()?;
    if !meta.is_file() || meta.len() > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
