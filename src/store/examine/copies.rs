//! The copies of a casebook: whether the last backup is whole and young enough, and whether standbys still come.

use super::{Check, Finding};
use crate::domain::backup::{BackupState, LastCopy};
use crate::domain::problem::{Kind, Problem};
use crate::store::{CopyKind, Store};

impl Store {
    /// Backups that were proven, how many there are, and what is to be seen to of them.
    pub(super) fn backups(&self) -> Result<Finding, Problem> {
        let health = self.backup_health()?;
        let proven = |row: &&crate::store::CopyRow| row.kind == CopyKind::Backup && row.proven_at.is_some();
        let count = self.copies()?.iter().filter(proven).count();
        let warning = match (health.state, &health.last) {
            (BackupState::Good | BackupState::NotYet, _) => None,
            (BackupState::Never, _) => Some(Problem::new(Kind::Io, "backup-never")),
            (BackupState::Failed, None) => Some(Problem::new(Kind::Io, "backup-failed-first")),
            (BackupState::Failed, Some(last)) => Some(told("backup-failed", last)),
            (BackupState::Late, last) => last.as_ref().map(|last| told("backup-late", last)),
        };
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        Ok(Finding { warnings: warning.into_iter().collect(), ..Finding::of(Check::Backups).counting(count) })
    }

    /// Places of standbys, how many there are, and which of them no longer get any.
    pub(super) fn standbys(&self) -> Result<Finding, Problem> {
        let standbys = self.backup_health()?.standbys;
        let late = standbys.iter().filter(|standby| standby.is_late);
        let warnings =
            late.map(|standby| told(standby.at.map_or("standby-never", |_| "standby-late"), standby)).collect();
        let count = i64::try_from(standbys.len()).unwrap_or(i64::MAX);
        Ok(Finding { warnings, ..Finding::of(Check::Standbys).counting(count) })
    }
}

fn told(key: &'static str, copy: &LastCopy) -> Problem {
    let at = copy.at.map(|at| at.format("%Y-%m-%d %H:%M UTC").to_string()).unwrap_or_default();
    Problem::new(Kind::Io, key).with("place", &copy.place).with("at", at)
}
