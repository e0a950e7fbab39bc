//! The unit's own settings: files beside the database that hold no case. A faulty one is told of and not used, so that
//! nobody is locked out of the casebook by a slip in it.

use std::io;
use std::path::{Path, PathBuf};

use super::chain::copies;
use super::{files, place};
use crate::domain::backup::Keeping;
use crate::domain::checklist::Checklist;
use crate::domain::deadlines::Rules;
use crate::domain::lock::LockRules;
use crate::domain::looked::settings::AccessRules;
use crate::domain::measurement::Instruments;
use crate::domain::network::Scheme;
use crate::domain::problem::Problem;
use crate::domain::purge::PurgeRules;
use crate::domain::referral::Catalogue;
use crate::domain::report::ReportSettings;
use crate::domain::visit::{Ladder, Unit};

/// The unit's own visit ladder, in the form of `assets/ladder.toml`.
const LADDER: &str = "ladder.toml";

/// The unit's closed days, school breaks and ways (see `domain::visit::unit`).
const DAYS: &str = "visits.toml";

/// The unit's own sectors and rings of network maps, in the form of `assets/network.toml`.
const NETWORK: &str = "network.toml";

/// The unit's own rules for duties, over those that ship, in the form of `assets/rules.toml`.
const RULES: &str = "rules.toml";

/// When the casebook locks by itself (see `domain::lock`).
const LOCK: &str = "lock.toml";

/// Where copies of the chain's head are (see `chain::copies`).
const HEAD: &str = "head.toml";

/// The unit's municipality, and its own rules for purging, over those that ship, in the form of `assets/purge.toml`.
const PURGE: &str = "purge.toml";

/// How many backups are kept, and when the last one is too old.
const BACKUP: &str = "backup.toml";

/// The unit's name on reports, where they may be written to, and those with a name (see `domain::report`).
const REPORTS: &str = "reports.toml";

/// How long an emergency opens a family, how reading is reviewed and told (see `domain::looked::settings`).
const ACCESS: &str = "access.toml";
/// How users have settled the interface for themselves; the command line reads it (see `domain::interface`).
const INTERFACE: &str = "interface.toml";
/// The folder of the unit's own instruments, in the form of those in `assets/instruments`; one of the name of another
/// that ships takes its place.
const INSTRUMENTS: &str = "instruments";

/// More than any unit measures with.
const MOST_INSTRUMENTS: usize = 100;
/// To whom the unit refers (see `domain::referral::catalogue`).
const ACTORS: &str = "actors.toml";
/// The unit's own checklists, in the form of `assets/checklists`.
const CHECKLISTS: &str = "checklists";

/// No unit has more of them.
const MOST: usize = 100;

/// How the unit reads other people's spreadsheets (see `mappings`).
pub(super) const IMPORTS: &str = "imports.toml";

/// The settings that go along into a copy; what is said of the disk and
/// of the head's copies holds for the casebook that it was said of.
pub(super) const FILES: [&str; 12] =
    [LADDER, DAYS, NETWORK, RULES, LOCK, ACCESS, BACKUP, PURGE, ACTORS, REPORTS, IMPORTS, INTERFACE];

/// No settings are longer.
const LARGEST: u64 = 1024 * 1024;

/// The settings, and what is wrong with them.
pub(super) struct Settings {
    pub(super) unit: Unit,
    pub(super) scheme: Scheme,
    pub(super) rules: Rules,
    pub(super) instruments: Instruments,
    pub(super) lock: LockRules,
    pub(super) copies: Vec<PathBuf>,
    pub(super) keeping: Keeping,
    pub(super) purge: PurgeRules,
    pub(super) access: AccessRules,
    pub(super) actors: Catalogue,
    pub(super) reports: ReportSettings,
    pub(super) faults: Vec<Problem>,
}

/// The lock's own settings; what holds without them where they are faulty, which is told to whoever unlocks.
pub(super) fn lock_rules(directory: &Path) -> LockRules {
    let text = files::read_small(&directory.join(LOCK), LARGEST).ok();
    text.and_then(|text| LockRules::parse(&text).ok()).unwrap_or_default()
}

