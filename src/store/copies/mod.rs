//! Copies of a casebook: backups, and the standby that a second host is given.
//!
//! A copy is a directory with the files of a casebook, in a place that holds several of them, named by the time it was
//! made (UTC). Beside them stands `copy.toml`, which says of which casebook it is a copy, how far its journal goes, and
//! of which kind; while that is there, nobody opens it as a casebook. A copy is made under a name that ends in `.new`,
//! proven where it lies ([`prove`]), and renamed; what is taken away is renamed first as well. So whatever ends the
//! program, a name without an ending is a whole copy.
//!
//! | file | what |
//! |---|---|
//! | `backup` | made while people write: the database says all it holds into a new file (`VACUUM INTO`) |
//! | `standby`, `far` | the database's own file, held still for a moment, so that a copier sends only what is new |
//! | `carrier` | the other programs that carry it |
//! | `restore` | a copy becomes a casebook: elsewhere, or the standby where it lies |
//! | `place` | where copies lie: what is refused there, begun, finished, swept up, taken away |
//! | `parts` | the small files that go along: key files, the unit's settings, the card, the chain's head |
//! | `prove` | whether a directory holds a whole casebook |
//! | `record` | the table of copies: what a purge must know of, and how the last one went |

mod backup;
mod carrier;
mod far;
mod parts;
mod place;
mod prove;
mod record;
mod restore;
mod standby;
mod still;

use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use super::files;
use crate::domain::problem::Problem;

pub use backup::BackupMade;
pub use record::CopyRow;
pub(super) use record::{NOUN, RESTORED, fields, matters};
pub use restore::{Copied, Restored};
pub use standby::StandbyMade;

/// Says of a directory that it is a copy.
const CARD: &str = "copy.toml";

/// The database of a casebook.
const DATABASE: &str = "casebook.db";

/// The card is a few lines.
const LARGEST_CARD: u64 = 16 * 1024;

/// What a copy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopyKind {
    /// To be kept.
    Backup,
    /// To be gone on with on a second host.
    Standby,
}

impl CopyKind {
    /// Its name in the table, in JSON and in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Backup => "backup",
            Self::Standby => "standby",
        }
    }
}

/// What a copy says of itself. It opens nothing and proves nothing; it is there to be read without the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct CopyCard {
    kind: CopyKind,
    /// When it was begun.
    at: DateTime<Utc>,
    /// The token of the casebook it is of, so that casebooks can share a place.
    casebook: String,
    /// The last row of its journal, once it is whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    row: Option<i64>,
}

impl CopyCard {
    /// Reads the card of a directory; none where it is no copy, or its card cannot be read.
    fn read(directory: &Path) -> Option<Self> {
        let text = files::read_plain(&directory.join(CARD), LARGEST_CARD).ok()?;
        toml::from_str(std::str::from_utf8(&text).ok()?).ok()
    }

    fn write(&self, directory: &Path) -> Result<(), Problem> {
        let path = directory.join(CARD);
        let text = toml::to_string(self).map_err(|cause| {
            Problem::new(crate::domain::problem::Kind::Io, "write-file").with("path", path.display()).because(cause)
        })?;
        files::write_whole(&path, text.as_bytes())
    }
}

/// Of which kind a directory is a copy, if it is one.
pub(super) fn kind_of(directory: &Path) -> Option<CopyKind> {
    let is_marked = directory.join(CARD).symlink_metadata().is_ok();
    // A card that cannot be read marks a copy all the same.
    is_marked.then(|| CopyCard::read(directory).map_or(CopyKind::Backup, |card| card.kind))
}

/// A time as it stands in the table and the journal.
fn told(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Removes a directory that is none of anybody's concern if it stays.
fn clear(path: &Path) {
    let _ = std::fs::remove_dir_all(path);
}
