//! The unit's own settings, and the files of a casebook that are read before it is unlocked.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::TempDir;
use trygg::demo;
use trygg::domain::codes::Role;
use trygg::domain::deadlines::Rules;
use trygg::domain::network::Scheme;
use trygg::domain::visit::{Ladder, Unit};
use trygg::store::{Casebook, FirstUser};

use super::desk;

/// The first byte chooses whose settings, the rest is the text.
pub fn text(bytes: &[u8]) {
    let [which, text @ ..] = bytes else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let read = match which % 4 {
        0 => Ladder::parse(text).map(drop),
        1 => Unit::default().read_days(text),
        2 => Scheme::parse(text).map(drop),
        _ => Rules::with_own(text).map(drop),
    };
    if let Err(problem) = read {
        // Which file it stands in is known to whoever reads it.
        desk::with(|desk| desk.tell(&problem.with("file", "settings.toml")));
    }
}

/// Files in a casebook's directory. The last is its card: without it there is no casebook.
const FILES: [&str; 9] = [
    "ladder.toml",
    "visits.toml",
    "network.toml",
    "rules.toml",
    "place.toml",
    "lock.toml",
    "reports.toml",
    "keys/demo.toml",
    "casebook.toml",
];

/// The first byte chooses the file, the rest is what stands in it. Settings that are faulty lock nobody out.
pub fn file(bytes: &[u8]) {
    let [which, text @ ..] = bytes else { return };
    let which = usize::from(*which) % FILES.len();
    BOOKS.with(|books| {
        let path = books.demo.join(FILES[which]);
        let before = fs::read(&path).ok();
        write(&path, text);
        let opened =
            Casebook::find(&books.demo).and_then(|casebook| casebook.unlock(&demo::staff()[0].name, "", desk::clock));
        desk::with(|desk| match opened {
            Ok(store) => store.unit_faults().iter().for_each(|fault| desk.tell(fault)),
            Err(problem) => {
                desk.tell(&problem);
                assert!(which >= FILES.len() - 2, "{} locks people out: {problem:?}", FILES[which]);
            }
        });
        match before {
            Some(before) => write(&path, &before),
            None => fs::remove_file(&path).unwrap(),
        }
    });
}

const PASSPHRASE: &str = "fyra helt vanliga ord";

/// What stands in a user's slot: anything or, after a byte of one, the slot that is there with letters in it changed.
/// It opens the casebook only where it says what the one says that is there.
pub fn slot(bytes: &[u8]) {
    BOOKS.with(|books| {
        let planted = match bytes {
            [1, changes @ ..] => changed(&books.good, changes),
            _ => bytes.to_vec(),
        };
        write(&books.slot, &planted);
        let opened = Casebook::find(&books.real).and_then(|casebook| {
            casebook.users()?;
            casebook.unlock("Karin", PASSPHRASE, desk::clock)
        });
        match opened {
            Ok(_) => assert!(same(&planted, &books.good), "a slot that nobody wrote opens the casebook"),
            Err(problem) => desk::with(|desk| desk.tell(&problem)),
        }
        write(&books.slot, &books.good);
    });
}

/// Three bytes a change: where, in two, and what stands there then.
fn changed(slot: &[u8], changes: &[u8]) -> Vec<u8> {
    let mut slot = slot.to_vec();
    for change in changes.as_chunks::<3>().0 {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % slot.len();
        slot[at] = change[2];
    }
    slot
}

/// Whether two slots say the same, however they are set.
fn same(one: &[u8], other: &[u8]) -> bool {
    let read = |bytes: &[u8]| std::str::from_utf8(bytes).ok().and_then(|text| text.parse::<toml::Table>().ok());
    let lower = |table: toml::Table| toml::to_string(&table).unwrap().to_lowercase();
    match (read(one), read(other)) {
        (Some(one), Some(other)) => lower(one) == lower(other),
        _ => false,
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
    fs::set_permissions(path, Permissions::from_mode(0o600)).unwrap();
}

struct Books {
    demo: std::path::PathBuf,
    real: std::path::PathBuf,
    slot: std::path::PathBuf,
    good: Vec<u8>,
    _directory: TempDir,
}

thread_local! {
    static BOOKS: Books = {
        let directory = tempfile::tempdir().unwrap();
        let (demo, real) = (directory.path().join("demo"), directory.path().join("real"));
        let staff: Vec<FirstUser<'_>> =
            demo::staff().iter().map(|staff| FirstUser { name: &staff.name, role: staff.role }).collect();
        Casebook::init_demo(&demo, &staff, desk::clock).unwrap();
        let karin = FirstUser { name: "Karin", role: Role::TeamLeader };
        Casebook::init(&real, karin, PASSPHRASE, desk::clock).unwrap();
        let slots = fs::read_dir(real.join("keys")).unwrap();
        let slot = slots.map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some()).unwrap();
        let good = fs::read(&slot).unwrap();
        Books { demo, real, slot, good, _directory: directory }
    };
}
