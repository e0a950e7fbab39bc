//! Backups and the standby: what comes back is what was there, what is not whole is not taken for it, and nothing is
//! overwritten.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::thread;

use trygg::domain::backup::BackupState;
use trygg::domain::session::Session;
use trygg::store::{Casebook, Copied, CopyKind, Origin, SessionFilter, Store, Trail};

use super::access_table::{Trial, done, seen};
use super::desk::{self, Desk, add, clock, family, rows, session};

/// As `access_table::TABLE`: who looks after the casebook, and reads no case.
pub const COPIES: &[(&str, &str, Trial)] = &[
    ("backup", "---A-A-", |desk, store, _| done(store.backup(&desk.casebook, &desk.beside().join("backups")))),
    ("standby", "---A-A-", |desk, store, _| done(store.standby(&desk.casebook, &desk.beside().join("standby")))),
    ("end_standby", "---A-A-", |desk, store, _| {
        desk.leader().standby(&desk.casebook, &desk.beside().join("standby"))?;
        done(store.end_standby(&desk.beside().join("standby")))
    }),
    ("copies", "---A-A-", |_, store, _| done(store.copies())),
    ("backup_health", "---A-A-", |_, store, _| done(store.backup_health())),
    ("keeping", "AAAAAAA", |_, store, _| Ok(seen(store.keeping().daily > 0))),
];

