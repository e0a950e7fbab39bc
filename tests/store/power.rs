//! Power that goes at any moment of a day's work. A process saves, told once each save is on the disk, and everything
//! it writes is recorded (`tests/disk`). From that, what a disk may hold after a power cut is made, at any write: all
//! that had been written by then, the last write torn; or what had been synced, and of the rest some sectors and not
//! others, as a disk does that writes in an order of its own. Each is opened: what was acknowledged by then is there,
//! whole.

#![allow(clippy::print_stdout, reason = "the process that a test starts says what it has done")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use trygg::domain::session::Session;
use trygg::store::{Casebook, SessionFilter, Store, Waiting};

use super::desk::{self, Desk, add, family, session};
use super::disk::{self, Event, File};

const PLACE: &str = "TRYGG_TEST_SAVE_UNTIL_POWER_GOES";

/// How many times power goes, unless the environment says otherwise; and how many saves there are, each of some pages,
/// so that the log is copied several times.
const CUTS: usize = 3000;
const SAVES: usize = 250;
const LONG: usize = 20_000;

const SECTOR: usize = 512;

/// Numbers as good as any, the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// A file: what is surely on the disk, and what was written since and may be.
#[derive(Default, Clone)]
struct Image {
    durable: Vec<u8>,
    pending: Vec<Change>,
    /// Syncs that have begun and not ended: the thread, and how much was pending then.
    syncs: Vec<(usize, usize)>,
}

#[derive(Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

impl Change {
    fn make(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Write(at, data) => put(bytes, *at, data),
            Self::Truncate(length) => bytes.resize(*length, 0),
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, data: &[u8]) {
    bytes.resize(bytes.len().max(at + data.len()), 0);
    bytes[at..at + data.len()].copy_from_slice(data);
}

impl Image {
    fn sync_ends(&mut self, thread: usize) {
        let Some(which) = self.syncs.iter().position(|(begun, _)| *begun == thread) else { return };
        let (_, many) = self.syncs.remove(which);
        for change in self.pending.drain(..many) {
            change.make(&mut self.durable);
        }
        for (_, begun) in &mut self.syncs {
            *begun = begun.saturating_sub(many);
        }
    }

    /// All that was written, the last write torn somewhere.
    fn torn(&self, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        for (number, change) in self.pending.iter().enumerate() {
            match change {
                Change::Write(at, data) if number + 1 == self.pending.len() => {
                    put(&mut bytes, *at, &data[..dice.roll(data.len() + 1)]);
                }
                change => change.make(&mut bytes),
            }
        }
        bytes
    }

    /// What stood there now or some time since it was synced: one line, which a disk writes whole or not at all.
    fn earlier(&self, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        let some = dice.roll(self.pending.len() + 1);
        self.pending[..some].iter().for_each(|change| change.make(&mut bytes));
        bytes
    }

