//! A disk that is watched, slow, or fails, under a process that a test starts: `disk.c`, put before its C library.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds what is put before the C library; in the environment of the process its name is `LD_PRELOAD`.
pub fn build(directory: &Path) -> PathBuf {
    let (source, built) = (concat!(env!("CARGO_MANIFEST_DIR"), "/tests/disk/disk.c"), directory.join("disk.so"));
    let done = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&built).arg(source).arg("-ldl").status();
    assert!(done.is_ok_and(|status| status.success()), "a C compiler, which the database needs as well");
    built
}

/// A file of the casebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "only one of the harnesses reads tapes")]
pub enum File {
    Database,
    Log,
    Head,
}

/// What happened to the disk, and what the process said meanwhile.
#[derive(Debug)]
#[allow(dead_code, reason = "only one of the harnesses reads tapes")]
pub enum Event {
    Write(File, usize, Vec<u8>),
    Truncate(File, usize),
    /// By one thread of several, each of which syncs one file at a time.
    SyncBegins(File, usize),
    SyncEnds(File, usize),
    Removed(File),
    Said(String),
}

/// Reads what was recorded.
#[allow(dead_code, reason = "only one of the harnesses reads tapes")]
pub fn tape(path: &Path) -> Vec<Event> {
    let bytes = fs::read(path).unwrap();
    let (mut events, mut at) = (Vec::new(), 0);
    // The last record may be half, for the process was killed.
    while at + 14 <= bytes.len() {
        let number = |from: usize, length: usize| {
            let mut held = [0; 8];
            held[..length].copy_from_slice(&bytes[from..from + length]);
            usize::try_from(u64::from_le_bytes(held)).unwrap()
        };
        let (offset, length) = (number(at + 2, 8), number(at + 10, 4));
        let Some(data) = bytes.get(at + 14..at + 14 + length) else { break };
        let file = match bytes[at + 1] {
            b'd' => File::Database,
            b'h' => File::Head,
            _ => File::Log,
        };
        events.push(match bytes[at] {
            b'W' => Event::Write(file, offset, data.to_vec()),
            b'T' => Event::Truncate(file, offset),
            b'B' => Event::SyncBegins(file, offset),
            b'S' => Event::SyncEnds(file, offset),
            b'U' => Event::Removed(file),
            _ => Event::Said(String::from_utf8_lossy(data).into_owned()),
        });
        at += 14 + length;
    }
    events
}