/// The directories in a place, by name.
fn names(place: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(place).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn restore(copy: &Path, to: &Path) -> Casebook {
    Copied::find(copy).unwrap().restore("Lena", "", to, clock).unwrap().casebook
}

fn sessions(store: &Store) -> usize {
    store.sessions(&SessionFilter::default(), 0, usize::MAX).unwrap().len()
}

/// Every file of a directory, and of those in it.
fn files(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn a_backup_made_while_people_write_comes_back_as_it_was() {
    let desk = Desk::new();
    let leader = desk.leader();
    let id = add(&leader, &family("A-1", "Ek"));
    fs::write(desk.casebook.directory().join("backup.toml"), "daily = 3\n").unwrap();
    let place = desk.beside().join("kopior");
    let made = thread::scope(|scope| {
        for person in 0..4 {
            let desk = &desk;
            scope.spawn(move || {
                let store = desk.leader();
                for number in 0..30 {
                    let note = Some(format!("{person}-{number}"));
                    add(&store, &Session { note, ..session(id, "2026-11-03") });
                }
            });
        }
        // The last of a day is kept, and each is looked at by itself.
        let kept = |number: usize| {
            let made = desk.leader().backup(&desk.casebook, &place).unwrap();
            let copy = desk.beside().join(format!("kopia {number}"));
            fs::rename(&made.directory, &copy).unwrap();
            (made, copy)
        };
        (0..3).map(kept).collect::<Vec<_>>()
    });
    for (made, copy) in made {
        let to = desk.beside().join(format!("åter {}", made.row));
        let restored = Copied::find(&copy).unwrap().restore("Lena", "", &to, clock).unwrap();
        assert_eq!((restored.row, restored.of), (made.row, CopyKind::Backup));
        let store = restored.casebook.unlock("Lena", "", clock).unwrap();
        // Every session is one row of the journal, and so is the family, the making, and each backup and its proof.
        let written = store.journal(Trail::Newest, 9_999).unwrap();
        let added = written.iter().filter(|row| row.noun == "session").count();
        assert_eq!(sessions(&store), added);
        assert_eq!(store.keeping().daily, 3, "the unit's settings go along");
        let told = written.iter().find(|row| row.noun == "restore").unwrap();
        let after = told.after.as_deref().unwrap();
        assert!(after.contains(&format!("\"row\":{}", made.row)) && after.contains("\"from\":\"backup\""), "{after}");
        assert!(store.examine(&restored.casebook).unwrap().iter().all(|finding| finding.faults.is_empty()));
        let proof = store.verify(&restored.casebook).unwrap();
        assert!(proof.holds(), "{proof:?}");
        assert!(proof.checks.iter().flat_map(|check| &check.found).any(|found| found.what == "restored"), "{proof:?}");
        assert!(restored.note.is_none());
        add(&store, &session(id, "2026-11-04"));
    }
}

#[test]
fn what_lies_there_is_for_its_owner_alone_and_is_not_opened_where_it_lies() {
    let desk = Desk::new();
    let place = desk.beside().join("kopior");
    let made = desk.leader().backup(&desk.casebook, &place).unwrap();
    assert!(made.directory.starts_with(&place));
    for path in files(&made.directory) {
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600, "{path:?}");
    }
    for path in [&place, &made.directory, &made.directory.join("keys")] {
        assert_eq!(fs::metadata(path).unwrap().mode() & 0o777, 0o700, "{path:?}");
    }
    let problem = Casebook::find(&made.directory).unwrap_err();
    assert_eq!(problem.key, "casebook-is-copy");
    // Neither is one made in its place.
    assert_eq!(Casebook::init_demo(&made.directory, &[], clock).unwrap_err().key, "casebook-is-copy");
    let database = fs::read(made.directory.join("casebook.db")).unwrap();
    assert!(!database.windows(6).any(|six| six == b"SQLite"), "it is encrypted");
}

#[test]
fn places_that_could_be_turned_or_read_are_refused_and_leave_nothing() {
    let desk = Desk::new();
    let (leader, own) = (desk.leader(), desk.casebook.directory());
    let open = desk.beside().join("öppen");
    fs::create_dir(&open).unwrap();
    fs::set_permissions(&open, Permissions::from_mode(0o777)).unwrap();
    let (link, dangling, inside) =
        (desk.beside().join("länk"), desk.beside().join("utan mål"), desk.beside().join("väg in"));
    symlink(&open, &link).unwrap();
    symlink(desk.beside().join("finns inte"), &dangling).unwrap();
    symlink(own, &inside).unwrap();
    let file = desk.beside().join("fil");
    fs::write(&file, "").unwrap();
    for (place, key) in [
        (open.clone(), "copy-place-open"),
        (link, "copy-place-link"),
        (dangling, "copy-place-link"),
        (own.to_owned(), "copy-in-casebook"),
        (own.join("keys"), "copy-in-casebook"),
        (own.join("nytt/under"), "copy-in-casebook"),
        (own.join("backups/../keys"), "copy-in-casebook"),
        (inside.join("under"), "copy-in-casebook"),
        (file, "copy-disk-failed"),
    ] {
        let before = files(desk.beside()).len();
        assert_eq!(leader.backup(&desk.casebook, &place).unwrap_err().key, key, "{place:?}");
        assert_eq!(leader.standby(&desk.casebook, &place).unwrap_err().key, key, "{place:?}");
        assert_eq!(files(desk.beside()).len(), before, "{place:?}");
    }
    assert!(!own.join("nytt").exists());
    assert!(names(&open).is_empty());
    // Where nobody else may rename what is ours, it may lie; and among the casebook's own backups.
    fs::set_permissions(&open, Permissions::from_mode(0o1777)).unwrap();
    leader.backup(&desk.casebook, &open).unwrap();
    let made = leader.backup(&desk.casebook, &own.join("backups")).unwrap();
    assert!(made.notes.iter().any(|note| note.key == "copy-same-disk"), "{:?}", made.notes);
}

#[test]
fn nothing_is_overwritten() {
    let desk = Desk::new();
    let made = desk.leader().backup(&desk.casebook, &desk.beside().join("kopior")).unwrap();
    let copied = Copied::find(&made.directory).unwrap();
    let (full, link, empty) = (desk.beside().join("full"), desk.beside().join("länk"), desk.beside().join("tom"));
    fs::create_dir(&full).unwrap();
    fs::write(full.join("brev"), "kvar").unwrap();
    symlink(&full, &link).unwrap();
    fs::create_dir(&empty).unwrap();
    for (to, key) in [
        (desk.casebook.directory(), "casebook-exists"),
        (&full, "directory-not-empty"),
        (&link, "directory-not-empty"),
        (&full.join("brev"), "directory-not-empty"),
        (&made.directory, "casebook-exists"),
    ] {
        let before = files(desk.beside());
        assert_eq!(copied.restore("Lena", "", to, clock).unwrap_err().key, key, "{to:?}");
        assert_eq!(files(desk.beside()).len(), before.len(), "{to:?}");
    }
    restore(&made.directory, &empty).unlock("Lena", "", clock).unwrap();
    assert_eq!(names(desk.beside()).iter().filter(|name| name.ends_with(".restoring")).count(), 0);
    // Only who looks after casebooks makes one of a copy.
    let to = desk.beside().join("nej");
    assert_eq!(copied.restore("Saga", "", &to, clock).unwrap_err().key, "refused");
    assert!(!to.exists() && !desk.beside().join("nej.restoring").exists());
}

/// A copy of a directory.
fn duplicate(from: &Path, to: &Path) {
    for path in files(from) {
        let new = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(new.parent().unwrap()).unwrap();
        fs::copy(path, new).unwrap();
    }
}

#[test]
fn what_is_not_whole_is_not_restored() {
    let desk = Desk::new();
    let leader = desk.leader();
    let id = add(&leader, &family("A-1", "Ek"));
    let place = desk.beside().join("kopior");
    let old = leader.backup(&desk.casebook, &place).unwrap();
    let older = fs::read(old.directory.join("casebook.db")).unwrap();
    for number in 0..200 {
        add(&leader, &Session { note: Some("x".repeat(number * 7)), ..session(id, "2026-11-03") });
    }
    let new = leader.backup(&desk.casebook, &place).unwrap();
    let whole = fs::read(new.directory.join("casebook.db")).unwrap();
    type Harm = (&'static str, Box<dyn Fn(&mut Vec<u8>)>);
    let harms: Vec<Harm> = vec![
        ("a byte is another one", Box::new(|bytes| bytes[40_000] ^= 1)),
        ("the end is missing", Box::new(|bytes| bytes.truncate(bytes.len() - 4096))),
        ("half a page is missing", Box::new(|bytes| bytes.truncate(bytes.len() - 2048))),
        ("a page stands twice", Box::new(|bytes| bytes.copy_within(8 * 4096..9 * 4096, 9 * 4096))),
        ("nothing is there", Box::new(Vec::clear)),
    ];
    for (number, (harm, how)) in harms.iter().enumerate() {
        let copy = desk.beside().join(format!("skada {number}"));
        duplicate(&new.directory, &copy);
        let mut bytes = whole.clone();
        how(&mut bytes);
        fs::write(copy.join("casebook.db"), bytes).unwrap();
        let to = desk.beside().join(format!("åter {number}"));
        let problem = Copied::find(&copy).unwrap().restore("Lena", "", &to, clock).unwrap_err();
        assert_eq!(problem.key, "copy-not-whole", "{harm}: {problem:?}");
        assert!(!to.exists(), "{harm}");
    }
    // An older database put into a newer copy.
    let copy = desk.beside().join("äldre");
    duplicate(&new.directory, &copy);
    fs::write(copy.join("casebook.db"), older).unwrap();
    let problem = Copied::find(&copy).unwrap().restore("Lena", "", &desk.beside().join("åter"), clock).unwrap_err();
    assert_eq!(problem.key, "copy-not-whole");
    assert!(problem.args.contains(&("what", "rows".to_owned())), "{problem:?}");
}

#[test]
fn a_copy_cannot_make_us_read_somebody_elses_file() {
    let desk = Desk::new();
    let made = desk.leader().backup(&desk.casebook, &desk.beside().join("kopior")).unwrap();
    let secret = desk.beside().join("hemligt");
    fs::write(&secret, "daily = 1\n").unwrap();
    let to = desk.beside().join("åter");
    for part in ["rules.toml", "casebook.db"] {
        let copy = desk.beside().join(format!("med {part}"));
        duplicate(&made.directory, &copy);
        let _ = fs::remove_file(copy.join(part));
        symlink(&secret, copy.join(part)).unwrap();
        let problem = Copied::find(&copy).unwrap().restore("Lena", "", &to, clock).unwrap_err();
        assert_eq!(problem.key, "read-part", "{part}");
        assert!(!to.exists(), "{part}");
    }
}

#[test]
fn older_backups_go_by_the_units_rules_and_only_our_own() {
    let desk = Desk::new();
    fs::write(desk.casebook.directory().join("backup.toml"), "daily = 1\nweekly = 0\nmonthly = 0\n").unwrap();
    let place = desk.beside().join("kopior");
    let first = desk.leader().backup(&desk.casebook, &place).unwrap();
    // What is somebody else's stays: another casebook's copy, one that is being made, what is no copy at all.
    let other = Desk::new();
    let others = other.leader().backup(&other.casebook, &place).unwrap();
    fs::create_dir(place.join("2020-01-01T000000Z")).unwrap();
    fs::create_dir(place.join("brev")).unwrap();
    let leader = desk.leader();
    let second = leader.backup(&desk.casebook, &place).unwrap();
    assert_eq!((second.kept, second.removed.len(), second.oldest), (1, 1, second.at));
    assert!(!first.directory.exists() && second.directory.exists() && others.directory.exists());
    assert!(place.join("2020-01-01T000000Z").exists() && place.join("brev").exists());
    let known = leader.copies().unwrap();
    assert_eq!(known.len(), 1, "the casebook knows which are gone: {known:?}");
    assert_eq!((known[0].upto, known[0].proven_at.is_some()), (Some(second.row), true));
    // One that somebody removed is known to be gone when the next is made.
    fs::remove_dir_all(&second.directory).unwrap();
    leader.backup(&desk.casebook, &place).unwrap();
    assert_eq!(leader.copies().unwrap().len(), 1);
}

/// What a killed program leaves is never taken for a copy, and is swept up by the next; what is held is being made.
#[test]
fn what_was_left_is_swept_up_and_what_is_being_made_is_not() {
    let desk = Desk::new();
    let place = desk.beside().join("kopior");
    let made = desk.leader().backup(&desk.casebook, &place).unwrap();
    let [left, half, held] =
        ["2026-01-01T000000Z.new", "2026-01-02T000000Z.old", "2026-01-03T000000Z.new"].map(|name| place.join(name));
    for path in [&left, &half, &held] {
        duplicate(&made.directory, path);
    }
    // Of one that was killed at once there is not even a card.
    let [bare, others] = ["2026-01-04T000000Z.new", "2026-01-05T000000Z.new"].map(|name| place.join(name));
    for path in [&bare, &others] {
        fs::create_dir(path).unwrap();
    }
    fs::write(others.join("letter.txt"), "somebody's").unwrap();
    let lock = fs::File::open(&held).unwrap();
    lock.try_lock().unwrap();
    assert_eq!(Copied::find(&place).unwrap().at(), made.at, "only a whole one is found");
    desk.leader().backup(&desk.casebook, &place).unwrap();
    assert!(!left.exists() && !half.exists() && !bare.exists());
    assert!(held.exists() && others.exists());
}

#[test]
fn a_restore_that_was_killed_is_begun_anew_and_never_taken_for_a_casebook() {
    let desk = Desk::new();
    let made = desk.leader().backup(&desk.casebook, &desk.beside().join("kopior")).unwrap();
    let (to, left) = (desk.beside().join("åter"), desk.beside().join("åter.restoring"));
    duplicate(&made.directory, &left);
    fs::remove_file(left.join("copy.toml")).unwrap();
    let copied = Copied::find(&made.directory).unwrap();
    // Without its mark it is somebody's.
    assert_eq!(copied.restore("Lena", "", &to, clock).unwrap_err().key, "directory-not-empty");
    fs::write(left.join("restoring"), "").unwrap();
    let lock = fs::File::open(&left).unwrap();
    lock.try_lock().unwrap();
    assert_eq!(copied.restore("Lena", "", &to, clock).unwrap_err().key, "casebook-being-made");
    drop(lock);
    copied.restore("Lena", "", &to, clock).unwrap();
    assert!(!left.exists() && !to.join("restoring").exists());
}

#[test]
fn how_backups_stand_is_known_to_whoever_answers_for_them() {
    let desk = Desk::new();
    let (leader, place) = (desk.leader(), desk.beside().join("kopior"));
    assert_eq!(leader.backup_health().unwrap().state, BackupState::NotYet, "a demo needs none");
    let matters =
        |store: &Store| store.matters(desk::today()).unwrap().into_iter().map(|one| one.about).collect::<Vec<_>>();
    assert!(matters(&leader).is_empty());
    leader.backup(&desk.casebook, &place).unwrap();
    assert_eq!(leader.backup_health().unwrap().state, BackupState::Good);
    // One that fails: a file stands where the next second's copies would be made.
    let read_only = |mode| fs::set_permissions(&place, Permissions::from_mode(mode)).unwrap();
    read_only(0o777);
    leader.backup(&desk.casebook, &place).unwrap_err();
    read_only(0o700);
    let health = leader.backup_health().unwrap();
    assert_eq!(health.state, BackupState::Failed);
    assert!(health.last.is_some(), "the one before is still told of");
    assert!(matters(&leader).contains(&"backup-failed"));
    assert!(!matters(&desk.open("Saga")).contains(&"backup-failed"), "it is not hers to see to");
    leader.backup(&desk.casebook, &place).unwrap();
    assert_eq!(leader.backup_health().unwrap().state, BackupState::Good);
}

#[test]
fn a_standby_waits_until_it_is_promoted_and_then_takes_no_more() {
    let desk = Desk::new();
    let (leader, place) = (desk.leader(), desk.beside().join("reserv"));
    let id = add(&leader, &family("A-1", "Ek"));
    for number in 0..5 {
        add(&leader, &session(id, "2026-11-03"));
        leader.standby(&desk.casebook, &place).unwrap();
        assert_eq!(names(&place).len(), (number + 1).min(2), "the last and the one before it");
    }
    add(&leader, &session(id, "2026-11-03"));
    assert_eq!(leader.copies().unwrap().iter().filter(|row| row.kind == CopyKind::Standby).count(), 1);
    let newest = place.join(names(&place).pop().unwrap());
    assert_eq!(Casebook::find(&newest).unwrap_err().key, "casebook-is-copy");
    // The host is gone, with what was written since.
    let copied = Copied::standby(&place).unwrap();
    assert_eq!(copied.promote("Saga", "", &place, clock).unwrap_err().key, "refused");
    let promoted = copied.promote("Lena", "", &place, clock).unwrap();
    assert_eq!(promoted.casebook.directory(), place.join("casebook"));
    let store = promoted.casebook.unlock("Lena", "", clock).unwrap();
    assert_eq!(sessions(&store), 5);
    let proof = store.verify(&promoted.casebook).unwrap();
    assert!(proof.holds(), "{proof:?}");
    let told = store.journal(Trail::Newest, 99).unwrap();
    let after = told.iter().find(|row| row.noun == "restore").unwrap().after.clone().unwrap();
    assert!(after.contains("\"from\":\"standby\""), "{after}");
    add(&store, &session(id, "2026-11-05"));
    // The first host comes back: it buries nothing.
    assert_eq!(leader.standby(&desk.casebook, &place).unwrap_err().key, "standby-promoted");
    assert_eq!(Copied::standby(&place).unwrap_err().key, "standby-promoted");
    assert_eq!(sessions(&promoted.casebook.unlock("Lena", "", clock).unwrap()), 6);
}

/// Within one second a name that was given up is used again: the newest is what reaches furthest, whatever it is
/// called.
#[test]
fn of_standbys_made_within_one_second_the_last_is_promoted() {
    let desk = Desk::new();
    let (leader, place) = (desk.leader(), desk.beside().join("reserv"));
    let id = add(&leader, &family("A-1", "Ek"));
    for number in 1..=5 {
        let copied = desk.casebook.unlock("Lena", "", at_noon).unwrap();
        add(&copied, &session(id, "2026-11-03"));
        copied.standby(&desk.casebook, &place).unwrap();
        assert_eq!(names(&place).len(), number.min(2), "the last and the one before it");
    }
    let promoted = Copied::standby(&place).unwrap().promote("Lena", "", &place, clock).unwrap();
    assert_eq!(sessions(&promoted.casebook.unlock("Lena", "", clock).unwrap()), 5);
}

/// A clock that stands.
fn at_noon() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_787)
}

