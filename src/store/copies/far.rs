//! A place on another host, reached by `rsync` over `ssh`: what `ssh` needs to get there (a key, a known host) is its
//! own to know, and it is told never to ask. Nothing of ours has to run there but `rsync` and a plain shell.
//!
//! The small files are made ready in a directory of the casebook ([`READY`]), which is held meanwhile, so that two runs
//! of a timer do not meet. The database goes over from where it is, with the last copy there to start from. What has
//! arrived is compared with what was sent by a checksum of all bytes before it is given its name.

use std::fs::{self, DirBuilder, File, TryLockError};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::super::files;
use super::carrier;
use super::place::{name_of, time_of};
use super::standby::{PROMOTED, promoted};
use super::{CARD, CopyCard, DATABASE, clear};
use crate::domain::problem::{Kind, Problem};

/// Where the small files are made ready.
const READY: &str = "standby.new";

/// What the far shell ends with where a standby was promoted.
const IS_PROMOTED: &str = "promoted";

/// A place on another host.
#[derive(Debug)]
pub(super) struct Far {
    host: String,
    directory: String,
}

/// A copy that is being made there.
pub(super) struct FarBegun {
    /// What it will be called.
    pub(super) name: String,
    ready: PathBuf,
    /// The copies that are there, the oldest first.
    there: Vec<String>,
    _held: File,
}

impl FarBegun {
    /// Where the small files are made ready.
    pub(super) fn directory(&self) -> &Path {
        &self.ready
    }
}

impl Drop for FarBegun {
    fn drop(&mut self) {
        clear(&self.ready);
    }
}

impl Far {
    /// The far place of a word, as `rsync` and `scp` write one; none if it is a path.
    ///
    /// # Errors
    /// A host or a directory with anything in it that a shell could take for more than a name.
    pub(super) fn of(place: &Path) -> Result<Option<Self>, Problem> {
        let refused = || Problem::new(Kind::Usage, "standby-place").with("path", place.display());
        let bytes = place.as_os_str().as_bytes();
        let Some(colon) = bytes.iter().position(|byte| *byte == b':').filter(|at| !bytes[..*at].contains(&b'/')) else {
            return Ok(None);
        };
        let text = place.to_str().ok_or_else(refused)?;
        let (host, directory) = (&text[..colon], text[colon + 1..].trim_end_matches('/'));
        let is_host = |letter: char| letter.is_ascii_alphanumeric() || "@._-".contains(letter);
        let is_path = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
        let is_good = !host.is_empty()
            && host.chars().all(is_host)
            && !host.starts_with('-')
            && directory.starts_with('/')
            && directory.chars().all(is_path)
            && !directory.split('/').any(|part| part == "..");
        if !is_good {
            return Err(refused());
        }
        Ok(Some(Self { host: host.to_owned(), directory: directory.to_owned() }))
    }

    /// The place as it is told of.
    pub(super) fn told(&self) -> String {
        format!("{}:{}", self.host, self.directory)
    }

    /// Begins a copy: makes its directory there, and the one here.
    ///
    /// # Errors
    /// Another run is at it; a host that cannot be reached; a place where a standby was promoted.
    pub(super) fn begin(&self, casebook: &Path, card: &CopyCard) -> Result<FarBegun, Problem> {
        let (ready, name) = (casebook.join(READY), name_of(card.at));
        let failed = |cause| files::problem("make-directory", &ready, cause);
        match DirBuilder::new().mode(0o700).create(&ready) {
            Err(cause) if cause.kind() != std::io::ErrorKind::AlreadyExists => return Err(failed(cause)),
            _ => {}
        }
        let held = File::open(&ready).map_err(failed)?;
        if let Err(TryLockError::WouldBlock) = held.try_lock() {
            return Err(Problem::new(Kind::Conflict, "standby-running"));
        }
        // What a run that was killed has left.
        for left in fs::read_dir(&ready).map_err(failed)? {
            let left = left.map_err(failed)?.path();
            fs::remove_file(&left).or_else(|_| fs::remove_dir_all(&left)).map_err(failed)?;
        }
        let said = carrier::there(&self.host, &self.beginning(&name, &card.casebook))?;
        if said.trim() == IS_PROMOTED {
            return Err(promoted(Path::new(&self.told())));
        }
        let mut there: Vec<String> = said.lines().filter(|line| time_of(line).is_some()).map(str::to_owned).collect();
        there.sort_unstable();
        Ok(FarBegun { name, ready, there, _held: held })
    }