    /// What was synced, and some sectors of what was written since.
    fn shuffled(&self, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        let share = 1 + dice.roll(8);
        for change in &self.pending {
            match change {
                Change::Write(at, data) => {
                    for (number, sector) in data.chunks(SECTOR).enumerate() {
                        if dice.roll(9) < share {
                            put(&mut bytes, at + number * SECTOR, sector);
                        }
                    }
                }
                change if dice.roll(9) < share => change.make(&mut bytes),
                Change::Truncate(_) => {}
            }
        }
        bytes
    }
}

#[test]
#[ignore = "takes minutes: cargo test --test store power:: -- --ignored --nocapture"]
#[allow(clippy::disallowed_methods, reason = "how the test tells its own process what it is")]
fn what_was_acknowledged_survives_a_power_cut_at_any_write() {
    if let Some(place) = std::env::var_os(PLACE) {
        return work(Path::new(&place));
    }
    let cuts = std::env::var("TRYGG_CUTS").ok().and_then(|text| text.parse().ok()).unwrap_or(CUTS);
    let desk = Desk::new();
    add(&desk.leader(), &family("A-1", "Ek"));
    let read = |name: &str| fs::read(desk.casebook.directory().join(name)).unwrap_or_default();
    let found = |name: &str| Image { durable: read(name), ..Image::default() };
    let mut platter = Platter { database: found("casebook.db"), log: found("casebook.db-wal"), head: found("head") };
    let copy = copy_of(desk.casebook.directory(), desk.beside());
    let tape = desk.beside().join("tape");
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["power::what_was_acknowledged_survives_a_power_cut_at_any_write", "--exact", "--ignored"])
        .args(["--nocapture", "--test-threads=1"])
        .env(PLACE, desk.casebook.directory())
        .env("LD_PRELOAD", disk::build(desk.beside()))
        .env("TRYGG_DISK_LOG", &tape)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(done.success());
    let events = disk::tape(&tape);
    let syncs = events.iter().filter(|event| matches!(event, Event::SyncEnds(..))).count();
    let copied = events.iter().filter(|event| matches!(event, Event::SyncEnds(File::Database, _))).count();
    let (mut dice, mut acknowledged, mut cut, mut found) = (Dice(7), Vec::new(), 0, 0);
    for (number, event) in events.iter().enumerate() {
        match event {
            Event::Write(file, at, data) => platter.of(*file).pending.push(Change::Write(*at, data.clone())),
            Event::Truncate(file, length) => platter.of(*file).pending.push(Change::Truncate(*length)),
            Event::SyncBegins(file, thread) => {
                let image = platter.of(*file);
                image.syncs.push((*thread, image.pending.len()));
            }
            Event::SyncEnds(file, thread) => platter.of(*file).sync_ends(*thread),
            Event::Removed(_) => break,
            Event::Said(text) => {
                acknowledged.extend(text.lines().filter_map(|line| line.strip_prefix("saved ")).map(str::to_owned))
            }
        }
        // Evenly over the whole tape, each time a little before or after.
        if dice.roll(events.len()) >= cuts {
            continue;
        }
        cut += 1;
        let (database, log) = if cut % 2 == 0 {
            (platter.database.torn(&mut dice), platter.log.torn(&mut dice))
        } else {
            (platter.database.shuffled(&mut dice), platter.log.shuffled(&mut dice))
        };
        let files = [("casebook.db", database), ("casebook.db-wal", log), ("head", platter.head.earlier(&mut dice))];
        found = check(&copy, &files, &acknowledged, &format!("cut {cut} after {number} of {}", events.len()));
    }
    println!(
        "{} writes and syncs ({syncs} syncs, the log copied {copied} times), power cut {cut} times: \
         all of {} acknowledged saves there each time, {found} found at the last",
        events.len(),
        acknowledged.len()
    );
    assert!(copied > 1 && acknowledged.len() > SAVES && cut > cuts / 2);
}

/// The disk, file by file.
#[derive(Default)]
struct Platter {
    database: Image,
    log: Image,
    head: Image,
}

impl Platter {
    fn of(&mut self, file: File) -> &mut Image {
        match file {
            File::Database => &mut self.database,
            File::Log => &mut self.log,
            File::Head => &mut self.head,
        }
    }
}

