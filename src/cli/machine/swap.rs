//! Whether what is in memory may come to lie on a disk in the open: swap that is not encrypted.

use std::fs;
use std::path::{Path, PathBuf};

use rustix::fs::{major, minor};
use std::os::unix::fs::MetadataExt;

use crate::domain::problem::{Kind, Problem};

/// Deeper than anybody lays one block device over another.
const DEEPEST: usize = 8;

pub(super) fn look() -> Vec<Problem> {
    let list = fs::read_to_string("/proc/swaps").unwrap_or_default();
    let open = places(&list).into_iter().filter(|place| !is_encrypted(place));
    open.map(|place| Problem::new(Kind::Io, "open-swap").with("path", place.display())).collect()
}

/// Where the system swaps to; a heading comes first. Blanks in a path stand as `\040`.
fn places(list: &str) -> Vec<PathBuf> {
    let first = |line: &str| line.split_whitespace().next().map(|path| PathBuf::from(path.replace("\\040", " ")));
    list.lines().skip(1).filter_map(first).collect()
}

fn is_encrypted(place: &Path) -> bool {
    let Ok(meta) = fs::metadata(place) else { return false };
    // A file lies on the device of its file system.
    let device = if meta.rdev() == 0 { meta.dev() } else { meta.rdev() };
    let name = format!("{}:{}", major(device), minor(device));
    is_safe(&PathBuf::from("/sys/dev/block").join(name), DEEPEST)
}

/// A device that is encrypted, lies in memory, or lies over nothing but such.
fn is_safe(device: &Path, depth: usize) -> bool {
    let Ok(device) = fs::canonicalize(device) else { return false };
    let name = device.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if name.starts_with("zram") {
        // What does not fit may be written back to a disk.
        return fs::read_to_string(device.join("backing_dev")).map_or(true, |back| back.trim() == "none");
    }
    if fs::read_to_string(device.join("dm/uuid")).is_ok_and(|uuid| uuid.starts_with("CRYPT-")) {
        return true;
    }
    let under: Vec<PathBuf> =
        fs::read_dir(device.join("slaves")).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    depth > 0 && !under.is_empty() && under.iter().all(|device| is_safe(device, depth - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_from_the_systems_list() {
        let list = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n\
                    /dev/dm-1                               partition\t8388604\t\t0\t\t-2\n\
                    /my\\040swap                             file\t\t1024\t\t0\t\t-3\n";
        assert_eq!(places(list), [PathBuf::from("/dev/dm-1"), PathBuf::from("/my swap")]);
        assert!(places("Filename Type Size Used Priority\n").is_empty() && places("").is_empty());
    }

    /// Devices as the system shows them: one over another, encrypted or not.
    #[test]
    fn a_device_is_safe_where_all_it_lies_on_is() {
        let system = tempfile::tempdir().unwrap();
        let device = |name: &str, uuid: Option<&str>, over: &[&str]| {
            let path = system.path().join(name);
            fs::create_dir_all(path.join("slaves")).unwrap();
            if let Some(uuid) = uuid {
                fs::create_dir_all(path.join("dm")).unwrap();
                fs::write(path.join("dm/uuid"), uuid).unwrap();
            }
            for under in over {
                std::os::unix::fs::symlink(system.path().join(under), path.join("slaves").join(under)).unwrap();
            }
            path
        };
        device("sda2", None, &[]);
        device("luks", Some("CRYPT-LUKS2-abc\n"), &["sda2"]);
        let over_luks = device("swap", Some("LVM-abc\n"), &["luks"]);
        let half = device("half", Some("LVM-def\n"), &["luks", "sda2"]);
        let memory = device("zram0", None, &[]);
        assert!(is_safe(&over_luks, DEEPEST) && is_safe(&memory, DEEPEST));
        assert!(!is_safe(&half, DEEPEST) && !is_safe(&system.path().join("sda2"), DEEPEST));
        assert!(!is_safe(&system.path().join("none"), DEEPEST));
        fs::write(memory.join("backing_dev"), "/dev/sda3\n").unwrap();
        assert!(!is_safe(&memory, DEEPEST));
        // A ring, which no system has, ends.
        let ring = device("ring", None, &[]);
        std::os::unix::fs::symlink(&ring, ring.join("slaves/ring")).unwrap();
        assert!(!is_safe(&ring, DEEPEST));
    }
}