/// Reads the settings in a casebook's directory.
pub(super) fn read(directory: &Path) -> Settings {
    let mut unit = Unit::default();
    let mut scheme = Scheme::shipped().clone();
    let mut rules = Rules::shipped().clone();
    let mut instruments = Instruments::shipped().clone();
    let mut lock = LockRules::default();
    let mut copies = Vec::new();
    let mut keeping = Keeping::default();
    let mut purge = PurgeRules::shipped().clone();
    let mut access = AccessRules::shipped();
    let mut actors = Catalogue::default();
    let mut reports = ReportSettings::default();
    let mut faults = Vec::new();
    let mut take = |name: &str, read: &mut dyn FnMut(&str) -> Result<(), Problem>| {
        let path = directory.join(name);
        let text = match files::read_small(&path, LARGEST) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return,
            read => read.map_err(|cause| files::problem("unit-file", &path, cause)),
        };
        if let Err(problem) = text.and_then(|text| read(&text)) {
            faults.push(problem.with("file", name.to_owned()));
        }
    };
    take(LADDER, &mut |text| {
        unit.ladder = Ladder::parse(text)?;
        Ok(())
    });
    take(DAYS, &mut |text| unit.read_days(text));
    take(NETWORK, &mut |text| {
        scheme = Scheme::parse(text)?;
        Ok(())
    });
    let mut own_rules = String::new();
    take(RULES, &mut |text| {
        rules = Rules::with_own(text)?;
        text.clone_into(&mut own_rules);
        Ok(())
    });
    take(LOCK, &mut |text| {
        lock = LockRules::parse(text)?;
        Ok(())
    });
    take(HEAD, &mut |text| {
        copies = copies::parse(text)?;
        Ok(())
    });
    take(BACKUP, &mut |text| {
        keeping = Keeping::parse(text)?;
        Ok(())
    });
    take(PURGE, &mut |text| {
        purge = PurgeRules::with_own(text)?;
        Ok(())
    });
    take(ACCESS, &mut |text| {
        access = AccessRules::parse(text)?;
        Ok(())
    });
    take(ACTORS, &mut |text| {
        actors = Catalogue::parse(text)?;
        Ok(())
    });
    take(REPORTS, &mut |text| {
        reports = ReportSettings::parse(text)?;
        Ok(())
    });
    if read_lists(directory, &mut unit, &mut faults) {
        match Rules::of_unit(&own_rules, &unit.checklists) {
            Ok(with_lists) => rules = with_lists,
            Err(problem) => faults.push(problem.with("file", CHECKLISTS.to_owned())),
        }
    }
    faults.extend(read_instruments(directory, &mut instruments));
    rules.take_intervals(&instruments.first_intervals());
    if let Err(problem) = place::is_promised(directory) {
        faults.push(problem);
    }
    Settings { unit, scheme, rules, instruments, lock, access, copies, keeping, purge, actors, reports, faults }
}

/// The files of the unit's own instruments, by name.
///
/// # Errors
/// When the folder cannot be read, or holds more than can be.
pub(super) fn instrument_files(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(directory.join(INSTRUMENTS)) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let name = PathBuf::from(INSTRUMENTS).join(entry?.file_name());
        if name.extension().is_some_and(|extension| extension == "toml") {
            found.push(name);
        }
    }
    found.sort();
    if found.len() > MOST_INSTRUMENTS {
        return Err(io::Error::other("too many files"));
    }
    Ok(found)
}

/// Adds the unit's own instruments; a faulty one is told of and not used, and one that ships stays in its place.
fn read_instruments(directory: &Path, instruments: &mut Instruments) -> Vec<Problem> {
    let mut faults = Vec::new();
    let files = match instrument_files(directory) {
        Ok(files) => files,
        Err(cause) => {
            let path = directory.join(INSTRUMENTS);
            return vec![files::problem("unit-file", &path, cause).with("file", INSTRUMENTS)];
        }
    };
    let mut own = Vec::new();
    for file in files {
        let (path, name) = (directory.join(&file), file.display().to_string());
        let text = files::read_small(&path, LARGEST).map_err(|cause| files::problem("unit-file", &path, cause));
        let added = match text {
            Ok(text) => instruments.add(&name, &text, &mut own),
            Err(problem) => Err(problem.with("file", &name)),
        };
        faults.extend(added.err());
    }
    faults
}

/// The files of the unit's own checklists, by their places in the directory.
pub(super) fn list_files(directory: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(directory.join(CHECKLISTS)) else { return Vec::new() };
    let names = entries.filter_map(|entry| Some(Path::new(CHECKLISTS).join(entry.ok()?.file_name())));
    let mut found: Vec<PathBuf> =
        names.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).take(MOST).collect();
    found.sort();
    found
}

/// Takes the unit's own checklists; whether there are any. One that is faulty is told of, each fault with its line, and
/// not used.
fn read_lists(directory: &Path, unit: &mut Unit, faults: &mut Vec<Problem>) -> bool {
    let mut taken = false;
    for place in list_files(directory) {
        let (path, name) = (directory.join(&place), place.display().to_string());
        match files::read_small(&path, LARGEST).map(|text| Checklist::parse(&text)) {
            Ok(Ok(list)) => {
                unit.checklists.take(list);
                taken = true;
            }
            Ok(Err(found)) => faults.extend(found.iter().map(|fault| fault.problem().with("file", name.clone()))),
            Err(cause) => faults.push(files::problem("unit-file", &path, cause).with("file", name)),
        }
    }
    taken
}