    /// What the far shell does first: nothing where a standby was promoted; else it takes away what was left of copies
    /// of this casebook that were never whole, names those that are, and makes room for the new one.
    fn beginning(&self, name: &str, casebook: &str) -> String {
        let (directory, of) = (&self.directory, format!("casebook = \"{casebook}\""));
        format!(
            "umask 077; last=; mkdir -p {directory} && cd {directory} || exit 1; \
             if [ -e {PROMOTED} ]; then echo {IS_PROMOTED}; exit 0; fi; \
             for copy in *Z *Z.new *Z.old; do \
                 grep -qsF '{of}' \"$copy/{CARD}\" || continue; \
                 case $copy in *Z) echo \"$copy\"; last=$copy;; *) rm -rf \"./$copy\";; esac; \
             done; \
             mkdir {name}.new && echo '{of}' > {name}.new/{CARD} && \
             {{ [ -z \"$last\" ] || cp \"$last/{DATABASE}\" {name}.new/; }}"
        )
    }

    /// Sends the database, and compares what has arrived.
    ///
    /// # Errors
    /// What cannot be sent; what arrived otherwise than it was sent.
    pub(super) fn send_database(&self, begun: &FarBegun, database: &Path) -> Result<(), Problem> {
        // The copy before lies there already, and only the difference is sent; its time says nothing, as pages change
        // within one.
        self.rsync(&["--ignore-times"], database, begun)?;
        self.compare(begun, database)
    }

    /// Sends the small files, gives the copy its name, and takes away all older ones but the last.
    ///
    /// # Errors
    /// What cannot be sent or renamed; then there is no copy.
    pub(super) fn finish(&self, begun: FarBegun) -> Result<(), Problem> {
        let mut all = begun.ready.clone().into_os_string();
        all.push("/");
        let all = PathBuf::from(all);
        self.rsync(&["--recursive", "--ignore-times"], &all, &begun)?;
        self.compare(&begun, &all)?;
        let (directory, name) = (&self.directory, &begun.name);
        let mut finish = format!(
            "cd {directory} && sync && if [ -e {PROMOTED} ]; then echo {IS_PROMOTED}; exit 0; fi; \
             [ ! -e {name} ] && mv {name}.new {name} && sync"
        );
        for old in begun.there.iter().rev().skip(1).filter(|old| *old != name) {
            finish.push_str(&format!(" && mv {old} {old}.old && rm -rf {old}.old"));
        }
        if carrier::there(&self.host, &finish)?.trim() == IS_PROMOTED {
            return Err(promoted(Path::new(&self.told())));
        }
        Ok(())
    }

    /// Compares what has arrived with what was sent, by their bytes.
    fn compare(&self, begun: &FarBegun, sent: &Path) -> Result<(), Problem> {
        let differs = self.rsync(&["--recursive", "--checksum", "--dry-run", "--out-format=%n"], sent, begun)?;
        // A directory is told of for its time alone.
        if differs.lines().any(|name| !name.is_empty() && !name.ends_with('/')) {
            return Err(Problem::new(Kind::Io, "copy-not-whole").with("what", "bytes").with("path", self.told()));
        }
        Ok(())
    }

    fn rsync(&self, how: &[&str], from: &Path, begun: &FarBegun) -> Result<String, Problem> {
        carrier::send(how, from, &format!("{}:{}/{}.new/", self.host, self.directory, begun.name))
    }
}