/// What is in the casebook beside its database.
fn copy_of(from: &Path, beside: &Path) -> Casebook {
    let to = beside.join("after");
    fs::create_dir_all(to.join("keys")).unwrap();
    for directory in [&to, &to.join("keys")] {
        fs::set_permissions(directory, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    }
    for file in ["casebook.toml", "casebook.db", "gate", "head", "keys/demo.toml"] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    Casebook::find(&to).unwrap()
}

/// Opens what the disk may hold. How many saves are there.
fn check(casebook: &Casebook, files: &[(&str, Vec<u8>)], acknowledged: &[String], when: &str) -> usize {
    let path = |name: &str| casebook.directory().join(name);
    let _ = fs::remove_file(path("casebook.db-shm"));
    for (file, held) in files {
        fs::write(path(file), held).unwrap();
        fs::set_permissions(path(file), std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    }
    let store = casebook.unlock("Lena", "", desk::clock).unwrap_or_else(|problem| panic!("{when}: {problem:?}"));
    let rows = store.sessions(&SessionFilter::default(), 0, usize::MAX).unwrap();
    let notes: std::collections::BTreeSet<&str> =
        rows.iter().filter_map(|row| row.note.as_deref()).filter_map(|note| note.split(' ').next()).collect();
    for name in acknowledged {
        assert!(notes.contains(name.as_str()), "{when}: {name} is gone");
    }
    // A list shows the beginning of a note.
    for row in rows.iter().rev().step_by(23) {
        let note = store.get::<Session>(row.id).unwrap().value.note.unwrap();
        assert!(note.len() == LONG, "{when}: half a note");
    }
    // That takes longest.
    if acknowledged.len().is_multiple_of(3) {
        for finding in store.examine(casebook).unwrap() {
            assert!(finding.faults.is_empty(), "{when}: {finding:?}");
        }
        let proof = store.verify(casebook).unwrap();
        assert!(proof.holds(), "{when}: {proof:?}");
    }
    rows.len()
}

/// A disk that takes nothing any more: nobody is told that something is saved, and what was saved before is there.
#[test]
#[allow(clippy::disallowed_methods, reason = "how the test tells its own process what it is")]
fn a_disk_that_answers_with_errors_is_told_of() {
    if let Some(place) = std::env::var_os(PLACE) {
        return save_while_the_disk_fails(Path::new(&place));
    }
    let desk = Desk::new();
    add(&desk.leader(), &family("A-1", "Ek"));
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["power::a_disk_that_answers_with_errors_is_told_of", "--exact", "--nocapture", "--test-threads=1"])
        .env(PLACE, desk.casebook.directory())
        .env("LD_PRELOAD", disk::build(desk.beside()))
        .env("TRYGG_DISK_FAILS", "6")
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let told = String::from_utf8(done.stdout).unwrap();
    let said = |what: &str| told.lines().filter_map(|line| line.strip_prefix(what)).collect::<Vec<_>>();
    assert!(!said("saved ").is_empty() && said("not sure ").len() > 5, "{told}");
    let saved = desk.leader().sessions(&SessionFilter::default(), 0, usize::MAX).unwrap();
    for name in said("saved ") {
        assert!(saved.iter().any(|row| row.note.as_deref() == Some(name)), "{name}");
    }
}

fn save_while_the_disk_fails(place: &Path) {
    let store = Casebook::find(place).unwrap().unlock("Lena", "", desk::clock).unwrap();
    println!();
    for number in 0..20 {
        let name = format!("n-{number}");
        let value = Session { note: Some(name.clone()), ..session(1.into(), "2026-11-03") };
        match store.add(&value, trygg::store::Origin::Direct) {
            Ok(_) => println!("saved {name}"),
            Err(problem) => {
                assert_eq!(problem.key, "not-on-disk");
                println!("not sure {name}");
            }
        }
    }
}

/// Two who save at once: one waits for the disk each time, the other is told by whoever waits for it.
fn work(place: &Path) {
    let open = || Casebook::find(place).unwrap().unlock("Lena", "", desk::clock).unwrap();
    thread::scope(|scope| {
        scope.spawn(|| save(&open(), "a"));
        scope.spawn(|| {
            let store = open();
            store.serve(Box::new(|_| Waiting::GoesOn), Arc::new(|| {}));
            save(&store, "b");
        });
    });
}

fn save(store: &Store, who: &str) {
    for number in 0..SAVES {
        let name = format!("{who}-{number}");
        let note = format!("{name} {}", "x".repeat(LONG - name.len() - 1));
        add(store, &Session { note: Some(note), ..session(1.into(), "2026-11-03") });
        if number % 3 == 0 {
            store.briefly(|| store.keep_draft("line", &name)).unwrap_or_default();
        }
        assert!(store.is_on_disk(Duration::from_secs(60)));
        let mut out = std::io::stdout();
        out.write_all(format!("saved {name}\n").as_bytes()).unwrap();
        out.flush().unwrap();
    }
}
