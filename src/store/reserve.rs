//! A reserve: room on the disk that nobody else can take, given up for text when the disk is full. It is laid up again
//! when somebody unlocks the casebook and there is room.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::{FallocateFlags, fallocate};

/// The file in the casebook's directory.
pub(super) const RESERVE: &str = "reserve";

/// Drafts of a day's work and what the database writes around them.
const SIZE: u64 = 512 * 1024;

/// What a block counts in a file's figures, whatever the disk's own are.
const BLOCK: u64 = 512;

/// Lays it up, if it is not there whole. Where there is no room for it the casebook does without.
pub(super) fn lay_up(directory: &Path) {
    let path = directory.join(RESERVE);
    if fs::metadata(&path).is_ok_and(|file| file.is_file() && file.blocks() * BLOCK >= SIZE) {
        return;
    }
    let opened = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&path);
    let laid = opened.and_then(|file| Ok(fallocate(&file, FallocateFlags::empty(), 0, SIZE)?));
    if laid.is_err() {
        // Half a reserve is room that others would rather have.
        let _ = fs::remove_file(&path);
    }
}

/// What it is given up for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum For {
    /// For drafts, which the database keeps: half of it.
    Drafts,
    /// For what is left behind when the program ends: all that is left.
    TheEnd,
}

/// Gives it up; whether there was anything to give.
pub(super) fn give_up(directory: &Path, what: For) -> bool {
    let leaves = if what == For::Drafts { SIZE / 2 } else { 0 };
    let cut = |file: File| {
        let held = file.metadata()?.blocks() * BLOCK;
        Ok(held > leaves && file.set_len(leaves).is_ok())
    };
    let opened: io::Result<File> = OpenOptions::new().write(true).open(directory.join(RESERVE));
    opened.and_then(cut).unwrap_or(false)
}
