//! The other programs that carry a copy: `cp`, and to another host `rsync` and `ssh`. They are named here and nowhere
//! else; what they are given is paths and what this folder writes, never anything that somebody typed into the
//! casebook, and never a line for a shell of this machine.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::domain::problem::{Kind, Problem};

/// How `ssh` is called: it must never ask.
const SSH: &str = "-oBatchMode=yes";

/// Copies a file into one that is there, and sees to it that it is on the disk.
///
/// # Errors
/// What cannot be written.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), Problem> {
    let failed = || Problem::new(Kind::Io, "copy-disk-failed").with("path", to.display());
    run("cp", [OsStr::new("--"), from.as_os_str(), to.as_os_str()]).map_err(|problem| failed().because(problem))?;
    File::open(to).and_then(|file| file.sync_all()).map_err(|cause| failed().because(cause))
}

/// Sends files to another host, or asks how they differ from what is there; what it says.
///
/// # Errors
/// The program is missing, or fails.
pub(super) fn send(how: &[&str], from: &Path, to: &str) -> Result<String, Problem> {
    let rsh = format!("--rsh=ssh {SSH}");
    let always = [rsh.as_str(), "--perms", "--chmod=D700,F600"];
    let words = always.iter().chain(how).chain([&"--"]).map(OsStr::new);
    run("rsync", words.chain([from.as_os_str(), OsStr::new(to)]))
}

/// Has the shell of another host do something; what it says.
///
/// # Errors
/// The program is missing, or fails.
pub(super) fn there(host: &str, script: &str) -> Result<String, Problem> {
    run("ssh", [SSH, "--", host, script].map(OsStr::new))
}

/// Runs a program to its end. What it says of a failure is told as the cause.
fn run<'a>(program: &'static str, words: impl IntoIterator<Item = &'a OsStr>) -> Result<String, Problem> {
    let failed = || Problem::new(Kind::Io, "program-failed").with("program", program);
    let done = Command::new(program).args(words).stdin(Stdio::null()).output().map_err(|cause| match cause.kind() {
        io::ErrorKind::NotFound => Problem::new(Kind::Io, "program-missing").with("program", program).because(cause),
        _ => failed().because(cause),
    })?;
    if !done.status.success() {
        return Err(failed().because(String::from_utf8_lossy(&done.stderr).trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}
