//! Whether a crash would write what is in memory, names and keys with it, into a file.

use std::fs;

use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

use crate::domain::problem::{Kind, Problem};

/// Where the system writes core files, or to which program it hands them.
const PATTERN: &str = "/proc/sys/kernel/core_pattern";

pub(super) fn look() -> Vec<Problem> {
    let dumpable = !dumpable_behavior().is_ok_and(|how| how == DumpableBehavior::NotDumpable);
    // None is no limit at all.
    let limit = getrlimit(Resource::Core).current.unwrap_or(u64::MAX);
    judge(dumpable, limit, fs::read_to_string(PATTERN).unwrap_or_default().trim()).into_iter().collect()
}

/// A program that may not be dumped leaves no core anywhere. One that may leaves none in a file where none may be any
/// longer than nothing; a program that the system hands cores to gets them however long they are.
fn judge(dumpable: bool, limit: u64, pattern: &str) -> Option<Problem> {
    let handed_on = pattern.starts_with('|');
    let leaves = dumpable && (limit > 0 || handed_on);
    leaves.then(|| Problem::new(Kind::Io, "core-files").with("pattern", pattern))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_core_is_left_only_where_it_may_be() {
        for (dumpable, limit, pattern, expected) in [
            (false, u64::MAX, "|/usr/lib/systemd/systemd-coredump %P", false),
            (false, 0, "core", false),
            (true, 0, "core", false),
            (true, 1024, "core", true),
            (true, 0, "|/usr/lib/systemd/systemd-coredump %P", true),
        ] {
            assert_eq!(judge(dumpable, limit, pattern).is_some(), expected, "{dumpable} {limit} {pattern}");
        }
    }
}
