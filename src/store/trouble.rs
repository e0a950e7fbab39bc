//! SQLite's reports, as problems a person can act on. Never quotes values.

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE;

use crate::domain::problem::{Kind, Problem};

/// What SQLite says when something still hangs on a row; its result code is that of any trigger for ON DELETE RESTRICT.
const FOREIGN_KEY: &str = "FOREIGN KEY constraint failed";

/// SQLite's primary result code -> our kind and sentence.
const TABLE: &[(ErrorCode, Kind, &str)] = &[
    (ErrorCode::NotADatabase, Kind::Locked, "key-does-not-fit"),
    (ErrorCode::DatabaseCorrupt, Kind::Io, "damaged-database"),
    (ErrorCode::DiskFull, Kind::Io, Problem::FULL),
    (ErrorCode::DatabaseBusy, Kind::Io, "busy"),
    (ErrorCode::DatabaseLocked, Kind::Io, "busy"),
    (ErrorCode::ReadOnly, Kind::Io, Problem::READ_ONLY),
    (ErrorCode::PermissionDenied, Kind::Io, "cannot-open"),
    (ErrorCode::CannotOpen, Kind::Io, "cannot-open"),
    (ErrorCode::SystemIoFailure, Kind::Io, "disk-failed"),
];

/// What a disk says that is full, read-only, or gone: it may be read from all the same.
const OF_DISK: &[&str] = &[Problem::FULL, Problem::READ_ONLY, "cannot-open", "disk-failed", "write-file"];

/// Whether it is the disk that cannot be written to, rather than the casebook that cannot be read.
pub(super) fn is_of_disk(problem: &Problem) -> bool {
    OF_DISK.contains(&problem.key)
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        let Some(found) = error.sqlite_error().copied() else {
            return Self::new(Kind::Io, "database").because(error);
        };
        if found.extended_code == SQLITE_CONSTRAINT_UNIQUE {
            let field = error.to_string().rsplit('.').next().unwrap_or_default().trim().to_owned();
            return Self::new(Kind::Invalid, "taken").with("field", field).because(error);
        }
        if error.to_string() == FOREIGN_KEY {
            return Self::new(Kind::Refused, "still-used").because(error);
        }
        let (kind, key) = TABLE
            .iter()
            .find(|(code, ..)| *code == found.code)
            .map_or((Kind::Io, "database"), |(_, kind, key)| (*kind, *key));
        Self::new(kind, key).because(error)
    }
}
