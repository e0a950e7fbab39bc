//! On what file system a casebook lies. Writers queue by locks, and who reads goes by an index in memory that all of
//! them share: neither holds where several machines have the same disk, and one save may then overwrite another.
//!
//! So a casebook on a disk of the network is not opened, unless whoever looks after it has said in `place.toml` beside
//! the database that its locks hold and that one machine alone opens it:
//!
//! ```toml
//! network_disk = "one machine, and its locks hold"
//! ```

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{major, minor, statfs};
use serde::Deserialize;

use super::files;
use crate::domain::problem::{Kind, Problem};

/// The file of this setting.
pub(super) const FILE: &str = "place.toml";

/// What is to stand in it, letter for letter, so that nobody says it without having read what it means.
const PROMISE: &str = "one machine, and its locks hold";

/// The setting is a line.
const LARGEST: u64 = 16 * 1024;

/// What can be said of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ground {
    /// A disk of this machine.
    Disk,
    /// In memory, gone when the machine is started again.
    Memory,
    /// A disk of the network, and what it is called.
    Network(String),
    /// A file system that a program of the machine makes; what stands behind it nobody knows.
    Unknown(String),
}

/// File systems that several machines may have at once, by the number that Linux knows them by.
const NETWORK: &[(u32, &str)] = &[
    (0x6969, "nfs"),
    (0x517b, "smb"),
    (0xfe53_4d42, "smb2"),
    (0xff53_4d42, "cifs"),
    (0x0102_1997, "9p"),
    (0x00c3_6400, "ceph"),
    (0x5346_414f, "afs"),
    (0x6b41_4653, "kafs"),
    (0x7375_7245, "coda"),
    (0x564c, "ncp"),
    (0x0bd0_0bd0, "lustre"),
    (0x0116_1970, "gfs2"),
    (0x7461_636f, "ocfs2"),
    (0x786f_4256, "vboxsf"),
    (0xbacb_acbc, "vmhgfs"),
    (0x4750_4653, "gpfs"),
    (0x1983_0326, "fhgfs"),
    (0xaad7_aaea, "panfs"),
    (0x2030_528d, "orangefs"),
];

const MEMORY: &[u32] = &[0x0102_1994, 0x8584_58f6];

/// One that a program makes.
const FUSE: u32 = 0x6573_5546;

/// What is known of those, by the name in the list of what is mounted.
const FUSE_NETWORK: &[&str] = &[
    "sshfs",
    "glusterfs",
    "s3fs",
    "rclone",
    "davfs",
    "ceph-fuse",
    "ceph",
    "juicefs",
    "goofys",
    "smbnetfs",
    "gvfsd-fuse",
    "moosefs",
    "mfs",
    "vmhgfs-fuse",
    "curlftpfs",
    "afpfs",
    "lustre",
    "seaweedfs",
    "beegfs",
    "onedriver",
    "gcsfuse",
    "blobfuse",
    "blobfuse2",
    "weed",
    "virtiofs",
    "prl_fs",
];
const FUSE_DISK: &[&str] = &[
    "fuseblk",
    "gocryptfs",
    "encfs",
    "cryfs",
    "securefs",
    "bindfs",
    "ntfs-3g",
    "fuse-overlayfs",
    "lxcfs",
    "veracrypt",
];

/// On what a file or directory lies.
///
/// # Errors
/// When the system does not tell.
pub(super) fn ground(path: &Path) -> io::Result<Ground> {
    // What Linux knows file systems by is a number of four bytes, however wide the field is.
    let number = statfs(path)?.f_type as u64 & 0xffff_ffff;
    let number = u32::try_from(number).unwrap_or_default();
    let name = if number == FUSE { fs::metadata(path).ok().and_then(|meta| mounted_as(meta.dev())) } else { None };
    Ok(told(number, name.as_deref()))
}

fn told(number: u32, name: Option<&str>) -> Ground {
    if let Some((_, name)) = NETWORK.iter().find(|(known, _)| *known == number) {
        return Ground::Network((*name).to_owned());
    }
    if MEMORY.contains(&number) {
        return Ground::Memory;
    }
    if number != FUSE {
        return Ground::Disk;
    }
    let name = name.unwrap_or("fuse");
    let short = name.strip_prefix("fuse.").unwrap_or(name);
    if FUSE_NETWORK.contains(&short) {
        Ground::Network(name.to_owned())
    } else if FUSE_DISK.contains(&short) {
        Ground::Disk
    } else {
        Ground::Unknown(name.to_owned())
    }
}

/// What kind of file system a device is, by the list of what is mounted.
fn mounted_as(device: u64) -> Option<String> {
    named_in(&fs::read_to_string("/proc/self/mountinfo").ok()?, &format!("{}:{}", major(device), minor(device)))
}

