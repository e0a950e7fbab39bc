//! What a casebook stands on: the disk it lies on, the room that is left there, the clock it is written by.

use std::fs;

use chrono::{DateTime, Datelike, SecondsFormat, TimeDelta, Utc};
use rustix::fs::statvfs;

use super::{Check, Finding, found};
use crate::domain::problem::{Kind, Problem};
use crate::store::place::{self, Ground};
use crate::store::{Casebook, CasebookKind, Store};

const MEBIBYTE: u64 = 1024 * 1024;

/// Less room than this is little, however small the casebook.
const LITTLE: u64 = 512 * MEBIBYTE;

/// A copy of the database, and its log, want this many times its size.
const COPIES: u64 = 3;

/// Fewer files than these that can still be made are few.
const FEW_FILES: u64 = 1000;

/// The year this was written in: a clock that stands before it stands wrong.
const WRITTEN: i32 = 2026;

/// A program is not used for longer; a clock that stands after that does.
const LONGEST: i32 = 20;

/// Two machines that agree may be so far apart.
const AGREE: TimeDelta = TimeDelta::minutes(2);

pub(super) fn disk(casebook: &Casebook) -> Finding {
    let mut finding = Finding::of(Check::Disk);
    let path = casebook.directory();
    let warn = |key, kind: &str| Problem::new(Kind::Io, key).with("kind", kind).with("path", path.display());
    match place::ground(path) {
        Ok(Ground::Network(kind)) => finding.warnings.push(warn("disk-of-network", &kind)),
        Ok(Ground::Unknown(kind)) => finding.warnings.push(warn("disk-unknown", &kind)),
        Ok(Ground::Memory) if casebook.purpose() == CasebookKind::Real => {
            finding.warnings.push(warn("disk-in-memory", "tmpfs"));
        }
        Ok(Ground::Memory | Ground::Disk) => {}
        Err(cause) => finding.warnings.push(found(cause.to_string())),
    }
    finding
}

/// The room that is left, in MiB.
pub(super) fn room(casebook: &Casebook) -> Finding {
    let mut finding = Finding::of(Check::Room);
    let room = match statvfs(casebook.directory()) {
        Ok(room) => room,
        Err(cause) => {
            finding.warnings.push(found(cause.to_string()));
            return finding;
        }
    };
    let left = room.f_bavail.saturating_mul(room.f_frsize);
    let size = fs::metadata(casebook.database()).map_or(0, |file| file.len());
    let wanted = size.saturating_mul(COPIES).max(LITTLE);
    if left < wanted {
        let problem = Problem::new(Kind::Io, "little-room").with("left", left / MEBIBYTE);
        finding.warnings.push(problem.with("wanted", wanted / MEBIBYTE));
    }
    // Some file systems make room for files as they go, and count none.
    if room.f_files > 0 && room.f_favail < FEW_FILES {
        finding.warnings.push(Problem::new(Kind::Io, "few-files").with("left", room.f_favail));
    }
    finding.counting(i64::try_from(left / MEBIBYTE).unwrap_or(i64::MAX))
}

impl Store {
    /// Whether the clock goes on from where the journal stopped.
    pub(super) fn clock_stands(&self) -> Result<Finding, Problem> {
        let last: Option<String> = self.connection.query_row("SELECT max(at) FROM journal", [], |row| row.get(0))?;
        let mut finding = Finding::of(Check::Clock);
        finding.warnings.extend(clock((self.clock)(), last.as_deref()));
        Ok(finding)
    }
}

fn clock(now: DateTime<Utc>, last: Option<&str>) -> Option<Problem> {
    let last = last.and_then(|last| DateTime::parse_from_rfc3339(last).ok());
    let problem = |key| Problem::new(Kind::Io, key).with("now", now.to_rfc3339_opts(SecondsFormat::Secs, true));
    match last {
        Some(last) if now + AGREE < last => {
            Some(problem("clock-behind").with("last", last.to_rfc3339_opts(SecondsFormat::Secs, true)))
        }
        _ if !(WRITTEN..=WRITTEN + LONGEST).contains(&now.year()) => Some(problem("clock-wrong")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_stands_wrong_is_told() {
        let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().to_utc();
        for (now, last, expected) in [
            ("2026-11-30T10:00:00Z", Some("2026-11-30T09:59:00Z"), None),
            ("2026-11-30T10:00:00Z", Some("2026-11-30T10:01:59Z"), None),
            ("2026-11-30T10:00:00Z", Some("2026-11-30T10:02:01Z"), Some("clock-behind")),
            ("2026-11-30T10:00:00Z", None, None),
            ("1970-01-01T00:00:09Z", None, Some("clock-wrong")),
            ("1970-01-01T00:00:09Z", Some("2026-11-30T10:00:00Z"), Some("clock-behind")),
            ("2051-01-01T00:00:00Z", Some("2026-11-30T10:00:00Z"), Some("clock-wrong")),
            ("2026-11-30T10:00:00Z", Some("no time"), None),
        ] {
            assert_eq!(clock(at(now), last).map(|problem| problem.key), expected, "{now} {last:?}");
        }
    }
}