/// Whatever ends a promotion, the next one finishes it.
#[test]
fn a_promotion_that_was_broken_off_is_finished() {
    let desk = Desk::new();
    let (leader, place) = (desk.leader(), desk.beside().join("reserv"));
    leader.standby(&desk.casebook, &place).unwrap();
    let name = names(&place).pop().unwrap();
    let card = fs::read(place.join(&name).join("copy.toml")).unwrap();
    Copied::standby(&place).unwrap().promote("Lena", "", &place, clock).unwrap();
    // Broken off before the mark was taken away, and before that, before it was renamed.
    fs::write(place.join("casebook/copy.toml"), &card).unwrap();
    assert_eq!(Casebook::find(&place.join("casebook")).unwrap_err().key, "casebook-is-copy");
    Copied::standby(&place).unwrap().promote("Lena", "", &place, clock).unwrap();
    fs::write(place.join("casebook/copy.toml"), &card).unwrap();
    fs::rename(place.join("casebook"), place.join(&name)).unwrap();
    let promoted = Copied::standby(&place).unwrap().promote("Lena", "", &place, clock).unwrap();
    let store = promoted.casebook.unlock("Lena", "", clock).unwrap();
    assert!(store.examine(&promoted.casebook).unwrap().iter().all(|finding| finding.faults.is_empty()));
    assert_eq!(rows(&store), rows(&leader) + 2, "it is told each time, and the place of the standby was not known yet");
}

