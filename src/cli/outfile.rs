//! Where `--out` writes to, so that nothing else is lost and nothing half-written can be read.
//!
//! | what stands there | what is done |
//! |---|---|
//! | nothing, or a file | the file is written unseen, and takes its place whole, readable by its owner only |
//! | a link | the same at the place it leads to; the link stays |
//! | a device, a pipe, what standard output goes to | it is written to |
//! | `-` | standard output |
//! | anything in the casebook's directory | refused |
//!
//! A file being written has no name, so that it is gone with the program however that ends. Where a disk cannot do that
//! (some network disks), all of it is kept in memory until it is written, and only then is there a file for a moment.

use std::fs::{self, File, Metadata};
use std::io::{self, Cursor, Read, Seek, Write};
use std::os::fd::{AsFd, AsRawFd};
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use rustix::fs::{AtFlags, CWD, Mode, OFlags};
use tempfile::{Builder, NamedTempFile};

use super::invocation::Invocation;
use super::opening;
use super::output::Output;
use crate::domain::problem::{Kind, Problem};

/// Writes a file's content.
pub type Content<'a> = &'a mut dyn FnMut(&mut dyn Write) -> Result<(), Problem>;

/// Most links that are followed, as the system has it.
const MOST_LINKS: u32 = 40;

/// The file that is asked for; none is standard output, and so is `-`.
pub fn asked(given: &ArgMatches) -> Option<&PathBuf> {
    given.get_one::<PathBuf>("out").filter(|path| path.as_os_str() != "-")
}

/// The directory that a file is written to, wherever links lead, for what has to wait until it can be; none where it
/// goes elsewhere.
pub fn room(out: Option<&PathBuf>) -> Option<PathBuf> {
    let path = out.filter(|path| fs::metadata(path).map_or(true, |there| there.is_file()))?;
    end_of(path).ok().map(|place| parent(&place).to_owned())
}

/// Refuses a place that belongs to the casebook; to be asked before anything is read, and again by [`keep`].
///
/// # Errors
/// It lies in the casebook's directory, or leads there.
pub fn check(call: &Invocation, path: &Path) -> Result<(), Problem> {
    // Where there is no casebook there is nothing to be kept from harm.
    let Ok(Ok(casebook)) = opening::directory(call).map(fs::canonicalize) else { return Ok(()) };
    let place = end_of(path).map_err(|cause| unwritable(path, cause))?;
    let directory = fs::canonicalize(parent(&place)).unwrap_or_default();
    let is_its_file = fs::canonicalize(&place).is_ok_and(|whole| whole.starts_with(&casebook));
    if is_its_file || directory.starts_with(&casebook) || is_one_of(&casebook, &place) {
        return Err(Problem::new(Kind::Usage, "out-in-casebook").with("path", path.display()));
    }
    Ok(())
}

/// Whether a file is one of the casebook's by another name.
fn is_one_of(casebook: &Path, place: &Path) -> bool {
    let Ok(file) = fs::metadata(place) else { return false };
    let same = |path: PathBuf| fs::metadata(path).is_ok_and(|known| is_same(&known, &file));
    file.nlink() > 1 && fs::read_dir(casebook).is_ok_and(|entries| entries.flatten().any(|entry| same(entry.path())))
}

/// Writes to the file that is asked for, or to standard output. The file's name, for whoever tells of it; none if it
/// was standard output.
///
/// # Errors
/// As [`keep`].
pub fn deliver(call: &Invocation, out: Option<&PathBuf>, content: Content<'_>) -> Result<Option<String>, Problem> {
    let Some(path) = out else {
        let mut output = Output::open();
        content(output.raw())?;
        output.finish()?;
        return Ok(None);
    };
    keep(call, path, content)?;
    Ok(Some(path.display().to_string()))
}

/// Writes a file.
///
/// # Errors
/// What cannot be read or written; a place in the casebook's directory.
pub fn keep(call: &Invocation, path: &Path, content: Content<'_>) -> Result<(), Problem> {
    check(call, path)?;
    let failed = |cause| unwritable(path, cause);
    match fs::metadata(path) {
        Ok(there) if is_standard_output(&there) => {
            let mut out = io::stdout().lock();
            content(&mut out)?;
            out.flush().map_err(failed)
        }
        Ok(there) if is_stream(&there) => {
            let mut stream = File::options().write(true).open(path).map_err(failed)?;
            content(&mut stream)?;
            stream.flush().map_err(failed)
        }
        _ => replace(&end_of(path).map_err(failed)?, content, &failed),
    }
}

/// Devices, pipes and sockets are written to, not replaced.
fn is_stream(file: &Metadata) -> bool {
    let kind = file.file_type();
    kind.is_fifo() || kind.is_char_device() || kind.is_block_device() || kind.is_socket()
}

fn is_standard_output(file: &Metadata) -> bool {
    let Ok(own) = io::stdout().as_fd().try_clone_to_owned() else { return false };
    File::from(own).metadata().is_ok_and(|own| is_same(&own, file))
}

fn is_same(one: &Metadata, other: &Metadata) -> bool {
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Where a path leads, be there a file or not.
fn end_of(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..MOST_LINKS {
        if !fs::symlink_metadata(&place).is_ok_and(|file| file.is_symlink()) {
            return Ok(place);
        }
        // What a link says counts from where it stands; an absolute path replaces all.
        place = parent(&place).join(fs::read_link(&place)?);
    }
    Err(io::Error::other("too many links"))
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes a file unseen, and puts it in its place when it is whole.
fn replace(place: &Path, content: Content<'_>, failed: &dyn Fn(io::Error) -> Problem) -> Result<(), Problem> {
    let directory = parent(place);
    let Ok(unseen) =
        rustix::fs::open(directory, OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC, Mode::RUSR | Mode::WUSR)
    else {
        let mut whole = Cursor::new(Vec::new());
        content(&mut whole)?;
        whole.set_position(0);
        return seen(directory, place, &mut whole).map_err(failed);
    };
    let mut unseen = File::from(unseen);
    content(&mut unseen)?;
    unseen.sync_all().map_err(failed)?;
    let own = format!("/proc/self/fd/{}", unseen.as_raw_fd());
    let link =
        |name: &Path| -> io::Result<()> { Ok(rustix::fs::linkat(CWD, &own, CWD, name, AtFlags::SYMLINK_FOLLOW)?) };
    match link(place) {
        Ok(()) => Ok(()),
        // What stands there already is replaced in one step by what is whole and has a name beside it.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let beside = Builder::new().prefix(".trygg-").make_in(directory, link).map_err(failed)?;
            beside.persist(place).map(drop).map_err(|error| failed(error.error))
        }
        Err(_) => unseen.rewind().and_then(|()| seen(directory, place, &mut unseen)).map_err(failed),
    }
}

/// Puts what is whole into its place by way of a file beside it.
fn seen(directory: &Path, place: &Path, whole: &mut impl Read) -> io::Result<()> {
    let mut beside = NamedTempFile::new_in(directory)?;
    io::copy(whole, &mut beside)?;
    beside.as_file().sync_all()?;
    beside.persist(place).map(drop).map_err(|error| error.error)
}

fn unwritable(path: &Path, cause: io::Error) -> Problem {
    Problem::of_file("write-file", cause).with("path", path.display())
}
