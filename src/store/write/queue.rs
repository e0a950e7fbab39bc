//! The queue before the gate: writers are served in the order in which they came.
//!
//! A lock of the system alone is no queue: whoever has just let go of it and wants it again is quicker than whoever
//! must be woken first. So each who waits has a file of their own in the directory `queue`, called by a number that is
//! higher than all there are, and holds its lock for as long as they wait and write; they wait for the lock of the one
//! before.
//! The system lets go of a lock when a process dies, however it dies: whoever waited for it takes the file away and
//! looks who is before them now. Nothing but the order hangs on this: that one writes at a time is the gate's.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// In the directory as well: the number of whoever's turn it was last.
const SERVED: &str = "served";

/// Who is so near to the gate looks often: a write takes about a millisecond.
const NEAR: u32 = 2;
const SOON: Duration = Duration::from_micros(150);
const SELDOM: Duration = Duration::from_millis(5);

/// A place in the queue; it is left when this goes.
#[derive(Debug)]
pub(super) struct Place {
    directory: PathBuf,
    number: u64,
    /// Locked for as long as it is open.
    file: File,
}

/// Whether nobody waits.
pub(super) fn is_empty(directory: &Path) -> bool {
    numbers(directory).is_ok_and(|numbers| numbers.is_empty())
}

/// Takes away the place of the first who waits, who does not go on although the gate is free: they are stopped. When
/// they come back they still wait for the gate, and no longer stand before anybody. Whether it is somebody's turn then.
pub(super) fn pass_over_the_first(directory: &Path, own: Option<u64>) -> bool {
    let numbers = numbers(directory).unwrap_or_default();
    let before = numbers.iter().filter(|number| own.is_none_or(|own| **number < own));
    match before.collect::<Vec<_>>()[..] {
        [] => true,
        [first, ref rest @ ..] => {
            // Who has gone meanwhile is gone.
            let _ = fs::remove_file(file_of(directory, *first));
            rest.is_empty()
        }
    }
}

impl Place {
    /// Takes a place behind everybody.
    ///
    /// # Errors
    /// A disk on which no file can be made.
    pub(super) fn take(directory: &Path) -> io::Result<Self> {
        match DirBuilder::new().mode(0o700).create(directory) {
            Err(cause) if cause.kind() != ErrorKind::AlreadyExists => return Err(cause),
            _ => {}
        }
        // While a number is chosen nobody else chooses one.
        let choosing = File::open(directory)?;
        lock(&choosing)?;
        let number = numbers(directory)?.last().map_or(1, |last| last + 1);
        let path = file_of(directory, number);
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        lock(&file)?;
        Ok(Self { directory: directory.to_owned(), number, file })
    }
}

/// A place in the queue, and who is before it. Nobody can be called back from a lock of the system, so it is looked at:
/// often by who is nearly first, seldom by who is far behind.
#[derive(Debug)]
pub(super) struct InLine {
    directory: PathBuf,
    /// None on a disk on which nobody can have one: then the gate alone is waited for.
    place: Option<Place>,
    before: Option<(PathBuf, File)>,
    served: Option<File>,
    ahead: u32,
    looks: u32,
}

impl InLine {
    /// Takes a place behind everybody.
    pub(super) fn join(directory: &Path) -> Self {
        let place = Place::take(directory).ok();
        let mut open = OpenOptions::new();
        open.read(true).write(true).create(true).truncate(false).mode(0o600);
        let served = open.open(directory.join(SERVED)).ok();
        Self { directory: directory.to_owned(), place, before: None, served, ahead: 0, looks: 0 }
    }

    /// Where in the queue this is.
    pub(super) fn number(&self) -> Option<u64> {
        self.place.as_ref().map(|place| place.number)
    }

    /// The place, of whoever has come first; those behind are told how far the queue has come.
    pub(super) fn into_place(self) -> Option<Place> {
        if let (Some(place), Some(served)) = (&self.place, &self.served) {
            // Who cannot be told looks in vain once more.
            let _ = served.write_all_at(&place.number.to_le_bytes(), 0);
        }
        self.place
    }

    /// Whose turn it was last.
    fn served(&self) -> u64 {
        let mut number = [0; 8];
        let read = self.served.as_ref().map(|served| served.read_exact_at(&mut number, 0));
        if matches!(read, Some(Ok(()))) { u64::from_le_bytes(number) } else { u64::MAX }
    }

    /// Whether nobody is before any more.
    ///
    /// # Errors
    /// A directory that cannot be read.
    pub(super) fn is_first(&mut self) -> io::Result<bool> {
        self.looks += 1;
        let Some(own) = self.number() else { return Ok(true) };
        loop {
            if let Some((path, file)) = &self.before {
                match file.try_lock_shared() {
                    Ok(()) => take_away(path, file),
                    Err(TryLockError::WouldBlock) => {
                        self.ahead = u32::try_from(own.saturating_sub(self.served())).unwrap_or(u32::MAX);
                        return Ok(false);
                    }
                    Err(TryLockError::Error(cause)) => return Err(cause),
                }
                self.before = None;
            }
            let last = numbers(&self.directory)?.into_iter().rfind(|number| *number < own);
            let Some(last) = last else {
                self.ahead = 0;
                return Ok(true);
            };
            let path = file_of(&self.directory, last);
            match File::open(&path) {
                Err(cause) if cause.kind() == ErrorKind::NotFound => {}
                Err(cause) => return Err(cause),
                Ok(file) => self.before = Some((path, file)),
            }
        }
    }

    /// When to look again: before anybody could have got here, and the more seldom the longer nobody has.
    pub(super) fn pause(&self) -> Duration {
        let soon = SOON * (1 + self.looks / 64);
        if self.ahead <= NEAR {
            soon.min(SELDOM)
        } else {
            (SOON * 4).saturating_mul(self.ahead).max(soon).min(SELDOM * 8)
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        take_away(&file_of(&self.directory, self.number), &self.file);
    }
}

/// Takes a place away, unless somebody else has the number by now. Where that cannot be done, whoever comes next finds
/// nobody holding it.
fn take_away(path: &Path, file: &File) {
    let is_same = |now: fs::Metadata, then: fs::Metadata| (now.dev(), now.ino()) == (then.dev(), then.ino());
    if fs::metadata(path).and_then(|now| file.metadata().map(|then| is_same(now, then))).unwrap_or(false) {
        let _ = fs::remove_file(path);
    }
}

/// All numbers, the lowest first; none where nobody has ever waited.
fn numbers(directory: &Path) -> io::Result<Vec<u64>> {
    let entries = match fs::read_dir(directory) {
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut numbers: Vec<u64> = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()).collect();
    numbers.sort_unstable();
    Ok(numbers)
}

fn file_of(directory: &Path, number: u64) -> PathBuf {
    directory.join(number.to_string())
}

/// Waits for a lock; a signal that comes meanwhile changes nothing.
pub(super) fn lock(file: &File) -> io::Result<()> {
    unless_interrupted(|| file.lock())
}

fn unless_interrupted(mut wait: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    loop {
        match wait() {
            Err(cause) if cause.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}