fn named_in(list: &str, device: &str) -> Option<String> {
    let mut lines = list.lines().filter(|line| line.split(' ').nth(2) == Some(device));
    let (_, rest) = lines.next_back()?.split_once(" - ")?;
    rest.split(' ').next().map(str::to_owned)
}

/// What stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    network_disk: String,
}

/// What the unit says of its disk; a file that says something else is a fault, and promises nothing.
///
/// # Errors
/// A file that cannot be read, or says something else.
pub(super) fn is_promised(directory: &Path) -> Result<bool, Problem> {
    let path = directory.join(FILE);
    let text = match files::read_small(&path, LARGEST) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(false),
        read => read.map_err(|cause| files::problem("unit-file", &path, cause).with("file", FILE))?,
    };
    let wrong = || Problem::new(Kind::Invalid, "place-file").with("file", FILE).with("promise", PROMISE);
    let said: Said = toml::from_str(&text).map_err(|cause| wrong().because(cause))?;
    if said.network_disk == PROMISE { Ok(true) } else { Err(wrong()) }
}

/// Refuses a place where the locks of a casebook cannot be trusted.
///
/// # Errors
/// A disk of the network, where the unit has not said that its locks hold.
pub(super) fn check(directory: &Path) -> Result<(), Problem> {
    // Where the system does not tell, it is no worse than any disk; what else is wrong shows when files are opened.
    let Ok(Ground::Network(name)) = ground(directory) else { return Ok(()) };
    if is_promised(directory).unwrap_or(false) {
        return Ok(());
    }
    Err(network_disk(&name, directory))
}

fn network_disk(name: &str, directory: &Path) -> Problem {
    let problem = Problem::new(Kind::Locked, "network-disk").with("kind", name).with("path", directory.display());
    problem.with("file", FILE).with("promise", PROMISE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_systems_are_known_by_number_and_name() {
        let network = |name: &str| Ground::Network(name.to_owned());
        for (number, name, expected) in [
            (0xef53, None, Ground::Disk),
            (0x5846_5342, None, Ground::Disk),
            (0x9123_683e, None, Ground::Disk),
            (0x794c_7630, None, Ground::Disk),
            (0x0102_1994, None, Ground::Memory),
            (0x6969, None, network("nfs")),
            (0xfe53_4d42, None, network("smb2")),
            (0xff53_4d42, None, network("cifs")),
            (0x0102_1997, None, network("9p")),
            (FUSE, Some("fuse.sshfs"), network("fuse.sshfs")),
            (FUSE, Some("virtiofs"), network("virtiofs")),
            (FUSE, Some("fuseblk"), Ground::Disk),
            (FUSE, Some("fuse.gocryptfs"), Ground::Disk),
            (FUSE, Some("fuse.somebodys"), Ground::Unknown("fuse.somebodys".to_owned())),
            (FUSE, None, Ground::Unknown("fuse".to_owned())),
        ] {
            assert_eq!(told(number, name), expected, "{number:x} {name:?}");
        }
    }

    #[test]
    fn the_list_of_what_is_mounted_is_read() {
        let list = "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n\
                    40 22 0:34 / /mnt/a\\040b rw shared:9 master:2 - fuse.sshfs a@b:/ rw\n\
                    41 22 0:35 / /mnt/none rw - tmpfs tmpfs rw\n";
        assert_eq!(named_in(list, "0:34").as_deref(), Some("fuse.sshfs"));
        assert_eq!(named_in(list, "0:35").as_deref(), Some("tmpfs"));
        assert_eq!(named_in(list, "0:99"), None);
        assert_eq!(named_in("nothing of the kind\n", "0:34"), None);
    }

    #[test]
    fn only_the_promise_itself_is_one() {
        let directory = tempfile::tempdir().unwrap();
        let says = |text: &str| {
            fs::write(directory.path().join(FILE), text).unwrap();
            is_promised(directory.path()).map_err(|problem| problem.key)
        };
        assert_eq!(is_promised(directory.path()).map_err(|problem| problem.key), Ok(false));
        assert_eq!(says("network_disk = \"one machine, and its locks hold\"\n"), Ok(true));
        for other in ["network_disk = true", "network_disk = \"yes\"", "", "other = 1", "network_disk"] {
            assert_eq!(says(other), Err("place-file"), "{other}");
        }
    }

    #[test]
    fn this_machines_own_disk_is_none_of_the_network() {
        let directory = tempfile::tempdir().unwrap();
        assert!(matches!(ground(directory.path()).unwrap(), Ground::Disk | Ground::Memory));
        check(directory.path()).unwrap();
    }
}
