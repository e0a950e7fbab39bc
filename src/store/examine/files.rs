//! The files of a casebook: that nobody but their owner reaches them, and what lies among them.

use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::process::geteuid;

use super::{Check, Finding, found};
use crate::domain::problem::{Kind, Problem};
use crate::store::slots::RECOVERY;
use crate::store::{Casebook, CasebookKind};

/// What must be there.
const PARTS: [&str; 4] = ["casebook.toml", "casebook.db", "gate", "keys"];

/// Deeper than anything of a casebook lies.
const DEEPEST: usize = 4;

/// Everything in a casebook's directory, which only its owner may read: slots, settings, the database with its log,
/// the head of the chain, copies. And the way to it, on which nobody else may put another in its place.
pub(super) fn directory(casebook: &Casebook) -> Finding {
    let path = casebook.directory();
    let mut finding = Finding::of(Check::Directory);
    for part in PARTS {
        if let Err(cause) = fs::metadata(path.join(part)) {
            finding.faults.push(found(format!("{} {cause}", path.join(part).display())));
        }
    }
    look(path, DEEPEST, &mut finding);
    way(path, &mut finding);
    finding
}

fn look(path: &Path, depth: usize, finding: &mut Finding) {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => {
            finding.warnings.push(Problem::new(Kind::Io, "casebook-link").with("path", path.display()));
            // What it leads to counts.
            if let Ok(meta) = fs::metadata(path) {
                judge(path, &meta, finding);
            }
        }
        Ok(meta) => {
            judge(path, &meta, finding);
            if meta.is_dir() && depth > 0 {
                for entry in inside(path) {
                    look(&entry, depth - 1, finding);
                }
            }
        }
        // A log that was moved over and taken away meanwhile.
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
        Err(cause) => finding.faults.push(found(format!("{} {cause}", path.display()))),
    }
}

fn inside(path: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn judge(path: &Path, meta: &Metadata, finding: &mut Finding) {
    let mode = meta.mode() & 0o777;
    // Where rights are given to single accounts as well, the group's bits say how far they go.
    if mode & 0o077 != 0 {
        let right = if meta.is_dir() { "700" } else { "600" };
        let problem = Problem::new(Kind::Locked, "others-can-read").with("path", path.display());
        finding.faults.push(problem.with("mode", format!("{mode:o}")).with("right", right));
    }
    if meta.uid() != geteuid().as_raw() {
        let problem = Problem::new(Kind::Locked, "other-owner").with("path", path.display());
        finding.faults.push(problem.with("owner", meta.uid()).with("own", geteuid().as_raw()));
    }
    finding.count += 1;
}

/// Directories above in which others may rename what is there.
fn way(path: &Path, finding: &mut Finding) {
    let Ok(path) = fs::canonicalize(path) else { return };
    for above in path.ancestors().skip(1) {
        let Ok(meta) = fs::metadata(above) else { continue };
        let others_write = meta.mode() & 0o022 != 0 && meta.mode() & 0o1000 == 0;
        let of_others = meta.uid() != 0 && meta.uid() != geteuid().as_raw();
        if others_write || of_others {
            finding.warnings.push(Problem::new(Kind::Locked, "way-open").with("path", above.display()));
        }
    }
}

/// Every file among the keys is one of a user who can be named.
pub(super) fn keys(casebook: &Casebook) -> Result<Finding, Problem> {
    let users = casebook.users()?.len();
    let files = fs::read_dir(casebook.keys()).map(Iterator::count).unwrap_or_default();
    let others = [casebook.purpose() == CasebookKind::Demo, casebook.keys().join(RECOVERY).exists()];
    let readable = users + others.into_iter().filter(|is_there| *is_there).count();
    let mut finding = Finding::of(Check::KeyFiles).counting(i64::try_from(users).unwrap_or(i64::MAX));
    if files != readable {
        finding.faults.push(found(format!("{readable} / {files}")));
    }
    Ok(finding)
}
