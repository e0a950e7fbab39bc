//! A process image that begins anew in the place of this one: same process, same terminal, same arguments, and nothing
//! in its memory of what this one knew. The kernel takes the old memory away and wipes it before anybody gets it again.
//!
//! What the new image must know is handed on in a file that has no name and is in memory only; its number stands in the
//! environment beside that of the process, so that nobody takes an old word for a new one. One such file serves as long
//! as the process lives. What stands in it is sealed, or may be known to anybody.
//!
//! It is the very same program that begins anew, even where an upgrade has put another one in its place meanwhile: that
//! one is met when it is started, and need not know what this one hands on.

use std::ffi::CString;
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use rustix::fs::{MemfdFlags, memfd_create};
use rustix::io::Errno;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::environment::{self, HANDED_OVER};
use super::keyring::Waits;
use super::terminal::Found;
use crate::store::Parcel;

/// The program as it runs, whatever is at its path now.
const OURSELVES: &str = "/proc/self/exe";

/// Nothing that is handed on is larger.
const LARGEST: u64 = 256 * 1024 * 1024;

/// What is handed on.
#[derive(Debug, Serialize, Deserialize)]
pub struct HandedOver {
    /// The casebook's directory, as the system writes it.
    pub directory: Vec<u8>,
    /// Whether the casebook goes away with the program.
    pub is_temporary: bool,
    /// How the terminal was found; none where it has been given back.
    pub found: Option<Found>,
    /// Whether the program is to stop before it goes on, on a terminal that was never taken over.
    pub stops: bool,
    /// What has been left behind, and by nobody says whom.
    pub parcels: Vec<Parcel>,
    /// What waits for a PIN.
    pub pin: Option<Waits>,
}

/// Takes what was handed on to this image, if it has taken the place of another.
pub fn take<T: DeserializeOwned>() -> Option<T> {
    let (_, path) = environment::handed_over()?;
    let mut file = open(&path).ok()?;
    let mut text = Vec::new();
    Read::by_ref(&mut file).take(LARGEST).read_to_end(&mut text).ok()?;
    // It is read once: what is in it belongs to nobody else.
    file.set_len(0).ok()?;
    keep_our_name();
    serde_json::from_slice(&text).ok()
}

/// Begins anew. Comes back only if it could not.
pub fn begin(handed_over: &impl Serialize) -> io::Error {
    match hand_over(handed_over) {
        Ok((file, number)) => {
            let mut words = environment::words().into_iter();
            let mut command = Command::new(OURSELVES);
            if let Some(name) = words.next() {
                command.arg0(name);
            }
            let cause = command.args(words).env(HANDED_OVER, format!("{}:{number}", std::process::id())).exec();
            drop(file);
            cause
        }
        Err(cause) => cause,
    }
}

/// Writes what is handed on; the file, which must stay open, and its number in the new image.
fn hand_over(handed_over: &impl Serialize) -> io::Result<(File, i32)> {
    let (mut file, number) = match environment::handed_over() {
        Some((number, path)) => (open(&path)?, number),
        None => {
            // Without CLOEXEC: the new image is to have it.
            let made = match memfd_create("trygg", MemfdFlags::NOEXEC_SEAL) {
                Err(Errno::INVAL) => memfd_create("trygg", MemfdFlags::empty()),
                made => made,
            };
            let file = File::from(made?);
            let number = file.as_raw_fd();
            (file, number)
        }
    };
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(&serde_json::to_vec(handed_over)?)?;
    Ok((file, number))
}

/// Opens a file that has no name; any other is not the one.
fn open(path: &Path) -> io::Result<File> {
    let file = File::options().read(true).write(true).open(path)?;
    let meta = file.metadata()?;
    if meta.is_file() && meta.nlink() == 0 { Ok(file) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// The system calls a program that was begun in this way `exe`; whoever looks for ours looks for its name.
fn keep_our_name() {
    let words = environment::words();
    let name = words.first().and_then(|name| Path::new(name).file_name());
    if let Some(name) = name.and_then(|name| CString::new(name.as_encoded_bytes()).ok()) {
        // A name is for people; nothing goes by it.
        let _ = rustix::thread::set_name(&name);
    }
}
