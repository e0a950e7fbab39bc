//! The gate: a file that writers lock before they begin, so that they queue instead of racing for the database.
//!
//! The kernel lets go of the lock when a process dies, however it dies. Whoever waits longer than the database itself
//! would is told so, and nothing they typed is lost.
//!
//! It is the bell as well: whoever has written rings it once the write can be seen. The database's own files would not
//! do for that, as what makes a commit visible is written to shared memory, after the last byte that a file gets.

use std::fs::{File, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::connection::PATIENCE;
use super::files;
use crate::domain::problem::{Kind, Problem};

/// How long to wait before looking again; at first hardly at all, for most writes take less than a millisecond.
const SHORTEST: Duration = Duration::from_micros(200);
const LONGEST: Duration = Duration::from_millis(5);

#[derive(Debug)]
pub(super) struct WriteLock {
    file: File,
}

/// The gate is locked for as long as this lives.
pub(super) struct Held<'a>(&'a File);

impl WriteLock {
    pub(super) fn open(path: &Path) -> Result<Self, Problem> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(path)
            // On a disk that cannot be written to it can be locked all the same.
            .or_else(|cause| File::open(path).map_err(|_| cause))
            .map_err(|cause| files::problem("write-file", path, cause))?;
        Ok(Self { file })
    }

    /// Waits for the gate.
    ///
    /// # Errors
    /// Somebody else holds it for longer than [`PATIENCE`].
    pub(super) fn hold(&self) -> Result<Held<'_>, Problem> {
        let (mut waited, mut pause) = (Duration::ZERO, SHORTEST);
        loop {
            match self.file.try_lock() {
                Ok(()) => return Ok(Held(&self.file)),
                Err(TryLockError::Error(cause)) => return Err(files::problem("write-file", Path::new("gate"), cause)),
                Err(TryLockError::WouldBlock) if waited >= PATIENCE => return Err(Problem::new(Kind::Io, "busy")),
                Err(TryLockError::WouldBlock) => {
                    sleep(pause);
                    waited += pause;
                    pause = (pause * 2).min(LONGEST);
                }
            }
        }
    }
}

impl Held<'_> {
    /// Tells all who watch the gate that something has been written. The file stays empty; cutting it to nothing is
    /// what the system tells them of.
    pub(super) fn ring(&self) {
        // What is written is written, whether or not others hear of it before they look for themselves.
        let _ = self.0.set_len(0);
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        // Unlocking a lock that is held does not fail; if it did, closing the file at exit would free it.
        let _ = self.0.unlock();
    }
}