#[test]
fn a_standby_is_late_by_its_own_rule_until_its_place_is_given_up() {
    let desk = Desk::new();
    let (leader, place) = (desk.leader(), desk.beside().join("reserv"));
    leader.standby(&desk.casebook, &place).unwrap();
    let health = leader.backup_health().unwrap();
    assert!(!health.is_bad() && health.standbys.len() == 1, "{health:?}");
    assert_eq!(health.standbys[0].place, fs::canonicalize(&place).unwrap().display().to_string());
    // As if the timer had stopped.
    let latest = desk.casebook.directory().join("standby.toml");
    let text = fs::read_to_string(&latest).unwrap();
    fs::write(&latest, text.replace("at = \"20", "at = \"19")).unwrap();
    assert!(leader.backup_health().unwrap().is_bad());
    assert_eq!(leader.end_standby(Path::new("/nowhere")).unwrap_err().key, "standby-unknown");
    leader.end_standby(&place).unwrap();
    assert!(!leader.backup_health().unwrap().is_bad());
}

/// The real clock, for what is measured.
#[allow(clippy::disallowed_methods, reason = "what is measured is measured by the real clock")]
fn real() -> chrono::DateTime<chrono::Utc> {
    chrono::Utc::now()
}

/// Twenty people write without a pause while copies are made: how many are good, and for how long anybody was held up.
#[test]
#[ignore = "measures: cargo test --test store twenty_writers -- --ignored --nocapture"]
fn twenty_writers_tear_no_copy() {
    const WRITERS: usize = 20;
    const COPIES: usize = 12;
    let desk = Desk::new();
    let leader = desk.casebook.unlock("Lena", "", real).unwrap();
    let id = add(&leader, &family("A-1", "Ek"));
    for _ in 0..3_000 {
        add(&leader, &Session { note: Some("x".repeat(2_000)), ..session(id, "2026-11-03") });
    }
    let (place, reserve) = (desk.beside().join("kopior"), desk.beside().join("reserv"));
    let is_over = AtomicBool::new(false);
    let saved = AtomicUsize::new(0);
    let busy = AtomicUsize::new(0);
    let began = std::time::Instant::now();
    thread::scope(|scope| {
        for _ in 0..WRITERS {
            scope.spawn(|| {
                let store = desk.casebook.unlock("Lena", "", real).unwrap();
                while !is_over.load(Relaxed) {
                    match store.add(&session(id, "2026-11-03"), Origin::Direct) {
                        Ok(_) => saved.fetch_add(1, Relaxed),
                        // On a machine that has other things to do somebody may wait for too long.
                        Err(problem) => busy.fetch_add(usize::from(problem.key == "busy"), Relaxed),
                    };
                }
            });
        }
        let (mut good, mut held, mut took) = ([0, 0], Vec::new(), [Vec::new(), Vec::new()]);
        for _ in 0..COPIES {
            let since = std::time::Instant::now();
            match leader.backup(&desk.casebook, &place) {
                Ok(made) => {
                    let to = desk.beside().join("åter");
                    let restored = restore(&made.directory, &to);
                    let findings = restored.unlock("Lena", "", real).unwrap().examine(&restored).unwrap();
                    good[0] += usize::from(findings.iter().all(|finding| finding.faults.is_empty()));
                    fs::remove_dir_all(to).unwrap();
                }
                Err(problem) => println!("backup: {problem:?}"),
            }
            took[0].push(since.elapsed().as_millis());
            let since = std::time::Instant::now();
            match leader.standby(&desk.casebook, &reserve) {
                Ok(made) => {
                    held.push(made.held.num_microseconds().unwrap());
                    good[1] += 1;
                }
                Err(problem) => println!("standby: {problem:?}"),
            }
            took[1].push(since.elapsed().as_millis());
        }
        is_over.store(true, Relaxed);
        held.sort_unstable();
        let size = fs::metadata(desk.casebook.directory().join("casebook.db")).unwrap().len() / 1024 / 1024;
        let rate = saved.load(Relaxed) as f64 / began.elapsed().as_secs_f64();
        println!(
            "{WRITERS} writers, {rate:.0} saves a second, {size} MiB; good of {COPIES}: {} backups, {} standbys",
            good[0], good[1]
        );
        println!("a backup with its trial took {:?} ms, a standby {:?} ms", took[0], took[1]);
        println!("writers held {held:?} µs");
        assert_eq!(good, [COPIES, COPIES]);
    });
}
