//! Problems, as data: a kind for the exit status, a key for the sentence, its arguments, the cause.
//!
//! The sentence and the hint are in the locale files under `problem-<key>` and `problem-<key>.hint`; a problem never
//! holds case text, names, keys or passphrases other than what the person who reads it has just typed.

use std::error::Error;
use std::{fmt, io};

/// What sort of trouble it is; the command line turns this into its exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The call itself is wrong: an option, a file that is not there.
    Usage,
    /// What was typed or imported cannot be taken as it stands.
    Invalid,
    /// There is no such record.
    NotFound,
    /// The user's role does not allow it.
    Refused,
    /// Somebody else saved first, or what would be undone has changed since.
    Conflict,
    /// The casebook cannot be opened: passphrase, key file, format, rights on the directory.
    Locked,
    /// Disk, database or terminal failed.
    Io,
}

impl Kind {
    /// The kind's name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::Invalid => "invalid",
            Self::NotFound => "not_found",
            Self::Refused => "refused",
            Self::Conflict => "conflict",
            Self::Locked => "locked",
            Self::Io => "io",
        }
    }
}

/// One thing that went wrong.
#[derive(Debug)]
pub struct Problem {
    /// What sort of trouble.
    pub kind: Kind,
    /// Which sentence, without the `problem-` in front.
    pub key: &'static str,
    /// The sentence's arguments.
    pub args: Vec<(&'static str, String)>,
    cause: Option<Box<dyn Error + Send + Sync>>,
}

impl Problem {
    /// A problem of a kind, with the key of its sentence.
    pub fn new(kind: Kind, key: &'static str) -> Self {
        Self { kind, key, args: Vec::new(), cause: None }
    }

    /// A problem with a file. That a disk is full or read-only is said whatever was tried.
    pub fn of_file(key: &'static str, cause: io::Error) -> Self {
        let key = match cause.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::FULL,
            io::ErrorKind::ReadOnlyFilesystem => Self::READ_ONLY,
            _ => key,
        };
        Self::new(Kind::Io, key).because(cause)
    }

    /// The key of a disk that is full.
    pub const FULL: &'static str = "disk-full";

    /// The key of a disk that cannot be written to, and of files that cannot.
    pub const READ_ONLY: &'static str = "read-only";

    /// The key of what is not done yet because somebody else writes, and comes again by itself.
    pub const WAITS: &'static str = "waits";

    /// Adds an argument of the sentence.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The same once more, to be told at another place; the cause stays with the first.
    pub fn again(&self) -> Self {
        Self { kind: self.kind, key: self.key, args: self.args.clone(), cause: None }
    }

    /// Adds the error underneath.
    pub fn because(mut self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.cause = Some(cause.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.key)?;
        for (name, value) in &self.args {
            write!(out, " {name}={value}")?;
        }
        Ok(())
    }
}

impl Error for Problem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_ref().map(|cause| cause.as_ref() as &(dyn Error + 'static))
    }
}
